/**
 * Trouble a user can cause and can mend: a missing file, a wrong option, a broken configuration.
 *
 * A Trouble carries codes and facts, never sentences: `words/` turns them into the chosen language at the
 * edge, in `main.ts`, which ends the program with exit status 2. All problems found at one stage travel
 * together, so that nobody has to mend them one run at a time. What was typed or what a file is called can be
 * somebody's NIK or birth date: whoever puts facts into words leaves those out.
 */

/** One thing that is wrong, with the facts its sentence needs (file, row, option …). */
export interface Problem {
  readonly code: TroubleCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Every kind of trouble; each has one sentence in each language in `words/trouble.ts`. */
export const TROUBLE_CODES = [
  // usage and configuration
  "usage",
  "working_folder_missing",
  "no_roster",
  "no_source",
  "unknown_field",
  "map_malformed",
  "map_unknown_column",
  "map_several_columns",
  "source_malformed",
  "source_name_reserved",
  "config_missing",
  "config_not_json",
  "config_invalid",
  "as_of_invalid",
  "threads_invalid",
  "config_exists",
  "config_unwritable",
  "folder_missing",
  "folder_is_file",
  "folder_unreadable",
  "folder_without_tables",
  // files
  "file_missing",
  "file_name_unreadable",
  "file_pattern_unmatched",
  "file_is_directory",
  "file_unreadable",
  "file_not_stored",
  "file_empty",
  "file_no_rows",
  "file_no_people",
  "file_foreign",
  "file_is_open_mark",
  "file_archive",
  "cells_uncomputed",
  "sheet_missing",
  "sheet_ambiguous",
  "columns_not_found",
  "cells_in_one_column",
  "lists_side_by_side",
  "person_in_two_rows",
  "answers_undeclared",
  "answers_not_found",
  "roster_too_large",
  "out_unwritable",
  "out_not_a_run",
  "out_is_file",
  "out_link_broken",
  "out_workbook_open",
  "out_in_use",
  // an earlier run and its cases
  "run_missing",
  "run_not_a_run",
  "table_unreadable",
  "case_unknown",
  "case_not_one",
] as const;
export type TroubleCode = (typeof TROUBLE_CODES)[number];

export class Trouble extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: Problem[]) {
    super(problems.map((problem) => problem.code).join(", "));
    this.name = "Trouble";
    this.problems = problems;
  }
}

/**
 * Waits until all of it is done, so that the problems of all that fails travel together.
 * @throws Trouble; a fault of ours as it is, whatever else went wrong
 */
export async function together<T extends readonly unknown[]>(
  ...works: { readonly [K in keyof T]: Promise<T[K]> }
): Promise<T> {
  const problems: Problem[] = [];
  const done: unknown[] = [];
  for (const settled of await Promise.allSettled(works)) {
    if (settled.status === "fulfilled") done.push(settled.value);
    else if (settled.reason instanceof Trouble) problems.push(...settled.reason.problems);
    else throw settled.reason;
  }
  if (problems.length > 0) throw new Trouble(...problems);
  return done as unknown as T;
}

/** @throws Trouble with the problems, where there are any */
export async function refuseProblems(problems: readonly Problem[]): Promise<void> {
  if (problems.length > 0) throw new Trouble(...problems);
}

export function trouble(code: TroubleCode, facts: Problem["facts"] = {}): Trouble {
  return new Trouble({ code, facts });
}
