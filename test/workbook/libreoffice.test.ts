/**
 * LibreOffice opens every workbook of a run and gives back the same identifiers, all digits. Run by
 * `npm run test:workbook`.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../src/config/plan.ts";
import { openUnits } from "../../src/report/units-report.ts";
import { openWorkbook } from "../../src/report/xlsx-report.ts";
import { CASE_HEADERS, SHEET_NAMES, type SheetKey } from "../../src/words/workbook.ts";
import { type RecordedRun, recordedRun } from "../report/recorded-run.ts";
import { CSV_OF_ALL_SHEETS, convert, hasLibreOffice } from "./libreoffice.ts";
import { readSheets, records, withFolder, writeReport } from "./reading.ts";

const IS_HERE = hasLibreOffice();
const STORIES = ["musi-rawas", "sel-jahat"];
const SHEETS_OF_PEOPLE: readonly SheetKey[] = [
  "interview",
  "review",
  "fix_roster",
  "refer_dukcapil",
  "refer_school",
  "register_bkn",
  "follow_up",
  "agreeing",
];

/** The sheets of every workbook of a run as LibreOffice reads them, by `<workbook>-<sheet>`. */
async function throughLibreOffice(
  run: RecordedRun,
  language: Language,
  use: (sheets: ReadonlyMap<string, Record<string, string>[]>, workbooks: readonly string[]) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    await writeReport(openWorkbook, run, { language }, folder);
    await writeReport(openUnits, run, { language }, folder);
    const units = path.join(folder, "units");
    const workbooks = [folder, units].flatMap((inside) =>
      readdirSync(inside)
        .filter((name) => name.endsWith(".xlsx"))
        .map((name) => path.join(inside, name)),
    );
    const into = path.join(folder, "csv");
    convert(workbooks, CSV_OF_ALL_SHEETS, into);
    const sheets = readdirSync(into).map((name): [string, Record<string, string>[]] => {
      const rows: string[][] = parse(readFileSync(path.join(into, name)), {
        relax_column_count: true,
        bom: true,
      });
      return [name.slice(0, -".csv".length), records(rows)];
    });
    await use(new Map(sheets), workbooks);
  });
}

describe.skipIf(!IS_HERE).each(STORIES)("LibreOffice reads the workbooks of %s", (story) => {
  test.each(LANGUAGES)(
    "with the same NIKs, all digits, names, and dates day first, in %s",
    async (language) => {
      const run = await recordedRun(story);
      await throughLibreOffice(run, language, async (sheets, workbooks) => {
        let people = 0;
        for (const file of workbooks) {
          const workbook = path.basename(file, ".xlsx");
          const written = await readSheets(file);
          for (const key of SHEETS_OF_PEOPLE) {
            const name = SHEET_NAMES[key][language];
            const sheet = written.find((candidate) => candidate.name === name);
            if (sheet === undefined) continue;
            const read = sheets.get(`${workbook}-${name}`);
            expect(read, `${workbook}: ${name}`).toBeDefined();
            const columns = [CASE_HEADERS.nik.case, CASE_HEADERS.nik.nik, CASE_HEADERS.nik.name].map(
              (header) => header[language],
            );
            const values = (rows: Record<string, string>[]) =>
              rows.map((row) => columns.map((column) => row[column]));
            expect(values(read!), `${workbook}: ${name}`).toEqual(values(records(sheet.rows)));
            people += records(sheet.rows).filter((row) => row[CASE_HEADERS.nik.nik[language]] !== "").length;
          }
        }
        const agreeing = [...sheets].filter(([name]) => name.endsWith(SHEET_NAMES.agreeing[language]));
        const dates = agreeing.flatMap(([, rows]) =>
          rows.map((row) => row[CASE_HEADERS.nik.date[language]] ?? ""),
        );
        expect(dates.some((date) => date !== "")).toBe(true);
        for (const date of dates) expect(date).toMatch(/^(\d\d-\d\d-(19|20)\d\d)?$/);
        const inUnits = run.cases.filter(({ evidence }) => evidence.roster.cells.nik !== "");
        const inReport = inUnits.filter(({ action }) => action !== "none");
        expect(people).toBe(inUnits.length + inReport.length);
        const numbers = [...sheets.values()].flat().map((row) => row[CASE_HEADERS.nik.nik[language]]);
        for (const { evidence } of inUnits) expect(numbers).toContain(evidence.roster.cells.nik);
      });
    },
  );
});

test.skipIf(IS_HERE)(
  "LibreOffice is not here: nothing was opened (Debian: apt-get install libreoffice-calc-nogui)",
  () => {},
);
