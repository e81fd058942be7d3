/**
 * Birth dates as they are written: every usual Indonesian writing read into one number.
 *
 * Day and month are read in the order that was settled for the whole column; only where that gives no date is the other
 * order tried. What is no calendar date stays unreadable, it is not moved to the nearest one.
 */
import { isAsciiLetter, isDigit } from "../text/ascii.ts";
import { isZeroWidth } from "../text/marks.ts";
import {
  type BirthDate,
  dayOf,
  isRealDate,
  MISSING_DATE,
  monthOf,
  packDate,
  UNREADABLE_DATE,
  wholeYears,
  yearOf,
} from "./birth-date.ts";
import { isBlank } from "./blank.ts";
import { DAYS_FROM_1900_TO_1904, dateOfDayNumber } from "./day-number.ts";
import type { BirthDateDigits } from "./identifier.ts";

/** The order of day, month and year in a column of numeric dates. */
export type DateOrder = "dmy" | "mdy" | "ymd";

/** What a cell cannot say about itself. */
export interface DateContext {
  readonly order: DateOrder;
  /** Reference date, yyyymmdd: settles the century of two-digit years. */
  readonly asOf: number;
  /** Day numbers are counted from 1904, as workbooks of old Macs do. */
  readonly is1904?: boolean;
  /**
   * The date inside the row's identifier. Only a year with its century (NIP) helps, and only where its last two
   * digits are those written; a NIK knows no century.
   */
  readonly identifierDate?: Pick<BirthDateDigits, "year"> | null;
}

/** For a text of which it is only asked whether it is a date: order and reference date do not decide that. */
export const ANY_DATE: DateContext = { order: "dmy", asOf: 20_991_231 };

/** Reads one cell. */
export function cleanBirthDate(text: string, context: DateContext): BirthDate {
  const packed = readDate(text, 0, text.length, context);
  if (packed !== 0) return { state: "sound", packed };
  return isBlank(text) && !ZERO_DATE.test(text) ? MISSING_DATE : UNREADABLE_DATE;
}

/** 00-00-0000 was typed by somebody as a date; 0000-00-00 is what a database writes for none. */
const ZERO_DATE = /^\D{0,9}0{1,2}\D{1,9}0{1,2}\D{1,9}0{4}\D{0,9}$/;

/** Month names in all three spellings (1901, 1947, 1972), short and long, English, and the Roman numbers of old letters (domain.md §4). */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "JANUARI JAN JANUARY DJANUARI DJANOEARI I",
    "FEBRUARI FEB FEBR PEBRUARI PEB PEBR PEBROEARI FEBROEARI FEBRUARY II",
    "MARET MAR MRT MAART MARCH III",
    "APRIL APR IV",
    "MEI MAI MAY V",
    "JUNI JUN JUNE DJUNI DJOENI VI",
    "JULI JUL JULY DJULI DJOELI VII",
    "AGUSTUS AGU AGT AGS AGST AGUST AUG AGOESTOES AUGUSTUS AUGUST VIII",
    "SEPTEMBER SEP SEPT IX",
    "OKTOBER OKT OCT OCTOBER X",
    "NOVEMBER NOV NOPEMBER NOP XI",
    "DESEMBER DES DEC DECEMBER XII",
  ].flatMap((names, i) => names.split(" ").map((name): [string, number] => [name, i + 1])),
);

/** Words that may stand beside a date and say nothing new. */
const IDLE_WORDS: ReadonlySet<string> = new Set(
  (
    "SENIN SELASA RABU KAMIS JUMAT JUM'AT SABTU MINGGU AHAD SEN SEL RAB KAM JUM SAB MIN " +
    "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY MON TUE WED THU FRI SAT SUN " +
    "TGL TANGGAL BULAN BLN TAHUN THN ST ND RD TH"
  ).split(" "),
);
const LONGEST_WORD = 9;
/** "Wednesday, 30 September 1990 00:00:00.000000+00:00" and some: longer cells hold more than a date. */
export const LONGEST_DATE = 64;

/**
 * The date in `text[from, to)`, packed, or 0. One pass without regular expressions: this runs for every row of
 * every source. Three parts make a date (day, month, year in whatever form), or one run of five to eight digits;
 * behind them only a time of day or an age may follow.
 */
