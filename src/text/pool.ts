/**
 * Numbers and short texts in few large buffers: a national roster as JavaScript objects would be millions of them.
 * Values are appended and read back by position; texts are never changed in place.
 *
 * The buffers are shared memory, so that several threads look at one roster. What one thread has handed over to the
 * others (`shared`) it does not write to while they look.
 */
import { BYTES_AT_ONCE } from "./four-bytes.ts";

/** Numbers as another thread gets them. */
export interface SharedNumbers {
  readonly buffer: SharedArrayBuffer;
  readonly length: number;
}

const FIRST_NUMBERS = 1024;

/** Unsigned integers of 32 bits; grows by half, so that a large one never wastes as much again. */
export class GrowingUint32 {
  private values: Uint32Array;
  length: number;

  constructor(from?: SharedNumbers) {
    this.values = from === undefined ? sharedUint32(FIRST_NUMBERS) : new Uint32Array(from.buffer);
    this.length = from?.length ?? 0;
  }

  /** Becomes what another thread handed over. */
  adopt(from: SharedNumbers): void {
    if (from.buffer !== this.values.buffer) this.values = new Uint32Array(from.buffer);
    this.length = from.length;
  }

  push(value: number): number {
    if (this.length === this.values.length) this.reserve(this.length + 1);
    this.values[this.length] = value;
    return this.length++;
  }

  /** Makes room for `count` numbers more, which are to be set; returns where the first of them stands. */
  extend(count: number): number {
    const first = this.length;
    this.length += count;
    if (this.length > this.values.length) this.reserve(this.length);
    return first;
  }

  at(index: number): number {
    return this.values[index]!;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  /** Makes room for so many numbers in all. */
  reserve(count: number): void {
    if (count <= this.values.length) return;
    const larger = sharedUint32(Math.max(count, this.values.length + (this.values.length >>> 1)));
    larger.set(this.values.subarray(0, this.length));
    this.values = larger;
  }

  clear(): void {
    this.length = 0;
  }

  shared(): SharedNumbers {
    return { buffer: this.values.buffer as SharedArrayBuffer, length: this.length };
  }
}

export function sharedFloat64(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

export function sharedUint8(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length));
}

export function sharedUint16(length: number): Uint16Array {
  return new Uint16Array(new SharedArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT));
}

