import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitCells } from "../../src/input/csv-cells.ts";
import { DELIMITERS } from "../../src/input/delimiter.ts";
import { readCorpus } from "../fuzz/corpus.ts";
import { damagedList } from "../fuzz/damage.ts";

const LINE_ENDS = [
  ["lf", ["\r\n", "\n"]],
  ["cr", ["\r"]],
] as const;

/** csv-parse decides what a row is. */
function decided(
  bytes: Buffer,
  delimiter: string,
  recordDelimiter: readonly string[],
  most?: number,
): string[][] {
  return parse(bytes, {
    delimiter,
    record_delimiter: [...recordDelimiter],
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

  test.each(LINE_ENDS)("whatever it holds, with line ends %s", (lineEnd, recordDelimiter) => {
    fc.assert(
      fc.property(
        text.map((parts) => Buffer.from(parts.join("").replaceAll('"', ""))),
        fc.constantFrom(...DELIMITERS),
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        (bytes, delimiter, most) => {
          expect(splitCells(bytes, delimiter, lineEnd, true, most)).toEqual(
            decided(bytes, delimiter, recordDelimiter, most),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("all lists we have, whole and damaged", async () => {
    const corpus = await readCorpus();
    const damaged = Array.from({ length: 300 }, (_, number) => damagedList(corpus, 3, number));
    for (const list of [...corpus.files, ...damaged]) {
      const bytes = Buffer.from(list.subarray(0, 20_000).filter((byte) => byte !== 0x22));
      for (const delimiter of DELIMITERS) {
        for (const [lineEnd, recordDelimiter] of LINE_ENDS) {
          expect(splitCells(bytes, delimiter, lineEnd, true)).toEqual(
            decided(bytes, delimiter, recordDelimiter),
          );
        }
      }
    }
  });
});

test("a quote anywhere leaves the decision to csv-parse", () => {
  expect(splitCells(Buffer.from('a;"b\n;c"\nd'), ";", "lf", true)).toEqual([["a", "b\n;c"], ["d"]]);
  expect(splitCells(Buffer.from('a;"b\n'), ";", "lf", false)).toEqual([["a", '"b']]);
});
