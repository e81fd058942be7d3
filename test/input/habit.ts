/**
 * A habit is a folder under `fixtures/input/`: a list as an office sends it, a line saying what must be understood
 * and why, and `expected.json`, how. Here a list is read as the program reads it and put into words that a person can
 * hold beside it; whether they are right is said by `habits.test.ts`, and by whoever reviewed `expected.json`.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { formatIsoDate } from "../../src/field/birth-date.ts";
import type { Identifier } from "../../src/field/identifier.ts";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import { type PersonRecord, type RowContext, understandRow } from "../../src/input/record.ts";
import { openTable } from "../../src/input/table.ts";
import type { TableRequest, UnderstoodColumn } from "../../src/input/understanding.ts";

const HABITS = "fixtures/input";
/** Nothing, laki-laki, perempuan. */
const SEX_LETTERS = { 0: "", 1: "L", 2: "P" } as const;

/** What differs from the ordinary request, a roster of NIKs on 31 December 2022. */
export type Asked = Partial<Pick<TableRequest, "role" | "identifier" | "mapping">>;

/** How a list was understood, in the words of `expected.json`. */
export interface Understood {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerRows: readonly number[];
  /** Field → letter of its column, header and what spoke for it. */
  readonly columns: Readonly<Record<string, string>>;
  readonly unusedHeaders: readonly string[];
  readonly dateOrder: string;
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly rejected: number;
    readonly layout: number;
  };
  readonly used: readonly UsedRow[];
  readonly rejected: readonly { readonly row: number; readonly reason: string }[];
  /** Lines of a UTF-8 file that were read as Windows-1252. */
  readonly mendedLines: number;
}

/** The fields of a used row as they were understood; those that are empty are left out. */
export type UsedRow = { readonly row: number } & Readonly<Partial<Record<string, string | number>>>;

export function habitNames(): string[] {
  return readdirSync(HABITS).sort();
}

export function inHabit(name: string, file: string): string {
  return path.join(HABITS, name, file);
}

/** The lists of a habit: one, or a CSV file and its twin as a workbook. */
export function listsOf(name: string): string[] {
  return readdirSync(path.join(HABITS, name))
    .filter((file) => file !== "README.md" && file !== "expected.json")
    .sort();
}

/** @throws Trouble as `openTable` does */
export async function understand(file: string, asked: Asked = {}): Promise<Understood> {
  const request = {
    path: file,
    role: "roster",
    mapping: {},
    identifier: "nik",
    asOf: 20_221_231,
    ...asked,
  } as const;
  const table = await openTable(request);
  const { columns, dateOrder, dateOrderHow, ...understanding } = table.understanding;
  const context: RowContext = {
    field: identifierField(request.identifier),
    order: dateOrder,
    asOf: request.asOf,
    is1904: understanding.is1904,
    english: understanding.english,
    pria: understanding.pria,
  };
  const used: UsedRow[] = [];
  const rejected: Understood["rejected"][number][] = [];
  let read = 0;
  let layout = 0;
  const batches = table.rawBatches();
  let next = await batches.next();
  for (; next.done !== true; next = await batches.next()) {
    const batch = next.value;
    for (const raw of batch.rows) used.push(usedRow(understandRow(raw, context)));
    for (const { row, reason } of batch.rejected) rejected.push({ row, reason });
    read += batch.read;
    layout += batch.layout;
  }
  return {
    encoding: understanding.encoding,
    delimiter: understanding.delimiter,
    headerRows: understanding.headerRows,
    columns: inWords(columns),
    unusedHeaders: understanding.unusedHeaders,
    dateOrder: `${dateOrder} ${dateOrderHow}`,
    rows: { read, used: used.length, rejected: rejected.length, layout },
    used,
    rejected,
    mendedLines: next.value.mendedLines,
  };
}

function inWords(columns: readonly UnderstoodColumn[]): Record<string, string> {
  const words: Record<string, string> = {};
  for (const { field, index, header, how } of columns) {
    const column = `${String.fromCharCode(65 + index)} ${JSON.stringify(header)} by ${how}`;
    words[field] = words[field] === undefined ? column : `${words[field]} + ${column}`;
  }
  return words;
}

function usedRow({ raw, identifier, birthDate, sex }: PersonRecord): UsedRow {
  const fields: Readonly<Record<string, string>> = {
    nik: identifierInWords(identifier, raw.nik),
    name: raw.name,
    birth_place: raw.birthPlace,
    birth_date:
      birthDate.state === "unreadable"
        ? `unreadable: ${raw.birthDate}`
        : birthDate.packed === 0
          ? ""
          : formatIsoDate(birthDate.packed),
    sex: SEX_LETTERS[sex],
    unit: raw.unit,
    status: raw.status,
    family_card: raw.familyCard,
  };
  return {
    row: raw.row,
    ...Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== "")),
  };
}

/** The digits of a sound number; otherwise its state, what is certain, and what stood in the cell. */
function identifierInWords({ state, value, certain, lookalike }: Identifier, text: string): string {
  if (state === "missing") return "";
  if (state === "sound") return lookalike ? `${value} (letters for digits)` : value;
  return `${state}, certain "${value.slice(0, certain)}": ${text}`;
}
