/**
 * The links of one source, decided from the candidate pairs that streaming it left behind (settle.ts): what they say of
 * a roster record, and why.
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { FIELDS } from "../field/level.ts";
import type { Person } from "../input/record.ts";
import { CandidateStore } from "./candidates.ts";
import type { KeptRows } from "./kept-rows.ts";
import { learn, PatternCounts } from "./learn.ts";
import { hasNameAndDate, levelOf, type PackedLevels, saysOtherDate } from "./levels.ts";
import { LINK_STATUSES, type LinkStatus } from "./link-status.ts";
import type {
  ExplainedCandidate,
  ExplainedWeight,
  RankedCandidate,
  RosterLink,
  WeighedLinks,
} from "./links.ts";
import { MatchModel, populationBits } from "./model.ts";
import type { RecordOdds } from "./record-odds.ts";
import type { Roster } from "./roster.ts";
import { type Basis, CERTAIN, oddsOf, type Settled, settle, type Totals } from "./settle.ts";
import type { SharedWeighedLinks } from "./shared-links.ts";

/** Of those who were not found, one in twenty like this is the person: often enough to be told of. */
const WORTH_LOOKING = 0.05;

export class SourceLinks implements WeighedLinks {
  readonly store: CandidateStore;
  readonly basis: Basis;
  private readonly settled: Settled;
  private readonly odds: RecordOdds;
  /** The record that each kept row is linked to, −1 for none; null until somebody asks. */
  private owners: Int32Array | null = null;

  /** @param settled what has come of it already */
  private constructor(store: CandidateStore, basis: Basis, settled = settle(store, basis)) {
    this.store = store;
    this.basis = basis;
    this.settled = settled;
    this.odds = oddsOf(store, basis, settled);
  }

  get weighed(): WeighedLinks {
    return this;
  }

  get kept(): KeptRows {
    return this.store.kept;
  }

  get rows(): number {
    return this.basis.rows;
  }

  get learned(): boolean {
    return this.basis.learned;
  }

  get counts(): Totals["counts"] {
    return this.settled.totals.counts;
  }

  get expectedFalse(): number {
    return this.settled.totals.expectedFalse;
  }

  get expectedMissed(): number {
    return this.settled.totals.expectedMissed;
  }

  /**
   * Links from what streaming a source kept, with the weights adapted to what was seen.
   * @param isListing a namesake of whom it says nothing else is not told from the person, however common the name:
   *   to be on a list by name alone is not to be absent from it
   */
  static learnedFrom(store: CandidateStore, roster: Roster, rows: number, isListing = false): SourceLinks {
    store.sort();
    const bits = populationBits(rows);
    const counts = new PatternCounts();
    for (let pair = 0; pair < store.pairCount; pair++)
      counts.add(store.pairWeighed(pair), store.pairTermBits(pair));
    const { model, fromData } = learn(counts, roster.model, bits, {
      bits: -bits,
      pairCount: roster.count * rows,
      learned: false,
    });
    return new SourceLinks(store, { rosterCount: roster.count, model, learned: fromData, rows, isListing });
  }

  static from({ store, basis, settled }: SharedWeighedLinks): SourceLinks {
    const model = MatchModel.from(basis.model);
    return new SourceLinks(CandidateStore.from(store), { ...basis, model }, settled);
  }

  shared(): SharedWeighedLinks {
    const { store, basis, settled } = this;
    return {
      kind: "weighed",
      store: store.shared(),
      basis: { ...basis, model: basis.model.shared() },
      settled,
    };
  }

  status(index: number): LinkStatus {
    return LINK_STATUSES[this.settled.statuses[index]!]!;
  }

  of(index: number): RosterLink {
    const status = this.status(index);
    const ranked = this.ranked(index);
    const link = status === "linked" ? ranked[0]! : null;
    const holders = ranked.filter(
      (pair) => pair !== link && levelOf(pair.levels, "nik") === IDENTIFIER_LEVEL.exact,
    );
    switch (status) {
      case "linked":
        return { status, candidates: [link!], holders, taken: null, nearest: null };
      case "ambiguous": {
        const least = (1 - CERTAIN) * ranked[0]!.probability;
        const isClose = ({ probability, levels, weighed }: RankedCandidate) =>
          probability >= least || hasNameAndDate(levels) || saysOtherDate(weighed, ranked[0]!.weighed);
        const candidates = ranked.filter(isClose);
        return { status, candidates, holders: [], taken: null, nearest: null };
      }
      case "not_found": {
        const taken = ranked.find((pair) => pair.bits > 0) ?? null;
        const isTaken = taken !== null && taken === holders[0];
        const nearest = ranked.find(({ probability }) => probability >= WORTH_LOOKING) ?? null;
        return { status, candidates: [], holders: isTaken ? [] : holders, taken, nearest };
      }
    }
  }

