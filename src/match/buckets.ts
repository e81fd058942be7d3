/**
 * Entries of people by their keys, sorted into buckets in typed arrays: what a blocking index is made of.
 *
 * Keys are spread over buckets by their upper bits; each entry keeps eight more bits of its key, so that few
 * strangers are returned. A block (entries of one key) larger than MAX_BLOCK is dropped when the buckets are built:
 * its pairs would be quadratic in the file and say next to nothing, and the finer keys still find them. Only those of a
 * whole identifier are kept, which no finer key stands for; whoever reads them reads so many and no more.
 */
import { GrowingUint32, sharedUint16, sharedUint32 } from "../machine/shared-numbers.ts";
import { trouble } from "../trouble.ts";
import { KeyList, WHOLE_IDENTIFIER } from "./keys.ts";
import type { Sieve } from "./sieve.ts";

/**
 * Largest block that is kept. In a district's office no key that tells people apart is shared by so many; in a
 * national roster a block of 01-01-1980 and NURHAYATI has thousands, and the first half of a NIK hundreds.
 */
export const MAX_BLOCK = 60;
/** What a bucket is to hold, about: fuller ones are slower, emptier ones cost memory. */
const ENTRIES_PER_BUCKET = 4;
const FEWEST_BUCKETS = 16;

/** Bits of a hash, and of an entry. */
const HASH_BITS = 32;
/** Bits of a person's number in an entry; what is left is the tag. */
export const PERSON_BITS = 24;
export const PERSON_MASK = (1 << PERSON_BITS) - 1;
export const MOST_PEOPLE = 1 << PERSON_BITS;
/** Numbers of a key that is kept on its way into a bucket: its hash, its mark and whose it is. */
const KEPT_WIDTH = 3;

/** How many tags there are. */
export const TAGS = 1 << (HASH_BITS - PERSON_BITS);

/** Entries by the buckets of their keys, as another thread gets them. */
export interface Buckets {
  /** Where the entries of each bucket begin; the last number is where they end. */
  readonly starts: Uint32Array;
  /** Numbers of people, the last of a bucket first, and in the bits above them what `tagOf` leaves of their keys. */
  readonly entries: Uint32Array;
  /** The marks of the keys (keys.ts). */
  readonly marks: Uint16Array;
  /** The bucket of a key is its hash, shifted right by so many bits. */
  readonly shift: number;
  /** Blocks dropped for their size. */
  readonly droppedBlocks: number;
}

/** Bits of the hash that the bucket number does not use. */
export function tagOf(hash: number): number {
  return hash & (TAGS - 1);
}

/**
 * Sorts the keys of the people `[from, to)` into buckets: first all are counted, then added. Keys are made twice,
 * faster than so many of them are kept; where few are asked for, these are.
 * @param usual about how many keys a person has; only decides how full the buckets are
 * @param add adds the keys of one person
 * @param asked the only keys that anybody will ask for, where that is known
 * @throws Trouble roster_too_large where so many readings were confirmed that they and the roster are more than can be
 *   numbered
 */
export function bucketsOf(
  usual: number,
  from: number,
  to: number,
  add: (index: number, keys: KeyList) => void,
  asked: Sieve | null = null,
): Buckets {
  if (to > MOST_PEOPLE) throw trouble("roster_too_large", { count: MOST_PEOPLE });
  const builder = new BucketBuilder(shiftFor((to - from) * usual));
  const keys = new KeyList(asked);
  if (asked !== null) return bucketsOfKept(builder, from, to, add, keys, (to - from) * usual);
  for (let index = from; index < to; index++) {
    keys.clear();
    add(index, keys);
    for (let k = 0; k < keys.count; k++) builder.count(keys.hashes[k]!);
  }
  builder.layOut();
  for (let index = from; index < to; index++) {
    keys.clear();
    add(index, keys);
    for (let k = 0; k < keys.count; k++) builder.add(keys.hashes[k]!, keys.marks[k]!, index);
  }
  return builder.buckets();
}

/**
 * The same of few keys, which are made once and kept on their way.
 * @param usual about how many there would be if they were not few
 */
