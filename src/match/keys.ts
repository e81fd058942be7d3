/**
 * Blocking keys: two records that share one key become a candidate pair. Together the keys miss a true pair only
 * when NIK, name and birth date are all wrecked. Which keys a record has is for `key-maker.ts` to say.
 *
 * Keys are 32-bit hashes, so a key may also bring together records that do not share it; the comparison that
 * follows sorts them out. The number of keys per record is bounded, and blocks that grow too large are dropped
 * by the index: what only a huge block would find (a common word on 01-01-1980) is also in a finer one.
 */
import { MOST_DIGITS_APART } from "../field/packed-nik.ts";
import { mix } from "../text/hash.ts";
import type { Sieve } from "./sieve.ts";

/** Which key found a pair; positions are bits of a pair's key mask. */
export const KEY_KINDS = [
  /** the same identifier */
  "identifier",
  /** two of four pieces of the NIK agree: up to two wrong digits, a swap, one lost or added, the first 15 */
  "identifier_pieces",
  /** birth date and the sound of one word of the name */
  "date_word",
  /** birth date and the sound of the whole name */
  "date_name",
  /** whole name and birth year: day and month swapped or wrong */
  "name_year",
  /** one word and two parts of the birth date, day and month in either order */
  "word_date_parts",
  /** whole name and day and month: the year is wrong */
  "name_day_month",
  /** birth date and birth place: the name is wrecked */
  "date_place",
  /** the whole name, where a birth date is missing */
  "name",
] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** Position of each kind in KEY_KINDS. */
export const KIND = Object.fromEntries(KEY_KINDS.map((kind, i) => [kind, i])) as Readonly<
  Record<KeyKind, number>
>;

/** Bit of a kind in a key mask. */
export function keyBit(kind: KeyKind): number {
  return 1 << KIND[kind];
}

/** More than the keys of any record: of eight words, four keys each, and of a number with a digit too many, 19. */
export const MOST_KEYS = 128;

/** A key worth following whoever stands there. */
export const FIRM = 0;
/**
 * A key that says so little that it is only worth following where one of two records lacks something: the name alone
 * where a birth date is missing; a word with parts of a date, or date and place, where an identifier is.
 */
export const FAINT = 1;
/** A faint key of a record that lacks something itself: it is worth following whoever stands there. */
export const LACKING = 2;

/** A reusable list of keys with what belongs to each. */
export class KeyList {
  readonly hashes = new Uint32Array(MOST_KEYS);
  /** Positions in KEY_KINDS. */
  readonly kinds = new Uint8Array(MOST_KEYS);
  /** FIRM, FAINT or LACKING. */
  readonly strengths = new Uint8Array(MOST_KEYS);
  /** What the index keeps beside each: see `mayBeNear` and `kindOfMark`. */
  readonly marks = new Uint16Array(MOST_KEYS);
  count = 0;
  /** The only keys that are taken; null where all are. */
  private readonly sieve: Sieve | null;

  constructor(sieve: Sieve | null = null) {
    this.sieve = sieve;
  }

  clear(): void {
    this.count = 0;
  }

  add(kind: number, hash: number, strength = FIRM, mark = NO_PRINT | kind): void {
    this.push(kind, mix(hash, kind), strength, mark);
  }

  push(kind: number, key: number, strength = FIRM, mark = NO_PRINT | kind): void {
    const { sieve, count } = this;
    this.hashes[count] = key;
    this.kinds[count] = kind;
    this.strengths[count] = strength;
    this.marks[count] = mark;
    // added up rather than asked: nobody can tell beforehand which keys are wanted
    this.count = count + (sieve === null ? 1 : sieve.bitOf(key));
  }

  /** Drops the keys of any other strength. */
  keep(strength: number): void {
    const all = this.count;
    this.count = 0;
    for (let k = 0; k < all; k++) {
      if (this.strengths[k] === strength)
        this.push(this.kinds[k]!, this.hashes[k]!, strength, this.marks[k]!);
    }
  }
}

/** Marked for the lowest byte of every hash of one record: it tells most that the other has alone. */
const LOWEST_BYTE = 0xff;
const marked = new Uint8Array(LOWEST_BYTE + 1);

/** Bit set of the kinds of key that two records share and are worth following. */
export function sharedKinds(own: KeyList, other: KeyList): number {
  marked.fill(0);
  for (let j = 0; j < other.count; j++) marked[other.hashes[j]! & LOWEST_BYTE] = 1;
  let kinds = 0;
  for (let i = 0; i < own.count; i++) {
    if (marked[own.hashes[i]! & LOWEST_BYTE] === 0) continue;
    for (let j = 0; j < other.count; j++) {
      if (other.hashes[j] !== own.hashes[i]) continue;
      if (own.strengths[i] === FAINT && other.strengths[j] === FAINT) continue;
      if (mayBeNear(other.marks[j]!, own.marks[i]!)) kinds |= 1 << own.kinds[i]!;
      break;
    }
  }
  return kinds;
}

/** Bit of the mark of a key without a print; its kind stands there instead. */
export const NO_PRINT = 0x8000;
const KIND_MASK = 0xf;

/**
 * The mark of a whole identifier. It is meant for one person: however many carry it, who they are must be told, and whose
 * it is in a source.
 */
export const WHOLE_IDENTIFIER = NO_PRINT | 0x4000 | KIND.identifier;

/** Position in KEY_KINDS of the key with this mark. */
export function kindOfMark(mark: number): number {
  return (mark & NO_PRINT) === 0 ? KIND.identifier_pieces : mark & KIND_MASK;
}

/**
 * Half a NIK brings together the people of a district by the dozen. Its print holds two bits of each digit of the
 * other half: where more of them differ than a slip can spoil, the two are strangers and need not be looked at.
 */
export function mayBeNear(a: number, b: number): boolean {
  if (((a | b) & NO_PRINT) !== 0) return true;
  const differing = a ^ b;
  // one bit for each digit that differs, and these added up
  const digits = (differing | (differing >>> 1)) & 0x5555;
  const pairs = (digits & 0x3333) + ((digits >>> 2) & 0x3333);
  const quarters = (pairs + (pairs >>> 4)) & 0x0f0f;
  return ((quarters + (quarters >>> 8)) & 0xf) <= MOST_DIGITS_APART;
}
