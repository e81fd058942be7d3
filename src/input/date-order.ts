/**
 * Day first or month first, settled for a whole column: by dates that can be read one way only, else by the dates
 * inside the identifiers, else day first, as is official everywhere here (domain.md §4). Reads numeric dates only:
 * a month written as a word needs no order. A column may hold both orders: then dates that can be read one way only
 * are read that way, and it is said of the others that they might not be.
 */
import type { BirthDateDigits } from "../field/identifier.ts";
import type { DateOrder } from "../field/written-date.ts";

export interface DatedRow {
  readonly date: string;
  /** The birth date inside the row's identifier; asked for only where the dates themselves prove nothing. */
  readonly inside: BirthDateDigits | null;
}

export interface DateOrderChoice {
  readonly order: DateOrder;
  /**
   * `proven` by the dates themselves, by agreement with the dates inside the `nik`, or `assumed` day first; `mixed`
   * where some dates prove one order and some the other, and the order is that of the dates that can be read both ways.
   */
  readonly how: "proven" | "nik" | "assumed" | "mixed";
}

const NUMERIC = /^\D*(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})(?!\d)/;
/** So many times more dates of one order than of the other are proof: the others are slips. */
const SLIPS = 20;

export function detectDateOrder(rows: readonly DatedRow[]): DateOrderChoice {
  let longYearFirst = 0;
  let shortYearFirst = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  const yearsLast: { row: DatedRow; first: number; second: number }[] = [];
  for (const row of rows) {
    const match = NUMERIC.exec(row.date);
    if (match === null) continue;
    const first = Number(match[1]);
    const second = Number(match[2]);
    if (first > 31) {
      if (match[1]!.length > 2) longYearFirst++;
      else shortYearFirst++;
      continue;
    }
    if (first > 12 && second <= 12) dayFirst++;
    else if (second > 12 && first <= 12) monthFirst++;
    yearsLast.push({ row, first, second });
  }
  // years of four digits speak for themselves: they settle the order only where nothing else is left to settle
  if (shortYearFirst > yearsLast.length || (longYearFirst > 0 && yearsLast.length === 0))
    return { order: "ymd", how: "proven" };
  if (dayFirst > monthFirst * SLIPS) return { order: "dmy", how: "proven" };
  if (monthFirst > dayFirst * SLIPS) return { order: "mdy", how: "proven" };
  let insideDayFirst = 0;
  let insideMonthFirst = 0;
  for (const { row, first, second } of yearsLast) {
    const { inside } = row;
    if (inside === null || inside.day === inside.month) continue;
    if (inside.day === first && inside.month === second) insideDayFirst++;
    else if (inside.day === second && inside.month === first) insideMonthFirst++;
  }
  const order = insideMonthFirst > insideDayFirst ? "mdy" : "dmy";
  // so many slips are none
  if (dayFirst > 0 && monthFirst > 0) return { order, how: "mixed" };
  if (insideDayFirst !== insideMonthFirst) return { order, how: "nik" };
  return { order, how: insideDayFirst > 0 ? "mixed" : "assumed" };
}
