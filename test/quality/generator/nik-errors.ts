/**
 * How an office gets a NIK wrong: on the keyboard, in Excel, by copying another number. Each maker returns a slip
 * that falls clearly into one finding code, or null where it cannot happen to this NIK. It refuses to make a NIK
 * that some other person holds, except where that is the error.
 */
import type { Person } from "./people.ts";
import type { Roll } from "./random.ts";
import type { Slip } from "./values.ts";
import { dateInNik, shortDate } from "./values.ts";

/** Tells whether somebody has this NIK. */
export type IsHeld = (nik: string) => boolean;

/** Keys beside each other on the row of digits or on the number pad, and digits that look alike on a copy. */
const MISTAKEN_DIGITS = [
  "9817",
  "2047",
  "1350",
  "2465",
  "3571",
  "4628",
  "5938",
  "8416",
  "7935",
  "8063",
] as const;

// Where the parts of a NIK begin. The province is left alone: nobody in Musi Rawas mistypes the 16 they type all
// day; only `nikOfUnknownRegion` does.
const REGENCY_END = 3;
const DISTRICT = 4;
const DATE = 6;
const SERIAL = 12;
const LENGTH = 16;

function slip(code: string, wrong: string, gravity: Slip["gravity"], reverse = code): Slip {
  return { field: "nik", gravity, wrong, code, reverse };
}

/** A NIK that could have been issued: a district other than 00, a possible date, a serial other than 0000. */
function couldExist(nik: string): boolean {
  if (nik.slice(DISTRICT, DATE) === "00" || nik.endsWith("0000")) return false;
  const dayAndSex = Number(nik.slice(DATE, DATE + 2));
  const day = dayAndSex > 40 ? dayAndSex - 40 : dayAndSex;
  const month = Number(nik.slice(DATE + 2, DATE + 4));
  if (day < 1 || month < 1 || month > 12) return false;
  return day <= (month === 2 ? 28 : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}

/** A regency of South Sumatra exists under every last digit but 0; elsewhere the regency is left alone. */
function knownRegency(nik: string): boolean {
  return nik[REGENCY_END] !== "0" || nik[2] !== "0";
}

function replaceDigit(roll: Roll, nik: string, at: number): string {
  return nik.slice(0, at) + roll.pick([...MISTAKEN_DIGITS[Number(nik[at])]!]) + nik.slice(at + 1);
}

/** A place to mistype: any digit from the district on, and in South Sumatra the last one of the regency. */
function placeToMistype(roll: Roll, nik: string): number {
  const from = nik.startsWith("160") ? REGENCY_END : DISTRICT;
  return from + roll.below(LENGTH - from);
}

const TRIES = 40;

function firstGood(make: () => string, isGood: (nik: string) => boolean): string | null {
  for (let i = 0; i < TRIES; i++) {
    const nik = make();
    if (isGood(nik)) return nik;
  }
  return null;
}

/** One digit, or two that are not neighbours. */
export function mistypedNik(roll: Roll, right: string, digits: 1 | 2, isHeld: IsHeld): Slip | null {
  const make = () => {
    const at = placeToMistype(roll, right);
    const once = replaceDigit(roll, right, at);
    if (digits === 1) return once;
    const second = placeToMistype(roll, right);
    return Math.abs(second - at) < 2 ? right : replaceDigit(roll, once, second);
  };
  const clear = (nik: string) => nik !== right && !isZeroed(nik, right) && !isZeroed(right, nik);
  const wrong = firstGood(make, (nik) => clear(nik) && couldExist(nik) && knownRegency(nik) && !isHeld(nik));
  return wrong === null ? null : slip("nik.typo", wrong, "near");
}

/** A first digit that makes it a province that does not exist. */
export function nikOfUnknownRegion(roll: Roll, right: string): Slip | null {
  if (!right.startsWith("16")) return null;
  return slip("nik.typo", roll.pick(["4", "2"]) + right.slice(1), "near");
}

/** Two neighbouring digits in each other's place, within the district, the date or the serial. */
export function transposedNik(roll: Roll, right: string, isHeld: IsHeld): Slip | null {
  const make = () => {
    const at = DISTRICT + roll.below(LENGTH - 1 - DISTRICT);
    return right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2);
  };
  const wrong = firstGood(make, (nik) => nik !== right && couldExist(nik) && !isHeld(nik));
  return wrong === null ? null : slip("nik.transposed", wrong, "near");
}

/**
 * A digit forgotten or hit twice. With `inDate` the date can no longer be read at any place of the number: for
 * people without a KTP on file, where it would else be arguable whether the roster still shows the date.
 */
