/** Why a table whose columns are known is no use: what every row would need to be somebody's is not in it. */
import type { ColumnField } from "../config/plan.ts";
import type { Problem } from "../trouble.ts";
import { areMost, type ColumnQuestion } from "./columns.ts";
import type { ColumnProfile } from "./content.ts";
import type { FoundHeader } from "./find-header.ts";
import type { HeaderCell } from "./header-rows.ts";
import type { UnderstoodColumn } from "./understanding.ts";

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
  { cells, profiles }: Pick<ColumnQuestion, "cells" | "profiles">,
  header: FoundHeader,
  facts: Problem["facts"],
): Problem | null {
  if (areAnswers(columns, cells, profiles)) return { code: "answers_undeclared", facts };
  const isMapped = columns.some(({ how }) => how === "mapped");
  // without known headers a name that was not found is somebody's all the same, and a row that may be a header or
  // a person is no way to begin, unless `--map` knows better
  const isNameless = !header.isKnown && !columns.some(({ field }) => field === "name");
  const isDoubtful = !isMapped && (isNameless || header.isDoubtful);
  const isEnough = !isDoubtful && identifiesPersons(columns);
  return isEnough ? null : { code: "columns_not_found", facts: { ...facts, missing: "name" } };
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
