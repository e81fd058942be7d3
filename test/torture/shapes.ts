/**
 * Lists that nobody means to write and somebody will: of each a row can be asked for by its number, so that a list is
 * as long as it is wished, and always the same. Everybody in them is invented.
 */

/** What a list holds of one person, as its cells read. */
export interface Row {
  readonly nik: string;
  readonly name: string;
  readonly place: string;
  readonly born: string;
  readonly sex: string;
  readonly unit: string;
}

export type SourceName = "dukcapil" | "ktp" | "ijazah" | "bkn";

export interface Shape {
  /** Roster row `i` of `rows`. */
  readonly roster: (i: number, rows: number) => Row;
  /** Row `i` of a source; what the roster has where nothing is said. */
  readonly source?: (i: number, rows: number, source: SourceName) => Row;
  /** Dukcapil alone where nothing is said. */
  readonly sources?: readonly SourceName[];
  /** Every report is written, not CSV alone: where each row makes a case. */
  readonly allReports?: true;
  /** The lists are workbooks. */
  readonly workbook?: true;
  /** Cells behind those of every row, title row (−1) included. */
  readonly more?: (i: number) => readonly string[];
}

const SYLLABLES = ["BA", "DI", "KU", "LE", "MO", "NA", "RI", "SU", "TE", "WO", "YA", "GI", "HU", "JE", "PO"];
const WORDS = ["BUDI", "SITI", "NUR", "AHMAD", "DEWI", "SRI", "AGUS", "WATI", "HADI", "YUDI", "RINA", "TONO"];
const PLACES = ["LAHAT", "CURUP", "PALEMBANG", "MEDAN", "PADANG", "JAMBI", "MANNA", "BATURAJA"];
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const DAYS = 28;
const MONTHS = 12;
const YEARS = 38;
const FIRST_YEAR = 1960;

function digits(value: number, count: number): string {
  return String(value % 10 ** count).padStart(count, "0");
}

/** Numbers that look drawn by lot: the multiplier is odd, so that no two are the same. */
function scattered(i: number): number {
  return Math.imul(i + 1, 0x9e3779b1) >>> 0;
}

/** A word that no other number has. */
function ownWord(number: number): string {
  let word = "";
  for (let left = number + SYLLABLES.length; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length]!;
  return word;
}

function commonName(i: number): string {
  const drawn = scattered(i);
  return [drawn, drawn >>> 8, drawn >>> 16].map((each) => WORDS[each % WORDS.length]!).join(" ");
}

/** Somebody with a number, name and date of his own. */
function person(i: number): Row {
  const drawn = scattered(i);
  const day = digits(1 + (drawn % DAYS), 2);
  const month = digits(1 + ((drawn >>> 5) % MONTHS), 2);
  const year = String(FIRST_YEAR + ((drawn >>> 9) % YEARS));
  return {
    nik: `1605${digits(1 + (Math.floor(i / 9999) % 40), 2)}${day}${month}${year.slice(2)}${digits(1 + (i % 9999), 4)}`,
    name: `${WORDS[drawn % WORDS.length]!} ${ownWord(scattered(i) % 5000)} ${ownWord(i % 700)}`,
    place: PLACES[(drawn >>> 14) % PLACES.length]!,
    born: `${day}-${month}-${year}`,
    sex: "L",
    unit: `DINAS ${LETTERS[i % LETTERS.length]!}`,
  };
}

/** People of whom something is otherwise. */
function people(otherwise: (i: number, rows: number) => Partial<Row>): Shape["roster"] {
  return (i, rows) => ({ ...person(i), ...otherwise(i, rows) });
}

const ONE_NIK = "1605091205800001";
const ONE_NAME = "NURHAYATI";
const ONE_DATE = "12-05-1980";
const DAMAGED_NIK = "1,60509E+15";

/** Its first twelve digits are those of as many others as four digits can number. */
function crowdedNik(i: number): string {
  return `16${digits(1 + Math.floor(i / 10_000), 2)}09120580${digits(i, 4)}`;
}

/** A slip in the last word of a name. */
function slipped(name: string): string {
  return `${name.slice(0, -1)}${name.endsWith("H") ? "T" : "H"}`;
}

const EVERYWHERE: readonly SourceName[] = ["dukcapil", "ktp", "ijazah", "bkn"];

const LONG_WORDS = 8;
const LONG_WORD = 60;

function longName(i: number): string {
  const words = Array.from({ length: LONG_WORDS }, (_, at) => ownWord(i * LONG_WORDS + at));
  return words.map((word) => word.repeat(LONG_WORD).slice(0, LONG_WORD)).join(" ");
}

const HUGE_CELL = 20_000;
const MANY_COLUMNS = 2_000;
/** Rows of shapes that are large in themselves; the others are blank, and no row. */
const ONE_IN = 50;

