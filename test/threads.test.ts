/** Any number of threads writes the same files: the search, the links and the cases of whole runs. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { SILENT } from "../src/cli/progress.ts";
import { readConfiguration } from "../src/config/configuration.ts";
import type { Plan } from "../src/config/plan.ts";
import { resolvePlan } from "../src/config/resolve.ts";
import { type CompiledProgram, compileProgram } from "./compiled.ts";
import { generate } from "./quality/generator/generate.ts";
import { inStory } from "./story.ts";

/** However little there is to do. */
const ALWAYS_WORTH = { rosterBytes: 0, sourceBytes: 0, cases: 0 };
/** Four parts of the cases: the calling thread renders some, and its writers the others. */
const PEOPLE = 6300;
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

/** Each goes another way: all sources, answers, listings, other identifiers, swaps, twins, cells that would harm. */
const STORIES = [
  "musi-rawas",
  "jawaban-dukcapil",
  "absensi-gaji",
  "nip",
  "plain",
  "tertukar",
  "kembar",
  "sel-jahat",
];

describe.each(STORIES)("the story %s", (name) => {
  test("is written by three threads as by one", { timeout: TIMEOUT_MS }, async () => {
    const config = inStory(name, "cocok.config.json");
    const configuration = await readConfiguration(config);
    const planFor = (out: string): Plan => resolvePlan({ config, out, formats: "csv" }, configuration);
    expect(await writtenBy(3, planFor)).toEqual(await writtenBy(1, planFor));
  });
});

describe("an office of thousands", () => {
  let planFor: (out: string) => Plan;
  /** What one thread writes. */
  let alone: ReadonlyMap<string, string>;
  /** With no more sources than it takes to have cases. */
  let shortPlanFor: (out: string) => Plan;

  beforeAll(async () => {
    const office = await generate({
      seed: 7,
      people: PEOPLE,
      registryRows: PEOPLE,
      folder: path.join(folder, "office"),
      ktp: true,
      ijazah: false,
      bkn: false,
    });
    const typed = { roster: [...office.roster], dukcapil: [office.dukcapil], formats: "csv" };
    planFor = (out) => resolvePlan({ ...typed, ktp: [office.ktp!], out }, null);
    shortPlanFor = (out) => resolvePlan({ ...typed, out }, null);
    alone = await writtenBy(1, planFor);
  }, TIMEOUT_MS);
  afterEach(() => vi.restoreAllMocks());

  test.each([2, 4])("is written by %i threads as by one", { timeout: TIMEOUT_MS }, async (threads) => {
    const together = await writtenBy(threads, planFor);
    expect([...together.keys()]).toEqual([...alone.keys()]);
    for (const [file, text] of together) expect(text === alone.get(file), file).toBe(true);
  });

  test("leaves nothing when the disk fails while parts are on their way", {
    timeout: TIMEOUT_MS,
  }, async () => {
    const parent = mkdtempSync(path.join(folder, "full-"));
    const plan = { ...shortPlanFor(path.join(parent, "hasil")), threads: 3 };
    let appended = 0;
    const probe = await open(path.join(folder, "probe"), "w");
    const handles = Object.getPrototypeOf(probe) as FileHandle;
    await probe.close();
    const append = handles.appendFile;
    vi.spyOn(handles, "appendFile").mockImplementation(function (this: FileHandle, ...args) {
      appended++;
      // beyond the headings of all tables, and some lines
      if (appended > 12) return Promise.reject(Object.assign(new Error("no room"), { code: "ENOSPC" }));
      return append.apply(this, args);
    });
    const failing = reconcile(plan, SILENT, new AbortController().signal, ALWAYS_WORTH);
    await expect(failing).rejects.toThrow();
    expect(appended).toBeGreaterThan(12);
    expect(readdirSync(parent)).toEqual([]);
  });

  test("leaves nothing when it is interrupted while parts are on their way", {
    timeout: TIMEOUT_MS,
  }, async () => {
    const parent = mkdtempSync(path.join(folder, "interrupted-"));
    const plan = { ...shortPlanFor(path.join(parent, "hasil")), threads: 3 };
    const controller = new AbortController();
    let isWriting = false;
    const progress = {
      stage: (name: string) => {
        isWriting = name === "writing";
      },
      advance: (done: number) => {
        if (isWriting && done > PEOPLE / 3) controller.abort(new Error("interrupted"));
      },
      end: () => {},
    };
    await expect(reconcile(plan, progress, controller.signal, ALWAYS_WORTH)).rejects.toThrow("interrupted");
    expect(readdirSync(parent)).toEqual([]);
  });
});

test("a thread that is dismissed with an answer on its way is waited for", () => {
  const answering = `
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", (task) => parentPort.postMessage(task));`;
  writeFileSync(path.join(folder, "answering.mjs"), answering);
  const file = path.join(folder, "dismissing.mjs");
  writeFileSync(
    file,
    `import { Thread } from ${JSON.stringify(program.address("machine/thread"))};
    const thread = new Thread("./answering", import.meta.url);
    await thread.ask(0);
    for (const task of [1, 2]) thread.ask(task).catch(() => {});
    const end = Date.now() + 50;
    while (Date.now() < end);
    await thread.dismiss();
    process.stdout.write("dismissed");`,
  );
  const { status, stdout } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "dismissed" });
});
