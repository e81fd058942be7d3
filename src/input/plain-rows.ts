/**
 * Rows of ordinary persons, read from the bytes of their lines without making a text of any cell: a complete NIK, a
 * name of letters, a numeric date, places and offices that came before. What is not plainly of that kind is left to
 * be read as text, which it may always be: both ways put the same into the store.
 */
import { isRealDate, packDate } from "../field/birth-date.ts";
import { NIK_HALF } from "../field/packed-nik.ts";
import { cleanPlace } from "../field/place.ts";
import { cleanSex } from "../field/sex.ts";
import { LONGEST_BLANK, tidy, tidyName } from "./cell.ts";
import { KnownTexts, NOT_KNOWN } from "./known-texts.ts";
import type { LineCells } from "./line-cells.ts";
import { type People, PlainRow } from "./people.ts";
import {
  canBeTitle,
  isFrontTitle,
  isPlainEnd,
  isPlainTail,
  isPlainWord,
  isShortWord,
  lettersOf,
} from "./plain-name.ts";
import type { RowContext } from "./record.ts";
import type { Layout, Picks, RowReader } from "./row-reader.ts";

const SPACE = 0x20;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const CASE_BIT = 0x20;

/** Words of a name; a longer one is read as text. */
const MOST_WORDS = 6;

/** The cells of a row that are kept as they were read, two numbers each: where they begin and end. */
const NIK_SPAN = 0;
const NAME_SPAN = 2;
const PLACE_SPAN = 4;
const DATE_SPAN = 6;
const SEX_SPAN = 8;
const STATUS_SPAN = 10;
const SPANS = 12;

const NO_DATE = -1;
/** The bit of a name's first word. */
const FIRST_WORD = 1;

export class PlainRows {
  readonly #reader: RowReader;
  readonly #people: People;
  readonly #file: number;
  /** A month in front of the day where the year comes last. */
  readonly #isMonthFirst: boolean;
  readonly #isPossible: boolean;

  readonly #words: KnownTexts;
  readonly #frontTitles: KnownTexts;
  readonly #shortWords: KnownTexts;
  readonly #ends: KnownTexts;
  readonly #tails: KnownTexts;
  /** Whole names that are as short as words for nothing. */
  readonly #shortNames: KnownTexts;
  readonly #places: KnownTexts;
  readonly #sexes: KnownTexts;
  readonly #statuses: KnownTexts;
  readonly #units: KnownTexts;
  readonly #known: readonly KnownTexts[];
  #cleared: number;

  #picks: Picks | null = null;
  #arePlainPicks = false;

  readonly #row = new PlainRow();
  readonly #spans = new Int32Array(SPANS);
  readonly #wordKeys = new Int32Array(MOST_WORDS);