export const SHAPES: Readonly<Record<string, Shape>> = {
  ordinary: { roster: person },
  "ordinary-reports": {
    roster: person,
    source: people((i) => (i % 10 === 0 ? { born: "" } : {})),
    allReports: true,
  },
  "one-nik": { roster: people(() => ({ nik: ONE_NIK })) },
  "one-nik-in-roster": { roster: people(() => ({ nik: ONE_NIK })), source: person },
  "one-nik-alike": { roster: people((i) => ({ nik: ONE_NIK, name: commonName(i % 50) })), allReports: true },
  identical: { roster: () => person(0), allReports: true },
  "one-name": { roster: people(() => ({ name: ONE_NAME })) },
  "one-name-and-date": { roster: people(() => ({ name: ONE_NAME, born: ONE_DATE })) },
  "one-name-and-date-alone": {
    roster: people(() => ({ nik: "", name: ONE_NAME, born: ONE_DATE })),
    allReports: true,
  },
  "no-nik": { roster: people((i) => ({ nik: "", name: commonName(i) })) },
  "no-date": { roster: people((i) => ({ born: "", name: commonName(i) })) },
  scientific: { roster: people((i) => ({ nik: DAMAGED_NIK, name: commonName(i) })) },
  "scientific-roster": {
    roster: people((i) => ({ nik: DAMAGED_NIK, name: commonName(i) })),
    source: people((i) => ({ name: commonName(i) })),
  },
  "scientific-source": {
    roster: people((i) => ({ name: commonName(i) })),
    source: people((i) => ({ nik: DAMAGED_NIK, name: commonName(i) })),
  },
  "one-start": { roster: people((i) => ({ nik: crowdedNik(i), name: commonName(i) })) },
  "own-units": { roster: people((i) => ({ unit: `UNIT ${ownWord(i)}` })) },
  "own-units-reports": {
    roster: people((i) => ({ unit: `UNIT ${ownWord(i)}` })),
    source: people(() => ({ born: "" })),
    allReports: true,
  },
  "own-words": {
    roster: people((i) => ({ name: `A${ownWord(i)} B${ownWord(2 * i)}`, place: ownWord(3 * i) })),
  },
  "long-names": {
    roster: people((i) => ({ name: longName(i) })),
    source: people((i) => ({ name: slipped(longName(i)) })),
  },
  initials: {
    roster: people((i) => ({
      name: [i, i / 26, i / 676, i / 17576].map((each) => LETTERS[Math.floor(each) % 26]!).join(". "),
    })),
  },
  aliases: {
    roster: people((i) => ({ name: `${commonName(i)} ALIAS ${commonName(i + 1)}` })),
    source: people((i) => ({ name: `${commonName(i + 1)} ALIAS ${commonName(i)}` })),
  },
  rejected: { roster: people((i) => (i === 0 ? {} : { nik: "", name: "", born: ONE_DATE })) },
  twice: { roster: (i) => person(Math.floor(i / 2)), source: person, allReports: true },
  "four-sources": {
    roster: person,
    source: (i, _, source) => {
      const row = person(i);
      if (source === "dukcapil") return row;
      return source === "bkn" ? { ...row, born: "01-01-1980" } : { ...row, name: slipped(row.name) };
    },
    sources: EVERYWHERE,
    allReports: true,
  },
  mismatch: {
    roster: person,
    source: (i) => ({ ...person(i + 1_000_000), nik: person(i).nik }),
    allReports: true,
  },
  swapped: {
    roster: person,
    source: (i, rows) => ({ ...person(i), nik: person(Math.min(i ^ 1, rows - 1)).nik }),
    allReports: true,
  },
  // each name is the next but for one letter, and so are the dates
  chain: {
    roster: (i) => {
      const letters = Array.from({ length: 4 }, (_, at) => LETTERS[Math.floor((i + 4 - at) / 4) % 26]!);
      return { ...person(i), nik: crowdedNik(i), name: `SITI ${letters.join("A")}AH`, born: ONE_DATE };
    },
    allReports: true,
  },
  twins: {
    roster: people((i) => {
      const elder = person(i - (i % 2));
      const last = i % 2 === 0 ? "HASAN" : "HUSEN";
      return { ...elder, nik: `${elder.nik.slice(0, 12)}${digits(i, 4)}`, name: `${elder.name} ${last}` };
    }),
    source: people((i) => {
      const elder = person(i - (i % 2));
      return { ...elder, nik: "", name: `${elder.name} HASEN` };
    }),
    allReports: true,
  },
  "huge-cells": {
    roster: people((i) => (i % ONE_IN === 0 ? { place: ownWord(i).repeat(HUGE_CELL / 10) } : {})),
    allReports: true,
  },
  "huge-names": {
    roster: people((i) => (i % ONE_IN === 0 ? { name: `${ownWord(i)} `.repeat(HUGE_CELL / 10) } : {})),
    allReports: true,
  },
  "many-columns": {
    roster: person,
    more: (i) => Array.from({ length: i % ONE_IN === 0 || i < 0 ? MANY_COLUMNS : 0 }, (_, at) => `K${at}`),
  },
  "line-breaks": {
    roster: people((i) => ({ name: `${person(i).name}\nBIN ${commonName(i)}` })),
    allReports: true,
  },
  workbook: { roster: person, workbook: true },
  "workbook-reports": {
    roster: people((i) => ({ nik: ONE_NIK, name: `${commonName(i)}\n${ownWord(i)}` })),
    allReports: true,
    workbook: true,
  },
};
