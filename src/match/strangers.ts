/**
 * Two records whose complete NIKs are not near: nearly always two people whom a common name or half a number brings
 * together. Here the keys by which they met tell whether to look any further.
 */
import { IDENTIFIER_WEIGHTS } from "./default-weights.ts";
import { MOST_PLACE_BITS } from "./held-person.ts";
import { keyBit } from "./keys.ts";

const PIECES = keyBit("identifier_pieces");
const SAME_DATE = keyBit("date_word") | keyBit("date_name") | keyBit("date_place");
const WHOLE_NAME = keyBit("date_name") | keyBit("name_year") | keyBit("name_day_month") | keyBit("name");
const SOME_WORD = WHOLE_NAME | keyBit("date_word");

/** What a date with one wrong part says at most. */
const NEAR_DATE_BITS = 4.5;
/** A name that is not the same to the last word: log2 of how rarely true pairs differ in spelling. */
const UNLIKE_NAME_BITS = -3;
const DIFFERENT_NIK_BITS = IDENTIFIER_WEIGHTS.nik.different.dated;

/** The kinds of key by which two records meet whose complete NIKs are not near: half a NIK in common is nothing then. */
export function withoutPieces(kinds: number): number {
  return kinds & ~PIECES;
}

/** True when two records whose complete NIKs are not near are surely two people: they have no word in common. */
export function areStrangers(kinds: number): boolean {
  return (kinds & SOME_WORD) === 0;
}

/**
 * True when two records whose complete NIKs are not near are not worth comparing: even if all that the keys promise
 * held, the evidence would stay under `least` bits. Common names bring such strangers together by the thousand.
 * @param nameBits what agreement in the whole name can be worth at most, in bits
 * @param dateBits the same of the birth date
 */
export function isIdle(kinds: number, nameBits: number, dateBits: number, least: number): boolean {
  const name = (kinds & WHOLE_NAME) !== 0 ? nameBits : nameBits + UNLIKE_NAME_BITS;
  const date = (kinds & SAME_DATE) !== 0 ? dateBits : NEAR_DATE_BITS;
  return DIFFERENT_NIK_BITS + name + date + MOST_PLACE_BITS < least;
}
