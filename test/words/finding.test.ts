/** Every finding code has one plain sentence in each language, naming both values. */
import { describe, expect, test } from "vitest";
import { FINDING_CODES, type FindingCode } from "../../src/finding/codes.ts";
import { sourceLabel } from "../../src/words/comparison.ts";
import { FINDING_WORDS, type FindingFacts, findingSentence } from "../../src/words/finding.ts";

const CODES = Object.keys(FINDING_CODES) as FindingCode[];

/** Codes that say something is absent from the source: there is no value of it to name. */
const ABSENT_FROM_SOURCE: readonly FindingCode[] = [
  "record.not_found",
  "record.not_registered",
  "document.missing",
];

/** Findings within the roster, which is then the only list there is to name. */
const WITHIN_ROSTER: readonly FindingCode[] = [
  "nik.birth_date_conflict",
  "nik.sex_conflict",
  "nik.unknown_region",
  "record.duplicate",
  "record.shared_nik",
  "record.swapped_nik",
];

/** Findings that name their source only to say what it has. */
const WITHOUT_SOURCE_NAME: readonly FindingCode[] = [
  "nik.excel_damaged",
  "nik.missing",
  "nik.malformed",
  "birth_date.placeholder",
  "birth_date.missing",
  "birth_date.unreadable",
];

const FACTS: FindingFacts = { roster: "NILAI-DAFTAR", source: "NILAI-SUMBER", sourceName: "Dukcapil" };

describe.each(CODES)("%s", (code) => {
  const { label } = FINDING_WORDS[code];

  test.each(["id", "en"] as const)(
    "names the roster's value, the source's value and the source (%s)",
    (language) => {
      const sentence = findingSentence(code, FACTS, language);
      expect(sentence).toContain("NILAI-DAFTAR");
      if (!ABSENT_FROM_SOURCE.includes(code)) expect(sentence).toContain("NILAI-SUMBER");
      if (!WITHIN_ROSTER.includes(code)) expect(sentence).toContain("Dukcapil");
      expect(sentence).toMatch(/^\S.*[^.]\.$/);
    },
  );

  test("is worded differently in each language, as a label and as a sentence", () => {
    expect(label.id).not.toBe(label.en);
    expect(findingSentence(code, FACTS, "id")).not.toBe(findingSentence(code, FACTS, "en"));
  });

  test("has a label short enough for a table", () => {
    for (const text of [label.id, label.en]) expect(text).toMatch(/^.{5,48}$/);
  });
});

test("a label tells of which list a status or an absence is, and no date is called standard", () => {
  const label = (code: FindingCode) => FINDING_WORDS[code].label.id;
  expect(label("record.blocked")).toBe("Status di BKN atau daftar lain menghalangi");
  expect(label("record.not_registered")).toBe("Belum terdata di BKN atau daftar lain");
  expect(label("birth_date.placeholder")).toBe("Tanggal lahir perkiraan (1 Januari, 1 Juli, …)");
  expect(findingSentence("birth_date.placeholder", FACTS, "id")).toContain("tampaknya tanggal perkiraan");
});

test("no two codes share a label or a sentence", () => {
  for (const language of ["id", "en"] as const) {
    expect(new Set(CODES.map((code) => FINDING_WORDS[code].label[language])).size).toBe(CODES.length);
    expect(new Set(CODES.map((code) => findingSentence(code, FACTS, language))).size).toBe(CODES.length);
  }
});

test("a NIK off by one digit or by two is said to be", () => {
  const facts = { source: "1605095205909001", sourceName: "Dukcapil" };
  const say = (roster: string): string => findingSentence("nik.typo", { ...facts, roster }, "id");
  expect(say("1605095205909002")).toBe(
    "NIK daftar 1605095205909002 berbeda satu angka dari Dukcapil 1605095205909001.",
  );
  expect(say("1605095205909012")).toContain("berbeda dua angka");
  expect(say("1605 0952 0590 9002")).toContain("berbeda satu atau dua angka");
});

test("of masked NIKs nothing is counted, unless the count is given", () => {
  const masked = { roster: "160509******9001", source: "160509******9002", sourceName: "Dukcapil" };
  expect(findingSentence("nik.typo", masked, "id")).toContain("berbeda satu atau dua angka");
  expect(findingSentence("nik.typo", { ...masked, digitsApart: 2 }, "id")).toContain("berbeda dua angka");
});

