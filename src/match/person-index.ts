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
import type { KeyMaker } from "./key-maker.ts";
import { FAINT, FIRM, type KeyList, KIND, mayBeNear } from "./keys.ts";
import { LackingIndex, type SharedLacking } from "./lacking-index.ts";
import type { Recognised } from "./recognised.ts";
import type { Sieve } from "./sieve.ts";

/** Keys of an ordinary record, firm and faint. */
const USUAL_IDENTIFIERS = 1;
const USUAL_PIECES = 6;
const USUAL_NAME_KEYS = 6;
const USUAL_FAINT_KEYS = 8;

/** The index as another thread gets it. */
export interface SharedIndex {
  readonly identifiers: Buckets;
  readonly keys: KeyBuckets | null;
  readonly lacking: SharedLacking;
  readonly lackingUnrecognised: SharedLacking;
  readonly faint: Buckets | null;
  readonly images: Uint8Array | null;
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
  /** Those who lack something. */
  private everyLacking: LackingIndex;
  /** Those of them who are not recognised. */
  private lackingUnrecognised: LackingIndex;
  /** Everybody by faint keys, for those who lack something to look in: nobody else needs it. */
  private faint: Buckets | null;
  /** 1 for those who were indexed as images (asked-keys.ts); null where nobody was. */
  private images: Uint8Array | null;

  constructor({ identifiers, keys, lacking, lackingUnrecognised, faint, images }: SharedIndex) {
    this.identifiers = identifiers;
    this.keys = keys;
    this.everyLacking = new LackingIndex(lacking);
    this.lackingUnrecognised = new LackingIndex(lackingUnrecognised);
    this.faint = faint;
    this.images = images;
  }

  /** Becomes what another thread handed over. */
  adopt({ identifiers, keys, lacking, lackingUnrecognised, faint, images }: SharedIndex): void {
    this.identifiers = identifiers;
    this.keys = keys;
    this.everyLacking = new LackingIndex(lacking);
    this.lackingUnrecognised = new LackingIndex(lackingUnrecognised);
    this.faint = faint;
    this.images = images;
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
    const lacking = LackingIndex.of(keyMaker, from, to).shared();
    const lackingUnrecognised = lacking;
    return new PersonIndex({
      identifiers,
      keys: null,
      lacking,
      lackingUnrecognised,
      faint: null,
      images: null,
    });
  }

  /**
   * Takes the same people by their other keys, of strength FIRM.
   * @param asked where they were indexed by these alone, and nobody will look for them by others
   */
  take(keys: KeyBuckets | null, asked: AskedKeys | null = null): void {
    this.keys = keys;
    this.asked = asked;
    this.images = asked?.images ?? null;
    this.faint = null;
  }

  /** Gives the memory of the other keys back: from now on people are found by their identifiers and nothing else. */
  forgetKeys(): void {
    this.take(null);
  }

  /** Tells those who lack something and are not recognised from those who are. */
  recognise(keyMaker: KeyMaker, from: number, to: number, recognised: Recognised): void {
    this.lackingUnrecognised = LackingIndex.of(keyMaker, from, to, (index) => !recognised.has(index));
  }

  /** Those who lack something, for somebody to look in who is recognised, or is not. */
  lacking(isRecognised: boolean): LackingIndex {
    return isRecognised ? this.lackingUnrecognised : this.everyLacking;
  }

  /** Whether a person is found by the identifier and by name and birth date alone. */
  isImage(index: number): boolean {
    return this.images !== null && this.images[index] === 1;
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
    const add = (index: number, keys: KeyList): void => {
      if (!this.isImage(index)) keyMaker.addFaint(index, keys);
    };
    this.faint = bucketsOf(USUAL_FAINT_KEYS, from, to, add, this.asked?.faint);
  }

  /** Gives the memory back: from now on nobody is found. */
  release(): void {
    const empty = emptyBuckets();
    this.identifiers = empty;
    this.take({ pieces: empty, names: empty });
    this.everyLacking = LackingIndex.none();
    this.lackingUnrecognised = this.everyLacking;
  }

  get droppedBlocks(): number {
    const all = [this.identifiers, this.pieces, this.names, this.everyLacking.buckets, this.faint];
    return all.reduce((sum, buckets) => sum + (buckets?.droppedBlocks ?? 0), 0);
  }

  shared(): SharedIndex {
    const { identifiers, keys, everyLacking, lackingUnrecognised, faint, images } = this;
    return {
      identifiers,
      keys,
      lacking: everyLacking.shared(),
      lackingUnrecognised: lackingUnrecognised.shared(),
      faint,
      images,
    };
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
    if (strength === FAINT) return this.everyLacking.buckets;
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
    pieces: indexPieces(keyMaker, from, to, asked?.pieces, asked?.images),
    names: indexNames(keyMaker, from, to, asked?.names, asked?.images),
  };
}

/** @param images 1 for those who are not meant; null where all are */
export function indexPieces(
  keyMaker: KeyMaker,
  from: number,
  to: number,
  asked: Sieve | null = null,
  images: Uint8Array | null = null,
): Buckets {
  const add = (index: number, keys: KeyList): void => {
    if (images === null || images[index] === 0) keyMaker.addPieces(index, keys);
  };
  return bucketsOf(USUAL_PIECES, from, to, add, asked);
}

/** @param images 1 for those of whom the whole name with the birth date is all that is meant; null where nobody is one */
export function indexNames(
  keyMaker: KeyMaker,
  from: number,
  to: number,
  asked: Sieve | null = null,
  images: Uint8Array | null = null,
): Buckets {
  const add = (index: number, keys: KeyList): void => {
    if (images === null || images[index] === 0) keyMaker.addNameKeys(index, keys);
    else keyMaker.addDateName(index, keys);
  };
  return bucketsOf(USUAL_NAME_KEYS, from, to, add, asked);
}
