/** Rows that are nobody's image, and an index of nothing but what they ask for. */
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { People } from "../../src/input/people.ts";
import { indexIdentifiersOf } from "../../src/match/index-roster.ts";
import { Linker } from "../../src/match/linker.ts";
import { PersonIndex } from "../../src/match/person-index.ts";
import type { Roster } from "../../src/match/roster.ts";
import { WaitingRows } from "../../src/match/waiting-rows.ts";
import { drawn } from "../drawn.ts";
import { ANI, addAll, matched, matchedInTurn, NIK_FIELD, rosterOf } from "./clean.ts";
import { listOf, type Row, town } from "./town.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function byIdentifiersAlone(rows: readonly Row[]): Roster {
  return indexIdentifiersOf(addAll(new People(), rows), NIK_FIELD);
}

/** Everything that is said of a roster, by where rows stand in the source. */
async function said(roster: Roster, matching: ReturnType<typeof matched>) {
  const { pairs, links } = await matching;
  const { counts, rows, learned, kept } = links;
  const rowOf = <P extends { readonly sourceRow: number }>(pair: P): P => ({
    ...pair,
    sourceRow: kept.row(pair.sourceRow),
  });
  const records = Array.from({ length: roster.count }, (_, record) => {
    const { status, candidates, holders, taken, nearest } = links.of(record);
    return {
      status,
      candidates: candidates.map(rowOf),
      holders: holders.map(rowOf),
      taken: taken && rowOf(taken),
      nearest: nearest && rowOf(nearest),
    };
  });
  return { pairs, counts, rows, learned, records };
}

const LISTS = town({ minLength: 2, maxLength: 24 }).chain((people) =>
  fc.tuple(
    listOf(people, { most: 2, absent: true, twice: true }),
    listOf(people, { most: 2, absent: true, twice: true }),
    fc.boolean(),
  ),
);

test("whoever waits until the others have passed finds whom he would have found, and is found by the same", async () => {
  let left = 0;
  await fc.assert(
    fc.asyncProperty(LISTS, async ([rows, registry, areFew]) => {
      if (rows.length === 0) return;
      vi.spyOn(WaitingRows.prototype, "areFew", "get").mockReturnValue(areFew);
      const whole = rosterOf(rows);
      const roster = byIdentifiersAlone(rows);
      expect(await said(roster, matchedInTurn(roster, registry))).toEqual(
        await said(whole, matched(whole, registry)),
      );
      if (areFew) left += entriesOf(whole) - entriesOf(roster);
    }),
    { numRuns: drawn(400) },
  );
  // what nobody asks for is not indexed
  expect(left).toBeGreaterThan(drawn(400));
});

function entriesOf({ index: { pieces, names } }: Roster): number {
  return pieces.entries.length + names.entries.length;
}

describe("the rows that wait", () => {
  const PEOPLE = Array.from({ length: 32 }, (_, i) => ({
    ...ANI,
    nik: `16050952059${String(10_001 + 7 * i)}`,
    name: `ANI ${["LESTARI", "SUMIATI", "RATNA", "DEWI"][i % 4]}`,
    date: `12-05-${1960 + i}`,
  }));
  const typo = (row: Row): Row => ({ ...row, name: `${row.name}H` });

  test.each<[string, readonly Row[], readonly Row[], number, boolean]>([
    ["nobody's where all stand as they are", PEOPLE, PEOPLE, 0, true],
    ["one, of whom two ask", PEOPLE, [typo(PEOPLE[0]!), ...PEOPLE.slice(1)], 1, true],
    [
      "those of other people",
      PEOPLE,
      [...PEOPLE, ...PEOPLE.map((row) => ({ ...row, nik: `${row.nik.slice(0, 15)}X` }))],
      32,
      false,
    ],
    [
      "of somebody born elsewhere",
      PEOPLE,
      [{ ...PEOPLE[0]!, place: "PALEMBANG" }, ...PEOPLE.slice(1)],
      1,
      true,
    ],
    [
      "too many to ask for them alone",
      PEOPLE,
      PEOPLE.map((row, i) => (i % 2 === 0 || i === 1 ? typo(row) : row)),
      17,
      false,
    ],
    ["all where nobody has a number", PEOPLE.map((row) => ({ ...row, nik: "" })), PEOPLE, 32, false],
  ])("are %s", async (_whose, rows, registry, waiting, areFew) => {
    const add = vi.spyOn(WaitingRows.prototype, "add");
    const take = vi.spyOn(PersonIndex.prototype, "take");
    const roster = byIdentifiersAlone(rows);
    const { links } = await matchedInTurn(roster, registry);
    expect(add.mock.results.reduce((sum, { value }) => sum + value, 0)).toBe(waiting);
    expect(links.rows).toBe(registry.length);
    const [, asked] = take.mock.calls[0]!;
    expect(asked !== null).toBe(areFew);
  });

  test("pass in turn, and an interruption is heard between them", async () => {
    const roster = byIdentifiersAlone(PEOPLE);
    const linker = new Linker(roster, PEOPLE.length);
    addAll(linker.batch, PEOPLE.map(typo));
    await linker.considerBatch();
    expect(linker.kept.count).toBe(0);
    await expect(linker.settled(() => Promise.reject(new Error("interrupted")))).rejects.toThrow(
      "interrupted",
    );
  });

  test("are nobody's where everything is indexed from the start", async () => {
    const add = vi.spyOn(WaitingRows.prototype, "add");
    await matchedInTurn(rosterOf(PEOPLE), [typo(PEOPLE[0]!)]);
    expect(add).not.toHaveBeenCalled();
  });
});
