/**
 * The cells of one line, found in its bytes and not decoded before somebody asks for their text. One line is looked
 * at after the other.
 */

import { behindLineEnd, endsLine } from "./line-ends.ts";

const QUOTE = 0x22;

const FIRST_ROOM = 64;

export class LineCells {
  /** Cell i stands in `[starts[i], ends[i])`. */
  starts = new Int32Array(FIRST_ROOM);
  ends = new Int32Array(FIRST_ROOM);
  count = 0;
  /** Where the next line begins. */
  next = 0;

  find(bytes: Uint8Array, start: number, delimiter: number): void {
    const { length } = bytes;
    let at = start;
    this.count = 0;
    for (;;) {
      const cellStart = at;
      if (bytes[at] === QUOTE) {
        do at++;
        while (at < length && bytes[at] !== QUOTE);
        this.#add(cellStart + 1, at);
        at++;
      } else {
        while (at < length && bytes[at] !== delimiter && !endsLine(bytes[at])) at++;
        this.#add(cellStart, at);
      }
      if (bytes[at] !== delimiter) break;
      at++;
    }
    this.next = behindLineEnd(bytes, at);
  }

  texts(bytes: Buffer): string[] {
    const texts: string[] = [];
    for (let i = 0; i < this.count; i++) texts.push(bytes.toString("utf8", this.starts[i], this.ends[i]));
    return texts;
  }

  #add(start: number, end: number): void {
    const cell = this.count++;
    if (cell === this.starts.length) {
      this.starts = withTwiceTheRoom(this.starts);
      this.ends = withTwiceTheRoom(this.ends);
    }
    this.starts[cell] = start;
    this.ends[cell] = end;
  }
}

function withTwiceTheRoom(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
