/** Which columns of a table are in use, and what stands in them in a row. */
import { splitPlaceAndDate } from "../field/place-and-date.ts";
import { startsWithLetter, tidy, tidyName } from "./cell.ts";
import { looksLikePlaceAndDate, looksLikePlaceAndSerial } from "./content.ts";
import { type NameAndNumber, ownNumber, splitNameAndNumber } from "./name-and-number.ts";
import type { Cells } from "./rows.ts";

/** Where the cells in use stand, -1 or empty where the table has none. */
export interface Picks {
  readonly nik: number;
  /** Where its cells may hold two numbers, whether the identifier comes second; null where the header says nothing of it. */
  readonly isNikSecond: boolean | null;
  /** More than one where a name is spread over columns. */
  readonly names: readonly number[];
  readonly birthPlace: number;
  /** More than one where day, month and year have columns of their own. */
  readonly birthDates: readonly number[];
  readonly birthPlaceAndDate: number;
  readonly sex: number;
  /** Two columns of which one is ticked: male, female. */
  readonly sexTicks: readonly [number, number] | null;
  readonly unit: number;
  readonly status: number;
  readonly familyCard: number;
  /** In a file of answers: the name beside the answer about it. */
  readonly askedName: number;
  readonly rowNumber: number;
}

/** Tidied; "" where the table or the row has no such cell. */
export function cellAt(cells: Cells, index: number): string {
  const cell = index < 0 ? undefined : cells[index];
  return cell === undefined ? "" : tidy(cell);
}

/**
 * Place and date as they stand in columns of their own, in a column of both, or both in the cell of one: what stands
 * where it belongs comes before what stands beside it.
 */
export function placeAndDateAt(cells: Cells, picks: Picks): { place: string; date: string } {
  const place = cellAt(cells, picks.birthPlace);
  const date = dateAt(cells, picks);
  const both = cellAt(cells, picks.birthPlaceAndDate);
  if (both !== "") {
    const parts = splitPlaceAndDate(both);
    return { place: place || parts.place, date: date || parts.date };
  }
  if (holdsPlace(date)) {
    const parts = splitPlaceAndDate(date);
    return { place: place || parts.place, date: parts.date };
  }
  if (!holdsDate(place)) return { place, date };
  const parts = splitPlaceAndDate(place);
  return { place: parts.place, date: date || parts.date };
}

/** Whether the cell of a place holds a date as well; five digits are its postcode. */
export function holdsDate(text: string): boolean {
  return startsWithLetter(text) && looksLikePlaceAndDate(text);
}

/** Whether the cell of a date holds a place as well. */
export function holdsPlace(text: string): boolean {
  return startsWithLetter(text) && (looksLikePlaceAndDate(text) || looksLikePlaceAndSerial(text));
}

/** The cell of a birth date, or those of its day, month and year as they stand in the row. */
export function dateAt(cells: Cells, { birthDates }: Picks): string {
  if (birthDates.length < 2) return cellAt(cells, birthDates[0] ?? -1);
  return joined(birthDates.map((index) => cellAt(cells, index)));
}

/** What stands in several columns as it would stand in one. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** The parts of a name, joined by spaces. */
export function nameAt(cells: Cells, indexes: readonly number[]): string {
  if (indexes.length === 1) return tidyName(cells[indexes[0]!] ?? "");
  return joined(indexes.map((index) => tidyName(cells[index] ?? "")));
}

/** Name and number from columns of their own, or from the cells of one column that holds both. */
export function nameAndNumberAt(cells: Cells, picks: Picks): NameAndNumber {
  const { nik, names, isNikSecond } = picks;
  const name = nameAt(cells, names);
  if (isOfBoth(picks)) return splitNameAndNumber(name);
  return { name, number: ownNumber(cellAt(cells, nik), isNikSecond) };
}

/** Whether the column of names holds the numbers as well. */
export function isOfBoth({ nik, names }: Picks): boolean {
  return nik >= 0 && names.length === 1 && names[0] === nik;
}

/** By the one of two cells that is ticked. */
export function tickedSex(cells: Cells, [male, female]: readonly [number, number]): string {
  const isMale = cellAt(cells, male) !== "";
  const isFemale = cellAt(cells, female) !== "";
  return isMale === isFemale ? "" : isMale ? "L" : "P";
}
