/**
 * NIK, the population number: 16 digits, of which six are the region and six the birth date of the first
 * registration (day plus 40 for women) and four a serial (PP 37/2007 art. 37; domain.md §1.1).
 *
 * The number is for life. It follows neither a move nor a corrected birth date or sex (PP 40/2019 art. 30(2),
 * Permendagri 108/2019 art. 15(3)), so what is inside it is a hint about the row, never proof that the number is
 * wrong. Only Dukcapil decides whether a NIK is valid; nothing here does.
 */
import { type BirthDate, isRealDate } from "./birth-date.ts";
import type { BirthDateDigits, Identifier, IdentifierField } from "./identifier.ts";
import { cleanLongNumber, compareLongNumbers, type NumberShape } from "./long-number.ts";
import {
  carriesDate,
  FEMALE_DAYS,
  NIK_DATE_FROM,
  NIK_DATE_TO,
  NIK_DIGITS,
  NIK_HALF,
  packDigits,
  twoDigitsAt,
} from "./packed-nik.ts";
import { isKnownRegion } from "./regions.ts";
import type { Sex } from "./sex.ts";

/** Serials are given out from 0001, so 0000 is proof of damage (domain.md §1.1). */
const SHAPE: NumberShape = {
  length: NIK_DIGITS,
  dateFrom: NIK_DATE_FROM,
  dateTo: NIK_DATE_TO,
  neverZeroFrom: NIK_DATE_TO,
};

export const NIK: IdentifierField = {
  kind: "nik",
  digits: SHAPE.length,
  clean: (text) => cleanLongNumber(text, SHAPE),
  compare: (roster, source) => compareLongNumbers(roster, source, SHAPE),
  birthDateDigits,
  sex,
};

function hasDate(id: Identifier): boolean {
  return id.state !== "malformed" && id.value.length === SHAPE.length && id.certain >= SHAPE.dateTo;
}

function birthDateDigits(id: Identifier): BirthDateDigits | null {
  if (!hasDate(id)) return null;
  const written = writtenDay(id);
  const day = written > FEMALE_DAYS ? written - FEMALE_DAYS : written;
  const month = twoDigits(id.value, 8);
  const yearOfCentury = twoDigits(id.value, 10);
  // 1900 was no leap year and 2000 was one; otherwise both centuries have the same days
  return isRealDate(2000 + yearOfCentury, month, day) ? { day, month, yearOfCentury, year: null } : null;
}

function sex(id: Identifier): Sex {
  if (birthDateDigits(id) === null) return 0;
  return writtenDay(id) > FEMALE_DAYS ? 2 : 1;
}

/** 1–31 for men, 41–71 for women. */
function writtenDay(id: Identifier): number {
  return twoDigits(id.value, SHAPE.dateFrom);
}

function twoDigits(digits: string, at: number): number {
  return (digits.charCodeAt(at) - 0x30) * 10 + digits.charCodeAt(at + 1) - 0x30;
}

export type NikHint = "nik.birth_date_conflict" | "nik.sex_conflict" | "nik.unknown_region";

/**
 * What is odd about a sound NIK beside its own row: a date inside that is another or none, the other sex, a
 * province or regency that never had a code. Hints never decide anything: the number keeps date, sex and region
 * of the first registration by law (Permendagri 108/2019 art. 15(3); domain.md §1.1), and even the union of all
 * published region tables is incomplete (domain.md §2).
 */
export function nikHints(id: Identifier, birthDate: BirthDate, recordSex: Sex): readonly NikHint[] {
  if (id.state !== "sound") return HINTS[0]!;
  const high = packDigits(id.value, 0);
  return packedNikHints(high, packDigits(id.value, NIK_HALF), birthDate.packed, recordSex);
}

/** The same of a NIK as its packed halves, beside a birth date as yyyymmdd or 0. */
export function packedNikHints(
  high: number,
  low: number,
  birthDate: number,
  recordSex: Sex,
): readonly NikHint[] {
  const written = twoDigitsAt(high, NIK_DATE_FROM);
  const isFemale = written > FEMALE_DAYS;
  const day = isFemale ? written - FEMALE_DAYS : written;
  const hasDate = isRealDate(2000 + twoDigitsAt(low, 2), twoDigitsAt(low, 0), day);
  const isOtherDate = birthDate !== 0 && !carriesDate(high, low, birthDate);
  const isOtherSex = hasDate && recordSex !== 0 && isFemale !== (recordSex === 2);
  const isUnknownRegion = !isKnownRegion(twoDigitsAt(high, 0) * 100 + twoDigitsAt(high, 2));
  return HINTS[(!hasDate || isOtherDate ? 1 : 0) | (isOtherSex ? 2 : 0) | (isUnknownRegion ? 4 : 0)]!;
}

const NIK_HINTS: readonly NikHint[] = ["nik.birth_date_conflict", "nik.sex_conflict", "nik.unknown_region"];
/** Every set of hints, by their bits. */
const HINTS: readonly (readonly NikHint[])[] = Array.from({ length: 1 << NIK_HINTS.length }, (_, bits) =>
  NIK_HINTS.filter((_hint, i) => (bits & (1 << i)) !== 0),
);
