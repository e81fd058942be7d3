/** The words of the summary on the terminal and of the progress bar. Numbers come in already formatted. */
import { forEachIdentifier } from "./identifier.ts";
import { HEADER_PLACEHOLDER } from "./inspect.ts";
import type { Bilingual, Sentence } from "./sentence.ts";

/** What is under way, in the order it happens. */
export const STAGE_LABELS = {
  reading: { id: "Membaca berkas", en: "Reading files" },
  duplicates: { id: "Mencari data ganda", en: "Looking for duplicates" },
  linking: { id: "Mencari padanan", en: "Looking for matches" },
  writing: { id: "Menulis hasil", en: "Writing results" },
} as const satisfies Record<string, Bilingual>;

export type StageName = keyof typeof STAGE_LABELS;

/** The folder of an earlier run that could not be deleted when it was replaced. */
export const LEFTOVER: Sentence<string> = {
  id: (folder) =>
    `cocok: hasil lama tidak dapat dihapus dan masih berisi data pribadi di ${folder}; hapus sendiri folder itu.`,
  en: (folder) =>
    `cocok: the earlier results could not be deleted and still hold personal data in ${folder}; delete that folder yourself.`,
};

/** A folder beside the results that a run which was ended by force seems to have left there. */
export const ABANDONED: Sentence<string> = {
  id: (folder) =>
    `cocok: folder ${folder} tampaknya sisa pemadanan yang dihentikan paksa, dengan data pribadi di dalamnya; bila tidak ada pemadanan lain yang sedang berjalan, hapus sendiri folder itu.`,
  en: (folder) =>
    `cocok: folder ${folder} seems to be left over from a run that was ended by force and to hold personal data; unless another run is under way, delete that folder yourself.`,
};

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
  notices: { id: "Perlu diperhatikan", en: "Please note" },
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
  /** A folder with a number in its name that may be somebody's: whoever named it knows it. */
  folderMasked: {
    id: (out) =>
      `Semua hasil ada di folder yang disebut dengan --out atau "out" (${out}; angkanya tidak ditampilkan karena dapat berupa NIK).`,
    en: (out) =>
      `All results are in the folder that --out or "out" names (${out}; its digits are not shown since they may be a NIK).`,
  } satisfies Sentence<string>,
  /** Where to begin: in the friendliest of what was written. */
  openWorkbook: {
    id: (file) => `Buka dulu ${file}: satu lembar untuk setiap tindak lanjut.`,
    en: (file) => `Open ${file} first: one sheet for every action.`,
  } satisfies Sentence<string>,
  openPage: {
    id: (file) => `Buka dulu ${file} di peramban: setiap kasus dengan isi semua sumbernya.`,
    en: (file) => `Open ${file} in a browser first: every case with what each source says.`,
  } satisfies Sentence<string>,
  openTable: {
    id: (file) => `Buka dulu ${file}: satu baris untuk setiap orang di daftar.`,
    en: (file) => `Open ${file} first: one row for every person in the roster.`,
  } satisfies Sentence<string>,
  sheet: {
    id: (f) => `${f.file}, lembar ${f.sheet}`,
    en: (f) => `${f.file}, sheet ${f.sheet}`,
  } satisfies Sentence<{ file: string; sheet: string }>,
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

/**
 * What the terminal and the reports say of a run that may mislead. Reports begin it with a capital letter, so a file's name
 * never stands first.
 */
