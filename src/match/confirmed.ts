/**
 * Evidence from one source helping in another: what an authoritative source shows for a certainly linked roster
 * record is a second reading of that record. A diploma without NIK is found by the birth date Dukcapil confirmed,
 * although the roster's own is wrong.
 */
import type { People, Person, RawCells } from "./people.ts";
import { PersonIndex } from "./person-index.ts";

/** A link this sure may lend its values to the next source. */
export const LENDING_PROBABILITY = 0.995;

export class ConfirmedReadings {
  private readonly people: People;
  private readonly rosterCount: number;
  /** Roster record to its newest reading, as numbers in the store of people. */
  private readonly readings = new Map<number, number>();
  private readonly owners: number[] = [];
  private built: PersonIndex | null = null;

  /** Readings are appended to the roster's own store, behind the roster. */
  constructor(people: People) {
    this.people = people;
    this.rosterCount = people.count;
  }

  add(owner: number, person: Person, cells: RawCells): void {
    this.readings.set(owner, this.people.add(person, cells, "", 0, 0));
    this.owners.push(owner);
    this.built = null;
  }

  /** Null when nothing was confirmed that the roster does not say itself. */
  get index(): PersonIndex | null {
    if (this.owners.length === 0) return null;
    this.built ??= new PersonIndex(this.people, this.rosterCount);
    return this.built;
  }

  ownerOf(reading: number): number {
    return this.owners[reading - this.rosterCount]!;
  }

  readingOf(owner: number): number | undefined {
    return this.readings.get(owner);
  }
}
