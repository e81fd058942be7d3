/**
 * laporan.xlsx: the workbook in which an office works. One sheet for every action, so that whoever calls people in
 * and whoever corrects the roster each find their own list; the people who agree are in cases.csv.
 */
import path from "node:path";
import type { Case } from "../finding/case.ts";
import type { PlainAgreement } from "../finding/cases.ts";
import type { Action } from "../finding/codes.ts";
import type { Rejection } from "../input/judged-rows.ts";
import { DUPLICATE_REASON_LABELS } from "../words/judgement.ts";
import { REJECTION_SENTENCES } from "../words/rejection.ts";
import type { Wording } from "../words/sentence.ts";
import { DUPLICATE_HEADERS, PRIVACY_POINTS, REJECTED_HEADERS, SHEET_NAMES } from "../words/workbook.ts";
import type { CaseReport, ReportContext, RunEnd } from "./case-report.ts";
import type { DuplicateRow } from "./duplicate-rows.ts";
import { WORKBOOK_FILE } from "./run-entries.ts";
import { RowStore } from "./xlsx/row-store.ts";
import type { Row } from "./xlsx/sheet.ts";
import { Workbook } from "./xlsx/workbook.ts";
import { type CaseLine, caseLine, unitLabel } from "./xlsx-case.ts";
import { ACTION_TABS, NEUTRAL_TAB } from "./xlsx-colours.ts";
import { type CaseColumn, caseRows, columnWidths } from "./xlsx-columns.ts";
import { LEGEND_WIDTHS, legendRows } from "./xlsx-legend.ts";
import { SUMMARY_WIDTHS, summaryRows, UNIT_WIDTHS, unitRows } from "./xlsx-summary.ts";
import { headerCell, sheetForm, tableForm, tableRows } from "./xlsx-table.ts";

type ListedAction = Exclude<Action, "none">;

const TO_BE_SETTLED = [
  "case",
  "name",
  "nik",
  "date",
  "verdict",
  "differs",
  "roster",
  "source",
  "unit",
  "documents",
  "route",
  "explanation",
  "file",
  "row",
] as const;

/**
 * What each list needs to be worked through. What is to be compared comes first, so that it stands on one page when
 * the sheet is printed.
 */
const COLUMNS: Readonly<Record<ListedAction, readonly CaseColumn[]>> = {
  interview: TO_BE_SETTLED,
  review: [
    "case",
    "name",
    "nik",
    "date",
    "verdict",
    "differs",
    "others",
    "roster",
    "source",
    "unit",
    "explanation",
    "file",
    "row",
  ],
  refer_dukcapil: TO_BE_SETTLED,
  refer_school: TO_BE_SETTLED,
  fix_roster: [
    "case",
    "name",
    "nik",
    "field",
    "current",
    "proposed",
    "differs",
    "leading",
    "unit",
    "explanation",
    "file",
    "row",
  ],
  register_bkn: ["case", "name", "nik", "place", "date", "sex", "unit", "explanation", "file", "row"],
};
/** In the order of the tabs. */
const LISTED: readonly ListedAction[] = [
  "interview",
  "review",
  "fix_roster",
  "refer_dukcapil",
  "refer_school",
  "register_bkn",
];
/** Case and name stay in sight. */
const FROZEN_COLUMNS = 2;

const DUPLICATE_WIDTHS = [10, 26, 19, 14, 24, 32, 16, 18, 8];
const REJECTED_WIDTHS = [22, 8, 54, 90];

const REJECTED = "rejected";

export async function openWorkbook(context: ReportContext): Promise<CaseReport> {
  return new WorkbookReport(context);
}

interface RejectedRow extends Rejection {
  readonly file: string;
}

class WorkbookReport implements CaseReport {
  readonly #context: ReportContext;
  readonly #cases = new RowStore<CaseLine>();
  readonly #rejected = new RowStore<RejectedRow>();

  constructor(context: ReportContext) {
    this.#context = context;
  }

