import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BirthDate } from "../../src/field/birth-date.ts";
import { IDENTIFIER_LEVELS, type Identifier } from "../../src/field/identifier.ts";
import { IDENTIFIER_KINDS, identifierField } from "../../src/field/identifier-kinds.ts";
import { NIK, nikHints } from "../../src/field/nik.ts";
import { cleanBirthDate } from "../../src/field/written-date.ts";
import { ANY_CHARACTER } from "../any-character.ts";

/** Musi Rawas, a woman born on 12 May 1990. */
const WOMAN = "1605095205909001";
/** Musi Rawas, a man born on 12 May 1990. */
const MAN = "1605091205909002";

const level = (roster: string, source: string) =>
  IDENTIFIER_LEVELS[NIK.compare(NIK.clean(roster), NIK.clean(source))]!.name;
const date = (text: string): BirthDate => cleanBirthDate(text, { order: "dmy", asOf: 20261122 });

const digit = fc.constantFrom(..."0123456789");
const digits = (length: number) => fc.string({ unit: digit, minLength: length, maxLength: length });
/** Sixteen digits that are not Excel's: the serial is 9000–9999. */
const nik = fc
  .tuple(digits(12), fc.integer({ min: 9000, max: 9999 }))
  .map(([start, serial]) => `${start}${serial}`);

describe("a NIK is read", () => {
  it.each([
    WOMAN,
    ` ${WOMAN} `,
    `'${WOMAN}`,
    `\`${WOMAN}`,
    `’${WOMAN}`,
    `"${WOMAN}"`,
    `="${WOMAN}"`,
    "1605 0952 0590 9001",
    "160509.520590.9001",
    "16.05.09.520590.9001",
    "160509-520590-9001",
    "160509–520590–9001",
    "1605\u00a00952\u00a00590\u00a09001",
    "1605095205909001\t",
    "1605095205909001\r\n",
    "\ufeff1605095205909001\u200b",
    "16050952\u200e05909001",
    `${WOMAN}.0`,
    `${WOMAN},0`,
    `${WOMAN}.00`,
    `${WOMAN},00`,
    "1.605.095.205.909.001",
    "1,605,095,205,909,001",
    "1.605.095.205.909.001,00",
    "1,605,095,205,909,001.00",
    `NIK ${WOMAN}`,
    `No. KTP: ${WOMAN}`,
    `[${WOMAN}]`,
    `_${WOMAN}_`,
    `#1605 0952 0590 9001*`,
    `[NIK ${WOMAN}]`,
    `(NIK: ${WOMAN})`,
    `NIK${WOMAN}`,
    `${WOMAN} (NIK)`,
    `${WOMAN} NIK`,
    `NIK ${WOMAN} (KTP)`,
  ])("without loss from %j", (text) => {
    expect(NIK.clean(text)).toEqual({ state: "sound", value: WOMAN, certain: 16, lookalike: false });
  });

  it.each([
    "16O5095205909001",
    "16o5095205909oo1",
    "I605095205909001",
    "l605095205909OO1",
    "|605095205909001",
    "160S095205909001",
    "160509S205909001",
    "160509 5Z0590 9001",
    "'16O5095205909001.0",
  ])("from look-alike letters in %j", (text) => {
    expect(NIK.clean(text)).toEqual({ state: "sound", value: WOMAN, certain: 16, lookalike: true });
  });

  it("with B for 8", () => {
    expect(NIK.clean("160509520590900B")).toMatchObject({ value: "1605095205909008", lookalike: true });
  });

  it.each([
    ["0605095205909001", "0605095205909001"],
    ["9101010101909001", "9101010101909001"],
    ["1605095205909000", "1605095205909000"],
  ])("%s stays sound, every digit of it", (text, value) => {
    expect(NIK.clean(text)).toMatchObject({ state: "sound", value, certain: 16 });
  });

  it.each([
    // a serial of 0000 was never given out
    ["1605095205900000", "1605095205900000", 15],
    ["1605095205900000.0", "1605095205900000", 15],
    // a digit too few or too many
    ["160509520590901", "160509520590901", 15],
    ["16050952059090011", "16050952059090011", 17],
    ["16050952059090", "16050952059090", 14],
    ["1605095205", "1605095205", 10],
    ["160509520590901.0", "160509520590901", 15],
    // scientific notation: the last digit shown is rounded
    ["1.60509E+15", "160509", 5],
    ["1,60509E+15", "160509", 5],
    ["1.6051E+15", "16051", 4],
    ["2E+15", "2", 0],
    ["'1.60509e15", "160509", 5],
    ['="1,60509E+15"', "160509", 5],
    ["1.60509520590900E+15", "160509520590900", 14],
    ["1.605095205909001e+15", "1605095205909001", 15],
  ])("%j is damaged", (text, value, certain) => {
    expect(NIK.clean(text)).toEqual({ state: "damaged", value, certain, lookalike: false });
  });

  it.each(["", " ", "-", "0", "NULL", "#N/A", "#####", "'", "0000000000000000", "N/A", "tidak ada"])(
    "%j is missing",
    (text) => expect(NIK.clean(text)).toEqual({ state: "missing", value: "", certain: 0, lookalike: false }),
  );

  it.each([
    // a NIP
    ["199005122015032001", "199005122015032001"],
    [`KK ${WOMAN}`, WOMAN],
    ["160509520590900*", "160509520590900"],
    [`${WOMAN} (lama)`, WOMAN],
    ["16O509520590900", "16509520590900"],
    ["123456789", ""],
    ["SOLI", ""],
    ["OOOOOOOOOOOOOOOO", ""],
    ["belum punya", ""],
    ["1.60509E+14", ""],
    ["1.60509E+17", ""],
    ["١٦٠٥٠٩٥٢٠٥٩٠٩٠٠١", ""],
    ["1".repeat(10_000), ""],
    // typed to get past a cell that must be filled
    ["1111111111111111", ""],
    ["9999-9999-9999-9999", ""],
    ["111111111111111", ""],
    ["1234567890123456", ""],
    ["0123456789012345", ""],
    ["9876543210987654", ""],
  ])("%j is malformed", (text, value) => {
    expect(NIK.clean(text)).toEqual({ state: "malformed", value, certain: value.length, lookalike: false });
  });

  it("once and for all: a clean NIK is read as it stands", () => {
    const marks = fc.array(fc.constantFrom(" ", ".", "-", "'", "\u00a0", "O", "x", "0", "E+15"), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(nik, marks, fc.nat({ max: 16 }), (value, inserted, at) => {
        const found = NIK.clean(value.slice(0, at) + inserted.join("") + value.slice(at));
        if (found.state === "sound") {
          expect(NIK.clean(found.value)).toEqual({ ...found, lookalike: false });
        }
      }),
    );
  });

  it("without delay, however long a text the number stands in", () => {
    for (const filler of [")", " NIK", "NIK "]) {
      const began = performance.now();
      NIK.clean(`${MAN}Q${filler.repeat(100_000)}Q`);
      // by the square of the text it took seconds
      expect(performance.now() - began).toBeLessThan(1000);
    }
  });

  it("without throwing, whatever a cell holds, and never with more certain digits than digits", () => {
    const text = fc.oneof(
      fc.string({ unit: ANY_CHARACTER }),
      fc.string({ unit: fc.constantFrom(..."0123456789OIlSBZ.,E+-' "), maxLength: 24 }),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const found = NIK.clean(raw);
        expect(found.value).toMatch(/^[0-9]*$/);
        expect(found.certain).toBeLessThanOrEqual(found.value.length);
        expect(found.state === "missing" ? found.value : "").toBe("");
      }),
      { numRuns: 3000 },
    );
  });
});

