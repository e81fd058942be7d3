/**
 * The blocking index over a store of people: from a key to the records that carry it, in typed arrays.
 *
 * Keys are spread over buckets by their upper bits; each entry keeps eight more bits of its key, so that few
 * strangers are returned. A block (entries of one key) larger than MAX_BLOCK is dropped when the index is built:
 * its pairs would be quadratic in the file and say next to nothing, and the finer keys still find them.
 */
import { sharedUint16, sharedUint32 } from "../machine/shared-numbers.ts";
import { trouble } from "../trouble.ts";
import {
  FAINT,
  FIRM,
  isOfIdentifier,
  KeyList,
  type KeyMaker,
  LACKING,
  lacksKeyField,
  mayBeNear,
} from "./keys.ts";

/**
 * Largest block that is kept. In a district's office no key that tells people apart is shared by so many; in a
 * national roster a block of 01-01-1980 and NURHAYATI has thousands, and the first half of a NIK hundreds.
 */
const MAX_BLOCK = 60;
/** Buckets per entry: fuller buckets are slower, emptier ones cost memory. */
const ENTRIES_PER_BUCKET = 4;

/** Keys of an ordinary record, firm and faint; and, spread over all, of those few who lack something. */
const USUAL_IDENTIFIER_KEYS = 7;
const USUAL_NAME_KEYS = 6;
const USUAL_FAINT_KEYS = 8;
const USUAL_KEYS_OF_LACK = 1;

/** Bits of a person's number in an entry; what is left of its 32 is the tag. */
export const PERSON_BITS = 24;
export const PERSON_MASK = (1 << PERSON_BITS) - 1;
export const MOST_PEOPLE = 1 << PERSON_BITS;
const TAGS = 1 << (32 - PERSON_BITS);

/** Entries by the buckets of their keys, as another thread gets them. */
export interface Buckets {
  /** Where the entries of each bucket begin; the last number is where they end. */
  readonly starts: Uint32Array;
  /**
   * Numbers of people, the last of a bucket first, and in the bits above them what `tagOf` leaves of their keys.
   */
  readonly entries: Uint32Array;
  /** The marks of the keys (keys.ts). */
  readonly marks: Uint16Array;
  readonly shift: number;
  /** Blocks dropped for their size. */
  readonly droppedBlocks: number;
}

export interface SharedIndex {
  readonly identifiers: Buckets;
  readonly names: Buckets;
  readonly lacking: Buckets;
  readonly sieve: Uint32Array;
  readonly faint: Buckets | null;
}

export class PersonIndex {
  /** Everybody by the keys of strength FIRM, those of identifiers and those of names and dates. */
  identifiers: Buckets;
  names: Buckets;
  /** Those who lack something, by the keys of strength LACKING. */
  lacking: Buckets;
  /** A bit for what keys the lacking may stand under: nearly everybody who looks there would find nothing. */
  private sieve: Uint32Array;
  /** Everybody by faint keys, for those who lack something to look in: nobody else needs it. */
  private faint: Buckets | null;

  constructor({ identifiers, names, lacking, sieve, faint }: SharedIndex) {
    this.identifiers = identifiers;
    this.names = names;
    this.lacking = lacking;
    this.sieve = sieve;
    this.faint = faint;
  }

  /** Becomes what another thread handed over. */
  adopt({ identifiers, names, lacking, sieve, faint }: SharedIndex): void {
    this.identifiers = identifiers;
    this.names = names;
    this.lacking = lacking;
    this.sieve = sieve;
    this.faint = faint;
  }

  /** Indexes the people of a store numbered from `from` up to `to`, but for what `indexFaint` does. */
  static of(keyMaker: KeyMaker, from: number, to: number): PersonIndex {
    const identifiers = indexIdentifiers(keyMaker, from, to);
    return PersonIndex.from(identifiers, indexNames(keyMaker, from, to), indexLacking(keyMaker, from, to));
  }

