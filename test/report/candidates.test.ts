/** candidates.csv: what was weighed for the cases somebody may ask about, and nobody's data. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { KEY_KINDS } from "../../src/match/keys.ts";
import { CANDIDATE_COLUMNS } from "../../src/report/tables.ts";
import { runStory } from "../story.ts";

type Row = Readonly<Record<string, string>>;

let folder = "";
let cases: Row[] = [];
let findings: Row[] = [];
let links: Row[] = [];
let candidates: Row[] = [];

function table(out: string, name: string): Row[] {
  return parse(readFileSync(path.join(out, `${name}.csv`)), { bom: true, columns: true });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-candidates-"));
  const out = path.join(folder, "run");
  await runStory("musi-rawas", out);
  [cases, findings, links, candidates] = ["cases", "findings", "links", "candidates"].map((name) =>
    table(out, name),
  ) as [Row[], Row[], Row[], Row[]];
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const rosterRow = (row: Row) => `${row["roster_file"]}:${row["roster_row"]}`;

test("the columns are those of the table", () => {
  expect(Object.keys(candidates[0]!)).toEqual([...CANDIDATE_COLUMNS]);
});

test("there are rows for exactly the cases with a finding that is no hint, or an ambiguous link", () => {
  const asked = new Set(findings.filter((row) => row["severity"] !== "hint").map(rosterRow));
  for (const row of links) if (row["status"] === "ambiguous") asked.add(rosterRow(row));
  const withCandidates = new Set(
    links.filter((row) => row["source_row"] !== "" && asked.has(rosterRow(row))).map(rosterRow),
  );
  const told = new Set(candidates.map(rosterRow));
  expect([...told].filter((row) => !asked.has(row))).toEqual([]);
  expect([...withCandidates].filter((row) => !told.has(row))).toEqual([]);
  expect(asked.size).toBeLessThan(cases.length);
});

test("the links of such a case are its best candidates, with the same probability", () => {
  const key = (row: Row) => [rosterRow(row), row["source"], row["source_file"], row["source_row"]].join("|");
  const told = new Map(candidates.map((row) => [key(row), row]));
  const cased = new Set(candidates.map(rosterRow));
  const linked = links.filter((row) => row["status"] === "linked" && cased.has(rosterRow(row)));
  expect(linked.length).toBeGreaterThan(50);
  for (const link of linked) {
    expect(told.get(key(link))).toMatchObject({ rank: "1", probability: link["probability"] });
  }
});

test("candidates are ranked per source, surest first", () => {
  const groups = new Map<string, Row[]>();
  for (const row of candidates) {
    const key = `${row["case_id"]} ${row["source"]}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  expect([...groups.values()].some((rows) => rows.length > 1)).toBe(true);
  for (const rows of groups.values()) {
    expect(rows.map((row) => row["rank"])).toEqual(rows.map((_, i) => String(i + 1)));
    const probabilities = rows.map((row) => Number(row["probability"]));
    expect(probabilities).toEqual([...probabilities].sort((one, other) => other - one));
  }
});

test("the weights add up to the bits, and all are numbers of at most two decimals", () => {
  const weights = CANDIDATE_COLUMNS.filter((column) => column.startsWith("weight_"));
  for (const row of candidates) {
    for (const column of [...weights, "bits"]) expect(row[column]).toMatch(/^-?\d+(\.\d{1,2})?$/);
    const sum = weights.reduce((total, column) => total + Number(row[column]), 0);
    expect(Math.abs(sum - Number(row["bits"])), JSON.stringify(row)).toBeLessThan(0.04);
    expect(row["probability"]).toMatch(/^0\.\d{4}$/);
  }
});

test("every candidate says which keys found it, and whose values were weighed", () => {
  for (const row of candidates) {
    const keys = row["keys"]!.split(";");
    expect(keys.filter((key) => !(KEY_KINDS as readonly string[]).includes(key))).toEqual([]);
    expect(["own", "confirmed"]).toContain(row["confirmed"]);
  }
  expect(new Set(candidates.map((row) => row["confirmed"])).size).toBe(2);
});

test("nobody's data stands in it", () => {
  const text = JSON.stringify(candidates);
  expect(text).not.toMatch(/\d{8}/);
  for (const row of cases) expect(text).not.toContain(row["name"]!.length > 1 ? row["name"]! : row["nik"]!);
});
