/**
 * The words around the options: headings of the help, what a command is for, examples, and what the shell says when
 * it stops. The help of an option stands with the option, in `config/options.ts`.
 */
import type { Bilingual, Sentence } from "./sentence.ts";

export const HELP_WORDS = {
  usage: { id: "Cara pakai:", en: "Usage:" },
  arguments: { id: "Argumen:", en: "Arguments:" },
  options: { id: "Pilihan umum:", en: "General options:" },
  commands: { id: "Perintah:", en: "Commands:" },
  examples: { id: "Contoh:", en: "Examples:" },
  exit: { id: "Status keluar:", en: "Exit status:" },
  optionsPlaceholder: { id: "[pilihan]", en: "[options]" },
  commandPlaceholder: { id: "<perintah>", en: "<command>" },
  default: { id: "bawaan", en: "default" },
  choices: { id: "pilihan", en: "choices" },
  showHelp: { id: "Tampilkan bantuan ini.", en: "Show this help." },
  showVersion: { id: "Tampilkan versi.", en: "Show the version." },
  helpCommand: { id: "Tampilkan bantuan untuk satu perintah.", en: "Show the help of a command." },
} as const satisfies Record<string, Bilingual>;

export const PROGRAM_DESCRIPTION: Bilingual = {
  id: "cocok memadankan daftar tenaga non-ASN dengan data Dukcapil, KTP, ijazah, dan BKN, lalu menunjukkan siapa yang perlu dipanggil dan data siapa yang cukup diperbaiki di kantor. Semuanya bekerja tanpa internet.",
  en: "cocok reconciles rosters of non-ASN staff with data from Dukcapil, KTP, diplomas and BKN, and says who must be called in and whose record can be put right at the desk. It works entirely offline.",
};

export const RECONCILE_WORDS = {
  summary: {
    id: "Padankan daftar dengan sumber dan tulis hasilnya.",
    en: "Reconcile the roster with its sources and write the results.",
  },
  description: {
    id: "Memadankan satu daftar (satu berkas atau lebih) dengan satu sumber atau lebih, lalu menulis hasilnya ke satu folder. Berkas masukan tidak pernah diubah. Setiap pilihan selain --config juga dapat ditulis di berkas pengaturan; pilihan di baris perintah didahulukan.",
    en: "Reconciles one roster (one file or more) with one source or more and writes the results to one folder. Input files are never changed. Every option but --config can also stand in the configuration file; the command line wins.",
  },
  exit: {
    id: "0 tidak ada yang perlu tindak lanjut; 1 ada kasus yang perlu tindak lanjut; 2 pilihan, pengaturan, atau berkas salah dan tidak ada yang ditulis; 130 dihentikan dan tidak ada yang ditulis.",
    en: "0 nothing needs action; 1 cases need action; 2 wrong option, configuration or file, nothing written; 130 interrupted, nothing written.",
  },
} as const satisfies Record<string, Bilingual>;

/** Command lines to copy: the file names are examples, so they follow the language. */
export const RECONCILE_EXAMPLES: Readonly<Record<keyof Bilingual, readonly string[]>> = {
  id: [
    "cocok padankan --roster daftar.csv --dukcapil dukcapil.csv",
    "cocok padankan --roster opd-*.xlsx --ktp ktp.csv --out hasil",
    'cocok padankan --roster a.csv --ktp b.csv --map ktp.nik="No KTP"',
    "cocok padankan --config oktober/cocok.config.json --quiet",
  ],
  en: [
    "cocok reconcile --roster roster.csv --dukcapil dukcapil.csv",
    "cocok reconcile --roster unit-*.xlsx --ktp ktp.csv --out run",
    'cocok reconcile --roster a.csv --ktp b.csv --map ktp.nik="No KTP"',
    "cocok reconcile --config october/cocok.config.json --quiet",
  ],
};

/** What the shell says when it stops without a result. */
export const STOP_WORDS = {
  manyProblems: {
    id: (count) => `cocok: ada ${count} masalah; tidak ada yang ditulis.`,
    en: (count) => `cocok: ${count} problems; nothing was written.`,
  } satisfies Sentence<number>,
  interrupted: {
    id: "cocok: dihentikan; tidak ada yang ditulis.",
    en: "cocok: interrupted; nothing was written.",
  } satisfies Bilingual,
  /** @param code as of `internal` */
  unprinted: {
    id: (code) =>
      `cocok: yang seharusnya ditampilkan tidak dapat ditulis${code}. Berkas hasil, kalau ada, sudah lengkap.`,
    en: (code) =>
      `cocok: what was to be printed could not be written${code}. Result files, if there are any, are complete.`,
  } satisfies Sentence<string>,
  /** @param code the system's error code in brackets with a space before, or "" */
  internal: {
    id: (code) =>
      `cocok: terjadi kesalahan di dalam program${code}; ini bukan salah pengguna. Jalankan ulang dengan COCOK_DEBUG=1 dan laporkan keterangannya, tanpa data orang.`,
    en: (code) =>
      `cocok: an error inside the program${code}; this is not your fault. Run it again with COCOK_DEBUG=1 and report what it says, without anyone's data.`,
  } satisfies Sentence<string>,
} as const;
