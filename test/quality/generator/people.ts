/**
 * The people: person i is a pure function of the seed and i. Sixty consecutive people make a village, a few
 * consecutive ones a household with its spouses, children and twins. No two people share a NIK, by construction,
 * and the construction can be run backwards: `isHeld` tells whether a mistyped NIK is somebody's. It refuses to
 * know of any list, error or roster.
 *
 * How a NIK is made unique. Villages are dealt out to seats in turn; a seat is one sub-district with codes nobody
 * else uses. The n-th person of a seat gets the n-th slot: a day of the year, the year of birth modulo 8, and a
 * serial group, shuffled. Two people of a seat therefore differ in day, year or serial, whatever their sex, and
 * the year is free enough for a household to make sense.
 */

import type { Culture, Sex } from "./names.ts";
import { cultureAtHome, cultureOfProvince, familyWord, nameOf, twinNames } from "./names.ts";
import type { District } from "./places.ts";
import { DISTRICTS_OF_NEWCOMERS, FURTHER_DISTRICTS, HOME_DISTRICTS, NEARBY_TOWNS } from "./places.ts";
import type { Roll } from "./random.ts";
import { Chance, Permutation } from "./random.ts";

export interface Person {
  readonly index: number;
  readonly name: string;
  readonly sex: Sex;
  /** yyyymmdd. */
  readonly born: number;
  readonly place: string;
  readonly nik: string;
}

/** `fixture`: serials 9000–9999, which no living person is likely to have. `realistic`: counted from 0001. */
export type Serials = "fixture" | "realistic";

export const VILLAGE = 60;

/** Sizes of the households of a village, four ways of dividing sixty people. */
const VILLAGE_PLANS = [
  [4, 2, 5, 3, 1, 4, 3, 2, 4, 5, 3, 1, 4, 2, 3, 4, 5, 1, 4],
  [3, 4, 1, 2, 5, 4, 4, 3, 2, 1, 5, 4, 3, 4, 1, 2, 4, 5, 3],
  [5, 4, 2, 1, 3, 4, 5, 2, 3, 4, 1, 3, 4, 5, 2, 4, 3, 1, 4],
  [1, 3, 4, 4, 2, 5, 3, 1, 4, 4, 5, 2, 3, 1, 4, 5, 2, 4, 3],
] as const;

/** Where the k-th of the sixty lives. */
interface Berth {
  readonly household: number;
  readonly size: number;
  readonly member: number;
}

const BERTHS: readonly (readonly Berth[])[] = VILLAGE_PLANS.map((plan) => {
  const berths = plan.flatMap((size, household) =>
    Array.from({ length: size }, (_, member) => ({ household, size, member })),
  );
  if (berths.length !== VILLAGE) throw new RangeError("a village plan must house sixty people");
  return berths;
});
const HOUSEHOLDS_PER_VILLAGE_AT_MOST = 32;

// The calendar of slots: 365 ordinary days, 29 February, and 34 further tickets for the placeholder days that
// registries gave to people who did not know theirs (domain.md §4); with them about 9 % are born on one of the three.
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;
const NEW_YEAR = 0;
const FIRST_OF_JULY = 181;
const LAST_OF_DECEMBER = 364;
const LEAP_DAY = 365;
const TICKETS = 400;
/** Blocks of serials on a placeholder day; every other day needs one. */
const BLOCKS = 16;
const YEAR_CYCLE = 8;
const SLOTS_PER_LEVEL = TICKETS * YEAR_CYCLE;
/** Serials of one slot: the person, a twin, a namesake born the same day (in the next sub-district). */
const SERIALS_PER_SLOT = 3;
const NAMESAKE = 2;
const FIRST_FIXTURE_SERIAL = 9000;
const FIXTURE_GROUPS = 333;
const FIXTURE_LEVELS = Math.floor(FIXTURE_GROUPS / BLOCKS);

/**
 * People per seat from which on further sub-districts are opened: early where serials are to stay small, late where
 * four digits have room enough.
 */
const PEOPLE_PER_SEAT: Readonly<Record<Serials, number>> = { fixture: 60_000, realistic: 6_000 };

