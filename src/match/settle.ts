/**
 * What the candidate pairs of a source come to once all of its rows have passed: every pair gets a weight and a
 * probability, every roster record a status. A link is certain only when no other assignment of its whole group of
 * connected candidates comes near.
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { sharedFloat64, sharedUint8 } from "../machine/shared-numbers.ts";
import { type CandidateStore, MOST_CANDIDATES } from "./candidates.ts";
import { assignGroups } from "./groups.ts";
import { hasNameAndDate, isNamesake, nikLevel, saysOtherDate } from "./levels.ts";
import { LINK_STATUSES, type LinkStatus } from "./link-status.ts";
import { type MatchModel, populationBits, probabilityOf } from "./model.ts";
import { RecordOdds } from "./record-odds.ts";

/**
 * A link at or above is certain. Chosen on the generator so that wrong persons stay below one in ten thousand
 * links; what lies under it is shown as ambiguous.
 */
export const CERTAIN = 0.97;
/** From here on a match is likelier than none: a record without a certain link is ambiguous, not absent. */
const LIKELY = 0.5;
/** Pairs below this many bits of evidence neither link nor hinder a link. */
const FAINTEST = -5;
/** Fewer roster records than this do not tell how much of a roster a source covers. */
const FEWEST_FOR_COVERAGE = 200;
const EVEN_ODDS = 0.5;
/** However complete a source looks, one record in a hundred may be missing from it. */
const MOST_COVERAGE = 0.99;

/** What pairs are weighed by. */
export interface Basis {
  readonly rosterCount: number;
  readonly model: MatchModel;
  /** False when the source was too small or odd to learn from and the default weights stand. */
  readonly learned: boolean;
  /** Rows of the source. */
  readonly rows: number;
  /** A namesake of whom a listing says nothing else is not told from the person: see `learnedFrom`. */
  readonly isListing: boolean;
}

/** Sums over all roster records. */
export interface Totals {
  readonly counts: Readonly<Record<LinkStatus, number>>;
  /** Links expected to be wrong, and true pairs expected to be missed among the records not found. */
  readonly expectedFalse: number;
  readonly expectedMissed: number;
}

/** What came of it; the arrays are in shared memory. */
export interface Settled {
  /** Log-odds of each kept pair in bits, without the prior. */
  readonly weights: Float64Array;
  /** Probability of each kept pair: by its own odds, or by its group where records share candidates or have several. */
  readonly probabilities: Float64Array;
  /** Positions in LINK_STATUSES, by roster record. */
  readonly statuses: Uint8Array;
  /** Log-odds that a roster record is in this source at all, in bits. */
  readonly coverageBits: number;
  readonly totals: Totals;
}

/** The odds of records by weights that were settled. */
export function oddsOf(
  store: CandidateStore,
  { model, rows }: Basis,
  { weights, coverageBits }: Pick<Settled, "weights" | "coverageBits">,
): RecordOdds {
  const prior = coverageBits - populationBits(rows);
  return new RecordOdds(store, weights, model, prior);
}

/** Weighs every pair, gives it its probability, and decides on every record. */
export function settle(store: CandidateStore, basis: Basis): Settled {
  const weights = weightsOf(store, basis);
  const coverage = coverageOf(basis.rosterCount, oddsOf(store, basis, { weights, coverageBits: 0 }));
  const coverageBits = logOdds(Math.min(Math.max(coverage, EVEN_ODDS), MOST_COVERAGE));
  const odds = oddsOf(store, basis, { weights, coverageBits });
  const probabilities = probabilitiesOf(store, basis.rosterCount, odds);
  return { weights, probabilities, coverageBits, ...decide(store, basis, probabilities) };
}

function weightsOf(store: CandidateStore, { model, rows }: Basis): Float64Array {
  const bits = populationBits(rows);
  const weights = sharedFloat64(store.pairCount);
  for (let pair = 0; pair < store.pairCount; pair++)
    weights[pair] = model.weigh(store.pairWeighed(pair), store.pairTermBits(pair), bits);
  return weights;
}

/**
 * Share of roster records that are in the source, from those whose best candidate is likelier one person than
 * not. A source that has nearly everybody makes a doubtful candidate likelier than one that has half.
 */
