/**
 * A bit for the keys that may be among some: nearly everybody who asks for another is told so without looking any
 * further, and nobody who asks for one of them is turned away.
 */
import { sharedUint32 } from "../machine/shared-numbers.ts";

/** So many bits of a hash tell the keys of one bucket apart. */
const KEY_BITS = 3;
/** Bits of a hash. */
const HASH_BITS = 32;
const KEY_MASK = (1 << KEY_BITS) - 1;

/** As another thread gets it. */
export interface SharedSieve {
  readonly bits: Uint32Array;
  readonly shift: number;
}

export class Sieve {
  private readonly bits: Uint32Array;
  private readonly shift: number;

  constructor({ bits, shift }: SharedSieve) {
    this.bits = bits;
    this.shift = shift;
  }

  /**
   * With no key in it.
   * @param shift of the buckets whose keys it tells of (buckets.ts)
   */
  static of(shift: number): Sieve {
    return new Sieve({ bits: sharedUint32(Math.ceil(2 ** (HASH_BITS - shift + KEY_BITS) / 32)), shift });
  }

  /** @param hash of a key, or any with the same bucket and tag */
  add(hash: number): void {
    const place = this.placeOf(hash);
    this.bits[place >>> 5]! |= 1 << (place & 31);
  }

  /** False when a key is not in it. */
  mayHold(hash: number): boolean {
    return this.bitOf(hash) === 1;
  }

  /** 0 when a key is not in it, else 1. */
  bitOf(hash: number): number {
    const place = this.placeOf(hash);
    return (this.bits[place >>> 5]! >>> (place & 31)) & 1;
  }

  shared(): SharedSieve {
    return { bits: this.bits, shift: this.shift };
  }

  private placeOf(hash: number): number {
    return ((hash >>> this.shift) << KEY_BITS) | (hash & KEY_MASK);
  }
}
