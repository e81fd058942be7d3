/**
 * Rows whose cells stand beside their headers: torn by a delimiter that was meant as part of a cell, or lacking one.
 * Told by the columns that hold nothing but numbers, dates or sexes. Puts nothing right: which of its cells a row was
 * torn in is not always certain, and a wrong birth date is worse than a row that is told to be wrong.
 */
import type { IdentifierKind } from "../field/identifier.ts";
import { identifierField } from "../field/identifier-kinds.ts";
import { cleanSex } from "../field/sex.ts";
import { tidy } from "./cell.ts";
import {
  isDate,
  isNoDate,
  looksLikePlaceAndDate,
  looksLikePlaceAndSerial,
  mayBeIdentifier,
} from "./content.ts";
import { ownNumber } from "./name-and-number.ts";
import { isOfBoth, type Picks } from "./picks.ts";
import type { Cells } from "./rows.ts";

/** A column by whose cells it is seen where a row stands; texts are tidied and not blank. */
export interface TellingColumn {
  readonly at: number;
  readonly belongs: (text: string) => boolean;
  /** What nobody would write here, however damaged. */
  readonly isForeign: (text: string) => boolean;
}

/** Of the rows of a table, blank cells at their ends counted as they are written or left out. */
export interface UsualCells {
  /** Most rows are filled so far. */
  readonly fewest: number;
  /** Cells up to the last that has a header, or as many as most rows have, if that is more. */
  readonly most: number;
}

/** A name is torn by the commas in front of its titles. */
const MOST_MOVED = 4;

/** From left to right. */
export function tellingColumns(picks: Picks, kind: IdentifierKind): readonly TellingColumn[] {
  const { nik, familyCard, birthDates, birthPlaceAndDate, sex } = picks;
  const field = identifierField(kind);
  const isNumber = (text: string): boolean => {
    const { state } = field.clean(ownNumber(text, false));
    return state === "sound" || state === "damaged";
  };
  const isSex = (text: string): boolean => cleanSex(text, true) !== 0;
  const columns: TellingColumn[] = [
    // day, month and year by themselves could be any numbers
    { at: birthDates.length === 1 ? birthDates[0]! : -1, belongs: isDate, isForeign: isNoDate },
    {
      at: birthPlaceAndDate,
      belongs: isPlaceOrDate,
      isForeign: (text) => !isPlaceOrDate(text) && isNoDate(text),
    },
    { at: sex, belongs: isSex, isForeign: (text) => !isSex(text) },
  ];
  // anything could be an identifier without inner structure
  if (kind !== "plain")
    for (const at of [isOfBoth(picks) ? -1 : nik, familyCard])
      columns.push({ at, belongs: isNumber, isForeign: (text) => !mayBeIdentifier(text) && !isNumber(text) });
  return columns.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
}

/**
 * Whether what belongs under the headers stands some cells beside them: from the first cell that is foreign to its
 * column on, all of it. Where a row has more or fewer cells than its table, one cell that is found beside its place
 * will do; where the count says nothing it takes two: a date that nobody knows may stand beside one of another kind.
 */
export function haveMoved(
  cells: Cells,
  { fewest, most }: UsualCells,
  columns: readonly TellingColumn[],
): boolean {
  const first = columns.findIndex((column) => isForeignAt(cells, column));
  if (first < 0) return false;
  const moved = columns.slice(first);
  for (let by = -MOST_MOVED; by <= MOST_MOVED; by++) {
    if (by === 0 || !moved.every(({ at, belongs }) => isBlankOr(belongs, textAt(cells, at + by)))) continue;
    const found = moved.filter(
      (column) => isForeignAt(cells, column) && textAt(cells, column.at + by) !== "",
    );
    const isCounted = by > 0 ? cells.length >= most + by : cells.length <= fewest + by;
    if (found.length >= (isCounted ? 1 : 2)) return true;
  }
  return false;
}

function isForeignAt(cells: Cells, { at, isForeign }: TellingColumn): boolean {
  const text = textAt(cells, at);
  return text !== "" && isForeign(text);
}

function isBlankOr(belongs: (text: string) => boolean, text: string): boolean {
  return text === "" || belongs(text);
}

function textAt(cells: Cells, at: number): string {
  return tidy(cells[at] ?? "");
}

function isPlaceOrDate(text: string): boolean {
  return isDate(text) || looksLikePlaceAndDate(text) || looksLikePlaceAndSerial(text);
}
