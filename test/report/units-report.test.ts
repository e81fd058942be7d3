/** units/: everybody stands in the workbook of their own unit, and nobody else does. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/config/plan.ts";
import type { Case } from "../../src/finding/case.ts";
import { ACTIONS } from "../../src/finding/codes.ts";
import type { OpenReport } from "../../src/report/case-report.ts";
import { masking } from "../../src/report/mask.ts";
import { openUnits } from "../../src/report/units-report.ts";
import { armed } from "../../src/text/formula.ts";
import { ACTION_LABELS } from "../../src/words/judgement.ts";
import { CASE_HEADERS, SHEET_NAMES } from "../../src/words/workbook.ts";
import { readSheets, records, type SheetRead, withReport } from "../workbook/reading.ts";
import { type RecordedRun, recordedRun } from "./recorded-run.ts";

let run: RecordedRun;
let hostile: RecordedRun;
beforeAll(async () => {
  run = await recordedRun("musi-rawas");
  hostile = await recordedRun("sel-jahat");
});

interface UnitRead {
  readonly unit: string;
  readonly cases: string;
  readonly need_action: string;
  readonly sheets: ReadonlyMap<string, SheetRead>;
}

/** By way of the index, as the personnel office finds them. */
function written(
  recorded: RecordedRun,
  context: Parameters<typeof withReport>[2] = {},
  masked = false,
): Promise<UnitRead[]> {
  const open: OpenReport = async (given) => (masked ? masking(await openUnits(given)) : openUnits(given));
  return withReport(open, recorded, context, async (folder) => {
    const units = path.join(folder, "units");
    const index: Record<"unit" | "file" | "cases" | "need_action", string>[] = parse(
      readFileSync(path.join(units, "indeks.csv")),
      { columns: true, bom: true },
    );
    expect(readdirSync(units).sort()).toEqual(["indeks.csv", ...index.map(({ file }) => file)].sort());
    const read: UnitRead[] = [];
    for (const { unit, file, cases, need_action } of index) {
      const sheets = await readSheets(path.join(units, file));
      read.push({
        unit: armed(unit),
        cases,
        need_action,
        sheets: new Map(sheets.map((sheet) => [sheet.name, sheet])),
      });
    }
    return read;
  });
}

function casesOf(recorded: RecordedRun, unit: string): Case[] {
  return recorded.cases.filter((judged) => judged.evidence.roster.unit === unit);
}

function allText({ sheets }: UnitRead): string {
  return [...sheets.values()].map(({ rows }) => rows.flat().join("\n")).join("\n");
}

describe.each(LANGUAGES)("the workbooks in %s", (language) => {
  test("have every case once: those that need something, most pressing first, then the others", async () => {
    const units = await written(run, { language });
    let seen = 0;
    for (const { unit, sheets } of units) {
      const own = casesOf(run, unit);
      const followUp = records(sheets.get(SHEET_NAMES.follow_up[language])!.rows);
      const pressing = ACTIONS.filter((action) => action !== "none").flatMap((action) =>
        own.filter((judged) => judged.action === action),
      );
      expect(followUp.map((record) => record[CASE_HEADERS.nik.case[language]])).toEqual(
        pressing.map((judged) => judged.caseId),
      );
      expect(followUp.map((record) => record[CASE_HEADERS.nik.action[language]])).toEqual(
        pressing.map((judged) => ACTION_LABELS[judged.action][language]),
      );
      const agreeing = records(sheets.get(SHEET_NAMES.agreeing[language])!.rows);
      expect(agreeing.map((record) => record[CASE_HEADERS.nik.nik[language]])).toEqual(
        own.filter((judged) => judged.action === "none").map((judged) => judged.evidence.roster.cells.nik),
      );
      seen += followUp.length + agreeing.length;
    }
    expect(seen).toBe(run.cases.length);
  });

  test("begin with a summary and end with how to read them", async () => {
    for (const { sheets } of await written(run, { language })) {
      expect([...sheets.keys()]).toEqual(
        (["summary", "follow_up", "agreeing", "legend"] as const).map((key) => SHEET_NAMES[key][language]),
      );
    }
  });
});

