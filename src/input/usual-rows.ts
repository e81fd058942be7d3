/** How long and how full the rows of a table usually are. */
import { FEWEST_ROWS } from "./columns.ts";
import type { HeaderCell } from "./header-rows.ts";
import type { UsualCells } from "./moved-cells.ts";
import type { Cells } from "./rows.ts";

/**
 * Between how many cells a row says nothing about where they stand. Programs write blank cells at the end of every row,
 * and Excel leaves them out of some: neither is a cell too many or too few.
 */
export function usualCells(titled: number, people: readonly Cells[]): UsualCells {
  if (people.length < FEWEST_ROWS) return { fewest: titled, most: titled };
  return { fewest: Math.min(titled, usualEnd(people)), most: Math.max(titled, usualLength(people)) };
}

/** Cells up to the last that has a header. */
export function titledCells(cells: readonly HeaderCell[]): number {
  return cells.findLastIndex(({ text }) => text !== "") + 1;
}

/** Whether something stands behind so many cells. */
export function exceeds(cells: Cells, width: number): boolean {
  return cells.slice(width).some((cell) => cell !== "");
}

/** The commonest number of cells, 0 where there are no rows. */
export function usualLength(rows: readonly Cells[]): number {
  const counts = new Map<number, number>();
  for (const cells of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let usual = 0;
  for (const [length, count] of counts) {
    const most = counts.get(usual) ?? 0;
    // of two as usual the longer, whichever row stands first
    if (count > most || (count === most && length > usual)) usual = length;
  }
  return usual;
}

/** Median of the cells up to the last that is filled. */
function usualEnd(rows: readonly Cells[]): number {
  const ends = Uint32Array.from(rows, (cells) => cells.findLastIndex((cell) => cell !== "") + 1).sort();
  return ends[ends.length >> 1] ?? 0;
}

/** Median of the filled cells of a row, 0 where there are none. */
export function usualFilled(rows: readonly Cells[]): number {
  const counts = Uint32Array.from(rows, (cells) => cells.filter((cell) => cell !== "").length).sort();
  return counts[counts.length >> 1] ?? 0;
}