describe("two NIKs", () => {
  it.each([
    [WOMAN, WOMAN, "exact"],
    [`'${WOMAN}`, "16O5095205909001", "exact"],
    // Excel: the sixteenth digit became 0
    ["1605095205909000", WOMAN, "excel_zeroed"],
    [WOMAN, "1605095205909000", "excel_zeroed"],
    ["1605095205900000", "1605095205900007", "excel_zeroed"],
    ["1605095205900007", "1605095205900000", "excel_zeroed"],
    ["1605095205900000", "1605095205900000", "excel_zeroed"],
    ["1605095205900000", "1605095205900017", "damaged"],
    ["1605095205900000", MAN, "damaged"],
    // Excel: scientific notation
    ["1.60509E+15", "1605091205909002", "excel_rounded"],
    ["1,60509E+15", "1605094205909002", "excel_rounded"],
    ["1,6051E+15", WOMAN, "excel_rounded"],
    ["1.6051E+15", "1605095205909001", "excel_rounded"],
    ["1.6E+15", "1599995205909001", "excel_rounded"],
    ["1.60509E+15", WOMAN, "damaged"],
    ["1.60509E+15", "1605085205909001", "excel_rounded"],
    ["1.60509E+15", "3171095205909001", "damaged"],
    [WOMAN, "1.6051E+15", "excel_rounded"],
    ["1.6051E+15", "1.6051E+15", "excel_rounded"],
    ["1.60510E+15", "1.6051E+15", "excel_rounded"],
    ["1.6051E+15", "160509520590901", "damaged"],
    // typing
    ["1605095205909010", "1605095205909001", "transposed"],
    ["6105095205909001", WOMAN, "transposed"],
    ["1605092505909001", WOMAN, "transposed"],
    ["160509520590901", WOMAN, "digit_lost"],
    ["605095205909001", WOMAN, "digit_lost"],
    ["160509520590900", WOMAN, "digit_lost"],
    [WOMAN, "160509520590901", "digit_added"],
    ["16050952059090011", WOMAN, "digit_added"],
    ["16050952059099001", WOMAN, "digit_added"],
    [WOMAN, "16050952059090011", "digit_lost"],
    ["160509520590902", WOMAN, "damaged"],
    ["16050952059090", WOMAN, "damaged"],
    ["160509520590901", "160509520590901", "exact"],
    ["2605095205909001", WOMAN, "one_digit_in_region"],
    ["1605085205909001", WOMAN, "one_digit_in_region"],
    ["1605095305909001", WOMAN, "one_digit_in_date"],
    ["1605095205919001", WOMAN, "one_digit_in_date"],
    ["1605095205909002", WOMAN, "one_digit_in_serial"],
    ["1605095205908001", WOMAN, "one_digit_in_serial"],
    ["1605095205909013", WOMAN, "two_digits"],
    ["2605095205909002", WOMAN, "two_digits"],
    ["1605095205908002", WOMAN, "two_digits"],
    ["1605091205909012", WOMAN, "different"],
    [MAN, WOMAN, "two_digits"],
    ["3171011203859001", WOMAN, "different"],
    // not readable as a NIK
    ["199005122015032001", WOMAN, "damaged"],
    ["belum punya", WOMAN, "damaged"],
    ["belum punya", "belum punya", "damaged"],
    [WOMAN, "123", "damaged"],
    ["", WOMAN, "missing"],
    [WOMAN, "-", "missing"],
    ["", "", "missing"],
    ["", "belum punya", "missing"],
  ])("%j and %j: %s", (roster, source, expected) => expect(level(roster, source)).toBe(expected));

  it("agree exactly with themselves", () => {
    fc.assert(
      fc.property(nik, (value) => {
        expect(level(value, value)).toBe("exact");
      }),
    );
  });

  it("compare alike from either side, a lost digit being an added one", () => {
    const mirror: Record<string, string> = { digit_lost: "digit_added", digit_added: "digit_lost" };
    const other = fc.oneof(
      nik,
      digits(15),
      digits(17),
      fc.constantFrom("1.6051E+15", "", "x", "1605095205900000"),
    );
    fc.assert(
      fc.property(fc.oneof(other, fc.constant(WOMAN)), other, (a, b) => {
        const forth = level(a, b);
        expect(level(b, a)).toBe(mirror[forth] ?? forth);
      }),
      { numRuns: 2000 },
    );
  });

  it("are found again after any single slip", () => {
    fc.assert(
      fc.property(nik, fc.nat({ max: 15 }), digit, (value, at, wrong) => {
        expect(level(value.slice(0, at) + value.slice(at + 1), value)).toBe("digit_lost");
        expect(level(value.slice(0, at) + wrong + value.slice(at), value)).toBe("digit_added");
        const typo = value.slice(0, at) + wrong + value.slice(at + 1);
        if (wrong === value[at]) expect(level(typo, value)).toBe("exact");
        else if (at === 15 && (wrong === "0" || value[at] === "0")) {
          expect(level(typo, value)).toBe("excel_zeroed");
        } else {
          const part = at < 6 ? "region" : at < 12 ? "date" : "serial";
          expect(level(typo, value)).toBe(`one_digit_in_${part}`);
        }
        if (at < 15 && value[at] !== value[at + 1]) {
          const swapped = value.slice(0, at) + value[at + 1] + value[at] + value.slice(at + 2);
          expect(level(swapped, value)).toBe("transposed");
        }
      }),
    );
  });

  it("are recognised in every notation a spreadsheet can round them to", () => {
    // serials 9000–9999 are far from a carry over all digits; rounding is checked against big integers
    fc.assert(
      fc.property(nik, fc.integer({ min: 2, max: 12 }), (value, shown) => {
        fc.pre(value[0] !== "0");
        const unit = 10n ** BigInt(16 - shown);
        const rounded = String(((BigInt(value) + unit / 2n) / unit) * unit);
        fc.pre(rounded.length === 16);
        const mantissa = rounded.slice(1, shown).replace(/0+$/, "");
        const text = `${rounded[0]}${mantissa === "" ? "" : `,${mantissa}`}E+15`;
        expect(level(text, value)).toBe("excel_rounded");
      }),
    );
  });
});

