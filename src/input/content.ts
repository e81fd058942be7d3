/**
 * What the cells of a column look like, so that columns are not believed on their header alone. Counts looks only;
 * which column is which is for columns.ts.
 */
import { isAnswer } from "../field/answer.ts";
import type { IdentifierField } from "../field/identifier.ts";
import { splitPlaceAndDate } from "../field/place-and-date.ts";
import { cleanSex } from "../field/sex.ts";
import { ANY_DATE, cleanBirthDate } from "../field/written-date.ts";
import { countDigits } from "../text/ascii.ts";
import { looksAnswered } from "./answer.ts";
import { startsWithLetter } from "./cell.ts";
import { ownNumber, splitNameAndNumber } from "./name-and-number.ts";
import type { Cells } from "./rows.ts";
import { isMaritalStatus, isStatusText, readStatus } from "./status.ts";

/** A number in front of digits and separators: fewer digits are no identifier, however damaged. */
const FEWEST_IDENTIFIER_DIGITS = 6;
/** The same of a date. */
const FEWEST_DATE_DIGITS = 4;
/** So many digits are no date. */
const DIGITS_OF_NO_DATE = 10;

/** Counts over the filled cells of one column of the head. */
export interface ColumnProfile {
  readonly filled: number;
  /** Complete, or damaged in one of the known ways. */
  readonly identifiers: number;
  readonly dates: number;
  /** Five digits that could be Excel's number of a birth day, or any other number. */
  readonly serials: number;
  readonly placesAndDates: number;
  /** Five digits beside a place: the number of a day, or a postcode. */
  readonly placesAndSerials: number;
  /** Letters, as in a name, a place or an office. */
  readonly words: number;
  /** A name and beside it an identifier that holds a date. */
  readonly namesAndNumbers: number;
  readonly sexes: number;
  /** Sex written with letters: 1 and 2 could be anything. */
  readonly letterSexes: number;
  readonly statuses: number;
  /** Of these, such as say something against a person. */
  readonly adverseStatuses: number;
  /** Of a marriage, not of a record. */
  readonly maritals: number;
  /** Dukcapil's verdict on a value: `Sesuai (92)`. */
  readonly answers: number;
  /** The same, or something said of the record in place of it. */
  readonly answered: number;
  /** Said of a record as a whole, in words or as a code, or of the call about it. */
  readonly responses: number;
  readonly distinct: number;
}

export const EMPTY_PROFILE: ColumnProfile = {
  filled: 0,
  identifiers: 0,
  dates: 0,
  serials: 0,
  placesAndDates: 0,
  placesAndSerials: 0,
  words: 0,
  namesAndNumbers: 0,
  sexes: 0,
  letterSexes: 0,
  statuses: 0,
  adverseStatuses: 0,
  maritals: 0,
  answers: 0,
  answered: 0,
  responses: 0,
  distinct: 0,
};

/** A column is looked at in so many rows at most. */
const PROFILED_ROWS = 500;

/** @param body tidied cells */
export function profileColumns(
  body: readonly Cells[],
  width: number,
  identifier: IdentifierField,
): readonly ColumnProfile[] {
  // cell by cell as they stand: a column that no row reaches costs nothing, however many rows there are
  const texts = new Array<string[] | undefined>(width);
  for (const cells of body.slice(0, PROFILED_ROWS)) {
    for (let column = 0; column < Math.min(cells.length, width); column++) {
      const text = cells[column]!;
      if (text === "") continue;
      const filled = texts[column];
      if (filled === undefined) texts[column] = [text];
      else filled.push(text);
    }
  }
  return Array.from(texts, (filled) =>
    filled === undefined ? EMPTY_PROFILE : new TextsProfile(filled, identifier),
  );
}

/** Counts what somebody asks for: most columns are known by their header, and few looks are taken at them. */
class TextsProfile implements ColumnProfile {
  readonly #texts: readonly string[];
  readonly #identifier: IdentifierField;
  readonly #counts = new Map<keyof ColumnProfile, number>();

  constructor(texts: readonly string[], identifier: IdentifierField) {
    this.#texts = texts;
    this.#identifier = identifier;
  }

  get filled(): number {
    return this.#texts.length;
  }

  get identifiers(): number {
    return this.#count("identifiers", (text) => looksLikeIdentifier(text, this.#identifier));
  }

