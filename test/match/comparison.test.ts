import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Field } from "../../src/field/level.ts";
import { FIELDS } from "../../src/field/level.ts";
import { compareLevels } from "../../src/match/comparison.ts";
import { bothNiksFit, FIELD_LEVELS, levelEntry, levelOf, nikFitsDate } from "../../src/match/levels.ts";
import { ANI, NIK_FIELD, personOf, rosterOf } from "../laws/clean.ts";
import { listOf, type Row, town } from "../laws/town.ts";

/** The first roster row held against a source row. */
function compared(roster: readonly Row[], source: Row) {
  return rosterOf(roster).comparer.compare(0, personOf(source));
}

const PAIR = town({ minLength: 2, maxLength: 8 }).chain((people) =>
  fc.tuple(listOf(people, { most: 2 }), listOf(people, { most: 2 })),
);

describe("the levels of a pair", () => {
  test("are those of the fields, packed and unpacked", () => {
    fc.assert(
      fc.property(PAIR, ([roster, source]) => {
        const pair = compared(roster, source[0]!);
        const plain = compareLevels(personOf(roster[0]!), personOf(source[0]!), NIK_FIELD);
        for (const field of FIELDS) {
          expect(levelOf(pair.levels, field)).toBe(levelOf(plain, field));
          expect(levelEntry(pair.levels, field)).toBe(FIELD_LEVELS[field][levelOf(plain, field)]);
        }
      }),
    );
  });

  test("of a NIK and what a spreadsheet rounded it to, or nearly it, are those of their digits", () => {
    const nik = fc.integer({ min: 1e15, max: 1e16 - 1 });
    fc.assert(
      fc.property(
        nik,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -2, max: 2 }),
        (whole, digits, steps) => {
          const near = whole + (steps * 10 ** (16 - digits)) / 4;
          const row = { ...ANI, nik: String(whole) };
          const rounded = { ...ANI, nik: near.toExponential(digits - 1).replace("e", "E") };
          for (const [a, b] of [[row, rounded] as const, [rounded, row] as const]) {
            const plain = compareLevels(personOf(a), personOf(b), NIK_FIELD);
            expect(levelOf(compared([a], b).levels, "nik")).toBe(levelOf(plain, "nik"));
          }
        },
      ),
    );
  });

  test("fit into four bits a field", () => {
    for (const field of FIELDS) expect(FIELD_LEVELS[field].length).toBeLessThanOrEqual(16);
  });

  test("begin with missing in every field: a blank is no evidence", () => {
    for (const field of FIELDS)
      expect(FIELD_LEVELS[field][0]).toMatchObject({ name: "missing", agreement: "missing" });
  });
});

describe("a near NIK beside the same birth date", () => {
  const flags = (roster: string, source: string, date = ANI.date) => {
    const { levels } = compared([{ ...ANI, nik: roster, date }], { ...ANI, nik: source });
    return [nikFitsDate(levels), bothNiksFit(levels)];
  };

  test("is a slip of the roster's where the wrong digits break its own date", () => {
    expect(flags("1605095305909014", "1605095205909014")).toEqual([true, false]);
    expect(flags("160509520590914", "1605095205909014")).toEqual([true, false]);
  });

  test("may be a neighbour's where both carry the date", () => {
    expect(flags("1605095205909014", "1605095205909015")).toEqual([false, false]);
  });

  test("is no slip of the roster's where the source's breaks the date", () => {
    expect(flags("1605095205909014", "1605095305909014")).toEqual([false, false]);
  });

  test("tells two people apart where each carries its own, another date", () => {
    expect(flags("1605095305909014", "1605095205909014", "13-05-1990")).toEqual([false, true]);
  });
});

describe("how rare what agrees is", () => {
  const terms = (roster: readonly Row[], source: Row) => compared(roster, source).terms;
  const crowd = (changes: Partial<Row>, count: number): Row[] =>
    Array.from({ length: count }, (_, i) => ({
      ...ANI,
      nik: "",
      name: `ORANG ${"ABCDEFGHIJ"[i % 10]}`,
      date: "03-03-1983",
      place: "PALEMBANG",
      ...changes,
    }));

  test.each<[Field & keyof ReturnType<typeof terms>, Partial<Row>]>([
    ["name", { name: "ANI LESTARI" }],
    ["birth_date", { date: "12-05-1990" }],
    ["birth_place", { place: "TUGUMULYO" }],
  ])("a common %s proves less than a rare one", (field, common) => {
    const rare = terms([ANI, ...crowd({}, 200)], ANI)[field];
    expect(terms([ANI, ...crowd(common, 200)], ANI)[field]).toBeLessThan(rare);
  });

  test("a word that stands short, is spelt otherwise or has a slip proves less than the word itself", () => {
    const bits = (name: string) => terms([{ ...ANI, name }], { ...ANI, name: "SUTRISNO" }).name;
    expect(bits("SUTRISNO")).toBeGreaterThan(bits("SOETRISNO"));
    expect(bits("SOETRISNO")).toBeGreaterThan(bits("SUTRISNA"));
    expect(bits("SUTRISNA")).toBeGreaterThan(bits("S."));
    expect(bits("S.")).toBeGreaterThan(bits("BAMBANG"));
  });

  test("what does not agree proves nothing here", () => {
    expect(terms([ANI], { ...ANI, name: "BAMBANG", date: "13-05-1990", place: "PALEMBANG" })).toEqual({
      name: 0,
      birth_date: 0,
      birth_place: 0,
    });
  });

  test("is never less than nothing, even for a slip in the commonest word", () => {
    const everybody = crowd({ name: "WAYAN" }, 300);
    expect(terms([{ ...ANI, name: "WAYAN" }, ...everybody], { ...ANI, name: "WAYEN" }).name).toBe(0);
    fc.assert(
      fc.property(PAIR, ([roster, source]) => {
        for (const row of source) {
          const { termBits, terms: parts } = compared(roster, row);
          expect(Math.min(parts.name, parts.birth_date, parts.birth_place)).toBeGreaterThanOrEqual(0);
          expect(termBits).toBeCloseTo(parts.name + parts.birth_date + parts.birth_place, 9);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("is never less than nothing, even where everybody is named by one word again and again", () => {
    const name = "XXXX XXXX XXXX";
    const bits = terms([{ ...ANI, name }, ...crowd({ name }, 400)], { ...ANI, name }).name;
    expect(bits).toBeGreaterThanOrEqual(0);
    expect(bits).toBeLessThan(3);
  });

  test("has a limit for names: a family shares its rare words", () => {
    const name = "ZYGMUNT QUIRINUS XAVERIUS WOJCIECH";
    expect(terms([{ ...ANI, name }, ...crowd({}, 400)], { ...ANI, name }).name).toBeLessThanOrEqual(20);
  });
});
