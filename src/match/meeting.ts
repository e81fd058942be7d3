/** Whom a query has met in the index, each once, and by which keys. Reused from query to query without clearing. */
import { MOST_PLACE_BITS } from "./comparison.ts";
import { keyBit } from "./keys.ts";

export class Meeting {
  /** The records met in this query, in the order they were met. */
  readonly met: number[] = [];
  private readonly metAt: Uint32Array;
  private readonly metBy: Uint16Array;
  private query = 0;

  /** @param count records are numbered below it */
  constructor(count: number) {
    this.metAt = new Uint32Array(count);
    this.metBy = new Uint16Array(count);
  }

  begin(): void {
    this.query++;
    this.met.length = 0;
  }

  meet(record: number, key: number): void {
    if (this.metAt[record] !== this.query) {
      this.metAt[record] = this.query;
      this.metBy[record] = 0;
      this.met.push(record);
    }
    this.metBy[record]! |= key;
  }

  /** Bit set of KEY_KINDS by which a record was met in this query. */
  keysOf(record: number): number {
    return this.metBy[record]!;
  }
}

const SAME_DATE = keyBit("date_word") | keyBit("date_name") | keyBit("date_place");
const WHOLE_NAME = keyBit("date_name") | keyBit("name_year") | keyBit("name_day_month") | keyBit("name");
const SOME_WORD = WHOLE_NAME | keyBit("date_word");

/** Digits in which two NIKs of one person can differ by a slip. */
const MOST_DIGITS_APART = 2;

/** What agreement can be worth at most, in bits, for two records whose complete NIKs are not near. */
export interface AgreementBits {
  /** Agreement in the whole name, and in the birth date. */
  readonly name: number;
  readonly date: number;
}

/** What a date with one wrong part says at most. */
const NEAR_DATE_BITS = 4.5;
/** A name that is not the same to the last word: log2 of how rarely true pairs differ in spelling. */
const UNLIKE_NAME_BITS = -3;
const DIFFERENT_NIK_BITS = -6;

/**
 * True when two records with complete NIKs are not worth comparing: the NIKs are not near, and even if all that the
 * keys promise held, the evidence would stay under `least` bits. Common names bring such strangers together by the
 * thousand.
 */
export function isIdle(keys: number, nikDigitsApart: number, most: AgreementBits, least: number): boolean {
  if (nikDigitsApart <= MOST_DIGITS_APART) return false;
  if ((keys & SOME_WORD) === 0) return true;
  const name = (keys & WHOLE_NAME) !== 0 ? most.name : most.name + UNLIKE_NAME_BITS;
  const date = (keys & SAME_DATE) !== 0 ? most.date : NEAR_DATE_BITS;
  return DIFFERENT_NIK_BITS + name + date + MOST_PLACE_BITS < least;
}
