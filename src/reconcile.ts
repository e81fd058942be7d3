/**
 * The main job: rosters against sources, one run folder. This file is its table of contents; whoever has read it
 * knows the system.
 */
import { setImmediate } from "node:timers/promises";
import type { Progress } from "./cli/progress.ts";
import type { RunOutcome } from "./cli/reconcile.ts";
import type { Plan, SourcePlan } from "./config/plan.ts";
import { VERSION } from "./config/version.ts";
import { formatIsoDate } from "./field/birth-date.ts";
import { identifierField } from "./field/identifier-kinds.ts";
import { Cases } from "./finding/cases.ts";
import {
  type LinkedSource,
  lendReadings,
  type ReadSource,
  type Reconciled,
  readKept,
  reconsider,
} from "./finding/gather.ts";
import { type InputFile, type Inputs, openInputs } from "./input/input-file.ts";
import { People } from "./input/people.ts";
import { unifyUnits } from "./input/unit-spellings.ts";
import { inlineLittle, inlineMuch, optimiseSoon } from "./machine/compiler.ts";
import { giveBackMemory } from "./machine/memory.ts";
import { AnswerLinker } from "./match/answer-links.ts";
import { LENDING_PROBABILITY } from "./match/confirmed.ts";
import { duplicateGroups, sharedIdentifiers, withRegistry } from "./match/duplicate-groups.ts";
import { type DuplicatePair, duplicatePairs } from "./match/duplicates.ts";
import { indexIdentifiersOf, indexKeys } from "./match/index-roster.ts";
import { Linker } from "./match/linker.ts";
import type { SourceLinker } from "./match/links.ts";
import { type Roster, refuseTooLarge } from "./match/roster.ts";
import { FEWEST_ROSTER_BYTES, FEWEST_SOURCE_BYTES, WorkerPool } from "./match/worker-pool.ts";
import { type CaseReport, takesLines } from "./report/case-report.ts";
import { CaseWriters } from "./report/case-writer.ts";
import { FEWEST_CASES, writeCases, writeCasesTogether } from "./report/case-writing.ts";
import { duplicateRows } from "./report/duplicate-rows.ts";
import { openReports } from "./report/formats.ts";
import { RunFolder } from "./report/run-folder.ts";
import { summaryOf } from "./report/summarise.ts";
import type { Tally } from "./report/tally.ts";
import { together } from "./trouble.ts";

/** Several times what a row of a registry takes. */
const MOST_BYTES_PER_ROW = 500;

/** An extract for a roster has about as many bytes as that; rows that wait take memory. */
const MOST_OF_EXTRACT = 1.5;

/** From so many records on, a stage leaves too much memory behind to wait until V8 collects it by itself. */
const LARGE_ROSTER = 100_000;

/** From which size on threads take less time to start than they save. */
interface ThreadsWorth {
  readonly rosterBytes: number;
  /** Of one source. */
  readonly sourceBytes: number;
  readonly cases: number;
}

const WORTH: ThreadsWorth = {
  rosterBytes: FEWEST_ROSTER_BYTES,
  sourceBytes: FEWEST_SOURCE_BYTES,
  cases: FEWEST_CASES,
};

/** What accompanies the work: how far it is, whether to stop, where results go, who helps. */
interface Watch {
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly reports: CaseReport;
  /** Null where the work is little, or one thread is asked for. */
  readonly pool: WorkerPool | null;
  readonly writers: CaseWriters;
  readonly worth: ThreadsWorth;
}

/**
 * Reads, links, judges and writes.
 * @throws Trouble with every problem of input and results folder at once, before anything is written; the signal's reason when
 *   interrupted, with nothing left behind
 * @param worth from which size on threads are started; no result depends on it
 */
export async function reconcile(
  plan: Plan,
  progress: Progress,
  signal: AbortSignal,
  worth: ThreadsWorth = WORTH,
): Promise<RunOutcome> {
  const [inputs] = await together(openInputs(plan, signal), RunFolder.check(plan.out));
  const folder = await RunFolder.open(plan.out);
  const reports = await openReportsIn(folder, plan);
  const isLong = isWorthThreads(inputs, worth);
  if (isLong) {
    optimiseSoon();
    inlineMuch();
  }
  const pool = plan.threads > 1 && isLong ? WorkerPool.of(plan.threads) : null;
  const writers = new CaseWriters(plan.threads - 1);
  const watch: Watch = { progress, signal, reports, pool, writers, worth };
  try {
    const roster = await readRoster(inputs, plan, watch);
    const registry = await passRegistry(plan, inputs, roster, watch);
    const pairs = await findDuplicates(roster, registry, watch);
    const sources = await linkSources(plan, inputs, roster, registry, watch);
    const reconciled = bringTogether(roster, inputs.roster, pairs, sources);
    const tally = await writeAll(reconciled, plan, watch);
    const summary = summaryOf(reconciled, tally, {
      version: VERSION,
      asOf: formatIsoDate(plan.asOf),
      plan,
      inputs,
    });
    await reports.finish({ summary, duplicates: [...duplicateRows(reconciled)] });
    // an interruption that came while the reports were finished still counts
    await lookUp(roster.count, watch);
    return { summary, ...(await folder.commit()) };
  } catch (error) {
    // what went wrong first is told, even if the reports cannot be taken back
    await reports.abandon().catch(() => {});
    await folder.discard();
    throw folder.troubleOf(error);
  } finally {
    await Promise.all([pool?.dismiss(), writers.dismiss()]);
  }
}

