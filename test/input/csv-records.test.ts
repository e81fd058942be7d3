import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitCells } from "../../src/input/csv-cells.ts";
import { cutRecords, type Dialect, type Run } from "../../src/input/csv-records.ts";
import { drawn } from "../drawn.ts";

const DIALECT: Dialect = { delimiter: ";", width: 4 };

/** Rows of a file handed over in pieces of the given size, with the positions of its damaged rows. */
function rowsInPieces(
  bytes: Buffer,
  size: number,
  dialect = DIALECT,
): { rows: string[][]; damaged: number[] } {
  const rows: string[][] = [];
  const damaged: number[] = [];
  const take = (bytes: Buffer, runs: readonly Run[]): void => {
    for (const run of runs) {
      if (run.damaged) damaged.push(rows.length);
      rows.push(...splitCells(bytes.subarray(run.start, run.end), dialect.delimiter, run.quotes));
    }
  };
  let pending = Buffer.alloc(0);
  for (let at = 0; at < bytes.length; at += size) {
    pending = Buffer.concat([pending, bytes.subarray(at, at + size)]);
    const { runs, end } = cutRecords(pending, false, dialect);
    take(pending, runs);
    pending = pending.subarray(end);
  }
  take(pending, cutRecords(pending, true, dialect).runs);
  return { rows, damaged };
}

function rowsOf(text: string, dialect = DIALECT): { rows: string[][]; damaged: number[] } {
  return rowsInPieces(Buffer.from(text), text.length * 4 + 1, dialect);
}

