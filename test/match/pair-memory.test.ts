import fc from "fast-check";
import { expect, test } from "vitest";
import { PairMemory } from "../../src/match/pair-memory.ts";

/** So few that pairs fight for them. */
const PLACES = 8;
/** Few, so that pairs come again; some of them large. */
const NUMBER = fc.constantFrom(0, 1, 2, 3, 5, 1 << 20, 0x7fffffff, 0xffffffff);
const DEED = fc.record({ a: NUMBER, b: NUMBER, value: fc.nat({ max: 254 }), remember: fc.boolean() });

test("a pair is recalled as it was last remembered or not at all, never as another pair", () => {
  fc.assert(
    fc.property(fc.array(DEED, { maxLength: 60 }), (deeds) => {
      const memory = new PairMemory(PLACES);
      const last = new Map<string, number>();
      for (const { a, b, value, remember } of deeds) {
        const pair = `${a} ${b}`;
        if (remember) {
          memory.remember(a, b, value);
          last.set(pair, value);
          expect(memory.recall(a, b)).toBe(value);
        } else expect([-1, last.get(pair) ?? -1]).toContain(memory.recall(a, b));
      }
    }),
    { numRuns: 300 },
  );
});

test("nothing is recalled of a pair that was never remembered, be it of zeros", () => {
  expect(new PairMemory(PLACES).recall(0, 0)).toBe(-1);
});

test("pairs of small numbers leave one another their places: most of them are recalled where there are four for each", () => {
  const numbers = Array.from({ length: 64 }, (_, number) => number);
  const pairs = numbers.flatMap((a) => numbers.map((b) => [a, b] as const));
  const memory = new PairMemory(4 * pairs.length);
  for (const [a, b] of pairs) memory.remember(a, b, 1);
  const recalled = pairs.filter(([a, b]) => memory.recall(a, b) === 1);
  expect(recalled.length).toBeGreaterThan(0.85 * pairs.length);
});
