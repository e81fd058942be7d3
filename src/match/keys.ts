/**
 * Blocking keys: two records that share one key become a candidate pair. Together the keys miss a true pair only
 * when NIK, name and birth date are all wrecked.
 *
 * Keys are 32-bit hashes, so a key may also bring together records that do not share it; the comparison that
 * follows sorts them out. The number of keys per record is bounded, and blocks that grow too large are dropped
 * by the index: what only a huge block would find (a common word on 01-01-1980) is also in a finer one.
 */
import { dayOf, monthOf, yearOf } from "../field/birth-date.ts";
import type { Name } from "../field/name.ts";
import { hashText, mix } from "../text/hash.ts";
import { soundKey } from "../text/sound.ts";
import { isPlainNik, type Person } from "./people.ts";

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

const KIND = Object.fromEntries(KEY_KINDS.map((kind, i) => [kind, i])) as Readonly<Record<KeyKind, number>>;

/** Parted day-month, month-year and day-year keys of one word must not meet each other. */
const DAY_MONTH = 0x1000000;
const MONTH_YEAR = 0x2000000;
const DAY_YEAR = 0x3000000;

/** Bit of a kind in a key mask. */
export function keyBit(kind: KeyKind): number {
  return 1 << KIND[kind];
}

/** The key of an identifier by itself. */
export function identifierKey(value: string): number {
  return mix(hashText(value), KIND.identifier);
}

/** A reusable list of keys with the kind of each. */
export class KeyList {
  readonly hashes: number[] = [];
  readonly kinds: number[] = [];

  clear(): void {
    this.hashes.length = 0;
    this.kinds.length = 0;
  }

  add(kind: number, hash: number): void {
    this.push(kind, mix(hash, kind));
  }

  push(kind: number, key: number): void {
    this.hashes.push(key);
    this.kinds.push(kind);
  }
}

/** Bit set of the kinds of key that two records share. */
export function sharedKinds(a: KeyList, b: KeyList): number {
  let kinds = 0;
  for (let i = 0; i < a.hashes.length; i++) {
    if (b.hashes.includes(a.hashes[i]!)) kinds |= 1 << a.kinds[i]!;
  }
  return kinds;
}

/**
 * Hash of the sound of the whole name with spaces closed up, so that "Nur Hayati" meets "Nurhayati". Forms of
 * Muhammad and single letters are left out where another word remains, since they are written in every way.
 */
export function nameHash(name: Name): number {
  const hash = hashOfWords(name, true);
  return hash === EMPTY_HASH ? hashOfWords(name, false) : hash;
}

const EMPTY_HASH = hashText("");

function hashOfWords({ words }: Name, onlyTelling: boolean): number {
  let hash = EMPTY_HASH;
  for (const word of words) if (!onlyTelling || isTelling(word)) hash = hashText(soundKey(word), hash);
  return hash;
}

function isTelling(word: string): boolean {
  return word.length > 1 && !SHORT_MUHAMMAD.has(word) && soundKey(word) !== "MUHAMAT";
}

const SHORT_MUHAMMAD = new Set(["MD", "MHD", "MOH", "MOCH", "MUCH", "MUH", "MUHD", "MOHD"]);

/** Marks the keys of entries that lack something, for queries that need no other entries. */
const UNDATED = 1;
const UNNUMBERED = 2;

/**
 * Writes the keys of a person into `keys`.
 *
 * Two kinds of key say so little that they are only worth following where something is lost: the name alone where a
 * birth date is missing, and a word with parts of a date where an identifier is. Index entries that lack the date
 * or the identifier carry these keys a second time, marked; a query that has its own looks up the marked ones only.
 */
export function keysOf(person: Person, side: "index" | "query", keys: KeyList): void {
  keys.clear();
  const { identifier, name, birthDate, birthPlace } = person;
  const date = birthDate.packed;
  const numbered = isPlainNik(identifier);
  /** A key that is followed only where this or the other side lacks something. */
  const addFaint = (kind: number, hash: number, lacks: boolean, mark: number) => {
    if (side === "query") keys.add(kind, lacks ? hash : mix(hash, mark));
    else {
      keys.add(kind, hash);
      if (lacks) keys.add(kind, mix(hash, mark));
    }
  };
  if (identifier.value !== "") {
    keys.push(KIND.identifier, identifierKey(identifier.value));
    addPieces(identifier.value, keys);
  }
  if (date !== 0 && birthPlace.value !== "") {
    addFaint(KIND.date_place, mix(hashText(birthPlace.value), date), !numbered, UNNUMBERED);
  }
  if (name.words.length === 0) return;
  const whole = nameHash(name);
  addFaint(KIND.name, whole, date === 0, UNDATED);
  if (date === 0) return;
  const day = dayOf(date);
  const month = monthOf(date);
  const year = yearOf(date);
  const dayMonth = day < month ? day * 100 + month : month * 100 + day;
  keys.add(KIND.date_name, mix(whole, date));
  keys.add(KIND.name_year, mix(whole, year));
  keys.add(KIND.name_day_month, mix(whole, dayMonth));
  for (const word of name.words) {
    if (word.length === 1 && name.words.length > 1) continue;
    const sound = hashText(soundKey(word));
    keys.add(KIND.date_word, mix(sound, date));
    addFaint(KIND.word_date_parts, mix(sound, DAY_MONTH + dayMonth), !numbered, UNNUMBERED);
    addFaint(KIND.word_date_parts, mix(sound, MONTH_YEAR + month * 10_000 + year), !numbered, UNNUMBERED);
    addFaint(KIND.word_date_parts, mix(sound, DAY_YEAR + day * 10_000 + year), !numbered, UNNUMBERED);
  }
}

const PIECES = 4;

/**
 * Every pair of quarters of the identifier. Two wrong digits spoil at most two of four quarters. In a NIK with a
 * digit too few or too many the quarters behind the fault are shifted by one, so both alignments are keyed.
 */
function addPieces(value: string, keys: KeyList): void {
  const size = value.length >= 14 ? 4 : Math.max(1, Math.round(value.length / PIECES));
  const shift = value.length === 15 ? -1 : value.length === 17 ? 1 : 0;
  if (value.length < PIECES) return;
  for (let i = 0; i < PIECES - 1; i++) {
    for (let j = i + 1; j < PIECES; j++) {
      const pair = i * PIECES + j;
      addPiecePair(value, i * size, j * size, size, pair, keys);
      if (shift !== 0) {
        addPiecePair(value, i * size, j * size + shift, size, pair, keys);
        if (i * size + shift >= 0) addPiecePair(value, i * size + shift, j * size + shift, size, pair, keys);
      }
    }
  }
}

function addPiecePair(
  value: string,
  first: number,
  second: number,
  size: number,
  pair: number,
  keys: KeyList,
): void {
  let hash = pair + 1;
  for (let k = 0; k < size; k++) hash = Math.imul(hash, 31) + (value.charCodeAt(first + k) | 0);
  for (let k = 0; k < size; k++) hash = Math.imul(hash, 31) + (value.charCodeAt(second + k) | 0);
  keys.add(KIND.identifier_pieces, mix(hash, pair));
}
