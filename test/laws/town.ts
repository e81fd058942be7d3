/**
 * Small random towns for property tests: people with the namesakes, twins and neighbours that make linking hard,
 * and office rows that say something wrong about them. Pools are small on purpose, so that values collide. All
 * people are invented; NIKs carry real regions and serials from 9000 up.
 */
import fc from "fast-check";

/** What a list says about one person: cells as they are written. */
export interface Row {
  readonly nik: string;
  readonly name: string;
  readonly place: string;
  /** dd-mm-yyyy */
  readonly date: string;
  /** L or P */
  readonly sex: string;
}

const GIVEN = {
  L: "AHMAD BUDI EKO HASAN HUSIN JOKO MUHAMMAD RIZKI SLAMET SUTRISNO YUSUF WAYAN".split(" "),
  P: "AMINAH DESI DEWI FATIMAH KOMANG NURHAYATI RATNA RINA RINI SITI SRI SUMIATI".split(" "),
} as const;
const SECOND =
  "BASRI HARTONO HIDAYAT LESTARI PRATAMA PURNOMO RAHMAN SANTOSO SUSANTI WAHYUNI WIBOWO ZAINUDDIN".split(" ");
const PLACES = ["MUARA BELITI", "TUGUMULYO", "LUBUKLINGGAU", "MEGANG SAKTI", "PALEMBANG"];
const REGIONS = ["160509", "160501", "167303", "911003"];

const two = (value: number) => String(value).padStart(2, "0");

interface Birth {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** Few days, so that strangers share one; 1 July and 31 December among them. */
const BIRTH: fc.Arbitrary<Birth> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.integer({ min: 1968, max: 1998 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      day: fc.constantFrom(3, 12),
      month: fc.constantFrom(4, 5),
      year: fc.constantFrom(1980, 1990),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ day: 1, month: 7, year: 1975 }, { day: 31, month: 12, year: 1970 }),
  },
);

export function nikOf(region: string, birth: Birth, sex: string, serial: number): string {
  const day = birth.day + (sex === "P" ? 40 : 0);
  return `${region}${two(day)}${two(birth.month)}${two(birth.year % 100)}${serial}`;
}

const PERSON: fc.Arbitrary<Row> = fc
  .record({
    sex: fc.constantFrom("L" as const, "P" as const),
    birth: BIRTH,
    given: fc.nat(),
    more: fc.array(fc.constantFrom(...SECOND), { maxLength: 2 }),
    place: fc.constantFrom(...PLACES),
    region: fc.constantFrom(...REGIONS),
    serial: fc.integer({ min: 9000, max: 9009 }),
  })
  .map(({ sex, birth, given, more, place, region, serial }) => ({
    nik: nikOf(region, birth, sex, serial),
    name: [GIVEN[sex][given % GIVEN[sex].length]!, ...more].join(" "),
    place,
    date: `${two(birth.day)}-${two(birth.month)}-${birth.year}`,
    sex,
  }));

/** Different people: no two with one NIK, no two with one name and one birth date. */
export function town(size: { readonly minLength: number; readonly maxLength: number }): fc.Arbitrary<Row[]> {
  return fc.uniqueArray(PERSON, {
    ...size,
    comparator: (a, b) => a.nik === b.nik || (a.name === b.name && a.date === b.date),
  });
}

/** A slip of an office, or none: what becomes of a row, given all rows of the town. */
export type Slip = (row: Row, town: readonly Row[]) => Row;

const digitAt = (nik: string, at: number, by: number) =>
  nik.slice(0, at) + String((Number(nik[at]) + by) % 10) + nik.slice(at + 1);

const [day, month, year] = [0, 1, 2];
const withDate = (row: Row, change: (parts: string[]) => void): Row => {
  const parts = row.date.split("-");
  if (parts.length === 3) change(parts);
  return { ...row, date: parts.join("-") };
};

export const SLIPS: Readonly<Record<string, (n: number) => Slip>> = {
  nikMissing: () => (row) => ({ ...row, nik: "" }),
  nikTypo: (n) => (row) => ({ ...row, nik: digitAt(row.nik, n % 16, 1 + (n % 9)) }),
  nikTransposed: (n) => (row) => {
    const at = n % 15;
    return { ...row, nik: row.nik.slice(0, at) + row.nik[at + 1] + row.nik[at] + row.nik.slice(at + 2) };
  },
  nikDigitLost: (n) => (row) => ({ ...row, nik: row.nik.slice(0, n % 16) + row.nik.slice((n % 16) + 1) }),
  nikZeroed: () => (row) => ({ ...row, nik: `${row.nik.slice(0, 15)}0` }),
  nikOfAnother: (n) => (row, people) => ({ ...row, nik: people[n % people.length]!.nik }),
  nameLetterLost: (n) => (row) => ({
    ...row,
    name: row.name.slice(0, 1 + (n % 2)) + row.name.slice(2 + (n % 2)),
  }),
  nameWordMissing: () => (row) => ({ ...row, name: row.name.split(" ").slice(0, 2).join(" ") }),
  nameShortened: () => (row) => ({ ...row, name: row.name.replace("MUHAMMAD", "M.").replace("SITI", "St.") }),
  nameReordered: () => (row) => ({ ...row, name: row.name.split(" ").reverse().join(" ") }),
  nameTitled: () => (row) => ({ ...row, name: `Hj. ${row.name}, S.Pd.` }),
  nameOfAnother: (n) => (row, people) => ({ ...row, name: people[n % people.length]!.name }),
  dateSwapped: () => (row) =>
    withDate(row, (parts) => {
      if (Number(parts[day]) <= 12) [parts[day], parts[month]] = [parts[month]!, parts[day]!];
    }),
  datePlaceholder: () => (row) => withDate(row, (parts) => parts.splice(day, 2, "01", "07")),
  dateYear: () => (row) => withDate(row, (parts) => parts.splice(year, 1, String(Number(parts[year]) + 1))),
  dateDay: (n) => (row) => withDate(row, (parts) => parts.splice(day, 1, two(1 + (n % 28)))),
  dateMissing: () => (row) => ({ ...row, date: "" }),
  placeOther: (n) => (row) => ({ ...row, place: PLACES[n % PLACES.length]! }),
  placeMissing: () => (row) => ({ ...row, place: "" }),
  sexWrong: () => (row) => ({ ...row, sex: row.sex === "L" ? "P" : "L" }),
};

/** The rows of a list about a town's people, `most` slips in each at the utmost; rows of absent people are left out. */
export function listOf(
  people: readonly Row[],
  options: { readonly most: number; readonly absent?: boolean; readonly twice?: boolean } = { most: 1 },
): fc.Arbitrary<Row[]> {
  const slips = fc.array(fc.tuple(fc.constantFrom(...Object.keys(SLIPS)), fc.nat({ max: 10_000 })), {
    maxLength: options.most,
  });
  const oneRow = (row: Row) =>
    fc.tuple(slips, fc.nat({ max: 9 })).map(([chosen, fate]) => {
      const written = chosen.reduce((current, [name, n]) => SLIPS[name]!(n)(current, people), row);
      if (options.absent === true && fate === 0) return [];
      return options.twice === true && fate === 1 ? [row, written] : [written];
    });
  return fc.tuple(...people.map(oneRow)).map((rows) => rows.flat());
}
