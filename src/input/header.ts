/**
 * What a column header means. A header is reduced to its words; their order, joining words, case, dots, brackets and
 * footnote digits do not count. Says nothing about whether the column holds what its header promises: columns.ts
 * asks the content.
 *
 * Synonyms after domain.md §8 (BKN's, Dukcapil's and school forms) and plain English ones. To teach a new one: one
 * line in SYNONYMS.
 */
import { COLUMN_FIELDS, type ColumnField } from "../config/plan.ts";
import { foldWords } from "../text/fold.ts";

/** Columns that are known but not used as they are: knowing them shows the header and keeps them out of the way. */
export type OtherMeaning =
  | "row_number"
  | "employee_number"
  | "id"
  | "first_name"
  | "last_name"
  | "birth_month"
  | "birth_year"
  | "title"
  | "note"
  | "other";
export type Meaning = ColumnField | OtherMeaning;

export interface Header {
  readonly meaning: Meaning;
  /** Lower is the better claim where two columns have a header of the same meaning. */
  readonly rank: number;
  /** Written in English rather than Indonesian. */
  readonly english: boolean;
}

interface Synonym extends Header {
  readonly words: readonly string[];
  /** Words that may stand beside without changing the meaning. */
  readonly beside: ReadonlySet<string>;
}

/** Other writings of one word. */
const WORD_FORMS: Readonly<Record<string, string>> = {
  TGL: "TANGGAL",
  TG: "TANGGAL",
  TGGL: "TANGGAL",
  BLN: "BULAN",
  THN: "TAHUN",
  TMP: "TEMPAT",
  TPT: "TEMPAT",
  TMPT: "TEMPAT",
  TEMPT: "TEMPAT",
  LHR: "LAHIR",
  KELAHIRAN: "LAHIR",
  NOMOR: "NO",
  NOMER: "NO",
  NMR: "NO",
  NUMBER: "NO",
  NM: "NAMA",
  LGKP: "LENGKAP",
  KLMIN: "KELAMIN",
  KLM: "KELAMIN",
  JNS: "JENIS",
  KET: "KETERANGAN",
  EKTP: "KTP",
  KTPEL: "KTP",
  IJASAH: "IJAZAH",
  GLR: "GELAR",
  DPN: "DEPAN",
  BLK: "BELAKANG",
  BLKG: "BELAKANG",
  PEND: "PENDIDIKAN",
  TELEPON: "TELP",
  TLP: "TELP",
  GENDER: "SEX",
  BIRTHDATE: "DOB",
};

const BESIDE_NAME =
  "LENGKAP TANPA GELAR DAN DENGAN BESERTA PEGAWAI TENAGA NON ASN HONORER HONOR PTT THL TKK TKS PPPK " +
  "SESUAI KTP E EL ELEKTRONIK IJAZAH PESERTA DI PADA DALAM KK AKTA SISWA PENDUDUK CALON KARYAWAN GURU " +
  "YANG BERSANGKUTAN HASIL VERIFIKASI NIP NIPTT NIK NO INDUK KEPENDUDUKAN";
const BESIDE_BIRTH = "SESUAI KTP E EL IJAZAH AKTA KK DI PADA DALAM PEGAWAI DAN DD MM YYYY HASIL VERIFIKASI";
const BESIDE_NIK =
  "SESUAI E EL KK DAN DI PADA PEGAWAI PESERTA DIGIT ANGKA WAJIB PENDUDUK TENAGA YANG BERSANGKUTAN BARU BENAR";
const BESIDE_UNIT = "NAMA ASAL INDUK PEMERINTAH DAERAH INSTANSI OPD TEMPAT BEKERJA BERTUGAS TUGAS";

/** meaning, rank, writings (separated by commas), words that may stand beside */
type SynonymLine = readonly [meaning: Meaning, rank: number, writings: string, beside: string];

