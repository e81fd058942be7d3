/**
 * Pairs of roster records that may be one person, or carry one identifier: the roster held against itself with the
 * same keys, comparisons and weights as against a source.
 */
import { setTimeout } from "node:timers/promises";
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { PairComparer } from "./comparison.ts";
import type { Crew, Member } from "./crew.ts";
import { KeyList, sharedKinds } from "./keys.ts";
import { learn, PatternCounts } from "./learn.ts";
import { nikLevel, type PackedLevels } from "./levels.ts";
import { areStrangers, isIdle, Meeting } from "./meeting.ts";
import { populationBits } from "./model.ts";
import { PairBound } from "./pair-bound.ts";
import { Resemblances } from "./resemblances.ts";
import type { Roster } from "./roster.ts";
import { RosterMeetings } from "./roster-meetings.ts";
import { RosterPairs } from "./roster-pairs.ts";
import { WordRelations } from "./word-relations.ts";

/** Two roster records that may be one person, or that carry one identifier. */
export interface DuplicatePair {
  readonly first: number;
  readonly second: number;
  /** Log-odds in bits that they are one person, prior included. */
  readonly bits: number;
  readonly levels: PackedLevels;
}

/** About one office row in fifty has a second row of the same person somewhere in the district (log2 of it). */
const DUPLICATE_PRIOR_BITS = -5.6;
/** Pairs fainter than this by the defaults can neither be learned from nor become certain. */
const FAINTEST_BITS = -12;

/**
 * With the same words, a pair held the other way round weighs more by less: words lacking there are too many here, and
 * the source's placeholder is the roster's.
 */
const MOST_BACK_BITS = 2;

/** What a registry can add at most does not lift a pair from below this to certainty. */
const LEAST_KEPT_BITS = -4;

/** How often, in records, the work looks up from the roster. */
const RECORDS_PER_BEAT = 1024;
/** Records of a part: the fewer parts, the less often the index is read through, and the more memory a part takes. */
const RECORDS_PER_PART = 1 << 18;
const PARTS_PER_THREAD = 2;
/** How long, in milliseconds, the calling thread waits for the others before it looks up again. */
const WAIT_MS = 100;

/**
 * Pairs of roster records worth knowing, each once, in order of their numbers. The roster knows from then on who
 * resembles whom.
 * @param beat awaited every so many records with the number done: to show progress, to stop by rejecting
 * @param crew helps; it has been shown the roster
 */
export async function duplicatePairs(
  roster: Roster,
  beat: (done: number) => Promise<void> = async () => {},
  crew: Crew | null = null,
): Promise<DuplicatePair[]> {
  const parts = partsOf(roster.count, 1 + (crew?.members.length ?? 0));
  const found: RosterPairs[] = [];
  const finder = new DuplicateFinder(roster);
  let next = 0;
  let done = 0;
  const help = async (member: Member): Promise<void> => {
    while (next < parts.length) {
      const part = next++;
      const { from, to } = parts[part]!;
      found[part] = new RosterPairs(await member.findDuplicates(from, to));
      done += to - from;
    }
  };
  const work = async (): Promise<void> => {
    while (next < parts.length) {
      const part = next++;
      const { from, to } = parts[part]!;
      const meetings = new RosterMeetings(roster.index, from, to);
      const pairs = new RosterPairs();
      for (let at = from; at < to; at += RECORDS_PER_BEAT) {
        const end = Math.min(at + RECORDS_PER_BEAT, to);
        finder.find(at, end, meetings, pairs);
        done += end - at;
        await beat(done);
      }
      found[part] = pairs;
    }
  };
  try {
    let helping = true;
    const helped = Promise.all(crew?.members.map(help) ?? []).finally(() => {
      helping = false;
    });
    // thrown where it is awaited, which is only after the next beat
    helped.catch(() => {});
    await Promise.race([work(), rejectionOf(helped)]);
    while (helping) {
      await Promise.race([helped, setTimeout(WAIT_MS)]);
      await beat(done);
    }
    await helped;
  } finally {
    // whoever still works when another has failed ends with his part
    next = parts.length;
  }
  return weighedPairs(roster, found);
}

