/**
 * The words of laporan.html that no other report has. Verdicts, actions, fields, sources and finding codes keep the
 * labels of their own files. Numbers, file names and values come in ready to be shown.
 */
import { forEachIdentifier } from "./identifier.ts";
import type { Bilingual, Sentence } from "./sentence.ts";
import { SUMMARY_HEADINGS } from "./terminal.ts";
import { capitalized } from "./writing.ts";

export const HTML_LABELS = {
  title: { id: "Laporan pemadanan data non-ASN", en: "Reconciliation report: non-ASN staff" },
  skip: { id: "Langsung ke daftar kasus", en: "Skip to the list of cases" },
  contents: { id: "Isi laporan", en: "Contents" },
  notices: SUMMARY_HEADINGS.notices,
  cases: { id: "Daftar kasus", en: "Cases" },
  funnel: { id: "Dari semua baris sampai yang harus datang", en: "From all rows to those who must come" },
  verdicts: { id: "Hasil pemadanan", en: "Verdicts" },
  actions: { id: "Tindak lanjut", en: "Actions" },
  codes: { id: "Temuan", en: "Findings" },
  units: { id: "Menurut OPD", en: "By agency" },
  sources: { id: "Menurut sumber", en: "By source" },
  fields: { id: "Kecocokan isian", en: "How the fields agree" },
  duplicates: { id: "Data ganda di daftar", en: "Duplicates in the roster" },
  rejected: { id: "Baris yang ditolak", en: "Rejected rows" },
  about: { id: "Tentang laporan ini", en: "About this report" },
  // columns
  verdict: { id: "Hasil", en: "Verdict" },
  action: { id: "Tindak lanjut", en: "Action" },
  finding: { id: "Temuan", en: "Finding" },
  people: { id: "Orang", en: "People" },
  share: { id: "Bagian", en: "Share" },
  unit: { id: "OPD", en: "Agency" },
  calledIn: { id: "Harus datang", en: "Must come in" },
  otherActions: { id: "tindak lanjut lain", en: "other action" },
  needAction: { id: "Perlu tindak lanjut", en: "Need action" },
  source: { id: "Sumber", en: "Source" },
  sourceRows: { id: "Baris sumber", en: "Source rows" },
  linked: { id: "Ditemukan", en: "Found" },
  ambiguous: { id: "Meragukan", en: "Uncertain" },
  notFound: { id: "Tidak ditemukan", en: "Not found" },
  falseLinks: { id: "Perkiraan padanan keliru", en: "Expected wrong matches" },
  missedLinks: { id: "Perkiraan padanan terlewat", en: "Expected missed matches" },
  field: { id: "Isian", en: "Field" },
  name: { id: "Nama", en: "Name" },
  birthDate: { id: "Tanggal lahir", en: "Birth date" },
  group: { id: "Kelompok", en: "Group" },
  file: { id: "Berkas", en: "File" },
  row: { id: "Baris", en: "Row" },
  reason: { id: "Alasan", en: "Reason" },
  text: { id: "Isi baris", en: "Text of the row" },
  inCommon: { id: "Yang sama", en: "In common" },
  read: { id: "Dibaca", en: "Read" },
  used: { id: "Dipakai", en: "Used" },
  rejectedRows: { id: "Ditolak", en: "Rejected" },
  layout: { id: "Bukan data", en: "Layout" },
  encoding: { id: "Pengodean", en: "Encoding" },
  // filters
  all: { id: "Semua", en: "All" },
  sort: { id: "Urutkan", en: "Sort by" },
  sortPressing: { id: "Paling mendesak", en: "Most pressing" },
  sortName: { id: "Nama A–Z", en: "Name A–Z" },
  sortUnit: { id: "OPD", en: "Agency" },
  sortRow: { id: "Urutan daftar", en: "Roster order" },
  reset: { id: "Hapus saringan", en: "Clear filters" },
  openAll: { id: "Buka semua", en: "Open all" },
  closeAll: { id: "Tutup semua", en: "Close all" },
  print: { id: "Cetak", en: "Print" },
  noneMatch: { id: "Tidak ada kasus yang cocok dengan saringan ini.", en: "No case matches these filters." },
  // a case
  roster: { id: "Daftar", en: "Roster" },
  proposed: { id: "Usulan isi daftar", en: "Proposed for the roster" },
  documents: { id: "Dokumen yang dibawa", en: "Documents to bring" },
  settledBy: { id: "Penyelesaian", en: "Settled by" },
  hints: { id: "Petunjuk", en: "Hints" },
  lone: { id: "berbeda sendiri", en: "differs alone" },
  lead: { id: "acuan", en: "leading" },
  /** The example of a mark; the sentence below follows it. */
  marked: { id: "Bertanda", en: "Marked" },
} as const satisfies Record<string, Bilingual>;

