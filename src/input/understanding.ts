/**
 * What is asked of a file, and how it was understood: plain data, for whoever understands it, for `inspect` and for
 * summary.json.
 */
import type { ColumnField, ColumnMapping, SourceKind } from "../config/plan.ts";
import type { IdentifierKind } from "../field/identifier.ts";
import type { DateOrder } from "../field/written-date.ts";
import type { DateOrderChoice } from "./date-order.ts";
import type { OtherList } from "./record.ts";

export interface TableRequest {
  /** May name a sheet: `file.xlsx#Sheet`. */
  readonly path: string;
  readonly role: "roster" | SourceKind;
  readonly mapping: ColumnMapping;
  readonly identifier: IdentifierKind;
  /** Reference date, yyyymmdd. */
  readonly asOf: number;
}

/** How one file was understood. */
export interface Understanding {
  readonly path: string;
  readonly format: "csv" | "xlsx";
  readonly sheet?: string;
  /** Hidden sheets that hold people, or are damaged, and are not read. */
  readonly hiddenSheets?: readonly string[];
  readonly encoding: string;
  /** "" for XLSX. */
  readonly delimiter: string;
  /** Day numbers are counted from 1904. */
  readonly is1904: boolean;
  /** Spreadsheet rows of the header: none, one or two. */
  readonly headerRows: readonly number[];
  readonly columns: readonly UnderstoodColumn[];
  readonly unusedHeaders: readonly string[];
  readonly dateOrder: DateOrder;
  readonly dateOrderHow: DateOrderChoice["how"];
  /** English headers: M is male. */
  readonly english: boolean;
  /** P and W in the column of the sex: P is pria, male. */
  readonly pria: boolean;
  /** Whether a blank unit means "as above". */
  readonly unitFillsDown: boolean;
  /** Lists further down that write their dates or sexes in another way. */
  readonly otherLists: readonly OtherList[];
}

export interface UnderstoodColumn {
  readonly field: ColumnField;
  readonly header: string;
  /** From 0. */
  readonly index: number;
  readonly how: "mapped" | "synonym" | "content";
  /** Share of the filled cells in the head that look like the field, 0 … 1. */
  readonly confidence: number;
  /** Of a column named by `--map`: what its header means, where that is another field and some other column's means this. */
  readonly means?: ColumnField;
  /** Of a column of identifiers: the share that carries the birth date beside it, 0 … 1, where hardly any does. */
  readonly carrying?: number;
}
