/** The CSV tables and summary.json of a run: for scripts, always written, streamed row by row. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Language } from "../config/plan.ts";
import type { Case } from "../finding/case.ts";
import type { Rejection } from "../input/table.ts";
import type { CaseReport, ReportContext, RunEnd } from "./case-report.ts";
import { type Cell, CsvFile } from "./csv.ts";
import { FILE_MODE, SUMMARY_FILE } from "./run-folder.ts";
import {
  CANDIDATE_COLUMNS,
  CASE_COLUMNS,
  candidateRows,
  caseRows,
  DUPLICATE_COLUMNS,
  duplicateCells,
  FINDING_COLUMNS,
  findingRows,
  LINK_COLUMNS,
  linkRows,
  REJECTED_COLUMNS,
  rejectedCells,
} from "./tables.ts";

/** The rows that one case adds to a table. */
type RowsOf = (judged: Case, language: Language) => Cell[][];

interface Table {
  readonly columns: readonly string[];
  /** Null where the rows do not come case by case. */
  readonly rows: RowsOf | null;
}

/** Every table; one line each. */
const TABLES = {
  cases: { columns: CASE_COLUMNS, rows: caseRows },
  findings: { columns: FINDING_COLUMNS, rows: findingRows },
  links: { columns: LINK_COLUMNS, rows: linkRows },
  candidates: { columns: CANDIDATE_COLUMNS, rows: candidateRows },
  rejected: { columns: REJECTED_COLUMNS, rows: null },
  duplicates: { columns: DUPLICATE_COLUMNS, rows: null },
} as const satisfies Record<string, Table>;
export type TableName = keyof typeof TABLES;

const TABLE_NAMES = Object.keys(TABLES) as TableName[];
const CASE_TABLES = TABLE_NAMES.flatMap((name) => {
  const { rows }: Table = TABLES[name];
  return rows === null ? [] : [{ name, rows }];
});

/** Name of a table's file in the run folder. */
export function tableFile(name: TableName): string {
  return `${name}.csv`;
}

export async function openCsvReport(context: ReportContext): Promise<CaseReport> {
  const files = {} as Record<TableName, CsvFile>;
  for (const name of TABLE_NAMES) {
    files[name] = await CsvFile.create(path.join(context.folder, tableFile(name)), TABLES[name].columns);
  }
  return new CsvReport(context, files);
}

class CsvReport implements CaseReport {
  private readonly context: ReportContext;
  private readonly files: Readonly<Record<TableName, CsvFile>>;

  constructor(context: ReportContext, files: Readonly<Record<TableName, CsvFile>>) {
    this.context = context;
    this.files = files;
  }

  add(judged: Case): void | Promise<void> {
    let full = false;
    for (const { name, rows } of CASE_TABLES) {
      const file = this.files[name];
      for (const row of rows(judged, this.context.language)) file.add(row);
      full ||= file.isFull;
    }
    if (full) return this.flush();
  }

  reject(file: string, rejection: Rejection): void | Promise<void> {
    const { rejected } = this.files;
    rejected.add(rejectedCells(file, rejection));
    if (rejected.isFull) return rejected.flush();
  }

  async finish({ summary, duplicates }: RunEnd): Promise<void> {
    for (const row of duplicates) this.files.duplicates.add(duplicateCells(row));
    for (const file of Object.values(this.files)) await file.close();
    const text = `${JSON.stringify(summary, null, 2)}\n`;
    await writeFile(path.join(this.context.folder, SUMMARY_FILE), text, { mode: FILE_MODE });
  }

  async abandon(): Promise<void> {
    for (const file of Object.values(this.files)) await file.abandon();
  }

  private async flush(): Promise<void> {
    for (const { name } of CASE_TABLES) await this.files[name].flush();
  }
}
