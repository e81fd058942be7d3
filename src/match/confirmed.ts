/**
 * Evidence from one source helping in another: what an authoritative source shows for a certainly linked roster
 * record is a second reading of that record. A diploma without NIK is found by the birth date Dukcapil confirmed,
 * although the roster's own is wrong.
 */
import type { Field } from "../field/level.ts";
import type { People } from "../input/people.ts";
import type { RawCells } from "../input/raw-cells.ts";
import { hasValue, type Person } from "../input/record.ts";
import type { KeyMaker } from "./key-maker.ts";
import { PersonIndex, type SharedIndex } from "./person-index.ts";

/** A link this sure may lend its values to the next source. */
export const LENDING_PROBABILITY = 0.995;

/** Readings as another thread gets them; the people among whom they stand come with the roster. */
export interface SharedReadings {
  readonly readings: ReadonlyMap<number, number>;
  readonly owners: readonly number[];
  readonly index: SharedIndex | null;
}

export class ConfirmedReadings {
  private readonly people: People;
  private readonly keyMaker: KeyMaker;
  private readonly rosterCount: number;
  /** Roster record to its newest reading, as numbers in the store of people. */
  private readonly readings: Map<number, number>;
  private readonly owners: number[];
  private built: PersonIndex | null;

  /**
   * Readings are appended to the roster's own store, behind the roster.
   * @param rosterCount people numbered from here on are readings
   */
  constructor(people: People, keyMaker: KeyMaker, rosterCount: number, from?: SharedReadings) {
    this.people = people;
    this.keyMaker = keyMaker;
    this.rosterCount = rosterCount;
    this.readings = new Map(from?.readings);
    this.owners = [...(from?.owners ?? [])];
    this.built = from?.index ? new PersonIndex(from.index) : null;
  }

  shared(): SharedReadings {
    return { readings: this.readings, owners: this.owners, index: this.index?.shared() ?? null };
  }

  /**
   * A source shows a record so. Where it has no value of a field, or none that is whole, the record's own stands: a diploma
   * has no number, and that the record's is not a candidate's counts all the same.
   */
  add(owner: number, shown: Person, cells: RawCells): void {
    const record = { person: this.people.person(owner), cells: this.people.raw(owner) };
    const source = { person: shown, cells };
    const from = (field: Field) =>
      !hasValue(shown, field) && hasValue(record.person, field) ? record : source;
    const nik = from("nik");
    const name = from("name");
    const place = from("birth_place");
    const date = from("birth_date");
    const sex = from("sex");
    const person: Person = {
      identifier: nik.person.identifier,
      name: name.person.name,
      birthPlace: place.person.birthPlace,
      birthDate: date.person.birthDate,
      sex: sex.person.sex,
    };
    const read: RawCells = {
      nik: nik.cells.nik,
      name: name.cells.name,
      birthPlace: place.cells.birthPlace,
      birthDate: date.cells.birthDate,
      sex: sex.cells.sex,
      status: cells.status,
    };
    this.readings.set(owner, this.people.add(person, read, "", 0, 0));
    this.owners.push(owner);
    this.built = null;
  }

  get isEmpty(): boolean {
    return this.owners.length === 0;
  }

  /** Null when nothing was confirmed that the roster does not say itself. */
  get index(): PersonIndex | null {
    if (this.isEmpty) return null;
    if (this.built === null) {
      this.built = PersonIndex.of(this.keyMaker, this.rosterCount, this.people.count);
      this.built.indexFaint(this.keyMaker, this.rosterCount, this.people.count);
    }
    return this.built;
  }

  ownerOf(reading: number): number {
    return this.owners[reading - this.rosterCount]!;
  }

  readingOf(owner: number): number | undefined {
    return this.readings.get(owner);
  }
}
