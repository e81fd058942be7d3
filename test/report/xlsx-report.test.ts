/** laporan.xlsx: everybody who needs something stands in the sheet of what they need, and every figure is the run's. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/config/plan.ts";
import { ACTIONS, VERDICTS } from "../../src/finding/codes.ts";
import { masking } from "../../src/report/mask.ts";
import { notices } from "../../src/report/notices.ts";
import type { Row } from "../../src/report/xlsx/sheet.ts";
import { MOST_ROWS } from "../../src/report/xlsx/sheet.ts";
import { styleNamed, stylesMarkup } from "../../src/report/xlsx/styles.ts";
import { caseLine } from "../../src/report/xlsx-case.ts";
import { openWorkbook } from "../../src/report/xlsx-report.ts";
import { tableRows } from "../../src/report/xlsx-table.ts";
import { ACTION_LABELS, VERDICT_LABELS } from "../../src/words/judgement.ts";
import { SUMMARY_HEADINGS } from "../../src/words/terminal.ts";
import * as words from "../../src/words/workbook.ts";
import { CASE_HEADERS, SHEET_NAMES, SUMMARY_WORDS } from "../../src/words/workbook.ts";
import { capitalized } from "../../src/words/writing.ts";
import { readSheets, records, type SheetRead, withReport } from "../workbook/reading.ts";
import { type RecordedRun, recordedRun } from "./recorded-run.ts";

const FILE = "laporan.xlsx";
const LISTED = ACTIONS.filter((action) => action !== "none");

let run: RecordedRun;
let hostile: RecordedRun;
beforeAll(async () => {
  run = await recordedRun("musi-rawas");
  hostile = await recordedRun("sel-jahat");
});

function written(
  recorded: RecordedRun,
  context: Parameters<typeof withReport>[2] = {},
): Promise<Map<string, SheetRead>> {
  return withReport(openWorkbook, recorded, context, async (folder) => {
    const sheets = await readSheets(path.join(folder, FILE));
    return new Map(sheets.map((sheet) => [sheet.name, sheet]));
  });
}

/** The built-in number format `@`. */
const TEXT_FORMAT = 49;
/** A line that Excel would take for a number or a date if it were typed. */
const NIK_OR_DATE = /^(?:\d[\d .]{10,}\d|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})$/m;

/** The number format of every style, by its number. */
function formatsOfStyles(): number[] {
  const [, cells = ""] = stylesMarkup().split("<cellXfs");
  return [...cells.matchAll(/<xf numFmtId="(\d+)"/g)].map(([, format]) => Number(format));
}

/** The row of a sheet in which some case stands. */
function rowOf(sheet: SheetRead, name: string): Record<string, string> {
  const found = records(sheet.rows).filter((record) => record[CASE_HEADERS.nik.name.id] === name);
  expect(found).toHaveLength(1);
  return found[0]!;
}

/** What is marked in the row of somebody. */
function markedIn({ markup }: SheetRead, name: string): (string | undefined)[] {
  const marked = /<r><rPr><b\/><u\/>(?:(?!<\/r>).)*<t xml:space="preserve">([^<]*)<\/t><\/r>/g;
  const line = markup.split("<row ").find((text) => text.includes(name))!;
  return [...line.matchAll(marked)].map(([, text]) => text);
}

