/** Which parts of two birth dates differ, whatever their writing: day, month and year as they stand in the cells. */
import { type BirthDate, dayOf, monthOf, yearOf } from "../field/birth-date.ts";
import { ANY_DATE, cleanBirthDate } from "../field/written-date.ts";
import { type Marked, pieces, type Stretch, whole } from "./pieces.ts";

const DIGIT = /^\p{N}/u;

/** What the parts of a date are, as far as they can be pointed at in its writing. */
interface DateParts {
  readonly day: Stretch;
  readonly month: Stretch;
  readonly year: Stretch;
}

const DATE_PARTS = ["day", "month", "year"] as const satisfies readonly (keyof DateParts)[];

/** Marks the day, the month or the year, whatever the writing; null where the parts cannot be told in a cell. */
export function markDates(
  roster: string,
  rosterDate: BirthDate,
  source: string,
  sourceDate: BirthDate,
): Marked | null {
  if (rosterDate.state !== "sound" || sourceDate.state !== "sound") return null;
  const rosterParts = dateParts(roster, rosterDate.packed);
  const sourceParts = dateParts(source, sourceDate.packed);
  if (rosterParts === null || sourceParts === null) return { roster: whole(roster), source: whole(source) };
  const differs: Record<keyof DateParts, boolean> = {
    day: dayOf(rosterDate.packed) !== dayOf(sourceDate.packed),
    month: monthOf(rosterDate.packed) !== monthOf(sourceDate.packed),
    year: yearOf(rosterDate.packed) !== yearOf(sourceDate.packed),
  };
  const marked = (text: string, parts: DateParts) => {
    const names = DATE_PARTS.toSorted((one, other) => parts[one].start - parts[other].start);
    return pieces(
      text,
      names.map((name) => parts[name]),
      names.map((name) => differs[name]),
    );
  };
  return { roster: marked(roster, rosterParts), source: marked(source, sourceParts) };
}

const RUNS = /\p{L}+|\d+/gu;

/** Where day, month and year stand in a cell that was read as the date `packed`. */
function dateParts(text: string, packed: number): DateParts | null {
  const numbers: (Stretch & { readonly value: number })[] = [];
  let named: Stretch | null = null;
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    const end = index + run.length;
    if (DIGIT.test(run)) numbers.push({ start: index, end, value: Number(run) });
    else if (named === null && monthNamed(run) === monthOf(packed)) named = { start: index, end };
  }
  const isYear = ({ value }: { readonly value: number }) =>
    value === yearOf(packed) || value === yearOf(packed) % 100;
  const isMonth = ({ value }: { readonly value: number }) => value === monthOf(packed);
  const isDay = ({ value }: { readonly value: number }) => value === dayOf(packed);
  // behind the date only a time of day follows
  const [first, second, third] = numbers;
  if (named !== null && first !== undefined && second !== undefined) {
    if (isDay(first) && isYear(second)) return { day: first, month: named, year: second };
    if (isYear(first) && isDay(second)) return { year: first, month: named, day: second };
    return null;
  }
  if (first === undefined || second === undefined || third === undefined) return null;
  if (isDay(first) && isMonth(second) && isYear(third)) return { day: first, month: second, year: third };
  if (isYear(first) && isMonth(second) && isDay(third)) return { year: first, month: second, day: third };
  if (isMonth(first) && isDay(second) && isYear(third)) return { month: first, day: second, year: third };
  return null;
}

function monthNamed(word: string): number {
  const { packed } = cleanBirthDate(`1 ${word} 2000`, ANY_DATE);
  return packed === 0 ? 0 : monthOf(packed);
}