  static from(identifiers: Buckets, names: Buckets, lacking: Buckets): PersonIndex {
    return new PersonIndex({ identifiers, names, lacking, sieve: sieveOf(lacking), faint: null });
  }

  get hasFaint(): boolean {
    return this.faint !== null;
  }

  /** Indexes the same people by faint keys: from then on it finds everybody for those who lack something. */
  indexFaint(keyMaker: KeyMaker, from: number, to: number): void {
    this.faint = bucketsOf(USUAL_FAINT_KEYS, from, to, (index, keys) => keyMaker.addFaint(index, keys));
  }

  /** Gives the memory back: from now on nobody is found. */
  release(): void {
    this.identifiers = new BucketBuilder(0).buckets();
    this.names = this.identifiers;
    this.lacking = this.identifiers;
    this.sieve = sieveOf(this.lacking);
    this.faint = null;
  }

  get droppedBlocks(): number {
    const all = [this.identifiers, this.names, this.lacking, this.faint];
    return all.reduce((sum, buckets) => sum + (buckets?.droppedBlocks ?? 0), 0);
  }

  shared(): SharedIndex {
    const { identifiers, names, lacking, sieve, faint } = this;
    return { identifiers, names, lacking, sieve, faint };
  }

  /** Where those stand who are worth following by key `k` of a list. */
  bucketsFor(keys: KeyList, k: number): Buckets {
    const strength = keys.strengths[k]!;
    if (strength === FIRM) return isOfIdentifier(keys.kinds[k]!) ? this.identifiers : this.names;
    if (strength === FAINT) return this.lacking;
    if (this.faint === null) throw new Error("the faint keys have not been indexed");
    return this.faint;
  }

  /** False when nobody stands among the lacking under a key. */
  mayLack(hash: number): boolean {
    const place = sievePlace(hash >>> this.lacking.shift, hash);
    return ((this.sieve[place >>> 5]! >>> (place & 31)) & 1) === 1;
  }

  /** Calls `found` for every entry that may carry one of the keys; the same entry may come more than once. */
  lookup(keys: KeyList, found: (index: number, kind: number) => void): void {
    for (let k = 0; k < keys.count; k++) {
      const { starts, entries, marks, shift } = this.bucketsFor(keys, k);
      const hash = keys.hashes[k]!;
      const bucket = hash >>> shift;
      const tag = tagOf(hash);
      for (let at = starts[bucket]!, end = starts[bucket + 1]!; at < end; at++) {
        const entry = entries[at]!;
        if (entry >>> PERSON_BITS === tag && mayBeNear(marks[at]!, keys.marks[k]!))
          found(entry & PERSON_MASK, keys.kinds[k]!);
      }
    }
  }
}

export function indexIdentifiers(keyMaker: KeyMaker, from: number, to: number): Buckets {
  return bucketsOf(USUAL_IDENTIFIER_KEYS, from, to, (index, keys) => keyMaker.addIdentifierKeys(index, keys));
}

export function indexNames(keyMaker: KeyMaker, from: number, to: number): Buckets {
  return bucketsOf(USUAL_NAME_KEYS, from, to, (index, keys) => keyMaker.addNameKeys(index, keys));
}

export function indexLacking(keyMaker: KeyMaker, from: number, to: number): Buckets {
  return bucketsOf(USUAL_KEYS_OF_LACK, from, to, (index, keys) => {
    if (!lacksKeyField(keyMaker.people, index)) return;
    keyMaker.addFaint(index, keys);
    keys.keep(LACKING);
  });
}

/**
 * Sorts the keys of people into buckets: first all are counted, then added. Keys are made twice, faster than so many of
 * them are kept.
 * @param usual about how many keys a person has; only decides how full the buckets are
 * @param add adds the keys of one person
 * @throws Trouble roster_too_large where so many readings were confirmed that they and the roster are more than can be
 *   numbered
 */
