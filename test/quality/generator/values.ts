/**
 * What a row says about a person, and how one of its values can be wrong: the words shared by the makers of errors
 * and the judge of them. It refuses to hold any behaviour beyond reading the date out of a NIK.
 */
import type { Sex } from "./names.ts";

export type Field = "nik" | "name" | "birth_place" | "birth_date" | "sex";

/** The values of one row. */
export interface Values {
  readonly nik: string;
  readonly name: string;
  readonly birth_place: string;
  /** yyyymmdd, or what stands in the cell when that is no date ("" when nothing does). */
  readonly birth_date: number | string;
  readonly sex: Sex;
}

/**
 * How grave a wrong value is: `near`, an explainable slip; `lost`, an identifier missing or damaged beyond reading;
 * `unreadable`, a birth date missing or no date; `different`, nothing in common.
 */
export type Gravity = "near" | "lost" | "unreadable" | "different";

/** One wrong value of one field. */
export interface Slip {
  readonly field: Field;
  readonly gravity: Gravity;
  readonly wrong: string | number;
  /** The finding code when the roster has the wrong value and the source the right one. */
  readonly code: string;
  /** The finding code when the source has the wrong value and the roster the right one. */
  readonly reverse: string;
  /** Set where the wrong NIK is another person's: whether the KTP list has that person. */
  readonly otherInKtp?: boolean;
}

/** ddmmyy as the NIK has it, a woman's day brought back; "" for a text that is not 16 digits. */
export function dateInNik(nik: string): string {
  if (!/^\d{16}$/.test(nik)) return "";
  const day = Number(nik.slice(6, 8));
  return String(day > 40 ? day - 40 : day).padStart(2, "0") + nik.slice(8, 12);
}

/** yyyymmdd → ddmmyy. */
export function shortDate(date: number): string {
  const text = String(date);
  return text.slice(6, 8) + text.slice(4, 6) + text.slice(2, 4);
}
