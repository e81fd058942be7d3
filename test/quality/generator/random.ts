/**
 * Chance that can be looked up: every draw is a pure function of a seed, a purpose and an index, and every order
 * is a permutation that can be run in both directions. So nothing has to be kept in memory to know who person
 * 1,234,567 is or on which row she stands. It refuses to be a source of secrets: it is fast, not safe.
 */

/** Spreads the bits of a 32-bit integer (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A 32-bit key for a seed and a purpose (FNV-1a over the purpose's letters). */
function keyOf(seed: number, purpose: string): number {
  let h = 0x811c9dc5 ^ mix(seed);
  for (let i = 0; i < purpose.length; i++) h = Math.imul(h ^ purpose.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** One stream of draws (splitmix32). */
export class Roll {
  #state: number;

  constructor(state: number) {
    this.#state = state;
  }

  /** A whole number, 0 … 2^32 − 1. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return mix(this.#state);
  }

  /** A fraction, 0 ≤ x < 1. */
  fraction(): number {
    return this.next() / 4294967296;
  }

  /** A whole number, 0 … n − 1. */
  below(n: number): number {
    return Math.floor(this.fraction() * n);
  }

  chance(share: number): boolean {
    return this.fraction() < share;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Like pick, but the front of the list is drawn more often, as the common names of a place are. */
  pickCommon<T>(list: readonly T[]): T {
    const x = this.fraction();
    return list[Math.floor(x * Math.sqrt(x) * list.length)]!;
  }
}

/** The draws of one purpose: `at(index)` always starts the same stream for the same index. */
export class Chance {
  readonly #key: number;

  constructor(seed: number, purpose: string) {
    this.#key = keyOf(seed, purpose);
  }

  at(index: number): Roll {
    return new Roll(mix(this.#key ^ mix(index)));
  }
}

const FEISTEL_ROUNDS = 4;

/**
 * A shuffle of 0 … size − 1 that is computed, not stored: a Feistel network over the next even number of bits,
 * walked until it lands inside (so on average fewer than four steps). `tweak` gives an independent shuffle of
 * the same size.
 */
export class Permutation {
  readonly size: number;
  readonly #key: number;
  readonly #half: number;
  readonly #mask: number;

  constructor(seed: number, purpose: string, size: number) {
    this.size = size;
    this.#key = keyOf(seed, purpose);
    let half = 1;
    while (4 ** half < size) half++;
    this.#half = half;
    this.#mask = 2 ** half - 1;
  }

  at(index: number, tweak = 0): number {
    const key = this.#key ^ mix(tweak);
    let x = index;
    do {
      let high = x >>> this.#half;
      let low = x & this.#mask;
      for (let round = 0; round < FEISTEL_ROUNDS; round++) {
        const next = high ^ (mix(key + Math.imul(round + 1, 0x9e3779b9) + low) & this.#mask);
        high = low;
        low = next;
      }
      x = ((high << this.#half) | low) >>> 0;
    } while (x >= this.size);
    return x;
  }

  /** The index that `at` sends to this place. */
  indexOf(place: number, tweak = 0): number {
    const key = this.#key ^ mix(tweak);
    let x = place;
    do {
      let high = x >>> this.#half;
      let low = x & this.#mask;
      for (let round = FEISTEL_ROUNDS - 1; round >= 0; round--) {
        const before = low ^ (mix(key + Math.imul(round + 1, 0x9e3779b9) + high) & this.#mask);
        low = high;
        high = before;
      }
      x = ((high << this.#half) | low) >>> 0;
    } while (x >= this.size);
    return x;
  }
}
