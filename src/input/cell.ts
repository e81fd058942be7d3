/**
 * One cell's text made tidy, so that the same person reads the same whatever program wrote the file. Tidying loses
 * nothing a person would miss: white space, line breaks and zero-width marks are layout, curly quotes are straight
 * ones, wide digits are digits, and the many ways to write "nothing" are nothing. Reads no meaning into the text (the
 * field kinds do).
 */
import { isBlank } from "../field/blank.ts";
import { isAsciiLetter } from "../text/ascii.ts";
import { inAscii } from "../text/fold.ts";
import { INVISIBLE } from "../text/marks.ts";
import { readAgain } from "./encoding.ts";

/** No name, place or office is longer; what follows is cut off, so that no cell can keep the program busy for long. */
const LONGEST_CELL = 512;

/** The cell's text without layout marks, "" for every way to write an empty cell. */
export function tidy(cell: string): string {
  if (cell.length > LONGEST_CELL) return tidy(cell.slice(0, LONGEST_CELL));
  const text = isTidy(cell) ? cell : straighten(cell);
  return canBeBlank(text) && isBlank(text) ? "" : text;
}

/** As `tidy`, for names: of the words that mean nothing, the shortest ("Na", "Nil") are somebody's name. */
export function tidyName(cell: string): string {
  if (cell.length > LONGEST_CELL) return tidyName(cell.slice(0, LONGEST_CELL));
  const text = isTidy(cell) ? cell : straighten(cell);
  return canBeBlank(text) && isBlank(text) && !SHORT_WORD.test(text) ? "" : text;
}

/**
 * Whether a cell says "as above": quotation marks, a word for it ("idem", "- do -", "s.d.a." as long as it cannot be an
 * office's short name: SDA, Sumber Daya Air), or "sama dengan di atas" in any of its short forms.
 */
export function isDitto(cell: string): boolean {
  if (cell.length > LONGEST_DITTO || !DITTO_BEGINS.test(cell)) return false;
  return DITTO.some((writing) => writing.test(cell));
}
const LONGEST_DITTO = 40;
/** Most places and offices begin otherwise, and are asked no further. */
const DITTO_BEGINS = /^(?:[^a-z]|id|d[iogen]|s[daepb]|s\W|y[ag])/i;
const DITTO = [
  /^[\s.,-]*(?:["\u201C-\u201F\u2033\u3003]|['\u2018-\u201B\u2032]{2})[\s.,-]*$/,
  /^[\s.,"'-]*(?:[Ii]dem|IDEM|[Dd]itto|do|s\s?d\s?a|[Ss]\.\s?[Dd]\.\s?[Aa])[\s.,"'-]*$/,
  /^-\s?DO\s?-$/i,
  /^\W*(?:sama|(?!atas)(?:(?:sama|idem|sda)\W+)?(?:(?:dengan|dgn|dng|dg|seperti|sprt|spt|sbg)\W+)?(?:(?:yang|yg)\W+)?(?:di\W?)?atas(?:nya)?)\W*$/i,
];

/** "undefined" and "tidak ada" are the longest words for nothing; with marks around them they begin with a mark. */
export const LONGEST_BLANK = 10;

/** Settles most cells without looking at more than their first character. */
function canBeBlank(text: string): boolean {
  return text.length <= LONGEST_BLANK || !startsWithLetter(text);
}

export function startsWithLetter(text: string): boolean {
  const code = text.charCodeAt(0);
  return isAsciiLetter(code) || code > 0xbf;
}

const SHORT_WORD = /^[A-Za-z]{1,3}$/;

/** ASCII, no space at the ends, no two spaces in a row, no control characters, nothing of a page: nearly every cell. */
function isTidy(cell: string): boolean {
  let previous = 32;
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if (
      code > 126 ||
      code < 32 ||
      (code === 32 && previous === 32) ||
      code === AMPERSAND ||
      code === LESS_THAN
    )
      return false;
    previous = code;
  }
  return (cell.length === 0 || previous !== 32) && cell.charCodeAt(0) !== COLON;
}
const AMPERSAND = 0x26;
const LESS_THAN = 0x3c;
const COLON = 0x3a;

const UNSEEN = new RegExp(`[${INVISIBLE}]`, "gu");
const SINGLE_QUOTES = /[\u2018\u2019\u201A\u201B\u02BC\u00B4]/g;
const DOUBLE_QUOTES = /[\u201C-\u201F]/g;
/** White space of every kind (NBSP and line breaks among it) and the control characters, NUL only at the ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const SPACES = /[\s\u0001-\u001F\u007F-\u009F]+/g;
/** With the colon of a form in front: "Nama : BUDI". */
const ENDS = /^[ \0]*:[ \0:]*|^[ \0]+|[ \0]+$/g;

/** How a web page breaks lines and sets letters: of a cell that was exported with it no part. */
const TAG = /<\/?(?:br|b|i|u|p|em|strong|small|sup|sub|span|div|font|center)\b[^<>]{0,64}>/gi;

/** As web pages write what means something in them; programs that print lists often do so twice. */
const ENTITY = /&(?:amp;)?(?:(nbsp|amp|quot|apos|lt|gt)|#0*(39|34|38|160)|#x0*(27|22|26|a0));/gi;
/** The same without the semicolon that ends it, as programs write them. */
const OPEN_ENTITY = new RegExp(`${ENTITY.source.slice(0, -1)}$`);
const CHARACTERS: Readonly<Record<string, string>> = {
  nbsp: " ",
  160: " ",
  a0: " ",
  amp: "&",
  38: "&",
  26: "&",
  quot: '"',
  34: '"',
  22: '"',
  apos: "'",
  39: "'",
  27: "'",
  lt: "<",
  gt: ">",
};

function straighten(cell: string): string {
  return inAscii(readAgain(cell))
    .replace(TAG, " ")
    .replace(
      ENTITY,
      (_, name?: string, number?: string, hex?: string) =>
        CHARACTERS[(name ?? number ?? hex ?? "").toLowerCase()] ?? "",
    )
    .replace(UNSEEN, "")
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(SPACES, " ")
    .replace(ENDS, "");
}

/** The longest sign of a web page, "&amp;#0039", and some: a cell that goes on and on is not read for its end. */
export const LONGEST_ENTITY = 16;

/** Whether a cell ends in a sign of a web page that lacks its semicolon: the next cell has what is left of it. */
export function endsInEntity(cell: string): boolean {
  return cell.includes("&") && OPEN_ENTITY.test(cell.slice(-LONGEST_ENTITY));
}