describe("inside a NIK", () => {
  it.each([
    [WOMAN, { day: 12, month: 5, yearOfCentury: 90, year: null }, 2],
    [MAN, { day: 12, month: 5, yearOfCentury: 90, year: null }, 1],
    ["1605097112009001", { day: 31, month: 12, yearOfCentury: 0, year: null }, 2],
    ["1605092902009001", { day: 29, month: 2, yearOfCentury: 0, year: null }, 1],
    // first fifteen digits intact
    ["1605095205900000", { day: 12, month: 5, yearOfCentury: 90, year: null }, 2],
    // no dates
    ["1605094013909001", null, 0],
    ["1605090005909001", null, 0],
    ["1605094005909001", null, 0],
    ["1605098105909001", null, 0],
    ["1605093202909001", null, 0],
    ["1605092902019001", null, 0],
    // digits moved, rounded or missing
    ["160509520590901", null, 0],
    ["16050952059090011", null, 0],
    ["1.60510E+15", null, 0],
    [`KK ${WOMAN}`, null, 0],
    ["", null, 0],
  ] as const)("%j", (text, inside, sex) => {
    expect(NIK.birthDateDigits(NIK.clean(text))).toEqual(inside);
    expect(NIK.sex(NIK.clean(text))).toBe(sex);
  });
});

