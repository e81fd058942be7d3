/**
 * What every report of a run is: it takes the cases one by one as they are judged, keeps as little of them as it
 * can, and is finished with the run's summary. To add a format: one file that makes one of these, one line in
 * `formats.ts`.
 */
import type { Case } from "../finding/case.ts";
import { PlainAgreement } from "../finding/cases.ts";
import type { Rejection } from "../input/judged-rows.ts";
import type { Wording } from "../words/sentence.ts";
import type { DuplicateRow } from "./duplicate-rows.ts";
import type { RunSummary } from "./summary.ts";
import type { TableLines } from "./tables.ts";

export interface CaseReport {
  /** Called for every case in roster order; resolves when the report can take the next. */
  add(judged: Case): void | Promise<void>;
  /**
   * Called instead of `add` for a person about whom nothing is found, by reports that need less than the whole case;
   * reports without it are given the case.
   */
  agree?(agreement: PlainAgreement): void | Promise<void>;
  /**
   * Called instead of `add` and `agree` with the lines of many cases, in roster order, by reports that are their lines
   * and nothing else; resolves when they are written and the bytes are needed no more.
   */
  addLines?(lines: TableLines): Promise<void>;
  /** Called for every rejected row, before any case. */
  reject(file: string, rejection: Rejection): void | Promise<void>;
  /** Writes what remains and closes. */
  finish(end: RunEnd): Promise<void>;
  /** Closes without finishing: the folder will be thrown away. */
  abandon(): Promise<void>;
}

/** A report that takes lines. */
export type LineReport = CaseReport & Required<Pick<CaseReport, "addLines">>;

export function takesLines(report: CaseReport): report is LineReport {
  return report.addLines !== undefined;
}

/** Gives a report the next case; resolves when it can take another. */
export function addCase(
  report: Pick<CaseReport, "add" | "agree">,
  judged: Case | PlainAgreement,
): void | Promise<void> {
  if (!(judged instanceof PlainAgreement)) return report.add(judged);
  return report.agree === undefined ? report.add(judged.whole()) : report.agree(judged);
}

/** What is known when all cases have passed. */
export interface RunEnd {
  readonly summary: RunSummary;
  readonly duplicates: readonly DuplicateRow[];
}

/** What a report needs to begin; how it speaks, among others. */
export interface ReportContext extends Wording {
  /** Folder to write into. */
  readonly folder: string;
  /** True when NIKs and birth dates are masked: the cases come masked already. */
  readonly masked: boolean;
}

export type OpenReport = (context: ReportContext) => Promise<CaseReport>;
