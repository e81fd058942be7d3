/** Labels are complete (the compiler sees to that), never empty, and told apart within their table. */
import { describe, expect, test } from "vitest";
import type { IdentifierKind } from "../../src/field/identifier.ts";
import { ACTIONS, DOCUMENTS, ROUTES, VERDICTS } from "../../src/finding/codes.ts";
import { REJECTION_REASONS } from "../../src/input/judged-rows.ts";
import {
  AGREEMENT_LABELS,
  COLUMN_LABELS,
  FIELD_LABELS,
  SOURCE_KIND_LABELS,
} from "../../src/words/comparison.ts";
import {
  EXPLAIN_HEADINGS,
  EXPLAIN_LABELS,
  KEY_WORDS,
  LIKELIHOOD_WORDS,
  SOURCE_STATUS_LABELS,
} from "../../src/words/explain.ts";
import {
  ACTION_LABELS,
  DOCUMENT_NAMES,
  DUPLICATE_REASON_LABELS,
  ROUTE_LABELS,
  SEVERITY_LABELS,
  VERDICT_LABELS,
} from "../../src/words/judgement.ts";
import { REJECTION_SENTENCES } from "../../src/words/rejection.ts";
import type { Bilingual } from "../../src/words/sentence.ts";
import { STAGE_LABELS, SUMMARY_HEADINGS } from "../../src/words/terminal.ts";

type Table = Readonly<Record<string, Bilingual>>;

function ofEachIdentifier(
  name: string,
  tables: Readonly<Record<IdentifierKind, Table>>,
): Readonly<Record<string, Table>> {
  return Object.fromEntries(Object.entries(tables).map(([kind, table]) => [`${name} (${kind})`, table]));
}

const TABLES: Readonly<Record<string, Table>> = {
  verdicts: VERDICT_LABELS,
  actions: ACTION_LABELS,
  routes: ROUTE_LABELS,
  severities: SEVERITY_LABELS,
  ...ofEachIdentifier("fields", FIELD_LABELS),
  ...ofEachIdentifier("columns", COLUMN_LABELS),
  agreements: AGREEMENT_LABELS,
  "source kinds": SOURCE_KIND_LABELS,
  rejections: REJECTION_SENTENCES,
  stages: STAGE_LABELS,
  headings: SUMMARY_HEADINGS,
  ...ofEachIdentifier("keys", KEY_WORDS),
  ...ofEachIdentifier("reasons of a duplicate", DUPLICATE_REASON_LABELS),
  "headings of an explanation": EXPLAIN_HEADINGS,
  "labels of an explanation": EXPLAIN_LABELS,
  "statuses of a link": SOURCE_STATUS_LABELS,
  likelihoods: Object.fromEntries(LIKELIHOOD_WORDS.map((words) => [words.least, words])),
};

describe.each(Object.entries(TABLES))("%s", (_name, table) => {
  test.each(["id", "en"] as const)("have words of their own in %s", (language) => {
    const words = Object.values(table).map((label) => label[language]);
    for (const word of words) expect(word).toMatch(/\S/);
    expect(new Set(words).size).toBe(words.length);
  });
});

test("verdicts and actions carry the labels of the contract", () => {
  expect(VERDICTS.map((verdict) => VERDICT_LABELS[verdict].id)).toEqual([
    "SESUAI",
    "PERLU KLARIFIKASI",
    "TIDAK SESUAI",
    "GANDA",
    "MERAGUKAN",
    "TIDAK DITEMUKAN",
  ]);
  expect(ACTIONS.slice(0, -1).map((action) => ACTION_LABELS[action].id)).toEqual([
    "panggil",
    "telaah petugas",
    "rujuk ke Disdukcapil",
    "rujuk ke sekolah/Disdik",
    "perbaiki daftar",
    "daftarkan ke BKN",
  ]);
});

test("a route is called likely in both languages, never certain", () => {
  for (const route of ROUTES) {
    expect(ROUTE_LABELS[route].id).toMatch(/^kemungkinan jalur: /);
    expect(ROUTE_LABELS[route].en).toMatch(/^likely route: /);
  }
});

test("every document and every reason of rejection has its words", () => {
  for (const document of DOCUMENTS) expect(DOCUMENT_NAMES[document]).toMatch(/\S/);
  expect(Object.keys(REJECTION_SENTENCES).sort()).toEqual([...REJECTION_REASONS].sort());
});
