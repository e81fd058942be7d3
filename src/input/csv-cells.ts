/**
 * Cells of whole records: the only user of csv-parse. Every record comes out, blank lines too, so that the position
 * of a row in the answer is its position in the file. Types nothing: all cells are text.
 */
import { parse } from "csv-parse/sync";
import { endsInEntity, LONGEST_ENTITY } from "./cell.ts";
import { behindLineEnd, LineEnds } from "./line-ends.ts";

const RECORD_DELIMITERS = ["\r\n", "\n", "\r"];
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SEMICOLON = ";";

/**
 * @param bytes whole records in UTF-8; the last may lack its line end.
 * @param quotes whether quotes enclose cells; otherwise they are characters like any other.
 * @param most stops after so many records.
 */
export function splitCells(
  bytes: Buffer,
  delimiter: string,
  quotes: boolean,
  most: number = Number.POSITIVE_INFINITY,
): string[][] {
  const rows = splitAtDelimiters(bytes, delimiter, quotes, most);
  return quotes || bytes.includes(AMPERSAND) ? rows.map((cells) => mendCells(cells, delimiter)) : rows;
}

/** The cells of one record as they were meant. */
export function mendCells(cells: string[], delimiter: string): string[] {
  return isAllInFirst(cells) ? unwrapped(cells, delimiter) : withWholeEntities(cells, delimiter);
}

/** Whether nothing stands behind the first cell but the blank ones that a spreadsheet hangs behind every row. */
export function isAllInFirst(cells: readonly string[]): boolean {
  for (let at = 1; at < cells.length; at++) if (cells[at] !== "") return false;
  return true;
}

/** Fewer could be the parts of a title above the table. */
const FEWEST_CELLS_OF_A_WRAPPED_ROW = 4;

/** The cells of a row that was quoted as a whole, as a spreadsheet saves a file that it has read as one column. */
function unwrapped(cells: string[], delimiter: string): string[] {
  const text = cells[0]!;
  // an office or a title may have as many commas, and a blank behind each
  if (!text.replaceAll(`${delimiter} `, "").includes(delimiter)) return cells;
  const row = cellsOf(text, delimiter);
  // a title among rows that have their cells has as many as they
  const isRow = row !== null && row.length >= FEWEST_CELLS_OF_A_WRAPPED_ROW && row.length > cells.length;
  return isRow ? row : cells;
}

/**
 * The cells of a record that stand in its first cell, parted by another character than that is from the blank ones behind
 * it: of a file that a spreadsheet has read as one column and saved in its own way.
 */
export function innerCells(cells: string[], inner: string): string[] {
  const row = isAllInFirst(cells) ? cellsOf(cells[0]!, inner) : null;
  return row === null ? cells : withWholeEntities(row, inner);
}

/** The cells of a text that is one record; null where it is none, or more than one. */
function cellsOf(text: string, delimiter: string): string[] | null {
  const [row, ...others] = splitAtDelimiters(Buffer.from(text), delimiter, true, 2, false);
  return row === undefined || others.length > 0 ? null : row;
}

/** Cells that the semicolon of a web page's sign has parted ("NUR&#039;AINI") put together again. */
function withWholeEntities(cells: string[], delimiter: string): string[] {
  if (delimiter !== SEMICOLON || !cells.some(endsInEntity)) return cells;
  const whole: string[] = [];
  let parts: string[] = [];
  let end = "";
  for (const cell of cells) {
    parts.push(cell);
    // the sign may be parted itself: "&amp;#039;"
    end = (parts.length === 1 ? cell : end + SEMICOLON + cell).slice(-LONGEST_ENTITY);
    if (endsInEntity(end)) continue;
    whole.push(parts.join(SEMICOLON));
    parts = [];
  }
  if (parts.length > 0) whole.push(parts.join(SEMICOLON));
  return whole;
}

/** @param areWhole false where a quote may be open at the end: such a record is left out */
function splitAtDelimiters(
  bytes: Buffer,
  delimiter: string,
  quotes: boolean,
  most: number,
  areWhole = true,
): string[][] {
  // where quotes are characters like any other, as in a line with a lone one, there is nothing to decide either
  if (!quotes || !bytes.includes(QUOTE)) return splitPlainCells(bytes, delimiter, most);
  // csv-parse makes an error of every row of another length, and drops it; what that costs is mostly the stack trace
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parse(bytes, {
      delimiter,
      record_delimiter: RECORD_DELIMITERS,
      quote: '"',
      relax_quotes: true,
      relax_column_count: true,
      skip_records_with_error: !areWhole,
      ...(most === Number.POSITIVE_INFINITY ? {} : { to: most }),
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * What csv-parse makes of records in which no quote encloses anything, which most files are: there a line is a record, and a
 * delimiter the end of a cell. Line by line, so that a cell that is kept keeps no more than its line in memory.
 */
function splitPlainCells(bytes: Buffer, delimiter: string, most: number): string[][] {
  const lineEnds = new LineEnds(bytes);
  const rows: string[][] = [];
  for (let start = 0; start < bytes.length && rows.length < most; ) {
    const end = lineEnds.after(start);
    rows.push(bytes.toString("utf8", start, end).split(delimiter));
    start = behindLineEnd(bytes, end);
  }
  return rows;
}
