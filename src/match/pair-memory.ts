/**
 * What was found about pairs of numbers, remembered in a bounded space: the same few thousand words and places meet each
 * other again and again. A pair that needs another's place takes it.
 */
import { mix } from "../text/hash.ts";

/** Stands for a place that holds nothing, as memory is when it is asked for: values are kept one higher. */
const EMPTY = 0;
/** Enough for the pairs of a small office; for a larger one the space grows. */
const FIRST_PLACES = 1 << 12;
/** How many times as many places there are after growing. */
const GROWTH = 4;
/** The space grows when there are fewer places than this for every pair: then few pairs have taken another's place. */
const ROOM = 8;

export class PairMemory {
  private readonly most: number;
  private mask: number;
  private first: Uint32Array;
  private second: Uint32Array;
  private values: Uint8Array;
  /** Places that hold something. */
  private taken = 0;

  /** @param most how many pairs are remembered at the utmost; a power of two */
  constructor(most: number) {
    this.most = most;
    const places = Math.min(most, FIRST_PLACES);
    this.mask = places - 1;
    this.first = new Uint32Array(places);
    this.second = new Uint32Array(places);
    this.values = new Uint8Array(places);
  }

  /** What was remembered of a pair, in this order; −1 for nothing. */
  recall(a: number, b: number): number {
    const place = this.placeOf(a, b);
    if (this.first[place] !== a || this.second[place] !== b) return -1;
    return this.values[place]! - 1;
  }

  /** @param value below 255 */
  remember(a: number, b: number, value: number): void {
    const place = this.placeOf(a, b);
    if (this.values[place] === EMPTY) this.taken++;
    this.first[place] = a;
    this.second[place] = b;
    this.values[place] = value + 1;
    if (this.taken * ROOM > this.values.length && this.values.length < this.most) this.grow();
  }

  /** Every pair that is remembered takes its place among more of them. */
  private grow(): void {
    const { first, second, values } = this;
    const places = Math.min(this.most, GROWTH * values.length);
    this.mask = places - 1;
    this.first = new Uint32Array(places);
    this.second = new Uint32Array(places);
    this.values = new Uint8Array(places);
    this.taken = 0;
    for (const [place, value] of values.entries())
      if (value !== EMPTY) this.remember(first[place]!, second[place]!, value - 1);
  }

  /** Each is mixed in by itself: together, all pairs that differ in the same bits would have one place. */
  private placeOf(a: number, b: number): number {
    return mix(mix(0, a), b) & this.mask;
  }
}
