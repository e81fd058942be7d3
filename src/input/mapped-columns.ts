/** Columns that `--map` names: by header, by letter, or several for one field. */
import { COLUMN_FIELDS, type ColumnField } from "../config/plan.ts";
import { columnOf } from "../text/column-letters.ts";
import { type Problem, Trouble } from "../trouble.ts";
import { foldHeader } from "./header.ts";
import type { HeaderCell } from "./header-rows.ts";
import type { TableRequest, UnderstoodColumn } from "./understanding.ts";

/** The headers that `--map` names, folded. */
export function mappedHeaders(mapping: TableRequest["mapping"]): ReadonlySet<string> {
  return new Set(Object.values(mapping).flatMap((name) => [name, ...name.split("+")].map(foldHeader)));
}

/** The columns that `--map` names: by header, or by letter as a spreadsheet shows it where no header is so called. */
export function mappedColumns(
  cells: readonly HeaderCell[],
  request: TableRequest,
  facts: Problem["facts"],
): UnderstoodColumn[] {
  const columns: UnderstoodColumn[] = [];
  const problems: Problem[] = [];
  for (const field of COLUMN_FIELDS) {
    const wanted = request.mapping[field];
    if (wanted === undefined) continue;
    const { indexes, missing } = findColumns(cells, wanted);
    for (const header of missing)
      problems.push({ code: "map_unknown_column", facts: { ...facts, field, header } });
    if (indexes.length > 1 && !SPREAD_FIELDS.has(field))
      problems.push({ code: "map_several_columns", facts: { ...facts, field, header: wanted } });
    for (const index of indexes) {
      columns.push({ field, header: cells[index]!.text, index, how: "mapped", confidence: 1 });
    }
  }
  if (problems.length > 0) throw new Trouble(...problems);
  return columns;
}

/** A name in parts; a birth date's day, month and year; a sex that is ticked. */
const SPREAD_FIELDS: ReadonlySet<ColumnField> = new Set(["name", "birth_date", "sex"]);

interface FoundColumns {
  readonly indexes: readonly number[];
  /** What is not there; the whole where no part of it is. */
  readonly missing: readonly string[];
}

/** One column, or several joined by `+` ("given_name+surname"). */
function findColumns(cells: readonly HeaderCell[], wanted: string): FoundColumns {
  const whole = findColumn(cells, wanted);
  if (whole >= 0) return { indexes: [whole], missing: [] };
  const parts = wanted.split("+");
  const missing = parts.filter((part) => findColumn(cells, part) < 0);
  if (missing.length === parts.length) return { indexes: [], missing: [wanted] };
  return { indexes: parts.map((part) => findColumn(cells, part)).filter((index) => index >= 0), missing };
}

function findColumn(cells: readonly HeaderCell[], wanted: string): number {
  const folded = foldHeader(wanted);
  const named = folded === "" ? -1 : cells.findIndex(({ names }) => names.includes(folded));
  if (named >= 0 || !/^[A-Z]{1,2}$/.test(wanted)) return named;
  const lettered = columnOf(wanted);
  return lettered < cells.length ? lettered : -1;
}
