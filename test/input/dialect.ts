/** People written as offices write lists: thirty dialects, each put together from habits of domain.md §8. */
import type { Person } from "../quality/generator/people.ts";
import { workbook } from "./workbook.ts";

export interface Dialect {
  readonly name: string;
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly encode: (text: string) => Buffer;
  /** A workbook instead of text: `delimiter`, `lineEnd` and `encode` do not count. */
  readonly isWorkbook: boolean;
  readonly headers: Headers;
  /** Place and date in one cell, `place` then this then the date; null for two columns. */
  readonly between: string | null;
  readonly date: (born: number) => string;
  readonly nameOf: (person: Person, i: number) => string;
  readonly nik: (nik: string) => string;
  readonly sex: Readonly<Record<Person["sex"], string>>;
  readonly layout: Layout;
}

interface Headers {
  readonly no: string;
  readonly nik: string;
  readonly name: string;
  readonly place: string;
  readonly date: string;
  readonly both: string;
  readonly sex: string;
  readonly unit: string;
}

interface Layout {
  readonly letterhead: boolean;
  readonly numbering: boolean;
  /** The office as a row above its people instead of a column. */
  readonly groups: boolean;
  readonly signature: boolean;
}

const OFFICIAL: Headers = {
  no: "No",
  nik: "NIK",
  name: "Nama",
  place: "Tempat Lahir",
  date: "Tanggal Lahir",
  both: "TTL",
  sex: "L/P",
  unit: "OPD",
};
const LONG: Headers = {
  no: "No. Urut",
  nik: "Nomor Induk Kependudukan (NIK)",
  name: "NAMA LENGKAP (TANPA GELAR)",
  place: "TEMPAT LAHIR",
  date: "TGL. LAHIR",
  both: "TEMPAT/TGL LAHIR",
  sex: "JENIS KELAMIN",
  unit: "UNIT KERJA",
};
const MACHINE: Headers = {
  no: "NO",
  nik: "NO_KTP",
  name: "NAMA_LGKP",
  place: "TMPT_LHR",
  date: "TGL_LHR",
  both: "TMPT_TGL_LHR",
  sex: "JENIS_KLMIN",
  unit: "SATKER",
};
const SPOKEN: Headers = {
  no: "Nomor",
  nik: "No. KTP/NIK",
  name: "Nama Tenaga Non ASN",
  place: "Kota Lahir",
  date: "Tgl Lhr",
  both: "Tempat dan Tanggal Lahir",
  sex: "JK",
  unit: "Perangkat Daerah",
};

const utf8 = (text: string): Buffer => Buffer.from(text);
const utf8Bom = (text: string): Buffer => Buffer.from(`\uFEFF${text}`);
const utf16le = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le");
const utf16be = (text: string): Buffer => utf16le(text).swap16();
/** No letter of the lists differs between Latin-1 and Windows-1252. */
const windows1252 = (text: string): Buffer => Buffer.from(text, "latin1");

const dayOf = (born: number): number => born % 100;
const monthOf = (born: number): number => Math.floor(born / 100) % 100;
const yearOf = (born: number): number => Math.floor(born / 10_000);
const two = (value: number): string => String(value).padStart(2, "0");

export const dashed = (born: number): string => `${two(dayOf(born))}-${two(monthOf(born))}-${yearOf(born)}`;
const slashed = (born: number): string => dashed(born).replaceAll("-", "/");
const dotted = (born: number): string => `${dayOf(born)}.${monthOf(born)}.${yearOf(born)}`;
const american = (born: number): string => `${monthOf(born)}/${dayOf(born)}/${yearOf(born)}`;
const iso = (born: number): string => `${yearOf(born)}-${two(monthOf(born))}-${two(dayOf(born))}`;
const isoTime = (born: number): string => `${iso(born)} 00:00:00`;
const shortYear = (born: number): string => dashed(born).slice(0, 6) + dashed(born).slice(8);
const roman = (born: number): string => `${dayOf(born)}-${ROMAN[monthOf(born) - 1]}-${yearOf(born)}`;
const words = (born: number): string => `${dayOf(born)} ${MONTHS[monthOf(born) - 1]} ${yearOf(born)}`;
const oldWords = (born: number): string => words(born).replace("Feb", "Peb").replace("Nov", "Nop");
const shortWords = (born: number): string =>
  `${two(dayOf(born))}-${MONTHS[monthOf(born) - 1]!.slice(0, 3)}-${yearOf(born)}`;
