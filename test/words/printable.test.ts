/** Text from outside in our sentences: what most texts are spared changes nothing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { printable, quotable } from "../../src/words/printable.ts";

const UNSAFE = /[\p{Control}\p{Format}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/** Of characters that can act, go, or be more than one unit, among those of any name. */
const TEXT = fc.string({
  unit: fc.constantFrom(
    ..."AZ az09'.,~",
    "  ",
    "\t",
    "\n",
    "\u001b",
    "\u007f",
    "\u00a0",
    "\u202e",
    "\u200d",
    "é",
    "\ud800",
    "😀",
  ),
  // longer than what is quoted, which by itself no example would be
  maxLength: 400,
  size: "max",
});

test("every text stands on one line, with what could act replaced", () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      expect(printable(text)).toBe(text.replace(/[\t\n\r ]+/g, " ").replace(UNSAFE, "\uFFFD"));
    }),
  );
});

test("a quotation is the text without spaces around it, of at most 120 characters", () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const characters = Array.from(printable(text).trim());
      const cut = characters.length > 120 ? [...characters.slice(0, 119), "…"] : characters;
      expect(quotable(text)).toBe(cut.join(""));
    }),
  );
});
