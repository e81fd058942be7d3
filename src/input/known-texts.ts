/**
 * Texts that come again and again in a column (places, offices, words of names), each understood once: found by the
 * bytes of the cell, so that a text that is known already costs neither a string nor another thought.
 */
import { Dictionary } from "../text/dictionary.ts";

/** Longer texts hardly repeat, and would cost memory. Bytes. */
const LONGEST_TEXT = 64;
/** From so many texts on all are forgotten: a column in which nothing repeats must not fill the memory. */
const MOST_TEXTS = 1 << 16;

/** Of a text that says more than a number can. */
export const NOT_KNOWN = -1;
const NOT_NUMBERED = -2;

export class KnownTexts {
  readonly #texts = new Dictionary();
  readonly #isPlain: (text: string) => boolean;
  readonly #numberOf: (text: string) => number;
  /** By the text's key: its number, NOT_KNOWN or NOT_NUMBERED. */
  #numbers = new Int32Array(64);

  /**
   * @param isPlain whether a text means its number and nothing else
   * @param numberOf the number of a plain text, asked for only when a row needs it; nobody asks where there is none
   */
  constructor(isPlain: (text: string) => boolean, numberOf: (text: string) => number = () => 0) {
    this.#isPlain = isPlain;
    this.#numberOf = numberOf;
  }

  /** The key of a plain text, by its bytes in UTF-8; NOT_KNOWN for any other. Keys hold until the next `begin`. */
  find(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST_TEXT) return NOT_KNOWN;
    const before = this.#texts.count;
    const key = this.#texts.internBytes(bytes, start, end);
    if (key === before) this.#learn(key);
    return this.#numbers[key] === NOT_KNOWN ? NOT_KNOWN : key;
  }

  number(key: number): number {
    const known = this.#numbers[key]!;
    if (known >= 0) return known;
    const number = this.#numberOf(this.#texts.text(key));
    this.#numbers[key] = number;
    return number;
  }

  text(key: number): string {
    return this.#texts.text(key);
  }

  /** To be said before each block of rows. */
  begin(): void {
    if (this.#texts.count > MOST_TEXTS) this.#texts.clear();
  }

  /** Asks anew for the numbers from `first` on, which were forgotten by whoever gave them. */
  forgetNumbers(first: number): void {
    const count = this.#texts.count;
    for (let key = 0; key < count; key++) if (this.#numbers[key]! >= first) this.#numbers[key] = NOT_NUMBERED;
  }

  #learn(key: number): void {
    if (key === this.#numbers.length) {
      const larger = new Int32Array(key * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[key] = this.#isPlain(this.#texts.text(key)) ? NOT_NUMBERED : NOT_KNOWN;
  }
}
