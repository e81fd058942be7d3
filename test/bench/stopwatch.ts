/** Notes for each stage of a run how long it took and how many candidate pairs were compared in it. */
import type { Progress } from "../../src/cli/progress.ts";
import { WORK } from "../../src/match/comparison.ts";

export interface Stage {
  /** As the progress bar names it; `opening` is what comes before the first. */
  readonly name: string;
  readonly seconds: number;
  /** Candidate pairs compared by this thread. */
  readonly pairs: number;
}

export class Stopwatch implements Progress {
  private readonly byName = new Map<string, Stage>();
  private current = { name: "opening", began: performance.now(), pairs: WORK.pairsCompared };

  /** In the order in which they began; what comes back to a stage adds to it. */
  get stages(): Stage[] {
    return [...this.byName.values()];
  }

  stage(name: string): void {
    this.end();
    this.current = { name, began: performance.now(), pairs: WORK.pairsCompared };
  }

  advance(): void {}

  end(): void {
    const { name, began, pairs } = this.current;
    const before = this.byName.get(name) ?? { seconds: 0, pairs: 0 };
    this.byName.set(name, {
      name,
      seconds: before.seconds + (performance.now() - began) / 1000,
      pairs: before.pairs + WORK.pairsCompared - pairs,
    });
  }
}