/** Settles only when `work` fails. */
function rejectionOf(work: Promise<unknown>): Promise<never> {
  return work.then(() => new Promise<never>(() => {}));
}

/** Parts of about one size, several for each thread, so that none waits long for the others. */
function partsOf(count: number, threads: number): { readonly from: number; readonly to: number }[] {
  const wanted = threads === 1 ? count : Math.ceil(count / (threads * PARTS_PER_THREAD));
  const size = Math.max(1, Math.min(wanted, RECORDS_PER_PART));
  const parts: { from: number; to: number }[] = [];
  for (let from = 0; from < count; from += size) parts.push({ from, to: Math.min(from + size, count) });
  return parts;
}

/**
 * Holds records against those before them. It looks at the roster and writes nothing but the pairs it finds, so that
 * any thread can do it for any part of the roster.
 */
export class DuplicateFinder {
  private readonly roster: Roster;
  private readonly populationBits: number;
  private readonly keys = new KeyList();
  private readonly ownKeys = new KeyList();
  private readonly otherKeys = new KeyList();
  private readonly meeting: Meeting;
  private readonly comparer: PairComparer;
  private readonly bound: PairBound;

  constructor(roster: Roster) {
    const { people, identifiers, frequencies } = roster;
    this.roster = roster;
    this.populationBits = populationBits(roster.count);
    this.meeting = new Meeting();
    const relations = new WordRelations(people.words, roster.keyMaker.facts);
    this.comparer = new PairComparer(people, people, identifiers, frequencies, relations);
    const least = FAINTEST_BITS + this.populationBits - DUPLICATE_PRIOR_BITS;
    this.bound = new PairBound(roster, this.comparer, this.populationBits, least, MOST_BACK_BITS);
  }

  /**
   * Adds to `found` the pairs of the records in `[from, to)`: with those before them that share a firm key, and with
   * all that share a faint one and lack something. A pair may be found twice, from either side.
   * @param meetings of a part that holds them
   */
  find(from: number, to: number, meetings: RosterMeetings, found: RosterPairs): void {
    for (let own = from; own < to; own++) this.findFor(own, meetings, found);
  }

  private findFor(own: number, meetings: RosterMeetings, found: RosterPairs): void {
    const { roster, keys, meeting, comparer, bound } = this;
    const { people, keyMaker } = roster;
    meeting.begin();
    meetings.bringUp(own, meeting);
    keys.clear();
    keyMaker.addFaint(own, keys);
    meeting.lookUpLacking(roster.index, keys, own);
    comparer.hold(own);
    meeting.settle(people, bound);
    for (let i = 0; i < meeting.count; i++) {
      const other = meeting.met[i]!;
      comparer.begin(other);
      const kinds = meeting.metBy[i]!;
      const { isFar } = comparer;
      if (isFar && areStrangers(kinds)) continue;
      if (!this.tryPlaces(other)) continue;
      if (isFar && this.isIdle(own, other, kinds)) continue;
      this.weigh(own, other, found);
    }
  }

  /** Adds the places to a begun pair; false when it cannot come to anything, however well the names agree. */
  private tryPlaces(other: number): boolean {
    const { comparer, bound } = this;
    if (comparer.fitsBack || nikLevel(comparer.levels) === IDENTIFIER_LEVEL.exact) {
      comparer.addPlaces(other);
      return true;
    }
    return bound.tryPlaces(other);
  }

