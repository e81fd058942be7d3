/** The reports a run can write. CSV and summary.json are always written; the others by `--formats`. */
import type { Format } from "../config/plan.ts";
import type { Case } from "../finding/case.ts";
import type { PlainAgreement } from "../finding/cases.ts";
import type { Rejection } from "../input/judged-rows.ts";
import {
  addCase,
  type CaseReport,
  type OpenReport,
  type ReportContext,
  type RunEnd,
  takesLines,
} from "./case-report.ts";
import { openCsvReport } from "./csv-report.ts";
import type { TableLines } from "./tables.ts";

/** What each format writes; one entry each. Loaded when it is asked for: loading takes longer than a small run. */
const OPENERS: Readonly<Record<Format, () => Promise<readonly OpenReport[]>>> = {
  csv: async () => [openCsvReport],
  xlsx: async () => {
    const [{ openWorkbook }, { openUnits }] = await Promise.all([
      import("./xlsx-report.ts"),
      import("./units-report.ts"),
    ]);
    return [openWorkbook, openUnits];
  },
  html: async () => [(await import("./html/report.ts")).openHtmlReport],
};

/** Opens the reports of a run as one. When they are to be masked, none of them sees what is to be hidden. */
export async function openReports(context: ReportContext, formats: readonly Format[]): Promise<CaseReport> {
  const reports: CaseReport[] = [];
  for (const format of formats) {
    for (const open of await OPENERS[format]()) reports.push(await open(context));
  }
  const all = new Reports(reports);
  return context.masked ? (await import("./mask.ts")).masking(all) : all;
}

class Reports implements CaseReport {
  /** Only where every report takes lines. */
  readonly addLines?: (lines: TableLines) => Promise<void>;
  private readonly reports: readonly CaseReport[];

  constructor(reports: readonly CaseReport[]) {
    this.reports = reports;
    if (reports.every(takesLines))
      this.addLines = async (lines) => {
        await Promise.all(reports.map((report) => report.addLines(lines)));
      };
  }

  add(judged: Case): void | Promise<void> {
    return this.give(judged);
  }

  agree(agreement: PlainAgreement): void | Promise<void> {
    return this.give(agreement);
  }

  /** A promise for every case would cost more than most cases: there is one only where a report is full. */
  private give(judged: Case | PlainAgreement): void | Promise<void> {
    let full: Promise<void>[] | undefined;
    for (const report of this.reports) {
      const writing = addCase(report, judged);
      if (writing === undefined) continue;
      if (full === undefined) full = [];
      full.push(writing);
    }
    if (full !== undefined) return Promise.all(full).then(() => undefined);
  }

  async reject(file: string, rejection: Rejection): Promise<void> {
    for (const report of this.reports) await report.reject(file, rejection);
  }

  async finish(end: RunEnd): Promise<void> {
    for (const report of this.reports) await report.finish(end);
  }

  async abandon(): Promise<void> {
    for (const report of this.reports) await report.abandon();
  }
}
