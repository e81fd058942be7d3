/**
 * The rows of one sheet as it streams in. Every cell comes out as text: a number exactly as the file has it, never
 * through a JavaScript number (a NIK would lose its last digit), a date as yyyy-mm-dd.
 * ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.73 (row).
 */
import { formatIsoDate } from "../field/birth-date.ts";
import { DAYS_FROM_1900_TO_1904, dateOfDayNumber, FIRST_DAY_NUMBER } from "../field/day-number.ts";
import { columnOf } from "../text/column-letters.ts";
import { type Cells, UNCOMPUTED } from "./rows.ts";
import { type Sheet, TextRuns, unescapeMarks, type Workbook } from "./xlsx-workbook.ts";
import { type AttributeOf, BadXml, type XmlHandler, XmlScanner } from "./xml.ts";

/** Excel's own limit. */
const LAST_ROW = 1_048_576;
/** Cells further right hold nothing about persons; a hostile sheet could have 16,384 in every row. */
const COLUMNS_READ = 512;
const ROWS_AT_A_TIME = 2000;
const NO_CELLS: Cells = [];

interface SheetRows {
  readonly rows: Cells[];
  readonly share: number;
}

/**
 * Rows without gaps from the first, some at a time, with the share of the sheet read so far. Blank rows behind the
 * last filled one are left out: they are formatting.
 * @throws BadArchive, BadXml
 */
export async function* sheetRows(workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetRows, void> {
  const reader = new SheetReader(workbook);
  const scanner = new XmlScanner(reader);
  const decoder = new TextDecoder();
  const size = workbook.archive.sizeOf(sheet.part);
  let read = 0;
  for await (const chunk of workbook.archive.read(sheet.part)) {
    read += chunk.length;
    scanner.push(decoder.decode(chunk, { stream: true }));
    if (reader.rows.length >= ROWS_AT_A_TIME) yield { rows: reader.take(), share: read / size };
  }
  scanner.end();
  const rest = reader.take();
  if (rest.length > 0) yield { rows: rest, share: 1 };
}

class SheetReader implements XmlHandler {
  rows: Cells[] = [];
  readonly #workbook: Workbook;
  /** Spreadsheet row of the last filled row. */
  #lastRow = 0;
  #row = 0;
  #cells: string[] = [];
  #column = -1;
  #type = "n";
  #style = 0;
  #value = "";
  #isValue = false;
  #isFormula = false;
  readonly #runs = new TextRuns();

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  take(): Cells[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attribute: AttributeOf): void {
    if (name === "c") this.#startCell(attribute);
    else if (name === "v") this.#isValue = true;
    else if (name === "f") this.#isFormula = true;
    else if (name === "row") this.#startRow(attribute);
    else this.#runs.open(name);
  }

  close(name: string): void {
    if (name === "c") this.#endCell();
    else if (name === "v") this.#isValue = false;
    else if (name === "row") this.#endRow();
    else this.#runs.close(name);
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
    else this.#runs.add(text);
  }

  #startRow(attribute: AttributeOf): void {
    this.#row = Number(attribute("r") ?? this.#row + 1);
    // not `<=`: the number may be none at all
    if (!(this.#row > this.#lastRow && this.#row <= LAST_ROW)) throw new BadXml("row number");
    this.#cells = [];
    this.#column = -1;
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    for (let row = this.#lastRow + 1; row < this.#row; row++) this.rows.push(NO_CELLS);
    this.rows.push(this.#cells);
    this.#lastRow = this.#row;
  }

  #startCell(attribute: AttributeOf): void {
    const reference = attribute("r");
    this.#column = reference === null ? this.#column + 1 : columnOf(reference);
    this.#type = attribute("t") ?? "n";
    this.#style = Number(attribute("s") ?? 0);
    this.#value = "";
    this.#isFormula = false;
    this.#runs.clear();
  }

  #endCell(): void {
    if (this.#column < 0 || this.#column >= COLUMNS_READ) return;
    // a formula whose result is an empty text says that it is one
    const text = this.#cellText() || (this.#isFormula && this.#type !== "str" ? UNCOMPUTED : "");
    if (text === "") return;
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells[this.#column] = text;
  }

  #cellText(): string {
    const value = this.#value;
    if (this.#type === "inlineStr") return this.#runs.text;
    if (value === "") return "";
    switch (this.#type) {
      case "s":
        return this.#sharedText(Number(value));
      case "str":
        return unescapeMarks(value);
      case "d":
        return value.slice(0, "yyyy-mm-dd".length);
      case "n":
        return this.#numberText(value);
      default:
        return value;
    }
  }

  /** A text that is not there is no empty cell: somebody's name would be left out, or with all his texts he himself. */
  #sharedText(number: number): string {
    const text = this.#workbook.sharedTexts[number];
    if (text === undefined) throw new BadXml(`there is no shared text ${number}`);
    return text;
  }

  #numberText(value: string): string {
    const { dateStyles, is1904 } = this.#workbook;
    return (dateStyles[this.#style] === true ? dateText(Number(value), is1904) : null) ?? plainNumber(value);
  }
}

/** "1.605091205909001E15" as its digits, moved as text; other numbers as they are. */
function plainNumber(value: string): string {
  const match = /^(-?)(\d+)(?:\.(\d*))?E\+?(\d{1,2})$/i.exec(value);
  if (match === null) return value;
  const [, sign = "", whole = "", decimals = "", power = ""] = match;
  const digits = whole + decimals.padEnd(Number(power), "0");
  const point = whole.length + Number(power);
  const rest = digits.slice(point).replace(/0+$/, "");
  return sign + digits.slice(0, point) + (rest === "" ? "" : `.${rest}`);
}

/** Excel's own limit, 31 December 9999. */
const LAST_DAY_NUMBER = 2_958_465;

/** yyyy-mm-dd of a day number; null for what is none, and for a number so small that nobody meant a date by it. */
function dateText(number: number, is1904: boolean): string | null {
  // a number may be none at all
  if (!(number >= FIRST_DAY_NUMBER && number <= LAST_DAY_NUMBER)) return null;
  return formatIsoDate(dateOfDayNumber(Math.floor(number) + (is1904 ? DAYS_FROM_1900_TO_1904 : 0)));
}
