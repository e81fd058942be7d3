/**
 * What is dropped before it is compared to the end would have been dropped in the end: the fast ways keep the very
 * pairs that full comparisons of all who meet keep.
 */

import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { digitsApart, MOST_DIGITS_APART } from "../../src/field/packed-nik.ts";
import type { People } from "../../src/input/people.ts";
import { BatchMatcher } from "../../src/match/batch-matcher.ts";
import { DuplicateFinder } from "../../src/match/duplicate-finder.ts";
import { duplicatePairs } from "../../src/match/duplicates.ts";
import { codeOf, FoundPairs, partsCode, termCode } from "../../src/match/found-pairs.ts";
import { KeyMaker } from "../../src/match/key-maker.ts";
import { KeyList, sharedKinds } from "../../src/match/keys.ts";
import { type Comparison, FIELD_LEVELS, isNamesake, levelOf } from "../../src/match/levels.ts";
import { populationBits } from "../../src/match/model.ts";
import { Recognised } from "../../src/match/recognised.ts";
import type { Roster } from "../../src/match/roster.ts";
import { RosterMeetings } from "../../src/match/roster-meetings.ts";
import { RosterPairs } from "../../src/match/roster-pairs.ts";
import { areStrangers, isIdle, withoutPieces } from "../../src/match/strangers.ts";
import { WordFacts } from "../../src/match/word-facts.ts";
import { drawn } from "../drawn.ts";
import { addAll, personOf, rosterOf } from "./clean.ts";
import { listOf, type Row, town } from "./town.ts";

/** As in `duplicates.ts` and `batch-matcher.ts`: a bound must not change what they say is too faint. */
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
    keyMaker.write(second, query);
    const nameBits = frequencies.nameBits(people, second);
    const dateBits = frequencies.dateBits(people.date(second));
    for (let first = 0; first < second; first++) {
      keyMaker.write(first, entry);
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
  new DuplicateFinder(roster).find(0, roster.count, new RosterMeetings(roster, 0, roster.count), pairs);
  const found = Array.from({ length: pairs.count }, (_, pair) =>
    [pairs.first(pair), pairs.second(pair), pairs.levels(pair), termCode(pairs.termBits(pair))].join(" "),
  );
  // a pair may be found from either side, and is the same then
  return [...new Set(found)].sort();
}

interface Source {
  readonly rows: readonly Row[];
  readonly expectedRows: number;
  readonly isListing: boolean;
}

/** Who meets a row with certain keys, and by which kinds. */
type WhoMeets = (roster: Roster, keys: KeyList) => ReadonlyMap<number, number>;

const foundByIndex: WhoMeets = ({ index, confirmed }, keys) => {
  const met = new Map<number, number>();
  const meet = (record: number, kind: number) => met.set(record, (met.get(record) ?? 0) | (1 << kind));
  index.lookup(keys, meet);
  confirmed.index?.lookup(keys, (reading, kind) => meet(confirmed.ownerOf(reading), kind));
  return met;
};

const sharingKeys: WhoMeets = ({ keyMaker, count }, keys) => {
  const met = new Map<number, number>();
  const entry = new KeyList();
  for (let record = 0; record < count; record++) {
    keyMaker.write(record, entry);
    const kinds = sharedKinds(entry, keys);
    if (kinds !== 0) met.set(record, kinds);
  }
  return met;
};

/** Every row held to the end against everybody who meets it. */
function allCandidates(
  roster: Roster,
  { rows, expectedRows, isListing }: Source,
  whoMeets: WhoMeets,
): string[] {
  const { people, frequencies, comparer, confirmed, model } = roster;
  const bits = populationBits(expectedRows);
  const batch = addAll(people.newBatch(), rows);
  const keyMaker = new KeyMaker(batch, new WordFacts(batch.words, roster.keyMaker.facts));
  const keys = new KeyList();
  const strengthOf = ({ levels, termBits }: Comparison): number => model.weigh(levels, termBits, bits) - bits;
  const found: string[] = [];
  for (const [row, written] of rows.entries()) {
    const person = personOf(written, row);
    keyMaker.write(row, keys);
    for (const [record, kinds] of whoMeets(roster, keys)) {
      const isFar = placesApart(people, record, batch, row) > MOST_DIGITS_APART;
      if (isFar) {
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
          partsCode(better.terms.name, better.terms.birth_place),
          isFar ? withoutPieces(kinds) : kinds,
          codeOf(rank),
        ].join(" "),
      );
    }
  }
  return found.sort();
}

/** The pairs that were found, in words that can be compared, of the rows with these numbers. */
function inWords(pairs: FoundPairs, rowOf: (row: number) => number = (row) => row): string[] {
  return Array.from({ length: pairs.count }, (_, pair) =>
    [
      rowOf(pairs.source(pair)),
      pairs.roster(pair),
      pairs.levels(pair),
      pairs.weighed(pair),
      pairs.terms(pair),
      pairs.parts(pair),
      pairs.keys(pair),
      pairs.strength(pair),
    ].join(" "),
  ).sort();
}

/** What the program keeps of a source of which every row is held against all whom it meets. */
function fastCandidates(roster: Roster, { rows, expectedRows, isListing }: Source): string[] {
  const matcher = new BatchMatcher(roster, expectedRows, isListing);
  const inside = matcher as unknown as { perfectPartner(row: number): number };
  inside.perfectPartner = () => -1;
  const pairs = new FoundPairs();
  matcher.match(addAll(roster.people.newBatch(), rows).shared(), pairs);
  return inWords(pairs);
}

/**
 * What the program keeps of the rows of a registry that it takes for one record each, but for those records: found once it
 * knows who resembles whom.
 */
