/**
 * The words of `cocok explain`: why a case was decided so, for a clerk who knows forms and not statistics. Numbers,
 * rows and labels come in ready to be shown.
 */
import type { KeyKind } from "../match/keys.ts";
import { forEachIdentifier } from "./identifier.ts";
import type { Bilingual, Language, Sentence } from "./sentence.ts";
import { capitalized } from "./writing.ts";

export const EXPLAIN_WORDS = {
  summary: {
    id: "Jelaskan mengapa satu kasus diputus demikian.",
    en: "Explain why one case was decided as it was.",
  },
  description: {
    id: "Membaca folder hasil dan menjelaskan satu kasus: isi daftar dan kesesuaiannya dengan tiap sumber, temuan, aturan yang berlaku, dan calon padanan dengan bobot tiap isian. Tidak ada yang dihitung ulang dan tidak ada yang ditulis.",
    en: "Reads a results folder and explains one case: what the roster has and how each source agrees, the findings, the rule that applied, and the candidates with the weight of each field. Nothing is worked out anew and nothing is written.",
  },
  exit: {
    id: "0 kasusnya dijelaskan; 2 folder hasil atau kasusnya tidak ada, atau pilihannya salah.",
    en: "0 the case was explained; 2 no such results folder or case, or a wrong option.",
  },
} as const satisfies Record<string, Bilingual>;

export const EXPLAIN_EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  id: ["cocok jelaskan hasil KBX6-DD7C", "cocok jelaskan hasil daftar.csv:17 --full"],
  en: ["cocok explain run KBX6-DD7C", "cocok explain run roster.csv:17 --full"],
};

export const EXPLAIN_ARGUMENTS = {
  run: {
    name: { id: "FOLDER", en: "RUN" },
    help: { id: "Folder yang ditulis cocok padankan.", en: "A folder that cocok reconcile wrote." },
  },
  case: {
    name: { id: "KASUS", en: "CASE" },
    help: {
      id: "Nomor kasus; atau baris di daftar, seperti 17, atau daftar.csv:17 bila berkasnya lebih dari satu.",
      en: "A case number; or a row of the roster, such as 17, or roster.csv:17 where there are several files.",
    },
  },
} as const satisfies Record<string, { readonly name: Bilingual; readonly help: Bilingual }>;

export const EXPLAIN_OPTION_HELP = {
  full: {
    id: "Tampilkan NIK dan tanggal lahir utuh; tanpa ini keduanya disamarkan.",
    en: "Show NIKs and birth dates in full; without this they are masked.",
  },
  json: {
    id: "Tampilkan penjelasan sebagai JSON, bukan sebagai teks.",
    en: "Print the explanation as JSON instead of text.",
  },
} as const satisfies Record<string, Bilingual>;

/** How likely a candidate is the person, from surest to least: the first whose share is reached. */
export const LIKELIHOOD_WORDS: readonly (Bilingual & { readonly least: number })[] = [
  { least: 0.999, id: "hampir pasti orangnya", en: "almost certainly the person" },
  { least: 0.9, id: "sangat mungkin orangnya", en: "very likely the person" },
  { least: 0.1, id: "meragukan", en: "uncertain" },
  { least: 0.001, id: "kecil kemungkinannya", en: "unlikely" },
  { least: 0, id: "hampir pasti bukan orangnya", en: "almost certainly not the person" },
];

/** What brought a candidate to notice: what the two rows have in common. */
export const KEY_WORDS = forEachIdentifier(
  ({ name, sign }): Readonly<Record<KeyKind, Bilingual>> => ({
    identifier: { id: `${name.id} yang sama`, en: `the same ${name.en}` },
    identifier_pieces: { id: `sebagian ${sign.id} ${name.id} yang sama`, en: `parts of the ${name.en}` },
    date_word: { id: "tanggal lahir dan satu kata nama", en: "birth date and a word of the name" },
    date_name: { id: "tanggal lahir dan seluruh nama", en: "birth date and the whole name" },
    name_year: { id: "seluruh nama dan tahun lahir", en: "the whole name and the birth year" },
    word_date_parts: {
      id: "satu kata nama dan sebagian tanggal lahir",
      en: "a word of the name and part of the birth date",
    },
    name_day_month: {
      id: "seluruh nama, tanggal dan bulan lahir",
      en: "the whole name, day and month of birth",
    },
    date_place: { id: "tanggal dan tempat lahir", en: "birth date and birth place" },
    name: { id: "seluruh nama", en: "the whole name" },
  }),
);