  constructor(reader: RowReader, layout: Layout, context: RowContext, people: People, file: number) {
    this.#reader = reader;
    this.#people = people;
    this.#file = file;
    this.#isMonthFirst = context.order === "mdy";
    this.#isPossible = context.field.kind === "nik" && !layout.isAnswers;
    this.#words = new KnownTexts(isPlainWord, (word) => people.words.intern(word.toUpperCase()));
    this.#frontTitles = new KnownTexts(isFrontTitle);
    this.#shortWords = new KnownTexts(isShortWord, (word) => people.words.intern(lettersOf(word)));
    this.#ends = new KnownTexts(isPlainEnd);
    this.#tails = new KnownTexts(isPlainTail);
    this.#shortNames = new KnownTexts((text) => tidyName(text) === text);
    this.#places = new KnownTexts(isPlainText, (text) => people.places.intern(cleanPlace(text).value));
    this.#sexes = new KnownTexts(isPlainText, (text) => cleanSex(text, context.english));
    this.#statuses = new KnownTexts(isPlainText);
    this.#units = new KnownTexts(isPlainText, (text) => people.units.intern(text));
    this.#known = [
      this.#words,
      this.#frontTitles,
      this.#shortWords,
      this.#ends,
      this.#tails,
      this.#shortNames,
      this.#places,
      this.#sexes,
      this.#statuses,
      this.#units,
    ];
    this.#cleared = people.cleared;
  }

  /** To be said before each block of rows. */
  begin(): void {
    const { words, places, units, cleared } = this.#people;
    for (const texts of this.#known) texts.begin();
    if (cleared === this.#cleared) return;
    this.#words.forgetNumbers(words.first);
    this.#shortWords.forgetNumbers(words.first);
    this.#places.forgetNumbers(places.first);
    this.#units.forgetNumbers(units.first);
    this.#cleared = cleared;
  }

  /** Adds the next row of the file where it is plainly a person's. Otherwise nothing has happened. */
  add(bytes: Uint8Array, cells: LineCells): boolean {
    const reader = this.#reader;
    if (!this.#isPossible || cells.count !== reader.width || !reader.isInBody) return false;
    const picks = reader.picks;
    if (picks !== this.#picks) {
      this.#picks = picks;
      this.#arePlainPicks = arePlain(picks, reader.width);
    }
    if (!this.#arePlainPicks) return false;

    this.#span(NIK_SPAN, cells, picks.nik);
    this.#span(NAME_SPAN, cells, picks.names[0]!);
    this.#span(PLACE_SPAN, cells, picks.birthPlace);
    this.#span(DATE_SPAN, cells, picks.birthDate);
    this.#span(SEX_SPAN, cells, picks.sex);
    this.#span(STATUS_SPAN, cells, picks.status);
    if (!this.#readNik(bytes) || !this.#isNotCard(bytes, cells, picks.familyCard)) return false;
    const date = this.#readDate(bytes);
    if (date === NO_DATE) return false;
    const spans = this.#spans;
    const sex = this.#sexes.find(bytes, spans[SEX_SPAN]!, spans[SEX_SPAN + 1]!);
    const place = this.#places.find(bytes, spans[PLACE_SPAN]!, spans[PLACE_SPAN + 1]!);
    const status = this.#statuses.find(bytes, spans[STATUS_SPAN]!, spans[STATUS_SPAN + 1]!);
    if (sex === NOT_KNOWN || place === NOT_KNOWN || status === NOT_KNOWN || !this.#readName(bytes))
      return false;
    const unitStart = picks.unit < 0 ? 0 : cells.starts[picks.unit]!;
    const unitEnd = picks.unit < 0 ? 0 : cells.ends[picks.unit]!;
    const unitKey = unitEnd === unitStart ? NO_UNIT : this.#units.find(bytes, unitStart, unitEnd);
    if (unitKey === NOT_KNOWN) return false;

    const row = this.#row;
    const unit = unitKey === NO_UNIT ? reader.unitWhereBlank : this.#units.text(unitKey);
    row.unit = unitKey === NO_UNIT ? this.#people.units.intern(unit) : this.#units.number(unitKey);
    row.date = date;
    row.sex = this.#sexes.number(sex) as PlainRow["sex"];
    row.place = this.#places.number(place);
    for (let i = 0; i < row.wordCount; i++) {
      const isShort = i === 0 && row.shortened !== 0;
      row.words[i] = (isShort ? this.#shortWords : this.#words).number(this.#wordKeys[i]!);
    }
    this.#people.addPlain(row, bytes, spans, this.#file, reader.passPerson(unit));
    return true;
  }

  #span(span: number, { starts, ends }: LineCells, column: number): void {
    this.#spans[span] = column < 0 ? 0 : starts[column]!;
    this.#spans[span + 1] = column < 0 ? 0 : ends[column]!;
  }

  /** Sixteen digits of which the last four are not all zero: those a spreadsheet has zeroed. */
  #readNik(bytes: Uint8Array): boolean {
    const start = this.#spans[NIK_SPAN]!;
    if (this.#spans[NIK_SPAN + 1]! - start !== 2 * NIK_HALF) return false;
    const high = packedDigits(bytes, start);
    const low = packedDigits(bytes, start + NIK_HALF);
    if (high < 0 || low < 0 || low % SERIALS === 0) return false;
    this.#row.nikHigh = high;
    this.#row.nikLow = low;
    return true;
  }

  /** Whether the row's family card, where it has one, is a number like its NIK and not the same. */
  #isNotCard(bytes: Uint8Array, { starts, ends }: LineCells, column: number): boolean {
    if (column < 0) return true;
    const start = starts[column]!;
    const length = ends[column]! - start;
    if (length === 0) return true;
    if (length !== 2 * NIK_HALF) return false;
    const high = packedDigits(bytes, start);
    const low = packedDigits(bytes, start + NIK_HALF);
    return high >= 0 && low >= 0 && (high !== this.#row.nikHigh || low !== this.#row.nikLow);
  }

  /**
   * The words of a name of letters and single spaces. In front of them may stand a title with a dot, or the first of
   * them be written short; behind them nothing but a comma and titles.
   */
  #readName(bytes: Uint8Array): boolean {
    const start = this.#spans[NAME_SPAN]!;
    const end = this.#spans[NAME_SPAN + 1]!;
    const keys = this.#wordKeys;
    let count = 0;
    // of the last word, the one before it and the one before that
    let last = 0;
    let second = 0;
    let third = 0;
    let shortLetters = 0;
    let wordStart = start;
    for (let at = start; at <= end; at++) {
      const byte = at === end ? SPACE : bytes[at]!;
      if (isLetter(byte)) continue;
      if (at === wordStart || count === MOST_WORDS) return false;
      if (byte === DOT && wordStart === start) {
        if (this.#frontTitles.find(bytes, start, at + 1) === NOT_KNOWN) {
          const short = this.#shortWords.find(bytes, start, at + 1);
          if (short === NOT_KNOWN) return false;
          keys[count++] = short;
          last = shortLetters = at - start;
        }
        if (bytes[at + 1] === SPACE) at++;
        wordStart = at + 1;
        continue;
      }
      // a word that was written short once counts as short wherever it stands
      if (at - wordStart === shortLetters) return false;
      const key = this.#words.find(bytes, wordStart, at);
      if (key === NOT_KNOWN) return false;
      keys[count++] = key;
      third = second;
      second = last;
      last = at - wordStart;
      wordStart = at + 1;
      if (byte === SPACE) continue;
      if (byte !== COMMA || this.#tails.find(bytes, at, end) === NOT_KNOWN) return false;
      break;
    }
    // the whole name is never a title
    if (count > 2 && canBeTitle(second + last)) {
      if (count > 3 && canBeTitle(third + second + last)) return false;
      const wordsEnd = wordStart - 1;
      const endStart = wordsEnd - last - 1 - second;
      if (this.#ends.find(bytes, endStart, wordsEnd) === NOT_KNOWN) return false;
    }
    if (end - start <= LONGEST_BLANK && this.#shortNames.find(bytes, start, end) === NOT_KNOWN) return false;
    this.#row.wordCount = count;
    this.#row.shortened = shortLetters > 0 ? FIRST_WORD : 0;
    return true;
  }

  /** A day of the calendar in numbers, its year of four digits, packed; 0 for an empty cell; else NO_DATE. */
  #readDate(bytes: Uint8Array): number {
    const start = this.#spans[DATE_SPAN]!;
    const end = this.#spans[DATE_SPAN + 1]!;
    if (start === end) return 0;
    let at = start;
    let first = 0;
    while (at < end && isDigit(bytes[at]!)) first = first * 10 + bytes[at++]! - ZERO;
    const firstDigits = at - start;
    if (at === end || !isDateSeparator(bytes[at++]!)) return NO_DATE;
    const secondStart = at;
    let second = 0;
    while (at < end && isDigit(bytes[at]!)) second = second * 10 + bytes[at++]! - ZERO;
    const secondDigits = at - secondStart;
    if (at === end || !isDateSeparator(bytes[at++]!)) return NO_DATE;
    const thirdStart = at;
    let third = 0;
    while (at < end && isDigit(bytes[at]!)) third = third * 10 + bytes[at++]! - ZERO;
    const thirdDigits = at - thirdStart;
    if (at < end || secondDigits === 0 || secondDigits > 2) return NO_DATE;
    if (firstDigits === 4 && (thirdDigits === 1 || thirdDigits === 2)) return dateOf(first, second, third);
    if (thirdDigits !== 4 || firstDigits === 0 || firstDigits > 2) return NO_DATE;
    return this.#isMonthFirst ? dateOf(third, first, second) : dateOf(third, second, first);
  }
}

const NO_UNIT = -2;
/** Four digits of four bits. */
const SERIALS = 1 << 16;
/** Smaller numbers of four digits begin with 0, which no year does. */
const FIRST_YEAR = 1000;

/** Each field in a column of its own, and all columns there. */
function arePlain(picks: Picks, width: number): boolean {
  const { nik, names, birthPlaceAndDate, sexTicks, birthPlace, birthDate, sex, status, unit, familyCard } =
    picks;
  const last = Math.max(nik, names[0] ?? -1, birthPlace, birthDate, sex, status, unit, familyCard);
  return nik >= 0 && names.length === 1 && birthPlaceAndDate < 0 && sexTicks === null && last < width;
}

/** Whether a text is kept as it is. NUL stands for bytes that were lost. */
function isPlainText(text: string): boolean {
  return tidy(text) === text && !text.includes("\0");
}

function dateOf(year: number, month: number, day: number): number {
  return year >= FIRST_YEAR && isRealDate(year, month, day) ? packDate(year, month, day) : NO_DATE;
}

const NO_DIGITS = -1;

/** Half a NIK, packed as the store has it; NO_DIGITS where a byte is no digit. */
function packedDigits(bytes: Uint8Array, from: number): number {
  let packed = 0;
  let outside = 0;
  for (let at = from; at < from + NIK_HALF; at++) {
    const digit = bytes[at]! - ZERO;
    outside |= digit | (9 - digit);
    packed = (packed << 4) | digit;
  }
  return outside < 0 ? NO_DIGITS : packed >>> 0;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

function isLetter(byte: number): boolean {
  const upper = byte & ~CASE_BIT;
  return upper >= UPPER_A && upper <= UPPER_Z;
}

function isDateSeparator(byte: number): boolean {
  return byte === MINUS || byte === SLASH || byte === DOT;
}
