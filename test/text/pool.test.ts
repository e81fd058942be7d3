import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GrowingUint32, TextPool } from "../../src/text/pool.ts";

/** Any text that a decoder can give: no half of a surrogate pair. */
const TEXT = fc.string({ unit: "grapheme" });
const TEXTS = fc.array(TEXT, { maxLength: 50 });

function poolOf(texts: readonly string[]): TextPool {
  const pool = new TextPool();
  for (const text of texts) pool.push(text);
  return pool;
}

function textsOf(pool: TextPool): string[] {
  return Array.from({ length: pool.count }, (_, i) => pool.get(i));
}

describe("a text pool", () => {
  test("gives every text back under its number", () => {
    fc.assert(
      fc.property(TEXTS, (texts) => {
        const pool = new TextPool();
        expect(texts.map((text) => pool.push(text))).toEqual(texts.map((_, i) => i));
        expect(texts.map((_, i) => pool.get(i))).toEqual(texts);
        expect(pool.count).toBe(texts.length);
      }),
    );
  });

  test("grows past its first buffer, also for one text that is larger than it", () => {
    const texts = ["ä".repeat(70_000), "", "😀".repeat(40_000), "x".repeat(300_000), "end"];
    const pool = poolOf(texts);
    expect(texts.map((_, i) => pool.get(i) === texts[i])).toEqual(texts.map(() => true));
  });

  test("holds the same text whichever way it came: as a string, as bytes, piece by piece, from another pool", () => {
    fc.assert(
      fc.property(TEXTS, (texts) => {
        const pushed = poolOf(texts);
        const asBytes = new TextPool();
        const pieced = new TextPool();
        const copied = new TextPool();
        for (const [i, text] of texts.entries()) {
          const bytes = Buffer.from(`<${text}>>>>`);
          asBytes.pushBytes(bytes, 1, bytes.length - 4);
          copied.pushFrom(pushed, i);
          const half = bytes.length >> 1;
          // the byte between the halves parts them
          const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
          pieced.pushPieces(view, Int32Array.of(1, half, half + 1, bytes.length - 4), bytes[half]!);
        }
        expect([asBytes, copied, pieced].map(textsOf)).toEqual([texts, texts, texts]);
      }),
    );
  });

  test("orders texts as their bytes are ordered", () => {
    const close = fc.string({ unit: fc.constantFrom("A", "B", "Z", "ä", "😀"), maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.oneof(close, TEXT), { minLength: 2, maxLength: 8 }), (texts) => {
        const pool = poolOf(texts);
        for (const [a, text] of texts.entries()) {
          for (const [b, other] of texts.entries())
            expect(Math.sign(pool.compare(a, b))).toBe(Buffer.compare(Buffer.from(text), Buffer.from(other)));
        }
      }),
    );
  });

  test("reads the same where it was handed over, also by one that held something else before", () => {
    fc.assert(
      fc.property(TEXTS, TEXTS, (texts, others) => {
        const { bytes, used, ends } = structuredClone(poolOf(texts).shared());
        expect(textsOf(new TextPool({ bytes, used, ends }))).toEqual(texts);
        const other = poolOf(others);
        other.adopt({ bytes, used, ends });
        expect(textsOf(other)).toEqual(texts);
      }),
    );
  });

  test("is as new when it was cleared", () => {
    fc.assert(
      fc.property(TEXTS, TEXTS, (before, texts) => {
        const pool = poolOf(before);
        pool.clear();
        for (const text of texts) pool.push(text);
        expect(textsOf(pool)).toEqual(texts);
      }),
    );
  });
});

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
      fc.record({ kind: fc.constant("push" as const), values: fc.array(NUMBER, { maxLength: 1500 }) }),
      fc.record({ kind: fc.constant("extend" as const), values: fc.array(NUMBER, { maxLength: 1500 }) }),
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
