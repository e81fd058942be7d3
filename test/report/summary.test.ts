/** summary.json: what it says adds up, and it holds no person's data. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SILENT } from "../../src/cli/progress.ts";
import { readConfiguration } from "../../src/config/configuration.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { VERSION } from "../../src/config/version.ts";
import { reconcile } from "../../src/reconcile.ts";
import type { RunSummary } from "../../src/report/summary.ts";

let folder = "";
let summary: RunSummary;
let text = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-summary-"));
  const config = "fixtures/musi-rawas/cocok.config.json";
  const out = path.join(folder, "out");
  ({ summary } = await reconcile(
    resolvePlan({ config, out }, await readConfiguration(config)),
    SILENT,
    new AbortController().signal,
  ));
  text = readFileSync(path.join(out, "summary.json"), "utf8");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

describe("the summary", () => {
  test("is what the run returns", () => {
    expect(JSON.parse(text)).toEqual(summary);
  });

  test("names the version, the reference date and what decided the run", () => {
    expect(summary).toMatchObject({
      version: VERSION,
      as_of: "2022-10-31",
      options: { identifier: "nik", lang: "id", fail_on: "any", leading: { nik: ["dukcapil", "ktp"] } },
    });
  });

  test("names every input as it was typed, with the hash of its bytes", () => {
    expect(summary.inputs.map(({ role, path: file }) => [role, file])).toEqual([
      ["roster", "fixtures/musi-rawas/daftar-dinkes.csv"],
      ["roster", "fixtures/musi-rawas/daftar-disdik.csv"],
      ["dukcapil", "fixtures/musi-rawas/dukcapil.csv"],
      ["ktp", "fixtures/musi-rawas/ktp.csv"],
      ["ijazah", "fixtures/musi-rawas/ijazah.csv"],
      ["bkn", "fixtures/musi-rawas/bkn.csv"],
    ]);
    for (const { path: file, sha256 } of summary.inputs) {
      expect(sha256, file).toBe(createHash("sha256").update(readFileSync(file)).digest("hex"));
    }
  });

  test("accounts for every row and every case", () => {
    for (const { rows } of summary.inputs) expect(rows.used + rows.rejected + rows.layout).toBe(rows.read);
    const { cases, sources, inputs } = summary;
    const roster = inputs.filter(({ role }) => role === "roster");
    expect(cases.total).toBe(roster.reduce((total, { rows }) => total + rows.used, 0));
    expect(sum(cases.by_verdict)).toBe(cases.total);
    expect(sum(cases.by_action)).toBe(cases.total);
    expect(cases.need_action).toBe(cases.total - cases.by_action.none);
    expect(cases.by_unit.reduce((total, unit) => total + unit.cases, 0)).toBe(cases.total);
    expect(cases.by_unit.reduce((total, unit) => total + unit.need_action, 0)).toBe(cases.need_action);
    for (const unit of cases.by_unit) expect(sum(unit.by_action)).toBe(unit.cases);
    for (const source of sources)
      expect(source.linked + source.ambiguous + source.not_found, source.name).toBe(cases.total);
  });

  test("estimates wrong and missed links of every source", () => {
    for (const { name, expected_false_links, expected_missed_links } of summary.sources) {
      expect(expected_false_links, name).toBeGreaterThanOrEqual(0);
      expect(expected_false_links, name).toBeLessThan(1);
      expect(expected_missed_links, name).toBeGreaterThanOrEqual(0);
    }
  });

  test("holds no NIK", () => {
    expect(text.match(/(?<![0-9a-f])\d{15,18}(?![0-9a-f])/g)).toBeNull();
  });
});
