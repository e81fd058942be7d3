/**
 * What somebody should know before relying on the results: what was not compared, and what was passed over. Told from
 * the summary, so that the terminal and every report say it alike.
 */
import type { ColumnField } from "../config/plan.ts";
import { splitSheet } from "../config/sheet-path.ts";
import { COLUMN_LABELS, sourceLabel } from "../words/comparison.ts";
import { formatCount, formatShare } from "../words/number.ts";
import { printable, printablePath, quotable } from "../words/printable.ts";
import type { Language, Wording } from "../words/sentence.ts";
import { NOTICE_SENTENCES } from "../words/terminal.ts";
import { areMostCut, type InputSummary, type RunSummary, type SourceSummary } from "./summary.ts";

/** Columns without which a roster or a registry says too little of a person, and others that stand for them. */
const NEEDED: readonly (readonly ColumnField[])[] = [
  ["nik"],
  ["name"],
  ["birth_date", "birth_place_and_date"],
];

export function notices(summary: RunSummary, language: Language): string[] {
  const { identifier } = summary.options;
  return [
    ...swapped(summary, language),
    ...copies(summary, language),
    ...rejections(summary, language),
    ...(summary.sources.every(({ kind }) => kind === "listing")
      ? [NOTICE_SENTENCES[identifier].onlyListings[language]]
      : []),
    ...doubtfulMappings(summary, language),
    ...numbersOfOthers(summary, language),
    ...missingColumns(summary, language),
    ...withoutUnits(summary, language),
    ...uncheckedNumbers(summary, language),
    ...hiddenSheets(summary, language),
    ...summary.sources.flatMap((source) => ofSource(source, { identifier, language })),
  ];
}

function swapped({ inputs, options }: RunSummary, language: Language): string[] {
  const roster = inputs.find(({ role, likely_role }) => role === "roster" && likely_role !== undefined);
  const source = inputs.find(({ likely_role }) => likely_role === "roster");
  if (roster === undefined || source === undefined) return [];
  return [
    NOTICE_SENTENCES[options.identifier].swapped[language]({
      roster: printablePath(roster.path),
      likely: sourceLabel(roster.likely_role!, language),
      source: printablePath(source.path),
      role: sourceLabel(source.role, language),
    }),
  ];
}

/** Files with the same bytes count people twice, or let a source confirm itself; the sheets of a workbook do not. */
function copies({ inputs, options }: RunSummary, language: Language): string[] {
  return inputs.flatMap((input, at) => {
    const original = inputs.slice(0, at).find((other) => isCopy(input, other));
    if (original === undefined) return [];
    const facts = {
      path: printablePath(input.path),
      role: sourceLabel(input.role, language),
      original: printablePath(original.path),
      originalRole: sourceLabel(original.role, language),
    };
    return [NOTICE_SENTENCES[options.identifier].copy[language](facts)];
  });
}

function isCopy(one: InputSummary, other: InputSummary): boolean {
  return one.sha256 === other.sha256 && one.path !== other.path && sheetOf(one.path) === sheetOf(other.path);
}

function sheetOf(path: string): string {
  const [workbook, sheet] = splitSheet(path) ?? ["", ""];
  return /\.xls[xm]$/i.test(workbook) ? sheet : "";
}

/** Nobody in a rejected row was looked at: without a word, all others being right would seem to be all being right. */
function rejections({ inputs, options }: RunSummary, language: Language): string[] {
  return inputs.flatMap(({ role, path, rows: { rejected } }) => {
    if (rejected === 0) return [];
    const sentence = role === "roster" ? "rejectedOfRoster" : "rejectedOfSource";
    const facts = {
      role: sourceLabel(role, language),
      path: printablePath(path),
      rows: formatCount(rejected, language),
    };
    return [NOTICE_SENTENCES[options.identifier][sentence][language](facts)];
  });
}

/** Columns named by `--map` that hold something else, or are headed so: nearly everybody would seem to be wrong. */
function doubtfulMappings({ inputs, options }: RunSummary, language: Language): string[] {
  const { identifier } = options;
  const labelOf = (field: string): string => COLUMN_LABELS[identifier][field as ColumnField][language];
  return inputs.flatMap(({ role, path, columns }) =>
    columns.flatMap(({ field, header, fits, means }) => {
      const facts = {
        role: sourceLabel(role, language),
        path: printablePath(path),
        target: `${role}.${field}`,
        header: quotable(header),
        column: labelOf(field),
      };
      if (fits !== undefined) {
        const share = formatShare(fits, 1, language);
        return [NOTICE_SENTENCES[identifier].mappedUnlike[language]({ ...facts, share })];
      }
      if (means === undefined) return [];
      return [NOTICE_SENTENCES[identifier].mappedOther[language]({ ...facts, means: labelOf(means) })];
    }),
  );
}

