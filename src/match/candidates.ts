/**
 * What is kept of a source while it streams by: for every roster record its best few candidate pairs, in typed
 * arrays, and just those source rows (kept-rows.ts). Memory follows the roster, not the source.
 */
import type { Field } from "../field/level.ts";
import type { People } from "../input/people.ts";
import type { RawCells } from "../input/raw-cells.ts";
import type { StatusReader } from "../input/status.ts";
import { GrowingUint32, type SharedNumbers, sharedUint32 } from "../machine/shared-numbers.ts";
import type { TextPool } from "../machine/text-pool.ts";
import {
  FoundPairs,
  KEYS,
  LEVELS,
  PARTS,
  partsCode,
  STRENGTH,
  strengthOf,
  TERMS,
  termBitsOf,
  termCode,
  termsOf,
  WEIGHED,
  WIDTH,
} from "./found-pairs.ts";
import { KeptRows, type SharedRows } from "./kept-rows.ts";
import { type Comparison, isSameIn, levelEntry, type PackedLevels, type TermBits } from "./levels.ts";

/** Candidates kept per roster record; more equally good ones than this are a tie anyway. */
export const MOST_CANDIDATES = 6;
const NONE = 0xffffffff;

/** What makes two rows one person's where nothing else of them differs: on any list, and on a document without a number. */
const NUMBERED_PERSON: readonly Field[] = ["nik", "name", "birth_date"];
const DOCUMENTED_PERSON: readonly Field[] = ["name"];
/** What a document says beside the name. Where the number says who is meant, a place written otherwise is no other's. */
const BIRTH_DATE = { field: "birth_date", cell: "birthDate" } as const;
const BIRTH_PLACE = { field: "birth_place", cell: "birthPlace" } as const;
type SaidOfBirth = typeof BIRTH_DATE | typeof BIRTH_PLACE;
const SAID_BESIDE_NUMBER: readonly SaidOfBirth[] = [BIRTH_DATE];
const SAID_BESIDE_NAME: readonly SaidOfBirth[] = [BIRTH_DATE, BIRTH_PLACE];

/** One candidate pair, taken out of the store for reading. */
export interface Candidate {
  readonly sourceRow: number;
  /** Levels against the roster's own values: what findings are made of. */
  readonly levels: PackedLevels;
  /** Levels of the reading (own or confirmed) that the weight was taken from. */
  readonly weighed: PackedLevels;
  /** Bits of evidence of that reading from how rare what agrees is, part by part. */
  readonly terms: TermBits;
  /** Bit set of KEY_KINDS that found the pair. */
  readonly keys: number;
}

/** What a kept pair has in place of the first numbers of a pair as it was found. */
const NEXT = 0;
const SOURCE_ROW = 1;

/** Pairs and kept source rows to a roster record, and bytes of their cells, rounded up. */
const USUAL_PAIRS = 1.25;
const USUAL_CELL_BYTES = 80;

/** Candidates as another thread gets them, to look at. */
export interface SharedCandidates {
  readonly heads: Uint32Array;
  readonly pairs: SharedNumbers;
  readonly kept: SharedRows;
}

/** What holds of every row of a source. */
export interface SourceTraits {
  /** What its status texts mean; by default what they mean everywhere. */
  readonly statusReader?: StatusReader | undefined;
  /** Its rows are documents, of which one person may have several: diplomas of two schools. */
  readonly hasDocuments?: boolean;
}

export class CandidateStore {
  /** The source rows that pairs are of, dropped ones included. */
  readonly kept: KeptRows;
  private readonly hasDocuments: boolean;
  /** The first pair of each roster record; each pair names the next. */
  private readonly heads: Uint32Array;
  private pairs: GrowingUint32;
  /** The record that each kept row fits best, NONE where it fits several as well. */
  private readonly owners = new GrowingUint32();
  /** Kept rows whose person another row has as well and says more of: nobody's, as if they had come behind it. */
  private readonly replaced = new Set<number>();
  /** A pair that comes by itself. */
  private readonly added = new FoundPairs();

  private constructor(kept: KeptRows, heads: Uint32Array, pairs: GrowingUint32, hasDocuments: boolean) {
    this.kept = kept;
    this.heads = heads;
    this.pairs = pairs;
    this.hasDocuments = hasDocuments;
  }

