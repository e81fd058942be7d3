/**
 * The words of `cocok inspect`: how a file was understood, for a clerk who has never heard of an encoding. Numbers,
 * headers and masked values come in ready to be shown.
 */
import type { IdentifierKind } from "../field/identifier.ts";
import type { DateOrder } from "../field/written-date.ts";
import type { LayoutKind } from "../input/judged-rows.ts";
import type { Understanding, UnderstoodColumn } from "../input/understanding.ts";
import { forEachIdentifier } from "./identifier.ts";
import type { Bilingual, Language, Sentence } from "./sentence.ts";

export const INSPECT_WORDS = {
  summary: {
    id: "Tunjukkan bagaimana tiap berkas dibaca.",
    en: "Show how each file is understood.",
  },
  description: {
    id: "Membaca tiap berkas seperti cocok padankan, lalu menunjukkan apa yang ditemukan: lembar, pengodean, pemisah, judul kolom, isi tiap kolom, urutan tanggal, dan baris yang dipakai atau ditolak. Contoh isi disamarkan. Tidak ada yang ditulis.",
    en: "Reads each file as cocok reconcile would and shows what was found: sheet, encoding, delimiter, header, what each column holds, the order of dates, and which rows are used or rejected. Sample values are masked. Nothing is written.",
  },
  exit: {
    id: "0 semua berkas dapat dipakai; 2 ada berkas yang tidak dapat dipakai, atau pilihannya salah.",
    en: "0 every file can be used; 2 some file cannot be used, or a wrong option.",
  },
} as const satisfies Record<string, Bilingual>;

export const INSPECT_EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  id: [
    "cocok periksa daftar.csv",
    "cocok periksa dukcapil.xlsx --as dukcapil",
    'cocok periksa "opd.xlsx#Dinkes" --map roster.nik="No KTP"',
  ],
  en: [
    "cocok inspect roster.csv",
    "cocok inspect dukcapil.xlsx --as dukcapil",
    'cocok inspect "unit.xlsx#Health" --map roster.nik="No KTP"',
  ],
};

export const INSPECT_ARGUMENTS = {
  files: {
    name: { id: "BERKAS", en: "FILE" },
    help: {
      id: "CSV, TSV, atau XLSX; lembar XLSX disebut dengan berkas.xlsx#Lembar.",
      en: "CSV, TSV or XLSX; a sheet of an XLSX is named by file.xlsx#Sheet.",
    },
    repeatable: true,
  },
} as const;

export const INSPECT_OPTION_HELP = {
  as: {
    id: "Sebagai apa berkas dibaca: roster (daftar), dukcapil, ktp, ijazah, bkn, atau sumber lain. Bawaannya menurut berkas pengaturan, atau roster.",
    en: "What the file is read as: roster, dukcapil, ktp, ijazah, bkn or any other source. By default what the configuration file has it for, or roster.",
  },
  json: {
    id: "Tampilkan sebagai JSON, bukan sebagai teks.",
    en: "Print JSON instead of text.",
  },
} as const satisfies Record<string, Bilingual>;

export const INSPECT_HEADINGS = {
  rows: { id: "Baris", en: "Rows" },
  rejected: { id: "Baris yang ditolak", en: "Rejected rows" },
  skipped: { id: "Baris yang bukan data orang", en: "Rows that are no person's" },
  columns: { id: "Kolom yang dipakai", en: "Columns in use" },
  missing: { id: "Kolom yang tidak ditemukan", en: "Columns not found" },
  unused: { id: "Judul kolom yang tidak dipakai", en: "Headers not in use" },
  change: { id: "Untuk memakai kolom lain", en: "To use another column" },
} as const satisfies Record<string, Bilingual>;

const ENCODING_NAMES: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-8-bom": "UTF-8 (BOM)",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "utf-32le": "UTF-32 LE",
  "utf-32be": "UTF-32 BE",
  "windows-1252": "Windows-1252",
};

const DELIMITER_NAMES: Readonly<Record<string, Bilingual>> = {
  ",": { id: "koma", en: "commas" },
  ";": { id: "titik koma", en: "semicolons" },
  "\t": { id: "tab", en: "tabs" },
  "|": { id: "garis tegak", en: "vertical bars" },
};

const DATE_ORDERS: Readonly<Record<DateOrder, Bilingual>> = {
  dmy: { id: "hari, bulan, tahun", en: "day, month, year" },
  mdy: { id: "bulan, hari, tahun", en: "month, day, year" },
  ymd: { id: "tahun, bulan, hari", en: "year, month, day" },
};

const DATE_ORDER_REASONS = forEachIdentifier(
  ({ name }): Readonly<Record<Understanding["dateOrderHow"], Bilingual>> => ({
    proven: { id: "terbukti dari tanggalnya sendiri", en: "proven by the dates themselves" },
    nik: { id: `menurut tanggal di dalam ${name.id}`, en: `by the dates inside the ${name.en}s` },
    assumed: {
      id: "yang lazim, karena tidak ada tanggal yang membuktikan lain",
      en: "the usual one, since no date proves another",
    },
    mixed: {
      id: "kolomnya berisi kedua urutan; tanggal yang dapat dibaca dua cara dibaca begini",
      en: "the column holds both orders; dates that can be read either way are read so",
    },
  }),
);

