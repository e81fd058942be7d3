/**
 * The name of a stored person by the numbers of its words, read once to be held against many: what is known of each word
 * at a glance, and the most that agreement in it can be worth.
 */
import type { People } from "../input/people.ts";
import type { Frequencies } from "./frequency.ts";
import { type GlancedWords, lengthIn, type WordFacts } from "./word-facts.ts";

/** Agreement on many rare words is one event, not many: family members share them. */
export const MOST_NAME_BITS = 20;
/** A word that stands short ("M.") could be many words. */
export const SHORT_WORD_BITS = 2.5;
/** Room for the words of a stored name: twice as many as it has at most. */
export const MOST_WORDS = 16;

/** The most that agreement with the name of a person can be worth, in bits. */
export function mostNameBits(people: People, index: number, frequencies: Frequencies): number {
  const count = people.wordCount(index);
  let bits = 0;
  for (let i = 0; i < count; i++) bits += mostWordBits(people.wordNumber(index, i), frequencies);
  return Math.min(bits, MOST_NAME_BITS);
}

function mostWordBits(word: number, frequencies: Frequencies): number {
  return Math.max(frequencies.wordBits(word), SHORT_WORD_BITS);
}

/** The words of one name, by position. */
export class NumberedName implements GlancedWords {
  count = 0;
  /** Letters of the whole name, and which they are, a bit each. */
  letterCount = 0;
  letterSet = 0;
  /** The most that agreement in each word can be worth, and in all. */
  readonly bits = new Float64Array(MOST_WORDS);
  mostBits = 0;
  /** Bit i is set when word i was written short. */
  shortened = 0;
  readonly words = new Uint32Array(MOST_WORDS);
  readonly traits = new Uint32Array(MOST_WORDS);
  readonly letters = new Uint32Array(MOST_WORDS);
  readonly sounds = new Uint32Array(MOST_WORDS);

  read(people: People, index: number, facts: WordFacts, frequencies: Frequencies): void {
    const count = people.wordCount(index);
    this.count = count;
    this.shortened = people.shortened(index);
    let letterCount = 0;
    let letterSet = 0;
    let mostBits = 0;
    for (let i = 0; i < count; i++) {
      const word = people.wordNumber(index, i);
      const bits = mostWordBits(word, frequencies);
      this.bits[i] = bits;
      mostBits += bits;
      const traits = facts.traits(word);
      const letters = facts.letters(word);
      this.words[i] = word;
      this.traits[i] = traits;
      this.letters[i] = letters;
      this.sounds[i] = facts.hash(word);
      letterCount += lengthIn(traits);
      letterSet |= letters;
    }
    this.letterCount = letterCount;
    this.letterSet = letterSet;
    this.mostBits = Math.min(mostBits, MOST_NAME_BITS);
  }

  /** The most that agreement in some words can be worth, a bit for each position. */
  mostBitsOf(words: number): number {
    let bits = 0;
    for (let i = 0; i < this.count; i++) if (((words >> i) & 1) === 1) bits += this.bits[i]!;
    return bits;
  }
}
