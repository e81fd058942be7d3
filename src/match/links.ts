/**
 * What a source says of the roster once it has been held against it, whichever way that was: by weighing candidates
 * (source-links.ts), or by what was answered about identifiers (answer-links.ts). Whoever judges a case asks this and
 * need not know which.
 */
import type { Field } from "../field/level.ts";
import type { People } from "../input/people.ts";
import type { Person, RowContext } from "../input/record.ts";
import type { Candidate, CandidateStore } from "./candidates.ts";
import type { KeptRows } from "./kept-rows.ts";
import type { PackedLevels } from "./levels.ts";
import type { LinkStatus } from "./link-status.ts";
import type { Roster } from "./roster.ts";
import type { SharedLinks } from "./shared-links.ts";

/** A candidate with its share of certainty. */
export interface RankedCandidate extends Candidate {
  /** Log-odds in bits, prior included. */
  readonly bits: number;
  readonly probability: number;
}

/** What one source says about one roster record. */
export interface RosterLink {
  readonly status: LinkStatus;
  /** The link when linked, the ranked candidates when ambiguous, none when not found. */
  readonly candidates: readonly RankedCandidate[];
  /** The source rows that carry this record's identifier without being its link, surest first. */
  readonly holders: readonly Candidate[];
  /** When not found: a good candidate that another roster record has taken. */
  readonly taken: RankedCandidate | null;
  /** When not found: the row that comes nearest, where one comes near enough to be looked at. */
  readonly nearest: RankedCandidate | null;
}

/** Evidence for one candidate, in bits. */
export interface ExplainedWeight {
  readonly weights: Readonly<Record<Field, number>>;
  readonly prior: number;
  /** True when the weight was taken from what another source confirmed, not from the roster's own values. */
  readonly confirmed: boolean;
}

/** A candidate with why it weighs what it does. */
export interface ExplainedCandidate {
  readonly pair: RankedCandidate;
  readonly explained: ExplainedWeight;
}

/** The links of one source. */
export interface Links {
  /** Rows of the source. */
  readonly rows: number;
  /** Those of them that were kept. */
  readonly kept: KeptRows;
  /** False when the default weights stand, or nothing is weighed. */
  readonly learned: boolean;
  readonly counts: Readonly<Record<LinkStatus, number>>;
  /** Links expected to be wrong, and true pairs expected to be missed among the records not found. */
  readonly expectedFalse: number;
  readonly expectedMissed: number;
  /** What the source says about roster record `index`. */
  of(index: number): RosterLink;
  /** Every candidate that was weighed for a record, surest first. */
  considered(index: number, roster: Roster): readonly ExplainedCandidate[];
  /** The roster record whose certain link a kept source row is by weight, or −1. */
  linkedTo(sourceRow: number): number;
  /**
   * Calls `visit` for every certain link that was weighed, in the order of the roster, with the kept source row and how
   * it agrees.
   */
  eachWeighedLink(visit: (record: number, sourceRow: number, levels: PackedLevels) => void): void;
  /** The same weighed once more with what later sources confirmed; `read` gives a kept source row as a person. */
  reconsidered(roster: Roster, read: (sourceRow: number) => Person): Links;
  /** The same, where candidates were weighed; null where nothing was. */
  readonly weighed: WeighedLinks | null;
  /** The same as another thread gets them. */
  shared(): SharedLinks;
}

/** Links by weighed pairs, for those who look at millions of pairs one by one and make nothing of them to read. */
export interface WeighedLinks extends Links {
  readonly store: CandidateStore;
  status(index: number): LinkStatus;
  /** Probability of a pair of the store. */
  pairProbability(pair: number): number;
}

/** Holds the rows of one source against the roster, a batch at a time. */
export interface SourceLinker {
  /** Takes the next rows of the source. */
  readonly batch: People;
  /**
   * Holds the rows in the batch against the roster and empties it. Resolves when there is room for more.
   * @param context of the file that they are from
   */
  considerBatch(context: RowContext): Promise<void>;
  /**
   * Resolves when every row has passed: from then on nobody is looked for.
   * @param beat called every so many rows of those that have waited for this; ends the work by rejecting
   */
  settled(beat?: () => Promise<void>): Promise<void>;
  /** What the rows that have passed come to. */
  links(): Links;
}
