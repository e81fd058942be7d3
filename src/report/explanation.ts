/** The explanation columns: the rule that decided a case, then what was found, in plain sentences. */
import { DUKCAPIL } from "../config/sources.ts";
import { type Case, sourcesOf } from "../finding/case.ts";
import { type DifferingField, NIK_DATE } from "../finding/compared-fields.ts";
import { type Finding, namesRows } from "../finding/findings.ts";
import { NIK_DATE_LABEL, RULE_SENTENCES } from "../words/case.ts";
import { FIELD_LABELS, sourceLabel } from "../words/comparison.ts";
import { EXPLAIN_IDENTIFIER_WORDS } from "../words/explain.ts";
import { type FindingFacts, findingSentence } from "../words/finding.ts";
import type { Wording } from "../words/sentence.ts";
import type { MaskedFinding } from "./mask.ts";

/** More would not be read; findings.csv has them all. */
const MOST_FINDINGS = 4;

/** How many digits differ and which, for a sentence whose numbers may not show it. */
export function digitFacts(
  places: readonly number[],
  { identifier, language }: Wording,
): Pick<FindingFacts, "digitsApart" | "extra"> {
  if (places.length === 0) return {};
  return { digitsApart: places.length, extra: EXPLAIN_IDENTIFIER_WORDS[identifier].signs[language](places) };
}

/** Which row comes nearest to somebody who was not found. Where a row of its own says so, its words stand there instead. */
export function nearestFacts(
  finding: Pick<Finding, "code" | "sourceRow" | "sourceValue">,
): Pick<FindingFacts, "nearest"> {
  return finding.code === "record.not_found" && namesRows(finding) ? { nearest: finding.sourceValue } : {};
}

const NO_DIGITS: readonly number[] = [];

export function explainFinding(finding: MaskedFinding, wording: Wording): string {
  const sourceName = sourceLabel(finding.source, wording.language);
  const { nearest } = nearestFacts(finding);
  const { digitsApart, extra } = digitFacts(finding.differingDigits ?? NO_DIGITS, wording);
  const { code, rosterValue: roster, sourceValue: source, damaged } = finding;
  return findingSentence(code, { roster, source, sourceName, damaged, nearest, digitsApart, extra }, wording);
}

/** @param explained the sentences of the findings, where they are known already */
export function explainCase(
  judged: Case,
  wording: Wording,
  explained: readonly string[] | null = null,
): string {
  const { identifier, language } = wording;
  const { findings } = judged;
  const labels = (names: readonly string[]) => {
    const once = names.length < 2 ? names : [...new Set(names)];
    return once
      .map((name) => (name === NIK_DATE ? NIK_DATE_LABEL[identifier][language] : sourceLabel(name, language)))
      .join(", ");
  };
  const fields = fieldsOfRule(judged);
  const sources = sourcesOfRule(judged);
  const rule = RULE_SENTENCES[identifier][judged.rule][language]({
    fields: fields.map(({ field }) => FIELD_LABELS[identifier][field][language]).join(", "),
    sources: labels(sources),
    lead: labels(fields.map(({ lead }) => lead)),
  });
  let text = `${rule}.`;
  let shown = 0;
  for (let i = 0; i < findings.length && shown < MOST_FINDINGS; i++) {
    if (findings[i]!.severity === "hint") continue;
    text += ` ${explained?.[i] ?? explainFinding(findings[i]!, wording)}`;
    shown++;
  }
  return text;
}

/** The fields that a rule's sentence speaks of, and what the roster is held against in them. */
function fieldsOfRule({ rule, facts }: Case): readonly Pick<DifferingField, "field" | "lead">[] {
  // that no slip explains a field is not said of those that are slips
  if (rule === "field_different")
    return facts.differing.filter(({ difference }) => difference === "different");
  return rule === "ktp_sides_with_roster" && facts.againstKtp.length > 0
    ? facts.againstKtp.map(({ field, registry }) => ({ field, lead: registry }))
    : facts.differing;
}

/** The sources that a rule's sentence speaks of. */
function sourcesOfRule({ rule, facts, findings, evidence }: Case): readonly string[] {
  switch (rule) {
    case "document_out_of_step":
      return facts.outOfStep;
    case "ambiguous_link":
      return evidence.sources.filter(({ status }) => status === "ambiguous").map(({ name }) => name);
    case "blocked":
      return sourcesOf("record.blocked", findings);
    case "not_registered":
      return sourcesOf("record.not_registered", findings);
    case "deceased":
      return authorities(evidence, sourcesOf("record.deceased", findings));
    case "inactive_or_double":
      return authorities(evidence, [
        ...sourcesOf("record.inactive", findings),
        ...sourcesOf("record.double", findings),
      ]);
    case "nik_of_two":
    case "not_found_unconfirmed":
    case "not_found_ktp_agrees":
    case "unanswered":
      return authorities(
        evidence,
        evidence.sources
          .filter(({ kind }) => kind === "registry" || kind === "answers")
          .map(({ name }) => name),
      );
    case "desk_correction":
      // one field differs there
      return facts.differing[0]!.withLead;
    default:
      return [];
  }
}

/** Whose word it is: what a file of answers holds is Dukcapil's, whatever the file is called. */
function authorities({ sources }: Case["evidence"], names: readonly string[]): readonly string[] {
  return names.map((name) =>
    sources.some((source) => source.name === name && source.kind === "answers") ? DUKCAPIL : name,
  );
}
