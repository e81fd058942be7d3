/**
 * Which character separates the cells of a CSV file: the one under which a row of known headers shows, then the one
 * under which most rows have the same number of cells. Quotes are respected. Indonesian Windows writes `;`, and
 * Excel's `sep=` line settles it (domain.md §8).
 */
import { innerCells, isAllInFirst, splitCells } from "./csv-cells.ts";
import { cutRecords } from "./csv-records.ts";
import { readHeader } from "./header.ts";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Bytes and rows of the head that are enough to see a pattern. */
const SAMPLE_BYTES = 1 << 16;
const SAMPLE_ROWS = 200;

export interface DelimiterChoice {
  readonly delimiter: string;
  /** Cells in most rows. */
  readonly width: number;
  /**
   * What parts the cells where all of a row stands in its first one, "" where it does not: a spreadsheet that parts by
   * `;` has read `NIK,Nama` as one column and saved it as `NIK,Nama;;;`.
   */
  readonly inner: string;
}

interface Candidate extends DelimiterChoice {
  readonly headers: number;
  /** Of the rows, the first that shows so many. */
  readonly headerAt: number;
  /** Of the rows below, the first that has as many cells; Infinity where none has. */
  readonly peopleAt: number;
  readonly evenness: number;
}

/** One known word may stand in any row. */
const FEWEST_HEADERS = 2;

/** @param isWhole whether `head` is all of the file. */
export function detectDelimiter(head: Buffer, isWhole: boolean): DelimiterChoice {
  const isAll = isWhole && head.length <= SAMPLE_BYTES;
  const sample = head.subarray(0, SAMPLE_BYTES);
  const declared = declaredDelimiter(sample);
  if (declared !== null) {
    const { width } = usualWidth(sampleRows(sample, isAll, declared));
    return { delimiter: declared, width, inner: "" };
  }
  let best: Candidate | null = null;
  for (const delimiter of DELIMITERS) {
    const rows = sampleRows(sample, isAll, delimiter);
    const usual = usualWidth(rows);
    const candidates = innerCandidates(rows, delimiter, usual.width);
    // rows of so few cells cannot show as many headers
    if (best === null || rows.some((row) => row.length >= best!.headers))
      candidates.push({ delimiter, inner: "", ...usual, ...mostHeaders(rows) });
    for (const candidate of candidates) if (best === null || isBetter(candidate, best)) best = candidate;
  }
  const { delimiter, width, inner } = best!;
  return { delimiter, width, inner };
}

/**
 * The rows of a file that was read as one column: every other delimiter may be what parts them, where that shows more
 * headers than the first cells have as they are.
 * @param width cells in most of them
 */
function innerCandidates(rows: string[][], delimiter: string, width: number): Candidate[] {
  if (width < 2) return [];
  const filled = rows.filter((row) => !isBlankRow(row));
  if (2 * filled.filter(isAllInFirst).length <= filled.length) return [];
  const asTheyAre = mostHeaders(rows);
  return DELIMITERS.flatMap((inner) => {
    if (inner === delimiter) return [];
    const within = rows.map((row) => innerCells(row, inner));
    const shown = mostHeaders(within);
    if (shown.headers <= asTheyAre.headers) return [];
    return [{ delimiter, width, inner, ...shown, evenness: usualWidth(within).evenness }];
  });
}

/**
 * Rows all in their first cells would show the same headers by their inner delimiter alone, the blank cells in the last. Of
 * two lists one above the other, each parted in its own way, the first counts: rows of the other are split by theirs, and
 * people above a header would be taken for its letterhead. A title that names columns has nobody below it.
 */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.headers !== b.headers) return a.headers > b.headers;
  if ((a.inner === "") !== (b.inner === "")) return a.inner !== "";
  if (a.headers >= FEWEST_HEADERS) {
    if (a.peopleAt < b.headerAt) return true;
    if (b.peopleAt < a.headerAt) return false;
  }
  return a.evenness > b.evenness;
}

function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === "");
}

/** The character named by a `sep=` line, which Excel reads and writes as the first line. */
function declaredDelimiter(head: Buffer): string | null {
  const match = /^"?sep=([^"\r\n])"?[\r\n]/i.exec(head.toString("latin1", 0, 16));
  return match?.[1] ?? null;
}

function sampleRows(sample: Buffer, isAll: boolean, delimiter: string): string[][] {
  const { runs, end } = cutRecords(sample, isAll, { delimiter, width: 0 });
  if (end === 0) return splitCells(sample, delimiter, false, SAMPLE_ROWS);
  const rows: string[][] = [];
  for (const run of runs) {
    if (rows.length >= SAMPLE_ROWS) break;
    const most = SAMPLE_ROWS - rows.length;
    rows.push(...splitCells(sample.subarray(run.start, run.end), delimiter, run.quotes, most));
  }
  return rows;
}

/**
 * The commonest number of cells, blank rows aside, the larger on a tie; and how even the rows are: the share of them that
 * have it, times the delimiters that this takes.
 */
function usualWidth(rows: readonly (readonly string[])[]): Pick<Candidate, "width" | "evenness"> {
  const counts = new Map<number, number>();
  let filled = 0;
  for (const row of rows) {
    if (isBlankRow(row)) continue;
    filled++;
    counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  let width = 1;
  let most = 0;
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > width)) {
      width = cells;
      most = count;
    }
  }
  return { width, evenness: filled === 0 ? 0 : (most / filled) * (width - 1) };
}

function mostHeaders(
  rows: readonly (readonly string[])[],
): Pick<Candidate, "headers" | "headerAt" | "peopleAt"> {
  let most = 0;
  let headerAt = 0;
  let peopleAt = Infinity;
  for (const [at, row] of rows.entries()) {
    // most rows cannot have more headers than the header's row has
    if (row.length < most) continue;
    peopleAt = Math.min(peopleAt, at);
    if (row.length === most) continue;
    let headers = 0;
    for (const cell of row) if (readHeader(cell) !== null) headers++;
    if (headers > most) [most, headerAt, peopleAt] = [headers, at, Infinity];
  }
  return { headers: most, headerAt, peopleAt };
}
