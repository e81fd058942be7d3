/**
 * The command line: commander's program, made from the commands and their option tables, in one language
 * throughout. It understands which command was meant and what was typed for it; whether that makes sense is for
 * `config/` to say.
 */
import {
  Command as Commander,
  type CommanderError,
  Help,
  type HelpConfiguration,
  Option,
  type OptionValues,
} from "commander";
import { membersIn, OPTION_GROUPS, OPTIONS, type OptionEntry } from "../config/options.ts";
import { type SettingProblem, settingProblem } from "../config/problem.ts";
import { languageProblems } from "../config/settings.ts";
import { VERSION } from "../config/version.ts";
import { type Problem, Trouble, trouble } from "../trouble.ts";
import { HELP_WORDS, PROGRAM_DESCRIPTION } from "../words/help.ts";
import type { Bilingual, Language } from "../words/sentence.ts";
import type { ArgumentEntry, Command, Shell } from "./command.ts";
import { widthOf } from "./io.ts";

const PROGRAM_NAME = "cocok";
const HELP_COMMAND = "help";

/**
 * Runs the command that was typed.
 * @param typed the arguments after the program's name
 * @returns the command's exit status
 * @throws Trouble for a command line that cannot be understood; CommanderError once help or version were printed
 */
export async function runProgram(
  typed: readonly string[],
  commands: readonly Command[],
  shell: Shell,
): Promise<number> {
  refuseLongDashes(typed, commands);
  let status = 0;
  const program = rootCommand(commands, shell);
  for (const command of commands) {
    const spoken = `${PROGRAM_NAME} ${nameAsTyped(command, typed)}`;
    const sub = subcommand(program.command(command.name), command, spoken, shell);
    sub.action(async () => {
      const entries = Object.entries(command.arguments);
      const isOpen = entries.at(-1)?.[1].repeatable === true;
      const options = { ...typedOptions(program), ...typedOptions(sub) };
      if (!isOpen) {
        const stray = sub.args.slice(entries.length);
        refusePartedList(stray, command, options);
        refuseArguments(stray, spoken);
      }
      refuseEmptyArguments(sub.args, entries, spoken, shell.language);
      refuseLostFolder();
      const words = entries.map(
        ([key, { repeatable }], i) => [key, repeatable ? sub.args.slice(i) : sub.args[i]!] as const,
      );
      status = await command.run({ ...options, ...Object.fromEntries(words) }, shell);
    });
  }
  addHelpCommand(program, shell.language);
  const word = commandWord(typed);
  // beside a command that there is not, commander would heed --help and say nothing of the command
  const isKnown = word === undefined || isCommand(program, word);
  await program.parseAsync(isKnown ? typed : [word], { from: "user" });
  return status;
}

/** Without what commander adds by itself: the value of a `--no-` flag that was not typed. */
function typedOptions(command: Commander): OptionValues {
  return Object.fromEntries(
    Object.entries(command.opts()).filter(([key]) => command.getOptionValueSource(key) === "cli"),
  );
}

function rootCommand(commands: readonly Command[], { io, language }: Shell): LocalisedCommand {
  return new LocalisedCommand(PROGRAM_NAME)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => widthOf(io.stdout),
      getErrHelpWidth: () => widthOf(io.stderr),
    })
    .configureHelp(helpStyle(language))
    .enablePositionalOptions()
    .description(PROGRAM_DESCRIPTION[language])
    .usage(`${HELP_WORDS.commandPlaceholder[language]} ${HELP_WORDS.optionsPlaceholder[language]}`)
    .commandsGroup(HELP_WORDS.commands[language])
    .optionsGroup(HELP_WORDS.options[language])
    .version(VERSION, "-V, --version", HELP_WORDS.showVersion[language])
    .addHelpOption(helpOption(language))
    .helpCommand(false)
    .addOption(toCommander(OPTIONS.lang, language, PROGRAM_NAME))
    .addHelpText("beforeAll", ({ command }) => {
      refuseUnknownLanguage(command);
      return "";
    })
    .addHelpText("after", () => examplesOf(commands, language));
}

