/**
 * What `cocok inspect` says of one file, as plain data: how it was understood, what became of its rows, and a few
 * values to recognise the columns by. It tells nothing that `reconcile` would not do, since it reads as that does.
 *
 * No person can be told from it (domain.md §7): numbers keep their region and serial, dates their year, names their
 * initials, and of a rejected row there is its number alone.
 */
import type { ColumnField, InspectedFile, InspectPlan, SourceKind } from "../../config/plan.ts";
import type { DateOrder } from "../../field/written-date.ts";
import { asNamed, nobodyIn } from "../../input/input-file.ts";
import { type Look, lookAtTable } from "../../input/table.ts";
import type { TableRequest, Understanding, UnderstoodColumn } from "../../input/understanding.ts";
import { columnLetters } from "../../text/column-letters.ts";
import { type Problem, Trouble } from "../../trouble.ts";
import { maskedText } from "../mask-text.ts";
import type { RowBalance } from "../summary.ts";
import { FieldValues, type ValuesView } from "./field-values.ts";
import { type RejectedView, readRows, type SkippedView } from "./rows-read.ts";

/** A column of the file that holds a field, or part of one. */
export interface ColumnView {
  /** As a spreadsheet shows it: A, B … */
  readonly letter: string;
  readonly header: string;
  readonly how: UnderstoodColumn["how"];
  /** Share of its filled cells that look like the field, 0 … 1; null where the field can look like anything. */
  readonly confidence: number | null;
  /** Of a column named by `--map`: the other field that its header means. */
  readonly means?: ColumnField;
  /** Of the identifiers: the share that carries the birth date beside it, 0 … 1, where hardly any does. */
  readonly carrying?: number;
}

export interface FieldView extends ValuesView {
  readonly field: ColumnField;
  readonly columns: readonly ColumnView[];
}

export interface FileView {
  readonly path: string;
  readonly role: string;
  readonly kind: "roster" | SourceKind;
  /** What stands in the way of using the file; empty: nothing. */
  readonly problems: readonly Problem[];
  /** Null where nothing of the file could be seen. */
  readonly seen: SeenFile | null;
}

export interface SeenFile {
  readonly format: Understanding["format"];
  readonly sheet: string | null;
  /** Hidden sheets that hold people, or are damaged, and are not read. */
  readonly hidden_sheets: readonly string[];
  readonly encoding: string;
  readonly delimiter: string;
  /** Bytes. */
  readonly size: number;
  /** Of the bytes; null where the rows were not read. */
  readonly sha256: string | null;
  readonly header_rows: readonly number[];
  readonly fields: readonly FieldView[];
  /** Fields that a file of this kind usually has and this one was not found to have. */
  readonly missing_fields: readonly ColumnField[];
  /** The first of them. */
  readonly unused_headers: readonly string[];
  /** How many more there are. */
  readonly more_unused_headers: number;
  readonly date_order: DateOrder;
  readonly date_order_how: Understanding["dateOrderHow"];
  /** M is male. */
  readonly english: boolean;
  /** P is pria, male. */
  readonly pria: boolean;
  /** Lists further down that are written in another way, from their first person's row on. */
  readonly other_lists: readonly {
    readonly first_row: number;
    readonly date_order: DateOrder;
    readonly english: boolean;
    readonly pria: boolean;
  }[];
  readonly unit_fills_down: boolean;
  /** Rows in use whose unit is that of the letterhead or of the group row above; 0 where units have a column. */
  readonly units_from_above: number;
  /** Lines read as Windows-1252 in a file that is UTF-8 elsewhere. */
  readonly mended_lines: number;
  /** Null where the columns were not found, and so no row could be judged. */
  readonly rows: RowBalance | null;
  readonly rejected: readonly RejectedView[];
  /** What the rows are that were skipped as layout, so that it can be seen that nobody is among them. */
  readonly skipped: readonly SkippedView[];
}

/**
 * @param signal stops the reading between two blocks
 * @param advance told how many bytes of how many are read
 * @throws what is no Trouble of the file; the signal's reason
 */
export async function viewFile(
  file: InspectedFile,
  plan: InspectPlan,
  signal: AbortSignal,
  advance: (done: number, total: number) => void,
): Promise<FileView> {
  const { path, role, kind } = file;
  const { problems, seen } = await viewTable(file, plan, signal, advance);
  return { path, role, kind, problems: asNamed(role, problems), seen };
}

async function viewTable(
  { path, kind, mapping }: InspectedFile,
  plan: InspectPlan,
  signal: AbortSignal,
  advance: (done: number, total: number) => void,
): Promise<Pick<FileView, "problems" | "seen">> {
  const request: TableRequest = { path, role: kind, mapping, identifier: plan.identifier, asOf: plan.asOf };
  const problems: Problem[] = [];
  const look = await lookUnmapped(request, problems);
  if (look === null) return { problems, seen: null };
  if (look.refusal !== null) problems.push(maskedProblem(look.refusal));
  try {
    const seen = await readThrough(look, request, signal, advance);
    const nobody = look.refusal === null ? nobodySeen(path, kind, seen) : null;
    return { problems: nobody === null ? problems : [...problems, nobody], seen };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { problems: [...problems, ...error.problems], seen: null };
  }
}

