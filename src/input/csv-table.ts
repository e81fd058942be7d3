/**
 * One of our own CSV tables read back: rows by header, a chunk at a time, so that a table of any length costs the
 * memory of one chunk. It knows the one dialect we write (report/csv.ts) and guesses nothing; what offices send is
 * read by csv.ts.
 */
import { createReadStream } from "node:fs";
import { armed } from "../text/formula.ts";
import { trouble } from "../trouble.ts";
import { splitCells } from "./csv-cells.ts";

/** One row by column, every cell as it was before it was defused. */
export type TableRow<C extends string> = Readonly<Record<C, string>>;

const BYTE_ORDER_MARK = "\uFEFF";
const CHUNK_BYTES = 1 << 20;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/**
 * The rows of a table of which the asked columns are wanted.
 * @param holding a text that stands in every row of interest: chunks without it are passed over unsplit, which is
 *   most of the work. Rows without it may still come; "" for all rows.
 * @throws Trouble table_unreadable when the file is missing, lacks a column or is cut off; facts: file
 */
export async function* readCsvTable<C extends string>(
  file: string,
  columns: readonly C[],
  holding = "",
): AsyncGenerator<TableRow<C>, void> {
  let positions: readonly number[] | null = null;
  let width = 0;
  for await (const bytes of wholeRecords(file)) {
    if (positions !== null && holding !== "" && !bytes.includes(holding)) continue;
    const rows = splitCells(bytes, ",", true);
    if (positions === null) {
      const header = rows.shift() ?? [];
      if (header[0]?.startsWith(BYTE_ORDER_MARK)) header[0] = header[0].slice(BYTE_ORDER_MARK.length);
      positions = columns.map((column) => header.indexOf(column));
      if (positions.includes(-1)) throw trouble("table_unreadable", { file });
      width = header.length;
    }
    for (const cells of rows) {
      if (cells.length !== width) throw trouble("table_unreadable", { file });
      const row = {} as Record<C, string>;
      for (const [i, column] of columns.entries()) row[column] = armed(cells[positions[i]!]!);
      yield row;
    }
  }
  if (positions === null) throw trouble("table_unreadable", { file });
}

/** The bytes of the file, cut where a record ends. */
async function* wholeRecords(file: string): AsyncGenerator<Buffer, void> {
  let pending: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
      const bytes = pending.length === 0 ? (chunk as Buffer) : Buffer.concat([pending, chunk as Buffer]);
      const end = lastRecordEnd(bytes);
      pending = bytes.subarray(end);
      if (end > 0) yield bytes.subarray(0, end);
    }
  } catch (error) {
    throw error instanceof Error && "syscall" in error ? trouble("table_unreadable", { file }) : error;
  }
  // every record of ours ends its line
  if (pending.length > 0) throw trouble("table_unreadable", { file });
}

/** Behind the last line end that no quotes enclose: in what we write, quotes come in pairs. */
function lastRecordEnd(bytes: Buffer): number {
  let end = 0;
  let quoted = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) quoted = !quoted;
    else if (byte === LINE_FEED && !quoted) end = i + 1;
  }
  return end;
}
