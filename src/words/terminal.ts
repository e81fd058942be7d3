/** The words of the summary on the terminal and of the progress bar. Numbers come in already formatted. */
import type { Bilingual, Sentence } from "./sentence.ts";

/** What is under way, in the order it happens. */
export const STAGE_LABELS = {
  reading: { id: "Membaca berkas", en: "Reading files" },
  duplicates: { id: "Mencari data ganda", en: "Looking for duplicates" },
  linking: { id: "Mencari padanan", en: "Looking for matches" },
  writing: { id: "Menulis hasil", en: "Writing results" },
} as const satisfies Record<string, Bilingual>;

export type StageName = keyof typeof STAGE_LABELS;

export const SUMMARY_HEADINGS = {
  verdicts: { id: "Hasil pemadanan (orang)", en: "Verdicts (people)" },
  actions: { id: "Tindak lanjut (orang)", en: "Actions (people)" },
  codes: { id: "Temuan terbanyak (orang)", en: "Most frequent findings (people)" },
  units: {
    id: "OPD dengan kasus terbanyak (perlu tindak lanjut dari semua)",
    en: "Agencies with most cases (needing action of all)",
  },
  inputs: { id: "Berkas yang dibaca", en: "Files read" },
  sources: { id: "Padanan per sumber", en: "Matches per source" },
  next: { id: "Selanjutnya", en: "What next" },
} as const satisfies Record<string, Bilingual>;

export const SUMMARY_SENTENCES = {
  headline: {
    id: (f) => `${f.total} orang diperiksa, ${f.needAction} perlu tindak lanjut.`,
    en: (f) => `People checked: ${f.total}; needing action: ${f.needAction}.`,
  } satisfies Sentence<{ total: string; needAction: string }>,
  unit: {
    id: (f) => `${f.needAction} dari ${f.cases}: ${f.unit}`,
    en: (f) => `${f.needAction} of ${f.cases}: ${f.unit}`,
  } satisfies Sentence<{ needAction: string; cases: string; unit: string }>,
  otherUnits: {
    id: (count) => `dan ${count} OPD lain`,
    en: (count) => `and ${count} more`,
  } satisfies Sentence<string>,
  input: {
    id: (f) =>
      `${f.role}, ${f.path}: ${f.read} baris = ${f.used} dipakai + ${f.rejected} ditolak + ${f.layout} bukan data`,
    en: (f) =>
      `${f.role}, ${f.path}: ${f.read} rows = ${f.used} used + ${f.rejected} rejected + ${f.layout} layout`,
  } satisfies Sentence<Record<"role" | "path" | "read" | "used" | "rejected" | "layout", string>>,
  source: {
    id: (f) =>
      `${f.name}: ${f.linked} ditemukan, ${f.ambiguous} meragukan, ${f.notFound} tidak ditemukan; perkiraan padanan keliru ${f.falseLinks}, terlewat ${f.missedLinks}`,
    en: (f) =>
      `${f.name}: ${f.linked} found, ${f.ambiguous} uncertain, ${f.notFound} not found; expected wrong matches ${f.falseLinks}, missed ${f.missedLinks}`,
  } satisfies Sentence<
    Record<"name" | "linked" | "ambiguous" | "notFound" | "falseLinks" | "missedLinks", string>
  >,
  folder: {
    id: (out) => `Semua hasil ada di folder ${out}.`,
    en: (out) => `All results are in folder ${out}.`,
  } satisfies Sentence<string>,
  open: {
    id: (file) => `Buka dulu ${file}: satu baris untuk setiap orang di daftar.`,
    en: (file) => `Open ${file} first: one row for every person in the roster.`,
  } satisfies Sentence<string>,
  duplicates: {
    id: (f) => `${f.records} baris daftar tampaknya ganda, dalam ${f.groups} kelompok: ${f.file}`,
    en: (f) => `Roster rows that seem to be duplicates: ${f.records}, groups: ${f.groups}; see ${f.file}`,
  } satisfies Sentence<{ records: string; groups: string; file: string }>,
  rejected: {
    id: (f) => `${f.rows} baris ditolak; alasannya ada di ${f.file}`,
    en: (f) => `Rows rejected: ${f.rows}; the reasons are in ${f.file}`,
  } satisfies Sentence<{ rows: string; file: string }>,
} as const;

export const NO_UNIT: Bilingual = { id: "(tanpa OPD)", en: "(no agency)" };
