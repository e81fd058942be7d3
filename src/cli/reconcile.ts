/**
 * `cocok reconcile`: from typed options to a plan, from a plan to a run, from its summary to the terminal. The work
 * itself is handed in, since it stands above this room.
 */
import { readConfiguration } from "../config/configuration.ts";
import { OPTIONS } from "../config/options.ts";
import type { Plan } from "../config/plan.ts";
import { resolvePlan } from "../config/resolve.ts";
import type { Remains } from "../report/run-folder.ts";
import type { RunSummary } from "../report/summary.ts";
import { RECONCILE_EXAMPLES, RECONCILE_WORDS } from "../words/help.ts";
import { printablePath } from "../words/printable.ts";
import { ABANDONED, LEFTOVER } from "../words/terminal.ts";
import type { Command, Shell } from "./command.ts";
import { widthOf } from "./io.ts";
import { type Progress, progressBar, SILENT } from "./progress.ts";
import { withFileProblems } from "./with-file-problems.ts";

/** What came out of a reconciliation. */
export interface RunOutcome extends Remains {
  readonly summary: RunSummary;
}

/** One reconciliation: writes the run folder and says what came out. */
export type Reconcile = (plan: Plan, progress: Progress, signal: AbortSignal) => Promise<RunOutcome>;

const NOTHING_TO_DO = 0;
const NEEDS_ACTION = 1;

export function reconcileCommand(reconcile: Reconcile): Command<Record<never, never>, typeof OPTIONS> {
  return {
    name: "reconcile",
    alias: "padankan",
    summary: RECONCILE_WORDS.summary,
    description: RECONCILE_WORDS.description,
    examples: RECONCILE_EXAMPLES,
    arguments: {},
    options: OPTIONS,
    exit: RECONCILE_WORDS.exit,
    async run(typed, shell) {
      const configuration = await readConfiguration(typed.config);
      const plan = await withFileProblems(() => resolvePlan(typed, configuration), shell.signal);
      const progress = plan.quiet ? SILENT : progressBar(shell.io.stderr, plan.language);
      let outcome: RunOutcome;
      try {
        outcome = await reconcile(plan, progress, shell.signal);
      } finally {
        progress.end();
      }
      const { summary, leftover, abandoned } = outcome;
      await print(summary, plan, shell);
      // whoever answers for personal data has to know of it, even where nothing else is to be said
      const remarks = [
        ...(leftover === null ? [] : [LEFTOVER[plan.language](printablePath(leftover))]),
        ...abandoned.map((folder) => ABANDONED[plan.language](printablePath(folder))),
      ];
      for (const remark of remarks) shell.io.stderr.write(`${remark}\n`);
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
