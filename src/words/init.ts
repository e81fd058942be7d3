/** The words of `cocok init`: on the screen, and as remarks in the configuration it writes. */
import type { GuessedRole, RoleDoubt, RoleGuess } from "../input/file-role.ts";
import { roleLabel, sourceLabel } from "./comparison.ts";
import type { Bilingual, Language, Sentence } from "./sentence.ts";

export const INIT_WORDS = {
  summary: {
    id: "Tulis pengaturan awal dari berkas di satu folder.",
    en: "Write a starting configuration from the files of a folder.",
  },
  description: {
    id: "Melihat berkas CSV, TSV, dan XLSX di satu folder, menebak mana daftar dan mana sumber dari nama dan kolomnya, lalu menulis cocok.config.json yang menerangkan dirinya sendiri. Berkas yang tidak jelas hanya disebut, tidak dipakai. Berkas pengaturan yang sudah ada tidak pernah diganti.",
    en: "Looks at the CSV, TSV and XLSX files of a folder, guesses from their names and columns which is the roster and which are sources, and writes a cocok.config.json that explains itself. Files that are not clear are named and not used. An existing configuration file is never replaced.",
  },
  exit: {
    id: "0 pengaturan sudah ditulis; 2 pengaturan sudah ada, foldernya tidak berisi tabel, atau pilihannya salah, dan tidak ada yang ditulis.",
    en: "0 the configuration was written; 2 it exists already, the folder has no tables, or a wrong option, and nothing was written.",
  },
} as const satisfies Record<string, Bilingual>;

export const INIT_EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  id: ["cocok mulai", "cocok mulai --folder oktober"],
  en: ["cocok init", "cocok init --folder october"],
};

export const INIT_OPTION_HELP = {
  folder: {
    id: "Folder yang dilihat dan tempat pengaturan ditulis.",
    en: "The folder to look at, where the configuration is written.",
  },
} as const satisfies Record<string, Bilingual>;

export const INIT_HEADINGS = {
  used: { id: "Dikenali", en: "Recognised" },
  unclear: { id: "Belum jelas, jadi belum dipakai", en: "Not clear, so not used yet" },
  next: { id: "Selanjutnya", en: "What next" },
} as const satisfies Record<string, Bilingual>;

const BY_WORDS: Readonly<Record<RoleGuess["by"], Bilingual>> = {
  name: { id: "dari nama berkasnya", en: "by its name" },
  content: { id: "dari kolomnya", en: "by its columns" },
  both: { id: "dari nama berkas dan kolomnya", en: "by its name and columns" },
};

/** Why a file is not used: it is not known what for, another program has to save it anew, or something else is wrong. */
export type WhyUnused = RoleDoubt | "other_format" | "unusable";

const OTHER_FORMAT: Bilingual = {
  id: "bukan CSV atau XLSX; buka di Excel atau LibreOffice, lalu simpan sebagai XLSX tanpa kata sandi",
  en: "is not CSV or XLSX; open it in Excel or LibreOffice and save it as XLSX without a password",
};

const DOUBT_SENTENCES: { readonly [D in RoleDoubt["doubt"]]: Sentence<Record<"named" | "told", string>> } = {
  untold: {
    id: () => "nama dan kolomnya tidak menunjukkan untuk apa",
    en: () => "neither its name nor its columns tell what it is for",
  },
  several: {
    id: ({ named }) => `namanya menyebut lebih dari satu sumber: ${named}`,
    en: ({ named }) => `its name speaks of more than one source: ${named}`,
  },
  contrary: {
    id: ({ named, told }) => `menurut namanya ${named}, menurut kolomnya ${told}`,
    en: ({ named, told }) => `by its name ${named}, by its columns ${told}`,
  },
};

/** @param unusable what is said of a file that cannot be used */
export function unusedWords(why: WhyUnused, unusable: string, language: Language): string {
  if (why === "unusable") return unusable;
  if (why === "other_format") return OTHER_FORMAT[language];
  const labels = (roles: readonly string[]): string =>
    roles.map((role) => sourceLabel(role, language)).join(", ");
  const named = "named" in why ? labels([why.named].flat()) : "";
  const told = "told" in why ? labels([why.told]) : "";
  return DOUBT_SENTENCES[why.doubt][language]({ named, told });
}

