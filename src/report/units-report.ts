/**
 * units/: a workbook for every unit with its own people only, those who need something first, and an index of them
 * all for the personnel office, which hands them out.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Case } from "../finding/case.ts";
import type { PlainAgreement } from "../finding/cases.ts";
import { ACTIONS, type Action } from "../finding/codes.ts";
import { SHEET_NAMES, UNIT_PRIVACY_POINTS } from "../words/workbook.ts";
import type { CaseReport, ReportContext, RunEnd } from "./case-report.ts";
import { CsvFile } from "./csv.ts";
import { FOLDER_MODE, UNITS_FOLDER, UNITS_INDEX, WORKBOOK_ENDING } from "./run-entries.ts";
import type { RunSummary, UnitSummary } from "./summary.ts";
import { unitFileNames } from "./units-names.ts";
import { explainToUnit, SharedIdentifiers, withoutOthers } from "./units-privacy.ts";
import { RowStore } from "./xlsx/row-store.ts";
import { type PackedSheet, packSheet, Workbook } from "./xlsx/workbook.ts";
import { type CaseLine, caseLine, type PersonLine, personLine } from "./xlsx-case.ts";
import { ACTION_TABS, NEUTRAL_TAB } from "./xlsx-colours.ts";
import { type CaseColumn, caseRows, columnWidths, type PersonColumn, personRows } from "./xlsx-columns.ts";
import { LEGEND_WIDTHS, legendRows } from "./xlsx-legend.ts";
import { UNIT_SUMMARY_WIDTHS, unitSummaryRows } from "./xlsx-summary.ts";
import { sheetForm, tableForm } from "./xlsx-table.ts";

const INDEX_COLUMNS = ["unit", "file", "cases", "need_action"] as const;

const FOLLOW_UP_COLUMNS: readonly CaseColumn[] = [
  "case",
  "name",
  "action",
  "nik",
  "differs",
  "roster",
  "source",
  "date",
  "other_rows",
  "documents",
  "route",
  "explanation",
  "file",
  "row",
];
const AGREEING_COLUMNS: readonly PersonColumn[] = [
  "case",
  "name",
  "nik",
  "place",
  "date",
  "sex",
  "file",
  "row",
];
/** Case and name stay in sight. */
const FROZEN_COLUMNS = 2;

/** What the workbooks of all units are made with. */
interface Common {
  readonly summary: RunSummary;
  readonly shared: SharedIdentifiers;
  readonly legend: PackedSheet;
}

interface UnitLine {
  readonly line: CaseLine;
  readonly sharesIdentifier: boolean;
}

export async function openUnits(context: ReportContext): Promise<CaseReport> {
  const folder = path.join(context.folder, UNITS_FOLDER);
  await mkdir(folder, { mode: FOLDER_MODE });
  return new UnitsReport({ ...context, folder });
}

class UnitsReport implements CaseReport {
  readonly #context: ReportContext;
  readonly #cases = new RowStore<UnitLine>();
  /** Who needs nothing, by unit. */
  readonly #agreeing = new RowStore<PersonLine>();

  constructor(context: ReportContext) {
    this.#context = context;
  }

