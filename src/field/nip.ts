/**
 * NIP, the civil servant's number: 18 digits, birth date (yyyymmdd), month of appointment (yyyymm), sex (1 or 2)
 * and a serial of three (domain.md §1.2). Read and compared; which NIP is whose is for BKN to say.
 */
import { isRealDate } from "./birth-date.ts";
import type { BirthDateDigits, Identifier, IdentifierField } from "./identifier.ts";
import { cleanLongNumber, compareLongNumbers, type NumberShape } from "./long-number.ts";
import type { Sex } from "./sex.ts";

/** Digits of a NIP. */
const NIP_DIGITS = 18;
/** Serials are given out from 001, so 000 is proof of damage: Excel zeroes exactly the serial. */
const SHAPE: NumberShape = { length: NIP_DIGITS, dateFrom: 0, dateTo: 8, neverZeroFrom: 15 };
const SEX_AT = 14;

export const NIP: IdentifierField = {
  kind: "nip",
  digits: SHAPE.length,
  clean: (text) => cleanLongNumber(text, SHAPE),
  compare: (roster, source) => compareLongNumbers(roster, source, SHAPE),
  birthDateDigits,
  sex,
};

/** True when the digits before `end` stand where they belong. */
function knows(id: Identifier, end: number): boolean {
  return id.state !== "malformed" && id.value.length === SHAPE.length && id.certain >= end;
}

function birthDateDigits(id: Identifier): BirthDateDigits | null {
  if (!knows(id, SHAPE.dateTo)) return null;
  const year = Number(id.value.slice(0, 4));
  const month = Number(id.value.slice(4, 6));
  const day = Number(id.value.slice(6, 8));
  return isRealDate(year, month, day) ? { day, month, yearOfCentury: year % 100, year } : null;
}

function sex(id: Identifier): Sex {
  if (!knows(id, SEX_AT + 1)) return 0;
  const digit = id.value[SEX_AT];
  return digit === "1" ? 1 : digit === "2" ? 2 : 0;
}