const SYNONYMS: readonly SynonymLine[] = [
  ["nik", 0, "NIK, NO NIK, NIK KTP, NO KTP, NO KTP NIK, NO INDUK KEPENDUDUKAN, NIKPPPNPN", BESIDE_NIK],
  ["nik", 0, "NO INDUK KEPENDUDUKAN NIK, NIK NO INDUK KEPENDUDUKAN KTP", BESIDE_NIK],
  ["nik", 1, "KTP, NO IDENTITAS, NO INDUK", BESIDE_NIK],
  ["employee_number", 0, "NIP, NO NIP, NIP BARU, NO INDUK PEGAWAI, NO INDUK PEGAWAI NIP", ""],
  ["employee_number", 1, "NIPTT, NI PPPK, NUPTK, NIP NI PPPK", ""],
  ["id", 0, "ID, KODE PEGAWAI, NO PEGAWAI, ID PEGAWAI, NO REGISTRASI, NO PESERTA", ""],
  [
    "family_card",
    0,
    "KK, NO KK, NKK, KARTU KELUARGA, NO KARTU KELUARGA, NO KARTU KELUARGA KK",
    "SESUAI DIGIT",
  ],
  ["name", 0, "NAMA", BESIDE_NAME],
  ["first_name", 0, "NAMA DEPAN", ""],
  ["last_name", 0, "NAMA BELAKANG", ""],
  ["title", 0, "GELAR, GELAR DEPAN, GELAR BELAKANG, GELAR AKADEMIK", ""],
  [
    "birth_place",
    0,
    "TEMPAT LAHIR, LAHIR DI, KOTA LAHIR, KABUPATEN LAHIR, KAB LAHIR, KAB KOTA LAHIR",
    BESIDE_BIRTH,
  ],
  ["birth_date", 0, "TANGGAL LAHIR, TANGGAL BULAN TAHUN LAHIR, DOB", BESIDE_BIRTH],
  ["birth_date", 1, "LAHIR", BESIDE_BIRTH],
  // beside them a header of birth dates stands over days
  ["birth_month", 0, "BULAN LAHIR", ""],
  ["birth_year", 0, "TAHUN LAHIR", ""],
  ["birth_place_and_date", 0, "TTL, TEMPAT TANGGAL LAHIR", `${BESIDE_BIRTH} BULAN TAHUN UMUR USIA`],
  [
    "sex",
    0,
    "JENIS KELAMIN, KELAMIN, JENIS KEL, JENKEL, JK, J K, L P, LP, P W",
    "SESUAI KTP HASIL VERIFIKASI",
  ],
  ["sex", 0, "JENIS KELAMIN L P, JK L P, JENIS KELAMIN P W, JK P W", ""],
  ["unit", 0, "OPD, SKPD, PERANGKAT DAERAH, ORGANISASI PERANGKAT DAERAH, INSTANSI, DINAS", BESIDE_UNIT],
  [
    "unit",
    0,
    "SATKER, SATUAN KERJA, DINAS INSTANSI, OPD UNIT KERJA, SATUAN KERJA PERANGKAT DAERAH",
    BESIDE_UNIT,
  ],
  [
    "unit",
    1,
    "UNIT KERJA, UNOR, UNIT ORGANISASI, TEMPAT TUGAS, TEMPAT KERJA, SEKOLAH PUSKESMAS, UNIT TUGAS, SATUAN PENDIDIKAN",
    `${BESIDE_UNIT} UNIT KERJA`,
  ],
  ["unit", 2, "UNIT, LOKASI KERJA, TEMPAT BERTUGAS, BAGIAN, BIDANG", BESIDE_UNIT],
  ["status", 0, "STATUS, STATUS NIK, KETERANGAN STATUS, STATUS DATA, STATUS DUKCAPIL, STATUS BKN", ""],
  [
    "status",
    1,
    "STATUS VERIFIKASI, STATUS VALIDASI, HASIL VERIFIKASI, HASIL VALIDASI, HASIL PADANAN",
    "DATA NIK",
  ],
  // a response is to a question about a person, whatever its codes mean
  ["status", 1, "RESPON, KODE RESPON, RESPON CODE, RESPONSE, RESPONSE CODE", ""],
  ["status", 2, "KODE, KODE STATUS, PESAN, HASIL", ""],
  ["row_number", 0, "NO, NO URUT, URUT", ""],
  ["note", 0, "KETERANGAN, CATATAN, REMARKS, NOTE, NOTES", ""],
  ["other", 0, "JABATAN, TUGAS, TUGAS POKOK, FORMASI, PEKERJAAN, PROFESI", "TERAKHIR NAMA JENIS DILAMAR"],
  ["other", 0, "STEMPEL WAKTU, CAP WAKTU, WAKTU, TIMESTAMP, TANGGAL INPUT, TANGGAL ENTRI", ""],
  [
    "other",
    0,
    "TMT, TANGGAL MULAI KERJA, MULAI TUGAS, MULAI BEKERJA, MASA KERJA",
    "AWAL AKHIR TAHUN BULAN SK",
  ],
  ["other", 0, "SK, NO SK, TANGGAL SK, TAHUN SK, NO TANGGAL SK", "DAN PENGANGKATAN PERTAMA TERAKHIR AWAL"],
  [
    "other",
    0,
    "PENDIDIKAN, TINGKAT PENDIDIKAN, JENJANG, JURUSAN, KUALIFIKASI, PROGRAM STUDI, PRODI",
    "TERAKHIR DAN PENDIDIKAN JURUSAN",
  ],
  ["other", 0, "LULUS, TANGGAL LULUS, TAHUN LULUS, TAHUN IJAZAH, TANGGAL IJAZAH", ""],
  ["other", 0, "SEKOLAH, UNIVERSITAS, PERGURUAN TINGGI, ASAL SEKOLAH, SEKOLAH UNIVERSITAS", "NAMA"],
  ["other", 0, "IJAZAH, NO IJAZAH, NO SERI IJAZAH, PIN, STTB, NO STTB, NISN", ""],
  ["other", 0, "IBU, AYAH, NAMA SUAMI, NAMA ISTRI", "NAMA KANDUNG LENGKAP"],
  ["other", 0, "HP, TELP, WA, HP WA, HANDPHONE, EMAIL, PHONE", "AKTIF ALAMAT NO"],
  [
    "other",
    0,
    "ALAMAT, DESA, KELURAHAN, DESA KELURAHAN, KECAMATAN, RT, RW, RT RW, KABUPATEN",
    "RUMAH TINGGAL KTP",
  ],
  ["other", 0, "PROVINSI, KOTA, KABUPATEN KOTA, KODE POS, ADDRESS", ""],
  ["other", 0, "UMUR, USIA, AGE", "TAHUN"],
  ["other", 0, "KATEGORI, THK II, NO PESERTA THK II, STATUS KEPEGAWAIAN, STATUS PEGAWAI", ""],
  [
    "other",
    0,
    "AGAMA, STATUS KAWIN, STATUS PERKAWINAN, GOLONGAN DARAH, GAJI, NO REKENING, NPWP, BPJS, FOTO",
    "",
  ],
];

