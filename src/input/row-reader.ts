/**
 * A row of cells → the raw row of a person. Picks the columns in use, judges each row as a person's, as damaged or as
 * layout, and carries what one row says about those below it (the office they belong to, a new header). Nothing is
 * dropped unseen: each row is counted in exactly one place.
 *
 * Where it is not certain that a row is layout, it is taken for a person's: a case too many is seen by whoever
 * reads the report, a person lost is seen by nobody.
 */
import { NIK_DIGITS } from "../field/packed-nik.ts";
import { countDigits } from "../text/ascii.ts";
import { withAskedName } from "./answer.ts";
import { isDitto, startsWithLetter, tidy } from "./cell.ts";
import { isDate, mayBeDate, mayBeIdentifier, mayHoldIdentifier } from "./content.ts";
import { splitLine } from "./csv.ts";
import { DELIMITERS } from "./delimiter.ts";
import { type HeaderCell, looksLikeHeader } from "./header-rows.ts";
import type { LayoutKind, Rejection, RejectionReason } from "./judged-rows.ts";
import type { Layout } from "./layout.ts";
import {
  isCounted,
  isGroupNumeral,
  isHint,
  isNumbering,
  isRemark,
  isSignature,
  isSigner,
  isTitle,
  isTotal,
  isUnitName,
  labelledUnit,
  withoutNumeral,
} from "./layout-rows.ts";
import { haveMoved, type TellingColumn, tellingColumns, type UsualCells } from "./moved-cells.ts";
import { cellAt, isOfBoth, nameAndNumberAt, nameAt, type Picks, placeAndDateAt, tickedSex } from "./picks.ts";
import type { RawRow } from "./record.ts";
import { type Cells, type Damage, UNCOMPUTED } from "./rows.ts";

/** So much of a rejected row is shown. Characters. */
const LONGEST_REJECTED_TEXT = 200;
/** A group's name is a line, not a paragraph. */
const LONGEST_UNIT = 120;
/** Filled cells of a signature block's widest row. */
const WIDEST_SIGNATURE = 3;

/** The cells by which a row is known to be a person's. */
type IdentifyingCells = Pick<RawRow, "nik" | "name" | "birthDate">;

type Judgement = RejectionReason | { readonly layout: LayoutKind } | null;

export class RowReader {
  readonly #layout: Layout;
  readonly #delimiter: string;
  #picks!: Picks;
  #width!: number;
  #usualCells!: UsualCells;
  #telling: readonly TellingColumn[] = [];
  /** Columns of which a cell is somebody's. */
  #used: readonly number[] = [];
  #otherHeader: readonly HeaderCell[] | null = null;
  /** Spreadsheet row of the next row. */
  #row = 1;
  /** Office named by the last group row. */
  #group: string;
  /** Office of the row above. */
  #unitAbove = "";
  /** Birth place of the row above. */
  #placeAbove = "";
  /** Below a signature: what looks like no person is its rest. */
  #isClosing = false;
  /** The row of another header, tidied, until a row below it that is no person's says nothing more of it. */
  #headerAbove: Cells | null = null;
  /** Spreadsheet row of the last other header. */
  #headerRow = 0;

  /** @param delimiter of the CSV file, "" for other formats. */
  constructor(layout: Layout, delimiter: string) {
    this.#layout = layout;
    this.#delimiter = delimiter;
    this.#arrange(layout);
    this.#group = layout.unit;
  }

  /** Columns in use in the rows to come. */
  get picks(): Picks {
    return this.#picks;
  }

  /** That of the rows to come where it is not the first. */
  get otherHeader(): readonly HeaderCell[] | null {
    return this.#otherHeader;
  }

  /** Cells of an ordinary row among those to come. */
  get width(): number {
    return this.#width;
  }

  /** Whether the next row may be a person's. */
  get isInBody(): boolean {
    return this.#row >= this.#layout.firstDataRow;
  }

