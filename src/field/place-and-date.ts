/**
 * Cells that hold place and date of birth ("Muara Beliti, 12 Mei 1990"), parted. What either part says is for place.ts
 * and written-date.ts to read.
 */
import { isAsciiLetter, isDigit } from "../text/ascii.ts";
import { ANY_DATE, isSeparator, LONGEST_DATE, readDate } from "./written-date.ts";

/**
 * Parts a cell. The date is the longest end of it that reads as one, so that commas inside the date and digits inside
 * the place ("SP 5") do no harm; without such an end the date may stand in front; else the cell is parted at its last
 * comma or before its first digit (domain.md §4). Either part may be empty.
 */
export function splitPlaceAndDate(text: string): { place: string; date: string } {
  let at = startOfDate(text);
  const [, date = "", place = ""] = at < 0 ? (DATE_IN_FRONT.exec(text) ?? []) : [];
  if (readDate(date, 0, date.length, ANY_DATE) !== 0) {
    return {
      place: withoutSeparators(place, 0, place.length),
      date: withoutSeparators(date, 0, date.length),
    };
  }
  if (at < 0) {
    const digit = text.search(/[0-9]/);
    const comma = text.lastIndexOf(",");
    at = digit < 0 || (comma >= 0 && /[0-9]/.test(text.slice(comma))) ? comma : digit;
  }
  if (at < 0) return { place: text.trim(), date: "" };
  return { place: withoutSeparators(text, 0, at), date: withoutSeparators(text, at, text.length) };
}

const DATE_IN_FRONT = /^(.{0,63}\d)(?=[\s,;/(-])(\D+)$/;

/** `text[from, to)` without spaces and what stands between place and date at either end. */
function withoutSeparators(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBetween(text.charCodeAt(start))) start++;
  // a bracket that closes belongs to what it was opened in
  const isOpened = end > start && text.lastIndexOf("(", end - 1) >= start;
  while (end > start) {
    const code = text.charCodeAt(end - 1);
    if (!isBetween(code) && (isOpened || code !== CLOSING_BRACKET)) break;
    end--;
  }
  return text.slice(start, end);
}

const CLOSING_BRACKET = 0x29;

function isBetween(code: number): boolean {
  // a dot ends an abbreviation and belongs to the place
  return code !== 0x2e && code !== CLOSING_BRACKET && (isSeparator(code) || code === 0x3a || code === 0x3b);
}

function startOfDate(text: string): number {
  let end = text.length;
  while (end > 0 && isSeparator(text.charCodeAt(end - 1))) end--;
  for (let i = Math.max(0, end - LONGEST_DATE); i < end; i++) {
    const code = text.charCodeAt(i);
    const before = i === 0 ? 0x2c : text.charCodeAt(i - 1);
    const starts =
      (isDigit(code) && !isDigit(before)) ||
      // a word begins the date only behind a separator: the Minggu of Pasar Minggu is no Sunday
      (isAsciiLetter(code) && !isAsciiLetter(before) && followsSeparator(text, i));
    if (starts && readDate(text, i, end, ANY_DATE) !== 0) return i;
  }
  return -1;
}

/** True at the start of a text, behind two spaces, and behind a separator that ends no abbreviation. */
function followsSeparator(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && text.charCodeAt(i) === 0x20) i--;
  return i < 0 || at - 1 - i > 1 || isBetween(text.charCodeAt(i));
}
