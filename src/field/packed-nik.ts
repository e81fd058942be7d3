/**
 * A complete NIK as two numbers of eight digits, four bits a digit: what a roster in memory keeps of it, and how two
 * of them are compared without writing them out. Levels and rules are those of `long-number.ts` for complete numbers;
 * a property test holds the two equal.
 */
import { countDigits } from "../text/ascii.ts";
import { countOnes } from "../text/bits.ts";
import { dayOf, monthOf, yearOf } from "./birth-date.ts";
import { IDENTIFIER_LEVEL, type Identifier } from "./identifier.ts";
import { isFillerStep } from "./long-number.ts";

/** Digits of a NIK, and of half of one. */
export const NIK_DIGITS = 16;
export const NIK_HALF = NIK_DIGITS / 2;
/** The birth date stands in `[NIK_DATE_FROM, NIK_DATE_TO)`; before it the region, behind it the serial. */
export const NIK_DATE_FROM = 6;
export const NIK_DATE_TO = 12;
const DIGIT_BITS = 4;
const DIGIT_MASK = 0xf;
const ZERO = 48;

/** Eight digits of a text from a place on, the first in the highest bits. */
export function packDigits(digits: string, from: number): number {
  let packed = 0;
  for (let i = 0; i < NIK_HALF; i++) packed = (packed << DIGIT_BITS) | (digits.charCodeAt(from + i) - ZERO);
  return packed >>> 0;
}

export function unpackDigits(packed: number): string {
  return packed.toString(16).padStart(NIK_HALF, "0");
}

/** Whether an identifier is a complete NIK as it was written, without any repair. */
export function isWrittenNik({ state, lookalike, value }: Identifier): boolean {
  return state === "sound" && !lookalike && value.length === NIK_DIGITS && countDigits(value) === NIK_DIGITS;
}

/** Whether an identifier is digits and nothing else, none of them in doubt, and has two halves of eight to be packed. */
export function isAllDigits({ value, certain }: Identifier): boolean {
  return certain === value.length && /^\d{8,}$/.test(value);
}

/**
 * The least and the most that the first half can have been of a number that was rounded to fewer digits (1.60509E+15),
 * packed; null for any other.
 */
export function halfBeforeRounding({ value, certain }: Identifier): readonly [number, number] | null {
  if (certain !== value.length - 1 || !/^[1-9]\d{0,6}$/.test(value)) return null;
  const step = 10 ** (NIK_HALF - value.length);
  const least = Number(value) * step - step / 2;
  const pack = (digits: number): number => packDigits(String(digits).padStart(NIK_HALF, "0"), 0);
  return [pack(least), pack(least + step - 1)];
}

/** One digit of a half, from 0. */
export function digitAt(half: number, position: number): number {
  return (half >>> ((NIK_HALF - 1 - position) * DIGIT_BITS)) & DIGIT_MASK;
}

/** Number of places in which eight packed digits differ. */
export function digitsApart(a: number, b: number): number {
  let difference = a ^ b;
  // one bit for each digit that differs
  difference |= difference >>> 2;
  difference |= difference >>> 1;
  return countOnes(difference & 0x11111111);
}

/** Number of places in which two complete NIKs differ. */
export function nikDigitsApart(high: number, low: number, otherHigh: number, otherLow: number): number {
  return digitsApart(high, otherHigh) + digitsApart(low, otherLow);
}

/** Digits in which two NIKs of one person can differ by a slip. */
export const MOST_DIGITS_APART = 2;

/** Position in `IDENTIFIER_LEVELS` of two complete NIKs. */
export function comparePackedNiks(
  rosterHigh: number,
  rosterLow: number,
  sourceHigh: number,
  sourceLow: number,
): number {
  const high = rosterHigh ^ sourceHigh;
  const low = rosterLow ^ sourceLow;
  if (high === 0 && low === 0) return IDENTIFIER_LEVEL.exact;
  const apart = nikDigitsApart(rosterHigh, rosterLow, sourceHigh, sourceLow);
  if (apart > MOST_DIGITS_APART) return IDENTIFIER_LEVEL.different;
  const first = firstPlace(high, low);
  if (apart === 1) {
    // a spreadsheet keeps fifteen digits and writes a zero for the last
    const isLast = first === NIK_DIGITS - 1;
    if (isLast && ((rosterLow & DIGIT_MASK) === 0 || (sourceLow & DIGIT_MASK) === 0))
      return IDENTIFIER_LEVEL.excel_zeroed;
    if (first < NIK_DATE_FROM) return IDENTIFIER_LEVEL.one_digit_in_region;
    return first < NIK_DATE_TO ? IDENTIFIER_LEVEL.one_digit_in_date : IDENTIFIER_LEVEL.one_digit_in_serial;
  }
  const isSwap =
    digit(rosterHigh, rosterLow, first) === digit(sourceHigh, sourceLow, first + 1) &&
    digit(rosterHigh, rosterLow, first + 1) === digit(sourceHigh, sourceLow, first);
  return isSwap ? IDENTIFIER_LEVEL.transposed : IDENTIFIER_LEVEL.two_digits;
}

/** The first place in which two numbers differ, from the differences of their halves. */
function firstPlace(high: number, low: number): number {
  return high !== 0
    ? Math.floor(Math.clz32(high) / DIGIT_BITS)
    : NIK_HALF + Math.floor(Math.clz32(low) / DIGIT_BITS);
}

function digit(high: number, low: number, place: number): number {
  return place < NIK_HALF ? digitAt(high, place) : digitAt(low, place - NIK_HALF);
}

/** Whether sixteen digits were typed to get past a cell: one throughout, or counted. Settled by three, nearly always. */
export function isFiller(high: number, low: number): boolean {
  const step = stepTo(high, low, 1);
  if (!isFillerStep(step)) return false;
  for (let place = 2; place < NIK_DIGITS; place++) if (stepTo(high, low, place) !== step) return false;
  return true;
}

function stepTo(high: number, low: number, place: number): number {
  return (digit(high, low, place) - digit(high, low, place - 1) + 10) % 10;
}

/** Added to the day for women (domain.md §1.1). */
export const FEMALE_DAYS = 40;

/** Two digits of a half as a number, the first at `position`. */
export function twoDigitsAt(half: number, position: number): number {
  return digitAt(half, position) * 10 + digitAt(half, position + 1);
}

/** Whether the date inside a complete NIK is a given one, yyyymmdd, as far as it tells: the century is not in it. */
export function carriesDate(high: number, low: number, packed: number): boolean {
  if (packed === 0) return false;
  const written = twoDigitsAt(high, NIK_DATE_FROM);
  const day = written > FEMALE_DAYS ? written - FEMALE_DAYS : written;
  return (
    day === dayOf(packed) &&
    twoDigitsAt(low, 0) === monthOf(packed) &&
    twoDigitsAt(low, 2) === yearOf(packed) % 100
  );
}
