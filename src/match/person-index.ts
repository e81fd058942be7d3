/**
 * The blocking index over a store of people: from a key to the records that carry it. Firm keys find everybody; faint
 * ones only where one of two lacks something, so there is an index of the lacking, and one of everybody for them.
 */
import type { AskedKeys, KeyShifts } from "./asked-keys.ts";
import {
  type Buckets,
  bucketsOf,
  emptyBuckets,
  PERSON_BITS,
  PERSON_MASK,
  shiftFor,
  tagOf,
} from "./buckets.ts";
import { type KeyMaker, lacksKeyField } from "./key-maker.ts";
import { FAINT, FIRM, type KeyList, KIND, LACKING, mayBeNear } from "./keys.ts";
import { type SharedSieve, Sieve } from "./sieve.ts";

/** Keys of an ordinary record, firm and faint; and, spread over all, of those few who lack something. */
const USUAL_IDENTIFIERS = 1;
const USUAL_PIECES = 6;
const USUAL_NAME_KEYS = 6;
const USUAL_FAINT_KEYS = 8;
const USUAL_KEYS_OF_LACK = 1;

/** The index as another thread gets it. */
export interface SharedIndex {
  readonly identifiers: Buckets;
  readonly keys: KeyBuckets | null;
  readonly lacking: Buckets;
  readonly sieve: SharedSieve;
  readonly faint: Buckets | null;
}

/** Everybody by the keys of strength FIRM that are no whole identifiers: pieces of those, and names with dates. */
export interface KeyBuckets {
  readonly pieces: Buckets;
  readonly names: Buckets;
}

export class PersonIndex {
  /** Everybody by the whole identifier. */
  identifiers: Buckets;
  private keys: KeyBuckets | null;
  /** The only keys of theirs by which people were indexed. */
  private asked: AskedKeys | null = null;
  /** Those who lack something, by the keys of strength LACKING. */
  lacking: Buckets;
  /** What keys the lacking may stand under: nearly everybody who looks there would find nothing. */
  sieve: Sieve;
  /** Everybody by faint keys, for those who lack something to look in: nobody else needs it. */
  private faint: Buckets | null;

  constructor({ identifiers, keys, lacking, sieve, faint }: SharedIndex) {
    this.identifiers = identifiers;
    this.keys = keys;
    this.lacking = lacking;
    this.sieve = new Sieve(sieve);
    this.faint = faint;
  }

  /** Becomes what another thread handed over. */
  adopt({ identifiers, keys, lacking, sieve, faint }: SharedIndex): void {
    this.identifiers = identifiers;
    this.keys = keys;
    this.lacking = lacking;
    this.sieve = new Sieve(sieve);
    this.faint = faint;
  }

  /** Indexes the people of a store numbered from `from` up to `to`, but for what `indexFaint` does. */
  static of(keyMaker: KeyMaker, from: number, to: number): PersonIndex {
    const index = PersonIndex.ofIdentifiers(keyMaker, from, to);
    index.take(keyBucketsOf(keyMaker, from, to));
    return index;
  }

  /** Indexes them by their identifiers alone: until it has taken the other keys, nobody is looked for by these. */
  static ofIdentifiers(keyMaker: KeyMaker, from: number, to: number): PersonIndex {
    const identifiers = indexIdentifiers(keyMaker, from, to);
    const lacking = indexLacking(keyMaker, from, to);
    const sieve = sieveOf(lacking).shared();
    return new PersonIndex({ identifiers, keys: null, lacking, sieve, faint: null });
  }

  /**
   * Takes the same people by their other keys, of strength FIRM.
   * @param asked where they were indexed by these alone, and nobody will look for them by others
   */
  take(keys: KeyBuckets, asked: AskedKeys | null = null): void {
    this.keys = keys;
    this.asked = asked;
    this.faint = null;
  }

  /** Whether people are found by their identifiers and nothing else. */
  get hasIdentifiersAlone(): boolean {
    return this.keys === null;
  }

  /** Whether people are found by all their firm keys, whoever looks. */
  get isWhole(): boolean {
    return this.keys !== null && this.asked === null;
  }

  get hasFaint(): boolean {
    return this.faint !== null;
  }

