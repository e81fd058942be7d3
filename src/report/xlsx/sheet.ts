/**
 * A sheet of a workbook as markup, row by row: typed cells, marked characters, frozen and filtered headers, and how it is
 * printed.
 *
 * Source: ECMA-376 part 1, 18.3 (worksheets); Excel specifications and limits.
 */

import { dayOf, monthOf, yearOf } from "../../field/birth-date.ts";
import { columnLetters } from "../../text/column-letters.ts";
import { attributeMarkup, DECLARATION, fitted, LONGEST_CELL, SPREADSHEET, textMarkup } from "./markup.ts";
import { heightOf, LINE } from "./row-height.ts";
import { type CellStyle, MARKED_FONT, type StyleName, styleNamed, UNMARKED_FONT } from "./styles.ts";

/** Excel's limit. */
export const MOST_ROWS = 1_048_576;

/** Some characters of a cell's text, all marked or all not. */
export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

/** What stands in a cell. A string is always a text cell, a number never anything a person could be known by. */
export type Value =
  | string
  | number
  | readonly Run[]
  /** A birth date, yyyymmdd, from 1901 on. */
  | { readonly date: number };

export interface Cell {
  readonly value: Value;
  readonly style: StyleName;
  /** A sheet of the same workbook, which a click on the cell opens. */
  readonly opens?: string;
}

export type Row = readonly (Cell | null)[];

export interface SheetForm {
  /** At most 31 characters, none of []:*?/\, no apostrophe at either end. */
  readonly name: string;
  /** Colour of the tab, RRGGBB. */
  readonly tab: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /**
   * The sheet is one table: its first row is a header that carries filters; this row and so many first columns stay
   * in sight and are printed on every page.
   */
  readonly table?: { readonly frozenColumns: number };
  /** Printed at the foot of every page. */
  readonly foot: string;
}

/** What of a sheet the workbook has to know. */
export interface Written {
  readonly name: string;
  /** Of the table in the sheet, null where there is none. */
  readonly range: string | null;
  readonly frozenColumns: number;
}

/** Where the text of a sheet goes. */
type Writing = (text: string) => void | Promise<void>;

/**
 * Writes a sheet from its first row to its last.
 * @param isFirst the workbook opens with it
 */
export async function writeSheet(
  form: SheetForm,
  rows: Iterable<Row>,
  isFirst: boolean,
  write: Writing,
): Promise<Written> {
  await write(sheetStart(form, isFirst));
  const links: string[] = [];
  let number = 0;
  for (const row of rows) {
    number++;
    const writing = write(rowMarkup(row, number, form.widths, links));
    if (writing !== undefined) await writing;
  }
  const range = form.table === undefined ? null : rangeOf(form.widths.length, Math.max(number, 1));
  await write(sheetEnd(form, range, links));
  return {
    name: form.name,
    range,
    frozenColumns: form.table?.frozenColumns ?? 0,
  };
}

function sheetStart({ tab, widths, table }: SheetForm, isFirst: boolean): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${DECLARATION}\n<worksheet xmlns="${SPREADSHEET}">`,
    `<sheetPr><tabColor rgb="FF${tab}"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ""}${table === undefined ? ' showGridLines="0"' : ""}>`,
    table === undefined ? "" : paneMarkup(table.frozenColumns),
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE}"/><cols>${columns.join("")}</cols><sheetData>`,
  ].join("");
}

/** A4, lying: more columns on a page would be too small to read. */
const PAGE_WIDTH = 180;

function pagesAcross(widths: readonly number[]): number {
  return Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH);
}

function paneMarkup(columns: number): string {
  const corner = reference(columns, 2);
  if (columns === 0) {
    return `<pane ySplit="1" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${corner}" sqref="${corner}"/>`;
  }
  return `<pane xSplit="${columns}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/>`;
}

/** The order of the elements is the schema's; a spreadsheet calls a file damaged that has another. */
function sheetEnd({ foot, widths }: SheetForm, range: string | null, links: readonly string[]): string {
  return [
    "</sheetData>",
    range === null ? "" : `<autoFilter ref="${range}"/>`,
    links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross(widths)}" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${textMarkup(`&L${foot.replaceAll("&", "&&")}&R&A · &P/&N`)}</oddFooter></headerFooter>`,
    // an identifier is text on purpose: no warning in the corner of every cell
    range === null
      ? ""
      : `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`,
    "</worksheet>",
  ].join("");
}

function rowMarkup(row: Row, number: number, widths: readonly number[], links: string[]): string {
  let cells = "";
  let height = LINE;
  for (let column = 0; column < row.length; column++) {
    const cell = row[column];
    if (cell == null) continue;
    const at = reference(column, number);
    const style = styleNamed(cell.style);
    cells += cellMarkup(cell.value, style, at);
    height = Math.max(height, heightOf(textOf(cell.value), style, widths[column]!));
    if (cell.opens !== undefined) {
      links.push(`<hyperlink ref="${at}" location="${attributeMarkup(`${quoted(cell.opens)}!A1`)}"/>`);
    }
  }
  return `<row r="${number}"${height > LINE ? ` ht="${height}"` : ""}>${cells}</row>`;
}

/** What of a value can need more than one line. */
function textOf(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || "date" in value) return "";
  return value.map(({ text }) => text).join("");
}

function cellMarkup(value: Value, { number }: CellStyle, at: string): string {
  const start = `<c r="${at}" s="${number}"`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  if (typeof value === "string") {
    if (value === "") return `${start}/>`;
    return `${start} t="inlineStr"><is>${textElement(fitted(value))}</is></c>`;
  }
  if ("date" in value) return `${start}><v>${dayNumber(value.date)}</v></c>`;
  return `${start} t="inlineStr"><is>${runsMarkup(value)}</is></c>`;
}

function runsMarkup(runs: readonly Run[]): string {
  let room = LONGEST_CELL;
  let markup = "";
  for (const { text, marked } of runs) {
    if (room === 0) break;
    const shown = fitted(text, room);
    room -= shown.length;
    markup += `<r>${marked ? MARKED_FONT : UNMARKED_FONT}${textElement(shown)}</r>`;
  }
  return markup;
}

function textElement(text: string): string {
  return `<t xml:space="preserve">${textMarkup(text)}</t>`;
}

/** Days since 30 December 1899, the day number of a spreadsheet: right from March 1900 on. */
function dayNumber(packed: number): number {
  // years are counted from 1 March, so that the leap day comes last
  const month = monthOf(packed);
  const year = month > 2 ? yearOf(packed) : yearOf(packed) - 1;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const days = 365 * year + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + dayOf(packed);
  return days - DAYS_TO_1899;
}

/** 30 December 1899 counted as `dayNumber` counts. */
const DAYS_TO_1899 = 693_900;

function rangeOf(columns: number, rows: number): string {
  return `A1:${reference(columns - 1, rows)}`;
}

/** `B7` for column 1, row 7. */
function reference(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A sheet's name as it stands in a reference. */
export function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
