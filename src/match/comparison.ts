/**
 * A candidate pair held side by side: per field the named level that holds, and how much agreement says given how
 * common the agreeing values are. No score yet: `model.ts` turns levels into weights.
 */
import {
  agreesWith,
  BIRTH_DATE_LEVEL,
  BIRTH_DATE_LEVELS,
  compareBirthDate,
  compareDates,
} from "../field/birth-date.ts";
import {
  IDENTIFIER_LEVEL,
  IDENTIFIER_LEVELS,
  type Identifier,
  type IdentifierField,
} from "../field/identifier.ts";
import { NAME_LEVEL } from "../field/name.ts";
import { compareName } from "../field/name-comparison.ts";
import { carriesDate, comparePackedNiks, MOST_DIGITS_APART, nikDigitsApart } from "../field/packed-nik.ts";
import { comparePlace, PLACE_LEVEL } from "../field/place.ts";
import { compareSex } from "../field/sex.ts";
import { NO_PLACE_NUMBER, type People } from "../input/people.ts";
import { NO_CELLS } from "../input/raw-cells.ts";
import type { Person } from "../input/record.ts";
import type { Frequencies } from "./frequency.ts";
import { HeldPerson } from "./held-person.ts";
import { BOTH_FIT, type Comparison, NIK_FITS_DATE, type PackedLevels, packLevels } from "./levels.ts";
import { NameComparer } from "./name-comparer.ts";
import { PlaceRelations } from "./place-relations.ts";
import { WordFacts } from "./word-facts.ts";
import { WordRelations } from "./word-relations.ts";

/** Levels of dates that may be others held the other way round: a placeholder is the roster's or the source's. */
export const ONE_WAY_DATE: readonly boolean[] = BIRTH_DATE_LEVELS.map(({ name }) =>
  ["placeholder", "source_placeholder", "day", "month"].includes(name),
);

const NEAR_IDENTIFIER: readonly boolean[] = IDENTIFIER_LEVELS.map((level) => level.agreement === "near");

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

/** How much comparing was done in this process, for the benchmark's regression guard: counts do not depend on the machine. */
export const WORK = { pairsCompared: 0 };

/**
 * Holds people of one store against people of another that is numbered like it (a batch of source rows), or against
 * others of the same. One person of the other store is held at a time, and any number of people of the first against
 * him; what a comparison came to stands in the fields until the next.
 */
export class PairComparer {
  /** The levels of the pair. */
  levels: PackedLevels = 0;
  /** True for two complete NIKs that are not near each other. */
  isFar = false;
  /**
   * True where the digits in which two near NIKs differ would be explained if the pair were held the other way round: it
   * weighs more then by far.
   */
  fitsBack = false;
  /** True where the birth dates stand on another level if the pair is held the other way round. */
  isDateOneWay = false;
  /** Bits of evidence from how rare the agreeing words, birth date and place are; 0 where nothing agrees. */
  nameBits = 0;
  dateBits = 0;
  placeBits = 0;

  /** The person of the other store against whom the next are held. */
  readonly held: HeldPerson;
  /** The names, which are compared by themselves. */
  readonly names: NameComparer;
  /** How the places of the one store stand to those of the other. */
  readonly places: PlaceRelations;

