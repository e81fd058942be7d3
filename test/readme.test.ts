/**
 * The README says what the program does: its examples are run and its tables are held equal to the code, both ways.
 *
 * What the page marks for this test: a `console` block, in which `$ ` begins a command and a line `…` stands for any
 * number of lines left out; `<!-- rows: FILE -->` before a table that shows rows and columns of a file which the
 * examples wrote; `<!-- held: NAME -->` before a table whose first column is the whole of a list in the code.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONFIGURATION_ONLY, OPTIONS, type OptionEntry } from "../src/config/options.ts";
import { COLUMN_FIELDS, SOURCE_KINDS } from "../src/config/plan.ts";
import { checkShape } from "../src/config/schema.ts";
import { DEFAULT_LEADING, isBuiltIn } from "../src/config/sources.ts";
import { ACTION_RULES } from "../src/finding/action-table.ts";
import { ACTIONS, DOCUMENTS, FINDING_CODES, ROUTES, VERDICTS } from "../src/finding/codes.ts";
import { REJECTION_REASONS } from "../src/input/judged-rows.ts";
import { main } from "../src/main.ts";
import { LENDING_PROBABILITY } from "../src/match/confirmed.ts";
import { KEY_KINDS } from "../src/match/keys.ts";
import { LINK_STATUSES } from "../src/match/link-status.ts";
import { AGREEMENT_LABELS } from "../src/words/comparison.ts";
import { ACTION_LABELS, VERDICT_LABELS } from "../src/words/judgement.ts";
import { SHEET_NAMES } from "../src/words/workbook.ts";
import { fakeOutput } from "./cli/fake-io.ts";

const README = readFileSync("README.md", "utf8");
const LINES = README.split("\n");
const PACKAGE = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly engines: { readonly node: string };
  readonly scripts: Record<string, string>;
};
const REPOSITORY = process.cwd();

/** As wide as a terminal usually is. */
const COLUMNS = 80;
/** Milliseconds for all examples on a busy machine. */
const PATIENCE = 60_000;

let folder = "";

/** The examples are run where a reader would run them, but for what they write. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-readme-"));
  const story = path.join("fixtures", "musi-rawas");
  cpSync(story, path.join(folder, story), { recursive: true });
  for (const name of readdirSync(story)) {
    if (name.endsWith(".csv") && name !== "expectation.csv")
      cpSync(path.join(story, name), path.join(folder, "contoh", name));
  }
  process.chdir(folder);
  for (const example of EXAMPLES) outcomes.push(await run(example.command));
}, PATIENCE);
afterAll(() => {
  process.chdir(REPOSITORY);
  rmSync(folder, { recursive: true });
});

interface Example {
  readonly command: string;
  readonly shown: readonly string[];
}

const EXAMPLES = examplesOf(README);
const outcomes: string[] = [];

function examplesOf(page: string): Example[] {
  return [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((example) => {
        const [command = "", ...shown] = example.replace(/\n$/, "").split("\n");
        return { command, shown };
      }),
  );
}

let lastStatus = 0;

/** What a command prints; `npm ci` has been done by whoever runs the tests. */
async function run(command: string): Promise<string> {
  if (command === "echo $?") return `${lastStatus}`;
  const words = /^(?:npm ci && )?npx cocok (.+)$/.exec(command)?.[1]?.split(" ");
  if (words === undefined) throw new Error(`the README has a command that this test cannot run: ${command}`);
  const stdout = fakeOutput(COLUMNS);
  // no terminal: how far the work has come is no part of an example
  const stderr = fakeOutput();
  lastStatus = await main(["node", "cocok", ...words], { stdout, stderr, env: { NO_COLOR: "1" } });
  return (stdout.text + stderr.text).replace(/\n$/, "");
}

const ELLIPSIS = "…";

/** Whether the lines are those shown, each `…` being any number of them. */
function isShownBy(lines: readonly string[], shown: readonly string[]): boolean {
  const [first, ...rest] = shown;
  if (first === undefined) return lines.length === 0;
  if (first !== ELLIPSIS) return lines[0] === first && isShownBy(lines.slice(1), rest);
  if (rest.length === 0) return true;
  return lines.some((_, at) => isShownBy(lines.slice(at), rest));
}

