/**
 * The words of the workbooks: names of sheets, headers, and how to read it all. Sheet names keep Excel's rules: at
 * most 31 characters, none of []:*?/\, no apostrophe at either end.
 */
import type { Route, Severity, Verdict } from "../finding/codes.ts";
import { forEachIdentifier, type IdentifierWords } from "./identifier.ts";
import type { Bilingual, Sentence } from "./sentence.ts";
import { capitalized } from "./writing.ts";

export const SHEET_NAMES = {
  summary: { id: "Ringkasan", en: "Summary" },
  units: { id: "Per OPD", en: "By agency" },
  interview: { id: "Panggil", en: "Call in" },
  review: { id: "Telaah petugas", en: "Officer's review" },
  fix_roster: { id: "Perbaiki daftar", en: "Correct the roster" },
  refer_dukcapil: { id: "Rujuk ke Disdukcapil", en: "Refer to Disdukcapil" },
  refer_school: { id: "Rujuk ke sekolah-Disdik", en: "Refer to school-Disdik" },
  register_bkn: { id: "Daftarkan ke BKN", en: "Register with BKN" },
  duplicates: { id: "Data ganda", en: "Duplicates" },
  rejected: { id: "Baris ditolak", en: "Rejected rows" },
  follow_up: { id: "Tindak lanjut", en: "Follow-up" },
  agreeing: { id: "Sesuai", en: "Agreeing" },
  legend: { id: "Cara membaca", en: "How to read this" },
} as const satisfies Record<string, Bilingual>;
export type SheetKey = keyof typeof SHEET_NAMES;

/** Headers of the columns about a person. */
const HEADERS = {
  case: { id: "Kasus", en: "Case" },
  action: { id: "Tindak lanjut", en: "Action" },
  name: { id: "Nama", en: "Name" },
  place: { id: "Tempat lahir", en: "Birth place" },
  date: { id: "Tanggal lahir", en: "Birth date" },
  sex: { id: "Jenis kelamin", en: "Sex" },
  unit: { id: "OPD", en: "Agency" },
  verdict: { id: "Hasil", en: "Verdict" },
  differs: { id: "Yang berbeda", en: "What differs" },
  roster: { id: "Isi daftar", en: "Roster has" },
  source: { id: "Isi sumber", en: "Sources have" },
  field: { id: "Isian", en: "Field" },
  current: { id: "Isi daftar sekarang", en: "Roster has" },
  proposed: { id: "Usulan perbaikan", en: "Proposed value" },
  leading: { id: "Menurut", en: "According to" },
  others: { id: "Calon padanan dan baris lain", en: "Candidates and other rows" },
  other_rows: { id: "Baris lain", en: "Other rows" },
  documents: { id: "Dokumen yang dibawa", en: "Documents to bring" },
  /** Said once here and in no cell: a route is never more than likely. */
  route: { id: "Kemungkinan jalur", en: "Likely route" },
  explanation: { id: "Penjelasan", en: "Explanation" },
  file: { id: "Berkas", en: "File" },
  row: { id: "Baris", en: "Row" },
} as const satisfies Record<string, Bilingual>;

function identifierHeader({ label }: IdentifierWords): Bilingual {
  return { id: capitalized(label.id), en: capitalized(label.en) };
}

export type CaseHeader = keyof typeof HEADERS | "nik";
export const CASE_HEADERS = forEachIdentifier(
  (words): Readonly<Record<CaseHeader, Bilingual>> => ({ ...HEADERS, nik: identifierHeader(words) }),
);

export const DUPLICATE_HEADERS = forEachIdentifier((words) => ({
  group: { id: "Kelompok", en: "Group" },
  name: HEADERS.name,
  nik: identifierHeader(words),
  date: HEADERS.date,
  unit: HEADERS.unit,
  reasons: { id: "Alasan", en: "Reason" },
  probability: { id: "Kemungkinan orang yang sama", en: "Probability of being one person" },
  file: HEADERS.file,
  row: HEADERS.row,
}));

export const REJECTED_HEADERS = {
  file: HEADERS.file,
  row: HEADERS.row,
  reason: { id: "Alasan dan cara memperbaiki", en: "Reason and what to do" },
  text: { id: "Isi baris", en: "Row as read" },
} as const satisfies Record<string, Bilingual>;

export const UNIT_HEADERS = {
  unit: HEADERS.unit,
  cases: { id: "Orang", en: "People" },
  need_action: { id: "Perlu tindak lanjut", en: "Needing action" },
} as const satisfies Record<string, Bilingual>;