describe("hints about a NIK", () => {
  const hints = (text: string, birthDate: string, sex: 0 | 1 | 2) =>
    nikHints(NIK.clean(text), date(birthDate), sex);

  it.each([
    [WOMAN, "12-05-1990", 2, []],
    [MAN, "12-05-1990", 1, []],
    [WOMAN, "12-05-1990", 1, ["nik.sex_conflict"]],
    [MAN, "12-05-1990", 2, ["nik.sex_conflict"]],
    [WOMAN, "13-05-1990", 2, ["nik.birth_date_conflict"]],
    [WOMAN, "12-05-1991", 2, ["nik.birth_date_conflict"]],
    [WOMAN, "05-12-1990", 2, ["nik.birth_date_conflict"]],
    ["1605091305909001", "12-05-1990", 2, ["nik.birth_date_conflict", "nik.sex_conflict"]],
    // month 13, day 00: no date at all, whatever the row says
    ["1605091213909001", "", 1, ["nik.birth_date_conflict"]],
    ["1605090005909001", "12-05-1990", 1, ["nik.birth_date_conflict"]],
    // nothing known to hold it against
    [WOMAN, "", 0, []],
    [WOMAN, "31-02-1990", 0, []],
    // places
    ["9101015205909001", "12-05-1990", 2, []],
    ["7325015205909001", "12-05-1990", 2, []],
    ["1605995205909001", "12-05-1990", 2, []],
    ["2001015205909001", "12-05-1990", 2, ["nik.unknown_region"]],
    ["1699015205909001", "12-05-1990", 2, ["nik.unknown_region"]],
    ["0605095205909001", "12-05-1990", 2, ["nik.unknown_region"]],
    ["9999994513909001", "12-05-1990", 1, ["nik.birth_date_conflict", "nik.unknown_region"]],
    // only of a sound one
    ["160509520590901", "13-05-1990", 1, []],
    ["1605095205900000", "13-05-1990", 1, []],
    ["", "13-05-1990", 1, []],
  ] as const)("%s, born %s, sex %i: %j", (text, birthDate, sex, expected) =>
    expect(hints(text, birthDate, sex)).toEqual(expected),
  );
});

describe("the kinds of identifier", () => {
  it("are found by name", () => {
    for (const kind of ["nik", "nip", "plain"] as const) {
      expect(identifierField(kind)).toBe(IDENTIFIER_KINDS[kind]);
      expect(identifierField(kind).kind).toBe(kind);
    }
  });

  it("share one list of levels in which every name stands once, missing first", () => {
    expect(IDENTIFIER_LEVELS[0].name).toBe("missing");
    expect(new Set(IDENTIFIER_LEVELS.map((entry) => entry.name)).size).toBe(IDENTIFIER_LEVELS.length);
  });

  it("take an empty cell for missing and never throw", () => {
    const text = fc.oneof(fc.string(), digits(16), digits(18));
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const field of Object.values(IDENTIFIER_KINDS)) {
          const roster: Identifier = field.clean(a);
          expect(field.compare(roster, field.clean(b))).toBeLessThan(IDENTIFIER_LEVELS.length);
          expect(field.clean("").state).toBe("missing");
        }
      }),
    );
  });
});