type Row = Readonly<Record<string, string>>;

/** A table of the page: its header and its rows, cells without the marks of code. */
interface PageTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function tableAfter(marker: string): PageTable {
  const at = LINES.indexOf(marker);
  if (at < 0) throw new Error(`the README has no ${marker}`);
  const end = LINES.findIndex((line, i) => i > at && !line.startsWith("|"));
  const cells = LINES.slice(at + 1, end).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
  const [header = [], , ...rows] = cells;
  return { header, rows };
}

const held = (name: string): PageTable => tableAfter(`<!-- held: ${name} -->`);

/** The codes in a cell. */
function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

function firstColumn(name: string): string[] {
  return held(name).rows.map(([cell = ""]) => codesIn(cell)[0] ?? cell);
}

function csv(file: string): Row[] {
  return parse(readFileSync(path.join(folder, file)), { bom: true, columns: true });
}

describe("the examples of the README", () => {
  test("are there", () => {
    expect(EXAMPLES.length).toBeGreaterThan(0);
  });

  test.each(EXAMPLES.map(({ command }, at) => [command, at] as const))("%s", (_, at) => {
    const { shown } = EXAMPLES[at]!;
    const lines = outcomes[at] === "" ? [] : outcomes[at]!.split("\n");
    if (!isShownBy(lines, shown)) expect(lines.join("\n")).toBe(shown.join("\n"));
  });

  const markers = LINES.filter((line) => line.startsWith("<!-- rows: "));
  test.each(markers.map((marker) => [/rows: (\S+)/.exec(marker)![1]!, marker]))(
    "show rows of %s",
    (file, marker) => {
      const { header, rows } = tableAfter(marker);
      expect(rows.length).toBeGreaterThan(0);
      const written = csv(file);
      for (const cells of rows) {
        const shown = Object.fromEntries(header.map((column, i) => [column, cells[i]]));
        expect(
          written.map((row) => Object.fromEntries(header.map((column) => [column, row[column]]))),
        ).toContainEqual(shown);
      }
    },
  );

  test("configure the program with a file it accepts", () => {
    const block = /<!-- held: configuration -->\n```json\n([\s\S]*?)```/.exec(README)![1]!;
    expect(checkShape("cocok.config.json", JSON.parse(block)).problems).toEqual([]);
  });
});

/** The help of the program or of a command, in English. */
async function help(...command: readonly string[]): Promise<string> {
  const output = fakeOutput(400);
  await main(["node", "cocok", ...command, "--help", "--lang", "en"], {
    stdout: output,
    stderr: output,
    env: {},
  });
  return output.text;
}

/** Names and aliases of the commands, as the help lists them. */
async function commands(): Promise<string[][]> {
  const list = /^Commands:\n([\s\S]*?)\n\n/m.exec(await help())![1]!;
  return [...list.matchAll(/^ {2}([a-z]+), ([a-z]+) /gm)].map(([, name = "", alias = ""]) => [name, alias]);
}

async function flags(): Promise<Set<string>> {
  const texts = [await help(), ...(await Promise.all((await commands()).map(([name = ""]) => help(name))))];
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/^ {2}(?:-\w, )?(--.*?) {2}/gm)].flatMap(([, term = ""]) => flagsIn(term)),
    ),
  );
}

function flagsIn(text: string): string[] {
  return text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
}

