/**
 * Which records of the roster meet which before them by firm keys, for a part of the roster at a time. The index holds
 * those who share a key side by side, so that reading it from end to end brings together all who meet; to look every
 * record up by every one of its keys would be to jump about in memory a dozen times a record. Two who are recognised are
 * two people, unless the registry has one of them twice: they meet by an identifier, or by name and birth date, alone.
 */
import { GrowingUint32 } from "../machine/shared-numbers.ts";
import { type Buckets, countTags, MAX_BLOCK, PERSON_BITS, PERSON_MASK, TAGS } from "./buckets.ts";
import { KIND, kindOfMark, mayBeNear, WHOLE_IDENTIFIER } from "./keys.ts";
import type { Meeting } from "./meeting.ts";
import type { Recognised } from "./recognised.ts";
import type { Roster } from "./roster.ts";

/**
 * Of the many who carry one identifier each meets so many before him: enough to join them all and to tell whose it is
 * too, and not every one with every other.
 */
const MOST_NEIGHBOURS = 16;

export class RosterMeetings {
  private readonly from: number;
  /** Where the meetings of each record begin, and where the last end. */
  private readonly starts: Uint32Array;
  /** Whom each record meets, and in the bits above by which kind of key. */
  private readonly met: Uint32Array;

  /** @param from the part of the roster is `[from, to)` */
  constructor({ index, recognised }: Pick<Roster, "index" | "recognised">, from: number, to: number) {
    this.from = from;
    const seconds = new GrowingUint32();
    const firsts = new GrowingUint32();
    readThrough(index.identifiers, recognised, from, to, seconds, firsts);
    readThrough(index.pieces, recognised, from, to, seconds, firsts);
    readThrough(index.names, recognised, from, to, seconds, firsts);
    const starts = new Uint32Array(to - from + 1);
    for (let i = 0; i < seconds.length; i++) starts[seconds.at(i) - from + 1]!++;
    for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
    const met = new Uint32Array(seconds.length);
    const next = starts.slice();
    for (let i = 0; i < seconds.length; i++) met[next[seconds.at(i) - from]!++] = firsts.at(i);
    this.starts = starts;
    this.met = met;
  }

  /** Brings up everybody whom a record meets. */
  bringUp(second: number, meeting: Meeting): void {
    const { starts, met } = this;
    const own = second - this.from;
    for (let at = starts[own]!, end = starts[own + 1]!; at < end; at++) {
      const first = met[at]!;
      meeting.bringUp(first & PERSON_MASK, 1 << (first >>> PERSON_BITS));
    }
  }
}

/** Adds the meetings of which the second record is in `[from, to)`. */
function readThrough(
  { starts, entries, marks }: Buckets,
  recognised: Recognised,
  from: number,
  to: number,
  seconds: GrowingUint32,
  firsts: GrowingUint32,
): void {
  // who else stands in a bucket is an accident of their keys, and makes no crowd
  const carriers = new Uint32Array(TAGS);
  for (let bucket = 0; bucket < starts.length - 1; bucket++) {
    const start = starts[bucket]!;
    const end = starts[bucket + 1]!;
    const isFull = end - start > MAX_BLOCK;
    if (isFull) countTags(entries, marks, start, end, true, carriers);
    // the last stands first: whom a person meets stands behind him
    for (let at = start; at < end - 1; at++) {
      const entry = entries[at]!;
      const second = entry & PERSON_MASK;
      if (second >= to) continue;
      if (second < from) break;
      const tag = entry >>> PERSON_BITS;
      const kind = kindOfMark(marks[at]!);
      const isKnown = recognised.has(second) && kind !== KIND.identifier && kind !== KIND.date_name;
      const isCrowded = isFull && marks[at] === WHOLE_IDENTIFIER && carriers[tag]! > MAX_BLOCK;
      let left = isCrowded ? MOST_NEIGHBOURS : end;
      for (let other = at + 1; other < end && left > 0; other++) {
        const otherEntry = entries[other]!;
        if (otherEntry >>> PERSON_BITS !== tag) continue;
        const first = otherEntry & PERSON_MASK;
        if (first === second || !mayBeNear(marks[at]!, marks[other]!)) continue;
        if (isKnown && recognised.has(first)) continue;
        seconds.push(second);
        firsts.push(first | (kind << PERSON_BITS));
        left--;
      }
    }
  }
}
