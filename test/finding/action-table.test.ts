/** The action table, rule by rule: the facts that make each rule decide, and what outranks it. */
import { describe, expect, test } from "vitest";
import { ACTION_RULES, ruleFor } from "../../src/finding/action-table.ts";
import { ACTIONS } from "../../src/finding/codes.ts";
import type { DifferingField } from "../../src/finding/compared-fields.ts";
import type { CaseFacts } from "../../src/finding/facts.ts";
import { evidenceOf } from "./sketch.ts";

/** Nothing is wrong. */
const FINE: CaseFacts = {
  nikBelongsToOther: false,
  nikAlsoOfOther: false,
  isNameless: false,
  deceased: false,
  blocked: false,
  inactiveOrDouble: false,
  ambiguous: false,
  duplicate: false,
  sharedUnsettled: false,
  inRegistry: "yes",
  nothingCompared: false,
  unanswered: false,
  ktpAgrees: true,
  differing: [],
  outOfStep: [],
  isOutvoted: false,
  againstKtp: [],
  isFieldOpen: false,
  awaitsChoice: false,
  notRegistered: false,
  differs: false,
  nikUnchecked: false,
  remarked: false,
};

const leadRecord = evidenceOf({ sources: { dukcapil: {} } }).sources[0]!.compared!;

/** One field differs from Dukcapil. */
function differing(changes: Partial<DifferingField> = {}): DifferingField {
  return {
    field: "name",
    difference: "slip",
    code: "name.spelling",
    lead: "dukcapil",
    leadRecord,
    withLead: [],
    withRoster: [],
    withNeither: [],
    ...changes,
  };
}

const WITNESSED = differing({ withLead: ["ktp"] });

/** Facts that only this rule answers to, from the most pressing rule down. */
const DECIDING: readonly (readonly [rule: string, action: string, Partial<CaseFacts>])[] = [
  ["nik_of_another", "interview", { nikBelongsToOther: true }],
  ["nik_of_two", "interview", { nikAlsoOfOther: true }],
  ["deceased", "interview", { deceased: true }],
  ["blocked", "interview", { blocked: true }],
  ["shared_nik_unsettled", "interview", { sharedUnsettled: true }],
  [
    "field_different",
    "interview",
    { differing: [differing({ difference: "different", withLead: ["ktp"] })] },
  ],
  ["nameless", "interview", { isNameless: true }],
  [
    "several_fields",
    "interview",
    { differing: [WITNESSED, differing({ field: "birth_date", withLead: ["ktp"] })] },
  ],
  [
    "birth_date_gap",
    "interview",
    { differing: [differing({ field: "birth_date", difference: "gap", withLead: ["ktp"] })] },
  ],
  ["not_found_unconfirmed", "interview", { inRegistry: "no", ktpAgrees: false }],
  ["slip_unconfirmed", "interview", { differing: [differing()] }],
  ["document_out_of_step", "interview", { outOfStep: ["paspor"] }],
  ["field_open", "interview", { isFieldOpen: true }],
  ["ambiguous_link", "review", { ambiguous: true }],
  ["in_roster_twice", "review", { duplicate: true }],
  ["unanswered", "review", { unanswered: true, inRegistry: "unknown" }],
  ["nothing_compared", "review", { nothingCompared: true, inRegistry: "unknown" }],
  ["not_found_ktp_agrees", "refer_dukcapil", { inRegistry: "no" }],
  ["ktp_sides_with_roster", "refer_dukcapil", { differing: [differing({ withRoster: ["ktp"] })] }],
  ["ktp_out_of_step", "refer_dukcapil", { outOfStep: ["ktp"] }],
  ["inactive_or_double", "refer_dukcapil", { inactiveOrDouble: true }],
  ["diploma_out_of_step", "refer_school", { outOfStep: ["ijazah"] }],
  ["desk_correction", "fix_roster", { differing: [WITNESSED] }],
  ["unsettled", "interview", { differs: true }],
  ["not_registered", "register_bkn", { notRegistered: true }],
  ["nik_unchecked", "none", { nikUnchecked: true }],
  ["nothing_to_do", "none", { remarked: true }],
  ["agrees", "none", {}],
];

describe("a rule decides", () => {
  test.each(DECIDING)("%s → %s", (rule, action, facts) => {
    expect(ruleFor({ ...FINE, ...facts })).toMatchObject({ rule, action });
  });

  test("and every rule of the table is shown here, in its order", () => {
    expect(ACTION_RULES.map(({ rule, action }) => [rule, action])).toEqual(
      DECIDING.map(([rule, action]) => [rule, action]),
    );
  });

  test("and the more pressing action always comes first", () => {
    // what no rule settles calls for an interview, but only once every rule has been asked
    const settling = ACTION_RULES.filter(({ rule }) => rule !== "unsettled");
    const ranks = settling.map(({ action }) => ACTIONS.indexOf(action));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(ACTIONS.length);
  });

  test("and the last rule holds whatever the facts", () => {
    expect(ACTION_RULES.at(-1)!.when(FINE)).toBe(true);
  });
});