  pairProbability(pair: number): number {
    return this.settled.probabilities[pair]!;
  }

  /** Every candidate kept for a record, surest first. */
  ranked(index: number): RankedCandidate[] {
    const { odds, kept } = this;
    const count = odds.weigh(index);
    const ranked: RankedCandidate[] = [];
    for (let i = 0; i < count; i++) {
      const pair = odds.pairs[i]!;
      const { sourceRow, levels, weighed, terms, keys } = this.store.pairAt(pair);
      const probability = this.pairProbability(pair);
      ranked.push({ sourceRow, levels, weighed, terms, keys, bits: odds.bits[i]!, probability });
    }
    if (count === 1) return ranked;
    return ranked.sort(
      (a, b) =>
        b.probability - a.probability ||
        b.bits - a.bits ||
        kept.compareCells(a.sourceRow, b.sourceRow) ||
        kept.comparePlaces(a.sourceRow, b.sourceRow),
    );
  }

  /**
   * The same candidates weighed once more with what later sources confirmed: `read` gives a kept source row as a
   * person. Only readings that say more than the roster's own values count.
   */
  reconsidered(roster: Roster, read: (sourceRow: number) => Person): SourceLinks {
    const { comparer, confirmed } = roster;
    const { weights } = this.settled;
    const bits = populationBits(this.rows);
    let changed = false;
    for (let r = 0; r < this.basis.rosterCount; r++) {
      if (this.status(r) === "linked") continue;
      const reading = confirmed.readingOf(r);
      if (reading === undefined) continue;
      this.store.reweigh(r, (pair, number) => {
        const other = comparer.compare(reading, read(pair.sourceRow));
        const weight = this.basis.model.weigh(other.levels, other.termBits, bits);
        if (weight <= weights[number]!) return null;
        changed = true;
        return other;
      });
    }
    return changed ? new SourceLinks(this.store, this.basis) : this;
  }

  considered(index: number, roster: Roster): ExplainedCandidate[] {
    return this.ranked(index).map((pair) => ({ pair, explained: this.explained(index, pair, roster) }));
  }

  /**
   * Why a candidate of a record weighs what it does: the weight of each field, and the prior (how many people the
   * source tells apart, and how many of the roster it has), in bits.
   */
  explained(index: number, pair: RankedCandidate, { confirmed }: Roster): ExplainedWeight {
    const weights = this.basis.model.weights(pair.weighed, pair.terms, populationBits(this.rows));
    const { prior } = this.odds;
    let sum = prior;
    for (const field of FIELDS) sum += weights[field];
    // a number that is known to be somebody else's was not held against this candidate, and the lack of one that speaks
    // for it was, where the name does not either
    weights.nik += pair.bits - sum;
    const isConfirmed = pair.weighed !== pair.levels && confirmed.readingOf(index) !== undefined;
    return { weights, prior, confirmed: isConfirmed };
  }

  linkedTo(sourceRow: number): number {
    if (this.owners === null) {
      const owners = new Int32Array(this.kept.count).fill(-1);
      this.eachWeighedLink((record, row) => {
        owners[row] = record;
      });
      this.owners = owners;
    }
    return this.owners[sourceRow]!;
  }

  eachWeighedLink(visit: (record: number, sourceRow: number, levels: PackedLevels) => void): void {
    const { store } = this;
    for (let r = 0; r < this.basis.rosterCount; r++) {
      if (this.status(r) !== "linked") continue;
      const first = store.firstPair(r);
      if (store.nextPair(first) < 0) visit(r, store.pairSourceRow(first), store.pairLevels(first));
      else {
        const { sourceRow, levels } = this.ranked(r)[0]!;
        visit(r, sourceRow, levels);
      }
    }
  }
}
