import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreesWith, isRealDate, packDate } from "../../src/field/birth-date.ts";
import { IDENTIFIER_LEVELS } from "../../src/field/identifier.ts";
import { NIK } from "../../src/field/nik.ts";
import {
  carriesDate,
  comparePackedNiks,
  digitAt,
  digitsApart,
  halfBeforeRounding,
  isAllDigits,
  isFiller,
  isWrittenNik,
  NIK_DIGITS,
  NIK_HALF,
  packDigits,
  unpackDigits,
} from "../../src/field/packed-nik.ts";
import { placesApart, TWO_NIKS } from "../laws/niks.ts";

const EIGHT_DIGITS = fc.stringMatching(/^[0-9]{8}$/);

function packedLevel(roster: string, source: string): string {
  const halves = [roster, source].flatMap((nik) => [packDigits(nik, 0), packDigits(nik, NIK_HALF)]);
  const [high, low, otherHigh, otherLow] = halves as [number, number, number, number];
  return IDENTIFIER_LEVELS[comparePackedNiks(high, low, otherHigh, otherLow)]!.name;
}

describe("eight packed digits", () => {
  test("come apart again", () => {
    fc.assert(
      fc.property(EIGHT_DIGITS, (digits) => {
        const packed = packDigits(digits, 0);
        expect(unpackDigits(packed)).toBe(digits);
        expect([...digits].map((_, i) => digitAt(packed, i))).toEqual([...digits].map(Number));
      }),
    );
  });

  test("are taken from where they stand", () => {
    expect(unpackDigits(packDigits("1605095205909014", NIK_HALF))).toBe("05909014");
    expect(unpackDigits(packDigits("99999999", 0))).toBe("99999999");
    expect(unpackDigits(packDigits("00000001", 0))).toBe("00000001");
  });

  test("are as far apart as they have differing places", () => {
    const near = fc.tuple(EIGHT_DIGITS, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7])).map(([digits, places]) => {
      const other = [...digits]
        .map((digit, i) => (places.includes(i) ? (Number(digit) + 1) % 10 : digit))
        .join("");
      return [digits, other] as const;
    });
    fc.assert(
      fc.property(fc.oneof(fc.tuple(EIGHT_DIGITS, EIGHT_DIGITS), near), ([a, b]) => {
        expect(digitsApart(packDigits(a, 0), packDigits(b, 0))).toBe(placesApart(a, b));
      }),
    );
  });
});

test("a packed NIK is a filler where it cannot be read written out", () => {
  const counted = fc
    .tuple(fc.nat(9), fc.nat(9))
    .map(([first, step]) => Array.from({ length: NIK_DIGITS }, (_, i) => (first + i * step) % 10).join(""));
  fc.assert(
    fc.property(fc.oneof(counted, fc.stringMatching(/^[0-9]{16}$/)), (digits) => {
      fc.pre(!digits.endsWith("0000"));
      const packed = isFiller(packDigits(digits, 0), packDigits(digits, NIK_HALF));
      expect(packed).toBe(NIK.clean(digits).state === "malformed");
    }),
  );
});

describe("two packed NIKs", () => {
  test("compare as the numbers written out do", () => {
    fc.assert(
      fc.property(TWO_NIKS, ([roster, source]) => {
        const written = NIK.compare(NIK.clean(roster), NIK.clean(source));
        expect(packedLevel(roster, source), `${roster} ${source}`).toBe(IDENTIFIER_LEVELS[written]!.name);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["exact", "1605095205909014"],
    ["excel_zeroed", "1605095205909010"],
    ["transposed", "1605092505909014"],
    ["transposed", "1605095209509014"],
    ["one_digit_in_region", "2605095205909014"],
    ["one_digit_in_date", "1605095205919014"],
    ["one_digit_in_serial", "1605095205909015"],
    ["two_digits", "2605095205909015"],
    ["different", "2705095205909015"],
  ])("are %s", (level, source) => {
    expect(packedLevel("1605095205909014", source)).toBe(level);
    expect(packedLevel(source, "1605095205909014")).toBe(level);
  });
});

test("a packed NIK carries the dates that the written one does", () => {
  const dates = fc.tuple(fc.integer({ min: 1900, max: 2026 }), fc.nat(13), fc.nat(32));
  const niks = fc.oneof(
    fc.stringMatching(/^[1-9][0-9]{15}$/),
    fc
      .tuple(dates, fc.boolean())
      .map(([[year, month, day], isFemale]) =>
        [160509, twoDigits(day + (isFemale ? 40 : 0)), twoDigits(month), twoDigits(year % 100), "0001"].join(
          "",
        ),
      ),
  );
  fc.assert(
    fc.property(niks, dates, fc.boolean(), (nik, [year, month, day], isOwn) => {
      const written = [
        Number(nik.slice(6, 8)) % 40,
        Number(nik.slice(8, 10)),
        1900 + Number(nik.slice(10, 12)),
      ];
      const [d, m, y] = isOwn ? (written as [number, number, number]) : [day, month, year];
      fc.pre(isRealDate(y, m, d));
      const inside = NIK.birthDateDigits(NIK.clean(nik));
      const packed = packDate(y, m, d);
      fc.pre(inside !== null);
      expect(carriesDate(packDigits(nik, 0), packDigits(nik, NIK_HALF), packed)).toBe(
        agreesWith(inside, packed),
      );
    }),
  );
});

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

describe("an identifier, as far as it can be packed", () => {
  test.each([
    ["1605094505909001", { isWritten: true, isAllDigits: true, half: null }],
    // letters for digits, and a digit too few
    ["16O5O945O59O9OO1", { isWritten: false, isAllDigits: true, half: null }],
    ["160509450590901", { isWritten: false, isAllDigits: true, half: null }],
    // what Excel zeroed is in doubt
    ["1605094505900000", { isWritten: false, isAllDigits: false, half: null }],
    ["1,60509E+15", { isWritten: false, isAllDigits: false, half: ["16050850", "16050949"] }],
    ["1,6E+15", { isWritten: false, isAllDigits: false, half: ["15500000", "16499999"] }],
    ["tidak ada", { isWritten: false, isAllDigits: false, half: null }],
  ])("%s", (text, expected) => {
    const identifier = NIK.clean(text);
    expect({
      isWritten: isWrittenNik(identifier),
      isAllDigits: isAllDigits(identifier),
      half: halfBeforeRounding(identifier)?.map(unpackDigits) ?? null,
    }).toEqual(expected);
  });
});