/** Numbers that are not those of the persons beside them: nearly everybody would seem to carry somebody else's. */
function numbersOfOthers({ inputs, options }: RunSummary, language: Language): string[] {
  return inputs.flatMap(({ role, path, columns }) =>
    columns.flatMap(({ header, carrying }) => {
      if (carrying === undefined) return [];
      const facts = {
        role: sourceLabel(role, language),
        path: printablePath(path),
        header: quotable(header),
        share: formatShare(carrying, 1, language),
      };
      return [NOTICE_SENTENCES[options.identifier].numbersOfOthers[language](facts)];
    }),
  );
}

function missingColumns({ inputs, sources, options }: RunSummary, language: Language): string[] {
  const registries = sources.filter(({ kind }) => kind === "registry").map(({ name }) => name);
  return inputs.flatMap(({ role, path, columns }) => {
    if (role !== "roster" && !registries.includes(role)) return [];
    const isThere = (wanted: ColumnField) => columns.some(({ field }) => field === wanted);
    const lacking = NEEDED.filter((needed) => !needed.some(isThere));
    return lacking.map(([field]) =>
      NOTICE_SENTENCES[options.identifier].missingColumn[language]({
        role: sourceLabel(role, language),
        path: printablePath(path),
        column: COLUMN_LABELS[options.identifier][field!][language],
        target: `${role}.${field}`,
      }),
    );
  });
}

function uncheckedNumbers({ cases, options }: RunSummary, language: Language): string[] {
  if (cases.nik_unchecked === undefined) return [];
  const people = formatCount(cases.nik_unchecked, language);
  return [NOTICE_SENTENCES[options.identifier].nikUnchecked[language](people)];
}

function withoutUnits({ inputs, options }: RunSummary, language: Language): string[] {
  const nameless = inputs.filter(({ without_units }) => without_units === true);
  if (nameless.length === 0) return [];
  const files = nameless.map(({ path }) => printablePath(path)).join(", ");
  return [NOTICE_SENTENCES[options.identifier].withoutUnits[language](files)];
}

function hiddenSheets({ inputs, options }: RunSummary, language: Language): string[] {
  return inputs.flatMap(({ role, path, hidden_sheets: sheets = [] }) => {
    if (sheets.length === 0) return [];
    const facts = {
      role: sourceLabel(role, language),
      path: printablePath(path),
      sheets: sheets.map((name) => `“${quotable(name)}”`).join(", "),
    };
    return [NOTICE_SENTENCES[options.identifier].hiddenSheets[language](facts)];
  });
}

function ofSource(
  {
    name,
    kind,
    linked,
    ambiguous,
    rows,
    unknown_statuses,
    cut_identifiers = 0,
    cut_files = [],
  }: SourceSummary,
  { identifier, language }: Wording,
): string[] {
  const lines: string[] = [];
  const label = sourceLabel(name, language);
  if (cut_files.length > 0) {
    const files = cut_files.map(printablePath).join(", ");
    lines.push(NOTICE_SENTENCES[identifier].cutFiles[language]({ source: label, files }));
  } else if (areMostCut(cut_identifiers, linked))
    lines.push(NOTICE_SENTENCES[identifier].cutIdentifiers[language](label));
  if (linked + ambiguous === 0 && rows > 0 && kind !== "listing")
    lines.push(NOTICE_SENTENCES[identifier].nobodyFound[language](label));
  if (unknown_statuses === undefined) return lines;
  const { people, texts } = unknown_statuses;
  const named = texts.map(
    ({ text, people: count }) => `“${printable(text)}” (${formatCount(count, language)})`,
  );
  const counted = texts.reduce((sum, { people: count }) => sum + count, 0);
  if (counted < people) named.push("…");
  const facts = { name: label, texts: named.join(", "), canBeNamed: kind === "listing" };
  return [...lines, NOTICE_SENTENCES[identifier].unknownStatuses[language](facts)];
}
