/**
 * A candidate pair held side by side: per field the named level that holds, and how much agreement says given how
 * common the agreeing values are. No score yet: `model.ts` turns levels into weights.
 */
import { BIRTH_DATE_LEVEL, BIRTH_DATE_LEVELS, compareBirthDate } from "../field/birth-date.ts";
import { IDENTIFIER_LEVEL, IDENTIFIER_LEVELS, type IdentifierField } from "../field/identifier.ts";
import type { Field, Level } from "../field/level.ts";
import {
  ABBREVIATED,
  compareName,
  compareNames,
  NAME_LEVEL,
  NAME_LEVELS,
  type NameComparison,
  type NameOf,
  SAME,
  SPELLING,
  TRUNCATION_LENGTH,
  TYPO,
} from "../field/name.ts";
import { carriesDate, comparePackedNiks } from "../field/packed-nik.ts";
import { comparePlace, PLACE_LEVEL, PLACE_LEVELS } from "../field/place.ts";
import { compareSex, SEX_LEVELS } from "../field/sex.ts";
import { NO_PLACE_NUMBER, type People, type Person, type RawCells } from "../input/people.ts";
import type { Frequencies } from "./frequency.ts";
import type { MatchModel } from "./model.ts";
import { PlaceRelations } from "./place-relations.ts";
import { WordFacts } from "./word-facts.ts";
import { WordRelations } from "./word-relations.ts";

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
export const MOST_NAME_BITS = 20;
/** A word that stands short ("M.") could be many words. */
const SHORT_WORD_BITS = 2.5;
/** A word one letter off could be that many other words' typing error. */
const TYPO_DISCOUNT_BITS = 2;
const SPELLING_DISCOUNT_BITS = 0.5;
export const MOST_PLACE_BITS = 4;

const NEAR_IDENTIFIER = new Set(
  IDENTIFIER_LEVELS.flatMap((level, i) => (level.agreement === "near" ? [i] : [])),
);

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

/** Numbers of words of a name, reused from name to name. */
interface NumberedName extends NameOf<number> {
  readonly words: number[];
  shortened: number;
}

/**
 * Holds people of one store against people of another that is numbered like it (a block of source rows), or against
 * others of the same. What a comparison came to stands in the fields until the next.
 */
export class PairComparer {
  /** The levels of the pair. */
  levels: PackedLevels = 0;
  /** Bits of evidence from how rare the agreeing words, birth date and place are; 0 where nothing agrees. */
  nameBits = 0;
  dateBits = 0;
  placeBits = 0;

  private readonly roster: People;
  private readonly other: People;
  private readonly identifiers: IdentifierField;
  private readonly frequencies: Frequencies;
  private readonly relations: WordRelations;
  private readonly places: PlaceRelations;
  private readonly rosterName: NumberedName = { words: [], shortened: 0, doubtful: 0, alias: null };
  private readonly otherName: NumberedName = { words: [], shortened: 0, doubtful: 0, alias: null };

  /** @param relations of the words of `other` */
  constructor(
    roster: People,
    other: People,
    identifiers: IdentifierField,
    frequencies: Frequencies,
    relations: WordRelations,
  ) {
    this.roster = roster;
    this.other = other;
    this.identifiers = identifiers;
    this.frequencies = frequencies;
    this.relations = relations;
    this.places = new PlaceRelations(other.places);
  }

  /** Bits of evidence from all that agrees. */
  get termBits(): number {
    return this.nameBits + this.dateBits + this.placeBits;
  }

  /** Compares person `index` of the one store with person `at` of the other, and counts how rare what agrees is. */
  compare(index: number, at: number): void {
    this.begin(index, at);
    this.addPlaces(index, at);
    this.addNames(index, at);
  }

  /** Compares what is compared in no time: identifiers, birth dates and sexes. Names and places stand as missing. */
  begin(index: number, at: number): void {
    const { roster, other } = this;
    const nik = this.compareIdentifiers(index, at);
    const date = this.compareDates(index, at);
    const isSameDate = date === BIRTH_DATE_LEVEL.exact;
    this.nameBits = 0;
    this.dateBits = isSameDate ? this.frequencies.dateBits(roster.date(index)) : 0;
    this.placeBits = 0;
    const sex = compareSex(roster.sex(index), other.sex(at));
    this.levels = packLevels(nik, NAME_LEVEL.missing, PLACE_LEVEL.missing, date, sex);
    if (NEAR_IDENTIFIER.has(nik)) this.levels |= this.fits(index, at, isSameDate);
  }

  /** Adds the places to a begun comparison. */
  addPlaces(index: number, at: number): void {
    const place = this.comparePlaces(index, at);
    if (place === PLACE_LEVEL.exact)
      this.placeBits = Math.min(MOST_PLACE_BITS, this.frequencies.placeBits(this.roster.placeNumber(index)));
    this.levels |= packLevels(0, 0, place, 0, 0);
  }

  /** Adds the names, with which a comparison is whole. */
  addNames(index: number, at: number): void {
    WORK.pairsCompared++;
    this.levels |= packLevels(0, this.compareNames(index, at), 0, 0, 0);
  }

