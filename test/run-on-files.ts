/**
 * The program run on files that a test makes up, as their owner would run it: lists and configuration in one folder, the
 * results beside them. Stories are for what people are to read; this is for what one line more or less changes.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { main } from "../src/main.ts";
import { fakeOutput } from "./cli/fake-io.ts";

/** One row of a written table, by column. */
export type Row = Readonly<Record<string, string>>;

export interface RunOnFiles {
  /** What the program said. */
  readonly stdout: string;
  /** What it wrote, by name; not what stands in folders. */
  readonly written: ReadonlyMap<string, string>;
  /** The rows of one of its tables, by its name without `.csv`. */
  table(name: string): Row[];
}

const OUT = "hasil";
/** Columns of the terminal: no line breaks. */
const WIDE = 400;

/**
 * Runs on files of these lines, by their paths in the folder; nothing of it is left behind.
 * @param configuration as it stands in the file, without `out`
 * @throws when the program complains
 */
export async function runOnFiles(
  files: Readonly<Record<string, readonly string[]>>,
  configuration: object,
): Promise<RunOnFiles> {
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-files-"));
  try {
    for (const [name, lines] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), [...lines, ""].join("\r\n"));
    }
    const config = path.join(folder, "cocok.config.json");
    writeFileSync(config, JSON.stringify({ ...configuration, out: OUT }));
    const stdout = fakeOutput(WIDE);
    const stderr = fakeOutput();
    await main(["node", "cocok", "reconcile", "--config", config], {
      stdout,
      stderr,
      env: { NO_COLOR: "1" },
    });
    if (stderr.text !== "") throw new Error(stderr.text);
    const out = path.join(folder, OUT);
    const entries = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isFile());
    const written = new Map(entries.map(({ name }) => [name, readFileSync(path.join(out, name), "utf8")]));
    return {
      stdout: stdout.text,
      written,
      table: (name) => parse(written.get(`${name}.csv`)!, { bom: true, columns: true }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
