/** Reads workbooks back for the tests, with the reader that reads rosters. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sheetRows } from "../../src/input/xlsx-sheet.ts";
import { readWorkbook } from "../../src/input/xlsx-workbook.ts";
import { openArchive } from "../../src/input/zip.ts";
import type { OpenReport, ReportContext } from "../../src/report/case-report.ts";
import type { RecordedRun } from "../report/recorded-run.ts";

export interface SheetRead {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Its part as it is. */
  readonly markup: string;
}

/** The sheets of a workbook in the order of their tabs; dates come as yyyy-mm-dd. */
export async function readSheets(file: string): Promise<SheetRead[]> {
  const workbook = await readWorkbook(await openArchive(readFileSync(file)));
  const sheets: SheetRead[] = [];
  for (const sheet of workbook.sheets) {
    const rows: (readonly string[])[] = [];
    for await (const block of sheetRows(workbook, sheet)) rows.push(...block.rows);
    sheets.push({ name: sheet.name, rows, markup: await readPart(file, sheet.part) });
  }
  return sheets;
}

export async function readPart(file: string, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  const archive = await openArchive(readFileSync(file));
  for await (const chunk of archive.read(name)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** A table as one record a row, by the words of its header. */
export function records(rows: SheetRead["rows"]): Record<string, string>[] {
  const [header = [], ...rest] = rows;
  return rest.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
}

/** Writes a report of a run into a folder of its own, hands it over and clears it away. */
export async function withReport<T>(
  open: OpenReport,
  run: RecordedRun,
  context: Partial<Omit<ReportContext, "folder">>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    await writeReport(open, run, context, folder);
    return use(folder);
  });
}

export async function writeReport(
  open: OpenReport,
  run: RecordedRun,
  context: Partial<Omit<ReportContext, "folder">>,
  folder: string,
): Promise<void> {
  const report = await open({ language: "id", identifier: "nik", masked: false, ...context, folder });
  for (const { file, rejection } of run.rejected) await report.reject(file, rejection);
  for (const judged of run.cases) await report.add(judged);
  await report.finish(run.end);
}

export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-workbook-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
