import { expect, test } from "vitest";
import { NIK } from "../../src/field/nik.ts";
import { foldLetters } from "../../src/text/fold.ts";
import { BETWEEN_DIGITS, INVISIBLE, isZeroWidth, ZERO_WIDTH } from "../../src/text/marks.ts";

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

test("what a NIK may have between its digits, a number that is hidden may have too", () => {
  const listed = new RegExp(`[${BETWEEN_DIGITS}]`, "u");
  const forgiven = CODES.filter((code) => {
    const mark = String.fromCharCode(code);
    return NIK.clean(`1605094505${mark.repeat(3)}900001`).state === "sound";
  });
  expect(forgiven.length).toBeGreaterThan(50);
  expect(forgiven.filter((code) => !listed.test(String.fromCharCode(code)))).toEqual([]);
});
