/**
 * Cells that say "nothing here" without being empty: dashes, zeros, spreadsheet errors and the words people and
 * databases write for it (domain.md §8). Shared by every field but names, for which a letter is enough.
 */
import { isAsciiLetter } from "../text/ascii.ts";

const WORDS: ReadonlySet<string> = new Set([
  "NULL",
  "NIL",
  "NIHIL",
  "NONE",
  "NA",
  "NAN",
  "NAT",
  "KOSONG",
  "BLANK",
  "BELUMADA",
  "BLMADA",
  "TIDAKADA",
  "TDKADA",
  "TAKADA",
  "UNDEFINED",
]);
/** Longer than any of the words with the marks around them. */
const LONGEST = 24;

/**
 * True for a cell without a letter or a digit other than 0 ("", " - ", "0", "#####", "0000-00-00"), for a
 * spreadsheet error ("#N/A", "#REF!") and for a word that means nothing ("NULL", "tidak ada").
 */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x31 && code <= 0x39) return false;
    if (isLetter(code)) return text.charCodeAt(i - 1) === 0x23 || isBlankWord(text, code);
  }
  return true;
}

/** `first` is the text's first letter: most texts are settled by it. */
function isBlankWord(text: string, first: number): boolean {
  switch (first & ~0x20) {
    case 0x42: // B
    case 0x4b: // K
    case 0x4e: // N
    case 0x54: // T
    case 0x55: // U
      return text.length <= LONGEST && WORDS.has(text.toUpperCase().replace(/[^A-Z0-9]/g, ""));
    default:
      return false;
  }
}

/** Beyond ASCII everything counts as a letter but spaces, dashes, quotes and zero-width marks. */
function isLetter(code: number): boolean {
  if (isAsciiLetter(code)) return true;
  return (
    code >= 0xc0 &&
    !(code >= 0x2000 && code <= 0x206f) &&
    code !== 0x2212 &&
    code !== 0x3000 &&
    code !== 0xfeff
  );
}
