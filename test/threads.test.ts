/** Any number of threads writes the same files: the search, the links and the cases of whole runs. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SILENT } from "../src/cli/progress.ts";
import { readConfiguration } from "../src/config/configuration.ts";
import type { Plan } from "../src/config/plan.ts";
import { resolvePlan } from "../src/config/resolve.ts";
import { type CompiledProgram, compileProgram } from "./compiled.ts";
import { generate } from "./quality/generator/generate.ts";
import { inStory, storyNames } from "./story.ts";

/** However little there is to do. */
const ALWAYS_WORTH = { rosterBytes: 0, sourceBytes: 0, cases: 0 };
/** More than one part of the cases for each thread. */
const PEOPLE = 12_000;
/** A run starts threads, and they load the program. */
const TIMEOUT_MS = 60_000;

type Reconcile = typeof import("../src/reconcile.ts").reconcile;

let program: CompiledProgram;
let reconcile: Reconcile;
let folder = "";

beforeAll(async () => {
  program = compileProgram();
  ({ reconcile } = await import(program.address("reconcile")));
  folder = mkdtempSync(path.join(tmpdir(), "cocok-threads-"));
});
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true });
});

/** Every file that a plan writes with so many threads, by name. */
async function writtenBy(threads: number, planFor: (out: string) => Plan): Promise<Map<string, string>> {
  const out = mkdtempSync(path.join(folder, "run-"));
  const plan = { ...planFor(path.join(out, "hasil")), threads };
  await reconcile(plan, SILENT, new AbortController().signal, ALWAYS_WORTH);
  return new Map(
    readdirSync(plan.out).map((file) => [file, readFileSync(path.join(plan.out, file), "utf8")]),
  );
}

describe.each(storyNames())("the story %s", (name) => {
  test("is written by three threads as by one", { timeout: TIMEOUT_MS }, async () => {
    const config = inStory(name, "cocok.config.json");
    const configuration = await readConfiguration(config);
    const planFor = (out: string): Plan => resolvePlan({ config, out, formats: "csv" }, configuration);
    expect(await writtenBy(3, planFor)).toEqual(await writtenBy(1, planFor));
  });
});

describe("an office of thousands", () => {
  test("is written by two and by four threads as by one", { timeout: TIMEOUT_MS }, async () => {
    const office = await generate({
      seed: 7,
      people: PEOPLE,
      registryRows: 2 * PEOPLE,
      folder: path.join(folder, "office"),
      ktp: true,
      ijazah: true,
      bkn: true,
    });
    const typed = { roster: [...office.roster], dukcapil: [office.dukcapil], formats: "csv" };
    const documents = { ktp: [office.ktp!], ijazah: [office.ijazah!], bkn: [office.bkn!] };
    const planFor = (out: string): Plan => resolvePlan({ ...typed, ...documents, out }, null);
    const alone = await writtenBy(1, planFor);
    for (const threads of [2, 4]) {
      const together = await writtenBy(threads, planFor);
      expect([...together.keys()]).toEqual([...alone.keys()]);
      for (const [file, text] of together)
        expect(text === alone.get(file), `${file} by ${threads}`).toBe(true);
    }
  });
});
