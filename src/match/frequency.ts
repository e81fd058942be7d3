/**
 * How common a value is, counted in the roster itself: agreement on a rare word or birth date says more than
 * agreement on a common one (term frequency). Small rosters are smoothed towards what is known of Indonesian
 * names and dates, so that eighty rows cannot make a common name look rare.
 */
import { isPlaceholder } from "../field/birth-date.ts";
import type { People } from "./people.ts";

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

export class Frequencies {
  private readonly people: People;
  private readonly words: Uint32Array;
  private readonly places: Uint32Array;
  private readonly dates = new Map<number, number>();
  private readonly rows: number;
  private readonly bitsOfWords: number[] = [];
  private readonly bitsOfDates = new Map<number, number>();

  /** Counts the people in the store so far; later additions to the store are not counted. */
  constructor(people: People) {
    this.people = people;
    this.rows = people.count;
    this.words = new Uint32Array(people.words.texts.length);
    this.places = new Uint32Array(people.places.texts.length);
    for (let i = 0; i < people.count; i++) {
      const date = people.birthDate(i).packed;
      if (date !== 0) this.dates.set(date, (this.dates.get(date) ?? 0) + 1);
      this.places[people.placeNumber(i)]!++;
      const words = people.wordCount(i);
      for (let w = 0; w < words; w++) this.words[people.wordNumber(i, w)]!++;
    }
  }

  /** Bits that full agreement with a person's name is worth: the rarer its words, the more. */
  nameBits(index: number): number {
    let bits = 0;
    const words = this.people.wordCount(index);
    for (let w = 0; w < words; w++) bits += this.wordBits(this.people.wordNumber(index, w));
    return bits;
  }

  /** −log2 of the share of people with this word; asked for every pair, so worked out once. */
  wordBits(word: number): number {
    let bits = this.bitsOfWords[word];
    if (bits === undefined) {
      bits = -Math.log2(this.word(word));
      this.bitsOfWords[word] = bits;
    }
    return bits;
  }

  dateBits(packed: number): number {
    let bits = this.bitsOfDates.get(packed);
    if (bits === undefined) {
      bits = -Math.log2(this.date(packed));
      this.bitsOfDates.set(packed, bits);
    }
    return bits;
  }

  /** Share of people with this word in their name, 0..1. `word` is a number in `people.words`. */
  word(word: number): number {
    return this.smooth(this.words[word] ?? 0, COMMON_WORDS[this.people.words.texts[word]!] ?? UNKNOWN_WORD);
  }

  /** Share of people born on a day (yyyymmdd). */
  date(packed: number): number {
    return this.smooth(this.dates.get(packed) ?? 0, isPlaceholder(packed) ? PLACEHOLDER_DATE : ORDINARY_DATE);
  }

  /** Share of people born in a place. `place` is a number in `people.places`. */
  place(place: number): number {
    return this.smooth(this.places[place] ?? 0, UNKNOWN_PLACE);
  }

  /** `count` people have the value, the one it is asked for among them: chance agreement is with the others. */
  private smooth(count: number, prior: number): number {
    return (Math.max(count - 1, 0) + PRIOR_ROWS * prior) / (this.rows + PRIOR_ROWS);
  }
}
