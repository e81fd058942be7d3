/**
 * The tables that grow case by case, as bytes and without their files: whoever renders cases fills these, and takes
 * away what is to be written.
 */
import type { Language } from "../config/plan.ts";
import type { Case } from "../finding/case.ts";
import type { PlainAgreement } from "../finding/cases.ts";
import type { CsvLines } from "./csv-lines.ts";
import { explainFinding } from "./explanation.ts";
import { PlainLines } from "./plain-lines.ts";
import {
  CANDIDATE_COLUMNS,
  CASE_COLUMNS,
  candidateRows,
  caseRow,
  FINDING_COLUMNS,
  findingRow,
  LINK_COLUMNS,
  linkRows,
} from "./tables.ts";

/** The columns of every table. */
export const CASE_TABLES = {
  cases: { columns: CASE_COLUMNS },
  findings: { columns: FINDING_COLUMNS },
  links: { columns: LINK_COLUMNS },
  candidates: { columns: CANDIDATE_COLUMNS },
} as const;
export type CaseTableName = keyof typeof CASE_TABLES;

export class CaseTables {
  /** The lines of each table that wait to be taken. */
  readonly lines: Readonly<Record<CaseTableName, CsvLines>>;
  private readonly language: Language;
  private plain: PlainLines | null = null;

  constructor(language: Language, lines: Readonly<Record<CaseTableName, CsvLines>>) {
    this.language = language;
    this.lines = lines;
  }

  add(judged: Case): void {
    const { cases, findings, links, candidates } = this.lines;
    const { caseId, evidence } = judged;
    const { file, row } = evidence.roster;
    const explained = judged.findings.map((finding) => explainFinding(finding, this.language));
    cases.row(caseRow(judged, this.language, explained));
    for (let i = 0; i < explained.length; i++) {
      findings.row(findingRow(caseId, file, row, judged.findings[i]!, explained[i]!));
    }
    for (const cells of linkRows(judged)) links.row(cells);
    for (const cells of candidateRows(judged)) candidates.row(cells);
  }

  /** Where nothing is found there is no candidate to be asked about either; see `candidateRows`. */
  agree(agreement: PlainAgreement): void {
    this.plain ??= new PlainLines(agreement.cases, this.language);
    const { cases, findings, links } = this.lines;
    this.plain.add(agreement, cases, findings, links);
  }
}
