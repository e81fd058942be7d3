/** Lines of a terminal: as wide as allowed, and no word lost or cut. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapText } from "../../src/text/wrap.ts";

test("the first line has its label, the others hang", () => {
  expect(wrapText("satu dua tiga empat", 14, "a: ", "   ")).toEqual(["a: satu dua", "   tiga empat"]);
});

test("a word longer than a line stays whole", () => {
  expect(wrapText("di /sangat/panjang/sekali sini", 10, "", "  ")).toEqual([
    "di",
    "  /sangat/panjang/sekali",
    "  sini",
  ]);
});

test("every word is kept, in order, and only a lone word makes a line too wide", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(words, fc.integer({ min: 8, max: 30 }), (words, width) => {
      const lines = wrapText(words.join(" "), width, "- ", "  ");
      expect(lines.flatMap((line) => line.slice(2).split(" "))).toEqual(words);
      for (const line of lines) if (line.length > width) expect(line.slice(2)).not.toContain(" ");
    }),
  );
});