/** Shares of people with these traits. */
const NEWCOMER_SHARE = 0.18;
const TWIN_HOUSEHOLD_SHARE = 0.045;
/** Large households in which the couple are the parents of the others; they are the oldest people there are. */
const PARENTS_SHARE = 0.4;
const YOUNG_BASE = 1970;
/** The NIK keeps the date and sex of first registration when they are corrected later (domain.md §1.1). */
const NIK_DATE_DIFFERS = 0.015;
const NIK_SEX_DIFFERS = 0.001;

/** Years of birth, and the latest base year from which a year within the cycle stays in range. */
export const FIRST_YEAR = 1962;
export const LAST_YEAR = 2004;
const LAST_BASE = LAST_YEAR - YEAR_CYCLE + 1;

interface Slot {
  readonly seat: number;
  /** Day of the year, 0 = 1 January, 365 = 29 February in a leap year; which day ticket 365 means is still open. */
  readonly ticket: number;
  /** Year of birth modulo 8. */
  readonly residue: number;
  readonly level: number;
}

/** A household's common traits. */
interface Household {
  readonly couple: boolean;
  /** The members after the couple: their children, or the head's younger brothers and sisters. */
  readonly others: "children" | "siblings";
  readonly twins: boolean;
  readonly culture: Culture;
  /** Where the head was first registered, null for here. */
  readonly headFrom: District | null;
  readonly family: string;
  /** True where sons bear their father's last word although the culture does not ask for it. */
  readonly marked: boolean;
  readonly headBase: number;
  readonly wifeBase: number;
}

export class Population {
  readonly size: number;
  readonly #serials: Serials;
  readonly #seats: readonly District[];
  readonly #seatOfCode = new Map<string, number>();
  readonly #slots: Permutation;
  readonly #village: Chance;
  readonly #household: Chance;
  readonly #person: Chance;
  readonly #name: Chance;

