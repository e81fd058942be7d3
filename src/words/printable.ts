/**
 * Makes text from outside safe to stand in a sentence. Cells, file names and headers are written by strangers: an
 * escape sequence in one could repaint a terminal, a direction mark could reorder what is read.
 */
import { BETWEEN_DIGITS } from "../text/marks.ts";
import { STARS } from "./personal.ts";

/** Longest quotation in a sentence, in characters: longer than any name (70; domain.md §3.1), shorter than a page. */
const LONGEST_QUOTATION = 120;

/** Control and format characters (direction and zero-width marks), line separators, halves of surrogate pairs. */
const UNSAFE = /[\p{Control}\p{Format}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

const SPACE = 0x20;
const LAST_PRINTABLE = 0x7e;

/** The text on one line, every character that could act instead of show replaced by `�`. */
export function printable(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(/[\t\n\r ]+/g, " ").replace(UNSAFE, "\uFFFD");
}

/** As `printable`, and cut short with `…` when it is too long to stand in a sentence. */
export function quotable(text: string): string {
  if (text.length <= LONGEST_QUOTATION && isPlain(text) && !text.startsWith(" ") && !text.endsWith(" "))
    return text;
  const characters = firstCharacters(printable(text).trim(), LONGEST_QUOTATION + 1);
  if (characters.length <= LONGEST_QUOTATION) return characters.join("");
  return `${characters.slice(0, LONGEST_QUOTATION - 1).join("")}…`;
}

/** The first characters of a text, at the utmost so many; of a hostile cell's thousands no others are touched. */
export function firstCharacters(text: string, most: number): string[] {
  // no character takes more than two of what a length counts
  return Array.from(text.slice(0, 2 * most)).slice(0, most);
}

/** A number with the marks that the reader of NIKs forgives between its digits. */
const PARTED_NUMBER = new RegExp(`\\p{N}(?:[${BETWEEN_DIGITS}]*\\p{N})*`, "gu");
/** As many digits as a date and a time of day have, with which copies of files are named; a NIK has more. */
const MOST_DIGITS_IN_PATH = 14;

/** A path without a number that may be somebody's; a file that cannot be recognised cannot be mended. */
export function maskedPath(path: string): string {
  return path.replace(PARTED_NUMBER, (number) =>
    number.replace(/\P{N}/gu, "").length > MOST_DIGITS_IN_PATH ? STARS : number,
  );
}

/** The same for the terminal. */
export function printablePath(path: string): string {
  return printable(maskedPath(path));
}

/** Whether a value is what masking leaves of a number, or of a birth date: it may hide a difference. */
export function looksMasked(value: string): boolean {
  return /\*|^\d{4}$/.test(value);
}

/** A text that is shown as it is: of printable ASCII, without two spaces in a row. */
function isPlain(text: string): boolean {
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < SPACE || code > LAST_PRINTABLE || (code === SPACE && before === SPACE)) return false;
    before = code;
  }
  return true;
}
