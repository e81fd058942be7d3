/**
 * The plain data of summary.json: what one run read, how it was understood and what came out. Counts only; no
 * person's data. The terminal summary and every later report draw their figures from here, so that no two of
 * them can disagree.
 */

import type { ColumnField, Format, SourceKind } from "../config/plan.ts";
import type { IdentifierKind } from "../field/identifier.ts";
import type { Action, FindingCode, Verdict } from "../finding/codes.ts";

/** Fewer cut numbers may be slips. */
const FEWEST_CUT = 3;

/** Whether so many numbers are cut that it is the list that is damaged. */
export function areMostCut(cut: number, linked: number): boolean {
  return cut >= FEWEST_CUT && 2 * cut >= linked;
}

/** rows read = used + rejected + layout, for every file. */
export interface RowBalance {
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  readonly layout: number;
}

export interface ColumnSummary {
  readonly field: string;
  readonly header: string;
  /** Of a column that `--map` names: the share of its cells that look like the field, where that is too little. */
  readonly fits?: number;
  /** Of the same: the field that its header means, where another column's header means the one it was named for. */
  readonly means?: ColumnField;
  /** Of the identifiers: the share that carries the birth date beside it, where hardly any does. */
  readonly carrying?: number;
}

export interface InputSummary {
  /** `roster` or the source's name. */
  readonly role: string;
  /** As typed, never made absolute. */
  readonly path: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: readonly ColumnSummary[];
  readonly date_order: string;
  /** What its name and columns say it is, where roster and source seem to have changed places. */
  readonly likely_role?: string;
  readonly rows: RowBalance;
  /** Hidden sheets that hold people, or are damaged, and were not read; absent where there are none. */
  readonly hidden_sheets?: readonly string[];
  /** One of several roster files, and nobody's unit is named in it: its people are thrown together with others'. */
  readonly without_units?: boolean;
}

export interface SourceSummary {
  readonly name: string;
  readonly kind: SourceKind;
  readonly rows: number;
  readonly linked: number;
  readonly ambiguous: number;
  readonly not_found: number;
  /** Links expected to be wrong: sum over links of 1 − probability. */
  readonly expected_false_links: number;
  /** True pairs expected to be missed: probability left in unlinked candidates. */
  readonly expected_missed_links: number;
  /** Whether the source was large enough to adapt the weights to, or the defaults stood. */
  readonly weights: "learned" | "default";
  /** People found whose number differs as Excel or a cut-off column would have it; absent where there are none. */
  readonly cut_identifiers?: number;
  /** Files, of the roster or the source, in which most of them stand while others are whole; absent where none is. */
  readonly cut_files?: readonly string[];
  /** Statuses of people found that say nothing known and were taken as no obstacle; absent where there are none. */
  readonly unknown_statuses?: UnknownStatuses;
}

export interface UnknownStatuses {
  readonly people: number;
  /** The most frequent, most people first, then by text; numbers and dates in them are not shown. */
  readonly texts: readonly { readonly text: string; readonly people: number }[];
}

export interface UnitSummary {
  readonly unit: string;
  readonly cases: number;
  /** Cases whose action is not `none`. */
  readonly need_action: number;
  readonly by_action: Readonly<Record<Action, number>>;
}

export interface RunSummary {
  readonly version: string;
  readonly as_of: string;
  readonly options: Readonly<Record<string, unknown>> & {
    readonly identifier: IdentifierKind;
    readonly formats: readonly Format[];
  };
  readonly inputs: readonly InputSummary[];
  readonly cases: {
    readonly total: number;
    readonly need_action: number;
    readonly by_verdict: Readonly<Record<Verdict, number>>;
    readonly by_action: Readonly<Record<Action, number>>;
    /** Who needs nothing, but whose number was compared with none; absent where there are none. */
    readonly nik_unchecked?: number;
    /** Cases (not findings) in which the code occurs. */
    readonly by_code: Readonly<Record<FindingCode, number>>;
    /** Most cases needing action first, then by name. */
    readonly by_unit: readonly UnitSummary[];
  };
  readonly duplicates: { readonly groups: number; readonly records: number };
  readonly sources: readonly SourceSummary[];
}
