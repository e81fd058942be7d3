/** `*` and `?` in the names of files, where no shell expands them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expandPattern } from "../../src/config/file-pattern.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { checkShape } from "../../src/config/schema.ts";
import { Trouble } from "../../src/trouble.ts";

const home = process.cwd();
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-pattern-"));
  process.chdir(folder);
  mkdirSync("kirim");
  for (const name of [
    "opd-b.xlsx",
    "opd-a.xlsx",
    "opd-10.xlsx",
    "~$opd-a.xlsx",
    ".opd-c.xlsx",
    "opd-[1].csv",
  ])
    writeFileSync(path.join("kirim", name), "x");
  mkdirSync("kirim/opd-folder.xlsx");
  writeFileSync("d.csv", "x");
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const inKirim = (...names: string[]) => names.map((name) => path.join("kirim", name));

describe("a pattern", () => {
  test.each<[string, string, string[]]>([
    ["any letters, in the order of code units", "opd-*.xlsx", ["opd-10.xlsx", "opd-a.xlsx", "opd-b.xlsx"]],
    ["one letter", "opd-?.xlsx", ["opd-a.xlsx", "opd-b.xlsx"]],
    ["a sheet goes to every file", "opd-?.xlsx#Data", ["opd-a.xlsx#Data", "opd-b.xlsx#Data"]],
    ["a bracket is itself", "opd-[*].csv", ["opd-[1].csv"]],
    ["a dot is itself", "opd-a?xlsx", ["opd-a.xlsx"]],
    ["hidden files only where they are asked for", ".*", [".opd-c.xlsx"]],
    ["where nothing fits it stands as it was written", "opd-z*.csv#Data", ["opd-z*.csv#Data"]],
    ["brackets alone make none", "opd-[1].xlsx", ["opd-[1].xlsx"]],
  ])("%s", (_, pattern, names) => {
    expect(expandPattern(path.join("kirim", pattern))).toEqual(inKirim(...names));
  });

  test("in a folder that is not there stands as it was written", () => {
    expect(expandPattern("lain/opd-*.xlsx")).toEqual(["lain/opd-*.xlsx"]);
  });

  test.skipIf(process.platform === "win32")("that is a file's own name is that file", () => {
    writeFileSync("apa?.csv", "x");
    writeFileSync("apa1.csv", "x");
    expect(expandPattern("apa?.csv")).toEqual(["apa?.csv"]);
  });
});

describe("a plan", () => {
  test("has the files that fit, for every option", () => {
    const { roster, sources } = resolvePlan(
      { roster: ["kirim/opd-?.xlsx"], source: ["gaji=d*.csv"], ktp: ["kirim/opd-1*.xlsx#Data"] },
      null,
    );
    expect(roster.files).toEqual(inKirim("opd-a.xlsx", "opd-b.xlsx"));
    expect(sources.map(({ files }) => files)).toEqual([inKirim("opd-10.xlsx#Data"), ["d.csv"]]);
  });

  test("has the files that fit what the configuration says, seen from its folder", () => {
    const settings = { roster: ["opd-?.xlsx"], sources: { ktp: "../d*.csv" } };
    const file = path.join("kirim", "cocok.config.json");
    const { roster, sources } = resolvePlan({}, { file, ...checkShape(file, settings), language: null });
    expect(roster.files).toEqual(inKirim("opd-a.xlsx", "opd-b.xlsx"));
    expect(sources[0]?.files).toEqual(["d.csv"]);
  });

  test("is told that a file is given twice, once by its name and once by a pattern", () => {
    const typed = { roster: ["kirim/opd-a.xlsx", "kirim/opd-?.xlsx"], ktp: ["d.csv"] };
    expect(() => resolvePlan(typed, null)).toThrow(Trouble);
  });
});
