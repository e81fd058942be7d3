/**
 * What a comparison comes to, in numbers: the levels on which two records agree, packed into one, and how many bits of
 * evidence the rarity of what agrees is worth.
 */
import { BIRTH_DATE_LEVEL, BIRTH_DATE_LEVELS } from "../field/birth-date.ts";
import { IDENTIFIER_LEVEL, IDENTIFIER_LEVELS } from "../field/identifier.ts";
import { FIELDS, type Field, type Level } from "../field/level.ts";
import { NAME_LEVEL, NAME_LEVELS } from "../field/name.ts";
import { PLACE_LEVELS } from "../field/place.ts";
import { SEX_LEVELS } from "../field/sex.ts";

/** The levels of every field, by position. */
export const FIELD_LEVELS: Readonly<Record<Field, readonly Level[]>> = {
  nik: IDENTIFIER_LEVELS,
  name: NAME_LEVELS,
  birth_place: PLACE_LEVELS,
  birth_date: BIRTH_DATE_LEVELS,
  sex: SEX_LEVELS,
};

/** No field has more than sixteen levels. */
const BITS_PER_LEVEL = 4;
const LEVEL_MASK = (1 << BITS_PER_LEVEL) - 1;
const FIELD_POSITION: Readonly<Record<Field, number>> = {
  nik: 0,
  name: 1,
  birth_place: 2,
  birth_date: 3,
  sex: 4,
};
/** Added to packed levels: see `nikFitsDate` and `bothNiksFit`. */
export const NIK_FITS_DATE = 1 << (BITS_PER_LEVEL * 5);
export const BOTH_FIT = NIK_FITS_DATE << 1;

/** The levels of one pair packed into an integer: four bits a field, and two for how the dates inside the NIKs fit. */
export type PackedLevels = number;

export function levelOf(levels: PackedLevels, field: Field): number {
  return (levels >>> (FIELD_POSITION[field] * BITS_PER_LEVEL)) & LEVEL_MASK;
}

/** `levelOf` of one field each, for where every pair passes. */
export const nikLevel = (levels: PackedLevels): number => levels & LEVEL_MASK;
export const nameLevel = (levels: PackedLevels): number => (levels >>> BITS_PER_LEVEL) & LEVEL_MASK;
export const placeLevel = (levels: PackedLevels): number => (levels >>> (2 * BITS_PER_LEVEL)) & LEVEL_MASK;
export const dateLevel = (levels: PackedLevels): number => (levels >>> (3 * BITS_PER_LEVEL)) & LEVEL_MASK;
export const sexLevel = (levels: PackedLevels): number => (levels >>> (4 * BITS_PER_LEVEL)) & LEVEL_MASK;

export function levelEntry(levels: PackedLevels, field: Field): Level {
  return FIELD_LEVELS[field][levelOf(levels, field)]!;
}

/**
 * True when the roster's NIK contradicts the roster's own birth date and the source's NIK agrees with it: then the
 * differing digits are an error of the roster, not a neighbour's number.
 */
export function nikFitsDate(levels: PackedLevels): boolean {
  return (levels & NIK_FITS_DATE) !== 0;
}

/**
 * True when both NIKs carry their own record's birth date and the dates differ: then the numbers differ because the
 * people do (brothers, sisters), and their nearness is no error.
 */
export function bothNiksFit(levels: PackedLevels): boolean {
  return (levels & BOTH_FIT) !== 0;
}

/** Identifier, name and birth date are the record's own to the letter. */
export function isPerfect(levels: PackedLevels): boolean {
  return (
    nikLevel(levels) === IDENTIFIER_LEVEL.exact &&
    nameLevel(levels) === NAME_LEVEL.exact &&
    dateLevel(levels) === BIRTH_DATE_LEVEL.exact
  );
}

/** Of identifier, name and birth date two are the record's own, and the third is near, damaged or missing. */
export function agreesInTwo(levels: PackedLevels): boolean {
  let agreeing = 0;
  for (const field of ["nik", "name", "birth_date"] as const) {
    const { agreement } = levelEntry(levels, field);
    if (agreement === "different") return false;
    if (agreement === "same") agreeing++;
  }
  return agreeing >= 2;
}

/** Name and birth date are the record's own, and the birth place is no other. */
export function hasNameAndDate(levels: PackedLevels): boolean {
  const agreement = (field: Field) => levelEntry(levels, field).agreement;
  return (
    agreement("name") === "same" &&
    agreement("birth_date") === "same" &&
    agreement("birth_place") !== "different"
  );
}

/**
 * Identifier and name are the record's own, or the name has another row's slip, and the birth date is known and stands
 * otherwise to the record's than that of the other row: the two rows say different things of one person.
 */
export function saysOtherDate(levels: PackedLevels, than: PackedLevels): boolean {
  const agreement = (field: Field) => levelEntry(levels, field).agreement;
  if (agreement("nik") !== "same") return false;
  const isSameSlip = agreement("name") === "near" && nameLevel(levels) === nameLevel(than);
  if (agreement("name") !== "same" && !isSameSlip) return false;
  if (agreement("birth_date") === "missing" || agreement("birth_date") === "damaged") return false;
  return dateLevel(levels) !== dateLevel(than);
}

/** Whether these fields are the record's own, and no other differs. */
export function isSameIn(fields: readonly Field[], levels: PackedLevels): boolean {
  for (const field of FIELDS) {
    const { agreement } = levelEntry(levels, field);
    if (agreement !== "same" && (agreement !== "missing" || fields.includes(field))) return false;
  }
  return true;
}

/** The same name, and nothing else to go by or against. */
export function isNamesake(levels: PackedLevels): boolean {
  const agreement = (field: Field) => levelEntry(levels, field).agreement;
  return (
    agreement("name") === "same" &&
    agreement("nik") === "missing" &&
    agreement("birth_date") === "missing" &&
    agreement("birth_place") !== "different" &&
    agreement("sex") !== "different"
  );
}

/** Positions of levels, packed. */
export function packLevels(
  nik: number,
  name: number,
  place: number,
  date: number,
  sex: number,
): PackedLevels {
  return (
    nik |
    (name << BITS_PER_LEVEL) |
    (place << (2 * BITS_PER_LEVEL)) |
    (date << (3 * BITS_PER_LEVEL)) |
    (sex << (4 * BITS_PER_LEVEL))
  );
}

/** What comparing two persons came to. */
export interface Comparison {
  readonly levels: PackedLevels;
  /** Bits of evidence from how rare the agreeing words, birth date and place are; 0 where nothing agrees. */
  readonly termBits: number;
  /** The same, part by part. */
  readonly terms: TermBits;
}

/** Bits of evidence by the field whose values agree. */
export interface TermBits {
  readonly name: number;
  readonly birth_date: number;
  readonly birth_place: number;
}

/** Of a pair that shows no values. */
export const NO_TERMS: TermBits = { name: 0, birth_date: 0, birth_place: 0 };