  /** Indexes the same people by faint keys: from then on it finds everybody for those who lack something. */
  indexFaint(keyMaker: KeyMaker, from: number, to: number): void {
    const add = (index: number, keys: KeyList): void => keyMaker.addFaint(index, keys);
    this.faint = bucketsOf(USUAL_FAINT_KEYS, from, to, add, this.asked?.faint);
  }

  /** Gives the memory back: from now on nobody is found. */
  release(): void {
    const empty = emptyBuckets();
    this.identifiers = empty;
    this.take({ pieces: empty, names: empty });
    this.lacking = empty;
    this.sieve = sieveOf(empty);
  }

  get droppedBlocks(): number {
    const all = [this.identifiers, this.pieces, this.names, this.lacking, this.faint];
    return all.reduce((sum, buckets) => sum + (buckets?.droppedBlocks ?? 0), 0);
  }

  shared(): SharedIndex {
    const { identifiers, keys, lacking, sieve, faint } = this;
    return { identifiers, keys, lacking, sieve: sieve.shared(), faint };
  }

  /** Everybody by the pieces of the identifier. */
  get pieces(): Buckets {
    return this.firm.pieces;
  }

  /** Everybody by name and birth date. */
  get names(): Buckets {
    return this.firm.names;
  }

  private get firm(): KeyBuckets {
    if (this.keys === null) throw new Error("only identifiers have been indexed");
    return this.keys;
  }

  /** Where those stand who are worth following by key `k` of a list. */
  bucketsFor(keys: KeyList, k: number): Buckets {
    const strength = keys.strengths[k]!;
    const kind = keys.kinds[k]!;
    if (strength === FIRM && kind === KIND.identifier) return this.identifiers;
    if (strength === FIRM) return kind === KIND.identifier_pieces ? this.pieces : this.names;
    if (strength === FAINT) return this.lacking;
    if (this.faint === null) throw new Error("the faint keys have not been indexed");
    return this.faint;
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

/** Those of the buckets of so many people. */
export function shiftsFor(count: number): KeyShifts {
  return {
    pieces: shiftFor(count * USUAL_PIECES),
    names: shiftFor(count * USUAL_NAME_KEYS),
    faint: shiftFor(count * USUAL_FAINT_KEYS),
  };
}

function indexIdentifiers(keyMaker: KeyMaker, from: number, to: number): Buckets {
  return bucketsOf(USUAL_IDENTIFIERS, from, to, (index, keys) => keyMaker.addIdentifierKey(index, keys));
}

/** @param asked the only keys that anybody will ask for, where that is known; likewise below */
export function keyBucketsOf(
  keyMaker: KeyMaker,
  from: number,
  to: number,
  asked: AskedKeys | null = null,
): KeyBuckets {
  return {
    pieces: indexPieces(keyMaker, from, to, asked?.pieces),
    names: indexNames(keyMaker, from, to, asked?.names),
  };
}

export function indexPieces(
  keyMaker: KeyMaker,
  from: number,
  to: number,
  asked: Sieve | null = null,
): Buckets {
  return bucketsOf(USUAL_PIECES, from, to, (index, keys) => keyMaker.addPieces(index, keys), asked);
}

export function indexNames(
  keyMaker: KeyMaker,
  from: number,
  to: number,
  asked: Sieve | null = null,
): Buckets {
  return bucketsOf(USUAL_NAME_KEYS, from, to, (index, keys) => keyMaker.addNameKeys(index, keys), asked);
}

function indexLacking(keyMaker: KeyMaker, from: number, to: number): Buckets {
  return bucketsOf(USUAL_KEYS_OF_LACK, from, to, (index, keys) => {
    if (!lacksKeyField(keyMaker.people, index)) return;
    keyMaker.addFaint(index, keys);
    keys.keep(LACKING);
  });
}

function sieveOf({ starts, entries, shift }: Buckets): Sieve {
  const sieve = Sieve.of(shift);
  for (let bucket = 0; bucket < starts.length - 1; bucket++)
    for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++)
      sieve.add((bucket << shift) | (entries[at]! >>> PERSON_BITS));
  return sieve;
}
