/** A bound never stays below what comparing finds: whoever it leaves would have been left in the end. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PairComparer } from "../../src/match/comparison.ts";
import { PairBound } from "../../src/match/pair-bound.ts";
import { WordFacts } from "../../src/match/word-facts.ts";
import { WordRelations } from "../../src/match/word-relations.ts";
import { addAll, rosterOf } from "../laws/clean.ts";
import { listOf, type Row, town } from "../laws/town.ts";

const POPULATION_BITS = 20;
/** As much as the most that a placeholder weighs more held the other way round. */
const BACK_BITS = 2;

/** Ways in which a NIK comes to be none, or to look like none. */
const NIKS: readonly ((nik: string) => string)[] = [
  (nik) => nik,
  (nik) => nik,
  () => "",
  () => "KTP lama",
  (nik) => nik.slice(1),
  (nik) => `${nik}7`,
  (nik) => `${nik.slice(0, 8)}0${nik.slice(8)}`,
  (nik) => nik.replace(/0/, "O"),
  (nik) => `${nik[0]},${nik.slice(1, 6)}E+15`,
  (nik) => `${nik.slice(0, 15)}0`,
  (nik) => nik.slice(0, 9),
];
/** Ways of writing a name or a date otherwise. */
const NAMES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name,
  (name) => `${name} alias UDIN`,
  (name) => `${name} SE`,
  (name) => name.replace("U", "OE"),
  () => "",
];
const DATES: readonly ((date: string) => string)[] = [
  (date) => date,
  (date) => date,
  () => "",
  () => "tidak tahu",
  () => "01-01-1980",
];

const odd = (rows: readonly Row[]): fc.Arbitrary<Row[]> =>
  fc
    .array(fc.record({ nik: fc.nat(), name: fc.nat(), date: fc.nat() }), {
      minLength: rows.length,
      maxLength: rows.length,
    })
    .map((ways) =>
      rows.map((row, i) => ({
        ...row,
        nik: NIKS[ways[i]!.nik % NIKS.length]!(row.nik),
        name: NAMES[ways[i]!.name % NAMES.length]!(row.name),
        date: DATES[ways[i]!.date % DATES.length]!(row.date),
      })),
    );

const LISTS = town({ minLength: 2, maxLength: 8 }).chain((people) =>
  fc.record({
    rows: listOf(people, { most: 1, twice: true }).chain(odd),
    others: listOf(people, { most: 2, absent: true }).chain(odd),
  }),
);

describe("the bound of a pair", () => {
  test("reaches what a row of a source and a record come to", () => {
    let told = 0;
    fc.assert(
      fc.property(LISTS, ({ rows, others }) => {
        const roster = rosterOf(rows);
        const { people, identifiers, frequencies, model, keyMaker } = roster;
        const batch = addAll(people.newBatch(), others);
        const relations = new WordRelations(batch.words, new WordFacts(batch.words, keyMaker.facts));
        const comparer = new PairComparer(people, batch, identifiers, frequencies, relations);
        for (let at = 0; at < batch.count; at++) {
          for (let index = 0; index < roster.count; index++) {
            comparer.compare(index, at);
            const bits = model.weigh(comparer.levels, comparer.termBits, POPULATION_BITS);
            const bound = new PairBound(roster, comparer, POPULATION_BITS, bits);
            expect(bound.mayCount(index)).toBe(true);
            comparer.begin(index);
            expect(bound.tryPlaces(index)).toBe(true);
            if (!new PairBound(roster, comparer, POPULATION_BITS, bits + 30).mayCount(index)) told++;
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(told, "pairs that are told from a better one at all").toBeGreaterThan(1000);
  });

  test("reaches what two records come to, whichever is held against the other", () => {
    fc.assert(
      fc.property(LISTS, ({ rows }) => {
        const roster = rosterOf(rows);
        const { people, identifiers, frequencies, model, keyMaker } = roster;
        const relations = new WordRelations(people.words, keyMaker.facts);
        const comparer = new PairComparer(people, people, identifiers, frequencies, relations);
        const bitsOf = (index: number, at: number): number => {
          comparer.compare(index, at);
          return model.weigh(comparer.levels, comparer.termBits, POPULATION_BITS);
        };
        for (let at = 0; at < roster.count; at++) {
          for (let index = 0; index < roster.count; index++) {
            const back = bitsOf(at, index);
            const forth = bitsOf(index, at);
            // digits that fit one of two birth dates weigh more by far, and are looked at whatever the bound
            if (comparer.fitsBack) continue;
            const bound = new PairBound(roster, comparer, POPULATION_BITS, Math.max(back, forth), BACK_BITS);
            expect(bound.mayCount(index)).toBe(true);
            comparer.begin(index);
            expect(bound.tryPlaces(index)).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
