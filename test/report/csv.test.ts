import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cell, CsvFile, csvText } from "../../src/report/csv.ts";
import { armed } from "../../src/text/formula.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-csv-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What strangers may have put into a cell. */
const CELL = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(
      ",",
      ";",
      '"',
      "'",
      "\n",
      "\r",
      "\t",
      "=",
      "+",
      "-",
      "@",
      " ",
      "a",
      "\u0000",
      "\uFEFF",
    ),
  }),
  fc.constantFrom("", '=HYPERLINK("http://contoh.invalid")', "+62 812", "Muara Beliti, 12 Mei 1990", "\r\n"),
);

async function written(columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const file = path.join(folder, "t.csv");
  const csv = await CsvFile.create(file, columns);
  for (const row of rows) csv.add([...row]);
  await csv.close();
  return readFileSync(file);
}

describe("a CSV file", () => {
  test("gives every value back to whoever reads it", async () => {
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(CELL, { minLength: width, maxLength: width }), { maxLength: 8 }));
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const columns = Array.from({ length: rows[0]?.length ?? 2 }, (_, i) => `column_${i}`);
        const read: string[][] = parse(await written(columns, rows), {
          bom: true,
          // to most readers a lone line feed ends a row as well
          record_delimiter: ["\r\n", "\n"],
        });
        expect(read[0]).toEqual(columns);
        expect(read.slice(1).map((row) => row.map(armed))).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });

  test("holds nothing that a spreadsheet would run", async () => {
    const read: string[][] = parse(
      await written(
        ["a", "b"],
        [
          ["=1+1", "@x"],
          ["-5", "\t+2"],
        ],
      ),
      { bom: true },
    );
    expect(read.slice(1)).toEqual([
      ["'=1+1", "'@x"],
      ["'-5", "'\t+2"],
    ]);
  });

  test("begins with a byte order mark and ends its lines with CRLF", async () => {
    const bytes = await written(["case_id", "row"], [["ABC", 7]]);
    expect(bytes.toString("utf8")).toBe("\uFEFFcase_id,row\r\nABC,7\r\n");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test("has its header even where it has no rows", async () => {
    expect((await written(["a", "b"], [])).toString("utf8")).toBe("\uFEFFa,b\r\n");
  });

  test("is written in blocks, in order", async () => {
    const file = path.join(folder, "blocks.csv");
    const csv = await CsvFile.create(file, ["n"]);
    let flushed = 0;
    for (let n = 0; n < 5000; n++) {
      csv.add([n, "x"]);
      if (!csv.isFull) continue;
      await csv.flush();
      flushed++;
      expect(csv.isFull).toBe(false);
    }
    await csv.close();
    expect(flushed).toBeGreaterThan(1);
    const read: string[][] = parse(readFileSync(file), { bom: true, from_line: 2 });
    expect(read.map(([n]) => Number(n))).toEqual(Array.from({ length: 5000 }, (_, n) => n));
  });

  test("can be read by its owner alone", async () => {
    await written(["a"], []);
    // Windows knows no such modes
    if (process.platform !== "win32") expect(statSync(path.join(folder, "t.csv")).mode & 0o777).toBe(0o600);
  });

  test("can be left unfinished, more than once", async () => {
    const csv = await CsvFile.create(path.join(folder, "left.csv"), ["a"]);
    await csv.abandon();
    await csv.abandon();
  });
});

test("the short way of writing a row is csv-stringify's", () => {
  const rows = fc.array(
    fc.array(fc.oneof(CELL, fc.nat(), fc.stringMatching(/^[A-Z0-9 ;.]*$/)), { minLength: 2, maxLength: 5 }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(rows, (table) => {
      expect(csvText(table)).toBe(stringify(table, { record_delimiter: "windows", quoted_match: /[\r\n]/ }));
    }),
    { numRuns: 500 },
  );
});
