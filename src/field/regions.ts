/**
 * Province and regency codes of the Ministry of Home Affairs (Kemendagri): the first four digits of a NIK.
 *
 * The union of all versions from Permendagri 56/2015 to Kepmendagri 300.2.2-2430/2025, since a NIK keeps the code
 * of its first registration: the Papua codes 91xx and 92xx that became 93xx to 96xx in 2022 are in it, and so are
 * ten codes retired before 2015 when Kalimantan Utara and Sulawesi Barat were split off, known from the gaps they
 * left (domain.md §2). No sub-districts: the published tables lack codes that living people carry.
 *
 * Codes from cahyadsn/wilayah (https://github.com/cahyadsn/wilayah), MIT License, copyright (c) cahya dsn.
 */

/** Regencies (01–69) and cities (71–99) per province, as codes and inclusive ranges of codes. */
export const REGENCIES: Readonly<Record<number, string>> = {
  11: "01-18 71-75",
  12: "01-25 71-78",
  13: "01-12 71-77",
  14: "01-10 71-72",
  15: "01-09 71-72",
  16: "01-13 71-74",
  17: "01-09 71",
  18: "01-13 71-72",
  19: "01-06 71",
  21: "01-05 71-72",
  31: "01 71-75",
  32: "01-18 71-79",
  33: "01-29 71-76",
  34: "01-04 71",
  35: "01-29 71-79",
  36: "01-04 71-74",
  51: "01-08 71",
  52: "01-08 71-72",
  53: "01-21 71",
  61: "01-12 71-72",
  62: "01-13 71",
  63: "01-11 71-72",
  64: "01-03 07-09 11 71-72 74",
  65: "01-04 71",
  71: "01-11 71-74",
  72: "01-12 71",
  73: "01-18 22 24 26 71-73",
  74: "01-15 71-72",
  75: "01-05 71",
  76: "01-06",
  81: "01-09 71-72",
  82: "01-08 71-72",
  91: "01-28 71",
  92: "01-12 71",
  93: "01-04",
  94: "01-08",
  95: "01-08",
  96: "01-05 71",
};

/** Codes retired before 2015: five that became Kalimantan Utara (65), five that became Sulawesi Barat (76). */
export const RETIRED_REGENCIES: Readonly<Record<number, string>> = {
  64: "04-06 10 73",
  73: "19-21 23 25",
};

/** The four-digit codes of a table as numbers, ascending within a province. */
export function regencyCodes(table: Readonly<Record<number, string>>): number[] {
  const codes: number[] = [];
  for (const [province, ranges] of Object.entries(table)) {
    for (const range of ranges.split(" ")) {
      const [first, last = first] = range.split("-");
      for (let code = Number(first); code <= Number(last); code++) codes.push(Number(province) * 100 + code);
    }
  }
  return codes;
}

const known = new Uint8Array(10_000);
for (const code of regencyCodes(REGENCIES)) known[code] = 1;
for (const code of regencyCodes(RETIRED_REGENCIES)) known[code] = 1;

/** True for a number of four digits that is or was the code of a regency or city. */
export function isKnownRegion(code: number): boolean {
  return known[code] === 1;
}
