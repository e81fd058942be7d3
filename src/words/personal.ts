/**
 * What of a text may be somebody's: long numbers, and dates in every writing. Reports that are masked leave the year of
 * a date; a message leaves nothing, since what was typed into the wrong place need not be read back.
 */
import { ANY_DATE, cleanBirthDate, LONGEST_DATE } from "../field/written-date.ts";
import { BETWEEN_DIGITS, ZERO_WIDTH } from "../text/marks.ts";

export const HAS_DIGIT = /\p{N}/u;
/** What stands for a number: its length tells nothing. */
export const STARS = "*".repeat(10);

/** What parts the digits of a number: whatever the reader of NIKs forgives, however much of it, and any one mark or two. */
const GAP = `(?:[^\\p{L}\\p{N}]{0,2}|[${BETWEEN_DIGITS}]{3,})`;
/** Nine digits are more than a date has, and more than the eight of one written without marks. */
const NUMBER_AND_NO_DATE = new RegExp(`\\p{N}(?:${GAP}\\p{N}){8,}`, "gu");
/** Five digits can be an Excel date, more can be anything. */
const LONG_NUMBER = new RegExp(`\\p{N}(?:${GAP}\\p{N}){4,}`, "gu");

/** A part of a text that is hidden as a whole. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly isNumber: boolean;
}

/** The text without numbers and dates that may be somebody's. Names and words stay. @param year what stands for a date */
export function withoutPersonal(text: string, year: (date: string) => string = () => STARS): string {
  if (!HAS_DIGIT.test(text)) return text;
  let hidden = "";
  let at = 0;
  for (const { from, to, isNumber } of apart([...numbersIn(text), ...datesIn(text)])) {
    hidden += text.slice(at, from) + (isNumber ? STARS : year(text.slice(from, to)));
    at = to;
  }
  return (hidden + text.slice(at)).replace(LONG_NUMBER, STARS);
}

/** The text without numbers that are longer than a date: for what can be no person's date. */
export function withoutNumbers(text: string): string {
  return text.replace(NUMBER_AND_NO_DATE, STARS);
}

/** Stretches that overlap as one: what one reading leaves must not give away another. */
function apart(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const next of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last === undefined || next.from >= last.to) result.push(next);
    else {
      const to = Math.max(last.to, next.to);
      result[result.length - 1] = { from: last.from, to, isNumber: last.isNumber || next.isNumber };
    }
  }
  return result;
}

function numbersIn(text: string): Stretch[] {
  return Array.from(text.matchAll(NUMBER_AND_NO_DATE), ({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
    isNumber: true,
  }));
}

/** A number, within which the reader of dates skips marks without width, or a word. */
const DATE_PART = new RegExp(`\\p{N}(?:[${ZERO_WIDTH}]*\\p{N})*|\\p{L}+(?:['’]\\p{L}+)*`, "gu");
const MOST_NUMBERS = 3;

/**
 * Whatever reads as a date, and what only has the shape of one: `31-02-1990` was somebody's birth date. With a month's
 * name a day is enough, since the year may stand in a cell beside it.
 */
function datesIn(text: string): Stretch[] {
  const parts = Array.from(text.matchAll(DATE_PART), ({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
    isNumber: HAS_DIGIT.test(word),
    shape: HAS_DIGIT.test(word) ? shapeOfNumber(word) : word,
  }));
  return parts.flatMap((first, at): Stretch[] => {
    if (!first.isNumber && !isMonth(first.shape)) return [];
    let shape = "";
    let numbers = 0;
    let to = 0;
    for (let next = at; next < parts.length; next++) {
      const part = parts[next]!;
      if (part.isNumber) numbers++;
      if (part.to - first.from > LONGEST_DATE || numbers > MOST_NUMBERS) break;
      shape += `${part.shape} `;
      if (isDate(shape) || (numbers === 1 && hasMonthName(shape) && isDate(`${shape}2000`))) to = part.to;
    }
    return to === 0 ? [] : [{ from: first.from, to, isNumber: false }];
  });
}

/** A number of as many digits of which a date can be made: whether day and month exist does not matter. */
function shapeOfNumber(digits: string): string {
  const { length } = digits.replace(/\P{N}/gu, "");
  if (length === 1) return "1";
  if (length === 2) return "01";
  // a year that lost a digit; longer numbers are hidden as such
  return length <= 4 ? "2000" : STARS;
}

/** A Roman number beside another number is more often a school's or a village's than a month. */
function hasMonthName(shape: string): boolean {
  return /[^\d\sIVX]/i.test(shape);
}

function isMonth(word: string): boolean {
  return isDate(`1 ${word} 2000`);
}

function isDate(text: string): boolean {
  return cleanBirthDate(text, ANY_DATE).packed !== 0;
}
