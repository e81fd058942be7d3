/**
 * CSV as the contract promises it: UTF-8 with byte order mark (Excel needs it), commas, CRLF, and no cell that a
 * spreadsheet would run. The only user of csv-stringify. Rows are collected into blocks and written with
 * back-pressure, so that a file of any length costs one block of memory.
 */
import { type FileHandle, open } from "node:fs/promises";
import { stringify } from "csv-stringify/sync";
import { defused } from "../text/formula.ts";
import { FILE_MODE } from "./run-folder.ts";

const BYTE_ORDER_MARK = "\uFEFF";
const ROWS_PER_BLOCK = 2000;

export type Cell = string | number;

/**
 * Rows as CSV text. csv-stringify decides how a cell is quoted; a row in which nothing can need quoting is joined
 * directly, which a property test holds equal.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  let text = "";
  for (const row of rows) {
    const line = row.join(",");
    text += isPlainLine(line, row.length) ? `${line}\r\n` : stringify([row as Cell[]], CSV_OPTIONS);
  }
  return text;
}

/** By itself csv-stringify quotes a line end only where it is the whole of its own, CR LF. */
const CSV_OPTIONS = { record_delimiter: "windows", quoted_match: /[\r\n]/ } as const;

/** No quote, line break or comma of a cell's own, and no space at either end of the line that a reader might trim. */
function isPlainLine(line: string, cells: number): boolean {
  let commas = 1;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 0x2c) commas++;
    else if (code === 0x22 || code === 0x0a || code === 0x0d) return false;
  }
  return commas === cells;
}

export class CsvFile {
  private readonly handle: FileHandle;
  private rows: Cell[][] = [];

  private constructor(handle: FileHandle) {
    this.handle = handle;
  }

  static async create(path: string, columns: readonly string[]): Promise<CsvFile> {
    const file = new CsvFile(await open(path, "w", FILE_MODE));
    await file.handle.appendFile(BYTE_ORDER_MARK);
    file.add([...columns]);
    return file;
  }

  /** True when enough rows wait to be worth writing. */
  get isFull(): boolean {
    return this.rows.length >= ROWS_PER_BLOCK;
  }

  /** Adds a row, which waits in memory until `flush`. */
  add(row: Cell[]): void {
    for (let i = 0; i < row.length; i++) {
      const cell = row[i]!;
      if (typeof cell === "string") row[i] = defused(cell);
    }
    this.rows.push(row);
  }

  /** Writes what was added; resolves when the system has taken it. */
  async flush(): Promise<void> {
    const text = csvText(this.rows);
    this.rows = [];
    // unlike write, goes on until the system has taken all of it
    await this.handle.appendFile(text);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.handle.close();
  }

  /** Closes without writing the rest: the file will be thrown away. */
  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
  }
}