  /** The most that agreement with the name of a record can be worth, in bits. */
  mostNameBits(index: number): number {
    const { roster, frequencies } = this;
    const count = roster.wordCount(index);
    let bits = 0;
    for (let i = 0; i < count; i++)
      bits += Math.max(frequencies.wordBits(roster.wordNumber(index, i)), SHORT_WORD_BITS);
    return Math.min(bits, MOST_NAME_BITS);
  }

  /**
   * The most that the names of two records can weigh, level and rarity together, by what a look at their words tells:
   * where a word has no counterpart on the other side, the rest is all there is. Never less than what comparing them
   * would give.
   */
  mostOfNames(index: number, at: number, model: MatchModel): number {
    const { roster, other, relations, frequencies } = this;
    const whole = this.mostNameBits(index) + model.mostOfName;
    const n = roster.wordCount(index);
    const m = other.wordCount(at);
    if (n === 0 || m === 0 || !roster.hasPlainName(index) || !other.hasPlainName(at)) return whole;
    const dotted = roster.shortened(index) !== 0 || other.shortened(at) !== 0;
    let bits = 0;
    let reached = 0;
    let strays = 0;
    for (let i = 0; i < n; i++) {
      const word = roster.wordNumber(index, i);
      let hasCounterpart = false;
      for (let j = 0; j < m; j++) {
        const otherWord = other.wordNumber(at, j);
        if (word !== otherWord && relations.areUnrelated(word, otherWord, dotted)) continue;
        hasCounterpart = true;
        reached |= 1 << j;
      }
      if (hasCounterpart) bits += Math.max(frequencies.wordBits(word), SHORT_WORD_BITS);
      else strays++;
    }
    const isEven = strays === 0 && reached === (1 << m) - 1;
    if (isEven || this.mayCloseUp(index, at, n, m)) return whole;
    return Math.min(bits, MOST_NAME_BITS) + model.mostOfUnevenName;
  }

  /** Whether names that differ word by word may be the same written together, or cut off; false only where not. */
  private mayCloseUp(index: number, at: number, n: number, m: number): boolean {
    const { roster, other, relations } = this;
    let letters = n - 1;
    let otherLetters = m - 1;
    for (let i = 0; i < n; i++) letters += relations.length(roster.wordNumber(index, i));
    for (let j = 0; j < m; j++) otherLetters += relations.length(other.wordNumber(at, j));
    const first = roster.wordNumber(index, 0);
    const otherFirst = other.wordNumber(at, 0);
    const mayBeCut = n === 1 || m === 1 || first === otherFirst;
    if (mayBeCut && Math.min(letters, otherLetters) >= TRUNCATION_LENGTH) return true;
    if (letters - n === otherLetters - m && relations.initial(first) === relations.initial(otherFirst))
      return true;
    let same = 0;
    let otherSame = 0;
    let shared = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        if (roster.wordNumber(index, i) !== other.wordNumber(at, j)) continue;
        // a word that comes twice may be left over although it is on the other side
        if (((same >> i) & 1) === 1 || ((otherSame >> j) & 1) === 1) return true;
        same |= 1 << i;
        otherSame |= 1 << j;
        shared++;
      }
    }
    // one word against one is compared as it is
    if (n === m && n - shared <= 1) return false;
    for (let i = 0; i < n; i++) {
      if (((same >> i) & 1) === 1) continue;
      const initial = relations.initial(roster.wordNumber(index, i));
      for (let j = 0; j < m; j++) {
        if (((otherSame >> j) & 1) === 0 && relations.initial(other.wordNumber(at, j)) === initial)
          return true;
      }
    }
    return false;
  }

  private compareIdentifiers(index: number, at: number): number {
    const { roster, other, identifiers } = this;
    if (identifiers.kind === "nik" && roster.hasSoundNik(index) && other.hasSoundNik(at)) {
      return comparePackedNiks(
        roster.nikHigh(index),
        roster.nikLow(index),
        other.nikHigh(at),
        other.nikLow(at),
      );
    }
    if (roster.hasNoIdentifier(index) || other.hasNoIdentifier(at)) return IDENTIFIER_LEVEL.missing;
    if (identifiers.kind === "nik" && this.differAtBothEnds(index, at)) return IDENTIFIER_LEVEL.damaged;
    return identifiers.compare(roster.identifier(index), other.identifier(at));
  }

  /**
   * True for a sound NIK and a number with too many or too few digits that differ at both ends: no single digit lost or
   * added does that.
   */
  private differAtBothEnds(index: number, at: number): boolean {
    const { roster, other } = this;
    const isOdd =
      (roster.hasSoundNik(index) && other.hasKnownEnds(at)) ||
      (roster.hasKnownEnds(index) && other.hasSoundNik(at));
    return isOdd && roster.nikHigh(index) !== other.nikHigh(at) && roster.nikLow(index) !== other.nikLow(at);
  }

  private compareDates(index: number, at: number): number {
    const { roster, other } = this;
    const date = roster.date(index);
    if (date !== 0 && date === other.date(at)) return BIRTH_DATE_LEVEL.exact;
    return compareBirthDate(roster.birthDate(index), other.birthDate(at));
  }

  private comparePlaces(index: number, at: number): number {
    const { roster, other } = this;
    const place = roster.placeNumber(index);
    const otherPlace = other.placeNumber(at);
    if (place === NO_PLACE_NUMBER || otherPlace === NO_PLACE_NUMBER) return PLACE_LEVEL.missing;
    return place === otherPlace ? PLACE_LEVEL.exact : this.places.compare(place, otherPlace);
  }

  /** The level of the names; sets their bits. */
  private compareNames(index: number, at: number): number {
    const { roster, other, frequencies } = this;
    const count = roster.wordCount(index);
    if (count > 0 && count === other.wordCount(at) && this.haveSameWords(index, at, count)) {
      this.nameBits = Math.min(frequencies.nameBits(roster, index), MOST_NAME_BITS);
      return NAME_LEVEL.exact;
    }
    const { level, relations } = this.namesCompared(index, at);
    let bits = 0;
    for (let i = 0; i < relations.length; i++) {
      const relation = relations[i]!;
      if (relation === ABBREVIATED) bits += SHORT_WORD_BITS;
      else if (relation <= TYPO) {
        const discount =
          relation === SAME ? 0 : relation === SPELLING ? SPELLING_DISCOUNT_BITS : TYPO_DISCOUNT_BITS;
        // a slip in a word that nearly everybody has proves nothing, and speaks against nothing
        bits += Math.max(0, frequencies.wordBits(roster.wordNumber(index, i)) - discount);
      }
    }
    this.nameBits = Math.min(bits, MOST_NAME_BITS);
    return level;
  }

  private haveSameWords(index: number, at: number, count: number): boolean {
    for (let i = 0; i < count; i++)
      if (this.roster.wordNumber(index, i) !== this.other.wordNumber(at, i)) return false;
    return true;
  }

  private namesCompared(index: number, at: number): NameComparison {
    const { roster, other } = this;
    if (!roster.hasPlainName(index) || !other.hasPlainName(at))
      return compareName(roster.name(index), other.name(at));
    return compareNames(
      numbered(roster, index, this.rosterName),
      numbered(other, at, this.otherName),
      this.relations,
    );
  }

  /** How the dates inside two near identifiers fit their records. */
  private fits(index: number, at: number, sameDate: boolean): number {
    const { roster, other, identifiers } = this;
    const rosterFits = fitsOwnDate(roster, index, identifiers);
    const otherFits = fitsOwnDate(other, at, identifiers);
    if (sameDate && !rosterFits && otherFits) return NIK_FITS_DATE;
    return !sameDate && rosterFits && otherFits ? BOTH_FIT : 0;
  }
}

