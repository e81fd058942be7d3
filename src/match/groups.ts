/**
 * Connected groups of candidate pairs: roster records and source rows that hang together over shared candidates.
 * Each group is assigned one to one by itself. Most records have one candidate that no other record wants; those
 * are no group and are not looked at.
 */
import { assign, type Edge } from "./assignment.ts";
import type { CandidateStore } from "./candidates.ts";
import { UnionFind } from "./union-find.ts";

export interface AssignedPair {
  /** Number of the pair in the store. */
  readonly pair: number;
  readonly probability: number;
}

/** A pair strong enough to take part. */
export interface GroupedPair {
  readonly pair: number;
  readonly sourceRow: number;
  readonly bits: number;
}

/** The pairs of every group with more than one pair, with the probability that each is a match. */
export function* connectedGroups(
  store: CandidateStore,
  rosterCount: number,
  pairsOf: (roster: number) => readonly GroupedPair[],
): Generator<AssignedPair> {
  const crowded = crowdedRecords(store, rosterCount);
  // roster records are the nodes below rosterCount, source rows those behind them
  const sets = new UnionFind(rosterCount + store.sourceRowCount);
  for (const roster of crowded) {
    for (const { sourceRow } of pairsOf(roster)) sets.join(roster, rosterCount + sourceRow);
  }
  const groups = new Map<number, { roster: number; pair: GroupedPair }[]>();
  for (const roster of crowded) {
    for (const pair of pairsOf(roster)) {
      const top = sets.root(roster);
      const group = groups.get(top);
      if (group === undefined) groups.set(top, [{ roster, pair }]);
      else group.push({ roster, pair });
    }
  }
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const rosterPositions = new Map<number, number>();
    const sourcePositions = new Map<number, number>();
    const edges: Edge[] = group.map(({ roster, pair }) => ({
      roster: position(rosterPositions, roster),
      source: position(sourcePositions, pair.sourceRow),
      bits: pair.bits,
    }));
    const probabilities = assign(edges, rosterPositions.size, sourcePositions.size);
    for (const [i, { pair }] of group.entries()) {
      yield { pair: pair.pair, probability: probabilities[i]! };
    }
  }
}

/** Records with several candidates, or with one that another record wants too. */
function crowdedRecords(store: CandidateStore, rosterCount: number): number[] {
  const wanted = new Uint8Array(store.sourceRowCount);
  for (let pair = 0; pair < store.pairCount; pair++) {
    const sourceRow = store.pairSourceRow(pair);
    if (wanted[sourceRow]! < 2) wanted[sourceRow]!++;
  }
  const crowded: number[] = [];
  for (let r = 0; r < rosterCount; r++) {
    const first = store.firstPair(r);
    if (first < 0) continue;
    if (store.nextPair(first) >= 0 || wanted[store.pairSourceRow(first)]! > 1) crowded.push(r);
  }
  return crowded;
}

/** Position of a node in a group, given out in order of appearance. */
function position(positions: Map<number, number>, node: number): number {
  const known = positions.get(node);
  if (known !== undefined) return known;
  positions.set(node, positions.size);
  return positions.size - 1;
}
