/**
 * Identifiers of more digits than a spreadsheet keeps (NIK 16, NIP 18): reading what is left of them and naming
 * the way two of them differ. Numbers stay text throughout, since a JavaScript number loses their last digits as
 * well. Damage is named, never repaired: a lost digit is not guessed.
 */
import { countDigits, digitsOf, isDigit } from "../text/ascii.ts";
import { editDistanceWithin, isTransposition } from "../text/distance.ts";
import { isBlank } from "./blank.ts";
import { IDENTIFIER_LEVEL, type Identifier, MISSING_IDENTIFIER } from "./identifier.ts";

/** Where the parts of a number stand. */
export interface NumberShape {
  /** Digits of a complete number. */
  readonly length: number;
  /** The birth date stands in `[dateFrom, dateTo)`; before it the region, behind it the serial. */
  readonly dateFrom: number;
  readonly dateTo: number;
  /** A number that is all zeros from here on cannot exist: the spreadsheet zeroed it. */
  readonly neverZeroFrom: number;
}

/** Excel keeps 15 significant digits and writes zeros for the rest (Microsoft KB 269370, domain.md §1.3). */
export const EXCEL_DIGITS = 15;
/** Fewer digits are some other number. */
const FEWEST_DIGITS = 10;
/** As many digits may be wrong in a number that is still the same one: the levels say so of whole numbers. */
const MOST_SLIPS = 2;
/** More digits are no identifier: kept out, so that comparing stays cheap whatever a cell holds. */
const MOST_DIGITS = 24;

/** Reads one cell. */
export function cleanLongNumber(text: string, shape: NumberShape): Identifier {
  if (text.length === shape.length && countDigits(text) === shape.length) return complete(text, false, shape);
  if (isBlank(text)) return MISSING_IDENTIFIER;
  return cleanRounded(text, shape.length - 1) ?? cleanMarked(text, shape);
}

function complete(digits: string, lookalike: boolean, shape: NumberShape): Identifier {
  if (isZeroFrom(digits, shape.neverZeroFrom)) {
    if (isZeroFrom(digits, 0)) return MISSING_IDENTIFIER;
    return { state: "damaged", value: digits, certain: EXCEL_DIGITS, lookalike };
  }
  if (isFiller(digits)) return MALFORMED;
  return { state: "sound", value: digits, certain: digits.length, lookalike };
}

/** `1.60509E+15`, Indonesian `1,60509E+15`, with the quotes and equals sign of a formula around it. */
const SCIENTIFIC = /^[\s"'`’=]*(\d)(?:[.,](\d{0,17}))?E\+?(\d{1,2})[\s"']*$/i;

/**
 * What scientific notation leaves of a number with 10 to the power of `exponent`: its leading digits, the last of
 * them rounded. Null for text that is not written so; a number of another size is malformed.
 */
export function cleanRounded(text: string, exponent: number | null): Identifier | null {
  const found = SCIENTIFIC.exec(text);
  if (found === null) return null;
  const [, leading = "", decimals = "", power = ""] = found;
  if (exponent !== null && Number(power) !== exponent) return MALFORMED;
  const value = leading + decimals;
  return { state: "damaged", value, certain: value.length - 1, lookalike: false };
}

const MALFORMED: Identifier = { state: "malformed", value: "", certain: 0, lookalike: false };

/** What a number is called, in front or behind, and marks around both: "NIK. 1605…", "[NIK 1605…]", "1605… (KTP)*". */
const NUMBER_NAME = "(?:NOMOR|NO|NIK|NIP|E-?KTP|KTP)";
const AROUND = new RegExp(
  `^(?:${NUMBER_NAME}(?!\\p{L})|[^\\p{L}\\p{N}|])+|(?:(?<!\\p{L})${NUMBER_NAME}|[^\\p{L}\\p{N}|])+$`,
  "giu",
);

/** A longer cell is a text with a number in it; to look for its end would take as long as the square of its length. */
const LONGEST_MARKED = 100;

/** Digits among marks that mean nothing, or among letters that look like digits. */
function cleanMarked(written: string, shape: NumberShape): Identifier {
  // otherwise a mark may stand for a digit
  const isWhole = written.length <= LONGEST_MARKED && countDigits(written) === shape.length;
  const text = isWhole ? written.replace(AROUND, "") : written;
  let digits = "";
  let letters = 0;
  let strange = false;
  let point = 0;
  let points = 0;
  let digitsBeforePoint = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) digits += text[i];
    else if (isMark(code)) {
      if (code !== 0x2e && code !== 0x2c) continue;
      points = code === point ? points + 1 : 1;
      point = code;
      digitsBeforePoint = digits.length;
    } else {
      const digit = lookalikeDigit(code);
      if (digit === "") strange = true;
      else {
        digits += digit;
        letters++;
      }
    }
    if (digits.length > MOST_DIGITS) return MALFORMED;
  }
  if (points === 1 && digitsBeforePoint >= FEWEST_DIGITS && isDecimalZeros(digits, digitsBeforePoint)) {
    digits = digits.slice(0, digitsBeforePoint);
  }
  // letters are read as digits only where that makes a complete number and the rest are digits
  const readable =
    letters === 0 || (digits.length === shape.length && letters <= shape.length - FEWEST_DIGITS);
  if (strange || !readable) return malformed(digitsOf(text));
  if (digits.length === shape.length) return complete(digits, letters > 0, shape);
  if (digits.length < FEWEST_DIGITS || digits.length > shape.length + 1) return malformed(digits);
  if (isFiller(digits)) return MALFORMED;
  return { state: "damaged", value: digits, certain: digits.length, lookalike: false };
}

