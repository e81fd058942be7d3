/**
 * What a command is to the shell. To add one: a file beside `reconcile.ts` that makes a `Command`, and one line in
 * the list in `main.ts`.
 */
import type { OptionEntry } from "../config/options.ts";
import type { Bilingual, Language } from "../words/sentence.ts";
import type { Io } from "./io.ts";

/** What a command is given to work with. */
export interface Shell {
  readonly io: Io;
  /** The language of help and errors. */
  readonly language: Language;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
}

/** A word that stands behind the command without a flag; none can be left out, and the last may be several. */
export interface ArgumentEntry {
  /** Placeholder. */
  readonly name: Bilingual;
  readonly help: Bilingual;
  readonly repeatable?: true;
}

export interface Command {
  readonly name: string;
  /** The Indonesian name. */
  readonly alias: string;
  /** One line, for the list of commands. */
  readonly summary: Bilingual;
  readonly description: Bilingual;
  /** Command lines to copy. */
  readonly examples: Readonly<Record<Language, readonly string[]>>;
  /** In the order they are typed. */
  readonly arguments: Readonly<Record<string, ArgumentEntry>>;
  readonly options: Readonly<Record<string, OptionEntry>>;
  /** What its exit statuses say. */
  readonly exit: Bilingual;
  /**
   * @param typed arguments and options by their keys in `arguments` and `options`
   * @returns the exit status
   * @throws Trouble for what the user can mend
   */
  run(typed: Readonly<Record<string, unknown>>, shell: Shell): Promise<number>;
}