describe("nobody of another unit", () => {
  /** Names that a case knows of and that are not its own person's. */
  function namesOfOthers({ evidence, findings }: Case): string[] {
    return [
      ...evidence.sources.flatMap((source) => [
        ...source.candidates.map(({ cells }) => cells.name),
        ...(source.holder === null ? [] : [source.holder.cells.name]),
        source.swappedWith ?? "",
      ]),
      ...findings.filter(({ code }) => code === "nik.belongs_to_other").map(({ sourceValue }) => sourceValue),
    ].filter((name) => name !== "");
  }

  test("is named in a unit's workbook: not in a row, not in an explanation", async () => {
    let names = 0;
    for (const unit of await written(run)) {
      const text = allText(unit).toUpperCase();
      const own = casesOf(run, unit.unit);
      const ownNames = own.flatMap(({ evidence: { roster, sources } }) => [
        roster.cells.name.toUpperCase(),
        ...sources.map(({ compared }) => (compared?.cells.name ?? "").toUpperCase()),
      ]);
      const others = [
        ...run.cases
          .filter((judged) => !own.includes(judged))
          .map((judged) => judged.evidence.roster.cells.name),
        ...own.flatMap(namesOfOthers),
      ].map((name) => name.toUpperCase());
      for (const name of others) {
        // one word is part of many names, and a colleague or the person may be called the same
        if (!name.includes(" ") || ownNames.some((known) => known.includes(name))) continue;
        expect(text.includes(name), `somebody else's name in the workbook of ${unit.unit}`).toBe(false);
        names++;
      }
    }
    expect(names).toBeGreaterThan(100);
  });

  test("is identified by a NIK that the unit did not write itself", async () => {
    for (const unit of await written(run)) {
      const known = casesOf(run, unit.unit).flatMap(({ evidence: { roster, sources } }) => [
        roster.cells.nik,
        ...sources.map(({ compared }) => compared?.cells.nik ?? ""),
      ]);
      const allowed = new Set(known.map((nik) => nik.replace(/\D/g, "")));
      const shown = allText(unit).match(/\b\d{16}\b/g) ?? [];
      expect(shown.filter((nik) => !allowed.has(nik))).toEqual([]);
    }
  });

  test("stands behind a NIK of another: the name is with BKPSDM, and so is the file it is in", async () => {
    const units = await written(run);
    const told = run.cases.flatMap((judged) =>
      judged.findings
        .filter(({ code }) => code === "nik.belongs_to_other")
        .map((finding) => ({ unit: judged.evidence.roster.unit, caseId: judged.caseId, finding })),
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { unit, caseId, finding } of told) {
      if (finding.severity === "hint") continue;
      const { sheets } = units.find((read) => read.unit === unit)!;
      const row = records(sheets.get(SHEET_NAMES.follow_up.id)!.rows).find(
        (record) => record["Kasus"] === caseId,
      )!;
      expect(row[CASE_HEADERS.nik.explanation.id]).toContain(
        "tercatat atas nama orang lain (namanya hanya diketahui BKPSDM).",
      );
      expect(row[CASE_HEADERS.nik.explanation.id]).not.toContain(finding.sourceFile);
    }
  });

  test("is named where two NIKs were swapped", async () => {
    const told = run.cases.filter(({ findings }) =>
      findings.some(({ code }) => code === "record.swapped_nik"),
    );
    expect(told.length).toBeGreaterThan(0);
    const units = await written(run);
    for (const { caseId, evidence } of told) {
      const { sheets } = units.find(({ unit }) => unit === evidence.roster.unit)!;
      const row = records(sheets.get(SHEET_NAMES.follow_up.id)!.rows).find(
        (record) => record["Kasus"] === caseId,
      )!;
      expect(row[CASE_HEADERS.nik.explanation.id]).toContain(
        "tampaknya tertukar dengan NIK orang lain (namanya hanya diketahui BKPSDM).",
      );
    }
  });

  test("is named where Dukcapil's answer names nobody, and BKPSDM is not said to know", async () => {
    const answered = await recordedRun("jawaban-dukcapil");
    const texts = (await written(answered)).map(allText).join("\n");
    expect(texts).toContain("tercatat atas nama orang lain.");
    expect(texts).not.toContain("tercatat atas nama orang lain (");
  });

  test("is not told where Dukcapil was asked about it, and BKPSDM is", async () => {
    const answered = await recordedRun("jawaban-dukcapil");
    const texts = (await written(answered)).map(allText).join("\n");
    expect(texts).toContain("SRI HANDAYANI");
    expect(texts).toContain("→ Sesuai (100)");
    expect(texts).not.toContain("WIDYAWATI");
    const told = answered.cases.flatMap(({ findings }) => findings.map(({ sourceValue }) => sourceValue));
    expect(told).toContain("WIDYAWATI → Sesuai (100)");
  });

  test("is told of a shared NIK but the place of the row, and the name of a colleague", async () => {
    const shared = run.cases.filter((judged) => judged.evidence.roster.sharesIdentifierWith !== null);
    expect(shared).toHaveLength(2);
    const [one, other] = shared.map((judged) => judged.evidence.roster);
    expect(one!.unit).toBe(other!.unit);
    const place = `${other!.file}:${other!.row}`;
    const otherRowsOf = async (recorded: RecordedRun) => {
      const units = await written(recorded);
      const { sheets } = units.find(({ unit }) => unit === one!.unit)!;
      const row = records(sheets.get(SHEET_NAMES.follow_up.id)!.rows).find(
        (record) => record["Kasus"] === shared[0]!.caseId,
      )!;
      expect(row[CASE_HEADERS.nik.explanation.id]).not.toContain(other!.cells.name);
      return row[CASE_HEADERS.nik.other_rows.id];
    };
    expect(await otherRowsOf(run)).toBe(`${place} (${other!.cells.name})`);
    // the same two people, had the other been in another unit
    const duplicates = run.end.duplicates.map((row) =>
      row.file === other!.file && row.row === other!.row ? { ...row, unit: "Dinas Lain" } : row,
    );
    expect(await otherRowsOf({ ...run, end: { ...run.end, duplicates } })).toBe(place);
  });
});

