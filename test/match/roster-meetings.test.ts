/** Reading the index through brings together whom looking every record up would. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { digitsApart } from "../../src/field/packed-nik.ts";
import type { People } from "../../src/input/people.ts";
import { KeyList } from "../../src/match/keys.ts";
import { Meeting, tellingKinds } from "../../src/match/meeting.ts";
import type { Roster } from "../../src/match/roster.ts";
import { RosterMeetings } from "../../src/match/roster-meetings.ts";
import { rosterOf } from "../laws/clean.ts";
import { listOf, type Row, town } from "../laws/town.ts";

/** Whom each record of `[from, to)` meets before it, and by which kinds of key, as the program does it. */
function readThrough(roster: Roster, from: number, to: number): Map<number, number>[] {
  const meetings = new RosterMeetings(roster.index, from, to);
  const meeting = new Meeting(roster.count);
  const keys = new KeyList();
  return range(from, to).map((second) => {
    roster.keyMaker.write(second, "query", keys);
    meeting.begin();
    meetings.each(second, (first, kind) => meeting.meet(first, kind));
    meeting.meetLacking(roster.index, keys, second);
    return metBefore(second, meeting);
  });
}

/** The same, every record looked up by all of its keys. */
function lookedUp(roster: Roster, from: number, to: number): Map<number, number>[] {
  const meeting = new Meeting(roster.count);
  const keys = new KeyList();
  return range(from, to).map((second) => {
    roster.keyMaker.write(second, "query", keys);
    meeting.begin();
    meeting.meetAll(roster.index, keys, roster.confirmed);
    return metBefore(second, meeting);
  });
}

function metBefore(second: number, meeting: Meeting): Map<number, number> {
  const before = meeting.met.filter((first) => first < second).sort((a, b) => a - b);
  return new Map(before.map((first) => [first, meeting.keysOf(first)]));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Slow and obvious: the kinds of key that two records share, every key against every other. */
function sharedKeys({ keyMaker, people }: Roster, first: number, second: number): number {
  const entry = new KeyList();
  keyMaker.write(first, "index", entry);
  const query = new KeyList();
  keyMaker.write(second, "query", query);
  let kinds = 0;
  for (let i = 0; i < entry.count; i++) {
    for (let j = 0; j < query.count; j++) {
      if (entry.hashes[i] === query.hashes[j] && entry.lacking[i] === query.lacking[j])
        kinds |= 1 << query.kinds[j]!;
    }
  }
  const bothSound = people.hasSoundNik(first) && people.hasSoundNik(second);
  return bothSound ? tellingKinds(kinds, placesApart(people, first, second)) : kinds;
}

function placesApart(people: People, first: number, second: number): number {
  return (
    digitsApart(people.nikHigh(first), people.nikHigh(second)) +
    digitsApart(people.nikLow(first), people.nikLow(second))
  );
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

test("a record meets everybody with whom it shares a key, but for strangers who share half a NIK", () => {
  fc.assert(
    fc.property(ROWS, (rows) => {
      const roster = rosterOf(rows);
      for (const [second, met] of readThrough(roster, 0, rows.length).entries()) {
        for (let first = 0; first < second; first++) {
          const shared = sharedKeys(roster, first, second);
          expect((met.get(first) ?? 0) & shared, `${first} ${second}`).toBe(shared);
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

test("nobody meets himself, and one alone meets nobody", () => {
  fc.assert(
    fc.property(town({ minLength: 1, maxLength: 1 }), (rows) => {
      expect(readThrough(rosterOf(rows), 0, 1)).toEqual([new Map()]);
    }),
    { numRuns: 10 },
  );
});