function coverageOf(rosterCount: number, odds: RecordOdds): number {
  if (rosterCount < FEWEST_FOR_COVERAGE) return EVEN_ODDS;
  let likely = 0;
  for (let record = 0; record < rosterCount; record++) {
    const count = odds.weigh(record);
    for (let i = 0; i < count; i++) {
      if (odds.bits[i]! <= 0) continue;
      likely++;
      break;
    }
  }
  return likely / rosterCount;
}

function logOdds(share: number): number {
  return Math.log2(share / (1 - share));
}

/** The probability of every pair: by its own odds, and in groups of connected pairs by the whole group. */
function probabilitiesOf(store: CandidateStore, rosterCount: number, odds: RecordOdds): Float64Array {
  const { pairs, bits } = odds;
  const probabilities = sharedFloat64(store.pairCount);
  for (let record = 0; record < rosterCount; record++) {
    const count = odds.weigh(record);
    for (let i = 0; i < count; i++) probabilities[pairs[i]!] = probabilityOf(bits[i]!);
  }
  const strongPairs = (record: number, visit: (pair: number, bits: number) => void): void => {
    const count = odds.weigh(record);
    for (let i = 0; i < count; i++) if (bits[i]! >= FAINTEST) visit(pairs[i]!, bits[i]!);
  };
  assignGroups(store, rosterCount, strongPairs, probabilities);
  return probabilities;
}

function decide(
  store: CandidateStore,
  { rosterCount, isListing }: Basis,
  probabilities: Float64Array,
): Pick<Settled, "statuses" | "totals"> {
  const statuses = sharedUint8(rosterCount);
  const counts = { linked: 0, ambiguous: 0, not_found: 0 };
  const pairs = new Int32Array(MOST_CANDIDATES);
  let expectedFalse = 0;
  let expectedMissed = 0;
  for (let record = 0; record < rosterCount; record++) {
    const { best, some, torn } = surenessOf(store, record, probabilities, pairs, isListing);
    const isLikely = some >= LIKELY || (isListing && hasNamesake(store, record));
    const status = best >= CERTAIN && !torn ? "linked" : isLikely ? "ambiguous" : "not_found";
    counts[status]++;
    statuses[record] = LINK_STATUSES.indexOf(status);
    if (status === "linked") expectedFalse += 1 - best;
    else if (status === "not_found") expectedMissed += some;
  }
  return { statuses, totals: { counts, expectedFalse, expectedMissed } };
}

/**
 * Probability of a record's best candidate, and of all together. `torn`: the record's identifier is the best
 * candidate's, and
 * - its name and birth date are another's. A sister's number put in by mistake, or a sister's name: only the person can
 *   tell, however much likelier the one with the identifier looks;
 * - or identifier and name are another row's too, which has another birth date, be it a slip away. The source says two
 *   things of one person, and who agrees with one of them is not right for that: which is the older state no list tells.
 *   A listing only lists: it has the person either way.
 * @param pairs room for the numbers of the record's pairs
 */
function surenessOf(
  store: CandidateStore,
  record: number,
  probabilities: Float64Array,
  pairs: Int32Array,
  isListing: boolean,
): { readonly best: number; readonly some: number; readonly torn: boolean } {
  const count = store.pairsOf(record, pairs);
  let best = 0;
  let some = 0;
  let bestPair = -1;
  for (let i = 0; i < count; i++) {
    const probability = probabilities[pairs[i]!]!;
    some += probability;
    if (probability <= best) continue;
    best = probability;
    bestPair = pairs[i]!;
  }
  return { best, some, torn: count > 1 && bestPair >= 0 && isTorn(store, pairs, count, bestPair, isListing) };
}

/** See `surenessOf`. */
function isTorn(
  store: CandidateStore,
  pairs: Int32Array,
  count: number,
  best: number,
  isListing: boolean,
): boolean {
  if (nikLevel(store.pairLevels(best)) !== IDENTIFIER_LEVEL.exact) return false;
  const isWhole = hasNameAndDate(store.pairLevels(best));
  const weighed = store.pairWeighed(best);
  for (let i = 0; i < count; i++) {
    const pair = pairs[i]!;
    if (!isWhole && hasNameAndDate(store.pairLevels(pair))) return true;
    if (!isListing && saysOtherDate(store.pairWeighed(pair), weighed)) return true;
  }
  return false;
}

function hasNamesake(store: CandidateStore, record: number): boolean {
  for (let pair = store.firstPair(record); pair >= 0; pair = store.nextPair(pair))
    if (isNamesake(store.pairLevels(pair))) return true;
  return false;
}
