/** The XLSX format, without cases: what is put into a workbook comes out of it. */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatIsoDate, isRealDate, packDate } from "../../src/field/birth-date.ts";
import { RowStore } from "../../src/report/xlsx/row-store.ts";
import type { Row, SheetForm, Value } from "../../src/report/xlsx/sheet.ts";
import { packSheet, Workbook } from "../../src/report/xlsx/workbook.ts";
import { ANY_CHARACTER } from "../any-character.ts";
import { readPart, readSheets, withFolder } from "../workbook/reading.ts";

const FORM: SheetForm = { name: "Lembar", tab: "1F3A4D", widths: [20, 20], foot: "A & B" };

function plainRow(...values: Value[]): Row {
  return values.map((value) => ({ value, style: "text" }));
}

/** What a sheet with these rows reads as. */
async function writtenAndRead(rows: Iterable<Row>, form: SheetForm = FORM) {
  return withFolder(async (folder) => {
    const file = path.join(folder, "a.xlsx");
    await Workbook.write(file, (book) => book.sheet(form, rows));
    const [sheet] = await readSheets(file);
    return sheet!;
  });
}

async function textRead(value: Value): Promise<string> {
  const { rows } = await writtenAndRead([plainRow(value)]);
  return rows[0]?.[0] ?? "";
}

describe("a text cell", () => {
  const TEXTS = [
    "1605090401859001",
    "9101010101900001",
    "=HYPERLINK(A1)",
    "+62 812",
    "-1+1",
    "@SUM(1)",
    "<b>&amp;</b>",
    "\"kutip\" 'koma'",
    "  spasi  ",
    "dua\nbaris",
    "tab\tini",
    "_x0041_",
    "_x000D_",
    "Nu’man — “Ğ”",
    "𝒩𝒾𝓀",
  ];
  test.each(TEXTS)("comes back as it was: %j", async (text) => {
    const { rows, markup } = await writtenAndRead([plainRow(text)]);
    expect(rows[0]![0]).toBe(text);
    expect(markup).toContain('t="inlineStr"');
    expect(markup).not.toMatch(/<f[ >]|<v>/);
  });

  test("comes back whatever it holds, without what XML forbids", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: ANY_CHARACTER, maxLength: 40 }), async (text) => {
        const kept = text
          .replace(/\r\n?/g, "\n")
          .replace(/[\p{Surrogate}\uFFFE\uFFFF]|(?![\t\n])\p{Control}/gu, "");
        expect(await textRead(`a${text}z`)).toBe(`a${kept}z`);
      }),
      { numRuns: 60 },
    );
  });

  test("is cut where Excel's limit is, also when it is marked in parts", async () => {
    const long = "x".repeat(40_000);
    const runs = [
      { text: "x".repeat(32_760), marked: false },
      { text: long, marked: true },
      { text: "never", marked: false },
    ];
    const cut = `${"x".repeat(32_766)}…`;
    expect(await textRead(long)).toBe(cut);
    expect(await textRead(runs)).toBe(cut);
  });

  test("marks characters in bold, underlined and red", async () => {
    const runs = [
      { text: "160509", marked: false },
      { text: "31", marked: true },
    ];
    const { rows, markup } = await writtenAndRead([plainRow(runs)]);
    expect(rows[0]![0]).toBe("16050931");
    expect(markup).toMatch(
      /<r><rPr><b\/><u\/>[^/]*\/><color rgb="FFB00020"\/>.*<t xml:space="preserve">31<\/t><\/r>/,
    );
  });
});

