/** Why a table whose columns are known is no use: what every row would need to be somebody's is not in it. */
import type { ColumnField } from "../config/plan.ts";
import type { IdentifierField } from "../field/identifier.ts";
import { columnLetters } from "../text/column-letters.ts";
import type { Problem } from "../trouble.ts";
import { tidy } from "./cell.ts";
import { areMost, type ColumnQuestion, FEWEST_ROWS } from "./columns.ts";
import { type ColumnProfile, mayHoldIdentifier } from "./content.ts";
import { DELIMITERS } from "./delimiter.ts";
import type { FoundHeader } from "./find-header.ts";
import { foldHeader, readHeader } from "./header.ts";
import { foldedText, type HeaderCell } from "./header-rows.ts";
import { splitNameAndNumber } from "./name-and-number.ts";
import type { Cells } from "./rows.ts";
import type { UnderstoodColumn } from "./understanding.ts";

/** What of a table is looked at: its first rows, its columns, and the rows to learn from. */
interface RefusedParts extends Pick<ColumnQuestion, "cells" | "profiles"> {
  readonly head: readonly Cells[];
  /** How many of these stand above the first that may be a person's. */
  readonly firstData: number;
  readonly body: readonly Cells[];
  /** Whether its cells were told apart by a character, as those of a workbook are not. */
  readonly isDelimited: boolean;
}

/** Why a table of answers is no use, null when it is of use. */
export function refusalOfAnswers(
  columns: readonly UnderstoodColumn[],
  facts: Problem["facts"],
): Problem | null {
  return holdsAnswers(columns) ? null : { code: "answers_not_found", facts };
}

/** The same of a table of persons. */
export function refusalOf(
  columns: readonly UnderstoodColumn[],
  parts: RefusedParts,
  header: FoundHeader,
  field: IdentifierField,
  facts: Problem["facts"],
): Problem | null {
  const { head, isDelimited } = parts;
  if (areAnswers(columns, parts.cells, parts.profiles)) return { code: "answers_undeclared", facts };
  const isMapped = columns.some(({ how }) => how === "mapped");
  // without known headers a name that was not found is somebody's all the same, and a row that may be a header or
  // a person is no way to begin, unless `--map` knows better
  const isNameless = !header.isKnown && !columns.some(({ field }) => field === "name");
  const isDoubtful = !isMapped && (isNameless || header.isDoubtful);
  const isEnough = !isDoubtful && identifiesPersons(columns);
  const unparted = isEnough || isDelimited ? 0 : rowOfUnparted(head);
  if (unparted > 0) return { code: "cells_in_one_column", facts: { ...facts, row: unparted } };
  if (!isEnough) return { code: "columns_not_found", facts };
  if (isMapped) return null;
  return refusalOfTwoLists(columns, parts, facts) ?? refusalOfTwoRows(columns, parts, field, facts);
}

/**
 * Of people whose number stands in the row below the name, alone or beside the birth date, every second row would be
 * rejected or be somebody's signature, and nobody would have a number.
 */
function refusalOfTwoRows(
  columns: readonly UnderstoodColumn[],
  { head, firstData }: RefusedParts,
  field: IdentifierField,
  facts: Problem["facts"],
): Problem | null {
  const names = columns.filter((column) => column.field === "name").map(({ index }) => index);
  const numbers = columns.filter((column) => column.field === "nik").map(({ index }) => index);
  if (field.digits === null || names.length !== 1) return null;
  let people = 0;
  let pairs = 0;
  let first = 0;
  /** The last row with a name, counted from 1, while no row below it has said anything else; else 0. */
  let above = 0;
  for (let at = firstData; at < head.length; at++) {
    const texts = [...names, ...numbers].map((index) => tidy(head[at]![index] ?? ""));
    if (texts.every((text) => text === "")) continue;
    if (texts.every((text) => text === "" || isNumberAlone(text, field))) {
      if (above > 0) {
        pairs++;
        first ||= above;
      }
      above = 0;
    } else {
      const isNamed = /\p{L}/u.test(texts[0]!);
      const isName = isNamed && !texts.some(mayHoldIdentifier);
      const isInOneRow =
        isNamed && (texts.slice(1).some(mayHoldIdentifier) || splitNameAndNumber(texts[0]!).number !== "");
      if (isName || isInOneRow) people++;
      above = isName ? at + 1 : 0;
    }
  }
  // below people who have their number beside them these are signers, or gaps that happen to follow each other
  const areMostPairs = pairs >= FEWEST_ROWS && 2 * pairs > people;
  return areMostPairs ? { code: "person_in_two_rows", facts: { ...facts, row: first } } : null;
}

/** Whether a cell is an identifier and nothing else, but what it is called. */
function isNumberAlone(text: string, field: IdentifierField): boolean {
  const { state } = field.clean(text);
  return (state === "sound" || state === "damaged") && mayHoldIdentifier(text);
}

