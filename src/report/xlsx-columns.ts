/** The columns that a sheet of people can have: what they are called, how wide they are, and what of a line they show. */
import { ACTION_LABELS, VERDICT_LABELS } from "../words/judgement.ts";
import type { Language, Wording } from "../words/sentence.ts";
import { CASE_HEADERS, type CaseHeader } from "../words/workbook.ts";
import type { Row, Value } from "./xlsx/sheet.ts";
import type { StyleName } from "./xlsx/styles.ts";
import type { CaseLine, PersonLine } from "./xlsx-case.ts";
import { ACTION_STYLES, VERDICT_STYLES } from "./xlsx-colours.ts";
import { headerCell, tableRows } from "./xlsx-table.ts";

/** A column that a sheet of such lines can have. */
interface Column<L> {
  /** Characters. */
  readonly width: number;
  readonly style: StyleName | ((line: L) => StyleName);
  readonly value: (line: L, language: Language) => Value;
}

const PERSON_COLUMNS = {
  case: { width: 13, style: "text", value: (line) => line.caseId },
  name: { width: 26, style: "typed", value: (line) => line.name },
  nik: { width: 19, style: "identifier", value: (line) => line.nik },
  place: { width: 18, style: "typed", value: (line) => line.place },
  date: {
    width: 13,
    style: (line) => (line.packedDate === 0 ? "typed" : "date"),
    value: (line) => (line.packedDate === 0 ? line.date : { date: line.packedDate }),
  },
  sex: { width: 13, style: "typed", value: (line) => line.sex },
  file: { width: 26, style: "wrapped", value: (line) => line.file },
  row: { width: 8, style: "number", value: (line) => line.row },
} as const satisfies Readonly<Partial<Record<CaseHeader, Column<PersonLine>>>>;
export type PersonColumn = keyof typeof PERSON_COLUMNS;

const CASE_COLUMNS: Readonly<Record<CaseHeader, Column<CaseLine>>> = {
  ...PERSON_COLUMNS,
  action: {
    width: 18,
    style: (line) => ACTION_STYLES[line.action],
    value: (line, language) => ACTION_LABELS[line.action][language],
  },
  unit: { width: 22, style: "typed", value: (line) => line.unit },
  verdict: {
    width: 19,
    style: (line) => VERDICT_STYLES[line.verdict],
    value: (line, language) => VERDICT_LABELS[line.verdict][language],
  },
  differs: { width: 26, style: "wrapped", value: (line) => line.differs },
  roster: { width: 30, style: "typed", value: (line) => line.rosterValues },
  source: { width: 36, style: "typed", value: (line) => line.sourceValues },
  field: { width: 14, style: "wrapped", value: (line) => line.fields },
  current: { width: 26, style: "typed", value: (line) => line.current },
  proposed: { width: 26, style: "typed", value: (line) => line.proposed },
  leading: { width: 14, style: "wrapped", value: (line) => line.leading },
  others: { width: 50, style: "typed", value: (line) => line.others },
  other_rows: { width: 28, style: "typed", value: (line) => line.others },
  documents: { width: 17, style: "wrapped", value: (line) => line.documents },
  route: { width: 26, style: "wrapped", value: (line) => line.route },
  explanation: { width: 60, style: "wrapped", value: (line) => line.explanation },
};
export type CaseColumn = keyof typeof CASE_COLUMNS;

export function columnWidths(columns: readonly CaseColumn[]): number[] {
  return columns.map((column) => CASE_COLUMNS[column].width);
}

/** A sheet of cases: header, then a row a case. */
export function caseRows(
  columns: readonly CaseColumn[],
  cases: Iterable<CaseLine>,
  count: number,
  wording: Wording,
): Iterable<Row> {
  return rowsOf(columns, CASE_COLUMNS, cases, count, wording);
}

/** A sheet of people who need nothing: header, then a row a person. */
export function personRows(
  columns: readonly PersonColumn[],
  people: Iterable<PersonLine>,
  count: number,
  wording: Wording,
): Iterable<Row> {
  return rowsOf(columns, PERSON_COLUMNS, people, count, wording);
}

function rowsOf<L, C extends CaseColumn>(
  names: readonly C[],
  table: Readonly<Record<C, Column<L>>>,
  lines: Iterable<L>,
  count: number,
  { identifier, language }: Wording,
): Iterable<Row> {
  const headers = names.map((name) => headerCell(CASE_HEADERS[identifier][name][language]));
  const columns = names.map((name) => table[name]);
  return tableRows(headers, lines, count, "cases.csv", language, (line) =>
    columns.map(({ style, value }) => ({
      value: value(line, language),
      style: typeof style === "string" ? style : style(line),
    })),
  );
}
