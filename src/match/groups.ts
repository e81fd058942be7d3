/**
 * Connected groups of candidate pairs: roster records and source rows that hang together over shared candidates.
 * Each group is assigned one to one by itself. Most records have one candidate that no other record wants; those
 * are no group and are not looked at.
 */
import { assign, type Edge } from "./assignment.ts";
import type { CandidateStore } from "./candidates.ts";
import { UnionFind } from "./union-find.ts";

/** Visits the pairs of a record that are strong enough to take part, with their log-odds in bits. */
type StrongPairs = (roster: number, visit: (pair: number, bits: number) => void) => void;

/** A pair that takes part. */
interface GroupedPair {
  readonly roster: number;
  readonly pair: number;
  readonly bits: number;
}

/** Writes the probability of each pair that is in a group with others. */
export function assignGroups(
  store: CandidateStore,
  rosterCount: number,
  strongPairs: StrongPairs,
  probabilities: Float64Array,
): void {
  // roster records are the nodes below rosterCount, source rows those behind them
  const sets = new UnionFind(rosterCount + store.kept.count);
  const grouped: GroupedPair[] = [];
  for (const roster of crowdedRecords(store, rosterCount)) {
    strongPairs(roster, (pair, bits) => {
      sets.join(roster, rosterCount + store.pairSourceRow(pair));
      grouped.push({ roster, pair, bits });
    });
  }
  const groups = new Map<number, GroupedPair[]>();
  for (const pair of grouped) {
    const top = sets.root(pair.roster);
    const group = groups.get(top);
    if (group === undefined) groups.set(top, [pair]);
    else group.push(pair);
  }
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const rosterPositions = new Map<number, number>();
    const sourcePositions = new Map<number, number>();
    const edges: Edge[] = group.map(({ roster, pair, bits }) => ({
      roster: position(rosterPositions, roster),
      source: position(sourcePositions, store.pairSourceRow(pair)),
      bits,
    }));
    const assigned = assign(edges, rosterPositions.size, sourcePositions.size);
    for (let i = 0; i < group.length; i++) probabilities[group[i]!.pair] = assigned[i]!;
  }
}

/** Records with several candidates, or with one that another record wants too. */
function crowdedRecords(store: CandidateStore, rosterCount: number): number[] {
  const wanted = new Uint8Array(store.kept.count);
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
