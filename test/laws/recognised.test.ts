/** Whom a registry has: what is decided of them before all is known holds when it is. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { TAKEN_BY } from "../../src/match/batch-matcher.ts";
import type { CandidateStore } from "../../src/match/candidates.ts";
import { keyBit } from "../../src/match/keys.ts";
import { isPerfect } from "../../src/match/levels.ts";
import type { Linker } from "../../src/match/linker.ts";
import { recognise } from "../../src/match/recognise.ts";
import { drawn } from "../drawn.ts";
import { ANI, matched, passed, rosterOf } from "./clean.ts";
import { listOf, type Row, town } from "./town.ts";

function storeOf(linker: Linker): CandidateStore {
  return (linker as unknown as { readonly store: CandidateStore }).store;
}

/** The same once more, as it seems, but for the name. */
const LIKE: Row = { ...ANI, nik: "1605095305909014", name: "ANI LESTARI SAPUTRA" };

const LISTS = town({ minLength: 1, maxLength: 20 }).chain((people) =>
  fc.tuple(
    listOf(people, { most: 2, twice: true, absent: true }),
    listOf(people, { most: 1, twice: true, absent: true }),
  ),
);

test("everybody whom the registry has is linked in the end, unless it has him to the letter", async () => {
  let ofOneRow = 0;
  await fc.assert(
    fc.asyncProperty(LISTS, async ([rows, registry]) => {
      const roster = rosterOf(rows);
      const linker = passed(roster, registry);
      const recognised = linker.recognise();
      const { links } = await matched(roster, registry);
      for (const record of rows.keys()) {
        if (!recognised.has(record)) continue;
        if (links.ranked(record).some(({ levels }) => isPerfect(levels))) continue;
        expect(links.status(record), `record ${record}`).toBe("linked");
        ofOneRow++;
      }
    }),
    { numRuns: drawn(300) },
  );
  expect(ofOneRow).toBeGreaterThan(drawn(300));
});

test("those who stand there to the letter, alone with their number, are offered only their own and their namesakes' rows", () => {
  const store = storeOf(passed(rosterOf([ANI]), [ANI, LIKE]));
  expect(store.of(0)).toHaveLength(2);
  recognise(store, rosterOf([ANI]));
  expect(store.of(0)).toHaveLength(1);
  // of two who carry the number nobody knows whose row it is
  const both = [ANI, { ...ANI, name: "ANI LESTARIH" }];
  const shared = storeOf(passed(rosterOf(both), [ANI, LIKE]));
  recognise(shared, rosterOf(both));
  expect(shared.of(0)).toHaveLength(2);
  fc.assert(
    fc.property(LISTS, ([rows, registry]) => {
      const roster = rosterOf(rows);
      const store = storeOf(passed(roster, registry));
      const before = rows.map((_, record) => store.of(record));
      recognise(store, roster);
      for (const [record, pairs] of before.entries()) {
        const isThere = pairs.some(({ keys, levels }) => keys === TAKEN_BY && isPerfect(levels));
        const isHis = ({ keys }: { readonly keys: number }) =>
          (keys & (keyBit("identifier") | keyBit("date_name"))) !== 0;
        const left = isThere ? pairs.filter(isHis) : pairs;
        expect(store.of(record)).toEqual(left);
      }
    }),
    { numRuns: drawn(100) },
  );
});
