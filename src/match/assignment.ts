/**
 * One-to-one assignment by best total evidence over a connected group of candidate pairs, and how sure each pair
 * is: for every choice a record has (each candidate, or none), the best total that the whole group can reach with
 * that choice. Choices that reach nearly the same total are a tie, and a tie is shown, never settled by row order.
 */
import { probabilityOf } from "./model.ts";

/** One possible pair of a group: positions of the roster record and the source record, and its evidence in bits. */
export interface Edge {
  readonly roster: number;
  readonly source: number;
  readonly bits: number;
}

/**
 * Larger groups are weighed pair by pair instead; see `assignLarge`. Records of the roster, and rows of the source: more
 * hang together only in a chain of namesakes, and the exact search takes the fourth power of their number.
 */
const MOST_EXACT_RECORDS = 24;
const MOST_EXACT_ROWS = 96;
/** Evidence of what is no choice: below any sum of what is. */
const FORBIDDEN = -1e9;
/** Evidence is counted in so many parts of a bit, so that every sum is exact: in whatever order, equals stay equal. */
const STEPS_PER_BIT = 2 ** 32;
/**
 * Totals of one record's choices are told apart by so many parts of a bit. The same evidence, counted in parts on another
 * sum, may differ by a part for every pair of the group: that is far less, and a tie stays one.
 */
const LEADS_PER_BIT = 2 ** 20;

/**
 * Probability of every edge, in the order given: softmax over the choices of its roster record, each choice
 * weighed by the best total of the group that contains it. `rosterCount` and `sourceCount` bound the positions.
 */
export function assign(given: readonly Edge[], rosterCount: number, sourceCount: number): Float64Array {
  if (given.length === 1) return Float64Array.of(probabilityOf(given[0]!.bits));
  const edges = given.map(({ roster, source, bits }) => ({
    roster,
    source,
    bits: rounded(bits, STEPS_PER_BIT),
  }));
  if (rosterCount > MOST_EXACT_RECORDS || sourceCount > MOST_EXACT_ROWS)
    return assignLarge(edges, rosterCount, sourceCount);

  const weights: Float64Array[] = Array.from({ length: rosterCount }, () =>
    new Float64Array(sourceCount).fill(FORBIDDEN),
  );
  for (const { roster, source, bits } of edges) weights[roster]![source] = bits;
  const probabilities = new Float64Array(edges.length);
  for (let r = 0; r < rosterCount; r++) {
    const others = weights.filter((_, i) => i !== r);
    const choices = [...edges.keys()].filter((i) => edges[i]!.roster === r);
    const totals = choices.map((i) => edges[i]!.bits + bestTotal(others, sourceCount, edges[i]!.source));
    const none = bestTotal(others, sourceCount, -1);
    const top = Math.max(none, ...totals);
    const likelihood = (total: number): number => 2 ** rounded(total - top, LEADS_PER_BIT);
    const sum = sumOf([none, ...totals].map(likelihood));
    choices.forEach((i, choice) => {
      probabilities[i] = likelihood(totals[choice]!) / sum;
    });
  }
  return probabilities;
}

/** The smallest first, so that their order does not show. */
function sumOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}

function rounded(bits: number, stepsPerBit: number): number {
  return Math.round(bits * stepsPerBit) / stepsPerBit;
}

/**
 * Groups too large for the exact search (a chain of namesakes): each record is weighed against its own and its
 * candidate's best rival only. Symmetric, so that no order of rows shows.
 */
function assignLarge(edges: readonly Edge[], rosterCount: number, sourceCount: number): Float64Array {
  const rosterSum = new Float64Array(rosterCount).fill(1);
  const sourceSum = new Float64Array(sourceCount).fill(1);
  for (const { roster, source, bits } of [...edges].sort((a, b) => a.bits - b.bits)) {
    rosterSum[roster]! += 2 ** bits;
    sourceSum[source]! += 2 ** bits;
  }
  return Float64Array.from(edges, (edge) => {
    const odds = 2 ** edge.bits;
    return odds / (rosterSum[edge.roster]! + sourceSum[edge.source]! - odds);
  });
}

/**
 * Largest total over one-to-one assignments where every row takes one free column or none (0 bits). Column
 * `blocked` is taken already; -1 for none.
 */
function bestTotal(weights: readonly Float64Array[], columns: number, blocked: number): number {
  const taken = new Uint8Array(columns);
  let total = 0;
  for (const row of weights) {
    const best = bestColumn(row, blocked);
    if (best < 0) continue;
    if (taken[best] === 1) return hungarianTotal(weights, columns, blocked);
    taken[best] = 1;
    total += row[best]!;
  }
  return total;
}

/** The column that a row would choose, alone; −1 where none is better than no column. */
function bestColumn(weights: Float64Array, blocked: number): number {
  let best = -1;
  for (let column = 0; column < weights.length; column++) {
    if (column !== blocked && weights[column]! > (best < 0 ? 0 : weights[best]!)) best = column;
  }
  return best;
}

/** The same where rows want one column: Hungarian method with a private "none" column for each row. */
function hungarianTotal(weights: readonly Float64Array[], columns: number, blocked: number): number {
  const n = weights.length;
  const m = columns + n;
  const cost = (row: number, column: number): number => {
    if (column >= columns) return column - columns === row ? 0 : -FORBIDDEN;
    if (column === blocked) return -FORBIDDEN;
    return -weights[row]![column]!;
  };
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(m + 1);
  const matchedRow = new Int32Array(m + 1);
  const way = new Int32Array(m + 1);
  for (let row = 1; row <= n; row++) {
    matchedRow[0] = row;
    let column = 0;
    const least = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(m + 1);
    do {
      used[column] = 1;
      const current = matchedRow[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= m; j++) {
        if (used[j]) continue;
        const reduced = cost(current - 1, j - 1) - rowPotential[current]! - columnPotential[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          way[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= m; j++) {
        if (used[j]) {
          rowPotential[matchedRow[j]!]! += delta;
          columnPotential[j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (matchedRow[column] !== 0);
    do {
      const previous = way[column]!;
      matchedRow[column] = matchedRow[previous]!;
      column = previous;
    } while (column !== 0);
  }
  let total = 0;
  for (let j = 1; j <= m; j++) if (matchedRow[j] !== 0) total -= cost(matchedRow[j]! - 1, j - 1);
  return total;
}