/** What is said of the people's numbers. */
export const HTML_IDENTIFIER_WORDS = forEachIdentifier(({ name, label }) => ({
  heading: { id: capitalized(label.id), en: capitalized(label.en) },
  search: {
    id: `Cari nama, ${name.id}, atau nomor kasus`,
    en: `Search name, ${name.en} or case number`,
  },
  holder: { id: `pemegang ${name.id} ini`, en: `holder of this ${name.en}` },
  maskedHere: {
    id: `${capitalized(name.id)} dan tanggal lahir disamarkan`,
    en: `${capitalized(name.en)}s and birth dates are masked`,
  },
  masked: {
    id: `${capitalized(name.id)} dan tanggal lahir disamarkan. Nama tetap terbaca: laporan ini tetap berisi data pribadi (UU 27/2022).`,
    en: `${capitalized(name.en)}s and birth dates are masked. Names are not: this is still personal data (UU 27/2022).`,
  },
}));

/** Whole sentences without facts in them. */
export const HTML_NOTES = {
  nothingToDo: { id: "Tidak ada yang perlu ditindaklanjuti.", en: "There is nothing to do." },
  rowsRead: { id: "baris dibaca dari daftar", en: "rows read from the roster" },
  peopleChecked: { id: "orang diperiksa", en: "people checked" },
  peopleNeedAction: { id: "perlu tindak lanjut", en: "need action" },
  mustCome: { id: "harus datang", en: "must come in" },
  nothingFound: { id: "Tidak ada temuan.", en: "Nothing was found." },
  codesNote: {
    id: "Satu orang bisa punya lebih dari satu temuan. Petunjuk tidak menentukan apa pun dengan sendirinya.",
    en: "One person can have more than one finding. A hint decides nothing by itself.",
  },
  fieldsNote: {
    id: "Dihitung pada orang yang ditemukan di sumber itu. “Sama” termasuk yang hanya beda cara menulisnya: huruf besar, gelar, bentuk tanggal.",
    en: "Counted over the people found in that source. “Same” includes differences of writing only: capitals, titles, the form of a date.",
  },
  noDuplicates: {
    id: "Tidak ada orang yang tercatat lebih dari sekali.",
    en: "Nobody is in the roster more than once.",
  },
  noRejected: { id: "Tidak ada baris yang ditolak.", en: "No row was rejected." },
  marks: {
    id: "berarti huruf atau angka itu berbeda dari daftar.",
    en: "letters and digits differ from the roster.",
  },
  /** `{shown}` and `{listed}` are filled in by the page itself. */
  shown: { id: "{shown} dari {listed} kasus ditampilkan", en: "{shown} of {listed} cases shown" },
  /** The files follow. */
  restIn: { id: "Selebihnya ada di", en: "The others are in" },
  /** Behind the workbook, and behind the table. */
  needingAction: { id: "(yang perlu tindak lanjut)", en: "(who need action)" },
  everybody: { id: "(semua)", en: "(everybody)" },
  personalData: {
    id: "Laporan ini berisi data pribadi (UU 27/2022). Simpan di tempat yang aman, jangan disebarkan, dan hapus bila tidak diperlukan lagi.",
    en: "This report holds personal data (UU 27/2022). Keep it safe, do not pass it on, and delete it when it is no longer needed.",
  },
} as const satisfies Record<string, Bilingual>;

