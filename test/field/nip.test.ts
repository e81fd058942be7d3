import { describe, expect, it } from "vitest";
import { IDENTIFIER_LEVELS } from "../../src/field/identifier.ts";
import { NIP } from "../../src/field/nip.ts";

/** A woman born on 12 May 1990, appointed in March 2015. */
const WOMAN = "199005122015032901";

const level = (roster: string, source: string) =>
  IDENTIFIER_LEVELS[NIP.compare(NIP.clean(roster), NIP.clean(source))]!.name;

describe("a NIP is read", () => {
  it.each([
    WOMAN,
    "19900512 201503 2 901",
    "19900512.201503.2.901",
    `'${WOMAN}`,
    `${WOMAN}.0`,
    "19900512 2O1503 2 90I",
  ])("from %j", (text) =>
    expect(NIP.clean(text)).toMatchObject({ state: "sound", value: WOMAN, certain: 18 }),
  );

  it.each([
    // Excel zeroes the three digits of the serial
    ["199005122015032000", "199005122015032000", 15],
    ["1.99005E+17", "199005", 5],
    ["19900512201503290", "19900512201503290", 17],
    ["1990051220150329011", "1990051220150329011", 19],
  ])("%j is damaged", (text, value, certain) =>
    expect(NIP.clean(text)).toMatchObject({ state: "damaged", value, certain }),
  );

  it.each(["", "-", "0", "000000000000000000"])("%j is missing", (text) =>
    expect(NIP.clean(text).state).toBe("missing"),
  );

  it.each(["tenaga harian", "1.6051E+15", "12345"])("%j is malformed", (text) =>
    expect(NIP.clean(text).state).toBe("malformed"),
  );
});

describe("two NIPs", () => {
  it.each([
    [WOMAN, WOMAN, "exact"],
    ["199005122015032000", WOMAN, "excel_zeroed"],
    [WOMAN, "199005122015032000", "excel_zeroed"],
    ["199005122015031000", WOMAN, "damaged"],
    ["1.99005E+17", WOMAN, "excel_rounded"],
    ["199005122015032910", WOMAN, "transposed"],
    ["19900512201503291", WOMAN, "digit_lost"],
    ["1990051220150322901", WOMAN, "digit_added"],
    ["199005132015032901", WOMAN, "one_digit_in_date"],
    ["199005122014032901", WOMAN, "one_digit_in_serial"],
    ["199005122015032902", WOMAN, "one_digit_in_serial"],
    // only the last of the fifteen kept digits could be Excel's doing, and it is not 0 on either side
    ["199005122015032900", WOMAN, "one_digit_in_serial"],
    ["199005132015032902", WOMAN, "two_digits"],
    ["198507012010011902", WOMAN, "different"],
    ["tenaga harian", WOMAN, "damaged"],
    ["", WOMAN, "missing"],
  ])("%j and %j: %s", (roster, source, expected) => expect(level(roster, source)).toBe(expected));
});

describe("inside a NIP", () => {
  it.each([
    [WOMAN, { day: 12, month: 5, yearOfCentury: 90, year: 1990 }, 2],
    ["200101312024211901", { day: 31, month: 1, yearOfCentury: 1, year: 2001 }, 1],
    ["199005122015032000", { day: 12, month: 5, yearOfCentury: 90, year: 1990 }, 2],
    ["199013122015033901", null, 0],
    ["19900512201503291", null, 0],
    ["1.99005E+17", null, 0],
    ["", null, 0],
  ] as const)("%j", (text, inside, sex) => {
    expect(NIP.birthDateDigits(NIP.clean(text))).toEqual(inside);
    expect(NIP.sex(NIP.clean(text))).toBe(sex);
  });
});
