/**
 * Which letters and digits of two values differ, so that a report can mark them for the eye. It marks what the
 * comparison found to differ and no more: upper and lower case, accents, punctuation, titles and the way a date is
 * written are no difference. It judges nothing; whether a value differs at all is the comparison's to say.
 *
 * Deterministic, and at most O(n·m) for values of bounded length.
 */

import { isAnswer } from "../field/answer.ts";
import {
  ANY_DATE,
  type BirthDate,
  cleanBirthDate,
  dayOf,
  formatDate,
  monthOf,
  yearOf,
} from "../field/birth-date.ts";
import type { Field } from "../field/level.ts";
import { cleanName } from "../field/name.ts";
import type { RosterEvidence, SourceRecord } from "../finding/evidence.ts";
import { cellOf } from "../finding/findings.ts";
import type { RawCells } from "../input/people.ts";
import { levelEntry } from "../match/levels.ts";
import { foldLetters } from "../text/fold.ts";

/** A run of characters of a value that all differ, or all do not. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** Both values in pieces; the texts of the pieces of a value, joined, are the value. */
export interface Marked {
  readonly roster: readonly Piece[];
  readonly source: readonly Piece[];
}

/** A value as a stretch of letters and digits to be compared. */
interface Sign {
  /** The folded letter or digit; `GAP` between two words. */
  readonly key: string;
  /** Where it stands in the value, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const GAP = " ";
/** Beyond this many letters on both sides nothing is aligned: no name is that long, and hostile cells must not cost. */
const LONGEST = 160;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const DIGIT = /^\p{N}/u;
const APOSTROPHES = new Set(["'", "`", "\u2019", "\u2018", "\u00b4", "\u02bc"]);

type RosterRow = Pick<RosterEvidence, "cells" | "person">;
type SourceRow = Pick<SourceRecord, "cells" | "person" | "levels">;

/** What was marked of a roster's row and one of a source: every report asks for the same, some of them twice. */
const MARKED = new WeakMap<RawCells, Map<SourceRow, Partial<Record<Field, Marked>>>>();

/**
 * How the roster's cell of a field differs from the cell of a source's row. Values that agree, in whatever writing,
 * and values of which one is missing come back without a mark.
 */
export function markField(field: Field, roster: RosterRow, source: SourceRow): Marked {
  const rosterText = cellOf(roster.cells, field);
  const sourceText = cellOf(source.cells, field);
  // an answer is no value to hold letters against
  if (isAnswer(sourceText)) return { roster: whole(rosterText), source: plain(sourceText) };
  switch (levelEntry(source.levels, field).agreement) {
    case "same":
    case "equivalent":
    case "missing":
      return { roster: plain(rosterText), source: plain(sourceText) };
    case "near":
    case "different":
    case "damaged":
      break;
  }
  const marked = markedOf(roster, source);
  marked[field] ??= markDiffering(field, roster, rosterText, source, sourceText);
  return marked[field];
}

/**
 * The roster's cell and what is proposed to stand there. A date is proposed as rosters write it, day first: a source's
 * 1986-05-11 under a roster's 05/11/1986 would look like no difference. A number is proposed as it can be copied.
 * @param proposed absent where the source shows no value
 */
export function markProposed(
  field: Field,
  roster: RosterRow,
  source: SourceRow,
  proposed: string | undefined,
): Marked {
  if (field === "nik" && proposed !== undefined && proposed !== source.cells.nik)
    return markField(field, roster, {
      cells: { ...source.cells, nik: proposed },
      person: source.person,
      levels: source.levels,
    });
  const marked = markField(field, roster, source);
  const { birthDate } = source.person;
  if (field !== "birth_date" || birthDate.state !== "sound") return marked;
  const date = formatDate(birthDate.packed);
  return (
    markDates(cellOf(roster.cells, field), roster.person.birthDate, date, birthDate) ?? {
      roster: marked.roster,
      source: plain(date),
    }
  );
}

/** Whether both values are filled and read the same, as masking makes them: then neither shows a difference. */
export function readAlike({ roster, source }: Marked): boolean {
  const text = textOf(roster);
  return text !== "" && text === textOf(source);
}

function textOf(value: readonly Piece[]): string {
  return value.map(({ text }) => text).join("");
}

function markedOf({ cells }: RosterRow, source: SourceRow): Partial<Record<Field, Marked>> {
  let bySource = MARKED.get(cells);
  if (bySource === undefined) {
    bySource = new Map();
    MARKED.set(cells, bySource);
  }
  let marked = bySource.get(source);
  if (marked === undefined) {
    marked = {};
    bySource.set(source, marked);
  }
  return marked;
}

function markDiffering(
  field: Field,
  roster: RosterRow,
  rosterText: string,
  source: SourceRow,
  sourceText: string,
): Marked {
  switch (field) {
    case "name":
      return markSigns(rosterText, nameSigns(rosterText), sourceText, nameSigns(sourceText));
    case "birth_date":
      return (
        markDates(rosterText, roster.person.birthDate, sourceText, source.person.birthDate) ??
        markDifference(rosterText, sourceText)
      );
    case "sex":
      return { roster: whole(rosterText), source: whole(sourceText) };
    case "nik":
    case "birth_place":
      return markDifference(rosterText, sourceText);
  }
}

/**
 * Marks the letters and digits in which two texts differ. Where only the parting into words differs, the letters on
 * both sides of the gap are marked, since a space cannot be seen.
 */
export function markDifference(roster: string, source: string): Marked {
  return markSigns(roster, signsOf(roster), source, signsOf(source));
}

function markSigns(
  roster: string,
  rosterSigns: readonly Sign[],
  source: string,
  sourceSigns: readonly Sign[],
): Marked {
  const { inRoster, inSource } = align(rosterSigns, sourceSigns);
  return { roster: pieces(roster, rosterSigns, inRoster), source: pieces(source, sourceSigns, inSource) };
}

/** The letters and digits of a text, with a gap wherever two letters are parted by anything but an apostrophe. */
function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  let gapFrom = -1;
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    const key = foldLetters(character);
    if (!LETTER_OR_DIGIT.test(key)) {
      // accents and invisible marks fold to nothing and part no words
      if (key !== "" && !APOSTROPHES.has(character) && gapFrom < 0) gapFrom = start;
      continue;
    }
    const before = signs.at(-1);
    // digits are written with and without spaces and points at will
    if (gapFrom >= 0 && before !== undefined && !DIGIT.test(before.key) && !DIGIT.test(key)) {
      signs.push({ key: GAP, start: gapFrom, end: start });
    }
    gapFrom = -1;
    signs.push({ key, start, end: at });
  }
  return signs;
}

