/** Every trouble a user can cause has a sentence in each language, with nothing left blank in it. */
import { expect, test } from "vitest";
import { SETTING_PROBLEMS, SHAPES, settingProblem } from "../../src/config/problem.ts";
import { FOREIGN_FORMATS } from "../../src/input/format.ts";
import { type Problem, TROUBLE_CODES } from "../../src/trouble.ts";
import { troubleSentence } from "../../src/words/trouble.ts";

/** Every fact that any problem carries; a sentence takes what it needs. */
const FACTS: Problem["facts"] = {
  file: "daftar.csv",
  role: "roster",
  row: 12,
  again: 17,
  path: "--flag",
  value: "NILAI",
  reference: "31-12-2026",
  case: "KBX6-DD7C",
  count: 16_777_216,
  suggestion: "--usul",
  command: "cocok reconcile",
  known: "satu, dua",
  choices: "id, en",
  example: "daftar.csv:17",
  name: "gaji",
  given: "gaji.csv",
  other: "ktp",
  out: "hasil",
  entry: "catatan.txt",
  others: "daftar.xls, ktp.ods",
  folders: "lama, okt",
  field: "nik",
  fields: "nik, name",
  header: "No KTP",
  column: "B",
  beside: "G",
  headers: "Nama, 1605095205909001, 12-05-1990",
  sheet: "Dinkes",
  sheets: "Dinkes, Disdik",
  reason: "EACCES",
  fewest: 1,
  most: 64,
};

const PLACES = [
  { file: null, path: "--identifier" },
  { file: "cocok.config.json", path: "sources.ktp" },
];

/** The file as a whole: only its shape can be wrong there. */
const WHOLE_FILE = { file: "cocok.config.json", path: "" };

const PROBLEMS: readonly (readonly [string, Problem])[] = [
  ...TROUBLE_CODES.filter((code) => code !== "usage" && code !== "config_invalid").map(
    (code) => [code, { code, facts: FACTS }] as const,
  ),
  ...SETTING_PROBLEMS.flatMap((kind) =>
    PLACES.map((place) => {
      const { file: _, ...facts } = FACTS;
      return [`${kind} ${place.path}`, settingProblem(kind, place, facts)] as const;
    }),
  ),
  ["wrong_type of the whole", settingProblem("wrong_type", WHOLE_FILE, { expected: "object" })],
  ...SHAPES.map(
    (expected) => [`wrong_type ${expected}`, settingProblem("wrong_type", PLACES[1]!, { expected })] as const,
  ),
];

/** What is wrong, what was expected instead, and where: never typed, and in no cell. */
const OURS = "problem expected reason fewest most row again count column beside".split(" ");

test.each(PROBLEMS)("%s repeats no number of a person", (_what, { code, facts }) => {
  for (const nik of [
    "1605091205909001",
    "16 05 09 12 05 90 90 01",
    "1605.0912.0590.9001",
    "160509120590900",
  ]) {
    const typed = Object.entries(facts).map(([name, value]) => {
      const isOurs = OURS.includes(name);
      return [name, isOurs ? value : `x ${nik}`] as const;
    });
    for (const language of ["id", "en"] as const) {
      const sentence = troubleSentence({ code, facts: Object.fromEntries(typed) }, language);
      expect(sentence).not.toMatch(/16\W?05\W?09/);
    }
  }
});

/** What somebody typed, or a file has for a header: a name of a file, a sheet or a case is no such text. */
const TYPED = ["value", "name", "field", "header", "other", "path"] as const;

test.each(PROBLEMS)("%s repeats no birth date", (_what, { code, facts }) => {
  for (const date of ["12-05-1990", "1990-05-12", "12/5/90", "12051990", "12 Mei 1990", "31 02 1990"]) {
    const typed = TYPED.filter((name) => name in facts).map((name) => [name, `x ${date}`] as const);
    for (const language of ["id", "en"] as const) {
      const sentence = troubleSentence({ code, facts: { ...facts, ...Object.fromEntries(typed) } }, language);
      expect(sentence).not.toMatch(/90|Mei/);
    }
  }
});

test.each([
  ["columns_not_found", "dukcapil", "--map dukcapil.name="],
  ["columns_not_found", "roster", "--map roster.name="],
  ["answers_not_found", "jawaban", "--map jawaban.name="],
  ["columns_not_found", "bkn_20221031", "--map bkn_20221031.name="],
] as const)("%s of %s advises to name its own columns", (code, role, advice) => {
  for (const language of ["id", "en"] as const)
    expect(troubleSentence({ code, facts: { file: "a.csv", role } }, language)).toContain(advice);
});

test.each(TROUBLE_CODES.filter((code) => /^(out|run)_/.test(code)))("%s doubles no word", (code) => {
  for (const language of ["id", "en"] as const)
    expect(troubleSentence({ code, facts: { ...FACTS, out: "hasil" } }, language)).not.toMatch(
      /\b(\w+) \1\b/,
    );
});

