/**
 * What a command is to the shell. To add one: a file beside `reconcile.ts` that makes a `Command`, and one line in
 * the list in `main.ts`.
 */
import type { OptionEntry, TypedOptions } from "../config/options.ts";
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

type ArgumentTable = Readonly<Record<string, ArgumentEntry>>;
type OptionTable = Readonly<Record<string, OptionEntry>>;

/** Whatever was typed, by the keys of the tables. */
type TypedWords = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What was typed for a command: every argument, and the options that were typed. */
export type TypedFor<A extends ArgumentTable, O extends OptionTable> = OptionTable extends O
  ? TypedWords
  : {
      readonly [K in keyof A]: A[K] extends { readonly repeatable: true } ? readonly string[] : string;
    } & TypedOptions<O>;

export interface Command<A extends ArgumentTable = ArgumentTable, O extends OptionTable = OptionTable> {
  readonly name: string;
  /** The Indonesian name. */
  readonly alias: string;
  /** One line, for the list of commands. */
  readonly summary: Bilingual;
  readonly description: Bilingual;
  /** Command lines to copy. */
  readonly examples: Readonly<Record<Language, readonly string[]>>;
  /** In the order they are typed. */
  readonly arguments: A;
  readonly options: O;
  /** What its exit statuses say. */
  readonly exit: Bilingual;
  /**
   * @returns the exit status
   * @throws Trouble for what the user can mend
   */
  run(typed: TypedFor<A, O>, shell: Shell): Promise<number>;
}
