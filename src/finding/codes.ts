/**
 * The words of a judgement: finding codes, severities, verdicts, actions, routes. One list each, in the order of
 * the contract; a sentence for each stands in `words/`. To add a code: one line here, one sentence there.
 */
import type { Field } from "../field/level.ts";

/** A `hint` never decides anything by itself. */
export type Severity = "hint" | "low" | "high";

export interface CodeEntry {
  readonly field: Field | "record";
  readonly severity: Severity;
}

export const FINDING_CODES = {
  "nik.typo": { field: "nik", severity: "low" },
  "nik.transposed": { field: "nik", severity: "low" },
  "nik.digit_lost": { field: "nik", severity: "low" },
  "nik.digit_added": { field: "nik", severity: "low" },
  "nik.excel_damaged": { field: "nik", severity: "low" },
  "nik.different": { field: "nik", severity: "high" },
  "nik.belongs_to_other": { field: "nik", severity: "high" },
  "nik.missing": { field: "nik", severity: "low" },
  "nik.malformed": { field: "nik", severity: "low" },
  "nik.birth_date_conflict": { field: "nik", severity: "hint" },
  "nik.sex_conflict": { field: "nik", severity: "hint" },
  "nik.unknown_region": { field: "nik", severity: "hint" },
  "name.spelling": { field: "name", severity: "low" },
  "name.typo": { field: "name", severity: "low" },
  "name.abbreviated": { field: "name", severity: "low" },
  "name.spacing": { field: "name", severity: "low" },
  "name.order": { field: "name", severity: "low" },
  "name.missing_word": { field: "name", severity: "low" },
  "name.extra_word": { field: "name", severity: "low" },
  "name.different": { field: "name", severity: "high" },
  "birth_date.day_month_swapped": { field: "birth_date", severity: "low" },
  "birth_date.placeholder": { field: "birth_date", severity: "low" },
  "birth_date.day": { field: "birth_date", severity: "low" },
  "birth_date.month": { field: "birth_date", severity: "low" },
  "birth_date.year": { field: "birth_date", severity: "low" },
  "birth_date.different": { field: "birth_date", severity: "high" },
  "birth_date.missing": { field: "birth_date", severity: "low" },
  "birth_date.unreadable": { field: "birth_date", severity: "low" },
  "birth_place.spelling": { field: "birth_place", severity: "low" },
  "birth_place.different": { field: "birth_place", severity: "high" },
  "sex.different": { field: "sex", severity: "high" },
  "record.not_found": { field: "record", severity: "high" },
  "record.ambiguous": { field: "record", severity: "high" },
  "record.duplicate": { field: "record", severity: "high" },
  "record.shared_nik": { field: "record", severity: "high" },
  "record.swapped_nik": { field: "record", severity: "high" },
  "record.not_registered": { field: "record", severity: "low" },
  "record.blocked": { field: "record", severity: "high" },
  "record.deceased": { field: "record", severity: "high" },
  "record.inactive": { field: "record", severity: "high" },
  "record.double": { field: "record", severity: "high" },
  "document.missing": { field: "record", severity: "hint" },
} as const satisfies Record<string, CodeEntry>;
export type FindingCode = keyof typeof FINDING_CODES;

export const VERDICTS = ["match", "clarify", "mismatch", "duplicate", "ambiguous", "not_found"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** From most to least pressing. */
export const ACTIONS = [
  "interview",
  "review",
  "refer_dukcapil",
  "refer_school",
  "fix_roster",
  "register_bkn",
  "none",
] as const;
export type Action = (typeof ACTIONS)[number];

/** Who can settle it. */
export const ROUTES = ["opd", "dukcapil_correction", "court_change", "school", "bkn"] as const;
export type Route = (typeof ROUTES)[number];

/** Documents to bring; Indonesian proper names, the same in every language. */
export const DOCUMENTS = ["ktp_el", "kartu_keluarga", "akta_kelahiran", "ijazah", "sk_pengangkatan"] as const;
export type Document = (typeof DOCUMENTS)[number];
