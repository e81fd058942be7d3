/**
 * Connected groups of candidate pairs: roster records and source rows that hang together over shared candidates.
 * Each group is assigned one to one by itself. Most records have one candidate that no other record wants; those
 * are no group and are not looked at.
 */
import { assign, type Edge } from "./assignment.ts";
import type { CandidateStore } from "./candidates.ts";

export interface AssignedPair {
  readonly roster: number;
  readonly sourceRow: number;
  readonly probability: number;
}

interface Pair {
  readonly sourceRow: number;
  readonly bits: number;
}

/** The pairs of every group with more than one pair, with the probability that each is a match. */
export function* connectedGroups(
  store: CandidateStore,
  rosterCount: number,
  pairsOf: (roster: number) => readonly Pair[],
): Generator<AssignedPair> {
  const crowded = crowdedRecords(store, rosterCount);
  // union-find over roster records (below rosterCount) and source rows (behind them)
  const parents = new Int32Array(rosterCount + store.sourceRowCount).fill(-1);
  const root = (node: number): number => {
    let top = node;
    while (parents[top]! >= 0) top = parents[top]!;
    for (let at = node; at !== top; ) {
      const above = parents[at]!;
      parents[at] = top;
      at = above;
    }
    return top;
  };
  for (const roster of crowded) {
    for (const { sourceRow } of pairsOf(roster)) {
      const a = root(roster);
      const b = root(rosterCount + sourceRow);
      if (a !== b) parents[b] = a;
    }
  }
  const groups = new Map<number, { roster: number; pair: Pair }[]>();
  for (const roster of crowded) {
    for (const pair of pairsOf(roster)) {
      const top = root(roster);
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
    for (const [i, { roster, pair }] of group.entries()) {
      yield { roster, sourceRow: pair.sourceRow, probability: probabilities[i]! };
    }
  }
}

/** Records with several candidates, or with one that another record wants too. */
function crowdedRecords(store: CandidateStore, rosterCount: number): number[] {
  const wanted = new Uint8Array(store.sourceRowCount);
  for (let r = 0; r < rosterCount; r++) {
    store.eachSourceRow(r, (sourceRow) => {
      if (wanted[sourceRow]! < 2) wanted[sourceRow]!++;
    });
  }
  const crowded: number[] = [];
  for (let r = 0; r < rosterCount; r++) {
    let candidates = 0;
    let shared = false;
    store.eachSourceRow(r, (sourceRow) => {
      candidates++;
      if (wanted[sourceRow]! > 1) shared = true;
    });
    if (candidates > 1 || shared) crowded.push(r);
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
