/**
 * Whom a query meets in the index, each once, and by which keys. Nearly all whom a key brings up are strangers, so they
 * are only noted at first; `settle` then meets those who may count. Reused from query to query without clearing.
 */
import type { People } from "../input/people.ts";
import { prefetched } from "../machine/memory.ts";
import { type Buckets, PERSON_BITS, PERSON_MASK, tagOf } from "./buckets.ts";
import type { ConfirmedReadings } from "./confirmed.ts";
import { type KeyList, LACKING, MOST_KEYS, mayBeNear } from "./keys.ts";
import type { LackingIndex } from "./lacking-index.ts";
import type { PairBound } from "./pair-bound.ts";
import type { PersonIndex } from "./person-index.ts";

/**
 * One key brings up so many records at most. Only an identifier comes to more: one that a whole office was given by
 * mistake, or that stands for none.
 */
export const MOST_OF_KEY = 256;

/** More than most queries meet, in little enough memory to stay in the processor's cache. */
const FIRST_SLOTS = 1 << 10;
/** Spreads the numbers of records over the slots: 2³² by the golden ratio. */
const SPREAD = 0x9e3779b1;
/** The upper bits of a product are the well-mixed ones. */
const SPREAD_SHIFT = 8;

export class Meeting {
  /** The records met in this query, in the order they were met: the first `count` of these. */
  readonly met: number[] = [];
  /** By which keys each of them was met, a bit set of KEY_KINDS. */
  readonly metBy: number[] = [];
  count = 0;
  /** Whom the keys brought up, and by which, a bit set of KEY_KINDS: the first `broughtUp` of these. */
  private readonly records: number[] = [];
  private readonly kinds: number[] = [];
  private broughtUp = 0;
  /** Where each who is met stands in `met`, plus one, by the hash of its number; 0 where empty. */
  private slots = new Uint32Array(FIRST_SLOTS);
  /** The slot of each who is met. */
  private readonly slotOf: number[] = [];
  /** Where the buckets of the keys at hand begin and end. */
  private readonly begins = new Uint32Array(MOST_KEYS);
  private readonly ends = new Uint32Array(MOST_KEYS);
  /** Those of the keys at hand that may lead to somebody. */
  private readonly followed = new Uint8Array(MOST_KEYS);

  /** Begins a query: nobody is met yet. */
  begin(): void {
    for (let i = 0; i < this.count; i++) this.slots[this.slotOf[i]!] = 0;
    this.count = 0;
    this.broughtUp = 0;
  }

  /**
   * Brings up every record that shares a key, also by the confirmed readings that stand for their records. Every bucket is
   * looked for before any is read: the places lie far apart in memory, and those that do not depend on one another are
   * fetched at once.
   */
  lookUp(index: PersonIndex, keys: KeyList, confirmed: ConfirmedReadings): void {
    const { begins, ends } = this;
    for (let k = 0; k < keys.count; k++) {
      const { starts, shift } = index.bucketsFor(keys, k);
      const bucket = keys.hashes[k]! >>> shift;
      begins[k] = starts[bucket]!;
      ends[k] = starts[bucket + 1]!;
    }
    for (let k = 0; k < keys.count; k++)
      this.readBucket(index.bucketsFor(keys, k), keys, k, begins[k]!, ends[k]!, NO_LIMIT);
    confirmed.index?.lookup(keys, (reading, kind) => this.bringUp(confirmed.ownerOf(reading), 1 << kind));
  }

