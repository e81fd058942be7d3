/**
 * The one table of options: every flag of `cocok reconcile`, its twin in the configuration file, its default and
 * its help. The command line and the help text are made from it; the schema of the configuration file and the README's
 * option table are held equal to it by tests. It reads nothing and decides nothing: `resolve.ts` does.
 *
 * To add an option: one entry here, its field in `plan.ts`, its line in `resolve.ts`. A test fails as long as the
 * flag has no place in the configuration schema, or the schema has a key that stands in neither table below.
 */
import type { IdentifierKind } from "../field/identifier.ts";
import { type Bilingual, COLUMN_FIELDS, FAIL_ON, FORMATS, LANGUAGES, THREADS } from "./plan.ts";

/** Headings under which the help lists the options. */
export const OPTION_GROUPS = {
  inputs: { id: "Daftar dan sumber", en: "Roster and sources" },
  reading: { id: "Cara membaca", en: "How they are read" },
  output: { id: "Hasil", en: "Output" },
} as const satisfies Record<string, Bilingual>;

export interface OptionEntry {
  readonly group: keyof typeof OPTION_GROUPS;
  /** Long flags as typed; the first is the one shown first, a second one is an alias. */
  readonly flags: readonly [string] | readonly [string, string];
  /** Keys of the configuration file, dotted, with NAME and FIELD standing for any name; [] = flag only. */
  readonly configuration: readonly string[];
  /** Placeholder of the value; null for a switch, which is there or not. */
  readonly value: Bilingual | null;
  /** Takes several values, after one flag or several. */
  readonly repeatable: boolean;
  /** The only values allowed; absent: any text. */
  readonly choices?: readonly [string, ...string[]];
  /** The words of which one value is a list, with commas or spaces between them; absent: it is none. */
  readonly members?: readonly string[];
  /** What holds when neither flag nor configuration file says anything; null: nothing. */
  readonly default: string | null;
  readonly help: Bilingual;
}

const FILE: Bilingual = { id: "BERKAS", en: "FILE" };

const IDENTIFIER_CHOICES = ["nik", "nip", "plain"] as const satisfies readonly IdentifierKind[];