const ENGLISH_SYNONYMS: readonly SynonymLine[] = [
  ["nik", 0, "NATIONAL ID, NATIONAL ID NO, IDENTITY NO, ID CARD NO, IDENTITY CARD NO", ""],
  ["nik", 1, "ID NO", ""],
  ["id", 0, "EMPLOYEE ID, EMPLOYEE NO, STAFF ID, STAFF NO", ""],
  ["name", 0, "NAME, FULL NAME, EMPLOYEE NAME, STAFF NAME", ""],
  ["first_name", 0, "FIRST NAME", ""],
  ["last_name", 0, "LAST NAME", ""],
  ["birth_place", 0, "PLACE OF BIRTH, BIRTH PLACE, CITY OF BIRTH", ""],
  ["birth_date", 0, "DATE OF BIRTH, BIRTH DATE, BORN", ""],
  ["birth_date", 1, "DAY OF BIRTH, DATE OF BIRTH DAY", ""],
  ["birth_month", 0, "MONTH OF BIRTH, DATE OF BIRTH MONTH", ""],
  ["birth_year", 0, "YEAR OF BIRTH, DATE OF BIRTH YEAR", ""],
  ["birth_place_and_date", 0, "PLACE AND DATE OF BIRTH, PLACE DATE OF BIRTH", ""],
  ["sex", 0, "SEX", ""],
  ["unit", 0, "DEPARTMENT, AGENCY, INSTITUTION", ""],
  ["unit", 1, "OFFICE, WORK UNIT, DIVISION", ""],
  ["family_card", 0, "FAMILY CARD, FAMILY CARD NO", ""],
  ["other", 0, "POSITION, JOB, JOB TITLE, OCCUPATION", ""],
];