/** Whether the date inside a record's identifier is the record's own. */
function fitsOwnDate(people: People, index: number, identifiers: IdentifierField): boolean {
  const date = people.date(index);
  if (identifiers.kind === "nik" && people.hasSoundNik(index))
    return carriesDate(people.nikHigh(index), people.nikLow(index), date);
  return agreesWith(identifiers.birthDateDigits(people.identifier(index)), date);
}

function numbered(people: People, index: number, name: NumberedName): NameOf<number> {
  const count = people.wordCount(index);
  name.words.length = 0;
  for (let i = 0; i < count; i++) name.words.push(people.wordNumber(index, i));
  name.shortened = people.shortened(index);
  return name;
}

/** The roster held against single persons: the same comparison, for the few that are not in a store. */
export class PersonComparer {
  private readonly people: People;
  private readonly identifiers: IdentifierField;
  private readonly frequencies: Frequencies;
  private readonly facts: WordFacts;
  private block: People | null = null;
  private blockFacts: WordFacts | null = null;
  private comparer: PairComparer | null = null;

  /** @param facts of the words of `people` */
  constructor(people: People, identifiers: IdentifierField, frequencies: Frequencies, facts: WordFacts) {
    this.people = people;
    this.identifiers = identifiers;
    this.frequencies = frequencies;
    this.facts = facts;
  }

  /** Compares roster person number `index` with a source person, and counts how rare what agrees is. */
  compare(index: number, source: Person): Comparison {
    const { people, identifiers, frequencies } = this;
    if (this.block === null || this.comparer === null || !this.block.stillStandsOn(people)) {
      this.block = people.blockOf();
      this.blockFacts = new WordFacts(this.block.words, this.facts);
      const relations = new WordRelations(this.block.words, this.blockFacts);
      this.comparer = new PairComparer(people, this.block, identifiers, frequencies, relations);
    }
    this.block.clear();
    this.blockFacts!.clear();
    this.block.add(source, NO_CELLS, "", 0, 0);
    this.comparer.compare(index, 0);
    const { levels, termBits, nameBits, dateBits, placeBits } = this.comparer;
    return { levels, termBits, terms: { name: nameBits, birth_date: dateBits, birth_place: placeBits } };
  }
}

const NO_CELLS: RawCells = { nik: "", name: "", birthPlace: "", birthDate: "", sex: "", status: "" };

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