describe("a date cell", () => {
  test("is the day number of a spreadsheet", async () => {
    // as LibreOffice and Excel count
    const days = { 19010101: 367, 19900512: 33_005, 20000229: 36_585, 20011231: 37_256, 20991231: 73_050 };
    for (const [date, day] of Object.entries(days)) {
      const { markup } = await writtenAndRead([[{ value: { date: Number(date) }, style: "date" }]]);
      expect(markup, date).toContain(`<v>${day}</v>`);
    }
  });

  test("comes back as the day it was", async () => {
    const day = fc
      .tuple(
        fc.integer({ min: 1901, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
      )
      .filter(([year, month, date]) => isRealDate(year, month, date))
      .map(([year, month, date]) => packDate(year, month, date));
    await fc.assert(
      fc.asyncProperty(day, async (packed) => {
        const { rows } = await writtenAndRead([[{ value: { date: packed }, style: "date" }]]);
        expect(rows[0]![0]).toBe(formatIsoDate(packed));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a sheet", () => {
  test("that is a table has its header frozen, filtered and printed on every page", async () => {
    await withFolder(async (folder) => {
      const file = path.join(folder, "a.xlsx");
      const form = { ...FORM, name: "Officer's review", table: { frozenColumns: 2 } };
      await Workbook.write(file, (book) => book.sheet(form, [plainRow("a", "b"), plainRow("c", "d")]));
      const [sheet] = await readSheets(file);
      expect(sheet!.markup).toContain('xSplit="2" ySplit="1" topLeftCell="C2"');
      expect(sheet!.markup).toContain('<autoFilter ref="A1:B2"/>');
      const book = await readPart(file, "xl/workbook.xml");
      expect(book).toContain(">'Officer''s review'!$A:$B,'Officer''s review'!$1:$1<");
      expect(book).toContain(">'Officer''s review'!$A$1:$B$2<");
    });
  });

  test("has columns beyond Z", async () => {
    const widths = Array.from({ length: 60 }, () => 5);
    const values = widths.map((_, at) => `k${at}`);
    const { rows, markup } = await writtenAndRead([plainRow(...values)], { ...FORM, widths });
    expect(rows[0]).toEqual(values);
    expect(markup).toContain('r="AA1"');
    expect(markup).toContain('r="BH1"');
  });

  test("leaves room for wrapped texts, and no more than Excel allows", async () => {
    const heightOf = async (value: string) => {
      const { markup } = await writtenAndRead([[{ value, style: "wrapped" }]]);
      return Number(/<row r="1" ht="([0-9]+)"/.exec(markup)?.[1] ?? 15);
    };
    expect(await heightOf("pendek")).toBe(15);
    expect(await heightOf("satu\ndua\ntiga")).toBe(45);
    expect(await heightOf("kata ".repeat(20))).toBeGreaterThanOrEqual(75);
    expect(await heightOf("x".repeat(100))).toBeGreaterThanOrEqual(75);
    expect(await heightOf("kata ".repeat(6000))).toBe(409);
  });

  test("is on disk before its last row is made", async () => {
    await withFolder(async (folder) => {
      const file = path.join(folder, "a.xlsx");
      const sizes: number[] = [];
      function* rows(): Generator<Row> {
        for (let number = 0; number < 20_000; number++) {
          if (number % 5000 === 0) sizes.push(statSync(file).size);
          yield plainRow(`1605090401${String(number).padStart(6, "0")}`, `NAMA ${number}`);
        }
      }
      await Workbook.write(file, (book) => book.sheet(FORM, rows()));
      expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
      expect(sizes.at(-1)).toBeGreaterThan(statSync(file).size / 2);
    });
  });
});

describe("a workbook", () => {
  test("is the same to the byte from the same rows, and carries no clock", async () => {
    await withFolder(async (folder) => {
      const files = ["a.xlsx", "b.xlsx"].map((name) => path.join(folder, name));
      for (const file of files) {
        await Workbook.write(file, async (book) => {
          await book.sheet(FORM, [plainRow("1605090401859001", 7)]);
          await book.sheet({ ...FORM, name: "Dua" }, [plainRow("a")]);
        });
      }
      const [first, second] = files.map((file) => readFileSync(file));
      expect(first!.equals(second!)).toBe(true);
    });
  });

  test("is the same to the byte whether a sheet is written in it or packed beforehand", async () => {
    await withFolder(async (folder) => {
      const [written, packed] = [path.join(folder, "a.xlsx"), path.join(folder, "b.xlsx")];
      const form = { ...FORM, name: "Petunjuk", table: { frozenColumns: 1 } };
      const rows: Row[] = [plainRow("arti"), [{ value: "ke sana", style: "link", opens: FORM.name }]];
      await Workbook.write(written, async (book) => {
        await book.sheet(FORM, [plainRow("a")]);
        await book.sheet(form, rows);
      });
      const sheet = await packSheet(form, rows);
      await Workbook.write(packed, async (book) => {
        await book.sheet(FORM, [plainRow("a")]);
        book.packedSheet(sheet);
      });
      expect(readFileSync(packed).equals(readFileSync(written))).toBe(true);
    });
  });

  test("is an archive whose parts have their true lengths, checksums and 1 January 1980", async () => {
    await withFolder(async (folder) => {
      const file = path.join(folder, "a.xlsx");
      // so long that the sheet's header is on disk before its numbers are known
      const many = Array.from({ length: 20_000 }, (_, number) => plainRow(`baris ${number}`, number));
      await Workbook.write(file, (book) => book.sheet(FORM, many));
      const bytes = readFileSync(file);
      const names: string[] = [];
      let at = 0;
      while (bytes.readUInt32LE(at) === 0x04034b50) {
        const packed = bytes.readUInt32LE(at + 18);
        const start = at + 30 + bytes.readUInt16LE(at + 26);
        const content = inflateRawSync(bytes.subarray(start, start + packed));
        expect(bytes.readUInt32LE(at + 14)).toBe(crc32(content));
        expect(bytes.readUInt32LE(at + 22)).toBe(content.length);
        expect([bytes.readUInt16LE(at + 10), bytes.readUInt16LE(at + 12)]).toEqual([0, 0x21]);
        names.push(bytes.toString("latin1", at + 30, start));
        at = start + packed;
      }
      expect(names[0]).toBe("[Content_Types].xml");
      expect(names).toContain("xl/worksheets/sheet1.xml");
    });
  });

  test("opens a sheet by a click, and nothing outside", async () => {
    await withFolder(async (folder) => {
      const file = path.join(folder, "a.xlsx");
      await Workbook.write(file, async (book) => {
        await book.sheet(FORM, [[{ value: "ke sana", style: "link", opens: "Officer's review" }]]);
        await book.sheet({ ...FORM, name: "Officer's review" }, []);
      });
      const [sheet] = await readSheets(file);
      expect(sheet!.markup).toContain("<hyperlink ref=\"A1\" location=\"'Officer''s review'!A1\"/>");
      expect(await readPart(file, "xl/_rels/workbook.xml.rels")).not.toContain("External");
    });
  });

  test("passes on what its filling throws", async () => {
    await withFolder(async (folder) => {
      const fails = Workbook.write(path.join(folder, "a.xlsx"), async () => {
        throw new RangeError("no more");
      });
      await expect(fails).rejects.toThrow("no more");
    });
  });

  test("never overwrites a file", async () => {
    await withFolder(async (folder) => {
      const file = path.join(folder, "a.xlsx");
      await Workbook.write(file, (book) => book.sheet(FORM, []));
      await expect(Workbook.write(file, (book) => book.sheet(FORM, []))).rejects.toThrow("EEXIST");
      expect(existsSync(file)).toBe(true);
    });
  });
});

describe("rows that wait for their sheet", () => {
  test("come back by group, in the order they came", () => {
    const row = fc.tuple(
      fc.constantFrom("a", "b", "a b"),
      fc.record({ text: fc.string(), count: fc.integer() }),
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const store = new RowStore<unknown>();
        for (const [group, value] of rows) store.add(group, value);
        for (const group of ["a", "b", "a b", "c"]) {
          const expected = rows.filter(([name]) => name === group).map(([, value]) => value);
          expect([...store.rows(group)]).toEqual(expected);
          expect(store.count(group)).toBe(expected.length);
        }
      }),
    );
  });

  test("come back also when there are too many to wait unpacked", () => {
    const store = new RowStore<string>();
    const textOf = (number: number) => `${number}${" “NAMA”\n".repeat(100)}`;
    for (let number = 0; number < 12_000; number++) store.add(`unit ${number % 7}`, textOf(number));
    for (let unit = 0; unit < 7; unit++) {
      let number = unit;
      for (const text of store.rows(`unit ${unit}`)) {
        expect(text).toBe(textOf(number));
        number += 7;
      }
      expect(number).toBeGreaterThanOrEqual(12_000);
    }
  });
});