export function readDate(text: string, from: number, to: number, context: DateContext): number {
  let i = from;
  let end = to;
  while (i < end && isSeparator(text.charCodeAt(i))) i++;
  while (end > i && isSeparator(text.charCodeAt(end - 1))) end--;
  if (end - i > LONGEST_DATE) return 0;

  let numbers = 0;
  let month = 0;
  let first = 0;
  let firstDigits = 0;
  let second = 0;
  let secondDigits = 0;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      let value = 0;
      let digits = 0;
      while (i < end) {
        const next = text.charCodeAt(i);
        if (isDigit(next)) {
          if (++digits > 8) return 0;
          value = value * 10 + next - 0x30;
        } else if (!isZeroWidth(next)) break;
        i++;
      }
      numbers++;
      if (numbers === 1 && digits >= 5) {
        return month === 0 && endsDateOrDecimals(text, i, end) ? fromOneNumber(value, digits, context) : 0;
      }
      if (month !== 0 && numbers === 2) {
        if (!endsDate(text, i, end)) return 0;
        return inThisCountry(fromNamedMonth(month, first, firstDigits, value, digits, context), text, i, end);
      }
      if (numbers === 3) {
        if (month !== 0 || !endsDate(text, i, end)) return 0;
        return inThisCountry(
          fromThreeNumbers(first, firstDigits, second, secondDigits, value, digits, context),
          text,
          i,
          end,
        );
      }
      if (numbers === 1) {
        first = value;
        firstDigits = digits;
      } else {
        second = value;
        secondDigits = digits;
      }
    } else if (isAsciiLetter(code)) {
      const start = i;
      while (i < end && isWordPart(text, i)) i++;
      if (i - start > LONGEST_WORD) return 0;
      const word = text.slice(start, i).toUpperCase().replace("’", "'");
      const named = MONTHS.get(word) ?? 0;
      if (named !== 0 && month === 0 && numbers < 2) month = named;
      else if (named !== 0 || !IDLE_WORDS.has(word)) return 0;
    } else if (isSeparator(code)) i++;
    else return 0;
  }
  return 0;
}

/** Five to eight digits without a separator. */
function fromOneNumber(value: number, digits: number, context: DateContext): number {
  if (digits === 5) return fromSerial(context.is1904 === true ? value + DAYS_FROM_1900_TO_1904 : value);
  const low = value % 100;
  const middle = Math.floor(value / 100) % 100;
  if (digits === 6) return fromThreeNumbers(Math.floor(value / 10_000), 2, middle, 2, low, 2, context);
  // yyyymmdd and ddmmyyyy cannot both be dates of a living person: month 19 or 20 does not exist
  const yearFirst = plausible(real(Math.floor(value / 10_000), middle, low), context);
  if (yearFirst !== 0) return yearFirst;
  const a = Math.floor(value / 1_000_000);
  const b = Math.floor(value / 10_000) % 100;
  return plausible(dayAndMonth(a, b, value % 10_000, context.order), context);
}

/** A run of eight digits is a date only where it falls between 1900 and the reference date. */
function plausible(packed: number, context: DateContext): number {
  return packed >= 19_000_101 && packed <= context.asOf ? packed : 0;
}

/** Excel's day numbers of 1 January 1930 and 31 December 2010: no other five digits are read as a date (domain.md §4). */
const FIRST_SERIAL = 10_959;
const LAST_SERIAL = 40_543;
/** Of the 1900 date system. */
function fromSerial(serial: number): number {
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? dateOfDayNumber(serial) : 0;
}

function fromNamedMonth(
  month: number,
  a: number,
  aDigits: number,
  b: number,
  bDigits: number,
  context: DateContext,
): number {
  if (bDigits === 4) return aDigits <= 2 ? real(yearInFull(b), month, a) : 0;
  if (aDigits === 4) return bDigits <= 2 ? real(yearInFull(a), month, b) : 0;
  if (aDigits > 2 || bDigits > 2) return 0;
  return (
    (bDigits === 2 ? shortYear(b, month, a, context) : 0) ||
    (aDigits === 2 ? shortYear(a, month, b, context) : 0)
  );
}

function fromThreeNumbers(
  a: number,
  aDigits: number,
  b: number,
  bDigits: number,
  c: number,
  cDigits: number,
  context: DateContext,
): number {
  if (bDigits > 2) return 0;
  if (aDigits === 4) return cDigits <= 2 ? dayAndMonth(c, b, yearInFull(a), "dmy") : 0;
  if (aDigits > 2) return 0;
  if (cDigits === 4) return dayAndMonth(a, b, yearInFull(c), context.order);
  if (cDigits > 2) return 0;
  // three short numbers: the year stands where the column has it, unless that gives no date
  const yearFirst = aDigits === 2 ? shortYear(a, b, c, context) : 0;
  if (context.order === "ymd" && yearFirst !== 0) return yearFirst;
  if (cDigits !== 2) return yearFirst;
  const dayFirst = shortYear(c, b, a, context);
  const monthFirst = shortYear(c, a, b, context);
  const yearLast = context.order === "mdy" ? monthFirst || dayFirst : dayFirst || monthFirst;
  return yearLast || yearFirst;
}

/** Day and month in the column's order, or in the other where only that is a date. */
function dayAndMonth(a: number, b: number, year: number, order: DateOrder): number {
  const dayFirst = real(year, b, a);
  const monthFirst = real(year, a, b);
  return order === "mdy" ? monthFirst || dayFirst : dayFirst || monthFirst;
}

/** A four-digit year does not begin with 0; 0 is no year. */
function yearInFull(year: number): number {
  return year >= 1000 ? year : 0;
}

