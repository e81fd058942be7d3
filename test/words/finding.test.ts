/** Every finding code has one plain sentence in each language, naming both values. */
import { describe, expect, test } from "vitest";
import type { IdentifierKind } from "../../src/field/identifier.ts";
import { FINDING_CODES, type FindingCode } from "../../src/finding/codes.ts";
import { sourceLabel } from "../../src/words/comparison.ts";
import { FINDING_WORDS, type FindingFacts, findingSentence } from "../../src/words/finding.ts";
import type { Language } from "../../src/words/sentence.ts";

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

function sentenceOf(
  code: FindingCode,
  facts: FindingFacts,
  language: Language,
  identifier: IdentifierKind = "nik",
): string {
  return findingSentence(code, facts, { language, identifier });
}

const FACTS: FindingFacts = { roster: "NILAI-DAFTAR", source: "NILAI-SUMBER", sourceName: "Dukcapil" };

describe.each(CODES)("%s", (code) => {
  const { label } = FINDING_WORDS.nik[code];

  test.each(["id", "en"] as const)(
    "names the roster's value, the source's value and the source (%s)",
    (language) => {
      const sentence = sentenceOf(code, FACTS, language);
      expect(sentence).toContain("NILAI-DAFTAR");
      if (!ABSENT_FROM_SOURCE.includes(code)) expect(sentence).toContain("NILAI-SUMBER");
      if (!WITHIN_ROSTER.includes(code)) expect(sentence).toContain("Dukcapil");
      expect(sentence).toMatch(/^\S.*[^.]\.$/);
    },
  );

  test("is worded differently in each language, as a label and as a sentence", () => {
    expect(label.id).not.toBe(label.en);
    expect(sentenceOf(code, FACTS, "id")).not.toBe(sentenceOf(code, FACTS, "en"));
  });

  test("has a label short enough for a table", () => {
    for (const text of [label.id, label.en]) expect(text).toMatch(/^.{5,48}$/);
  });
});

test("a label tells of which list a status or an absence is, and no date is called standard", () => {
  const label = (code: FindingCode) => FINDING_WORDS.nik[code].label.id;
  expect(label("record.blocked")).toBe("Status di BKN atau daftar lain menghalangi");
  expect(label("record.not_registered")).toBe("Belum terdata di BKN atau daftar lain");
  expect(label("birth_date.placeholder")).toBe("Tanggal lahir perkiraan (1 Januari, 1 Juli, …)");
  expect(sentenceOf("birth_date.placeholder", FACTS, "id")).toContain("tampaknya tanggal perkiraan");
});

test("no two codes share a label or a sentence", () => {
  for (const language of ["id", "en"] as const) {
    expect(new Set(CODES.map((code) => FINDING_WORDS.nik[code].label[language])).size).toBe(CODES.length);
    expect(new Set(CODES.map((code) => sentenceOf(code, FACTS, language))).size).toBe(CODES.length);
  }
});

test("a NIK off by one digit or by two is said to be", () => {
  const facts = { source: "1605095205909001", sourceName: "Dukcapil" };
  const say = (roster: string): string => sentenceOf("nik.typo", { ...facts, roster }, "id");
  expect(say("1605095205909002")).toBe(
    "NIK daftar 1605095205909002 berbeda satu angka dari Dukcapil 1605095205909001.",
  );
  expect(say("1605095205909012")).toContain("berbeda dua angka");
  expect(say("1605 0952 0590 9002")).toContain("berbeda satu atau dua angka");
});

test("of masked NIKs nothing is counted, unless the count is given", () => {
  const masked = { roster: "160509******9001", source: "160509******9002", sourceName: "Dukcapil" };
  expect(sentenceOf("nik.typo", masked, "id")).toContain("berbeda satu atau dua angka");
  expect(sentenceOf("nik.typo", { ...masked, digitsApart: 2 }, "id")).toContain("berbeda dua angka");
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
      const sentence = sentenceOf(code, facts, language);
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
  expect(sentenceOf("nik.excel_damaged", facts, "id")).toBe("NIK daftar 1,60513E+15 rusak oleh Excel.");
});

