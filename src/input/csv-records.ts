/**
 * Where one record of a CSV file ends and the next begins, found in the bytes before any cell is decoded, so that a
 * file can be worked through in batches of whole records. Splits no cells (csv-cells.ts does).
 *
 * A quote opens a cell only at its start, `""` stands for one quote, and anything else closes it: what csv-parse
 * does with relaxed quotes, and Excel. A quote that is opened and never sanely closed would swallow the rest of the
 * file, and marks for "as above" that stand bare the cells between them; such a line is handed on with quotes as plain
 * characters instead. Outside quotes every line end ends a record.
 */
import { behindLineEnd, endsLine, isOpenLineEnd, lastLineEnd } from "./line-ends.ts";

export interface Dialect {
  /** One ASCII character. */
  readonly delimiter: string;
  /** Cells in an ordinary row, 0 while unknown: a quoted cell holding a line of so many cells has swallowed rows. */
  readonly width: number;
}

/** Whole records, back to back, to be split alike. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** Whether quotes enclose cells here. */
  readonly quotes: boolean;
  /** Whether every line is a record and every quote is the first or the last character of its cell. */
  readonly simple: boolean;
  /** True for a line whose quote was never closed. */
  readonly damaged: boolean;
}

const QUOTE = 0x22;

/** No person's cell is longer: a quote still open after so many bytes is a stray one. */
const LONGEST_QUOTED_CELL = 1 << 16;
/** Fewer cells could well stand in an address of several lines. */
const FEWEST_CELLS_OF_A_SWALLOWED_ROW = 4;

/** Records without quotes are worth a run of their own from so many bytes on: they are split much faster. */
const PLAIN_STRETCH = 1 << 12;

const STRAY = -1;
const UNDECIDED = -2;

/**
 * @param atEnd no more bytes will follow: what is left is a record even without a line end.
 * @returns the runs, and where the last whole record ends: the rest must be handed in again with more bytes.
 */
export function cutRecords(
  bytes: Buffer,
  atEnd: boolean,
  dialect: Dialect,
): { readonly runs: readonly Run[]; readonly end: number } {
  if (bytes.indexOf(QUOTE) === -1) {
    const end = atEnd ? bytes.length : lastLineEnd(bytes, bytes.length);
    return { runs: end > 0 ? [{ start: 0, end, quotes: false, simple: true, damaged: false }] : [], end };
  }
  const delimiter = dialect.delimiter.charCodeAt(0);
  const length = bytes.length;
  const runs: Run[] = [];
  let runStart = 0;
  /** Of the run so far, and of the record so far. */
  let isRunSimple = true;
  let isSimple = true;
  let recordStart = 0;
  /** Counted once a record, however many marks it has. */
  let cellsOnLine: number | null = null;
  let cellStart = true;
  let at = 0;
  let nextQuote = -1;
  const endRun = (end: number): void => {
    if (end > runStart)
      runs.push({ start: runStart, end, quotes: true, simple: isRunSimple, damaged: false });
    runStart = end;
  };
  const endRecord = (end: number): void => {
    if (isSimple !== isRunSimple) {
      endRun(recordStart);
      isRunSimple = isSimple;
    }
    isSimple = true;
    cellsOnLine = null;
    recordStart = end;
  };
  while (at < length) {
    if (at === recordStart) {
      if (nextQuote < at) nextQuote = positionOf(QUOTE, bytes, at);
      const plainEnd = nextQuote - at < PLAIN_STRETCH ? at : lastRecordEnd(bytes, nextQuote, atEnd);
      if (plainEnd > at) {
        endRun(at);
        runs.push({ start: at, end: plainEnd, quotes: false, simple: true, damaged: false });
        runStart = recordStart = at = plainEnd;
        continue;
      }
    }
    const byte = bytes[at];
    if (endsLine(byte)) {
      if (!atEnd && isOpenLineEnd(bytes, at)) break;
      at = behindLineEnd(bytes, at);
      endRecord(at);
      cellStart = true;
      continue;
    }
    if (byte === delimiter) {
      cellStart = true;
    } else if (byte === QUOTE && cellStart) {
      let close = simpleClosingQuote(bytes, at + 1, delimiter);
      if (close === UNDECIDED) {
        isSimple = false;
        const isAlone = bytes[at + 1] === delimiter;
        if (isAlone) cellsOnLine ??= countCells(bytes, recordStart, atEnd, delimiter);
        // its line has the cells of an ordinary row when no quote encloses any
        if (isAlone && cellsOnLine === dialect.width) close = STRAY;
        else if (!isAlone || cellsOnLine !== UNDECIDED)
          close = closingQuote(bytes, at + 1, atEnd, delimiter, dialect.width);
      }
      if (close === UNDECIDED) break;
      if (close === STRAY) {
        let lineEnd = at;
        while (lineEnd < length && !endsLine(bytes[lineEnd])) lineEnd++;
        if (!atEnd && (lineEnd === length || isOpenLineEnd(bytes, lineEnd))) break;
        endRun(recordStart);
        const end = lineEnd === length ? length : behindLineEnd(bytes, lineEnd);
        runs.push({ start: recordStart, end, quotes: false, simple: false, damaged: true });
        runStart = recordStart = at = end;
        isSimple = true;
        cellsOnLine = null;
        cellStart = true;
        continue;
      }
      at = close;
      cellStart = false;
    } else {
      if (byte === QUOTE) isSimple = false;
      cellStart = false;
    }
    at++;
  }
  if (atEnd && recordStart < length) endRecord(length);
  endRun(recordStart);
  return { runs, end: recordStart };
}

