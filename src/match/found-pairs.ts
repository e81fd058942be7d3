/**
 * Candidate pairs on their way from the thread that found them to the store that keeps the best: numbers, eight a
 * pair, in the order in which they were found.
 */
import { GrowingUint32, type SharedNumbers } from "../machine/shared-numbers.ts";
import type { PackedLevels, TermBits } from "./levels.ts";

/** Numbers of a pair, side by side; from the levels on they are those of a kept pair too (candidates.ts). */
export const WIDTH = 8;
const SOURCE = 0;
const ROSTER = 1;
export const LEVELS = 2;
export const WEIGHED = 3;
export const TERMS = 4;
export const PARTS = 5;
export const KEYS = 6;
export const STRENGTH = 7;

/** Bits of evidence are kept as integers: 1/1024 bit apart, strengths offset so that they are never negative. */
const SCALE = 1024;
const STRENGTH_OFFSET = 1024;

/** A strength in bits as an integer of the same order, and back. */
export function codeOf(strength: number): number {
  return Math.max(0, Math.round((strength + STRENGTH_OFFSET) * SCALE));
}

export function strengthOf(code: number): number {
  return code / SCALE - STRENGTH_OFFSET;
}

/** Bits of evidence that are never negative as an integer, and back. */
export function termCode(bits: number): number {
  return Math.round(bits * SCALE);
}

export function termBitsOf(code: number): number {
  return code / SCALE;
}

/** What of them is the name's and what the place's, in one number; the rest is the birth date's. */
export function partsCode(nameBits: number, placeBits: number): number {
  return (termCode(placeBits) << PLACE_SHIFT) | termCode(nameBits);
}

export function termsOf(code: number, parts: number): TermBits {
  const name = parts & NAME_MASK;
  const place = parts >>> PLACE_SHIFT;
  return {
    name: termBitsOf(name),
    birth_date: termBitsOf(code - name - place),
    birth_place: termBitsOf(place),
  };
}

/** Names say up to 20 bits, places up to 4. */
const PLACE_SHIFT = 16;
const NAME_MASK = (1 << PLACE_SHIFT) - 1;

export class FoundPairs {
  private readonly numbers: GrowingUint32;

  constructor(from?: SharedNumbers) {
    this.numbers = new GrowingUint32(from);
  }

  get count(): number {
    return this.numbers.length / WIDTH;
  }

  /** Makes room for so many. */
  reserve(count: number): void {
    this.numbers.reserve(count * WIDTH);
  }

  clear(): void {
    this.numbers.clear();
  }

  /**
   * @param source number of the source row in its batch
   * @param levels against the roster's own values
   * @param weighed levels of the reading (own or confirmed) that the weight was taken from
   * @param termBits of that reading, and in `parts` what they are made of, as `partsCode` gives it
   * @param keys bit set of KEY_KINDS that found the pair
   * @param strength in bits
   */
  push(
    source: number,
    roster: number,
    levels: PackedLevels,
    weighed: PackedLevels,
    termBits: number,
    parts: number,
    keys: number,
    strength: number,
  ): void {
    const { numbers } = this;
    numbers.push(source);
    numbers.push(roster);
    numbers.push(levels);
    numbers.push(weighed);
    numbers.push(termCode(termBits));
    numbers.push(parts);
    numbers.push(keys);
    numbers.push(codeOf(strength));
  }

  source(pair: number): number {
    return this.numbers.at(pair * WIDTH + SOURCE);
  }

  roster(pair: number): number {
    return this.numbers.at(pair * WIDTH + ROSTER);
  }

  levels(pair: number): PackedLevels {
    return this.numbers.at(pair * WIDTH + LEVELS);
  }

  weighed(pair: number): PackedLevels {
    return this.numbers.at(pair * WIDTH + WEIGHED);
  }

  /** As `termCode` gives it. */
  terms(pair: number): number {
    return this.numbers.at(pair * WIDTH + TERMS);
  }

  /** As `partsCode` gives it. */
  parts(pair: number): number {
    return this.numbers.at(pair * WIDTH + PARTS);
  }

  keys(pair: number): number {
    return this.numbers.at(pair * WIDTH + KEYS);
  }

  /** As `codeOf` gives it. */
  strength(pair: number): number {
    return this.numbers.at(pair * WIDTH + STRENGTH);
  }

  shared(): SharedNumbers {
    return this.numbers.shared();
  }
}
