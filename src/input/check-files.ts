/**
 * What is wrong with files that nobody will read now, since something else is wrong already. It opens each and
 * understands it as far as it is known how, and keeps nothing.
 */
import type { KnownFiles } from "../config/resolve.ts";
import { type Problem, Trouble, type TroubleCode } from "../trouble.ts";
import { openTable } from "./table.ts";

/** What another mapping, identifier or kind of source may mend. */
const OF_READING: ReadonlySet<TroubleCode> = new Set([
  "columns_not_found",
  "cells_in_one_column",
  "lists_side_by_side",
  "person_in_two_rows",
  "map_unknown_column",
  "map_several_columns",
  "answers_undeclared",
  "answers_not_found",
  "sheet_ambiguous",
  "file_no_rows",
  "cells_uncomputed",
]);

/** @throws Trouble with every problem of every file at once; the signal's reason when interrupted */
export async function checkFiles(
  { files, identifier, asOf, isReadingKnown }: Omit<KnownFiles, "out">,
  signal: AbortSignal,
): Promise<void> {
  const problems: Problem[] = [];
  for (const { path, role, kind, mapping } of files) {
    signal.throwIfAborted();
    try {
      await openTable({ path, role: kind, mapping, identifier, asOf });
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      const told = error.problems.filter(({ code }) => isReadingKnown || !OF_READING.has(code));
      problems.push(...told.map(({ code, facts }) => ({ code, facts: { ...facts, role } })));
    }
  }
  if (problems.length > 0) throw new Trouble(...problems);
}
