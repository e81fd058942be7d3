/**
 * Rows of ordinary persons, understood while their bytes are read, without making a text of any cell: a complete NIK,
 * a name of letters, a numeric date, places and offices that came before. A cell of another kind is read as text. Where
 * it is not certain even then that the row is a person's, all of the row is read as text. That is never wrong, only
 * slower: both ways put the same into the store.
 */
import { isRealDate, packDate } from "../field/birth-date.ts";
import { cleanName } from "../field/name.ts";
import { isFiller, NIK_HALF } from "../field/packed-nik.ts";
import { cleanPlace } from "../field/place.ts";
import { cleanSex } from "../field/sex.ts";
import { cleanBirthDate } from "../field/written-date.ts";
import { BYTES_AT_ONCE, endOfText, fourDigits } from "../machine/four-bytes.ts";
import { isDitto, tidy, tidyName } from "./cell.ts";
import { isNoDate, mayBeIdentifier } from "./content.ts";
import { DELIMITERS } from "./delimiter.ts";
import { KnownTexts, NOT_KNOWN } from "./known-texts.ts";
import type { Layout } from "./layout.ts";
import { lastLineEnd } from "./line-ends.ts";
import { ownNumber } from "./name-and-number.ts";
import { NO_PLACE_NUMBER, type People, PlainRow } from "./people.ts";
import { holdsDate, holdsPlace, type Picks } from "./picks.ts";
import { PlainNameReader } from "./plain-name-reader.ts";
import type { RowContext } from "./record.ts";
import type { RowReader } from "./row-reader.ts";

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const MINUS = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;

/** Wider tables are read as text: each header further down has its columns told anew, all of them. */
const MOST_COLUMNS = 1 << 12;

/** What a column holds; first the cells that are kept as they were read, in the order of `RawCells`. */
const NIK = 0;
const NAME = 1;
const PLACE = 2;
const DATE = 3;
const SEX = 4;
const STATUS = 5;
const KEPT_CELLS = 6;
const UNIT = 6;
const FAMILY_CARD = 7;
const NOTHING = 8;

/** In place of where a cell ends. */
const NOT_PLAIN = -1;

export class PlainRows {
  readonly #reader: RowReader;
  readonly #context: RowContext;
  readonly #people: People;
  readonly #file: number;
  readonly #isPossible: boolean;
  readonly #delimiter: number;

  readonly #names: PlainNameReader;
  readonly #places: KnownTexts;
  readonly #sexes: KnownTexts;
  readonly #statuses: KnownTexts;
  readonly #units: KnownTexts;
  readonly #known: readonly KnownTexts[];
  #cleared: number;

  #picks: Picks | null = null;
  /** What each column holds; no columns where the cells of a row are not plainly those of its fields. */
  #columns = new Uint8Array(0);
  #lines: Buffer = NO_LINES;
  /** Behind the last of the lines that are read here. */
  #end = 0;

  readonly #row = new PlainRow();
  /** Where the cells that are kept begin and end, two numbers each. */
  readonly #spans = new Int32Array(2 * KEPT_CELLS);
  /** Bit i is set when cell i of those that are kept must be read as text. */
  #odd = 0;
  #place = NOT_KNOWN;
  /** That of the last row that was kept. */
  #lastPlace = NOT_KNOWN;
  #sex = NOT_KNOWN;
  #unit = NOT_KNOWN;
  /** Of the family card; 0 where there is none. */
  #cardHigh = 0;
  #cardLow = 0;
  /** The digits that were read last, packed. */
  #digits = 0;
  /** The number that was read last. */
  #number = 0;
  /** Where the first `&` stands that has not been passed, in a file parted by semicolons; −1 where there is none. */
  #entity = -1;
  /** The unit of rows that name none, and its number. */
  #blankUnit: string | null = null;
  #blankUnitNumber = 0;

  constructor(
    reader: RowReader,
    layout: Layout,
    delimiter: string,
    context: RowContext,
    people: People,
    file: number,
  ) {
    this.#reader = reader;
    this.#context = context;
    this.#people = people;
    this.#file = file;
    this.#delimiter = delimiter.charCodeAt(0);
    // another delimiter might stand in a name or a date
    const isUsual = (DELIMITERS as readonly string[]).includes(delimiter);
    const isOneList = context.otherLists === undefined || context.otherLists.length === 0;
    this.#isPossible = context.field.kind === "nik" && !layout.isAnswers && isUsual && isOneList;
    this.#names = new PlainNameReader(people);
    this.#places = new KnownTexts(isPlainPlace, (text) => people.places.intern(cleanPlace(text).value));
    const sexOf = (text: string): number => cleanSex(text, context.english, context.pria);
    // what is no sex might be another's cell
    this.#sexes = new KnownTexts((text) => text === "" || (isTidy(text) && sexOf(text) !== 0), sexOf);
    this.#statuses = new KnownTexts(isTidy);
    this.#units = new KnownTexts(isOwnText, (text) => people.units.intern(text));
    this.#known = [this.#places, this.#sexes, this.#statuses, this.#units];
    this.#cleared = people.cleared;
  }

