/** A summary as a run would leave it, with invented figures; every count of cases adds up to `total`. */
import { createHash } from "node:crypto";
import { ACTIONS, FINDING_CODES, type FindingCode } from "../../src/finding/codes.ts";
import type { InputSummary, RunSummary, UnitSummary } from "../../src/report/summary.ts";

const NO_CODES = Object.fromEntries(Object.keys(FINDING_CODES).map((code) => [code, 0])) as Record<
  FindingCode,
  number
>;
const NO_ACTIONS = Object.fromEntries(ACTIONS.map((action) => [action, 0])) as UnitSummary["by_action"];

function input(role: string, path: string, rows: InputSummary["rows"]): InputSummary {
  return {
    role,
    path,
    sha256: createHash("sha256").update(path).digest("hex"),
    encoding: "utf-8",
    delimiter: ";",
    columns: ["nik", "name", "birth_date"].map((field) => ({ field, header: field })),
    date_order: "dmy",
    rows,
  };
}

export function unit(name: string, needAction: number, cases: number): UnitSummary {
  return { unit: name, cases, need_action: needAction, by_action: NO_ACTIONS };
}

export const SUMMARY: RunSummary = {
  version: "0.1.0",
  as_of: "2026-12-31",
  options: { identifier: "nik", formats: ["csv"] },
  inputs: [
    input("roster", "data/daftar-non-asn.csv", { read: 1240, used: 1234, rejected: 4, layout: 2 }),
    input("dukcapil", "data/dukcapil.csv", { read: 20_007, used: 20_001, rejected: 0, layout: 6 }),
  ],
  cases: {
    total: 1234,
    need_action: 200,
    by_verdict: { match: 1034, clarify: 180, mismatch: 4, duplicate: 6, ambiguous: 2, not_found: 8 },
    by_action: {
      interview: 12,
      review: 5,
      refer_dukcapil: 20,
      refer_school: 3,
      fix_roster: 140,
      register_bkn: 20,
      none: 1034,
    },
    by_code: { ...NO_CODES, "nik.typo": 31, "name.spelling": 120, "birth_date.day_month_swapped": 31 },
    by_unit: [
      unit("DINAS PENDIDIKAN DAN KEBUDAYAAN KABUPATEN MUSI RAWAS WILAYAH TIMUR", 120, 700),
      unit("RSUD", 60, 300),
      unit("", 20, 34),
      unit("KECAMATAN MUARA BELITI", 0, 200),
    ],
  },
  duplicates: { groups: 3, records: 6 },
  sources: [
    {
      name: "dukcapil",
      kind: "registry",
      rows: 20_001,
      linked: 1200,
      ambiguous: 4,
      not_found: 30,
      expected_false_links: 0.31,
      expected_missed_links: 1.27,
      weights: "learned",
    },
  ],
};