function bucketsOf(
  usual: number,
  from: number,
  to: number,
  add: (index: number, keys: KeyList) => void,
): Buckets {
  if (to > MOST_PEOPLE) throw trouble("roster_too_large", { count: MOST_PEOPLE });
  const builder = new BucketBuilder((to - from) * usual);
  const keys = new KeyList();
  for (let index = from; index < to; index++) {
    keys.clear();
    add(index, keys);
    builder.count(keys);
  }
  builder.layOut();
  for (let index = from; index < to; index++) {
    keys.clear();
    add(index, keys);
    builder.add(keys, index);
  }
  return builder.buckets();
}

class BucketBuilder {
  private readonly shift: number;
  private readonly starts: Uint32Array;
  private entries = sharedUint32(0);
  private marks = sharedUint16(0);

  /** @param expected about how many keys there are */
  constructor(expected: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(16, expected / ENTRIES_PER_BUCKET))));
    this.shift = 32 - bits;
    this.starts = sharedUint32((1 << bits) + 1);
  }

  count(keys: KeyList): void {
    const { starts, shift } = this;
    const { hashes, count } = keys;
    for (let k = 0; k < count; k++) starts[(hashes[k]! >>> shift) + 1]!++;
  }

  layOut(): void {
    const { starts } = this;
    for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
    const total = starts[starts.length - 1]!;
    // filling from the back of each bucket turns the ends of the buckets into their starts
    for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket - 1] = starts[bucket]!;
    this.entries = sharedUint32(total);
    this.marks = sharedUint16(total);
  }

  add(keys: KeyList, owner: number): void {
    const { starts, shift, entries, marks } = this;
    const { hashes, count } = keys;
    for (let k = 0; k < count; k++) {
      const hash = hashes[k]!;
      const place = --starts[hash >>> shift]!;
      entries[place] = owner | (tagOf(hash) << PERSON_BITS);
      marks[place] = keys.marks[k]!;
    }
  }

  buckets(): Buckets {
    const { starts, entries, marks, shift } = this;
    return { starts, entries, marks, shift, droppedBlocks: dropLargeBlocks(starts, entries, marks) };
  }
}

/** So many bits of a tag tell the keys of one bucket apart in the sieve. */
const SIEVE_BITS = 3;

function sievePlace(bucket: number, tag: number): number {
  return (bucket << SIEVE_BITS) | (tag & ((1 << SIEVE_BITS) - 1));
}

function sieveOf({ starts, entries }: Buckets): Uint32Array {
  const buckets = starts.length - 1;
  const sieve = sharedUint32(Math.ceil((buckets << SIEVE_BITS) / 32));
  for (let bucket = 0; bucket < buckets; bucket++) {
    for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++) {
      const place = sievePlace(bucket, entries[at]! >>> PERSON_BITS);
      sieve[place >>> 5]! |= 1 << (place & 31);
    }
  }
  return sieve;
}

/** Closes the entries up over what is dropped; returns the number of blocks dropped. */
function dropLargeBlocks(starts: Uint32Array, entries: Uint32Array, marks: Uint16Array): number {
  const sizes = new Uint32Array(TAGS);
  let dropped = 0;
  let kept = 0;
  for (let bucket = 0; bucket < starts.length - 1; bucket++) {
    const start = starts[bucket]!;
    const end = starts[bucket + 1]!;
    const large = end - start > MAX_BLOCK;
    if (large) {
      sizes.fill(0);
      for (let at = start; at < end; at++) sizes[entries[at]! >>> PERSON_BITS]!++;
      for (const size of sizes) if (size > MAX_BLOCK) dropped++;
    }
    starts[bucket] = kept;
    // as long as nothing was dropped, everything stands where it belongs
    if (!large && kept === start) {
      kept = end;
      continue;
    }
    for (let at = start; at < end; at++) {
      if (large && sizes[entries[at]! >>> PERSON_BITS]! > MAX_BLOCK) continue;
      entries[kept] = entries[at]!;
      marks[kept] = marks[at]!;
      kept++;
    }
  }
  starts[starts.length - 1] = kept;
  return dropped;
}

/** Bits of the hash that the bucket number does not use. */
export function tagOf(hash: number): number {
  return hash & (TAGS - 1);
}
