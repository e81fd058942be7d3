/**
 * The shell: arguments and streams in, exit status out. The only place that catches what went wrong and says so:
 * one sentence to a problem on stderr, a stack trace only for a fault of ours and only when COCOK_DEBUG=1 asks.
 */
import { setImmediate } from "node:timers/promises";
import type { Command } from "./cli/command.ts";
import { EXPLAIN } from "./cli/explain.ts";
import { INIT } from "./cli/init.ts";
import { INSPECT } from "./cli/inspect.ts";
import { type Io, STOP_SIGNALS, widthOf } from "./cli/io.ts";
import { languageOf } from "./cli/language.ts";
import { isFarewell, isHelpForWantOfCommand, runProgram } from "./cli/program.ts";
import { reconcileCommand } from "./cli/reconcile.ts";
import { OPTIONS } from "./config/options.ts";
import type { Language } from "./config/plan.ts";
import { Trouble } from "./trouble.ts";
import { STOP_WORDS } from "./words/help.ts";

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
  for (const signal of STOP_SIGNALS) io.once?.(signal, interrupt);
  let unprinted: NodeJS.ErrnoException | null = null;
  io.stdout.on?.("error", (error: NodeJS.ErrnoException) => {
    // `cocok … | head` closes our stdout early; that is the reader's choice and no error
    if (error.code !== "EPIPE") unprinted ??= error;
  });
  // there is nowhere left to say that nothing can be said
  io.stderr.on?.("error", () => undefined);
  try {
    const status = await attempt(argv.slice(2), io, commands, interruption.signal);
    // a stream says only afterwards that it could not write
    await setImmediate();
    if (unprinted === null) return status;
    io.stderr.write(`${STOP_WORDS.unprinted[await languageOf(argv.slice(2))](codeOf(unprinted))}\n`);
    return NOT_DONE;
  } finally {
    for (const signal of STOP_SIGNALS) io.removeListener?.(signal, interrupt);
  }
}

/** Runs what was typed, and says what went wrong. */
async function attempt(
  typed: readonly string[],
  io: Io,
  commands: readonly Command[],
  signal: AbortSignal,
): Promise<number> {
  // until it is known which one is wanted
  let language: Language = OPTIONS.lang.default;
  try {
    language = await languageOf(typed);
    return await runProgram(typed, commands, { io, language, signal });
  } catch (error) {
    if (isFarewell(error)) return isHelpForWantOfCommand(error) ? NOT_DONE : DONE;
    if (signal.aborted) {
      io.stderr.write(`${STOP_WORDS.interrupted[language]}\n`);
      return INTERRUPTED;
    }
    io.stderr.write(
      error instanceof Trouble ? await complaint(error, io, language) : confession(error, io, language),
    );
    return NOT_DONE;
  }
}

async function complaint({ problems }: Trouble, { stderr }: Io, language: Language): Promise<string> {
  // loaded when there is something to say: they are the longest table of words
  const [{ troubleSentence }, { wrapText }] = await Promise.all([
    import("./words/trouble.ts"),
    import("./text/wrap.ts"),
  ]);
  const sentences = problems.map((problem) => troubleSentence(problem, language));
  // a log keeps a problem on one line, where it can be searched for
  const width = stderr.isTTY === true ? widthOf(stderr) : Number.POSITIVE_INFINITY;
  const lines =
    sentences.length === 1
      ? wrapText(`cocok: ${sentences[0]}`, width, "", "  ")
      : [
          ...wrapText(STOP_WORDS.manyProblems[language](sentences.length), width, "", "  "),
          ...sentences.flatMap((sentence) => wrapText(sentence, width, "  - ", "    ")),
        ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Its message could hold a person's data and is kept back; the system's code, such as ENOSPC, cannot. */
function confession(error: unknown, io: Io, language: Language): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const detail = io.env?.["COCOK_DEBUG"] === "1" ? `${stack}\n` : "";
  return `${STOP_WORDS.internal[language](codeOf(error))}\n${detail}`;
}

/** The system's code of an error, such as ENOSPC, in brackets; "" where there is none. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
}
