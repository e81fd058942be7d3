/** Which blocking keys a person has: made of the identifier, the sound of the name, the birth date and the place. */
import { dayOf, monthOf, yearOf } from "../field/birth-date.ts";
import { NIK_DIGITS, NIK_HALF, packDigits } from "../field/packed-nik.ts";
import { NO_PLACE_NUMBER, type People } from "../input/people.ts";
import { hashText, mix } from "../text/hash.ts";
import { FAINT, FIRM, type KeyList, KIND, LACKING, NO_PRINT, WHOLE_IDENTIFIER } from "./keys.ts";
import type { WordFacts } from "./word-facts.ts";

/** Parted day-month, month-year and day-year keys of one word must not meet each other. */
const DAY_MONTH = 0x1000000;
const MONTH_YEAR = 0x2000000;
const DAY_YEAR = 0x3000000;

/** The code of the digit 0. */
const ZERO = 48;
/** What hashing a text letter by letter multiplies by, and the same four letters on. */
const STEP = 31;
const FOUR_STEPS = STEP ** 4;

/**
 * Adds the key of an identifier by itself.
 * @param mark that of a key of its kind where nothing is said
 */
export function addIdentifierKey(value: string, keys: KeyList, mark?: number): void {
  if (!COMPLETE_NIK.test(value)) keys.add(KIND.identifier, hashText(value), FIRM, mark);
  else {
    const key = KeyMaker.nikKey(packDigits(value, 0), packDigits(value, NIK_HALF));
    keys.push(KIND.identifier, key, FIRM, mark);
  }
}

const COMPLETE_NIK = new RegExp(`^[0-9]{${NIK_DIGITS}}$`);

/** Whether a person lacks what firm keys are made of, and so has keys of strength LACKING. */
export function lacksKeyField(people: People, index: number): boolean {
  return !people.hasSoundNik(index) || people.date(index) === 0;
}

/** Works out the keys of the people of one store. */
export class KeyMaker {
  readonly people: People;
  readonly facts: WordFacts;
  private readonly placeHashes: number[] = [];
  /** The quarters of a NIK, hashed. */
  private readonly quarters = new Int32Array(PIECES);
  /** The quarters of a NIK, two bits a digit. */
  private readonly codes = new Uint8Array(PIECES);

  /** @param facts of the store's words */
  constructor(people: People, facts: WordFacts) {
    this.people = people;
    this.facts = facts;
  }

  /** Writes all keys of a person into `keys`. */
  write(index: number, keys: KeyList): void {
    keys.clear();
    this.addIdentifierKey(index, keys);
    this.addPieces(index, keys);
    this.addNameKeys(index, keys);
    this.addFaint(index, keys);
  }

  /** Adds that of the identifier by itself. */
  addIdentifierKey(index: number, keys: KeyList): void {
    const { people } = this;
    if (people.hasSoundNik(index)) {
      const key = KeyMaker.nikKey(people.nikHigh(index), people.nikLow(index));
      keys.push(KIND.identifier, key, FIRM, WHOLE_IDENTIFIER);
      return;
    }
    const { value, state } = people.identifier(index);
    if (value !== "") addIdentifierKey(value, keys, state === "sound" ? WHOLE_IDENTIFIER : undefined);
  }

  /** Adds those of the pieces of the identifier. */
  addPieces(index: number, keys: KeyList): void {
    const { people } = this;
    if (people.hasSoundNik(index)) this.addPiecesOfNik(people.nikHigh(index), people.nikLow(index), keys);
    else addPieces(people.identifier(index).value, keys);
  }

  /** Adds those of strength FIRM that a name and a birth date make. */
  addNameKeys(index: number, keys: KeyList): void {
    const { people, facts } = this;
    const date = people.date(index);
    const count = people.wordCount(index);
    if (date === 0 || count === 0) return;
    const whole = this.nameHash(index, count);
    keys.add(KIND.date_name, mix(whole, date));
    keys.add(KIND.name_year, mix(whole, yearOf(date)));
    keys.add(KIND.name_day_month, mix(whole, dayAndMonth(date)));
    for (let i = 0; i < count; i++) {
      const word = people.wordNumber(index, i);
      if (count === 1 || facts.lengthOf(word) > 1) keys.add(KIND.date_word, mix(facts.hash(word), date));
    }
  }

  /** Adds that of the whole name and the birth date, one of the former. */
  addDateName(index: number, keys: KeyList): void {
    const date = this.people.date(index);
    const count = this.people.wordCount(index);
    if (date !== 0 && count > 0) keys.add(KIND.date_name, mix(this.nameHash(index, count), date));
  }

  /** Adds those of strengths FAINT and LACKING. */
  addFaint(index: number, keys: KeyList): void {
    const { people, facts } = this;
    const date = people.date(index);
    const count = people.wordCount(index);
    if (count > 0) keys.add(KIND.name, this.nameHash(index, count), date === 0 ? LACKING : FAINT);
    if (date === 0) return;
    const strength = people.hasSoundNik(index) ? FAINT : LACKING;
    const place = people.placeNumber(index);
    if (place !== NO_PLACE_NUMBER) keys.add(KIND.date_place, mix(this.placeHash(place), date), strength);
    const dayMonth = DAY_MONTH + dayAndMonth(date);
    const monthYear = MONTH_YEAR + monthOf(date) * 10_000 + yearOf(date);
    const dayYear = DAY_YEAR + dayOf(date) * 10_000 + yearOf(date);
    for (let i = 0; i < count; i++) {
      const word = people.wordNumber(index, i);
      if (count > 1 && facts.lengthOf(word) === 1) continue;
      const sound = facts.hash(word);
      keys.add(KIND.word_date_parts, mix(sound, dayMonth), strength);
      keys.add(KIND.word_date_parts, mix(sound, monthYear), strength);
      keys.add(KIND.word_date_parts, mix(sound, dayYear), strength);
    }
  }

