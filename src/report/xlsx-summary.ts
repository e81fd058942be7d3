/**
 * The first sheets of a workbook: what was found, in figures, and how much there is to do in every unit. Every figure
 * comes from the run's summary, so that no two reports can disagree. Shows no person.
 */
import { ACTIONS, type Action, type FindingCode, VERDICTS } from "../finding/codes.ts";
import { wrapText } from "../text/wrap.ts";
import { sourceLabel } from "../words/comparison.ts";
import { FINDING_WORDS } from "../words/finding.ts";
import { ACTION_LABELS, VERDICT_LABELS } from "../words/judgement.ts";
import { formatCount, formatDecimal } from "../words/number.ts";
import { printable } from "../words/printable.ts";
import type { Bilingual, Language } from "../words/sentence.ts";
import { SUMMARY_HEADINGS, SUMMARY_SENTENCES } from "../words/terminal.ts";
import { SUMMARY_WORDS, UNIT_HEADERS, WORKBOOK_SENTENCES, WORKBOOK_WORDS } from "../words/workbook.ts";
import { capitalized, longDate } from "../words/writing.ts";
import { notices } from "./notices.ts";
import type { RunSummary, UnitSummary } from "./summary.ts";
import type { Cell, Row, Value } from "./xlsx/sheet.ts";
import type { StyleName } from "./xlsx/styles.ts";
import { unitLabel } from "./xlsx-case.ts";
import { ACTION_STYLES, VERDICT_STYLES } from "./xlsx-colours.ts";
import { countHeaderCell, headerCell, tableRows } from "./xlsx-table.ts";

export const SUMMARY_WIDTHS = [42, 13, 13, 20, 24, 68];

/** Characters of a bar that is the whole. */
const LONGEST_BAR = 20;
const BAR = "█";

const EMPTY: Row = [];

/** The summary of a run. @param sheets names of the sheets that list the cases of an action */
export function summaryRows(
  summary: RunSummary,
  language: Language,
  sheets: Readonly<Partial<Record<Action, string>>>,
): Row[] {
  const { cases } = summary;
  const found = (Object.entries(cases.by_code) as [FindingCode, number][]).filter(([, count]) => count > 0);
  found.sort(([, one], [, other]) => other - one);
  const run = { asOf: longDate(summary.as_of, language), version: summary.version };
  return [
    [cell(SUMMARY_WORDS.title[language], "title")],
    [cell(headline(cases.total, cases.need_action, language), "plain")],
    [cell(WORKBOOK_SENTENCES.run[language](run), "plain")],
    [cell(WORKBOOK_WORDS.confidential[language], "plain")],
    EMPTY,
    ...noticeRows(summary, language),
    ...actionRows(cases.by_action, cases.total, language, sheets),
    EMPTY,
    ...countRows(
      SUMMARY_WORDS.verdicts,
      VERDICTS.map((verdict) => ({
        label: VERDICT_LABELS[verdict],
        count: cases.by_verdict[verdict],
        style: VERDICT_STYLES[verdict],
      })),
      cases.total,
      language,
    ),
    EMPTY,
    ...countRows(
      SUMMARY_WORDS.codes,
      found.map(([code, count]) => ({
        label: FINDING_WORDS[summary.options.identifier][code].label,
        count,
        style: "text",
      })),
      cases.total,
      language,
    ),
    EMPTY,
    ...sourceRows(summary, language),
    EMPTY,
    ...inputRows(summary, language),
  ];
}

export const UNIT_SUMMARY_WIDTHS = [42, 13, 13, 20, 24];

/** Characters of a line that stays over the columns of the first table, which a screen and a page show whole. */
const NOTICE_WIDTH = 110;
const NOTICE_HANGING = "    ";

/**
 * What to know before relying on the figures, above them. A sentence takes as many rows as it has lines: a single cell
 * would end at the edge of the page, and spreadsheets do not make room for what is wrapped over several columns.
 */
function noticeRows(summary: RunSummary, language: Language): Row[] {
  const lines = notices(summary, language).flatMap((sentence) =>
    wrapText(capitalized(sentence), NOTICE_WIDTH, "", NOTICE_HANGING),
  );
  if (lines.length === 0) return [];
  return [
    [headerCell(SUMMARY_HEADINGS.notices[language])],
    ...lines.map((line) => [cell(line, "plain")]),
    EMPTY,
  ];
}

/** The summary of one unit's own workbook. */
export function unitSummaryRows(
  unit: UnitSummary,
  summary: RunSummary,
  language: Language,
  sheets: Readonly<Partial<Record<Action, string>>>,
): Row[] {
  const run = { asOf: longDate(summary.as_of, language), version: summary.version };
  return [
    [cell(unitLabel(unit.unit, language), "title")],
    [cell(headline(unit.cases, unit.need_action, language), "plain")],
    [cell(WORKBOOK_SENTENCES.run[language](run), "plain")],
    [cell(WORKBOOK_WORDS.confidential[language], "plain")],
    EMPTY,
    ...actionRows(unit.by_action, unit.cases, language, sheets),
  ];
}

