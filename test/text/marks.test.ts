import { expect, test } from "vitest";
import { foldLetters } from "../../src/text/fold.ts";
import { INVISIBLE, isZeroWidth, ZERO_WIDTH } from "../../src/text/marks.ts";

const CODES = Array.from({ length: 0x10000 }, (_, code) => code);

test("a code unit is without width where the list has it", () => {
  const listed = new RegExp(`[${ZERO_WIDTH}]`, "u");
  expect(CODES.filter(isZeroWidth)).toEqual(CODES.filter((code) => listed.test(String.fromCharCode(code))));
});

test("what folding leaves out is not seen", () => {
  const listed = new RegExp(`[${INVISIBLE}]`, "u");
  const seen = CODES.map((code) => String.fromCharCode(code)).filter((mark) => listed.test(mark));
  expect(seen.filter((mark) => foldLetters(mark) !== "")).toEqual([]);
  expect(seen.filter((mark) => !/^\p{Format}$/u.test(mark))).toEqual([]);
});