  private readonly roster: People;
  private readonly other: People;
  private readonly identifiers: IdentifierField;
  private readonly isNik: boolean;
  /** Of the held person; null until somebody asks for it. */
  private identifier: Identifier | null = null;

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
    this.isNik = identifiers.kind === "nik";
    this.held = new HeldPerson(other, frequencies);
    this.places = new PlaceRelations(other.places);
    this.names = new NameComparer(roster, other, frequencies, relations);
  }

  /** Bits of evidence from all that agrees. */
  get termBits(): number {
    return this.nameBits + this.dateBits + this.placeBits;
  }

  /** Compares person `index` of the one store with person `at` of the other, and counts how rare what agrees is. */
  compare(index: number, at: number): void {
    this.hold(at);
    this.begin(index);
    this.addPlaces(index);
    this.addNames(index);
  }

  /** Takes the person of the other store against whom the next are held. */
  hold(at: number): void {
    this.identifier = null;
    this.held.hold(at);
    this.names.hold(at);
  }

  /** Compares what is compared in no time: identifiers, birth dates and sexes. Names and places stand as missing. */
  begin(index: number): void {
    const { roster, held } = this;
    const nik = this.compareIdentifiers(index);
    const date = this.compareDates(index);
    const isSameDate = date === BIRTH_DATE_LEVEL.exact;
    this.isDateOneWay = ONE_WAY_DATE[date]! && compareDates(held.date, roster.date(index)) !== date;
    this.nameBits = 0;
    this.dateBits = isSameDate ? held.dateBits : 0;
    this.placeBits = 0;
    const sex = compareSex(roster.sex(index), held.sex);
    this.levels = packLevels(nik, NAME_LEVEL.missing, PLACE_LEVEL.missing, date, sex);
    this.fitsBack = false;
    if (NEAR_IDENTIFIER[nik]!) this.levels |= this.fits(index, isSameDate);
  }

  /** Adds the places to a begun comparison. */
  addPlaces(index: number): void {
    const place = this.comparePlaces(index);
    if (place === PLACE_LEVEL.exact) this.placeBits = this.held.placeBits;
    this.levels |= packLevels(0, 0, place, 0, 0);
  }

  /** Adds the names, with which a comparison is whole. */
  addNames(index: number): void {
    WORK.pairsCompared++;
    this.names.compare(index);
    this.nameBits = this.names.bits;
    this.levels |= packLevels(0, this.names.level, 0, 0, 0);
  }

  /** Whether words of the names compared last were matched that are not the same. */
  get hasLooseWords(): boolean {
    return this.names.isLoose;
  }

  private compareIdentifiers(index: number): number {
    const { roster, other, held, identifiers } = this;
    const { nikHigh, nikLow } = held;
    const areSound = held.hasSoundNik && roster.hasSoundNik(index);
    if (this.isNik && held.hasWholeNik && roster.hasWholeNik(index)) {
      const level = comparePackedNiks(roster.nikHigh(index), roster.nikLow(index), nikHigh, nikLow);
      this.isFar = areSound && level === IDENTIFIER_LEVEL.different;
      return level;
    }
    this.isFar =
      areSound &&
      nikDigitsApart(roster.nikHigh(index), roster.nikLow(index), nikHigh, nikLow) > MOST_DIGITS_APART;
    if (roster.hasNoIdentifier(index) || held.hasNoIdentifier) return IDENTIFIER_LEVEL.missing;
    if (this.isNik && held.differsFromOdd(roster, index)) return IDENTIFIER_LEVEL.damaged;
    this.identifier ??= other.identifier(held.at);
    return identifiers.compare(roster.identifier(index), this.identifier);
  }

  private compareDates(index: number): number {
    const { roster, other, held } = this;
    const date = roster.date(index);
    if (date !== 0 && held.date !== 0) return compareDates(date, held.date);
    return compareBirthDate(roster.birthDate(index), other.birthDate(held.at));
  }

  private comparePlaces(index: number): number {
    const { held, places } = this;
    const place = this.roster.placeNumber(index);
    if (place === NO_PLACE_NUMBER || held.place === NO_PLACE_NUMBER) return PLACE_LEVEL.missing;
    return place === held.place ? PLACE_LEVEL.exact : places.compare(place, held.place);
  }

  /** How the dates inside two near identifiers fit their records. */
  private fits(index: number, sameDate: boolean): number {
    const { roster, other, identifiers } = this;
    const rosterFits = fitsOwnDate(roster, index, identifiers);
    const otherFits = fitsOwnDate(other, this.held.at, identifiers);
    this.fitsBack = sameDate && rosterFits && !otherFits;
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

/** The roster held against single persons: the same comparison, for the few that are not in a store. */
export class PersonComparer {
  private readonly people: People;
  private readonly identifiers: IdentifierField;
  private readonly frequencies: Frequencies;
  private readonly facts: WordFacts;
  private batch: People | null = null;
  private batchFacts: WordFacts | null = null;
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
    if (this.batch === null || this.comparer === null || !this.batch.stillStandsOn(people)) {
      this.batch = people.newBatch();
      this.batchFacts = new WordFacts(this.batch.words, this.facts);
      const relations = new WordRelations(this.batch.words, this.batchFacts);
      this.comparer = new PairComparer(people, this.batch, identifiers, frequencies, relations);
    }
    this.batch.clear();
    this.batchFacts!.clear();
    this.batch.add(source, NO_CELLS, "", 0, 0);
    this.comparer.compare(index, 0);
    const { levels, termBits, nameBits, dateBits, placeBits } = this.comparer;
    return { levels, termBits, terms: { name: nameBits, birth_date: dateBits, birth_place: placeBits } };
  }
}
