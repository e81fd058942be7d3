/** A thread answers what it is asked, in order, and what goes wrong in it reaches everybody who waits. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Thread } from "../../src/machine/thread.ts";

/** Answers a number with its double, and anything else by breaking. */
const DOUBLING = `
  import { parentPort } from "node:worker_threads";
  parentPort.on("message", (task) => {
    if (typeof task !== "number") throw new Error("no number");
    parentPort.postMessage(2 * task);
  });`;

let folder = "";
let thread: Thread<unknown>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-thread-"));
  writeFileSync(path.join(folder, "doubling.mjs"), DOUBLING);
});
afterEach(() => thread.dismiss());
afterAll(() => rmSync(folder, { recursive: true }));

function doubling(): Thread<unknown> {
  thread = new Thread("./doubling", pathToFileURL(path.join(folder, "caller.mjs")).href);
  return thread;
}

describe("a thread", () => {
  test("answers in the order it is asked", async () => {
    doubling();
    expect(await Promise.all([1, 2, 3].map((task) => thread.ask(task)))).toEqual([2, 4, 6]);
  });

  test("is busy while two questions wait, and no longer than that", async () => {
    doubling();
    expect(thread.isBusy).toBe(false);
    const first = thread.ask(1);
    expect(thread.isBusy).toBe(false);
    const second = thread.ask(2);
    expect(thread.isBusy).toBe(true);
    await Promise.all([first, second]);
    expect(thread.isBusy).toBe(false);
  });

  test("fails all who wait when it breaks, and all who ask afterwards", async () => {
    doubling();
    const answers = await Promise.allSettled([thread.ask("one"), thread.ask(2)]);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(thread.ask(3)).rejects.toThrow("no number");
  });

  test("that cannot be told a task answers the others as before", async () => {
    doubling();
    await expect(thread.ask(() => 1)).rejects.toThrow(/could not be cloned/);
    expect(await thread.ask(4)).toBe(8);
  });

  test("is one of as many as the machine gives", () => {
    doubling();
    let given = 0;
    const start = (): number => {
      if (given === 2) throw new Error("no more threads");
      return given++;
    };
    expect(Thread.asMany(4, start)).toEqual([0, 1]);
    expect(Thread.asMany(0, start)).toEqual([]);
  });
});
