/**
 * What is dropped before it is compared to the end would have been dropped in the end: the fast ways keep the very
 * pairs that full comparisons of all who meet keep.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitsApart, MOST_DIGITS_APART } from "../../src/field/packed-nik.ts";
import type { People } from "../../src/input/people.ts";
import { BlockMatcher } from "../../src/match/block-matcher.ts";
import { type Comparison, FIELD_LEVELS, levelOf } from "../../src/match/comparison.ts";
import { DuplicateFinder, RosterPairs } from "../../src/match/duplicates.ts";
import { codeOf, FoundPairs, termCode } from "../../src/match/found-pairs.ts";
import { KeyList, KeyMaker, sharedKinds } from "../../src/match/keys.ts";
import { areStrangers, isIdle, tellingKinds } from "../../src/match/meeting.ts";
import type { Roster } from "../../src/match/roster.ts";
import { RosterMeetings } from "../../src/match/roster-meetings.ts";
import { isNamesake, populationBits } from "../../src/match/source-links.ts";
import { WordFacts } from "../../src/match/word-facts.ts";
import { addAll, personOf, rosterOf } from "./clean.ts";
import { listOf, type Row, town } from "./town.ts";

/** As in `duplicates.ts` and `block-matcher.ts`: a bound must not change what they say is too faint. */
const FAINTEST_DUPLICATE = -12;
const DUPLICATE_PRIOR_BITS = -5.6;
const FAINTEST_CANDIDATE = -6;

const EXACT_IDENTIFIER = FIELD_LEVELS.nik.findIndex((level) => level.name === "exact");
const carriesIdentifier = ({ levels }: Pick<Comparison, "levels">): boolean =>
  levelOf(levels, "nik") === EXACT_IDENTIFIER;

/** Digits in which two complete NIKs differ; none where one of them is not complete. */
function placesApart(people: People, index: number, other: People, at: number): number {
  if (!people.hasSoundNik(index) || !other.hasSoundNik(at)) return 0;
  return (
    digitsApart(people.nikHigh(index), other.nikHigh(at)) +
    digitsApart(people.nikLow(index), other.nikLow(at))
  );
}

/** Everybody held against everybody to the end; pairs that share no key or that the keys call idle are left out. */
function allDuplicates(roster: Roster): string[] {
  const { people, keyMaker, frequencies, comparer, model } = roster;
  const bits = populationBits(roster.count);
  const least = FAINTEST_DUPLICATE - DUPLICATE_PRIOR_BITS + bits;
  const bitsOf = ({ levels, termBits }: Comparison): number =>
    model.weigh(levels, termBits, bits) - bits + DUPLICATE_PRIOR_BITS;
  const isFaint = (pair: Comparison): boolean =>
    bitsOf(pair) < FAINTEST_DUPLICATE && !carriesIdentifier(pair);
  const entry = new KeyList();
  const query = new KeyList();
  const found: string[] = [];
  for (let second = 0; second < roster.count; second++) {
    keyMaker.write(second, "query", query);
    const nameBits = frequencies.nameBits(people, second);
    const dateBits = frequencies.dateBits(people.date(second));
    for (let first = 0; first < second; first++) {
      keyMaker.write(first, "index", entry);
      const kinds = sharedKinds(entry, query);
      if (kinds === 0) continue;
      if (placesApart(people, first, people, second) > MOST_DIGITS_APART) {
        if (areStrangers(kinds) || isIdle(kinds, nameBits, dateBits, least)) continue;
      }
      const there = comparer.compare(first, people.person(second));
      const back = comparer.compare(second, people.person(first));
      if (isFaint(there) || isFaint(back)) continue;
      const { levels, termBits } = bitsOf(back) < bitsOf(there) ? back : there;
      found.push([first, second, levels, termCode(termBits)].join(" "));
    }
  }
  return found.sort();
}

function fastDuplicates(roster: Roster): string[] {
  const pairs = new RosterPairs();
  new DuplicateFinder(roster).find(0, roster.count, new RosterMeetings(roster.index, 0, roster.count), pairs);
  return Array.from({ length: pairs.count }, (_, pair) =>
    [pairs.first(pair), pairs.second(pair), pairs.levels(pair), termCode(pairs.termBits(pair))].join(" "),
  ).sort();
}

interface Source {
  readonly rows: readonly Row[];
  readonly expectedRows: number;
  readonly isListing: boolean;
}