  static of(rosterCount: number, { statusReader, hasDocuments = false }: SourceTraits = {}): CandidateStore {
    const kept = new KeptRows(statusReader);
    const pairs = new GrowingUint32();
    // most records find one candidate; room that is not used costs nothing
    const usual = Math.ceil(rosterCount * USUAL_PAIRS);
    pairs.reserve(usual * WIDTH);
    kept.reserve(usual, rosterCount * USUAL_CELL_BYTES);
    return new CandidateStore(kept, sharedUint32(rosterCount).fill(NONE), pairs, hasDocuments);
  }

  /** Another thread's, to look at: nothing is kept any more. */
  static from({ heads, pairs, kept }: SharedCandidates): CandidateStore {
    return new CandidateStore(KeptRows.from(kept), heads, new GrowingUint32(pairs), false);
  }

  shared(): SharedCandidates {
    const { heads, pairs, kept } = this;
    return { heads, pairs: pairs.shared(), kept: kept.shared() };
  }

  /** Number of pairs kept. */
  get pairCount(): number {
    return this.pairs.length / WIDTH;
  }

  /** Keeps what is worth keeping of the pairs found for a batch of source rows, and the rows they need. */
  keep(found: FoundPairs, batch: People): void {
    // the pairs of a row were found one behind another
    for (let first = 0; first < found.count; ) {
      let end = first + 1;
      while (end < found.count && found.source(end) === found.source(first)) end++;
      this.keepRow(found, first, end, batch);
      first = end;
    }
  }

  /** The same of the pairs `[first, end)`, which are those of one source row. */
  private keepRow(found: FoundPairs, first: number, end: number, batch: People): void {
    const best = bestOf(found, first, end);
    const repeated = best < 0 ? -1 : this.repeatedBy(found, best, batch);
    if (repeated >= 0) {
      const strength = found.strength(best);
      if (!this.isBetter(strength, batch.packedCells, found.source(best), repeated)) return;
    }
    const replacedRow = repeated < 0 ? -1 : this.pairSourceRow(repeated);
    if (replacedRow >= 0) this.replaced.add(replacedRow);
    let sourceRow = -1;
    for (let pair = first; pair < end; pair++) {
      const place =
        replacedRow < 0
          ? this.placeOf(found, pair, best, batch)
          : this.placeInstead(replacedRow, found, pair, batch);
      if (place < 0) continue;
      if (sourceRow < 0) {
        sourceRow = this.kept.addFrom(batch, found.source(pair));
        while (this.owners.length < sourceRow) this.owners.push(NONE);
        this.owners.push(best < 0 ? NONE : found.roster(best));
      }
      this.put(place, sourceRow, found, pair);
    }
  }

  /**
   * Keeps what is worth keeping of the pairs found for rows that are kept already.
   * @param rows by their numbers in the batch, those as they are kept
   */
  keepMore(found: FoundPairs, rows: readonly number[]): void {
    for (let pair = 0; pair < found.count; pair++) {
      const sourceRow = rows[found.source(pair)]!;
      if (this.pairWith(found.roster(pair), sourceRow) >= 0) continue;
      const place = this.placeFor(found.roster(pair), found.strength(pair), this.kept.packedCells, sourceRow);
      if (place >= 0) this.put(place, sourceRow, found, pair);
    }
  }

  /** Keeps a pair, if it is worth keeping. */
  add(roster: number, pair: Candidate, strength: number): void {
    const { added } = this;
    const { sourceRow, levels, weighed, terms, keys } = pair;
    const { name, birth_date: birthDate, birth_place: birthPlace } = terms;
    const bits = name + birthDate + birthPlace;
    added.clear();
    added.push(sourceRow, roster, levels, weighed, bits, partsCode(name, birthPlace), keys, strength);
    const place = this.placeFor(roster, added.strength(0), this.kept.packedCells, sourceRow);
    if (place >= 0) this.put(place, sourceRow, added, 0);
  }

  each(roster: number, visit: (pair: Candidate) => void): void {
    for (let pair = this.firstPair(roster); pair >= 0; pair = this.nextPair(pair)) visit(this.pairAt(pair));
  }

