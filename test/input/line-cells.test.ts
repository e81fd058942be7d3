/** Cells found in the bytes of a line are those that csv-parse makes of it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitCells } from "../../src/input/csv-cells.ts";
import { cutRecords } from "../../src/input/csv-records.ts";
import { DELIMITERS } from "../../src/input/delimiter.ts";
import { LineCells } from "../../src/input/line-cells.ts";

const piece = fc.constantFrom(
  '"',
  '"',
  '""',
  ";",
  ",",
  "\n",
  "\r\n",
  "\r",
  "\t",
  " ",
  "a",
  "É",
  "\0",
  '";"',
  '"\n',
  '\n"',
);
const texts = fc.oneof(
  fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 40 }).map((pieces) => pieces.join("")),
  // as a program would write it, with something out of place
  fc
    .tuple(
      fc.array(
        fc.array(fc.constantFrom('"ab"', '""', "ab", "", '"a;b"', '"a,b"'), { minLength: 1, maxLength: 4 }),
      ),
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.array(fc.tuple(fc.nat(200), piece), { maxLength: 2 }),
    )
    .map(([rows, delimiter, lineEnd, slips]) =>
      slips.reduce(
        (text, [at, slip]) => text.slice(0, at) + slip + text.slice(at),
        rows.map((cells) => cells.join(delimiter) + lineEnd).join(""),
      ),
    ),
);

describe("the cells of simple lines", () => {
  test("are those of csv-parse", () => {
    let simple = 0;
    fc.assert(
      fc.property(texts, fc.constantFrom(...DELIMITERS), fc.boolean(), (text, delimiter, atEnd) => {
        const bytes = Buffer.from(text);
        const { runs } = cutRecords(bytes, atEnd, { delimiter, width: 3 });
        const cells = new LineCells();
        for (const { start, end, quotes, simple: isSimple } of runs) {
          if (!isSimple) continue;
          const lines = bytes.subarray(start, end);
          const rows: string[][] = [];
          for (let at = 0; at < lines.length; at = cells.next) {
            cells.find(lines, at, delimiter.charCodeAt(0));
            rows.push(cells.texts(lines));
          }
          expect(rows).toEqual(splitCells(lines, delimiter, quotes));
          if (quotes) simple++;
        }
      }),
      { numRuns: 3000 },
    );
    expect(simple).toBeGreaterThan(500);
  });

  test("are found however many they are", () => {
    const cells = new LineCells();
    cells.find(Buffer.from(`${"a,".repeat(1000)}b\n`), 0, 0x2c);
    expect([cells.count, cells.starts[1000], cells.ends[1000], cells.next]).toEqual([1001, 2000, 2001, 2002]);
  });
});
