/**
 * Who stands on which row of which file: the numbers people go by, and the orders of the files, all as computed
 * shuffles that run in both directions. So a file can be written from top to bottom, and the truth beside the
 * roster can name a row of another file, without any list being kept. It refuses to know what is on the rows.
 *
 * - `index`: a person of the population; those below `registered` are in the registry.
 * - `number`: a person of the roster, 0 … people − 1, in the order of the population.
 * - `ordinal`: the same people shuffled; stretches of ordinals are set aside for what comes in exact counts.
 */
import { VILLAGE } from "./people.ts";
import { Permutation } from "./random.ts";

/** How many people each exact count takes, in the order of their ordinals. */
export interface Reserved {
  /** Pairs of neighbouring rows that carry each other's NIK. */
  readonly swappedPairs: number;
  /** Pairs of neighbouring rows of which the second carries the first one's NIK. */
  readonly sharedPairs: number;
  /** People who stand in the roster twice. */
  readonly duplicates: number;
  /** People without NIK in the roster whose namesake in the registry was born the same day. */
  readonly ambiguous: number;
  /** People with such a namesake, and a sound row. */
  readonly namesakes: number;
}

/** A list beside roster and registry: one row per roster person or a stranger in the place, and more strangers. */
const LISTS = ["ktp", "ijazah", "bkn"] as const;
export type List = (typeof LISTS)[number];

/** Strangers beyond the roster's people, as a share of them. */
const FURTHER_STRANGERS: Readonly<Record<List, number>> = { ktp: 0.1, ijazah: 0.1, bkn: 0.15 };

export type Stretch = "swapped" | "shared" | "duplicate" | "ambiguous" | "namesake" | "free";

/** One roster row: whose, and whether it is the second row of a person who stands there twice. */
interface RosterSeat {
  readonly ordinal: number;
  readonly copy: 0 | 1;
}

export class Rows {
  readonly people: number;
  /** People of the registry proper, namesakes not counted. */
  readonly registered: number;
  readonly rosterRows: number;
  readonly dukcapilRows: number;
  /** People needed in all: the registered and those who come in from outside. */
  readonly population: number;
  readonly #reserved: Reserved;
  readonly #pairs: number;
  readonly #listRows: Readonly<Record<List, number>>;
  readonly #ordinals: Permutation;
  readonly #villagers: Permutation;
  readonly #rosterPairs: Permutation;
  readonly #rosterSingles: Permutation;
  readonly #dukcapil: Permutation;
  readonly #lists: Readonly<Record<List, Permutation>>;
  readonly #strangers: Readonly<Record<List, Permutation>>;

