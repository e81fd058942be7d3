/**
 * The rows of a registry that are nobody's image, until the registry has passed: only then is it known by which keys
 * anybody is looked for, and the roster is indexed by these alone.
 */
import type { People } from "../input/people.ts";
import { sharedUint8 } from "../machine/shared-numbers.ts";
import { AskedKeys } from "./asked-keys.ts";
import type { BatchMatcher } from "./batch-matcher.ts";
import type { FoundPairs } from "./found-pairs.ts";
import { shiftsFor } from "./person-index.ts";
import type { Roster } from "./roster.ts";

/** Where more rows wait than this share of a roster, the keys of everybody take less memory than those they ask for. */
const FEW = 1 / 2;

/** About as many as a file is read in at a time. */
const ROWS_OF_BATCH = 8192;

export class WaitingRows {
  private readonly roster: Roster;
  /** In the order of the source. */
  private readonly batches: People[] = [];
  private rows = 0;
  /** 1 for a record whose image has passed. */
  private readonly hasImage: Uint8Array;

  constructor(roster: Roster) {
    this.roster = roster;
    this.hasImage = sharedUint8(roster.count);
  }

  /**
   * Adds the rows of a batch that are nobody's image.
   * @param images a pair for each of the others, in their order
   * @returns how many were added
   */
  add(batch: People, images: FoundPairs): number {
    let next = 0;
    for (let row = 0; row < batch.count; row++) {
      if (next === images.count || images.source(next) !== row) this.lastBatch().addFrom(batch, row);
      else this.hasImage[images.roster(next++)] = 1;
    }
    const added = batch.count - images.count;
    this.rows += added;
    return added;
  }

  /** Whether it is worth while to ask for their keys alone. */
  get areFew(): boolean {
    return this.rows <= FEW * this.roster.count;
  }

  /** The keys of the rows. They look for records without an image, and for such as the registry may have twice. */
  askedKeys(matcher: BatchMatcher): AskedKeys {
    const asked = new AskedKeys(shiftsFor(this.roster.count), this.hasImage);
    for (const batch of this.batches) matcher.ask(batch.shared(), asked);
    return asked;
  }

  /** The next batch of them, which waits no more; undefined when none is left. */
  next(): People | undefined {
    return this.batches.shift();
  }

  private lastBatch(): People {
    let last = this.batches.at(-1);
    if (last === undefined || last.count >= ROWS_OF_BATCH) {
      last = this.roster.people.newBatch();
      this.batches.push(last);
    }
    return last;
  }
}
