/**
 * The benchmark: `npm run bench`. Generates files, runs cocok on them beside csv-parse and DuckDB, and prints what
 * each took: ratios in the same run, since times alone say more of the machine than of the program.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chart } from "./chart.ts";
import { InputCache } from "./inputs.ts";
import { measureNation, NATION } from "./nation.ts";
import { measureHardShapes, measureMemory, measureOffice } from "./shapes.ts";
import { sizeTables } from "./size-tables.ts";
import { measureSize, type SizeOptions, type SizeResult } from "./sizes.ts";
import { asMarkdown, asText, type Table } from "./table.ts";

const USAGE = `Measures cocok beside csv-parse merely parsing the files and DuckDB linking them.
  --sizes N,N,…        rows of roster and registry (10000,100000,1000000)
  --clean              files without errors as well
  --threads N,N,…      (1,2)
  --rounds N           how often each is run, in turns (3)
  --only NAME,NAME,…   of sizes, hard, memory and office (all)
  --source-rows N,N,…  lengths of the source for 100,000 roster rows (100000,1000000)
  --nation             instead: 2,400,000 roster rows against --source-rows (28000000)
  --people N           roster rows of --nation
  --folder DIR         where files are kept from run to run (in the system's folder for temporary files)
  --report DIR         where results.md and results.svg go; "none" for nowhere (fixtures/bench)`;

const SECTIONS = ["sizes", "hard", "memory", "office"];

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000,1000000" },
    clean: { type: "boolean", default: false },
    threads: { type: "string", default: "1,2" },
    rounds: { type: "string", default: "3" },
    only: { type: "string", default: SECTIONS.join() },
    "source-rows": { type: "string" },
    nation: { type: "boolean", default: false },
    people: { type: "string", default: String(NATION.people) },
    folder: { type: "string", default: path.join(tmpdir(), "cocok-bench") },
    report: { type: "string", default: "fixtures/bench" },
    help: { type: "boolean", default: false },
  },
});

const DEFAULT_SOURCE_ROWS = "100000,1000000";
/** Beyond this the ordinary file alone takes minutes. */
const LARGEST_HARD = 1_000_000;

if (values.help) process.stdout.write(`${USAGE}\n`);
else await bench();

async function bench(): Promise<void> {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const options: SizeOptions = {
    cache: new InputCache(values.folder, say),
    out: path.join(values.folder, "out"),
    rounds: wholeNumber(values.rounds),
    threads: numbers(values.threads),
    say,
  };
  mkdirSync(options.out, { recursive: true });
  if (values.nation) await benchNation(options);
  else await benchAll(options);
}

async function benchNation(options: SizeOptions): Promise<void> {
  const sourceRows = wholeNumber(values["source-rows"] ?? String(NATION.sourceRows));
  const table = await measureNation(
    { people: wholeNumber(values.people), sourceRows },
    values.folder,
    options,
  );
  process.stdout.write(asText(table));
  report("nation.md", asMarkdown(table));
}

async function benchAll(options: SizeOptions): Promise<void> {
  const wanted = new Set(values.only.split(","));
  for (const name of wanted) if (!SECTIONS.includes(name)) throw new RangeError(`no part of this: ${name}`);
  const sizes = numbers(values.sizes).sort((a, b) => a - b);
  const results: SizeResult[] = [];
  const tables: Table[] = [];
  if (wanted.has("sizes")) {
    for (const clean of values.clean ? [false, true] : [false]) {
      for (const people of sizes) results.push(await measureSize(people, clean, options));
    }
    tables.push(...sizeTables(results));
  }
  if (wanted.has("hard")) {
    const people = Math.max(...sizes.filter((size) => size <= LARGEST_HARD));
    if (people > 0) tables.push(await measureHardShapes(people, options));
  }
  if (wanted.has("memory")) {
    tables.push(await measureMemory(numbers(values["source-rows"] ?? DEFAULT_SOURCE_ROWS), options));
  }
  if (wanted.has("office")) tables.push(await measureOffice(options));
  process.stdout.write(tables.map(asText).join(""));
  report("results.md", page(tables, options.rounds));
  if (results.length > 0) report("results.svg", chart(results));
  if (results.some(({ identical }) => identical === false)) process.exitCode = 1;
}

function page(tables: readonly Table[], rounds: number): string {
  const node = process.versions.node.split(".")[0]!;
  return `# How fast cocok is

Measured on ${counted(availableParallelism())} with Node ${node}, by \`npm run bench\`, which writes this page. Time and CPU are ratios: 1 is
what csv-parse needs on one thread merely to parse the same files, Node's start included, in the same run; median of
${rounds} rounds in turns. A row has about 110 bytes, with an address that nobody compares.

![Time against csv-parse, size by size](results.svg)

${tables.map(asMarkdown).join("\n")}`;
}

function counted(cores: number): string {
  return `${["no", "one core", "two cores", "three cores", "four cores"][cores] ?? `${cores} cores`}`;
}

function report(name: string, content: string): void {
  if (values.report === "none") return;
  mkdirSync(values.report, { recursive: true });
  writeFileSync(path.join(values.report, name), content);
}

function numbers(list: string): number[] {
  return list.split(",").map(wholeNumber);
}

/** @throws RangeError for anything else: a slip here would cost an hour */
function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new RangeError(`not a whole number above 0: ${text}`);
  return Number(text);
}
