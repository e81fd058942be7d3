/**
 * What the identifier kinds (`nik`, `nip`, `plain`) have in common: the shape of a cleaned identifier and the
 * levels on which two of them are compared. The kinds differ in how they clean and in what they know of the
 * inside of the number; `IDENTIFIER_KINDS` in identifier-kinds.ts is the list to extend.
 */
import { type Level, levelPositions } from "./level.ts";
import type { Sex } from "./sex.ts";

export type IdentifierKind = "nik" | "nip" | "plain";

/**
 * - `sound`: complete, the right length;
 * - `missing`: nothing there;
 * - `damaged`: some digits are known, some are lost (Excel, a digit too few or too many);
 * - `malformed`: nothing that can be read as this identifier.
 */
export type IdentifierState = "sound" | "missing" | "damaged" | "malformed";

export interface Identifier {
  readonly state: IdentifierState;
  /** The digits (or folded text for `plain`) as far as they are known, "" when there are none. */
  readonly value: string;
  /** How many leading characters of `value` are certain: all of them unless Excel rounded the rest away. */
  readonly certain: number;
  /** True when letters were read as the digits they look like (O→0, l→1): reported as `equivalent`. */
  readonly lookalike: boolean;
}

/** The birth date inside an identifier, which need not be the person's (domain.md §1.1). Always a calendar date. */
export interface BirthDateDigits {
  readonly day: number;
  readonly month: number;
  /** 0..99. */
  readonly yearOfCentury: number;
  /** With its century where the identifier has it (NIP), otherwise null (NIK). */
  readonly year: number | null;
}

/** What a kind of identifier can do. */
export interface IdentifierField {
  readonly kind: IdentifierKind;
  /** Digits of a whole identifier; null for text without inner structure. */
  readonly digits: number | null;
  /** Reads one cell; never throws. */
  clean(text: string): Identifier;
  /** Position in `IDENTIFIER_LEVELS`: how the roster's identifier differs from the source's. */
  compare(roster: Identifier, source: Identifier): number;
  /** The birth date inside, null where there is none, it is no date or its digits are not certain. */
  birthDateDigits(id: Identifier): BirthDateDigits | null;
  /** The sex inside, 0 where there is none. */
  sex(id: Identifier): Sex;
}

export const MISSING_IDENTIFIER: Identifier = { state: "missing", value: "", certain: 0, lookalike: false };

/** Levels of every identifier kind, first that holds wins. Positions are stored in links: append only. */
export const IDENTIFIER_LEVELS = [
  { name: "missing", agreement: "missing", code: "nik.missing" },
  { name: "exact", agreement: "same", code: null },
  { name: "excel_zeroed", agreement: "damaged", code: "nik.excel_damaged" },
  { name: "excel_rounded", agreement: "damaged", code: "nik.excel_damaged" },
  { name: "transposed", agreement: "near", code: "nik.transposed" },
  { name: "digit_lost", agreement: "near", code: "nik.digit_lost" },
  { name: "digit_added", agreement: "near", code: "nik.digit_added" },
  { name: "one_digit_in_serial", agreement: "near", code: "nik.typo" },
  { name: "one_digit_in_date", agreement: "near", code: "nik.typo" },
  { name: "one_digit_in_region", agreement: "near", code: "nik.typo" },
  { name: "two_digits", agreement: "near", code: "nik.typo" },
  { name: "different", agreement: "different", code: "nik.different" },
  { name: "damaged", agreement: "damaged", code: "nik.malformed" },
] as const satisfies readonly Level[];

export type IdentifierLevel = (typeof IDENTIFIER_LEVELS)[number]["name"];
export const IDENTIFIER_LEVEL = levelPositions(IDENTIFIER_LEVELS);
