/**
 * Birth dates: one number a date, and the ways two dates differ. A NIK never corrects a date: by law it keeps the date of
 * first registration. No clock and no time zone: "today" is the plan's reference date.
 */
import type { BirthDateDigits } from "./identifier.ts";
import { type Level, levelPositions } from "./level.ts";

export interface BirthDate {
  readonly state: "sound" | "missing" | "unreadable";
  /** yyyymmdd, 0 unless sound. */
  readonly packed: number;
}

/** From nearest to farthest; positions are stored in links. */
export const BIRTH_DATE_LEVELS = [
  { name: "missing", agreement: "missing", code: "birth_date.missing" },
  { name: "exact", agreement: "same", code: null },
  { name: "day_month_swapped", agreement: "near", code: "birth_date.day_month_swapped" },
  // the roster has a day that offices enter when the day is not known
  { name: "placeholder", agreement: "near", code: "birth_date.placeholder" },
  { name: "day", agreement: "near", code: "birth_date.day" },
  { name: "month", agreement: "near", code: "birth_date.month" },
  // a slip of the pen in the year, or another year
  { name: "year_near", agreement: "near", code: "birth_date.year" },
  { name: "year_far", agreement: "different", code: "birth_date.year" },
  // the source has such a day: the real one may be the roster's
  { name: "source_placeholder", agreement: "different", code: "birth_date.different" },
  { name: "different", agreement: "different", code: "birth_date.different" },
  { name: "damaged", agreement: "damaged", code: "birth_date.unreadable" },
] as const satisfies readonly Level[];
export const BIRTH_DATE_LEVEL = levelPositions(BIRTH_DATE_LEVELS);

export const MISSING_DATE: BirthDate = { state: "missing", packed: 0 };
export const UNREADABLE_DATE: BirthDate = { state: "unreadable", packed: 0 };

/** What a year is worth in a packed date. */
const YEAR = 10_000;

/** yyyymmdd as one number: 12 May 1990 is 19900512. */
export function packDate(year: number, month: number, day: number): number {
  return year * YEAR + month * 100 + day;
}

// dates are far below 2³¹: cut off as integers, they are taken apart without floating point
export function yearOf(packed: number): number {
  return (packed / YEAR) | 0;
}

export function monthOf(packed: number): number {
  return ((packed / 100) | 0) % 100;
}

export function dayOf(packed: number): number {
  return packed % 100;
}

/** yyyy-mm-dd, for machines. */
export function formatIsoDate(packed: number): string {
  return `${padded(yearOf(packed), 4)}-${padded(monthOf(packed), 2)}-${padded(dayOf(packed), 2)}`;
}

/** dd-mm-yyyy, as rosters write it and BKN's import wants it (domain.md §4); "" for 0. */
export function formatDate(packed: number): string {
  if (packed === 0) return "";
  return `${padded(dayOf(packed), 2)}-${padded(monthOf(packed), 2)}-${padded(yearOf(packed), 4)}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** True for a day of the Gregorian calendar. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (day < 1 || month < 1 || month > 12 || year < 1) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= MONTH_LENGTHS[month - 1]! + (leap ? 1 : 0);
}

/**
 * True for the days that offices enter nationwide when the real one is not known: 1 January, 1 July (SIAK 2004,
 * Permendagri 19/2010), 31 December (1970s to SIMDUK); domain.md §4. The 15th, entered when the month is known,
 * is a thirtieth of all real birthdays and therefore not counted here.
 */
export function isPlaceholder(packed: number): boolean {
  const monthAndDay = packed % YEAR;
  return monthAndDay === 101 || monthAndDay === 701 || monthAndDay === 1231;
}

/** Position in `BIRTH_DATE_LEVELS`. Only the day itself is compared, never its writing. */
export function compareBirthDate(roster: BirthDate, source: BirthDate): number {
  if (roster.state === "missing" || source.state === "missing") return BIRTH_DATE_LEVEL.missing;
  if (roster.packed === 0 || source.packed === 0) return BIRTH_DATE_LEVEL.damaged;
  return compareDates(roster.packed, source.packed);
}

/** The same of two dates that are known, yyyymmdd. */
export function compareDates(roster: number, source: number): number {
  if (roster === source) return BIRTH_DATE_LEVEL.exact;
  const inYear = roster % YEAR;
  const inSourceYear = source % YEAR;
  if (roster - inYear === source - inSourceYear) return compareWithinYear(roster, source);
  if (inYear !== inSourceYear) return BIRTH_DATE_LEVEL.different;
  return isYearSlip(yearOf(roster), yearOf(source)) ? BIRTH_DATE_LEVEL.year_near : BIRTH_DATE_LEVEL.year_far;
}

function compareWithinYear(roster: number, source: number): number {
  const day = dayOf(roster);
  const month = monthOf(roster);
  const sourceDay = dayOf(source);
  const sourceMonth = monthOf(source);
  if (day === sourceMonth && month === sourceDay) return BIRTH_DATE_LEVEL.day_month_swapped;
  const sameMonth = month === sourceMonth;
  if (isPlaceholder(roster) || (day === 15 && sameMonth)) return BIRTH_DATE_LEVEL.placeholder;
  if (sameMonth) return BIRTH_DATE_LEVEL.day;
  if (day === sourceDay) return BIRTH_DATE_LEVEL.month;
  return isPlaceholder(source) ? BIRTH_DATE_LEVEL.source_placeholder : BIRTH_DATE_LEVEL.different;
}

/** One year or one decade off, one digit wrong, or two digits exchanged (1968 for 1986); domain.md §4. */
function isYearSlip(a: number, b: number): boolean {
  const apart = Math.abs(a - b);
  if (apart === 1 || apart === 10) return true;
  let wrong = 0;
  // equal sums of digits and of their squares over two wrong digits: the same two digits, exchanged
  let sum = 0;
  let squares = 0;
  for (let x = a, y = b; x > 0 || y > 0; x = (x / 10) | 0, y = (y / 10) | 0) {
    const digitA = x % 10;
    const digitB = y % 10;
    if (digitA !== digitB) wrong++;
    sum += digitA - digitB;
    squares += digitA * digitA - digitB * digitB;
  }
  return wrong === 1 || (wrong === 2 && sum === 0 && squares === 0);
}

/** Whether the date inside an identifier is a given date (yyyymmdd), as far as it tells: the century is not in it. */
export function agreesWith(inside: BirthDateDigits | null, packed: number): boolean {
  if (inside === null || packed === 0) return false;
  return (
    inside.day === dayOf(packed) &&
    inside.month === monthOf(packed) &&
    inside.yearOfCentury === yearOf(packed) % 100
  );
}

/** Whole years from one day, yyyymmdd, to another: somebody's age. */
export function wholeYears(from: number, to: number): number {
  return Math.floor((to - from) / YEAR);
}
