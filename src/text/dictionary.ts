/**
 * Texts that repeat (units, places, words of names): each kept once and referred to by a small number. Found by their
 * bytes, so that a text that is known already costs no string.
 *
 * A dictionary may stand on another one: it finds what that one knows and numbers what it learns itself from there
 * on, so that the rows of a source are understood in the roster's numbers without the roster growing by them.
 */

import { GrowingUint32, type SharedNumbers, sharedUint32 } from "../machine/shared-numbers.ts";
import { type SharedTexts, TextPool } from "../machine/text-pool.ts";
import { FNV_OFFSET, FNV_PRIME } from "./hash.ts";

/** A dictionary as another thread gets it. */
export interface SharedDictionary {
  readonly base: SharedDictionary | null;
  readonly pool: SharedTexts;
  readonly hashes: SharedNumbers;
  readonly slots: SharedArrayBuffer;
}

const FIRST_SLOTS = 64;

export class Dictionary {
  private readonly base: Dictionary | null;
  /** Numbers below it are the base's. */
  readonly first: number;
  private pool: TextPool;
  private hashes: GrowingUint32;
  /** Number within the pool plus one by hash, 0 where empty; at most half full. */
  private slots: Uint32Array;
  /** The texts read so far as strings. */
  private strings: (string | undefined)[] = [];
  private scratch = Buffer.alloc(256);

  constructor(base: Dictionary | null = null, from?: SharedDictionary) {
    this.base = base;
    this.first = base?.count ?? 0;
    this.pool = new TextPool(from?.pool);
    this.hashes = new GrowingUint32(from?.hashes);
    this.slots = from === undefined ? sharedUint32(FIRST_SLOTS) : new Uint32Array(from.slots);
  }

  /** Becomes what another thread has learnt on the same base. */
  adopt(from: SharedDictionary): void {
    this.pool.adopt(from.pool);
    this.hashes.adopt(from.hashes);
    this.slots = new Uint32Array(from.slots);
    this.strings.length = 0;
  }

  static from(shared: SharedDictionary): Dictionary {
    return new Dictionary(shared.base === null ? null : Dictionary.from(shared.base), shared);
  }

  get count(): number {
    return this.first + this.pool.count;
  }

  text(number: number): string {
    if (number < this.first) return this.base!.text(number);
    const own = number - this.first;
    let text = this.strings[own];
    if (text === undefined) {
      text = this.pool.get(own);
      this.strings[own] = text;
    }
    return text;
  }

  /** Whether a number keeps its text: it is the base's, or there is none and nothing is ever forgotten. */
  keeps(number: number): boolean {
    return this.base === null || number < this.first;
  }

  /** Bytes of a text. */
  lengthOf(number: number): number {
    if (number < this.first) return this.base!.lengthOf(number);
    const own = number - this.first;
    return this.pool.end(own) - this.pool.start(own);
  }

  /** The number of a text, given to it now if it has none yet. */
  intern(text: string): number {
    const length = this.encode(text);
    return this.internBytes(this.scratch, 0, length);
  }

  /** The number of a text, undefined where it has none. */
  find(text: string): number | undefined {
    const length = this.encode(text);
    const found = this.findHashed(this.scratch, 0, length, hashBytes(this.scratch, 0, length));
    return found < 0 ? undefined : found;
  }

  /** As `intern`, of the text that `bytes[start, end)` are in UTF-8. */
  internBytes(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashBytes(bytes, start, end);
    const found = this.findHashed(bytes, start, end, hash);
    if (found >= 0) return found;
    const own = this.pool.pushBytes(bytes, start, end);
    this.hashes.push(hash);
    if (this.pool.count * 2 > this.slots.length) this.grow();
    else this.place(own, hash);
    return this.first + own;
  }

  /** As `intern`, of a text of another dictionary on the same base. */
  internFrom(other: Dictionary, number: number): number {
    if (number < this.first) return number;
    const own = number - other.first;
    return this.internBytes(other.pool.buffer, other.pool.start(own), other.pool.end(own));
  }

  /** Exchanges what it has learnt itself with another on the same base. */
  swap(other: Dictionary): void {
    [this.pool, other.pool] = [other.pool, this.pool];
    [this.hashes, other.hashes] = [other.hashes, this.hashes];
    [this.slots, other.slots] = [other.slots, this.slots];
    [this.strings, other.strings] = [other.strings, this.strings];
  }

  /** Forgets what it has learnt itself; what stands below remains. */
  clear(): void {
    if (this.pool.count === 0) return;
    this.pool.clear();
    this.hashes.clear();
    this.strings.length = 0;
    if (this.slots.length > FIRST_SLOTS) this.slots = sharedUint32(FIRST_SLOTS);
    else this.slots.fill(0);
  }

  shared(): SharedDictionary {
    return {
      base: this.base?.shared() ?? null,
      pool: this.pool.shared(),
      hashes: this.hashes.shared(),
      slots: this.slots.buffer as SharedArrayBuffer,
    };
  }

  private findHashed(bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (this.base !== null) {
      const known = this.base.findHashed(bytes, start, end, hash);
      if (known >= 0) return known;
    }
    const { slots } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const taken = slots[slot]!;
      if (taken === 0) return -1;
      if (this.hashes.at(taken - 1) === hash && this.equals(taken - 1, bytes, start, end)) {
        return this.first + taken - 1;
      }
    }
  }

  private equals(own: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { buffer } = this.pool;
    const from = this.pool.start(own);
    if (this.pool.end(own) - from !== end - start) return false;
    for (let i = start, at = from; i < end; i++, at++) if (buffer[at] !== bytes[i]) return false;
    return true;
  }

  private place(own: number, hash: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = own + 1;
  }

  private grow(): void {
    this.slots = sharedUint32(this.slots.length * 4);
    for (let own = 0; own < this.pool.count; own++) this.place(own, this.hashes.at(own));
  }

  /** Writes a text into the scratch bytes; returns its length there. */
  private encode(text: string): number {
    if (text.length * 3 > this.scratch.length) this.scratch = Buffer.alloc(text.length * 3);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) return this.scratch.write(text, "utf8");
      this.scratch[i] = code;
    }
    return text.length;
  }
}

/** FNV-1a, its bits spread, since slots go by the lowest. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, FNV_PRIME);
  hash ^= hash >>> 15;
  return hash >>> 0;
}
