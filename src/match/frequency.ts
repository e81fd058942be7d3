/**
 * How common a value is, counted in the roster itself: agreement on a rare word or birth date says more than
 * agreement on a common one (term frequency). Small rosters are smoothed towards what is known of Indonesian
 * names and dates, so that eighty rows cannot make a common name look rare.
 */
import { dayOf, isPlaceholder, monthOf, packDate, yearOf } from "../field/birth-date.ts";
import type { People } from "../input/people.ts";
import { sharedFloat64 } from "../machine/shared-numbers.ts";

/** Weight of prior knowledge, in rows. */
const PRIOR_ROWS = 300;

/** Share of people carrying a word, where the roster alone cannot tell (domain.md §3.1, national figures rounded up). */
const COMMON_WORDS: Readonly<Record<string, number>> = {
  MUHAMMAD: 0.05,
  SITI: 0.03,
  SRI: 0.025,
  NUR: 0.02,
  AHMAD: 0.02,
  ABDUL: 0.015,
  DEWI: 0.015,
  EKO: 0.008,
  DWI: 0.008,
  TRI: 0.008,
  ANDI: 0.008,
  AGUS: 0.01,
  WAYAN: 0.01,
  MADE: 0.01,
  NYOMAN: 0.01,
  KETUT: 0.01,
  NI: 0.01,
  I: 0.01,
};
const UNKNOWN_WORD = 1 / 1500;
/** About 36 birth years of working age, 365 days each. */
const ORDINARY_DATE = 1 / 13_000;
/** 1 July alone held about a twentieth of all birthdays in the 2019 voter roll (domain.md §4). */
const PLACEHOLDER_DATE = 1 / 700;
const UNKNOWN_PLACE = 1 / 30;

/** Years whose days are counted in an array; of others there are few. */
const FIRST_YEAR = 1900;
const YEARS = 200;
const DAYS = 31;
const DAYS_OF_YEAR = 12 * DAYS;

/** Frequencies as another thread gets them. */
export interface SharedFrequencies {
  readonly rows: number;
  readonly wordBits: Float64Array;
  readonly dayBits: Float64Array;
  readonly otherDates: ReadonlyMap<number, number>;
  readonly placeBits: Float64Array;
}

/** How rare values are, in bits: −log2 of the share of people who have one, the person asked for left out. */
export class Frequencies {
  private readonly rows: number;
  private readonly wordBitsOf: Float64Array;
  private readonly dayBitsOf: Float64Array;
  /** How many people were born on days outside of the array. */
  private readonly otherDates: ReadonlyMap<number, number>;
  private readonly placeBitsOf: Float64Array;

  private constructor(shared: SharedFrequencies) {
    this.rows = shared.rows;
    this.wordBitsOf = shared.wordBits;
    this.dayBitsOf = shared.dayBits;
    this.otherDates = shared.otherDates;
    this.placeBitsOf = shared.placeBits;
  }

  static from(shared: SharedFrequencies): Frequencies {
    return new Frequencies(shared);
  }

  /** Counts the people in the store so far; later additions to the store are not counted. */
  static of(people: People): Frequencies {
    const rows = people.count;
    // so that their share is known where nobody in the roster has them
    for (const word of Object.keys(COMMON_WORDS)) people.words.intern(word);
    const words = new Uint32Array(people.words.count);
    const places = new Uint32Array(people.places.count);
    const days = new Uint32Array(YEARS * DAYS_OF_YEAR);
    const otherDates = new Map<number, number>();
    for (let i = 0; i < rows; i++) {
      const date = people.date(i);
      const slot = slotOf(date);
      if (slot >= 0) days[slot]!++;
      else if (date !== 0) otherDates.set(date, (otherDates.get(date) ?? 0) + 1);
      places[people.placeNumber(i)]!++;
      const count = people.wordCount(i);
      for (let w = 0; w < count; w++) if (!isRepeated(people, i, w)) words[people.wordNumber(i, w)]!++;
    }
    const bits = (count: number, prior: number): number => -Math.log2(smooth(count, prior, rows));
    const wordBits = sharedFloat64(words.length);
    for (const [word, count] of words.entries())
      wordBits[word] = bits(count, COMMON_WORDS[people.words.text(word)] ?? UNKNOWN_WORD);
    const placeBits = sharedFloat64(places.length);
    for (const [place, count] of places.entries()) placeBits[place] = bits(count, UNKNOWN_PLACE);
    return new Frequencies({ rows, wordBits, dayBits: bitsOfDays(days, bits), otherDates, placeBits });
  }

