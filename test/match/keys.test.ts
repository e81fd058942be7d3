/** Which slips two rows of one person can have and still meet. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KEY_KINDS, type KeyKind, KeyList, keysOf } from "../../src/match/keys.ts";
import { personOf } from "../laws/clean.ts";
import type { Row } from "../laws/town.ts";

const ANI: Row = {
  nik: "1605095205909014",
  name: "NUR AINI LESTARI",
  place: "TUGUMULYO",
  date: "12-05-1990",
  sex: "P",
};

/** The kinds of key by which a query meets an index entry. */
function meetBy(entry: Row, query: Row): KeyKind[] {
  const index = new KeyList();
  keysOf(personOf(entry), "index", index);
  const asked = new KeyList();
  keysOf(personOf(query), "query", asked);
  const known = new Set(index.hashes);
  const kinds = asked.kinds.filter((_, i) => known.has(asked.hashes[i]!)).map((kind) => KEY_KINDS[kind]!);
  return KEY_KINDS.filter((kind) => kinds.includes(kind));
}

const OTHER_NIK = "3404082702809134";
const OTHER_NAME = "BAMBANG WIBOWO";
const OTHER_DATE = "27-02-1980";

describe("two rows meet", () => {
  test.each<[KeyKind, string, Partial<Row>, Partial<Row>]>([
    ["identifier", "by the NIK alone", { name: OTHER_NAME, date: OTHER_DATE, place: "" }, {}],
    [
      "identifier_pieces",
      "by a NIK with two wrong digits",
      { nik: "1605095205979314", name: OTHER_NAME, date: "" },
      {},
    ],
    ["date_word", "by the date and one word", { nik: OTHER_NIK, name: "AINI" }, {}],
    ["date_name", "by the date and the sound of the name", { nik: OTHER_NIK, name: "NURAINI LESTARY" }, {}],
    ["name_year", "by the name and the year", { nik: OTHER_NIK, date: "23-08-1990" }, {}],
    ["name_day_month", "by the name and the day", { nik: OTHER_NIK, date: "12-05-1976" }, {}],
    [
      "name_day_month",
      "by the name and the day, its parts swapped",
      { nik: OTHER_NIK, date: "05-12-1976" },
      {},
    ],
    [
      "word_date_parts",
      "by a word and parts of the date, where a NIK is missing",
      { nik: "", name: "AINI", date: "12-08-1990" },
      {},
    ],
    [
      "word_date_parts",
      "the same, where the other's is missing",
      { name: "AINI", date: "12-08-1990" },
      { nik: "" },
    ],
    ["date_place", "by date and place, where a NIK is missing", { nik: "", name: OTHER_NAME }, {}],
    ["date_place", "the same, where the other's is missing", { name: OTHER_NAME }, { nik: "" }],
    ["name", "by the name alone, where a date is missing", { nik: OTHER_NIK, date: "" }, {}],
    ["name", "the same, where the other's is missing", { nik: OTHER_NIK }, { date: "" }],
  ])("%s: %s", (kind, _how, entry, query) => {
    expect(meetBy({ ...ANI, ...entry }, { ...ANI, ...query })).toContain(kind);
  });

  test("by a short name and by one letter as well", () => {
    expect(meetBy({ ...ANI, name: "N", nik: "" }, { ...ANI, name: "N" })).toContain("date_name");
    expect(meetBy({ ...ANI, name: "M. ALI", nik: "" }, { ...ANI, name: "MUHAMMAD ALI" })).toContain(
      "date_name",
    );
    expect(meetBy({ ...ANI, name: "MUHAMMAD" }, { ...ANI, name: "MOCHAMMAD" })).toContain("date_name");
  });
});

describe("strangers do not meet", () => {
  test.each<[string, Partial<Row>]>([
    [
      "by anything, where everything is another's",
      { nik: OTHER_NIK, name: OTHER_NAME, date: OTHER_DATE, place: "SLEMAN" },
    ],
    ["by a common name alone", { nik: OTHER_NIK, date: OTHER_DATE }],
    ["by a date and a place alone, where both have a NIK", { nik: OTHER_NIK, name: OTHER_NAME }],
    ["by nothing", { nik: "", name: "", date: "", place: "" }],
  ])("%s", (_how, changes) => {
    expect(meetBy({ ...ANI, ...changes }, ANI)).toEqual([]);
  });

  test("by what both lack", () => {
    const empty = { nik: "", name: "", date: "", place: "", sex: "" };
    expect(meetBy(empty, empty)).toEqual([]);
  });
});

describe("a NIK meets itself", () => {
  const NIK = fc.stringMatching(/^[1-9][0-9]{15}$/);
  const AT = fc.nat({ max: 15 });
  const DIGIT = fc.integer({ min: 1, max: 9 });
  const changed = (nik: string, at: number, by: number) =>
    nik.slice(0, at) + String((Number(nik[at]) + by) % 10) + nik.slice(at + 1);

  const bare = (nik: string): Row => ({ nik, name: "", place: "", date: "", sex: "" });
  const meet = (a: string, b: string): void => {
    expect(meetBy(bare(a), bare(b)), `${a} ${b}`).not.toEqual([]);
  };

  test("with two wrong digits", () => {
    fc.assert(
      fc.property(NIK, AT, DIGIT, AT, DIGIT, (nik, at, by, other, otherBy) =>
        meet(changed(changed(nik, at, by), other, otherBy), nik),
      ),
    );
  });

  test("with two neighbours swapped", () => {
    fc.assert(
      fc.property(NIK, fc.nat({ max: 14 }), (nik, at) =>
        meet(nik.slice(0, at) + nik[at + 1] + nik[at] + nik.slice(at + 2), nik),
      ),
    );
  });

  test("with a digit lost, on either side", () => {
    fc.assert(
      fc.property(NIK, AT, (nik, at) => {
        const short = nik.slice(0, at) + nik.slice(at + 1);
        meet(short, nik);
        meet(nik, short);
      }),
    );
  });

  test("with a digit too many, on either side", () => {
    fc.assert(
      fc.property(NIK, AT, fc.nat({ max: 9 }), (nik, at, digit) => {
        const long = nik.slice(0, at) + String(digit) + nik.slice(at);
        meet(long, nik);
        meet(nik, long);
      }),
    );
  });

  test("with the last digit zeroed", () => {
    fc.assert(fc.property(NIK, (nik) => meet(`${nik.slice(0, 15)}0`, nik)));
  });
});

test("the number of keys of a row is bounded, whatever it holds", () => {
  const keys = new KeyList();
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300 }),
      fc.string({ maxLength: 300 }),
      fc.string({ maxLength: 300 }),
      (nik, name, place) => {
        for (const side of ["index", "query"] as const) {
          keysOf(personOf({ nik, name, place, date: "12-05-1990", sex: "L" }), side, keys);
          expect(keys.hashes.length).toBeLessThan(100);
          expect(keys.kinds.length).toBe(keys.hashes.length);
        }
      },
    ),
  );
});
