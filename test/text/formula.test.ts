/** What a spreadsheet would run is harmless in our files, and nothing is lost by it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { armed, defused } from "../../src/text/formula.ts";

const MARKS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];

/** Texts in which the marks are likelier than chance would have them. */
const text = fc.string({
  unit: fc.oneof(fc.constantFrom("'", ...MARKS), fc.string({ maxLength: 1 })),
  maxLength: 6,
});

describe("a text in a CSV file", () => {
  test("never begins as a formula does", () => {
    fc.assert(fc.property(text, (cell) => !MARKS.includes(defused(cell).charAt(0))));
  });

  test("comes back to the letter", () => {
    fc.assert(fc.property(text, (cell) => armed(defused(cell)) === cell));
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["-6,5", "'-6,5"],
    ["'=1", "''=1"],
    ["＝1+1", "'＝1+1"],
    ["'Aisyah", "'Aisyah"],
    ["SITI", "SITI"],
    ["", ""],
  ])("%j is written %j", (cell, written) => {
    expect(defused(cell)).toBe(written);
    expect(armed(written)).toBe(cell);
  });
});