/** `help padankan` is `padankan --help`, but for what cannot be meant by it. */
function addHelpCommand(program: LocalisedCommand, language: Language): void {
  const help = program
    .command(HELP_COMMAND)
    .description(HELP_WORDS.helpCommand[language])
    .usage(HELP_WORDS.commandPlaceholder[language])
    .addHelpOption(helpOption(language))
    .addOption(toCommander(OPTIONS.lang, language, `${PROGRAM_NAME} ${HELP_COMMAND}`))
    .allowExcessArguments();
  help.action(async () => {
    refuseUnknownLanguage(help);
    const [name = HELP_COMMAND, ...others] = help.args;
    const isKnown = isCommand(program, name);
    if (isKnown) refuseArguments(others, `${PROGRAM_NAME} ${name}`);
    const asked = name === HELP_COMMAND ? [] : [name];
    await program.parseAsync(isKnown ? [...asked, "--help"] : asked, { from: "user" });
  });
}

function isCommand(program: LocalisedCommand, word: string): boolean {
  return program.commands.some((command) => command.name() === word || command.aliases().includes(word));
}

/** The word that stands where the command has to, behind `--lang` at most; undefined where an option comes before it. */
function commandWord(typed: readonly string[]): string | undefined {
  const [lang] = OPTIONS.lang.flags;
  let at = 0;
  for (let word = typed[at]; word === lang || word?.startsWith(`${lang}=`); word = typed[at])
    at += word === lang ? 2 : 1;
  return typed[at]?.startsWith("-") ? undefined : typed[at];
}

/** Who typed the Indonesian name is answered with it. */
function nameAsTyped({ name, alias }: Command, typed: readonly string[]): string {
  return typed.find((word) => word === name || word === alias) ?? name;
}

/**
 * Fills in what commander has to know of one of our commands.
 * @param spoken the command as errors name it
 */
function subcommand(
  sub: LocalisedCommand,
  command: Command,
  spoken: string,
  { io, language }: Shell,
): LocalisedCommand {
  sub.spoken = spoken;
  sub
    .alias(command.alias)
    .summary(command.summary[language])
    .description(command.description[language])
    .usage(usageOf(command, language))
    .addHelpOption(helpOption(language))
    // Commander would count them; naming each of them is more use.
    .allowExcessArguments()
    .addHelpText("after", () => examplesOf([command], language))
    .addHelpText("after", () => exitStatusText(command.exit[language], language, widthOf(io.stdout)));
  for (const { name, help, repeatable } of Object.values(command.arguments)) {
    sub.argument(`<${name[language]}${repeatable ? "..." : ""}>`, help[language]);
  }
  for (const entry of Object.values(command.options)) {
    const group = OPTION_GROUPS[entry.group][language];
    const option = toCommander(entry, language, spoken);
    sub.addOption(option.helpGroup(`${group}:`));
  }
  return sub;
}

/** Commander's way to say that help or version were printed and there is nothing left to do. */
export function isFarewell(error: unknown): error is CommanderError {
  return error instanceof Error && "code" in error && String(error.code).startsWith("commander.");
}

/** True when the help was printed because no command was given, not because it was asked for. */
export function isHelpForWantOfCommand(error: CommanderError): boolean {
  return error.code === "commander.help" && error.exitCode !== 0;
}

/** A commander command whose complaints are our problems, with their facts, in place of English sentences. */
class LocalisedCommand extends Commander {
  /** How errors name the command. */
  spoken = PROGRAM_NAME;

  override createCommand(name?: string): LocalisedCommand {
    return new LocalisedCommand(name);
  }

