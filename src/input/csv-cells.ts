/**
 * Cells of whole records: the only user of csv-parse. Every record comes out, blank lines too, so that the position
 * of a row in the answer is its position in the file. Types nothing: all cells are text.
 */
import { parse } from "csv-parse/sync";
import type { LineEnd } from "./csv-records.ts";

const RECORD_DELIMITERS: Readonly<Record<LineEnd, string[]>> = { lf: ["\r\n", "\n"], cr: ["\r"] };
const QUOTE = 0x22;
const LF = 10;
const CR = 13;

/**
 * @param bytes whole records in UTF-8; the last may lack its line end.
 * @param quotes whether quotes enclose cells; otherwise they are characters like any other.
 * @param most stops after so many records.
 */
export function splitCells(
  bytes: Buffer,
  delimiter: string,
  lineEnd: LineEnd,
  quotes: boolean,
  most: number = Number.POSITIVE_INFINITY,
): string[][] {
  if (!bytes.includes(QUOTE)) return splitPlainCells(bytes, delimiter, lineEnd, most);
  // csv-parse makes an error of every row of another length, and drops it; what that costs is mostly the stack trace
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parse(bytes, {
      delimiter,
      record_delimiter: RECORD_DELIMITERS[lineEnd],
      quote: quotes ? '"' : null,
      relax_quotes: true,
      relax_column_count: true,
      ...(most === Number.POSITIVE_INFINITY ? {} : { to: most }),
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * What csv-parse makes of records without a single quote, which most files are: there a line is a record, and a
 * delimiter the end of a cell. Line by line, so that a cell that is kept keeps no more than its line in memory.
 */
function splitPlainCells(bytes: Buffer, delimiter: string, lineEnd: LineEnd, most: number): string[][] {
  const newline = lineEnd === "lf" ? LF : CR;
  const rows: string[][] = [];
  for (let start = 0; start < bytes.length && rows.length < most; ) {
    const found = bytes.indexOf(newline, start);
    let end = found === -1 ? bytes.length : found;
    const next = end + 1;
    if (found > start && newline === LF && bytes[end - 1] === CR) end--;
    rows.push(bytes.toString("utf8", start, end).split(delimiter));
    start = next;
  }
  return rows;
}
