/** The CSV tables and summary.json of a run: for scripts, always written, streamed row by row. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Case } from "../finding/case.ts";
import type { PlainAgreement } from "../finding/cases.ts";
import type { Rejection } from "../input/judged-rows.ts";
import type { CaseReport, ReportContext, RunEnd } from "./case-report.ts";
import { CaseTables } from "./case-tables.ts";
import { CsvFile } from "./csv.ts";
import { FILE_MODE, SUMMARY_FILE } from "./run-entries.ts";
import {
  CASE_TABLE_NAMES,
  CASE_TABLES,
  DUPLICATE_COLUMNS,
  duplicateCells,
  REJECTED_COLUMNS,
  rejectedCells,
  type TableLines,
} from "./tables.ts";

/** The columns of every table. */
const TABLES = {
  ...CASE_TABLES,
  rejected: { columns: REJECTED_COLUMNS },
  duplicates: { columns: DUPLICATE_COLUMNS },
} as const;
export type TableName = keyof typeof TABLES;

const TABLE_NAMES = Object.keys(TABLES) as TableName[];

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
  private readonly caseFiles: readonly CsvFile[];
  private readonly tables: CaseTables;

  constructor(context: ReportContext, files: Readonly<Record<TableName, CsvFile>>) {
    const { cases, findings, links, candidates } = files;
    this.context = context;
    this.files = files;
    this.caseFiles = [cases, findings, links, candidates];
    this.tables = new CaseTables(context, {
      cases: cases.lines,
      findings: findings.lines,
      links: links.lines,
      candidates: candidates.lines,
    });
  }

  add(judged: Case): void | Promise<void> {
    this.tables.add(judged);
    return this.flushFull();
  }

  agree(agreement: PlainAgreement): void | Promise<void> {
    this.tables.agree(agreement);
    return this.flushFull();
  }

  async addLines(lines: TableLines): Promise<void> {
    await Promise.all(CASE_TABLE_NAMES.map((name) => this.files[name].append(lines[name])));
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

  private flushFull(): void | Promise<void> {
    for (const file of this.caseFiles) if (file.isFull) return this.flush();
  }

  private async flush(): Promise<void> {
    for (const file of this.caseFiles) if (file.isFull) await file.flush();
  }
}
