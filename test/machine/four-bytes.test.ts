/** What is found four bytes at a time is what is found one by one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bytesBefore,
  endOfText,
  firstBytes,
  fourDigits,
  fourTimes,
  inUpperCase,
  textEnds,
  wordEnds,
} from "../../src/machine/four-bytes.ts";

const byte = fc.oneof(
  fc.integer({ min: 0x41, max: 0x5a }),
  fc.integer({ min: 0x61, max: 0x7a }),
  fc.constantFrom(
    0,
    0x0a,
    0x1f,
    0x20,
    0x2c,
    0x30,
    0x39,
    0x3b,
    0x40,
    0x5b,
    0x60,
    0x7b,
    0x7f,
    0x80,
    0xc1,
    0xff,
  ),
  fc.nat(255),
);
const fourBytes = fc.array(byte, { minLength: 4, maxLength: 4 });
const stop = fc.constantFrom(0x22, 0x2c, 0x3b, 0x09, 0x7c, 0x80, 0xff);

const viewOf = (bytes: readonly number[]): DataView => new DataView(Uint8Array.from(bytes).buffer);
const numberOf = (bytes: readonly number[]): number => viewOf(bytes).getInt32(0, true);
const isLetter = (byte: number): boolean => /[A-Za-z]/.test(String.fromCharCode(byte));

/** Position of the first byte that is marked, 4 where none is. */
function firstMarked(marks: number): number {
  return marks === 0 ? 4 : bytesBefore(marks);
}

function firstOf(bytes: readonly number[], isWanted: (byte: number) => boolean): number {
  const found = bytes.findIndex(isWanted);
  return found < 0 ? bytes.length : found;
}

describe("of four bytes", () => {
  test("the first is found that ends a text", () => {
    fc.assert(
      fc.property(fourBytes, stop, (bytes, stop) => {
        const expected = firstOf(bytes, (byte) => byte === stop || byte < 0x20);
        expect(firstMarked(textEnds(numberOf(bytes), fourTimes(stop)))).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  test("the first is found that ends a word", () => {
    fc.assert(
      fc.property(fourBytes, (bytes) => {
        const expected = firstOf(bytes, (byte) => !isLetter(byte));
        expect(firstMarked(wordEnds(inUpperCase(numberOf(bytes))))).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  test("letters are made upper case", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{4}$/), (letters) => {
        const upper = numberOf([...Buffer.from(letters.toUpperCase())]);
        expect(inUpperCase(numberOf([...Buffer.from(letters)]))).toBe(upper);
      }),
    );
  });

  test("the first few are kept, with nothing behind them", () => {
    fc.assert(
      fc.property(fourBytes, fc.nat(3), (bytes, count) => {
        const expected = bytes.map((byte, at) => (at < count ? byte : 0));
        expect(firstBytes(numberOf(bytes), count)).toBe(numberOf(expected));
      }),
    );
  });

  test("all must be digits to be packed as such", () => {
    const nearDigits = fc.array(fc.integer({ min: 0x2e, max: 0x3b }), { minLength: 4, maxLength: 4 });
    const digits = fc.stringMatching(/^[0-9]{4}$/).map((text) => [...Buffer.from(text)]);
    fc.assert(
      fc.property(fc.oneof(fourBytes, nearDigits, digits), (bytes) => {
        const text = String.fromCharCode(...bytes);
        const expected = /^[0-9]{4}$/.test(text) ? Number.parseInt(text, 16) : -1;
        expect(fourDigits(viewOf([0x20, ...bytes]), 1)).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });
});

test("a text ends at a control character or the byte that was named", () => {
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 40 }), fc.nat(5), stop, (bytes, start, stop) => {
      const all = [...Array<number>(start).fill(0x41), ...bytes, 0, 0, 0, 0];
      const expected = start + firstOf(all.slice(start), (byte) => byte === stop || byte < 0x20);
      expect(endOfText(viewOf(all), start, stop)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});
