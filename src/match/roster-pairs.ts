/**
 * Pairs of roster records on their way from the thread that found them to where they are weighed together: numbers,
 * four a pair, in the order in which they were found.
 */
import { GrowingUint32, type SharedNumbers } from "../machine/shared-numbers.ts";
import { MOST_PEOPLE } from "./buckets.ts";
import { termBitsOf, termCode } from "./found-pairs.ts";
import type { PackedLevels } from "./levels.ts";

/** Numbers of a pair, side by side. */
const WIDTH = 4;
const FIRST = 0;
const SECOND = 1;
const LEVELS = 2;
const TERMS = 3;

/** Pairs as another thread hands them over. */
export interface SharedRosterPairs {
  readonly numbers: SharedNumbers;
  readonly oneWay: SharedNumbers;
}

export class RosterPairs {
  private readonly numbers: GrowingUint32;
  /** Pairs that are too faint held one way and are not the other way: they resemble each other, and no more. */
  private readonly oneWay: GrowingUint32;

  constructor(from?: SharedRosterPairs) {
    this.numbers = new GrowingUint32(from?.numbers);
    this.oneWay = new GrowingUint32(from?.oneWay);
  }

  get count(): number {
    return this.numbers.length / WIDTH;
  }

  push(first: number, second: number, levels: PackedLevels, termBits: number): void {
    this.numbers.push(first);
    this.numbers.push(second);
    this.numbers.push(levels);
    this.numbers.push(termCode(termBits));
  }

  first(pair: number): number {
    return this.numbers.at(pair * WIDTH + FIRST);
  }

  second(pair: number): number {
    return this.numbers.at(pair * WIDTH + SECOND);
  }

  /** The same for the same two records, and for no others. */
  number(pair: number): number {
    return this.first(pair) * MOST_PEOPLE + this.second(pair);
  }

  levels(pair: number): PackedLevels {
    return this.numbers.at(pair * WIDTH + LEVELS);
  }

  termBits(pair: number): number {
    return termBitsOf(this.numbers.at(pair * WIDTH + TERMS));
  }

  pushOneWay(first: number, second: number): void {
    this.oneWay.push(first);
    this.oneWay.push(second);
  }

  /** Calls `visit` for all who resemble each other, those found from either side twice. */
  eachResembling(visit: (first: number, second: number) => void): void {
    for (let pair = 0; pair < this.count; pair++) visit(this.first(pair), this.second(pair));
    for (let i = 0; i < this.oneWay.length; i += 2) visit(this.oneWay.at(i), this.oneWay.at(i + 1));
  }

  shared(): SharedRosterPairs {
    return { numbers: this.numbers.shared(), oneWay: this.oneWay.shared() };
  }
}
