/**
 * Which header a table begins with: one whose words are known or that `--map` names, else one that what stands below it
 * shows to be a header.
 */
import type { IdentifierField } from "../field/identifier.ts";
import { tidy } from "./cell.ts";
import { FEWEST_ROWS } from "./columns.ts";
import { profileColumns } from "./content.ts";
import {
  findHeaders,
  type HeaderCell,
  type HeaderRows,
  looksLikeHeader,
  withDivision,
} from "./header-rows.ts";
import { isHint, looksLikeData } from "./layout-rows.ts";
import { mappedHeaders } from "./mapped-columns.ts";
import type { Cells } from "./rows.ts";
import type { TableRequest } from "./understanding.ts";
import { findUnknownHeader } from "./unknown-header.ts";

export interface FoundHeader {
  /** Null where the table has none, or none that is surely one. */
  readonly rows: HeaderRows | null;
  /** Its words are known, or those that `--map` names. */
  readonly isKnown: boolean;
  /** There is a row that may be a header or a person. */
  readonly isDoubtful: boolean;
}

export function findHeader(
  head: readonly Cells[],
  mapping: TableRequest["mapping"],
  field: IdentifierField,
): FoundHeader {
  const known = findFirstHeader(head, mappedHeaders(mapping), field);
  if (known !== null) return { rows: known, isKnown: true, isDoubtful: false };
  const unknown = findUnknownHeader(head, field);
  if (unknown === null) return { rows: null, isKnown: false, isDoubtful: false };
  const { rows, isCertain } = unknown;
  return { rows: isCertain ? rows : null, isKnown: false, isDoubtful: !isCertain };
}

/**
 * The header that says most, unless it is that of a second list: above it stand another and people below that, who would
 * be taken for a letterhead.
 */
function findFirstHeader(
  head: readonly Cells[],
  wanted: ReadonlySet<string>,
  field: IdentifierField,
): HeaderRows | null {
  const [last = null, ...others] = findHeaders(head, wanted).reverse();
  let header = last;
  for (const above of others) {
    if (header === null) break;
    const end = above.at + above.count;
    // the row above a header may be told to be one together with it
    if (end > header.at) continue;
    const between = head.slice(end, header.at).map((cells) => cells.map(tidy));
    if (!hasPeopleUnder(between, above.cells, field)) break;
    header = above;
  }
  if (header === null) return null;
  const below = (head[header.at + 1] ?? []).map(tidy);
  return isHint(below) ? header : withDivision(header, below);
}

/**
 * Whether a list of people stands under a header: somebody with what people are known by, or as many names as make a
 * list. The official that a letterhead names in a table of its own is none.
 */
function hasPeopleUnder(
  rows: readonly Cells[],
  header: readonly HeaderCell[],
  field: IdentifierField,
): boolean {
  let names = 0;
  for (const cells of rows) {
    if (!looksLikeData(cells) || looksLikeHeader(cells.filter((text) => text !== ""))) continue;
    const profiles = profileColumns([cells], Math.min(cells.length, header.length), field);
    let isNamed = false;
    for (const [column, profile] of profiles.entries()) {
      const { identifiers, dates, placesAndDates, placesAndSerials, words } = profile;
      switch (header[column]!.header?.meaning) {
        case "nik":
          if (field.kind !== "plain" && identifiers > 0) return true;
          break;
        case "birth_date":
          if (dates > 0) return true;
          break;
        case "birth_place_and_date":
          if (placesAndDates + placesAndSerials > 0) return true;
          break;
        case "name":
          if (words > 0) isNamed = true;
      }
    }
    if (isNamed) names++;
  }
  return names >= FEWEST_ROWS;
}