/** Looks at a table, without the mapping where that names columns which are not there; null where nothing is seen. */
async function lookUnmapped(request: TableRequest, problems: Problem[]): Promise<Look | null> {
  try {
    return await lookAtTable(request);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    problems.push(...error.problems.map(maskedProblem));
    const isMapping = error.problems.every(({ code }) => code.startsWith("map_"));
    if (!isMapping) return null;
    return await lookAtTable({ ...request, mapping: {} });
  }
}

/** The headers a problem names are cells: in a table without headers somebody's number could be one. */
function maskedProblem({ code, facts }: Problem): Problem {
  const { headers } = facts;
  return { code, facts: headers === undefined ? facts : { ...facts, headers: maskedText(String(headers)) } };
}

/** What a run would say of a file of which it uses no row. */
function nobodySeen(path: string, kind: FileView["kind"], { rows, rejected }: SeenFile): Problem | null {
  if (rows === null) return null;
  const firsts = rejected.map(({ reason, rows: [row = 0] }) => ({ reason, row }));
  const [first = null] = firsts.sort((a, b) => a.row - b.row);
  return nobodyIn(path, kind, rows.used, first);
}

async function readThrough(
  { table, refusal }: Look,
  request: TableRequest,
  signal: AbortSignal,
  advance: (done: number, total: number) => void,
): Promise<SeenFile> {
  const { understanding, size } = table;
  const values = new Map(
    understanding.columns.map(({ field }) => [field, new FieldValues(field, request, understanding)]),
  );
  // of a table whose columns were not found nobody knows which rows are persons
  const isReadable = refusal === null || refusal.code === "file_no_rows";
  const content = isReadable ? await readRows(table, [...values.values()], signal, advance) : null;
  const hasUnitColumn = understanding.columns.some(({ field }) => field === "unit");
  const unitsFromAbove = hasUnitColumn ? 0 : (content?.withUnit ?? 0);
  const missing = missingFields(request.role, understanding);
  return {
    format: understanding.format,
    sheet: understanding.sheet ?? null,
    hidden_sheets: understanding.hiddenSheets ?? [],
    encoding: understanding.encoding,
    delimiter: understanding.delimiter,
    size,
    sha256: content?.sha256 ?? null,
    header_rows: understanding.headerRows,
    fields: [...values].map(([field, seen]) => ({
      field,
      columns: columnsOf(field, understanding, request),
      ...seen.view(),
    })),
    missing_fields: unitsFromAbove > 0 ? missing.filter((field) => field !== "unit") : missing,
    unused_headers: understanding.unusedHeaders.slice(0, SHOWN_HEADERS).map(maskedText),
    more_unused_headers: Math.max(understanding.unusedHeaders.length - SHOWN_HEADERS, 0),
    date_order: understanding.dateOrder,
    date_order_how: understanding.dateOrderHow,
    english: understanding.english,
    pria: understanding.pria,
    other_lists: understanding.otherLists.map(({ firstRow, order, english, pria }) => ({
      first_row: firstRow,
      date_order: order,
      english,
      pria,
    })),
    unit_fills_down: understanding.unitFillsDown,
    units_from_above: unitsFromAbove,
    mended_lines: content?.mendedLines ?? 0,
    rows: content?.rows ?? null,
    rejected: content?.rejected ?? [],
    skipped: content?.skipped ?? [],
  };
}

/** Nobody looks through more headers for the one that was not recognised. */
const SHOWN_HEADERS = 200;

/** Fields whose cells can hold any words, so that nothing speaks for or against the column but its header. */
const ANY_WORDS: ReadonlySet<ColumnField> = new Set(["birth_place", "unit", "status"]);

function columnsOf(
  field: ColumnField,
  understanding: Understanding,
  { identifier, role }: TableRequest,
): ColumnView[] {
  const isAnyText = ANY_WORDS.has(field) || role === "answers" || (field === "nik" && identifier === "plain");
  return understanding.columns
    .filter((column) => column.field === field)
    .map(({ index, header, how, confidence, means, carrying }) => ({
      ...(means === undefined ? {} : { means }),
      ...(carrying === undefined ? {} : { carrying }),
      letter: columnLetters(index),
      header: maskedText(header),
      how,
      confidence: isAnyText ? null : confidence,
    }));
}

const USUAL_FIELDS: Readonly<Record<"roster" | SourceKind, readonly ColumnField[]>> = {
  roster: ["nik", "name", "birth_place", "birth_date", "sex", "unit"],
  registry: ["nik", "name", "birth_place", "birth_date", "sex", "status"],
  answers: ["nik", "name", "birth_place", "birth_date", "sex"],
  document: ["nik", "name", "birth_place", "birth_date", "sex"],
  listing: ["nik", "name", "birth_date", "status"],
};

function missingFields(kind: "roster" | SourceKind, { columns }: Understanding): ColumnField[] {
  const found = new Set(columns.map(({ field }) => field));
  if (found.has("birth_place_and_date")) found.add("birth_place").add("birth_date");
  return USUAL_FIELDS[kind].filter((field) => !found.has(field));
}
