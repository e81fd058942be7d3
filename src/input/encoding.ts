/**
 * Encodings: whatever a file was written in leaves here as UTF-8, the only thing later stages see. Looks at bytes,
 * never at the file's name.
 *
 * UTF-8 and Windows-1252 agree on ASCII, so lines can be found before the encoding of each is known. The choice
 * between the two is made line by line: a line that is not valid UTF-8 is read as Windows-1252. A file that was
 * glued together from both is thus read right, and the result does not depend on where a chunk ends.
 * Excel writes UTF-8 with BOM, UTF-16LE ("Unicode text") or the code page, 1252 here (domain.md §8).
 */
import { isAscii, isUtf8 } from "node:buffer";
import { type MarkedEncoding, markedEncoding } from "../text/byte-order-mark.ts";
import { behindLineEnd, LineEnds, lastLineEnd } from "./line-ends.ts";

export type Encoding = MarkedEncoding | "utf-8" | "windows-1252";

/** Decided from the head of the file, without the bytes of a character or line cut off at its end. */
export function detectEncoding(head: Buffer): Encoding {
  const known = markedEncoding(head) ?? detectWide(head);
  if (known !== null) return known;
  const lastLine = lastLineEnd(head, head.length);
  return mostLinesAreUtf8(lastLine > 0 ? head.subarray(0, lastLine) : head) ? "utf-8" : "windows-1252";
}

/** Of the lines that are not plain ASCII, which are the same in both. */
function mostLinesAreUtf8(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true;
  let utf8 = 0;
  let other = 0;
  for (const line of linesOf(bytes)) {
    if (!isUtf8(line)) other++;
    else if (!isAscii(line)) utf8++;
  }
  return utf8 > other;
}

function* linesOf(bytes: Buffer): Generator<Buffer, void> {
  const lineEnds = new LineEnds(bytes);
  for (let start = 0; start < bytes.length; ) {
    const end = behindLineEnd(bytes, lineEnds.after(start));
    yield bytes.subarray(start, end);
    start = end;
  }
}

/** Bytes that are looked at for zeros. */
const SEARCHED_BYTES = 4096;
/** Of the bytes on one side and on the other. */
const FEWEST_ZEROS = 0.6;
const MOST_STRAY_ZEROS = 0.1;

/** UTF-16 without BOM: text of this country has a zero in nearly every second byte, on one side only. */
function detectWide(head: Buffer): "utf-16le" | "utf-16be" | null {
  const length = Math.min(head.length, SEARCHED_BYTES) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (pairs === 0) return null;
  if (odd > pairs * FEWEST_ZEROS && even < pairs * MOST_STRAY_ZEROS) return "utf-16le";
  if (even > pairs * FEWEST_ZEROS && odd < pairs * MOST_STRAY_ZEROS) return "utf-16be";
  return null;
}

/** Turns chunks into UTF-8 without byte order mark; chunks may end anywhere. Does not mend Windows-1252 lines. */
export interface Utf8Stream {
  push(chunk: Buffer): Buffer;
  /** What is left when the file has ended. */
  end(): Buffer;
}

export function utf8Stream(encoding: Encoding): Utf8Stream {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const decoder = new TextDecoder(encoding); // drops the byte order mark
    return {
      push: (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }), "utf8"),
      end: () => Buffer.from(decoder.decode(), "utf8"),
    };
  }
  if (encoding === "utf-32le" || encoding === "utf-32be") return utf32Stream(encoding === "utf-32le");
  let skip = encoding === "utf-8-bom" ? 3 : 0;
  return {
    push: (chunk) => {
      if (skip === 0) return chunk;
      const drop = Math.min(skip, chunk.length);
      skip -= drop;
      return chunk.subarray(drop);
    },
    end: () => Buffer.alloc(0),
  };
}

/** By hand: TextDecoder knows no UTF-32. Its byte order mark is always there, for it is known by nothing else. */
function utf32Stream(isLittle: boolean): Utf8Stream {
  let pending: Buffer = Buffer.alloc(0);
  let isMarked = true;
  return {
    push: (chunk) => {
      const bytes = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const end = bytes.length & ~3;
      // copied: a chunk is written over before the next but one
      pending = Buffer.from(bytes.subarray(end));
      let text = "";
      for (let at = isMarked ? 4 : 0; at < end; at += 4) {
        const code = isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
        text += code > LAST_CODE_POINT ? NO_CHARACTER : String.fromCodePoint(code);
      }
      if (end > 0) isMarked = false;
      return Buffer.from(text, "utf8");
    },
    end: () => Buffer.from(pending.length === 0 ? "" : NO_CHARACTER, "utf8"),
  };
}
const LAST_CODE_POINT = 0x10ffff;
const NO_CHARACTER = "\uFFFD";

/** Lines that are not valid UTF-8 rewritten from Windows-1252; the very same buffer when all are valid. */
export function mendLines(bytes: Buffer): { readonly bytes: Buffer; readonly mended: number } {
  if (isUtf8(bytes)) return { bytes, mended: 0 };
  const parts: Buffer[] = [];
  let mended = 0;
  for (const line of linesOf(bytes)) {
    const isSound = isUtf8(line);
    parts.push(isSound ? line : fromWindows1252(line));
    if (!isSound) mended++;
  }
  return { bytes: Buffer.concat(parts), mended };
}

/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F. */
const HIGH_CONTROLS =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

/** By hand: TextDecoder of some Node 20 releases reads Windows-1252 as Latin-1. */
function fromWindows1252(line: Buffer): Buffer {
  const text = line.toString("latin1");
  return Buffer.from(
    text.replace(/[\u0080-\u009F]/g, (mark) => HIGH_CONTROLS[mark.charCodeAt(0) - 0x80]!),
    "utf8",
  );
}

/** The characters of Windows-1252 for the bytes that continue a character of UTF-8. */
const FIRST_CONTINUING = 0x80;
const CONTINUING =
  HIGH_CONTROLS + Buffer.from(Array.from({ length: 0x20 }, (_, at) => 0xa0 + at)).toString("latin1");
/** What Latin letters, spaces, quotation marks and a byte order mark become when UTF-8 is read as Windows-1252. */
const MISREAD = new RegExp(`[\u00C2\u00C3][${CONTINUING}]|\u00E2[${CONTINUING}]{2}|\u00EF\u00BB\u00BF`, "g");

/** A spreadsheet that opens UTF-8 as Windows-1252 shows "Maâ€™ruf", and saves it so in whatever encoding. */
export function readAgain(text: string): string {
  return text.replace(MISREAD, (misread) => Buffer.from(Array.from(misread, byteOf)).toString("utf8"));
}

function byteOf(character: string): number {
  const at = CONTINUING.indexOf(character);
  return at < 0 ? character.charCodeAt(0) : FIRST_CONTINUING + at;
}