export const HTML_SENTENCES = {
  headline: {
    id: (f) => `${f.needAction} dari ${f.total} orang perlu tindak lanjut`,
    en: (f) => `${f.needAction} of ${f.total} people need action`,
  } satisfies Sentence<{ needAction: string; total: string }>,
  allFine: {
    id: (total) => `Semua ${total} orang sesuai`,
    en: (total) => `All ${total} people agree`,
  } satisfies Sentence<string>,
  /** Rows of the roster that were rejected, where all others are fine. */
  unchecked: {
    id: (rows) => `Namun ${rows} baris daftar ditolak dan tidak diperiksa.`,
    en: (rows) => `But roster rows were rejected and not checked: ${rows}.`,
  } satisfies Sentence<string>,
  subline: {
    id: (f) => `${f.interview} orang harus datang, ${f.desk} cukup diperbaiki petugas di daftar.`,
    en: (f) => `${f.interview} must come in; ${f.desk} can be corrected at the desk.`,
  } satisfies Sentence<{ interview: string; desk: string }>,
  madeFrom: {
    id: (f) => `Dari ${f.files}. Tanggal acuan umur: ${f.date}`,
    en: (f) => `From ${f.files}. Reference date for ages: ${f.date}`,
  } satisfies Sentence<{ date: string; files: string }>,
  // the funnel: a number stands before each
  rowsLeft: {
    id: (f) => `${f.layout} judul, jumlah, atau baris kosong; ${f.rejected} ditolak`,
    en: (f) => `${f.layout} headings, totals or empty rows; ${f.rejected} rejected`,
  } satisfies Sentence<{ layout: string; rejected: string }>,
  peopleFine: {
    id: (count) => `${count} tidak perlu tindak lanjut`,
    en: (count) => `${count} need no action`,
  } satisfies Sentence<string>,
  settledWithout: {
    id: (count) => `${count} diselesaikan petugas atau dirujuk, tidak perlu dipanggil`,
    en: (count) => `${count} settled by officers or referred, nobody called in`,
  } satisfies Sentence<string>,
  // notes
  duplicates: {
    id: (f) => `${f.records} baris tampaknya orang yang sama, dalam ${f.groups} kelompok.`,
    en: (f) => `Rows that seem to be the same person: ${f.records}, in groups: ${f.groups}.`,
  } satisfies Sentence<{ records: string; groups: string }>,
  othersIn: {
    id: (count) => `${count} lagi ada di`,
    en: (count) => `${count} more are in`,
  } satisfies Sentence<string>,
  allListed: {
    id: (f) => `Semua ${f.total} kasus, yang paling mendesak lebih dulu.`,
    en: (f) => `All ${f.total} cases, most pressing first.`,
  } satisfies Sentence<{ total: string }>,
  someListed: {
    id: (f) =>
      `${f.listed} dari ${f.total} kasus, yang paling mendesak lebih dulu. Halaman ini sengaja dibuat kecil; selebihnya ada di`,
    en: (f) =>
      `${f.listed} of ${f.total} cases, most pressing first. This page is kept small; the others are in`,
  } satisfies Sentence<{ listed: string; total: string }>,
  /** Behind the answer that nobody fits. */
  onlyListed: {
    id: (f) => `Halaman ini hanya memuat ${f.listed} dari ${f.total} kasus.`,
    en: (f) => `This page has only ${f.listed} of ${f.total} cases.`,
  } satisfies Sentence<{ listed: string; total: string }>,
  fileRow: {
    id: (f) => `${f.file}, baris ${f.row}`,
    en: (f) => `${f.file}, row ${f.row}`,
  } satisfies Sentence<{ file: string; row: number }>,
  row: {
    id: (row) => `baris ${row}`,
    en: (row) => `row ${row}`,
  } satisfies Sentence<number>,
  candidate: {
    id: (number) => `calon ${number}`,
    en: (number) => `candidate ${number}`,
  } satisfies Sentence<number>,
  otherFindings: {
    id: (count) => `dan ${count} lagi`,
    en: (count) => `and ${count} more`,
  } satisfies Sentence<string>,
  madeBy: {
    id: (version) => `Dibuat oleh cocok ${version}, tanpa jaringan.`,
    en: (version) => `Made by cocok ${version}, without any network.`,
  } satisfies Sentence<string>,
} as const;
