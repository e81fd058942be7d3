/** The rule of a case is known again by its sentence, and said in the other language. */
import { describe, expect, test } from "vitest";
import { ACTION_RULES } from "../../../src/finding/action-table.ts";
import { toldRule } from "../../../src/report/explain/rule-sentence.ts";
import { NIK_DATE_LABEL, RULE_SENTENCES, type RuleFacts } from "../../../src/words/case.ts";
import { FIELD_LABELS, sourceLabel } from "../../../src/words/comparison.ts";
import type { Language } from "../../../src/words/sentence.ts";

const SOURCES = ["dukcapil", "ktp", "ijazah", "gaji-2022"];

function factsIn(language: Language): RuleFacts {
  return {
    fields: [FIELD_LABELS.nik[language], FIELD_LABELS.birth_date[language]].join(", "),
    sources: [
      sourceLabel("ijazah", language),
      sourceLabel("gaji-2022", language),
      NIK_DATE_LABEL[language](undefined),
    ].join(", "),
    lead: sourceLabel("dukcapil", language),
  };
}

describe.each([
  ["id", "en"],
  ["en", "id"],
  ["id", "id"],
  ["en", "en"],
] as const)("from %s to %s", (from, to) => {
  test.each(ACTION_RULES.map(({ rule }) => rule))("%s", (rule) => {
    const explanation = `${RULE_SENTENCES[rule][from](factsIn(from))}. Temuan. Finding.`;
    expect(toldRule(explanation, from, to, SOURCES)).toEqual({
      rule,
      sentence: RULE_SENTENCES[rule][to](factsIn(to)),
    });
  });
});

test("facts that are empty stay empty", () => {
  const sentence = RULE_SENTENCES.several_fields.id({ fields: "", sources: "", lead: "" });
  expect(toldRule(`${sentence}.`, "id", "en", SOURCES).sentence).toBe(
    RULE_SENTENCES.several_fields.en({ fields: "", sources: "", lead: "" }),
  );
});

test("a sentence that is none of ours stays as it stands", () => {
  expect(toldRule("Diputus oleh kepala kantor. Titik.", "id", "en", SOURCES)).toEqual({
    rule: null,
    sentence: "Diputus oleh kepala kantor",
  });
});