test("what is wrong is repeated as far as it is nobody's", () => {
  const say = (value: string): string =>
    troubleSentence({ code: "threads_invalid", facts: { ...FACTS, value } }, "en");
  expect(say("1.5")).toContain("“1.5”");
  expect(say("4096")).toContain("“4096”");
  expect(say("sepuluh")).toContain("“sepuluh”");
});

test.each(["2026-13-01", "31-12-2026", "31 Desember 2026", "20261231"])(
  "a reference date that cannot be read (%s) is repeated",
  (reference) => {
    for (const language of ["id", "en"] as const)
      expect(troubleSentence({ code: "as_of_invalid", facts: { ...FACTS, reference } }, language)).toContain(
        `“${reference}”`,
      );
  },
);

test("the date of a copy stays in a file's name", () => {
  const file = "daftar 2022-10-31 153000.csv";
  expect(troubleSentence({ code: "file_missing", facts: { file } }, "en")).toContain(file);
});

test.each(PROBLEMS)("%s is told in both languages", (_what, problem) => {
  const id = troubleSentence(problem, "id");
  const en = troubleSentence(problem, "en");
  expect(id).not.toBe(en);
  for (const sentence of [id, en]) {
    expect(sentence).toMatch(/^\S.{15,}/);
    expect(sentence).not.toMatch(/undefined|null|\n| {2}/);
  }
});

test.each(TROUBLE_CODES.filter((code) => /^(file_|columns_|map_unknown)/.test(code)))(
  "%s names the file and its role",
  (code) => {
    expect(troubleSentence({ code, facts: FACTS }, "id")).toMatch(/^Berkas daftar\.csv \(daftar\)/);
    expect(troubleSentence({ code, facts: { ...FACTS, role: "registry" } }, "en")).toMatch(
      /^File daftar\.csv \(registry\)/,
    );
  },
);

test.each(TROUBLE_CODES)("%s repeats no number that was taken for a header", (code) => {
  const facts = { ...FACTS, problem: "empty" };
  for (const language of ["id", "en"] as const) {
    expect(troubleSentence({ code, facts }, language)).not.toMatch(/1605|1990/);
  }
});

test("the system's code is told, its other words are not", () => {
  const say = (reason: string): string =>
    troubleSentence({ code: "file_unreadable", facts: { file: "a.csv", reason } }, "id");
  expect(say("EACCES")).toContain("(EACCES)");
  expect(say("not a regular file")).not.toContain("regular");
});

test("each kind of file that is no table says what it is, and what to do", () => {
  for (const language of ["id", "en"] as const) {
    const sentences = FOREIGN_FORMATS.map((format) =>
      troubleSentence({ code: "file_foreign", facts: { file: "a.xls", format } }, language),
    );
    for (const sentence of sentences) expect(sentence).toMatch(/^(?:Berkas|File) a\.xls \S.*\. \S.*\.$/);
    // Word's old and new documents and RTF are told alike
    expect(new Set(sentences).size).toBe(FOREIGN_FORMATS.length - 1);
  }
});

test.each([
  "not_a_workbook",
  "binary_workbook",
  "open_document",
  "text_document",
  "zip_archive",
  "damaged_archive",
  "encrypted",
  "too_large",
  "suspicious_archive",
])("a workbook refused as %s says so in words of its own", (reason) => {
  const say = (fault: string): string =>
    troubleSentence({ code: "file_archive", facts: { file: "a.xlsx", reason: fault } }, "id");
  expect(say(reason)).toMatch(/^Berkas a\.xlsx \S.*\.$/);
  if (reason !== "damaged_archive") expect(say(reason)).not.toBe(say("damaged_archive"));
});

test("a sheet asked of a file without sheets is told to leave it out", () => {
  const facts = { file: "a.csv", sheet: "Dinkes", sheets: "" };
  expect(troubleSentence({ code: "sheet_missing", facts }, "en")).toContain("without #");
});

test("a file name that would act on a terminal is shown, not run", () => {
  const sentence = troubleSentence({ code: "file_missing", facts: { file: "a\u001B[31m.csv" } }, "id");
  expect(sentence).toContain("a\uFFFD[31m.csv");
});

test("whoever gives a folder for a list is told how to name all of it; of configurations there is but one", () => {
  const given = (file: string) =>
    troubleSentence({ code: "file_is_directory", facts: { file, role: "roster" } }, "id");
  expect(given("Daftar OPD")).toContain('misalnya "Daftar OPD/*.xlsx".');
  expect(given("Daftar OPD/")).toContain('misalnya "Daftar OPD/*.xlsx".');
  expect(given("D:\\OPD\\")).toContain('misalnya "D:\\OPD/*.xlsx".');
  const configuration = troubleSentence({ code: "file_is_directory", facts: { file: "d" } }, "id");
  expect(configuration).toBe("Berkas d ternyata folder. Sebutkan berkas di dalamnya.");
});