export const UNIT_WIDTHS = [44, 10, 12, ...ACTIONS.map(() => 16)];

/** How much there is to do in every unit, a row a unit. */
export function unitRows({ cases }: RunSummary, language: Language): Iterable<Row> {
  const header = [
    headerCell(UNIT_HEADERS.unit[language]),
    countHeaderCell(UNIT_HEADERS.cases[language]),
    countHeaderCell(UNIT_HEADERS.need_action[language]),
    ...ACTIONS.map((action) => countHeaderCell(capitalized(ACTION_LABELS[action][language]))),
  ];
  return tableRows(header, cases.by_unit, cases.by_unit.length, "summary.json", language, (unit) => [
    cell(unitLabel(unit.unit, language), "wrapped"),
    cell(unit.cases, "count"),
    cell(unit.need_action, "count"),
    ...ACTIONS.map((action) => cell(unit.by_action[action], "count")),
  ]);
}

function headline(total: number, needAction: number, language: Language): string {
  return SUMMARY_SENTENCES.headline[language]({
    total: formatCount(total, language),
    needAction: formatCount(needAction, language),
  });
}

interface Count {
  readonly label: Bilingual;
  readonly count: number;
  readonly style: StyleName;
  /** The sheet that lists them. */
  readonly sheet?: string | undefined;
}

function actionRows(
  counts: Readonly<Record<Action, number>>,
  total: number,
  language: Language,
  sheets: Readonly<Partial<Record<Action, string>>>,
): Row[] {
  return countRows(
    SUMMARY_WORDS.actions,
    ACTIONS.map((action) => ({
      label: ACTION_LABELS[action],
      count: counts[action],
      style: ACTION_STYLES[action],
      sheet: sheets[action],
    })),
    total,
    language,
  );
}

/** A table of counts: label, people, share of all, a bar, and the sheet that has them. */
function countRows(heading: Bilingual, counts: readonly Count[], total: number, language: Language): Row[] {
  const hasSheets = counts.some(({ sheet }) => sheet !== undefined);
  const header = [
    headerCell(heading[language]),
    countHeaderCell(SUMMARY_WORDS.people[language]),
    countHeaderCell(SUMMARY_WORDS.share[language]),
    headerCell(""),
  ];
  if (hasSheets) header.push(headerCell(SUMMARY_WORDS.sheet[language]));
  return [
    header,
    ...counts.map(({ label, count, style, sheet }) => {
      const share = total === 0 ? 0 : count / total;
      const row = [
        cell(capitalized(label[language]), style),
        cell(count, "count"),
        cell(Math.round(share * 1000) / 1000, "share"),
        cell(BAR.repeat(count === 0 ? 0 : Math.max(1, Math.round(share * LONGEST_BAR))), "bar"),
      ];
      if (hasSheets)
        row.push(sheet === undefined ? cell("", "text") : { value: sheet, style: "link", opens: sheet });
      return row;
    }),
  ];
}

function sourceRows(summary: RunSummary, language: Language): Row[] {
  const words = SUMMARY_WORDS;
  return [
    [
      headerCell(words.sources[language]),
      countHeaderCell(words.found[language]),
      countHeaderCell(words.uncertain[language]),
      countHeaderCell(words.not_found[language]),
      headerCell(words.estimates[language]),
    ],
    ...summary.sources.map((source) => [
      cell(capitalized(sourceLabel(source.name, language)), "text"),
      cell(source.linked, "count"),
      cell(source.ambiguous, "count"),
      cell(source.not_found, "count"),
      cell(
        `${formatDecimal(source.expected_false_links, language)} / ${formatDecimal(source.expected_missed_links, language)}`,
        "text",
      ),
    ]),
  ];
}

/** What was read, down to its checksum: the record of the processing (UU 27/2022; domain.md §7). */
function inputRows({ inputs }: RunSummary, language: Language): Row[] {
  const words = SUMMARY_WORDS;
  return [
    [
      headerCell(words.inputs[language]),
      countHeaderCell(words.read[language]),
      countHeaderCell(words.used[language]),
      countHeaderCell(words.rejected[language]),
      countHeaderCell(words.layout[language]),
      headerCell(words.checksum[language]),
    ],
    ...inputs.map(({ role, path, rows, sha256 }) => [
      cell(capitalized(`${sourceLabel(role, language)}: ${printable(path)}`), "wrapped"),
      cell(rows.read, "count"),
      cell(rows.used, "count"),
      cell(rows.rejected, "count"),
      cell(rows.layout, "count"),
      cell(sha256, "text"),
    ]),
  ];
}

function cell(value: Value, style: StyleName): Cell {
  return { value, style };
}
