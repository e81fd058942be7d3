/**
 * The blocking index over a store of people: from a key to the records that carry it, in two typed arrays.
 *
 * Keys are spread over buckets by their upper bits; each entry keeps eight more bits of its key, so that few
 * strangers are returned. A block (entries of one key) larger than MAX_BLOCK is dropped when the index is built:
 * its pairs would be quadratic in the file and say next to nothing, and the finer keys still find them.
 */
import { sharedUint32 } from "../text/pool.ts";
import { KeyList, type KeyMaker, mayBeNear } from "./keys.ts";

/**
 * Largest block that is kept. In a district's office no key that tells people apart is shared by so many; in a
 * national roster a block of 01-01-1980 and NURHAYATI has thousands, and the first half of a NIK hundreds.
 */
const MAX_BLOCK = 60;
/** Buckets per entry: fuller buckets are slower, emptier ones cost memory. */
const ENTRIES_PER_BUCKET = 4;

/** Keys of an ordinary record; and, spread over all, of those few that stand among the lacking. */
const USUAL_KEYS = 20;
const USUAL_KEYS_OF_LACK = 1;

/** Bits of a person's number in an entry; what is left of its 32 is the tag. */
export const PERSON_BITS = 24;
export const PERSON_MASK = (1 << PERSON_BITS) - 1;
const MOST_PEOPLE = 1 << PERSON_BITS;
const TAGS = 1 << (32 - PERSON_BITS);

/** Entries by the buckets of their keys, as another thread gets them. */
export interface Buckets {
  /** Where the entries of each bucket begin; the last number is where they end. */
  readonly starts: Uint32Array;
  /** Numbers of people, and in the bits above them what `tagOf` leaves of their keys. */
  readonly entries: Uint32Array;
  /** The marks of the keys (keys.ts). */
  readonly marks: Uint16Array;
  readonly shift: number;
  /** Blocks dropped for their size. */
  readonly droppedBlocks: number;
}

export interface SharedIndex {
  readonly all: Buckets;
  readonly lacking: Buckets;
}

export class PersonIndex {
  /** Everybody by every key. */
  all: Buckets;
  /** Those who lack something, by the keys that are followed only then. */
  lacking: Buckets;

  constructor({ all, lacking }: SharedIndex) {
    this.all = all;
    this.lacking = lacking;
  }

  /**
   * Indexes the people of a store numbered from `from` up to `to`.
   * @throws RangeError beyond seven times all the non-ASN staff there are
   */
  static of(keyMaker: KeyMaker, from: number, to: number): PersonIndex {
    if (to > MOST_PEOPLE) throw new RangeError(`more than ${MOST_PEOPLE} people in one roster`);
    const all = new BucketBuilder((to - from) * USUAL_KEYS);
    const lacking = new BucketBuilder((to - from) * USUAL_KEYS_OF_LACK);
    const keys = new KeyList();
    const eachKey = (visit: (into: BucketBuilder, k: number, index: number) => void): void => {
      for (let index = from; index < to; index++) {
        keyMaker.write(index, "index", keys);
        for (let k = 0; k < keys.count; k++) visit(keys.lacking[k] === 1 ? lacking : all, k, index);
      }
    };
    // twice over the people: keys are made faster than so many of them are kept
    eachKey((into, k) => into.count(keys.hashes[k]!));
    all.layOut();
    lacking.layOut();
    eachKey((into, k, index) => into.add(keys.hashes[k]!, keys.marks[k]!, index));
    return new PersonIndex({ all: all.buckets(), lacking: lacking.buckets() });
  }

  /** Gives the memory back: from now on nobody is found. */
  release(): void {
    this.all = new BucketBuilder(0).buckets();
    this.lacking = this.all;
  }

  get droppedBlocks(): number {
    return this.all.droppedBlocks + this.lacking.droppedBlocks;
  }

  shared(): SharedIndex {
    return { all: this.all, lacking: this.lacking };
  }

  /** Calls `found` for every entry that may carry one of the keys; the same entry may come more than once. */
  lookup(keys: KeyList, found: (index: number, kind: number) => void): void {
    for (let k = 0; k < keys.count; k++) {
      const { starts, entries, marks, shift } = keys.lacking[k] === 1 ? this.lacking : this.all;
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

/** Sorts keys into buckets: first all are counted, then added. */
class BucketBuilder {
  private readonly shift: number;
  private readonly starts: Uint32Array;
  private entries = sharedUint32(0);
  private marks = sharedUint16(0);

  /** @param expected about how many keys there are; only decides how full the buckets are */
  constructor(expected: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(16, expected / ENTRIES_PER_BUCKET))));
    this.shift = 32 - bits;
    this.starts = sharedUint32((1 << bits) + 1);
  }

  count(hash: number): void {
    this.starts[(hash >>> this.shift) + 1]!++;
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

  add(hash: number, mark: number, owner: number): void {
    const place = --this.starts[hash >>> this.shift]!;
    this.entries[place] = owner | (tagOf(hash) << PERSON_BITS);
    this.marks[place] = mark;
  }

  buckets(): Buckets {
    const { starts, entries, marks, shift } = this;
    return { starts, entries, marks, shift, droppedBlocks: dropLargeBlocks(starts, entries, marks) };
  }
}

function sharedUint16(length: number): Uint16Array {
  return new Uint16Array(new SharedArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT));
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