describe("hostile units", () => {
  test("have their workbooks inside the folder, under names that the index gives", async () => {
    const units = await written(hostile);
    expect(new Set(units.map(({ unit }) => unit))).toEqual(
      new Set(hostile.cases.map((judged) => judged.evidence.roster.unit)),
    );
    for (const { unit, sheets } of units) {
      const people = [SHEET_NAMES.follow_up.id, SHEET_NAMES.agreeing.id].flatMap((name) =>
        records(sheets.get(name)!.rows).map((record) => record[CASE_HEADERS.nik.nik.id]),
      );
      const own = casesOf(hostile, unit).map((judged) => judged.evidence.roster.cells.nik);
      expect(people.filter((nik) => nik !== "").sort()).toEqual(own.sort());
    }
  });
});

describe("a masked run", () => {
  test("has no whole NIK in any workbook, and one workbook for units that are one when masked", async () => {
    const numbers = ["1605090401859001", "1605090401859002"];
    const cases = run.cases.map((judged, at) => {
      const unit = numbers[at] ?? judged.evidence.roster.unit;
      return { ...judged, evidence: { ...judged.evidence, roster: { ...judged.evidence.roster, unit } } };
    });
    const [first] = run.end.summary.cases.by_unit;
    const by_unit = [...run.end.summary.cases.by_unit, ...numbers.map((unit) => ({ ...first!, unit }))];
    const summary = { ...run.end.summary, cases: { ...run.end.summary.cases, by_unit } };
    const units = await written({ ...run, cases, end: { ...run.end, summary } }, {}, true);
    expect(units.map(({ unit }) => unit)).toContain("**********");
    let people = 0;
    for (const unit of units) {
      people += Number(unit.cases);
      expect(allText(unit)).not.toMatch(/\d{16}/);
      for (const { markup } of unit.sheets.values()) expect(markup).not.toMatch(/<v>[23]\d{4}<\/v>/);
    }
    expect(people).toBe(run.cases.length);
  });
});

test("the index counts as the summary does", async () => {
  expect((await written(run)).map(({ unit, cases, need_action }) => [unit, cases, need_action])).toEqual(
    run.end.summary.cases.by_unit.map(({ unit, cases, need_action }) => [
      unit,
      String(cases),
      String(need_action),
    ]),
  );
});

test("the same run gives the same bytes", async () => {
  const bytes = () =>
    withReport(openUnits, run, {}, async (folder) => {
      const units = path.join(folder, "units");
      return readdirSync(units)
        .sort()
        .map((name) => readFileSync(path.join(units, name)).toString("base64"));
    });
  expect(await bytes()).toEqual(await bytes());
});