export function nikOfWrongLength(roll: Roll, right: string, change: -1 | 1, inDate: boolean): Slip | null {
  const date = right.slice(DATE, SERIAL);
  const make = () => {
    const at = inDate ? DATE + roll.below(6) : 2 + roll.below(LENGTH - 2);
    const copied = change === 1 ? right[at]! + right[at]! : "";
    return right.slice(0, at) + copied + right.slice(at + 1);
  };
  const wrong = firstGood(make, (nik) => !inDate || !nik.includes(date));
  if (wrong === null) return null;
  return change === -1
    ? slip("nik.digit_lost", wrong, "near", "nik.digit_added")
    : slip("nik.digit_added", wrong, "near", "nik.digit_lost");
}

/** Excel keeps fifteen digits and writes 0 for the sixteenth. */
function zeroed(nik: string): string {
  return `${nik.slice(0, -1)}0`;
}

function isZeroed(nik: string, original: string): boolean {
  return nik === zeroed(original);
}

export function zeroedNik(right: string, isHeld: IsHeld): Slip | null {
  const wrong = zeroed(right);
  return wrong === right || isHeld(wrong) ? null : slip("nik.excel_damaged", wrong, "lost");
}

/** What Excel shows in a cell of ordinary width: six significant digits, trailing zeros left out. */
export function scientificNik(right: string): Slip {
  const rounded = String(Math.round(Number(right.slice(0, 7)) / 10)).padStart(6, "0");
  const mantissa = `${rounded[0]}.${rounded.slice(1)}`.replace(/\.?0+$/, "");
  return slip("nik.excel_damaged", `${mantissa}E+15`, "lost");
}

export function missingNik(roll: Roll): Slip {
  return slip("nik.missing", roll.pick(["", "", "", "-"]), "lost");
}

/** A NIP in the NIK column, or a remark. */
export function malformedNik(roll: Roll, person: Person): Slip {
  const appointed = 2005 + roll.below(16);
  const nip = `${person.born}${appointed}${String(1 + roll.below(12)).padStart(2, "0")}`;
  const remark = roll.pick(["KTP hilang", "masih diurus", "lihat KK", "KTP rusak"]);
  const text = roll.chance(0.5)
    ? `${nip}${person.sex === "L" ? 1 : 2}${String(1 + roll.below(60)).padStart(3, "0")}`
    : remark;
  return slip("nik.malformed", text, "lost");
}

/** At least three digits apart and no swap: beyond every slip the contract names. */
function isFar(a: string, b: string): boolean {
  let apart = 0;
  for (let i = 0; i < LENGTH; i++) if (a[i] !== b[i]) apart++;
  return apart > 2;
}

/** The number of the family card, which has the same length: region, date of issue, serial (domain.md §1.2). */
export function familyCardNumber(roll: Roll, right: string, isHeld: IsHeld): Slip | null {
  const issued = [1 + roll.below(28), 1 + roll.below(12), 7 + roll.below(15)];
  const date = issued.map((part) => String(part).padStart(2, "0")).join("");
  const wrong = right.slice(0, DATE) + date + String(9000 + roll.below(1000));
  return isFar(wrong, right) && !isHeld(wrong) ? slip("nik.different", wrong, "different") : null;
}

/** A number from an older card: another region and serial, the same date. */
export function outdatedNik(roll: Roll, right: string, isHeld: IsHeld): Slip | null {
  const region = roll.pick(["160503", "160509", "160512", "167101", "330205", "180703"]);
  const wrong = region + right.slice(DATE, SERIAL) + String(9000 + roll.below(1000));
  return isFar(wrong, right) && !isHeld(wrong) ? slip("nik.different", wrong, "different") : null;
}

/** Whether one person's NIK on another's row would plainly be somebody else's: another name and another date. */
export function areUnlike(one: Person, other: Person): boolean {
  return one.name !== other.name && one.born !== other.born && isFar(one.nik, other.nik);
}

/** Another person's NIK. Against a KTP list without that person it is just a different number. */
export function nikOfOther(other: Person, otherInKtp: boolean): Slip {
  const code = "nik.belongs_to_other";
  return { field: "nik", gravity: "different", wrong: other.nik, code, reverse: code, otherInKtp };
}

/** Province codes of all times. Regencies need no look: no error here makes one that does not exist. */
const PROVINCE = /^(1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6])/;

/**
 * The hints a sound NIK gives about its own row: its date, its sex, its region against what the row says. The serial
 * 0000 is proof of damage (domain.md §1.3), and a damaged NIK gives none.
 */
export function hintsOf(nik: string, born: number | string, sex: string): string[] {
  const hints: string[] = [];
  const date = dateInNik(nik);
  if (date === "" || nik.endsWith("0000")) return hints;
  if (typeof born === "number" && date !== shortDate(born)) hints.push("nik.birth_date_conflict");
  if ((Number(nik.slice(DATE, DATE + 2)) > 40 ? "P" : "L") !== sex) hints.push("nik.sex_conflict");
  if (!PROVINCE.test(nik)) hints.push("nik.unknown_region");
  return hints;
}
