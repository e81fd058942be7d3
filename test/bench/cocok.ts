/** How the benchmark runs cocok: the built program, at its command line, as a user would. */
import { createHash } from "node:crypto";
import { createReadStream, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { OPTIONS } from "../../src/config/options.ts";
import type { BenchInputs } from "./files.ts";
import { type Measurement, measure, type Runner } from "./measure.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const PROGRAM = path.join(ROOT, "bin", "cocok.js");
/** The same with a stopwatch inside (stages.ts). */
const TIMED_PROGRAM = path.join(import.meta.dirname, "stages.js");

/** Every report there is; otherwise CSV and summary.json alone. */
const ALL_FORMATS = "csv,xlsx,html";

export interface CocokRun {
  readonly inputs: BenchInputs;
  readonly out: string;
  /** Null where the program does not let one choose. */
  readonly threads: number | null;
  readonly allReports?: boolean;
}

/** Runs cocok into a folder that is not there yet, whatever was there before. */
export async function runCocok(run: CocokRun): Promise<Measurement> {
  rmSync(run.out, { recursive: true, force: true });
  return measure([PROGRAM, ...wordsOf(run)]);
}

/** The same, with the time and the comparisons of each stage as JSON on stdout. */
export async function runTimedCocok(run: CocokRun): Promise<Measurement> {
  rmSync(run.out, { recursive: true, force: true });
  return measure([TIMED_PROGRAM, ...wordsOf(run)]);
}

export function cocok(run: CocokRun): Runner {
  return { name: nameOf(run.threads), run: () => runCocok(run) };
}

function nameOf(threads: number | null): string {
  if (threads === null) return "cocok";
  return `cocok, ${threads === 1 ? "1 thread" : `${threads} threads`}`;
}

/** Of the numbers of threads asked for, those the program can be given; [null] when it has no such option. */
export function threadsOffered(asked: readonly number[]): readonly (number | null)[] {
  return isOffered("threads") ? asked : [null];
}

function wordsOf({ inputs, out, threads, allReports }: CocokRun): string[] {
  return [
    "reconcile",
    ...["--roster", inputs.roster, "--dukcapil", inputs.source, "--out", out],
    ...["--fail-on", "none", "--quiet"],
    ...(threads === null ? [] : ["--threads", String(threads)]),
    ...(isOffered("formats") ? ["--formats", allReports === true ? ALL_FORMATS : "csv"] : []),
  ];
}

function isOffered(option: string): boolean {
  return Object.hasOwn(OPTIONS, option);
}

/** One digest over the names and bytes of everything in a run folder. */
export async function digestOf(folder: string): Promise<string> {
  const hash = createHash("sha256");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    hash.update(path.relative(folder, file));
    await pipeline(createReadStream(file), hash, { end: false });
  }
  return hash.digest("hex");
}
