/**
 * `cocok reconcile`: from typed options to a plan, from a plan to a run, from its summary to the terminal. The work
 * itself is handed in, since it stands above this room.
 */
import { readConfiguration } from "../config/configuration.ts";
import { OPTIONS, type Typed } from "../config/options.ts";
import type { Plan } from "../config/plan.ts";
import { resolvePlan } from "../config/resolve.ts";
import type { RunSummary } from "../report/summary.ts";
import { RECONCILE_EXAMPLES, RECONCILE_WORDS } from "../words/help.ts";
import type { Command, Shell } from "./command.ts";
import { widthOf } from "./io.ts";
import { type Progress, progressBar, SILENT } from "./progress.ts";

/** One reconciliation: writes the run folder and says what came out. */
export type Reconcile = (plan: Plan, progress: Progress, signal: AbortSignal) => Promise<RunSummary>;

const NOTHING_TO_DO = 0;
const NEEDS_ACTION = 1;

export function reconcileCommand(reconcile: Reconcile): Command {
  return {
    name: "reconcile",
    alias: "padankan",
    summary: RECONCILE_WORDS.summary,
    description: RECONCILE_WORDS.description,
    examples: RECONCILE_EXAMPLES,
    arguments: {},
    options: OPTIONS,
    exit: RECONCILE_WORDS.exit,
    async run(given, shell) {
      const typed = given as Typed;
      const plan = resolvePlan(typed, await readConfiguration(typed.config));
      const progress = plan.quiet ? SILENT : progressBar(shell.io.stderr, plan.language);
      let summary: RunSummary;
      try {
        summary = await reconcile(plan, progress, shell.signal);
      } finally {
        progress.end();
      }
      await print(summary, plan, shell);
      return plan.failOn === "any" && summary.cases.need_action > 0 ? NEEDS_ACTION : NOTHING_TO_DO;
    },
  };
}

/** JSON where it was asked for, even with `--quiet`: it is the answer to a question, not a remark. */
async function print(summary: RunSummary, plan: Plan, { io }: Shell): Promise<void> {
  if (plan.json) io.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  else if (!plan.quiet) {
    const [{ renderTerminal }, { terminalStyle, usesColor }] = await Promise.all([
      import("../report/terminal.ts"),
      import("./style.ts"),
    ]);
    const style = terminalStyle(usesColor(plan.color, io));
    io.stdout.write(renderTerminal(summary, plan.language, style, plan.out, widthOf(io.stdout)));
  }
}
