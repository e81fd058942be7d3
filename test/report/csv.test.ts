import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CsvFile } from "../../src/report/csv.ts";
import { type Cell, CsvLines } from "../../src/report/csv-lines.ts";
import { armed, defused } from "../../src/text/formula.ts";

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
  fc.constantFrom(
    "",
    "＝1+1",
    "＝SUM(A1:A9) and more of it",
    '=HYPERLINK("http://contoh.invalid")',
    "+62 812",
    "Muara Beliti, 12 Mei 1990",
    "\r\n",
  ),
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
          ["=1+1", "＠SUM(A1:A9) of more than sixteen letters"],
          ["-5", "\t+2"],
        ],
      ),
      { bom: true },
    );
    expect(read.slice(1)).toEqual([
      ["'=1+1", "'＠SUM(A1:A9) of more than sixteen letters"],
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

  test("is written in chunks, in order", async () => {
    const file = path.join(folder, "chunks.csv");
    const csv = await CsvFile.create(file, ["n"]);
    let flushed = 0;
    for (let n = 0; n < 5000; n++) {
      csv.add([n, "x".repeat(200)]);
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

describe("the lines of a table", () => {
  const ROWS = fc.array(
    fc.array(
      fc.oneof(
        CELL,
        fc.nat(),
        fc.integer(),
        fc.integer().map((hundredths) => hundredths / 100),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.stringMatching(/^[A-Z0-9 ;.,“”]*$/),
        fc.string({ minLength: 30, maxLength: 80 }),
      ),
      { minLength: 2, maxLength: 5 },
    ),
    { maxLength: 6 },
  );
  /** As csv-stringify writes them, without formulas. */
  const stringified = (rows: readonly (readonly Cell[])[]) =>
    stringify(
      rows.map((row) => row.map((cell) => (typeof cell === "string" ? defused(cell) : cell))),
      { record_delimiter: "windows", quoted_match: /[\r\n]/ },
    );

  test("are csv-stringify's, however much room there was for them", () => {
    fc.assert(
      fc.property(ROWS, fc.integer({ min: 1, max: 100 }), (rows, room) => {
        const lines = new CsvLines(room);
        for (const row of rows) lines.row(row);
        expect(lines.take().toString()).toBe(stringified(rows));
      }),
      { numRuns: 500 },
    );
  });

  test("have room for any number of empty cells", () => {
    for (let cells = 1; cells < 40; cells++) {
      const lines = new CsvLines(8);
      lines.row(Array.from({ length: cells }, () => ""));
      expect(lines.take().toString()).toBe(`${",".repeat(cells - 1)}\r\n`);
    }
  });

  test("are the same of cells kept as bytes", () => {
    fc.assert(
      fc.property(fc.array(CELL, { minLength: 1, maxLength: 5 }), (cells) => {
        const lines = new CsvLines(16);
        cells.forEach((cell, i) => {
          const kept = Buffer.from(`..${cell}.`);
          lines.makeRoom(2 * kept.length + 5);
          if (i > 0) lines.comma();
          lines.kept(kept, 2, kept.length - 1);
        });
        lines.endLine();
        expect(lines.take().toString()).toBe(stringified([cells]) === "" ? "\r\n" : stringified([cells]));
      }),
      { numRuns: 500 },
    );
  });

  test("begin anew when they were taken, over what was given back", () => {
    const lines = new CsvLines(8);
    lines.row(["ABCDEF", 1]);
    const first = lines.take();
    lines.row(["GH", 2]);
    expect(first.toString()).toBe("ABCDEF,1\r\n");
    lines.giveBack(first);
    expect(lines.take().toString()).toBe("GH,2\r\n");
    lines.row(["I", 3]);
    expect(lines.take().toString()).toBe("I,3\r\n");
  });
});
