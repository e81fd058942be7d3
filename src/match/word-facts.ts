/**
 * What is known of the words of names, by word number: how they sound, for blocking keys, and what tells at a glance
 * that two words have nothing to do with each other. Worked out once for each distinct word rather than for each
 * person who bears it.
 */
import { isShortForm, lettersOff } from "../field/name-words.ts";
import { GrowingUint32, type SharedNumbers } from "../machine/shared-numbers.ts";
import { countOnes, letterSet } from "../text/bits.ts";
import type { Dictionary } from "../text/dictionary.ts";
import { hasSecondReading, initialGroup, MOST_LETTERS_FOLDED, soundKey } from "../text/sound.ts";

/** Numbers of a word, side by side. */
const WIDTH = 4;
/** Hash of its sound. */
const HASH = 0;
/** What a hash is multiplied by to carry it on over the word: `STEP` for each letter of the sound. */
const STEPS = 1;
/** Its letters, a bit each. */
const LETTERS = 2;
/** Length (10 bits), group of the first letter (4 bits), and the flags below. */
const TRAITS = 3;

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

/** True for a word that may stand for others, which sound otherwise. */
export function mayStandShort(traits: number): boolean {
  return (traits & SHORT_FORM) !== 0;
}

/** False for words that surely do not sound alike: their first letters never fold together. */
export function beginAlike(traitsA: number, traitsB: number): boolean {
  return ((traitsA ^ traitsB) & GROUP_MASK) === 0;
}

/** Words side by side, by what a glance at each tells: the traits, letters and hashes of sounds of `WordFacts`. */
export interface GlancedWords {
  readonly traits: Uint32Array;
  readonly letters: Uint32Array;
  readonly sounds: Uint32Array;
}

/**
 * True when `relateWords` would find nothing between word `i` and another one, word `j` of the others; false where only it
 * can tell.
 * @param dotted one of them stands short, with a dot
 */
export function areUnrelated(
  words: GlancedWords,
  i: number,
  others: GlancedWords,
  j: number,
  dotted: boolean,
): boolean {
  const traits = words.traits[i]!;
  const otherTraits = others.traits[j]!;
  const length = lengthIn(traits);
  const otherLength = lengthIn(otherTraits);
  const apart = Math.abs(length - otherLength);
  if (beginAlike(traits, otherTraits)) {
    if (dotted || mayStandShort(traits | otherTraits) || length === 1 || otherLength === 1) return false;
    const mayFold = words.sounds[i] === others.sounds[j] || ((traits | otherTraits) & TWO_READINGS) !== 0;
    if (mayFold && apart <= MOST_LETTERS_FOLDED) return false;
  }
  const off = lettersOff(length, otherLength);
  // an edit takes one letter away and puts another in at most, and so does not change the letters by more than two, nor
  // does a swap change them at all
  return apart > off || countOnes(words.letters[i]! ^ others.letters[j]!) > 2 * off;
}

export class WordFacts {
  private readonly words: Dictionary;
  private readonly base: WordFacts | null;
  /** Numbers below it are the base's. */
  private readonly first: number;
  /** The facts of each word, side by side. */
  private readonly facts: GrowingUint32;

  /** @param base of the dictionary that `words` stands on */
  constructor(words: Dictionary, base: WordFacts | null = null, from?: SharedNumbers) {
    this.words = words;
    this.base = base;
    this.first = base === null ? 0 : words.first;
    this.facts = new GrowingUint32(from);
  }

  /** Learns every word of the dictionary so far, so that none is left to learn where it cannot be written. */
  learnAll(): void {
    while (this.first + this.count < this.words.count) this.learn();
  }

  /** Hash of the sound of a word. */
  hash(word: number): number {
    return this.fact(word, HASH);
  }

  /** What tells at a glance how a word may relate to others: see `lengthIn`, `beginAlike` and `areUnrelated`. */
  traits(word: number): number {
    return this.fact(word, TRAITS);
  }

  /** Which letters a word has, a bit each. */
  letters(word: number): number {
    return this.fact(word, LETTERS);
  }

  lengthOf(word: number): number {
    return lengthIn(this.traits(word));
  }

  /** False for forms of Muhammad and single letters, which are written in every way or left out. */
  isTelling(word: number): boolean {
    return (this.traits(word) & TELLING) !== 0;
  }

  /** The hash of sounds closed up, carried on over that of a word: as if all had been one word. */
  hashOnto(word: number, hash: number): number {
    return (Math.imul(hash, this.fact(word, STEPS)) + this.fact(word, HASH)) | 0;
  }

  /** The facts of the words that keep their numbers: those of the base, if there is one. */
  get lasting(): WordFacts {
    return this.base ?? this;
  }

  /** Forgets the words that its dictionary has forgotten. */
  clear(): void {
    this.facts.clear();
  }

  /** As another thread gets them. */
  shared(): SharedNumbers {
    return this.facts.shared();
  }

  private get count(): number {
    return this.facts.length / WIDTH;
  }

  private fact(word: number, which: number): number {
    if (word < this.first) return this.base!.fact(word, which);
    const at = (word - this.first) * WIDTH;
    while (this.facts.length <= at) this.learn();
    return this.facts.at(at + which);
  }

  private learn(): void {
    const word = this.words.text(this.first + this.count);
    const sound = soundKey(word);
    let hash = 0;
    let steps = 1;
    for (let i = 0; i < sound.length; i++) {
      hash = Math.imul(hash, STEP) + sound.charCodeAt(i);
      steps = Math.imul(steps, STEP);
    }
    let traits = Math.min(word.length, LENGTH_MASK) | (initialGroup(word) << GROUP_SHIFT);
    if (word.length > 1 && !SHORT_MUHAMMAD.has(word) && sound !== MUHAMMAD) traits |= TELLING;
    if (hasSecondReading(word)) traits |= TWO_READINGS;
    if (isShortForm(word)) traits |= SHORT_FORM;
    const at = this.facts.extend(WIDTH);
    this.facts.set(at + HASH, hash);
    this.facts.set(at + STEPS, steps);
    this.facts.set(at + LETTERS, letterSet(word));
    this.facts.set(at + TRAITS, traits);
  }
}
