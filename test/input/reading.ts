/**
 * Reads what a test wrote: a file in a folder of its own, opened as the program opens it. Every file is read as raw
 * rows and as people, and both must be the same.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Rejection, RowBatch } from "../../src/input/judged-rows.ts";
import type { RawRow } from "../../src/input/record.ts";
import type { FileEnd } from "../../src/input/rows.ts";
import { openTable } from "../../src/input/table.ts";
import type { TableRequest, Understanding } from "../../src/input/understanding.ts";
import { expectSamePeople } from "./same-people.ts";

export interface Reading {
  readonly understanding: Understanding;
  readonly rows: readonly RawRow[];
  readonly rejected: readonly Rejection[];
  readonly layout: number;
  readonly read: number;
  readonly batches: readonly RowBatch[];
  readonly end: FileEnd;
}

export type Asked = Partial<Omit<TableRequest, "path">> & {
  readonly chunkBytes?: number;
  readonly fileName?: string;
  readonly sheet?: string;
};

const USUAL = { identifier: "nik", asOf: 20_251_231 } as const;

/** Opens a file holding `content` and reads it to its end. */
export async function readTable(content: string | Uint8Array, asked: Asked = {}): Promise<Reading> {
  const { chunkBytes, fileName = "daftar.csv", sheet, ...request } = asked;
  const folder = mkdtempSync(join(tmpdir(), "cocok-input-"));
  try {
    const file = join(folder, fileName);
    writeFileSync(file, content);
    const path = sheet === undefined ? file : `${file}#${sheet}`;
    const table = await openTable({ path, role: "roster", mapping: {}, ...USUAL, ...request }, chunkBytes);
    const { batches, end } = await expectSamePeople(table, { ...USUAL, ...request });
    return {
      understanding: table.understanding,
      rows: batches.flatMap((batch) => batch.rows),
      rejected: batches.flatMap((batch) => batch.rejected),
      layout: batches.reduce((sum, batch) => sum + batch.layout, 0),
      read: batches.reduce((sum, batch) => sum + batch.read, 0),
      batches,
      end,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines of a file from its rows of cells, joined as they are. */
export function lines(...rows: readonly string[]): string {
  return `${rows.join("\r\n")}\r\n`;
}

/** Names of the rows read, with their row numbers: "4 BUDI SANTOSO". */
export function people(reading: Reading): string[] {
  return reading.rows.map((row) => `${row.row} ${row.name}`);
}