  add(judged: Case): void {
    const { roster } = judged.evidence;
    const { unit, sharesIdentifierWith } = roster;
    if (judged.action === "none") {
      this.#agreeing.add(unit, personLine(judged.caseId, roster, roster.person.birthDate.packed));
      return;
    }
    const line = caseLine(withoutOthers(judged, this.#context.language), this.#context, explainToUnit);
    this.#cases.add(groupOf(unit, judged.action), { line, sharesIdentifier: sharesIdentifierWith !== null });
  }

  agree(agreement: PlainAgreement): void {
    if (agreement.judgement.action !== "none") {
      this.add(agreement.whole());
      return;
    }
    const { cases, index } = agreement;
    const { roster, rosterFiles } = cases.reconciled;
    const { people } = roster;
    const place = {
      file: rosterFiles[people.file(index)]!.path,
      row: people.row(index),
      cells: people.raw(index),
    };
    this.#agreeing.add(people.unit(index), personLine(cases.numbers.of(index), place, people.date(index)));
  }

  /** A rejected row belongs to no unit that could be known. */
  reject(): void {}

  async finish({ summary, duplicates }: RunEnd): Promise<void> {
    const { folder, language } = this.#context;
    // masked units can be the same word for several
    const units = [...new Set(summary.cases.by_unit.map(({ unit }) => unit))];
    const names = unitFileNames(units, WORKBOOK_ENDING);
    const shared = new SharedIdentifiers(duplicates);
    const legend = await packSheet(
      sheetForm("legend", NEUTRAL_TAB, LEGEND_WIDTHS, language),
      legendRows(this.#context, UNIT_PRIVACY_POINTS),
    );
    const index = await CsvFile.create(path.join(folder, UNITS_INDEX), INDEX_COLUMNS);
    try {
      for (const unit of units) {
        // small workbooks are written at one go: an interruption is to be heard between them
        await setImmediate();
        const name = names.get(unit)!;
        const counts = this.#countsOf(unit);
        await Workbook.write(path.join(folder, name), (book) =>
          this.#fill(book, counts, { summary, shared, legend }),
        );
        index.add([unit, name, counts.cases, counts.need_action]);
      }
    } catch (error) {
      await index.abandon();
      throw error;
    }
    await index.close();
  }

  /** Nothing is open before the end. */
  async abandon(): Promise<void> {}

  async #fill(book: Workbook, unit: UnitSummary, { summary, shared, legend }: Common): Promise<void> {
    const { language } = this.#context;
    const followUp = SHEET_NAMES.follow_up[language];
    const sheets = Object.fromEntries(ACTIONS.map((action) => [action, followUp])) as Record<Action, string>;
    sheets.none = SHEET_NAMES.agreeing[language];
    await book.sheet(
      sheetForm("summary", NEUTRAL_TAB, UNIT_SUMMARY_WIDTHS, language),
      unitSummaryRows(unit, summary, language, sheets),
    );
    await book.sheet(
      tableForm(
        "follow_up",
        ACTION_TABS.interview,
        columnWidths(FOLLOW_UP_COLUMNS),
        FROZEN_COLUMNS,
        language,
      ),
      caseRows(FOLLOW_UP_COLUMNS, this.#pressingFirst(unit.unit, shared), unit.need_action, this.#context),
    );
    await book.sheet(
      tableForm(
        "agreeing",
        ACTION_TABS.register_bkn,
        columnWidths(AGREEING_COLUMNS),
        FROZEN_COLUMNS,
        language,
      ),
      personRows(AGREEING_COLUMNS, this.#agreeing.rows(unit.unit), unit.by_action.none, this.#context),
    );
    book.packedSheet(legend);
  }

  #countsOf(unit: string): UnitSummary {
    const counts = ACTIONS.map((action): [Action, number] => [
      action,
      action === "none" ? this.#agreeing.count(unit) : this.#cases.count(groupOf(unit, action)),
    ]);
    const by_action = Object.fromEntries(counts) as Record<Action, number>;
    const cases = counts.reduce((sum, [, count]) => sum + count, 0);
    return { unit, cases, need_action: cases - by_action.none, by_action };
  }

  *#pressingFirst(unit: string, shared: SharedIdentifiers): Generator<CaseLine> {
    for (const action of ACTIONS) {
      if (action === "none") continue;
      for (const { line, sharesIdentifier } of this.#cases.rows(groupOf(unit, action))) {
        const others = sharesIdentifier ? shared.othersOf(line.file, line.row, unit) : [];
        yield others.length === 0 ? line : { ...line, others: [line.others, ...others].join("\n").trim() };
      }
    }
  }
}

function groupOf(unit: string, action: Action): string {
  return `${action} ${unit}`;
}