  /** The candidates kept for a roster record, in no particular order. */
  of(roster: number): Candidate[] {
    const pairs: Candidate[] = [];
    this.each(roster, (pair) => pairs.push(pair));
    return pairs;
  }

  eachSourceRow(roster: number, visit: (sourceRow: number) => void): void {
    for (let pair = this.firstPair(roster); pair >= 0; pair = this.nextPair(pair))
      visit(this.pairSourceRow(pair));
  }

  /**
   * Puts the pairs in the order of the roster, without those of replaced rows. They came in the order of the source;
   * whoever asks record by record would jump about in memory for each.
   */
  sort(): void {
    const { heads, pairs, replaced } = this;
    const sorted = new GrowingUint32();
    sorted.reserve(pairs.length);
    for (let roster = 0; roster < heads.length; roster++) {
      let last = NONE;
      let pair = heads[roster]!;
      heads[roster] = NONE;
      for (; pair !== NONE; pair = pairs.at(pair * WIDTH + NEXT)) {
        if (replaced.has(pairs.at(pair * WIDTH + SOURCE_ROW))) continue;
        const at = sorted.extend(WIDTH);
        for (let i = 0; i < WIDTH; i++) sorted.set(at + i, pairs.at(pair * WIDTH + i));
        sorted.set(at + NEXT, NONE);
        if (last === NONE) heads[roster] = at / WIDTH;
        else sorted.set(last + NEXT, at / WIDTH);
        last = at;
      }
    }
    this.pairs = sorted;
  }

  /** Drops the pairs of a roster record that are not worth keeping after all. */
  drop(roster: number, isDropped: (pair: number) => boolean): void {
    let last = NONE;
    for (let pair = this.heads[roster]!; pair !== NONE; pair = this.pairs.at(pair * WIDTH + NEXT)) {
      if (!isDropped(pair)) last = pair;
      else if (last === NONE) this.heads[roster] = this.pairs.at(pair * WIDTH + NEXT);
      else this.pairs.set(last * WIDTH + NEXT, this.pairs.at(pair * WIDTH + NEXT));
    }
  }

  /** Replaces what the pairs of a roster record are weighed by, where `weigh` gives something; it gets their numbers too. */
  reweigh(roster: number, weigh: (pair: Candidate, number: number) => Comparison | null): void {
    for (let pair = this.firstPair(roster); pair >= 0; pair = this.nextPair(pair)) {
      const weighed = weigh(this.pairAt(pair), pair);
      if (weighed === null) continue;
      this.pairs.set(pair * WIDTH + WEIGHED, weighed.levels);
      this.pairs.set(pair * WIDTH + TERMS, termCode(weighed.termBits));
      this.pairs.set(pair * WIDTH + PARTS, partsCode(weighed.terms.name, weighed.terms.birth_place));
    }
  }

  /** Number of a roster record's first pair, −1 where it has none. */
  firstPair(roster: number): number {
    const pair = this.heads[roster]!;
    return pair === NONE ? -1 : pair;
  }

  /** The pair behind another of the same roster record, −1 behind the last. */
  nextPair(pair: number): number {
    const next = this.pairs.at(pair * WIDTH + NEXT);
    return next === NONE ? -1 : next;
  }

  /** Writes the pairs of a roster record into `pairs`, at most `MOST_CANDIDATES`; returns how many there are. */
  pairsOf(roster: number, pairs: Int32Array): number {
    let count = 0;
    for (let pair = this.heads[roster]!; pair !== NONE; pair = this.pairs.at(pair * WIDTH + NEXT))
      pairs[count++] = pair;
    return count;
  }

  pairSourceRow(pair: number): number {
    return this.pairs.at(pair * WIDTH + SOURCE_ROW);
  }

  /** Levels of a pair against the roster's own values. */
  pairLevels(pair: number): PackedLevels {
    return this.pairs.at(pair * WIDTH + LEVELS);
  }

  /** Levels that a pair is weighed by. */
  pairWeighed(pair: number): PackedLevels {
    return this.pairs.at(pair * WIDTH + WEIGHED);
  }

  /** Bit set of KEY_KINDS that found a pair. */
  pairKeys(pair: number): number {
    return this.pairs.at(pair * WIDTH + KEYS);
  }

