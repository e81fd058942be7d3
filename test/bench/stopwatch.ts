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
  readonly stages: Stage[] = [];
  private current = { name: "opening", began: performance.now(), pairs: WORK.pairsCompared };

  stage(name: string): void {
    this.end();
    this.current = { name, began: performance.now(), pairs: WORK.pairsCompared };
  }

  advance(): void {}

  end(): void {
    const { name, began, pairs } = this.current;
    const seconds = (performance.now() - began) / 1000;
    this.stages.push({ name, seconds, pairs: WORK.pairsCompared - pairs });
  }
}
