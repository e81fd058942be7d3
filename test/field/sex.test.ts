import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanSex, compareSex, SEX_LEVELS, type Sex } from "../../src/field/sex.ts";
import { ANY_CHARACTER } from "../any-character.ts";

const level = (roster: Sex, source: Sex) => SEX_LEVELS[compareSex(roster, source)]!.name;

describe("sex is read", () => {
  it.each([
    "L",
    "l",
    " L ",
    "L.",
    "LK",
    "Lk",
    "LAKI-LAKI",
    "Laki-laki",
    "laki laki",
    "LAKI - LAKI",
    "Laki2",
    "Pria",
    "1",
    "01",
    "1.0",
    "1,0",
    "LKI",
    "Laki",
    "Male",
    "♂",
    "Laki-Laki (L)",
    "1. Laki-laki",
    "LAKI-LAKI Gol. Darah : AB",
  ])("%j as male", (text) => expect(cleanSex(text)).toBe(1));

  it.each([
    "P",
    "p",
    "PR",
    "Pr.",
    "PEREMPUAN",
    "Perempuan ",
    "Wanita",
    "W",
    "PRP",
    "2",
    "02",
    "2.0",
    "2,0",
    "P (Perempuan)",
    "PEREMPUAN GOLONGAN DARAH : -",
    "F",
    "female",
    "Prempuan",
    "♀",
  ])("%j as female", (text) => expect(cleanSex(text)).toBe(2));

  it.each([
    "",
    "-",
    "0",
    "3",
    "10",
    "20",
    "L/P",
    "X",
    "NULL",
    "Laki-laki/Perempuan",
    "Laki-laki (P)",
    "1. Perempuan",
    "P/W",
    "M",
    "m",
    "L".repeat(500),
  ])("%j as unknown", (text) => expect(cleanSex(text)).toBe(0));

  it("M as male in an English file only", () => {
    expect(cleanSex("M", true)).toBe(1);
    expect(cleanSex("m", true)).toBe(1);
    expect(cleanSex("F", true)).toBe(2);
    expect(cleanSex("M", false)).toBe(0);
  });

  it("P as male in a file of pria and wanita only", () => {
    for (const text of ["P", "p", " P.", "Pria"]) expect(cleanSex(text, false, true)).toBe(1);
    for (const text of ["W", "w", "PR", "Perempuan"]) expect(cleanSex(text, false, true)).toBe(2);
    expect(cleanSex("P")).toBe(2);
  });

  it.each(["(", " ", "GOL "])("without delay, however long a text goes on: %j", (part) => {
    const began = performance.now();
    expect(cleanSex(part.repeat(100_000))).toBe(0);
    // by the square of the text it took seconds
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it("without ever throwing", () => {
    fc.assert(
      fc.property(fc.string({ unit: ANY_CHARACTER, maxLength: 40 }), fc.boolean(), (text, english) => {
        expect([0, 1, 2]).toContain(cleanSex(text, english));
      }),
    );
  });
});

describe("two sexes", () => {
  it.each([
    [1, 1, "exact"],
    [2, 2, "exact"],
    [1, 2, "different"],
    [2, 1, "different"],
    [0, 1, "missing"],
    [2, 0, "missing"],
    [0, 0, "missing"],
  ] as const)("%i and %i: %s", (roster, source, expected) => expect(level(roster, source)).toBe(expected));
});