  /** `size`: how many people there can be in all. Throws RangeError when their NIKs cannot be kept apart. */
  constructor(seed: number, size: number, serials: Serials) {
    const every = [...HOME_DISTRICTS, ...FURTHER_DISTRICTS];
    const wanted = Math.max(HOME_DISTRICTS.length, Math.ceil(size / PEOPLE_PER_SEAT[serials]));
    this.#seats = every.slice(0, wanted);
    this.size = size;
    this.#serials = serials;
    const villagesPerSeat = Math.ceil(Math.ceil(size / VILLAGE) / this.#seats.length);
    const levels = Math.ceil((villagesPerSeat * VILLAGE) / SLOTS_PER_LEVEL);
    if (serials === "fixture" && levels > FIXTURE_LEVELS) {
      throw new RangeError(`no room for ${size} people in the serials 9000–9999`);
    }
    this.#seats.forEach((district, seat) => {
      this.#seatOfCode.set(district.code, seat);
    });
    DISTRICTS_OF_NEWCOMERS.forEach((district, at) => {
      this.#seatOfCode.set(district.code, at % HOME_DISTRICTS.length);
    });
    this.#slots = new Permutation(seed, "slot", SLOTS_PER_LEVEL);
    this.#village = new Chance(seed, "village");
    this.#household = new Chance(seed, "household");
    this.#person = new Chance(seed, "person");
    this.#name = new Chance(seed, "name");
  }

  /** The person with this index, 0 … size − 1. */
  person(index: number): Person {
    const village = Math.floor(index / VILLAGE);
    const berth = this.#berth(village, index % VILLAGE);
    const household = this.#householdOf(village, berth);
    const slot = this.#slotOf(index);
    const younger = household.twins && berth.member === 3;
    const elder = household.twins && berth.member === 2;
    // Twins share everything that is drawn for the elder.
    const drawn = younger ? index - 1 : index;
    const registered = younger ? this.#slotOf(index - 1) : slot;
    const roll = this.#person.at(drawn);
    const sex = sexOf(roll, berth, household);
    const from = this.#origin(roll, berth, household);
    const base = baseYear(roll, berth, household);
    const year = base + ((((registered.residue - base) % YEAR_CYCLE) + YEAR_CYCLE) % YEAR_CYCLE);
    const { day, block } = dayOf(registered.ticket, year);
    const onNik = dateOf(day, year);
    const born = roll.chance(NIK_DATE_DIFFERS) ? correctedDate(roll, onNik) : onNik;
    const nikSex = roll.chance(NIK_SEX_DIFFERS) ? otherSex(sex) : sex;
    const district = from ?? this.#seats[slot.seat]!;
    const place = birthPlace(roll, from, this.#seats[slot.seat]!);
    const position = younger ? 1 : elder ? 0 : roll.chance(0.25) ? 1 : 0;
    const serial = this.#serial(registered, day, block, position);
    const name =
      younger || elder
        ? twinNames(this.#name.at(drawn), sex)[younger ? 1 : 0]
        : this.#nameOf(index, berth, household, sex, year, from);
    return { index, name, sex, born, place, nik: district.code + nikDate(onNik, nikSex) + serial };
  }

  /** Somebody else with this person's name, birth date, birth place and sex, registered in the next sub-district. */
  namesakeOf(person: Person): Person {
    const slot = this.#slotOf(person.index);
    const year = Math.floor(person.born / 10000);
    const fitting = year - ((((year - slot.residue) % YEAR_CYCLE) + YEAR_CYCLE) % YEAR_CYCLE);
    const { day, block } = dayOf(slot.ticket, fitting);
    const code = this.#seats[(slot.seat + 1) % this.#seats.length]!.code;
    const serial = this.#serial(slot, day, block, NAMESAKE);
    return { ...person, index: -1, nik: code + nikDate(dateOf(day, fitting), person.sex) + serial };
  }

  /** Whether a text of 16 digits is the NIK of some person, or could be that of some person's namesake. */
  isHeld(nik: string): boolean {
    const coded = this.#seatOfCode.get(nik.slice(0, 6));
    if (coded === undefined) return false;
    const dayAndSex = Number(nik.slice(6, 8));
    const dayOfMonth = dayAndSex > 40 ? dayAndSex - 40 : dayAndSex;
    const month = Number(nik.slice(8, 10));
    const shortYear = Number(nik.slice(10, 12));
    const year = shortYear >= FIRST_YEAR % 100 ? 1900 + shortYear : 2000 + shortYear;
    if (month < 1 || month > 12 || dayOfMonth < 1) return false;
    const leapDay = month === 2 && dayOfMonth === 29;
    const day = leapDay ? LEAP_DAY : DAYS_BEFORE_MONTH[month - 1]! + dayOfMonth - 1;
    if (!leapDay && day >= DAYS_BEFORE_MONTH[month]!) return false;
    const group = this.#groupOf(nik.slice(12), coded, day);
    if (group === null) return false;
    const seats = this.#seats.length;
    const seat = group.position === NAMESAKE ? (coded + seats - 1) % seats : coded;
    const { level, block } = group.position === NAMESAKE ? this.#groupOf(nik.slice(12), seat, day)! : group;
    const ticket = ticketOf(day, block, year);
    if (ticket === null) return false;
    const local = (year % YEAR_CYCLE) * TICKETS + ticket;
    const place = level * SLOTS_PER_LEVEL + this.#slots.indexOf(local, slotTweak(seat, level));
    const village = Math.floor(place / VILLAGE) * seats + seat;
    const index = village * VILLAGE + (place % VILLAGE);
    if (index >= this.size) return false;
    if (group.position === NAMESAKE) return true;
    if (this.person(index).nik === nik) return true;
    return index + 1 < this.size && this.person(index + 1).nik === nik;
  }

  /** The first index of this person's household and the number of its members. */
  householdOf(index: number): { readonly first: number; readonly size: number } {
    const berth = this.#berth(Math.floor(index / VILLAGE), index % VILLAGE);
    return { first: index - berth.member, size: berth.size };
  }

  #berth(village: number, at: number): Berth {
    return BERTHS[this.#village.at(village).below(BERTHS.length)]![at]!;
  }

  #householdOf(village: number, berth: Berth): Household {
    const roll = this.#household.at(village * HOUSEHOLDS_PER_VILLAGE_AT_MOST + berth.household);
    const seat = village % this.#seats.length;
    const atHome = seat < HOME_DISTRICTS.length;
    const headFrom = atHome && roll.chance(NEWCOMER_SHARE) ? newcomerFrom(roll, seat) : null;
    const here = atHome ? cultureAtHome(roll) : cultureOfProvince(this.#seats[seat]!.code);
    const culture = headFrom === null ? here : cultureOfProvince(headFrom.code);
    const couple = berth.size >= 2;
    const old = berth.size >= 3 && roll.chance(PARENTS_SHARE);
    const headBase = old ? FIRST_YEAR + roll.below(7) : YOUNG_BASE + roll.below(LAST_BASE - YOUNG_BASE + 1);
    const wifeBase = Math.min(LAST_BASE, headBase + roll.below(4));
    return {
      couple,
      others: old ? "children" : "siblings",
      twins: berth.size >= 4 && roll.chance(TWIN_HOUSEHOLD_SHARE),
      culture,
      headFrom,
      family: familyWord(roll, culture),
      marked: roll.chance(0.25),
      headBase,
      wifeBase,
    };
  }

  #origin(roll: Roll, berth: Berth, household: Household): District | null {
    if (berth.member === 0) return household.headFrom;
    const seat = this.#seatOfCode.get(household.headFrom?.code ?? "") ?? null;
    if (berth.member === 1 && seat !== null && roll.chance(0.4)) return newcomerFrom(roll, seat);
    return null;
  }

  #nameOf(
    index: number,
    berth: Berth,
    household: Household,
    sex: Sex,
    yearOfBirth: number,
    from: District | null,
  ): string {
    const wife = household.couple && berth.member === 1;
    const bearsName = BEARS_FAMILY_NAME.has(household.culture) || (household.marked && sex === "L");
    return nameOf(this.#name.at(index), {
      culture: wife && from !== null ? cultureOfProvince(from.code) : household.culture,
      sex,
      yearOfBirth,
      birthOrder: Math.max(0, berth.member - 2),
      family: bearsName && !wife ? household.family : null,
    });
  }

  #slotOf(index: number): Slot {
    const village = Math.floor(index / VILLAGE);
    const seat = village % this.#seats.length;
    const place = Math.floor(village / this.#seats.length) * VILLAGE + (index % VILLAGE);
    const level = Math.floor(place / SLOTS_PER_LEVEL);
    const local = this.#slots.at(place % SLOTS_PER_LEVEL, slotTweak(seat, level));
    return { seat, level, ticket: local % TICKETS, residue: Math.floor(local / TICKETS) };
  }

  /** Four digits; `position` within the slot's serials. */
  #serial(slot: Slot, day: number, block: number, position: number): string {
    const group = isPlaceholderDay(day) ? slot.level * BLOCKS + block : slot.level;
    const serial =
      this.#serials === "fixture"
        ? FIRST_FIXTURE_SERIAL + SERIALS_PER_SLOT * ((group + this.#spread(slot.seat, day)) % FIXTURE_GROUPS)
        : 1 + SERIALS_PER_SLOT * group;
    return String(serial + position).padStart(4, "0");
  }

  /** What `#serial` was made of, null where it can make no such serial. */
  #groupOf(serial: string, seat: number, day: number) {
    const first = this.#serials === "fixture" ? FIRST_FIXTURE_SERIAL : 1;
    const offset = Number(serial) - first;
    if (offset < 0) return null;
    let group = Math.floor(offset / SERIALS_PER_SLOT);
    if (this.#serials === "fixture") {
      if (group >= FIXTURE_GROUPS) return null;
      group = (group + FIXTURE_GROUPS - this.#spread(seat, day)) % FIXTURE_GROUPS;
    }
    const position = offset % SERIALS_PER_SLOT;
    return isPlaceholderDay(day)
      ? { level: Math.floor(group / BLOCKS), block: group % BLOCKS, position }
      : { level: group, block: 0, position };
  }

  /** Lets fixture serials of different days start in different places, so that they look drawn. */
  #spread(seat: number, day: number): number {
    return (seat * 131 + day * 89) % FIXTURE_GROUPS;
  }
}