/** Keyed by the name under which the value travels from the command line to `resolvePlan`. */
export const OPTIONS = {
  roster: {
    group: "inputs",
    flags: ["--roster"],
    configuration: ["roster"],
    value: FILE,
    repeatable: true,
    default: null,
    help: {
      id: "Daftar tenaga yang diperiksa (CSV, TSV, atau XLSX). Wajib ada.",
      en: "The list of staff to check (CSV, TSV or XLSX). Required.",
    },
  },
  dukcapil: {
    group: "inputs",
    flags: ["--dukcapil"],
    configuration: ["sources.NAME"],
    value: FILE,
    repeatable: true,
    default: null,
    help: { id: "Data kependudukan dari Dukcapil.", en: "Population data from Dukcapil." },
  },
  ktp: {
    group: "inputs",
    flags: ["--ktp"],
    configuration: ["sources.NAME"],
    value: FILE,
    repeatable: true,
    default: null,
    help: { id: "Salinan isi KTP.", en: "Transcripts of ID cards (KTP)." },
  },
  ijazah: {
    group: "inputs",
    flags: ["--ijazah", "--diploma"],
    configuration: ["sources.NAME"],
    value: FILE,
    repeatable: true,
    default: null,
    help: { id: "Salinan isi ijazah.", en: "Transcripts of diplomas." },
  },
  bkn: {
    group: "inputs",
    flags: ["--bkn"],
    configuration: ["sources.NAME"],
    value: FILE,
    repeatable: true,
    default: null,
    help: {
      id: "Daftar orang yang sudah terdata di BKN.",
      en: "The list of people BKN already has on file.",
    },
  },
  source: {
    group: "inputs",
    flags: ["--source"],
    configuration: ["sources.NAME"],
    value: { id: "NAMA=BERKAS", en: "NAME=FILE" },
    repeatable: true,
    default: null,
    help: {
      id: "Sumber lain dengan nama pilihan sendiri, misalnya gaji=gaji.csv.",
      en: "Any other source under a name of your choice, such as payroll=payroll.csv.",
    },
  },
  config: {
    group: "inputs",
    flags: ["--config"],
    configuration: [],
    value: FILE,
    repeatable: false,
    default: "cocok.config.json",
    help: {
      id: "Berkas pengaturan. Bawaannya dibaca hanya bila ada di folder kerja.",
      en: "Configuration file. The default one is read only if it is in the working folder.",
    },
  },
  map: {
    group: "reading",
    flags: ["--map"],
    configuration: ["roster.map.FIELD", "sources.NAME.map.FIELD"],
    value: { id: "SUMBER.ISIAN=KOLOM", en: "SOURCE.FIELD=HEADER" },
    repeatable: true,
    default: null,
    help: {
      id: `Judul kolom untuk satu isian, misalnya roster.nik="No KTP". SUMBER: roster atau nama sumber. ISIAN: ${COLUMN_FIELDS.join(", ")}, atau ttl untuk tempat dan tanggal lahir dalam satu kolom.`,
      en: `Header of the column that holds a field, such as roster.nik="No KTP". SOURCE: roster or a source's name. FIELD: ${COLUMN_FIELDS.join(", ")}, or ttl for birth place and date in one column.`,
    },
  },
  identifier: {
    group: "reading",
    flags: ["--identifier"],
    configuration: ["identifier"],
    value: { id: "JENIS", en: "KIND" },
    repeatable: false,
    choices: IDENTIFIER_CHOICES,
    default: "nik",
    help: {
      id: "Nomor identitas di daftar: NIK 16 angka, NIP 18 angka, atau nomor lain tanpa susunan tetap (plain).",
      en: "Identifier in use: NIK of 16 digits, NIP of 18 digits, or any number without a fixed structure (plain).",
    },
  },
  asOf: {
    group: "reading",
    flags: ["--as-of"],
    configuration: ["asOf"],
    value: { id: "TTTT-BB-HH", en: "YYYY-MM-DD" },
    repeatable: false,
    // A constant and not today: the same input must give the same files on every day it is run.
    default: "2026-12-31",
    help: {
      id: "Tanggal acuan untuk umur dan tahun dua angka. Jam komputer tidak pernah dipakai.",
      en: "Reference date for ages and two-digit years. The computer's clock is never used.",
    },
  },
  out: {
    group: "output",
    flags: ["--out"],
    configuration: ["out"],
    value: { id: "FOLDER", en: "DIR" },
    repeatable: false,
    default: "hasil",
    help: {
      id: "Folder hasil; hasil pemadanan sebelumnya di folder itu diganti.",
      en: "Folder for the results; an earlier run in that folder is replaced.",
    },
  },
  lang: {
    group: "output",
    flags: ["--lang"],
    configuration: ["lang"],
    value: { id: "BAHASA", en: "LANGUAGE" },
    repeatable: false,
    choices: LANGUAGES,
    default: "id",
    help: { id: "Bahasa bantuan, pesan, dan laporan.", en: "Language of help, messages and reports." },
  },
  formats: {
    group: "output",
    flags: ["--formats"],
    configuration: ["formats"],
    value: { id: "JENIS,…", en: "FORMAT,…" },
    repeatable: false,
    members: FORMATS,
    default: FORMATS.join(","),
    help: {
      id: "Laporan yang ditulis: csv, xlsx (buku kerja dan satu berkas per OPD), html. CSV dan summary.json selalu ditulis.",
      en: "Reports to write: csv, xlsx (the workbook and one file per agency), html. CSV and summary.json are always written.",
    },
  },
  mask: {
    group: "output",
    flags: ["--mask"],
    configuration: ["mask"],
    value: null,
    repeatable: false,
    default: null,
    help: {
      id: "Samarkan NIK (hanya enam angka pertama yang tampak) dan tanggal lahir (hanya tahunnya yang tampak) di semua berkas hasil.",
      en: "Mask NIKs (all but the first six digits) and birth dates (all but the year) in every file of the run.",
    },
  },
  failOn: {
    group: "output",
    flags: ["--fail-on"],
    configuration: ["failOn"],
    value: { id: "KAPAN", en: "WHEN" },
    repeatable: false,
    choices: FAIL_ON,
    default: "any",
    help: {
      id: "Status keluar 1 bila ada kasus yang perlu tindak lanjut (any), atau tidak pernah (none).",
      en: "Exit with status 1 when any case needs action (any), or never (none).",
    },
  },
  threads: {
    group: "output",
    flags: ["--threads"],
    configuration: ["threads"],
    value: { id: "N", en: "N" },
    repeatable: false,
    // It depends on the machine, so the help says it in words.
    default: null,
    help: {
      id: `Paling banyak berapa utas (thread) yang bekerja, ${THREADS.fewest} sampai ${THREADS.most}; hasilnya sama berapa pun jumlahnya. Bawaannya sebanyak yang ada di mesin, paling banyak ${THREADS.mostByDefault}.`,
      en: `How many threads work at most, ${THREADS.fewest} to ${THREADS.most}; the results are the same with any number. By default as many as the machine has, ${THREADS.mostByDefault} at most.`,
    },
  },
  json: {
    group: "output",
    flags: ["--json"],
    configuration: ["json"],
    value: null,
    repeatable: false,
    default: null,
    help: {
      id: "Tampilkan ringkasan sebagai JSON, bukan sebagai teks.",
      en: "Print the summary as JSON instead of text.",
    },
  },
  quiet: {
    group: "output",
    flags: ["--quiet"],
    configuration: ["quiet"],
    value: null,
    repeatable: false,
    default: null,
    help: {
      id: "Jangan tampilkan ringkasan dalam kata-kata dan kemajuan kerja; JSON dari --json dan kesalahan tetap ditampilkan.",
      en: "Print neither the summary in words nor progress; the JSON of --json and errors are still shown.",
    },
  },
  color: {
    group: "output",
    flags: ["--no-color"],
    configuration: ["color"],
    value: null,
    repeatable: false,
    default: null,
    help: { id: "Tanpa warna.", en: "No colours." },
  },
} as const satisfies Record<string, OptionEntry>;

