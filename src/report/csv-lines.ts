/**
 * Lines of CSV put together as bytes: what is a byte already (a cell kept of a list, a piece that every line has)
 * becomes no text on its way into a file. The only user of csv-stringify, which decides how a cell with quotes or
 * line ends in it is written; every other cell is written here, which a property test holds equal.
 */
import { stringify } from "csv-stringify/sync";
import { BYTES_AT_ONCE } from "../machine/four-bytes.ts";
import { defused, FORMULA_SIGNS } from "../text/formula.ts";

export type Cell = string | number;

export const COMMA = 0x2c;
const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
const LAST_ASCII = 0x7f;
const BYTE = 0xff;

/** What a byte does to its cell. */
const HARMLESS = 0;
const TO_BE_QUOTED = 1;
const ODD = 2;
const EFFECTS = new Uint8Array(256);
EFFECTS[COMMA] = TO_BE_QUOTED;
for (const byte of [QUOTE, CARRIAGE_RETURN, LINE_FEED]) EFFECTS[byte] = ODD;
/** The same of the first byte of a cell, which can make it a formula. */
const FIRST_EFFECTS = EFFECTS.slice();
for (const sign of FORMULA_SIGNS) FIRST_EFFECTS[Buffer.from(sign)[0]!] = ODD;
// one that is defused itself hides what stands behind it
FIRST_EFFECTS["'".charCodeAt(0)] = ODD;

/** Whether a cell kept as bytes can be written as it is, byte by byte. */
export function isHarmless(byte: number, isFirst: boolean): boolean {
  return (isFirst ? FIRST_EFFECTS : EFFECTS)[byte] === HARMLESS;
}

/** By itself csv-stringify quotes a line end only where it is the whole of its own, CR LF. */
const CSV_OPTIONS = { record_delimiter: "windows", quoted_match: /[\r\n]/ } as const;
const LINE_END_LENGTH = 2;

/** From so many letters on the system's own way of writing a text is the faster one: to touch a byte costs V8 much. */
const LONG_TEXT = 16;
/** Bytes that one UTF-16 unit can become. */
const MOST_UNIT_BYTES = 3;
/** Quotes, comma, line end. */
const MOST_AROUND = 5;
/** More than any number has when it is written out. */
const MOST_DIGITS = 32;
const FRACTION_LENGTH = "0.0000".length;
/** Whole numbers below it are divided as such, which is faster. */
const LARGEST_DIGITS = 2 ** 31;

export class CsvLines {
  /** What has been written stands before `length`. */
  bytes: Buffer;
  length = 0;
  /** The same bytes. */
  private view: DataView;
  private readonly spares: Buffer[] = [];

  constructor(bytes: number) {
    this.bytes = Buffer.allocUnsafeSlow(bytes);
    this.view = viewOf(this.bytes);
  }

  /** One line of cells. */
  row(cells: readonly Cell[]): void {
    this.cells(cells);
    this.endLine();
  }

