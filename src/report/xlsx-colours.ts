/** Which colour stands for which action and verdict in the workbooks. The word for it always stands in the cell. */
import type { Action, Verdict } from "../finding/codes.ts";
import type { StyleName } from "./xlsx/styles.ts";

export const ACTION_STYLES: Readonly<Record<Action, StyleName>> = {
  interview: "red",
  review: "violet",
  refer_dukcapil: "blue",
  refer_school: "teal",
  fix_roster: "amber",
  register_bkn: "green",
  none: "grey",
};

export const VERDICT_STYLES: Readonly<Record<Verdict, StyleName>> = {
  match: "green",
  clarify: "amber",
  mismatch: "red",
  duplicate: "violet",
  ambiguous: "blue",
  not_found: "grey",
};

/** Of the tabs, RRGGBB: the same hues, strong enough to be told apart in a narrow strip. */
export const ACTION_TABS: Readonly<Record<Action, string>> = {
  interview: "B3262E",
  review: "6B4A9B",
  refer_dukcapil: "2A6BA8",
  refer_school: "1E8477",
  fix_roster: "D19A00",
  register_bkn: "4B8B3B",
  none: "8A8A8A",
};
export const NEUTRAL_TAB = "1F3A4D";