describe("the sheets", () => {
  test.each(LANGUAGES)("stand in their order and have legal names in %s", async (language) => {
    const sheets = await written(run, { language });
    expect([...sheets.keys()]).toEqual(
      (
        [
          "summary",
          "units",
          "interview",
          "review",
          "fix_roster",
          "refer_dukcapil",
          "refer_school",
          "register_bkn",
          "duplicates",
          "rejected",
          "legend",
        ] as const
      ).map((key) => SHEET_NAMES[key][language]),
    );
  });

  test("have names that Excel accepts, every one different", () => {
    for (const language of LANGUAGES) {
      const names = Object.values(SHEET_NAMES).map((name) => name[language]);
      for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']([^[\]:*?/\\]{0,29}[^[\]:*?/\\'])?$/);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }
  });

  test.each(LANGUAGES)(
    "list every case that needs something once, under its action, in %s",
    async (language) => {
      const sheets = await written(run, { language });
      for (const action of LISTED) {
        const listed = records(sheets.get(SHEET_NAMES[action][language])!.rows);
        const expected = run.cases.filter((judged) => judged.action === action);
        expect(listed.map((record) => record[CASE_HEADERS.nik.case[language]])).toEqual(
          expected.map((judged) => judged.caseId),
        );
        expect(listed.map((record) => record[CASE_HEADERS.nik.nik[language]])).toEqual(
          expected.map((judged) => judged.evidence.roster.cells.nik),
        );
      }
    },
  );

  test("hold every NIK as text and every readable birth date as a true date", async () => {
    const sheets = await written(run);
    const { rows, markup } = sheets.get(SHEET_NAMES.interview.id)!;
    const numbers = [...markup.matchAll(/<c r="([A-Z]+)\d+"[^>]*><v>([^<]*)<\/v>/g)];
    const header = rows[0]!;
    const columns = new Set(numbers.map(([, column]) => header[column!.charCodeAt(0) - 65]));
    expect([...columns].sort()).toEqual([CASE_HEADERS.nik.row.id, CASE_HEADERS.nik.date.id]);
    // days of people born in the twentieth century and after, not eight digits
    for (const [, column, value] of numbers) {
      if (header[column!.charCodeAt(0) - 65] === CASE_HEADERS.nik.date.id)
        expect(Number(value)).toBeLessThan(60_000);
    }
    expect(rowOf(sheets.get(SHEET_NAMES.interview.id)!, "HARTIMI")[CASE_HEADERS.nik.date.id]).toBe(
      "1982-07-06",
    );
  });

  test("keep a NIK or a date that is text as text when somebody edits the cell", async () => {
    const formats = formatsOfStyles();
    for (const recorded of [run, hostile]) {
      for (const { markup, rows } of (await written(recorded)).values()) {
        for (const [, column, row, style] of markup.matchAll(
          /<c r="([A-Z])(\d+)" s="(\d+)" t="inlineStr">/g,
        )) {
          const text = rows[Number(row) - 1]?.[column!.charCodeAt(0) - 65] ?? "";
          if (NIK_OR_DATE.test(text)) expect(formats[Number(style)], text).toBe(TEXT_FORMAT);
        }
      }
    }
  });

  test("propose a value in a cell that stays text", async () => {
    const sheet = (await written(run)).get(SHEET_NAMES.fix_roster.id)!;
    const column = String.fromCharCode(65 + sheet.rows[0]!.indexOf(CASE_HEADERS.nik.proposed.id));
    const styles = [...sheet.markup.matchAll(new RegExp(`<c r="${column}(\\d+)" s="(\\d+)"`, "g"))].slice(1);
    expect(styles.length).toBeGreaterThan(0);
    for (const [, , style] of styles) expect(formatsOfStyles()[Number(style)]).toBe(TEXT_FORMAT);
  });

  test("show the roster's value and the proposed one with what differs marked", async () => {
    const sheet = (await written(run)).get(SHEET_NAMES.fix_roster.id)!;
    const row = rowOf(sheet, "ENDANG LESTARI");
    expect(row[CASE_HEADERS.nik.current.id]).toBe("1605125812859048");
    expect(row[CASE_HEADERS.nik.proposed.id]).toBe("1605125812859043");
    expect(markedIn(sheet, "ENDANG LESTARI")).toEqual(["8", "3"]);
  });

  test("propose for a desk correction what cases.csv proposes", async () => {
    const sheet = (await written(run)).get(SHEET_NAMES.fix_roster.id)!;
    const corrections = run.cases.filter((judged) => judged.action === "fix_roster");
    expect(records(sheet.rows).map((record) => record[CASE_HEADERS.nik.proposed.id])).toEqual(
      corrections.map((judged) =>
        Object.values(judged.proposed)
          // a date as rosters write it, day first
          .map((value) => value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3-$2-$1"))
          .join("\n"),
      ),
    );
  });

  test("propose a date day first, so that a swap of day and month is seen", async () => {
    const sheet = (await written(run)).get(SHEET_NAMES.fix_roster.id)!;
    const row = rowOf(sheet, "RUDI HARTAWAN");
    expect(row[CASE_HEADERS.nik.current.id]).toBe("05/11/1986");
    expect(row[CASE_HEADERS.nik.proposed.id]).toBe("11-05-1986");
    expect(markedIn(sheet, "RUDI HARTAWAN")).toEqual(["05/11", "11-05"]);
  });

  test("put the values of all sources side by side, and say who has the roster's", async () => {
    const row = rowOf((await written(run)).get(SHEET_NAMES.interview.id)!, "HARTIMI");
    expect(row[CASE_HEADERS.nik.roster.id]).toBe("nama: HARTIMI\ntanggal lahir: 06/07/1982");
    expect(row[CASE_HEADERS.nik.source.id]).toBe(
      "Dukcapil, KTP, ijazah: HARTINI\nDukcapil, KTP, ijazah: 1982-07-26",
    );
    const split = rowOf((await written(run)).get(SHEET_NAMES.interview.id)!, "IRMA SURYANI");
    expect(split[CASE_HEADERS.nik.source.id]).toBe("Dukcapil: 1987-09-14 (sama dengan daftar: KTP, ijazah)");
  });

  test("put the NIK that a source has for the person beside another's that the roster has", async () => {
    const sheet = (await written(run)).get(SHEET_NAMES.interview.id)!;
    const row = rowOf(sheet, "RATNA DEWI");
    expect(row[CASE_HEADERS.nik.roster.id]).toBe("NIK: 1605116611909030");
    expect(row[CASE_HEADERS.nik.source.id]).toBe("Dukcapil, KTP: 1605124206889064");
    // whose the roster's is, is told all the same
    expect(row[CASE_HEADERS.nik.explanation.id]).toContain("atas nama orang lain: “LINDA KARTIKA”");
  });

  test("put what a source says of the person beside the name", async () => {
    const sheet = (await written(run)).get(SHEET_NAMES.interview.id)!;
    const row = rowOf(sheet, "ABDUL ROHIM");
    expect(row[CASE_HEADERS.nik.roster.id]).toBe("data orang: ABDUL ROHIM");
    expect(row[CASE_HEADERS.nik.source.id]).toBe("Dukcapil: 11 - DATA DITEMUKAN, MENINGGAL DUNIA");
  });

  test("leave no pair empty where a source has something other than the roster", async () => {
    for (const story of ["musi-rawas", "tertukar", "jawaban-dukcapil"]) {
      const recorded = await recordedRun(story);
      for (const judged of recorded.cases) {
        const says = judged.findings.some(
          ({ severity, source, code, sourceValue }) =>
            severity !== "hint" && source !== "roster" && code !== "record.ambiguous" && sourceValue !== "",
        );
        const line = caseLine(judged, { language: "id", identifier: "nik" });
        expect(line.rosterValues.length > 0, `${story}: ${line.name}`).toBe(says);
        expect(line.sourceValues.length > 0, `${story}: ${line.name}`).toBe(says);
      }
    }
  });

  test("show an officer who else may be meant", async () => {
    const row = rowOf((await written(run)).get(SHEET_NAMES.review.id)!, "SITI AMINAH");
    const { candidates } = run.cases.find((judged) => judged.verdict === "ambiguous")!.evidence.sources[0]!;
    expect(candidates.length).toBeGreaterThan(1);
    for (const { cells, file, row: number } of candidates) {
      expect(row[CASE_HEADERS.nik.others.id]).toContain(cells.nik);
      expect(row[CASE_HEADERS.nik.others.id]).toContain(`(${file}:${number})`);
    }
  });

  test("word every route as likely, once in the header", async () => {
    const sheets = await written(run);
    for (const action of ["interview", "refer_dukcapil", "refer_school"] as const) {
      for (const record of records(sheets.get(SHEET_NAMES[action].id)!.rows)) {
        expect(record["Kemungkinan jalur"]).toMatch(/^(?!Kemungkinan)\p{Lu}\p{L}+ [^:]*$/u);
      }
    }
  });

  test("have every column of duplicates.csv and rejected.csv", async () => {
    const rejection = { row: 7, reason: "ragged", text: "=1+1;a" } as const;
    const sheets = await written({ ...run, rejected: [{ file: "daftar.csv", rejection }] });
    const duplicates = records(sheets.get(SHEET_NAMES.duplicates.id)!.rows);
    expect(duplicates.map((record) => [record["Berkas"], record["Baris"]])).toEqual(
      run.end.duplicates.map(({ file, row }) => [file, String(row)]),
    );
    for (const record of duplicates) expect(Number(record["Kemungkinan orang yang sama"])).toBeLessThan(1);
    const [rejected] = records(sheets.get(SHEET_NAMES.rejected.id)!.rows);
    expect(rejected).toMatchObject({ Berkas: "daftar.csv", Baris: "7", "Isi baris": "=1+1;a" });
  });

  test("say so where there is nobody", async () => {
    const nothing = await recordedRun("semua-sesuai");
    const sheets = await written(nothing);
    for (const action of LISTED) {
      expect(sheets.get(SHEET_NAMES[action].id)!.rows.map((row) => row[0])).toEqual(["Kasus", "Tidak ada."]);
    }
  });

  test("say where the rest is when a sheet cannot hold them all", () => {
    const count = MOST_ROWS + 10;
    function* numbers(): Generator<number> {
      for (let number = 0; number < count; number++) yield number;
    }
    const row: Row = [];
    let rows = 0;
    let last: Row = row;
    for (const next of tableRows(row, numbers(), count, "cases.csv", "en", () => row)) {
      rows++;
      last = next;
    }
    expect(rows).toBe(MOST_ROWS);
    expect(last[0]!.value).toBe("There are 12 more; all of them are in cases.csv.");
  });
});

