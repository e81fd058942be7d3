/**
 * Folding of letters: what is lost here carries no meaning in any field. Knows no person and no language.
 */
import { INVISIBLE } from "./marks.ts";

const MARKS = /\p{M}+/gu;
const FORMAT = new RegExp(`[${INVISIBLE}]`, "gu");

function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
}

/** Upper case without accents, zero-width and bidirectional marks; look-alike forms (full width, ligatures) made plain. */
export function foldLetters(text: string): string {
  if (isPlainAscii(text)) return text.toUpperCase();
  return text.replace(FORMAT, "").normalize("NFKD").replace(MARKS, "").toUpperCase();
}

/** As Asian keyboards write it, and the bold and slanted letters and digits of messages. */
const OTHER_FORMS = /[\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]+/gu;
const ARABIC_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** ASCII characters in other forms, and digits as Arabic writes them, as ASCII has them; other letters stay. */
export function inAscii(text: string): string {
  return text
    .replace(OTHER_FORMS, (forms) => forms.normalize("NFKC"))
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Any text reduced to upper-case letters and digits, other runs becoming one space: for headers and place names. */
export function foldWords(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
