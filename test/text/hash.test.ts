import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashText, mix } from "../../src/text/hash.ts";

const WORD = fc.integer({ min: 0, max: 0xffffffff });

describe("hashing", () => {
  test.each([
    // published test vectors of FNV-1a, 32 bits
    ["", 0x811c9dc5],
    ["a", 0xe40c292c],
    ["b", 0xe70c2de5],
    ["foobar", 0xbf9cf968],
  ])("gives %j the number that FNV-1a gives it", (text, hash) => {
    expect(hashText(text)).toBe(hash);
  });

  test("gives unsigned 32-bit integers", () => {
    fc.assert(
      fc.property(fc.string(), WORD, WORD, (text, hash, value) => {
        for (const number of [hashText(text), mix(hash, value)]) {
          expect(Number.isInteger(number) && number >= 0 && number <= 0xffffffff).toBe(true);
        }
      }),
    );
  });

  test("continues from a seed", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(hashText(b, hashText(a))).toBe(hashText(a + b));
      }),
    );
  });

  test("keeps two hashes apart that were mixed with the same value", () => {
    fc.assert(
      fc.property(WORD, WORD, WORD, (a, b, value) => {
        fc.pre(a !== b);
        expect(mix(a, value)).not.toBe(mix(b, value));
      }),
    );
  });

  test("spreads neighbouring values over all bits", () => {
    const everSet = Array.from({ length: 1000 }, (_, i) => mix(0, i)).reduce((bits, hash) => bits | hash, 0);
    expect(everSet >>> 0).toBe(0xffffffff);
  });
});
