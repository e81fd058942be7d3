/**
 * An XLSX workbook, written sheet by sheet and row by row, so that a sheet of any length costs one block of memory.
 * Every module that makes a workbook goes through here; nothing else knows the format.
 *
 * No package is used: those that are kept well hold a whole workbook in memory (150,000 rows of a report: over 1 GB)
 * and the one that streams is no longer kept. What a report needs is a small corner of the format: typed cells,
 * marked characters, frozen and filtered headers. No formula, link out of the workbook, macro, picture or property
 * is ever written.
 *
 * Source: ECMA-376 part 1, 18.2 (workbook), 18.3 (worksheets); Excel specifications and limits.
 */
import { dayOf, monthOf, yearOf } from "../../field/birth-date.ts";
import { attributeMarkup, fitted, LONGEST_CELL, textMarkup } from "./markup.ts";
import { heightOf, LINE } from "./row-height.ts";
import {
  MARKED_FONT,
  STYLE_NUMBERS,
  type StyleName,
  styleNamed,
  stylesMarkup,
  UNMARKED_FONT,
} from "./styles.ts";
import { type PackedPart, packPart, ZipFile } from "./zip.ts";

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

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What of a sheet the workbook has to know. */
interface Written {
  readonly name: string;
  /** Of the table in the sheet, null where there is none. */
  readonly range: string | null;
  readonly frozenColumns: number;
}

/** A sheet that stands in several workbooks, in none of them first: made once. */
export interface PackedSheet {
  readonly written: Written;
  readonly part: PackedPart;
}

/** Where the text of a sheet goes. */
type Writing = (text: string) => void | Promise<void>;

export class Workbook {
  readonly #zip: ZipFile;
  readonly #sheets: Written[] = [];

  private constructor(zip: ZipFile) {
    this.#zip = zip;
  }

  /**
   * Writes a workbook to a file that is not there yet.
   * @param fill gives it its sheets, in the order of their tabs; at least one
   * @throws the system's error, or what `fill` throws; the file is closed then, and worthless
   */
  static async write(path: string, fill: (book: Workbook) => Promise<void>): Promise<void> {
    const zip = new ZipFile(path);
    try {
      const book = new Workbook(zip);
      book.#begin();
      await fill(book);
      book.#end();
    } catch (error) {
      zip.abandon();
      throw error;
    }
  }

  /** Writes one sheet, whole. Rows beyond `MOST_ROWS` are the caller's to leave out. */
  async sheet(form: SheetForm, rows: Iterable<Row>): Promise<void> {
    const zip = this.#zip;
    zip.begin(this.#sheetName());
    this.#sheets.push(await writeSheet(form, rows, this.#sheets.length === 0, (text) => zip.write(text)));
  }

  /** Adds a sheet that was made beforehand. */
  packedSheet({ written, part }: PackedSheet): void {
    this.#zip.add(this.#sheetName(), part);
    this.#sheets.push(written);
  }

  #sheetName(): string {
    return `xl/worksheets/sheet${this.#sheets.length + 1}.xml`;
  }

  #begin(): void {
    const { types, relations, styles } = commonParts();
    this.#zip.add("[Content_Types].xml", types);
    this.#zip.add("_rels/.rels", relations);
    this.#zip.add("xl/styles.xml", styles);
  }

  #end(): void {
    const sheets = this.#sheets;
    const relations = sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`] as const);
    this.#zip.add("xl/workbook.xml", packPart(workbookMarkup(sheets)));
    this.#zip.add(
      "xl/_rels/workbook.xml.rels",
      packPart(relationsMarkup([...relations, ["styles", "styles.xml"]])),
    );
    this.#zip.close();
  }
}

/** A short sheet for many workbooks. */
export async function packSheet(form: SheetForm, rows: Iterable<Row>): Promise<PackedSheet> {
  let markup = "";
  const written = await writeSheet(form, rows, false, (text) => {
    markup += text;
  });
  return { written, part: packPart(markup) };
}

async function writeSheet(
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

interface CommonParts {
  readonly types: PackedPart;
  readonly relations: PackedPart;
  readonly styles: PackedPart;
}

let common: CommonParts | undefined;

/** The parts that are the same in all workbooks: a run can write one for every unit. */
function commonParts(): CommonParts {
  common ??= {
    types: packPart(TYPES),
    relations: packPart(relationsMarkup([["officeDocument", "xl/workbook.xml"]])),
    styles: packPart(stylesMarkup()),
  };
  return common;
}

function sheetStart({ tab, widths, table }: SheetForm, isFirst: boolean): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${DECLARATION}<worksheet xmlns="${SPREADSHEET}">`,
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
    cells += cellMarkup(cell, at);
    height = Math.max(height, heightOf(textOf(cell.value), styleNamed(cell.style), widths[column]!));
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

function cellMarkup({ value, style }: Cell, at: string): string {
  const start = `<c r="${at}" s="${STYLE_NUMBERS[style]}"`;
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

function columnLetters(column: number): string {
  const last = String.fromCharCode(0x41 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** A sheet's name as it stands in a reference. */
function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `A1:C9` as `$A$1:$C$9`. */
function fixed(range: string): string {
  return range.replace(/[A-Z]+|[0-9]+/g, "$$$&");
}

/** What is printed on every page: first columns, first row. */
function titles(sheet: string, columns: number): string {
  const row = `${quoted(sheet)}!$1:$1`;
  return columns === 0 ? row : `${quoted(sheet)}!$A:$${columnLetters(columns - 1)},${row}`;
}

function workbookMarkup(sheets: readonly Written[]): string {
  const tabs = sheets.map(
    ({ name }, at) => `<sheet name="${attributeMarkup(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, range, frozenColumns }, at) =>
    range === null
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${textMarkup(`${quoted(name)}!${fixed(range)}`)}</definedName>`,
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${textMarkup(titles(name, frozenColumns))}</definedName>`,
        ],
  );
  return [
    `${DECLARATION}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}">`,
    `<bookViews><workbookView tabRatio="850"/></bookViews><sheets>${tabs.join("")}</sheets>`,
    names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`,
    "</workbook>",
  ].join("");
}

function relationsMarkup(relations: readonly (readonly [type: string, target: string])[]): string {
  const items = relations.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

/** Every part that is not named is a sheet, so that this part can stand first, where a file's kind is looked for. */
const TYPES = [
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  `<Default Extension="xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>`,
  "</Types>",
].join("");
