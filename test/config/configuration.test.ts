/** What is read from a configuration file, and what is said of one that cannot be read. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fromConfiguration, readConfiguration } from "../../src/config/configuration.ts";
import { resolvePlan } from "../../src/config/resolve.ts";

const home = process.cwd();
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-"));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test("without --config, cocok.config.json of the working folder is read if there is one", async () => {
  expect(await readConfiguration(undefined)).toBeNull();
  writeFileSync("cocok.config.json", '{ "roster": "a.csv" }');
  expect(await readConfiguration(undefined)).toEqual({
    file: "cocok.config.json",
    settings: { roster: "a.csv" },
    problems: [],
    understood: { names: true, roster: true, sources: true, reading: true, out: true },
    language: null,
  });
});

describe.each<[string, (text: string) => Buffer]>([
  ["UTF-8 with a byte order mark", (text) => Buffer.from(`\uFEFF${text}`)],
  ["UTF-16, as PowerShell writes it", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ["UTF-16 with the bytes the other way round", (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
])("%s", (_what, encoded) => {
  test("is read like any other", async () => {
    writeFileSync("c.json", encoded('{ "lang": "en", "roster": "daftar-é.csv" }'));
    expect(await readConfiguration("c.json")).toMatchObject({
      problems: [],
      language: "en",
      settings: { roster: "daftar-é.csv" },
    });
  });

  test("has its faults told by their line", async () => {
    writeFileSync("c.json", encoded('{\n  "lang": "en",\n  "roster": ,\n}'));
    expect((await readConfiguration("c.json"))?.problems).toMatchObject([{ facts: { row: 3 } }]);
  });
});

test("a key that is written twice is told with both its lines, and what it lost is not missed", async () => {
  const lines = ['{ "roster": "a.csv",', '  "sources": { "ktp": "k.csv" },', '  "sources": {} }'];
  writeFileSync("c.json", lines.join("\n"));
  const configuration = (await readConfiguration("c.json"))!;
  expect(configuration.problems).toEqual([
    {
      code: "config_invalid",
      facts: { problem: "key_twice", file: "c.json", path: "sources", row: 2, again: 3 },
    },
  ]);
  expect(() => resolvePlan({}, configuration)).toThrow(/^config_invalid$/);
});

test("of remarks there may be any number", async () => {
  writeFileSync("c.json", '{ "//": "a", "//": "b", "roster": { "//": "c", "files": "a.csv", "//": "d" } }');
  expect((await readConfiguration("c.json"))?.problems).toEqual([]);
});

test("the language is known even where the rest of the file is wrong", async () => {
  writeFileSync("c.json", '{ "lang": "en", "roster": 7 }');
  const configuration = (await readConfiguration("c.json"))!;
  expect(configuration.language).toBe("en");
  expect(configuration.problems).toHaveLength(1);
  expect(configuration.settings).toEqual({ lang: "en" });
});

test("a file that is asked for and missing, and a folder, are problems", async () => {
  mkdirSync("d");
  expect((await readConfiguration("none.json"))?.problems).toEqual([
    { code: "config_missing", facts: { file: "none.json" } },
  ]);
  expect((await readConfiguration("d"))?.problems).toEqual([
    { code: "file_is_directory", facts: { file: "d" } },
  ]);
});

test.each([
  ["a value left out", '{\n  "roster": ,\n}', 2],
  ["a backslash in a path", '{\n  "out": "a",\n  "roster": "data\\c.csv"\n}', 3],
  ["a bracket never closed", '{\n  "roster": "a.csv",\n  "json": true\n\n', 3],
  ["nothing at all", "", 1],
])("JSON with %s is a problem that names the line", async (_what, text, row) => {
  writeFileSync("c.json", text);
  expect((await readConfiguration("c.json"))?.problems).toEqual([
    { code: "config_not_json", facts: { file: "c.json", row } },
  ]);
});

test("paths in the file are relative to its folder and stay short", () => {
  expect(fromConfiguration({ file: "cocok.config.json" }, "a.csv")).toBe("a.csv");
  expect(fromConfiguration({ file: "oktober/cocok.config.json" }, "a.csv")).toBe(
    path.join("oktober", "a.csv"),
  );
  expect(fromConfiguration({ file: "oktober/cocok.config.json" }, "../a.csv")).toBe("a.csv");
  const absolute = path.resolve("a.csv");
  expect(fromConfiguration({ file: "oktober/cocok.config.json" }, absolute)).toBe(absolute);
});

test.runIf(existsSync("/dev/null"))("what is no file on a disk is refused and not waited for", async () => {
  expect((await readConfiguration("/dev/null"))?.problems).toMatchObject([{ code: "file_not_stored" }]);
});

test("an empty name is told as what it is", async () => {
  expect((await readConfiguration(""))?.problems).toMatchObject([
    { code: "usage", facts: { problem: "empty", path: "--config" } },
  ]);
});