/** @throws Trouble when they cannot be written, with nothing left behind */
async function openReportsIn(
  folder: RunFolder,
  { language, identifier, mask, formats }: Plan,
): Promise<CaseReport> {
  try {
    return await openReports({ folder: folder.path, language, identifier, masked: mask }, formats);
  } catch (error) {
    await folder.discard();
    throw folder.troubleOf(error);
  }
}

/** Threads take longer to start than a small roster and short sources take. */
function isWorthThreads({ roster, sources }: Inputs, worth: ThreadsWorth): boolean {
  return sizeOf(roster) >= worth.rosterBytes || sources.some((files) => sizeOf(files) >= worth.sourceBytes);
}

async function readRoster(
  inputs: Inputs,
  plan: Plan,
  { progress, signal, reports, pool }: Watch,
): Promise<Roster> {
  const files = inputs.roster;
  const people = new People();
  const size = sizeOf(files);
  progress.stage("reading", size);
  let before = 0;
  for (const [number, file] of files.entries()) {
    for await (const batch of file.batches(signal, people, number)) {
      for (const rejection of batch.rejected) await reports.reject(file.path, rejection);
      progress.advance(before + batch.bytes);
      refuseTooLarge(people);
      // what a packed sheet holds its size does not tell
      const isFirst = people.count === batch.added && batch.added > 0;
      if (isFirst && file.table.understanding.format === "csv") people.makeRoom(batch.bytes / size);
    }
    before += file.table.size;
  }
  unifyUnits(people);
  const roster = indexIdentifiersOf(people, identifierField(plan.identifier));
  if (!beginsWithExtract(plan, inputs)) await indexKeys(roster, pool);
  return roster;
}

/**
 * Whether a registry comes first that was extracted for this very roster, to judge by its size: then nearly everybody is
 * found by his number, and the few rows that are nobody's image can wait until the others have passed.
 */
function beginsWithExtract({ sources: [plan] }: Plan, { roster, sources: [files] }: Inputs): boolean {
  if (plan === undefined || files === undefined || plan.kind !== "registry") return false;
  return sizeOf(files) <= MOST_OF_EXTRACT * sizeOf(roster);
}

/** A source whose rows have passed the roster. */
interface PassedSource<L extends SourceLinker = SourceLinker> extends ReadSource {
  readonly linker: L;
}

/**
 * The registry that comes before all other sources; null where there is none. It passes before anybody looks for
 * duplicates: nearly all stand in it as they stand in the roster, and need hardly be held against each other.
 */
async function passRegistry(
  { sources: [plan] }: Plan,
  { sources: [files] }: Inputs,
  roster: Roster,
  watch: Watch,
): Promise<PassedSource<Linker> | null> {
  if (plan === undefined || files === undefined || plan.kind !== "registry") return null;
  const registry = await passSource(weighingLinker(plan, files, roster, watch), plan, files, watch);
  roster.recognised = registry.linker.recognise();
  // what rows that waited have taken
  tidyUp(roster);
  return registry;
}

async function findDuplicates(
  roster: Roster,
  registry: PassedSource<Linker> | null,
  watch: Watch,
): Promise<DuplicatePair[]> {
  const { progress, pool } = watch;
  progress.stage("duplicates", roster.count);
  const beat = (done: number): Promise<void> => lookUp(done, watch);
  const pairs = await duplicatePairs(roster, beat, pool);
  await registry?.linker.meetResembling((row) => readKept(registry, registry.linker.kept, row), beat);
  tidyUp(roster);
  return pairs;
}

/**
 * The sources in the order of the plan, each with what those before it have confirmed.
 * @param registry has passed already
 */
