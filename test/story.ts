/**
 * A story is a folder under `fixtures/`: inputs, a configuration, a README that says what should be found and why,
 * and `expected/`, the files a run must write to the letter. Here a story is run as its reader would run it. What
 * is expected is only compared here; `update-stories.ts` alone writes it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { main } from "../src/main.ts";
import { fakeOutput } from "./cli/fake-io.ts";

const FIXTURES = "fixtures";
const CONFIGURATION = "cocok.config.json";

/** The files of a run that scripts rely on, and what the program said and answered. */
export const EXPECTED_FILES = [
  "cases.csv",
  "findings.csv",
  "links.csv",
  "candidates.csv",
  "duplicates.csv",
  "rejected.csv",
  "summary.json",
  "stdout.txt",
  "status.txt",
] as const;
export type ExpectedFile = (typeof EXPECTED_FILES)[number];
export type Outcome = Readonly<Record<ExpectedFile, string>>;

/** Names of all stories, in an order that no file system decides. */
export function storyNames(): string[] {
  return readdirSync(FIXTURES)
    .filter((name) => existsSync(path.join(FIXTURES, name, CONFIGURATION)))
    .sort();
}

/** A path inside a story's folder, as it stands in the outputs: relative to the root of the repository. */
export function inStory(name: string, ...parts: readonly string[]): string {
  return path.posix.join(FIXTURES, name, ...parts);
}

/** Columns of the terminal: no line breaks, wherever the temporary folder of a machine lies. */
const WIDE = 400;

/**
 * Runs a story into `out` with the root of the repository as working folder, since paths stand in the outputs as
 * they were typed. In what the program says, the name of `out` is replaced by OUT.
 * @throws when the program complains: no story is about that
 */
export async function runStory(name: string, out: string): Promise<Outcome> {
  const stdout = fakeOutput(WIDE);
  const stderr = fakeOutput();
  const words = ["reconcile", "--config", inStory(name, CONFIGURATION), "--out", out];
  const status = await main(["node", "cocok", ...words], { stdout, stderr, env: { NO_COLOR: "1" } });
  if (stderr.text !== "") throw new Error(`${name}: ${stderr.text}`);
  const text = (file: ExpectedFile) => {
    if (file === "stdout.txt") return stdout.text.replaceAll(out, "OUT");
    if (file === "status.txt") return `${status}\n`;
    return readFileSync(path.join(out, file), "utf8");
  };
  return Object.fromEntries(EXPECTED_FILES.map((file) => [file, text(file)])) as Outcome;
}