  /** Throws RangeError when there are fewer people than the reserved counts take. */
  constructor(seed: number, people: number, registryRows: number, reserved: Reserved) {
    const pairs = reserved.swappedPairs + reserved.sharedPairs;
    const taken = 2 * pairs + reserved.duplicates + reserved.ambiguous + reserved.namesakes;
    if (taken > people) throw new RangeError(`${people} people are too few for these rates`);
    const namesakes = reserved.ambiguous + reserved.namesakes;
    this.people = people;
    this.registered = VILLAGE * Math.ceil(Math.max(people, registryRows - namesakes) / VILLAGE);
    this.rosterRows = people + reserved.duplicates;
    this.dukcapilRows = this.registered + namesakes;
    this.#reserved = reserved;
    this.#pairs = pairs;
    this.#ordinals = new Permutation(seed, "ordinal", people);
    this.#villagers = new Permutation(seed, "villager", VILLAGE);
    this.#rosterPairs = new Permutation(seed, "roster pairs", Math.floor(this.rosterRows / 2));
    this.#rosterSingles = new Permutation(seed, "roster rows", this.rosterRows - 2 * pairs);
    this.#dukcapil = new Permutation(seed, "dukcapil rows", this.dukcapilRows);
    const perList = <T>(make: (list: List) => T) => ({
      ktp: make("ktp"),
      ijazah: make("ijazah"),
      bkn: make("bkn"),
    });
    this.#listRows = perList((list) => people + Math.round(people * FURTHER_STRANGERS[list]));
    this.#lists = perList((list) => new Permutation(seed, `${list} rows`, this.#listRows[list]));
    const outside = this.registered - people;
    this.#strangers = perList((list) => new Permutation(seed, `${list} strangers`, Math.max(1, outside)));
    const most = Math.max(...Object.values(this.#listRows));
    this.population = this.registered + people + (outside < most ? LISTS.length * most : 0);
  }

  // ——— people ———

  /** The ordinal of the roster person with this index, null where nobody of the roster has it. */
  ordinalOf(index: number): number | null {
    if (index >= this.registered) return null;
    const village = Math.floor(index / VILLAGE);
    const before = this.#before(village);
    const at = this.#villagers.at(index % VILLAGE, village);
    return at < this.#before(village + 1) - before ? this.#ordinals.at(before + at) : null;
  }

  /** The roster person's number, 0 … people − 1. */
  numberOf(ordinal: number): number {
    return this.#ordinals.indexOf(ordinal);
  }

  /** The population index of a roster person. */
  indexOf(ordinal: number): number {
    const number = this.numberOf(ordinal);
    const village = this.#villageOf(number, this.people);
    return this.#villager(village, number - this.#before(village));
  }

  /** The exact-count stretch in which this ordinal lies, and its place there. */
  stretchOf(ordinal: number): { readonly stretch: Stretch; readonly place: number } {
    const { swappedPairs, sharedPairs, duplicates, ambiguous, namesakes } = this.#reserved;
    let place = ordinal;
    for (const [stretch, length] of [
      ["swapped", 2 * swappedPairs],
      ["shared", 2 * sharedPairs],
      ["duplicate", duplicates],
      ["ambiguous", ambiguous],
      ["namesake", namesakes],
    ] as const) {
      if (place < length) return { stretch, place };
      place -= length;
    }
    return { stretch: "free", place };
  }

  /** The other person of a pair of neighbouring rows. */
  partnerOf(ordinal: number): number {
    return ordinal ^ 1;
  }

  /** How many of a village's people are in the roster, and which of them, from 0, this one is. */
  placeInVillage(index: number): { readonly members: number; readonly place: number } {
    const village = Math.floor(index / VILLAGE);
    const members = this.#before(village + 1) - this.#before(village);
    return { members, place: this.#villagers.at(index % VILLAGE, village) };
  }

  // ——— roster ———

  rosterRow(ordinal: number, copy: 0 | 1): number {
    if (ordinal < 2 * this.#pairs) return 2 * this.#rosterPairs.indexOf(ordinal >> 1) + (ordinal & 1);
    const afterPairs = ordinal - 2 * this.#pairs;
    const single = copy === 0 ? afterPairs : this.people - 2 * this.#pairs + this.stretchOf(ordinal).place;
    const free = this.#rosterSingles.indexOf(single);
    // Rows left over by the pairs, in order; the last row of an odd roster has no neighbour to pair with.
    if (free >= 2 * (this.#rosterPairs.size - this.#pairs)) return this.rosterRows - 1;
    return 2 * this.#rosterPairs.indexOf(this.#pairs + (free >> 1)) + (free & 1);
  }

  /** Who stands on this row, 0 … rosterRows − 1. */
  rosterAt(row: number): RosterSeat {
    let free: number;
    if (row >= 2 * this.#rosterPairs.size) {
      free = row - 2 * this.#pairs;
    } else {
      const pair = this.#rosterPairs.at(row >> 1);
      if (pair < this.#pairs) return { ordinal: 2 * pair + (row & 1), copy: 0 };
      free = 2 * (pair - this.#pairs) + (row & 1);
    }
    const single = this.#rosterSingles.at(free);
    const firstRows = this.people - 2 * this.#pairs;
    return single < firstRows
      ? { ordinal: 2 * this.#pairs + single, copy: 0 }
      : { ordinal: 2 * this.#pairs + single - firstRows, copy: 1 };
  }

  // ——— Dukcapil ———

  /** The row, from 0, on which a registered person stands. */
  dukcapilRow(index: number): number {
    return this.#dukcapil.at(index);
  }

  /** Who stands on a row: a registered person's index, or the ordinal of someone whose namesake it is. */
  dukcapilAt(row: number): { readonly index: number } | { readonly namesakeOf: number } {
    const index = this.#dukcapil.indexOf(row);
    if (index < this.registered) return { index };
    const { swappedPairs, sharedPairs, duplicates } = this.#reserved;
    return { namesakeOf: 2 * (swappedPairs + sharedPairs) + duplicates + index - this.registered };
  }

  /** Who stands in the registry in the place of a roster person who is not in it. */
  incomerFor(ordinal: number): number {
    return this.registered + this.numberOf(ordinal);
  }

  // ——— the other lists ———

  listRows(list: List): number {
    return this.#listRows[list];
  }

  /** The row, from 0, on which a roster person stands, if the person is in that list at all. */
  listRow(list: List, ordinal: number): number {
    return this.#lists[list].at(this.numberOf(ordinal));
  }

  /** Who stands on a row: a roster person if that person is in the list, else the stranger in the same place. */
  listAt(list: List, row: number): { readonly ordinal: number | null; readonly stranger: number } {
    const place = this.#lists[list].indexOf(row);
    const ordinal = place < this.people ? this.#ordinals.at(place) : null;
    return { ordinal, stranger: this.#stranger(list, place) };
  }

  /** The place that a registered person outside the roster has among a list's strangers: who would stand there. */
  strangerPlace(list: List, index: number): { readonly ordinal: number | null } | null {
    const village = Math.floor(index / VILLAGE);
    const before = this.#before(village);
    const members = this.#before(village + 1) - before;
    const at = this.#villagers.at(index % VILLAGE, village);
    const place = this.#strangers[list].indexOf(village * VILLAGE - before + at - members);
    if (place >= this.#listRows[list]) return null;
    return { ordinal: place < this.people ? this.#ordinals.at(place) : null };
  }

  #stranger(list: List, place: number): number {
    const outside = this.registered - this.people;
    if (place >= outside) {
      return this.registered + this.people + LISTS.indexOf(list) * this.#listRows[list] + place;
    }
    const number = this.#strangers[list].at(place);
    const village = this.#villageOf(number, outside);
    const before = this.#before(village);
    const members = this.#before(village + 1) - before;
    return this.#villager(village, members + number - (village * VILLAGE - before));
  }

  /** Roster people in the villages before this one: evenly spread, exact. */
  #before(village: number): number {
    return Math.floor((village * VILLAGE * this.people) / this.registered);
  }

  /** The village in which the number-th of `total` lies; roster people and outsiders are both evenly spread. */
  #villageOf(number: number, total: number): number {
    const inside = total === this.people;
    const before = (village: number) =>
      inside ? this.#before(village) : village * VILLAGE - this.#before(village);
    let village = Math.floor((number * this.registered) / total / VILLAGE);
    while (before(village) > number) village--;
    while (before(village + 1) <= number) village++;
    return village;
  }

  #villager(village: number, at: number): number {
    return village * VILLAGE + this.#villagers.indexOf(at, village);
  }
}
