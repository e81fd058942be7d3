/** The roster held against itself. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DuplicateFinder } from "../../src/match/duplicate-finder.ts";
import { duplicateGroups, sharedIdentifiers, withRegistry } from "../../src/match/duplicate-groups.ts";
import { type DuplicatePair, duplicatePairs } from "../../src/match/duplicates.ts";
import { populationBits } from "../../src/match/model.ts";
import type { Roster } from "../../src/match/roster.ts";
import { RosterMeetings } from "../../src/match/roster-meetings.ts";
import { RosterPairs } from "../../src/match/roster-pairs.ts";
import type { SourceLinks } from "../../src/match/source-links.ts";
import { matched, rosterOf } from "../laws/clean.ts";
import { listOf, type Row, town } from "../laws/town.ts";

const TUTI: Row = {
  nik: "1605036902889068",
  name: "TUTI ALAWIYAH",
  place: "MUARA KELINGI",
  date: "29-02-1988",
  sex: "P",
};

/** Groups of rows of one person and pairs that share a number, by row; against a registry where there is one. */
async function found(rows: readonly Row[], registry?: readonly Row[]) {
  const roster = rosterOf(rows);
  const links: SourceLinks[] = [];
  let pairs: DuplicatePair[];
  if (registry === undefined) pairs = await duplicatePairs(roster);
  else {
    const found = await matched(roster, registry);
    links.push(found.links);
    pairs = withRegistry(found.pairs, found.links);
  }
  const groups = duplicateGroups(pairs, rows.length);
  return {
    groups: groups.map(({ members }) => members),
    reasons: groups.map(({ reasons }) => reasons.join(" ")),
    shared: sharedIdentifiers(pairs, roster.people, links).map(({ first, second }) => [first, second]),
  };
}

describe("rows of one person", () => {
  test.each<[string, Partial<Row>, string]>([
    ["the same in every field", {}, "same_nik same_name same_birth_date"],
    [
      "in another writing",
      { nik: "'1605036902889068", name: "Tuti Alawiyah, S.Pd.", date: "29 Februari 1988" },
      "same_nik same_name same_birth_date",
    ],
    ["with a slip in the name", { name: "TUTI ALAWIAH" }, "same_nik near_name same_birth_date"],
    ["with a digit lost", { nik: "160503690288906" }, "near_nik same_name same_birth_date"],
    ["without a number", { nik: "" }, "same_name same_birth_date"],
    ["with another birth date", { date: "29-02-1984" }, "same_nik same_name"],
  ])("%s are a group", async (_how, changes, reasons) => {
    expect(await found([TUTI, { ...TUTI, ...changes }])).toEqual({
      groups: [[0, 1]],
      reasons: [reasons],
      shared: [],
    });
  });

  test("are one group, however many", async () => {
    expect((await found([TUTI, { ...TUTI, nik: "" }, { ...TUTI, name: "TUTI ALAWIAH" }])).groups).toEqual([
      [0, 1, 2],
    ]);
  });
});

describe("rows of two people", () => {
  test.each<[string, Partial<Row>]>([
    ["of one name", { nik: "1605125107909033", date: "11-07-1990" }],
    ["of one name and birth year", { nik: "1605095107889033", date: "11-07-1988", place: "TUGUMULYO" }],
    ["twins", { nik: "1605036902889069", name: "TITIN NURJANAH" }],
    ["who share a birth date", { nik: "1605096902889033", name: "BAMBANG", place: "PALEMBANG", sex: "L" }],
    [
      "who share nothing",
      { nik: "3404082702809134", name: "JOKO", place: "SLEMAN", date: "27-02-1980", sex: "L" },
    ],
  ])("%s are no group", async (_how, changes) => {
    expect(await found([TUTI, { ...TUTI, ...changes }])).toEqual({ groups: [], reasons: [], shared: [] });
  });

  test("who carry one number share it", async () => {
    const joko = { ...TUTI, name: "JOKO SUSILO", date: "27-02-1980", place: "SLEMAN", sex: "L" };
    expect(await found([TUTI, joko])).toEqual({ groups: [], reasons: [], shared: [[0, 1]] });
  });

  test.each(["1,60504E+15", "1605036902889060"])(
    "share it too where a list of documents has %s for one of them",
    async (nik) => {
      const joko = { ...TUTI, name: "JOKO SUSILO", date: "27-02-1980", place: "SLEMAN", sex: "L" };
      expect((await found([TUTI, joko], [{ ...TUTI, nik }])).shared).toEqual([[0, 1]]);
    },
  );

  test("whose numbers Excel cut to the same digits share none", async () => {
    const arif = {
      nik: "1605121907949010",
      name: "ARIF BUDIMAN",
      place: "MEGANG SAKTI",
      date: "19-07-1994",
      sex: "L",
    };
    const twins = [arif, { ...arif, name: "DEDI SETIAWAN" }];
    const registry = twins.map((row, i) => ({ ...row, nik: `160512190794901${i + 3}` }));
    expect(await found(twins, registry)).toEqual({ groups: [], reasons: [], shared: [] });
  });
});

describe("a registry settles it", () => {
  const other = { ...TUTI, nik: "1605036902889099" };

  test("two rows that it has as two people are two people", async () => {
    expect((await found([TUTI, { ...other, nik: "1605036902889099" }], [TUTI, other])).groups).toEqual([]);
  });

  test("two rows after the same person are one", async () => {
    const rows = [TUTI, { ...TUTI, nik: "", name: "TUTI" }];
    expect((await found(rows, [TUTI])).groups).toEqual([[0, 1]]);
  });
});

