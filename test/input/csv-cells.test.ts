import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mendCells, splitCells } from "../../src/input/csv-cells.ts";
import { DELIMITERS } from "../../src/input/delimiter.ts";
import { drawn } from "../drawn.ts";
import { readCorpus } from "../fuzz/corpus.ts";
import { damagedList } from "../fuzz/damage.ts";

/** csv-parse decides what a row is. */
function decided(bytes: Buffer, delimiter: string, most?: number, quotes = true): string[][] {
  return parse(bytes, {
    delimiter,
    quote: quotes ? '"' : null,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    ...(most === undefined ? {} : { to: most }),
  });
}

describe("text without quotes is split as csv-parse splits it", () => {
  const pieces = fc.constantFrom(
    ...DELIMITERS,
    "\n",
    "\r",
    "\r\n",
    "\0",
    " ",
    "\uFEFF",
    "é",
    "ab",
    "\u{1F600}",
    "1",
  );
  const text = fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 40 });

  test("whatever it holds", () => {
    fc.assert(
      fc.property(
        text.map((parts) => Buffer.from(parts.join("").replaceAll('"', ""))),
        fc.constantFrom(...DELIMITERS),
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        (bytes, delimiter, most) => {
          expect(splitCells(bytes, delimiter, true, most)).toEqual(decided(bytes, delimiter, most));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("and where quotes are characters like any other", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.constant('"')), { maxLength: 40 }),
        fc.constantFrom(...DELIMITERS),
        (parts, delimiter) => {
          const bytes = Buffer.from(parts.join(""));
          const rows = decided(bytes, delimiter, undefined, false);
          expect(splitCells(bytes, delimiter, false)).toEqual(rows);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("all lists we have, whole and damaged", async () => {
    const corpus = await readCorpus();
    const damaged = Array.from({ length: drawn(300) }, (_, number) => damagedList(corpus, 3, number));
    for (const list of [...corpus.files, ...damaged]) {
      const bytes = Buffer.from(list.subarray(0, 20_000).filter((byte) => byte !== 0x22));
      for (const delimiter of DELIMITERS) {
        const rows = decided(bytes, delimiter).map((cells) => mendCells(cells, delimiter));
        expect(splitCells(bytes, delimiter, true)).toEqual(rows);
      }
    }
  });
});

describe("the semicolon of a web page's sign ends no cell", () => {
  test.each<[string, string[]]>([
    ["2;NUR&#039;AINI;16", ["2", "NUR&#039;AINI", "16"]],
    ["A &amp; B &amp;amp; C;x", ["A &amp; B &amp;amp; C", "x"]],
    ['"A &amp; B";x&quot;', ["A &amp; B", "x&quot;"]],
    ["A&B;x &am;y", ["A&B", "x &am", "y"]],
    ["PT&LT;x", ["PT&LT", "x"]],
    ["&amp;quot;A&quot;;x;y&gt;", ["&amp;quot;A&quot;", "x", "y&gt;"]],
    ["x;y&amp", ["x", "y&amp"]],
  ])("%s", (line, cells) => {
    expect(splitCells(Buffer.from(line), ";", true)).toEqual([cells]);
  });
  test("be there ever so many", () => {
    const line = `1;${"&#039;".repeat(100_000)}`;
    expect(splitCells(Buffer.from(line), ";", true)).toEqual([["1", line.slice(2)]]);
  });
  test("where another character does", () => {
    expect(splitCells(Buffer.from("A &amp,B"), ",", true)).toEqual([["A &amp", "B"]]);
  });
});

describe("a row that was quoted as a whole is its cells", () => {
  test.each<[string, string[]]>([
    ['"1,16,BUDI,12-05-1990"', ["1", "16", "BUDI", "12-05-1990"]],
    ['"2,16,""JOKO, S.Pd"",12-05-1990"', ["2", "16", "JOKO, S.Pd", "12-05-1990"]],
    ['"Kecamatan A, Kabupaten B"', ["Kecamatan A, Kabupaten B"]],
    [
      '"Dinas Sosial, Tenaga Kerja, Pemuda, dan Olahraga"',
      ["Dinas Sosial, Tenaga Kerja, Pemuda, dan Olahraga"],
    ],
    ['"1,16,BUDI, S.Pd,12-05-1990"', ["1", "16", "BUDI", " S.Pd", "12-05-1990"]],
    ['"1,2,3,4",5', ["1,2,3,4", "5"]],
    ['"1,16,BUDI,""12-05-1990"', ['1,16,BUDI,"12-05-1990']],
    ['"1,a""b,BUDI,""12-05-1990"', ['1,a"b,BUDI,"12-05-1990']],
    ['"1,16,BUDI,12-05-1990",,', ["1", "16", "BUDI", "12-05-1990"]],
    [
      '"Dinas Sosial,Tenaga Kerja,Pemuda,Olahraga",,,',
      ["Dinas Sosial,Tenaga Kerja,Pemuda,Olahraga", "", "", ""],
    ],
  ])("%s", (line, cells) => {
    expect(splitCells(Buffer.from(line), ",", true)).toEqual([cells]);
  });
});

test("a quote anywhere leaves the decision to csv-parse", () => {
  expect(splitCells(Buffer.from('a;"b\n;c"\nd'), ";", true)).toEqual([["a", "b\n;c"], ["d"]]);
  expect(splitCells(Buffer.from('a;"b\n'), ";", false)).toEqual([["a", '"b']]);
});
