/**
 * Links one source to the roster: source rows stream past the roster's index in blocks, and each row leaves at most a
 * few compact candidate pairs behind. What the pairs come to when the last row has passed is decided in
 * `source-links.ts`.
 */
import type { SourcePlan } from "../config/plan.ts";
import type { People } from "../input/people.ts";
import type { RawCells } from "../input/raw-cells.ts";
import type { Person } from "../input/record.ts";
import { statusReader } from "../input/status.ts";
import { InTurn } from "../machine/in-turn.ts";
import { BlockMatcher } from "./block-matcher.ts";
import { CandidateStore } from "./candidates.ts";
import type { Crew } from "./crew.ts";
import { FoundPairs } from "./found-pairs.ts";
import { lacksKeyField } from "./key-maker.ts";
import type { SourceLinker } from "./links.ts";
import type { Roster } from "./roster.ts";
import { SourceLinks } from "./source-links.ts";

/** A block that has been held against the roster. */
interface Passage {
  readonly block: People;
  readonly pairs: FoundPairs;
}

/** Blocks on their way for each member: so many that none waits for work, and so few that memory stays small. */
const BLOCKS_PER_MEMBER = 3;

export class Linker implements SourceLinker {
  readonly block: People;
  private readonly roster: Roster;
  private readonly crew: Crew | null;
  private readonly isListing: boolean;
  private readonly store: CandidateStore;
  private readonly matcher: BlockMatcher;
  /** Blocks on their way past the roster, in the order of the source. */
  private readonly passages = new InTurn<Passage>();
  private readonly free: People[] = [];
  /** Pairs that are kept before the next block comes: the memory of one block does for all. */
  private readonly pairs = new FoundPairs();
  private rows = 0;

  /**
   * @param expectedRows about how many rows the source has; only decides which faint pairs are not worth keeping
   * @param source what it can vouch for, and how it is read if it is a listing
   * @param crew helps
   */
  constructor(
    roster: Roster,
    expectedRows: number,
    { kind, listing }: Pick<SourcePlan, "kind" | "listing"> = { kind: "registry" },
    crew: Crew | null = null,
  ) {
    this.roster = roster;
    this.crew = crew;
    this.isListing = listing !== undefined;
    this.store = CandidateStore.of(roster.count, {
      statusReader: listing && statusReader(listing),
      hasDocuments: kind === "document",
    });
    this.matcher = new BlockMatcher(roster, expectedRows, this.isListing);
    this.block = roster.people.blockOf();
    crew?.beginSource(roster, expectedRows, this.isListing);
  }

  /**
   * Sends the rows in the block past the roster, on whichever thread has time, and empties the block. Nothing of a row
   * is kept unless it is a candidate. Resolves when there is room for more.
   */
  async considerBlock(): Promise<void> {
    this.prepare(this.block);
    const member = this.crew?.idle;
    if (member === undefined && this.passages.length === 0) {
      this.keepMatched();
      return;
    }
    const block = this.free.pop() ?? this.roster.people.blockOf();
    block.swap(this.block);
    this.passages.add(
      member === undefined
        ? { block, pairs: this.matched(block, new FoundPairs()) }
        : member.matchBlock(block.shared()).then((shared) => ({ block, pairs: new FoundPairs(shared) })),
    );
    await this.settle(this.mostPassages);
  }

  /** Holds one source row against the roster, on this thread. */
  consider(person: Person, cells: RawCells, file: number, row: number): void {
    this.block.add(person, cells, "", file, row);
    this.prepare(this.block);
    this.keepMatched();
  }

  async settled(): Promise<void> {
    await this.settle(0);
  }

  /** Weighs and assigns what was kept of the rows that have passed. */
  links(): SourceLinks {
    return SourceLinks.learnedFrom(this.store, this.roster, this.rows, this.isListing);
  }

  private get mostPassages(): number {
    return this.crew === null ? 0 : this.crew.members.length * BLOCKS_PER_MEMBER;
  }

  /** Indexes what a block's rows are looked for by, as soon as the first comes that lacks something. */
  private prepare(block: People): void {
    const { index, keyMaker, count } = this.roster;
    if (index.hasFaint || !hasAnyLack(block)) return;
    index.indexFaint(keyMaker, 0, count);
    this.crew?.showIndex(this.roster);
  }

  /** Holds the block against the roster on this thread and keeps what it found at once. */
  private keepMatched(): void {
    this.keep(this.block, this.matched(this.block, this.pairs));
    this.pairs.clear();
  }

  private matched(block: People, pairs: FoundPairs): FoundPairs {
    this.matcher.match(block.shared(), pairs);
    return pairs;
  }

  /** Keeps what has arrived, in the order of the source, until so few blocks are on their way. */
  private async settle(most: number): Promise<void> {
    await this.passages.until(most, ({ block, pairs }) => {
      this.keep(block, pairs);
      this.free.push(block);
    });
  }

  private keep(block: People, pairs: FoundPairs): void {
    this.rows += block.count;
    this.store.keep(pairs, block);
    block.clear();
  }
}

function hasAnyLack(block: People): boolean {
  for (let row = 0; row < block.count; row++) if (lacksKeyField(block, row)) return true;
  return false;
}
