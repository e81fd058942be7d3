/**
 * `cocok init`: a starting configuration from the files of a folder. It decides nothing that is not clear, and never
 * writes over a file.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { OPTIONS, type OptionEntry } from "../config/options.ts";
import { choose } from "../config/resolve.ts";
import type { Sorted } from "../report/starting-configuration.ts";
import type { Style } from "../report/terminal.ts";
import { wrapText } from "../text/wrap.ts";
import { type Problem, Trouble, trouble } from "../trouble.ts";
import {
  DOUBT_WORDS,
  INIT_EXAMPLES,
  INIT_HEADINGS,
  INIT_OPTION_HELP,
  INIT_SENTENCES,
  INIT_WORDS,
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

interface TypedInit {
  readonly folder?: string;
  readonly lang?: string;
  readonly color?: boolean;
}

const WRITTEN = 0;
/** Only two-digit years would read otherwise on another day, and nothing of them is kept. */
const AS_OF = Number(OPTIONS.asOf.default.replaceAll("-", ""));

export const INIT: Command = {
  name: "init",
  alias: "mulai",
  summary: INIT_WORDS.summary,
  description: INIT_WORDS.description,
  examples: INIT_EXAMPLES,
  arguments: {},
  options: INIT_OPTIONS,
  exit: INIT_WORDS.exit,
  async run(given, { io, language: spoken, signal }) {
    const typed = given as TypedInit;
    const problems: Problem[] = [];
    const language = choose(OPTIONS.lang, typed.lang, spoken, problems);
    if (problems.length > 0) throw new Trouble(...problems);
    const folder = typed.folder || INIT_OPTIONS.folder.default;
    const file = path.join(folder, OPTIONS.config.default);
    if (existsSync(file)) throw trouble("config_exists", { file });
    // loaded by this command alone: the others start sooner
    const [
      { lookIntoFolder },
      { sortFiles, startingConfiguration },
      { schemaReference },
      { terminalStyle, usesColor },
    ] = await Promise.all([
      import("../input/folder.ts"),
      import("../report/starting-configuration.ts"),
      import("../config/json-schema.ts"),
      import("./style.ts"),
    ]);
    const sorted = sortFiles(await lookIntoFolder(folder, AS_OF, signal));
    await write(file, startingConfiguration(sorted, schemaReference(folder), language));
    const style = terminalStyle(usesColor(typed.color !== false, io));
    io.stdout.write(report(sorted, file, language, style, widthOf(io.stdout)));
    return WRITTEN;
  },
};

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

/** What was decided and what to do now. */
function report(sorted: Sorted, file: string, language: Language, style: Style, width: number): string {
  const say = INIT_SENTENCES;
  const section = (heading: keyof typeof INIT_HEADINGS, texts: readonly string[]): string[] =>
    texts.length === 0
      ? []
      : [
          "",
          style.heading(INIT_HEADINGS[heading][language]),
          ...texts.flatMap((text) => wrapText(text, width, "  ", "    ")),
        ];
  const hasRoster = sorted.used.some(({ role }) => role === "roster");
  const hasSource = sorted.used.some(({ role }) => role !== "roster");
  const lines = [
    ...wrapText(say.written[language](printable(file)), width, "", "  ").map((line) => style.strong(line)),
    ...section(
      "used",
      sorted.used.map(({ name, role, by }) => say.used[language]({ file: quotable(name), role, by })),
    ),
    ...section(
      "unclear",
      sorted.unclear.map(({ name, doubt }) => {
        // a command has to find the file from where it is typed
        const seen = printable(path.join(path.dirname(file), name));
        const reason = doubt === null ? say.unusable[language](seen) : DOUBT_WORDS[doubt][language];
        return say.unclear[language]({ file: quotable(name), reason });
      }),
    ),
    ...section("next", [
      say.check[language](printable(file)),
      ...(hasRoster ? [] : [say.noRoster[language]]),
      ...(hasSource ? [] : [say.noSource[language]]),
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
