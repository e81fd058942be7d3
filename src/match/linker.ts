/**
 * Links one source to the roster: source rows stream past the roster's index in batches, and each row leaves at most a
 * few compact candidate pairs behind. What the pairs come to when the last row has passed is decided in
 * `source-links.ts`.
 */
import type { SourcePlan } from "../config/plan.ts";
import type { People, SharedPeople } from "../input/people.ts";
import { NO_CELLS, type RawCells } from "../input/raw-cells.ts";
import type { Person } from "../input/record.ts";
import { statusReader } from "../input/status.ts";
import { InTurn } from "../machine/in-turn.ts";
import { giveBackMemory } from "../machine/memory.ts";
import { BatchMatcher, TAKEN_BY } from "./batch-matcher.ts";
import { CandidateStore } from "./candidates.ts";
import type { Beat } from "./duplicate-search.ts";
import { FoundPairs } from "./found-pairs.ts";
import { indexKeys } from "./index-roster.ts";
import type { KeptRows } from "./kept-rows.ts";
import { lacksKeyField } from "./key-maker.ts";
import { isPerfect } from "./levels.ts";
import type { SourceLinker } from "./links.ts";
import { recognise } from "./recognise.ts";
import type { Recognised } from "./recognised.ts";
import type { Roster } from "./roster.ts";
import { SourceLinks } from "./source-links.ts";
import { WaitingRows } from "./waiting-rows.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** A batch that has been held against the roster. */
interface Passage {
  readonly batch: People;
  readonly pairs: FoundPairs;
}

/** Batches on their way for each worker: so many that none waits for work, and so few that memory stays small. */
const BATCHES_PER_WORKER = 3;

/** Kept rows that are understood once more before they are held against those who resemble their records. */
const ROWS_MET_TOGETHER = 1024;

export class Linker implements SourceLinker {
  readonly batch: People;
  private readonly roster: Roster;
  private readonly pool: WorkerPool | null;
  private readonly isListing: boolean;
  private readonly store: CandidateStore;
  private readonly matcher: BatchMatcher;
  /** Batches on their way past the roster, in the order of the source. */
  private readonly passages = new InTurn<Passage>();
  private readonly free: People[] = [];
  private readonly waiting: WaitingRows;
  /** Pairs that are kept before the next batch comes: the memory of one batch does for all. */
  private readonly pairs = new FoundPairs();
  private rows = 0;

  /**
   * @param expectedRows about how many rows the source has; only decides which faint pairs are not worth keeping
   * @param source what it can vouch for, and how it is read if it is a listing
   * @param pool helps
   */
  constructor(
    roster: Roster,
    expectedRows: number,
    { kind, listing }: Pick<SourcePlan, "kind" | "listing"> = { kind: "registry" },
    pool: WorkerPool | null = null,
  ) {
    this.roster = roster;
    this.pool = pool;
    this.isListing = listing !== undefined;
    this.store = CandidateStore.of(roster.count, {
      statusReader: listing && statusReader(listing),
      hasDocuments: kind === "document",
    });
    this.matcher = new BatchMatcher(roster, expectedRows, this.isListing);
    this.waiting = new WaitingRows(roster);
    this.batch = roster.people.newBatch();
    pool?.beginSource(roster, expectedRows, this.isListing);
  }

  /**
   * Sends the rows in the batch past the roster, on whichever thread has time, and empties the batch. Nothing of a row
   * is kept unless it is a candidate. Resolves when there is room for more.
   */
  async considerBatch(): Promise<void> {
    this.prepare(this.batch);
    const worker = this.pool?.idle;
    if (worker === undefined && this.passages.length === 0) {
      this.keepMatched();
      return;
    }
    const batch = this.free.pop() ?? this.roster.people.newBatch();
    batch.swap(this.batch);
    this.passages.add(
      worker === undefined
        ? { batch, pairs: this.matched(batch, new FoundPairs()) }
        : worker.matchBatch(batch.shared()).then((shared) => ({ batch, pairs: new FoundPairs(shared) })),
    );
    await this.settle(this.mostPassages);
  }

  /** Holds one source row against the roster, on this thread. */
  consider(person: Person, cells: RawCells, file: number, row: number): void {
    this.batch.add(person, cells, "", file, row);
    this.prepare(this.batch);
    this.keepMatched();
  }

  async settled(beat: () => Promise<void> = async () => {}): Promise<void> {
    await this.settle(0);
    if (this.roster.index.hasIdentifiersAlone) await this.passWaiting(beat);
  }

  /** Sends the rows past the roster that are nobody's image, now that it can be indexed by what they ask for. */
  private async passWaiting(beat: () => Promise<void>): Promise<void> {
    const { roster, pool, waiting } = this;
    // the pairs that came from other threads
    if (pool !== null) giveBackMemory();
    await indexKeys(roster, pool, waiting.areFew ? waiting.askedKeys(this.matcher) : null);
    pool?.showIndex(roster);
    for (let rows = waiting.next(); rows !== undefined; rows = waiting.next()) {
      // copied into memory that other threads know: they would hold on to the rows' own for long
      for (let row = 0; row < rows.count; row++) this.batch.addFrom(rows, row);
      await this.considerBatch();
      await beat();
    }
    await this.settle(0);
    if (!roster.index.isWhole) roster.index.forgetKeys();
  }

