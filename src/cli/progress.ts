/**
 * How far the work has come, for someone who waits at a terminal. It is the one place that looks at a clock, and
 * what it reads there reaches the terminal only, never a result.
 */
import type { Language } from "../words/sentence.ts";
import { STAGE_LABELS, type StageName } from "../words/terminal.ts";
import { columnsOf, type Output } from "./io.ts";

export interface Progress {
  /** A stage begins. @param total how much there is to do in it, in any unit */
  stage(name: StageName, total: number): void;
  /** @param done how much of the stage's total is done so far */
  advance(done: number): void;
  /** The work is over, done or not: nothing of the progress stays on the screen. */
  end(): void;
}

export const SILENT: Progress = { stage() {}, advance() {}, end() {} };

/** Work shorter than this needs no bar, which would only flicker. */
const PATIENCE_MS = 1000;
const REDRAW_MS = 100;
const BAR_LENGTH = 20;

const CLEAR_LINE = "\r\u001B[2K";

/**
 * A bar on the terminal behind `output`, silent where that is none.
 * @param now a clock in milliseconds that never goes back
 */
export function progressBar(output: Output, language: Language, now = () => performance.now()): Progress {
  if (output.isTTY !== true) return SILENT;
  const began = now();
  let label = "";
  let total = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  let visible = false;

  const draw = (done: number): void => {
    const time = now();
    if (time - began < PATIENCE_MS || time - drawn < REDRAW_MS) return;
    drawn = time;
    visible = true;
    const share = total > 0 ? Math.min(done / total, 1) : 0;
    const marks = Math.floor(share * BAR_LENGTH);
    const bar = `[${"#".repeat(marks)}${".".repeat(BAR_LENGTH - marks)}]`;
    const line = `${label} ${Math.floor(share * 100)}% ${bar}`;
    // A line that fills the last column would wrap and could no longer be cleared.
    output.write(CLEAR_LINE + line.slice(0, columnsOf(output) - 1));
  };

  return {
    stage(name, size) {
      label = STAGE_LABELS[name][language];
      total = size;
      draw(0);
    },
    advance: draw,
    end() {
      if (visible) output.write(CLEAR_LINE);
      visible = false;
    },
  };
}
