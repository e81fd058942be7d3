/**
 * Holds a batch of source rows against the roster, one row at a time, and notes the candidate pairs worth keeping.
 * It looks at the roster and writes nothing but its pairs, so that any thread can do it for any batch.
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import type { People, SharedPeople } from "../input/people.ts";
import { prefetched } from "../machine/memory.ts";
import type { AskedKeys } from "./asked-keys.ts";
import { PERSON_BITS, PERSON_MASK, tagOf } from "./buckets.ts";
import { PairComparer } from "./comparison.ts";
import { type FoundPairs, partsCode } from "./found-pairs.ts";
import { KeyMaker } from "./key-maker.ts";
import { KeyList, keyBit, sharedKinds } from "./keys.ts";
import { isNamesake, nikLevel, type PackedLevels } from "./levels.ts";
import { Meeting, MOST_OF_KEY } from "./meeting.ts";
import { populationBits } from "./model.ts";
import { PairBound } from "./pair-bound.ts";
import type { Roster } from "./roster.ts";
import { areStrangers, isIdle, withoutPieces } from "./strangers.ts";
import { WordFacts } from "./word-facts.ts";
import { WordRelations } from "./word-relations.ts";

/** Pairs below this many bits of evidence by the defaults can neither link nor hinder a link, and are not kept. */
const FAINTEST = -6;

/** Rows whose identifiers are looked for together. */
const ROWS_AHEAD = 16;

/** The keys by which a row is found that is taken: it is looked for by its number and by nothing else. */
export const TAKEN_BY = keyBit("identifier");

export class BatchMatcher {
  private readonly roster: Roster;
  private readonly batch: People;
  private readonly isListing: boolean;
  private readonly populationBits: number;
  private readonly keys = new KeyList();
  private readonly otherKeys = new KeyList();
  private readonly firstEntries = new Uint32Array(ROWS_AHEAD);
  private readonly facts: WordFacts;
  private readonly keyMaker: KeyMaker;
  private readonly meeting: Meeting;
  private readonly comparer: PairComparer;
  private readonly bound: PairBound;
  /** All whom a row meets are looked at, whatever the bound. */
  private readonly mustLook: boolean;

  /**
   * @param expectedRows about how many rows the source has; only decides which faint pairs are not worth keeping
   * @param isListing namesakes of whom nothing else is known are kept too
   */
  constructor(roster: Roster, expectedRows: number, isListing: boolean) {
    const { people, identifiers, frequencies } = roster;
    const batch = people.newBatch();
    this.roster = roster;
    this.batch = batch;
    this.isListing = isListing;
    this.populationBits = populationBits(expectedRows);
    this.facts = new WordFacts(batch.words, roster.keyMaker.facts);
    this.keyMaker = new KeyMaker(batch, this.facts);
    this.meeting = new Meeting();
    this.mustLook = isListing || !roster.confirmed.isEmpty;
    this.comparer = new PairComparer(
      people,
      batch,
      identifiers,
      frequencies,
      new WordRelations(batch.words, this.facts),
    );
    this.bound = new PairBound(roster, this.comparer, this.populationBits, FAINTEST + this.populationBits);
  }

  /**
   * Adds to `pairs` those of all rows of a batch that stands on the roster's people; while only identifiers are indexed,
   * those of the images of records alone.
   */
  match(batch: SharedPeople, pairs: FoundPairs): void {
    this.batch.adopt(batch);
    this.facts.clear();
    // most rows find one record; what grows leaves more behind than it holds
    pairs.reserve(this.batch.count);
    const { index, resemblances } = this.roster;
    const takesImagesAlone = index.hasIdentifiersAlone;
    for (let row = 0; row < this.batch.count; row++) {
      if (row % ROWS_AHEAD === 0) this.readAhead(row, Math.min(row + ROWS_AHEAD, this.batch.count));
      const perfect = this.perfectPartner(row);
      if (takesImagesAlone) {
        if (perfect >= 0 && this.isImage(perfect, row)) this.take(perfect, row, pairs);
      } else if (perfect >= 0 && !resemblances.has(perfect)) {
        this.take(perfect, row, pairs);
      } else {
        this.meetAll(row);
        this.consider(row, pairs);
      }
    }
  }

  /** Notes by which keys the rows of a batch are looked for. */
  ask(batch: SharedPeople, asked: AskedKeys): void {
    this.batch.adopt(batch);
    this.facts.clear();
    for (let row = 0; row < this.batch.count; row++) {
      this.keyMaker.write(row, this.keys);
      asked.add(this.keys);
    }
  }

