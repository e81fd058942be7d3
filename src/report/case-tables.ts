/**
 * The tables that grow case by case, as bytes and without their files: whoever renders cases fills these, and takes
 * away what is to be written.
 */
import type { Case } from "../finding/case.ts";
import type { PlainAgreement } from "../finding/cases.ts";
import type { Wording } from "../words/sentence.ts";
import { CaseLines } from "./case-lines.ts";
import type { CsvLines } from "./csv-lines.ts";
import { explainFinding } from "./explanation.ts";
import { PlainLines } from "./plain-lines.ts";
import type { CaseTableName } from "./tables.ts";

export class CaseTables {
  /** The lines of each table that wait to be taken. */
  readonly lines: Readonly<Record<CaseTableName, CsvLines>>;
  private readonly wording: Wording;
  private readonly own: CaseLines;
  private plain: PlainLines | null = null;

  constructor(wording: Wording, lines: Readonly<Record<CaseTableName, CsvLines>>) {
    this.wording = wording;
    this.own = new CaseLines(wording);
    this.lines = lines;
  }

  add(judged: Case): void {
    const { cases, findings, links, candidates } = this.lines;
    const { own } = this;
    const { file, row } = judged.evidence.roster;
    const explained = judged.findings.map((finding) => explainFinding(finding, this.wording));
    own.begin(judged.caseId, file, row);
    own.addCase(judged, explained, cases);
    for (let i = 0; i < explained.length; i++) own.addFinding(judged.findings[i]!, explained[i]!, findings);
    own.addLinks(judged, links);
    own.addCandidates(judged, candidates);
  }

  /** Where nothing is found there is no candidate to be asked about either; see `addCandidates`. */
  agree(agreement: PlainAgreement): void {
    this.plain ??= new PlainLines(agreement.cases, this.own, this.wording);
    const { cases, findings, links } = this.lines;
    this.plain.add(agreement, cases, findings, links);
  }
}