  override error(message: string, options?: { code?: string }): never {
    // Commander hands over no facts but its sentence, in which the word in question stands in quotes.
    const value = /'([^']*)'/.exec(message)?.[1] ?? "";
    const suggestion = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1] ?? "";
    const flags = value.match(/--[\w-]+/g) ?? [value];
    const path = flags[flags.length - 1]!;
    const facts = { value, suggestion, command: this.spoken };
    switch (options?.code) {
      case "commander.unknownCommand":
        throw usageTrouble("unknown_command", path, facts);
      case "commander.unknownOption": {
        const [, flag, given] = /^(--[^=]+)=(.*)$/s.exec(value) ?? [];
        if (given !== undefined && this.options.some(({ long }) => long === flag)) {
          throw usageTrouble("value_unexpected", flag!, { ...facts, value: given });
        }
        const owner = this.commands.find((command) => hasFlag(command, value));
        const owned = owner === undefined ? suggestion : `${this.spoken} ${owner.name()} ${value}`;
        // one hyphen, as PowerShell's own commands have it; commander compares no flags so far apart
        const doubled = `-${value.replace(/=.*/s, "")}`.toLowerCase();
        const meant = hasFlag(this, doubled) ? doubled : owned;
        throw usageTrouble("unknown_option", path, { ...facts, suggestion: meant });
      }
      case "commander.missingArgument":
        throw usageTrouble("argument_missing", path, facts);
      case "commander.optionMissingArgument":
        throw usageTrouble("value_missing", path, facts);
      default:
        // No other complaint can arise from the options made below; should one, it is a fault of ours.
        throw new Error(message);
    }
  }
}

function hasFlag({ options }: Commander, flag: string): boolean {
  return options.some(({ long, short }) => long === flag || short === flag);
}

function usageTrouble(kind: SettingProblem, path: string, facts: Problem["facts"]): Trouble {
  return new Trouble(settingProblem(kind, { file: null, path }, facts));
}

/** Hyphens, and what office programs make of two of them: figure, en and em dash, horizontal bar, minus sign. */
const DASHES = /^[-\u2012-\u2015\u2212]*[\u2012-\u2015\u2212][-\u2012-\u2015\u2212]*/u;

/** Behind an option that takes several values commander would take `–ktp` for one of them, a file. */
function refuseLongDashes(typed: readonly string[], commands: readonly Command[]): void {
  const options = [OPTIONS.lang, ...commands.flatMap((command) => Object.values(command.options))];
  const flags = new Set(["--help", "--version", ...options.flatMap((option) => option.flags)]);
  const problems: Problem[] = [];
  for (const word of typed) {
    if (word === "--") break;
    const [value = ""] = word.split("=");
    const suggestion = value.replace(DASHES, "--");
    if (suggestion === value || !flags.has(suggestion)) continue;
    problems.push(settingProblem("long_dash", { file: null, path: suggestion }, { value, suggestion }));
  }
  if (problems.length > 0) throw new Trouble(...problems);
}

/** An empty word is one that was left out, as by a variable of a script that is not set. */
function refuseEmptyArguments(
  words: readonly string[],
  entries: readonly (readonly [string, ArgumentEntry])[],
  command: string,
  language: Language,
): void {
  const empty = entries.filter(([, { repeatable }], i) =>
    repeatable ? words.slice(i).includes("") : words[i] === "",
  );
  const problems = empty.map(([, { name }]) =>
    settingProblem("argument_missing", { file: null, path: "" }, { value: name[language], command }),
  );
  if (problems.length > 0) throw new Trouble(...problems);
}

/** A folder that was deleted while somebody stood in it: no path can be found from there. */
function refuseLostFolder(): void {
  try {
    process.cwd();
  } catch {
    throw trouble("working_folder_missing");
  }
}

/** A list that a shell took for several words, of which all but the first belong to nothing. */
function refusePartedList(stray: readonly string[], { options }: Command, typed: OptionValues): void {
  const rest = stray.flatMap(membersIn).filter((word) => word !== "");
  for (const [name, { flags, members }] of Object.entries(options)) {
    if (typed[name] === undefined || rest.length === 0 || !rest.every((word) => members?.includes(word)))
      continue;
    const first = membersIn(String(typed[name])).filter((word) => word !== "");
    throw usageTrouble("list_parted", flags[0], { suggestion: [...first, ...rest].join(",") });
  }
}

/** Help in another language than was asked for would seem to be all there is. */
function refuseUnknownLanguage(command: Commander): void {
  const problems = languageProblems({ ...command.parent?.opts(), ...command.opts() });
  if (problems.length > 0) throw new Trouble(...problems);
}

/** @param command whose help has examples */
function refuseArguments(words: readonly string[], command: string): void {
  const problems = words.map((value) =>
    settingProblem("argument_unexpected", { file: null, path: "" }, { value, command }),
  );
  if (problems.length > 0) throw new Trouble(...problems);
}

