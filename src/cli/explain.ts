/**
 * `cocok explain`: one case of an earlier run, in words or as JSON. It reads the run folder, and the language where a
 * configuration file says it.
 */
import { OPTIONS, type OptionEntry } from "../config/options.ts";
import { languageProblems } from "../config/settings.ts";
import { refuseProblems, together } from "../trouble.ts";
import { EXPLAIN_ARGUMENTS, EXPLAIN_EXAMPLES, EXPLAIN_OPTION_HELP, EXPLAIN_WORDS } from "../words/explain.ts";
import type { Command } from "./command.ts";
import { widthOf } from "./io.ts";

const EXPLAIN_OPTIONS = {
  full: {
    group: "output",
    flags: ["--full"],
    configuration: [],
    value: null,
    repeatable: false,
    default: null,
    help: EXPLAIN_OPTION_HELP.full,
  },
  lang: OPTIONS.lang,
  json: { ...OPTIONS.json, configuration: [], help: EXPLAIN_OPTION_HELP.json },
  color: OPTIONS.color,
} as const satisfies Record<string, OptionEntry>;

const EXPLAINED = 0;

export const EXPLAIN: Command<typeof EXPLAIN_ARGUMENTS, typeof EXPLAIN_OPTIONS> = {
  name: "explain",
  alias: "jelaskan",
  summary: EXPLAIN_WORDS.summary,
  description: EXPLAIN_WORDS.description,
  examples: EXPLAIN_EXAMPLES,
  arguments: EXPLAIN_ARGUMENTS,
  options: EXPLAIN_OPTIONS,
  exit: EXPLAIN_WORDS.exit,
  async run(typed, { io, language }) {
    // loaded by this command alone: the others start sooner
    const [{ viewCase }, { fileNames }, { readCase }, { renderCase }, { terminalStyle, usesColor }] =
      await Promise.all([
        import("../report/explain/case-view.ts"),
        import("../report/explain/file-names.ts"),
        import("../report/explain/recorded-case.ts"),
        import("../report/explain/render.ts"),
        import("./style.ts"),
      ]);
    const [recorded] = await together(
      readCase(typed.run, typed.case),
      refuseProblems(languageProblems(typed)),
    );
    const view = viewCase(recorded, language, typed.full === true);
    if (typed.json === true) io.stdout.write(`${JSON.stringify(view, null, 2)}\n`);
    else {
      const style = terminalStyle(usesColor(typed.color !== false, io));
      const names = fileNames(recorded.run.files);
      const wording = { language, identifier: recorded.run.identifier };
      io.stdout.write(renderCase(view, names, wording, style, widthOf(io.stdout)));
    }
    return EXPLAINED;
  },
};