const BEARS_FAMILY_NAME: ReadonlySet<Culture> = new Set<Culture>(["batak", "chinese", "eastern"]);

function slotTweak(seat: number, level: number): number {
  return level * 4096 + seat;
}

function newcomerFrom(roll: Roll, seat: number): District {
  const homes = HOME_DISTRICTS.length;
  const count = Math.ceil((DISTRICTS_OF_NEWCOMERS.length - seat) / homes);
  return DISTRICTS_OF_NEWCOMERS[seat + homes * roll.below(count)]!;
}

function sexOf(roll: Roll, berth: Berth, household: Household): Sex {
  const drawn: Sex = roll.chance(0.5) ? "L" : "P";
  if (!household.couple || berth.member > 1) return drawn;
  return berth.member === 0 ? "L" : "P";
}

export function otherSex(sex: Sex): Sex {
  return sex === "L" ? "P" : "L";
}

/** The earliest year this person can be born in; the slot adds up to seven. */
function baseYear(roll: Roll, berth: Berth, household: Household): number {
  const spacing = roll.below(6);
  if (berth.member === 0) return household.headBase;
  if (berth.member === 1) return household.wifeBase;
  const after = household.others === "children" ? household.wifeBase + 24 : household.headBase - 2;
  return Math.min(LAST_BASE, after + spacing);
}

