/**
 * The links of one source, decided from the candidate pairs that streaming it left behind: certain, ambiguous or
 * not found. A link is certain only when no other assignment of its whole group of connected candidates comes near.
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { FIELDS, type Field } from "../field/level.ts";
import type { Person } from "../input/people.ts";
import { sharedFloat64, sharedUint8 } from "../machine/shared-numbers.ts";
import { CandidateStore, MOST_CANDIDATES, type SharedCandidates } from "./candidates.ts";
import { assignGroups } from "./groups.ts";
import { learn, PatternCounts } from "./learn.ts";
import { levelEntry, levelOf, nikLevel, type PackedLevels } from "./levels.ts";
import {
  type ExplainedCandidate,
  type ExplainedWeight,
  LINK_STATUSES,
  type LinkStatus,
  type Links,
  type RankedCandidate,
  type RosterLink,
} from "./links.ts";
import { MatchModel, probabilityOf, type SharedModel } from "./model.ts";
import type { Roster } from "./roster.ts";

/**
 * A link at or above is certain. Chosen on the generator so that wrong persons stay below one in ten thousand
 * links; what lies under it is shown as ambiguous.
 */
const CERTAIN = 0.97;
/** From here on a match is likelier than none: a record without a certain link is ambiguous, not absent. */
const LIKELY = 0.5;
/** Pairs below this many bits of evidence neither link nor hinder a link. */
const FAINTEST = -5;
/** Below this many bits a pair is surely two people. */
const SOMEBODY_ELSE = -2;
/** A source too small to tell is taken for an extract of a larger list: chance agreement is as likely as there. */
const SMALLEST_POPULATION = 1000;
/** Fewer roster records than this do not tell how much of a roster a source covers. */
const FEWEST_FOR_COVERAGE = 200;
const EVEN_ODDS = 0.5;
/** However complete a source looks, one record in a hundred may be missing from it. */
const MOST_COVERAGE = 0.99;

/** log2 of the number of people that a source's rows are told apart from. */
export function populationBits(rows: number): number {
  return Math.log2(Math.max(rows, SMALLEST_POPULATION));
}

/** What the pairs were weighed by. */
export interface Basis {
  readonly rosterCount: number;
  readonly model: MatchModel;
  readonly learned: boolean;
  readonly rows: number;
  readonly isListing: boolean;
}

/** Sums over all roster records. */
interface Totals {
  readonly counts: Readonly<Record<LinkStatus, number>>;
  /** Links expected to be wrong, and true pairs expected to be missed among the records not found. */
  readonly expectedFalse: number;
  readonly expectedMissed: number;
}

const NO_TOTALS: Totals = {
  counts: { linked: 0, ambiguous: 0, not_found: 0 },
  expectedFalse: 0,
  expectedMissed: 0,
};

/** What came of it. */
interface Settled {
  readonly weights: Float64Array;
  readonly probabilities: Float64Array;
  readonly statuses: Uint8Array;
  readonly coverageBits: number;
  readonly totals: Totals;
}

/** Links as another thread gets them. */
export interface SharedLinks {
  readonly kind: "weighed";
  readonly store: SharedCandidates;
  readonly basis: Omit<Basis, "model"> & { readonly model: SharedModel };
  readonly settled: Settled;
}

export class SourceLinks implements Links {
  readonly store: CandidateStore;
  readonly basis: Basis;

  private readonly populationBits: number;
  /** Log-odds of each kept pair in bits, without the prior. */
  private readonly weights: Float64Array;
  /** Probability of each kept pair: by its own odds, or by its group where records share candidates or have several. */
  private readonly probabilities: Float64Array;
  /** Positions in LINK_STATUSES. */
  private readonly statuses: Uint8Array;
  /** Log-odds that a roster record is in this source at all. */
  private coverageBits: number;
  private totals: Totals;
  /** Pairs of the record last looked at, and their log-odds in bits, prior included. */
  private readonly pairs = new Int32Array(MOST_CANDIDATES);
  private readonly bits = new Float64Array(MOST_CANDIDATES);
  private owners: Int32Array | null = null;

  /** @param settled what has come of it already */
  private constructor(store: CandidateStore, basis: Basis, settled?: Settled) {
    this.store = store;
    this.basis = basis;
    this.populationBits = populationBits(basis.rows);
    this.weights = settled?.weights ?? sharedFloat64(store.pairCount);
    this.probabilities = settled?.probabilities ?? sharedFloat64(store.pairCount);
    this.statuses = settled?.statuses ?? sharedUint8(basis.rosterCount);
    this.coverageBits = settled?.coverageBits ?? 0;
    this.totals = settled?.totals ?? NO_TOTALS;
    if (settled === undefined) this.settle();
  }

  get rows(): number {
    return this.basis.rows;
  }

  /** False when the source was too small or odd to learn from and the default weights stand. */
  get learned(): boolean {
    return this.basis.learned;
  }

  get counts(): Totals["counts"] {
    return this.totals.counts;
  }