  /**
   * Brings up the records that lack something and share a faint key with a record of the same index; of those who lack it
   * like the record itself only the ones before it, since the others meet it in their turn.
   * @param keys the record's faint ones
   */
  lookUpLacking({ buckets, sieve }: LackingIndex, keys: KeyList, self: number): void {
    const { begins, followed } = this;
    const { starts, shift } = buckets;
    let count = 0;
    for (let k = 0; k < keys.count; k++) {
      followed[count] = k;
      // added up rather than asked: nobody can tell beforehand which keys lead to anybody
      count += sieve.bitOf(keys.hashes[k]!);
    }
    for (let i = 0; i < count; i++) begins[i] = starts[keys.hashes[followed[i]!]! >>> shift]!;
    for (let i = 0; i < count; i++) {
      const k = followed[i]!;
      const limit = keys.strengths[k] === LACKING ? self : NO_LIMIT;
      this.readBucket(buckets, keys, k, begins[i]!, starts[(keys.hashes[k]! >>> shift) + 1]!, limit, self);
    }
  }

  /** Forgets some of those brought up. */
  leaveOut(isLeftOut: (record: number) => boolean): void {
    const { records, kinds, broughtUp } = this;
    this.broughtUp = 0;
    for (let i = 0; i < broughtUp; i++) if (!isLeftOut(records[i]!)) this.bringUp(records[i]!, kinds[i]!);
  }

  /** Whether nobody has been brought up. */
  get isAlone(): boolean {
    return this.broughtUp === 0;
  }

  /** Notes a record, and by which keys, a bit set of KEY_KINDS. */
  bringUp(record: number, kinds: number): void {
    this.records[this.broughtUp] = record;
    this.kinds[this.broughtUp++] = kinds;
  }

  /**
   * Meets those of the records brought up who may count, in their order. All are touched first: what lies far apart in
   * memory is fetched at once when it is asked for together.
   * @param bound on what a record and the person who asks can come to; null where everybody counts
   */
  settle(people: People, bound: PairBound | null): void {
    const { records, kinds, broughtUp } = this;
    let touched = 0;
    for (let i = 0; i < broughtUp; i++) touched ^= people.touch(records[i]!);
    for (let i = 0; i < broughtUp; i++) {
      const record = records[i]!;
      if (bound === null || bound.mayCount(record)) this.meet(record, kinds[i]!);
    }
    for (let i = 0; i < this.count; i++) touched ^= people.touchName(this.met[i]!);
    prefetched(touched);
  }

  private meet(record: number, kinds: number): void {
    const slot = this.find(record);
    const at = this.slots[slot]!;
    if (at > 0) {
      this.metBy[at - 1]! |= kinds;
      return;
    }
    this.met[this.count] = record;
    this.metBy[this.count] = kinds;
    this.slotOf[this.count++] = slot;
    this.slots[slot] = this.count;
    if (2 * this.count > this.slots.length) this.makeRoom();
  }

  /** The slot in which a record stands, or may stand. */
  private find(record: number): number {
    const { slots, met } = this;
    const last = slots.length - 1;
    let slot = (Math.imul(record, SPREAD) >>> SPREAD_SHIFT) & last;
    while (slots[slot]! > 0 && met[slots[slot]! - 1] !== record) slot = (slot + 1) & last;
    return slot;
  }

  private makeRoom(): void {
    this.slots = new Uint32Array(2 * this.slots.length);
    for (let i = 0; i < this.count; i++) {
      const slot = this.find(this.met[i]!);
      this.slotOf[i] = slot;
      this.slots[slot] = i + 1;
    }
  }

  /** Brings up the records below `limit` that stand in `[begin, end)` under key `k`. */
  private readBucket(
    { entries, marks }: Buckets,
    keys: KeyList,
    k: number,
    begin: number,
    end: number,
    limit: number,
    self = -1,
  ): void {
    const tag = tagOf(keys.hashes[k]!);
    const full = this.broughtUp + MOST_OF_KEY;
    for (let at = begin; at < end && this.broughtUp < full; at++) {
      const entry = entries[at]!;
      if (entry >>> PERSON_BITS !== tag) continue;
      const record = entry & PERSON_MASK;
      if (record < limit && record !== self && mayBeNear(marks[at]!, keys.marks[k]!))
        this.bringUp(record, 1 << keys.kinds[k]!);
    }
  }
}

/** Above every record. */
const NO_LIMIT = PERSON_MASK + 1;
