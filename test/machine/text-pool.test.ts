/** A pool gives back every text as it was kept, also behind the buffers that it has outgrown. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextPool } from "../../src/machine/text-pool.ts";

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
