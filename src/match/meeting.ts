/** Whom a query has met in the index, each once, and by which keys. Reused from query to query without clearing. */
import { MOST_DIGITS_APART } from "../field/packed-nik.ts";
import { MOST_PLACE_BITS } from "./comparison.ts";
import type { ConfirmedReadings } from "./confirmed.ts";
import { type KeyList, keyBit, MOST_KEYS, mayBeNear } from "./keys.ts";
import { PERSON_BITS, PERSON_MASK, type PersonIndex, tagOf } from "./person-index.ts";

export class Meeting {
  /** The records met in this query, in the order they were met. */
  readonly met: number[] = [];
  private readonly metAt: Uint32Array;
  private readonly metBy: Uint16Array;
  private query = 0;
  /** Where the buckets of the keys at hand begin and end. */
  private readonly begins = new Uint32Array(MOST_KEYS);
  private readonly ends = new Uint32Array(MOST_KEYS);

  /** @param count records are numbered below it */
  constructor(count: number) {
    this.metAt = new Uint32Array(count);
    this.metBy = new Uint16Array(count);
  }

  /** Begins a query: nobody is met yet. */
  begin(): void {
    this.query++;
    this.met.length = 0;
  }

  /** Meets every record that shares a key, also by the confirmed readings that stand for their records. */
  meetAll(index: PersonIndex, keys: KeyList, confirmed: ConfirmedReadings): void {
    this.meetBlocks(index, keys, false, Number.POSITIVE_INFINITY);
    confirmed.index?.lookup(keys, (reading, kind) => this.meet(confirmed.ownerOf(reading), kind));
  }

  /** Meets the records below `limit` that share a key and lack something. */
  meetLacking(index: PersonIndex, keys: KeyList, limit: number): void {
    this.meetBlocks(index, keys, true, limit);
  }

  /** Meets a record by a kind of key, a position in KEY_KINDS. */
  meet(record: number, kind: number): void {
    if (this.metAt[record] !== this.query) {
      this.metAt[record] = this.query;
      this.metBy[record] = 0;
      this.met.push(record);
    }
    this.metBy[record]! |= 1 << kind;
  }

  /**
   * Every bucket is looked for before any is read: the places lie far apart in memory, and those that do not depend on
   * one another are fetched at once.
   */
  private meetBlocks(
    { all, lacking }: PersonIndex,
    keys: KeyList,
    onlyLacking: boolean,
    limit: number,
  ): void {
    const { begins, ends } = this;
    for (let k = 0; k < keys.count; k++) {
      begins[k] = ends[k] = 0;
      if (onlyLacking && keys.lacking[k] === 0) continue;
      const { starts, shift } = keys.lacking[k] === 1 ? lacking : all;
      const bucket = keys.hashes[k]! >>> shift;
      begins[k] = starts[bucket]!;
      ends[k] = starts[bucket + 1]!;
    }
    for (let k = 0; k < keys.count; k++) {
      const { entries, marks } = keys.lacking[k] === 1 ? lacking : all;
      const tag = tagOf(keys.hashes[k]!);
      for (let at = begins[k]!, end = ends[k]!; at < end; at++) {
        const entry = entries[at]!;
        if (entry >>> PERSON_BITS !== tag) continue;
        const record = entry & PERSON_MASK;
        if (record < limit && mayBeNear(marks[at]!, keys.marks[k]!)) this.meet(record, keys.kinds[k]!);
      }
    }
  }

  /** Bit set of KEY_KINDS by which a record was met in this query. */
  keysOf(record: number): number {
    return this.metBy[record]!;
  }
}

const PIECES = keyBit("identifier_pieces");
const SAME_DATE = keyBit("date_word") | keyBit("date_name") | keyBit("date_place");
const WHOLE_NAME = keyBit("date_name") | keyBit("name_year") | keyBit("name_day_month") | keyBit("name");
const SOME_WORD = WHOLE_NAME | keyBit("date_word");

/** What a date with one wrong part says at most. */
const NEAR_DATE_BITS = 4.5;
/** A name that is not the same to the last word: log2 of how rarely true pairs differ in spelling. */
const UNLIKE_NAME_BITS = -3;
const DIFFERENT_NIK_BITS = -6;

/**
 * The kinds of key by which two records with complete NIKs meet, as far as they say anything: half a NIK in common is
 * nothing when the rest is another.
 */
export function tellingKinds(kinds: number, nikDigitsApart: number): number {
  return nikDigitsApart <= MOST_DIGITS_APART ? kinds : kinds & ~PIECES;
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
