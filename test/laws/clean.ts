/** Rows of a made-up town as the matching sees them. */
import { identifierField } from "../../src/field/identifier-kinds.ts";
import { People } from "../../src/input/people.ts";
import { type PersonRecord, type RawRow, understandRow } from "../../src/input/record.ts";
import { type DuplicatePair, duplicatePairs } from "../../src/match/duplicates.ts";
import { indexRoster } from "../../src/match/index-roster.ts";
import { KeyMaker } from "../../src/match/key-maker.ts";
import type { KeyList } from "../../src/match/keys.ts";
import { Linker } from "../../src/match/linker.ts";
import type { Roster } from "../../src/match/roster.ts";
import type { SourceLinks } from "../../src/match/source-links.ts";
import { WordFacts } from "../../src/match/word-facts.ts";
import type { Row } from "./town.ts";

/** So few that a town is several. */
const ROWS_OF_BATCH = 7;

export const NIK_FIELD = identifierField("nik");

/** Somebody whose NIK has her birth date and sex in it. */
export const ANI: Row = {
  nik: "1605095205909014",
  name: "ANI LESTARI",
  place: "TUGUMULYO",
  date: "12-05-1990",
  sex: "P",
};

function rawOf({ nik, name, place, date, sex }: Row, row = 0): RawRow {
  return { row, nik, name, birthPlace: place, birthDate: date, sex, unit: "", status: "", familyCard: "" };
}

export function personOf(row: Row, number = 0): PersonRecord {
  return understandRow(rawOf(row, number), {
    field: NIK_FIELD,
    order: "dmy",
    asOf: 20_221_031,
    english: false,
    pria: false,
  });
}

/** Adds rows to a store; row numbers are positions, counted from `first`. */
export function addAll(people: People, rows: readonly Row[], first = 0): People {
  for (const [i, row] of rows.entries()) {
    const person = personOf(row, first + i);
    people.add(person, person.raw, row.place, 0, first + i);
  }
  return people;
}

/** A roster in memory. */
export function rosterOf(rows: readonly Row[]): Roster {
  return indexRoster(addAll(new People(), rows), NIK_FIELD);
}

/** Sends the rows of a source past a roster; row numbers are positions. */
export function passed(roster: Roster, source: readonly Row[], expectedRows = source.length): Linker {
  const linker = new Linker(roster, expectedRows);
  for (const [i, row] of source.entries()) {
    const person = personOf(row, i);
    linker.consider(person, person.raw, 0, i);
  }
  return linker;
}

/** What a registry that comes before all other sources, and the roster by itself, come to. */
export async function matched(
  roster: Roster,
  registry: readonly Row[],
): Promise<{ readonly pairs: DuplicatePair[]; readonly links: SourceLinks }> {
  return matchedBy(passed(roster, registry), roster, registry);
}

/** The same of a roster of which only identifiers are indexed: rows that are nobody's image wait for those that are. */
export async function matchedInTurn(roster: Roster, registry: readonly Row[]): ReturnType<typeof matched> {
  const linker = new Linker(roster, registry.length);
  for (let at = 0; at < registry.length; at += ROWS_OF_BATCH) {
    addAll(linker.batch, registry.slice(at, at + ROWS_OF_BATCH), at);
    await linker.considerBatch();
  }
  await linker.settled();
  return matchedBy(linker, roster, registry);
}

async function matchedBy(
  linker: Linker,
  roster: Roster,
  registry: readonly Row[],
): ReturnType<typeof matched> {
  roster.recognised = linker.recognise();
  const pairs = await duplicatePairs(roster);
  await linker.meetResembling((sourceRow) => personOf(registry[linker.kept.row(sourceRow)]!));
  return { pairs, links: linker.links() };
}

/** Writes the keys of one row by itself. */
export function writeKeys(row: Row, keys: KeyList): void {
  const people = addAll(new People(), [row]);
  new KeyMaker(people, new WordFacts(people.words)).write(0, keys);
}