/** Headers that one cell has to hold, at least, to be those of a table: a place and a date are one column's. */
const FEWEST_UNPARTED = 3;

/**
 * The row of a sheet, counted from 1, of which one cell is the whole header of a CSV file; 0 where there is none. What
 * stands in the cells behind it, a spreadsheet parted by another character.
 */
function rowOfUnparted(head: readonly Cells[]): number {
  const isUnparted = ([first = ""]: Cells): boolean =>
    DELIMITERS.some((delimiter) => {
      const headers = first.split(delimiter).filter((text) => readHeader(tidy(text)) !== null);
      return headers.length >= FEWEST_UNPARTED;
    });
  return head.findIndex(isUnparted) + 1;
}

/** No page has more lists side by side; so many columns of other people are looked at for the headers around them. */
const MOST_BESIDE = 100;

/**
 * Of two lists side by side only the left one would be read, and half of the people would be missing without a word.
 * They are two where the same headers come again at the same distance, and below them other people.
 */
function refusalOfTwoLists(
  columns: readonly UnderstoodColumn[],
  { cells, body, profiles }: RefusedParts,
  facts: Problem["facts"],
): Problem | null {
  const name = columns.find(({ field }) => field === "name");
  if (name === undefined || name.header === "") return null;
  const headers = cells.map(foldedText);
  const namesakes = headers.flatMap((header, index) => {
    const isBeside = index > name.index && header === headers[name.index];
    return isBeside && areMost(profiles[index]!.words, profiles[index]!) ? [index] : [];
  });
  if (namesakes.length === 0) return null;
  const known = cells.flatMap(({ header }, index) =>
    header === null || index === name.index ? [] : [index],
  );
  const isRepeated = (distance: number): boolean =>
    known.some((index) => headers[index + distance] === headers[index]);
  const beside = otherPeople(body, name.index, namesakes)
    .slice(0, MOST_BESIDE)
    .find((index) => isRepeated(index - name.index));
  return beside === undefined
    ? null
    : {
        code: "lists_side_by_side",
        facts: { ...facts, column: columnLetters(name.index), beside: columnLetters(beside) },
      };
}

/**
 * Columns of names that are mostly those of other people than a row's own.
 * @param indexes from left to right: rows are looked at as far as they go
 */
function otherPeople(body: readonly Cells[], own: number, indexes: readonly number[]): number[] {
  const both = new Uint32Array(indexes.length);
  const others = new Uint32Array(indexes.length);
  for (const row of body) {
    const name = row[own] ?? "";
    if (name === "") continue;
    const folded = foldHeader(name);
    for (let i = 0; i < indexes.length && indexes[i]! < row.length; i++) {
      const other = row[indexes[i]!]!;
      if (other === "") continue;
      both[i]!++;
      if (foldHeader(other) !== folded) others[i]!++;
    }
  }
  return indexes.filter((_, i) => others[i]! * 2 > both[i]!);
}

/**
 * A name, or an identifier and a birth date (the contract's Input chapter). Words that hardly repeat are jobs, goods or
 * villages as well as names: nobody is called in by them alone, as long as no header says that they are names.
 */
export function identifiesPersons(columns: readonly UnderstoodColumn[]): boolean {
  const has = (field: ColumnField): boolean => columns.some((column) => column.field === field);
  const hasBirthDate = has("birth_date") || has("birth_place_and_date");
  const name = columns.find(({ field }) => field === "name");
  if (name === undefined) return has("nik") && hasBirthDate;
  return name.how !== "content" || has("nik") || hasBirthDate;
}

/** The identifier that was asked, and something that was said of it. */
export function holdsAnswers(columns: readonly UnderstoodColumn[]): boolean {
  const has = (field: ColumnField): boolean => columns.some((column) => column.field === field);
  return has("nik") && ANSWERED.some(has);
}
const ANSWERED = [
  "name",
  "birth_place",
  "birth_date",
  "sex",
  "status",
] as const satisfies readonly ColumnField[];

/**
 * Whether what stands where people's names or birth dates belong is what Dukcapil answered about them. Read as
 * values, every person would seem to be called Sesuai.
 */
function areAnswers(
  columns: readonly UnderstoodColumn[],
  cells: readonly HeaderCell[],
  profiles: readonly ColumnProfile[],
): boolean {
  const isAnswered = (index: number): boolean => {
    const profile = profiles[index]!;
    return areMost(profile.answers, profile);
  };
  const telling = ["name", "birth_date"];
  const taken = columns.filter(({ field }) => telling.includes(field));
  if (taken.some(({ index }) => isAnswered(index))) return true;
  if (taken.some(({ field }) => field === "name")) return false;
  return cells.some(
    ({ header }, index) => header !== null && telling.includes(header.meaning) && isAnswered(index),
  );
}
