/**
 * People about whom nothing is found: what is remembered about them and written of them in bytes is what judging them
 * one by one gives, to the letter.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { SILENT } from "../../src/cli/progress.ts";
import { LANGUAGES, type Language } from "../../src/config/plan.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import type { Case } from "../../src/finding/case.ts";
import type { PlainAgreement } from "../../src/finding/cases.ts";
import { reconcile } from "../../src/reconcile.ts";
import type { CaseReport } from "../../src/report/case-report.ts";
import { CaseTables } from "../../src/report/case-tables.ts";
import { CsvLines } from "../../src/report/csv-lines.ts";
import { AgreementCounts } from "../../src/report/html/agreement-counts.ts";
import { CASE_TABLES, type CaseTableName } from "../../src/report/tables.ts";
import { Tally } from "../../src/report/tally.ts";
import { drawn } from "../drawn.ts";
import { listOf, type Row, town } from "../laws/town.ts";

const reports = vi.hoisted(() => ({ current: null as CaseReport | null }));
vi.mock("../../src/report/formats.ts", () => ({ openReports: async () => reports.current }));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-plain-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A row as an office writes it: what differs in nothing but writing, and what a table must quote or defuse. */
interface WrittenRow extends Row {
  readonly unit: string;
  readonly status: string;
}

const WRITINGS: readonly ((row: WrittenRow) => WrittenRow)[] = [
  (row) => row,
  (row) => row,
  (row) => ({ ...row, name: row.name.toLowerCase() }),
  (row) => ({ ...row, name: `${row.name}, S.Pd.` }),
  (row) => ({ ...row, name: `"${row.name}"` }),
  (row) => ({ ...row, nik: `'${row.nik}` }),
  (row) => ({ ...row, place: `=${row.place}` }),
  (row) => ({ ...row, place: `- ${row.place}`, unit: "@Dinas, “Satu”\nPintu" }),
  (row) => ({ ...row, place: "" }),
  (row) => ({ ...row, sex: "" }),
  (row) => ({ ...row, sex: row.sex === "P" ? "Perempuan" : "Laki-laki", unit: "Dinas Kesehatan" }),
  (row) => ({ ...row, place: `Kec. ${row.place} é` }),
  (row) => ({ ...row, status: "AKTIF" }),
  (row) => ({ ...row, status: "MENINGGAL" }),
  (row) => ({ ...row, status: "Data tidak ditemukan" }),
];

function writtenList(people: readonly Row[], most: number): fc.Arbitrary<WrittenRow[]> {
  return listOf(people, { most, absent: true }).chain((rows) =>
    fc
      .array(fc.constantFrom(...WRITINGS), { minLength: rows.length, maxLength: rows.length })
      .map((writings) => rows.map((row, i) => writings[i]!({ ...row, unit: "", status: "" }))),
  );
}

const LISTS = town({ minLength: 10, maxLength: 40 }).chain((people) =>
  fc.record({
    roster: writtenList(people, 1).map((rows) => [
      rows.slice(0, people.length / 2),
      rows.slice(people.length / 2),
    ]),
    dukcapil: fc.option(writtenList(people, 1), { nil: [] }),
    ktp: fc.option(writtenList(people, 0), { nil: [] }),
    ijazah: fc.option(writtenList(people, 1), { nil: [] }),
    bkn: fc.option(writtenList(people, 0), { nil: [] }),
  }),
);
/** A roster without rows is refused, and so is a run without a source. */
const SOUND_LISTS = LISTS.filter(
  ({ roster, ...sources }) =>
    roster.every((rows) => rows.length > 0) && Object.values(sources).some((rows) => rows.length > 0),
);
type Lists = typeof LISTS extends fc.Arbitrary<infer L> ? L : never;

function fileOf(name: string, rows: readonly WrittenRow[]): string {
  const file = path.join(folder, `${name}.csv`);
  const cells = rows.map((row) => {
    const date = row.date.split("-").reverse().join("-");
    return [row.nik, row.name, row.place, date, row.sex, row.unit, row.status];
  });
  const header = ["NIK", "Nama", "Tempat Lahir", "Tanggal Lahir", "JK", "OPD", "Status"];
  writeFileSync(file, stringify([header, ...cells]));
  return file;
}