  /** The office of a row to come that names none. */
  get unitWhereBlank(): string {
    return (this.#layout.unitFillsDown ? this.#unitAbove : "") || this.#group;
  }

  /** Judges the next row of the file. */
  read(written: Cells, damage: Damage | null): RawRow | Rejection | LayoutKind {
    const row = this.#row++;
    if (row < this.#layout.firstDataRow) return this.#kindAbove(written, row);
    if (damage === null && written.every((cell) => cell === "")) return "blank";
    const cells = this.#repair(written, damage);
    const raw = this.#pick(cells, row);
    const judged = this.#judge(cells, raw, damage);
    const judgement = this.#isUncomputed(cells, judged) ? "uncomputed" : judged;
    if (judgement !== null && typeof judgement === "object") return judgement.layout;
    // what stands in a row whose cells may have moved is no office and no place
    const isPlaced = judgement === null || judgement === "no_identity" || judgement === "uncomputed";
    this.#unitAbove = isPlaced && cells[this.#picks.unit] !== UNCOMPUTED ? raw.unit : "";
    this.#placeAbove = isPlaced ? raw.birthPlace : "";
    return judgement === null ? raw : { row, reason: judgement, text: this.#shown(cells) };
  }

  /**
   * Passes the next row by, which is plainly a person's: an identifier, a name of letters, all cells of the table.
   * @returns its spreadsheet row
   */
  passPerson(unit: string): number {
    this.#isClosing = false;
    this.#unitAbove = unit;
    return this.#row++;
  }

  /** Where the last of the persons that were passed by was born. */
  passPlace(place: string): void {
    this.#placeAbove = place;
  }

  #pick(cells: Cells, row: number): RawRow {
    const picks = this.#picks;
    const { name, number } = nameAndNumberAt(cells, picks);
    const { place, date } = placeAndDateAt(cells, picks);
    // marks alone would be nothing, and of a cell of both only words are left
    const isPlaceAbove = isDitto(cells[picks.birthPlace] ?? "") || isDitto(place);
    return {
      row,
      nik: number,
      name: this.#layout.isAnswers ? withAskedName(nameAt(cells, [picks.askedName]), name) : name,
      birthPlace: isPlaceAbove ? this.#placeAbove : place,
      birthDate: date,
      sex: picks.sexTicks === null ? cellAt(cells, picks.sex) : tickedSex(cells, picks.sexTicks),
      unit: isDitto(cells[picks.unit] ?? "")
        ? this.#unitAbove || this.#group
        : cellAt(cells, picks.unit) || this.unitWhereBlank,
      status: cellAt(cells, picks.status),
      familyCard: cellAt(cells, picks.familyCard),
    };
  }

  #judge(cells: Cells, raw: RawRow, damage: Damage | null): Judgement {
    if (damage === "overlong" || holdsNul(raw)) return "unreadable";
    if (this.isPlainlyPerson(raw)) {
      this.#isClosing = false;
      return this.#isRagged(cells) ? (damage ?? "ragged") : null;
    }
    const texts = cells.map(tidy);
    const layout = this.#layoutKind(texts, raw);
    if (layout !== null) return { layout };
    if (this.#isRagged(cells)) return damage ?? "ragged";
    if (this.#layout.isAnswers) return damage ?? "no_identity";
    if (HAS_LETTER.test(raw.name) || this.#isKnownByNumbers(raw)) return null;
    return damage ?? "no_identity";
  }

  /**
   * Whether what is in use of a row is a formula without a result, which would be read as somebody's missing NIK. In a
   * row that is layout with something else in it, as a total is, it is of no matter.
   */
  #isUncomputed(cells: Cells, judged: Judgement): boolean {
    if (!cells.includes(UNCOMPUTED)) return false;
    const isOther = judged !== null && typeof judged === "object" && judged.layout !== "blank";
    return !isOther && this.#used.some((column) => cells[column] === UNCOMPUTED);
  }

  /** An identifier, however damaged, and something for a birth date; words for an identifier are cells that have moved. */
  #isKnownByNumbers({ nik, birthDate }: IdentifyingCells): boolean {
    if (nik === "" || birthDate === "") return false;
    return this.#layout.identifier === "plain" || mayHoldIdentifier(nik);
  }

  /** Settles nearly every row: a name beside something that can only be an identifier or a birth date. */
  isPlainlyPerson(raw: IdentifyingCells): boolean {
    if (this.#layout.isAnswers) return this.#hasIdentifier(raw);
    if (!startsWithLetter(raw.name)) return false;
    return this.#hasIdentifier(raw) || (mayBeDate(raw.birthDate) && !isSigner(raw.name));
  }

  #hasIdentifier(raw: IdentifyingCells): boolean {
    // in one cell name and number are a signer's as well, whose number is a NIP
    if (isOfBoth(this.#picks) && raw.birthDate === "" && !this.#isLongAsNik(raw.nik)) return false;
    if (this.#layout.identifier === "plain") return countDigits(raw.nik) > 0;
    return mayBeIdentifier(raw.nik);
  }

  #isLongAsNik(number: string): boolean {
    return this.#layout.identifier === "nik" && Math.abs(countDigits(number) - NIK_DIGITS) <= 1;
  }

  /** Rows in front of the first that may be a person's; the header stands right above that. */
  #kindAbove(cells: Cells, row: number): LayoutKind {
    if (row >= this.#layout.firstDataRow - this.#layout.headerRows.length) return "header";
    return cells.every((cell) => tidy(cell) === "") ? "blank" : "above";
  }

  /** Null where the row may be a person's. */
  #layoutKind(texts: readonly string[], raw: RawRow): LayoutKind | null {
    const filled = texts.filter((text) => text !== "");
    const first = filled[0];
    if (first === undefined) return "blank";
    if (isNumbering(texts)) return "numbering";
    if (this.#isHeader(texts, filled)) return "header";
    if (this.#hasIdentifier(raw) || (mayBeDate(raw.birthDate) && raw.nik !== "")) return null;
    if (isHint(texts)) return "hint";
    if (isTotal(first) || isCounted(raw.name)) return "total";
    if (isDeclaration(first, raw.row)) return "above";

    if (this.#isOrdinary(texts, filled, raw)) return null;
    if (filled.length <= WIDEST_SIGNATURE) {
      if (isSignature(filled, this.#layout.asOf)) this.#isClosing = true;
      if (this.#isClosing) return "signature";
    }
    const unit = labelledUnit(texts);
    if (unit !== null) return this.#enterGroup(unit);
    return this.#groupKind(texts, filled, raw);
  }

  /** A name in a row that is numbered, or as full as the others: a person without identifier and birth date. */
  #isOrdinary(texts: readonly string[], filled: readonly string[], raw: RawRow): boolean {
    if (raw.name === "" || isSigner(raw.name)) return false;
    const isNumbered = /^\d{1,6}\.?$/.test(texts[this.#picks.rowNumber] ?? "");
    return (isNumbered && !isUnitName(raw.name)) || filled.length >= this.#layout.filled;
  }

  /** One text in a row of a wider table: the name of an office, a title or a note; a name alone is a person's. */
  #groupKind(texts: readonly string[], filled: readonly string[], raw: RawRow): LayoutKind | null {
    // somebody's, whose name stands elsewhere
    if (this.#layout.filled < 3 || isDate(raw.birthDate)) return null;
    const numeral = texts[this.#picks.rowNumber] ?? "";
    const hasNumeral = numeral !== "" && filled.length === 2;
    const others = hasNumeral ? filled.filter((text) => text !== numeral) : filled;
    // a merged cell may have been filled into every column
    if (others.length === 0 || others.some((text) => text !== others[0])) return null;
    const text = others[0]!;
    const isName = raw.name !== "" && others.length === 1;
    if (isName && !isUnitName(text) && !isTitle(text) && !isGroupNumeral(numeral)) return null;
    if (hasNumeral && !isGroupNumeral(numeral) && !isUnitName(text)) return null;
    // what stands behind the columns of persons goes on with the cell above, as a long job; not so where units stand
    const at = texts.indexOf(text);
    if (!isUnitName(text) && at !== this.#picks.unit && at > Math.max(this.#picks.nik, ...this.#picks.names))
      return "title";
    if (!isRemark(text) && text.length <= LONGEST_UNIT && /\p{L}{3}/u.test(text) && !text.includes(":")) {
      return this.#enterGroup(withoutNumeral(text));
    }
    return "title";
  }

  #enterGroup(unit: string): LayoutKind {
    this.#group = unit;
    this.#unitAbove = "";
    return "unit";
  }

  /** The header again, or another one: then the columns are read anew. */
  #isHeader(texts: readonly string[], filled: readonly string[]): boolean {
    const { headerRows, width } = this.#layout;
    if (headerRows.some((header) => texts.every((text, column) => text === "" || text === header[column]))) {
      this.#arrange(this.#layout);
      this.#otherHeader = null;
      if (filled.length > 1) this.#isClosing = false;
      return true;
    }
    const above = this.#headerAbove;
    const row = this.#row - 1;
    if (above !== null && this.#headerRow === row - 1 && isSameRow(above, texts)) {
      // the same once more says nothing new
      this.#headerRow = row;
      return true;
    }
    this.#headerAbove = null;
    const others =
      above !== null || looksLikeHeader(filled) ? this.#layout.readAnotherHeader(texts, above ?? []) : null;
    if (others === null) return false;
    this.#headerAbove = texts;
    this.#headerRow = row;
    this.#isClosing = false;
    this.#otherHeader = others.header;
    this.#arrange({ ...others, width: Math.max(texts.length, width) });
    return true;
  }

  /** From here on cells stand as this header says. */
  #arrange({ picks, width, usualCells }: Pick<Layout, "picks" | "width" | "usualCells">): void {
    this.#picks = picks;
    this.#width = width;
    this.#usualCells = usualCells;
    this.#telling = this.#delimiter === "" ? [] : tellingColumns(picks, this.#layout.identifier);
    const { rowNumber: _row, isNikSecond: _order, names, birthDates, sexTicks, ...others } = picks;
    this.#used = [...names, ...birthDates, ...(sexTicks ?? []), ...Object.values(others)];
  }

  /** A row must hold the cells that identify its person, each under its header, and nothing beyond its table. */
  #isRagged(cells: Cells): boolean {
    if (haveMoved(cells, this.#usualCells, this.#telling)) return true;
    if (cells.length === this.#width) return false;
    if (cells.length < this.#width) {
      // a sheet leaves out the blank cells at the end of a row
      if (this.#delimiter === "") return false;
      const { nik, names, birthDates, birthPlaceAndDate } = this.#picks;
      return cells.length <= Math.max(nik, birthPlaceAndDate, ...birthDates, ...names);
    }
    return cells.slice(this.#width).some((cell) => tidy(cell) !== "");
  }

  /** A row written with another delimiter than the file's, split by that; the quotes of a damaged row taken off. */
  #repair(cells: Cells, damage: Damage | null): Cells {
    if (damage === "open_quote")
      return cells.map((cell) => (isDitto(cell) ? cell : withoutOuterQuotes(cell)));
    if (this.#delimiter === "" || cells.length >= this.#width || cells.length > 2) return cells;
    const text = cells.join(this.#delimiter);
    for (const delimiter of DELIMITERS) {
      if (delimiter === this.#delimiter || !text.includes(delimiter)) continue;
      const split = splitLine(text, delimiter);
      if (split !== null && (split.length === this.#width || looksLikeHeader(split))) return split;
    }
    return cells;
  }

  #shown(cells: Cells): string {
    const text = cells
      .map((cell) => (cell === UNCOMPUTED ? "" : cell))
      .join(this.#delimiter === "" ? " | " : this.#delimiter);
    return text.length > LONGEST_REJECTED_TEXT ? `${text.slice(0, LONGEST_REJECTED_TEXT)}…` : text;
  }
}

/** A name of digits and marks is none. */
const HAS_LETTER = /\p{L}/u;

/** NUL within a text: its bytes are lost. (At the ends it is padding.) */
function holdsNul(raw: RawRow): boolean {
  return (
    raw.name.includes("\0") ||
    raw.nik.includes("\0") ||
    raw.birthDate.includes("\0") ||
    raw.birthPlace.includes("\0")
  );
}

function isSameRow(cells: Cells, others: Cells): boolean {
  return cells.length === others.length && cells.every((cell, column) => cell === others[column]);
}

/** Excel's `sep=;` line. */
function isDeclaration(text: string, row: number): boolean {
  return row === 1 && /^sep=/i.test(text);
}

function withoutOuterQuotes(cell: string): string {
  return cell.replace(/^\s*"|"\s*$/g, "");
}