export const EXPLAIN_HEADINGS = {
  fields: {
    id: "Isi daftar, dan bagaimana tiap sumber menyebutnya",
    en: "What the roster has, and how each source agrees",
  },
  findings: { id: "Temuan", en: "Findings" },
} as const satisfies Record<string, Bilingual>;

export const EXPLAIN_LABELS = {
  why: { id: "Sebab", en: "Why" },
  proposed: { id: "Usulan isi daftar", en: "Proposed for the roster" },
  documents: { id: "Dokumen yang dibawa", en: "Documents to bring" },
  hint: { id: "Petunjuk", en: "Hint" },
  empty: { id: "(kosong)", en: "(empty)" },
  /** How a source that has a value stands to a roster that has none. */
  filled: { id: "terisi", en: "filled in" },
  prior: { id: "titik awal", en: "to begin with" },
  total: { id: "jumlah", en: "sum" },
} as const satisfies Record<string, Bilingual>;

export const SOURCE_STATUS_LABELS = {
  linked: { id: "ditemukan", en: "found" },
  ambiguous: { id: "meragukan", en: "uncertain" },
  not_found: { id: "tidak ditemukan", en: "not found" },
} as const satisfies Record<string, Bilingual>;

interface CandidateFacts {
  /** 1 is the best. */
  readonly rank: number;
  /** File and row, as `row` below words them. */
  readonly place: string;
  readonly likelihood: string;
  readonly probability: string;
}

export const EXPLAIN_SENTENCES = {
  title: {
    id: (f) => `Kasus ${f.caseId}: ${f.name}`,
    en: (f) => `Case ${f.caseId}: ${f.name}`,
  } satisfies Sentence<{ caseId: string; name: string }>,
  row: {
    id: (f) => `${f.file} baris ${f.row}`,
    en: (f) => `${f.file} row ${f.row}`,
  } satisfies Sentence<{ file: string; row: string }>,
  judgement: {
    id: (f) => `Hasil: ${f.verdict}. Tindak lanjut: ${f.action}.`,
    en: (f) => `Verdict: ${f.verdict}. Action: ${f.action}.`,
  } satisfies Sentence<{ verdict: string; action: string }>,
  candidate: {
    id: (f) => `Calon ${f.rank}, ${f.place}: ${f.likelihood} (${f.probability})`,
    en: (f) => `Candidate ${f.rank}, ${f.place}: ${f.likelihood} (${f.probability})`,
  } satisfies Sentence<CandidateFacts>,
  foundBy: {
    id: (keys) => `Ditemukan lewat: ${keys}.`,
    en: (keys) => `Found by: ${keys}.`,
  } satisfies Sentence<string>,
  confirmed: {
    id: "Dicari dan ditimbang dengan isian yang sudah dipastikan sumber lain, bukan isian daftar sendiri.",
    en: "Looked for and weighed by what another source confirmed, not by the roster's own values.",
  } satisfies Bilingual,
  /** A candidate of which only the outcome is told. @param bits the sum of its weights */
  weak: {
    id: (f) => `Jumlah bobot ${f.bits}; paling melemahkan: ${f.field} ${f.weight}.`,
    en: (f) => `Weights add up to ${f.bits}; most against it: ${f.field} ${f.weight}.`,
  } satisfies Sentence<{ bits: string; field: string; weight: string }>,
  margin: {
    id: (f) => `Calon 1 lebih kuat ${f.bits} bit daripada calon 2: ${f.times} lebih mungkin.`,
    en: (f) => `Candidate 1 is stronger than candidate 2 by ${f.bits} bits: ${f.times} likelier.`,
  } satisfies Sentence<{ bits: string; times: string }>,
  times: {
    id: (count) => `kira-kira ${count} kali`,
    en: (count) => `about ${count} times`,
  } satisfies Sentence<string>,
  moreTimes: {
    id: (count) => `lebih dari ${count} kali`,
    en: (count) => `more than ${count} times`,
  } satisfies Sentence<string>,
  tie: {
    id: "Calon 1 dan calon 2 sama kuat.",
    en: "Candidates 1 and 2 are equally strong.",
  } satisfies Bilingual,
  alone: {
    id: "Tidak ada calon lain.",
    en: "There is no other candidate.",
  } satisfies Bilingual,
  taken: {
    id: "Baris sumber ini lebih cocok dengan orang lain di daftar, jadi tidak dipakai di sini.",
    en: "This source row fits another person of the roster better, so it is not used here.",
  } satisfies Bilingual,
  nobody: {
    id: "Tidak ada satu baris pun yang mendekati.",
    en: "No row comes near.",
  } satisfies Bilingual,
  unrecorded: {
    id: "Bobot tiap isian hanya dicatat untuk kasus yang ada temuannya.",
    en: "The weight of each field is recorded only for cases with findings.",
  } satisfies Bilingual,
  legend: {
    id: "Bobot dalam bit: +1 berarti dua kali lebih mungkin orang yang sama, -1 setengahnya. # mendukung, - melemahkan. Titik awal ialah bobot sebelum ada isian yang dibandingkan: makin banyak orang di sumber, makin rendah.",
    en: "Weights in bits: +1 makes it twice as likely to be the same person, -1 half as likely. # speaks for it, - against. They begin below zero, since a source has many people besides the right one.",
  } satisfies Bilingual,
} as const;