describe("rows of a CSV file", () => {
  test.each<[string, string, string[][]]>([
    [
      "LF",
      "a;b\nc;d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "CR LF",
      "a;b\r\nc;d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "no line end at the end",
      "a;b\nc;d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["blank lines keep their place", "a\n\n\nb\n", [["a"], [""], [""], ["b"]]],
    [
      "a quoted line break starts no row",
      '"a\nb";c\nd;e\n',
      [
        ["a\nb", "c"],
        ["d", "e"],
      ],
    ],
    [
      "a quoted CR LF starts no row",
      '"a\r\nb";c\r\nd;e\r\n',
      [
        ["a\r\nb", "c"],
        ["d", "e"],
      ],
    ],
    ["doubled quotes are one", '"a ""b"" c";d\n', [['a "b" c', "d"]]],
    [
      "a quote within a cell is a character",
      'a"b;c\nd;e\n',
      [
        ['a"b', "c"],
        ["d", "e"],
      ],
    ],
    [
      "CR",
      'a;b\r"c\nd";e\r',
      [
        ["a", "b"],
        ["c\nd", "e"],
      ],
    ],
    [
      "a lone CR among other line ends",
      'a;b\rc;d\n"e";f\rg\r\n',
      [["a", "b"], ["c", "d"], ["e", "f"], ["g"]],
    ],
    ["CR CR LF is a line end and a blank line, as in a spreadsheet", "a\r\r\nb\r\n", [["a"], [""], ["b"]]],
    [
      "a quoted CR starts no row",
      '"a\rb";c\nd;e\n',
      [
        ["a\rb", "c"],
        ["d", "e"],
      ],
    ],
    ["an empty quoted cell", '"";a\n', [["", "a"]]],
  ])("%s", (_, text, rows) => {
    expect(rowsOf(text)).toEqual({ rows, damaged: [] });
  });
});

describe("a quote that is never closed", () => {
  test("damages its own line only", () => {
    const { rows, damaged } = rowsOf('1;a;b;c\n2;"x;b;c\n3;a;b;c\n4;a;b;c\n');
    expect(rows.map((row) => row.length)).toEqual([4, 4, 4, 4]);
    expect(rows[1]).toEqual(["2", '"x', "b", "c"]);
    expect(damaged).toEqual([1]);
  });

  test("does not swallow rows up to the next quoted cell", () => {
    const { rows, damaged } = rowsOf('1;"x;b;c\n2;a;b;c\n3;"a";b;c\n');
    expect(rows.map((row) => row[0])).toEqual(["1", "2", "3"]);
    expect(damaged).toEqual([0]);
  });

  test("is seen by the rows it would swallow, even where a later quote would close it", () => {
    const { rows, damaged } = rowsOf('1;"x;b;c\n2;a;b;c\n3;a";b;c\n');
    expect(rows.map((row) => row[0])).toEqual(["1", "2", "3"]);
    expect(damaged).toEqual([0]);
  });

  test.each(["\n", "\r\n", "\r"])(
    "is a mark for as above, bare in rows below each other, of which none is swallowed: %j",
    (lineEnd) => {
      const text = '1;a;b;c\n2;";b;c\n3;";b;c\n4;";b;c\n';
      const { rows, damaged } = rowsOf(text.replaceAll("\n", lineEnd));
      expect(rows).toEqual([
        ["1", "a", "b", "c"],
        ["2", '"', "b", "c"],
        ["3", '"', "b", "c"],
        ["4", '"', "b", "c"],
      ]);
      expect(damaged).toEqual([1, 2, 3]);
    },
  );

  test.each([
    ["once", '2;";b;c', ["2", '"', "b", "c"]],
    ["twice", '2;";b;"', ["2", '"', "b", '"']],
    ["twice, side by side", '2;";";c', ["2", '"', '"', "c"]],
  ])("is a mark for as above where it stands bare in a row %s", (_, row, cells) => {
    const { rows, damaged } = rowsOf(`1;a;b;c\n${row}\n3;a;b;c\n`);
    expect(rows).toEqual([["1", "a", "b", "c"], cells, ["3", "a", "b", "c"]]);
    expect(damaged).toEqual([1]);
  });

  test("is none where a row would have cells too many", () => {
    const { rows, damaged } = rowsOf('1;";b;";c;d\n');
    expect([rows, damaged]).toEqual([[["1", ";b;", "c", "d"]], []]);
  });

  test("costs no time, be there ever so many on a line", () => {
    for (const mark of ['";', '";"x;']) {
      const began = performance.now();
      rowsOf(mark.repeat(40_000));
      // by the square of the line it took a minute
      expect(performance.now() - began).toBeLessThan(5000);
    }
  });

  test("is given up after the longest cell a person could have", () => {
    const filler = "a;b;c\n".repeat(20_000);
    const { rows, damaged } = rowsOf(`1;"x;c\n${filler}`, { ...DIALECT, width: 3 });
    expect(rows).toHaveLength(20_001);
    expect(damaged).toEqual([0]);
  });

  test("an address of several lines is no damage", () => {
    const { rows, damaged } = rowsOf('1;a;"Jl. Merdeka; No. 5\nRT 1; RW 2\nTugumulyo";c\n2;a;b;c\n');
    expect(rows).toHaveLength(2);
    expect(damaged).toEqual([]);
  });
});

describe("laws", () => {
  const anyText = fc.string({
    unit: fc.constantFrom("a", "b", '"', ";", "\n", "\r\n", "\r", " ", "é"),
    maxLength: 80,
  });

  test("rows do not depend on where a file is cut into pieces", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 7 }), (text, size) => {
        const bytes = Buffer.from(text);
        expect(rowsInPieces(bytes, size)).toEqual(rowsInPieces(bytes, bytes.length + 1));
      }),
      { numRuns: 500 },
    );
  });

  /** Records with quotes and long stretches without, in any order: the stretches are split on their own. */
  const record = fc.constantFrom(
    "a;b;c;d\n",
    '"a\nb";c;d;e\n',
    'a;"b;c";d;e\r\n',
    'a;"b;c;d\n',
    'a;"b";c;d\r',
    'a;"b\r',
    "\n",
    'x;y"z\n',
  );
  const stretch = fc.constantFrom(
    "a;b;c;d\n".repeat(900),
    "\n".repeat(5000),
    "x".repeat(6000),
    "é;\r\n".repeat(1200),
    "a;b\r".repeat(1500),
  );
  const mixedText = fc
    .array(fc.oneof({ weight: 4, arbitrary: record }, stretch), { maxLength: 12 })
    .map((parts) => parts.join(""));

  test("a long stretch without quotes reads as it would among records with quotes", () => {
    fc.assert(
      fc.property(mixedText, fc.integer({ min: 1000, max: 9000 }), (text, size) => {
        const bytes = Buffer.from(text);
        const { runs } = cutRecords(bytes, true, DIALECT);
        if (runs.some((run) => run.damaged)) return;
        const whole = splitCells(bytes, ";", true);
        expect(rowsInPieces(bytes, bytes.length + 1).rows).toEqual(whole);
        expect(rowsInPieces(bytes, size).rows).toEqual(whole);
      }),
      { numRuns: drawn(150) },
    );
  });

  test("and has a run of its own", () => {
    const text = `"a";b\n${"c;d\n".repeat(2000)}"e";f\n`;
    expect(cutRecords(Buffer.from(text), true, DIALECT).runs).toEqual([
      { start: 0, end: 6, quotes: true, simple: true, damaged: false },
      { start: 6, end: 8006, quotes: false, simple: true, damaged: false },
      { start: 8006, end: 8012, quotes: true, simple: true, damaged: false },
    ]);
  });

  test("every byte of a file belongs to exactly one run", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, mixedText), (text) => {
        const bytes = Buffer.from(text);
        const { runs, end } = cutRecords(bytes, true, DIALECT);
        expect(end).toBe(bytes.length);
        expect(runs.map((run) => bytes.toString("utf8", run.start, run.end)).join("")).toBe(text);
      }),
    );
  });

  test("cells written with quotes come back as they were", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ";", "\n", "\r", " ", "é"), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const text = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(";"))
          .join("\r\n");
        // cells here are short of a whole row's delimiters only by luck: that rule is tested above
        expect(rowsOf(text, { ...DIALECT, width: 0 }).rows).toEqual(rows);
      }),
    );
  });
});
