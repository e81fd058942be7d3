/**
 * An XLSX workbook, written sheet by sheet and row by row, so that a sheet of any length costs one block of memory.
 * Every module that makes a workbook goes through here; nothing outside of this folder knows the format.
 *
 * No package is used: those that are kept well hold a whole workbook in memory (150,000 rows of a report: over 1 GB)
 * and the one that streams is no longer kept. What a report needs is a small corner of the format. No formula, link out
 * of the workbook, macro, picture or property is ever written.
 *
 * Source: ECMA-376 part 1, 18.2 (workbook).
 */
import { columnLetters } from "../../text/column-letters.ts";
import { attributeMarkup, DECLARATION, SPREADSHEET, textMarkup } from "./markup.ts";
import { quoted, type Row, type SheetForm, type Written, writeSheet } from "./sheet.ts";
import { stylesMarkup } from "./styles.ts";
import { type PackedPart, packPart, ZipFile } from "./zip.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet that stands in several workbooks, in none of them first: made once. */
export interface PackedSheet {
  readonly written: Written;
  readonly part: PackedPart;
}

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
    `${DECLARATION}\n<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}">`,
    `<bookViews><workbookView tabRatio="850"/></bookViews><sheets>${tabs.join("")}</sheets>`,
    names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`,
    "</workbook>",
  ].join("");
}

function relationsMarkup(relations: readonly (readonly [type: string, target: string])[]): string {
  const items = relations.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}\n<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

/** Every part that is not named is a sheet, so that this part can stand first, where a file's kind is looked for. */
const TYPES = [
  `${DECLARATION}\n<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  `<Default Extension="xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>`,
  "</Types>",
].join("");
