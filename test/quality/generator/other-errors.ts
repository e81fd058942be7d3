/**
 * How an office gets a birth date, a birth place or a sex wrong. Each maker returns a slip that falls clearly into
 * one finding code, or null where it cannot happen to this value: no wrong day is a placeholder by accident, no
 * wrong month a swap. It refuses to make a date that does not exist, except where that is the error.
 */
import { mistypedPlace, placeSlip } from "./name-errors.ts";
import type { Sex } from "./names.ts";
import { FIRST_YEAR, LAST_YEAR, otherSex } from "./people.ts";
import { HOME_DISTRICTS, PLACE_SPELLINGS } from "./places.ts";
import type { Roll } from "./random.ts";
import type { Gravity, Slip } from "./values.ts";

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(date: number): Parts {
  return { year: Math.floor(date / 10000), month: Math.floor(date / 100) % 100, day: date % 100 };
}

function dateOf({ year, month, day }: Parts): number {
  return year * 10000 + month * 100 + day;
}

function exists({ year, month, day }: Parts): boolean {
  const days = month === 2 ? (year % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** 1 January, 1 July, 31 December and the 15th: what stands for a date nobody knew (domain.md §4). */
function isPlaceholder({ month, day }: Parts): boolean {
  return day === 15 || (day === 1 && (month === 1 || month === 7)) || (day === 31 && month === 12);
}

export function isPlaceholderDate(date: number): boolean {
  return isPlaceholder(partsOf(date));
}

function isSwap(one: Parts, other: Parts): boolean {
  return one.day === other.month && one.month === other.day;
}

function slip(code: string, wrong: Parts | string, gravity: Gravity = "near"): Slip {
  const value = typeof wrong === "string" ? wrong : dateOf(wrong);
  return { field: "birth_date", gravity, wrong: value, code, reverse: code };
}

/** Null where the wrong date does not exist, is the right one, or would be taken for another kind of error. */
function plain(code: string, right: Parts, wrong: Parts, gravity: Gravity = "near"): Slip | null {
  if (!exists(wrong) || dateOf(wrong) === dateOf(right) || isSwap(right, wrong)) return null;
  if (wrong.year === right.year && isPlaceholder(wrong)) return null;
  return slip(code, wrong, gravity);
}

export function swappedDate(born: number): Slip | null {
  const { year, month, day } = partsOf(born);
  const wrong = { year, month: day, day: month };
  return day === month || !exists(wrong) || isPlaceholder(wrong)
    ? null
    : slip("birth_date.day_month_swapped", wrong);
}

export function placeholderDate(roll: Roll, born: number): Slip | null {
  const right = partsOf(born);
  const [month, day] = roll.pick([
    [12, 31],
    [7, 1],
    [7, 1],
    [1, 1],
    [right.month, 15],
  ] as const);
  const wrong = { year: right.year, month, day };
  if (isPlaceholder(right) || isSwap(right, wrong)) return null;
  return slip("birth_date.placeholder", wrong);
}

/** One digit of the day, a neighbouring day, or its digits in each other's place. */
export function wrongDay(roll: Roll, born: number): Slip | null {
  const right = partsOf(born);
  const { day } = right;
  const wrong = roll.pick([
    day - 1,
    day + 1,
    day - 10,
    day + 10,
    day + 3,
    day - 3,
    (day % 10) * 10 + Math.floor(day / 10),
  ]);
  return plain("birth_date.day", right, { ...right, day: wrong });
}

export function wrongMonth(roll: Roll, born: number): Slip | null {
  const right = partsOf(born);
  const { month } = right;
  const wrong = roll.pick([month - 1, month + 1, month - 2, month + 2, month - 10, month + 10]);
  return plain("birth_date.month", right, { ...right, month: wrong });
}

/** A year or ten off, another last digit, or the last two in each other's place. */
export function wrongYear(roll: Roll, born: number): Slip | null {
  const right = partsOf(born);
  const { year } = right;
  const lastDigit = year - (year % 10) + roll.below(10);
  const wrong = roll.pick([year - 1, year + 1, year - 1, year + 1, year - 10, year + 10, lastDigit]);
  if (wrong < FIRST_YEAR - 2 || wrong > LAST_YEAR) return null;
  return plain("birth_date.year", right, { ...right, year: wrong });
}

/** More than twelve years off, by no slip of the hand: both last digits differ and are not swapped. */
export function farYear(roll: Roll, born: number): Slip | null {
  const right = partsOf(born);
  const wrong = FIRST_YEAR + roll.below(LAST_YEAR - FIRST_YEAR);
  const [tens, ones] = [Math.floor(right.year / 10) % 10, right.year % 10];
  const [wrongTens, wrongOnes] = [Math.floor(wrong / 10) % 10, wrong % 10];
  const bySlip = tens === wrongTens || ones === wrongOnes || (tens === wrongOnes && ones === wrongTens);
  if (bySlip || Math.abs(wrong - right.year) <= 12) return null;
  return plain("birth_date.year", right, { ...right, year: wrong }, "different");
}

/** Another date altogether: day, month and year. */
export function differentDate(roll: Roll, born: number): Slip | null {
  const right = partsOf(born);
  const wrong = {
    year: FIRST_YEAR + roll.below(LAST_YEAR - FIRST_YEAR),
    month: 1 + roll.below(12),
    day: 2 + roll.below(27),
  };
  const near = wrong.year === right.year || wrong.month === right.month || wrong.day === right.day;
  if (near || isPlaceholder(wrong) || wrong.day === right.month) return null;
  return plain("birth_date.different", right, wrong, "different");
}

export function missingDate(roll: Roll): Slip {
  return slip("birth_date.missing", roll.pick(["", "", "-"]), "unreadable");
}

export function unreadableDate(roll: Roll, born: number): Slip {
  const { year } = partsOf(born);
  const text = roll.pick([
    `31-02-${year}`,
    `30-02-${year}`,
    `31-04-${year}`,
    "tidak tahu",
    "lupa",
    `00-13-${year}`,
  ]);
  return slip("birth_date.unreadable", text, "unreadable");
}

/** A listed way of writing the place, or a typing slip in it. */
export function misspelledPlace(roll: Roll, place: string): Slip | null {
  const listed = PLACE_SPELLINGS[place];
  const wrong = listed === undefined ? mistypedPlace(roll, place) : roll.pick(listed);
  return wrong === null ? null : placeSlip(wrong, "near");
}

/** The regency for the town or the town for the regency; people from elsewhere, the place they live in now. */
export function differentPlace(roll: Roll, place: string): Slip {
  const towns = HOME_DISTRICTS.filter(({ town }) => town !== "Lubuklinggau");
  const wrong =
    place === "Musi Rawas"
      ? roll.chance(0.5)
        ? "Lubuklinggau"
        : roll.pick(towns).town
      : place === "Lubuklinggau" || roll.chance(0.6)
        ? "Musi Rawas"
        : "Lubuklinggau";
  return placeSlip(wrong, "different");
}

export function wrongSex(sex: Sex): Slip {
  return {
    field: "sex",
    gravity: "different",
    wrong: otherSex(sex),
    code: "sex.different",
    reverse: "sex.different",
  };
}
