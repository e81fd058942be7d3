/**
 * What every file format is turned into: rows of cells, as text, numbered as a spreadsheet numbers them. A format is
 * one producer of this; everything that understands a table works on rows and knows no format.
 */

/** Rows looked at to understand a file. */
export const HEAD_ROWS = 2000;

/** Cells of one row; trailing cells may be missing. */
export type Cells = readonly string[];

/** `open_quote`: a quote was never closed, the line was split without regard to quotes; `overlong`: cut short. */
export type Damage = "open_quote" | "overlong";

export interface RowBlock {
  /** Spreadsheet row of the first row; the others follow without gap, blank rows included. */
  readonly firstRow: number;
  readonly rows: readonly Cells[];
  /** Positions in `rows` of rows whose bytes are damaged. */
  readonly damaged: ReadonlyMap<number, Damage>;
  /** Bytes of the file consumed so far. */
  readonly bytes: number;
}

/** What is true of the file once it has been read to its end. */
export interface FileEnd {
  /** Over exactly the bytes that were read. */
  readonly sha256: string;
  /** Lines of a UTF-8 file that had to be read as Windows-1252. */
  readonly mendedLines: number;
}

export interface RowSource {
  readonly format: "csv" | "xlsx";
  readonly sheet?: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Bytes of the file. */
  readonly size: number;
  /** The first rows of the file: enough to understand it by. */
  readonly head: readonly Cells[];
  /** Whether `head` is all of the file. */
  readonly isHeadWhole: boolean;
  /** All rows from the first; can be asked for again. */
  blocks(): AsyncGenerator<RowBlock, FileEnd>;
}