describe("a slip is corrected at the desk", () => {
  test.each([["ktp"], ["ijazah"], ["nik_date"]])("where %s sides with the leading source", (witness) => {
    expect(ruleFor({ ...FINE, differing: [differing({ withLead: [witness] })] }).action).toBe("fix_roster");
  });

  test.each<[string, Partial<CaseFacts>]>([
    ["no witness sides with the leading source", { differing: [differing()] }],
    [
      "a witness sides with the roster",
      { differing: [differing({ withLead: ["ktp"], withRoster: ["ijazah"] })] },
    ],
    [
      "the KTP sides with the roster",
      { differing: [differing({ withLead: ["ijazah"], withRoster: ["ktp"] })] },
    ],
    ["a second field differs", { differing: [WITNESSED, differing({ field: "nik" })] }],
    [
      "no slip explains it",
      { differing: [differing({ difference: "different", withLead: ["ktp", "ijazah"] })] },
    ],
    [
      "the birth date is missing",
      { differing: [differing({ field: "birth_date", difference: "gap", withLead: ["ktp"] })] },
    ],
    ["the NIK is another person's", { nikBelongsToOther: true, differing: [WITNESSED] }],
    ["the person stands in the roster twice", { duplicate: true, differing: [WITNESSED] }],
    ["some source has two candidates", { ambiguous: true, differing: [WITNESSED] }],
    ["the person is not in the registry", { inRegistry: "no", differing: [WITNESSED] }],
    ["the registry has the person as deceased", { deceased: true, differing: [WITNESSED] }],
    ["the registry has the NIK as inactive", { inactiveOrDouble: true, differing: [WITNESSED] }],
    ["BKN has blocked the person", { blocked: true, differing: [WITNESSED] }],
    ["nobody knows whose the NIK is", { sharedUnsettled: true, differing: [WITNESSED] }],
    ["the KTP is out of step in another field", { outOfStep: ["ktp"], differing: [WITNESSED] }],
    ["the diploma is out of step in another field", { outOfStep: ["ijazah"], differing: [WITNESSED] }],
    ["nobody knows the NIK", { isFieldOpen: true, differing: [WITNESSED] }],
    [
      "the registry's own NIK is damaged and the KTP has the roster's",
      { againstKtp: [{ field: "nik", registry: "dukcapil" }], differing: [WITNESSED] },
    ],
  ])("but never where %s", (_where, facts) => {
    expect(ruleFor({ ...FINE, ...facts }).action).not.toBe("fix_roster");
  });
});

describe("what calls for an interview is not put off", () => {
  test.each<[string, Partial<CaseFacts>, string]>([
    [
      "by doubt about who is meant on a listing",
      { ambiguous: true, inRegistry: "no", ktpAgrees: false },
      "not_found_unconfirmed",
    ],
    ["by such doubt where nobody has the number", { ambiguous: true, isFieldOpen: true }, "field_open"],
    ["by a diploma out of step", { isFieldOpen: true, outOfStep: ["ijazah"] }, "field_open"],
    ["by a NIK that is inactive", { isFieldOpen: true, inactiveOrDouble: true }, "field_open"],
    [
      "by a KTP out of step where the diploma is in the same field",
      { outOfStep: ["ktp", "ijazah"], isOutvoted: true },
      "document_out_of_step",
    ],
  ])("%s", (_what, facts, rule) => {
    expect(ruleFor({ ...FINE, ...facts })).toMatchObject({ rule, action: "interview" });
  });
});

describe("what is said otherwise takes no one away from the desk", () => {
  test.each<[string, Partial<CaseFacts>, string]>([
    [
      "of rows of one person, that the number is shared",
      { duplicate: true, sharedUnsettled: true },
      "in_roster_twice",
    ],
    [
      "of rows of one person, that neither is found",
      { duplicate: true, inRegistry: "no", ktpAgrees: false },
      "in_roster_twice",
    ],
    [
      "of a doubtful row, that it is not found",
      { ambiguous: true, awaitsChoice: true, inRegistry: "no", ktpAgrees: false },
      "ambiguous_link",
    ],
    [
      "of a row whose candidate may have the number, that nobody has it",
      { ambiguous: true, awaitsChoice: true, isFieldOpen: true },
      "ambiguous_link",
    ],
    [
      "of a corrected row, that BKN does not have it",
      { notRegistered: true, differing: [WITNESSED] },
      "desk_correction",
    ],
    [
      "of a diploma out of step, that BKN does not have the person",
      { notRegistered: true, outOfStep: ["ijazah"] },
      "diploma_out_of_step",
    ],
    [
      "of a KTP out of step, that the diploma is in another field",
      { outOfStep: ["ktp", "ijazah"] },
      "ktp_out_of_step",
    ],
  ])("%s", (_what, facts, rule) => {
    expect(ruleFor({ ...FINE, ...facts }).rule).toBe(rule);
  });
});
