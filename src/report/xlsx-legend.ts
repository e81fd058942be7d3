/** The sheet that says how to read a workbook: marks and colours, actions, verdicts, routes, and every finding code. */
import {
  ACTIONS,
  FINDING_CODES,
  type FindingCode,
  ROUTES,
  type Severity,
  VERDICTS,
} from "../finding/codes.ts";
import { FIELD_LABELS } from "../words/comparison.ts";
import { FINDING_WORDS } from "../words/finding.ts";
import {
  ACTION_LABELS,
  ACTION_MEANINGS,
  ROUTE_LABELS,
  SEVERITY_LABELS,
  VERDICT_LABELS,
} from "../words/judgement.ts";
import type { Bilingual, Wording } from "../words/sentence.ts";
import {
  LEGEND_HEADINGS,
  type LegendPoint,
  READING_POINTS,
  ROUTE_MEANINGS,
  ROUTE_NOTE,
  SEVERITY_MEANINGS,
  SHEET_NAMES,
  VERDICT_MEANINGS,
} from "../words/workbook.ts";
import { capitalized } from "../words/writing.ts";
import type { Cell, Row } from "./xlsx/sheet.ts";
import type { StyleName } from "./xlsx/styles.ts";
import { ACTION_STYLES, VERDICT_STYLES } from "./xlsx-colours.ts";

export const LEGEND_WIDTHS = [34, 90, 20, 12];

const SEVERITIES: readonly Severity[] = ["high", "low", "hint"];

/** @param privacy what is to be said about personal data, by who gets the workbook */
export function legendRows(wording: Wording, privacy: readonly LegendPoint[]): Row[] {
  const { identifier, language } = wording;
  const text = (words: Bilingual, style: StyleName = "wrapped"): Cell => ({ value: words[language], style });
  const label = (words: Bilingual, style: StyleName): Cell => ({
    value: capitalized(words[language]),
    style,
  });
  const section = (heading: Bilingual, rows: readonly Row[]): Row[] => [
    [],
    [text(heading, "header"), text(LEGEND_HEADINGS.meaning, "header")],
    ...rows,
  ];
  const points = (heading: Bilingual, about: readonly LegendPoint[]): Row[] =>
    section(
      heading,
      about.map(({ term, meaning }) => [text(term), text(meaning)]),
    );
  return [
    [text(SHEET_NAMES.legend, "title")],
    ...points(LEGEND_HEADINGS.reading, READING_POINTS[identifier]),
    ...section(
      LEGEND_HEADINGS.actions,
      ACTIONS.map((action) => [
        label(ACTION_LABELS[action], ACTION_STYLES[action]),
        text(ACTION_MEANINGS[action]),
      ]),
    ),
    ...section(
      LEGEND_HEADINGS.verdicts,
      VERDICTS.map((verdict) => [
        label(VERDICT_LABELS[verdict], VERDICT_STYLES[verdict]),
        text(VERDICT_MEANINGS[identifier][verdict]),
      ]),
    ),
    ...section(LEGEND_HEADINGS.routes, [
      ...ROUTES.map((route) => [label(ROUTE_LABELS[route], "wrapped"), text(ROUTE_MEANINGS[route])]),
      [null, text(ROUTE_NOTE)],
    ]),
    ...section(
      LEGEND_HEADINGS.severities,
      SEVERITIES.map((severity) => [
        label(SEVERITY_LABELS[severity], "wrapped"),
        text(SEVERITY_MEANINGS[identifier][severity]),
      ]),
    ),
    [],
    [
      text(LEGEND_HEADINGS.codes, "header"),
      text(LEGEND_HEADINGS.meaning, "header"),
      text(LEGEND_HEADINGS.field, "header"),
      text(LEGEND_HEADINGS.severity, "header"),
    ],
    ...(Object.keys(FINDING_CODES) as FindingCode[]).map((code) => [
      { value: code, style: "text" as const },
      text(FINDING_WORDS[identifier][code].label),
      text(FIELD_LABELS[identifier][FINDING_CODES[code].field]),
      text(SEVERITY_LABELS[FINDING_CODES[code].severity]),
    ]),
    ...points(LEGEND_HEADINGS.privacy, privacy),
  ];
}
