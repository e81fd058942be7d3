import { expect, test } from "vitest";
import { columnLetters, columnOf } from "../../src/text/column-letters.ts";

test("columns have the letters that a spreadsheet shows", () => {
  expect([0, 25, 26, 27, 701, 702, 16_383].map(columnLetters)).toEqual([
    "A",
    "Z",
    "AA",
    "AB",
    "ZZ",
    "AAA",
    "XFD",
  ]);
});

test("letters lead back to their column, with or without a row, in either case", () => {
  for (let column = 0; column < 16_384; column++) expect(columnOf(columnLetters(column))).toBe(column);
  expect(columnOf("AB12")).toBe(27);
  expect(columnOf("ab")).toBe(27);
  expect(columnOf("12")).toBe(-1);
});
