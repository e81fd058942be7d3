/** The weights that are shown of a candidate are those it was weighed by, field by field. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { populationBits } from "../../src/match/model.ts";
import { passed, personOf, rosterOf } from "../laws/clean.ts";
import { listOf, type Row, town } from "../laws/town.ts";

const WRITINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name,
  (name) => `${name}, S.Pd.`,
  (name) => `${name} SE`,
  (name) => `${name} alias UDIN`,
  (name) => `UDIN ALS ${name}`,
  (name) => `H. ${name}`,
  () => "",
];

function written(rows: fc.Arbitrary<Row[]>): fc.Arbitrary<Row[]> {
  return rows.chain((given) =>
    fc
      .array(fc.constantFrom(...WRITINGS), { minLength: given.length, maxLength: given.length })
      .map((writings) => given.map((row, i) => ({ ...row, name: writings[i]!(row.name) }))),
  );
}

const LISTS = town({ minLength: 2, maxLength: 16 }).chain((people) =>
  fc.record({
    roster: written(listOf(people, { most: 1, twice: true })),
    source: written(listOf(people, { most: 2, absent: true })),
  }),
);

test("the terms that the levels tell are what comparing both rows gives", () => {
  let seen = 0;
  fc.assert(
    fc.property(LISTS, ({ roster: rows, source }) => {
      const roster = rosterOf(rows);
      const persons = source.map((row, i) => personOf(row, i));
      const links = passed(roster, source).links();
      const { model } = links.basis;
      for (const index of rows.keys()) {
        for (const pair of links.ranked(index)) {
          const person = persons[links.kept.row(pair.sourceRow)]!;
          const { nik, ...shown } = links.explained(index, pair, roster).weights;
          const { terms } = roster.comparer.compare(index, person);
          const { nik: _, ...weighed } = model.weights(pair.weighed, terms, populationBits(source.length));
          // terms are kept to a thousandth of a bit
          for (const field of ["name", "birth_place", "birth_date", "sex"] as const)
            expect(shown[field]).toBeCloseTo(weighed[field], 2);
          seen++;
        }
      }
    }),
    { numRuns: 200 },
  );
  expect(seen).toBeGreaterThan(500);
});
