/** The reports a run can write. CSV and summary.json are always written; the others by `--formats`. */
import type { Format } from "../config/plan.ts";
import type { Case } from "../finding/case.ts";
import type { Rejection } from "../input/table.ts";
import type { CaseReport, OpenReport, ReportContext, RunEnd } from "./case-report.ts";
import { openCsvReport } from "./csv-report.ts";
import { openHtmlReport } from "./html/report.ts";
import { masking } from "./mask.ts";
import { openUnits } from "./units-report.ts";
import { openWorkbook } from "./xlsx-report.ts";

/** What each format writes; one line each. */
const OPENERS: Readonly<Record<Format, readonly OpenReport[]>> = {
  csv: [openCsvReport],
  xlsx: [openWorkbook, openUnits],
  html: [openHtmlReport],
};

/** Opens the reports of a run as one. When they are to be masked, none of them sees what is to be hidden. */
export async function openReports(context: ReportContext, formats: readonly Format[]): Promise<CaseReport> {
  const reports: CaseReport[] = [];
  for (const format of formats) {
    for (const open of OPENERS[format]) reports.push(await open(context));
  }
  const all = new Reports(reports);
  return context.masked ? masking(all) : all;
}

class Reports implements CaseReport {
  private readonly reports: readonly CaseReport[];

  constructor(reports: readonly CaseReport[]) {
    this.reports = reports;
  }

  async add(judged: Case): Promise<void> {
    for (const report of this.reports) {
      const writing = report.add(judged);
      if (writing !== undefined) await writing;
    }
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
