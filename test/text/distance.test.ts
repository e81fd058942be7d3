import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, editDistanceWithin, isTransposition } from "../../src/text/distance.ts";

/** The textbook recurrence, slow and obvious. */
function slowDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}

const word = fc.string({ unit: fc.constantFrom("A", "B", "C", "1"), maxLength: 40, size: "max" });
const shortWord = fc.string({ unit: fc.constantFrom("A", "B"), maxLength: 6 });

describe("edit distance", () => {
  it("agrees with the textbook recurrence, also beyond 32 characters", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(slowDistance(a, b));
      }),
    );
  });

  it("is exact up to the limit and one more than the limit beyond it", () => {
    fc.assert(
      fc.property(fc.oneof(word, shortWord), shortWord, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        expect(editDistanceWithin(a, b, limit)).toBe(Math.min(slowDistance(a, b), limit + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on the direction", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistanceWithin(a, b, 2)).toBe(editDistanceWithin(b, a, 2));
      }),
    );
  });
});

describe("a transposition", () => {
  it.each([
    ["1234", "1324", true],
    ["1234", "2134", true],
    ["1234", "1243", true],
    ["12", "21", true],
    ["1234", "1234", false],
    ["1224", "1224", false],
    ["1234", "4231", false],
    ["1234", "2143", false],
    ["1234", "1325", false],
    ["1234", "132", false],
    ["1", "2", false],
    ["", "", false],
  ])("%s and %s: %s", (a, b, expected) => expect(isTransposition(a, b)).toBe(expected));

  it("is undone by the same swap, and only different neighbours count", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 20 }), fc.nat(), (text, seed) => {
        const at = seed % (text.length - 1);
        const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
        expect(isTransposition(text, swapped)).toBe(text[at] !== text[at + 1]);
        expect(isTransposition(swapped, text)).toBe(isTransposition(text, swapped));
      }),
    );
  });
});
