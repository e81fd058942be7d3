/** The few figures made from measurements. */
import type { Measurement } from "./measure.ts";

/** The middle one, or halfway between the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("no values");
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

export type Quantity = "seconds" | "cpuSeconds" | "peakBytes";

export function medianOf(measured: readonly Measurement[], quantity: Quantity): number {
  return median(measured.map((each) => each[quantity]));
}

/** How many times as much, round by round against what ran in the same round; the median of it. */
export function ratioTo(
  yardstick: readonly Measurement[],
  measured: readonly Measurement[],
  quantity: Quantity,
): number {
  return median(measured.map((each, round) => each[quantity] / yardstick[round]![quantity]));
}

/** The power of the size by which the time grows: 1 when it doubles with the rows, 2 when it quadruples. */
export function growthExponent(
  from: { readonly rows: number; readonly seconds: number },
  to: { readonly rows: number; readonly seconds: number },
): number {
  return Math.log(to.seconds / from.seconds) / Math.log(to.rows / from.rows);
}
