/**
 * What was found about pairs of numbers, remembered in a fixed space: the same few thousand words and places meet each
 * other again and again. A pair that needs another's place takes it.
 */
import { mix } from "../text/hash.ts";

/** Stands for a place that holds nothing: nothing found is so high. */
const EMPTY = 0xff;

export class PairMemory {
  private readonly mask: number;
  private readonly first: Uint32Array;
  private readonly second: Uint32Array;
  private readonly values: Uint8Array;

  /** @param places how many pairs are remembered; a power of two */
  constructor(places: number) {
    this.mask = places - 1;
    this.first = new Uint32Array(places);
    this.second = new Uint32Array(places);
    this.values = new Uint8Array(places).fill(EMPTY);
  }

  /** What was remembered of a pair, in this order; −1 for nothing. */
  recall(a: number, b: number): number {
    const place = this.placeOf(a, b);
    if (this.first[place] !== a || this.second[place] !== b) return -1;
    const value = this.values[place]!;
    return value === EMPTY ? -1 : value;
  }

  /** @param value below 255 */
  remember(a: number, b: number, value: number): void {
    const place = this.placeOf(a, b);
    this.first[place] = a;
    this.second[place] = b;
    this.values[place] = value;
  }

  /** Each is mixed in by itself: together, all pairs that differ in the same bits would have one place. */
  private placeOf(a: number, b: number): number {
    return mix(mix(0, a), b) & this.mask;
  }
}
