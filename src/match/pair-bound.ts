/**
 * The most that a pair can come to, for the many whom a key brings together by chance: by the numbers of the two people,
 * before they are compared at all, and by what a begun comparison has found. A bound grants all that it does not look
 * at, so that whoever stays below it would have stayed below in the end.
 */
import { BIRTH_DATE_LEVEL, BIRTH_DATE_LEVELS, compareDates } from "../field/birth-date.ts";
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { NAME_LEVEL } from "../field/name.ts";
import { MOST_DIGITS_APART, nikDigitsApart } from "../field/packed-nik.ts";
import { PLACE_LEVEL, PLACE_LEVELS } from "../field/place.ts";
import { compareSex, SEX_LEVELS } from "../field/sex.ts";
import { NO_PLACE_NUMBER, type People } from "../input/people.ts";
import { ONE_WAY_DATE, type PairComparer } from "./comparison.ts";
import type { HeldPerson } from "./held-person.ts";
import { packLevels } from "./levels.ts";
import type { MatchModel } from "./model.ts";
import type { Roster } from "./roster.ts";

/** Levels of identifiers that two numbers tell: nothing to compare, far apart, or one of them beyond repair. */
const TOLD = [IDENTIFIER_LEVEL.missing, IDENTIFIER_LEVEL.different, IDENTIFIER_LEVEL.damaged];
const MISSING = 0;
const FAR = 1;
const DAMAGED = 2;
/** They may be near, or the same: only comparing them tells. */
const UNTOLD = 3;

/** Sums of the same bits in another order differ by less. */
const ROUNDING = 1e-6;

const OTHER_PLACES = PLACE_LEVELS.flatMap((_, level) =>
  level === PLACE_LEVEL.missing || level === PLACE_LEVEL.exact ? [] : [level],
);

export class PairBound {
  private readonly comparer: PairComparer;
  /** The person whom the comparer holds. */
  private readonly held: HeldPerson;
  private readonly people: People;
  private readonly isNik: boolean;
  private readonly model: MatchModel;
  private readonly populationBits: number;
  private readonly least: number;
  private readonly backBits: number;
  /** What identifiers, birth dates and sexes weigh together, by their levels. */
  private readonly weights: Float64Array;
  private readonly samePlace: number;
  /** What places weigh that are not the same, by their level; and the most of it. */
  private readonly otherPlaces: Float64Array;
  private readonly mostOfOtherPlace: number;

  /**
   * @param comparer holds the other side of every pair
   * @param populationBits log2 of the number of people on the other side
   * @param least what a pair must weigh, in bits, to count
   * @param backBits what a pair may weigh more held the other way round, where dates differ by who stands first
   */
  constructor(roster: Roster, comparer: PairComparer, populationBits: number, least: number, backBits = 0) {
    const { people, identifiers, model } = roster;
    this.comparer = comparer;
    this.held = comparer.held;
    this.people = people;
    this.isNik = identifiers.kind === "nik";
    this.model = model;
    this.populationBits = populationBits;
    this.least = least - ROUNDING;
    this.backBits = backBits;
    const weightOf = (nik: number, place: number, date: number, sex: number): number =>
      model.weigh(packLevels(nik, NAME_LEVEL.missing, place, date, sex), 0, populationBits);
    this.weights = new Float64Array(TOLD.length * BIRTH_DATE_LEVELS.length * SEX_LEVELS.length);
    TOLD.forEach((nik, told) => {
      for (let date = 0; date < BIRTH_DATE_LEVELS.length; date++) {
        for (let sex = 0; sex < SEX_LEVELS.length; sex++) {
          const back = ONE_WAY_DATE[date]! ? backBits : 0;
          this.weights[weightAt(told, date, sex)] = weightOf(nik, PLACE_LEVEL.missing, date, sex) + back;
        }
      }
    });
    this.samePlace = weightOf(IDENTIFIER_LEVEL.missing, PLACE_LEVEL.exact, 0, 0);
    this.otherPlaces = Float64Array.from(PLACE_LEVELS, (_, place) =>
      weightOf(IDENTIFIER_LEVEL.missing, place, 0, 0),
    );
    this.mostOfOtherPlace = Math.max(...OTHER_PLACES.map((place) => this.otherPlaces[place]!));
  }

  /** False when a roster record and the held person stay below the least, by their numbers alone. */
  mayCount(index: number): boolean {
    const { held, people } = this;
    const told = this.tellIdentifiers(index);
    if (told === UNTOLD) return true;
    const own = people.date(index);
    const date = own === 0 || held.date === 0 ? BIRTH_DATE_LEVEL.missing : compareDates(own, held.date);
    let bits = this.weights[weightAt(told, date, compareSex(people.sex(index), held.sex))]!;
    if (date === BIRTH_DATE_LEVEL.exact) bits += held.dateBits;
    bits += this.mostOfNames(index);
    const place = people.placeNumber(index);
    if (place === NO_PLACE_NUMBER || held.place === NO_PLACE_NUMBER) return bits >= this.least;
    if (place === held.place) return bits + held.placeBits + this.samePlace >= this.least;
    if (bits + this.mostOfOtherPlace < this.least) return false;
    return bits + this.otherPlaces[this.comparer.places.compare(place, held.place)]! >= this.least;
  }

  /** Adds the places to the comparison begun with a record; false when the pair stays below the least anyway. */
  tryPlaces(index: number): boolean {
    const { comparer, model, populationBits } = this;
    const least = comparer.isDateOneWay ? this.least - this.backBits : this.least;
    comparer.addPlaces(index);
    const bits = model.weigh(comparer.levels, comparer.termBits, populationBits);
    if (bits < least - this.mostOfNames(index)) return false;
    return comparer.names.mayReach(least - bits, index, model);
  }

  private tellIdentifiers(index: number): number {
    const { held, people, isNik } = this;
    if (isNik && held.hasWholeNik && people.hasWholeNik(index)) {
      const apart = nikDigitsApart(people.nikHigh(index), people.nikLow(index), held.nikHigh, held.nikLow);
      return apart > MOST_DIGITS_APART ? FAR : UNTOLD;
    }
    if (people.hasNoIdentifier(index) || held.hasNoIdentifier) return MISSING;
    return isNik && held.differsFromOdd(people, index) ? DAMAGED : UNTOLD;
  }

  /** The most that the names can weigh, unread; a name that is missing weighs nothing. */
  private mostOfNames(index: number): number {
    const { held, people, model } = this;
    const mayBeSame =
      people.namePrint(index) === held.namePrint || !held.hasPlainName || !people.hasPlainName(index);
    const bits = Math.max(people.nameWorth(index), held.nameWorth);
    return mayBeSame ? bits + model.mostOfName : Math.max(0, bits + model.mostOfUnlikeName);
  }
}

function weightAt(told: number, date: number, sex: number): number {
  return (told * BIRTH_DATE_LEVELS.length + date) * SEX_LEVELS.length + sex;
}