function malformed(digits: string): Identifier {
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) return MALFORMED;
  return { state: "malformed", value: digits, certain: digits.length, lookalike: false };
}

/** The `0` or `00` of a numeric export behind its only point or comma; three zeros are a group of thousands. */
function isDecimalZeros(digits: string, from: number): boolean {
  return digits.length > from && digits.length <= from + 2 && isZeroFrom(digits, from);
}

/**
 * Digits typed to get past a cell that must be filled: one and the same throughout, or counted up or down
 * (1111111111111111, 1234567890123456). They are nobody's number, and nothing in them is left of one.
 */
function isFiller(digits: string): boolean {
  const step = stepAt(digits, 1);
  if (!isFillerStep(step)) return false;
  for (let i = 2; i < digits.length; i++) if (stepAt(digits, i) !== step) return false;
  return true;
}

/** Whether digits are repeated or counted, from the distance of one to the next, where 0 follows 9. */
export function isFillerStep(step: number): boolean {
  return step === 0 || step === 1 || step === 9;
}

function stepAt(digits: string, place: number): number {
  return (digits.charCodeAt(place) - digits.charCodeAt(place - 1) + 10) % 10;
}

function isZeroFrom(digits: string, from: number): boolean {
  for (let i = from; i < digits.length; i++) if (digits.charCodeAt(i) !== 0x30) return false;
  return true;
}

/** Layout, copy-paste and forced-text marks, which are dropped without loss (domain.md §1.3). */
function isMark(code: number): boolean {
  switch (code) {
    case 0x20: // space
    case 0x09: // tab
    case 0x0a: // line feed
    case 0x0d: // carriage return
    case 0x22: // "
    case 0x27: // '
    case 0x2c: // ,
    case 0x2d: // -
    case 0x2e: // .
    case 0x3d: // = of ="…"
    case 0x60: // `
    case 0xa0: // no-break space
    case 0xad: // soft hyphen
    case 0xb4: // acute accent
    case 0x2bc: // modifier apostrophe
    case 0x2212: // minus
    case 0x3000: // ideographic space
    case 0xfeff: // zero-width no-break space
      return true;
    default:
      // spaces, dashes, quotes, zero-width and direction marks
      return code >= 0x2000 && code <= 0x206f;
  }
}

/** Letters typed or recognised for digits (domain.md §1.3). */
function lookalikeDigit(code: number): string {
  switch (code) {
    case 0x4f: // O
    case 0x6f: // o
      return "0";
    case 0x49: // I
    case 0x6c: // l
    case 0x7c: // |
      return "1";
    case 0x5a: // Z
      return "2";
    case 0x53: // S
      return "5";
    case 0x42: // B
      return "8";
    default:
      return "";
  }
}

/** Position in `IDENTIFIER_LEVELS`. Lost digits are seen from the roster's side. */
export function compareLongNumbers(roster: Identifier, source: Identifier, shape: NumberShape): number {
  if (roster.state === "missing" || source.state === "missing") return IDENTIFIER_LEVEL.missing;
  const level = nearestLevel(roster, source, shape);
  if (level !== IDENTIFIER_LEVEL.different) return level;
  return roster.state === "sound" && source.state === "sound" ? level : IDENTIFIER_LEVEL.damaged;
}

