/**
 * The case: everything found about one roster record, with verdict, action, proposed values, documents to bring
 * and who can probably settle it. Nobody changes it; reports render it and add nothing.
 */
import type { LeadingField } from "../config/plan.ts";
import { BKN, KTP } from "../config/sources.ts";
import { formatDate, formatIsoDate } from "../field/birth-date.ts";
import type { IdentifierField } from "../field/identifier.ts";
import type { Field } from "../field/level.ts";
import { type RuleName, ruleFor } from "./action-table.ts";
import {
  type Action,
  DOCUMENTS,
  type Document,
  type FindingCode,
  type Route,
  type Verdict,
} from "./codes.ts";
import type { CaseEvidence, RosterEvidence, SourceRecord } from "./evidence.ts";
import { type CaseFacts, factsOf, NIK_DATE } from "./facts.ts";
import { cellOf, type Finding, findingsOf } from "./findings.ts";

/** Values to put into the roster, from the leading source; absent where the roster's own value stands. */
export type Proposed = Readonly<Partial<Record<Field, string>>>;

export interface Case {
  readonly caseId: string;
  readonly verdict: Verdict;
  readonly action: Action;
  readonly rule: RuleName;
  readonly evidence: CaseEvidence;
  readonly findings: readonly Finding[];
  readonly facts: CaseFacts;
  readonly proposed: Proposed;
  readonly documents: readonly Document[];
  readonly route: Route | null;
}

export interface Judgement {
  readonly leading: Readonly<Record<LeadingField, readonly string[]>>;
  readonly identifiers: IdentifierField;
}

export function judge(evidence: CaseEvidence, caseId: string, judgement: Judgement): Case {
  const findings = findingsOf(evidence, judgement.identifiers);
  const facts = factsOf(evidence, findings, judgement.leading, judgement.identifiers);
  const { rule, action } = ruleFor(facts);
  return {
    caseId,
    verdict: verdictOf(facts),
    action,
    rule,
    evidence,
    findings,
    facts,
    proposed: proposedOf(facts, evidence, judgement.identifiers),
    documents: documentsFor(action, rule, facts, findings),
    route: routeFor(action, rule, facts, findings),
  };
}

function verdictOf(facts: CaseFacts): Verdict {
  if (facts.nikBelongsToOther) return "mismatch";
  if (facts.duplicate) return "duplicate";
  if (facts.ambiguous) return "ambiguous";
  if (facts.inRegistry === "no" || isInNoDocument(facts)) return "not_found";
  if (facts.differs) return "clarify";
  return facts.unanswered ? "ambiguous" : "match";
}

/** Without a registry and its answers, whoever is in no document is not found, whatever else there is to say. */
function isInNoDocument({ nothingCompared, inRegistry, unanswered }: CaseFacts): boolean {
  return nothingCompared && inRegistry === "unknown" && !unanswered;
}

function proposedOf(
  facts: CaseFacts,
  { roster, sources }: CaseEvidence,
  identifiers: IdentifierField,
): Proposed {
  const answering = new Set(sources.filter(({ kind }) => kind === "answers").map(({ name }) => name));
  const proposed: Partial<Record<Field, string>> = {};
  for (const { field, lead, leadRecord } of facts.differing) {
    // answers say that a value is wrong, not what the right one is
    if (answering.has(lead)) continue;
    proposed[field] = writtenOut(leadRecord, field, roster, identifiers);
  }
  return proposed;
}

/**
 * A value as it can be copied into the roster: a number without what Excel or a typist has put around it or in the place
 * of its digits; a date in figures as the roster's file writes them, and year first where that is month first, which
 * whoever reads day first would take for another date; anything else as it stands in the source.
 */
function writtenOut(
  { cells, person }: SourceRecord,
  field: Field,
  { dateOrder }: RosterEvidence,
  identifiers: IdentifierField,
): string {
  const { packed } = person.birthDate;
  if (field === "birth_date" && packed !== 0)
    return dateOrder === "dmy" ? formatDate(packed) : formatIsoDate(packed);
  if (field === "nik" && identifiers.kind !== "plain") return person.identifier.value;
  return cellOf(cells, field).trim();
}

