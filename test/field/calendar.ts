/** The days of the calendar. */
import fc from "fast-check";
import { isRealDate, packDate } from "../../src/field/birth-date.ts";

/** Counted one by one, packed. */
export function* everyDay(fromYear: number, toYear: number) {
  for (let year = fromYear; year <= toYear; year++) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; isRealDate(year, month, day); day++) yield packDate(year, month, day);
    }
  }
}

/** A day on which somebody of working age may be born. */
export const day = fc.constantFrom(...everyDay(1947, 2010));
