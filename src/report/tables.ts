/**
 * The CSV tables of the run folder: their columns, in the order of the contract, and the rows a case gives each.
 * Column names and codes are machine names and never change with the language; explanations do.
 */
import type { Language } from "../config/plan.ts";
import { FIELDS, type Field } from "../field/level.ts";
import type { Case } from "../finding/case.ts";
import type { ConsideredRecord, SourceEvidence, SourceRecord } from "../finding/evidence.ts";
import { cellOf } from "../finding/findings.ts";
import type { Rejection } from "../input/table.ts";
import { levelEntry } from "../match/comparison.ts";
import { KEY_KINDS, type KeyKind, keyBit } from "../match/keys.ts";
import type { Cell } from "./csv.ts";
import type { DuplicateRow } from "./duplicate-rows.ts";
import { explainCase, explainFinding } from "./explanation.ts";

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

export function caseRows(judged: Case, language: Language): Cell[][] {
  return [caseRow(judged, language)];
}

function caseRow(judged: Case, language: Language): Cell[] {
  const { roster } = judged.evidence;
  const { cells } = roster;
  const codes = [...new Set(judged.findings.map((finding) => finding.code))];
  return [
    judged.caseId,
    judged.verdict,
    judged.action,
    roster.file,
    roster.row,
    cells.nik,
    cells.name,
    cells.birthPlace,
    cells.birthDate,
    cells.sex,
    roster.unit,
    codes.join(";"),
    judged.proposed.nik ?? "",
    judged.proposed.name ?? "",
    judged.proposed.birth_place ?? "",
    judged.proposed.birth_date ?? "",
    judged.documents.join(";"),
    judged.route ?? "",
    explainCase(judged, language),
  ];
}

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

export function findingRows(judged: Case, language: Language): Cell[][] {
  const { roster } = judged.evidence;
  return judged.findings.map((finding) => [
    judged.caseId,
    roster.file,
    roster.row,
    finding.source,
    finding.sourceFile,
    finding.sourceRow === 0 ? "" : finding.sourceRow,
    finding.field,
    finding.code,
    finding.severity,
    finding.rosterValue,
    finding.sourceValue,
    explainFinding(finding, language),
  ]);
}

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

export function linkRows(judged: Case): Cell[][] {
  return judged.evidence.sources.flatMap((source) => linkRowsOf(judged, source));
}

function linkRowsOf(judged: Case, source: SourceEvidence): Cell[][] {
  const { roster } = judged.evidence;
  const start = [roster.file, roster.row, source.name];
  const records = source.link !== null ? [source.link] : source.candidates;
  if (records.length === 0) return [[...start, "", "", source.status, "", ...FIELDS.map(() => "")]];
  return records.map((record) => [
    ...start,
    record.file,
    record.row,
    source.status,
    formatProbability(record.probability),
    ...FIELDS.map((field) => agreementOf(judged, source, record, field)),
  ]);
}

/** Never rounded up: 1.0000 would read as certainty. */
function formatProbability(probability: number): string {
  const scale = 10 ** PROBABILITY_DIGITS;
  return (Math.min(Math.floor(probability * scale), scale - 1) / scale).toFixed(PROBABILITY_DIGITS);
}

/** `same` only where the cells are the same to the letter; equal in meaning otherwise is `equivalent`. */
function agreementOf(judged: Case, { kind }: SourceEvidence, record: SourceRecord, field: Field): string {
  const { agreement } = levelEntry(record.levels, field);
  if (agreement !== "same") return agreement;
  // an answer repeats no value: the letters were held against each other where it came from
  if (kind === "answers" && field !== "nik") return agreement;
  return cellOf(judged.evidence.roster.cells, field) === cellOf(record.cells, field) ? "same" : "equivalent";
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

/** Whose values a candidate was weighed by: the roster's own, or what another source confirmed. */
export const READINGS = ["own", "confirmed"] as const;

/**
 * Every candidate that was weighed, for the cases in which somebody may ask why; no person's data. Where everything
 * agrees there is nothing to ask, and most cases of most rosters would fill the file for nobody.
 */
export function candidateRows(judged: Case): Cell[][] {
  if (isPlainAgreement(judged)) return [];
  return judged.evidence.sources.flatMap((source) =>
    source.considered().map((considered, i) => candidateRow(judged, source, considered, i + 1)),
  );
}

function isPlainAgreement({ evidence, findings }: Case): boolean {
  return (
    findings.every((finding) => finding.severity === "hint") &&
    evidence.sources.every((source) => source.status !== "ambiguous")
  );
}

function candidateRow(
  judged: Case,
  source: SourceEvidence,
  considered: ConsideredRecord,
  rank: number,
): Cell[] {
  const { roster } = judged.evidence;
  const { record, bits, explained } = considered;
  return [
    judged.caseId,
    roster.file,
    roster.row,
    source.name,
    record.file,
    record.row,
    rank,
    formatProbability(record.probability),
    inHundredths(bits),
    keysOf(record.keys).join(";"),
    ...FIELDS.map((field) => inHundredths(explained.weights[field])),
    inHundredths(explained.prior),
    READINGS[explained.confirmed ? 1 : 0],
  ];
}

function keysOf(mask: number): KeyKind[] {
  return KEY_KINDS.filter((kind) => (mask & keyBit(kind)) !== 0);
}

/** Evidence is not known to more than a hundredth of a bit. A number and no text: a leading minus is no formula here. */
function inHundredths(bits: number): number {
  // the sum turns a negative zero into zero
  return Math.round(bits * 100) / 100 + 0;
}

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
