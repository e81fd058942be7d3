import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Dictionary, GrowingUint32, TextPool } from "../../src/text/pool.ts";

/** Any text that a decoder can give: no half of a surrogate pair. */
const TEXT = fc.string({ unit: "grapheme" });

describe("a text pool", () => {
  test("gives every text back under its number", () => {
    fc.assert(
      fc.property(fc.array(TEXT, { maxLength: 50 }), (texts) => {
        const pool = new TextPool();
        expect(texts.map((text) => pool.push(text))).toEqual(texts.map((_, i) => i));
        expect(texts.map((_, i) => pool.get(i))).toEqual(texts);
        expect(pool.count).toBe(texts.length);
      }),
    );
  });

  test("grows past its first buffer, also for one text that is larger than it", () => {
    const pool = new TextPool();
    const texts = ["ä".repeat(70_000), "", "😀".repeat(40_000), "x".repeat(300_000), "end"];
    for (const text of texts) pool.push(text);
    expect(texts.map((_, i) => pool.get(i) === texts[i])).toEqual(texts.map(() => true));
  });
});

describe("a dictionary", () => {
  test("gives equal texts one number and different texts different ones", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(TEXT, fc.constantFrom("__proto__", "constructor", ""))), (texts) => {
        const dictionary = new Dictionary();
        const numbers = texts.map((text) => dictionary.intern(text));
        expect(numbers.map((number) => dictionary.texts[number])).toEqual(texts);
        expect(new Set(numbers).size).toBe(new Set(texts).size);
        expect(texts.map((text) => dictionary.find(text))).toEqual(numbers);
      }),
    );
  });

  test("does not find what was never put in", () => {
    const dictionary = new Dictionary();
    dictionary.intern("BUDI");
    expect(dictionary.find("SITI")).toBeUndefined();
    expect(dictionary.find("toString")).toBeUndefined();
  });
});

describe("a growing column of integers", () => {
  test("holds what was pushed, also past its first size", () => {
    const column = new GrowingUint32();
    for (let i = 0; i < 5000; i++) expect(column.push(0xffffffff - i)).toBe(i);
    column.set(3, 7);
    expect([column.at(0), column.at(3), column.at(4999)]).toEqual([0xffffffff, 7, 0xffffffff - 4999]);
    expect(column.view().length).toBe(5000);
    expect(column.view()[4999]).toBe(0xffffffff - 4999);
  });
});
