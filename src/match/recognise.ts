/**
 * Tells whom a registry has, from the candidate pairs that its rows have left behind: records that stand in it to the
 * letter, and records of which one row is surely theirs, and neither is there another row for them nor another record for
 * that row.
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { TAKEN_BY } from "./batch-matcher.ts";
import type { CandidateStore } from "./candidates.ts";
import { keyBit } from "./keys.ts";
import { agreesInTwo, hasNameAndDate, isPerfect, nikLevel } from "./levels.ts";
import { Recognised } from "./recognised.ts";
import type { Roster } from "./roster.ts";

/** A row that agrees so much, in bits by the defaults, is the record's: one in 65,000 is not. */
const SURE = 16;
/** From so many bits on it is likelier the record's than not. */
const LIKELY = 0;
/** As many records as a row needs to be somebody's and surely nobody's. */
const SEVERAL = 2;

/** By which keys the second row comes that a registry has of one person. */
const OF_ONE_PERSON = keyBit("identifier") | keyBit("date_name");

/**
 * Whom the rows have from which the pairs of a store are. Those who stand there to the letter, with a number that nobody
 * else in the roster carries, are offered no other row but one with their number, or with their name and birth date: all
 * other pairs of theirs are dropped. Of several who carry one number each may be the one whose row it is, and what else
 * each of them could be makes the others' links less sure.
 */
export function recognise(
  store: CandidateStore,
  { count, people }: Pick<Roster, "count" | "people">,
): Recognised {
  const isOthers = (pair: number): boolean => (store.pairKeys(pair) & OF_ONE_PERSON) === 0;
  const toTheLetter = Recognised.of(count, (record) => {
    const own = people.hasSoundNik(record) ? perfectPair(store, record) : -1;
    if (own >= 0 && store.pairKeys(own) === TAKEN_BY) store.drop(record, isOthers);
    return own >= 0;
  });
  const likely = likelyRecords(store, count);
  return Recognised.of(
    count,
    (record) => toTheLetter.has(record) || hasRowOfItsOwn(store, record, likely),
    (record) => toTheLetter.has(record),
  );
}

/** A pair of a record with a row in which it stands to the letter; −1 where there is none. */
function perfectPair(store: CandidateStore, record: number): number {
  for (let pair = store.firstPair(record); pair >= 0; pair = store.nextPair(pair))
    if (isPerfect(store.pairLevels(pair))) return pair;
  return -1;
}

/** By number of the kept row, of how many records it is likely to be; no more are counted than tell. */
function likelyRecords(store: CandidateStore, count: number): Uint8Array {
  const records = new Uint8Array(store.kept.count);
  for (let record = 0; record < count; record++) {
    for (let pair = store.firstPair(record); pair >= 0; pair = store.nextPair(pair)) {
      const row = store.pairSourceRow(pair);
      if (store.pairStrength(pair) >= LIKELY && records[row]! < SEVERAL) records[row]!++;
    }
  }
  return records;
}

function hasRowOfItsOwn(store: CandidateStore, record: number, likely: Uint8Array): boolean {
  let own = -1;
  for (let pair = store.firstPair(record); pair >= 0; pair = store.nextPair(pair)) {
    if (!mayBeMeant(store, pair)) continue;
    if (own >= 0) return false;
    own = pair;
  }
  if (own < 0 || store.pairStrength(own) < SURE || likely[store.pairSourceRow(own)]! >= SEVERAL) return false;
  return agreesInTwo(store.pairLevels(own));
}

/** Whether a record is likely to be a row's, or its number is, or its name and birth date are. */
function mayBeMeant(store: CandidateStore, pair: number): boolean {
  if (store.pairStrength(pair) >= LIKELY) return true;
  const levels = store.pairLevels(pair);
  return nikLevel(levels) === IDENTIFIER_LEVEL.exact || hasNameAndDate(levels);
}
