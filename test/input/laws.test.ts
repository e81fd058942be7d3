import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RowBatch } from "../../src/input/judged-rows.ts";
import { openTable } from "../../src/input/table.ts";
import { Trouble } from "../../src/trouble.ts";
import { drawn, tried } from "../drawn.ts";
import { type Asked, type Reading, readTable } from "./reading.ts";
import { workbook } from "./workbook.ts";

const HEADER = ["No", "NIK", "Nama", "Tempat Lahir", "Tanggal Lahir", "L/P", "OPD"] as const;
const PEOPLE: readonly (readonly string[])[] = [
  ["1", "1605091205909001", "BUDI SANTOSO", "Muara Beliti", "12-05-1990", "L", "DINAS KESEHATAN"],
  ["2", "1605094107929002", "SITI 'AISYAH, S.Pd; M.Si", "Lubuklinggau", "01-07-1992", "P", "DINAS KESEHATAN"],
  ["3", "1605092208889003", "JOSÉ D'ORSAY", "Tugu | Mulyo", "22-08-1988", "L", ""],
  ["4", "", "NUR\tHAYATI", "", "15-11-1995", "P", 'RSUD "SOBIRIN"'],
  ["5", "1605091511959005", "", "", "15-11-1995", "P", "DINAS SOSIAL"],
];

/** The same table as some program would write it. */
interface Dialect {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly quoteAll: boolean;
  readonly encode: (text: string) => Buffer;
}

function write(
  rows: readonly (readonly string[])[],
  { delimiter, lineEnd, quoteAll, encode }: Dialect,
): Buffer {
  const cell = (text: string): string =>
    quoteAll || [delimiter, '"', "\n", "\r"].some((mark) => text.includes(mark))
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  return encode(rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join(""));
}

const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  "utf-8": (text) => Buffer.from(text),
  "utf-8-bom": (text) => Buffer.from(`\uFEFF${text}`),
  "utf-16le": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "utf-16be": (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
  "windows-1252": (text) => Buffer.from(text, "latin1"),
};

function balance(reading: Reading): void {
  expect(reading.rows.length + reading.rejected.length + reading.layout).toBe(reading.read);
  for (const batch of reading.batches) {
    expect(batch.rows.length + batch.rejected.length + batch.layout).toBe(batch.read);
  }
  const numbers = [...reading.rows, ...reading.rejected].map(({ row }) => row).sort((a, b) => a - b);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.at(-1) ?? 0).toBeLessThanOrEqual(reading.read);
}

describe("the same people in any dialect are the same raw rows", async () => {
  const table = [["DAFTAR TENAGA NON ASN"], [], HEADER, ...PEOPLE];
  const expected = await readTable(workbook([{ name: "Data", rows: table }]), { fileName: "daftar.xlsx" });

  const dialects = Object.entries(ENCODINGS).flatMap(([encoding, encode]) =>
    [",", ";", "\t", "|"].flatMap((delimiter) =>
      ["\n", "\r\n", "\r"].flatMap((lineEnd) =>
        [true, false].map((quoteAll) => ({ encoding, delimiter, lineEnd, quoteAll, encode })),
      ),
    ),
  );
  test.each(dialects)("$encoding $delimiter $lineEnd $quoteAll", async ({ encoding, ...dialect }) => {
    const reading = await readTable(write(table, dialect));
    expect(reading.understanding).toMatchObject({ encoding, delimiter: dialect.delimiter });
    expect(reading.rows).toEqual(expected.rows);
    expect(reading.read).toBe(table.length);
  });

  test("of which every one was read", () => {
    expect(expected.rows.map(({ row, name }) => [row, name])).toEqual([
      [4, "BUDI SANTOSO"],
      [5, "SITI 'AISYAH, S.Pd; M.Si"],
      [6, "JOSÉ D'ORSAY"],
      [7, "NUR HAYATI"],
      [8, ""],
    ]);
  });
});

/** A table with all its habits, to be damaged. */
const MESSY = [
  "PEMERINTAH KABUPATEN MUSI RAWAS;;;;;;",
  ";;;;;;",
  HEADER.join(";"),
  "1;2;3;4;5;6;7",
  "DINAS KESEHATAN;;;;;;",
  ...PEOPLE.slice(0, 3).map((person) => person.map((text) => `"${text}"`).join(";")),
  '4;1605094107929004;"RATNA\r\nDEWI";Jl. "A";01-07-1992;P;',
  "JUMLAH;4;;;;;",
  "",
  "5,1605091511959006,AGUS SALIM,Lahat,15-11-1995,L,DINAS SOSIAL",
  ";;;;Muara Beliti, 12 Januari 2025;;",
  ";;Mengetahui;;;;",
].join("\r\n");

