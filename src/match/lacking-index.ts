/**
 * Those who lack a number or a birth date, by the faint keys that stand for what they lack. Nearly everybody looks for
 * one of them and hardly anybody finds one, so a sieve stands before the buckets.
 */
import { type Buckets, bucketsOf, emptyBuckets, PERSON_BITS } from "./buckets.ts";
import { type KeyMaker, lacksKeyField } from "./key-maker.ts";
import { LACKING } from "./keys.ts";
import { type SharedSieve, Sieve } from "./sieve.ts";

/** Keys of those few, spread over all people. */
const USUAL_KEYS = 1;

/** As another thread gets it. */
export interface SharedLacking {
  readonly buckets: Buckets;
  readonly sieve: SharedSieve;
}

export class LackingIndex {
  /** By the keys of strength LACKING. */
  readonly buckets: Buckets;
  /** What keys any of them may stand under. */
  readonly sieve: Sieve;
  readonly isEmpty: boolean;

  constructor({ buckets, sieve }: SharedLacking) {
    this.buckets = buckets;
    this.sieve = new Sieve(sieve);
    this.isEmpty = buckets.starts.at(-1) === 0;
  }

  /**
   * Indexes those of the people numbered from `from` up to `to` who lack something.
   * @param isMeant which of them
   */
  static of(
    keyMaker: KeyMaker,
    from: number,
    to: number,
    isMeant: (index: number) => boolean = () => true,
  ): LackingIndex {
    const buckets = bucketsOf(USUAL_KEYS, from, to, (index, keys) => {
      if (!lacksKeyField(keyMaker.people, index) || !isMeant(index)) return;
      keyMaker.addFaint(index, keys);
      keys.keep(LACKING);
    });
    return new LackingIndex({ buckets, sieve: sieveOf(buckets).shared() });
  }

  /** In which nobody stands. */
  static none(): LackingIndex {
    const buckets = emptyBuckets();
    return new LackingIndex({ buckets, sieve: sieveOf(buckets).shared() });
  }

  shared(): SharedLacking {
    return { buckets: this.buckets, sieve: this.sieve.shared() };
  }
}

function sieveOf({ starts, entries, shift }: Buckets): Sieve {
  const sieve = Sieve.of(shift);
  for (let bucket = 0; bucket < starts.length - 1; bucket++)
    for (let at = starts[bucket]!; at < starts[bucket + 1]!; at++)
      sieve.add((bucket << shift) | (entries[at]! >>> PERSON_BITS));
  return sieve;
}
