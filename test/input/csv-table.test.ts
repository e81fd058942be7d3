/** Our own tables read back: what was written comes out to the letter, and a table that is not whole is refused. */
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCsvTable } from "../../src/input/csv-table.ts";
import { type Cell, CsvFile } from "../../src/report/csv.ts";

const COLUMNS = ["case_id", "name", "row"] as const;

let folder = "";
let file = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-table-"));
  file = path.join(folder, "table.csv");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function write(rows: readonly (readonly Cell[])[]): Promise<void> {
  const table = await CsvFile.create(file, COLUMNS);
  for (const row of rows) table.add([...row]);
  await table.close();
}

async function read(columns: readonly string[] = COLUMNS, holding?: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readCsvTable(file, columns, holding))
    rows.push(columns.map((column) => row[column]!));
  return rows;
}

const refused = { problems: [{ code: "table_unreadable" }] };

describe("what was written", () => {
  test("comes back to the letter, whatever stands in the cells", async () => {
    const unit = fc.oneof(
      fc.constantFrom('"', ",", "\n", "\r", "'", "=", "\uFEFF", "\u0000", "é"),
      fc.string({ maxLength: 1 }),
    );
    const cell = fc.string({ unit, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }), async (rows) => {
        await write(rows);
        expect(await read()).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  test("is found by column, in the order asked for", async () => {
    await write([["A", "SITI", 2]]);
    expect(await read(["row", "name"])).toEqual([["2", "SITI"]]);
  });

  test("is whole across the chunks it is read in", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [
      `id-${i}`,
      `"kutipan", baris\n${"é".repeat(300)}`,
      String(i),
    ]);
    await write(rows);
    expect(readFileSync(file).length, "several chunks").toBeGreaterThan(1 << 20);
    expect(await read()).toEqual(rows);
  });

  test("has every row that holds what is looked for", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`id-${i}-`, "a".repeat(100), String(i)]);
    await write(rows);
    const found = await read(COLUMNS, "id-19000-");
    expect(found).toContainEqual(rows[19_000]);
    expect(found.length, "chunks without it are passed over").toBeLessThan(rows.length);
  });
});

describe("a table that is not whole is refused:", () => {
  test("a missing one", async () => {
    rmSync(file, { force: true });
    await expect(read()).rejects.toMatchObject(refused);
  });

  test("an empty one", async () => {
    writeFileSync(file, "");
    await expect(read()).rejects.toMatchObject(refused);
  });

  test("one that lacks a column", async () => {
    await write([["A", "SITI", 2]]);
    await expect(read(["case_id", "nik"])).rejects.toMatchObject(refused);
  });

  test("one that was cut off in a row", async () => {
    await write([["A", "SITI", 2]]);
    truncateSync(file, readFileSync(file).length - 4);
    await expect(read()).rejects.toMatchObject(refused);
  });

  test("one with a row of another width", async () => {
    writeFileSync(file, `${COLUMNS.join(",")}\r\nA,SITI\r\n`);
    await expect(read()).rejects.toMatchObject(refused);
  });
});