  /** Evidence of a pair as it was found, in bits. */
  pairStrength(pair: number): number {
    return strengthOf(this.strength(pair));
  }

  pairTermBits(pair: number): number {
    return termBitsOf(this.pairs.at(pair * WIDTH + TERMS));
  }

  pairAt(pair: number): Candidate {
    return {
      sourceRow: this.pairSourceRow(pair),
      levels: this.pairLevels(pair),
      weighed: this.pairWeighed(pair),
      terms: termsOf(this.pairs.at(pair * WIDTH + TERMS), this.pairs.at(pair * WIDTH + PARTS)),
      keys: this.pairKeys(pair),
    };
  }

  /**
   * Where a pair is to be put: behind all pairs while its record has few, else in the place of the weakest, and −1
   * where that is stronger. Of equally strong pairs the one whose source row reads first is kept, so that the order of
   * rows does not show. Asked before the source row is kept.
   * @param strength as `codeOf` gives it
   * @param cells hold the packed cells of the pair's source row under `number`
   */
  private placeFor(roster: number, strength: number, cells: TextPool, number: number): number {
    let count = 0;
    let weakest = -1;
    for (let pair = this.firstPair(roster); pair >= 0; pair = this.nextPair(pair)) {
      count++;
      if (weakest < 0 || this.isWeaker(pair, weakest)) weakest = pair;
    }
    if (count < MOST_CANDIDATES) return this.pairCount;
    return this.isBetter(strength, cells, number, weakest) ? weakest : -1;
  }

  /** Whether a pair is stronger than a kept one, or as strong and its source row reads first. */
  private isBetter(strength: number, cells: TextPool, number: number, pair: number): boolean {
    const least = this.strength(pair);
    if (least !== strength) return least < strength;
    return this.kept.packedCells.compareTo(this.pairSourceRow(pair), cells, number) > 0;
  }

  /**
   * Where a found pair is to be put, −1 where it is not worth keeping. Of rows that are one person's the strongest is
   * kept, so that extracts that overlap and a second diploma are no doubt.
   * @param best of the pairs of its row
   */
  private placeOf(found: FoundPairs, pair: number, best: number, batch: People): number {
    const source = found.source(pair);
    const strength = found.strength(pair);
    const same = this.pairOfSamePerson(found, pair, best, batch);
    if (same < 0) return this.placeFor(found.roster(pair), strength, batch.packedCells, source);
    return this.isBetter(strength, batch.packedCells, source, same) ? same : -1;
  }

  /**
   * The kept pair whose person a row has once more, −1 where there is none. The person is the record that both rows fit
   * best: a second diploma is nobody else's for being left over, not even a twin's.
   * @param best the row's best pair
   */
  private repeatedBy(found: FoundPairs, best: number, batch: People): number {
    const same = this.pairOfSamePerson(found, best, best, batch);
    return same >= 0 && this.owners.at(this.pairSourceRow(same)) === found.roster(best) ? same : -1;
  }

  /** Where a found pair is to be put whose source row comes in the place of a kept one. */
  private placeInstead(row: number, found: FoundPairs, pair: number, batch: People): number {
    const roster = found.roster(pair);
    const kept = this.pairWith(roster, row);
    if (kept >= 0) return kept;
    return this.placeFor(roster, found.strength(pair), batch.packedCells, found.source(pair));
  }

  /** The pair of a roster record with a kept source row, −1 where there is none. */
  private pairWith(roster: number, sourceRow: number): number {
    let pair = this.firstPair(roster);
    while (pair >= 0 && this.pairSourceRow(pair) !== sourceRow) pair = this.nextPair(pair);
    return pair;
  }

  /** The kept pair of a found pair's record whose source row is surely the same person's, −1 where there is none. */
  private pairOfSamePerson(found: FoundPairs, number: number, best: number, batch: People): number {
    let pair = this.firstPair(found.roster(number));
    while (pair >= 0 && !this.isSamePerson(pair, found, number, best, batch)) pair = this.nextPair(pair);
    return pair;
  }