export const INIT_SENTENCES = {
  written: {
    id: (file) => `Pengaturan awal ditulis di ${file}.`,
    en: (file) => `A starting configuration was written to ${file}.`,
  } satisfies Sentence<string>,
  used: {
    id: (f) => `${f.file}: ${roleLabel(f.role, "id")}, ${BY_WORDS[f.by].id}`,
    en: (f) => `${f.file}: ${roleLabel(f.role, "en")}, ${BY_WORDS[f.by].en}`,
  } satisfies Sentence<{ file: string; role: GuessedRole; by: RoleGuess["by"] }>,
  unclear: {
    id: (f) => `${f.file}: ${f.reason}`,
    en: (f) => `${f.file}: ${f.reason}`,
  } satisfies Sentence<{ file: string; reason: string }>,
  unusable: {
    id: (file) => `belum dapat dipakai; alasannya ditunjukkan oleh: cocok periksa "${file}"`,
    en: (file) => `cannot be used yet; the reason is shown by: cocok inspect "${file}"`,
  } satisfies Sentence<string>,
  folders: {
    id: (folders) =>
      `folder ${folders}: berisi tabel juga, yang tidak dilihat; sebutkan isinya dengan pola, misalnya "roster": "FOLDER/*.xlsx", atau pilih foldernya dengan --folder`,
    en: (folders) =>
      `folder ${folders}: with tables too, which were not looked at; name what is in it by a pattern, such as "roster": "FOLDER/*.xlsx", or choose it with --folder`,
  } satisfies Sentence<string>,
  place: {
    id: 'Yang belum jelas dan memang perlu: sebutkan sendiri di "roster" atau "sources".',
    en: 'What is not clear and is needed: name it yourself under "roster" or "sources".',
  } satisfies Bilingual,
  check: {
    id: (file) => `Periksa ${file}; kolom tiap berkas ditunjukkan oleh: cocok periksa BERKAS`,
    en: (file) => `Check ${file}; the columns of a file are shown by: cocok inspect FILE`,
  } satisfies Sentence<string>,
  noRoster: {
    id: 'Isi "roster": daftar yang diperiksa belum dikenali.',
    en: 'Fill in "roster": the list to check was not recognised.',
  } satisfies Bilingual,
  noSource: {
    id: 'Isi "sources": belum ada sumber yang dikenali.',
    en: 'Fill in "sources": no source was recognised.',
  } satisfies Bilingual,
  run: {
    id: (command) => `Jalankan: ${command}`,
    en: (command) => `Run: ${command}`,
  } satisfies Sentence<string>,
} as const;

/** Remarks in the written configuration. */
export const INIT_REMARKS = {
  origin: {
    id: "Pengaturan awal dari cocok mulai. Periksa dan ubah seperlunya, lalu jalankan di folder ini: cocok padankan",
    en: "A starting configuration by cocok init. Check it, change what is wrong, then run in this folder: cocok reconcile",
  } satisfies Bilingual,
  remarks: {
    id: 'Isian "//" adalah keterangan untuk pembaca; program tidak membacanya.',
    en: '"//" holds remarks for people; the program does not read them.',
  } satisfies Bilingual,
  columns: {
    id: 'Bila sebuah kolom salah dikenali, tunjuk judulnya di samping "files": "map": { "nik": "No KTP" }',
    en: 'Where a column is taken for the wrong one, name its header beside "files": "map": { "nik": "No KTP" }',
  } satisfies Bilingual,
  answers: {
    id: "Jawaban Dukcapil atas NIK yang ditanyakan: Sesuai, Tidak Sesuai, kode.",
    en: "What Dukcapil answered about the NIKs it was asked about: Sesuai, Tidak Sesuai, codes.",
  } satisfies Bilingual,
  setting: {
    id: (f) => `${f.key}: ${f.help}`,
    en: (f) => `${f.key}: ${f.help}`,
  } satisfies Sentence<{ key: string; help: string }>,
  unusable: {
    id: (file) => `belum dapat dipakai; alasannya ditunjukkan di folder ini oleh: cocok periksa "${file}"`,
    en: (file) => `cannot be used yet; in this folder the reason is shown by: cocok inspect "${file}"`,
  } satisfies Sentence<string>,
  unclear: {
    id: (f) => `Belum dipakai: ${f.file} (${f.reason})`,
    en: (f) => `Not used yet: ${f.file} (${f.reason})`,
  } satisfies Sentence<{ file: string; reason: string }>,
} as const;
