/**
 * The main job: rosters against sources, one run folder. This file is its table of contents; whoever has read it
 * knows the system.
 */
import { setImmediate } from "node:timers/promises";
import type { Progress } from "./cli/progress.ts";
import type { Plan, SourcePlan } from "./config/plan.ts";
import { VERSION } from "./config/version.ts";
import { formatIsoDate } from "./field/birth-date.ts";
import { identifierField } from "./field/identifier-kinds.ts";
import { judge } from "./finding/case.ts";
import { CaseNumbers } from "./finding/case-id.ts";
import {
  gatherEvidence,
  type LinkedSource,
  lendReadings,
  type Reconciled,
  reconsider,
} from "./finding/gather.ts";
import { understandAnswer } from "./input/answer.ts";
import { type InputFile, openInputs } from "./input/input-file.ts";
import { type RawRow, type RowContext, understandRow } from "./input/record.ts";
import { AnswerLinker } from "./match/answer-links.ts";
import { LENDING_PROBABILITY } from "./match/confirmed.ts";
import { duplicateGroups, duplicatePairs, sharedIdentifiers, withRegistry } from "./match/duplicates.ts";
import { Linker } from "./match/linker.ts";
import { People } from "./match/people.ts";
import { indexRoster, type Roster } from "./match/roster.ts";
import type { CaseReport } from "./report/case-report.ts";
import { duplicateRows } from "./report/duplicate-rows.ts";
import { openReports } from "./report/formats.ts";
import { RunFolder } from "./report/run-folder.ts";
import { summaryOf } from "./report/summarise.ts";
import type { RunSummary } from "./report/summary.ts";
import { Tally } from "./report/tally.ts";

/** What accompanies the work: how far it is, whether to stop, where results go. */
interface Watch {
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly reports: CaseReport;
}

/**
 * Reads, links, judges and writes.
 * @throws Trouble with every problem of the input at once, before anything is written; the signal's reason when
 *   interrupted, with nothing left behind
 */
export async function reconcile(plan: Plan, progress: Progress, signal: AbortSignal): Promise<RunSummary> {
  const inputs = await openInputs(plan);
  const folder = await RunFolder.open(plan.out);
  const reports = await openReports(
    { folder: folder.path, language: plan.language, masked: plan.mask },
    plan.formats,
  ).catch(async (error: unknown) => {
    await folder.discard();
    throw folder.troubleOf(error);
  });
  const watch: Watch = { progress, signal, reports };
  try {
    const roster = await readRoster(inputs.roster, plan, watch);
    progress.stage("duplicates", roster.count);
    const pairs = await duplicatePairs(roster, (done) => lookUp(done, watch));
    const sources: LinkedSource[] = [];
    for (const [i, source] of plan.sources.entries()) {
      sources.push(await linkSource(source, inputs.sources[i]!, roster, watch));
    }
    for (const [i, source] of sources.entries()) {
      if (source.plan.kind === "registry") sources[i] = reconsider(source, roster);
    }
    const settled = sources
      .filter((source) => source.plan.kind === "registry")
      .reduce((p, s) => withRegistry(p, s.links), pairs);
    const reconciled: Reconciled = {
      roster,
      rosterFiles: inputs.roster,
      sources,
      duplicates: duplicateGroups(settled, roster.count),
      shared: sharedIdentifiers(
        settled,
        sources.map((source) => source.links),
      ),
    };
    const tally = await writeCases(reconciled, plan, watch);
    const summary = summaryOf(reconciled, tally, { version: VERSION, asOf: formatIsoDate(plan.asOf), plan });
    await reports.finish({ summary, duplicates: [...duplicateRows(reconciled)] });
    await folder.commit();
    return summary;
  } catch (error) {
    await reports.abandon();
    await folder.discard();
    throw folder.troubleOf(error);
  }
}

async function readRoster(
  files: readonly InputFile[],
  plan: Plan,
  { progress, signal, reports }: Watch,
): Promise<Roster> {
  const people = new People();
  progress.stage("reading", sizeOf(files));
  let before = 0;
  for (const [number, file] of files.entries()) {
    for await (const batch of file.batches(signal)) {
      for (const raw of batch.rows)
        people.add(understandRow(raw, file.context), raw, raw.unit, number, raw.row);
      for (const rejection of batch.rejected) await reports.reject(file.path, rejection);
      progress.advance(before + batch.bytes);
    }
    before += file.table.size;
  }
  return indexRoster(people, identifierField(plan.identifier));
}

async function linkSource(
  plan: SourcePlan,
  files: readonly InputFile[],
  roster: Roster,
  { progress, signal, reports }: Watch,
): Promise<LinkedSource> {
  progress.stage("linking", sizeOf(files));
  const linker = linkerFor(plan, roster);
  let before = 0;
  for (const [number, file] of files.entries()) {
    for await (const batch of file.batches(signal)) {
      for (const raw of batch.rows) linker.consider(raw, file.context, number);
      for (const rejection of batch.rejected) await reports.reject(file.path, rejection);
      progress.advance(before + batch.bytes);
    }
    before += file.table.size;
  }
  const linked = { plan, files, links: linker.finish() };
  // what a listing shows is not confirmed by any document, and answers show no values
  if (plan.kind === "registry" || plan.kind === "document") lendReadings(linked, roster, LENDING_PROBABILITY);
  return linked;
}

/** What one source's rows are held against the roster by. */
function linkerFor({ kind, listing }: SourcePlan, roster: Roster) {
  if (kind === "answers") {
    const linker = new AnswerLinker(roster);
    return {
      consider: (raw: RawRow, context: RowContext, file: number) =>
        linker.consider(understandAnswer(raw, context), file, raw.row),
      finish: () => linker.finish(),
    };
  }
  const linker = new Linker(roster, roster.count, listing);
  return {
    consider: (raw: RawRow, context: RowContext, file: number) =>
      linker.consider(understandRow(raw, context), raw, file, raw.row),
    finish: () => linker.finish(),
  };
}

async function writeCases(reconciled: Reconciled, plan: Plan, watch: Watch): Promise<Tally> {
  const { progress, reports } = watch;
  const { roster } = reconciled;
  const tally = new Tally();
  const numbers = new CaseNumbers();
  const judgement = { leading: plan.leading, identifiers: roster.identifiers };
  progress.stage("writing", roster.count);
  for (const evidence of gatherEvidence(reconciled)) {
    const judged = judge(evidence, numbers.numberFor(evidence.roster.person), judgement);
    tally.add(judged);
    await reports.add(judged);
    if (evidence.roster.index % CASES_PER_BEAT === 0) await lookUp(evidence.roster.index, watch);
  }
  return tally;
}

/** How often, in cases, the work looks up from writing. */
const CASES_PER_BEAT = 1000;

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