function nearestLevel(roster: Identifier, source: Identifier, shape: NumberShape): number {
  const a = roster.value;
  const b = source.value;
  if (a === "" || b === "") return IDENTIFIER_LEVEL.different;
  const certain = Math.min(roster.certain, source.certain);
  const completeA = a.length === shape.length;
  const completeB = b.length === shape.length;
  if (completeA && completeB) {
    return certain === shape.length ? wholeLevel(a, b, shape) : beginningsLevel(a, b, certain);
  }
  if (isRounded(roster) || isRounded(source)) {
    // beside a number that lost a digit, nothing tells which digits were rounded away
    const comparable = (isRounded(roster) || completeA) && (isRounded(source) || completeB);
    return comparable && agreeRounded(roster, source)
      ? IDENTIFIER_LEVEL.excel_rounded
      : IDENTIFIER_LEVEL.different;
  }
  if (a === b) return IDENTIFIER_LEVEL.exact;
  if (Math.abs(a.length - b.length) !== 1 || editDistanceWithin(a, b, 1) > 1)
    return IDENTIFIER_LEVEL.different;
  return a.length < b.length ? IDENTIFIER_LEVEL.digit_lost : IDENTIFIER_LEVEL.digit_added;
}

/**
 * Whether what is left of a damaged number is left of another than this whole one. One run of digits may be lost, or
 * two slips have been made, as in whole numbers; what a spreadsheet rounded has to round to it. What cannot be read as
 * such a number leaves nothing to tell by.
 */
export function contradicts(damaged: Identifier, whole: Identifier): boolean {
  if (damaged.state !== "damaged" || whole.state !== "sound") return false;
  if (isRounded(damaged) && damaged.value.length !== whole.value.length) return !agreeRounded(damaged, whole);
  return (
    editDistanceWithin(damaged.value, whole.value, MOST_SLIPS) > MOST_SLIPS &&
    !isCutFrom(damaged.value, whole.value)
  );
}

/** True when one run of `digits`, at an end or within, is all that `part` lacks. */
function isCutFrom(part: string, digits: string): boolean {
  const lost = digits.length - part.length;
  if (lost < 0) return false;
  let from = 0;
  while (from < part.length && part.charCodeAt(from) === digits.charCodeAt(from)) from++;
  return part.slice(from) === digits.slice(from + lost);
}

/** Two numbers of full length of which only a beginning is certain. */
function beginningsLevel(a: string, b: string, certain: number): number {
  return firstDifference(a, b, 0) >= certain ? IDENTIFIER_LEVEL.excel_zeroed : IDENTIFIER_LEVEL.different;
}

/** Two numbers of full length, every digit known. Left as soon as a third digit differs: nearly always at once. */
function wholeLevel(a: string, b: string, shape: NumberShape): number {
  const first = firstDifference(a, b, 0);
  if (first === a.length) return IDENTIFIER_LEVEL.exact;
  if (first >= EXCEL_DIGITS && (isZeroFrom(a, EXCEL_DIGITS) || isZeroFrom(b, EXCEL_DIGITS))) {
    return IDENTIFIER_LEVEL.excel_zeroed;
  }
  const second = firstDifference(a, b, first + 1);
  if (second === a.length) {
    if (first < shape.dateFrom) return IDENTIFIER_LEVEL.one_digit_in_region;
    return first < shape.dateTo ? IDENTIFIER_LEVEL.one_digit_in_date : IDENTIFIER_LEVEL.one_digit_in_serial;
  }
  if (firstDifference(a, b, second + 1) < a.length) return IDENTIFIER_LEVEL.different;
  return isTransposition(a, b) ? IDENTIFIER_LEVEL.transposed : IDENTIFIER_LEVEL.two_digits;
}

/** Where two texts of one length first differ at or behind `from`; their length when they do not. */
function firstDifference(a: string, b: string, from: number): number {
  let i = from;
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return Math.min(i, a.length);
}

/** True when a spreadsheet kept only the beginning of the number. */
export function isRounded(id: Identifier): boolean {
  return id.certain < id.value.length;
}

/** True when two numbers, one of them rounded at least, agree as far as the one with fewer digits goes. */
export function agreeRounded(a: Identifier, b: Identifier): boolean {
  const shorterIsA = isRounded(a) && (!isRounded(b) || a.value.length < b.value.length);
  return shorterIsA ? roundsTo(b.value, a.value) : roundsTo(a.value, b.value);
}

/**
 * True when `digits`, rounded half up to as many digits as `rounded` has, gives `rounded`. The carry is followed:
 * 1605095… shows as 1.6051E+15 (domain.md §1.3).
 */
function roundsTo(digits: string, rounded: string): boolean {
  if (digits.length <= rounded.length) return digits === rounded;
  let carry = digits.charCodeAt(rounded.length) >= 0x35;
  for (let i = rounded.length - 1; i >= 0; i--) {
    let expected = digits.charCodeAt(i);
    if (carry) {
      expected = expected === 0x39 ? 0x30 : expected + 1;
      carry = expected === 0x30;
    }
    if (rounded.charCodeAt(i) !== expected) return false;
  }
  return !carry;
}
