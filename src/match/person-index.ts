/**
 * The blocking index over a store of people: from a key to the records that carry it, in two typed arrays.
 *
 * Keys are spread over buckets by their upper bits; each entry keeps eight more bits of its key, so that few
 * strangers are returned. A block (entries of one key) larger than MAX_BLOCK is dropped when the index is built:
 * its pairs would be quadratic in the file and say next to nothing, and the finer keys still find them.
 */
import { KeyList, keysOf } from "./keys.ts";
import type { People } from "./people.ts";

/**
 * Largest block that is kept. In a district's office no key that tells people apart is shared by so many; in a
 * national roster a block of 01-01-1980 and NURHAYATI has thousands, and the first half of a NIK hundreds.
 */
const MAX_BLOCK = 60;
/** Buckets per entry: fuller buckets are slower, emptier ones cost memory. */
const ENTRIES_PER_BUCKET = 4;

const TAGS = 256;

export class PersonIndex {
  private readonly starts: Uint32Array;
  private readonly entries: Uint32Array;
  private readonly tags: Uint8Array;
  private readonly shift: number;
  /** Blocks dropped for their size. */
  readonly droppedBlocks: number;

  /** Indexes the people numbered `from` to the end of the store. */
  constructor(people: People, from = 0) {
    const keys = new KeyList();
    let total = 0;
    const eachPerson = (visit: (index: number) => void) => {
      for (let i = from; i < people.count; i++) {
        keysOf(people.person(i), "index", keys);
        visit(i);
      }
    };
    eachPerson(() => {
      total += keys.hashes.length;
    });
    const bits = Math.max(4, Math.ceil(Math.log2(Math.max(16, total / ENTRIES_PER_BUCKET))));
    this.shift = 32 - bits;
    const starts = new Uint32Array((1 << bits) + 1);
    eachPerson(() => {
      for (const hash of keys.hashes) starts[(hash >>> this.shift) + 1]!++;
    });
    for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
    this.entries = new Uint32Array(total);
    this.tags = new Uint8Array(total);
    // filling from the back of each bucket turns the ends of the buckets into their starts
    for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket - 1] = starts[bucket]!;
    this.starts = starts;
    eachPerson((index) => {
      for (const hash of keys.hashes) {
        const at = --starts[hash >>> this.shift]!;
        this.entries[at] = index;
        this.tags[at] = tagOf(hash);
      }
    });
    this.droppedBlocks = this.dropLargeBlocks();
  }

  /** Calls `found` for every entry that may carry the key; the same entry may come more than once. */
  lookup(hash: number, found: (index: number) => void): void {
    const bucket = hash >>> this.shift;
    const tag = tagOf(hash);
    for (let at = this.starts[bucket]!, end = this.starts[bucket + 1]!; at < end; at++) {
      if (this.tags[at] === tag) found(this.entries[at]!);
    }
  }

  /** Closes the entries up over what is dropped. */
  private dropLargeBlocks(): number {
    const sizes = new Uint32Array(TAGS);
    let dropped = 0;
    let kept = 0;
    for (let bucket = 0; bucket < this.starts.length - 1; bucket++) {
      const start = this.starts[bucket]!;
      const end = this.starts[bucket + 1]!;
      const large = end - start > MAX_BLOCK;
      if (large) {
        sizes.fill(0);
        for (let at = start; at < end; at++) sizes[this.tags[at]!]!++;
        for (const size of sizes) if (size > MAX_BLOCK) dropped++;
      }
      this.starts[bucket] = kept;
      for (let at = start; at < end; at++) {
        if (large && sizes[this.tags[at]!]! > MAX_BLOCK) continue;
        this.entries[kept] = this.entries[at]!;
        this.tags[kept] = this.tags[at]!;
        kept++;
      }
    }
    this.starts[this.starts.length - 1] = kept;
    return dropped;
  }
}

/** Bits of the hash that the bucket number does not use. */
function tagOf(hash: number): number {
  return hash & (TAGS - 1);
}