function bucketsOfKept(
  builder: BucketBuilder,
  from: number,
  to: number,
  add: (index: number, keys: KeyList) => void,
  keys: KeyList,
  usual: number,
): Buckets {
  // room that is not used costs nothing, and one large piece of memory is given back as a whole
  const kept = new GrowingUint32();
  kept.reserve(usual * KEPT_WIDTH);
  for (let index = from; index < to; index++) {
    keys.clear();
    add(index, keys);
    for (let k = 0; k < keys.count; k++) {
      kept.push(keys.hashes[k]!);
      kept.push(keys.marks[k]!);
      kept.push(index);
    }
  }
  for (let i = 0; i < kept.length; i += KEPT_WIDTH) builder.count(kept.at(i));
  builder.layOut();
  for (let i = 0; i < kept.length; i += KEPT_WIDTH) builder.add(kept.at(i), kept.at(i + 1), kept.at(i + 2));
  return builder.buckets();
}

/** Buckets in which nobody stands. */
export function emptyBuckets(): Buckets {
  return new BucketBuilder(shiftFor(0)).buckets();
}

/**
 * The `shift` of buckets.
 * @param expected about how many keys there are
 */
export function shiftFor(expected: number): number {
  return HASH_BITS - Math.ceil(Math.log2(Math.max(FEWEST_BUCKETS, expected / ENTRIES_PER_BUCKET)));
}

class BucketBuilder {
  private readonly shift: number;
  /** How many entries each bucket has; once laid out, where they end, and while they are added, where those begin that are there. */
  private readonly starts: Uint32Array;
  private entries = sharedUint32(0);
  private marks = sharedUint16(0);

  constructor(shift: number) {
    this.shift = shift;
    this.starts = sharedUint32((1 << (HASH_BITS - shift)) + 1);
  }

  count(hash: number): void {
    this.starts[hash >>> this.shift]!++;
  }

  layOut(): void {
    const { starts } = this;
    for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
    const total = starts[starts.length - 1]!;
    this.entries = sharedUint32(total);
    this.marks = sharedUint16(total);
  }

  /** Adds an entry at the back of its bucket, which turns the ends of the buckets into their starts. */
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

/** Closes the entries up over what is dropped; returns the number of blocks dropped. */
function dropLargeBlocks(starts: Uint32Array, entries: Uint32Array, marks: Uint16Array): number {
  const sizes = new Uint32Array(TAGS);
  let dropped = 0;
  let kept = 0;
  for (let bucket = 0; bucket < starts.length - 1; bucket++) {
    const start = starts[bucket]!;
    const end = starts[bucket + 1]!;
    const large = end - start > MAX_BLOCK ? countLargeBlocks(entries, marks, start, end, sizes) : 0;
    dropped += large;
    starts[bucket] = kept;
    // as long as nothing was dropped, everything stands where it belongs
    if (large === 0 && kept === start) {
      kept = end;
      continue;
    }
    for (let at = start; at < end; at++) {
      if (large > 0 && marks[at] !== WHOLE_IDENTIFIER && sizes[entries[at]! >>> PERSON_BITS]! > MAX_BLOCK)
        continue;
      entries[kept] = entries[at]!;
      marks[kept] = marks[at]!;
      kept++;
    }
  }
  starts[starts.length - 1] = kept;
  return dropped;
}

/**
 * How many blocks of the bucket `[start, end)` are too large; writes into `sizes` how large each is, by its tag, but for
 * those that are kept.
 */
function countLargeBlocks(
  entries: Uint32Array,
  marks: Uint16Array,
  start: number,
  end: number,
  sizes: Uint32Array,
): number {
  countTags(entries, marks, start, end, false, sizes);
  let large = 0;
  for (const size of sizes) if (size > MAX_BLOCK) large++;
  return large;
}

/**
 * Writes into `counts`, by tag, how many entries of the bucket `[start, end)` are of a whole identifier, or of any other
 * key.
 */
export function countTags(
  entries: Uint32Array,
  marks: Uint16Array,
  start: number,
  end: number,
  areWhole: boolean,
  counts: Uint32Array,
): void {
  counts.fill(0);
  for (let at = start; at < end; at++)
    if ((marks[at] === WHOLE_IDENTIFIER) === areWhole) counts[entries[at]! >>> PERSON_BITS]!++;
}