test.each([
  ["id", /Nomornya tetap sama .* selama NIK, nama, dan tanggal lahirnya di daftar tidak diubah\./],
  ["en", /Its number stays the same .* as long as NIK, name and birth date in the roster are not changed\./],
] as const)("a case's number is promised no longer than it stays, in %s", async (language, promise) => {
  const { rows } = (await written(run, { language })).get(SHEET_NAMES.legend[language])!;
  expect(rows.flat().join("\n")).toMatch(promise);
});

test("a number keeps clear of the text in the next column", () => {
  const cells = stylesMarkup().split("<cellXfs")[1]!;
  for (const style of ["count", "share", "probability", "counted"] as const) {
    const alignment = [...cells.matchAll(/<alignment([^>]*)>/g)][styleNamed(style).number]![1];
    expect(alignment).toMatch(/ horizontal="right" indent="1"/);
  }
});

describe("the summary", () => {
  test.each(LANGUAGES)(
    "says above its figures what is to be noted, to the last word, in %s",
    async (language) => {
      const { summary } = run.end;
      const [roster, ...others] = summary.inputs;
      const noted = { ...summary, inputs: [{ ...roster!, columns: [] }, ...others] };
      const sheets = await written({ ...run, end: { ...run.end, summary: noted } }, { language });
      const column = sheets.get(SHEET_NAMES.summary[language])!.rows.map(([first = ""]) => first);
      const heading = column.indexOf(SUMMARY_HEADINGS.notices[language]);
      expect(heading).toBeGreaterThan(0);
      expect(heading).toBeLessThan(column.indexOf(SUMMARY_WORDS.actions[language]));
      const lines = column.slice(heading + 1, column.indexOf("", heading));
      const sentences = notices(noted, language).map(capitalized);
      expect(lines.length).toBeGreaterThan(sentences.length);
      expect(lines.map((line) => line.trim()).join(" ")).toBe(sentences.join(" "));
    },
  );

  test.each(LANGUAGES)("has the run's figures in %s", async (language) => {
    const { cases } = run.end.summary;
    const { rows } = (await written(run, { language })).get(SHEET_NAMES.summary[language])!;
    const figure = (label: string): string | undefined =>
      rows.find((row) => row[0]?.toLowerCase() === label.toLowerCase())?.[1];
    for (const action of ACTIONS) {
      expect(figure(ACTION_LABELS[action][language])).toBe(String(cases.by_action[action]));
    }
    for (const verdict of VERDICTS) {
      expect(figure(VERDICT_LABELS[verdict][language])).toBe(String(cases.by_verdict[verdict]));
    }
    const units = (await written(run, { language })).get(SHEET_NAMES.units[language])!.rows.slice(1);
    expect(units.map((row) => row.slice(0, 3))).toEqual(
      cases.by_unit.map(({ unit, cases: people, need_action }) => [
        unit,
        String(people),
        String(need_action),
      ]),
    );
  });

  test("keeps the checksums of what was read", async () => {
    const { rows } = (await written(run)).get(SHEET_NAMES.summary.id)!;
    const text = rows.flat();
    expect(text).toContain(SUMMARY_WORDS.checksum.id);
    for (const { sha256 } of run.end.summary.inputs) expect(text).toContain(sha256);
  });
});

