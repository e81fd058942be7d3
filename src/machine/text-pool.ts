/**
 * Short texts in one large buffer, as `shared-numbers.ts` keeps numbers: in shared memory, appended and read back by
 * position, and never changed in place.
 */
import { BYTES_AT_ONCE } from "./four-bytes.ts";
import { GrowingUint32, type SharedNumbers } from "./shared-numbers.ts";

/** Texts as another thread gets them. */
export interface SharedTexts {
  readonly bytes: SharedArrayBuffer;
  readonly used: number;
  readonly ends: SharedNumbers;
}

/** Room at first; whoever knows of more reserves it. */
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