/** Headings and columns of the summary. */
export const SUMMARY_WORDS = {
  title: { id: "Hasil pemadanan data", en: "Results of the reconciliation" },
  actions: { id: "Tindak lanjut", en: "Actions" },
  verdicts: { id: "Hasil", en: "Verdicts" },
  codes: { id: "Temuan", en: "Findings" },
  sources: { id: "Sumber", en: "Sources" },
  inputs: { id: "Berkas yang dibaca", en: "Files read" },
  people: { id: "Orang", en: "People" },
  share: { id: "Bagian", en: "Share" },
  sheet: { id: "Lembar", en: "Sheet" },
  found: { id: "Ditemukan", en: "Found" },
  uncertain: { id: "Meragukan", en: "Uncertain" },
  not_found: { id: "Tidak ditemukan", en: "Not found" },
  estimates: { id: "Perkiraan keliru / terlewat", en: "Expected wrong / missed" },
  read: { id: "Baris dibaca", en: "Rows read" },
  used: { id: "Dipakai", en: "Used" },
  rejected: { id: "Ditolak", en: "Rejected" },
  layout: { id: "Bukan data", en: "Layout" },
  checksum: { id: "SHA-256", en: "SHA-256" },
} as const satisfies Record<string, Bilingual>;

export const WORKBOOK_SENTENCES = {
  run: {
    id: (f) => `Tanggal acuan ${f.asOf}. Dibuat dengan cocok ${f.version}.`,
    en: (f) => `Reference date ${f.asOf}. Made with cocok ${f.version}.`,
  } satisfies Sentence<{ asOf: string; version: string }>,
  /** One value of a source, and which other sources have the roster's. */
  sameAsRoster: {
    id: (sources) => `sama dengan daftar: ${sources}`,
    en: (sources) => `same as the roster: ${sources}`,
  } satisfies Sentence<string>,
  left: {
    id: (f) => `Masih ada ${f.count} baris lagi; semuanya ada di ${f.file}.`,
    en: (f) => `There are ${f.count} more; all of them are in ${f.file}.`,
  } satisfies Sentence<{ count: string; file: string }>,
} as const;

export const WORKBOOK_WORDS = {
  nobody: { id: "Tidak ada.", en: "None." },
  empty: { id: "(kosong)", en: "(empty)" },
  /** A value that differs, in digits that are masked. */
  masked: { id: "(berbeda, disamarkan)", en: "(differs, masked)" },
  /** Stand where the name of somebody else would; the column of that name has the place of the row. */
  nameWithheld: { id: "namanya hanya diketahui BKPSDM", en: "only BKPSDM knows the name" },
  otherRow: {
    id: `lihat kolom ${HEADERS.other_rows.id}`,
    en: `see column ${HEADERS.other_rows.en}`,
  },
  confidential: {
    id: "Memuat data pribadi. Hanya untuk keperluan dinas.",
    en: "Contains personal data. For official use only.",
  },
} as const satisfies Record<string, Bilingual>;

export const LEGEND_HEADINGS = {
  meaning: { id: "Arti", en: "Meaning" },
  reading: { id: "Membaca lembar", en: "Reading the sheets" },
  actions: { id: "Tindak lanjut", en: "Actions" },
  verdicts: { id: "Hasil", en: "Verdicts" },
  routes: { id: "Jalur", en: "Routes" },
  severities: { id: "Bobot temuan", en: "Severity of findings" },
  codes: { id: "Temuan", en: "Findings" },
  field: HEADERS.field,
  severity: { id: "Bobot", en: "Severity" },
  privacy: { id: "Data pribadi", en: "Personal data" },
} as const satisfies Record<string, Bilingual>;

export const VERDICT_MEANINGS = forEachIdentifier(
  ({ name }): Readonly<Record<Verdict, Bilingual>> => ({
    match: { id: "Semua data yang dibandingkan sama.", en: "Everything compared agrees." },
    clarify: {
      id: "Orangnya sama, tetapi ada isian yang berbeda atau status yang menghalangi.",
      en: "The same person, but some field differs or a status stands in the way.",
    },
    mismatch: {
      id: `${capitalized(name.id)} di daftar tercatat atas nama orang lain.`,
      en: `The ${name.en} in the roster is on record for another person.`,
    },
    duplicate: {
      id: "Orang yang sama tercatat lebih dari sekali di daftar.",
      en: "The same person is in the roster more than once.",
    },
    ambiguous: {
      id: "Belum pasti siapa orangnya di sumber, atau Dukcapil belum menjawab; petugas yang menentukan.",
      en: "It is not certain who is meant in a source, or Dukcapil has not answered; an officer decides.",
    },
    not_found: {
      id: "Orangnya tidak ditemukan di data induk (Dukcapil) atau, bila tidak ada data induk, di dokumen mana pun.",
      en: "The person was not found in the registry (Dukcapil) or, where there is none, in any document.",
    },
  }),
);

/** What stands behind a route; worded as likely, never as legal advice (domain.md §6). */
export const ROUTE_NOTE: Bilingual = {
  id: "Jalur adalah perkiraan, bukan nasihat hukum; yang memutuskan adalah instansi yang berwenang.",
  en: "A route is an estimate and no legal advice; the competent office decides.",
};