  /**
   * Two rows are one person's where they say the same word for word, or both what the record or its confirmed reading
   * says to the letter. Without a number two people may be written alike: then it goes for documents alone, while no other
   * record could be meant by either, and where they do not say of the birth what the record cannot tell apart.
   */
  private isSamePerson(
    pair: number,
    found: FoundPairs,
    number: number,
    best: number,
    batch: People,
  ): boolean {
    const source = found.source(number);
    const row = this.pairSourceRow(pair);
    const isRepeated =
      this.strength(pair) === found.strength(number) &&
      this.kept.packedCells.compareTo(row, batch.packedCells, source) === 0;
    if (isRepeated && batch.tellsApart(source)) return true;
    const isOneByNumber = this.agreeIn(NUMBERED_PERSON, pair, found, number);
    if (!isOneByNumber) {
      if (!this.hasDocuments || batch.wordCount(source) === 0) return false;
      if (!isRepeated && !this.agreeIn(DOCUMENTED_PERSON, pair, found, number)) return false;
      if (number !== best || this.owners.at(row) !== found.roster(number)) return false;
    }
    const kept = this.kept.cellsOf(row);
    const other = batch.raw(source);
    if (kept.status !== other.status) return false;
    if (isOneByNumber) return true;
    const levels = [this.pairWeighed(pair), found.weighed(number)];
    const isNumbered = levels.every((packed) => levelEntry(packed, "nik").agreement === "same");
    if (!isNumbered && kept.nik !== other.nik) return false;
    const said = isNumbered ? SAID_BESIDE_NUMBER : SAID_BESIDE_NAME;
    return !said.some((field) => areAtOdds(field, levels, kept, other));
  }

  /** Whether the rows of both pairs have all these from the same reading of the record. */
  private agreeIn(fields: readonly Field[], pair: number, found: FoundPairs, number: number): boolean {
    return (
      isSameIn(fields, found.weighed(number)) &&
      isSameIn(fields, this.pairWeighed(pair)) &&
      isSameIn(fields, found.levels(number)) === isSameIn(fields, this.pairLevels(pair))
    );
  }

  /** Puts one of the pairs found in its place, with the source row that was kept for it. */
  private put(place: number, sourceRow: number, found: FoundPairs, pair: number): void {
    const { pairs } = this;
    const roster = found.roster(pair);
    if (place === this.pairCount) {
      pairs.push(this.heads[roster]!);
      this.heads[roster] = place;
      for (let i = 1; i < WIDTH; i++) pairs.push(0);
    }
    const at = place * WIDTH;
    pairs.set(at + SOURCE_ROW, sourceRow);
    pairs.set(at + LEVELS, found.levels(pair));
    pairs.set(at + WEIGHED, found.weighed(pair));
    pairs.set(at + TERMS, found.terms(pair));
    pairs.set(at + PARTS, found.parts(pair));
    pairs.set(at + KEYS, found.keys(pair));
    pairs.set(at + STRENGTH, found.strength(pair));
  }

  private strength(pair: number): number {
    return this.pairs.at(pair * WIDTH + STRENGTH);
  }

  private isWeaker(a: number, b: number): boolean {
    const x = this.strength(a);
    const y = this.strength(b);
    if (x !== y) return x < y;
    return this.kept.compareCells(this.pairSourceRow(a), this.pairSourceRow(b)) > 0;
  }
}

/**
 * Whether two rows say different things where the record does not tell which of them is right: neither agrees with it, or one
 * of them cannot be read. They may be of two people then. A row that says nothing is one with those that agree with the
 * record, and with no others: between two that are at odds it would make one of whichever came first.
 */
function areAtOdds(
  { field, cell }: SaidOfBirth,
  levels: readonly PackedLevels[],
  one: RawCells,
  other: RawCells,
): boolean {
  if (one[cell] === other[cell]) return false;
  const missing = levels.filter((packed) => levelEntry(packed, field).agreement === "missing").length;
  const isEither = one[cell] === "" || other[cell] === "";
  return missing === levels.length || (missing > 0 && !isEither);
}

/** The pair of the record that a source row fits best, −1 where it fits several as well. */
function bestOf(found: FoundPairs, first: number, end: number): number {
  let best = first;
  let isTie = false;
  for (let pair = first + 1; pair < end; pair++) {
    const lead = found.strength(pair) - found.strength(best);
    if (lead > 0) best = pair;
    if (lead >= 0) isTie = lead === 0;
  }
  return isTie ? -1 : best;
}
