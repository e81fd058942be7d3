/** A text is known again by its bytes, and by nothing less. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { KnownTexts, NOT_KNOWN } from "../../src/input/known-texts.ts";

const STOP = ";";

function viewOf(text: string): DataView {
  const bytes = Buffer.from(`${text}${STOP}   `);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The key of a text, read as a cell. */
function keyOf(texts: KnownTexts, text: string): number {
  const view = viewOf(text);
  const end = texts.read(view, 0, STOP.charCodeAt(0));
  // of hundreds of thousands an expectation takes longer than the reading
  if (end !== Buffer.byteLength(text)) expect(end, text).toBe(Buffer.byteLength(text));
  return texts.key;
}

const cell = fc
  .oneof(
    fc.string({ unit: fc.constantFrom("A", "a", "B", " ", "é", "😀"), maxLength: 12 }),
    fc.stringMatching(/^[A-D]{1,9}$/),
  )
  .filter((text) => Buffer.byteLength(text) < 64);

describe("known texts", () => {
  test("have one key each, and are understood once", () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 300 }), (cells) => {
        const isPlain = vi.fn((text: string) => !text.startsWith("A"));
        const numberOf = vi.fn((text: string) => text.length);
        const texts = new KnownTexts(isPlain, numberOf);
        const keys = new Map<string, number>();
        for (const text of [...cells, ...cells]) {
          const key = keyOf(texts, text);
          expect(key === NOT_KNOWN).toBe(text.startsWith("A"));
          if (key === NOT_KNOWN) continue;
          expect(keys.get(text) ?? key).toBe(key);
          keys.set(text, key);
          expect([texts.text(key), texts.number(key)]).toEqual([text, text.length]);
        }
        expect(new Set(keys.values()).size).toBe(keys.size);
        expect(isPlain).toHaveBeenCalledTimes(new Set(cells).size);
        expect(numberOf).toHaveBeenCalledTimes(keys.size);
      }),
    );
  });

  test("are known again when there are thousands of them", () => {
    const texts = new KnownTexts(() => true);
    const many = Array.from({ length: 20_000 }, (_, i) => `Dinas ${i} di sini`);
    const keys = many.map((text) => keyOf(texts, text));
    expect(new Set(keys).size).toBe(many.length);
    expect(many.map((text) => keyOf(texts, text))).toEqual(keys);
  });

  test("are words in whatever case they are written", () => {
    const texts = new KnownTexts(() => true);
    const ends: number[] = [];
    const read = (text: string): number => {
      ends.push(texts.readWord(viewOf(text), 0));
      return texts.key;
    };
    const budi = read("Budi Santoso");
    expect([read("BUDI"), read("bUDI,")]).toEqual([budi, budi]);
    expect([budi, read("Budiman")]).not.toContain(read("."));
    expect(read("budiMAN2")).not.toBe(budi);
    expect(ends).toEqual([4, 4, 4, 7, 0, 7]);
    expect(texts.text(budi)).toBe("Budi");
  });

  test("are no longer than a cell of that kind ever is", () => {
    const texts = new KnownTexts(() => true);
    expect(keyOf(texts, "x".repeat(63))).not.toBe(NOT_KNOWN);
    texts.read(viewOf("x".repeat(64)), 0, STOP.charCodeAt(0));
    expect(texts.key).toBe(NOT_KNOWN);
  });

  test("are numbered anew when their numbers were forgotten, but for those that are kept", () => {
    let next = 8;
    const texts = new KnownTexts(
      () => true,
      () => next++,
    );
    const [kept, lost] = [keyOf(texts, "Lahat"), keyOf(texts, "Curup")];
    const numbers = (): number[] => [texts.number(kept), texts.number(lost)];
    expect(numbers()).toEqual([8, 9]);
    texts.forgetNumbers(9);
    expect(numbers()).toEqual([8, 10]);
    texts.forgetNumbers(9);
    expect(numbers()).toEqual([8, 11]);
  });

  test("are forgotten between two batches when there are too many of them", () => {
    const isPlain = vi.fn(() => true);
    const texts = new KnownTexts(isPlain);
    keyOf(texts, "Lahat");
    texts.begin();
    keyOf(texts, "Lahat");
    expect(isPlain).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 70_000; i++) keyOf(texts, `${i}`.padStart(8, "x"));
    isPlain.mockClear();
    texts.begin();
    const key = keyOf(texts, "Lahat");
    expect([texts.text(key), texts.number(key)]).toEqual(["Lahat", 0]);
    expect(isPlain).toHaveBeenCalledTimes(1);
  });
});