export const ROUTE_MEANINGS: Readonly<Record<Route, Bilingual>> = {
  opd: {
    id: "Isian di daftar sendiri yang perlu dibetulkan.",
    en: "The roster's own entry needs correcting.",
  },
  dukcapil_correction: {
    id: "Huruf atau angka pada dokumen kependudukan dibetulkan dengan dokumen pendukung.",
    en: "Letters or digits in a population document are corrected with supporting documents.",
  },
  court_change: {
    id: "Nama bertambah, berkurang, atau berganti kata.",
    en: "A word of the name is added, dropped or replaced.",
  },
  school: { id: "Yang berbeda adalah ijazahnya.", en: "It is the diploma that differs." },
  bkn: { id: "Yang perlu diurus adalah data di BKN.", en: "It is the record at BKN that needs attention." },
};

export const SEVERITY_MEANINGS = forEachIdentifier(
  ({ name }): Readonly<Record<Severity, Bilingual>> => ({
    high: { id: "Tidak dapat dijelaskan sebagai salah tulis.", en: "No slip explains it." },
    low: { id: "Dapat dijelaskan sebagai salah tulis.", en: "A slip explains it." },
    hint: {
      id: `Patut diketahui; tidak menentukan apa pun. ${capitalized(name.id)}, misalnya, tetap seperti saat pertama diberikan.`,
      en: `Worth knowing; decides nothing. The ${name.en}, for one, stays as it was first given.`,
    },
  }),
);

/** A point of the legend: what it is about, what is to be known. */
export interface LegendPoint {
  readonly term: Bilingual;
  readonly meaning: Bilingual;
}

export const READING_POINTS = forEachIdentifier((words): readonly LegendPoint[] => [
  {
    term: HEADERS.case,
    meaning: {
      id: `Setiap orang di daftar mendapat satu kasus. Nomornya tetap sama pada pemadanan berikutnya selama ${words.name.id}, nama, dan tanggal lahirnya di daftar tidak diubah.`,
      en: `Every person in the roster gets one case. Its number stays the same in the next reconciliation as long as ${words.name.en}, name and birth date in the roster are not changed.`,
    },
  },
  {
    term: { id: "Huruf dan angka bertanda", en: "Marked letters and digits" },
    meaning: {
      id: "Yang berbeda dicetak tebal, bergaris bawah, dan merah. Besar kecil huruf, gelar, tanda baca, dan cara menulis tanggal tidak dihitung berbeda.",
      en: "What differs is bold, underlined and red. Capitals, titles, punctuation and the way a date is written are no difference.",
    },
  },
  {
    term: { id: "Warna", en: "Colours" },
    meaning: {
      id: "Hanya membantu mata; artinya selalu tertulis di sel yang sama.",
      en: "They only help the eye; what they mean is always written in the same cell.",
    },
  },
  {
    term: { id: "Berkas, baris, berkas:baris", en: "File, row, file:row" },
    meaning: {
      id: "Tempat seseorang di berkas asal; nomor baris seperti di tepi kiri Excel.",
      en: "Where a person stands in the original file; the row number is the one at the left edge in Excel.",
    },
  },
  {
    term: identifierHeader(words),
    meaning: {
      id: "Disimpan sebagai teks. Jangan diubah menjadi bilangan: Excel hanya menyimpan 15 angka pertama.",
      en: "Kept as text. Do not turn it into a number: Excel keeps the first 15 digits only.",
    },
  },
  {
    term: { id: "Panah di judul kolom", en: "Arrows in the header" },
    meaning: { id: "Untuk menyaring dan mengurutkan.", en: "They filter and sort." },
  },
]);

export const PRIVACY_POINTS: readonly LegendPoint[] = [
  {
    term: { id: "Kerahasiaan", en: "Confidentiality" },
    meaning: {
      id: "Buku kerja ini memuat data pribadi (UU 27/2022). Bagikan hanya kepada yang berwenang dan hapus bila tidak diperlukan lagi.",
      en: "This workbook holds personal data (UU 27/2022). Share it only with those entitled to it and delete it when it is no longer needed.",
    },
  },
];

/** For the workbook of one unit. */
export const UNIT_PRIVACY_POINTS: readonly LegendPoint[] = [
  {
    term: { id: "Orang lain", en: "Other people" },
    meaning: {
      id: "Buku kerja ini hanya memuat orang dari OPD ini. Nama orang lain tidak disebut: yang tahu hanya BKPSDM. Baris lain di daftar ditunjukkan letaknya (berkas:baris).",
      en: "This workbook holds people of this agency only. Nobody else is named: only BKPSDM knows who it is. Other rows of the roster are given by their place (file:row).",
    },
  },
  ...PRIVACY_POINTS,
];
