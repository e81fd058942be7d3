/**
 * The CSV tables of the run folder: their columns, in the order of the contract, and the rows a case gives each.
 * Column names and codes are machine names and never change with the language; explanations do.
 */
import type { Language } from "../config/plan.ts";
import { FIELDS, type Field } from "../field/level.ts";
import type { Case } from "../finding/case.ts";
import type { ConsideredRecord, SourceEvidence, SourceRecord } from "../finding/evidence.ts";
import { cellOf, codesOf, type Finding } from "../finding/findings.ts";
import type { Rejection } from "../input/table.ts";
import { levelEntry } from "../match/comparison.ts";
import { KEY_KINDS, keyBit } from "../match/keys.ts";
import type { Cell } from "./csv-lines.ts";
import type { DuplicateRow } from "./duplicate-rows.ts";
import { explainCase } from "./explanation.ts";

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

/** @param explained the sentences of its findings */
export function caseRow(judged: Case, language: Language, explained: readonly string[]): Cell[] {
  const { roster } = judged.evidence;
  const { cells } = roster;
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
    codesOf(judged.findings).join(";"),
    judged.proposed.nik ?? "",
    judged.proposed.name ?? "",
    judged.proposed.birth_place ?? "",
    judged.proposed.birth_date ?? "",
    judged.documents.join(";"),
    judged.route ?? "",
    explainCase(judged, language, explained),
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

export function findingRow(
  caseId: string,
  rosterFile: string,
  rosterRow: number,
  finding: Finding,
  explained: string,
): Cell[] {
  return [
    caseId,
    rosterFile,
    rosterRow,
    finding.source,
    finding.sourceFile,
    finding.sourceRow === 0 ? "" : finding.sourceRow,
    finding.field,
    finding.code,
    finding.severity,
    finding.rosterValue,
    finding.sourceValue,
    explained,
  ];
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

/** What stands for an agreement of a cell that is the same to the letter, and of one that is not. */
export const SAME = "same";
export const EQUIVALENT = "equivalent";

export function linkRows(judged: Case): Cell[][] {
  const rows: Cell[][] = [];
  const { file, row } = judged.evidence.roster;
  for (const source of judged.evidence.sources) {
    const { name, status, link, candidates } = source;
    if (link !== null) rows.push(linkRow(judged, source, link));
    else if (candidates.length === 0) rows.push([file, row, name, "", "", status, "", "", "", "", "", ""]);
    else for (const candidate of candidates) rows.push(linkRow(judged, source, candidate));
  }
  return rows;
}

function linkRow(judged: Case, source: SourceEvidence, record: SourceRecord): Cell[] {
  const { roster } = judged.evidence;
  return [
    roster.file,
    roster.row,
    source.name,
    record.file,
    record.row,
    source.status,
    formatProbability(record.probability),
    ...FIELDS.map((field) => agreementOf(judged, source, record, field)),
  ];
}

/** A probability in ten thousandths, never rounded up: 1.0000 would read as certainty. */
export function inTenThousandths(probability: number): number {
  const scale = 10 ** PROBABILITY_DIGITS;
  return Math.min(Math.floor(probability * scale), scale - 1);
}

function formatProbability(probability: number): string {
  return `0.${String(inTenThousandths(probability)).padStart(PROBABILITY_DIGITS, "0")}`;
}

/** `same` only where the cells are the same to the letter; equal in meaning otherwise is `equivalent`. */
function agreementOf(judged: Case, { kind }: SourceEvidence, record: SourceRecord, field: Field): string {
  const { agreement } = levelEntry(record.levels, field);
  if (agreement !== SAME) return agreement;
  // an answer repeats no value: the letters were held against each other where it came from
  if (kind === "answers" && field !== "nik") return agreement;
  return cellOf(judged.evidence.roster.cells, field) === cellOf(record.cells, field) ? SAME : EQUIVALENT;
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
  const rows: Cell[][] = [];
  if (isPlainAgreement(judged)) return rows;
  for (const source of judged.evidence.sources) {
    const considered = source.considered();
    for (let i = 0; i < considered.length; i++) {
      rows.push(candidateRow(judged, source, considered[i]!, i + 1));
    }
  }
  return rows;
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
    keysText(record.keys),
    ...FIELDS.map((field) => inHundredths(explained.weights[field])),
    inHundredths(explained.prior),
    READINGS[explained.confirmed ? 1 : 0],
  ];
}

/** The keys of a set, as it was written for an earlier candidate: most are found by one of a few sets. */
function keysText(mask: number): string {
  let text = KEYS_TEXTS.get(mask);
  if (text === undefined) {
    text = KEY_KINDS.filter((kind) => (mask & keyBit(kind)) !== 0).join(";");
    KEYS_TEXTS.set(mask, text);
  }
  return text;
}

const KEYS_TEXTS = new Map<number, string>();

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
