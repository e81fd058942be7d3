/** A growing column in shared memory does what an array does. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GrowingUint32 } from "../../src/machine/shared-numbers.ts";

describe("a growing column of integers", () => {
  test("holds what was pushed, also past its first size", () => {
    const column = new GrowingUint32();
    for (let i = 0; i < 5000; i++) expect(column.push(0xffffffff - i)).toBe(i);
    column.set(3, 7);
    expect([column.at(0), column.at(3), column.at(4999)]).toEqual([0xffffffff, 7, 0xffffffff - 4999]);
    expect(column.length).toBe(5000);
  });

  test("does what an array does, whatever is done to it", () => {
    const NUMBER = fc.integer({ min: 0, max: 0xffffffff });
    const DEED = fc.oneof(
      fc.record({
        kind: fc.constant("push" as const),
        values: fc.array(NUMBER, { maxLength: 1500, size: "max" }),
      }),
      fc.record({
        kind: fc.constant("extend" as const),
        values: fc.array(NUMBER, { maxLength: 1500, size: "max" }),
      }),
      fc.record({ kind: fc.constant("set" as const), at: fc.nat(), value: NUMBER }),
      fc.record({ kind: fc.constant("reserve" as const), count: fc.nat({ max: 5000 }) }),
      fc.record({ kind: fc.constant("clear" as const) }),
      fc.record({ kind: fc.constant("hand over" as const), adopt: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(DEED, { maxLength: 12 }), (deeds) => {
        let column = new GrowingUint32();
        const array: number[] = [];
        for (const deed of deeds) {
          switch (deed.kind) {
            case "push":
              for (const value of deed.values) expect(column.push(value)).toBe(array.push(value) - 1);
              break;
            case "extend": {
              const first = column.extend(deed.values.length);
              expect(first).toBe(array.length);
              for (const [i, value] of deed.values.entries()) column.set(first + i, value);
              array.push(...deed.values);
              break;
            }
            case "set":
              if (array.length === 0) break;
              column.set(deed.at % array.length, deed.value);
              array[deed.at % array.length] = deed.value;
              break;
            case "reserve":
              column.reserve(deed.count);
              break;
            case "clear":
              column.clear();
              array.length = 0;
              break;
            case "hand over": {
              const { buffer, length } = structuredClone(column.shared());
              column = new GrowingUint32(deed.adopt ? undefined : { buffer, length });
              if (deed.adopt) column.adopt({ buffer, length });
            }
          }
          expect(column.length).toBe(array.length);
          expect(Array.from({ length: column.length }, (_, i) => column.at(i))).toEqual(array);
        }
      }),
      { numRuns: 50 },
    );
  });
});
