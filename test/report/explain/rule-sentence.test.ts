/** The rule of a case is known again by its sentence alone, and said in the other language. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IdentifierKind } from "../../../src/field/identifier.ts";
import { FIELDS } from "../../../src/field/level.ts";
import { ACTION_RULES } from "../../../src/finding/action-table.ts";
import { toldRule } from "../../../src/report/explain/rule-sentence.ts";
import { NIK_DATE_LABEL, RULE_SENTENCES, type RuleFacts } from "../../../src/words/case.ts";
import { FIELD_LABELS, sourceLabel } from "../../../src/words/comparison.ts";
import type { Language } from "../../../src/words/sentence.ts";
import { drawn } from "../../drawn.ts";

const SOURCES = ["dukcapil", "ktp", "ijazah", "gaji-2022", "daftar", "berbeda", "the", "or-2"];
const LANGUAGES: readonly Language[] = ["id", "en"];
const KINDS: readonly IdentifierKind[] = ["nik", "nip", "plain"];

/** The facts of a rule by what they are called in no language yet; `null`: the date inside the number. */
interface Named {
  readonly fields: readonly (typeof FIELDS)[number][];
  readonly sources: readonly (string | null)[];
  readonly lead: string;
}

const named: fc.Arbitrary<Named> = fc.record({
  fields: fc.subarray([...FIELDS]),
  sources: fc.subarray([...SOURCES, null]),
  lead: fc.constantFrom(...SOURCES),
});

function factsIn(
  language: Language,
  identifier: IdentifierKind,
  { fields, sources, lead }: Named,
): RuleFacts {
  return {
    fields: fields.map((field) => FIELD_LABELS[identifier][field][language]).join(", "),
    sources: sources
      .map((name) => (name === null ? NIK_DATE_LABEL[identifier][language] : sourceLabel(name, language)))
      .join(", "),
    lead: sourceLabel(lead, language),
  };
}

describe.each(KINDS)("of a run with %s", (identifier) => {
  test.each(ACTION_RULES.map(({ rule }) => rule))("%s", (rule) => {
    fc.assert(
      fc.property(named, fc.constantFrom(...LANGUAGES), fc.constantFrom(...LANGUAGES), (facts, from, to) => {
        const say = (language: Language) =>
          RULE_SENTENCES[identifier][rule][language](factsIn(language, identifier, facts));
        const explanation = `${say(from)}. Nama berbeda: daftar “A. The NIK”. Finding.`;
        expect(toldRule(explanation, { language: from, identifier }, to, SOURCES)).toEqual({
          rule,
          sentence: say(to),
        });
      }),
      { numRuns: drawn(100) },
    );
  });
});

test("answers of Dukcapil are known by its name, whatever their file is called", () => {
  const say = (language: Language) =>
    RULE_SENTENCES.nik.deceased[language]({ fields: "", sources: "Dukcapil", lead: "" });
  expect(toldRule(`${say("id")}.`, { language: "id", identifier: "nik" }, "en", ["jawaban"]).sentence).toBe(
    say("en"),
  );
});

test.each([
  ["that is none of ours", "Diputus oleh kepala kantor"],
  ["about a field there is not", "Lebih dari satu isian berbeda dari Dukcapil: nama, agama"],
  ["about a source that the run does not have", "Padanan di sumber gaji tidak pasti"],
])("a sentence %s stays as it stands", (_what, sentence) => {
  const run = { language: "id", identifier: "nik" } as const;
  expect(toldRule(`${sentence}. Titik.`, run, "en", SOURCES)).toEqual({ rule: null, sentence });
});
