/**
 * The person of a store against whom many others are held, one after the other: the numbers that every comparison asks
 * for, read once.
 */
import type { Sex } from "../field/sex.ts";
import { NO_PLACE_NUMBER, type People } from "../input/people.ts";
import type { Frequencies } from "./frequency.ts";

/** Agreement on a birth place is worth so much at most: families share it. */
export const MOST_PLACE_BITS = 4;

export class HeldPerson {
  /** Number of the person in his store. */
  at = 0;
  hasNoIdentifier = false;
  hasSoundNik = false;
  hasWholeNik = false;
  nikHigh = 0;
  nikLow = 0;
  /** yyyymmdd; 0 where there is none. */
  date = 0;
  sex: Sex = 0;
  place = NO_PLACE_NUMBER;
  namePrint = 0;
  hasPlainName = false;
  /** 0 for people who stand in no roster, nor does it matter: they are held one way only. */
  nameWorth = 0;
  /** What agreement on the birth date and the birth place is worth, in bits; 0 where there is none. */
  dateBits = 0;
  placeBits = 0;

  private readonly people: People;
  private readonly frequencies: Frequencies;
  private hasKnownEnds = false;
  private hasRoundedNik = false;

  constructor(people: People, frequencies: Frequencies) {
    this.people = people;
    this.frequencies = frequencies;
  }

  hold(at: number): void {
    const { people, frequencies } = this;
    this.at = at;
    this.hasNoIdentifier = people.hasNoIdentifier(at);
    this.hasSoundNik = people.hasSoundNik(at);
    this.hasWholeNik = people.hasWholeNik(at);
    this.hasKnownEnds = people.hasKnownEnds(at);
    this.hasRoundedNik = people.hasRoundedNik(at);
    this.nikHigh = people.nikHigh(at);
    this.nikLow = people.nikLow(at);
    this.date = people.date(at);
    this.sex = people.sex(at);
    this.place = people.placeNumber(at);
    this.namePrint = people.namePrint(at);
    this.hasPlainName = people.hasPlainName(at);
    this.nameWorth = people.nameWorth(at);
    this.dateBits = this.date === 0 ? 0 : frequencies.dateBits(this.date);
    this.placeBits =
      this.place === NO_PLACE_NUMBER ? 0 : Math.min(MOST_PLACE_BITS, frequencies.placeBits(this.place));
  }

  /**
   * True for a whole NIK and a number that is surely not what became of it: one with too many or too few digits that
   * differs at both ends, as no single digit lost or added does; one rounded from others.
   */
  differsFromOdd(others: People, index: number): boolean {
    const { nikHigh, nikLow } = this;
    const high = others.nikHigh(index);
    const low = others.nikLow(index);
    if (others.hasWholeNik(index)) {
      if (this.hasKnownEnds) return high !== nikHigh && low !== nikLow;
      return this.hasRoundedNik && (high < nikHigh || high > nikLow);
    }
    if (!this.hasWholeNik) return false;
    if (others.hasKnownEnds(index)) return high !== nikHigh && low !== nikLow;
    return others.hasRoundedNik(index) && (nikHigh < high || nikHigh > low);
  }
}