const serial = (born: number): string => String(serialOf(born));

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"] as const;
const MONTHS = [
  ...(["Januari", "Februari", "Maret", "April", "Mei", "Juni"] as const),
  ...(["Juli", "Agustus", "September", "Oktober", "November", "Desember"] as const),
];

/** Excel's day number: days since 30 December 1899. */
function serialOf(born: number): number {
  return (Date.UTC(yearOf(born), monthOf(born) - 1, dayOf(born)) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

const TITLES = ["", ", S.Pd.", ", A.Md.Keb", "", ", S.Kom., M.M.", ""] as const;
const asIs = ({ name }: Person): string => name;
const upper = ({ name }: Person): string => name.toUpperCase();
const titled = ({ name }: Person, i: number): string =>
  `${i % 50 === 0 ? "H. " : ""}${name}${TITLES[i % TITLES.length]}`;
const spread = ({ name }: Person): string => ` ${name.toUpperCase().replaceAll(" ", "  ")} `;

const bare = (nik: string): string => nik;
const apostrophe = (nik: string): string => `'${nik}`;
const formula = (nik: string): string => `="${nik}"`;
const spaced = (nik: string): string => nik.replace(/(\d{4})(?=\d)/g, "$1 ");
const dottedNik = (nik: string): string => `${nik.slice(0, 6)}.${nik.slice(6, 12)}.${nik.slice(12)}`;
const noBreak = (nik: string): string => `\u00A0${nik}\u00A0`;

const LP = { L: "L", P: "P" };
const LONG_SEX = { L: "LAKI-LAKI", P: "PEREMPUAN" };
const SHORT_SEX = { L: "lk", P: "pr" };
const PRIA = { L: "Pria", P: "Wanita" };

const BARE: Layout = { letterhead: false, numbering: false, groups: false, signature: false };
const FORM: Layout = { letterhead: true, numbering: true, groups: false, signature: true };
const GROUPED: Layout = { letterhead: true, numbering: false, groups: true, signature: true };

const PLAIN: Omit<Dialect, "name"> = {
  delimiter: ";",
  lineEnd: "\r\n",
  encode: utf8,
  isWorkbook: false,
  headers: OFFICIAL,
  between: null,
  date: dashed,
  nameOf: asIs,
  nik: bare,
  sex: LP,
  layout: BARE,
};

const dialect = (name: string, habits: Partial<Dialect>): Dialect => ({ ...PLAIN, ...habits, name });

/** The first is the plainest. */
export const DIALECTS: readonly Dialect[] = [
  dialect("semicolons", {}),
  dialect("commas and slashes", { delimiter: ",", date: slashed, headers: LONG, lineEnd: "\n" }),
  dialect("tabs in UTF-16", { delimiter: "\t", encode: utf16le, nameOf: upper }),
  dialect("UTF-16, high byte first", { delimiter: ",", encode: utf16be, date: words }),
  dialect("Windows-1252 with no-break spaces", { encode: windows1252, nik: noBreak, nameOf: upper }),
  dialect("a byte order mark and a database's names", {
    delimiter: ",",
    encode: utf8Bom,
    headers: MACHINE,
    date: iso,
  }),
  dialect("pipes and times of day", { delimiter: "|", headers: MACHINE, date: isoTime, sex: LONG_SEX }),
  dialect("an American Excel", { delimiter: ",", date: american, headers: SPOKEN }),
  dialect("Excel day numbers", { date: serial, nik: apostrophe }),
  dialect("titles and month names", { date: words, nameOf: titled }),
  dialect("old month names", { date: oldWords, headers: LONG, nameOf: upper, sex: LONG_SEX }),
  dialect("short month names", { date: shortWords, headers: SPOKEN, sex: SHORT_SEX }),
  dialect("Roman months", { date: roman, sex: PRIA }),
  dialect("two-digit years", { date: shortYear }),
  dialect("dots", { date: dotted, nik: dottedNik }),
  dialect("NIKs in groups of four", { nik: spaced, nameOf: spread }),
  dialect("NIKs as formulas", { nik: formula, delimiter: ",", date: slashed }),
  dialect("place and date together", { between: ", ", date: words }),
  dialect("place and date with a slash", { between: "/", headers: LONG, nameOf: upper }),
  dialect("place and date by spaces", { between: "  ", date: oldWords, headers: SPOKEN, nameOf: titled }),
  dialect("place and date on two lines", { between: ",\n", date: dashed, delimiter: ",", headers: LONG }),
  dialect("a form", { layout: FORM, headers: LONG, nameOf: upper }),
  dialect("a form in Windows-1252", {
    layout: FORM,
    encode: windows1252,
    between: ", ",
    date: words,
    nik: apostrophe,
  }),
  dialect("groups", { layout: GROUPED, headers: SPOKEN, nameOf: titled }),
  dialect("groups with tabs", {
    layout: GROUPED,
    delimiter: "\t",
    date: slashed,
    sex: LONG_SEX,
    nik: spaced,
  }),
  dialect("old Mac lines", { lineEnd: "\r", date: dotted, sex: SHORT_SEX }),
  dialect("a workbook", { isWorkbook: true }),
  dialect("a workbook with real dates", { isWorkbook: true, date: serial, headers: LONG, nameOf: upper }),
  dialect("a form in a workbook", {
    isWorkbook: true,
    layout: FORM,
    between: ", ",
    date: words,
    nik: apostrophe,
  }),
  dialect("groups in a workbook", {
    isWorkbook: true,
    layout: GROUPED,
    headers: SPOKEN,
    sex: PRIA,
    nameOf: titled,
  }),
];

const OFFICES = ["DINAS KESEHATAN", "DINAS PENDIDIKAN", "RSUD dr. SOBIRIN", "KECAMATAN TUGUMULYO"] as const;

export interface WrittenList {
  readonly bytes: Buffer;
  /** Spreadsheet row of the i-th person. */
  readonly rowOf: (i: number) => number;
}

export function writeList(people: readonly Person[], dialect: Dialect): WrittenList {
  const { headers, between, layout } = dialect;
  const birth = between === null ? [headers.place, headers.date] : [headers.both];
  const header = [
    headers.no,
    headers.nik,
    headers.name,
    ...birth,
    headers.sex,
    ...(layout.groups ? [] : [headers.unit]),
  ];
  const rows: string[][] = [];
  if (layout.letterhead)
    rows.push(["PEMERINTAH KABUPATEN MUSI RAWAS"], ["DAFTAR TENAGA NON ASN TAHUN 2022"], []);
  rows.push(header);
  if (layout.numbering) rows.push(header.map((_, column) => String(column + 1)));
  const rowNumbers: number[] = [];
  const perOffice = Math.ceil(people.length / OFFICES.length);
  for (const [i, person] of people.entries()) {
    const office = OFFICES[Math.floor(i / perOffice)]!;
    if (layout.groups && i % perOffice === 0) rows.push([office]);
    const date = dialect.date(person.born);
    const born = between === null ? [person.place, date] : [person.place + between + date];
    const cells = [
      String(i + 1),
      dialect.nik(person.nik),
      dialect.nameOf(person, i),
      ...born,
      dialect.sex[person.sex],
    ];
    rows.push(layout.groups ? cells : [...cells, office]);
    rowNumbers.push(rows.length);
  }
  if (layout.signature) {
    const place = header.length - 3;
    const under = (text: string): string[] => [...Array<string>(place).fill(""), text];
    rows.push(
      ["JUMLAH", String(people.length)],
      [],
      under("Muara Beliti, 12 Oktober 2022"),
      under("Kepala Dinas"),
    );
    rows.push([], under("Drs. H. AHMAD YANI, M.Si"), under("NIP. 19650101 199003 1 001"));
  }
  const padded = rows.map((row) => [...row, ...Array<string>(header.length - row.length).fill("")]);
  return { bytes: encode(padded, header.indexOf(headers.date), dialect), rowOf: (i) => rowNumbers[i]! };
}

function encode(rows: readonly (readonly string[])[], dateColumn: number, dialect: Dialect): Buffer {
  if (dialect.isWorkbook) {
    const isSerial = dialect.date === serial;
    const cells = rows.map((row) =>
      row.map((text, column) =>
        isSerial && column === dateColumn && /^\d+$/.test(text) ? { style: 1, xml: `<v>${text}</v>` } : text,
      ),
    );
    return workbook([{ name: "Data", rows: cells }]);
  }
  const { delimiter, lineEnd } = dialect;
  const needsQuotes = (text: string): boolean =>
    text.includes(delimiter) || text.includes('"') || text.includes("\n");
  const cell = (text: string): string => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return dialect.encode(rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join(""));
}
