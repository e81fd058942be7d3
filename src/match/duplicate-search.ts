/**
 * The search for duplicates, a part of the roster at a time, on as many threads as there are: whoever has done a part
 * takes the next. Who did which does not show in what is found.
 */
import { setTimeout } from "node:timers/promises";
import { DuplicateFinder } from "./duplicate-finder.ts";
import type { Roster } from "./roster.ts";
import { RosterMeetings } from "./roster-meetings.ts";
import { RosterPairs } from "./roster-pairs.ts";
import type { MatchWorker, WorkerPool } from "./worker-pool.ts";

/** How often, in records, the work looks up from the roster. */
const RECORDS_PER_BEAT = 1024;
/** Records of a part at most: the fewer parts, the less often the index is read through, and the more memory a part takes. */
const RECORDS_PER_PART = 1 << 18;
/** On several threads a part is so much of what is left to each, and at least so much of all that each has to do. */
const OF_THE_REST = 1 / 2;
const OF_ALL = 1 / 4;
/** How long, in milliseconds, the calling thread waits for the others before it looks up again. */
const WAIT_MS = 100;

/** Called every so many records with the number done: shows progress, and ends the search by rejecting. */
export type Beat = (done: number) => Promise<void>;

/**
 * The pairs of each part of the roster, in the order of the parts.
 * @param pool helps; it has been shown the roster
 */
export async function searchDuplicates(
  roster: Roster,
  beat: Beat,
  pool: WorkerPool | null,
): Promise<RosterPairs[]> {
  const workers = pool?.workers ?? [];
  const search = new Search(roster, 1 + workers.length);
  try {
    let helping = true;
    const helped = Promise.all(workers.map((worker) => search.help(worker))).finally(() => {
      helping = false;
    });
    // thrown where it is awaited, which is only after the next beat
    helped.catch(() => {});
    await Promise.race([search.work(beat), rejectionOf(helped)]);
    while (helping) {
      await Promise.race([helped, setTimeout(WAIT_MS)]);
      await beat(search.done);
    }
    await helped;
  } finally {
    // whoever still works when another has failed ends with his part
    search.stop();
  }
  return search.found;
}

/** Settles only when `work` fails. */
function rejectionOf(work: Promise<unknown>): Promise<never> {
  return work.then(() => new Promise<never>(() => {}));
}

/** Records `[from, to)`. */
interface Part {
  readonly from: number;
  readonly to: number;
}

class Search {
  /** By number of the part. */
  readonly found: RosterPairs[] = [];
  /** How many records have been searched. */
  done = 0;
  private readonly roster: Roster;
  private readonly parts: readonly Part[];
  /** The first part that nobody has taken. */
  private next = 0;

  constructor(roster: Roster, threads: number) {
    this.roster = roster;
    this.parts = partsOf(roster.count, threads);
  }

  /** Searches on this thread until no part is left. */
  async work(beat: Beat): Promise<void> {
    const { roster } = this;
    const finder = new DuplicateFinder(roster);
    while (this.next < this.parts.length) {
      const part = this.next++;
      const { from, to } = this.parts[part]!;
      const meetings = new RosterMeetings(roster, from, to);
      const pairs = new RosterPairs();
      for (let at = from; at < to; at += RECORDS_PER_BEAT) {
        const end = Math.min(at + RECORDS_PER_BEAT, to);
        finder.find(at, end, meetings, pairs);
        this.done += end - at;
        await beat(this.done);
      }
      this.found[part] = pairs;
    }
  }

  /** The same on another. */
  async help(worker: MatchWorker): Promise<void> {
    while (this.next < this.parts.length) {
      const part = this.next++;
      const { from, to } = this.parts[part]!;
      this.found[part] = new RosterPairs(await worker.findDuplicates(from, to));
      this.done += to - from;
    }
  }

  /** Leaves no part to take. */
  stop(): void {
    this.next = this.parts.length;
  }
}

/** Parts that become smaller towards the end, so that whoever is done first waits little for the others. */
function partsOf(count: number, threads: number): Part[] {
  const fewest = Math.ceil((count / threads) * OF_ALL);
  const parts: Part[] = [];
  for (let from = 0; from < count; from = parts.at(-1)!.to) {
    const rest = count - from;
    const wanted = threads === 1 ? rest : Math.max(fewest, Math.ceil((rest / threads) * OF_THE_REST));
    parts.push({ from, to: from + Math.min(rest, wanted, RECORDS_PER_PART) });
  }
  return parts;
}