/** Every row held to the end against everybody whom the index brings it together with. */
function allCandidates(roster: Roster, { rows, expectedRows, isListing }: Source): string[] {
  const { people, index, frequencies, comparer, confirmed, model } = roster;
  const bits = populationBits(expectedRows);
  const block = addAll(people.blockOf(), rows);
  const keyMaker = new KeyMaker(block, new WordFacts(block.words, roster.keyMaker.facts));
  const keys = new KeyList();
  const strengthOf = ({ levels, termBits }: Comparison): number => model.weigh(levels, termBits, bits) - bits;
  const found: string[] = [];
  for (const [row, written] of rows.entries()) {
    const person = personOf(written, row);
    const met = new Map<number, number>();
    const meet = (record: number, kind: number) => met.set(record, (met.get(record) ?? 0) | (1 << kind));
    keyMaker.write(row, "query", keys);
    index.lookup(keys, meet);
    confirmed.index?.lookup(keys, (reading, kind) => meet(confirmed.ownerOf(reading), kind));
    for (const [record, kinds] of met) {
      const apart = placesApart(people, record, block, row);
      if (apart > MOST_DIGITS_APART) {
        const dateBits = frequencies.dateBits(people.date(record));
        if (areStrangers(kinds)) continue;
        if (isIdle(kinds, frequencies.nameBits(people, record), dateBits, FAINTEST_CANDIDATE + bits))
          continue;
      }
      const own = comparer.compare(record, person);
      const reading = confirmed.readingOf(record);
      const other = reading === undefined ? own : comparer.compare(reading, person);
      const better = strengthOf(other) > strengthOf(own) ? other : own;
      const mustBeKnown = carriesIdentifier(own) || (isListing && isNamesake(own.levels));
      if (strengthOf(better) < FAINTEST_CANDIDATE && !mustBeKnown) continue;
      const rank = mustBeKnown ? Math.max(strengthOf(better), FAINTEST_CANDIDATE) : strengthOf(better);
      found.push(
        [
          row,
          record,
          own.levels,
          better.levels,
          termCode(better.termBits),
          tellingKinds(kinds, apart),
          codeOf(rank),
        ].join(" "),
      );
    }
  }
  return found.sort();
}

function fastCandidates(roster: Roster, { rows, expectedRows, isListing }: Source): string[] {
  const matcher = new BlockMatcher(roster, expectedRows, isListing);
  const pairs = new FoundPairs();
  matcher.match(addAll(roster.people.blockOf(), rows).shared(), pairs);
  return Array.from({ length: pairs.count }, (_, pair) =>
    [
      pairs.source(pair),
      pairs.roster(pair),
      pairs.levels(pair),
      pairs.weighed(pair),
      pairs.terms(pair),
      pairs.keys(pair),
      pairs.strength(pair),
    ].join(" "),
  ).sort();
}

/** Words that are spelt in a common and in a rare way, for bounds that go by the rarity of one side's words. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/MUHAMMAD/, "MOCHAMAD"],
  [/SRI/, "SERI"],
  [/U/, "OE"],
  [/DEWI/, "DEWY"],
];
const respelt = (row: Row, n: number): Row => {
  const [from, to] = SPELLINGS[n % SPELLINGS.length]!;
  return { ...row, name: row.name.replace(from, to) };
};

/** A town's people as one list has them, some twice, some otherwise spelt. */
const listed = (people: readonly Row[]): fc.Arbitrary<Row[]> =>
  listOf(people, { most: 3, twice: true }).chain((rows) =>
    fc
      .array(fc.nat({ max: 11 }), { minLength: rows.length, maxLength: rows.length })
      .map((chosen) => rows.map((row, i) => respelt(row, chosen[i]!))),
  );
const TOWN = town({ minLength: 2, maxLength: 24 });

describe("what is dropped of the roster's own pairs", () => {
  test("is too faint", () => {
    let kept = 0;
    fc.assert(
      fc.property(TOWN.chain(listed), (rows) => {
        const roster = rosterOf(rows);
        const expected = allDuplicates(roster);
        expect(fastDuplicates(roster)).toEqual(expected);
        kept += expected.length;
      }),
      { numRuns: 150 },
    );
    expect(kept).toBeGreaterThan(100);
  });
});

describe("what is dropped of a source's pairs", () => {
  const SIZE = fc.constantFrom(0, 100_000, 5_000_000);
  const LISTS = TOWN.chain((people) =>
    fc.record({
      roster: listed(people),
      readings: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...people)), { maxLength: 4 }),
      source: fc.record({ rows: listed(people), expectedRows: SIZE, isListing: fc.boolean() }),
    }),
  );

  test("is too faint, in registries and listings, with readings that another source confirmed and without", () => {
    let kept = 0;
    fc.assert(
      fc.property(LISTS, ({ roster: rows, readings, source }) => {
        const roster = rosterOf(rows);
        // no row is consumed by a perfect partner
        roster.contested.fill(1);
        for (const [record, reading] of readings) {
          const person = personOf(reading);
          if (rows.length > 0) roster.confirmed.add(record % rows.length, person, person.raw);
        }
        const expected = allCandidates(roster, source);
        expect(fastCandidates(roster, source)).toEqual(expected);
        kept += expected.length;
      }),
      { numRuns: 150 },
    );
    expect(kept).toBeGreaterThan(100);
  });
});
