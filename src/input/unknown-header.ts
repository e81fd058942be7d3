/**
 * A header none of whose words are known, told by what stands below it: words above identifiers and above dates are
 * no person's. Taken for one it would be called in as one, and every column would hold something that does not fit.
 *
 * It looks only at tables without a known header, and it names no column: columns.ts does, by content.
 */
import type { IdentifierField } from "../field/identifier.ts";
import { countDigits } from "../text/ascii.ts";
import { tidy } from "./cell.ts";
import { BEYOND_DOUBT, share } from "./columns.ts";
import { type ColumnProfile, profileColumns } from "./content.ts";
import { type HeaderRows, headerCells, SEARCHED_ROWS } from "./header-rows.ts";
import { isHint, isNumbering, looksLikeData } from "./layout-rows.ts";
import type { Cells } from "./rows.ts";

export interface UnknownHeader {
  readonly rows: HeaderRows;
  /** False where the row could just as well be a person's whose identifier or birth date was written in words. */
  readonly isCertain: boolean;
}

/** Nobody has words for an identifier and for a birth date as well. */
const FEWEST_TELLING = 2;
/** More digits are a year, a date or an identifier. */
const MOST_HEADER_DIGITS = 3;

/** @returns null when no row of words stands right above the first person. */
export function findUnknownHeader(head: readonly Cells[], field: IdentifierField): UnknownHeader | null {
  const rows = head.map((cells) => cells.map(tidy));
  const isPerson = (cells: Cells): boolean =>
    looksLikeData(cells) &&
    profileColumns([cells], cells.length, field).some((profile) => tells(profile, field));
  const first = rows.slice(0, SEARCHED_ROWS).findIndex(isPerson);
  const at = rows.slice(0, Math.max(first, 0)).findLastIndex((cells) => !isBetween(cells));
  const words = rows[at];
  const filled = filledOf(words ?? []);
  if (words === undefined || filled < 2 || !words.every(isWordsOrBlank)) return null;

  const body = rows.slice(first).filter(looksLikeData);
  const profiles = profileColumns(body, words.length, field);
  const telling = profiles.filter((profile, column) => words[column] !== "" && tells(profile, field)).length;
  if (telling === 0) return null;
  // a letterhead is less full; a row that is not may be a person's as well
  const isBelowLetterhead = rows.slice(0, at).every((cells) => filledOf(cells) < filled);
  return {
    rows: { at, count: 1, cells: headerCells(words) },
    isCertain: telling >= FEWEST_TELLING && isBelowLetterhead && !words.some(isValue),
  };
}

/** A single letter is a sex, and who has no number is said to have none: a person's cells, in no header. */
function isValue(text: string): boolean {
  return /^\p{L}$/u.test(text) || /^(?:BELUM|BLM|TIDAK|TDK|KOSONG|NIHIL|TANPA)\b/i.test(text);
}

/** Whether a column holds what no header looks like. */
function tells(profile: ColumnProfile, { kind }: IdentifierField): boolean {
  const looks = [profile.dates, profile.placesAndDates];
  // anything could be an identifier without inner structure
  if (kind !== "plain") looks.push(profile.identifiers);
  return looks.some((count) => share(count, profile) >= BEYOND_DOUBT);
}

/** What may stand between a header and the first person. */
function isBetween(texts: Cells): boolean {
  return filledOf(texts) === 0 || isNumbering(texts) || isHint(texts);
}

function isWordsOrBlank(text: string): boolean {
  return text === "" || (/\p{L}/u.test(text) && countDigits(text) <= MOST_HEADER_DIGITS);
}

function filledOf(texts: Cells): number {
  return texts.filter((text) => text !== "").length;
}