/** Pieces of the messy table cut out, repeated, or replaced by bytes that have no place there. */
const damagedTable = fc
  .array(
    fc.record({
      at: fc.nat({ max: MESSY.length }),
      cut: fc.nat({ max: 40 }),
      put: fc.oneof(
        fc.constantFrom(
          '"',
          '""',
          ";",
          "\n",
          "\r",
          "\0",
          "\t",
          ",",
          "\uFEFF",
          "é",
          ";;;;;;;;",
          "NIK;Nama",
          "\x80",
        ),
        fc.string({ maxLength: 4 }),
      ),
    }),
    { maxLength: 6 },
  )
  .map((damages) =>
    damages.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), MESSY),
  );

describe("whatever was done to a file", () => {
  test("every row ends in exactly one place, or the file is refused as a whole", async () => {
    await fc.assert(
      fc.asyncProperty(damagedTable, fc.constantFrom("utf-8", "windows-1252"), async (text, encoding) => {
        const bytes = ENCODINGS[encoding]!(text);
        await readTable(bytes).then(balance, (error) => {
          expect(error).toBeInstanceOf(Trouble);
          expect(error.problems[0].code).toMatch(/^(file|columns)_/);
        });
      }),
      { numRuns: drawn(150) },
    );
  });

  test("what is read does not depend on how much is read at a time", async () => {
    await fc.assert(
      fc.asyncProperty(damagedTable, fc.integer({ min: 1, max: 300 }), async (text, chunkBytes) => {
        const read = async (asked: Asked): Promise<unknown> =>
          readTable(text, asked).then(
            ({ rows, rejected, layout, read, end }) => ({ rows, rejected, layout, read, end }),
            (error) => {
              expect(error).toBeInstanceOf(Trouble);
              return error.message;
            },
          );
        expect(await read({ chunkBytes })).toEqual(await read({}));
      }),
      { numRuns: drawn(80) },
    );
  });
});

describe("one stray quote", () => {
  const names = Array.from({ length: 6 }, (_, at) => `BUDI ${"ABCDEF"[at]}`);
  const rows = names.map((name, at) => [
    String(at + 1),
    `16050912059090${10 + at}`,
    name,
    "Lahat",
    "12-05-1990",
    "L",
    "A",
  ]);

  test.each([true, false])(
    "costs the persons of two rows at most (all cells quoted: %s)",
    async (quoteAll) => {
      const bytes = write([HEADER, ...rows], {
        delimiter: ";",
        lineEnd: "\r\n",
        quoteAll,
        encode: Buffer.from,
      });
      const text = bytes.toString();
      const body = text.indexOf("\r\n") + 2;
      const places = Array.from({ length: text.length + 1 - body }, (_, i) => body + i);
      for (const at of tried(places)) {
        const reading = await readTable(`${text.slice(0, at)}"${text.slice(at)}`);
        const whole = reading.rows.filter(
          (row) => names.includes(row.name) && row.birthDate === "12-05-1990",
        );
        expect(whole.length, `quote at ${at}`).toBeGreaterThanOrEqual(names.length - 2);
        balance(reading);
      }
    },
  );
});

test("the last batch has consumed the whole file", async () => {
  const reading = await readTable(MESSY, { chunkBytes: 100 });
  const size = Buffer.byteLength(MESSY);
  expect(reading.batches.at(-1)?.bytes).toBe(size);
  expect(reading.batches.length).toBeGreaterThan(3);
});

test("a table can be read twice, with the same result", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cocok-twice-"));
  const path = join(folder, "daftar.csv");
  writeFileSync(path, MESSY);
  const table = await openTable({ path, role: "roster", mapping: {}, identifier: "nik", asOf: 20_251_231 });
  const read = async (): Promise<RowBatch[]> => {
    const batches: RowBatch[] = [];
    for await (const batch of table.rawBatches()) batches.push(batch);
    return batches;
  };
  expect(await read()).toEqual(await read());
  rmSync(folder, { recursive: true });
});
