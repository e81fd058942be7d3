/**
 * Threads that share the work: each holds parts of the roster, or blocks of source rows, against the same roster in
 * shared memory and hands back candidate pairs. Who did which part does not show: pairs are put together in the order
 * of the parts. A crew of one is the calling thread alone.
 */
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { SharedPeople } from "../input/people.ts";
import type { SharedNumbers } from "../text/pool.ts";
import type { SharedRosterPairs } from "./duplicates.ts";
import { type Roster, type SharedRoster, shareRoster } from "./roster.ts";

/** What a member is asked for; it answers `duplicates` and `block`. */
export type CrewTask =
  | { readonly kind: "roster"; readonly roster: SharedRoster }
  | { readonly kind: "duplicates"; readonly from: number; readonly to: number }
  | { readonly kind: "source"; readonly expectedRows: number; readonly isListing: boolean }
  | { readonly kind: "block"; readonly block: SharedPeople };

/** Below so many records the threads take longer to start than they save. */
export const FEWEST_FOR_THREADS = 50_000;

const ENTRY = new URL(`./crew-member${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

export class Crew {
  readonly members: readonly Member[];

  /** @param threads the calling one among them */
  constructor(threads: number) {
    this.members = Array.from({ length: threads - 1 }, () => new Member(new Worker(ENTRY)));
  }

  /** Shows all members the roster as it is now; whatever is done with it next has to wait for another showing. */
  show(roster: Roster): void {
    if (this.members.length === 0) return;
    const shared = shareRoster(roster);
    for (const member of this.members) member.tell({ kind: "roster", roster: shared });
  }

  /** Says what the blocks are from that come next. */
  beginSource(expectedRows: number, isListing: boolean): void {
    for (const member of this.members) member.tell({ kind: "source", expectedRows, isListing });
  }

  /** A member with nothing to do. */
  get idle(): Member | undefined {
    return this.members.find((member) => !member.isBusy);
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.members.map((member) => member.dismiss()));
  }
}

export class Member {
  private readonly worker: Worker;
  private answer: ((value: unknown) => void) | null = null;
  private fail: ((error: unknown) => void) | null = null;
  private failure: unknown = null;

  constructor(worker: Worker) {
    this.worker = worker;
    worker.on("message", (value: unknown) => {
      const { answer } = this;
      this.answer = null;
      worker.unref();
      answer?.(value);
    });
    worker.on("error", (error) => {
      this.failure = error;
      this.fail?.(error);
    });
    // a member that waits for work does not keep the program alive
    worker.unref();
  }

  get isBusy(): boolean {
    return this.answer !== null;
  }

  tell(task: CrewTask): void {
    this.worker.postMessage(task);
  }

  /** The pairs of a part of the roster. */
  findDuplicates(from: number, to: number): Promise<SharedRosterPairs> {
    return this.ask({ kind: "duplicates", from, to });
  }

  /** The pairs of a block of source rows, which nobody touches until then. */
  matchBlock(block: SharedPeople): Promise<SharedNumbers> {
    return this.ask({ kind: "block", block });
  }

  async dismiss(): Promise<void> {
    await this.worker.terminate();
  }

  /**
   * One question at a time: whoever asks has seen that the member is not busy.
   * @throws whatever went wrong in the member
   */
  private ask<T>(task: CrewTask): Promise<T> {
    if (this.failure !== null) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.worker.ref();
      this.answer = resolve as (value: unknown) => void;
      this.fail = reject;
      this.tell(task);
    });
  }
}