  /** The key of a complete NIK by itself. */
  static nikKey(high: number, low: number): number {
    return mix(mix(high, KIND.identifier), low);
  }

  /** What `addPieces` does with the digits written out. */
  private addPiecesOfNik(high: number, low: number, keys: KeyList): void {
    const { quarters, codes } = this;
    const highCode = digitCodes(high);
    const lowCode = digitCodes(low);
    quarters[0] = hashOfQuarter(high >>> 16);
    quarters[1] = hashOfQuarter(high & 0xffff);
    quarters[2] = hashOfQuarter(low >>> 16);
    quarters[3] = hashOfQuarter(low & 0xffff);
    codes[0] = highCode >>> 8;
    codes[1] = highCode & 0xff;
    codes[2] = lowCode >>> 8;
    codes[3] = lowCode & 0xff;
    for (let p = 0; p < PAIRS; p++) {
      const i = FIRST_OF_PAIR[p]!;
      const j = SECOND_OF_PAIR[p]!;
      const pair = i * PIECES + j;
      const begun = (Math.imul(pair + 1, FOUR_STEPS) + quarters[i]!) | 0;
      const hash = (Math.imul(begun, FOUR_STEPS) + quarters[j]!) | 0;
      // the print is of the other two, but for a bit that there is no room for
      const other = PAIRS - 1 - p;
      const print = (codes[FIRST_OF_PAIR[other]!]! << 8) | codes[SECOND_OF_PAIR[other]!]!;
      keys.add(KIND.identifier_pieces, mix(hash, pair), FIRM, print & (NO_PRINT - 1));
    }
  }

  /**
   * Hash of the sound of the whole name with spaces closed up, so that "Nur Hayati" meets "Nurhayati". Forms of
   * Muhammad and single letters are left out where another word remains, since they are written in every way.
   */
  private nameHash(index: number, count: number): number {
    const { people, facts } = this;
    let hash = 0;
    for (let i = 0; i < count; i++) {
      const word = people.wordNumber(index, i);
      if (facts.isTelling(word)) hash = facts.hashOnto(word, hash);
    }
    if (hash !== 0) return hash;
    for (let i = 0; i < count; i++) hash = facts.hashOnto(people.wordNumber(index, i), hash);
    return hash;
  }

  private placeHash(place: number): number {
    const { places } = this.people;
    // a place that the store may forget again is not remembered here
    if (place >= places.first && places.first > 0) return hashText(places.text(place));
    this.placeHashes[place] ??= hashText(places.text(place));
    return this.placeHashes[place];
  }
}

/** Two bits a digit, the first in the highest: its remainder by four. */
function digitCodes(half: number): number {
  let bits = half & 0x33333333;
  bits = (bits | (bits >>> 2)) & 0x0f0f0f0f;
  bits = (bits | (bits >>> 4)) & 0x00ff00ff;
  return (bits | (bits >>> 8)) & 0xffff;
}

/** Day and month in either order. */
function dayAndMonth(date: number): number {
  const day = dayOf(date);
  const month = monthOf(date);
  return day < month ? day * 100 + month : month * 100 + day;
}

/** Of a NIK: two wrong digits leave two of four whole. */
const PIECES = 4;
/** The pairs of quarters, so ordered that the two that are left of the first stand last, and so on. */
const FIRST_OF_PAIR = Uint8Array.of(0, 0, 0, 1, 1, 2);
const SECOND_OF_PAIR = Uint8Array.of(1, 2, 3, 2, 3, 3);
const PAIRS = FIRST_OF_PAIR.length;
/** What the codes of four digits more than their values come to in a hash. */
const ZEROS = ZERO * (STEP ** 3 + STEP ** 2 + STEP + 1);

/** What hashing four packed digits letter by letter comes to. */
function hashOfQuarter(digits: number): number {
  return (
    (digits >>> 12) * STEP ** 3 +
    ((digits >>> 8) & 0xf) * STEP ** 2 +
    ((digits >>> 4) & 0xf) * STEP +
    (digits & 0xf) +
    ZEROS
  );
}

/**
 * Every pair of the quarters of an identifier. Two wrong digits spoil at most two of four quarters. In a NIK with a digit
 * too few or too many the quarters behind the fault are shifted by one, so both alignments are keyed.
 */
function addPieces(value: string, keys: KeyList): void {
  const size = value.length >= 14 ? 4 : Math.max(1, Math.round(value.length / PIECES));
  const excess = value.length - NIK_DIGITS;
  const shift = Math.abs(excess) === 1 ? excess : 0;
  if (value.length < PIECES) return;
  for (let i = 0; i < PIECES - 1; i++) {
    for (let j = i + 1; j < PIECES; j++) {
      const pair = i * PIECES + j;
      addPiecePair(value, i * size, j * size, size, pair, keys);
      if (shift !== 0) {
        addPiecePair(value, i * size, j * size + shift, size, pair, keys);
        if (i * size + shift >= 0) addPiecePair(value, i * size + shift, j * size + shift, size, pair, keys);
      }
    }
  }
}

function addPiecePair(
  value: string,
  first: number,
  second: number,
  size: number,
  pair: number,
  keys: KeyList,
): void {
  let hash = pair + 1;
  for (let k = 0; k < size; k++) hash = Math.imul(hash, STEP) + (value.charCodeAt(first + k) | 0);
  for (let k = 0; k < size; k++) hash = Math.imul(hash, STEP) + (value.charCodeAt(second + k) | 0);
  keys.add(KIND.identifier_pieces, mix(hash, pair));
}
