/**
 * One OPD is typed in many ways: "Dinas Pendidikan", "DINAS PENDIDIKAN", "Dinas  Pendidikan.". Whoever counts its people,
 * or sends them a workbook, means all of them, so they get one spelling before anybody asks.
 */
import { foldWords } from "../text/fold.ts";
import type { People } from "./people.ts";

/**
 * Gives everybody of an OPD its commonest spelling; of two as common the first by code units, so that the order of rows
 * does not show. Spellings are one where they differ in capitals, accents, spaces and marks alone.
 */
export function unifyUnits(people: People): void {
  const { units, count } = people;
  const sizes = new Uint32Array(units.count);
  for (let index = 0; index < count; index++) sizes[people.unitNumber(index)]!++;
  const isCommoner = (one: number, other: number): boolean =>
    sizes[one] === sizes[other] ? units.text(one) < units.text(other) : sizes[one]! > sizes[other]!;
  const commonest = new Map<string, number>();
  for (let number = 0; number < units.count; number++) {
    const key = keyOf(units.text(number));
    const known = commonest.get(key);
    if (known === undefined || isCommoner(number, known)) commonest.set(key, number);
  }
  if (commonest.size === units.count) return;
  people.renumberUnits(Uint32Array.from(sizes, (_, number) => commonest.get(keyOf(units.text(number)))!));
}

/** What two spellings of one OPD have in common; a text of nothing but marks is only like itself. */
function keyOf(unit: string): string {
  return foldWords(unit) || unit;
}