/** What a sentence has where a value was to stand and none does. */
const GAP = /“”|^\s|\s{2}|\s[.,;:)]|[;:,]\.$|[;:,]\s*[;:,]/;

describe.each([
  ["the source has no value", { ...FACTS, source: "" }, "NILAI-DAFTAR"],
  ["the roster has no value", { ...FACTS, roster: "" }, ""],
  ["neither has a value", { ...FACTS, roster: "", source: "" }, ""],
])("where %s", (_what, facts, told) => {
  test.each(CODES)("the sentence of %s is whole", (code) => {
    for (const language of ["id", "en"] as const) {
      const sentence = findingSentence(code, facts, language);
      expect(sentence).not.toMatch(GAP);
      expect(sentence).toMatch(/^[\p{Lu}“].*[^.]\.$/u);
      expect(sentence).toContain(told);
      if (!WITHIN_ROSTER.includes(code) && !WITHOUT_SOURCE_NAME.includes(code))
        expect(sentence).toContain("Dukcapil");
    }
  });
});

test("a NIK that Excel damaged and nobody else knows is told without another", () => {
  const facts = { roster: "1,60513E+15", source: "", sourceName: "daftar" };
  expect(findingSentence("nik.excel_damaged", facts, "id")).toBe("NIK daftar 1,60513E+15 rusak oleh Excel.");
});

test("of two numbers the one that is damaged is said to be, whosever it is", () => {
  const whole = "1605091205909001";
  const said = (code: FindingCode, roster: string, source: string) =>
    findingSentence(code, { roster, source, sourceName: "KTP" }, "en");
  expect(said("nik.excel_damaged", whole, "1605091205909000")).toMatch(
    /^The NIK in KTP 1605091205909000 was/,
  );
  expect(said("nik.excel_damaged", "1605091205909000", whole)).toMatch(/^Roster NIK 1605091205909000 was/);
  expect(said("nik.malformed", whole, "160509")).toMatch(/^The NIK in KTP cannot be read/);
  expect(said("nik.malformed", "160509", whole)).toMatch(/^The roster's NIK cannot be read/);
});

test("values written alike and understood otherwise are shown", () => {
  const facts = { roster: "05/12/1990", source: "05/12/1990", sourceName: "Dukcapil" };
  expect(findingSentence("birth_date.day_month_swapped", facts, "id")).toContain("05/12/1990");
});

test("two values that are left out leave what differs, and from what", () => {
  const facts = { roster: "", source: "", sourceName: "Dukcapil" };
  expect(findingSentence("birth_date.day", facts, "id")).toBe(
    "Hari lahir berbeda, bulan dan tahun sama: daftar dibanding Dukcapil.",
  );
  expect(findingSentence("name.different", { ...facts, source: "SITI" }, "en")).toBe(
    "Name differs: roster empty, Dukcapil “SITI”.",
  );
});

test("anything worth adding stands in brackets before the full stop", () => {
  expect(findingSentence("name.different", { ...FACTS, extra: "baris 12" }, "id")).toMatch(
    / \(baris 12\)\.$/,
  );
});

test("a cell that would act on a terminal or reorder the line is shown, not run", () => {
  const roster = "SITI\u001B[2J\u202EAMINAH\nBINTI\u0000";
  const sentence = findingSentence("name.different", { ...FACTS, roster }, "id");
  expect(sentence).toContain("“SITI\uFFFD[2J\uFFFDAMINAH BINTI\uFFFD”");
});

test("an endless cell is cut short", () => {
  const sentence = findingSentence("name.different", { ...FACTS, roster: "A".repeat(40_000) }, "id");
  expect(sentence.length).toBeLessThan(250);
  expect(sentence).toContain("A…”");
});

test("sources go by the names people use, others by their own", () => {
  expect(
    ["roster", "dukcapil", "ktp", "ijazah", "bkn", "gaji"].map((name) => sourceLabel(name, "id")),
  ).toEqual(["daftar", "Dukcapil", "KTP", "ijazah", "daftar BKN", "sumber gaji"]);
  expect(sourceLabel("constructor", "en")).toBe("source constructor");
});