async function lateCandidates(
  roster: Roster,
  { rows, expectedRows }: Source,
): Promise<{ readonly kept: string[]; readonly takenFor: ReadonlyMap<number, number> }> {
  const matcher = new BatchMatcher(roster, expectedRows, false);
  const inside = matcher as unknown as { take(record: number, row: number, pairs: FoundPairs): void };
  const takes = vi.spyOn(inside, "take");
  matcher.match(addAll(roster.people.newBatch(), rows).shared(), new FoundPairs());
  const takenFor = new Map(takes.mock.calls.map(([record, row]) => [row, record]));
  const records = [...takenFor.values()];
  roster.recognised = Recognised.of(roster.count, (record) => records.includes(record));
  await duplicatePairs(roster);
  const pairs = new FoundPairs();
  const taken = rows.filter((_, row) => takenFor.has(row));
  matcher.matchResembling(addAll(roster.people.newBatch(), taken).shared(), records, pairs);
  return { kept: inWords(pairs, (row) => [...takenFor.keys()][row]!), takenFor };
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
      { numRuns: drawn(150) },
    );
    expect(kept).toBeGreaterThan(drawn(100));
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
        roster.index.indexFaint(roster.keyMaker, 0, roster.count);
        for (const [record, reading] of readings) {
          const person = personOf(reading);
          if (rows.length > 0) roster.confirmed.add(record % rows.length, person, person.raw);
        }
        const expected = allCandidates(roster, source, foundByIndex);
        expect(fastCandidates(roster, source)).toEqual(expected);
        kept += expected.length;
      }),
      { numRuns: drawn(150) },
    );
    expect(kept).toBeGreaterThan(drawn(100));
  });
});

describe("a row that was taken for the record whose image it is", () => {
  /** Of all pairs those of taken rows with records that are not recognised. */
  const ofOthers = (
    pairs: readonly string[],
    takenFor: ReadonlyMap<number, number>,
    { recognised }: Roster,
  ): string[] =>
    pairs.filter((pair) => {
      const [row, record] = pair.split(" ").map(Number);
      return takenFor.has(row!) && !recognised.has(record!);
    });

  test("is kept with whom it would be kept when held against all who share a key and are not recognised", async () => {
    let taken = 0;
    let rivals = 0;
    // a list that the registry has as it stands, and the same people once more as another list has them
    const lists = TOWN.chain((people) => fc.tuple(listed(people), listed(people))).map(
      ([same, otherwise]) => [[...same, ...otherwise], same] as const,
    );
    await fc.assert(
      fc.asyncProperty(
        lists,
        fc.constantFrom(0, 100_000, 5_000_000),
        async ([rows, registry], expectedRows) => {
          const roster = rosterOf(rows);
          roster.index.indexFaint(roster.keyMaker, 0, roster.count);
          const source = { rows: registry, expectedRows, isListing: false };
          const { kept, takenFor } = await lateCandidates(roster, source);
          expect(kept).toEqual(ofOthers(allCandidates(roster, source, sharingKeys), takenFor, roster));
          taken += takenFor.size;
          rivals += kept.length;
        },
      ),
      { numRuns: drawn(300) },
    );
    expect(taken).toBeGreaterThan(drawn(100));

    expect(rivals).toBeGreaterThan(drawn(100));
  });

  const SITI: Row = {
    nik: "1605095205909014",
    name: "SITI MUHAMMAD LESTARI",
    place: "TUGUMULYO",
    date: "12-05-1990",
    sex: "P",
  };
  /** Others, who make certain values common. */
  const crowd = (count: number, of: Partial<Row>): Row[] =>
    Array.from({ length: count }, () => ({ nik: "", name: "ORANG", place: "", date: "", sex: "", ...of }));
  const COMMON_WORDS = [
    ...crowd(150, { name: "SITI" }),
    ...crowd(150, { name: "MUHAMMAD" }),
    ...crowd(75, { date: SITI.date }),
  ];

  test.each<[string, Partial<Row>, Partial<Row>, Row[]]>([
    [
      "of a rarer spelling",
      { nik: "1605091205909014", name: "WAYAN", sex: "L" },
      { nik: "3404080512909134", name: "WAIAN", date: "05-12-1990" },
      crowd(900, { name: "WAYAN" }),
    ],
    [
      "whose number breaks its own date, and of whose name a word is missing",
      { place: "" },
      { nik: "1605092505909014", name: "SITI MUHAMMAD" },
      COMMON_WORDS,
    ],
    [
      "whose number breaks its own date, and whose name is another",
      { nik: "1605094107759014", name: "ANI", place: "", date: "01-07-1975" },
      { nik: "1605094207759014", name: "BAMBANG" },
      [...crowd(20, { date: "01-07-1975" }), ...crowd(280, {})],
    ],
  ])("is kept with a rival %s, whichever stands first", async (_rival, changes, otherwise, others) => {
    const person = { ...SITI, ...changes };
    const rival = { ...person, ...otherwise };
    const again = { ...person, nik: "" };
    for (const rows of [
      [person, again, ...others, rival],
      [rival, again, ...others, person],
    ]) {
      const roster = rosterOf(rows);
      roster.index.indexFaint(roster.keyMaker, 0, roster.count);
      const source = { rows: [person], expectedRows: rows.length, isListing: false };
      const { kept, takenFor } = await lateCandidates(roster, source);
      const ofRival = (pairs: readonly string[]) =>
        pairs.filter((pair) => Number(pair.split(" ")[1]) === rows.indexOf(rival));
      expect(takenFor.size).toBe(1);
      expect(ofRival(kept)).toHaveLength(1);
      expect(ofRival(kept)).toEqual(ofRival(allCandidates(roster, source, sharingKeys)));
    }
  });
});
