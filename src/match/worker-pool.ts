/**
 * Threads that share the work: each holds parts of the roster, or batches of source rows, against the same roster in
 * shared memory and hands back candidate pairs; one of them helps to index the roster before. Who did which part does
 * not show: pairs are put together in the order of the parts. A pool for one thread has no worker: the calling one does
 * it all.
 */
import type { SharedPeople } from "../input/people.ts";
import type { SharedNumbers } from "../machine/shared-numbers.ts";
import { Thread } from "../machine/thread.ts";
import type { Buckets } from "./buckets.ts";
import type { KeyMaker } from "./key-maker.ts";
import type { SharedIndex } from "./person-index.ts";
import { type Roster, type SharedRoster, type ShownPeople, sharePeople, shareRoster } from "./roster.ts";
import type { SharedRosterPairs } from "./roster-pairs.ts";
import type { SharedSieve } from "./sieve.ts";

/** What a worker is asked for; it answers `names`, `duplicates` and `batch`. */
export type WorkerTask =
  | { readonly kind: "people"; readonly shown: ShownPeople }
  | {
      readonly kind: "names";
      readonly count: number;
      readonly asked: SharedSieve | null;
      readonly images: Uint8Array | null;
    }
  | { readonly kind: "roster"; readonly roster: SharedRoster }
  | { readonly kind: "duplicates"; readonly from: number; readonly to: number }
  | { readonly kind: "index"; readonly index: SharedIndex }
  | { readonly kind: "source"; readonly expectedRows: number; readonly isListing: boolean }
  | { readonly kind: "batch"; readonly batch: SharedPeople };

/**
 * Below so many bytes of a roster, about 200,000 people as CSV, the threads take longer to start than they save. A
 * workbook is packed and counts for less; what it costs is time.
 */
export const FEWEST_ROSTER_BYTES = 16_000_000;
/** The same of a source, whatever the roster: about half a million rows. */
export const FEWEST_SOURCE_BYTES = 40_000_000;

export class WorkerPool {
  readonly workers: readonly MatchWorker[];
  /** People of the roster when it was last shown. */
  private shown = -1;

  private constructor(workers: readonly MatchWorker[]) {
    this.workers = workers;
  }

  /**
   * As many as the machine gives: results do not depend on how many work.
   * @param threads the calling one among them
   */
  static of(threads: number): WorkerPool {
    return new WorkerPool(Thread.asMany(threads - 1, () => new MatchWorker()));
  }

  /** Shows all workers the people as they are now, unless it is as they know them: people are only added. */
  showPeople(keyMaker: KeyMaker): void {
    if (this.workers.length === 0 || this.shown === keyMaker.people.count) return;
    this.shown = keyMaker.people.count;
    const shown = sharePeople(keyMaker);
    for (const worker of this.workers) worker.tell({ kind: "people", shown });
  }

  /** Shows all workers the roster as it is now. */
  show(roster: Roster): void {
    if (this.workers.length === 0) return;
    this.showPeople(roster.keyMaker);
    const shared = shareRoster(roster);
    for (const worker of this.workers) worker.tell({ kind: "roster", roster: shared });
  }

  /** Shows all workers what has been indexed since they were shown the roster. */
  showIndex(roster: Roster): void {
    for (const worker of this.workers) worker.tell({ kind: "index", index: roster.index.shared() });
  }

  /** Says what the batches are from that come next. */
  beginSource(roster: Roster, expectedRows: number, isListing: boolean): void {
    this.show(roster);
    for (const worker of this.workers) worker.tell({ kind: "source", expectedRows, isListing });
  }

  /** A worker that can be given more to do. */
  get idle(): MatchWorker | undefined {
    return this.workers.find((worker) => !worker.isBusy);
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.dismiss()));
  }
}

export class MatchWorker extends Thread<WorkerTask> {
  constructor() {
    super("./match-worker-thread", import.meta.url);
  }

  /**
   * The index of the names of the people below `count`, whom it has been shown.
   * @param asked the keys that are asked for, where that is known
   * @param images 1 for those of whom no other than name and birth date is
   */
  indexNames(count: number, asked: SharedSieve | null, images: Uint8Array | null): Promise<Buckets> {
    return this.ask({ kind: "names", count, asked, images });
  }

  /** The pairs of a part of the roster. */
  findDuplicates(from: number, to: number): Promise<SharedRosterPairs> {
    return this.ask({ kind: "duplicates", from, to });
  }

  /** The pairs of a batch of source rows, which nobody touches until then. */
  matchBatch(batch: SharedPeople): Promise<SharedNumbers> {
    return this.ask({ kind: "batch", batch });
  }
}
