/**
 * The main measurement: a roster against a registry of the same size, at one size after the other, beside csv-parse
 * merely parsing the two files and DuckDB linking them.
 */
import path from "node:path";
import { type CocokRun, cocok, digestOf, runTimedCocok, threadsOffered } from "./cocok.ts";
import { CSV_PARSE, csvParse } from "./csv-parse.ts";
import { DUCKDB, duckDb, isDuckDbInstalled } from "./duckdb.ts";
import type { BenchInputs } from "./files.ts";
import type { InputCache } from "./inputs.ts";
import { type LinkQuality, linkQuality } from "./link-quality.ts";
import { inTurns, type Measurement, type Runner } from "./measure.ts";
import { medianOf, ratioTo } from "./statistics.ts";
import type { Stage } from "./stopwatch.ts";
import { grouped } from "./table.ts";

export interface SizeOptions {
  readonly cache: InputCache;
  /** Where runs are written. */
  readonly out: string;
  readonly rounds: number;
  readonly threads: readonly number[];
  readonly say: (text: string) => void;
}

export interface ProgramResult {
  readonly name: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Time and processor time against csv-parse's. */
  readonly timeRatio: number;
  readonly cpuRatio: number;
  readonly peakBytes: number;
  /** Null for what links nothing. */
  readonly quality: LinkQuality | null;
}

export interface SizeResult {
  readonly people: number;
  readonly clean: boolean;
  readonly inputs: BenchInputs;
  readonly programs: readonly ProgramResult[];
  /** Whether every number of threads wrote the same bytes; null where there is only one. */
  readonly identical: boolean | null;
  /** Of a run of its own, with the first number of threads. */
  readonly stages: readonly Stage[];
}

export async function measureSize(people: number, clean: boolean, options: SizeOptions): Promise<SizeResult> {
  const { cache, out, rounds, say } = options;
  const inputs = await cache.get({ people, sourceRows: people, clean });
  const threads = threadsOffered(options.threads);
  const runs = threads.map((count): CocokRun => ({ inputs, out: path.join(out, "run"), threads: count }));
  const duckLinks = path.join(out, "duckdb-links.csv");
  const digests: string[] = [];
  const runners: Runner[] = [
    csvParse(inputs),
    ...runs
      .map(cocok)
      .map((runner) => watched(runner, async () => digests.push(await digestOf(runs[0]!.out)))),
    ...(isDuckDbInstalled() ? [duckDb(inputs, duckLinks)] : []),
  ];
  say(`${grouped(people)} × ${grouped(people)}${clean ? ", clean" : ""}: ${rounds} rounds`);
  const measured = await inTurns(runners, rounds);
  const qualities = new Map<string, LinkQuality>();
  const ours = await linkQuality(path.join(runs[0]!.out, "links.csv"), inputs.truth);
  for (const { name } of runs.map(cocok)) qualities.set(name, ours);
  if (measured.has(DUCKDB)) qualities.set(DUCKDB, await linkQuality(duckLinks, inputs.truth));
  const timed = await runTimedCocok(runs[0]!);
  return {
    people,
    clean,
    inputs,
    programs: [...measured].map(([name, each]) =>
      programResult(name, each, measured.get(CSV_PARSE)!, qualities.get(name) ?? null),
    ),
    identical: runs.length > 1 ? new Set(digests).size === 1 : null,
    stages: JSON.parse(timed.output) as Stage[],
  };
}

function watched(runner: Runner, look: () => Promise<unknown>): Runner {
  return {
    name: runner.name,
    async run() {
      const measurement = await runner.run();
      await look();
      return measurement;
    },
  };
}

function programResult(
  name: string,
  measured: readonly Measurement[],
  yardstick: readonly Measurement[],
  quality: LinkQuality | null,
): ProgramResult {
  return {
    name,
    seconds: medianOf(measured, "seconds"),
    cpuSeconds: medianOf(measured, "cpuSeconds"),
    timeRatio: ratioTo(yardstick, measured, "seconds"),
    cpuRatio: ratioTo(yardstick, measured, "cpuSeconds"),
    peakBytes: medianOf(measured, "peakBytes"),
    quality,
  };
}
