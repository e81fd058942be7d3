/** What the keys lose: nothing that comparing everybody with everybody would link. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { People } from "../../src/input/people.ts";
import { CandidateStore } from "../../src/match/candidates.ts";
import { duplicatePairs } from "../../src/match/duplicates.ts";
import { KeyMaker } from "../../src/match/key-maker.ts";
import { FAINT, FIRM, KeyList, LACKING } from "../../src/match/keys.ts";
import { populationBits } from "../../src/match/model.ts";
import { PersonIndex } from "../../src/match/person-index.ts";
import type { Roster } from "../../src/match/roster.ts";
import { SourceLinks } from "../../src/match/source-links.ts";
import { WordFacts } from "../../src/match/word-facts.ts";
import { drawn } from "../drawn.ts";
import { addAll, matched, passed, personOf, rosterOf } from "./clean.ts";
import { listOf, type Row, town } from "./town.ts";

/** Linked through the index, as the program does it: a source behind others, and a registry that comes first. */
const WAYS: readonly (readonly [string, (roster: Roster, source: readonly Row[]) => Promise<SourceLinks>])[] =
  [
    [
      "a source",
      async (roster, source) => {
        await duplicatePairs(roster);
        return passed(roster, source).links();
      },
    ],
    ["a registry", async (roster, registry) => (await matched(roster, registry)).links],
  ];

/** Slow and obvious: everybody is compared with everybody; the assignment is the same. */
function allPairs(roster: Roster, source: readonly Row[]): SourceLinks {
  const store = CandidateStore.of(roster.count);
  const bits = populationBits(source.length);
  for (const [i, row] of source.entries()) {
    const person = personOf(row, i);
    const sourceRow = store.kept.add(0, i, person.raw);
    for (let index = 0; index < roster.count; index++) {
      const { levels, termBits, terms } = roster.comparer.compare(index, person);
      const evidence = roster.model.weigh(levels, termBits, bits) - bits;
      store.add(index, { sourceRow, levels, weighed: levels, terms, keys: 0 }, evidence);
    }
  }
  return SourceLinks.learnedFrom(store, roster, source.length);
}

/** Row of the source that a roster record is certainly linked to; null when there is none. */
function linkedRow(links: SourceLinks, index: number): number | null {
  const { status, candidates } = links.of(index);
  return status === "linked" ? links.kept.row(candidates[0]!.sourceRow) : null;
}

/** Row of the source that a record's surest candidate stands in. */
function bestRow(links: SourceLinks, index: number): number {
  return links.kept.row(links.ranked(index)[0]!.sourceRow);
}

/**
 * At most two slips between a person's two rows: where NIK, name and birth date are all wrecked, a pair may be
 * missed.
 */
const LISTS = town({ minLength: 1, maxLength: 16 }).chain((people) =>
  fc.record({
    roster: listOf(people, { most: 1, twice: true }),
    source: listOf(people, { most: 1, absent: true }),
  }),
);

describe("blocked matching", () => {
  test.each(WAYS)(
    "of %s finds every link that all-pairs matching finds, and no other row than the best",
    async (_what, blocked) => {
      await fc.assert(
        fc.asyncProperty(LISTS, async ({ roster, source }) => {
          const store = rosterOf(roster);
          const found = await blocked(store, source);
          const oracle = allPairs(store, source);
          for (const index of roster.keys()) {
            const link = linkedRow(found, index);
            const wanted = linkedRow(oracle, index);
            if (wanted !== null) expect(link, `record ${index}`).toBe(wanted);
            // a rival that shares no key may leave the slow way in doubt where the fast one sees none
            else if (link !== null) expect(bestRow(oracle, index), `record ${index}`).toBe(link);
          }
        }),
        { numRuns: drawn(300) },
      );
    },
  );

  test("finds every pair of roster rows that carry one NIK", async () => {
    await fc.assert(
      fc.asyncProperty(LISTS, async ({ roster }) => {
        const pairs = await duplicatePairs(rosterOf(roster));
        const met = new Set(pairs.map(({ first, second }) => `${first} ${second}`));
        for (const [second, b] of roster.entries()) {
          for (const [first, a] of roster.slice(0, second).entries()) {
            if (a.nik !== "" && a.nik === b.nik) expect(met).toContain(`${first} ${second}`);
          }
        }
      }),
      { numRuns: drawn(100) },
    );
  });
});

/** Who looks for a record by a key of each strength: of faint ones, those who lack something, and of those everybody. */
const ASKED_BY: Readonly<Record<number, readonly number[]>> = {
  [FIRM]: [FIRM],
  [FAINT]: [LACKING],
  [LACKING]: [FAINT, LACKING],
};

describe("the index", () => {
  test("finds every entry by every one of its keys while blocks are small", () => {
    fc.assert(
      fc.property(town({ minLength: 1, maxLength: 60 }), (rows) => {
        const people = addAll(new People(), rows);
        const keyMaker = new KeyMaker(people, new WordFacts(people.words));
        const index = PersonIndex.of(keyMaker, 0, people.count);
        index.indexFaint(keyMaker, 0, people.count);
        const keys = new KeyList();
        const alone = new KeyList();
        const lost: string[] = [];
        for (let i = 0; i < people.count; i++) {
          keyMaker.write(i, keys);
          for (let k = 0; k < keys.count; k++) {
            for (const strength of ASKED_BY[keys.strengths[k]!]!) {
              alone.clear();
              alone.push(keys.kinds[k]!, keys.hashes[k]!, strength, keys.marks[k]);
              let isFound = false;
              index.lookup(alone, (entry, kind) => {
                isFound ||= entry === i && kind === keys.kinds[k];
              });
              if (!isFound) lost.push(`${i} ${keys.kinds[k]}`);
            }
          }
        }
        expect(lost).toEqual([]);
        expect(index.droppedBlocks).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
