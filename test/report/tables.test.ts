/** The tables of the run folder: columns as the contract has them, and the row of a case. */
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/config/plan.ts";
import type { Case } from "../../src/finding/case.ts";
import { CaseTables } from "../../src/report/case-tables.ts";
import { CsvLines } from "../../src/report/csv-lines.ts";
import {
  CASE_COLUMNS,
  CASE_TABLES,
  type CaseTableName,
  DUPLICATE_COLUMNS,
  duplicateCells,
  FINDING_COLUMNS,
  LINK_COLUMNS,
  REJECTED_COLUMNS,
  rejectedCells,
} from "../../src/report/tables.ts";
import { caseOf, type Sketch } from "../finding/sketch.ts";

const TABLE_NAMES = Object.keys(CASE_TABLES) as CaseTableName[];

/** The rows that a case has in a table. */
function rowsOf(table: CaseTableName, judged: Case, language: Language = "id"): string[][] {
  const lines = Object.fromEntries(TABLE_NAMES.map((name) => [name, new CsvLines(16)]));
  const tables = new CaseTables({ language, identifier: "nik" }, lines as Record<CaseTableName, CsvLines>);
  tables.add(judged);
  return parse(lines[table]!.take());
}

const rowOf = (judged: Case, language: Language) => rowsOf("cases", judged, language)[0]!;

describe("the columns are those of the contract", () => {
  test.each<[string, readonly string[], string]>([
    [
      "cases.csv",
      CASE_COLUMNS,
      "case_id, verdict, action, roster_file, roster_row, nik, name, birth_place, birth_date, sex, unit, codes, proposed_nik, proposed_name, proposed_birth_place, proposed_birth_date, documents, route, explanation",
    ],
    [
      "findings.csv",
      FINDING_COLUMNS,
      "case_id, roster_file, roster_row, source, source_file, source_row, field, code, severity, roster_value, source_value, explanation",
    ],
    [
      "links.csv",
      LINK_COLUMNS,
      "roster_file, roster_row, source, source_file, source_row, status, probability, nik, name, birth_place, birth_date, sex",
    ],
    [
      "duplicates.csv",
      DUPLICATE_COLUMNS,
      "group_id, roster_file, roster_row, nik, name, birth_date, unit, probability, reason",
    ],
    ["rejected.csv", REJECTED_COLUMNS, "file, row, reason, text"],
  ])("%s", (_file, columns, contract) => {
    expect(columns).toEqual(contract.split(", "));
  });
});

const SLIP: Sketch = {
  roster: { name: "BUDY SANTOSO", birthPlace: "Muara Beliti", nik: "'1605091205909001" },
  sources: { dukcapil: { birthDate: "1990-05-12" }, ktp: { birthPlace: "" }, bkn: "absent" },
};

