/**
 * The summary a person reads on the terminal when a run is done. It draws every figure from the run's summary, so
 * that no report can contradict it, and shows no person: no NIK, no name, no date. Nothing is said by colour or by
 * a bar alone, so that it reads the same without colours and aloud.
 */
import path from "node:path";
import { ACTIONS, type FindingCode, VERDICTS } from "../finding/codes.ts";
import { wrapText } from "../text/wrap.ts";
import { sourceLabel } from "../words/comparison.ts";
import { FINDING_WORDS } from "../words/finding.ts";
import { ACTION_LABELS, VERDICT_LABELS } from "../words/judgement.ts";
import { formatCount, formatDecimal, formatShare } from "../words/number.ts";
import { maskedPath, printable, printablePath } from "../words/printable.ts";
import type { Bilingual, Language } from "../words/sentence.ts";
import { NO_UNIT, SUMMARY_HEADINGS, SUMMARY_SENTENCES } from "../words/terminal.ts";
import { SHEET_NAMES } from "../words/workbook.ts";
import { maskedText } from "./mask-text.ts";
import { notices } from "./notices.ts";
import { PAGE_FILE, WORKBOOK_FILE } from "./run-entries.ts";
import type { RunSummary } from "./summary.ts";

/** How text is set off; `cli/style.ts` decides once whether that is by colour or not at all. */
export interface Style {
  heading(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

/** Rows shown of a list that can be long; the files have them all. */
const CODES_SHOWN = 10;
const UNITS_SHOWN = 10;

const LONGEST_BAR = 24;
const SHORTEST_BAR = 8;
const INDENT = "  ";
const HANGING = "    ";

/**
 * @param out the run folder as the user named it
 * @param width columns of the terminal; lines are kept within it where words allow
 * @returns lines, each ended by a line feed
 */
export function renderTerminal(
  summary: RunSummary,
  language: Language,
  style: Style,
  out: string,
  width: number,
): string {
  const { cases } = summary;
  const count = (value: number): string => formatCount(value, language);
  const sections = [
    wrapText(
      SUMMARY_SENTENCES.headline[language]({
        total: count(cases.total),
        needAction: count(cases.need_action),
      }),
      width,
      "",
      "",
    ).map((line) => style.strong(line)),
    tally(
      "verdicts",
      VERDICTS.map((verdict) => [VERDICT_LABELS[verdict], cases.by_verdict[verdict]]),
    ),
    tally(
      "actions",
      ACTIONS.map((action) => [ACTION_LABELS[action], cases.by_action[action]]),
    ),
    tally("codes", mostFrequentCodes(summary)),
    listed("units", unitLines(summary, language)),
    listed("inputs", inputLines(summary, language)),
    listed("sources", sourceLines(summary, language)),
    listed("notices", notices(summary, language)),
    listed("next", nextLines(summary, language, out)),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;

  /** A heading and a table of counts: label, count, share of all people, bar. */
  function tally(
    heading: keyof typeof SUMMARY_HEADINGS,
    rows: readonly (readonly [Bilingual, number])[],
  ): string[] {
    if (rows.length === 0) return [];
    const counts = rows.map(([, value]) => count(value));
    const shares = rows.map(([, value]) => formatShare(value, cases.total, language));
    const countWidth = longest(counts);
    const shareWidth = longest(shares);
    const numbersWidth = 2 + countWidth + 2 + shareWidth;
    const labels = rows.map(([label]) => wrapText(label[language], width - numbersWidth, INDENT, HANGING));
    const labelWidth = longest(labels.flat());
    const room = width - (labelWidth + numbersWidth + 2);
    const lines = rows.flatMap(([, value], at) => {
      const begun = labels[at]!.slice(0, -1);
      const line = `${labels[at]!.at(-1)!.padEnd(labelWidth)}  ${counts[at]!.padStart(countWidth)}  ${shares[at]!.padStart(shareWidth)}`;
      const bar = drawBar(value, cases.total, Math.min(room, LONGEST_BAR));
      return [...begun, bar === "" ? line : `${line}  ${style.faint(bar)}`];
    });
    return [...headingLines(heading), ...lines];
  }

  function headingLines(heading: keyof typeof SUMMARY_HEADINGS): string[] {
    return wrapText(SUMMARY_HEADINGS[heading][language], width, "", "").map((line) => style.heading(line));
  }

  function listed(heading: keyof typeof SUMMARY_HEADINGS, texts: readonly string[]): string[] {
    if (texts.length === 0) return [];
    return [...headingLines(heading), ...texts.flatMap((text) => wrapText(text, width, INDENT, HANGING))];
  }
}

function mostFrequentCodes(summary: RunSummary): readonly (readonly [Bilingual, number])[] {
  const found = (Object.entries(summary.cases.by_code) as [FindingCode, number][]).filter(
    ([, value]) => value > 0,
  );
  // Sorting is stable: codes found equally often stay in the order of the contract.
  found.sort(([, one], [, other]) => other - one);
  return found
    .slice(0, CODES_SHOWN)
    .map(([code, value]) => [FINDING_WORDS[summary.options.identifier][code].label, value]);
}

function unitLines(summary: RunSummary, language: Language): string[] {
  const busy = summary.cases.by_unit.filter((unit) => unit.need_action > 0);
  const lines = busy.slice(0, UNITS_SHOWN).map((unit) =>
    SUMMARY_SENTENCES.unit[language]({
      needAction: formatCount(unit.need_action, language),
      cases: formatCount(unit.cases, language),
      unit: unit.unit === "" ? NO_UNIT[language] : maskedText(printable(unit.unit)),
    }),
  );
  if (busy.length > UNITS_SHOWN) {
    lines.push(SUMMARY_SENTENCES.otherUnits[language](formatCount(busy.length - UNITS_SHOWN, language)));
  }
  return lines;
}

function inputLines(summary: RunSummary, language: Language): string[] {
  return summary.inputs.map(({ role, path: file, rows }) =>
    SUMMARY_SENTENCES.input[language]({
      role: sourceLabel(role, language),
      path: printablePath(file),
      read: formatCount(rows.read, language),
      used: formatCount(rows.used, language),
      rejected: formatCount(rows.rejected, language),
      layout: formatCount(rows.layout, language),
    }),
  );
}

function sourceLines(summary: RunSummary, language: Language): string[] {
  return summary.sources.map((source) =>
    SUMMARY_SENTENCES.source[language]({
      name: sourceLabel(source.name, language),
      linked: formatCount(source.linked, language),
      ambiguous: formatCount(source.ambiguous, language),
      notFound: formatCount(source.not_found, language),
      falseLinks: formatDecimal(source.expected_false_links, language),
      missedLinks: formatDecimal(source.expected_missed_links, language),
    }),
  );
}

function nextLines(summary: RunSummary, language: Language, out: string): string[] {
  const { formats } = summary.options;
  const file = (name: string): string => printablePath(path.join(out, name));
  // a spreadsheet spoils the very NIKs of a CSV file that is opened in it, and leaves the workbook's alone
  const tableOf = (name: "duplicates" | "rejected"): string =>
    formats.includes("xlsx")
      ? SUMMARY_SENTENCES.sheet[language]({ file: file(WORKBOOK_FILE), sheet: SHEET_NAMES[name][language] })
      : file(`${name}.csv`);
  const lines = [
    SUMMARY_SENTENCES[maskedPath(out) === out ? "folder" : "folderMasked"][language](printablePath(out)),
    formats.includes("xlsx")
      ? SUMMARY_SENTENCES.openWorkbook[language](file(WORKBOOK_FILE))
      : formats.includes("html")
        ? SUMMARY_SENTENCES.openPage[language](file(PAGE_FILE))
        : SUMMARY_SENTENCES.openTable[language](file("cases.csv")),
  ];
  const { groups, records } = summary.duplicates;
  if (groups > 0) {
    const facts = { records: formatCount(records, language), groups: formatCount(groups, language) };
    lines.push(SUMMARY_SENTENCES.duplicates[language]({ ...facts, file: tableOf("duplicates") }));
  }
  const rejected = summary.inputs.reduce((sum, input) => sum + input.rows.rejected, 0);
  if (rejected > 0) {
    const facts = { rows: formatCount(rejected, language), file: tableOf("rejected") };
    lines.push(SUMMARY_SENTENCES.rejected[language](facts));
  }
  return lines;
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

/** A bar as long as the share of the whole, at least one mark for anything at all, "" where there is no room. */
function drawBar(value: number, whole: number, room: number): string {
  if (room < SHORTEST_BAR || value === 0 || whole === 0) return "";
  return "#".repeat(Math.max(1, Math.round((room * value) / whole)));
}