  /** To be said before each batch of rows. */
  begin(): void {
    const { words, places, units, cleared } = this.#people;
    this.#names.begin();
    for (const texts of this.#known) texts.begin();
    this.#lines = NO_LINES;
    if (cleared === this.#cleared) return;
    this.#names.forgetNumbers(words.first);
    this.#places.forgetNumbers(places.first);
    this.#units.forgetNumbers(units.first);
    this.#blankUnit = null;
    this.#cleared = cleared;
  }

  /**
   * Adds the rows of the lines from `start` on, as long as they are plainly persons'.
   * @param lines have quotes only around a cell, all of it
   * @returns where the first line begins that is not
   */
  add(lines: Buffer, start: number): number {
    if (!this.#isPossible || !this.#reader.isInBody) return start;
    this.#lookAtColumns();
    if (this.#columns.length === 0 || lines.length < BYTES_AT_ONCE) return start;
    this.#lookForEntity(lines, start);
    // behind the end of a line that is read here there are bytes enough to look at four at once
    if (lines !== this.#lines) this.#end = lastLineEnd(lines, lines.length - BYTES_AT_ONCE + 1);
    this.#lines = lines;
    const bytes = new DataView(lines.buffer, lines.byteOffset, lines.length);
    const end = this.#end;
    let at = start | 0;
    while (at < end) {
      const next = this.#readRow(bytes, at);
      if (next < 0 || (this.#entity >= 0 && this.#entity < next)) break;
      this.#keepRow(bytes);
      at = next;
    }
    if (at > start) this.#reader.passPlace(this.#lastPlace < 0 ? "" : this.#places.text(this.#lastPlace));
    return at;
  }

  /** The semicolon of a web page's sign ("&#039;") ends no cell: a row that may have one is read as text. */
  #lookForEntity(lines: Buffer, start: number): void {
    if (this.#delimiter !== SEMICOLON) return;
    if (lines !== this.#lines || (this.#entity >= 0 && this.#entity < start))
      this.#entity = lines.indexOf(AMPERSAND, start);
  }

  #lookAtColumns(): void {
    const { picks, width } = this.#reader;
    if (picks === this.#picks) return;
    this.#picks = picks;
    this.#columns = columnsOf(picks, width);
    this.#spans.fill(0);
    this.#place = this.#sex = this.#unit = NO_CELL;
    this.#cardHigh = this.#cardLow = 0;
    this.#row.place = NO_PLACE_NUMBER;
    this.#row.sex = 0;
    this.#row.date = 0;
  }

  /** Where the next line begins; NOT_PLAIN where this one must be read as text. Nothing has been added yet. */
  #readRow(bytes: DataView, start: number): number {
    const columns = this.#columns;
    const spans = this.#spans;
    const last = columns.length - 1;
    this.#odd = 0;
    this.#row.identifier = this.#row.name = null;
    this.#row.isDateUnreadable = false;
    let at = start | 0;
    for (let column = 0; ; column++) {
      const isQuoted = bytes.getUint8(at) === QUOTE;
      if (isQuoted) at++;
      const cell = columns[column]!;
      const end = this.#readCell(cell, bytes, at, isQuoted ? QUOTE : this.#delimiter);
      if (end < 0) return NOT_PLAIN;
      if (cell < KEPT_CELLS) {
        spans[2 * cell] = at;
        spans[2 * cell + 1] = end;
      }
      at = end;
      if (isQuoted && bytes.getUint8(at++) !== QUOTE) return NOT_PLAIN;
      if (column === last) break;
      if (bytes.getUint8(at++) !== this.#delimiter) return NOT_PLAIN;
    }
    const lineEnd = bytes.getUint8(at++);
    if (lineEnd === CR) {
      if (bytes.getUint8(at) === LF) at++;
    } else if (lineEnd !== LF) return NOT_PLAIN;
    const isPerson = this.#odd === 0 ? this.#isNotCard() : this.#readOddCells();
    return isPerson ? at : NOT_PLAIN;
  }

  /**
   * Where the cell ends, which is at `stop` or a control character; NOT_PLAIN where its row must be read as text.
   */
  #readCell(cell: number, bytes: DataView, start: number, stop: number): number {
    switch (cell) {
      case NIK:
        return this.#orOdd(NIK, this.#readNik(bytes, start), bytes, start, stop);
      case NAME:
        return this.#orOdd(NAME, this.#names.read(bytes, start, stop), bytes, start, stop);
      case DATE:
        return this.#orOdd(DATE, this.#readDate(bytes, start), bytes, start, stop);
      case PLACE: {
        const end = this.#places.read(bytes, start, stop);
        this.#place = this.#places.key;
        return this.#place === NOT_KNOWN ? NOT_PLAIN : end;
      }
      case SEX: {
        const end = this.#sexes.read(bytes, start, stop);
        this.#sex = this.#sexes.key;
        return this.#sex === NOT_KNOWN ? NOT_PLAIN : end;
      }
      case STATUS: {
        const end = this.#statuses.read(bytes, start, stop);
        return this.#statuses.key === NOT_KNOWN ? NOT_PLAIN : end;
      }
      case UNIT: {
        const end = this.#units.read(bytes, start, stop);
        this.#unit = end === start ? NO_CELL : this.#units.key;
        return this.#unit === NOT_KNOWN ? NOT_PLAIN : end;
      }
      case FAMILY_CARD:
        return this.#readCard(bytes, start, stop);
      default:
        return endOfText(bytes, start, stop);
    }
  }

  #orOdd(cell: number, end: number, bytes: DataView, start: number, stop: number): number {
    if (end >= 0 && endsCell(bytes.getUint8(end), stop)) return end;
    this.#odd |= 1 << cell;
    return endOfText(bytes, start, stop);
  }

  /** Sixteen digits that are no filler, the last four not all zero: those a spreadsheet has zeroed. */
  #readNik(bytes: DataView, start: number): number {
    const half = this.#readDigits(bytes, start);
    if (half < 0) return NOT_PLAIN;
    this.#row.nikHigh = this.#digits;
    const end = this.#readDigits(bytes, half);
    if (end < 0 || (this.#digits & SERIAL_MASK) === 0) return NOT_PLAIN;
    this.#row.nikLow = this.#digits;
    return isFiller(this.#row.nikHigh, this.#digits) ? NOT_PLAIN : end;
  }

  /** A family card's number is written like a NIK, or not at all. */
  #readCard(bytes: DataView, start: number, stop: number): number {
    this.#cardHigh = this.#cardLow = 0;
    if (endsCell(bytes.getUint8(start), stop)) return start;
    const half = this.#readDigits(bytes, start);
    if (half < 0) return NOT_PLAIN;
    this.#cardHigh = this.#digits;
    const end = this.#readDigits(bytes, half);
    this.#cardLow = this.#digits;
    return end;
  }

  #isNotCard(): boolean {
    return this.#cardHigh !== this.#row.nikHigh || this.#cardLow !== this.#row.nikLow;
  }

  /** Half a NIK, packed as the store has it, into `#digits`. */
  #readDigits(bytes: DataView, start: number): number {
    const first = fourDigits(bytes, start);
    if (first < 0) return NOT_PLAIN;
    const second = fourDigits(bytes, start + BYTES_AT_ONCE);
    if (second < 0) return NOT_PLAIN;
    this.#digits = (first << HALF_OF_BITS) | second;
    return start + NIK_HALF;
  }

  /** A day of the calendar in numbers, its year of four digits; or nothing. */
  #readDate(bytes: DataView, start: number): number {
    const row = this.#row;
    row.date = 0;
    const firstEnd = this.#readNumber(bytes, start);
    const first = this.#number;
    // nothing at all is a date that is missing
    if (firstEnd === start) return start;
    if (!isDateSeparator(bytes.getUint8(firstEnd))) return NOT_PLAIN;
    const secondEnd = this.#readNumber(bytes, firstEnd + 1);
    const second = this.#number;
    if (!isDateSeparator(bytes.getUint8(secondEnd))) return NOT_PLAIN;
    const end = this.#readNumber(bytes, secondEnd + 1);
    const third = this.#number;
    const firstDigits = firstEnd - start;
    const secondDigits = secondEnd - firstEnd - 1;
    const thirdDigits = end - secondEnd - 1;
    if (secondDigits !== 1 && secondDigits !== 2) return NOT_PLAIN;
    if (firstDigits === 4 && (thirdDigits === 1 || thirdDigits === 2))
      row.date = dateOf(first, second, third);
    else if (thirdDigits === 4 && (firstDigits === 1 || firstDigits === 2))
      row.date = this.#context.order === "mdy" ? dateOf(third, first, second) : dateOf(third, second, first);
    return row.date === 0 ? NOT_PLAIN : end;
  }

  /** Digits, as many as there are, into `#number`; that of more than nine of them says nothing. */
  #readNumber(bytes: DataView, start: number): number {
    let number = 0;
    let at = start | 0;
    for (;;) {
      const digit = bytes.getUint8(at) - ZERO;
      if (digit < 0 || digit > NINE - ZERO) break;
      number = (number * 10 + digit) | 0;
      at++;
    }
    this.#number = number;
    return at;
  }

  /** Reads as text what is not plain of a row that is a person's all the same; words for numbers may be others' cells. */
  #readOddCells(): boolean {
    const nik = this.#text(NIK);
    const name = this.#text(NAME);
    const birthDate = this.#text(DATE);
    // of two numbers the header says which
    if (ownNumber(nik, false) !== nik) return false;
    if (tidy(nik) !== nik || tidyName(name) !== name || tidy(birthDate) !== birthDate) return false;
    if (!this.#reader.isPlainlyPerson({ nik, name, birthDate })) return false;
    const row = this.#row;
    const { field, order, asOf } = this.#context;
    const identifier = field.clean(nik);
    if (this.#isOdd(NIK)) {
      if (identifier.state === "malformed" && !mayBeIdentifier(nik)) return false;
      // it might be the card's
      if (this.#cardHigh !== 0 || this.#cardLow !== 0) return false;
      row.identifier = identifier;
    } else if (!this.#isNotCard()) return false;
    if (this.#isOdd(NAME)) row.name = cleanName(name);
    if (this.#isOdd(DATE)) {
      if (holdsPlace(birthDate)) return false;
      const identifierDate = field.birthDateDigits(identifier);
      const { state, packed } = cleanBirthDate(birthDate, { order, asOf, identifierDate });
      row.date = packed;
      row.isDateUnreadable = state === "unreadable";
      if (row.isDateUnreadable && isNoDate(birthDate)) return false;
    }
    return true;
  }

  #isOdd(cell: number): boolean {
    return (this.#odd & (1 << cell)) !== 0;
  }

  #text(cell: number): string {
    return this.#lines.toString("utf8", this.#spans[2 * cell], this.#spans[2 * cell + 1]);
  }

  /** Adds the row that was read. */
  #keepRow(bytes: DataView): void {
    const row = this.#row;
    const reader = this.#reader;
    let unit: string;
    if (this.#unit === NO_CELL) {
      unit = reader.unitWhereBlank;
      if (unit !== this.#blankUnit) {
        this.#blankUnit = unit;
        this.#blankUnitNumber = this.#people.units.intern(unit);
      }
      row.unit = this.#blankUnitNumber;
    } else {
      unit = this.#units.text(this.#unit);
      row.unit = this.#units.number(this.#unit);
    }
    this.#lastPlace = this.#place;
    if (this.#place !== NO_CELL) row.place = this.#places.number(this.#place);
    if (this.#sex !== NO_CELL) row.sex = this.#sexes.number(this.#sex) as PlainRow["sex"];
    if (row.name === null) this.#names.putInto(row);
    this.#people.addPlain(row, bytes, this.#spans, this.#file, reader.passPerson(unit));
  }
}

const NO_LINES = Buffer.alloc(0);

/** In place of a key, where the row or the table has no such cell. */
const NO_CELL = -2;
/** Four digits of four bits. */
const SERIAL_MASK = 0xffff;
const HALF_OF_BITS = 16;
/** Smaller numbers of four digits begin with 0, which no year does. */
const FIRST_YEAR = 1000;

/** What each column holds; none where a field is spread over columns, or a column lies outside of the table. */
function columnsOf(picks: Picks, width: number): Uint8Array<ArrayBuffer> {
  const { nik, names, birthPlaceAndDate, sexTicks, birthPlace, birthDates, sex, status, unit, familyCard } =
    picks;
  const isSpread = names.length !== 1 || birthDates.length > 1 || sexTicks !== null || picks.askedName >= 0;
  if (nik < 0 || isSpread || birthPlaceAndDate >= 0 || width > MOST_COLUMNS) return NO_COLUMNS;
  const columns = new Uint8Array(width).fill(NOTHING);
  // in the order of their cells
  const taken = [nik, names[0]!, birthPlace, birthDates[0] ?? -1, sex, status, unit, familyCard];
  for (const [cell, column] of taken.entries()) {
    if (column < 0) continue;
    if (columns[column] !== NOTHING) return NO_COLUMNS;
    columns[column] = cell;
  }
  return columns;
}
const NO_COLUMNS = new Uint8Array(0);

/** Whether a text is kept as it is. */
function isTidy(text: string): boolean {
  return tidy(text) === text;
}

/** The same of a column in which a text may stand for that above it. */
function isOwnText(text: string): boolean {
  return isTidy(text) && !isDitto(text);
}

function isPlainPlace(text: string): boolean {
  return isOwnText(text) && !holdsDate(text);
}

function endsCell(byte: number, stop: number): boolean {
  return byte === stop || byte < SPACE;
}

function dateOf(year: number, month: number, day: number): number {
  return year >= FIRST_YEAR && isRealDate(year, month, day) ? packDate(year, month, day) : 0;
}

function isDateSeparator(byte: number): boolean {
  return byte === MINUS || byte === SLASH || byte === DOT;
}