/** The signs of those words that are the name; titles, `bin` and what stands in brackets are left out. */
function nameSigns(text: string): Sign[] {
  const words: Sign[][] = [[]];
  for (const sign of signsOf(text)) {
    if (sign.key === GAP) words.push([]);
    else words.at(-1)!.push(sign);
  }
  const { words: name } = cleanName(text);
  const kept: Sign[] = [];
  let next = 0;
  for (const word of words) {
    if (next === name.length || word.map((sign) => sign.key).join("") !== name[next]) continue;
    const last = kept.at(-1);
    if (last !== undefined) kept.push({ key: GAP, start: last.end, end: word[0]!.start });
    kept.push(...word);
    next++;
  }
  return next === name.length ? kept : signsOf(text);
}

interface Alignment {
  /** For every sign whether it differs. */
  readonly inRoster: readonly boolean[];
  readonly inSource: readonly boolean[];
}

function align(roster: readonly Sign[], source: readonly Sign[]): Alignment {
  const partners = pairUp(roster, source);
  const sourcePartners: number[] = new Array(source.length).fill(-1);
  for (const [i, partner] of partners.entries()) if (partner >= 0) sourcePartners[partner] = i;
  const inRoster = partners.map((partner) => partner < 0);
  const inSource = sourcePartners.map((partner) => partner < 0);
  if (!isNumberOfOneLength(roster, source)) {
    for (const [i, partner] of partners.entries()) {
      if (partner < 0 || !isLonely(inRoster, i) || !isLonely(inSource, partner)) continue;
      inRoster[i] = true;
      inSource[partner] = true;
    }
  }
  markGaps(roster, partners, inRoster, inSource);
  markGaps(source, sourcePartners, inSource, inRoster);
  return { inRoster, inSource };
}

/** A single agreeing letter between differing ones agrees by chance. */
function isLonely(differs: readonly boolean[], at: number): boolean {
  return differs[at - 1] === true && differs[at + 1] === true;
}

/** A gap that the other side lacks, between letters that agree: the letters next to it show it, on both sides. */
function markGaps(
  signs: readonly Sign[],
  partners: readonly number[],
  differs: boolean[],
  otherDiffers: boolean[],
): void {
  const gaps = signs.flatMap(({ key }, at) =>
    key === GAP && differs[at] && !differs[at - 1] && !differs[at + 1] ? [at] : [],
  );
  for (const gap of gaps) {
    for (const neighbour of [gap - 1, gap + 1]) {
      differs[neighbour] = true;
      otherDiffers[partners[neighbour]!] = true;
    }
  }
}

