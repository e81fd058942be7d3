/**
 * Plain names understood while their bytes are read, without making a text of them: words of letters and single spaces.
 * In front of them may stand a title with a dot, or the first of them be written short; behind them nothing but a comma
 * and titles. Which words and titles are plain is for plain-name.ts to say, once for each.
 */
import { LONGEST_BLANK, tidyName } from "./cell.ts";
import { KnownTexts, NOT_KNOWN } from "./known-texts.ts";
import type { People, PlainRow } from "./people.ts";
import { canBeTitle, isFrontTitle, isPlainEnd, isPlainTail, isPlainWord, isShortWord } from "./plain-name.ts";

const SPACE = 0x20;
const COMMA = 0x2c;
const DOT = 0x2e;

/** A longer name is read as text. */
const MOST_WORDS = 6;
/** The bit of a name's first word. */
const FIRST_WORD = 1;

/** In place of where a name ends that must be read as text. */
const NOT_PLAIN = -1;

export class PlainNameReader {
  readonly #words: KnownTexts;
  readonly #shortWords: KnownTexts;
  readonly #frontTitles = new KnownTexts((word) => isFrontTitle(`${word}.`));
  readonly #ends = new KnownTexts(isPlainEnd);
  readonly #tails = new KnownTexts(isPlainTail);
  /** Whole names that are as short as words for nothing. */
  readonly #shortNames = new KnownTexts((text) => tidyName(text) === text);
  readonly #known: readonly KnownTexts[];

  /** Of the name that was read last: the keys of its words, how many there are, and whether the first is written short. */
  readonly #keys = new Int32Array(MOST_WORDS);
  #count = 0;
  #isFirstShort = false;

  /** @param people whose numbers the words get */
  constructor({ words }: People) {
    const numberOf = (word: string): number => words.intern(word.toUpperCase());
    this.#words = new KnownTexts(isPlainWord, numberOf);
    this.#shortWords = new KnownTexts((word) => isShortWord(`${word}.`), numberOf);
    this.#known = [
      this.#words,
      this.#shortWords,
      this.#frontTitles,
      this.#ends,
      this.#tails,
      this.#shortNames,
    ];
  }

  /** To be said before each batch of rows. */
  begin(): void {
    for (const texts of this.#known) texts.begin();
  }

  /** Asks anew for the numbers of words from `first` on, which were forgotten by whoever gave them. */
  forgetNumbers(first: number): void {
    this.#words.forgetNumbers(first);
    this.#shortWords.forgetNumbers(first);
  }

  /**
   * Reads a name (UTF-8) up to byte `stop` or a control character.
   * @returns where it ends, if that is where it stops; below 0 for a name that must be read as text
   */
  read(bytes: DataView, start: number, stop: number): number {
    const words = this.#words;
    const keys = this.#keys;
    let count = 0;
    // letters of the last word, the one before it and the one before that
    let last = 0;
    let second = 0;
    let third = 0;
    let shortLetters = 0;
    let at = start | 0;
    let byte: number;
    for (;;) {
      const wordStart = at;
      at = words.readWord(bytes, wordStart);
      byte = bytes.getUint8(at);
      if (at === wordStart || count === MOST_WORDS) return NOT_PLAIN;
      if (byte === DOT && wordStart === start) {
        this.#frontTitles.readWord(bytes, start);
        if (this.#frontTitles.key === NOT_KNOWN) {
          this.#shortWords.readWord(bytes, start);
          if (this.#shortWords.key === NOT_KNOWN) return NOT_PLAIN;
          keys[count++] = this.#shortWords.key;
          last = shortLetters = at - start;
        }
        at++;
        if (bytes.getUint8(at) === SPACE) at++;
        continue;
      }
      // a word that was written short once counts as short wherever it stands
      if (words.key === NOT_KNOWN || at - wordStart === shortLetters) return NOT_PLAIN;
      keys[count++] = words.key;
      third = second;
      second = last;
      last = at - wordStart;
      if (byte !== SPACE) break;
      at++;
    }
    // the whole name is never a title
    if (count > 2 && canBeTitle(second + last)) {
      if (count > 3 && canBeTitle(third + second + last)) return NOT_PLAIN;
      this.#ends.read(bytes, at - last - 1 - second, byte);
      if (this.#ends.key === NOT_KNOWN) return NOT_PLAIN;
    }
    if (byte === COMMA && stop !== COMMA) {
      at = this.#tails.read(bytes, at, stop);
      if (this.#tails.key === NOT_KNOWN) return NOT_PLAIN;
    }
    if (at - start <= LONGEST_BLANK) {
      this.#shortNames.read(bytes, start, stop);
      if (this.#shortNames.key === NOT_KNOWN) return NOT_PLAIN;
    }
    this.#count = count;
    this.#isFirstShort = shortLetters > 0;
    return at;
  }

  /** Puts the words of the name that was read last into a row; they get their numbers now. */
  putInto(row: PlainRow): void {
    const keys = this.#keys;
    row.wordCount = this.#count;
    row.shortened = this.#isFirstShort ? FIRST_WORD : 0;
    for (let i = 0; i < row.wordCount; i++)
      row.words[i] = (i === 0 && this.#isFirstShort ? this.#shortWords : this.#words).number(keys[i]!);
  }
}
