/** The explanation columns: the rule that decided a case, then what was found, in plain sentences. */
import type { Language } from "../config/plan.ts";
import { type Case, sourcesOf } from "../finding/case.ts";
import { NIK_DATE } from "../finding/facts.ts";
import { NIK_DATE_LABEL, RULE_SENTENCES } from "../words/case.ts";
import { FIELD_LABELS, sourceLabel } from "../words/comparison.ts";
import { EXPLAIN_SENTENCES } from "../words/explain.ts";
import { type FindingFacts, findingSentence } from "../words/finding.ts";
import type { MaskedFinding } from "./mask.ts";

/** More would not be read; findings.csv has them all. */
const MOST_FINDINGS = 4;

/** How many digits differ and which, for a sentence whose numbers may not show it. */
export function digitFacts(
  places: readonly number[],
  language: Language,
): Pick<FindingFacts, "digitsApart" | "extra"> {
  if (places.length === 0) return {};
  return { digitsApart: places.length, extra: EXPLAIN_SENTENCES.digits[language](places) };
}

export function explainFinding(finding: MaskedFinding, language: Language): string {
  const sourceName = sourceLabel(finding.source, language);
  return findingSentence(
    finding.code,
    {
      roster: finding.rosterValue,
      source: finding.sourceValue,
      sourceName,
      ...digitFacts(finding.differingDigits ?? [], language),
    },
    language,
  );
}

/** @param explained the sentences of the findings, where they are known already */
export function explainCase(
  judged: Case,
  language: Language,
  explained: readonly string[] | null = null,
): string {
  const { facts, findings } = judged;
  const labels = (names: readonly string[]) => {
    const once = names.length < 2 ? names : [...new Set(names)];
    return once.map((name) => witnessLabel(name, language)).join(", ");
  };
  const sources = sourcesOfRule(judged);
  const rule = RULE_SENTENCES[judged.rule][language]({
    fields: facts.differing.map((differing) => FIELD_LABELS[differing.field][language]).join(", "),
    sources: labels(sources),
    lead: labels(facts.differing.map((differing) => differing.lead)),
  });
  let text = `${rule}.`;
  let shown = 0;
  for (let i = 0; i < findings.length && shown < MOST_FINDINGS; i++) {
    if (findings[i]!.severity === "hint") continue;
    text += ` ${explained?.[i] ?? explainFinding(findings[i]!, language)}`;
    shown++;
  }
  return text;
}

/** The sources that a rule's sentence speaks of. */
function sourcesOfRule({ rule, facts, findings, evidence }: Case): readonly string[] {
  switch (rule) {
    case "ambiguous_link":
      return evidence.sources.filter(({ status }) => status === "ambiguous").map(({ name }) => name);
    case "blocked":
      return sourcesOf("record.blocked", findings);
    case "not_registered":
      return sourcesOf("record.not_registered", findings);
    default:
      return facts.outOfStep.length > 0 && facts.differing.length === 0
        ? facts.outOfStep
        : facts.differing.flatMap((differing) => differing.withLead);
  }
}

function witnessLabel(name: string, language: Language): string {
  return name === NIK_DATE ? NIK_DATE_LABEL[language](undefined) : sourceLabel(name, language);
}
