import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IDENTIFIER_LEVELS } from "../../src/field/identifier.ts";
import { PLAIN } from "../../src/field/plain.ts";

const level = (roster: string, source: string) =>
  IDENTIFIER_LEVELS[PLAIN.compare(PLAIN.clean(roster), PLAIN.clean(source))]!.name;
const text = fc.string({ unit: fc.constantFrom("A", "b", "1", "2", "-", " "), maxLength: 12 });

describe("a plain identifier is read", () => {
  it.each([
    ["THK-II/0123", "THKII0123"],
    ["thk ii 0123", "THKII0123"],
    ["  00123 ", "00123"],
    ["00123.0", "00123"],
    ["00123,00", "00123"],
    ["01.23", "0123"],
    ["12E5", "12E5"],
    ["é-1", "E1"],
  ])("%j as %s", (raw, value) =>
    expect(PLAIN.clean(raw)).toEqual({ state: "sound", value, certain: value.length, lookalike: false }),
  );

  it.each(["", "-", "0", "NULL", "#N/A", "%%"])("%j is missing", (raw) =>
    expect(PLAIN.clean(raw).state).toBe("missing"),
  );

  it("as far as scientific notation leaves it", () => {
    expect(PLAIN.clean("1,23456E+11")).toEqual({
      state: "damaged",
      value: "123456",
      certain: 5,
      lookalike: false,
    });
  });

  it("not at all when it is as long as a sentence", () => {
    expect(PLAIN.clean("A1".repeat(100))).toMatchObject({ state: "malformed", value: "" });
  });

  it("once and for all", () => {
    fc.assert(
      fc.property(text, (raw) => {
        const found = PLAIN.clean(raw);
        if (found.state === "sound") expect(PLAIN.clean(found.value)).toEqual(found);
      }),
    );
  });

  it("knows no birth date and no sex", () => {
    expect(PLAIN.birthDateDigits(PLAIN.clean("1605095205909001"))).toBeNull();
    expect(PLAIN.sex(PLAIN.clean("1605095205909001"))).toBe(0);
  });
});

describe("two plain identifiers", () => {
  it.each([
    ["thk-0123", "THK 0123", "exact"],
    ["THK0132", "THK0123", "transposed"],
    ["THK013", "THK0123", "digit_lost"],
    ["THK01223", "THK0123", "digit_added"],
    ["THK0124", "THK0123", "one_digit_in_serial"],
    ["THK0199", "THK0123", "two_digits"],
    ["THK01", "THK0123", "different"],
    ["THK01299", "THK01234", "two_digits"],
    ["HK01299", "THK0129", "two_digits"],
    ["AB12", "AB21", "transposed"],
    ["AB12", "AB99", "different"],
    ["AB12", "CD34", "different"],
    ["1,23456E+11", "123456789012", "damaged"],
    ["1,23457E+11", "123456789012", "excel_rounded"],
    ["123456789012", "1,23457E+11", "excel_rounded"],
    ["A1".repeat(100), "AB12", "damaged"],
    ["", "AB12", "missing"],
    ["AB12", "-", "missing"],
  ])("%j and %j: %s", (roster, source, expected) => expect(level(roster, source)).toBe(expected));

  it("agree exactly with themselves, and compare alike from either side", () => {
    const mirror: Record<string, string> = { digit_lost: "digit_added", digit_added: "digit_lost" };
    fc.assert(
      fc.property(text, text, (a, b) => {
        if (PLAIN.clean(a).state === "sound") expect(level(a, a)).toBe("exact");
        const forth = level(a, b);
        expect(level(b, a)).toBe(mirror[forth] ?? forth);
      }),
      { numRuns: 1000 },
    );
  });
});