function real(year: number, month: number, day: number): number {
  return isRealDate(year, month, day) ? packDate(year, month, day) : 0;
}

/** Ages at which somebody can be on a staff list, wide enough for every list cocok reads (domain.md §1.4). */
export const YOUNGEST = 15;
const OLDEST = 80;

/**
 * A date with a two-digit year. The century is the one the identifier gives, else the one that makes the person
 * 15 to 80 years old at the reference date; the window is narrower than a century, so it never allows both.
 * Where it allows neither (a child, somebody very old) it is the latest that does not lie in the future.
 */
function shortYear(twoDigitYear: number, month: number, day: number, context: DateContext): number {
  const known = context.identifierDate?.year ?? null;
  if (known !== null && known % 100 === twoDigitYear) {
    const packed = real(known, month, day);
    if (packed !== 0) return packed;
  }
  const century = yearOf(context.asOf) - (yearOf(context.asOf) % 100);
  const later = real(century + twoDigitYear, month, day);
  const earlier = real(century - 100 + twoDigitYear, month, day);
  if (earlier === 0) return later <= context.asOf ? later : 0;
  if (later === 0 || later > context.asOf) return earlier;
  return isWorkingAge(earlier, context.asOf) ? earlier : later;
}

function isWorkingAge(packed: number, asOf: number): boolean {
  const age = wholeYears(packed, asOf);
  return age >= YOUNGEST && age <= OLDEST;
}

/** A time of day as databases, spreadsheets and browsers write it, with its zone; a last bracket has been taken off. */
const TIME =
  /^(?:T|,?\s)\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AP]M|Z|(?:GMT|UTC|WIB|WITA?)?(?:[+-]\d{2}(?::?\d{2})?)?(?:\s*\([^()]*)?)$/i;
/** 0:00 in the three zones of the country, and in one that was (UTC+7:30, until 1963), as UTC has it: the evening before. */
const MIDNIGHT_IN_UTC =
  /^(?:T|,?\s)\s*(?:1[567][:.]00|16[:.]30)(?:[:.]00(?:[.,]0+)?)?\s*(?:Z|(?:GMT|UTC)(?:[+-]00(?::?00)?)?|[+-]00(?::?00)?)(?:\s*\([^()]*)?$/i;
const DECIMALS = /^[.,]\d+$/;
/** Years of age behind the date, as registers add them: "/ 34 Th", "(34 tahun 2 bulan)"; by themselves behind a whole year. */
const AGE = /^\s*[/(,;-]?\s*(?:(?:umur|usia)\W*)?\d{1,2}\s?(?:th|thn|tahun)\b.{0,16}$/i;
const YEAR_AND_AGE = /^\d{4}\s*[/(]\s*\d{1,2}$/;

/** The day on which somebody was born has no hour: a midnight here that a program moved to UTC is moved back. */
function inThisCountry(packed: number, text: string, from: number, end: number): number {
  if (packed === 0 || from === end || !MIDNIGHT_IN_UTC.test(text.slice(from, end))) return packed;
  const year = yearOf(packed);
  const month = monthOf(packed);
  const nextDay = real(year, month, dayOf(packed) + 1);
  return nextDay || real(year, month + 1, 1) || packDate(year + 1, 1, 1);
}

/** Whether nothing but a time of day or somebody's age follows. */
function endsDate(text: string, from: number, end: number): boolean {
  if (from === end) return true;
  const rest = text.slice(from, end);
  return TIME.test(rest) || AGE.test(rest) || YEAR_AND_AGE.test(text.slice(from - 4, end));
}

/** A run of digits may also be a number with decimals: 33005.0, or an Excel day with its time as a fraction. */
function endsDateOrDecimals(text: string, from: number, end: number): boolean {
  return endsDate(text, from, end) || DECIMALS.test(text.slice(from, end));
}

/** Letters, and an apostrophe between letters (Jum'at). */
function isWordPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isAsciiLetter(code)) return true;
  return (code === 0x27 || code === 0x2019) && isAsciiLetter(text.charCodeAt(at + 1));
}

/** What may stand between the parts of a date and around it: spaces, - / . , quotes and their look-alikes. */
export function isSeparator(code: number): boolean {
  if (code >= 0x80) {
    return (
      (code >= 0x2000 && code <= 0x206f) ||
      code === 0xa0 ||
      code === 0xad ||
      code === 0x2212 ||
      code === 0xfeff
    );
  }
  switch (code) {
    case 0x20: // space
    case 0x09: // tab
    case 0x0a: // line feed
    case 0x0d: // carriage return
    case 0x22: // "
    case 0x27: // '
    case 0x28: // (
    case 0x29: // )
    case 0x2c: // ,
    case 0x2d: // -
    case 0x2e: // .
    case 0x2f: // /
    case 0x3d: // =
    case 0x5c: // \
    case 0x5f: // _
    case 0x60: // `
    case 0x7c: // |
      return true;
    default:
      return false;
  }
}