const LAYOUT_WORDS: Readonly<Record<LayoutKind, Bilingual>> = {
  above: { id: "di atas judul kolom", en: "above the header" },
  blank: { id: "kosong", en: "blank" },
  numbering: { id: "nomor kolom", en: "numbers of the columns" },
  header: { id: "judul kolom", en: "header" },
  hint: { id: "petunjuk dalam kurung", en: "hints in brackets" },
  total: { id: "jumlah", en: "totals" },
  signature: { id: "tanda tangan dan isi di bawahnya", en: "signatures and what stands below them" },
  unit: { id: "nama OPD untuk baris di bawahnya", en: "agency of the rows below" },
  title: { id: "judul atau catatan", en: "titles and notes" },
};

const HOW_WORDS: Readonly<Record<UnderstoodColumn["how"], Bilingual>> = {
  mapped: { id: "ditunjuk dengan --map", en: "named by --map" },
  synonym: { id: "dari judulnya", en: "by its header" },
  content: { id: "dari isinya", en: "by its content" },
};

export const INSPECT_SENTENCES = {
  readAs: {
    id: (f) => `Dibaca sebagai ${f.role}.`,
    en: (f) => `Read as ${f.role}.`,
  } satisfies Sentence<{ role: string }>,
  csv: {
    id: (f) =>
      `Berkas teks, pengodean ${ENCODING_NAMES[f.encoding] ?? f.encoding}, dipisah ${DELIMITER_NAMES[f.delimiter]?.id ?? f.delimiter}.`,
    en: (f) =>
      `A text file, encoded as ${ENCODING_NAMES[f.encoding] ?? f.encoding}, separated by ${DELIMITER_NAMES[f.delimiter]?.en ?? f.delimiter}.`,
  } satisfies Sentence<{ encoding: string; delimiter: string }>,
  xlsx: {
    id: (f) => `Buku kerja XLSX, lembar “${f.sheet}”.`,
    en: (f) => `An XLSX workbook, sheet “${f.sheet}”.`,
  } satisfies Sentence<{ sheet: string }>,
  hiddenSheets: {
    id: (sheets) =>
      `Lembar tersembunyi yang tidak dibaca, padahal juga berisi daftar orang atau rusak: ${sheets}.`,
    en: (sheets) =>
      `Hidden sheets that are not read, although they hold people too or are damaged: ${sheets}.`,
  } satisfies Sentence<string>,
  header: {
    id: (rows) => `Judul kolom di baris ${rows.join(" dan ")}.`,
    en: (rows) => `Header in row ${rows.join(" and ")}.`,
  } satisfies Sentence<readonly number[]>,
  noHeader: {
    id: "Tanpa judul kolom: kolom dikenali dari isinya.",
    en: "No header: columns are known by their content.",
  } satisfies Bilingual,
  dates: {
    id: (f) => `Urutan tanggal: ${DATE_ORDERS[f.order].id} (${DATE_ORDER_REASONS[f.identifier][f.how].id}).`,
    en: (f) => `Order of dates: ${DATE_ORDERS[f.order].en} (${DATE_ORDER_REASONS[f.identifier][f.how].en}).`,
  } satisfies Sentence<{ identifier: IdentifierKind; order: DateOrder; how: Understanding["dateOrderHow"] }>,
  otherList: {
    id: (f) =>
      `Mulai baris ${f.first_row} ada daftar lain dengan cara tulisnya sendiri: urutan tanggal ${DATE_ORDERS[f.date_order].id}${f.english ? ", jenis kelamin M dibaca laki-laki" : ""}${f.pria ? ", jenis kelamin P dibaca pria" : ""}.`,
    en: (f) =>
      `From row ${f.first_row} on there is another list, written in its own way: order of dates ${DATE_ORDERS[f.date_order].en}${f.english ? ", sex M is read as male" : ""}${f.pria ? ", sex P is read as male (pria)" : ""}.`,
  } satisfies Sentence<{ first_row: number; date_order: DateOrder; english: boolean; pria: boolean }>,
  trueDates: {
    id: "Tanggalnya tanggal Excel, atau ditulis tahun di depan: urutan hari dan bulan sudah pasti.",
    en: "Dates are Excel's own, or written year first: there is no order of day and month to settle.",
  } satisfies Bilingual,
  unitsFromAbove: {
    id: (count) => `OPD diambil dari kop surat atau baris kelompok di atasnya, untuk ${count} orang.`,
    en: (count) => `The agency is that of the letterhead or of the group row above; people: ${count}.`,
  } satisfies Sentence<string>,
  fillsDown: {
    id: "OPD yang kosong berarti sama dengan baris di atasnya.",
    en: "A blank agency means the one above it.",
  } satisfies Bilingual,
  english: {
    id: "Jenis kelamin M dibaca laki-laki, karena isinya berbahasa Inggris.",
    en: "Sex M is read as male, since the table is in English.",
  } satisfies Bilingual,
  pria: {
    id: "Jenis kelamin P dibaca pria, karena yang lain W (wanita).",
    en: "Sex P is read as male (pria), since the others are W (wanita).",
  } satisfies Bilingual,
  mended: {
    id: (count) => `${count} baris ternyata memakai pengodean Windows-1252 dan dibaca demikian.`,
    en: (count) => `Lines that turned out to be Windows-1252, and were read as such: ${count}.`,
  } satisfies Sentence<string>,
  balance: {
    id: (f) => `${f.read} dibaca = ${f.used} dipakai + ${f.rejected} ditolak + ${f.layout} bukan data`,
    en: (f) => `${f.read} read = ${f.used} used + ${f.rejected} rejected + ${f.layout} layout`,
  } satisfies Sentence<Record<"read" | "used" | "rejected" | "layout", string>>,
  /** @param f.rows the first rows; `more` of them are not shown */
  rejected: {
    id: (f) => `${f.count} (baris ${f.rows}${f.more ? " …" : ""}): ${f.reason}`,
    en: (f) => `${f.count} (row ${f.rows}${f.more ? " …" : ""}): ${f.reason}`,
  } satisfies Sentence<{ count: string; rows: string; more: boolean; reason: string }>,
  /** @param f.rows the first runs of rows; `more` of them are not shown */
  skipped: {
    id: (f) => `${f.count} (baris ${f.rows}${f.more ? " …" : ""}): ${LAYOUT_WORDS[f.kind].id}`,
    en: (f) => `${f.count} (row ${f.rows}${f.more ? " …" : ""}): ${LAYOUT_WORDS[f.kind].en}`,
  } satisfies Sentence<{ count: string; rows: string; more: boolean; kind: LayoutKind }>,
  /** Headers that are not shown. */
  moreHeaders: {
    id: (count) => `dan ${count} lagi`,
    en: (count) => `and ${count} more`,
  } satisfies Sentence<string>,
  field: {
    id: (f) => `${f.field}: ${f.columns}`,
    en: (f) => `${f.field}: ${f.columns}`,
  } satisfies Sentence<{ field: string; columns: string }>,
  /** @param f.header "" where the column has none; `share` null where nothing can be said */
  column: {
    id: (f) =>
      `kolom ${f.letter}${f.header ? ` “${f.header}”` : ""}, ${HOW_WORDS[f.how].id}${f.share === null ? "" : `, ${f.share} isinya sesuai`}`,
    en: (f) =>
      `column ${f.letter}${f.header ? ` “${f.header}”` : ""}, ${HOW_WORDS[f.how].en}, ${f.share === null ? "" : `${f.share} of it fits`}`.replace(
        /, $/,
        "",
      ),
  } satisfies Sentence<{
    letter: string;
    header: string;
    how: UnderstoodColumn["how"];
    share: string | null;
  }>,
  doubtful: {
    id: "Periksa kolom ini: isinya tidak seperti yang seharusnya.",
    en: "Check this column: it does not hold what it should.",
  } satisfies Bilingual,
  means: {
    id: (field) =>
      `Periksa kolom ini: judulnya berarti ${field}, dan ada kolom lain dengan judul yang sesuai.`,
    en: (field) => `Check this column: its header means ${field}, and another column has the right header.`,
  } satisfies Sentence<string>,
  carrying: {
    id: (share) =>
      `Periksa kolom ini: hanya ${share} memuat tanggal lahir orangnya. Mungkin isinya nomor lain, seperti No. KK, kolomnya bergeser, atau tanggal lahirnya yang salah.`,
    en: (share) =>
      `Check this column: only ${share} of it carries the person's birth date. They may be other numbers, such as those of family cards, the column was moved, or the birth dates are wrong.`,
  } satisfies Sentence<string>,
  blank: {
    id: "Tidak ada isinya.",
    en: "Nothing in it.",
  } satisfies Bilingual,
  samples: {
    id: (samples) => `Contoh: ${samples.join("; ")}`,
    en: (samples) => `Such as: ${samples.join("; ")}`,
  } satisfies Sentence<readonly string[]>,
  empty: {
    id: (count) => `${count} kosong`,
    en: (count) => `${count} empty`,
  } satisfies Sentence<string>,
  unreadable: {
    id: (count) => `${count} tidak terbaca atau rusak`,
    en: (count) => `${count} unreadable or damaged`,
  } satisfies Sentence<string>,
  unusable: {
    id: "Belum dapat dipakai: alasannya disebut paling akhir.",
    en: "Cannot be used yet: the reason is told last of all.",
  } satisfies Bilingual,
  change: {
    id: "Tambahkan ke perintah, dengan judul kolom yang benar atau huruf kolomnya:",
    en: "Add to the command, with the right header or the letter of the column:",
  } satisfies Bilingual,
} as const;

/** What stands for the header that only the reader knows, in a line to copy. */
export const HEADER_PLACEHOLDER: Bilingual = { id: "JUDUL KOLOM", en: "HEADER" };
