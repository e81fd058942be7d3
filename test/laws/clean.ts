/** Rows of a made-up town as the matching sees them. */
import { identifierField } from "../../src/field/identifier-kinds.ts";
import { type PersonRecord, type RawRow, understandRow } from "../../src/input/record.ts";
import { People } from "../../src/match/people.ts";
import { indexRoster, type Roster } from "../../src/match/roster.ts";
import type { Row } from "./town.ts";

export const NIK_FIELD = identifierField("nik");

export function rawOf({ nik, name, place, date, sex }: Row, row = 0): RawRow {
  return { row, nik, name, birthPlace: place, birthDate: date, sex, unit: "", status: "", familyCard: "" };
}

export function personOf(row: Row, number = 0): PersonRecord {
  return understandRow(rawOf(row, number), {
    field: NIK_FIELD,
    order: "dmy",
    asOf: 20_221_031,
    english: false,
  });
}

/** A roster in memory; row numbers are positions. */
export function rosterOf(rows: readonly Row[]): Roster {
  const people = new People();
  for (const [i, row] of rows.entries()) {
    const person = personOf(row, i);
    people.add(person, person.raw, "", 0, i);
  }
  return indexRoster(people, NIK_FIELD);
}
