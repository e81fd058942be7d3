/**
 * How single values are hidden: identifiers down to their region, birth dates to their year, and both wherever they stand
 * in any other text. What cannot be told for sure is hidden as well.
 */
import { type BirthDate, yearOf } from "../field/birth-date.ts";
import { NIK_DATE_FROM, NIK_DIGITS } from "../field/packed-nik.ts";
import { ANY_DATE, cleanBirthDate } from "../field/written-date.ts";
import { foldLetters } from "../text/fold.ts";
import { HAS_DIGIT, STARS, withoutPersonal } from "../words/personal.ts";

/** Province, regency and sub-district: what a NIK tells of a place and not yet of a person. */
const REGION_DIGITS = NIK_DATE_FROM;
/** The year of birth at the head of a NIP; of longer numbers than NIKs no more is shown, be it one that lost a digit. */
const YEAR_DIGITS = 4;
/** Shorter numbers have no region to show: what is left would be most of them. */
const SHORTEST_NIK = 12;
/** Excel's way of losing a long number: 1,60509E+15, with the places behind the first digit at the end. */
const SCIENTIFIC = /^\d[.,]?\d*E\+?(\d+)$/;

/** What stands for a birth date of which nothing can be told. */
const HIDDEN_DATE = "****";
/** No year of a living person's birth begins otherwise. */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/**
 * `1605094505900001` → `160509**********`, however it is written or damaged. A NIP keeps the year of birth, a number
 * too short for a region nothing. The stars are always ten, and a cell without digits stays as it is.
 */
export function maskedIdentifier(text: string): string {
  if (!HAS_DIGIT.test(text)) return text;
  const signs = foldLetters(text).replace(/[^A-Z0-9.,+]/g, "");
  const digits = signs.replace(/[.,+]/g, "");
  const places = SCIENTIFIC.exec(signs)?.[1];
  const length = places === undefined ? digits.length : Number(places) + 1;
  const kept = length < SHORTEST_NIK ? 0 : length > NIK_DIGITS ? YEAR_DIGITS : REGION_DIGITS;
  return digits.slice(0, kept) + STARS;
}

/** Of a NIK on a screen the serial is shown as well, by which siblings and twins are told apart. */
const SERIAL_DIGITS = 4;

/** For the screen of somebody at work, not for anything to be posted: `1605094505900001` → `160509******0001`. */
export function screenIdentifier(text: string): string {
  if (text.includes(STARS)) return text;
  const masked = maskedIdentifier(text);
  const digits = foldLetters(text).replace(/[^A-Z0-9]/g, "");
  if (masked === text || masked === STARS || digits.length < SHORTEST_NIK) return masked;
  const region = masked.slice(0, -STARS.length);
  return region + "*".repeat(digits.length - region.length - SERIAL_DIGITS) + digits.slice(-SERIAL_DIGITS);
}

/** The year alone; `****` where a year cannot be told for sure from something that has digits. */
export function maskedDate(text: string, understood?: BirthDate): string {
  if (understood?.state === "sound") return String(yearOf(understood.packed));
  const year = YEAR.exec(text);
  if (year !== null) return year[0];
  if (!HAS_DIGIT.test(text)) return text;
  const { packed } = cleanBirthDate(text, ANY_DATE);
  const written = String(yearOf(packed));
  // the century of a two-digit year is not to be known from the cell alone
  return packed !== 0 && (text.includes(written) || isSerial(text)) ? written : HIDDEN_DATE;
}

function isSerial(text: string): boolean {
  return /^\s*\d{5}(?:\.\d*)?\s*$/.test(text);
}

/** Any other text: dates in it become their year, long numbers stars. Names and words stay. */
export function maskedText(text: string): string {
  return withoutPersonal(text, (date) => maskedDate(date));
}
