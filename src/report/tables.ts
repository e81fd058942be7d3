/**
 * The CSV tables of the run folder: their columns, in the order of the contract, and how a probability is written.
 * Column names and codes are machine names and never change with the language; explanations do.
 */
import { FIELDS } from "../field/level.ts";
import type { Rejection } from "../input/judged-rows.ts";
import type { Cell } from "./csv-lines.ts";
import type { DuplicateRow } from "./duplicate-rows.ts";

export const CASE_COLUMNS = [
  "case_id",
  "verdict",
  "action",
  "roster_file",
  "roster_row",
  "nik",
  "name",
  "birth_place",
  "birth_date",
  "sex",
  "unit",
  "codes",
  "proposed_nik",
  "proposed_name",
  "proposed_birth_place",
  "proposed_birth_date",
  "documents",
  "route",
  "explanation",
] as const;

export const FINDING_COLUMNS = [
  "case_id",
  "roster_file",
  "roster_row",
  "source",
  "source_file",
  "source_row",
  "field",
  "code",
  "severity",
  "roster_value",
  "source_value",
  "explanation",
] as const;

export const LINK_COLUMNS = [
  "roster_file",
  "roster_row",
  "source",
  "source_file",
  "source_row",
  "status",
  "probability",
  ...FIELDS,
] as const;

/** Decimals of a probability: enough to tell one wrong link in ten thousand. */
const PROBABILITY_DIGITS = 4;

/** A probability in ten thousandths, never rounded up: 1.0000 would read as certainty. */
export function inTenThousandths(probability: number): number {
  const scale = 10 ** PROBABILITY_DIGITS;
  return Math.min(Math.floor(probability * scale), scale - 1);
}

function formatProbability(probability: number): string {
  return `0.${String(inTenThousandths(probability)).padStart(PROBABILITY_DIGITS, "0")}`;
}

export const CANDIDATE_COLUMNS = [
  "case_id",
  "roster_file",
  "roster_row",
  "source",
  "source_file",
  "source_row",
  "rank",
  "probability",
  "bits",
  "keys",
  "weight_nik",
  "weight_name",
  "weight_birth_place",
  "weight_birth_date",
  "weight_sex",
  "weight_prior",
  "confirmed",
] as const;

/** The tables that grow case by case, with their columns. */
export const CASE_TABLES = {
  cases: { columns: CASE_COLUMNS },
  findings: { columns: FINDING_COLUMNS },
  links: { columns: LINK_COLUMNS },
  candidates: { columns: CANDIDATE_COLUMNS },
} as const;
export type CaseTableName = keyof typeof CASE_TABLES;
export const CASE_TABLE_NAMES = Object.keys(CASE_TABLES) as CaseTableName[];

/** Lines of each of them, as bytes. */
export type TableLines = Readonly<Record<CaseTableName, Uint8Array>>;

/** Whose values a candidate was weighed by: the roster's own, or what another source confirmed. */
export const READINGS = ["own", "confirmed"] as const;

export const DUPLICATE_COLUMNS = [
  "group_id",
  "roster_file",
  "roster_row",
  "nik",
  "name",
  "birth_date",
  "unit",
  "probability",
  "reason",
] as const;

export function duplicateCells(row: DuplicateRow): Cell[] {
  const { group, file, nik, name, birthDate, unit, probability, reasons } = row;
  return [
    group,
    file,
    row.row,
    nik,
    name,
    birthDate,
    unit,
    formatProbability(probability),
    reasons.join(";"),
  ];
}

export const REJECTED_COLUMNS = ["file", "row", "reason", "text"] as const;

export function rejectedCells(file: string, { row, reason, text }: Rejection): Cell[] {
  return [file, row, reason, text];
}