describe("a case in the tables", () => {
  const row = (sketch: Sketch) =>
    Object.fromEntries(CASE_COLUMNS.map((column, i) => [column, rowOf(caseOf(sketch), "id")[i]]));

  test("is one row of cases.csv, with the cells as they were read", () => {
    expect(rowOf(caseOf(SLIP), "id")).toHaveLength(CASE_COLUMNS.length);
    expect(row(SLIP)).toMatchObject({
      case_id: "TEST-0001",
      verdict: "clarify",
      action: "fix_roster",
      roster_file: "daftar.csv",
      roster_row: "2",
      nik: "'1605091205909001",
      name: "BUDY SANTOSO",
      birth_place: "Muara Beliti",
      birth_date: "12-05-1990",
      sex: "L",
      unit: "DINAS KESEHATAN",
      codes: "name.spelling;record.not_registered",
      proposed_nik: "",
      proposed_name: "BUDI SANTOSO",
      proposed_birth_place: "",
      proposed_birth_date: "",
      documents: "",
      route: "opd",
    });
  });

  test("is explained in the language asked for, while its codes stay", () => {
    const indonesian = rowOf(caseOf(SLIP), "id");
    const english = rowOf(caseOf(SLIP), "en");
    expect(indonesian.slice(0, -1)).toEqual(english.slice(0, -1));
    expect(indonesian.at(-1)).not.toBe(english.at(-1));
    expect(english.at(-1)).toContain("BUDY SANTOSO");
    expect(english.at(-1)).toContain("BUDI SANTOSO");
  });

  test("has one row of findings.csv for every finding", () => {
    const rows = rowsOf("findings", caseOf(SLIP), "en");
    expect(rows.map((cells) => cells.slice(3, 11))).toEqual([
      ["dukcapil", "dukcapil.csv", "2", "name", "name.spelling", "low", "BUDY SANTOSO", "BUDI SANTOSO"],
      ["ktp", "ktp.csv", "2", "name", "name.spelling", "low", "BUDY SANTOSO", "BUDI SANTOSO"],
      ["bkn", "", "", "record", "record.not_registered", "low", "BUDY SANTOSO", ""],
    ]);
    for (const cells of rows) expect(cells).toHaveLength(FINDING_COLUMNS.length);
  });

  test("has a row of links.csv for every source: linked, every candidate, or not found", () => {
    const rows = rowsOf(
      "links",
      caseOf({
        sources: {
          dukcapil: { sex: "P", birthPlace: "" },
          ktp: { candidates: [{}, { name: "BUDY SANTOSO" }] },
          ijazah: "absent",
        },
      }),
    );
    expect(rows.map((cells) => cells.slice(2))).toEqual([
      ["dukcapil", "dukcapil.csv", "2", "linked", "0.9990", "same", "same", "missing", "same", "different"],
      ["ktp", "ktp.csv", "2", "ambiguous", "0.9990", "same", "same", "same", "same", "same"],
      ["ktp", "ktp.csv", "3", "ambiguous", "0.9990", "same", "near", "same", "same", "same"],
      ["ijazah", "", "", "not_found", "", "", "", "", "", ""],
    ]);
  });

  test.each<[string, Sketch]>([
    ["case", { roster: { name: "budi santoso" }, sources: { dukcapil: {} } }],
    ["titles", { roster: { name: "H. BUDI SANTOSO, S.Pd." }, sources: { dukcapil: {} } }],
    ["spaces", { roster: { name: " BUDI SANTOSO" }, sources: { dukcapil: {} } }],
    ["date writing", { roster: { birthDate: "12 Mei 1990" }, sources: { dukcapil: {} } }],
    ["look-alike letters", { roster: { nik: "16O5091205909001" }, sources: { dukcapil: {} } }],
    ["the mark of a city", { roster: { birthPlace: "Kec. Muara Beliti" }, sources: { dukcapil: {} } }],
    ["the word for a sex", { roster: { sex: "Laki-laki" }, sources: { dukcapil: {} } }],
  ])("calls a difference in %s alone equivalent", (_what, sketch) => {
    const agreements = rowsOf("links", caseOf(sketch))[0]!.slice(-5);
    expect(agreements.filter((agreement) => agreement === "equivalent")).toHaveLength(1);
    expect(agreements.filter((agreement) => agreement === "same")).toHaveLength(4);
  });
});

describe("a probability", () => {
  const shown = (probability: number) =>
    duplicateCells({
      group: "G1",
      file: "d.csv",
      row: 2,
      nik: "",
      name: "",
      birthDate: "",
      unit: "",
      probability,
      reasons: ["same_nik"],
    })[7];

  test.each([
    [0, "0.0000"],
    [0.00009, "0.0000"],
    [0.5, "0.5000"],
    [0.97, "0.9700"],
    [0.99999, "0.9999"],
    [1, "0.9999"],
  ])("%d is written %s: never certainty", (probability, expected) => {
    expect(shown(probability)).toBe(expected);
  });
});

test("rows of duplicates.csv and rejected.csv have a cell for every column", () => {
  const duplicate = {
    group: "G1",
    file: "d.csv",
    row: 2,
    nik: "1",
    name: "BUDI",
    birthDate: "x",
    unit: "u",
    probability: 0.8,
    reasons: ["same_nik", "same_name"],
  };
  expect(duplicateCells(duplicate)).toEqual([
    "G1",
    "d.csv",
    2,
    "1",
    "BUDI",
    "x",
    "u",
    "0.8000",
    "same_nik;same_name",
  ]);
  expect(rejectedCells("d.csv", { row: 9, reason: "no_identity", text: "a;b" })).toEqual([
    "d.csv",
    9,
    "no_identity",
    "a;b",
  ]);
});