const KNOWN_WORDS = new Set<string>(Object.keys(WORD_FORMS));
const SYNONYM_LIST: readonly Synonym[] = [...learn(SYNONYMS, false), ...learn(ENGLISH_SYNONYMS, true)];
const BY_WORDS: ReadonlyMap<string, Synonym> = new Map(
  // the first line that claims a writing has it
  [...SYNONYM_LIST].reverse().map((synonym): [string, Synonym] => [synonym.words.join(" "), synonym]),
);

function learn(lines: readonly SynonymLine[], english: boolean): Synonym[] {
  return lines.flatMap(([meaning, rank, writings, besideText]) => {
    const beside = new Set(besideText.split(" ").filter(Boolean));
    for (const word of beside) KNOWN_WORDS.add(word);
    return writings.split(", ").map((writing) => {
      const words = inOrder(writing.split(" ").map(wordForm));
      for (const word of words) KNOWN_WORDS.add(word);
      return { meaning, rank, english, words, beside };
    });
  });
}

function wordForm(word: string): string {
  return WORD_FORMS[word] ?? word;
}

function inOrder(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}

/** Whether the program uses columns of this meaning as they are. */
export function isUsed(meaning: Meaning): meaning is ColumnField {
  return (COLUMN_FIELDS as readonly string[]).includes(meaning);
}

/** Longer texts are titles and remarks. */
const LONGEST_HEADER = 80;
const MOST_WORDS = 12;

/**
 * What a header cell means, null when it is no known header. Bracketed remarks are left out where they disturb, and a
 * word that a narrow column divides ("TANG- GAL LAHIR") is one word.
 */
export function readHeader(cell: string): Header | null {
  if (cell.length === 0 || cell.length > LONGEST_HEADER) return null;
  const known = readWords(cell);
  if (known !== null || !DISTURBS.test(cell)) return known;
  return readWords(cell.replace(/[([][^)\]]*[)\]]?/g, " ").replace(DIVISION, ""));
}
const DIVISION = /(?<=\p{L})-\s(?=\p{L})/gu;
const DISTURBS = new RegExp(`[([]|${DIVISION.source}`, "u");

/** Header text reduced to what counts when a person names a column, as `--map` does. */
export function foldHeader(cell: string): string {
  return foldWords(cell);
}

/** "N I K", "N A M A": letters set apart, three at least. */
const SPACED_OUT = /^\p{L}( \p{L}){2,}$/u;

function readWords(text: string): Synonym | null {
  const folded = foldWords(text);
  const words: string[] = [];
  for (const word of (SPACED_OUT.test(folded) ? folded.replaceAll(" ", "") : folded).split(" ")) {
    // footnote digits: "NIK1)", "Nama 2"
    const letters = word.replace(/\d+$/, "");
    if (letters === "") continue;
    if (/\d/.test(letters)) return null;
    for (const part of separate(letters)) words.push(wordForm(part));
    if (words.length > MOST_WORDS) return null;
  }
  if (words.length === 0) return null;
  const ordered = inOrder(words);
  return BY_WORDS.get(ordered.join(" ")) ?? withCompany(ordered);
}

/** The synonym all of whose words are here, every other word being one that may stand beside; the longest wins. */
function withCompany(words: readonly string[]): Synonym | null {
  // most cells that are asked about are data, and have a word that no synonym has
  if (!words.every((word) => KNOWN_WORDS.has(word))) return null;
  let best: Synonym | null = null;
  for (const synonym of SYNONYM_LIST) {
    if (synonym.words.length >= words.length || synonym.words.length <= (best?.words.length ?? 0)) continue;
    if (!synonym.words.every((word) => words.includes(word))) continue;
    if (words.every((word) => synonym.words.includes(word) || synonym.beside.has(word))) best = synonym;
  }
  return best === null ? null : { ...best, rank: best.rank + 1 };
}

/** Words written together ("TglLahir", "NOKTP") taken apart, where every part is a known word. */
function separate(word: string): string[] {
  if (KNOWN_WORDS.has(word) || word.length > LONGEST_JOINED_WORD) return [word];
  for (let cut = word.length - 2; cut >= 2; cut--) {
    const head = word.slice(0, cut);
    if (!KNOWN_WORDS.has(head)) continue;
    const tail = separate(word.slice(cut));
    if (tail.every((part) => KNOWN_WORDS.has(part))) return [head, ...tail];
  }
  return [word];
}
const LONGEST_JOINED_WORD = 30;