/** Position of a quote that closes its cell beyond doubt: on the same line, alone, the cell's end behind it. */
function simpleClosingQuote(bytes: Buffer, from: number, delimiter: number): number {
  const end = Math.min(bytes.length, from + LONGEST_QUOTED_CELL);
  let at = from;
  if (bytes[at] === delimiter) return UNDECIDED;
  while (at < end && bytes[at] !== QUOTE && !endsLine(bytes[at])) at++;
  if (at >= end || bytes[at] !== QUOTE) return UNDECIDED;
  const next = bytes[at + 1];
  return next === delimiter || endsLine(next) ? at : UNDECIDED;
}

/** Cells of the line from `start` on when no quote encloses any, UNDECIDED without more bytes. */
function countCells(bytes: Buffer, start: number, atEnd: boolean, delimiter: number): number {
  let cells = 1;
  let at = start;
  for (; at < bytes.length && !endsLine(bytes[at]); at++) if (bytes[at] === delimiter) cells++;
  return at === bytes.length && !atEnd ? UNDECIDED : cells;
}

/** Position of a byte from `from` on, the end of all bytes where it does not occur. */
function positionOf(byte: number, bytes: Buffer, from: number): number {
  const found = bytes.indexOf(byte, from);
  return found === -1 ? bytes.length : found;
}

/** Where the last record ends that is whole before `before`. */
function lastRecordEnd(bytes: Buffer, before: number, atEnd: boolean): number {
  return atEnd && before === bytes.length ? before : lastLineEnd(bytes, before);
}

/** Position of the quote that closes the cell whose text starts at `from`, STRAY, or UNDECIDED without more bytes. */
function closingQuote(bytes: Buffer, from: number, atEnd: boolean, delimiter: number, width: number): number {
  const end = Math.min(bytes.length, from + LONGEST_QUOTED_CELL);
  let lines = 0;
  let delimitersInLine = 0;
  let delimitersInFirst = 0;
  for (let at = from; at < end; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      // whether it closes is only known from the byte behind it
      if (at + 1 === bytes.length && !atEnd) return UNDECIDED;
      const next = bytes[at + 1];
      if (next === QUOTE) at++;
      else if (lines === 0) return at;
      // bare marks below each other: what is between them is one row's end and another's begin
      else if (lines === 1 && bytes[from] === delimiter && isRow(delimitersInFirst + delimitersInLine, width))
        return STRAY;
      else return next === undefined || next === delimiter || endsLine(next) ? at : STRAY;
    } else if (endsLine(byte)) {
      at = behindLineEnd(bytes, at) - 1;
      lines++;
      if (lines === 1) delimitersInFirst = delimitersInLine;
      delimitersInLine = 0;
    } else if (byte === delimiter) {
      delimitersInLine++;
      // a whole row inside the cell
      if (lines > 0 && isRow(delimitersInLine, width)) return STRAY;
    }
  }
  return atEnd || end < bytes.length ? STRAY : UNDECIDED;
}

/** Whether so many delimiters part the cells of a whole row. */
function isRow(delimiters: number, width: number): boolean {
  return width >= FEWEST_CELLS_OF_A_SWALLOWED_ROW && delimiters >= width - 1;
}
