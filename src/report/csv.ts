/**
 * A CSV file as the contract promises it: UTF-8 with byte order mark (Excel needs it), commas, CRLF, and no cell that
 * a spreadsheet would run. Lines are collected into chunks and written with back-pressure: while the system takes one
 * chunk the next is filled, so that a file of any length costs two chunks of memory. Lines put together elsewhere go
 * straight to the system.
 */
import { type FileHandle, open } from "node:fs/promises";
import { type Cell, CsvLines } from "./csv-lines.ts";
import { FILE_MODE } from "./run-entries.ts";

export type { Cell };

const BYTE_ORDER_MARK = "\uFEFF";
/** Enough that the system is not asked often, little enough to stay in the processor's cache. */
const CHUNK_BYTES = 1 << 18;
/** Lines are added to a chunk until it is full: the last one needs room. */
const ROOM_FOR_LINE = 1 << 12;

export class CsvFile {
  readonly lines = new CsvLines(CHUNK_BYTES + ROOM_FOR_LINE);
  private readonly handle: FileHandle;
  private writing: Promise<void> = Promise.resolve();

  private constructor(handle: FileHandle) {
    this.handle = handle;
  }

  static async create(path: string, columns: readonly string[]): Promise<CsvFile> {
    const file = new CsvFile(await open(path, "w", FILE_MODE));
    await file.handle.appendFile(BYTE_ORDER_MARK);
    file.add(columns);
    return file;
  }

  /** True when enough waits to be worth writing. */
  get isFull(): boolean {
    return this.lines.length >= CHUNK_BYTES;
  }

  /** Adds a row, which waits in memory until `flush`. */
  add(row: readonly Cell[]): void {
    this.lines.row(row);
  }

  /** Begins to write what was added; resolves when the system has taken what was written before. */
  async flush(): Promise<void> {
    await this.writing;
    const chunk = this.lines.take();
    // unlike write, goes on until the system has taken all of it
    this.writing = this.handle.appendFile(chunk).then(() => this.lines.giveBack(chunk));
    // whoever waits for it next is told
    this.writing.catch(() => undefined);
  }

  /** Writes lines that were put together elsewhere behind all that was added; resolves when the system has taken them. */
  async append(lines: Uint8Array): Promise<void> {
    if (this.lines.length > 0) await this.flush();
    await this.writing;
    this.writing = this.handle.appendFile(lines);
    await this.writing;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.writing;
    await this.handle.close();
  }

  /** Closes without writing the rest: the file will be thrown away. */
  async abandon(): Promise<void> {
    await this.writing.catch(() => undefined);
    await this.handle.close().catch(() => undefined);
  }
}
