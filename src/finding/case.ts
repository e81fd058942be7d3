/**
 * The case: everything found about one roster record, with verdict, action, proposed values, documents to bring
 * and who can probably settle it. Nobody changes it; reports render it and add nothing.
 */
import { BKN, DUKCAPIL, KTP } from "../config/sources.ts";
import { formatDate, formatIsoDate } from "../field/birth-date.ts";
import type { IdentifierField, IdentifierKind } from "../field/identifier.ts";
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
import { type JudgingSettings, NIK_DATE } from "./compared-fields.ts";
import type { CaseEvidence, RosterEvidence, SourceRecord } from "./evidence.ts";
import { type CaseFacts, factsOf } from "./facts.ts";
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

export function judge(evidence: CaseEvidence, caseId: string, settings: JudgingSettings): Case {
  const findings = findingsOf(evidence, settings.identifiers);
  const facts = factsOf(evidence, findings, settings);
  const { rule, action } = ruleFor(facts);
  const { kind } = settings.identifiers;
  return {
    caseId,
    verdict: verdictOf(facts),
    action,
    rule,
    evidence,
    findings,
    facts,
    proposed: proposedOf(facts, evidence, settings.identifiers),
    documents: documentsFor(action, rule, facts, findings, kind),
    route: routeFor(action, rule, facts, findings, keeperOf(evidence, kind)),
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

/** What shows whose a number is. Which paper shows an office's own number is not known; the KTP shows the person. */
const DOCUMENTS_FOR_NUMBER: Readonly<Record<IdentifierKind, readonly Document[]>> = {
  nik: ["ktp_el", "kartu_keluarga"],
  nip: ["ktp_el", "sk_pengangkatan"],
  plain: ["ktp_el"],
};
const DOCUMENTS_FOR_FIELD: Readonly<Record<Exclude<Field, "nik">, readonly Document[]>> = {
  name: ["ktp_el", "akta_kelahiran", "ijazah"],
  birth_place: ["ktp_el", "akta_kelahiran", "ijazah"],
  birth_date: ["ktp_el", "akta_kelahiran", "ijazah"],
  sex: ["ktp_el", "akta_kelahiran"],
};
/** Who stands behind a row is asked as whose the number is. */
const OF_THE_NUMBER: readonly FindingCode[] = [
  "record.not_found",
  "record.ambiguous",
  "record.shared_nik",
  "record.inactive",
  "record.double",
];
const DOCUMENTS_FOR_CODE: Partial<Record<FindingCode, readonly Document[]>> = {
  "record.duplicate": ["sk_pengangkatan"],
  "record.blocked": ["ktp_el", "sk_pengangkatan"],
  "record.deceased": ["ktp_el", "kartu_keluarga"],
};

/** What to bring: only for those who must come or be referred. */
function documentsFor(
  action: Action,
  rule: RuleName,
  facts: CaseFacts,
  findings: readonly Finding[],
  kind: IdentifierKind,
): Document[] {
  if (action === "none" || action === "fix_roster" || action === "register_bkn") return [];
  const wanted = new Set<Document>();
  const want = (documents: readonly Document[] = []) => {
    for (const document of documents) wanted.add(document);
  };
  const wantFor = (field: Field) =>
    want(field === "nik" ? DOCUMENTS_FOR_NUMBER[kind] : DOCUMENTS_FOR_FIELD[field]);
  if (rule === "nothing_compared") wantFor("nik");
  for (const { field } of facts.differing) wantFor(field);
  for (const { field, code, severity } of findings) {
    if (severity === "hint") continue;
    want(DOCUMENTS_FOR_CODE[code]);
    if (OF_THE_NUMBER.includes(code)) wantFor("nik");
    if (field !== "record") wantFor(field);
  }
  return DOCUMENTS.filter((document) => wanted.has(document));
}

const WORD_CHANGES: ReadonlySet<FindingCode> = new Set([
  "name.missing_word",
  "name.extra_word",
  "name.different",
]);

/** Who puts right what stands in the registry of those who have such numbers; an office its own. */
const KEEPERS: Readonly<Record<IdentifierKind, Route>> = {
  nik: "dukcapil_correction",
  nip: "bkn",
  plain: "opd",
};

function keeperOf({ sources }: CaseEvidence, kind: IdentifierKind): Route {
  const isDukcapilAsked = sources.some((source) => source.name === DUKCAPIL || source.kind === "answers");
  return KEEPERS[isDukcapilAsked ? "nik" : kind];
}

/**
 * Who can probably settle it. Letters or digits are corrected by Disdukcapil on documents (pembetulan); a word
 * added, dropped or replaced in a name is a change that a court decides (perubahan): domain.md §6.
 *
 * @param keeper who puts right what stands in the registry
 */
function routeFor(
  action: Action,
  rule: RuleName,
  facts: CaseFacts,
  findings: readonly Finding[],
  keeper: Route,
): Route | null {
  const correctedBy = (route: Route) => (route === KEEPERS.nik && wordChange(facts) ? "court_change" : route);
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
      // Disdukcapil prints the KTP, whoever keeps the registry
      return rule === "ktp_out_of_step" ? KEEPERS.nik : correctedBy(keeper);
    case "interview":
      break;
  }
  if (rule === "blocked") return sourcesOf("record.blocked", findings).includes(BKN) ? "bkn" : "opd";
  if (rule === "deceased" || rule === "nik_of_two" || facts.inRegistry === "no") return keeper;
  if (rule === "document_out_of_step" && facts.outOfStep.includes(KTP)) return KEEPERS.nik;
  // where the KTP has what the registry has, there is nothing in it to put right
  const disputed = facts.differing.find(
    ({ withLead, withRoster }) =>
      !withLead.includes(KTP) && withRoster.some((witness) => witness !== NIK_DATE),
  );
  if (disputed === undefined) return "opd";
  return correctedBy(disputed.lead === KTP ? KEEPERS.nik : keeper);
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
