import { describe, expect, test } from "vitest";
import { ANI, rosterOf } from "../laws/clean.ts";

/** On one day one was born, on one two, on one three. */
const BORN = ["1990-05-12", "1988-07-01", "1988-07-01", "1988-07-01", "1970-01-02", "1970-01-02"];
const { frequencies } = rosterOf(
  BORN.map((date, i) => ({
    ...ANI,
    nik: "",
    name: `ANI ${"ABCDEF"[i]}`,
    date: date.split("-").reverse().join("-"),
  })),
);

/** How rare a day is by what is known of days in general, in bits. */
const bits = (prior: number, others = 0): number => -Math.log2((others + 300 * prior) / (BORN.length + 300));
const ORDINARY = 1 / 13_000;
const PLACEHOLDER = 1 / 700;

describe("a birth date is as rare as it is in the roster and among all people together:", () => {
  test.each([
    ["a day nobody was born on", 19_910_512, bits(ORDINARY)],
    ["a day of one, who is not counted for himself", 19_900_512, bits(ORDINARY)],
    ["a day of two", 19_700_102, bits(ORDINARY, 1)],
    ["a placeholder of three", 19_880_701, bits(PLACEHOLDER, 2)],
    ["1 January of the first year that is counted by its days", 19_000_101, bits(PLACEHOLDER)],
    ["a day of that year", 19_000_102, bits(ORDINARY)],
    ["1 January of another year", 19_870_101, bits(PLACEHOLDER)],
    ["the day before 31 December", 19_871_230, bits(ORDINARY)],
    ["31 December of the last year", 20_991_231, bits(PLACEHOLDER)],
    ["1 July before the years that are counted so", 18_990_701, bits(PLACEHOLDER)],
    ["2 July after them", 21_000_702, bits(ORDINARY)],
  ])("%s", (_which, date, expected) => {
    expect(frequencies.dateBits(date)).toBe(expected);
  });
});