/** @param command whose help explains the option */
function toCommander(entry: OptionEntry, language: Language, command: string): Option {
  // Commander names an option by its last flag, and we by the first.
  const flags = [...entry.flags].reverse().join(", ");
  const value = entry.value === null ? "" : ` <${entry.value[language]}${entry.repeatable ? "..." : ""}>`;
  const option = new Option(flags + value, describe(entry, language));
  if (entry.value === null) return option;
  return option.argParser((text: string, before: unknown) => {
    // `--roster --ktp a.csv`: commander would take the second flag for the first one's value.
    if (text.startsWith("--")) throw usageTrouble("value_missing", entry.flags[0], { command });
    return entry.repeatable ? [...((before as readonly string[] | undefined) ?? []), text] : text;
  });
}

function describe(entry: OptionEntry, language: Language): string {
  const notes: string[] = [];
  if (entry.choices !== undefined) notes.push(`${HELP_WORDS.choices[language]}: ${entry.choices.join(", ")}`);
  if (entry.default !== null) notes.push(`${HELP_WORDS.default[language]}: ${entry.default}`);
  return notes.length === 0 ? entry.help[language] : `${entry.help[language]} (${notes.join("; ")})`;
}

function helpOption(language: Language): Option {
  return new Option("-h, --help", HELP_WORDS.showHelp[language]).helpGroup(HELP_WORDS.options[language]);
}

/** Narrower than this beside its option, a description is better read below it. */
const NARROWEST_COLUMN = 36;

/** Narrower than this a text is left to the terminal. */
const NARROWEST_WRAP = 20;

/** Commander's own titles in our words. */
const TITLES: ReadonlyMap<string, Bilingual> = new Map<string, Bilingual>([
  ["Usage:", HELP_WORDS.usage],
  ["Arguments:", HELP_WORDS.arguments],
]);

function helpStyle(language: Language): HelpConfiguration {
  return {
    minWidthToWrap: NARROWEST_WRAP,
    styleTitle: (title) => TITLES.get(title)?.[language] ?? title,
    styleUsage(this: Help, usage) {
      const start = HELP_WORDS.usage[language].length + 1;
      const width = (this.helpWidth ?? widthOf({ write: () => true })) - start;
      return this.boxWrap(usage, width).replaceAll("\n", `\n${" ".repeat(start)}`);
    },
    optionTerm,
    subcommandTerm: (command) => [command.name(), ...command.aliases()].join(", "),
    formatItem(term, termWidth, description, helper) {
      const width = helper.helpWidth ?? widthOf({ write: () => true });
      if (width - termWidth - 4 >= NARROWEST_COLUMN) {
        return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
      }
      const below = helper.boxWrap(description, width - 6).replace(/^/gm, "      ");
      return description === "" ? `  ${term}` : `  ${term}\n${below}`;
    },
  };
}

/** `--ijazah, --diploma BERKAS...`: our first flag first, and the value without commander's brackets. */
function optionTerm(option: Option): string {
  const value = /<(.+)>/.exec(option.flags)?.[1];
  const aliased = option.short?.startsWith("--") === true;
  const flags = (aliased ? [option.long, option.short] : [option.short, option.long])
    .filter(Boolean)
    .join(", ");
  return value === undefined ? flags : `${flags} ${value}`;
}

function examplesOf(commands: readonly Command[], language: Language): string {
  const lines = commands.flatMap((command) => command.examples[language].map((line) => `  ${line}`));
  return `\n${HELP_WORDS.examples[language]}\n${lines.join("\n")}`;
}

function usageOf(command: Command, language: Language): string {
  const words = Object.values(command.arguments).map(
    ({ name, repeatable }) => name[language] + (repeatable ? "..." : ""),
  );
  return [...words, HELP_WORDS.optionsPlaceholder[language]].join(" ");
}

function exitStatusText(text: string, language: Language, width: number): string {
  const help = new Help();
  help.minWidthToWrap = NARROWEST_WRAP;
  const wrapped = help.boxWrap(text, width - 2).replace(/^/gm, "  ");
  return `\n${HELP_WORDS.exit[language]}\n${wrapped}`;
}