describe("hostile cells", () => {
  test("stay text, and nothing in the workbook is run or fetched", async () => {
    const sheets = await written(hostile);
    const texts = [...sheets.values()].flatMap(({ rows }) => rows.flat());
    const names = hostile.cases
      .filter((judged) => judged.action !== "none")
      .map((judged) => judged.evidence.roster.cells.name);
    expect(names.some((name) => name.startsWith("=HYPERLINK"))).toBe(true);
    expect(names.some((name) => name.startsWith("<script>"))).toBe(true);
    for (const name of names) expect(texts).toContain(name);
    for (const { markup } of sheets.values()) {
      expect(markup).not.toMatch(/<f[ >]|<script|<img|r:id|t="str"/);
    }
  });
});

describe("a masked run", () => {
  test("shows no whole NIK and no birth date, marked, proposed or in a date cell", async () => {
    const sheets = await withReport(
      async (context) => masking(await openWorkbook(context)),
      run,
      { masked: true },
      (folder) => readSheets(path.join(folder, FILE)),
    );
    for (const { rows, markup, name } of sheets) {
      // checksums of files are no numbers of people
      const text = rows.flat().filter((cell) => !/^[0-9a-f]{64}$/.test(cell));
      expect(text.join("\n"), name).not.toMatch(/\d{10}/);
      // a day number of a birth date
      expect(markup, name).not.toMatch(/<v>[23]\d{4}<\/v>/);
    }
  });
});

test("the same run gives the same bytes", async () => {
  const bytes = () =>
    withReport(openWorkbook, run, {}, async (folder) => readFileSync(path.join(folder, FILE)));
  expect((await bytes()).equals(await bytes())).toBe(true);
});

test("every word of the workbooks is there in both languages", () => {
  const check = (value: unknown, where: string): void => {
    if (typeof value !== "object" || value === null) return;
    if ("id" in value && "en" in value) {
      if (typeof value.id !== "string") return;
      expect(value.id, where).not.toBe("");
      expect(value.en, where).not.toBe("");
      return;
    }
    for (const [key, inner] of Object.entries(value)) check(inner, `${where}.${key}`);
  };
  check(words, "words");
});
