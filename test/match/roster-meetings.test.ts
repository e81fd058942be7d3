/** Reading the index through brings together whom looking every record up would. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { digitsApart, MOST_DIGITS_APART } from "../../src/field/packed-nik.ts";
import { People } from "../../src/input/people.ts";
import { KeyMaker } from "../../src/match/key-maker.ts";
import { FAINT, FIRM, KeyList, keyBit, LACKING, sharedKinds } from "../../src/match/keys.ts";
import { Meeting } from "../../src/match/meeting.ts";
import { PersonIndex } from "../../src/match/person-index.ts";
import { Recognised } from "../../src/match/recognised.ts";
import type { Roster } from "../../src/match/roster.ts";
import { RosterMeetings } from "../../src/match/roster-meetings.ts";
import { withoutPieces } from "../../src/match/strangers.ts";
import { WordFacts } from "../../src/match/word-facts.ts";
import { addAll, rosterOf } from "../laws/clean.ts";
import { listOf, type Row, town } from "../laws/town.ts";

type Indexed = Pick<Roster, "index" | "keyMaker" | "people" | "recognised">;

/** Whom each record of `[from, to)` meets, and by which kinds of key, as the program does it. */
function readThrough(roster: Indexed, from: number, to: number): Map<number, number>[] {
  const { index, keyMaker, recognised } = roster;
  const meetings = new RosterMeetings(roster, from, to);
  const meeting = new Meeting();
  const keys = new KeyList();
  return range(from, to).map((own) => {
    meeting.begin();
    meetings.bringUp(own, meeting);
    keys.clear();
    keyMaker.addFaint(own, keys);
    meeting.lookUpLacking(index.lacking(recognised.has(own)), keys, own);
    meeting.settle(keyMaker.people, null);
    return metIn(meeting);
  });
}

/**
 * The same, every record looked up key by key: by firm ones among those before it, by faint ones among all who lack
 * something, and where it lacks that too among those of them who stand before it.
 */
function lookedUp(roster: Roster, from: number, to: number): Map<number, number>[] {
  const { index, keyMaker } = roster;
  const meeting = new Meeting();
  const keys = new KeyList();
  const alone = new KeyList();
  return range(from, to).map((own) => {
    keyMaker.write(own, keys);
    meeting.begin();
    for (let k = 0; k < keys.count; k++) {
      const strength = keys.strengths[k]!;
      alone.clear();
      alone.push(keys.kinds[k]!, keys.hashes[k]!, strength === FIRM ? FIRM : FAINT, keys.marks[k]);
      index.lookup(alone, (other, kind) => {
        if (strength === FAINT ? other !== own : other < own) meeting.bringUp(other, 1 << kind);
      });
    }
    meeting.settle(keyMaker.people, null);
    return metIn(meeting);
  });
}

function metIn(meeting: Meeting): Map<number, number> {
  const met = Array.from({ length: meeting.count }, (_, i) => [meeting.met[i]!, meeting.metBy[i]!] as const);
  return new Map(met.sort(([a], [b]) => a - b));
}