describe("which row stands first does not matter", () => {
  /** Sums of the same bits in another order differ by less. */
  const ROUNDING = 1e-9;

  const orderOf = (rows: readonly Row[]): fc.Arbitrary<number[]> =>
    fc.shuffledSubarray([...rows.keys()], { minLength: rows.length });

  /**
   * Pairs as they would be told of the rows in another order.
   * @param numberOf the number there of a row here
   */
  function named(
    roster: Roster,
    pairs: readonly DuplicatePair[],
    numberOf: (row: number) => number,
  ): string[] {
    const { people, comparer, model } = roster;
    const bits = populationBits(roster.count);
    return pairs
      .map((pair) => {
        const { first, second, levels } = pair;
        const there = comparer.compare(first, people.person(second));
        const back = comparer.compare(second, people.person(first));
        const [weight, weightBack] = [there, back].map((way) => model.weigh(way.levels, way.termBits, bits));
        // of two ways that weigh the same, the levels are those of the former row against the latter
        const isEven = Math.abs(weight! - weightBack!) < ROUNDING;
        const said = isEven ? Math.min(there.levels, back.levels) : levels;
        const [a, b] = [numberOf(first), numberOf(second)];
        return [Math.min(a, b), Math.max(a, b), said, pair.bits.toFixed(9)].join(" ");
      })
      .sort();
  }

  async function expectAlike(rows: readonly Row[], order: readonly number[]): Promise<number> {
    const roster = rosterOf(rows);
    const before = await duplicatePairs(roster);
    expect(before).toEqual([...before].sort((a, b) => a.first - b.first || a.second - b.second));
    expect(before.every(({ first, second }) => first < second)).toBe(true);
    expect(new Set(before.map(({ first, second }) => `${first} ${second}`)).size).toBe(before.length);
    const other = rosterOf(order.map((i) => rows[i]!));
    const after = await duplicatePairs(other);
    expect(named(other, after, (row) => order[row]!)).toEqual(named(roster, before, (row) => row));
    for (const [at, row] of order.entries()) {
      const whoResembles = [...other.resemblances.of(at)].map((i) => order[i]!);
      expect(new Set(whoResembles), `row ${row}`).toEqual(new Set(roster.resemblances.of(row)));
    }
    return before.length;
  }

  test("in a town", async () => {
    const lists = town({ minLength: 2, maxLength: 24 })
      .chain((people) => listOf(people, { most: 2, twice: true }))
      .chain((rows) => fc.tuple(fc.constant(rows), orderOf(rows)));
    await fc.assert(
      fc.asyncProperty(lists, async ([rows, order]) => {
        await expectAlike(rows, order);
      }),
      { numRuns: 200 },
    );
  });

  /** Bits of a prior, from those of an office to more people than there are. */
  const PRIORS = Array.from({ length: 73 }, (_, i) => 9 + i / 2);

  function resembling(rows: readonly Row[], prior: number): number {
    const roster = rosterOf(rows);
    const finder = new DuplicateFinder(roster);
    Object.assign(finder, { populationBits: prior });
    const pairs = new RosterPairs();
    finder.find(0, roster.count, new RosterMeetings(roster, 0, roster.count), pairs);
    let count = 0;
    pairs.eachResembling(() => count++);
    return count;
  }

  test.each<[string, Partial<Row>, Partial<Row>]>([
    ["two placeholders of one year", { date: "15/07/1982" }, { date: "31/12/1982" }],
    ["a placeholder and a day of its month", { date: "01/07/1982" }, { date: "06/07/1982" }],
    ["a placeholder and its day in another month", { date: "01/01/1982" }, { date: "01/05/1982" }],
    ["a name closed up", { name: "NUR HAYATI" }, { name: "NURHAYATI" }],
    ["a second name", { name: "SITI ALIAS FULANAH" }, { name: "FULANAH", nik: "" }],
  ])("for who resembles whom, however many there are: %s", (_what, a, b) => {
    const first = { ...TUTI, nik: "1605136607920001", place: "PALEMBANG", ...a };
    const second = { ...TUTI, nik: "1671012345678901", place: "PALEMBANG", ...b };
    const found = PRIORS.map((prior) => [
      resembling([first, second], prior),
      resembling([second, first], prior),
    ]);
    expect(found.filter(([there, back]) => there !== back)).toEqual([]);
    expect(found.some(([there]) => there === 1)).toBe(true);
    expect(found.some(([there]) => there === 0)).toBe(true);
  });

  test("in a crowd of namesakes, some of whom lack something, and whose blocks are too large", async () => {
    const crowd: Row[] = Array.from({ length: 180 }, (_, i) => ({
      nik: i % 3 === 0 ? "" : `160509${String(41 + (i % 28)).padStart(2, "0")}0170${9000 + i}`,
      name: ["SITI AMINAH", "SITI AMINAH", "ST. AMINAH", "AMINAH"][i % 4]!,
      place: ["TUGUMULYO", "PALEMBANG", ""][i % 3]!,
      date: i % 5 === 0 ? "" : `${String(1 + (i % 28)).padStart(2, "0")}-01-1970`,
      sex: "P",
    }));
    expect(rosterOf(crowd).index.droppedBlocks).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(orderOf(crowd), async (order) => {
        expect(await expectAlike(crowd, order)).toBeGreaterThan(20);
      }),
      { numRuns: 5 },
    );
  });
});

test("no row that lacks its number is a duplicate of itself, though its own keys may look alike", async () => {
  await fc.assert(
    fc.asyncProperty(town({ minLength: 1, maxLength: 1 }), async ([row]) => {
      expect(await duplicatePairs(rosterOf([{ ...row!, nik: "" }]))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