  /**
   * A lacking word on one side is a word too many on the other, and a slip's rarity is that of its own word: held both
   * ways, and the fainter way counts, whichever row stands first.
   */
  private weigh(own: number, other: number, found: RosterPairs): void {
    const { comparer, ownKeys, otherKeys, roster } = this;
    comparer.addNames(other);
    const { levels, termBits, fitsBack, isDateOneWay } = comparer;
    const bits = this.bitsOf(levels, termBits);
    const isForthFaint = isFaint(bits, levels);
    const isLike = !fitsBack && !isDateOneWay && !comparer.hasLooseWords;
    if (isForthFaint && isLike && bits < FAINTEST_BITS - MOST_BACK_BITS) return;
    comparer.compare(own, other);
    const { levels: backLevels, termBits: backTermBits, isFar } = comparer;
    comparer.hold(own);
    const backBits = this.bitsOf(backLevels, backTermBits);
    const isBackFaint = isFaint(backBits, backLevels);
    if (isForthFaint && isBackFaint) return;
    // the index finds by part of a key: an accident that brings the two together need not happen the other way round
    roster.keyMaker.write(own, ownKeys);
    roster.keyMaker.write(other, otherKeys);
    const kinds = sharedKinds(ownKeys, otherKeys);
    if (kinds === 0) return;
    if (isFar && (areStrangers(kinds) || this.isIdle(own, other, kinds))) return;
    const first = Math.min(own, other);
    const second = Math.max(own, other);
    if (isForthFaint || isBackFaint) {
      found.pushOneWay(first, second);
      return;
    }
    // of two ways alike the one that holds the former row against the latter
    const isBack = backBits < bits || (backBits === bits && first === own);
    if (isBack) found.push(first, second, backLevels, backTermBits);
    else found.push(first, second, levels, termBits);
  }

  /** Whether two records whose NIKs are not near are not worth comparing. */
  private isIdle(own: number, other: number, kinds: number): boolean {
    const { people, frequencies } = this.roster;
    const least = FAINTEST_BITS - DUPLICATE_PRIOR_BITS + this.populationBits;
    return isIdle(
      kinds,
      Math.max(frequencies.nameBits(people, own), frequencies.nameBits(people, other)),
      Math.max(frequencies.dateBits(people.date(own)), frequencies.dateBits(people.date(other))),
      least,
    );
  }

  /** Log-odds in bits by the defaults, prior included. */
  private bitsOf(levels: PackedLevels, termBits: number): number {
    const { populationBits } = this;
    return this.roster.model.weigh(levels, termBits, populationBits) - populationBits + DUPLICATE_PRIOR_BITS;
  }
}

function isFaint(bits: number, levels: PackedLevels): boolean {
  return bits < FAINTEST_BITS && nikLevel(levels) !== IDENTIFIER_LEVEL.exact;
}

/**
 * The pairs that were found, weighed by what they teach all together.
 * @param parts what was found, by any number of finders
 */
function weighedPairs(roster: Roster, parts: readonly RosterPairs[]): DuplicatePair[] {
  const bits = populationBits(roster.count);
  const counts = new PatternCounts();
  const twice = foundTwice(parts);
  eachOnce(parts, twice, (found, pair) => {
    counts.add(found.levels(pair), found.termBits(pair));
  });
  roster.resemblances = Resemblances.of(roster.count, (visit) => {
    for (const found of parts) found.eachResembling(visit);
  });
  const { model, priorBits } = learn(counts, roster.model, bits, {
    bits: DUPLICATE_PRIOR_BITS - bits,
    pairCount: (roster.count * (roster.count - 1)) / 2,
    learned: true,
  });
  const pairs: DuplicatePair[] = [];
  eachOnce(parts, twice, (found, pair) => {
    const levels = found.levels(pair);
    const weight = model.weigh(levels, found.termBits(pair), bits) + priorBits;
    if (weight < LEAST_KEPT_BITS && nikLevel(levels) !== IDENTIFIER_LEVEL.exact) return;
    pairs.push({ first: found.first(pair), second: found.second(pair), levels, bits: weight });
  });
  return pairs.sort((a, b) => a.first - b.first || a.second - b.second);
}

/** Numbers of the pairs that were found from either side. */
function foundTwice(parts: readonly RosterPairs[]): ReadonlySet<number> {
  const all = new Float64Array(parts.reduce((sum, found) => sum + found.count, 0));
  let at = 0;
  for (const found of parts) for (let pair = 0; pair < found.count; pair++) all[at++] = found.number(pair);
  all.sort();
  return new Set(all.filter((number, i) => number === all[i + 1]));
}

/** Calls `visit` for every pair, once for those that were found `twice`. */
function eachOnce(
  parts: readonly RosterPairs[],
  twice: ReadonlySet<number>,
  visit: (found: RosterPairs, pair: number) => void,
): void {
  const first = new Set(twice);
  for (const found of parts) {
    for (let pair = 0; pair < found.count; pair++) if (!first.delete(found.number(pair))) visit(found, pair);
  }
}
