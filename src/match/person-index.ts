/**
 * The blocking index over a store of people: from a key to the records that carry it. Firm keys find everybody; faint
 * ones only where one of two lacks something, so there is an index of the lacking, and one of everybody for them.
 */
import { sharedUint32 } from "../machine/shared-numbers.ts";
import { type Buckets, bucketsOf, emptyBuckets, PERSON_BITS, PERSON_MASK, tagOf } from "./buckets.ts";
import { type KeyMaker, lacksKeyField } from "./key-maker.ts";
import { FAINT, FIRM, isOfIdentifier, type KeyList, LACKING, mayBeNear } from "./keys.ts";

/** Keys of an ordinary record, firm and faint; and, spread over all, of those few who lack something. */
const USUAL_IDENTIFIER_KEYS = 7;
const USUAL_NAME_KEYS = 6;
const USUAL_FAINT_KEYS = 8;
const USUAL_KEYS_OF_LACK = 1;

/** The index as another thread gets it. */
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
    this.identifiers = emptyBuckets();
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
