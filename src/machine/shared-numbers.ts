/**
 * Numbers in few large buffers: a national roster as JavaScript objects would be millions of them. Values are appended
 * and read back by position.
 *
 * The buffers are shared memory, so that several threads look at one roster. What one thread has handed over to the
 * others (`shared`) it does not write to while they look.
 */

/** Numbers as another thread gets them. */
export interface SharedNumbers {
  readonly buffer: SharedArrayBuffer;
  readonly length: number;
}

/** Room at first; whoever knows of more reserves it. */
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
