/**
 * The rule that decided a case, from the sentence it left in cases.csv. The table has the sentence in the run's
 * language and no column for the rule's name; since every sentence is made from `RULE_SENTENCES`, it can be held
 * against them, and said again in another language.
 */
import type { RuleName } from "../../finding/action-table.ts";
import { NIK_DATE_LABEL, RULE_SENTENCES, type RuleFacts } from "../../words/case.ts";
import { FIELD_LABELS, sourceLabel } from "../../words/comparison.ts";
import type { Language } from "../../words/sentence.ts";

interface ToldRule {
  /** Null when the sentence is none of ours: another version of cocok wrote it. */
  readonly rule: RuleName | null;
  /** In the language asked for, or as it stands where the rule is not known. No full stop. */
  readonly sentence: string;
}

/**
 * @param explanation of cases.csv: the rule's sentence comes first, and only full stops end sentences there
 * @param from the run's language
 * @param sources names of the run's sources
 */
export function toldRule(
  explanation: string,
  from: Language,
  to: Language,
  sources: readonly string[],
): ToldRule {
  const stop = explanation.indexOf(".");
  const sentence = stop === -1 ? explanation : explanation.slice(0, stop);
  for (const rule of Object.keys(RULE_SENTENCES) as RuleName[]) {
    const match = patternOf(rule, from).exec(sentence);
    if (match === null) continue;
    const labels = translations(from, to, sources);
    const said = (fact: keyof RuleFacts) =>
      (match.groups?.[fact] ?? "")
        .split(", ")
        .map((label) => labels.get(label) ?? label)
        .join(", ");
    return {
      rule,
      sentence: RULE_SENTENCES[rule][to]({
        fields: said("fields"),
        sources: said("sources"),
        lead: said("lead"),
      }),
    };
  }
  return { rule: null, sentence };
}

/** The sentence of a rule with a group in place of each fact. */
function patternOf(rule: RuleName, language: Language): RegExp {
  const sentence = RULE_SENTENCES[rule][language]({
    fields: "<fields>",
    sources: "<sources>",
    lead: "<lead>",
  });
  // the marks are all that could be meant by a pattern: sentences have none of its other signs
  return new RegExp(`^${sentence.replace(/<\w+>/g, "(?$&.*)")}$`);
}

/** Labels of fields, sources and the date inside the NIK, from one language to the other. */
function translations(from: Language, to: Language, sources: readonly string[]): Map<string, string> {
  const fields = Object.values(FIELD_LABELS).map((label) => [label[from], label[to]] as const);
  const names = sources.map((name) => [sourceLabel(name, from), sourceLabel(name, to)] as const);
  return new Map([...fields, ...names, [NIK_DATE_LABEL[from](undefined), NIK_DATE_LABEL[to](undefined)]]);
}
