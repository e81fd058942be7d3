/**
 * NIK, the population number: 16 digits, of which six are the region and six the birth date of the first
 * registration (day plus 40 for women) and four a serial (PP 37/2007 art. 37; domain.md §1.1).
 *
 * The number is for life. It follows neither a move nor a corrected birth date or sex (PP 40/2019 art. 30(2),
 * Permendagri 108/2019 art. 15(3)), so what is inside it is a hint about the row, never proof that the number is
 * wrong. Only Dukcapil decides whether a NIK is valid; nothing here does.
 */
import { type BirthDate, dayOf, isRealDate, monthOf, yearOf } from "./birth-date.ts";
import type { BirthDateDigits, Identifier, IdentifierField } from "./identifier.ts";
import { cleanLongNumber, compareLongNumbers, type NumberShape } from "./long-number.ts";
import { isKnownRegion } from "./regions.ts";
import type { Sex } from "./sex.ts";

/** Serials are given out from 0001, so 0000 is proof of damage (domain.md §1.1). */
const SHAPE: NumberShape = { length: 16, dateFrom: 6, dateTo: 12, neverZeroFrom: 12 };
const FEMALE_DAYS = 40;

export const NIK: IdentifierField = {
  kind: "nik",
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
  return twoDigits(id.value, 6);
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
  if (id.state !== "sound") return NO_HINTS;
  const inside = birthDateDigits(id);
  const dateConflict =
    inside === null ||
    (birthDate.packed !== 0 &&
      (inside.day !== dayOf(birthDate.packed) ||
        inside.month !== monthOf(birthDate.packed) ||
        inside.yearOfCentury !== yearOf(birthDate.packed) % 100));
  const insideSex = sex(id);
  const sexConflict = insideSex !== 0 && recordSex !== 0 && insideSex !== recordSex;
  const unknownRegion = !isKnownRegion(id.value);
  if (!dateConflict && !sexConflict && !unknownRegion) return NO_HINTS;
  const hints: NikHint[] = [];
  if (dateConflict) hints.push("nik.birth_date_conflict");
  if (sexConflict) hints.push("nik.sex_conflict");
  if (unknownRegion) hints.push("nik.unknown_region");
  return hints;
}

const NO_HINTS: readonly NikHint[] = [];
