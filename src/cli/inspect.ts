/**
 * `cocok inspect`: how each file would be understood by a run. It reads the files and writes nothing; what stands in
 * the way of using one is told last, as trouble.
 */
import { readConfiguration } from "../config/configuration.ts";
import { OPTIONS, type OptionEntry } from "../config/options.ts";
import { AS_FLAG, resolveInspection } from "../config/resolve.ts";
import type { FileView } from "../report/inspect/file-view.ts";
import { Trouble } from "../trouble.ts";
import { INSPECT_ARGUMENTS, INSPECT_EXAMPLES, INSPECT_OPTION_HELP, INSPECT_WORDS } from "../words/inspect.ts";
import type { Command } from "./command.ts";
import { widthOf } from "./io.ts";
import { progressBar } from "./progress.ts";
import { withFileProblems } from "./with-file-problems.ts";

const INSPECT_OPTIONS = {
  as: {
    group: "reading",
    flags: [AS_FLAG],
    configuration: [],
    value: { id: "SUMBER", en: "SOURCE" },
    repeatable: false,
    default: null,
    help: INSPECT_OPTION_HELP.as,
  },
  map: OPTIONS.map,
  identifier: OPTIONS.identifier,
  asOf: OPTIONS.asOf,
  config: OPTIONS.config,
  lang: OPTIONS.lang,
  json: { ...OPTIONS.json, configuration: [], help: INSPECT_OPTION_HELP.json },
  color: OPTIONS.color,
} as const satisfies Record<string, OptionEntry>;

const ALL_USABLE = 0;

export const INSPECT: Command<typeof INSPECT_ARGUMENTS, typeof INSPECT_OPTIONS> = {
  name: "inspect",
  alias: "periksa",
  summary: INSPECT_WORDS.summary,
  description: INSPECT_WORDS.description,
  examples: INSPECT_EXAMPLES,
  arguments: INSPECT_ARGUMENTS,
  options: INSPECT_OPTIONS,
  exit: INSPECT_WORDS.exit,
  async run(typed, { io, signal }) {
    const configuration = await readConfiguration(typed.config);
    const plan = await withFileProblems(() => resolveInspection(typed, configuration), signal);
    // loaded by this command alone: the others start sooner
    const [{ viewFile }, { renderFile }, { terminalStyle, usesColor }] = await Promise.all([
      import("../report/inspect/file-view.ts"),
      import("../report/inspect/render.ts"),
      import("./style.ts"),
    ]);
    const progress = progressBar(io.stderr, plan.language);
    const views: FileView[] = [];
    try {
      for (const file of plan.files) {
        progress.stage("reading", 1);
        views.push(await viewFile(file, plan, signal, (done, total) => progress.advance(done / total)));
      }
    } finally {
      progress.end();
    }
    if (plan.json) io.stdout.write(`${JSON.stringify({ files: views }, null, 2)}\n`);
    else {
      const style = terminalStyle(usesColor(plan.color, io));
      const screens = views.map((view) => renderFile(view, plan, style, widthOf(io.stdout)));
      io.stdout.write(screens.filter((screen) => screen !== "").join("\n\n"));
    }
    const problems = views.flatMap((view) => view.problems);
    if (problems.length > 0) throw new Trouble(...problems);
    return ALL_USABLE;
  },
};
