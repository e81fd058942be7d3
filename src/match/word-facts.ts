/**
 * What is known of the words of names, by word number: how they sound, for blocking keys, and what tells at a glance
 * that two words have nothing to do with each other. Worked out once for each distinct word rather than for each
 * person who bears it.
 */
import { isShortForm, lettersOff } from "../field/name.ts";
import { countOnes } from "../text/bits.ts";
import type { Dictionary } from "../text/dictionary.ts";
import { FNV_PRIME, hashText } from "../text/hash.ts";
import { GrowingUint32, type SharedNumbers, type SharedTexts, TextPool } from "../text/pool.ts";
import { hasSecondReading, initialGroup, MOST_LETTERS_FOLDED, soundKey } from "../text/sound.ts";

/** The sounds of the roster's words as another thread gets them. */
export interface SharedWordFacts {
  readonly hashes: SharedNumbers;
  readonly letters: SharedNumbers;
  readonly traits: SharedNumbers;
  readonly texts: SharedTexts;
}

const SHORT_MUHAMMAD = new Set(["MD", "MHD", "MOH", "MOCH", "MUCH", "MUH", "MUHD", "MOHD"]);
const MUHAMMAD = soundKey("MUHAMMAD");
const A = 0x41;

/** No cell is longer than 512. */
const LENGTH_MASK = 0x3ff;
const GROUP_SHIFT = 10;
const GROUP_MASK = 0xf << GROUP_SHIFT;
const TELLING = 1 << 14;
const TWO_READINGS = 1 << 15;
const SHORT_FORM = 1 << 16;

export class WordFacts {
  private readonly words: Dictionary;
  private readonly base: WordFacts | null;
  /** Numbers below it are the base's. */
  private readonly first: number;
  private readonly hashes: GrowingUint32;
  /** Which letters a word has, a bit each. */
  private readonly letters: GrowingUint32;
  /** Length (10 bits), group of the first letter (4 bits), and the flags below. */
  private readonly traits: GrowingUint32;
  private readonly texts: TextPool;

  /** @param base of the dictionary that `words` stands on */
  constructor(words: Dictionary, base: WordFacts | null = null, from?: SharedWordFacts) {
    this.words = words;
    this.base = base;
    this.first = base === null ? 0 : words.first;
    this.hashes = new GrowingUint32(from?.hashes);
    this.letters = new GrowingUint32(from?.letters);
    this.traits = new GrowingUint32(from?.traits);
    this.texts = new TextPool(from?.texts);
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
    return (this.traits.at(word - this.first) & TELLING) !== 0;
  }

  /** A hash carried on over the letters of a word's sound, as `hashText` carries it over a text. */
  hashOnto(word: number, hash: number): number {
    if (word < this.first) return this.base!.hashOnto(word, hash);
    this.know(word);
    const { buffer } = this.texts;
    const own = word - this.first;
    let sum = hash;
    for (let i = this.texts.start(own), end = this.texts.end(own); i < end; i++) {
      sum = Math.imul(sum ^ buffer[i]!, FNV_PRIME);
    }
    return sum >>> 0;
  }

  lengthOf(word: number): number {
    return this.traitsOf(word) & LENGTH_MASK;
  }

  /** Group of the first letter, as `initialGroup` gives it. */
  initialOf(word: number): number {
    return (this.traitsOf(word) & GROUP_MASK) >>> GROUP_SHIFT;
  }

  /**
   * True when `relateWords` would find nothing between two different words; false where only it can tell.
   * @param dotted one of them stands short, with a dot
   */
  areUnrelated(a: number, b: number, dotted: boolean): boolean {
    const traitsA = this.traitsOf(a);
    const traitsB = this.traitsOf(b);
    const lengthA = traitsA & LENGTH_MASK;
    const lengthB = traitsB & LENGTH_MASK;
    if (((traitsA | traitsB) & SHORT_FORM) !== 0) return false;
    const sameGroup = ((traitsA ^ traitsB) & GROUP_MASK) === 0;
    if (sameGroup && (dotted || lengthA === 1 || lengthB === 1)) return false;
    const apart = Math.abs(lengthA - lengthB);
    if (sameGroup && apart <= MOST_LETTERS_FOLDED) {
      if (((traitsA | traitsB) & TWO_READINGS) !== 0 || this.hash(a) === this.hash(b)) return false;
    }
    const off = lettersOff(Math.max(lengthA, lengthB));
    // an edit takes one letter away and puts another in at most, and so does not change the letters by more than two
    return off === 0 || apart > off || countOnes(this.lettersOf(a) ^ this.lettersOf(b)) > 2 * off;
  }

  /** Forgets the words that its dictionary has forgotten. */
  clear(): void {
    this.hashes.clear();
    this.letters.clear();
    this.traits.clear();
    this.texts.clear();
  }

  shared(): SharedWordFacts {
    return {
      hashes: this.hashes.shared(),
      letters: this.letters.shared(),
      traits: this.traits.shared(),
      texts: this.texts.shared(),
    };
  }

  private know(word: number): void {
    while (this.first + this.hashes.length <= word) this.learn();
  }

  private traitsOf(word: number): number {
    if (word < this.first) return this.base!.traitsOf(word);
    this.know(word);
    return this.traits.at(word - this.first);
  }

  private lettersOf(word: number): number {
    return word < this.first ? this.base!.lettersOf(word) : this.letters.at(word - this.first);
  }

  private learn(): void {
    const word = this.words.text(this.first + this.hashes.length);
    const sound = soundKey(word);
    this.hashes.push(hashText(sound));
    // a sound is made of letters A–Z: its bytes are its characters
    this.texts.push(sound);
    let letters = 0;
    for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) - A);
    this.letters.push(letters);
    let traits = Math.min(word.length, LENGTH_MASK) | (initialGroup(word) << GROUP_SHIFT);
    if (word.length > 1 && !SHORT_MUHAMMAD.has(word) && sound !== MUHAMMAD) traits |= TELLING;
    if (hasSecondReading(word)) traits |= TWO_READINGS;
    if (isShortForm(word)) traits |= SHORT_FORM;
    this.traits.push(traits);
  }
}