/** The members of a list as typed or configured; two commas in a row have an empty one between them. */
export function membersIn(list: string): string[] {
  return list.trim().split(/\s*,\s*|\s+/);
}

/** What can be set in the configuration file alone: too long for a command line, or of no use on one. */
export const CONFIGURATION_ONLY = {
  "//": {
    id: "Keterangan untuk pembaca; tidak dibaca program. Boleh ada di setiap kelompok.",
    en: "A remark for people, not read by the program. Every group may have one.",
  },
  $schema: {
    id: "Alamat skema JSON untuk penyunting teks; tidak dibaca.",
    en: "Address of a JSON schema for text editors; not read.",
  },
  "sources.NAME.kind": {
    id: "Jenis sumber: registry (induk, seperti Dukcapil), answers (berkas jawaban Dukcapil atas NIK yang ditanyakan: Sesuai, Tidak Sesuai, kode 11 sampai 15), document (dokumen, seperti KTP), atau listing (daftar keanggotaan, seperti BKN).",
    en: "Kind of source: registry (the authority, like Dukcapil), answers (a file of Dukcapil's answers about NIKs: Sesuai, Tidak Sesuai, codes 11 to 15), document (a witness, like the KTP) or listing (who is on a list, like BKN's).",
  },
  "sources.NAME.absent": {
    id: "Arti tidak tercantum di sebuah listing: register (daftarkan; bawaan bkn), finding (dicatat saja; bawaan listing lain), atau ignore (diabaikan).",
    en: "What it means not to be on a listing: register (to be registered; the default of bkn), finding (noted only; the default of other listings) or ignore.",
  },
  "sources.NAME.blocked": {
    id: 'Isi kolom status sebuah listing yang menghalangi, selain yang sudah dikenal, misalnya ["CUTI BESAR", "R4"]. Huruf besar-kecil dan tanda baca tidak berpengaruh.',
    en: 'Texts in a listing\'s status column that stand in the way, beside those known anyway, such as ["ON LEAVE", "R4"]. Case and punctuation do not count.',
  },
  "sources.NAME.registered": {
    id: "Isi kolom status sebuah listing yang tidak menghalangi, apa pun artinya di tempat lain.",
    en: "Texts in a listing's status column that do not stand in the way, whatever they mean elsewhere.",
  },
  "leading.FIELD": {
    id: "Sumber yang menjadi acuan untuk nik, name, birth_date, atau birth_place; yang paling dipercaya disebut pertama.",
    en: "Sources that lead for nik, name, birth_date or birth_place, most trusted first.",
  },
} as const satisfies Record<string, Bilingual>;

/** The options of a table as typed, before anything is checked: texts and switches, absent when not typed. */
export type TypedOptions<O extends Readonly<Record<string, OptionEntry>>> = {
  readonly [N in keyof O]?: O[N] extends { readonly repeatable: true }
    ? readonly string[]
    : O[N] extends { readonly value: null }
      ? boolean
      : string;
};

export type Typed = TypedOptions<typeof OPTIONS>;
