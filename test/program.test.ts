/**
 * The program as a shell starts it: what it says on which stream, and with which status it ends. CI runs this file on
 * newer versions of Node as well, which complain on stderr about what they no longer know.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CompiledProgram, compileProgram } from "./compiled.ts";
import { EXPECTED_FILES, inStory } from "./story.ts";

let program: CompiledProgram;
let folder = "";

beforeAll(() => {
  program = compileProgram();
  folder = mkdtempSync(path.join(tmpdir(), "cocok-program-"));
});
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a script of Node's with words, and waits for its end. */
function start(script: string, ...words: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
}

/** A story's golden files are those that a run writes, and what it said. */
const SAID = ["stdout.txt", "status.txt"];

test("a run that goes well says what came of it on stdout, writes the story's files, and has nothing on stderr", () => {
  const config = inStory("musi-rawas", "cocok.config.json");
  const out = path.join(folder, "hasil");
  const { status, stdout, stderr } = start(program.command, "reconcile", "--config", config, "--out", out);
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  expect(stdout).toContain("111 orang diperiksa, 58 perlu tindak lanjut.");
  for (const file of EXPECTED_FILES.filter((name) => !SAID.includes(name))) {
    const golden = readFileSync(inStory("musi-rawas", "expected", file), "utf8");
    expect(readFileSync(path.join(out, file), "utf8"), file).toBe(golden);
  }
});

test("a mistake is told on stderr alone", () => {
  const words = [
    "reconcile",
    "--roster",
    "tidak-ada.csv",
    "--dukcapil",
    inStory("musi-rawas", "dukcapil.csv"),
  ];
  const { status, stdout, stderr } = start(program.command, ...words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("tidak-ada.csv");
});

test("what long runs ask of Node is known to it", () => {
  const script = path.join(folder, "asking.mjs");
  writeFileSync(
    script,
    `import * as compiler from ${JSON.stringify(program.address("machine/compiler"))};
    import { giveBackMemory } from ${JSON.stringify(program.address("machine/memory"))};
    for (const ask of [...Object.values(compiler), giveBackMemory]) ask();
    process.stdout.write("asked");`,
  );
  expect(start(script)).toEqual({ status: 0, stdout: "asked", stderr: "" });
});
