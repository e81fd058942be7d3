/** Assignment against enumerating every one-to-one assignment. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assign, type Edge } from "../../src/match/assignment.ts";

interface Graph {
  readonly rosterCount: number;
  readonly sourceCount: number;
  readonly edges: readonly Edge[];
}

/** Graphs with every edge at most once. */
function graph(most: number): fc.Arbitrary<Graph> {
  return fc
    .record({
      rosterCount: fc.integer({ min: 1, max: most }),
      sourceCount: fc.integer({ min: 1, max: most }),
    })
    .chain((size) =>
      fc
        .uniqueArray(
          fc.record({
            roster: fc.integer({ min: 0, max: size.rosterCount - 1 }),
            source: fc.integer({ min: 0, max: size.sourceCount - 1 }),
            bits: fc.oneof(
              fc.integer({ min: -5, max: 30 }),
              fc.double({ min: -5, max: 30, noNaN: true }),
              // the same, again and again
              fc.constantFrom(29.886563319347744, 30.452524306894535, 19.982233089510153),
            ),
          }),
          { minLength: 1, selector: ({ roster, source }) => roster * most + source },
        )
        .map((edges) => ({ ...size, edges })),
    );
}

/** Every one-to-one choice of edges. */
function* assignments(edges: readonly Edge[], from = 0, roster = 0, source = 0): Generator<readonly Edge[]> {
  if (from === edges.length) {
    yield [];
    return;
  }
  yield* assignments(edges, from + 1, roster, source);
  const edge = edges[from]!;
  if ((roster >> edge.roster) & 1 || (source >> edge.source) & 1) return;
  for (const rest of assignments(edges, from + 1, roster | (1 << edge.roster), source | (1 << edge.source)))
    yield [edge, ...rest];
}

/** For every edge: 2^(best total with it) over the sum of that for all choices of its roster record, none included. */
function enumerated({ edges, rosterCount }: Graph): number[] {
  const best = new Map<Edge | number, number>();
  for (const chosen of assignments(edges)) {
    const total = chosen.reduce((sum, edge) => sum + edge.bits, 0);
    const raise = (choice: Edge | number) =>
      best.set(choice, Math.max(best.get(choice) ?? Number.NEGATIVE_INFINITY, total));
    for (const edge of chosen) raise(edge);
    for (let r = 0; r < rosterCount; r++) if (!chosen.some((edge) => edge.roster === r)) raise(r);
  }
  return edges.map((edge) => {
    const choices = [
      best.get(edge.roster)!,
      ...edges.filter((other) => other.roster === edge.roster).map((other) => best.get(other)!),
    ];
    return 1 / choices.reduce((sum, total) => sum + 2 ** (total - best.get(edge)!), 0);
  });
}

describe("assignment", () => {
  test("gives every pair the probability that enumerating all assignments gives it", () => {
    fc.assert(
      fc.property(graph(4), (small) => {
        const probabilities = assign(small.edges, small.rosterCount, small.sourceCount);
        for (const [i, expected] of enumerated(small).entries())
          expect(probabilities[i]).toBeCloseTo(expected, 6);
      }),
      { numRuns: 300 },
    );
  });

  test("never promises one record, or one row, to more than one", () => {
    // larger than the exact search takes, too
    fc.assert(
      fc.property(fc.oneof(graph(6), graph(40)), ({ edges, rosterCount, sourceCount }) => {
        const probabilities = assign(edges, rosterCount, sourceCount);
        for (let r = 0; r < rosterCount; r++) {
          const sum = edges.reduce(
            (total, edge, i) => total + (edge.roster === r ? probabilities[i]! : 0),
            0,
          );
          expect(sum).toBeLessThanOrEqual(1 + 1e-9);
        }
        for (let s = 0; s < sourceCount; s++) {
          const certain = edges.filter((edge, i) => edge.source === s && probabilities[i]! > 0.5 + 1e-9);
          expect(certain.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("does not depend on the order of pairs", () => {
    const shuffled = fc.oneof(graph(5), graph(40)).chain((whole) =>
      fc.record({
        whole: fc.constant(whole),
        order: fc.shuffledSubarray([...whole.edges.keys()], { minLength: whole.edges.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ whole: { edges, rosterCount, sourceCount }, order }) => {
        const before = assign(edges, rosterCount, sourceCount);
        const after = assign(
          order.map((i) => edges[i]!),
          rosterCount,
          sourceCount,
        );
        // to the last place, which decides between candidates that nothing tells apart
        for (const [at, i] of order.entries()) expect(after[at]).toBe(before[i]);
      }),
      { numRuns: 100 },
    );
  });

  test("shows a tie as a tie", () => {
    const tie = [
      { roster: 0, source: 0, bits: 12 },
      { roster: 0, source: 1, bits: 12 },
    ];
    const [first, second] = assign(tie, 1, 2);
    expect(first).toBe(second);
    expect(first).toBeCloseTo(0.5, 3);
  });

  test("is a tie whatever else the choices have in common", () => {
    // two copies of one person after two rows, and a third that lacks something: she gets one as well as the other
    const lead = 6.5001262785705265;
    const copies = [27.001, 27.001, 9.700333222259246].flatMap((bits, roster) => [
      { roster, source: 0, bits: bits + lead },
      { roster, source: 1, bits },
    ]);
    const probabilities = assign(copies, 3, 2);
    expect(probabilities[4]).toBe(probabilities[5]);
  });

  test("gives the second best pair where the best would take it from somebody surer", () => {
    // twins of one list: each is nearer to itself than to the other
    const twins = [
      { roster: 0, source: 0, bits: 20 },
      { roster: 0, source: 1, bits: 8 },
      { roster: 1, source: 0, bits: 8 },
      { roster: 1, source: 1, bits: 10 },
    ];
    const probabilities = assign(twins, 2, 2);
    expect(probabilities[0]).toBeGreaterThan(0.99);
    expect(probabilities[3]).toBeGreaterThan(0.99);
  });
});