async function linkSources(
  { sources: plans }: Plan,
  inputs: Inputs,
  roster: Roster,
  registry: PassedSource | null,
  watch: Watch,
): Promise<LinkedSource[]> {
  const sources: LinkedSource[] = [];
  // back to where the registry passed
  if (registry !== null) watch.progress.stage("linking", roster.count);
  for (const [i, plan] of plans.entries()) {
    const files = inputs.sources[i]!;
    const isPassed = i === 0 && registry !== null;
    const passed = isPassed
      ? registry
      : await passSource(await linkerFor(plan, files, roster, watch), plan, files, watch);
    if (i === plans.length - 1) await endSearch(roster, watch);
    const linked = linkSource(passed, roster);
    sources.push(linked);
    // what is confirmed helps in the other sources; a listing confirms nothing, and answers show no values
    if (plans.length > 1 && (plan.kind === "registry" || plan.kind === "document"))
      lendReadings(linked, roster, LENDING_PROBABILITY);
  }
  return sources.map((source) => (source.plan.kind === "registry" ? reconsider(source, roster) : source));
}

async function linkerFor(
  plan: SourcePlan,
  files: readonly InputFile[],
  roster: Roster,
  watch: Watch,
): Promise<SourceLinker> {
  if (plan.kind === "answers") return new AnswerLinker(roster);
  if (!roster.index.isWhole) await indexKeys(roster, watch.pool);
  return weighingLinker(plan, files, roster, watch);
}

function weighingLinker(
  plan: SourcePlan,
  files: readonly InputFile[],
  roster: Roster,
  { pool }: Watch,
): Linker {
  return new Linker(roster, expectedRows(files, roster), plan, pool);
}

/** Sends the rows of a source past the roster. */
async function passSource<L extends SourceLinker>(
  linker: L,
  plan: SourcePlan,
  files: readonly InputFile[],
  watch: Watch,
): Promise<PassedSource<L>> {
  const { progress, signal, reports } = watch;
  const size = sizeOf(files);
  progress.stage("linking", size);
  let before = 0;
  for (const [number, file] of files.entries()) {
    for await (const batch of file.batches(signal, linker.batch, number)) {
      await linker.considerBatch(file.context);
      for (const rejection of batch.rejected) await reports.reject(file.path, rejection);
      progress.advance(before + batch.bytes);
    }
    before += file.table.size;
  }
  await linker.settled(() => lookUp(size, watch));
  return { plan, files, linker };
}

/** Decides who is linked, now that all rows have passed. */
function linkSource({ plan, files, linker }: PassedSource, roster: Roster): LinkedSource {
  const links = linker.links();
  // what sorting and assigning the candidates took
  tidyUp(roster);
  return { plan, files, links };
}

/**
 * How many rows a source has at least, by its bytes: the longer it is, the more of its rows resemble somebody by chance,
 * and the less a faint resemblance is worth keeping. A cautious guess, since what is not kept cannot be weighed.
 */
function expectedRows(files: readonly InputFile[], roster: Roster): number {
  return Math.max(roster.count, Math.floor(sizeOf(files) / MOST_BYTES_PER_ROW));
}

/** Nobody is looked for any more: what that took is memory for what comes, and threads are free for it. */
async function endSearch(roster: Roster, { pool, reports, writers, worth }: Watch): Promise<void> {
  await pool?.dismiss();
  roster.index.release();
  tidyUp(roster);
  if (roster.count < worth.cases || !takesLines(reports)) return;
  inlineLittle();
  writers.begin(roster);
}

/** What the pairs and the links of all sources come to when they are held against each other. */
function bringTogether(
  roster: Roster,
  rosterFiles: readonly InputFile[],
  pairs: readonly DuplicatePair[],
  sources: readonly LinkedSource[],
): Reconciled {
  let settled = pairs;
  for (const { plan, links } of sources) if (plan.kind === "registry") settled = withRegistry(settled, links);
  return {
    roster,
    rosterFiles,
    sources,
    duplicates: duplicateGroups(settled, roster.count),
    shared: sharedIdentifiers(
      settled,
      roster.people,
      sources.map((source) => source.links),
    ),
  };
}

/** Judges and writes every case; large runs with the writers that have begun. */
async function writeAll(reconciled: Reconciled, { leading, language }: Plan, watch: Watch): Promise<Tally> {
  const { progress, reports, writers } = watch;
  const beat = (done: number): Promise<void> => lookUp(done, watch);
  progress.stage("writing", reconciled.roster.count);
  inlineLittle();
  const cases = new Cases(reconciled, leading, await writers.numbers());
  if (writers.all.length === 0 || !takesLines(reports)) return writeCases(cases, reports, beat);
  return writeCasesTogether(cases, language, reports, writers, beat);
}

/** Gives back what a stage has left behind, where that is much. */
function tidyUp(roster: Roster): void {
  if (roster.count >= LARGE_ROSTER) giveBackMemory();
}

/**
 * Lets the event loop turn: an interruption is heard only then, however often the signal is asked.
 * @throws the signal's reason when interrupted
 */
async function lookUp(done: number, { progress, signal }: Pick<Watch, "progress" | "signal">): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
  progress.advance(done);
}

function sizeOf(files: readonly InputFile[]): number {
  return files.reduce((sum, file) => sum + file.table.size, 0);
}
