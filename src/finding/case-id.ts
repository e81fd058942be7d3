/**
 * Case numbers: short, the same in every run for the same data, whatever the order of rows, and safe to print on a
 * letter. They are made from identifier, name and birth date, under thirty-eight bits of hash in eight letters and digits, so a
 * number tells nothing by itself; it is not anonymous towards somebody who has the data.
 */
import { digitAt, NIK_HALF } from "../field/packed-nik.ts";
import type { People } from "../input/people.ts";
import { prefetched } from "../machine/memory.ts";
import { sharedUint32 } from "../machine/shared-numbers.ts";
import { hashUnits, mix } from "../text/hash.ts";

/** Digits and capitals without vowels, so that no number spells a word, and without 0, 1 and L, V, Y that are misread: 26^8 is 2^37.6. */
const LETTERS = "23456789BCDFGHJKMNPQRSTWXZ";
const LENGTH = 8;
const HALF = LENGTH / 2;
const HALVES = LETTERS.length ** HALF;
const DASH = 0x2d;
/** Records whose slots are touched together: they lie far apart in memory, and are fetched at once. */
const RECORDS_AHEAD = 32;
/** Above every half: the record is not the first to have its number. */
const REPEATED = 2 ** 20;

/** Numbers as another thread gets them. */
export interface SharedCaseNumbers {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly times: Map<number, number>;
}

/**
 * The numbers of all records of a roster, given out in reading order; two rows with the very same data get the same
 * number with -2, -3 … behind it.
 */
export class CaseNumbers {
  /** The first and the last four letters, as numbers below `HALVES`; the first marked where it is not new. */
  private readonly first: Uint32Array;
  private readonly second: Uint32Array;
  /** How many times the number has been given, of records marked as `REPEATED`. */
  private readonly times: Map<number, number>;

  private constructor({ first, second, times }: SharedCaseNumbers) {
    this.first = first;
    this.second = second;
    this.times = times;
  }

  static from(shared: SharedCaseNumbers): CaseNumbers {
    return new CaseNumbers(shared);
  }

  static of(people: People, count: number): CaseNumbers {
    const numbers = new CaseNumbers({
      first: sharedUint32(count),
      second: sharedUint32(count),
      times: new Map(),
    });
    numbers.giveOut(people, count);
    return numbers;
  }

  shared(): SharedCaseNumbers {
    return { first: this.first, second: this.second, times: this.times };
  }

  private giveOut(people: People, count: number): void {
    const data = new RecordData(people);
    // the last record that got a number, plus one, by hash; 0 where empty
    const slots = new Uint32Array(slotsFor(count));
    for (let from = 0; from < count; from += RECORDS_AHEAD) {
      const to = Math.min(from + RECORDS_AHEAD, count);
      let touched = 0;
      for (let index = from; index < to; index++) {
        this.make(index, data);
        touched ^= slots[this.slotOf(index, slots)]!;
      }
      prefetched(touched);
      for (let index = from; index < to; index++) this.tellRepeated(index, slots);
    }
  }

  private make(index: number, data: RecordData): void {
    data.read(index);
    const first = hashUnits(data.units, data.length);
    this.first[index] = first % HALVES;
    this.second[index] = secondHash(data.units, data.length, first) % HALVES;
  }

  /** By the number and not by what it is made of: different data can come to one number. */
  private slotOf(index: number, slots: Uint32Array): number {
    return mix(Math.imul(this.first[index]!, HALVES), this.second[index]!) & (slots.length - 1);
  }

  private tellRepeated(index: number, slots: Uint32Array): void {
    let slot = this.slotOf(index, slots);
    while (slots[slot] !== 0 && !this.isSame(slots[slot]! - 1, index)) slot = (slot + 1) & (slots.length - 1);
    if (slots[slot] !== 0) {
      this.times.set(index, this.timesOf(slots[slot]! - 1) + 1);
      this.first[index]! |= REPEATED;
    }
    slots[slot] = index + 1;
  }

  /** The case number of a record. */
  of(index: number): string {
    return repeatedCaseNumber(spelled(this.firstHalf(index), this.second[index]!), this.timesOf(index));
  }

  /** Writes the number into `bytes` from `at` on; returns where it ends. At most `MOST_LETTERS` are written. */
  write(index: number, bytes: Uint8Array, at: number): number {
    let end = write(this.firstHalf(index), bytes, at);
    bytes[end++] = DASH;
    end = write(this.second[index]!, bytes, end);
    const times = this.timesOf(index);
    if (times > 1) for (const letter of `-${times}`) bytes[end++] = letter.charCodeAt(0);
    return end;
  }

  private timesOf(index: number): number {
    return this.first[index]! < REPEATED ? 1 : this.times.get(index)!;
  }