  get dates(): number {
    return this.#count("dates", (text) => !SERIAL.test(text) && isDate(text));
  }

  get serials(): number {
    return this.#count("serials", (text) => SERIAL.test(text) && isDate(text));
  }

  get placesAndDates(): number {
    return this.#count("placesAndDates", looksLikePlaceAndDate);
  }

  get placesAndSerials(): number {
    return this.#count("placesAndSerials", looksLikePlaceAndSerial);
  }

  get words(): number {
    return this.#count("words", looksLikeWords);
  }

  get namesAndNumbers(): number {
    return this.#count("namesAndNumbers", (text) => looksLikeNameAndNumber(text, this.#identifier));
  }

  get sexes(): number {
    return this.#count("sexes", (text) => cleanSex(text, true) !== 0);
  }

  get letterSexes(): number {
    return this.#count("letterSexes", (text) => cleanSex(text, true) !== 0 && !/\d/.test(text));
  }

  get statuses(): number {
    return this.#count("statuses", isStatusText);
  }

  get adverseStatuses(): number {
    return this.#count("adverseStatuses", (text) => readStatus(text) !== "");
  }

  get maritals(): number {
    return this.#count("maritals", isMaritalStatus);
  }

  get answers(): number {
    return this.#count("answers", isAnswer);
  }

  get answered(): number {
    return this.#count("answered", looksAnswered);
  }

  get responses(): number {
    return this.#count("responses", (text) => isStatusText(text) || looksAnswered(text));
  }

  get distinct(): number {
    return new Set(this.#texts).size;
  }

  #count(name: keyof ColumnProfile, look: (text: string) => boolean): number {
    let count = this.#counts.get(name);
    if (count === undefined) {
      count = 0;
      for (const text of this.#texts) if (look(text)) count++;
      this.#counts.set(name, count);
    }
    return count;
  }
}

const SERIAL = /^\d{5}$/;

function looksLikeIdentifier(text: string, field: IdentifierField): boolean {
  if (field.digits === null) return true;
  // which of two numbers it is the header may say
  const { state, value, certain } = field.clean(ownNumber(text, false));
  if (state === "sound") return true;
  return state === "damaged" && (certain < value.length || value.length >= field.digits - 1);
}

function looksLikeNameAndNumber(text: string, field: IdentifierField): boolean {
  const { name, number } = splitNameAndNumber(text);
  // other numbers are as long: accounts, NUPTK; where no header says what they are, the date inside does
  return looksLikeWords(name) && field.birthDateDigits(field.clean(number)) !== null;
}

/** Whether a cell can hold an identifier, however damaged. */
export function mayHoldIdentifier(text: string): boolean {
  return countDigits(text) >= FEWEST_IDENTIFIER_DIGITS;
}

/** Whether a cell can hold an identifier and nothing else. */
export function mayBeIdentifier(text: string): boolean {
  return !startsWithLetter(text) && mayHoldIdentifier(text);
}

/** Whether a cell can hold a date, however damaged. */
export function mayBeDate(text: string): boolean {
  return countDigits(text) >= FEWEST_DATE_DIGITS;
}

/** Whether nobody can have meant a date. */
export function isNoDate(text: string): boolean {
  return !mayBeDate(text) || countDigits(text) >= DIGITS_OF_NO_DATE;
}

export function isDate(text: string): boolean {
  return cleanBirthDate(text, ANY_DATE).state === "sound";
}

/** A place and a date as people write it, in a cell of their own or in that of either. */
export function looksLikePlaceAndDate(text: string): boolean {
  const date = dateBesidePlace(text);
  return date !== null && !SERIAL.test(date);
}

/** A place and the number of a day, as a formula joins them; what may be a postcode where only a place belongs. */
export function looksLikePlaceAndSerial(text: string): boolean {
  const date = dateBesidePlace(text);
  return date !== null && SERIAL.test(date);
}

function dateBesidePlace(text: string): string | null {
  if (countDigits(text) === 0) return null;
  const { place, date } = splitPlaceAndDate(text);
  return looksLikeWords(place) && isDate(date) ? date : null;
}

/** Two letters at least, no digits, and nothing that is never part of a name, a place or an office. */
function looksLikeWords(text: string): boolean {
  return WORDS.test(text);
}
const WORDS = /^(?=.*\p{L}.*\p{L})[\p{L}\p{M}\s.,'"`()&/-]+$/u;
