/**
 * A candidate pair held side by side: per field the named level that holds, and how much agreement says given how
 * common the agreeing values are. No score yet: `model.ts` turns levels into weights.
 */
import { BIRTH_DATE_LEVELS, compareBirthDate } from "../field/birth-date.ts";
import { IDENTIFIER_LEVELS, type IdentifierField } from "../field/identifier.ts";
import type { Field, Level } from "../field/level.ts";
import { ABBREVIATED, compareName, NAME_LEVELS, SAME, SPELLING, TYPO } from "../field/name.ts";
import { comparePlace, PLACE_LEVELS } from "../field/place.ts";
import { compareSex, SEX_LEVELS } from "../field/sex.ts";
import type { Frequencies } from "./frequency.ts";
import type { People, Person } from "./people.ts";

/** The levels of every field, by position. */
export const FIELD_LEVELS: Readonly<Record<Field, readonly Level[]>> = {
  nik: IDENTIFIER_LEVELS,
  name: NAME_LEVELS,
  birth_place: PLACE_LEVELS,
  birth_date: BIRTH_DATE_LEVELS,
  sex: SEX_LEVELS,
};

const BITS_PER_LEVEL = 4;
const LEVEL_MASK = (1 << BITS_PER_LEVEL) - 1;
const FIELD_POSITION: Readonly<Record<Field, number>> = {
  nik: 0,
  name: 1,
  birth_place: 2,
  birth_date: 3,
  sex: 4,
};
const NIK_FITS_DATE = 1 << (BITS_PER_LEVEL * 5);
const BOTH_FIT = NIK_FITS_DATE << 1;

/** The levels of one pair packed into an integer: four bits a field, and two for how the dates inside the NIKs fit. */
export type PackedLevels = number;

export function levelOf(levels: PackedLevels, field: Field): number {
  return (levels >>> (FIELD_POSITION[field] * BITS_PER_LEVEL)) & LEVEL_MASK;
}

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

export interface Comparison {
  levels: PackedLevels;
  /** Bits of evidence from how rare the agreeing words, birth date and place are; 0 where nothing agrees. */
  termBits: number;
  /** The same, part by part. */
  terms: TermBits;
}

export interface TermBits {
  readonly name: number;
  readonly birth_date: number;
  readonly birth_place: number;
}

/** Agreement on many rare words is one event, not many: family members share them. */
const MOST_NAME_BITS = 20;
/** A word that stands short ("M.") could be many words. */
const SHORT_WORD_BITS = 2.5;
/** A word one letter off could be that many other words' typing error. */
const TYPO_DISCOUNT_BITS = 2;
const SPELLING_DISCOUNT_BITS = 0.5;
export const MOST_PLACE_BITS = 4;

const NEAR_IDENTIFIER = new Set(
  IDENTIFIER_LEVELS.flatMap((level, i) => (level.agreement === "near" ? [i] : [])),
);
const EXACT = 1;

/** The levels on which two persons agree, field by field, `roster` first. */
export function compareLevels(roster: Person, source: Person, identifiers: IdentifierField): PackedLevels {
  return packLevels(
    identifiers.compare(roster.identifier, source.identifier),
    compareName(roster.name, source.name).level,
    comparePlace(roster.birthPlace, source.birthPlace),
    compareBirthDate(roster.birthDate, source.birthDate),
    compareSex(roster.sex, source.sex),
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

/** How much comparing was done in this process, for the benchmark's regression guard: counts do not depend on the machine. */
export const WORK = { pairsCompared: 0 };

/** Compares roster person number `index` with a source person, and counts how rare what agrees is. */
export function comparePair(
  people: People,
  index: number,
  source: Person,
  identifiers: IdentifierField,
  frequencies: Frequencies,
): Comparison {
  WORK.pairsCompared++;
  const identifier = people.identifier(index);
  const birthDate = people.birthDate(index);
  const nik = identifiers.compare(identifier, source.identifier);
  const name = compareName(people.name(index), source.name);
  const date = compareBirthDate(birthDate, source.birthDate);
  const place = comparePlace(people.place(index), source.birthPlace);

  let nameBits = 0;
  for (let i = 0; i < name.relations.length; i++) {
    const relation = name.relations[i]!;
    if (relation === ABBREVIATED) nameBits += SHORT_WORD_BITS;
    else if (relation <= TYPO) {
      const bits = frequencies.wordBits(people.wordNumber(index, i));
      const discount =
        relation === SAME ? 0 : relation === SPELLING ? SPELLING_DISCOUNT_BITS : TYPO_DISCOUNT_BITS;
      // a slip in a word that nearly everybody has proves nothing, and speaks against nothing
      nameBits += Math.max(0, bits - discount);
    }
  }
  const terms: TermBits = {
    name: Math.min(nameBits, MOST_NAME_BITS),
    birth_date: date === EXACT ? frequencies.dateBits(birthDate.packed) : 0,
    birth_place:
      place === EXACT
        ? Math.min(MOST_PLACE_BITS, -Math.log2(frequencies.place(people.placeNumber(index))))
        : 0,
  };

  let levels = packLevels(nik, name.level, place, date, compareSex(people.sex(index), source.sex));
  if (NEAR_IDENTIFIER.has(nik)) {
    const rosterFits = agreesWith(identifiers.birthDateDigits(identifier), birthDate.packed);
    const sourceFits = agreesWith(identifiers.birthDateDigits(source.identifier), source.birthDate.packed);
    if (date === EXACT && !rosterFits && sourceFits) levels |= NIK_FITS_DATE;
    if (date !== EXACT && rosterFits && sourceFits) levels |= BOTH_FIT;
  }
  return { levels, termBits: terms.name + terms.birth_date + terms.birth_place, terms };
}

/** Whether the date inside an identifier is a given date (yyyymmdd), as far as it tells: the century is not in it. */
export function agreesWith(inside: ReturnType<IdentifierField["birthDateDigits"]>, packed: number): boolean {
  if (inside === null || packed === 0) return false;
  const year = Math.floor(packed / 10_000);
  return (
    inside.day === packed % 100 &&
    inside.month === Math.floor(packed / 100) % 100 &&
    inside.yearOfCentury === year % 100
  );
}
