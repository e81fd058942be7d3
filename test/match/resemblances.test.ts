/** Who resembles whom, packed, against plain sets. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Resemblances } from "../../src/match/resemblances.ts";

const PAIRS = fc.integer({ min: 1, max: 30 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    pairs: fc.array(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), { maxLength: 60 }),
  }),
);

test("everybody is told of whoever resembles him, here and on another thread, and of nobody else", () => {
  fc.assert(
    fc.property(PAIRS, ({ count, pairs }) => {
      const made = Resemblances.of(count, (visit) => {
        for (const [a, b] of pairs) visit(a, b);
      });
      for (const resemblances of [made, new Resemblances(made.shared())]) {
        for (let record = 0; record < count; record++) {
          const others = pairs.flatMap(([a, b]) => [
            ...(a === record ? [b] : []),
            ...(b === record ? [a] : []),
          ]);
          expect([...resemblances.of(record)].sort((a, b) => a - b)).toEqual(others.sort((a, b) => a - b));
          expect(resemblances.has(record)).toBe(others.length > 0);
        }
      }
    }),
  );
});

test("nobody resembles anybody as long as nobody was looked for", () => {
  const none = Resemblances.none(3);
  expect([0, 1, 2].map((record) => none.has(record))).toEqual([false, false, false]);
});
