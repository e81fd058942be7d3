/** The roster held against itself. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  duplicateGroups,
  duplicatePairs,
  sharedIdentifiers,
  withRegistry,
} from "../../src/match/duplicates.ts";
import { Linker } from "../../src/match/linker.ts";
import { personOf, rosterOf } from "../laws/clean.ts";
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
  let pairs = await duplicatePairs(roster);
  const links = (registry === undefined ? [] : [registry]).map((list) => {
    const linker = new Linker(roster, list.length);
    for (const [i, row] of list.entries()) {
      const person = personOf(row, i);
      linker.consider(person, person.raw, 0, i);
    }
    return linker.links();
  });
  for (const source of links) pairs = withRegistry(pairs, source);
  const groups = duplicateGroups(pairs, rows.length);
  return {
    groups: groups.map(({ members }) => members),
    reasons: groups.map(({ reasons }) => reasons.join(" ")),
    shared: sharedIdentifiers(pairs, links).map(({ first, second }) => [first, second]),
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

test("which row stands first does not matter", async () => {
  const lists = town({ minLength: 2, maxLength: 8 })
    .chain((people) => listOf(people, { most: 2, twice: true }))
    .chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })),
    );
  await fc.assert(
    fc.asyncProperty(lists, async ([rows, order]) => {
      const before = await duplicatePairs(rosterOf(rows));
      const after = await duplicatePairs(rosterOf(order.map((i) => rows[i]!)));
      const inOrder = [...before].sort((a, b) => a.first - b.first || a.second - b.second);
      expect(before).toEqual(inOrder);
      const named = (a: number, b: number, bits: number) =>
        [Math.min(a, b), Math.max(a, b), bits.toFixed(9)].join(" ");
      expect(
        after.map(({ first, second, bits }) => named(order[first]!, order[second]!, bits)).sort(),
      ).toEqual(before.map(({ first, second, bits }) => named(first, second, bits)).sort());
    }),
    { numRuns: 200 },
  );
});
