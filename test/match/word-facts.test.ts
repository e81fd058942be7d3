/** What is known of a word by its number is what its letters say. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { relateWords, UNRELATED } from "../../src/field/name-words.ts";
import { areUnrelated, lengthIn, WordFacts } from "../../src/match/word-facts.ts";
import { Dictionary } from "../../src/text/dictionary.ts";
import { soundKey } from "../../src/text/sound.ts";
import { ANY_WORD, REAL_WORDS, TWO_WORDS } from "../laws/name-words.ts";

/** Words of a batch that stands on a roster which knows the first of them. */
function known(words: readonly string[], inRoster: number) {
  const roster = new Dictionary();
  for (const word of words.slice(0, inRoster)) roster.intern(word);
  const rosterFacts = new WordFacts(roster);
  const dictionary = new Dictionary(roster);
  const numbers = words.map((word) => dictionary.intern(word));
  return { numbers, facts: new WordFacts(dictionary, rosterFacts) };
}

/** What a glance at two words by their numbers tells. */
function areCalledUnrelated(facts: WordFacts, a: number, b: number, dotted = false): boolean {
  const glanced = (word: number) => ({
    traits: Uint32Array.of(facts.traits(word)),
    letters: Uint32Array.of(facts.letters(word)),
    sounds: Uint32Array.of(facts.hash(word)),
  });
  return areUnrelated(glanced(a), 0, glanced(b), 0, dotted);
}

const lettersOf = (bits: number): string[] =>
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].filter((_, i) => ((bits >> i) & 1) === 1);

const WORDS = fc.array(ANY_WORD, { minLength: 1, maxLength: 8 });
const SHARE = fc.nat({ max: 8 });

describe("the facts of a word", () => {
  test("are its length, its letters and a hash of its sound", () => {
    fc.assert(
      fc.property(WORDS, SHARE, (words, inRoster) => {
        const { numbers, facts } = known(words, inRoster);
        for (const [i, word] of words.entries()) {
          expect(facts.lengthOf(numbers[i]!)).toBe(word.length);
          expect(lengthIn(facts.traits(numbers[i]!))).toBe(word.length);
          expect(lettersOf(facts.letters(numbers[i]!))).toEqual([...new Set(word)].sort());
          for (const [j, other] of words.entries()) {
            const isSame = facts.hash(numbers[i]!) === facts.hash(numbers[j]!);
            expect(isSame, `${word} ${other}`).toBe(soundKey(word) === soundKey(other));
          }
        }
      }),
    );
  });

  test("tell every sound of an office from every other by its hash", () => {
    const { numbers, facts } = known(REAL_WORDS, REAL_WORDS.length);
    const hashes = new Set(numbers.map((word) => facts.hash(word)));
    expect(hashes.size).toBe(new Set(REAL_WORDS.map(soundKey)).size);
  });

  test("carry a hash on over words closed up as over one word", () => {
    // syllables of which nothing is folded, also where words meet
    const syllables = fc.array(fc.constantFrom(..."BA BU GA LI LU MA MU NA NI RA RU".split(" ")), {
      minLength: 1,
      maxLength: 12,
    });
    const cut = (text: readonly string[], at: readonly boolean[]): string[] =>
      text
        .map((syllable, i) => (at[i] === true ? ` ${syllable}` : syllable))
        .join("")
        .trim()
        .split(" ");
    fc.assert(
      fc.property(syllables, fc.array(fc.boolean(), { maxLength: 12 }), SHARE, (text, at, inRoster) => {
        const words = cut(text, at);
        const whole = text.join("");
        fc.pre([...words, whole].every((word) => soundKey(word) === word));
        const { numbers, facts } = known([...words, whole], inRoster);
        const carried = numbers.slice(0, -1).reduce((hash, word) => facts.hashOnto(word, hash), 0);
        expect(carried >>> 0, words.join(" ")).toBe(facts.hash(numbers.at(-1)!));
      }),
    );
  });

  test.each([
    ["MUHAMMAD", false],
    ["MOCHAMAD", false],
    ["MOH", false],
    ["A", false],
    ["NUR", true],
    ["MUHIDIN", true],
  ])("tell whether it says anything: %s %s", (word, telling) => {
    for (const inRoster of [0, 1]) {
      const { numbers, facts } = known([word], inRoster);
      expect(facts.isTelling(numbers[0]!)).toBe(telling);
    }
  });

  test("are those of the words that came after the dictionary forgot", () => {
    const roster = new Dictionary();
    const batch = new Dictionary(roster);
    const facts = new WordFacts(batch, new WordFacts(roster));
    for (const word of ["SUTRISNO", "ANI"]) {
      batch.clear();
      facts.clear();
      expect(facts.lengthOf(batch.intern(word))).toBe(word.length);
    }
  });
});

describe("words are called unrelated", () => {
  test.each([
    ["ROZI", "ROJI", "by the second reading of a letter"],
    ["UZI", "UJI", "the same, in words too short for a slip"],
    ["KHI", "KI", "the same, of two letters"],
    ["MOH", "MUCH", "as short forms of one word"],
    ["ABD", "ABDULLAH", "as a short form"],
    ["KMS", "KEMAS", "as a short form that is no beginning"],
    ["MUHROFIQ", "MUHAMMADROFIQ", "as a short form that is a part"],
    ["A", "AMINAH", "as a single letter"],
    ["SUTRISNO", "SOETRISNO", "by the sound"],
    ["SUTRISNO", "SUTRISON", "by a swap"],
    ["HIDAYAT", "HIDYATA", "by two slips"],
  ])("not %s and %s, related %s", (a, b) => {
    expect(relateWords(a, b, false, false)).not.toBe(UNRELATED);
    const { numbers, facts } = known([a, b], 1);
    expect(areCalledUnrelated(facts, numbers[0]!, numbers[1]!)).toBe(false);
    expect(areCalledUnrelated(facts, numbers[1]!, numbers[0]!)).toBe(false);
  });

  test("only where nothing relates them", () => {
    fc.assert(
      fc.property(
        TWO_WORDS,
        fc.boolean(),
        fc.boolean(),
        fc.nat({ max: 2 }),
        ([a, b], aDotted, bDotted, inRoster) => {
          fc.pre(a !== b);
          const { numbers, facts } = known([a, b], inRoster);
          if (areCalledUnrelated(facts, numbers[0]!, numbers[1]!, aDotted || bDotted))
            expect(relateWords(a, b, aDotted, bDotted), `${a} ${b}`).toBe(UNRELATED);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("only where nothing relates them, in all the names of an office, and nearly always then", () => {
    const { numbers, facts } = known(REAL_WORDS, REAL_WORDS.length);
    const wrong: string[] = [];
    let unrelated = 0;
    let called = 0;
    for (const [i, a] of REAL_WORDS.entries()) {
      for (const [j, b] of REAL_WORDS.slice(0, i).entries()) {
        const isCalled = areCalledUnrelated(facts, numbers[i]!, numbers[j]!);
        const isUnrelated = relateWords(a, b, false, false) === UNRELATED;
        if (isUnrelated) unrelated++;
        if (isCalled) called++;
        if (isCalled && !isUnrelated) wrong.push(`${a} ${b}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(called / unrelated).toBeGreaterThan(0.8);
  });
});