/** What is said of the person's number. */
export const EXPLAIN_IDENTIFIER_WORDS = forEachIdentifier(({ name, sign }) => ({
  masked: {
    id: `${capitalized(name.id)} dan tanggal lahir disamarkan. Tambahkan --full untuk melihatnya utuh.`,
    en: `${capitalized(name.en)}s and birth dates are masked. Add --full to see them in full.`,
  } satisfies Bilingual,
  /** Of a run that holds no more. */
  maskedRun: {
    id: `Pemadanan ini dijalankan dengan --mask: hasilnya tidak memuat ${name.id} dan tanggal lahir utuh.`,
    en: `This run was made with --mask: it holds no full ${name.en}s and birth dates.`,
  } satisfies Bilingual,
  /** Which signs of two numbers differ. */
  signs: {
    id: (positions) => `${sign.id} ke-${positions.join(" dan ke-")}`,
    en: (positions) => `${sign.en} ${positions.join(` and ${sign.en} `)}`,
  } satisfies Sentence<readonly number[]>,
}));

/** What would settle a link that was left open. */
export const SETTLING_SENTENCES = {
  oneOfSeveral: {
    id: (rows) => `Untuk memutuskan: cocokkan KTP-el atau Kartu Keluarga orang ini dengan ${rows}.`,
    en: (rows) => `To settle it: hold this person's KTP-el or Kartu Keluarga against ${rows}.`,
  } satisfies Sentence<string>,
  onlyOne: {
    id: (row) =>
      `Untuk memutuskan: cocokkan KTP-el atau Kartu Keluarga orang ini dengan ${row}, satu-satunya calon.`,
    en: (row) =>
      `To settle it: hold this person's KTP-el or Kartu Keluarga against ${row}, the only candidate.`,
  } satisfies Sentence<string>,
  toldApartBy: {
    id: (fields) => `Para calon dibedakan oleh: ${fields}.`,
    en: (fields) => `What tells the candidates apart: ${fields}.`,
  } satisfies Sentence<string>,
  notToldApart: {
    id: "Isian yang ada tidak membedakan para calon.",
    en: "Nothing in the roster tells the candidates apart.",
  } satisfies Bilingual,
  lacking: {
    id: (fields) => `Kosong atau tidak terbaca di daftar, padahal akan membantu: ${fields}.`,
    en: (fields) => `Empty or unreadable in the roster, and would help: ${fields}.`,
  } satisfies Sentence<string>,
  against: {
    id: (fields) => `Yang membuatnya ragu: ${fields}.`,
    en: (fields) => `What speaks against it: ${fields}.`,
  } satisfies Sentence<string>,
  twice: {
    id: "Meragukan karena orang ini tercatat lebih dari sekali di daftar: tentukan dulu baris mana yang dipakai.",
    en: "Uncertain because this person is in the roster more than once: decide first which row to keep.",
  } satisfies Bilingual,
} as const;
