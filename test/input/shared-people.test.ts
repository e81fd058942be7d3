/** People that one thread hands over to another: the same people, word by word. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { People } from "../../src/input/people.ts";
import { personOf } from "../laws/clean.ts";
import { listOf, type Row, town } from "../laws/town.ts";
import { contentOf } from "./same-people.ts";

/** Rows with everything that does not fit into numbers: damaged NIKs, second names, doubtful titles, blanks. */
const ODD: fc.Arbitrary<Row> = fc.record({
  nik: fc.constantFrom("", "1,60509E+15", "16O5095205909014", "160509520590901", "dalam pengurusan"),
  name: fc.constantFrom("", "BUDI (BAMBANG)", "RATNA DEWI SE", "Abd. Muh. ALI", "SITI ALIAS TUTI"),
  place: fc.constantFrom("", "TUGUMULYO", "KOTA BARU ÄÖ", "GUNUNG 😀"),
  date: fc.constantFrom("", "31-02-1990", "12-05-1990"),
  sex: fc.constantFrom("", "L", "P"),
});
const ROWS = fc
  .tuple(
    town({ minLength: 1, maxLength: 8 }).chain((people) => listOf(people, { most: 2 })),
    fc.array(ODD, { maxLength: 4 }),
  )
  .map(([usual, odd]) => [...usual, ...odd]);

/** Rows of several files, with units. */
function addAll(people: People, rows: readonly Row[]): People {
  for (const [i, row] of rows.entries()) {
    const person = personOf(row, i);
    people.add(person, person.raw, `UNIT ${row.place}`, i % 3, i);
  }
  return people;
}

describe("people that were handed over", () => {
  test("are a roster as it was, batches that stand on it included", () => {
    fc.assert(
      fc.property(ROWS, ROWS, (rows, source) => {
        const roster = addAll(new People(), rows);
        const other = new People(structuredClone(roster.shared()));
        expect(contentOf(other)).toEqual(contentOf(roster));
        expect(contentOf(addAll(other.newBatch(), source))).toEqual(
          contentOf(addAll(roster.newBatch(), source)),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("are who they were when one after the other moved into another batch", () => {
    fc.assert(
      fc.property(ROWS, ROWS, ROWS, (rows, before, source) => {
        const roster = addAll(new People(), rows);
        const from = addAll(roster.newBatch(), source);
        const moved = addAll(roster.newBatch(), before);
        for (let row = 0; row < from.count; row++) moved.addFrom(from, row);
        const all = addAll(roster.newBatch(), before);
        addAll(all, source);
        expect(contentOf(moved)).toEqual(contentOf(all));
        expect(contentOf(from)).toEqual(contentOf(addAll(roster.newBatch(), source)));
      }),
      { numRuns: 60 },
    );
  });

  test("are a batch as it was, for every store that takes one after the other", () => {
    fc.assert(
      fc.property(ROWS, fc.array(ROWS, { minLength: 1, maxLength: 3 }), (rows, batches) => {
        const roster = addAll(new People(), rows);
        const other = new People(structuredClone(roster.shared())).newBatch();
        const batch = roster.newBatch();
        for (const source of batches) {
          addAll(batch, source);
          other.adopt(structuredClone(batch.shared()));
          expect(contentOf(other)).toEqual(contentOf(batch));
          expect(other.stillStandsOn(roster)).toBe(true);
          batch.clear();
        }
        expect(contentOf(batch)).toEqual(contentOf(roster.newBatch()));
      }),
      { numRuns: 60 },
    );
  });

  test("no longer fit when the roster has learnt words or places since", () => {
    const roster = addAll(new People(), []);
    const batch = roster.newBatch();
    expect(batch.stillStandsOn(roster)).toBe(true);
    addAll(roster, [{ nik: "", name: "ANI", place: "", date: "", sex: "" }]);
    expect(batch.stillStandsOn(roster)).toBe(false);
  });
});