/** By which kinds of key two records meet, from whichever side. */
function kindsBetween(met: readonly ReadonlyMap<number, number>[], a: number, b: number): number {
  return (met[a]!.get(b) ?? 0) | (met[b]!.get(a) ?? 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Slow and obvious: the kinds of key that two records share, every key against every other. */
function sharedKeys({ keyMaker, people }: Roster, first: number, second: number): number {
  const entry = new KeyList();
  keyMaker.write(first, entry);
  const query = new KeyList();
  keyMaker.write(second, query);
  let kinds = 0;
  for (let i = 0; i < entry.count; i++) {
    for (let j = 0; j < query.count; j++) {
      const areFaint = entry.strengths[i] === FAINT && query.strengths[j] === FAINT;
      if (entry.hashes[i] === query.hashes[j] && !areFaint) kinds |= 1 << query.kinds[j]!;
    }
  }
  return areApart(people, first, second) ? withoutPieces(kinds) : kinds;
}

/** Whether two complete NIKs are those of strangers. */
function areApart(people: People, first: number, second: number): boolean {
  if (!people.hasSoundNik(first) || !people.hasSoundNik(second)) return false;
  const high = digitsApart(people.nikHigh(first), people.nikHigh(second));
  return high + digitsApart(people.nikLow(first), people.nikLow(second)) > MOST_DIGITS_APART;
}

const ROWS = town({ minLength: 1, maxLength: 25 }).chain((people) =>
  listOf(people, { most: 2, twice: true }),
);
const PARTED = ROWS.chain((rows) => fc.tuple(fc.constant(rows), fc.nat({ max: rows.length })));

test("a record meets whom a look-up by its keys finds, by the same kinds of key, in every part", () => {
  fc.assert(
    fc.property(PARTED, ([rows, border]) => {
      const roster = rosterOf(rows);
      const all = readThrough(roster, 0, rows.length);
      expect(all).toEqual(lookedUp(roster, 0, rows.length));
      expect([...readThrough(roster, 0, border), ...readThrough(roster, border, rows.length)]).toEqual(all);
    }),
    { numRuns: 60 },
  );
});

test("two records who share a key meet from one side or the other, but for strangers who share half a NIK", () => {
  fc.assert(
    fc.property(ROWS, (rows) => {
      const roster = rosterOf(rows);
      const met = readThrough(roster, 0, rows.length);
      for (const second of rows.keys()) {
        for (let first = 0; first < second; first++) {
          const shared = sharedKeys(roster, first, second);
          expect(kindsBetween(met, first, second) & shared, `${first} ${second}`).toBe(shared);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("two who are recognised meet by an identifier or by name and birth date, and all others as ever", () => {
  const OF_ONE_PERSON = keyBit("identifier") | keyBit("date_name");
  const some = ROWS.chain((rows) => fc.tuple(fc.constant(rows), fc.infiniteStream(fc.nat({ max: 3 }))));
  let kept = 0;
  let dropped = 0;
  fc.assert(
    fc.property(some, ([rows, chosen]) => {
      const roster = rosterOf(rows);
      const { count } = roster;
      const all = readThrough(roster, 0, count);
      const recognised = Recognised.of(count, () => chosen.next().value !== 0);
      const expected = all.map((met, own) => {
        const kindsOf = (other: number, kinds: number) =>
          recognised.has(own) && recognised.has(other) ? kinds & OF_ONE_PERSON : kinds;
        const left = [...met].map(([other, kinds]) => [other, kindsOf(other, kinds)] as const);
        return new Map(left.filter(([, kinds]) => kinds !== 0));
      });
      roster.index.recognise(roster.keyMaker, 0, count, recognised);
      expect(readThrough({ ...roster, recognised }, 0, count)).toEqual(expected);
      const sizeOf = (met: readonly ReadonlyMap<number, number>[]) =>
        met.reduce((sum, { size }) => sum + size, 0);
      kept += sizeOf(expected);
      dropped += sizeOf(all) - sizeOf(expected);
    }),
    { numRuns: 120 },
  );
  expect(kept).toBeGreaterThan(20);
  expect(dropped).toBeGreaterThan(20);
});

test("two records meet by whatever a source row of the one would find the other by", () => {
  fc.assert(
    fc.property(ROWS, (rows) => {
      const roster = rosterOf(rows);
      const { index, keyMaker, confirmed } = roster;
      index.indexFaint(keyMaker, 0, roster.count);
      const met = readThrough(roster, 0, rows.length);
      const meeting = new Meeting();
      const keys = new KeyList();
      const ownKeys = new KeyList();
      for (const own of rows.keys()) {
        keyMaker.write(own, ownKeys);
        meeting.begin();
        meeting.lookUp(index, ownKeys, confirmed);
        meeting.settle(roster.people, null);
        for (const other of rows.keys()) {
          if (other === own) continue;
          keyMaker.write(other, keys);
          const shared = sharedKinds(keys, ownKeys);
          const found = metIn(meeting).get(other) ?? 0;
          expect(found & shared, `${own} ${other}`).toBe(shared);
          expect(kindsBetween(met, own, other) & shared, `${own} ${other}`).toBe(shared);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("a block that is too large brings nobody together, and those beside it still meet", () => {
  const crowd = (count: number): Row[] =>
    Array.from({ length: count }, (_, i) => ({
      nik: i % 3 === 0 ? "" : `160509${String(1 + (i % 28)).padStart(2, "0")}0170${9000 + i}`,
      name: "SITI AMINAH",
      place: ["TUGUMULYO", "PALEMBANG"][i % 2]!,
      date: i % 5 === 0 ? "" : "01-01-1970",
      sex: "P",
    }));
  const roster = rosterOf(crowd(200));
  expect(roster.index.droppedBlocks).toBeGreaterThan(0);
  const all = readThrough(roster, 0, roster.count);
  expect(all).toEqual(lookedUp(roster, 0, roster.count));
  expect(all.some((met) => met.size > 0)).toBe(true);
  expect(all.at(-1)!.size).toBeLessThan(roster.count - 1);
});

test.each([
  ["sixty who carry one number all meet each other, whoever else stands in their bucket", 60, 59],
  ["of more who carry one each meets so many", 61, 16],
])("%s", (_who, count, most) => {
  const name = (i: number): string => ["SITI AMINAH", "BUDI SANTOSO", "RATNA DEWI"][i % 3]!;
  const row = (nik: string, i: number): Row => ({
    nik,
    name: name(i),
    place: "TUGUMULYO",
    date: `01-01-${1950 + (i % 50)}`,
    sex: "P",
  });
  const carriers = Array.from({ length: count }, (_, i) => row("1605094101709000", i));
  const others = Array.from({ length: 250 }, (_, i) => row(`160509410170${1000 + 13 * i}`, i));
  const roster = rosterOf([...carriers, ...others]);
  const { starts, shift } = roster.index.identifiers;
  const bucket = KeyMaker.nikKey(roster.people.nikHigh(0), roster.people.nikLow(0)) >>> shift;
  expect(starts[bucket + 1]! - starts[bucket]!).toBeGreaterThan(60);
  const met = readThrough(roster, 0, count).map((kinds) =>
    [...kinds.values()].filter((kind) => (kind & keyBit("identifier")) !== 0),
  );
  expect(met.map(({ length }) => length)).toEqual(met.map((_, own) => Math.min(own, most)));
});

test("nobody meets himself, and one alone meets nobody, whatever he lacks", () => {
  fc.assert(
    fc.property(
      town({ minLength: 1, maxLength: 1 }),
      fc.constantFrom<Partial<Row>>({}, { nik: "" }, { date: "" }, { nik: "", date: "" }),
      ([row], lacking) => {
        const people = addAll(new People(), [{ ...row!, ...lacking }]);
        const keyMaker = new KeyMaker(people, new WordFacts(people.words));
        const alone = {
          index: PersonIndex.of(keyMaker, 0, 1),
          keyMaker,
          people,
          recognised: Recognised.none(1),
        };
        expect(readThrough(alone, 0, 1)).toEqual([new Map()]);
      },
    ),
    { numRuns: 3000 },
  );
});

test("those who lack something are looked for only once everybody has been indexed by faint keys", () => {
  const lacking: Row = { nik: "", name: "SITI AMINAH", place: "PALEMBANG", date: "01-02-1970", sex: "P" };
  const { index, keyMaker, count } = rosterOf([{ ...lacking, nik: "1605094102709001" }, lacking]);
  const keys = new KeyList();
  keyMaker.write(1, keys);
  const isLacking = [...keys.strengths.subarray(0, keys.count)].includes(LACKING);
  expect(isLacking).toBe(true);
  expect(index.hasFaint).toBe(false);
  expect(() => index.lookup(keys, () => {})).toThrow("faint");
  index.indexFaint(keyMaker, 0, count);
  expect(index.hasFaint).toBe(true);
  const found = new Set<number>();
  index.lookup(keys, (record) => found.add(record));
  expect([...found].sort()).toEqual([0, 1]);
});
