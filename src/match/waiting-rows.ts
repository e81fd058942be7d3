/**
 * The rows of a registry that are nobody's image, until the registry has passed: only then is it known by which keys
 * anybody is looked for, and the roster is indexed by these alone.
 */
import type { People } from "../input/people.ts";
import { AskedKeys } from "./asked-keys.ts";
import type { BatchMatcher } from "./batch-matcher.ts";
import type { FoundPairs } from "./found-pairs.ts";
import { KeyList } from "./keys.ts";
import { shiftsFor } from "./person-index.ts";
import type { Roster } from "./roster.ts";

/** Where more than this share of a roster asks for others, the keys of everybody are indexed as fast as theirs. */
const FEW = 1 / 8;

/** About as many as a file is read in at a time. */
const ROWS_OF_BATCH = 8192;

export class WaitingRows {
  private readonly roster: Roster;
  /** In the order of the source. */
  private readonly batches: People[] = [];
  private rows = 0;
  /** 1 for a record whose image has passed, and how many there are. */
  private readonly hasImage: Uint8Array;
  private images = 0;

  constructor(roster: Roster) {
    this.roster = roster;
    this.hasImage = new Uint8Array(roster.count);
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
      else this.noteImage(images.roster(next++));
    }
    const added = batch.count - images.count;
    this.rows += added;
    return added;
  }

  /** Whether it is worth while to ask for their keys alone. */
  get areFew(): boolean {
    const { count } = this.roster;
    return this.rows + count - this.images <= FEW * count;
  }

  /**
   * The keys of the rows, and of the records that have no image and look for others in the roster itself. Those who have one
   * look for nobody, but for such as the registry may have twice.
   */
  askedKeys(matcher: BatchMatcher): AskedKeys {
    const { roster, hasImage } = this;
    const asked = new AskedKeys(shiftsFor(roster.count));
    for (const batch of this.batches) matcher.ask(batch.shared(), asked);
    const { keyMaker } = roster;
    const keys = new KeyList();
    for (let record = 0; record < roster.count; record++) {
      keys.clear();
      if (hasImage[record] === 1) {
        keyMaker.addDateName(record, keys);
        asked.addShared(keys);
      } else {
        // by faint keys records look among those who lack something, and these are all indexed
        keyMaker.addPieces(record, keys);
        keyMaker.addNameKeys(record, keys);
        asked.add(keys);
      }
    }
    return asked;
  }

  /** The next batch of them, which waits no more; undefined when none is left. */
  next(): People | undefined {
    return this.batches.shift();
  }

  private noteImage(record: number): void {
    if (this.hasImage[record] === 1) return;
    this.hasImage[record] = 1;
    this.images++;
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