const DOCUMENTS_FOR_FIELD: Readonly<Record<Field, readonly Document[]>> = {
  nik: ["ktp_el", "kartu_keluarga"],
  name: ["ktp_el", "akta_kelahiran", "ijazah"],
  birth_place: ["ktp_el", "akta_kelahiran", "ijazah"],
  birth_date: ["ktp_el", "akta_kelahiran", "ijazah"],
  sex: ["ktp_el", "akta_kelahiran"],
};
const DOCUMENTS_FOR_CODE: Partial<Record<FindingCode, readonly Document[]>> = {
  "record.not_found": ["ktp_el", "kartu_keluarga"],
  "record.ambiguous": ["ktp_el", "kartu_keluarga"],
  "record.duplicate": ["sk_pengangkatan"],
  "record.shared_nik": ["ktp_el", "kartu_keluarga"],
  "record.blocked": ["ktp_el", "sk_pengangkatan"],
  "record.deceased": ["ktp_el", "kartu_keluarga"],
  "record.inactive": ["ktp_el", "kartu_keluarga"],
  "record.double": ["ktp_el", "kartu_keluarga"],
};

/** What to bring: only for those who must come or be referred. */
function documentsFor(
  action: Action,
  rule: RuleName,
  facts: CaseFacts,
  findings: readonly Finding[],
): Document[] {
  if (action === "none" || action === "fix_roster" || action === "register_bkn") return [];
  const wanted = new Set<Document>(rule === "nothing_compared" ? DOCUMENTS_FOR_CODE["record.not_found"] : []);
  for (const { field } of facts.differing)
    for (const document of DOCUMENTS_FOR_FIELD[field]) wanted.add(document);
  for (const finding of findings) {
    if (finding.severity === "hint") continue;
    for (const document of DOCUMENTS_FOR_CODE[finding.code] ?? []) wanted.add(document);
    if (finding.field !== "record")
      for (const document of DOCUMENTS_FOR_FIELD[finding.field]) wanted.add(document);
  }
  return DOCUMENTS.filter((document) => wanted.has(document));
}

const WORD_CHANGES: ReadonlySet<FindingCode> = new Set([
  "name.missing_word",
  "name.extra_word",
  "name.different",
]);

/**
 * Who can probably settle it. Letters or digits are corrected by Disdukcapil on documents (pembetulan); a word
 * added, dropped or replaced in a name is a change that a court decides (perubahan): domain.md §6.
 */
function routeFor(
  action: Action,
  rule: RuleName,
  facts: CaseFacts,
  findings: readonly Finding[],
): Route | null {
  switch (action) {
    case "none":
      return null;
    case "register_bkn":
      return "bkn";
    case "refer_school":
      return "school";
    case "fix_roster":
    case "review":
      return "opd";
    case "refer_dukcapil":
      return wordChange(facts) ? "court_change" : "dukcapil_correction";
    case "interview":
      break;
  }
  if (rule === "blocked") return sourcesOf("record.blocked", findings).includes(BKN) ? "bkn" : "opd";
  if (rule === "deceased" || rule === "nik_of_two" || facts.inRegistry === "no") return "dukcapil_correction";
  // where the KTP has what the registry has, there is nothing for Disdukcapil to put right
  const documentsSideWithRoster = facts.differing.some(
    ({ withLead, withRoster }) =>
      !withLead.includes(KTP) && withRoster.some((witness) => witness !== NIK_DATE),
  );
  if (!documentsSideWithRoster) return "opd";
  return wordChange(facts) ? "court_change" : "dukcapil_correction";
}

/** The sources of the findings with a code that decides something. */
export function sourcesOf(code: FindingCode, findings: readonly Finding[]): string[] {
  return findings
    .filter((finding) => finding.code === code && finding.severity !== "hint")
    .map(({ source }) => source);
}

/** A document sides with the roster in a name that differs from the registry by whole words. */
function wordChange(facts: CaseFacts): boolean {
  return facts.differing.some(
    (differing) =>
      differing.field === "name" &&
      differing.withRoster.length > 0 &&
      WORD_CHANGES.has(differing.code) &&
      // similar by an answer's score: letters rather than words
      !(differing.code === "name.different" && differing.difference === "slip"),
  );
}