describe("the README lists", () => {
  test("every command with its alias, and no other", async () => {
    const listed = held("commands").rows.map(([name = "", alias = ""]) => [
      ...codesIn(name),
      ...codesIn(alias),
    ]);
    expect(listed).toEqual(await commands());
  });

  test("every option of reconcile with its key and its default", () => {
    const options = (Object.entries(OPTIONS) as [string, OptionEntry][]).map(([name, entry]) => {
      const value = entry.value === null ? "" : ` ${entry.value.en}${entry.repeatable ? ELLIPSIS : ""}`;
      const keys = entry.configuration.map((key) => (isBuiltIn(name) ? key.replace("NAME", name) : key));
      return [entry.flags.map((flag) => flag + value), keys, entry.default === null ? [] : [entry.default]];
    });
    const listed = held("options").rows.map((cells) => cells.slice(0, 3).map(codesIn));
    expect(listed).toEqual(options);
  });

  test("every flag of every command somewhere, and no flag that none has", async () => {
    const known = await flags();
    const named = new Set(flagsIn(README));
    expect([...known].filter((flag) => !named.has(flag))).toEqual([]);
    const ofScripts = ["quality", "bench", "fuzz", "torture"]
      .map((name) => path.join("test", name, "main.ts"))
      .flatMap((file) =>
        [...readFileSync(path.join(REPOSITORY, file), "utf8").matchAll(/^ {4}"?([a-z-]+)"?: \{ type:/gm)].map(
          ([, name]) => `--${name}`,
        ),
      );
    expect([...named].filter((flag) => !known.has(flag) && !ofScripts.includes(flag))).toEqual([]);
  });

  test("every key that only the configuration file has", () => {
    expect(firstColumn("file-keys")).toEqual(Object.keys(CONFIGURATION_ONLY));
  });

  test("every kind of source", () => {
    expect(firstColumn("kinds")).toEqual([...SOURCE_KINDS]);
  });

  test("shows the speed that the benchmark last wrote down", () => {
    const page = readFileSync(path.join(REPOSITORY, "fixtures", "bench", "results.md"), "utf8").split("\n");
    const rows = page.filter((line) => line.startsWith("| ") && !line.startsWith("| ---"));
    const { header, rows: shown } = held("speed");
    const written = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    expect(rows[0]).toBe(written(header));
    expect(shown.length).toBeGreaterThan(0);
    for (const cells of shown) expect(rows).toContain(written(cells));
  });

  test("which sources lead", () => {
    const listed = held("leading").rows.map(([field = "", leads = ""]) => [
      codesIn(field)[0],
      codesIn(leads),
    ]);
    expect(Object.fromEntries(listed)).toEqual(DEFAULT_LEADING);
  });

  test("every field of a table", () => {
    expect(firstColumn("fields")).toEqual([...COLUMN_FIELDS]);
  });

  test("every reason to reject a row", () => {
    expect(firstColumn("rejections")).toEqual([...REJECTION_REASONS]);
  });

  test("every file of the run folder", () => {
    const listed = firstColumn("files").map((name) => name.replace(/\/$/, ""));
    expect(listed.sort()).toEqual(readdirSync(path.join(folder, "hasil")).sort());
  });

  test("every column of every CSV file, in order", () => {
    const files = firstColumn("files").filter((name) => name.endsWith(".csv"));
    for (const file of files) {
      const [header] = parse(readFileSync(path.join(folder, "hasil", file)), {
        bom: true,
        to: 1,
      }) as string[][];
      expect(firstColumn(`columns ${file}`), file).toEqual(header);
    }
    const [index] = parse(readFileSync(path.join(folder, "hasil", "units", "indeks.csv")), {
      bom: true,
      to: 1,
    }) as string[][];
    const told = LINES.find((line) => line.startsWith("`units/indeks.csv` has"))!;
    expect(codesIn(told).slice(1)).toEqual(index);
  });

  test("every key of summary.json", () => {
    const summary = JSON.parse(readFileSync(path.join(folder, "hasil", "summary.json"), "utf8")) as Record<
      string,
      unknown
    >;
    expect(firstColumn("summary")).toEqual(Object.keys(summary));
    const below = (value: unknown): string[] =>
      Array.isArray(value)
        ? below(value[0])
        : typeof value === "object" && value !== null
          ? Object.keys(value)
          : [];
    for (const [key = "", meaning = ""] of held("summary").rows) {
      const name = codesIn(key)[0]!;
      if (name === "options") continue;
      for (const inner of below(summary[name])) expect(codesIn(meaning), `${name}.${inner}`).toContain(inner);
    }
  });

  test("every sheet of the workbook", () => {
    const ofUnits = ["follow_up", "agreeing"];
    const names = Object.entries(SHEET_NAMES).filter(([key]) => !ofUnits.includes(key));
    expect(held("sheets").rows.map(([id, en]) => ({ id, en }))).toEqual(names.map(([, name]) => name));
    for (const key of ofUnits) expect(README).toContain(SHEET_NAMES[key as keyof typeof SHEET_NAMES].id);
  });

  test("every status of a link", () => {
    expect(firstColumn("statuses").sort()).toEqual([...LINK_STATUSES].sort());
  });

  test("every agreement with its label", () => {
    const listed = held("agreements").rows.map(([name = "", label]) => [codesIn(name)[0], label]);
    expect(listed).toEqual(Object.entries(AGREEMENT_LABELS).map(([name, { id }]) => [name, id]));
  });

  test("every verdict with its label", () => {
    const listed = held("verdicts").rows.map(([name = "", label]) => [codesIn(name)[0], label]);
    expect(listed).toEqual(VERDICTS.map((verdict) => [verdict, VERDICT_LABELS[verdict].id]));
  });

  test("every action with its label, most pressing first", () => {
    const listed = held("actions").rows.map(([name = "", label]) => [codesIn(name)[0], label]);
    expect(listed).toEqual(ACTIONS.map((action) => [action, ACTION_LABELS[action].id]));
  });

  test("every rule of the action table, in order", () => {
    const listed = held("rules").rows.map(([rule = "", action = ""]) => [
      ...codesIn(rule),
      ...codesIn(action),
    ]);
    expect(listed).toEqual(ACTION_RULES.map(({ rule, action }) => [rule, action]));
  });

  test("every route", () => {
    expect(firstColumn("routes")).toEqual([...ROUTES]);
  });

  test("every document", () => {
    const line = LINES.find((text) => text.includes("<!-- held: documents -->"))!;
    expect(codesIn(line).slice(1)).toEqual([...DOCUMENTS]);
  });

  test("every finding code with its field and severity", () => {
    const listed = held("codes").rows.map(([code = "", field, severity]) => [
      codesIn(code)[0],
      { field, severity },
    ]);
    expect(listed).toEqual(Object.entries(FINDING_CODES));
  });

  test("no finding code that does not exist", () => {
    const named = codesIn(README).filter((code) =>
      /^(nik|name|birth_date|birth_place|sex|record|document)\.[a-z_]+$/.test(code),
    );
    expect(named.filter((code) => !Object.hasOwn(FINDING_CODES, code))).toEqual([]);
  });

  test("every blocking key", () => {
    expect(firstColumn("keys")).toEqual([...KEY_KINDS]);
  });

  test("every exit status that the help tells", async () => {
    const told = /^Exit status:\n([\s\S]*)$/m.exec(await help("reconcile"))![1]!;
    const statuses = [...told.matchAll(/(?:^|; )\s*(\d+) /g)].map(([, status]) => status);
    expect(firstColumn("exit")).toEqual(statuses);
  });

  test("every script, and no other", () => {
    const listed = firstColumn("scripts").map((script) => script.replace(/^npm (run )?/, ""));
    expect(listed.sort()).toEqual(Object.keys(PACKAGE.scripts).sort());
    for (const [, script = ""] of README.matchAll(/npm run ([a-z:]+)/g))
      expect(Object.keys(PACKAGE.scripts)).toContain(script);
  });
});

describe("the README tells", () => {
  test("which Node is needed", () => {
    expect(README).toContain(`Node ${PACKAGE.engines.node.replace(">=", "")} or later`);
  });

  test("from where on a link lends its values to the next source", () => {
    expect(README).toContain(`found with at least ${LENDING_PROBABILITY} is`);
  });
});

describe("the links of the README", () => {
  const targets = [...README.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);

  test("name files that are there", () => {
    const files = targets.filter((target) => !target.startsWith("#"));
    expect(files.filter((file) => !existsSync(path.join(REPOSITORY, file)))).toEqual([]);
  });

  test("name headings that are there", () => {
    const headings = [...README.matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );
    const anchors = targets.filter((target) => target.startsWith("#")).map((target) => target.slice(1));
    expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });

  test("contents name every chapter in order", () => {
    const chapters = [...README.matchAll(/^## (.+)$/gm)]
      .map(([, text]) => text)
      .filter((text) => text !== "Contents");
    expect([...README.matchAll(/^- \[(.+)\]\(#/gm)].map(([, text]) => text)).toEqual(chapters);
  });
});