interface Met {
  readonly agreements: readonly PlainAgreement[];
  readonly cases: readonly Case[];
}

async function met({ roster, ...sources }: Lists): Promise<Met> {
  const agreements: PlainAgreement[] = [];
  const cases: Case[] = [];
  reports.current = {
    add: (judged) => void cases.push(judged),
    agree: (agreement) => void agreements.push(agreement),
    reject: () => {},
    finish: async () => {},
    abandon: async () => {},
  };
  const given = Object.entries(sources).filter(([, rows]) => rows.length > 0);
  const plan = resolvePlan(
    {
      roster: roster.map((rows, i) => fileOf(`daftar, ${i}`, rows)),
      source: [],
      ...Object.fromEntries(given.map(([name, rows]) => [name, [fileOf(name, rows)]])),
      map: ["roster", ...given.map(([name]) => name)].flatMap((name) => [
        `${name}.nik=NIK`,
        `${name}.status=Status`,
      ]),
      asOf: "2022-10-31",
      out: path.join(folder, "out"),
    },
    null,
  );
  await reconcile(plan, SILENT, new AbortController().signal);
  return { agreements, cases };
}

const TABLE_NAMES = Object.keys(CASE_TABLES) as CaseTableName[];

function rendered(language: Language, render: (tables: CaseTables) => void): Record<string, string> {
  const lines = Object.fromEntries(TABLE_NAMES.map((name) => [name, new CsvLines(16)])) as Record<
    CaseTableName,
    CsvLines
  >;
  render(new CaseTables({ language, identifier: "nik" }, lines));
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, lines[name].take().toString()]));
}

/** What is said of a case: the evidence is gathered in one way alone. */
function said({ evidence, ...rest }: Case) {
  return { ...rest, row: evidence.roster.row };
}

describe("a person about whom nothing is found", () => {
  let seen = 0;
  let hinted = 0;
  let judgements = 0;

  test("is judged and written as anybody else", async () => {
    await fc.assert(
      fc.asyncProperty(SOUND_LISTS, fc.constantFrom(...LANGUAGES), async (lists, language) => {
        const { agreements } = await met(lists);
        const judged = agreements.map(({ cases, index }) => cases.judged(index));
        for (const [i, agreement] of agreements.entries()) {
          expect(said(agreement.whole())).toEqual(said(judged[i]!));
          if (agreement.findings().length > 0) hinted++;
          judgements = Math.max(judgements, agreement.judgement.number);
        }
        seen += agreements.length;
        expect(
          rendered(language, (tables) => agreements.forEach((agreement) => void tables.agree(agreement))),
        ).toEqual(rendered(language, (tables) => judged.forEach((one) => void tables.add(one))));
        const tallies = [new Tally(), new Tally()] as const;
        for (const agreement of agreements) tallies[0].add(agreement);
        for (const one of judged) tallies[1].add(one);
        expect(tallies[0].counts()).toEqual(tallies[1].counts());
        const counts = [new AgreementCounts(), new AgreementCounts()] as const;
        for (const agreement of agreements) counts[0].agree(agreement);
        for (const one of judged) counts[1].add(one);
        for (const name of Object.keys(lists)) expect(counts[0].of(name)).toEqual(counts[1].of(name));
      }),
      { numRuns: drawn(120) },
    );
  });

  test("was met often enough, with hints and in several patterns", () => {
    expect(seen).toBeGreaterThan(drawn(200));
    expect(hinted).toBeGreaterThan(drawn(20));
    expect(judgements).toBeGreaterThan(4);
  });
});

test("everybody else needs something or has something that only the evidence tells", async () => {
  const people = fc.sample(town({ minLength: 20, maxLength: 20 }), { seed: 7, numRuns: 1 })[0]!;
  const rows = people.map((row) => ({ ...row, unit: "", status: "" }));
  const { agreements, cases } = await met({
    roster: [rows],
    dukcapil: rows,
    ktp: rows,
    ijazah: [],
    bkn: rows,
  });
  expect(agreements.length + cases.length).toBe(rows.length);
  expect(agreements.length).toBeGreaterThan(rows.length / 2);
});
