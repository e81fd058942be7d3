/**
 * What two people can come to at most, as their numbers tell at a glance: before a pair is looked at, for the many whom
 * a key brings together by chance. It grants a pair all that it does not look at: words alike, places spelt alike.
 */
import { BIRTH_DATE_LEVEL, BIRTH_DATE_LEVELS, compareDates } from "../field/birth-date.ts";
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { NAME_LEVEL } from "../field/name.ts";
import { MOST_DIGITS_APART, nikDigitsApart } from "../field/packed-nik.ts";
import { PLACE_LEVEL, PLACE_LEVELS } from "../field/place.ts";
import { compareSex, SEX_LEVELS, type Sex } from "../field/sex.ts";
import { NO_PLACE_NUMBER, type People } from "../input/people.ts";
import { MOST_PLACE_BITS, ONE_WAY_DATE, packLevels } from "./comparison.ts";
import type { Frequencies } from "./frequency.ts";
import type { Roster } from "./roster.ts";

/** Levels of identifiers that a glance tells: nothing to compare, far apart, or one of them beyond repair. */
const TOLD = [IDENTIFIER_LEVEL.missing, IDENTIFIER_LEVEL.different, IDENTIFIER_LEVEL.damaged];
const NO_IDENTIFIER = 0;
const FAR = 1;
const DAMAGED = 2;
/** They may be near, or the same: only comparing them tells. */
const UNTOLD = 3;

export class Glance {
  private readonly roster: People;
  private readonly isNik: boolean;
  private readonly frequencies: Frequencies;
  private readonly least: number;
  /** What identifiers, birth dates and sexes weigh together, by their levels. */
  private readonly weights: Float64Array;
  private readonly mostOfSamePlace: number;
  private readonly mostOfOtherPlace: number;
  private readonly mostOfName: number;
  private readonly mostOfUnlikeName: number;

  private nikHigh = 0;
  private nikLow = 0;
  private hasSoundNik = false;
  private hasKnownEnds = false;
  private hasNoIdentifier = false;
  private date = 0;
  private dateBits = 0;
  private sex: Sex = 0;
  private place = NO_PLACE_NUMBER;
  private placeBits = 0;
  private namePrint = 0;
  private nameWorth = 0;
  private hasPlainName = false;

  /**
   * @param populationBits log2 of the number of people on the other side
   * @param least what a pair must weigh, in bits, to count
   * @param backBits what a pair may weigh more held the other way round, where dates differ by who stands first
   */
  constructor(
    { people, identifiers, frequencies, model }: Roster,
    populationBits: number,
    least: number,
    backBits = 0,
  ) {
    this.roster = people;
    this.isNik = identifiers.kind === "nik";
    this.frequencies = frequencies;
    this.least = least;
    this.weights = new Float64Array(TOLD.length * BIRTH_DATE_LEVELS.length * SEX_LEVELS.length);
    TOLD.forEach((nik, told) => {
      for (let date = 0; date < BIRTH_DATE_LEVELS.length; date++) {
        for (let sex = 0; sex < SEX_LEVELS.length; sex++) {
          const levels = packLevels(nik, NAME_LEVEL.missing, PLACE_LEVEL.missing, date, sex);
          const back = ONE_WAY_DATE[date]! ? backBits : 0;
          this.weights[weightAt(told, date, sex)] = model.weigh(levels, 0, populationBits) + back;
        }
      }
    });
    const none = packLevels(IDENTIFIER_LEVEL.missing, NAME_LEVEL.missing, PLACE_LEVEL.missing, 0, 0);
    const weightOfPlace = (level: number): number =>
      model.weigh(none | packLevels(0, 0, level, 0, 0), 0, populationBits);
    this.mostOfSamePlace = weightOfPlace(PLACE_LEVEL.exact);
    this.mostOfOtherPlace = Math.max(
      ...PLACE_LEVELS.map((_, level) =>
        level === PLACE_LEVEL.missing || level === PLACE_LEVEL.exact ? -Infinity : weightOfPlace(level),
      ),
    );
    this.mostOfName = model.mostOfName;
    this.mostOfUnlikeName = model.mostOfUnlikeName;
  }

  /** Takes the person against whom the next are held. */
  hold(people: People, at: number): void {
    this.nikHigh = people.nikHigh(at);
    this.nikLow = people.nikLow(at);
    this.hasSoundNik = people.hasSoundNik(at);
    this.hasKnownEnds = people.hasKnownEnds(at);
    this.hasNoIdentifier = people.hasNoIdentifier(at);
    this.date = people.date(at);
    this.dateBits = this.date === 0 ? 0 : this.frequencies.dateBits(this.date);
    this.sex = people.sex(at);
    this.place = people.placeNumber(at);
    this.placeBits =
      this.place === NO_PLACE_NUMBER
        ? 0
        : this.mostOfSamePlace + Math.min(MOST_PLACE_BITS, this.frequencies.placeBits(this.place));
    this.namePrint = people.namePrint(at);
    this.nameWorth = people.nameWorth(at);
    this.hasPlainName = people.hasPlainName(at);
  }

  /** False when a roster record and the held person stay below the least, whatever comparing them would find. */
  mayCount(index: number): boolean {
    const told = this.tellIdentifiers(index);
    if (told === UNTOLD) return true;
    const date = this.compareDates(index);
    let bits = this.weights[weightAt(told, date, compareSex(this.roster.sex(index), this.sex))]!;
    if (date === BIRTH_DATE_LEVEL.exact) bits += this.dateBits;
    return bits + this.mostOfPlaces(index) + this.mostOfNames(index) >= this.least;
  }

  private tellIdentifiers(index: number): number {
    const { roster } = this;
    if (roster.hasNoIdentifier(index) || this.hasNoIdentifier) return NO_IDENTIFIER;
    if (!roster.hasSoundNik(index) || !this.hasSoundNik)
      return this.differAtBothEnds(index) ? DAMAGED : UNTOLD;
    const apart = nikDigitsApart(roster.nikHigh(index), roster.nikLow(index), this.nikHigh, this.nikLow);
    return apart > MOST_DIGITS_APART ? FAR : UNTOLD;
  }

  /** See `PairComparer`: */
  private differAtBothEnds(index: number): boolean {
    const { roster } = this;
    const isOdd =
      (roster.hasSoundNik(index) && this.hasKnownEnds) || (roster.hasKnownEnds(index) && this.hasSoundNik);
    return (
      this.isNik && isOdd && roster.nikHigh(index) !== this.nikHigh && roster.nikLow(index) !== this.nikLow
    );
  }

  private compareDates(index: number): number {
    const date = this.roster.date(index);
    return date === 0 || this.date === 0 ? BIRTH_DATE_LEVEL.missing : compareDates(date, this.date);
  }

  private mostOfPlaces(index: number): number {
    const place = this.roster.placeNumber(index);
    if (place === this.place) return this.placeBits;
    return place === NO_PLACE_NUMBER || this.place === NO_PLACE_NUMBER ? 0 : this.mostOfOtherPlace;
  }

  /** The most that the names can weigh; a name that is missing weighs nothing. */
  private mostOfNames(index: number): number {
    const { roster } = this;
    const mayBeSame =
      roster.namePrint(index) === this.namePrint || !this.hasPlainName || !roster.hasPlainName(index);
    const bits = Math.max(roster.nameWorth(index), this.nameWorth);
    return mayBeSame ? bits + this.mostOfName : Math.max(0, bits + this.mostOfUnlikeName);
  }
}

function weightAt(told: number, date: number, sex: number): number {
  return (told * BIRTH_DATE_LEVELS.length + date) * SEX_LEVELS.length + sex;
}