export const NOTICE_SENTENCES = forEachIdentifier(({ name, sign }) => ({
  onlyListings: {
    id: `Tidak ada Dukcapil, KTP, atau ijazah: nama, ${name.id}, dan tanggal lahir tidak diperiksa. SESUAI hanya berarti tidak ada yang menghalangi menurut daftar yang diberikan.`,
    en: `There is no Dukcapil, KTP or diploma: names, ${name.en}s and birth dates were not checked. MATCH only means that nothing stands in the way on the lists that were given.`,
  },
  swapped: {
    id: (f) =>
      `Daftar dan sumber tampaknya tertukar: ${f.roster} diberikan sebagai daftar dan tampak seperti ${f.likely}; ${f.source} diberikan sebagai ${f.role} dan tampak seperti daftar. Bila benar tertukar, tukar keduanya di perintah atau di berkas pengaturan, lalu jalankan lagi.`,
    en: (f) =>
      `Roster and source seem to have changed places: ${f.roster} was given as the roster and looks like ${f.likely}; ${f.source} was given as ${f.role} and looks like a roster. If so, exchange them in the command or the configuration file and run again.`,
  } satisfies Sentence<Record<"roster" | "likely" | "source" | "role", string>>,
  copy: {
    id: (f) =>
      `Berkas ${f.path} (${f.role}) sama persis dengan ${f.original} (${f.originalRole}): orangnya terhitung ganda, atau sumbernya menguatkan dirinya sendiri. Periksa apakah berkasnya benar.`,
    en: (f) =>
      `File ${f.path} (${f.role}) is a copy of ${f.original} (${f.originalRole}): people are counted twice, or a source confirms itself. Check that it is the right file.`,
  } satisfies Sentence<Record<"path" | "role" | "original" | "originalRole", string>>,
  rejectedOfRoster: {
    id: (f) =>
      `${f.role}, ${f.path}: ${f.rows} baris ditolak, jadi siapa yang tertulis di sana tidak diperiksa. Lihat alasannya, perbaiki berkasnya, lalu jalankan lagi.`,
    en: (f) =>
      `${f.role}, ${f.path}: rows that were rejected: ${f.rows}; whoever stands in them was not checked. See why, mend the file and run again.`,
  } satisfies Sentence<Record<"role" | "path" | "rows", string>>,
  rejectedOfSource: {
    id: (f) =>
      `${f.role}, ${f.path}: ${f.rows} baris ditolak, jadi siapa yang tertulis di sana dapat tampak tidak ditemukan. Lihat alasannya, perbaiki berkasnya, lalu jalankan lagi.`,
    en: (f) =>
      `${f.role}, ${f.path}: rows that were rejected: ${f.rows}; whoever stands in them may seem not to be found. See why, mend the file and run again.`,
  } satisfies Sentence<Record<"role" | "path" | "rows", string>>,
  missingColumn: {
    id: (f) =>
      `${f.role}, ${f.path}: kolom ${f.column} tidak ditemukan, jadi isinya tidak diperiksa. Bila kolomnya ada, tunjuk dengan --map ${f.target}="${HEADER_PLACEHOLDER.id}".`,
    en: (f) =>
      `${f.role}, ${f.path}: no column was found for ${f.column}, so it was not checked. If there is one, name it with --map ${f.target}="${HEADER_PLACEHOLDER.en}".`,
  } satisfies Sentence<Record<"role" | "path" | "column" | "target", string>>,
  mappedUnlike: {
    id: (f) =>
      `${f.role}, ${f.path}: --map ${f.target} menunjuk kolom${f.header ? ` “${f.header}”` : ""}, padahal hanya ${f.share} isinya seperti ${f.column}. Periksa apakah kolomnya benar.`,
    en: (f) =>
      `${f.role}, ${f.path}: --map ${f.target} names the column${f.header ? ` “${f.header}”` : ""}, of which only ${f.share} reads as ${f.column}. Check that it is the right one.`,
  } satisfies Sentence<Record<"role" | "path" | "target" | "header" | "column" | "share", string>>,
  mappedOther: {
    id: (f) =>
      `${f.role}, ${f.path}: --map ${f.target} menunjuk kolom “${f.header}”, yang judulnya berarti ${f.means}, padahal ada kolom lain yang judulnya berarti ${f.column}. Periksa apakah kolomnya benar.`,
    en: (f) =>
      `${f.role}, ${f.path}: --map ${f.target} names the column “${f.header}”, whose header means ${f.means}, although another column's header means ${f.column}. Check that it is the right one.`,
  } satisfies Sentence<Record<"role" | "path" | "target" | "header" | "column" | "means", string>>,
  numbersOfOthers: {
    id: (f) =>
      `${f.role}, ${f.path}: hanya ${f.share} ${name.id} di kolom${f.header ? ` “${f.header}”` : ""} memuat tanggal lahir orangnya, padahal biasanya hampir semua. Mungkin isinya nomor lain, seperti No. KK, kolomnya bergeser, atau tanggal lahirnya yang salah. Periksa sebelum memakai hasilnya.`,
    en: (f) =>
      `${f.role}, ${f.path}: of the ${name.en}s in the column${f.header ? ` “${f.header}”` : ""} only ${f.share} carry the person's birth date, as nearly all should. They may be other numbers, such as those of family cards, the column was moved, or the birth dates are wrong. Check it before you use the results.`,
  } satisfies Sentence<Record<"role" | "path" | "header" | "share", string>>,
  nobodyFound: {
    id: (source) => `${source}: tidak seorang pun ditemukan. Periksa apakah berkasnya benar.`,
    en: (source) => `${source}: nobody was found. Check that it is the right file.`,
  } satisfies Sentence<string>,
  cutIdentifiers: {
    id: (source) =>
      `${source}: sebagian besar ${name.id} berbeda dari daftar seperti rusak oleh Excel atau terpotong (${sign.id} terakhir 0, satu ${sign.id} hilang). Periksa berkas mana yang rusak, minta aslinya dengan ${name.id} sebagai teks, lalu jalankan lagi.`,
    en: (source) =>
      `${source}: most ${name.en}s differ from the roster's as if Excel or a narrow column had cut them (a last ${sign.en} 0, a ${sign.en} lost). See which file is damaged, ask for it with the ${name.en}s as text, and run again.`,
  } satisfies Sentence<string>,
  cutFiles: {
    id: (f) =>
      `Berkas ${f.files}: sebagian besar ${name.id} berbeda dari lawannya (${f.source}) seperti rusak oleh Excel atau terpotong (${sign.id} terakhir 0, satu ${sign.id} hilang), sedangkan berkas lain utuh. Minta aslinya dengan ${name.id} sebagai teks, lalu jalankan lagi.`,
    en: (f) =>
      `In ${f.files} most ${name.en}s differ from the other side's (${f.source}) as if Excel or a narrow column had cut them (a last ${sign.en} 0, a ${sign.en} lost), while other files are whole. Ask for the original with the ${name.en}s as text, and run again.`,
  } satisfies Sentence<Record<"files" | "source", string>>,
  hiddenSheets: {
    id: (f) =>
      `${f.role}, ${f.path}: lembar tersembunyi ${f.sheets} tidak dibaca, padahal juga berisi daftar orang atau rusak. Bila perlu, sebutkan lembarnya di belakang tanda #.`,
    en: (f) =>
      `${f.role}, ${f.path}: the hidden sheet ${f.sheets} was not read, although it holds a list of people too or is damaged. Name it behind a # if it is needed.`,
  } satisfies Sentence<Record<"role" | "path" | "sheets", string>>,
  nikUnchecked: {
    id: (people) =>
      `${people} orang tidak memerlukan tindak lanjut, tetapi ${name.id}-nya tidak dibandingkan dengan sumber apa pun. Tambahkan data Dukcapil atau salinan KTP yang memuat mereka sebelum mengirim.`,
    en: (people) =>
      `People who need no action, but whose ${name.en} was compared with nothing: ${people}. Add data of Dukcapil or transcripts of KTPs that have them before you send.`,
  } satisfies Sentence<string>,
  withoutUnits: {
    id: (files) =>
      `Tanpa OPD: ${files}. Orang dari berkas itu masuk ke satu buku kerja tanpa OPD. Bila kolomnya ada, tunjuk dengan --map roster.unit="${HEADER_PLACEHOLDER.id}"; bila tidak, tulis nama OPD di atas judul kolom, misalnya “OPD: Dinas Kesehatan”.`,
    en: (files) =>
      `No agency is named in: ${files}. Their people go into one workbook without an agency. If there is a column, name it with --map roster.unit="${HEADER_PLACEHOLDER.en}"; if not, write the agency above the header, such as “OPD: Dinas Kesehatan”.`,
  } satisfies Sentence<string>,
  /** `canBeNamed`: the configuration can say what they mean. */
  unknownStatuses: {
    id: (f) =>
      `${f.name}: status yang tidak dikenal artinya dan dianggap tidak menghalangi (orang): ${f.texts}.${f.canBeNamed ? " Bila menghalangi, sebut di “blocked” pada berkas pengaturan; bila tidak, di “registered”." : ""}`,
    en: (f) =>
      `${f.name}: statuses that say nothing known and were taken as no obstacle (people): ${f.texts}.${f.canBeNamed ? " Name them under “blocked” in the configuration file if they are one, else under “registered”." : ""}`,
  } satisfies Sentence<Record<"name" | "texts", string> & { readonly canBeNamed: boolean }>,
}));
