/**
 * Guards the speed without a clock: counts of work that are the same on every machine, held against recorded
 * limits. Whoever makes the work grow on purpose writes the new counts into guard.json; no test writes them.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { resolvePlan } from "../../src/config/resolve.ts";
import { reconcile } from "../../src/reconcile.ts";
import { type BenchInputs, bytesOf } from "./files.ts";
import { InputCache } from "./inputs.ts";
import { Stopwatch } from "./stopwatch.ts";

interface Counts {
  /** Looking for duplicates. */
  readonly pairsPerRosterRecord: number;
  /** Looking for links. */
  readonly pairsPerSourceRow: number;
  readonly bytesReadPerByte: number;
}

const RECORDED = JSON.parse(readFileSync(path.join(import.meta.dirname, "guard.json"), "utf8")) as {
  readonly people: number;
  readonly sourceRows: number;
  readonly ordinary: Counts;
  readonly hard: Counts;
};
/** A tenth more is a regression; less comes with every good change of the rules. */
const TOLERANCE = 1.1;

const folder = mkdtempSync(path.join(tmpdir(), "cocok-guard-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

describe.each(["ordinary", "hard"] as const)("with %s files", (kind) => {
  const limits = RECORDED[kind];
  let counts: Counts;

  beforeAll(async () => {
    const { people, sourceRows } = RECORDED;
    counts = await countsOf(await new InputCache(folder).get({ people, sourceRows, hard: kind === "hard" }));
  }, 60_000);

  test.each(Object.keys(limits) as (keyof Counts)[])("%s has not grown", (count) => {
    expect(counts[count], count).toBeGreaterThan(0);
    expect(counts[count], count).toBeLessThanOrEqual(limits[count] * TOLERANCE);
  });

  test("every byte of the inputs was seen being read", () => {
    expect(counts.bytesReadPerByte).toBeGreaterThanOrEqual(1);
  });
});

async function countsOf(inputs: BenchInputs): Promise<Counts> {
  const out = path.join(folder, "out");
  const typed = { roster: [inputs.roster], dukcapil: [inputs.source], out, lang: "en", formats: "csv" };
  const plan = resolvePlan(typed, null);
  const reads = await watchReads();
  const stopwatch = new Stopwatch();
  await reconcile(plan, stopwatch, new AbortController().signal);
  stopwatch.end();
  const pairsIn = (name: string) => stopwatch.stages.find((stage) => stage.name === name)!.pairs;
  return {
    pairsPerRosterRecord: pairsIn("duplicates") / inputs.rosterRows,
    pairsPerSourceRow: pairsIn("linking") / inputs.sourceRows,
    bytesReadPerByte: reads.bytes / bytesOf(inputs),
  };
}

interface ReadableFile {
  read(...how: unknown[]): Promise<{ readonly bytesRead: number }>;
}

/** Counts what is read through file handles from now on. */
async function watchReads(): Promise<{ readonly bytes: number }> {
  const handle = await open(import.meta.filename);
  const files = Object.getPrototypeOf(handle) as ReadableFile;
  await handle.close();
  const { read } = files;
  const reads = { bytes: 0 };
  vi.spyOn(files, "read").mockImplementation(async function (this: ReadableFile, ...how) {
    const result = await read.apply(this, how);
    reads.bytes += result.bytesRead;
    return result;
  });
  return reads;
}