  /**
   * Adds to `pairs` those of rows that were taken before anybody knew who resembles whom, each for a record that somebody
   * resembles: what agrees with that one may be another's.
   * @param taken by row of the batch, the record that it was taken for
   */
  matchResembling(batch: SharedPeople, taken: readonly number[], pairs: FoundPairs): void {
    this.batch.adopt(batch);
    this.facts.clear();
    for (const [row, record] of taken.entries()) {
      this.meetWhoResembles(record, row);
      this.consider(row, pairs);
    }
  }

  /** Adds to `pairs` those of rows with one record each. */
  matchEach(batch: SharedPeople, records: readonly number[], pairs: FoundPairs): void {
    this.batch.adopt(batch);
    this.facts.clear();
    for (const [row, record] of records.entries()) {
      this.keyMaker.write(row, this.keys);
      this.meeting.begin();
      this.bringUpIfShared(record);
      this.consider(row, pairs);
    }
  }

  /** Touches where the identifiers of rows `[from, to)` stand in the index, and who stands there. */
  private readAhead(from: number, to: number): void {
    const { batch, firstEntries } = this;
    const { people, index } = this.roster;
    const { starts, entries, shift } = index.identifiers;
    for (let row = from; row < to; row++) {
      const bucket = KeyMaker.nikKey(batch.nikHigh(row), batch.nikLow(row)) >>> shift;
      firstEntries[row - from] = starts[bucket]!;
    }
    for (let i = 0; i < to - from; i++) firstEntries[i] = entries[firstEntries[i]!]! & PERSON_MASK;
    let touched = 0;
    for (let i = 0; i < to - from; i++) touched ^= people.touch(firstEntries[i]!);
    prefetched(touched);
  }

  /** Meets whom the keys of a row bring it together with. */
  private meetAll(row: number): void {
    const { keys, meeting } = this;
    this.keyMaker.write(row, keys);
    meeting.begin();
    meeting.lookUp(this.roster.index, keys, this.roster.confirmed);
  }

  /**
   * Meets whoever resembles the record that a row was taken for, and of those who are not recognised whoever resembles the
   * row alone.
   */
  private meetWhoResembles(record: number, row: number): void {
    const { meeting } = this;
    const { index, recognised, resemblances, confirmed } = this.roster;
    this.keyMaker.write(row, this.keys);
    meeting.begin();
    if (!this.isImage(record, row)) {
      meeting.lookUp(index, this.keys, confirmed);
      meeting.leaveOut((found) => recognised.has(found));
    }
    for (const found of resemblances.of(record)) this.bringUpIfShared(found);
  }

  /** Brings up a record that shares a key with the row whose keys are at hand. */
  private bringUpIfShared(found: number): void {
    const kinds = this.sharedKinds(found);
    if (kinds !== 0) this.meeting.bringUp(found, kinds);
  }

  /** By which kinds of key a record is found by the row whose keys are at hand. */
  private sharedKinds(found: number): number {
    this.roster.keyMaker.write(found, this.otherKeys);
    return sharedKinds(this.otherKeys, this.keys);
  }

  /** Weighs whoever was met. */
  private consider(row: number, pairs: FoundPairs): void {
    const { meeting, comparer } = this;
    const { index } = this.roster;
    comparer.hold(row);
    meeting.settle(this.roster.people, this.mustLook ? null : this.bound);
    for (let i = 0; i < meeting.count; i++) {
      const found = meeting.met[i]!;
      let kinds = index.isImage(found) ? this.sharedKinds(found) : meeting.metBy[i]!;
      comparer.begin(found);
      const { isFar } = comparer;
      if (isFar && areStrangers(kinds)) continue;
      if (!this.tryPlaces(found)) continue;
      if (isFar) {
        if (this.isIdle(found, kinds)) continue;
        kinds = withoutPieces(kinds);
      }
      this.weigh(found, row, kinds, pairs);
    }
  }

  private isIdle(found: number, kinds: number): boolean {
    const { people, frequencies } = this.roster;
    const dateBits = frequencies.dateBits(people.date(found));
    return isIdle(kinds, frequencies.nameBits(people, found), dateBits, FAINTEST + this.populationBits);
  }