/** For every sign of the roster the place of the sign of the source that it is, -1 where there is none. */
function pairUp(roster: readonly Sign[], source: readonly Sign[]): number[] {
  const partners: number[] = new Array(roster.length).fill(-1);
  if (isNumberOfOneLength(roster, source)) {
    return partners.map((_, at) => (roster[at]!.key === source[at]!.key ? at : -1));
  }
  let start = 0;
  let rosterEnd = roster.length;
  let sourceEnd = source.length;
  while (start < rosterEnd && start < sourceEnd && roster[start]!.key === source[start]!.key) {
    partners[start] = start;
    start++;
  }
  while (
    rosterEnd > start &&
    sourceEnd > start &&
    roster[rosterEnd - 1]!.key === source[sourceEnd - 1]!.key
  ) {
    partners[--rosterEnd] = --sourceEnd;
  }
  const n = rosterEnd - start;
  const m = sourceEnd - start;
  if (n === 0 || m === 0 || n > LONGEST || m > LONGEST) return partners;

  // the least number of edits for every pair of beginnings, then the way back
  const width = m + 1;
  const costs = new Uint16Array((n + 1) * width);
  for (let j = 1; j <= m; j++) costs[j] = j;
  for (let i = 1; i <= n; i++) {
    costs[i * width] = i;
    for (let j = 1; j <= m; j++) {
      const kept =
        costs[(i - 1) * width + j - 1]! + replacing(roster[start + i - 1]!, source[start + j - 1]!);
      const fewer = Math.min(costs[(i - 1) * width + j]!, costs[i * width + j - 1]!) + 1;
      costs[i * width + j] = Math.min(kept, fewer);
    }
  }
  for (let i = n, j = m; i > 0 && j > 0; ) {
    const cost = costs[i * width + j]!;
    const edit = replacing(roster[start + i - 1]!, source[start + j - 1]!);
    if (cost === costs[(i - 1) * width + j - 1]! + edit) {
      i--;
      j--;
      if (edit === 0) partners[start + i] = start + j;
    } else if (cost === costs[(i - 1) * width + j]! + 1) i--;
    else j--;
  }
  return partners;
}

/** Two numbers of one length are compared place by place, as a person does with a finger on each. */
function isNumberOfOneLength(roster: readonly Sign[], source: readonly Sign[]): boolean {
  const isDigit = (sign: Sign) => DIGIT.test(sign.key);
  return roster.length === source.length && roster.every(isDigit) && source.every(isDigit);
}

function replacing(a: Sign, b: Sign): number {
  if (a.key === b.key) return 0;
  // a letter never stands for the end of a word
  return a.key === GAP || b.key === GAP ? 2 : 1;
}

/** What the parts of a date are, as far as they can be pointed at in its writing. */
interface DateParts {
  readonly day: Stretch;
  readonly month: Stretch;
  readonly year: Stretch;
}

const DATE_PARTS = ["day", "month", "year"] as const satisfies readonly (keyof DateParts)[];

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Marks the day, the month or the year, whatever the writing; null where the parts cannot be told in a cell. */
function markDates(
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
    const stretch = { start: index, end: index + run.length };
    if (DIGIT.test(run)) numbers.push({ ...stretch, value: Number(run) });
    else if (named === null && monthNamed(run) === monthOf(packed)) named = stretch;
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

function plain(text: string): Piece[] {
  return text === "" ? [] : [{ text, differs: false }];
}

function whole(text: string): Piece[] {
  return text === "" ? [] : [{ text, differs: true }];
}

/** Cuts a text at its signs; what lies between two differing ones differs with them. */
function pieces(text: string, signs: readonly Stretch[], differs: readonly boolean[]): Piece[] {
  const result: Piece[] = [];
  let from = 0;
  const cut = (to: number, differing: boolean) => {
    if (to > from) result.push({ text: text.slice(from, to), differs: differing });
    from = Math.max(from, to);
  };
  for (let at = 0; at < signs.length; at++) {
    if (!differs[at]) continue;
    cut(signs[at]!.start, false);
    let last = at;
    while (last + 1 < signs.length && differs[last + 1]) last++;
    cut(endWithMarks(text, signs[last]!.end), true);
    at = last;
  }
  cut(text.length, false);
  return result;
}

const ACCENT = /\p{M}/u;

/** An accent belongs to the letter it stands on. */
function endWithMarks(text: string, end: number): number {
  let at = end;
  while (at < text.length && ACCENT.test(text[at]!)) at++;
  return at;
}