describe("of two values the one that is damaged is said to be, whatever they look like", () => {
  const values = { roster: "1605091205909001", source: "1605091205909000", sourceName: "KTP" };

  test.each([
    ["nik.excel_damaged", /^The NIK in KTP 1605091205909000 was damaged/, /^Roster NIK 1605091205909001 was/],
    [
      "nik.malformed",
      /^The NIK in KTP cannot be read: “.*0”; the roster has “.*1”/,
      /^The roster's NIK cannot/,
    ],
    [
      "birth_date.unreadable",
      /^The birth date in KTP cannot be read/,
      /^The roster's birth date cannot be read/,
    ],
  ] as const)("%s", (code, ofSource, ofRoster) => {
    expect(sentenceOf(code, { ...values, damaged: "source" }, "en")).toMatch(ofSource);
    expect(sentenceOf(code, { ...values, damaged: "roster" }, "en")).toMatch(ofRoster);
    for (const language of ["id", "en"] as const) {
      const untold = { ...values, roster: "", source: "", damaged: "source" } as const;
      expect(sentenceOf(code, untold, language)).toMatch(
        /KTP (tidak terbaca|rusak oleh Excel|cannot be read|was damaged by Excel)\.$/,
      );
    }
  });
});

test.each(["nip", "plain"] as const)("no sentence or label calls a number of kind %s a NIK", (identifier) => {
  for (const language of ["id", "en"] as const) {
    for (const code of CODES) {
      expect(sentenceOf(code, FACTS, language, identifier)).not.toMatch(/NIK/);
      const label = FINDING_WORDS[identifier][code].label[language];
      expect(label).not.toMatch(/NIK/);
      expect(label).toMatch(/^\p{Lu}.{4,47}$/u);
    }
  }
});

test("values written alike and understood otherwise are shown", () => {
  const facts = { roster: "05/12/1990", source: "05/12/1990", sourceName: "Dukcapil" };
  expect(sentenceOf("birth_date.day_month_swapped", facts, "id")).toContain("05/12/1990");
});

test("two values that are left out leave what differs, and from what", () => {
  const facts = { roster: "", source: "", sourceName: "Dukcapil" };
  expect(sentenceOf("birth_date.day", facts, "id")).toBe(
    "Tanggal lahir berbeda, bulan dan tahun sama: daftar dibanding Dukcapil.",
  );
  expect(sentenceOf("name.different", { ...facts, source: "SITI" }, "en")).toBe(
    "Name differs: roster empty, Dukcapil “SITI”.",
  );
});

test("anything worth adding stands in brackets before the full stop", () => {
  expect(sentenceOf("name.different", { ...FACTS, extra: "baris 12" }, "id")).toMatch(/ \(baris 12\)\.$/);
});

test("a cell that would act on a terminal or reorder the line is shown, not run", () => {
  const roster = "SITI\u001B[2J\u202EAMINAH\nBINTI\u0000";
  const sentence = sentenceOf("name.different", { ...FACTS, roster }, "id");
  expect(sentence).toContain("“SITI\uFFFD[2J\uFFFDAMINAH BINTI\uFFFD”");
});

test("an endless cell is cut short", () => {
  const sentence = sentenceOf("name.different", { ...FACTS, roster: "A".repeat(40_000) }, "id");
  expect(sentence.length).toBeLessThan(250);
  expect(sentence).toContain("A…”");
});

test("sources go by the names people use, others by their own", () => {
  expect(
    ["roster", "dukcapil", "ktp", "ijazah", "bkn", "gaji"].map((name) => sourceLabel(name, "id")),
  ).toEqual(["daftar", "Dukcapil", "KTP", "ijazah", "daftar BKN", "sumber gaji"]);
  expect(sourceLabel("constructor", "en")).toBe("source constructor");
});
