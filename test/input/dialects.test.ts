/** The same 500 people, written as thirty offices would write them, are judged the same. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SILENT } from "../../src/cli/progress.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { reconcile } from "../../src/reconcile.ts";
import { type Person, Population } from "../quality/generator/people.ts";
import { DIALECTS, type Dialect, dashed, writeList } from "./dialect.ts";

const PEOPLE = 500;
const STRANGERS = 100;
const SEED = 11;

const population = new Population(SEED, PEOPLE + STRANGERS, "fixture");
const people = Array.from({ length: PEOPLE }, (_, i) => population.person(i));
const strangers = Array.from({ length: STRANGERS }, (_, i) => population.person(PEOPLE + i));

/** What Dukcapil has of the i-th person: mostly the same, now and then a slip, or nothing. */
function registered(person: Person, i: number): Person | null {
  const { name, nik, born } = person;
  const day = born % 100;
  const month = Math.floor(born / 100) % 100;
  if (i % 25 === 7) return null;
  if (i % 10 === 3) return { ...person, name: `${name.slice(0, -1)}${name.endsWith("i") ? "y" : "i"}` };
  if (i % 20 === 11 && day <= 12) return { ...person, born: born - (born % 10_000) + day * 100 + month };
  if (i % 30 === 5) return { ...person, nik: `${nik.slice(0, -1)}${(Number(nik.at(-1)) + 4) % 10}` };
  if (i % 40 === 9) return { ...person, born: born + 10_000 };
  return person;
}

let folder = "";
let source = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-dialects-"));
  source = path.join(folder, "dukcapil.csv");
  const rows = [...people.map(registered), ...strangers].filter((person) => person !== null);
  const lines = rows.map(({ nik, name, place, born, sex }) =>
    [nik, name, place, dashed(born), sex].join(","),
  );
  writeFileSync(source, `${["NIK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN", ...lines].join("\n")}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What was judged of each person, in the order of the people: everything but where and how the row was written. */
async function judged(dialect: Dialect): Promise<Record<string, string>[]> {
  const { bytes, rowOf } = writeList(people, dialect);
  const roster = path.join(folder, dialect.isWorkbook ? "daftar.xlsx" : "daftar.csv");
  const out = path.join(folder, "out");
  writeFileSync(roster, bytes);
  const typed = {
    roster: [roster],
    source: [],
    dukcapil: [source],
    map: [],
    asOf: "2022-10-31",
    formats: "csv",
    out,
  };
  try {
    await reconcile(resolvePlan(typed, null), SILENT, new AbortController().signal);
    const cases: Record<string, string>[] = parse(readFileSync(path.join(out, "cases.csv")), {
      bom: true,
      columns: true,
    });
    expect(cases.map((row) => Number(row["roster_row"]))).toEqual(people.map((_, i) => rowOf(i)));
    return cases.map((row) => ({
      ...Object.fromEntries(JUDGED.map((column) => [column, row[column]!])),
      // a date is proposed as the roster's file writes dates
      proposed_birth_date: row["proposed_birth_date"]!.replace(DAY_FIRST, "$3-$2-$1"),
    }));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
const DAY_FIRST = /^(\d\d)-(\d\d)-(\d{4})$/;
const JUDGED = [
  "case_id",
  "verdict",
  "action",
  "codes",
  "proposed_nik",
  "proposed_name",
  "proposed_birth_place",
  "documents",
  "route",
];

describe("the same 500 people give the same cases", () => {
  const [plain, ...others] = DIALECTS;
  let expected: Record<string, string>[] = [];

  test(`written plainly (${plain!.name})`, async () => {
    expected = await judged(plain!);
    const verdicts = new Set(expected.map((row) => row["verdict"]));
    expect(verdicts).toEqual(new Set(["match", "clarify", "not_found"]));
  });

  test.each(others)("$name", async (dialect) => {
    expect(await judged(dialect)).toEqual(expected);
  });

  test("in thirty dialects", () => {
    expect(new Set(DIALECTS.map(({ name }) => name)).size).toBe(30);
  });
});
