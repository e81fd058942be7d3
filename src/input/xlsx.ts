/**
 * An XLSX workbook as a source of rows: chooses the sheet, and says in terms of Trouble why a file is refused.
 */
import { readFile } from "node:fs/promises";
import { type Trouble, trouble } from "../trouble.ts";
import { fileTrouble, newHash } from "./bytes.ts";
import { type Cells, type FileEnd, HEAD_ROWS, type RowSource, type UnreadBatch } from "./rows.ts";
import { sheetRows } from "./xlsx-sheet.ts";
import { readWorkbook, type Sheet, type Workbook } from "./xlsx-workbook.ts";
import { BadXml } from "./xml.ts";
import { type ArchiveFault, BadArchive, openArchive } from "./zip.ts";

/** A larger file is no list of persons. Bytes, packed. */
const LARGEST_FILE = 1 << 28;

/** What an XLSX file is asked for. */
export interface SheetRequest {
  readonly path: string;
  /** Of the file, in bytes. */
  readonly size: number;
  readonly role: string;
  /** Null for the only sheet that holds a table of persons. */
  readonly sheet: string | null;
  /** Whether the first rows of a sheet are those of a table of persons. */
  readonly isTable: (head: readonly Cells[]) => boolean;
}

/**
 * @throws Trouble file_unreadable; file_archive with the archive's fault as `reason`; sheet_missing with the
 *   `sheet` asked for and the `sheets` there are, sheet_ambiguous with the `sheets` to choose from, and as `choices` how to name them; facts: file, role.
 */
export async function xlsxSource(request: SheetRequest): Promise<RowSource> {
  try {
    // before it is read: a buffer cannot hold every size
    if (request.size > LARGEST_FILE) throw new BadArchive("too_large");
    const bytes = await readFile(request.path);
    const workbook = await readWorkbook(await openArchive(bytes));
    const sheet = await chooseSheet(workbook, request);
    const hidden = request.sheet === null ? await hiddenTables(workbook, request) : [];
    const head = await readHeadRows(workbook, sheet);
    return {
      format: "xlsx",
      sheet: sheet.name,
      encoding: "utf-8",
      delimiter: "",
      size: bytes.length,
      is1904: workbook.is1904,
      head: head.rows,
      isHeadWhole: head.isWhole,
      hiddenSheets: hidden.map(({ name }) => name),
      batches: () => batches(workbook, sheet, bytes, request),
    };
  } catch (error) {
    throw troubleOf(error, request);
  }
}

async function chooseSheet(workbook: Workbook, request: SheetRequest): Promise<Sheet> {
  const visible = workbook.sheets.filter((sheet) => !sheet.isHidden);
  if (request.sheet !== null) {
    const wanted = request.sheet.trim().toUpperCase();
    const named = workbook.sheets.find((sheet) => sheet.name.trim().toUpperCase() === wanted);
    if (named === undefined) throw sheetTrouble("sheet_missing", request, visible);
    return named;
  }
  const tables = visible.length > 1 ? await tablesAmong(visible, workbook, request) : [];
  // to read one and leave the others would be to lose persons
  if (tables.length > 1) throw sheetTrouble("sheet_ambiguous", request, tables);
  const only = tables[0] ?? visible[0];
  if (only === undefined) throw new BadArchive("not_a_workbook");
  return only;
}

/**
 * What is hidden is passed over: whoever hid it may have meant so. A clerk should know of the people in it, and of what
 * is damaged, which may hold some.
 */
async function hiddenTables(workbook: Workbook, request: SheetRequest): Promise<Sheet[]> {
  const tables: Sheet[] = [];
  for (const sheet of workbook.sheets.filter(({ isHidden }) => isHidden)) {
    const isTable = await holdsTable(sheet, workbook, request).catch((error) => {
      if (isDamage(error)) return true;
      throw error;
    });
    if (isTable) tables.push(sheet);
  }
  return tables;
}

async function tablesAmong(
  sheets: readonly Sheet[],
  workbook: Workbook,
  request: SheetRequest,
): Promise<Sheet[]> {
  const tables: Sheet[] = [];
  for (const sheet of sheets) if (await holdsTable(sheet, workbook, request)) tables.push(sheet);
  return tables;
}

async function holdsTable(sheet: Sheet, workbook: Workbook, { isTable }: SheetRequest): Promise<boolean> {
  return isTable((await readHeadRows(workbook, sheet)).rows);
}

interface SheetHead {
  readonly rows: Cells[];
  readonly isWhole: boolean;
}

async function readHeadRows(workbook: Workbook, sheet: Sheet): Promise<SheetHead> {
  const rows: Cells[] = [];
  for await (const more of sheetRows(workbook, sheet)) {
    for (const cells of more.rows) rows.push(cells);
    if (rows.length >= HEAD_ROWS) return { rows: rows.slice(0, HEAD_ROWS), isWhole: false };
  }
  return { rows, isWhole: true };
}

async function* batches(
  workbook: Workbook,
  sheet: Sheet,
  bytes: Buffer,
  request: SheetRequest,
): AsyncGenerator<UnreadBatch, FileEnd> {
  try {
    for await (const { rows, share } of sheetRows(workbook, sheet)) {
      yield { parts: [{ rows, damage: null }], bytes: Math.floor(bytes.length * share) };
    }
  } catch (error) {
    throw troubleOf(error, request);
  }
  return { sha256: newHash().update(bytes).digest("hex"), mendedLines: 0 };
}

function sheetTrouble(
  code: "sheet_missing" | "sheet_ambiguous",
  { path, role, sheet }: SheetRequest,
  sheets: readonly Sheet[],
): Trouble {
  return trouble(code, {
    file: path,
    role,
    sheet: sheet ?? "",
    sheets: sheets.map(({ name }) => `“${name}”`).join(", "),
    // as they are typed
    choices: sheets.map(({ name }) => `"${path}#${name}"`).join(" "),
  });
}

function archiveTrouble(reason: ArchiveFault, { path, role }: SheetRequest): Trouble {
  return trouble("file_archive", { file: path, role, reason });
}

function troubleOf(error: unknown, request: SheetRequest): unknown {
  if (isDamage(error)) return archiveTrouble("damaged_archive", request);
  if (error instanceof BadArchive) return archiveTrouble(error.fault, request);
  return fileTrouble(error, request.path, request.role);
}

/** Not what only somebody could have made who means harm. */
function isDamage(error: unknown): boolean {
  return error instanceof BadXml || (error instanceof BadArchive && error.fault === "damaged_archive");
}
