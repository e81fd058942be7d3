/**
 * The rule that decided a case, from the sentence it left in cases.csv. The contract gives the table no column for the
 * rule's name, but every sentence is made of `RULE_SENTENCES` and of labels that are known, so it can be told exactly
 * which one it is, and said again in another language.
 */
import { DUKCAPIL } from "../../config/sources.ts";
import type { RuleName } from "../../finding/action-table.ts";
import { NIK_DATE_LABEL, RULE_SENTENCES, type RuleFacts } from "../../words/case.ts";
import { FIELD_LABELS, sourceLabel } from "../../words/comparison.ts";
import type { Language, Wording } from "../../words/sentence.ts";
import { capitalized } from "../../words/writing.ts";

interface ToldRule {
  /** Null when the sentence is none of ours: another version of cocok wrote it. */
  readonly rule: RuleName | null;
  /** In the language asked for, or as it stands where the rule is not known. No full stop. */
  readonly sentence: string;
}

/**
 * @param explanation of cases.csv: the rule's sentence comes first, and only full stops end sentences there
 * @param from how the run speaks
 * @param sources names of the run's sources
 */
export function toldRule(
  explanation: string,
  from: Wording,
  to: Language,
  sources: readonly string[],
): ToldRule {
  const stop = explanation.indexOf(".");
  const sentence = stop === -1 ? explanation : explanation.slice(0, stop);
  const labels = translations(from, to, sources);
  const label = [...labels.keys()].map((known) => known.replace(/[()|]/g, "\\$&")).join("|");
  for (const rule of Object.keys(RULE_SENTENCES[from.identifier]) as RuleName[]) {
    const match = patternOf(rule, from, label).exec(sentence);
    if (match === null) continue;
    const said = (fact: keyof RuleFacts) =>
      (match.groups?.[fact] ?? "")
        .split(", ")
        .map((known) => labels.get(known) ?? "")
        .join(", ");
    return {
      rule,
      sentence: RULE_SENTENCES[from.identifier][rule][to]({
        fields: said("fields"),
        sources: said("sources"),
        lead: said("lead"),
      }),
    };
  }
  return { rule: null, sentence };
}

/** The sentence of a rule with room for any known labels, or none, in place of each fact. */
function patternOf(rule: RuleName, { identifier, language }: Wording, label: string): RegExp {
  const sentence = RULE_SENTENCES[identifier][rule][language]({
    fields: "<fields>",
    sources: "<sources>",
    lead: "<lead>",
  });
  // the marks are all that could be meant by a pattern: sentences have none of its other signs
  return new RegExp(`^${sentence.replace(/<\w+>/g, `(?$&(?:(?:${label})(?:, (?:${label}))*)?)`)}$`);
}

/** Labels of fields, sources and the date inside the number, from one language to the other. */
function translations(
  { identifier, language: from }: Wording,
  to: Language,
  sources: readonly string[],
): Map<string, string> {
  const date = NIK_DATE_LABEL[identifier];
  const known = [
    ...Object.values(FIELD_LABELS[identifier]).map((label) => [label[from], label[to]] as const),
    // whose answers have another name in the run
    ...[...sources, DUKCAPIL].map((name) => [sourceLabel(name, from), sourceLabel(name, to)] as const),
    [date[from], date[to]] as const,
  ];
  // a label can begin the sentence
  return new Map(
    known.flatMap(([label, said]) => [[label, said] as const, [capitalized(label), said] as const]),
  );
}
