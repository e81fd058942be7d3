/**
 * Which character separates the cells of a CSV file: the one under which a row of known headers shows, then the one
 * under which most rows have the same number of cells. Quotes are respected. Indonesian Windows writes `;`, and
 * Excel's `sep=` line settles it (domain.md §8).
 */
import { splitCells } from "./csv-cells.ts";
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
}

/** @param isWhole whether `head` is all of the file. */
export function detectDelimiter(head: Buffer, isWhole: boolean): DelimiterChoice {
  const isAll = isWhole && head.length <= SAMPLE_BYTES;
  const sample = head.subarray(0, SAMPLE_BYTES);
  const declared = declaredDelimiter(sample);
  if (declared !== null)
    return { delimiter: declared, width: usualWidth(sampleRows(sample, isAll, declared)).width };
  let best: { delimiter: string; width: number; headers: number; evenness: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const rows = sampleRows(sample, isAll, delimiter);
    // rows of so few cells cannot show as many headers
    if (best !== null && rows.every((row) => row.length < best!.headers)) continue;
    const { width, share } = usualWidth(rows);
    const candidate = { delimiter, width, headers: mostHeaders(rows), evenness: share * (width - 1) };
    if (best === null || isBetter(candidate, best)) best = candidate;
  }
  return { delimiter: best!.delimiter, width: best!.width };
}

function isBetter(
  a: { headers: number; evenness: number },
  b: { headers: number; evenness: number },
): boolean {
  return a.headers !== b.headers ? a.headers > b.headers : a.evenness > b.evenness;
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

/** The commonest number of cells, blank rows aside, and the share of rows that have it; the larger on a tie. */
function usualWidth(rows: readonly (readonly string[])[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  let filled = 0;
  for (const row of rows) {
    if (row.every((cell) => cell.trim() === "")) continue;
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
  return { width, share: filled === 0 ? 0 : most / filled };
}

function mostHeaders(rows: readonly (readonly string[])[]): number {
  let most = 0;
  for (const row of rows) {
    // most rows cannot have more headers than the header's row has
    if (row.length <= most) continue;
    let headers = 0;
    for (const cell of row) if (readHeader(cell) !== null) headers++;
    if (headers > most) most = headers;
  }
  return most;
}
