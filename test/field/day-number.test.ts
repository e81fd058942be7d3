import { expect, test } from "vitest";
import { DAYS_FROM_1900_TO_1904, dateOfDayNumber, FIRST_DAY_NUMBER } from "../../src/field/day-number.ts";
import { everyDay } from "./calendar.ts";

test("every day from March 1900 on has the next number", () => {
  let number = FIRST_DAY_NUMBER;
  const wrong: number[] = [];
  for (const date of everyDay(1900, 2410)) {
    if (date < 19_000_301) continue;
    if (dateOfDayNumber(number) !== date) wrong.push(date);
    number++;
  }
  expect(wrong).toEqual([]);
});

test("Excel's last day and the first of the 1904 system", () => {
  expect(dateOfDayNumber(2_958_465)).toBe(99_991_231);
  expect(dateOfDayNumber(DAYS_FROM_1900_TO_1904)).toBe(19_040_101);
});
