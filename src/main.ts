/**
 * The shell: arguments and streams in, exit status out. The only place that catches what went wrong and says so:
 * one sentence to a problem on stderr, a stack trace only for a fault of ours and only when COCOK_DEBUG=1 asks.
 */
import type { Command } from "./cli/command.ts";
import { EXPLAIN } from "./cli/explain.ts";
import { INIT } from "./cli/init.ts";
import { INSPECT } from "./cli/inspect.ts";
import type { Io } from "./cli/io.ts";
import { languageOf } from "./cli/language.ts";
import { isFarewell, isHelpForWantOfCommand, runProgram } from "./cli/program.ts";
import { reconcileCommand } from "./cli/reconcile.ts";
import { OPTIONS } from "./config/options.ts";
import type { Language } from "./config/plan.ts";
import { Trouble } from "./trouble.ts";
import { STOP_WORDS } from "./words/help.ts";
import { troubleSentence } from "./words/trouble.ts";

/** The work itself is loaded when it is asked for, so that every other command starts sooner. */
const RECONCILE = reconcileCommand(async (...asked) => {
  const { reconcile } = await import("./reconcile.ts");
  return reconcile(...asked);
});

/** Every command; one line each. */
const COMMANDS: readonly Command[] = [RECONCILE, INSPECT, EXPLAIN, INIT];

const DONE = 0;
const NOT_DONE = 2;
const INTERRUPTED = 130;

/**
 * @param argv as `process.argv`: the interpreter and the script come first
 * @param io as `process`
 * @returns 0 nothing needs action, 1 cases need action, 2 nothing written, 130 interrupted and nothing written
 */
export async function main(
  argv: readonly string[],
  io: Io = process,
  commands: readonly Command[] = COMMANDS,
): Promise<number> {
  const interruption = new AbortController();
  // Once: whoever interrupts a second time wants out at once, which is what the system does by itself.
  const interrupt = (): void => interruption.abort();
  io.once?.("SIGINT", interrupt);
  io.once?.("SIGTERM", interrupt);
  io.stdout.on?.("error", ignoreClosedPipe);
  io.stderr.on?.("error", ignoreClosedPipe);
  const typed = argv.slice(2);
  // until it is known which one is wanted
  let language: Language = OPTIONS.lang.default;
  try {
    language = await languageOf(typed);
    return await runProgram(typed, commands, { io, language, signal: interruption.signal });
  } catch (error) {
    if (isFarewell(error)) return isHelpForWantOfCommand(error) ? NOT_DONE : DONE;
    if (interruption.signal.aborted) {
      io.stderr.write(`${STOP_WORDS.interrupted[language]}\n`);
      return INTERRUPTED;
    }
    io.stderr.write(error instanceof Trouble ? complaint(error, language) : confession(error, io, language));
    return NOT_DONE;
  } finally {
    io.removeListener?.("SIGINT", interrupt);
    io.removeListener?.("SIGTERM", interrupt);
  }
}

/** `cocok … | head` closes our stdout early; that is the reader's choice and no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

function complaint({ problems }: Trouble, language: Language): string {
  const sentences = problems.map((problem) => troubleSentence(problem, language));
  if (sentences.length === 1) return `cocok: ${sentences[0]}\n`;
  const list = sentences.map((sentence) => `  - ${sentence}\n`);
  return `${STOP_WORDS.manyProblems[language](sentences.length)}\n${list.join("")}`;
}

/** Its message could hold a person's data and is kept back; the system's code, such as ENOSPC, cannot. */
function confession(error: unknown, io: Io, language: Language): string {
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const detail = io.env?.["COCOK_DEBUG"] === "1" ? `${stack}\n` : "";
  return `${STOP_WORDS.internal[language](code)}\n${detail}`;
}
