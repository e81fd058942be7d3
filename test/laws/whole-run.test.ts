/** What holds of every run, whatever the lists. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawn } from "../drawn.ts";
import { type Line, type Run, runOn } from "./run.ts";
import { listOf, type Row, town } from "./town.ts";

const RUNS = { numRuns: drawn(40) };

/** A roster with its slips, and sources with theirs, about one town. */
const LISTS = town({ minLength: 1, maxLength: 14 }).chain((people) =>
  fc
    .record({
      roster: listOf(people, { most: 2, twice: true }),
      dukcapil: listOf(people, { most: 1, absent: true }),
      ktp: listOf(people, { most: 1, absent: true }),
      bkn: listOf(people, { most: 1, absent: true }),
    })
    .filter(({ dukcapil, ktp, bkn }) => [dukcapil, ktp, bkn].every((rows) => rows.length > 0)),
);

describe("a list reconciled with itself", () => {
  test("has no findings but hints about a row, and every verdict is match", async () => {
    await fc.assert(
      fc.asyncProperty(town({ minLength: 1, maxLength: 30 }), async (people) => {
        const { cases, findings } = await runOn({
          roster: [people],
          sources: { dukcapil: people, ktp: people },
        });
        expect(
          findings.filter((finding) => finding["severity"] !== "hint" || finding["source"] !== "roster"),
        ).toEqual([]);
        expect(cases.map((row) => row["verdict"])).toEqual(people.map(() => "match"));
        expect(cases.map((row) => row["action"])).toEqual(people.map(() => "none"));
      }),
      RUNS,
    );
  });
});

describe("every run", () => {
  test("has every roster record in cases.csv exactly once, in order", async () => {
    await fc.assert(
      fc.asyncProperty(LISTS, async ({ roster, ...sources }) => {
        const half = Math.ceil(roster.length / 2);
        const files = [roster.slice(0, half), roster.slice(half)].filter((rows) => rows.length > 0);
        const { cases, summary } = await runOn({ roster: files, sources });
        expect(cases.map((row) => `${row["roster_file"]}:${row["roster_row"]}`)).toEqual(
          files.flatMap((rows, file) => rows.map((_, row) => `daftar-${file}.csv:${row + 2}`)),
        );
        expect(new Set(cases.map((row) => row["case_id"])).size).toBe(cases.length);
        for (const { rows } of summary.inputs)
          expect(rows.used + rows.rejected + rows.layout).toBe(rows.read);
      }),
      RUNS,
    );
  });

  test("links one to one in every source, and says something of every record and source", async () => {
    await fc.assert(
      fc.asyncProperty(LISTS, async ({ roster, ...sources }) => {
        const { links } = await runOn({ roster: [roster], sources });
        for (const source of Object.keys(sources)) {
          const about = links.filter((link) => link["source"] === source);
          expect(new Set(about.map((link) => link["roster_row"])).size).toBe(roster.length);
          const linked = about.filter((link) => link["status"] === "linked");
          expect(new Set(linked.map((link) => link["source_row"])).size).toBe(linked.length);
          expect(new Set(linked.map((link) => link["roster_row"])).size).toBe(linked.length);
        }
      }),
      RUNS,
    );
  });

  test("has a finding for whatever is near or damaged", async () => {
    await fc.assert(
      fc.asyncProperty(LISTS, async ({ roster, ...sources }) => {
        const { links, findings } = await runOn({ roster: [roster], sources });
        const said = new Set(
          findings.map((finding) => [finding["roster_row"], finding["source"], finding["field"]].join(" ")),
        );
        for (const link of links.filter(({ status }) => status === "linked")) {
          for (const field of ["nik", "name", "birth_place", "birth_date", "sex"]) {
            if (link[field] !== "near" && link[field] !== "different") continue;
            expect(said, JSON.stringify(link)).toContain(
              [link["roster_row"], link["source"], field].join(" "),
            );
          }
        }
      }),
      RUNS,
    );
  });
});

describe("the order of rows and files", () => {
  test("does not matter", async () => {
    const shuffled = LISTS.chain((lists) =>
      fc.record({
        lists: fc.constant(lists),
        roster: order(lists.roster),
        dukcapil: order(lists.dukcapil),
        ktp: order(lists.ktp),
        bkn: order(lists.bkn),
        cut: fc.nat({ max: lists.roster.length }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ lists, roster, dukcapil, ktp, bkn, cut }) => {
        const { roster: inOrder, ...sources } = lists;
        const before = await runOn({ roster: [inOrder], sources });
        const files = [roster.slice(0, cut), roster.slice(cut)].filter((rows) => rows.length > 0);
        const after = await runOn({ roster: files, sources: { dukcapil, ktp, bkn } });
        expect(contents(after)).toEqual(contents(before));
      }),
      { numRuns: drawn(40) },
    );
  });
});

function order(rows: readonly Row[]): fc.Arbitrary<Row[]> {
  return fc.shuffledSubarray([...rows], { minLength: rows.length });
}

/** Everything a run says, without what rows are called: their numbers and the order they come in. */
function contents({ cases, findings, links, duplicates }: Run) {
  const NAMES = new Set(["roster_file", "roster_row", "source_row", "group_id", "explanation"]);
  // rows of equal data are told apart by a number behind the case number
  const plain = (line: Line) =>
    Object.entries(line)
      .filter(([column]) => !NAMES.has(column))
      .map(([column, cell]) => (column === "case_id" ? cell.split("-").slice(0, 2).join("-") : cell))
      .map((cell) => cell.replace(/(?:daftar-\d|dukcapil|ktp|bkn)\.csv:\d+/g, "ROW"));
  const sorted = (lines: readonly Line[]) => lines.map((line) => plain(line).join(" | ")).sort();
  return {
    cases: sorted(cases),
    findings: sorted(findings),
    links: sorted(links),
    duplicates: sorted(duplicates),
  };
}
