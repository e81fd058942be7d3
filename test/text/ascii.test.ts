import { expect, test } from "vitest";
import { countDigits, digitsOf, isAsciiLetter, isDigit } from "../../src/text/ascii.ts";

const CODES = Array.from({ length: 0x10000 }, (_, code) => code);

function codesOf(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

test("digits and letters are those of ASCII and no others", () => {
  expect(CODES.filter(isDigit)).toEqual(codesOf("0123456789"));
  expect(CODES.filter(isAsciiLetter)).toEqual(
    codesOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
  );
  expect(isDigit(Number.NaN) || isAsciiLetter(Number.NaN), "behind the end of a text").toBe(false);
});

test("the digits of a text are counted and taken out, whatever stands between them", () => {
  expect(countDigits("SDN 12 / 3-٤")).toBe(3);
  expect(digitsOf("SDN 12 / 3-٤")).toBe("123");
  expect(countDigits("")).toBe(0);
});