  /** Tells whom the rows that have passed have, and keeps of others' rows none for those whom they surely have. */
  recognise(): Recognised {
    return recognise(this.store, this.roster);
  }

  /**
   * Holds the rows that were taken for one record against those who resemble it: to be said once after duplicates were
   * looked for, where the rows had passed before. A number that several carry was taken for none of them: its rows have
   * met everybody, and what is one person's twice has been told apart there. Whoever stands there to the letter is then
   * offered what those have who resemble him and do not: what two may want is the surer neither's for it.
   * @param read gives a kept row as a person
   */
  async meetResembling(read: (sourceRow: number) => Person, beat: Beat = async () => {}): Promise<void> {
    const { roster, store } = this;
    const { recognised, resemblances } = roster;
    const taken = new Set<number>();
    const meetTaken = new RowsOfRecords(this.batch, read, (batch, records, pairs) =>
      this.matcher.matchResembling(batch, records, pairs),
    );
    for (let record = 0; record < roster.count; record++) {
      if (!recognised.hasToTheLetter(record) || !resemblances.has(record)) continue;
      for (let pair = store.firstPair(record); pair >= 0; pair = store.nextPair(pair)) {
        if (!this.isTaken(pair)) continue;
        taken.add(store.pairSourceRow(pair));
        meetTaken.add(store.pairSourceRow(pair), record);
      }
      if (meetTaken.keepMany(store)) await beat(record);
    }
    meetTaken.keepAll(store);
    const meetWanted = new RowsOfRecords(this.batch, read, (batch, records, pairs) =>
      this.matcher.matchEach(batch, records, pairs),
    );
    for (let record = 0; record < roster.count; record++) {
      if (!recognised.hasToTheLetter(record) || !resemblances.has(record)) continue;
      for (const other of resemblances.of(record))
        store.eachSourceRow(other, (row) => {
          if (!taken.has(row)) meetWanted.add(row, record);
        });
      if (meetWanted.keepMany(store)) await beat(record);
    }
    meetWanted.keepAll(store);
  }

  /** Weighs and assigns what was kept of the rows that have passed. */
  links(): SourceLinks {
    return SourceLinks.learnedFrom(this.store, this.roster, this.rows, this.isListing);
  }

  /** What is kept of the source. */
  get kept(): KeptRows {
    return this.store.kept;
  }

  private isTaken(pair: number): boolean {
    const { keys, levels } = this.store.pairAt(pair);
    return keys === TAKEN_BY && isPerfect(levels);
  }

  private get mostPassages(): number {
    return this.pool === null ? 0 : this.pool.workers.length * BATCHES_PER_WORKER;
  }

  /** Indexes what a batch's rows are looked for by, as soon as the first comes that lacks something. */
  private prepare(batch: People): void {
    const { index, keyMaker, count } = this.roster;
    if (index.hasIdentifiersAlone || index.hasFaint || !hasAnyLack(batch)) return;
    index.indexFaint(keyMaker, 0, count);
    this.pool?.showIndex(this.roster);
  }

  /** Holds the batch against the roster on this thread and keeps what it found at once. */
  private keepMatched(): void {
    this.keep(this.batch, this.matched(this.batch, this.pairs));
    this.pairs.clear();
  }

  private matched(batch: People, pairs: FoundPairs): FoundPairs {
    this.matcher.match(batch.shared(), pairs);
    return pairs;
  }

  /** Keeps what has arrived, in the order of the source, until so few batches are on their way. */
  private async settle(most: number): Promise<void> {
    await this.passages.until(most, ({ batch, pairs }) => {
      this.keep(batch, pairs);
      this.free.push(batch);
    });
  }

  private keep(batch: People, pairs: FoundPairs): void {
    this.store.keep(pairs, batch);
    const left = this.roster.index.hasIdentifiersAlone ? this.waiting.add(batch, pairs) : 0;
    this.rows += batch.count - left;
    batch.clear();
  }
}

/** Kept rows on their way to be held against records once more. */
class RowsOfRecords {
  private readonly batch: People;
  private readonly read: (sourceRow: number) => Person;
  private readonly match: (batch: SharedPeople, records: readonly number[], pairs: FoundPairs) => void;
  private readonly pairs = new FoundPairs();
  private rows: number[] = [];
  private records: number[] = [];

  /**
   * @param batch has no rows, and has none between two times that pairs are kept
   * @param match notes the pairs of the rows of a batch, each for a record
   */
  constructor(batch: People, read: RowsOfRecords["read"], match: RowsOfRecords["match"]) {
    this.batch = batch;
    this.read = read;
    this.match = match;
  }

  add(sourceRow: number, record: number): void {
    this.batch.add(this.read(sourceRow), NO_CELLS, "", 0, 0);
    this.rows.push(sourceRow);
    this.records.push(record);
  }

  /** Matches and keeps as soon as there are many; says whether there were. */
  keepMany(store: CandidateStore): boolean {
    if (this.rows.length < ROWS_MET_TOGETHER) return false;
    this.keepAll(store);
    return true;
  }

  keepAll(store: CandidateStore): void {
    const { batch, pairs } = this;
    this.match(batch.shared(), this.records, pairs);
    store.keepMore(pairs, this.rows);
    pairs.clear();
    batch.clear();
    this.rows = [];
    this.records = [];
  }
}

function hasAnyLack(batch: People): boolean {
  for (let row = 0; row < batch.count; row++) if (lacksKeyField(batch, row)) return true;
  return false;
}