function isPlaceholderDay(day: number): boolean {
  return day === NEW_YEAR || day === FIRST_OF_JULY || day === LAST_OF_DECEMBER;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0; // enough for 1962–2004
}

/** Tickets 365–399: 29 February (1 July in an ordinary year), then 14 × 1 July, 10 × 31 December, 10 × 1 January. */
function dayOf(ticket: number, year: number): { readonly day: number; readonly block: number } {
  if (ticket < 365) return { day: ticket, block: 0 };
  if (ticket === 365)
    return isLeapYear(year) ? { day: LEAP_DAY, block: 0 } : { day: FIRST_OF_JULY, block: 15 };
  if (ticket < 380) return { day: FIRST_OF_JULY, block: ticket - 365 };
  if (ticket < 390) return { day: LAST_OF_DECEMBER, block: ticket - 379 };
  return { day: NEW_YEAR, block: ticket - 389 };
}

/** The inverse of `dayOf`, null where no ticket leads there. */
function ticketOf(day: number, block: number, year: number): number | null {
  if (block === 0) return day === LEAP_DAY && !isLeapYear(year) ? null : day;
  if (day === FIRST_OF_JULY) {
    if (block === 15) return isLeapYear(year) ? null : 365;
    return 365 + block;
  }
  if (block > 10) return null;
  if (day === LAST_OF_DECEMBER) return 379 + block;
  return day === NEW_YEAR ? 389 + block : null;
}

function dateOf(day: number, year: number): number {
  if (day === LEAP_DAY) return year * 10000 + 229;
  let month = 1;
  while (DAYS_BEFORE_MONTH[month]! <= day) month++;
  return year * 10000 + month * 100 + day - DAYS_BEFORE_MONTH[month - 1]! + 1;
}

/** ddmmyy with 40 added to a woman's day. */
function nikDate(date: number, sex: Sex): string {
  const day = (date % 100) + (sex === "P" ? 40 : 0);
  const month = Math.floor(date / 100) % 100;
  const year = Math.floor(date / 10000) % 100;
  return String((day * 100 + month) * 100 + year).padStart(6, "0");
}

/** A birth date corrected after the NIK was issued: another day, month or year. */
function correctedDate(roll: Roll, date: number): number {
  const day = date % 100;
  const month = Math.floor(date / 100) % 100;
  const year = Math.floor(date / 10000);
  const otherDay = ((day + roll.below(26)) % 28) + 1;
  const otherMonth = ((month + roll.below(10)) % 12) + 1;
  switch (roll.below(3)) {
    case 0:
      return year * 10000 + month * 100 + otherDay;
    case 1:
      return year * 10000 + otherMonth * 100 + Math.min(day, 28);
    default:
      return (year < LAST_YEAR ? year + 1 : year - 1) * 10000 + month * 100 + Math.min(day, 28);
  }
}

/** Village or town of the sub-district, its regency, the hospital town, or somewhere near. */
function birthPlace(roll: Roll, from: District | null, here: District): string {
  const x = roll.fraction();
  if (from !== null) return x < 0.8 ? from.town : here.town;
  if (x < 0.4) return here.town;
  if (x < 0.72) return here.regency;
  if (!HOME_DISTRICTS.includes(here)) return here.town;
  return x < 0.9 ? "Lubuklinggau" : roll.pick(NEARBY_TOWNS);
}