  /** Weighs a begun pair by the roster's own values or by the confirmed reading, whichever says more. */
  private weigh(found: number, row: number, kinds: number, pairs: FoundPairs): void {
    const { comparer } = this;
    const reading = this.roster.confirmed.readingOf(found);
    const carriesIdentifier = nikLevel(comparer.levels) === IDENTIFIER_LEVEL.exact;
    comparer.addNames(found);
    const { levels } = comparer;
    let weighed = levels;
    let { termBits } = comparer;
    let parts = partsCode(comparer.nameBits, comparer.placeBits);
    let strength = this.strength(weighed, termBits);
    if (reading !== undefined) {
      comparer.compare(reading, row);
      const other = this.strength(comparer.levels, comparer.termBits);
      if (other > strength) {
        weighed = comparer.levels;
        termBits = comparer.termBits;
        parts = partsCode(comparer.nameBits, comparer.placeBits);
        strength = other;
      }
    }
    const mustBeKnown = carriesIdentifier || (this.isListing && isNamesake(levels));
    if (strength < FAINTEST && !mustBeKnown) return;
    const rank = mustBeKnown ? Math.max(strength, FAINTEST) : strength;
    pairs.push(row, found, levels, weighed, termBits, parts, kinds, rank);
  }

  /** Adds the places to a begun pair; false when it cannot come to anything, however well the names agree. */
  private tryPlaces(found: number): boolean {
    const { comparer, roster } = this;
    const isKnown =
      // whoever carries this very NIK must be known, however unlike: it may belong to someone else
      nikLevel(comparer.levels) === IDENTIFIER_LEVEL.exact ||
      this.isListing ||
      roster.confirmed.readingOf(found) !== undefined;
    if (isKnown) comparer.addPlaces(found);
    return isKnown || this.bound.tryPlaces(found);
  }

  /**
   * Takes a source row for the one roster record with which it agrees perfectly, and which no other record is known to
   * resemble: nothing else can be its partner, so nothing else is compared.
   */
  private take(perfect: number, row: number, pairs: FoundPairs): void {
    const { comparer } = this;
    comparer.compare(perfect, row);
    const { levels, termBits } = comparer;
    const parts = partsCode(comparer.nameBits, comparer.placeBits);
    pairs.push(row, perfect, levels, levels, termBits, parts, TAKEN_BY, this.strength(levels, termBits));
  }

  /** The one roster record that carries the row's identifier, if name and birth date are the row's too; or −1. */
  private perfectPartner(row: number): number {
    const { batch } = this;
    if (!batch.hasSoundNik(row)) return -1;
    const { people, index } = this.roster;
    const high = batch.nikHigh(row);
    const low = batch.nikLow(row);
    let carrier = -1;
    const { starts, entries, shift } = index.identifiers;
    const key = KeyMaker.nikKey(high, low);
    const tag = tagOf(key);
    const start = starts[key >>> shift]!;
    const end = Math.min(starts[(key >>> shift) + 1]!, start + MOST_OF_KEY);
    for (let at = start; at < end; at++) {
      const entry = entries[at]!;
      if (entry >>> PERSON_BITS !== tag) continue;
      const found = entry & PERSON_MASK;
      if (people.nikLow(found) !== low || people.nikHigh(found) !== high || !people.hasSoundNik(found))
        continue;
      // of several who carry it, each must be told whose it is
      if (carrier >= 0) return -1;
      carrier = found;
    }
    return carrier >= 0 && this.namesAndDatesAgree(carrier, row) ? carrier : -1;
  }

  /**
   * Whether a row and the record that it was taken for are alike in all else, so that who resembles the one resembles the
   * other. Who is born where the row says, and the record does not, may resemble the row alone.
   */
  private isImage(record: number, row: number): boolean {
    const { batch } = this;
    const { people } = this.roster;
    return (
      people.placeNumber(record) === batch.placeNumber(row) &&
      people.sex(record) === batch.sex(row) &&
      people.shortened(record) === batch.shortened(row) &&
      people.hasPlainName(record) &&
      batch.hasPlainName(row)
    );
  }

  private namesAndDatesAgree(found: number, row: number): boolean {
    const { batch } = this;
    const { people } = this.roster;
    const date = batch.date(row);
    const count = batch.wordCount(row);
    if (date === 0 || date !== people.date(found)) return false;
    if (count === 0 || count !== people.wordCount(found)) return false;
    for (let i = 0; i < count; i++)
      if (people.wordNumber(found, i) !== batch.wordNumber(row, i)) return false;
    return true;
  }

  /** Log-odds in bits by the defaults, without what is known once the whole source has passed. */
  private strength(levels: PackedLevels, termBits: number): number {
    return this.roster.model.weigh(levels, termBits, this.populationBits) - this.populationBits;
  }
}