  get expectedFalse(): number {
    return this.totals.expectedFalse;
  }

  get expectedMissed(): number {
    return this.totals.expectedMissed;
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

  static from({ store, basis, settled }: SharedLinks): SourceLinks {
    const model = MatchModel.from(basis.model);
    return new SourceLinks(CandidateStore.from(store), { ...basis, model }, settled);
  }

  shared(): SharedLinks {
    const { store, basis, weights, probabilities, statuses, coverageBits, totals } = this;
    return {
      kind: "weighed",
      store: store.shared(),
      basis: { ...basis, model: basis.model.shared() },
      settled: { weights, probabilities, statuses, coverageBits, totals },
    };
  }

  status(index: number): LinkStatus {
    return LINK_STATUSES[this.statuses[index]!]!;
  }

  of(index: number): RosterLink {
    const status = this.status(index);
    const ranked = this.ranked(index);
    const link = status === "linked" ? ranked[0]! : null;
    const holder =
      ranked.find((pair) => pair !== link && levelOf(pair.levels, "nik") === IDENTIFIER_LEVEL.exact) ?? null;
    switch (status) {
      case "linked":
        return { status, candidates: [link!], holder, taken: null };
      case "ambiguous": {
        const least = (1 - CERTAIN) * ranked[0]!.probability;
        const candidates = ranked.filter((pair) => pair.probability >= least || hasNameAndDate(pair.levels));
        return { status, candidates, holder: null, taken: null };
      }
      case "not_found": {
        const taken = ranked.find((pair) => pair.bits > 0) ?? null;
        return { status, candidates: [], holder: taken !== null && taken === holder ? null : holder, taken };
      }
    }
  }

  /** Probability of a kept pair. */
  pairProbability(pair: number): number {
    return this.probabilities[pair]!;
  }

  /** Every candidate kept for a record, surest first. */
  ranked(index: number): RankedCandidate[] {
    const count = this.weigh(index);
    const ranked: RankedCandidate[] = [];
    for (let i = 0; i < count; i++) {
      const pair = this.pairs[i]!;
      const { sourceRow, levels, weighed, terms, keys } = this.store.pairAt(pair);
      const probability = this.probabilities[pair]!;
      ranked.push({ sourceRow, levels, weighed, terms, keys, bits: this.bits[i]!, probability });
    }
    if (count === 1) return ranked;
    return ranked.sort(
      (a, b) =>
        b.probability - a.probability ||
        b.bits - a.bits ||
        this.store.compareCells(a.sourceRow, b.sourceRow) ||
        this.store.file(a.sourceRow) - this.store.file(b.sourceRow) ||
        this.store.row(a.sourceRow) - this.store.row(b.sourceRow),
    );
  }

  /**
   * The same candidates weighed once more with what later sources confirmed: `read` gives a kept source row as a
   * person. Only readings that say more than the roster's own values count.
   */
  reconsidered(roster: Roster, read: (sourceRow: number) => Person): SourceLinks {
    const { comparer, confirmed } = roster;
    let changed = false;
    for (let r = 0; r < this.basis.rosterCount; r++) {
      if (this.status(r) === "linked") continue;
      const reading = confirmed.readingOf(r);
      if (reading === undefined) continue;
      this.store.reweigh(r, (pair, number) => {
        const other = comparer.compare(reading, read(pair.sourceRow));
        const weight = this.basis.model.weigh(other.levels, other.termBits, this.populationBits);
        if (weight <= this.weights[number]!) return null;
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
    const weights = this.basis.model.weights(pair.weighed, pair.terms, this.populationBits);
    const prior = this.coverageBits - this.populationBits;
    let sum = prior;
    for (const field of FIELDS) sum += weights[field];
    // a number that is known to be somebody else's was not held against this candidate
    const explained = { ...weights, nik: weights.nik + pair.bits - sum };
    const isConfirmed = pair.weighed !== pair.levels && confirmed.readingOf(index) !== undefined;
    return { weights: explained, prior, confirmed: isConfirmed };
  }

  linkedTo(sourceRow: number): number {
    if (this.owners === null) {
      const owners = new Int32Array(this.store.sourceRowCount).fill(-1);
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

  /**
   * Probability of a record's best candidate, and of all together. `torn`: the record's identifier is the best
   * candidate's and its name and birth date are another's. A sister's number put in by mistake, or a sister's name:
   * only the person can tell, however much likelier the one with the identifier looks.
   */
  private sureness(index: number): { best: number; some: number; torn: boolean } {
    const { store, pairs, probabilities } = this;
    const count = store.pairsOf(index, pairs);
    let best = 0;
    let some = 0;
    let onlyIdentifier = false;
    let nameAndDate = false;
    for (let i = 0; i < count; i++) {
      const probability = probabilities[pairs[i]!]!;
      some += probability;
      const isBest = probability > best;
      if (isBest) best = probability;
      // between two rows alone can a record be torn
      if (count === 1) continue;
      const levels = store.pairLevels(pairs[i]!);
      const named = hasNameAndDate(levels);
      if (isBest) onlyIdentifier = !named && nikLevel(levels) === IDENTIFIER_LEVEL.exact;
      nameAndDate ||= named;
    }
    return { best, some, torn: onlyIdentifier && nameAndDate };
  }

  private hasNamesake(index: number): boolean {
    const { store } = this;
    for (let pair = store.firstPair(index); pair >= 0; pair = store.nextPair(pair)) {
      if (isNamesake(store.pairLevels(pair))) return true;
    }
    return false;
  }

  /** Writes the pairs of a record and their log-odds in bits, prior included, into `pairs` and `bits`. */
  private weigh(index: number): number {
    const { store, basis, weights, pairs, bits } = this;
    const prior = this.coverageBits - this.populationBits;
    const count = store.pairsOf(index, pairs);
    let somebodyElses = false;
    for (let i = 0; i < count; i++) {
      const weight = weights[pairs[i]!]! + prior;
      bits[i] = weight;
      if (weight < SOMEBODY_ELSE && nikLevel(store.pairLevels(pairs[i]!)) === IDENTIFIER_LEVEL.exact)
        somebodyElses = true;
    }
    // When the record's identifier is on record for somebody it surely is not, the identifier is known to be wrong
    // whoever the record is: that it differs from another candidate's says nothing against that candidate.
    if (somebodyElses) {
      for (let i = 0; i < count; i++) {
        if (nikLevel(store.pairWeighed(pairs[i]!)) === IDENTIFIER_LEVEL.different)
          bits[i]! -= basis.model.differentIdentifierBits;
      }
    }
    return count;
  }

  /**
   * Share of roster records that are in the source, from those whose best candidate is likelier one person than
   * not. A source that has nearly everybody makes a doubtful candidate likelier than one that has half.
   */
  private coverage(): number {
    if (this.basis.rosterCount < FEWEST_FOR_COVERAGE) return EVEN_ODDS;
    let likely = 0;
    for (let r = 0; r < this.basis.rosterCount; r++) {
      const count = this.weigh(r);
      for (let i = 0; i < count; i++) {
        if (this.bits[i]! <= 0) continue;
        likely++;
        break;
      }
    }
    return likely / this.basis.rosterCount;
  }

  /** Weighs every pair, gives it its probability, and decides on every record. */
  private settle(): void {
    const { store, basis, populationBits, weights } = this;
    for (let pair = 0; pair < store.pairCount; pair++)
      weights[pair] = basis.model.weigh(store.pairWeighed(pair), store.pairTermBits(pair), populationBits);
    this.coverageBits = coverageBits(this.coverage());
    this.assign();
    const counts = { ...NO_TOTALS.counts };
    let expectedFalse = 0;
    let expectedMissed = 0;
    for (let r = 0; r < basis.rosterCount; r++) {
      const { best, some, torn } = this.sureness(r);
      const isLikely = some >= LIKELY || (basis.isListing && this.hasNamesake(r));
      const status = best >= CERTAIN && !torn ? "linked" : isLikely ? "ambiguous" : "not_found";
      counts[status]++;
      this.statuses[r] = LINK_STATUSES.indexOf(status);
      if (status === "linked") expectedFalse += 1 - best;
      else if (status === "not_found") expectedMissed += some;
    }
    this.totals = { counts, expectedFalse, expectedMissed };
  }

  /** Gives every pair its probability: by its own odds, and in groups of connected pairs by the whole group. */
  private assign(): void {
    const { store, basis, pairs, bits, probabilities } = this;
    for (let r = 0; r < basis.rosterCount; r++) {
      const count = this.weigh(r);
      for (let i = 0; i < count; i++) probabilities[pairs[i]!] = probabilityOf(bits[i]!);
    }
    const strongPairs = (index: number, visit: (pair: number, bits: number) => void): void => {
      const count = this.weigh(index);
      for (let i = 0; i < count; i++) if (bits[i]! >= FAINTEST) visit(pairs[i]!, bits[i]!);
    };
    assignGroups(store, basis.rosterCount, strongPairs, probabilities);
  }
}

/** Name and birth date are the record's own, and the birth place is no other. */
function hasNameAndDate(levels: PackedLevels): boolean {
  const agreement = (field: Field) => levelEntry(levels, field).agreement;
  return (
    agreement("name") === "same" &&
    agreement("birth_date") === "same" &&
    agreement("birth_place") !== "different"
  );
}

/** The same name, and nothing else to go by or against. */
export function isNamesake(levels: PackedLevels): boolean {
  const agreement = (field: Field) => levelEntry(levels, field).agreement;
  return (
    agreement("name") === "same" &&
    agreement("nik") === "missing" &&
    agreement("birth_date") === "missing" &&
    agreement("birth_place") !== "different" &&
    agreement("sex") !== "different"
  );
}

function coverageBits(coverage: number): number {
  const share = Math.min(Math.max(coverage, EVEN_ODDS), MOST_COVERAGE);
  return Math.log2(share / (1 - share));
}
