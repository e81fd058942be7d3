/**
 * The action table: what is to be done about a case. Rules stand from most to least pressing and the first that
 * holds wins; the last holds always. What the words mean is decided in `facts.ts`.
 *
 * The point: call in everyone who must come, and nobody whose record a clerk can put right at the desk. A wrong
 * `fix_roster` is the worst outcome of all, so it asks for a certain link, one slip only, a witness for the
 * leading source and none for the roster.
 */
import { DIPLOMA, KTP } from "../config/sources.ts";
import type { Action } from "./codes.ts";
import type { DifferingField } from "./compared-fields.ts";
import type { CaseFacts } from "./facts.ts";

export interface ActionRule {
  readonly rule: string;
  readonly action: Action;
  readonly when: (facts: CaseFacts) => boolean;
}

const only = (facts: CaseFacts): DifferingField | null =>
  facts.differing.length === 1 ? facts.differing[0]! : null;

const ktpSidesWithRoster = (slip: DifferingField) => slip.withRoster.includes(KTP);

/** One slip, somebody confirms the leading source, nobody confirms the roster. */
const deskCorrection = (slip: DifferingField) =>
  slip.difference === "slip" &&
  slip.withLead.length > 0 &&
  slip.withRoster.length === 0 &&
  !slip.withNeither.includes(KTP);

export const ACTION_RULES = [
  { rule: "nik_of_another", action: "interview", when: (f) => f.nikBelongsToOther },
  { rule: "nik_of_two", action: "interview", when: (f) => f.nikAlsoOfOther },
  { rule: "deceased", action: "interview", when: (f) => f.deceased },
  { rule: "blocked", action: "interview", when: (f) => f.blocked },
  {
    rule: "shared_nik_unsettled",
    action: "interview",
    when: (f) => f.sharedUnsettled && !f.duplicate && !f.awaitsChoice,
  },
  {
    rule: "field_different",
    action: "interview",
    when: (f) => f.differing.some((d) => d.difference === "different"),
  },
  { rule: "nameless", action: "interview", when: (f) => f.isNameless },
  { rule: "several_fields", action: "interview", when: (f) => f.differing.length >= 2 },
  {
    rule: "birth_date_gap",
    action: "interview",
    when: (f) => f.differing.some((d) => d.difference === "gap"),
  },
  {
    rule: "not_found_unconfirmed",
    action: "interview",
    when: (f) => f.inRegistry === "no" && !f.ktpAgrees && !f.awaitsChoice && !f.duplicate,
  },
  {
    rule: "slip_unconfirmed",
    action: "interview",
    when: (f) => {
      const slip = only(f);
      return slip !== null && !ktpSidesWithRoster(slip) && !deskCorrection(slip);
    },
  },
  {
    // the KTP alone is for Disdukcapil to mend, the diploma alone for the school; of both nobody can say who is wrong
    rule: "document_out_of_step",
    action: "interview",
    when: (f) => f.isOutvoted || f.outOfStep.some((name) => name !== KTP && name !== DIPLOMA),
  },
  {
    // the number or the birth date has to come from somewhere, whatever else is put right meanwhile
    rule: "field_open",
    action: "interview",
    when: (f) => f.isFieldOpen && !f.awaitsChoice && !f.duplicate,
  },
  { rule: "ambiguous_link", action: "review", when: (f) => f.ambiguous },
  { rule: "in_roster_twice", action: "review", when: (f) => f.duplicate },
  { rule: "unanswered", action: "review", when: (f) => f.unanswered },
  {
    rule: "nothing_compared",
    action: "review",
    when: (f) => f.nothingCompared && f.inRegistry === "unknown",
  },
  { rule: "not_found_ktp_agrees", action: "refer_dukcapil", when: (f) => f.inRegistry === "no" },
  {
    rule: "ktp_sides_with_roster",
    action: "refer_dukcapil",
    when: (f) => {
      const slip = only(f);
      return f.againstKtp.length > 0 || (slip !== null && ktpSidesWithRoster(slip));
    },
  },
  { rule: "ktp_out_of_step", action: "refer_dukcapil", when: (f) => f.outOfStep.includes(KTP) },
  { rule: "inactive_or_double", action: "refer_dukcapil", when: (f) => f.inactiveOrDouble },
  { rule: "diploma_out_of_step", action: "refer_school", when: (f) => f.outOfStep.includes(DIPLOMA) },
  { rule: "desk_correction", action: "fix_roster", when: (f) => only(f) !== null },
  { rule: "unsettled", action: "interview", when: (f) => f.differs },
  { rule: "not_registered", action: "register_bkn", when: (f) => f.notRegistered },
  { rule: "nik_unchecked", action: "none", when: (f) => f.nikUnchecked },
  { rule: "nothing_to_do", action: "none", when: (f) => f.remarked },
  { rule: "agrees", action: "none", when: () => true },
] as const satisfies readonly ActionRule[];

export type RuleName = (typeof ACTION_RULES)[number]["rule"];

/** The rule that decides a case. */
export function ruleFor(facts: CaseFacts): (typeof ACTION_RULES)[number] {
  return ACTION_RULES.find((rule) => rule.when(facts))!;
}
