/**
 * Learning from the data without labels (expectation–maximisation): how often true pairs stand at each comparison
 * level, and how many true pairs there are. u stays as derived, since candidate pairs are no sample of strangers;
 * so does everything the data cannot tell.
 *
 * Guarded so that small or odd files cannot bend the model: the defaults count as pseudo-observations, too few
 * expected pairs leave them as they are, and the model bounds how far a level may move. Pairs are counted by
 * pattern and patterns are sorted, so that the order of rows cannot show even in the last digit.
 */
import { FIELDS, type Field } from "../field/level.ts";
import { levelOf, type PackedLevels } from "./levels.ts";
import { type MatchModel, probabilityOf } from "./model.ts";

/** Candidate pairs counted by their levels and their term bits, rounded. */
export class PatternCounts {
  private readonly counts = new Map<number, number>();

  add(levels: PackedLevels, termBits: number): void {
    const key = levels * TERM_STEPS + Math.min(TERM_STEPS - 1, Math.round(termBits * STEPS_PER_BIT));
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** In an order that depends on the patterns alone. */
  patterns(): Pattern[] {
    return [...this.counts]
      .sort(([a], [b]) => a - b)
      .map(([key, count]) => ({
        levels: Math.floor(key / TERM_STEPS),
        termBits: (key % TERM_STEPS) / STEPS_PER_BIT,
        count,
      }));
  }
}

interface Pattern {
  readonly levels: PackedLevels;
  readonly termBits: number;
  readonly count: number;
}

/** Rarity is counted by halves of a bit, so that patterns stay few; what agrees is worth less than 64 bits. */
const STEPS_PER_BIT = 2;
const TERM_STEPS = 128;

interface Learned {
  readonly model: MatchModel;
  /** log2 of the share of pairs that are true, as learned or as given. */
  readonly priorBits: number;
  /** False when the data were too few to learn from and the defaults stand. */
  readonly fromData: boolean;
}

/** Expected true pairs below which nothing is learned. */
const FEWEST_PAIRS = 200;
/** Weight of the defaults, in pairs: as many as the fewest that are learned from. */
const PSEUDO_PAIRS = 200;
/** By then the next rounds, however many, move no weight by a hundredth of a bit. */
const ROUNDS = 12;

/** What is expected beforehand. */
interface Prior {
  /** log2 of the share of true pairs. */
  readonly bits: number;
  /** All pairs that could have been compared, of which the patterns are the candidates. */
  readonly pairCount: number;
  /** Whether that share is learned too. */
  readonly learned: boolean;
}

/** @param populationBits log2 of the number of people on the other side */
export function learn(
  counts: PatternCounts,
  model: MatchModel,
  populationBits: number,
  prior: Prior,
): Learned {
  const patterns = counts.patterns();
  let current = model;
  let priorBits = prior.bits;
  for (let round = 0; round < ROUNDS; round++) {
    const sums = FIELDS.map((field) => new Float64Array(model.shares(field).length));
    let expected = 0;
    for (const { levels, termBits, count } of patterns) {
      const bits = current.weigh(levels, termBits, populationBits) + current.twinBits(levels) + priorBits;
      const weight = count * probabilityOf(bits);
      expected += weight;
      FIELDS.forEach((field, f) => {
        sums[f]![levelOf(levels, field)]! += weight;
      });
    }
    if (expected < FEWEST_PAIRS) return { model, priorBits: prior.bits, fromData: false };
    const learned = Object.fromEntries(
      FIELDS.map((field, f) => [field, sharesFrom(sums[f]!, model.shares(field))]),
    ) as Record<Field, number[]>;
    current = model.taught(learned);
    if (prior.learned) priorBits = Math.log2(expected / prior.pairCount);
  }
  return { model: current, priorBits, fromData: true };
}

/** Shares among pairs where the field is there on both sides, the defaults counted in. */
function sharesFrom(sums: Float64Array, defaults: readonly number[]): number[] {
  let present = 0;
  for (let level = 1; level < sums.length; level++) present += sums[level]!;
  return defaults.map((share, level) => (sums[level]! + PSEUDO_PAIRS * share) / (present + PSEUDO_PAIRS));
}
