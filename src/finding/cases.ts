/**
 * The cases of a run, record by record: numbered, their evidence gathered and judged. Where nothing is found about a
 * person the case is only made when somebody asks for it; see `agreements.ts`.
 */
import { type NikHint, packedNikHints } from "../field/nik.ts";
import { Agreements, RECORDS_AHEAD, type RememberedJudgement } from "./agreements.ts";
import { type Case, judge } from "./case.ts";
import { CaseNumbers } from "./case-id.ts";
import type { JudgingSettings } from "./compared-fields.ts";
import type { CaseEvidence } from "./evidence.ts";
import { absenceHint, type Finding, hintFinding } from "./findings.ts";
import { Gatherer, type Reconciled } from "./gather.ts";

export class Cases {
  readonly reconciled: Reconciled;
  readonly numbers: CaseNumbers;
  readonly leading: JudgingSettings["leading"];
  private readonly settings: JudgingSettings;
  private readonly gatherer: Gatherer;
  private readonly agreements: Agreements;

  /** @param numbers where they have been given out already */
  constructor(reconciled: Reconciled, leading: JudgingSettings["leading"], numbers?: CaseNumbers) {
    const { people, count, identifiers } = reconciled.roster;
    this.reconciled = reconciled;
    this.leading = leading;
    this.settings = { leading, identifiers };
    this.numbers = numbers ?? CaseNumbers.of(people, count);
    this.gatherer = new Gatherer(reconciled);
    this.agreements = new Agreements(reconciled, this.gatherer, (index) => this.judged(index));
  }

  get count(): number {
    return this.reconciled.roster.count;
  }

  /** The case of a record, or that there is nothing to say about it; quickest when asked in reading order. */
  of(index: number): Case | PlainAgreement {
    if (index % RECORDS_AHEAD === 0) this.agreements.readAhead(index);
    const remembered = this.agreements.judgementOf(index);
    return remembered === null ? this.judged(index) : new PlainAgreement(this, index, remembered);
  }

  /** The case of a record, judged on its evidence. */
  judged(index: number): Case {
    return judge(this.evidenceOf(index), this.numbers.of(index), this.settings);
  }

  evidenceOf(index: number): CaseEvidence {
    return this.gatherer.evidenceOf(index);
  }
}

/** A roster record about which nothing is found. */
export class PlainAgreement {
  readonly cases: Cases;
  readonly index: number;
  readonly judgement: RememberedJudgement;
  /** What is odd about the NIK beside its own row: hints, which decide nothing. */
  readonly nikHints: readonly NikHint[];

  constructor(cases: Cases, index: number, judgement: RememberedJudgement) {
    const { people } = cases.reconciled.roster;
    this.cases = cases;
    this.index = index;
    this.judgement = judgement;
    this.nikHints = packedNikHints(
      people.nikHigh(index),
      people.nikLow(index),
      people.date(index),
      people.sex(index),
    );
  }

  /** Nothing but hints. */
  findings(): Finding[] {
    const { nikHints, judgement, index } = this;
    if (nikHints.length === 0 && judgement.absences.length === 0) return [];
    const { people } = this.cases.reconciled.roster;
    const cells = people.raw(index);
    return [
      ...nikHints.map((hint) => hintFinding(hint, cells, people.identifier(index))),
      ...judgement.absences.map(({ source, code }) => absenceHint(source, code, cells.name)),
    ];
  }

  /** The whole case, for whoever shows all of it. */
  whole(): Case {
    const { verdict, action, rule, facts, proposed, documents, route } = this.judgement;
    return {
      caseId: this.cases.numbers.of(this.index),
      verdict,
      action,
      rule,
      evidence: this.cases.evidenceOf(this.index),
      findings: this.findings(),
      facts,
      proposed,
      documents,
      route,
    };
  }
}
