import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Dictionary } from "../../src/text/dictionary.ts";
import { ANY_CHARACTER } from "../any-character.ts";

/** Any text that a decoder can give: no half of a surrogate pair. */
const TEXT = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: ANY_CHARACTER, minLength: 200, maxLength: 300 }),
  // few, so that they come again
  fc.constantFrom("__proto__", "constructor", "", "A", "B", "Ä", "😀", "\u0000", "SITI", "BUDI"),
);
const TEXTS = fc.array(TEXT, { maxLength: 60 });

function internAll(dictionary: Dictionary, texts: readonly string[]): number[] {
  return texts.map((text) => dictionary.intern(text));
}

function textsOf(dictionary: Dictionary): string[] {
  return Array.from({ length: dictionary.count }, (_, number) => dictionary.text(number));
}

describe("a dictionary", () => {
  test("gives equal texts one number and different texts different ones", () => {
    fc.assert(
      fc.property(TEXTS, (texts) => {
        const dictionary = new Dictionary();
        const numbers = internAll(dictionary, texts);
        expect(numbers.map((number) => dictionary.text(number))).toEqual(texts);
        expect(new Set(numbers).size).toBe(new Set(texts).size);
        expect(texts.map((text) => dictionary.find(text))).toEqual(numbers);
      }),
    );
  });

  test("numbers texts in the order of their first coming, for ever", () => {
    const dictionary = new Dictionary();
    const texts = Array.from({ length: 3000 }, (_, i) => `teks ${i}`);
    expect(internAll(dictionary, texts)).toEqual([...texts.keys()]);
    expect(internAll(dictionary, texts)).toEqual([...texts.keys()]);
    expect(textsOf(dictionary)).toEqual(texts);
  });

  test("knows a text by its bytes as well, and how many they are", () => {
    fc.assert(
      fc.property(TEXTS, (texts) => {
        const dictionary = new Dictionary();
        for (const text of texts) {
          const bytes = Buffer.from(`<${text}>`);
          const number = dictionary.internBytes(bytes, 1, bytes.length - 1);
          expect(dictionary.find(text)).toBe(number);
          expect(dictionary.lengthOf(number)).toBe(bytes.length - 2);
        }
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

describe("a dictionary on another", () => {
  test("finds what that one knows and numbers what it learns itself behind it", () => {
    fc.assert(
      fc.property(TEXTS, TEXTS, (below, above) => {
        const base = new Dictionary();
        const known = internAll(base, below);
        const dictionary = new Dictionary(base);
        const numbers = internAll(dictionary, above);
        expect(internAll(dictionary, below)).toEqual(known);
        expect(textsOf(dictionary)).toEqual([...new Set([...below, ...above])]);
        for (const [i, text] of above.entries()) {
          expect(dictionary.text(numbers[i]!)).toBe(text);
          expect(dictionary.keeps(numbers[i]!)).toBe(below.includes(text));
        }
        expect(textsOf(base)).toEqual([...new Set(below)]);
      }),
    );
  });

  test("forgets its own when it is cleared, and nothing else", () => {
    fc.assert(
      fc.property(TEXTS, TEXTS, TEXTS, (below, before, after) => {
        const base = new Dictionary();
        internAll(base, below);
        const dictionary = new Dictionary(base);
        internAll(dictionary, before);
        dictionary.clear();
        expect(textsOf(dictionary)).toEqual([...new Set(below)]);
        for (const text of before)
          expect(dictionary.find(text)).toBe(below.includes(text) ? base.find(text) : undefined);
        const fresh = new Dictionary(base);
        expect(internAll(dictionary, after)).toEqual(internAll(fresh, after));
        expect(textsOf(dictionary)).toEqual(textsOf(fresh));
      }),
    );
  });
});

describe("a dictionary that was handed over", () => {
  const layered = fc.tuple(TEXTS, TEXTS).map(([below, above]) => {
    const base = new Dictionary();
    internAll(base, below);
    const dictionary = new Dictionary(base);
    internAll(dictionary, above);
    return { base, dictionary, texts: textsOf(dictionary) };
  });

  test("reads as the one it came from, down to its base", () => {
    fc.assert(
      fc.property(layered, TEXTS, ({ dictionary, texts }, more) => {
        const other = Dictionary.from(structuredClone(dictionary.shared()));
        expect(textsOf(other)).toEqual(texts);
        for (const text of [...texts, ...more]) expect(other.find(text)).toBe(dictionary.find(text));
      }),
    );
  });

  test("is what another on the same base becomes, whatever that one knew", () => {
    fc.assert(
      fc.property(layered, TEXTS, ({ base, dictionary, texts }, others) => {
        const other = new Dictionary(base);
        internAll(other, others);
        textsOf(other);
        other.adopt(structuredClone(dictionary.shared()));
        expect(textsOf(other)).toEqual(texts);
        for (const text of [...texts, ...others]) expect(other.find(text)).toBe(dictionary.find(text));
      }),
    );
  });
});