  private firstHalf(index: number): number {
    return this.first[index]! % REPEATED;
  }

  private isSame(one: number, other: number): boolean {
    return this.firstHalf(one) === this.firstHalf(other) && this.second[one] === this.second[other];
  }
}

/** More than any case number has: two halves, two dashes, and as many digits as there can be records. */
export const MOST_LETTERS = LENGTH + 2 + 10;

/** A power of two, so that at most half of the slots are taken. */
function slotsFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(2 * Math.max(count, 1)));
}

const BAR = 0x7c;
const SPACE = 0x20;
const ZERO = 0x30;
const DATE_DIGITS = 8;
/** The first date whose year has all its digits. */
const LEAST_LONG_DATE = 10 ** (DATE_DIGITS - 1);

/** Room for what most records come to. */
const FIRST_UNITS = 256;

/** What a number is made of: identifier, words of the name and birth date of one record, as code units of a text. */
class RecordData {
  units = new Uint16Array(FIRST_UNITS);
  length = 0;
  private readonly people: People;

  constructor(people: People) {
    this.people = people;
  }

  read(index: number): void {
    const { people } = this;
    this.length = 0;
    if (people.hasSoundNik(index)) this.addDigits(people.nikHigh(index), people.nikLow(index));
    else this.add(people.identifier(index).value);
    this.addUnit(BAR);
    const words = people.wordCount(index);
    for (let i = 0; i < words; i++) {
      if (i > 0) this.addUnit(SPACE);
      this.add(people.words.text(people.wordNumber(index, i)));
    }
    this.addUnit(BAR);
    this.addDate(people.date(index));
  }

  private add(text: string): void {
    const { length } = text;
    const units = this.roomFor(length);
    const at = this.length;
    for (let i = 0; i < length; i++) units[at + i] = text.charCodeAt(i);
    this.length = at + length;
  }

  /** The digits of a NIK from its packed halves. */
  private addDigits(high: number, low: number): void {
    const units = this.roomFor(2 * NIK_HALF);
    const at = this.length;
    for (let i = 0; i < NIK_HALF; i++) {
      units[at + i] = ZERO + digitAt(high, i);
      units[at + NIK_HALF + i] = ZERO + digitAt(low, i);
    }
    this.length = at + 2 * NIK_HALF;
  }

  private addUnit(unit: number): void {
    this.roomFor(1)[this.length++] = unit;
  }

  /** Of a year with fewer than four digits only those it has. */
  private addDate(packed: number): void {
    if (packed < LEAST_LONG_DATE) {
      this.add(String(packed));
      return;
    }
    const units = this.roomFor(DATE_DIGITS);
    let rest = packed;
    for (let at = this.length + DATE_DIGITS - 1; at >= this.length; at--) {
      units[at] = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.length += DATE_DIGITS;
  }

  private roomFor(more: number): Uint16Array {
    if (this.length + more > this.units.length) {
      const larger = new Uint16Array(2 * (this.length + more));
      larger.set(this.units.subarray(0, this.length));
      this.units = larger;
    }
    return this.units;
  }
}

/** The number that a text comes to, for those who have not the data of a record but what is to be shown of it. */
export function caseNumberOf(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  const first = hashUnits(units, units.length);
  return spelled(first % HALVES, secondHash(units, units.length, first) % HALVES);
}

/** What the second half of a number comes from, as the first comes from the hash of the same units. */
function secondHash(units: Uint16Array, length: number, first: number): number {
  return mix(hashUnits(units, length, first), length);
}

/** The same number given out for so many times. */
export function repeatedCaseNumber(number: string, times: number): string {
  return times === 1 ? number : `${number}-${times}`;
}

const TYPED = new RegExp(`^([${LETTERS}]{${HALF}})-?([${LETTERS}]{${HALF}})(?:-?(\\d+))?$`);

/** A case number as it is written, from one typed in small letters or without its dash; null for anything else. */
export function spellCaseId(typed: string): string | null {
  const [, first, second, times] = TYPED.exec(typed.toUpperCase()) ?? [];
  if (first === undefined) return null;
  return times === undefined ? `${first}-${second}` : `${first}-${second}-${times}`;
}

function spelled(first: number, second: number): string {
  return `${spell(first)}-${spell(second)}`;
}

function spell(value: number): string {
  let rest = value;
  let text = "";
  for (let i = 0; i < HALF; i++) {
    text += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return text;
}

const LETTER_BYTES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0));

/** As `spell`, into bytes; returns where the letters end. */
function write(value: number, bytes: Uint8Array, at: number): number {
  let rest = value;
  for (let i = 0; i < HALF; i++) {
    bytes[at + i] = LETTER_BYTES[rest % LETTERS.length]!;
    rest = Math.floor(rest / LETTERS.length);
  }
  return at + HALF;
}
