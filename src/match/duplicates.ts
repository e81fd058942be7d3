/**
 * Pairs of roster records that may be one person, or carry one identifier: all that the search finds, each weighed by
 * what they teach together.
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { DUPLICATE_PRIOR_BITS } from "./duplicate-finder.ts";
import { type Beat, searchDuplicates } from "./duplicate-search.ts";
import { indexForDuplicates } from "./index-roster.ts";
import { learn, PatternCounts } from "./learn.ts";
import { nikLevel, type PackedLevels } from "./levels.ts";
import { populationBits } from "./model.ts";
import { Resemblances } from "./resemblances.ts";
import type { Roster } from "./roster.ts";
import type { RosterPairs } from "./roster-pairs.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Two roster records that may be one person, or that carry one identifier. */
export interface DuplicatePair {
  readonly first: number;
  readonly second: number;
  /** Log-odds in bits that they are one person, prior included. */
  readonly bits: number;
  readonly levels: PackedLevels;
}

/** What a registry can add at most does not lift a pair from below this to certainty. */
const LEAST_KEPT_BITS = -4;

/**
 * Pairs of roster records worth knowing, each once, in order of their numbers. The roster knows from then on who
 * resembles whom.
 * @param pool helps
 */
export async function duplicatePairs(
  roster: Roster,
  beat: Beat = async () => {},
  pool: WorkerPool | null = null,
): Promise<DuplicatePair[]> {
  await indexForDuplicates(roster, pool);
  const found = await searchDuplicates(roster, beat, pool);
  const { count, recognised } = roster;
  roster.resemblances = Resemblances.of(count, (visit) => {
    // of two who stand in the registry to the letter neither wants the other's row
    const visitUnsettled = (a: number, b: number): void => {
      if (!recognised.hasToTheLetter(a) || !recognised.hasToTheLetter(b)) visit(a, b);
    };
    for (const pairs of found) pairs.eachResembling(visitUnsettled);
  });
  return weighedPairs(roster, found);
}

/**
 * The pairs that were found, weighed by what they teach all together.
 * @param parts what was found, in any number of parts
 */
function weighedPairs(roster: Roster, parts: readonly RosterPairs[]): DuplicatePair[] {
  const bits = populationBits(roster.count);
  const counts = new PatternCounts();
  const twice = foundTwice(parts);
  eachOnce(parts, twice, (found, pair) => {
    counts.add(found.levels(pair), found.termBits(pair));
  });
  const { model, priorBits } = learn(counts, roster.model, bits, {
    bits: DUPLICATE_PRIOR_BITS - bits,
    pairCount: (roster.count * (roster.count - 1)) / 2,
    learned: true,
  });
  const pairs: DuplicatePair[] = [];
  eachOnce(parts, twice, (found, pair) => {
    const levels = found.levels(pair);
    const weight = model.weigh(levels, found.termBits(pair), bits) + model.twinBits(levels) + priorBits;
    if (weight < LEAST_KEPT_BITS && nikLevel(levels) !== IDENTIFIER_LEVEL.exact) return;
    pairs.push({ first: found.first(pair), second: found.second(pair), levels, bits: weight });
  });
  return pairs.sort((a, b) => a.first - b.first || a.second - b.second);
}

/** Numbers of the pairs that were found from either side. */
function foundTwice(parts: readonly RosterPairs[]): ReadonlySet<number> {
  const all = new Float64Array(parts.reduce((sum, found) => sum + found.count, 0));
  let at = 0;
  for (const found of parts) for (let pair = 0; pair < found.count; pair++) all[at++] = found.number(pair);
  all.sort();
  return new Set(all.filter((number, i) => number === all[i + 1]));
}

/** Calls `visit` for every pair, once for those that were found `twice`. */
function eachOnce(
  parts: readonly RosterPairs[],
  twice: ReadonlySet<number>,
  visit: (found: RosterPairs, pair: number) => void,
): void {
  const first = new Set(twice);
  for (const found of parts) {
    for (let pair = 0; pair < found.count; pair++) if (!first.delete(found.number(pair))) visit(found, pair);
  }
}
