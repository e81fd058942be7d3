/** A story's run as its reports see it, kept so that one report at a time can be tried on it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { vi } from "vitest";
import { SILENT } from "../../src/cli/progress.ts";
import { readConfiguration } from "../../src/config/configuration.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import type { Case } from "../../src/finding/case.ts";
import type { Rejection } from "../../src/input/judged-rows.ts";
import type { CaseReport, OpenReport, ReportContext, RunEnd } from "../../src/report/case-report.ts";

export interface RecordedRun {
  readonly cases: readonly Case[];
  readonly rejected: readonly { readonly file: string; readonly rejection: Rejection }[];
  readonly end: RunEnd;
}

/** Reconciles the inputs of `fixtures/<story>` and writes no report. */
export async function recordedRun(story: string): Promise<RecordedRun> {
  const cases: Case[] = [];
  const rejected: { file: string; rejection: Rejection }[] = [];
  let end: RunEnd | undefined;
  const recorder: CaseReport = {
    add: (judged) => void cases.push(judged),
    reject: (file, rejection) => void rejected.push({ file, rejection }),
    finish: async (given) => {
      end = given;
    },
    abandon: async () => {},
  };
  const reconcile = await recording(recorder);
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-recorded-"));
  try {
    const config = path.posix.join("fixtures", story, "cocok.config.json");
    const plan = resolvePlan({ config, out: path.join(folder, "out") }, await readConfiguration(config));
    await reconcile(plan, SILENT, new AbortController().signal);
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (end === undefined) throw new Error(`${story}: the run was not finished`);
  return { cases, rejected, end };
}

type Reconcile = typeof import("../../src/reconcile.ts").reconcile;

let current: CaseReport;
let loaded: Promise<{ reconcile: Reconcile }> | undefined;

/** The main job with `recorder` in the place of all reports. */
async function recording(recorder: CaseReport): Promise<Reconcile> {
  current = recorder;
  if (loaded === undefined) {
    vi.resetModules();
    vi.doMock("../../src/report/formats.ts", () => ({ openReports: async () => current }));
    loaded = import("../../src/reconcile.ts");
    await loaded;
    vi.doUnmock("../../src/report/formats.ts");
    // whoever loads the main job next means the real one
    vi.resetModules();
  }
  return (await loaded).reconcile;
}

/** The text of every file that a report writes about a run, by name. */
export async function written(
  open: OpenReport,
  run: RecordedRun,
  context: Partial<Omit<ReportContext, "folder">> = {},
): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-report-"));
  try {
    const report = await open({ language: "id", identifier: "nik", masked: false, ...context, folder });
    for (const { file, rejection } of run.rejected) await report.reject(file, rejection);
    for (const judged of run.cases) await report.add(judged);
    await report.finish(run.end);
    return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