  shared(): SharedFrequencies {
    return {
      rows: this.rows,
      wordBits: this.wordBitsOf,
      dayBits: this.dayBitsOf,
      otherDates: this.otherDates,
      placeBits: this.placeBitsOf,
    };
  }

  /** Bits that full agreement with the name of a person of `people` is worth: the rarer its words, the more. */
  nameBits(people: People, index: number): number {
    let bits = 0;
    const words = people.wordCount(index);
    for (let w = 0; w < words; w++) bits += this.wordBits(people.wordNumber(index, w));
    return bits;
  }

  /** Of a word by its number in `people.words`. */
  wordBits(word: number): number {
    return word < this.wordBitsOf.length
      ? this.wordBitsOf[word]!
      : -Math.log2(smooth(0, UNKNOWN_WORD, this.rows));
  }

  /** Of a birth date, yyyymmdd. */
  dateBits(packed: number): number {
    const slot = slotOf(packed);
    if (slot >= 0) return this.dayBitsOf[slot]!;
    return -Math.log2(smooth(this.otherDates.get(packed) ?? 0, priorOfDate(packed), this.rows));
  }

  /** Of a birth place by its number in `people.places`. */
  placeBits(place: number): number {
    return place < this.placeBitsOf.length
      ? this.placeBitsOf[place]!
      : -Math.log2(smooth(0, UNKNOWN_PLACE, this.rows));
  }
}

/** Whether a word stands in the name before: "XXXX XXXX" is one person who has it, or shares would exceed the whole. */
function isRepeated(people: People, index: number, word: number): boolean {
  const number = people.wordNumber(index, word);
  for (let before = 0; before < word; before++) if (people.wordNumber(index, before) === number) return true;
  return false;
}

/** `count` people have the value, the one it is asked for among them: chance agreement is with the others. */
function smooth(count: number, prior: number, rows: number): number {
  return (Math.max(count - 1, 0) + PRIOR_ROWS * prior) / (rows + PRIOR_ROWS);
}

/** Most days nobody was born on: what these come to no year tells, and it is found for one. */
function bitsOfDays(counts: Uint32Array, bits: (count: number, prior: number) => number): Float64Array {
  const found = sharedFloat64(counts.length);
  for (let slot = 0; slot < DAYS_OF_YEAR; slot++) found[slot] = bits(0, priorOfDate(dateOf(slot)));
  for (let year = 1; year < YEARS; year++) found.copyWithin(year * DAYS_OF_YEAR, 0, DAYS_OF_YEAR);
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot]!;
    if (count > 0) found[slot] = bits(count, priorOfDate(dateOf(slot)));
  }
  return found;
}

function priorOfDate(packed: number): number {
  return isPlaceholder(packed) ? PLACEHOLDER_DATE : ORDINARY_DATE;
}

/** Where a date is counted; −1 outside of the years in the array and for no date. */
function slotOf(packed: number): number {
  const year = yearOf(packed) - FIRST_YEAR;
  if (year < 0 || year >= YEARS) return -1;
  return year * DAYS_OF_YEAR + (monthOf(packed) - 1) * DAYS + dayOf(packed) - 1;
}

function dateOf(slot: number): number {
  const month = Math.floor((slot % DAYS_OF_YEAR) / DAYS) + 1;
  return packDate(FIRST_YEAR + Math.floor(slot / DAYS_OF_YEAR), month, (slot % DAYS) + 1);
}
