/**
 * What is known of the words of names, by word number: how they sound, for blocking keys, and what tells at a glance
 * that two words have nothing to do with each other. Worked out once for each distinct word rather than for each
 * person who bears it.
 */
import { isShortForm, lettersOff } from "../field/name.ts";
import { countOnes, letterSet } from "../text/bits.ts";
import type { Dictionary } from "../text/dictionary.ts";
import { GrowingUint32, type SharedNumbers } from "../text/pool.ts";
import { hasSecondReading, initialGroup, MOST_LETTERS_FOLDED, soundKey } from "../text/sound.ts";

/** The sounds of the roster's words as another thread gets them. */
export interface SharedWordFacts {
  readonly hashes: SharedNumbers;
  readonly letters: SharedNumbers;
  readonly traits: SharedNumbers;
  readonly steps: SharedNumbers;
}

const SHORT_MUHAMMAD = new Set(["MD", "MHD", "MOH", "MOCH", "MUCH", "MUH", "MUHD", "MOHD"]);
const MUHAMMAD = soundKey("MUHAMMAD");

/** The base of the polynomial that hashes a sound: odd, so that no letter is lost, and large, so that all bits are used. */
const STEP = 0x9e3779b1;

/** No cell is longer than 512. */
const LENGTH_MASK = 0x3ff;
const GROUP_SHIFT = 10;
const GROUP_MASK = 0xf << GROUP_SHIFT;
const TELLING = 1 << 14;
const TWO_READINGS = 1 << 15;
const SHORT_FORM = 1 << 16;

/** How many letters a word has. */
export function lengthIn(traits: number): number {
  return traits & LENGTH_MASK;
}

/** False for words that surely do not sound alike: their first letters never fold together. */
export function beginAlike(traitsA: number, traitsB: number): boolean {
  return ((traitsA ^ traitsB) & GROUP_MASK) === 0;
}

/**
 * True when `relateWords` would find nothing between two different words; false where only it can tell. Traits, letters
 * and hashes of sounds are those of `WordFacts`.
 * @param dotted one of them stands short, with a dot
 */
export function areUnrelated(
  traitsA: number,
  lettersA: number,
  hashA: number,
  traitsB: number,
  lettersB: number,
  hashB: number,
  dotted: boolean,
): boolean {
  const lengthA = traitsA & LENGTH_MASK;
  const lengthB = traitsB & LENGTH_MASK;
  if (((traitsA | traitsB) & SHORT_FORM) !== 0) return false;
  const apart = Math.abs(lengthA - lengthB);
  if (beginAlike(traitsA, traitsB)) {
    if (dotted || lengthA === 1 || lengthB === 1) return false;
    const mayFold = hashA === hashB || ((traitsA | traitsB) & TWO_READINGS) !== 0;
    if (mayFold && apart <= MOST_LETTERS_FOLDED) return false;
  }
  const off = lettersOff(Math.max(lengthA, lengthB));
  // an edit takes one letter away and puts another in at most, and so does not change the letters by more than two
  return off === 0 || apart > off || countOnes(lettersA ^ lettersB) > 2 * off;
}

export class WordFacts {
  private readonly words: Dictionary;
  private readonly base: WordFacts | null;
  /** Numbers below it are the base's. */
  private readonly first: number;
  private readonly hashes: GrowingUint32;
  /** What a hash is multiplied by to carry it on over a word: `STEP` for each letter of the sound. */
  private readonly steps: GrowingUint32;
  private readonly lettersOf: GrowingUint32;
  /** Length (10 bits), group of the first letter (4 bits), and the flags above. */
  private readonly traitsOf: GrowingUint32;

  /** @param base of the dictionary that `words` stands on */
  constructor(words: Dictionary, base: WordFacts | null = null, from?: SharedWordFacts) {
    this.words = words;
    this.base = base;
    this.first = base === null ? 0 : words.first;
    this.hashes = new GrowingUint32(from?.hashes);
    this.steps = new GrowingUint32(from?.steps);
    this.lettersOf = new GrowingUint32(from?.letters);
    this.traitsOf = new GrowingUint32(from?.traits);
  }

  /** Learns every word of the dictionary so far, so that none is left to learn where it cannot be written. */
  learnAll(): void {
    while (this.first + this.hashes.length < this.words.count) this.learn();
  }

  /** Hash of the sound of a word. */
  hash(word: number): number {
    if (word < this.first) return this.base!.hash(word);
    this.know(word);
    return this.hashes.at(word - this.first);
  }

  /** False for forms of Muhammad and single letters, which are written in every way or left out. */
  isTelling(word: number): boolean {
    if (word < this.first) return this.base!.isTelling(word);
    this.know(word);
    return (this.traitsOf.at(word - this.first) & TELLING) !== 0;
  }

  /** The hash of sounds closed up, carried on over that of a word: as if all had been one word. */
  hashOnto(word: number, hash: number): number {
    if (word < this.first) return this.base!.hashOnto(word, hash);
    this.know(word);
    const own = word - this.first;
    return (Math.imul(hash, this.steps.at(own)) + this.hashes.at(own)) | 0;
  }

  lengthOf(word: number): number {
    return lengthIn(this.traits(word));
  }

  /** What tells at a glance how a word may relate to others: see `lengthIn`, `beginAlike` and `areUnrelated`. */
  traits(word: number): number {
    if (word < this.first) return this.base!.traits(word);
    this.know(word);
    return this.traitsOf.at(word - this.first);
  }

  /** Which letters a word has, a bit each. */
  letters(word: number): number {
    if (word < this.first) return this.base!.letters(word);
    this.know(word);
    return this.lettersOf.at(word - this.first);
  }

  /** The facts of the words that keep their numbers: those of the base, if there is one. */
  get lasting(): WordFacts {
    return this.base ?? this;
  }

  /** Forgets the words that its dictionary has forgotten. */
  clear(): void {
    this.hashes.clear();
    this.steps.clear();
    this.lettersOf.clear();
    this.traitsOf.clear();
  }

  shared(): SharedWordFacts {
    return {
      hashes: this.hashes.shared(),
      steps: this.steps.shared(),
      letters: this.lettersOf.shared(),
      traits: this.traitsOf.shared(),
    };
  }

  private know(word: number): void {
    while (this.first + this.hashes.length <= word) this.learn();
  }

  private learn(): void {
    const word = this.words.text(this.first + this.hashes.length);
    const sound = soundKey(word);
    let hash = 0;
    let step = 1;
    for (let i = 0; i < sound.length; i++) {
      hash = Math.imul(hash, STEP) + sound.charCodeAt(i);
      step = Math.imul(step, STEP);
    }
    this.hashes.push(hash >>> 0);
    this.steps.push(step >>> 0);
    this.lettersOf.push(letterSet(word));
    let traits = Math.min(word.length, LENGTH_MASK) | (initialGroup(word) << GROUP_SHIFT);
    if (word.length > 1 && !SHORT_MUHAMMAD.has(word) && sound !== MUHAMMAD) traits |= TELLING;
    if (hasSecondReading(word)) traits |= TWO_READINGS;
    if (isShortForm(word)) traits |= SHORT_FORM;
    this.traitsOf.push(traits);
  }
}
