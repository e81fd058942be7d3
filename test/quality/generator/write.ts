/**
 * How the offices write: delimiters, headings, date writings, capitals, titles, and the harmless noise that must
 * never become a finding. Lines go to disk as they are made; the writer waits for the disk, so memory does not grow
 * with the file. It refuses to alter what a value means.
 */

import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import type { Sex } from "./names.ts";
import type { Roll } from "./random.ts";
import type { Values } from "./values.ts";

/** Characters gathered before they are handed to the disk. */
const CHUNK = 1 << 18;

/** A text file written line by line. */
export class LineWriter {
  readonly #file: FileHandle;
  readonly #endOfLine: string;
  #gathered = "";

  private constructor(file: FileHandle, endOfLine: string, start: string) {
    this.#file = file;
    this.#endOfLine = endOfLine;
    this.#gathered = start;
  }

  static async create(path: string, endOfLine = "\n", start = ""): Promise<LineWriter> {
    return new LineWriter(await open(path, "w"), endOfLine, start);
  }

  /** Adds a line; true when `flush` should be awaited before the next one. */
  add(line: string): boolean {
    this.#gathered += line + this.#endOfLine;
    return this.#gathered.length >= CHUNK;
  }

  async flush(): Promise<void> {
    const text = this.#gathered;
    this.#gathered = "";
    await this.#file.writeFile(text);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#file.close();
  }
}

/** How one roster file is written. */
export interface Dialect {
  readonly delimiter: string;
  readonly endOfLine: string;
  readonly start: string;
  readonly headings: readonly string[];
  readonly date: (date: number, roll: Roll) => string;
  readonly sex: Readonly<Record<Sex, string>>;
  readonly capitals: boolean;
  /** Numbers forced to be text by an apostrophe. */
  readonly apostrophe: boolean;
}

const MONTHS = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;
/** Old spellings still in wide use (domain.md §4). */
const OLD_MONTHS: Readonly<Record<string, string>> = { Februari: "Pebruari", November: "Nopember" };

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

function dayOf(date: number): number {
  return date % 100;
}

function monthOf(date: number): number {
  return Math.floor(date / 100) % 100;
}

function yearOf(date: number): number {
  return Math.floor(date / 10000);
}

function dashed(date: number): string {
  return `${two(dayOf(date))}-${two(monthOf(date))}-${yearOf(date)}`;
}

/** "5-7-1985" now and then, where others write "05-07-1985". */
const UNPADDED_SHARE = 0.02;

function dashedByHand(date: number, roll: Roll): string {
  return roll.chance(UNPADDED_SHARE) ? `${dayOf(date)}-${monthOf(date)}-${yearOf(date)}` : dashed(date);
}

function slashed(date: number): string {
  return `${two(dayOf(date))}/${two(monthOf(date))}/${yearOf(date)}`;
}

function inWords(date: number, roll: Roll): string {
  const month = MONTHS[monthOf(date) - 1]!;
  const written = roll.chance(0.4) ? (OLD_MONTHS[month] ?? month) : month;
  return `${dayOf(date)} ${written} ${yearOf(date)}`;
}

/** The roster files take these in turn. */
export const DIALECTS: readonly Dialect[] = [
  {
    delimiter: ";",
    endOfLine: "\r\n",
    start: "\uFEFF",
    headings: ["NIK", "Nama", "Tempat Lahir", "Tanggal Lahir", "JK", "Unit Kerja"],
    date: dashedByHand,
    sex: { L: "L", P: "P" },
    capitals: false,
    apostrophe: false,
  },
  {
    delimiter: ",",
    endOfLine: "\n",
    start: "",
    headings: ["No. KTP", "Nama Lengkap", "Tempat Lahir", "Tgl Lahir", "Jenis Kelamin", "OPD"],
    date: slashed,
    sex: { L: "Laki-laki", P: "Perempuan" },
    capitals: true,
    apostrophe: true,
  },
  {
    delimiter: ";",
    endOfLine: "\r\n",
    start: "",
    headings: [
      "Nomor Induk Kependudukan",
      "Nama Tenaga Non ASN",
      "Tmp Lahir",
      "Tgl. Lahir",
      "L/P",
      "Unit Organisasi",
    ],
    date: inWords,
    sex: { L: "L", P: "P" },
    capitals: false,
    apostrophe: false,
  },
];

