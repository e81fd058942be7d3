/**
 * How likely the candidates of one roster record are, as far as the record itself and the source as a whole tell. What
 * other records want is not looked at here: `settle.ts` does.
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { type CandidateStore, MOST_CANDIDATES } from "./candidates.ts";
import { nikLevel } from "./levels.ts";
import type { MatchModel } from "./model.ts";

/** Below this many bits a pair is surely two people. */
const SOMEBODY_ELSE = -2;

/** Reused from record to record: what it has weighed last stands in `pairs` and `bits`. */
export class RecordOdds {
  /** Numbers of the pairs of the record last weighed, and their log-odds in bits, prior included. */
  readonly pairs = new Int32Array(MOST_CANDIDATES);
  readonly bits = new Float64Array(MOST_CANDIDATES);
  /** Log-odds that a row and a record are one person before anything is compared, in bits. */
  readonly prior: number;

  private readonly store: CandidateStore;
  private readonly weights: Float64Array;
  private readonly model: MatchModel;

  /** @param weights log-odds of every pair in bits by the model, without the prior */
  constructor(store: CandidateStore, weights: Float64Array, model: MatchModel, prior: number) {
    this.store = store;
    this.weights = weights;
    this.model = model;
    this.prior = prior;
  }

  /** Weighs the pairs of a record; returns how many there are. */
  weigh(record: number): number {
    const { store, weights, model, prior, pairs, bits } = this;
    const count = store.pairsOf(record, pairs);
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
          bits[i]! -= model.differentIdentifierBits;
      }
    }
    for (let i = 0; i < count; i++)
      bits[i] = Math.min(bits[i]!, model.mostBits(store.pairWeighed(pairs[i]!)));
    return count;
  }
}
