/**
 * A file opened as a table of persons: understood from its head, then streamed into a store of people. This is the
 * door of the room; the rest of the program sees no bytes, cells or formats.
 *
 * Every row of the file ends in exactly one place: a person, a rejection, or layout.
 */
import { basename } from "node:path";
import { markedAsOpen } from "../config/file-pattern.ts";
import { splitSheet } from "../config/sheet-path.ts";
import { identifierField } from "../field/identifier-kinds.ts";
import { type Problem, Trouble, trouble } from "../trouble.ts";
import { CHUNK_BYTES, fileExists, readHead } from "./bytes.ts";
import { tidy } from "./cell.ts";
import { csvSource } from "./csv.ts";
import { detectFormat } from "./format.ts";
import type { PeopleBatch, RowBatch } from "./judged-rows.ts";
import type { Layout } from "./layout.ts";
import type { People } from "./people.ts";
import type { RowContext } from "./record.ts";
import { PeopleRows, RawRows } from "./row-batches.ts";
import { RowReader } from "./row-reader.ts";
import { abandon, type Cells, type FileEnd, type RowSource, UNCOMPUTED, type UnreadBatch } from "./rows.ts";
import { holdsPersons, recognise } from "./understand.ts";
import type { TableRequest, Understanding, UnderstoodColumn } from "./understanding.ts";
import { otherLists } from "./writing.ts";

export interface Table {
  readonly understanding: Understanding;
  /** Bytes. */
  readonly size: number;
  /**
   * All rows from the first; can be asked for again.
   * @param people where the rows that are used are added, as rows of file number `file`; whoever reads them may clear
   *   it between two batches
   */
  batches(people: People, file: number, context: RowContext): AsyncGenerator<PeopleBatch, FileEnd>;
  /** The same as they were read, understood as nobody's: to look at the file itself. */
  rawBatches(): AsyncGenerator<RowBatch, FileEnd>;
}

/**
 * Opens a file and understands its head. Reads no further until `batches` is asked.
 * @param chunkBytes bytes read at a time; the rows do not depend on it.
 * @throws Trouble as `readHead`, and file_foreign, file_is_open_mark, file_archive, file_no_rows, cells_uncomputed,
 *   sheet_missing, sheet_ambiguous, columns_not_found, cells_in_one_column, lists_side_by_side,
 *   person_in_two_rows, answers_undeclared, answers_not_found, map_unknown_column, map_several_columns; facts: file, role and what the sentence needs
 */
export async function openTable(request: TableRequest, chunkBytes: number = CHUNK_BYTES): Promise<Table> {
  const { table, refusal } = await lookAtTable(request, chunkBytes);
  if (refusal !== null) throw new Trouble(refusal);
  return table;
}

/** A table as far as it was understood, and why it is no use; null where it is of use. */
export interface Look {
  readonly table: Table;
  readonly refusal: Problem | null;
}

/**
 * As `openTable`, and as far as it goes also of a file that has to be refused: to show what was seen of it.
 * @throws Trouble where nothing was seen: as `openTable`, but for columns that were not found
 */
export async function lookAtTable(request: TableRequest, chunkBytes: number = CHUNK_BYTES): Promise<Look> {
  const facts = { file: request.path, role: request.role };
  const source = await openSource(request, chunkBytes);
  if (source.head.every((cells) => cells.every((cell) => tidy(cell) === "")))
    throw trouble("file_no_rows", facts);
  const { understanding, layout, mayHoldOthers, ...recognised } = recognise(
    source.head,
    request,
    source.format === "csv",
  );
  let { refusal } = recognised;
  if (refusal === null && source.isHeadWhole) {
    const reader = new RowReader(layout, source.delimiter);
    const isAllLayout = source.head.every((cells) => typeof reader.read(cells, null) === "string");
    if (isAllLayout) refusal = { code: "file_no_rows", facts };
  }
  if (refusal === null || refusal.code === "file_no_rows") {
    const cell = firstUncomputed(source, layout, understanding.columns);
    if (cell !== null)
      refusal = { code: "cells_uncomputed", facts: { ...facts, row: cell.row, header: cell.header } };
  }
  const { dateOrder: order, english, pria } = understanding;
  const writing = { order, english, pria };
  const table: Table = {
    understanding: {
      path: request.path,
      format: source.format,
      ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
      ...(source.hiddenSheets === undefined ? {} : { hiddenSheets: source.hiddenSheets }),
      encoding: source.encoding,
      delimiter: source.delimiter,
      is1904: source.is1904,
      ...understanding,
      otherLists: mayHoldOthers
        ? otherLists(source, layout, writing, identifierField(request.identifier))
        : [],
    },
    size: source.size,
    batches: (people, file, context) => {
      const rows = new PeopleRows(layout, source.delimiter, context, people, file);
      return readBatches(source, (batch) => rows.read(batch));
    },
    rawBatches: () => {
      const rows = new RawRows(layout, source.delimiter);
      return readBatches(source, (batch) => rows.read(batch));
    },
  };
  return { table, refusal };
}

/**
 * The first cell in use whose formula nobody has computed: read as empty, it would be somebody's missing NIK. Further down
 * its row is rejected; here at the top it is a sign that the whole file was never opened in a spreadsheet.
 */
function firstUncomputed(
  { head, delimiter }: RowSource,
  layout: Layout,
  columns: readonly UnderstoodColumn[],
): { readonly row: number; readonly header: string } | null {
  if (!head.some((cells) => cells.includes(UNCOMPUTED))) return null;
  const reader = new RowReader(layout, delimiter);
  for (const [index, cells] of head.entries()) {
    const read = reader.read(cells, null);
    if (typeof read === "string" || !("reason" in read) || read.reason !== "uncomputed") continue;
    const used = columns.find((column) => cells[column.index] === UNCOMPUTED);
    if (used !== undefined) return { row: index + 1, header: used.header };
  }
  return null;
}

async function* readBatches<B>(
  source: RowSource,
  read: (batch: UnreadBatch) => B,
): AsyncGenerator<B, FileEnd> {
  const batches = source.batches();
  try {
    for (;;) {
      const next = await batches.next();
      if (next.done === true) return next.value;
      yield read(next.value);
    }
  } finally {
    await abandon(batches);
  }
}

async function openSource(request: TableRequest, chunkBytes: number): Promise<RowSource> {
  const { path, sheet } = await locate(request.path);
  const file = await readHead(path, request.role);
  const format = detectFormat(file.head);
  const marked = markedAsOpen(basename(path));
  if (marked !== null && format !== "xlsx")
    throw trouble("file_is_open_mark", { file: request.path, role: request.role, given: marked });
  if (format !== "csv" && format !== "xlsx")
    throw trouble("file_foreign", { file: request.path, role: request.role, format });
  if (format === "csv") {
    if (sheet !== null) throw trouble("sheet_missing", { file: path, role: request.role, sheet, sheets: "" });
    return csvSource(file, request.role, chunkBytes);
  }
  // loaded when there is a workbook: most runs have none
  const { xlsxSource } = await import("./xlsx.ts");
  const isTable = (head: readonly Cells[]): boolean => holdsPersons(head, request);
  return xlsxSource({ path, size: file.size, role: request.role, sheet, isTable });
}

/** The file and, behind the last `#`, the sheet; a file may have `#` in its name. */
async function locate(path: string): Promise<{ path: string; sheet: string | null }> {
  const named = splitSheet(path);
  if (named === null || (await fileExists(path))) return { path, sheet: null };
  const [workbook, sheet] = named;
  return { path: workbook, sheet: sheet.slice(1) };
}
