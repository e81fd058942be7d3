/**
 * The keys by which anybody is looked for. Where the registry has nearly everybody as they stand in the roster, few are
 * looked for by more than their number: an index of what they ask for is a small part of one of everybody by all keys,
 * and they find the same in it.
 */
import { FAINT, FIRM, type KeyList, KIND } from "./keys.ts";
import { Sieve } from "./sieve.ts";

/** The `shift` of the buckets (buckets.ts) that each of the sieves stands before. */
export interface KeyShifts {
  readonly pieces: number;
  readonly names: number;
  readonly faint: number;
}

export class AskedKeys {
  readonly pieces: Sieve;
  readonly names: Sieve;
  /** What those who lack something ask for. */
  readonly faint: Sieve;
  /** 1 for those of whom the identifier, and name and birth date, are all that anybody asks for; null where it is nobody. */
  readonly images: Uint8Array | null;
  /** What those have by whom nobody is looked for, until another has the same. */
  private readonly alone: Sieve;

  /** @param shifts of the buckets of those who are looked for */
  constructor({ pieces, names, faint }: KeyShifts, images: Uint8Array | null = null) {
    this.images = images;
    this.pieces = Sieve.of(pieces);
    this.names = Sieve.of(names);
    this.faint = Sieve.of(faint);
    this.alone = Sieve.of(names);
  }

  /** Notes keys of name and birth date by which those meet who have the same, and do not look for others. */
  addShared(keys: KeyList): void {
    for (let k = 0; k < keys.count; k++) {
      const hash = keys.hashes[k]!;
      (this.alone.mayHold(hash) ? this.names : this.alone).add(hash);
    }
  }

  /** Notes the keys of somebody who looks. Identifiers, and those who lack something, are indexed in any case. */
  add(keys: KeyList): void {
    for (let k = 0; k < keys.count; k++) {
      const strength = keys.strengths[k]!;
      const kind = keys.kinds[k]!;
      if (strength === FAINT || kind === KIND.identifier) continue;
      const firm = kind === KIND.identifier_pieces ? this.pieces : this.names;
      (strength === FIRM ? firm : this.faint).add(keys.hashes[k]!);
    }
  }
}
