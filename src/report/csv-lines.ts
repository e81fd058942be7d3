/**
 * Lines of CSV put together as bytes: what is a byte already (a cell kept of a list, a piece that every line has)
 * becomes no text on its way into a file. The only user of csv-stringify, which decides how a cell with quotes or
 * line ends in it is written; every other cell is written here, which a property test holds equal.
 */
import { stringify } from "csv-stringify/sync";
import { defused } from "../text/formula.ts";

export type Cell = string | number;

const COMMA = 0x2c;
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
for (let byte = 0; byte <= LAST_ASCII; byte++) {
  const text = String.fromCharCode(byte);
  if (defused(text) !== text) FIRST_EFFECTS[byte] = ODD;
}
// one that is defused itself hides what stands behind it
FIRST_EFFECTS["'".charCodeAt(0)] = ODD;

/** Whether a cell kept as bytes can be written as it is, byte by byte. */
export function isHarmless(byte: number, isFirst: boolean): boolean {
  return (isFirst ? FIRST_EFFECTS : EFFECTS)[byte] === HARMLESS;
}

/** By itself csv-stringify quotes a line end only where it is the whole of its own, CR LF. */
const CSV_OPTIONS = { record_delimiter: "windows", quoted_match: /[\r\n]/ } as const;
const LINE_END_LENGTH = 2;

/** From so many letters on the system's own way of writing a text is the faster one. */
const LONG_TEXT = 40;
/** Bytes that one UTF-16 unit can become. */
const MOST_UNIT_BYTES = 3;
/** Quotes, comma, line end. */
const MOST_AROUND = 5;
const MOST_DIGITS = 32;
const FRACTION_LENGTH = "0.0000".length;
const LARGEST_DIGITS = 2 ** 31;

export class CsvLines {
  /** What has been written stands before `length`. */
  bytes: Buffer;
  length = 0;
  private spare: Buffer | null = null;

  constructor(bytes: number) {
    this.bytes = Buffer.allocUnsafeSlow(bytes);
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
      for (let i = start; i < at; i++) effect |= EFFECTS[bytes[i]!]!;
    }
    if (effect === HARMLESS) this.length = at;
    else if (effect === TO_BE_QUOTED) this.quote(at);
    else this.oddText(text);
  }

  /** A cell of a number; it is no formula, whatever its sign. */
  number(value: number): void {
    this.makeRoom(MOST_DIGITS + MOST_AROUND);
    const hundredths = Math.round(Math.abs(value) * 100);
    if (hundredths >= LARGEST_DIGITS || hundredths / 100 !== Math.abs(value)) {
      this.length += this.bytes.write(String(value), this.length, "latin1");
      return;
    }
    if (value < 0) this.bytes[this.length++] = MINUS;
    this.digits(Math.floor(hundredths / 100));
    const decimals = hundredths % 100;
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

  /**
   * Kept cells that are all harmless, with a comma between them: the first begins at `start`, the last ends at the
   * last of the ends, and one byte parts each from the next. Room must have been made for them.
   */
  keptAlike(from: Buffer, start: number, ends: Int32Array): void {
    const { bytes, length } = this;
    const last = ends.length - 1;
    from.copy(bytes, length, start, ends[last]!);
    for (let i = 0; i < last; i++) bytes[length + ends[i]! - start] = COMMA;
    this.length = length + ends[last]! - start;
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
  }

  /** Hands over what has been written and begins anew. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = this.spare ?? Buffer.allocUnsafeSlow(this.bytes.length);
    this.spare = null;
    this.length = 0;
    return taken;
  }

  /** Gives bytes back that were taken and are needed no more, to be written over. */
  giveBack(taken: Buffer): void {
    this.spare = Buffer.from(taken.buffer);
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

const NEEDS_QUOTES = /[",\r\n]/;

/** The bytes of cells with commas between them, to be used as a piece of many lines. */
export function pieceOf(cells: readonly Cell[], endsLine = false): Uint8Array {
  const lines = new CsvLines(FIRST_PIECE_BYTES);
  lines.cells(cells);
  if (endsLine) lines.endLine();
  return Uint8Array.from(lines.take());
}

const FIRST_PIECE_BYTES = 64;