  add(judged: Case): void {
    if (judged.action !== "none") this.#cases.add(judged.action, caseLine(judged, this.#context));
  }

  /** Nobody is listed who needs nothing. */
  agree(agreement: PlainAgreement): void {
    if (agreement.judgement.action !== "none") this.add(agreement.whole());
  }

  reject(file: string, rejection: Rejection): void {
    this.#rejected.add(REJECTED, { ...rejection, file });
  }

  async finish(end: RunEnd): Promise<void> {
    await Workbook.write(path.join(this.#context.folder, WORKBOOK_FILE), (book) => this.#fill(book, end));
  }

  /** Nothing is open before the end. */
  async abandon(): Promise<void> {}

  async #fill(book: Workbook, { summary, duplicates }: RunEnd): Promise<void> {
    const { language } = this.#context;
    const sheets = Object.fromEntries(LISTED.map((action) => [action, SHEET_NAMES[action][language]]));
    await book.sheet(
      sheetForm("summary", NEUTRAL_TAB, SUMMARY_WIDTHS, language),
      summaryRows(summary, language, sheets),
    );
    await book.sheet(tableForm("units", NEUTRAL_TAB, UNIT_WIDTHS, 1, language), unitRows(summary, language));
    for (const action of LISTED) {
      const columns = COLUMNS[action];
      const rows = caseRows(columns, this.#cases.rows(action), this.#cases.count(action), this.#context);
      const widths = columnWidths(columns);
      await book.sheet(tableForm(action, ACTION_TABS[action], widths, FROZEN_COLUMNS, language), rows);
    }
    await book.sheet(
      tableForm("duplicates", ACTION_TABS.review, DUPLICATE_WIDTHS, FROZEN_COLUMNS, language),
      this.#duplicateRows(duplicates),
    );
    await book.sheet(
      tableForm("rejected", ACTION_TABS.none, REJECTED_WIDTHS, 0, language),
      this.#rejectedRows(),
    );
    await book.sheet(
      sheetForm("legend", NEUTRAL_TAB, LEGEND_WIDTHS, language),
      legendRows(this.#context, PRIVACY_POINTS),
    );
  }

  #duplicateRows(duplicates: readonly DuplicateRow[]): Iterable<Row> {
    const { identifier, language } = this.#context;
    const headers = Object.values(DUPLICATE_HEADERS[identifier]).map((header) =>
      headerCell(header[language]),
    );
    return tableRows(headers, duplicates, duplicates.length, "duplicates.csv", language, (duplicate) => [
      { value: duplicate.group, style: "text" },
      { value: duplicate.name, style: "typed" },
      { value: duplicate.nik, style: "identifier" },
      { value: duplicate.birthDate, style: "typed" },
      { value: unitLabel(duplicate.unit, language), style: "typed" },
      { value: reasonsIn(duplicate, this.#context), style: "wrapped" },
      { value: floored(duplicate.probability), style: "probability" },
      { value: duplicate.file, style: "wrapped" },
      { value: duplicate.row, style: "number" },
    ]);
  }

  #rejectedRows(): Iterable<Row> {
    const { language } = this.#context;
    const headers = Object.values(REJECTED_HEADERS).map((header) => headerCell(header[language]));
    const rows = this.#rejected.rows(REJECTED);
    const count = this.#rejected.count(REJECTED);
    return tableRows(headers, rows, count, "rejected.csv", language, ({ file, row, reason, text }) => [
      { value: file, style: "wrapped" },
      { value: row, style: "number" },
      { value: REJECTION_SENTENCES[reason][language], style: "wrapped" },
      { value: text, style: "typed" },
    ]);
  }
}

function reasonsIn({ reasons }: DuplicateRow, { identifier, language }: Wording): string {
  return reasons
    .map((reason) => DUPLICATE_REASON_LABELS[identifier][reason]?.[language] ?? reason)
    .join(", ");
}

/** Never rounded up: 100% would read as certainty. */
function floored(probability: number): number {
  return Math.min(Math.floor(probability * 10_000), 9_999) / 10_000;
}
