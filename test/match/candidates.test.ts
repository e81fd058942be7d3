import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, CandidateStore, MOST_CANDIDATES } from "../../src/match/candidates.ts";

const cells = (name: string) => ({ nik: "", name, birthPlace: "", birthDate: "", sex: "", status: "" });

/** A source row with a name of its own, and how strongly it resembles each of two records. */
interface Offer {
  readonly name: string;
  readonly strengths: readonly [number, number];
}

const STRENGTH = fc.oneof(fc.constantFrom(3, 3.0003, 7.25, 12), fc.double({ min: -6, max: 60, noNaN: true }));
const OFFERS: fc.Arbitrary<Offer[]> = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom("A", "B", "C") }),
    strengths: fc.tuple(STRENGTH, STRENGTH),
  }),
  { selector: ({ name }) => name, maxLength: 20 },
);

function storeOf(offers: readonly Offer[]): CandidateStore {
  const store = CandidateStore.of(2);
  for (const [row, { name, strengths }] of offers.entries()) {
    let sourceRow = -1;
    for (const [record, strength] of strengths.entries()) {
      if (sourceRow < 0) sourceRow = store.kept.add(0, row, cells(name));
      store.add(record, candidate(sourceRow), strength);
    }
  }
  return store;
}

const TERMS = { name: 2.5, birth_date: 0, birth_place: 1 };

function candidate(sourceRow: number): Candidate {
  return { sourceRow, levels: 5, weighed: 9, terms: TERMS, keys: 3 };
}

function namesOf(store: CandidateStore, record: number): string[] {
  return store
    .of(record)
    .map(({ sourceRow }) => store.kept.cellsOf(sourceRow).name)
    .sort();
}

describe("the candidates of a record", () => {
  test("are the strongest, whatever the order they came in", () => {
    const shuffled = OFFERS.chain((offers) =>
      fc.record({
        offers: fc.constant(offers),
        again: fc.shuffledSubarray(offers, { minLength: offers.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ offers, again }) => {
        for (const record of [0, 1]) {
          const kept = namesOf(storeOf(offers), record);
          expect(kept).toHaveLength(Math.min(offers.length, MOST_CANDIDATES));
          expect(namesOf(storeOf(again), record)).toEqual(kept);
          // strengths are kept to a thousandth of a bit
          const strengthOf = new Map(offers.map(({ name, strengths }) => [name, strengths[record]!]));
          const weakest = Math.min(...kept.map((name) => strengthOf.get(name)!));
          for (const { name } of offers) {
            if (!kept.includes(name)) expect(strengthOf.get(name)).toBeLessThanOrEqual(weakest + 0.001);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("of equal strength are those whose rows read first", () => {
    const names = ["H", "C", "A", "G", "B", "E", "F", "D"];
    const store = storeOf(names.map((name) => ({ name, strengths: [1 / 3, 1 / 3] })));
    expect(namesOf(store, 0)).toEqual(["A", "B", "C", "D", "E", "F"]);
  });

  test("come out as they went in", () => {
    const terms = { name: 19.5, birth_date: 13.25, birth_place: 3.75 };
    const store = CandidateStore.of(1);
    const sourceRow = store.kept.add(2, 77, cells("BUDI"));
    store.add(0, { sourceRow, levels: 0x1fffff, weighed: 0x12345, terms, keys: 0x1ff }, 12);
    expect(store.of(0)).toEqual([{ sourceRow, levels: 0x1fffff, weighed: 0x12345, terms, keys: 0x1ff }]);
    expect([store.kept.file(sourceRow), store.kept.row(sourceRow), store.kept.cellsOf(sourceRow)]).toEqual([
      2,
      77,
      cells("BUDI"),
    ]);
    expect(store.of(0)).toHaveLength(1);
  });

  test("can be weighed anew, one by one", () => {
    const store = storeOf([
      { name: "A", strengths: [5, 5] },
      { name: "B", strengths: [6, 6] },
    ]);
    store.reweigh(0, (pair) =>
      store.kept.cellsOf(pair.sourceRow).name === "A"
        ? { levels: 17, termBits: 8, terms: { name: 8, birth_date: 0, birth_place: 0 } }
        : null,
    );
    const weights = store
      .of(0)
      .map(({ sourceRow, levels, weighed, terms }) => [
        store.kept.cellsOf(sourceRow).name,
        levels,
        weighed,
        terms.name,
      ]);
    expect(weights.sort()).toEqual([
      ["A", 5, 17, 8],
      ["B", 5, 9, TERMS.name],
    ]);
    expect(store.of(1).every(({ weighed }) => weighed === 9)).toBe(true);
  });
});
