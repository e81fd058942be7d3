/**
 * An inspected file on the terminal. Every line says by itself what it is about, so that it reads the same without
 * colours, in a narrow window and aloud.
 */
import type { ColumnField } from "../../config/plan.ts";
import { FITTING_SHARE } from "../../input/columns.ts";
import { wrapText } from "../../text/wrap.ts";
import { COLUMN_LABELS, roleLabel, sourceLabel } from "../../words/comparison.ts";
import { HEADER_PLACEHOLDER, INSPECT_HEADINGS, INSPECT_SENTENCES } from "../../words/inspect.ts";
import { formatCount, formatShare } from "../../words/number.ts";
import { printable, quotable } from "../../words/printable.ts";
import { REJECTION_SENTENCES } from "../../words/rejection.ts";
import type { Language, Wording } from "../../words/sentence.ts";
import type { Style } from "../terminal.ts";
import type { ColumnView, FieldView, FileView, SeenFile } from "./file-view.ts";

const INDENT = "  ";
const DEEPER = "    ";

/**
 * @param width columns of the terminal; lines are kept within it where words allow
 * @returns lines, each ended by a line feed; "" for a file of which nothing was seen
 */
export function renderFile(view: FileView, wording: Wording, style: Style, width: number): string {
  const { identifier, language } = wording;
  const { seen, role } = view;
  if (seen === null) return "";
  const say = INSPECT_SENTENCES;
  const count = (value: number): string => formatCount(value, language);
  const indented = (text: string): string[] => wrapText(text, width, INDENT, DEEPER);
  const deeper = (text: string): string[] => wrapText(text, width, DEEPER, DEEPER);
  const section = (heading: keyof typeof INSPECT_HEADINGS, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [style.heading(INSPECT_HEADINGS[heading][language]), ...lines];

  const sections = [
    [style.strong(quotable(view.path)), ...aboutTable().flatMap(indented)],
    section("rows", seen.rows === null ? [] : indented(say.balance[language](balance(seen.rows)))),
    section("rejected", rejectedLines().flatMap(indented)),
    section("skipped", skippedLines().flatMap(indented)),
    section("columns", seen.fields.flatMap(fieldLines)),
    section("missing", missingLines().flatMap(indented)),
    section("unused", unusedLines().flatMap(indented)),
    section("change", [
      ...indented(say.change[language]),
      ...mapLines(view, seen, language).map((line) => DEEPER + line),
    ]),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;

  function aboutTable(): string[] {
    const { fields, header_rows: rows, hidden_sheets: hidden } = seen!;
    const has = (...wanted: readonly ColumnField[]): boolean =>
      fields.some(({ field }) => wanted.includes(field));
    return [
      ...(view.problems.length > 0 ? [say.unusable[language]] : []),
      say.readAs[language]({ role: roleText() }),
      seen!.format === "csv"
        ? say.csv[language](seen!)
        : say.xlsx[language]({ sheet: quotable(seen!.sheet ?? "") }),
      ...(hidden.length > 0
        ? [say.hiddenSheets[language](hidden.map((name) => `“${quotable(name)}”`).join(", "))]
        : []),
      rows.length > 0 ? say.header[language](rows) : say.noHeader[language],
      ...(has("birth_date", "birth_place_and_date") ? [datesText()] : []),
      ...(seen!.units_from_above > 0 ? [say.unitsFromAbove[language](count(seen!.units_from_above))] : []),
      ...(seen!.unit_fills_down ? [say.fillsDown[language]] : []),
      ...(seen!.english && has("sex") ? [say.english[language]] : []),
      ...(seen!.pria ? [say.pria[language]] : []),
      ...seen!.other_lists.map((list) => say.otherList[language](list)),
      ...(seen!.mended_lines > 0 && seen!.encoding !== "windows-1252"
        ? [say.mended[language](count(seen!.mended_lines))]
        : []),
    ];
  }

  /** A date of a workbook has no order: it comes with the year in front, whatever the sheet shows. */
  function datesText(): string {
    const { format, date_order: order, date_order_how: how } = seen!;
    if (format === "xlsx" && order === "ymd") return say.trueDates[language];
    return say.dates[language]({ identifier, order, how });
  }

  function balance(
    rows: NonNullable<SeenFile["rows"]>,
  ): Record<"read" | "used" | "rejected" | "layout", string> {
    const { read, used, rejected, layout } = rows;
    return { read: count(read), used: count(used), rejected: count(rejected), layout: count(layout) };
  }

  function rejectedLines(): string[] {
    return seen!.rejected.map(({ reason, count: total, rows }) =>
      say.rejected[language]({
        count: count(total),
        rows: rows.map(String).join(", "),
        more: total > rows.length,
        reason: REJECTION_SENTENCES[reason][language],
      }),
    );
  }

  function skippedLines(): string[] {
    return seen!.skipped.map(({ kind, count: total, runs, more }) => {
      const rows = runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
      return say.skipped[language]({ count: count(total), rows: rows.join(", "), more, kind });
    });
  }

  function roleText(): string {
    const label = sourceLabel(role, language);
    return view.kind === "roster" ? label : `${label} (${roleLabel(view.kind, language)})`;
  }

  function fieldLines(field: FieldView): string[] {
    const columns = field.columns.map((column) => columnText(column, isBlank(field))).join(" + ");
    const notes = [
      ...(field.samples.length > 0 ? [say.samples[language](field.samples.map(quotable))] : []),
      ...(field.unreadable > 0 ? [say.unreadable[language](count(field.unreadable))] : []),
      ...(field.empty > 0 ? [say.empty[language](count(field.empty))] : []),
    ];
    return [
      ...indented(say.field[language]({ field: COLUMN_LABELS[identifier][field.field][language], columns })),
      ...(notes.length === 0 ? [] : deeper(notes.join(". ")).map((line) => style.faint(line))),
      ...(seen!.rows !== null && isBlank(field) ? deeper(say.blank[language]) : []),
      ...field.columns.flatMap(({ means }) =>
        means === undefined || isDoubtful(field)
          ? []
          : deeper(say.means[language](COLUMN_LABELS[identifier][means][language])),
      ),
      ...field.columns.flatMap(({ carrying }) =>
        carrying === undefined ? [] : deeper(say.carrying[language](formatShare(carrying, 1, language))),
      ),
      ...(isDoubtful(field) ? deeper(say.doubtful[language]) : []),
    ];
  }

  function columnText({ letter, header, how, confidence }: ColumnView, isOfBlank: boolean): string {
    const isUntold = confidence === null || isOfBlank;
    const share = isUntold ? null : formatShare(confidence, 1, language);
    return say.column[language]({ letter, header: quotable(header), how, share });
  }

  function missingLines(): string[] {
    const labels = seen!.missing_fields.map((field) => COLUMN_LABELS[identifier][field][language]);
    return labels.length === 0 ? [] : [labels.join(", ")];
  }

  function unusedLines(): string[] {
    const { unused_headers: headers, more_unused_headers: more } = seen!;
    const rest = more > 0 ? [say.moreHeaders[language](count(more))] : [];
    return headers.length === 0 ? [] : [[...headers.map(quotable), ...rest].join(", ")];
  }
}

/** Whether a column wants a look: what its header promises must be there. */
function isDoubtful(field: FieldView): boolean {
  if (isBlank(field)) return false;
  return field.columns.some(({ confidence }) => confidence !== null && confidence < FITTING_SHARE);
}

/** No row in use has anything there. */
function isBlank({ samples, unreadable }: FieldView): boolean {
  return samples.length === 0 && unreadable === 0;
}

/**
 * The flags that would settle what is not settled: fields not found, columns known by content alone, columns that
 * hold something else; the first column in use where all is well, to show how it is done.
 */
function mapLines({ role }: FileView, seen: SeenFile, language: Language): string[] {
  const unsettled = seen.fields.filter(
    (field) => isDoubtful(field) || field.columns.some(({ how }) => how === "content"),
  );
  const shown = unsettled.length + seen.missing_fields.length === 0 ? seen.fields.slice(0, 1) : unsettled;
  return [
    ...seen.missing_fields.map((field) => mapFlag(role, field, HEADER_PLACEHOLDER[language])),
    ...shown.map(({ field, columns }) =>
      mapFlag(role, field, columns.map(({ header, letter }) => typable(header) ?? letter).join("+")),
    ),
  ];
}

function mapFlag(role: string, field: ColumnField, header: string): string {
  return `--map ${role}.${field}="${header}"`;
}

/** A header that means the same between double quotes in every shell; null where its column's letter is safer. */
function typable(header: string): string | null {
  return header === "" || header !== printable(header) || /["$`\\!%*+=]/.test(header) ? null : header;
}