  /** Cells of a line, with commas between them. */
  cells(cells: readonly Cell[]): void {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      if (typeof cell === "string") this.text(cell);
      else this.number(cell);
      this.makeRoom(1);
      this.comma();
    }
    // behind the last there is none
    this.length--;
  }

  /** A cell of text. */
  text(text: string): void {
    const { length } = text;
    if (length === 0) return;
    this.makeRoom(length * MOST_UNIT_BYTES + MOST_AROUND);
    const { bytes } = this;
    const start = this.length;
    let at = start;
    let effect = HARMLESS;
    if (length < LONG_TEXT) {
      effect = FIRST_EFFECTS[text.charCodeAt(0) & BYTE]!;
      for (let i = 0; i < length; i++) {
        const code = text.charCodeAt(i);
        if (code > LAST_ASCII) effect = ODD;
        effect |= EFFECTS[code & BYTE]!;
        bytes[at++] = code;
      }
    } else {
      at += bytes.write(text, start, "utf8");
      effect = FIRST_EFFECTS[bytes[start]!]!;
      if (NEEDS_QUOTES.test(text)) effect |= IS_ODD.test(text) ? ODD : TO_BE_QUOTED;
    }
    if (effect === HARMLESS) this.length = at;
    else if (effect === TO_BE_QUOTED) this.quote(at);
    else this.oddText(text);
  }

  /** A cell of text with the comma behind it. */
  textCell(text: string): void {
    this.text(text);
    this.makeRoom(1);
    this.comma();
  }

  /** A cell of a number; it is no formula, whatever its sign. */
  number(value: number): void {
    this.makeRoom(MOST_DIGITS + MOST_AROUND);
    const hundredths = Math.round(Math.abs(value) * 100);
    if (hundredths >= LARGEST_DIGITS || hundredths / 100 !== Math.abs(value)) {
      this.length += this.bytes.write(String(value), this.length, "latin1");
      return;
    }
    this.hundredths(value < 0 ? -hundredths : hundredths);
  }

  /** A number as that many hundredths, without zeros at its end; room must have been made for it. */
  hundredths(value: number): void {
    const hundredths = Math.abs(value);
    if (value < 0) this.bytes[this.length++] = MINUS;
    const whole = Math.floor(hundredths / 100);
    this.digits(whole);
    const decimals = hundredths - 100 * whole;
    if (decimals === 0) return;
    this.bytes[this.length++] = POINT;
    this.bytes[this.length++] = ZERO + Math.floor(decimals / 10);
    if (decimals % 10 !== 0) this.bytes[this.length++] = ZERO + (decimals % 10);
  }

  /** A cell that is kept as bytes: `from[start, end)`. Room must have been made for it and for `MOST_AROUND` more. */
  kept(from: Uint8Array, start: number, end: number): void {
    if (start === end) return;
    const { bytes } = this;
    let at = this.length;
    let effect = FIRST_EFFECTS[from[start]!]!;
    for (let i = start; i < end; i++) {
      const byte = from[i]!;
      effect |= EFFECTS[byte]!;
      bytes[at++] = byte;
    }
    if (effect === HARMLESS) this.length = at;
    else if (effect === TO_BE_QUOTED) this.quote(at);
    else this.oddText(Buffer.from(from.buffer, from.byteOffset + start, end - start).toString("utf8"));
  }

  /** Bytes as they are; room must have been made for them. */
  piece(piece: Uint8Array): void {
    this.bytes.set(piece, this.length);
    this.length += piece.length;
  }

  /** What stands in other lines from `start` to `end`, as it is: four bytes at a time, which costs as much as one. */
  copied(from: CsvLines, start: number, end: number): void {
    this.makeRoom(end - start);
    const { view: others } = from;
    const { view } = this;
    let to = this.length;
    let at = start;
    for (; at + BYTES_AT_ONCE <= end; at += BYTES_AT_ONCE, to += BYTES_AT_ONCE)
      view.setInt32(to, others.getInt32(at));
    for (; at < end; at++, to++) view.setInt8(to, others.getInt8(at));
    this.length = to;
  }

  /** Room must have been made for it. */
  comma(): void {
    this.bytes[this.length++] = COMMA;
  }

  /** The decimal digits of a whole number from 0 below 2³¹; room must have been made for them. */
  digits(value: number): void {
    const { bytes } = this;
    let count = 1;
    for (let power = 10; power <= value; power *= 10) count++;
    let rest = value | 0;
    for (let at = this.length + count - 1; at >= this.length; at--) {
      const tenth = (rest / 10) | 0;
      bytes[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.length += count;
  }

  /** A number below 10,000 as that many ten thousandths: 0.0000 to 0.9999; room must have been made for it. */
  fraction(tenThousandths: number): void {
    const { bytes } = this;
    let rest = tenThousandths;
    for (let at = this.length + FRACTION_LENGTH - 1; at > this.length + 1; at--) {
      const tenth = (rest / 10) | 0;
      bytes[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    bytes[this.length] = ZERO;
    bytes[this.length + 1] = POINT;
    this.length += FRACTION_LENGTH;
  }

  endLine(): void {
    this.makeRoom(LINE_END_LENGTH);
    this.bytes[this.length++] = CARRIAGE_RETURN;
    this.bytes[this.length++] = LINE_FEED;
  }

  /** Makes room for so many more bytes. */
  makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.bytes.length, this.length + more));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
    this.view = viewOf(larger);
  }

  /** Hands over what has been written and begins anew. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = this.spares.pop() ?? Buffer.allocUnsafeSlow(this.bytes.length);
    this.view = viewOf(this.bytes);
    this.length = 0;
    return taken;
  }

  /** Gives bytes back that were taken and are needed no more, to be written over. */
  giveBack(taken: Uint8Array): void {
    this.spares.push(Buffer.from(taken.buffer));
  }

  /** Puts quotes around a cell that has been written up to `end`. */
  private quote(end: number): void {
    const { bytes, length } = this;
    bytes.copyWithin(length + 1, length, end);
    bytes[length] = QUOTE;
    bytes[end + 1] = QUOTE;
    this.length = end + 2;
  }

  /** A text that may be a formula or have quotes or line ends in it, or is short and no ASCII. */
  private oddText(given: string): void {
    const text = defused(given);
    const written = NEEDS_QUOTES.test(text)
      ? stringify([[text]], CSV_OPTIONS).slice(0, -LINE_END_LENGTH)
      : text;
    this.makeRoom(written.length * MOST_UNIT_BYTES + MOST_AROUND);
    this.length += this.bytes.write(written, this.length, "utf8");
  }
}

function viewOf({ buffer, byteOffset, length }: Buffer): DataView {
  return new DataView(buffer, byteOffset, length);
}

const NEEDS_QUOTES = /[",\r\n]/;
const IS_ODD = /["\r\n]/;

/** Cells of which a table has few and each in many lines: their bytes, with the comma behind them. */
export class KnownCells {
  private readonly pieces = new Map<string, Uint8Array>();

  write(text: string, lines: CsvLines): void {
    let piece = this.pieces.get(text);
    if (piece === undefined) {
      piece = pieceOf([text, ""]);
      this.pieces.set(text, piece);
    }
    lines.makeRoom(piece.length);
    lines.piece(piece);
  }
}

/** The bytes of cells with commas between them, to be used as a piece of many lines. */
export function pieceOf(cells: readonly Cell[], endsLine = false): Uint8Array {
  PIECE.length = 0;
  PIECE.cells(cells);
  if (endsLine) PIECE.endLine();
  return new Uint8Array(PIECE.bytes.subarray(0, PIECE.length));
}

/** Where pieces are put together. */
const PIECE = new CsvLines(1 << 10);
