/**
 * `cocok init`: a starting configuration from the files of a folder. It decides nothing that is not clear, and never
 * writes over a file.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { OPTIONS, type OptionEntry } from "../config/options.ts";
import { settingProblem } from "../config/problem.ts";
import { DEFAULT_AS_OF, languageProblems } from "../config/settings.ts";
import { SUMMARY_FILE } from "../report/run-entries.ts";
import type { Sorted } from "../report/starting-configuration.ts";
import type { Style } from "../report/terminal.ts";
import { wrapText } from "../text/wrap.ts";
import { type Problem, refuseProblems, Trouble, together, trouble } from "../trouble.ts";
import {
  INIT_EXAMPLES,
  INIT_HEADINGS,
  INIT_OPTION_HELP,
  INIT_SENTENCES,
  INIT_WORDS,
  unusedWords,
} from "../words/init.ts";
import { printable, quotable } from "../words/printable.ts";
import type { Language } from "../words/sentence.ts";
import type { Command } from "./command.ts";
import { widthOf } from "./io.ts";

const INIT_OPTIONS = {
  folder: {
    group: "inputs",
    flags: ["--folder"],
    configuration: [],
    value: { id: "FOLDER", en: "DIR" },
    repeatable: false,
    default: ".",
    help: INIT_OPTION_HELP.folder,
  },
  lang: OPTIONS.lang,
  color: OPTIONS.color,
} as const satisfies Record<string, OptionEntry>;

const WRITTEN = 0;

export const INIT: Command<Record<never, never>, typeof INIT_OPTIONS> = {
  name: "init",
  alias: "mulai",
  summary: INIT_WORDS.summary,
  description: INIT_WORDS.description,
  examples: INIT_EXAMPLES,
  arguments: {},
  options: INIT_OPTIONS,
  exit: INIT_WORDS.exit,
  async run(typed, { io, language, signal }) {
    const { folder = INIT_OPTIONS.folder.default } = typed;
    const file = path.join(folder, OPTIONS.config.default);
    const [{ sorted, folders }] = await together(
      lookInto(folder, signal),
      refuseProblems([...languageProblems(typed), ...fileProblems(file)]),
    );
    // loaded by this command alone: the others start sooner
    const [{ startingConfiguration }, { schemaReference }, { terminalStyle, usesColor }] = await Promise.all([
      import("../report/starting-configuration.ts"),
      import("../config/json-schema.ts"),
      import("./style.ts"),
    ]);
    await write(file, startingConfiguration(sorted, schemaReference(folder), language));
    const style = terminalStyle(usesColor(typed.color !== false, io));
    io.stdout.write(report(sorted, folders, file, language, style, widthOf(io.stdout)));
    return WRITTEN;
  },
};

function fileProblems(file: string): readonly Problem[] {
  return existsSync(file) ? [{ code: "config_exists", facts: { file } }] : [];
}

/**
 * What each file of a folder is, and which folders below hold tables that were not looked at.
 * @throws Trouble usage where the folder has no name, folder_without_tables, as `lookIntoFolder`
 */
async function lookInto(
  folder: string,
  signal: AbortSignal,
): Promise<{ readonly sorted: Sorted; readonly folders: readonly string[] }> {
  if (folder === "")
    throw new Trouble(settingProblem("empty", { file: null, path: INIT_OPTIONS.folder.flags[0] }));
  const [{ foldersWithTables, lookIntoFolder }, { sortFiles }] = await Promise.all([
    import("../input/folder.ts"),
    import("../report/starting-configuration.ts"),
  ]);
  // only two-digit years would read otherwise on another day, and nothing of them is kept
  const sorted = sortFiles(await lookIntoFolder(folder, DEFAULT_AS_OF, signal));
  const folders = await foldersWithTables(folder, SUMMARY_FILE);
  const { used, unclear } = sorted;
  if (used.length === 0 && unclear.every(({ why }) => why === "other_format")) {
    const others = unclear.map(({ name }) => name).join(", ");
    const below = folders.map((name) => path.join(folder, name)).join(", ");
    throw trouble("folder_without_tables", { file: folder, others, folders: below });
  }
  return { sorted, folders };
}

/** @throws Trouble config_exists also where the file came to be a moment ago, config_unwritable */
async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw trouble("config_exists", { file });
    throw trouble("config_unwritable", { file, reason: code });
  }
}

/** What was decided and what to do now. @param folders with tables, which were not looked at */
function report(
  sorted: Sorted,
  folders: readonly string[],
  file: string,
  language: Language,
  style: Style,
  width: number,
): string {
  const say = INIT_SENTENCES;
  const section = (heading: keyof typeof INIT_HEADINGS, texts: readonly string[]): string[] =>
    texts.length === 0
      ? []
      : [
          "",
          style.heading(INIT_HEADINGS[heading][language]),
          ...texts.flatMap((text) => wrapText(text, width, "  ", "    ")),
        ];
  // a command has to find the file or folder from where it is typed
  const seenFromHere = (name: string): string => printable(path.join(path.dirname(file), name));
  const hasRoster = sorted.used.some(({ role }) => role === "roster");
  const hasSource = sorted.used.some(({ role }) => role !== "roster");
  const lines = [
    ...wrapText(say.written[language](printable(file)), width, "", "  ").map((line) => style.strong(line)),
    ...section(
      "used",
      sorted.used.map(({ name, role, by }) => say.used[language]({ file: quotable(name), role, by })),
    ),
    ...section("unclear", [
      ...sorted.unclear.map(({ name, why }) => {
        const reason = unusedWords(why, say.unusable[language](seenFromHere(name)), language);
        return say.unclear[language]({ file: quotable(name), reason });
      }),
      ...(folders.length === 0 ? [] : [say.folders[language](folders.map(seenFromHere).join(", "))]),
    ]),
    ...section("next", [
      say.check[language](printable(file)),
      ...(hasRoster ? [] : [say.noRoster[language]]),
      ...(hasSource ? [] : [say.noSource[language]]),
      ...(sorted.unclear.length === 0 ? [] : [say.place[language]]),
      say.run[language](nextCommand(file, language)),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function nextCommand(file: string, language: Language): string {
  const command = { id: "cocok padankan", en: "cocok reconcile" }[language];
  if (file === OPTIONS.config.default) return command;
  return `${command} --config ${/\s/.test(file) ? `"${printable(file)}"` : printable(file)}`;
}
