/**
 * Texts that come again and again in a column (places, offices, words of names), each understood once: recognised
 * while the bytes of the cell are read, so that a text that is known already costs neither a string nor another
 * thought.
 *
 * Reading goes from state to state by four bytes at a time; the state after the last bytes, fewer than four, is the
 * text. From the first state on no two texts come to the same one.
 */
import {
  BYTES_AT_ONCE,
  bytesBefore,
  firstBytes,
  fourTimes,
  inUpperCase,
  textEnds,
  wordEnds,
} from "../machine/four-bytes.ts";

/** Texts of so many bytes hardly repeat, and would cost memory. */
const TOO_LONG = 64;
/** From so many states on all are forgotten: a column in which nothing repeats must not fill the memory. */
const MOST_STATES = 1 << 17;

/** Of a text that says more than a number can. */
export const NOT_KNOWN = -1;
const NOT_NUMBERED = -2;
/** Of a state that no text has ended in. */
const NO_TEXT = -3;

const FIRST_STATE = 0;

/** A step takes four numbers: the state it leads from, the bytes, and the state it leads to; 0 where there is none. */
const STEP_WIDTH = 4;
const FROM = 0;
const BYTES = 1;
const TO = 2;

const FIRST_SLOT_BITS = 8;
const GROWTH_BITS = 1;
const NUMBER_BITS = 32;
/** Bring what differs anywhere in a number into its highest bits (Knuth's multiplicative hashing). */
const SPREAD = 0x9e3779b1;
const SPREAD_STATES = 0x85ebca6b;

export class KnownTexts {
  /** Of the text that was read last; NOT_KNOWN where it is not a plain one. Keys hold until the next `begin`. */
  key = NOT_KNOWN;

  readonly #isPlain: (text: string) => boolean;
  readonly #numberOf: (text: string) => number;
  /** By hash of where they lead from; at most half full. */
  #steps = new Int32Array(STEP_WIDTH << FIRST_SLOT_BITS);
  /** What is left of a hash when it is cut to a slot. */
  #shift = NUMBER_BITS - FIRST_SLOT_BITS;
  #states = FIRST_STATE + 1;
  /** By state: the number of the text that ends there, NOT_KNOWN, NOT_NUMBERED or NO_TEXT. */
  #numbers = new Int32Array(1 << FIRST_SLOT_BITS).fill(NO_TEXT);
  #texts: string[] = [];
  /** Keys that were numbered since numbers were last forgotten. */
  #numbered: number[] = [];

  /**
   * @param isPlain whether a text means its number and nothing else
   * @param numberOf the number of a plain text, asked for only when a row needs it; nobody asks where there is none
   */
  constructor(isPlain: (text: string) => boolean, numberOf: (text: string) => number = () => 0) {
    this.#isPlain = isPlain;
    this.#numberOf = numberOf;
  }

  /** Reads a text (UTF-8) up to the first control character or byte `stop`; returns where that is. Sets `key`. */
  read(bytes: DataView, start: number, stop: number): number {
    const stops = fourTimes(stop);
    // a number that is known to be whole is faster to count with
    let at = start | 0;
    let state = FIRST_STATE;
    const tooFar = at + TOO_LONG;
    while (at < tooFar) {
      const four = bytes.getInt32(at, true);
      const ends = textEnds(four, stops);
      if (ends !== 0) return this.#end(state, four, ends, bytes, start, at);
      state = this.#step(state, four);
      at += BYTES_AT_ONCE;
    }
    this.key = NOT_KNOWN;
    return at;
  }

  /** The same of a word, up to the first byte that is no letter; it makes no difference in which case it is. */
  readWord(bytes: DataView, start: number): number {
    let at = start | 0;
    let state = FIRST_STATE;
    const tooFar = at + TOO_LONG;
    while (at < tooFar) {
      const four = inUpperCase(bytes.getInt32(at, true));
      const ends = wordEnds(four);
      if (ends !== 0) return this.#end(state, four, ends, bytes, start, at);
      state = this.#step(state, four);
      at += BYTES_AT_ONCE;
    }
    this.key = NOT_KNOWN;
    return at;
  }

  number(key: number): number {
    const known = this.#numbers[key]!;
    if (known >= 0) return known;
    const number = this.#numberOf(this.#texts[key]!);
    this.#numbers[key] = number;
    this.#numbered.push(key);
    return number;
  }

  text(key: number): string {
    return this.#texts[key]!;
  }

  /** To be said before each batch of rows. */
  begin(): void {
    if (this.#states <= MOST_STATES) return;
    this.#states = FIRST_STATE + 1;
    this.#steps.fill(0);
    this.#numbers.fill(NO_TEXT);
    this.#texts = [];
    this.#numbered = [];
  }

  /** Asks anew for the numbers from `first` on, which were forgotten by whoever gave them. */
  forgetNumbers(first: number): void {
    for (const key of this.#numbered) if (this.#numbers[key]! >= first) this.#numbers[key] = NOT_NUMBERED;
    this.#numbered = [];
  }

  /** Goes on from a state by the last bytes of a text, those before the first that is marked as an end. */
  #end(state: number, four: number, ends: number, bytes: DataView, start: number, at: number): number {
    const left = bytesBefore(ends);
    const end = at + left;
    const key = this.#step(state, firstBytes(four, left));
    if (this.#numbers[key] === NO_TEXT) this.#learn(key, bytes, start, end);
    this.key = this.#numbers[key] === NOT_KNOWN ? NOT_KNOWN : key;
    return end;
  }

  /** Where four bytes, or the last of a text, lead to from a state. */
  #step(from: number, four: number): number {
    const steps = this.#steps;
    const mask = steps.length - 1;
    for (let at = slotOf(from, four, this.#shift); ; at = (at + STEP_WIDTH) & mask) {
      const to = steps[at + TO]!;
      if (to === 0) return this.#newState(from, four, at);
      if (steps[at + BYTES] === four && steps[at + FROM] === from) return to;
    }
  }

  #newState(from: number, four: number, at: number): number {
    const to = this.#states++;
    this.#steps[at + FROM] = from;
    this.#steps[at + BYTES] = four;
    this.#steps[at + TO] = to;
    if (this.#states * 2 * STEP_WIDTH > this.#steps.length) this.#grow();
    return to;
  }

  #learn(key: number, bytes: DataView, start: number, end: number): void {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString();
    this.#texts[key] = text;
    this.#numbers[key] = this.#isPlain(text) ? NOT_NUMBERED : NOT_KNOWN;
  }

  #grow(): void {
    const before = this.#steps;
    const steps = new Int32Array(before.length << GROWTH_BITS);
    const mask = steps.length - 1;
    this.#shift -= GROWTH_BITS;
    for (let step = 0; step < before.length; step += STEP_WIDTH) {
      if (before[step + TO] === 0) continue;
      let at = slotOf(before[step + FROM]!, before[step + BYTES]!, this.#shift);
      while (steps[at + TO] !== 0) at = (at + STEP_WIDTH) & mask;
      for (let i = 0; i < STEP_WIDTH; i++) steps[at + i] = before[step + i]!;
    }
    this.#steps = steps;
    const numbers = new Int32Array(this.#numbers.length << GROWTH_BITS).fill(NO_TEXT);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}

/** Where the step from a state is looked for first. */
function slotOf(from: number, four: number, shift: number): number {
  return (Math.imul(Math.imul(from, SPREAD_STATES) ^ four, SPREAD) >>> shift) * STEP_WIDTH;
}