export function cell(text: string, delimiter: string): string {
  return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Of those who have a title, how many rosters show it. */
const TITLED_SHARE = 0.5;
const PILGRIM_SHARE = 0.012;
const SPACED_SHARE = 0.01;
const SPACED_NIK_SHARE = 0.006;
const LETTER_FOR_DIGIT_SHARE = 0.003;

/** The name with titles, dots after initials and double spaces, as rosters have it. */
function writtenName(name: string, sex: Sex, title: string, roll: Roll): string {
  let written = name.replace(/\b(M|Kgs|Kms|Mgs|Msy|Muh) /g, (short) =>
    roll.chance(0.5) ? `${short.trim()}. ` : short,
  );
  if (roll.chance(PILGRIM_SHARE)) written = `${sex === "L" ? "H." : "Hj."} ${written}`;
  if (roll.chance(SPACED_SHARE)) written = written.replace(" ", "  ");
  return title !== "" && roll.chance(TITLED_SHARE) ? `${written}, ${title}` : written;
}

/** A sound NIK, now and then in groups of four or with an O for a 0; a broken one as it is. */
function writtenNik(nik: string, dialect: Dialect, roll: Roll): string {
  const spaced = roll.chance(SPACED_NIK_SHARE);
  const lettered = roll.chance(LETTER_FOR_DIGIT_SHARE);
  if (nik.includes("E+")) return dialect.delimiter === ";" ? nik.replace(".", ",") : nik;
  if (!/^\d{15,18}$/.test(nik)) return nik;
  if (nik.length !== 16) return dialect.apostrophe ? `'${nik}` : nik;
  if (spaced) return `${nik.slice(0, 4)} ${nik.slice(4, 8)} ${nik.slice(8, 12)} ${nik.slice(12)}`;
  const written = lettered ? nik.replace("0", "O") : nik;
  return dialect.apostrophe ? `'${written}` : written;
}

export function rosterLine(
  values: Values,
  title: string,
  unit: string,
  dialect: Dialect,
  roll: Roll,
): string {
  const { delimiter } = dialect;
  const { birth_date } = values;
  const nik = writtenNik(values.nik, dialect, roll);
  const plainName = writtenName(values.name, values.sex, title, roll);
  const name = dialect.capitals ? plainName.toUpperCase() : plainName;
  const place = dialect.capitals ? values.birth_place.toUpperCase() : values.birth_place;
  const date = typeof birth_date === "number" ? dialect.date(birth_date, roll) : birth_date;
  return (
    cell(nik, delimiter) +
    delimiter +
    cell(name, delimiter) +
    delimiter +
    cell(place, delimiter) +
    delimiter +
    date +
    delimiter +
    dialect.sex[values.sex] +
    delimiter +
    cell(unit, delimiter)
  );
}

const LONG_SEX: Readonly<Record<Sex, string>> = { L: "LAKI-LAKI", P: "PEREMPUAN" };

function written(date: number | string): string {
  return typeof date === "number" ? dashed(date) : date;
}

export const DUKCAPIL_HEADINGS = "NIK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STATUS";

export function dukcapilLine(values: Values, status: string): string {
  const { nik, name, birth_place, birth_date, sex } = values;
  return `${nik},${name.toUpperCase()},${birth_place.toUpperCase()},${written(birth_date)},${LONG_SEX[sex]},${status}`;
}

export const KTP_HEADINGS = "NIK,Nama,Tempat Lahir,Tanggal Lahir,JK";

export function ktpLine(values: Values): string {
  const { nik, name, birth_place, birth_date, sex } = values;
  return `${nik},${name.toUpperCase()},${birth_place.toUpperCase()},${written(birth_date)},${LONG_SEX[sex]}`;
}

export const DIPLOMA_HEADINGS = "Nama;Tempat Lahir;Tanggal Lahir;Sekolah";

export function diplomaLine(values: Values, school: string, roll: Roll): string {
  const { name, birth_place, birth_date } = values;
  const date = typeof birth_date === "number" ? inWords(birth_date, roll) : birth_date;
  return `${name};${birth_place};${date};${school}`;
}

export const BKN_HEADINGS = "NIK,Nama,Tanggal Lahir,STATUS";

export function bknLine(values: Values, blocked: boolean): string {
  const { nik, name, birth_date } = values;
  return `${nik},${name.toUpperCase()},${written(birth_date)},${blocked ? "DIBLOKIR" : "TERDAFTAR"}`;
}
