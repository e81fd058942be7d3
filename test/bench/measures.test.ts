/** The benchmark's own measures: figures that nobody checks are believed. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SILENT } from "../../src/cli/progress.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { reconcile } from "../../src/reconcile.ts";
import { evaluate } from "../quality/evaluate.ts";
import { type BenchInputs, ROSTER_DIALECT } from "./files.ts";
import { InputCache } from "./inputs.ts";
import { linkQuality } from "./link-quality.ts";
import type { Measurement } from "./measure.ts";
import { growthExponent, median, ratioTo } from "./statistics.ts";
import { asMarkdown, asText, grouped, rounded } from "./table.ts";

const folder = mkdtempSync(path.join(tmpdir(), "cocok-bench-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function took(...seconds: number[]): Measurement[] {
  return seconds.map((each) => ({ seconds: each, cpuSeconds: each, peakBytes: 1, output: "" }));
}

describe("figures", () => {
  test("the median does not mind one outlier", () => {
    expect(median([1, 900, 2])).toBe(2);
    expect(median([1, 2, 3, 900])).toBe(2.5);
  });

  test("a ratio is taken within each round, so that a slow minute of the machine falls on both", () => {
    expect(ratioTo(took(1, 10, 1), took(2, 20, 2), "seconds")).toBe(2);
  });

  test.each([1, 1.5, 2])("a time that grows with the power %d of the rows has that exponent", (power) => {
    const point = (rows: number) => ({ rows, seconds: 3 * rows ** power });
    expect(growthExponent(point(1000), point(20_000))).toBeCloseTo(power, 10);
  });

  test.each([
    [2_400_000, "2,400,000", "2,400,000"],
    [123_456, "123,456", "120,000"],
    [7, "7", "7"],
  ])("%d is written %s, and with two digits that count %s", (value, whole, short) => {
    expect([grouped(value), rounded(value)]).toEqual([whole, short]);
  });

  test("a table says the same as text and as Markdown", () => {
    const table = {
      title: "Sizes",
      note: "",
      headings: ["rows", "time"],
      rows: [
        ["10", "0.5"],
        ["100", "12"],
      ],
    };
    expect(asText(table)).toBe("\nSizes\n  rows  time\n  10     0.5\n  100     12\n");
    expect(asMarkdown(table)).toBe(
      "## Sizes\n\n| rows | time |\n| --- | ---: |\n| 10 | 0.5 |\n| 100 | 12 |\n",
    );
  });
});

describe("files", () => {
  const shape = { people: 1500, sourceRows: 3000 };
  let ordinary: BenchInputs;
  let hard: BenchInputs;
  const cells = (file: string, delimiter: string) =>
    readFileSync(file, "utf8")
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split(delimiter));
  const roster = (inputs: BenchInputs) => cells(inputs.roster, ROSTER_DIALECT.delimiter);
  const source = (inputs: BenchInputs) => cells(inputs.source, ",");

  beforeAll(async () => {
    const cache = new InputCache(folder);
    ordinary = await cache.get(shape);
    hard = await cache.get({ ...shape, hard: true });
  });

  test("are as long as they say", () => {
    expect(roster(ordinary)).toHaveLength(ordinary.rosterRows + 1);
    expect(source(ordinary)).toHaveLength(ordinary.sourceRows + 1);
  });

  test("with hard shapes hold the same people on the same rows", () => {
    expect(readFileSync(hard.truth, "utf8")).toBe(readFileSync(ordinary.truth, "utf8"));
    const before = source(ordinary);
    const changed = source(hard).filter((row, at) => row.join() !== before[at]!.join());
    for (const [nik, name, , born] of changed) {
      if (name !== "NURHAYATI") expect([nik!.slice(8, 12), born]).toEqual(["0180", "01-01-1980"]);
    }
    expect(new Set(source(hard).map(([nik]) => nik)).size).toBe(before.length);
  });

  test.each([
    ["roster", () => roster(hard)],
    ["registry", () => source(hard)],
  ])("with hard shapes have about one person in ten on 01-01-1980: %s", (_, rows) => {
    const share = rows().filter(([, , , born]) => born === "01-01-1980").length / rows().length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
  });

  test("have links counted as the quality run counts them", async () => {
    for (const inputs of [ordinary, hard]) {
      const out = path.join(folder, "out");
      const typed = { roster: [inputs.roster], dukcapil: [inputs.source], out, lang: "en", formats: "csv" };
      const plan = resolvePlan(typed, null);
      await reconcile(plan, SILENT, new AbortController().signal);
      const { shown, ...counted } = await linkQuality(path.join(out, "links.csv"), inputs.truth);
      expect(evaluate(out, inputs.truth, ["dukcapil"]).sources[0]).toMatchObject(counted);
      expect(counted.missed).toBeGreaterThan(0);
      expect(shown).toBeLessThanOrEqual(counted.missed);
    }
  });
});