export function sharedUint32(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

/** Texts as another thread gets them. */
export interface SharedTexts {
  readonly bytes: SharedArrayBuffer;
  readonly used: number;
  readonly ends: SharedNumbers;
}

const FIRST_BYTES = 1 << 12;

export class TextPool {
  private bytes: Buffer;
  /** The same, to be written by fours. */
  private view: DataView;
  private used: number;
  private readonly ends: GrowingUint32;

  constructor(from?: SharedTexts) {
    this.bytes = from === undefined ? sharedBytes(FIRST_BYTES) : Buffer.from(from.bytes);
    this.view = new DataView(this.bytes.buffer);
    this.used = from?.used ?? 0;
    this.ends = new GrowingUint32(from?.ends);
  }

  /** Becomes what another thread handed over. */
  adopt(from: SharedTexts): void {
    this.bytes = Buffer.from(from.bytes);
    this.view = new DataView(from.bytes);
    this.used = from.used;
    this.ends.adopt(from.ends);
  }

  get count(): number {
    return this.ends.length;
  }

  /** Makes room for so many texts and bytes in all. */
  reserve(texts: number, bytes: number): void {
    this.ends.reserve(texts);
    this.makeRoom(bytes - this.used);
  }

  /** Keeps a text (UTF-8) and returns its number. The pool holds at most 4 GiB. */
  push(text: string): number {
    this.makeRoom(text.length * 3);
    this.used += this.bytes.write(text, this.used, "utf8");
    return this.ends.push(this.used);
  }

  /** Keeps `bytes[start, end)`, which are UTF-8. */
  pushBytes(bytes: Uint8Array, start: number, end: number): number {
    this.makeRoom(end - start);
    const to = this.bytes;
    let at = this.used;
    for (let i = start; i < end; i++) to[at++] = bytes[i]!;
    this.used = at;
    return this.ends.push(this.used);
  }

  /** Keeps a text of another pool. */
  pushFrom(pool: TextPool, index: number): number {
    const start = pool.start(index);
    const length = pool.end(index) - start;
    this.makeRoom(length);
    copyByFours(pool.view, start, length, this.view, this.used);
    this.used += length;
    return this.ends.push(this.used);
  }

  /**
   * Keeps a text that is put together from pieces of `bytes`, parted by one byte each.
   * @param spans where the pieces begin and end, two numbers each; the three bytes behind each must be there
   */
  pushPieces(bytes: DataView, spans: Int32Array, parting: number): number {
    let size = spans.length;
    for (let i = 0; i < spans.length; i += 2) size += spans[i + 1]! - spans[i]!;
    this.makeRoom(size);
    const to = this.view;
    let at = this.used;
    for (let i = 0; i < spans.length; i += 2) {
      if (i > 0) to.setUint8(at++, parting);
      const start = spans[i]!;
      const length = spans[i + 1]! - start;
      copyByFours(bytes, start, length, to, at);
      at += length;
    }
    this.used = at;
    return this.ends.push(at);
  }

  get(index: number): string {
    return this.bytes.toString("utf8", this.start(index), this.end(index));
  }

  /** Bytes of all texts. */
  get size(): number {
    return this.used;
  }

  /** Where a text begins and ends in `buffer`. */
  start(index: number): number {
    return index === 0 ? 0 : this.ends.at(index - 1);
  }

  end(index: number): number {
    return this.ends.at(index);
  }

  /** The bytes of all texts, one behind the other; out of date after the next push. */
  get buffer(): Buffer {
    return this.bytes;
  }

  /** Below 0, 0 or above, as the bytes of one text come before those of another. */
  compare(a: number, b: number): number {
    return this.compareTo(a, this, b);
  }

  /** The same with a text of another pool. */
  compareTo(own: number, other: TextPool, index: number): number {
    const [start, end] = [other.start(index), other.end(index)];
    return this.bytes.compare(other.bytes, start, end, this.start(own), this.end(own));
  }

  clear(): void {
    this.used = 0;
    this.ends.clear();
  }

  shared(): SharedTexts {
    return { bytes: this.bytes.buffer as SharedArrayBuffer, used: this.used, ends: this.ends.shared() };
  }

  /** For so many bytes, and for what `copyByFours` reads and writes behind them. */
  private makeRoom(bytes: number): void {
    const needed = this.used + bytes + BYTES_AT_ONCE;
    if (needed <= this.bytes.length) return;
    if (needed > MOST_BYTES) throw new RangeError(`more than ${MOST_BYTES} bytes of text`);
    const grown = this.bytes.length + (this.bytes.length >>> (this.bytes.length > LARGE_POOL ? 2 : 0));
    const larger = sharedBytes(Math.max(Math.min(grown, MOST_BYTES), needed));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

/** Copies a text, and behind it up to three bytes of what follows it. */
function copyByFours(from: DataView, start: number, length: number, to: DataView, at: number): void {
  // numbers that are known to be whole are faster to count with
  const first = start >>> 0;
  const target = at >>> 0;
  for (let done = 0; done < length; done += BYTES_AT_ONCE)
    to.setInt32((target + done) >>> 0, from.getInt32((first + done) >>> 0, true), true);
}

/** 32 bits say where a text ends. */
const MOST_BYTES = 2 ** 32;
/** From so many bytes on a pool grows by a quarter only. */
const LARGE_POOL = 1 << 24;

function sharedBytes(length: number): Buffer {
  return Buffer.from(new SharedArrayBuffer(length));
}
