/**
 * Where the lines of a text end, in its bytes: at LF, at CR LF, and at a CR by itself, as a spreadsheet has it. One file
 * may have all of them; a line end within quotes is for whoever knows the quotes.
 */

const LF = 10;
const CR = 13;

export function endsLine(byte: number | undefined): boolean {
  return byte === LF || byte === CR;
}

/** Behind the line end at `at`. */
export function behindLineEnd(bytes: Uint8Array, at: number): number {
  return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
}

/** Whether bytes to come may belong to the line end at `at`. */
export function isOpenLineEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === CR && at + 1 === bytes.length;
}

/** Behind the last line that ends before `before`; 0 where none does. A CR behind which nothing is known ends none. */
export function lastLineEnd(bytes: Buffer, before: number): number {
  const end = isOpenLineEnd(bytes, before - 1) ? before - 1 : before;
  const head = bytes.subarray(0, end);
  const behindLf = head.lastIndexOf(LF) + 1;
  return behindLf + head.subarray(behindLf).lastIndexOf(CR) + 1;
}

/** The line ends of one text, asked for in their order: each byte is looked at once, however rare one of the marks is. */
export class LineEnds {
  readonly #bytes: Buffer;
  #lf = -1;
  #cr = -1;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Where the line that begins at `start` ends; at the end of all bytes where nothing ends it. */
  after(start: number): number {
    if (this.#lf < start) this.#lf = this.#positionOf(LF, start);
    if (this.#cr < start) this.#cr = this.#positionOf(CR, start);
    return Math.min(this.#lf, this.#cr);
  }

  #positionOf(byte: number, from: number): number {
    const found = this.#bytes.indexOf(byte, from);
    return found === -1 ? this.#bytes.length : found;
  }
}
