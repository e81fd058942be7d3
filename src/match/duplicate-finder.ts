/**
 * The roster held against itself: pairs of records that share a key, compared and weighed as against a source. What a
 * pair is worth for good is only known when all have been found (duplicates.ts).
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { PairComparer } from "./comparison.ts";
import { KeyList, sharedKinds } from "./keys.ts";
import { nikLevel, type PackedLevels } from "./levels.ts";
import { Meeting } from "./meeting.ts";
import { populationBits } from "./model.ts";
import { PairBound } from "./pair-bound.ts";
import type { Roster } from "./roster.ts";
import type { RosterMeetings } from "./roster-meetings.ts";
import type { RosterPairs } from "./roster-pairs.ts";
import { areStrangers, isIdle } from "./strangers.ts";
import { WordRelations } from "./word-relations.ts";

/** About one office row in fifty has a second row of the same person somewhere in the district (log2 of it). */
export const DUPLICATE_PRIOR_BITS = -5.6;
/** Pairs fainter than this by the defaults can neither be learned from nor become certain. */
const FAINTEST_BITS = -12;

/**
 * With the same words, a pair held the other way round weighs more by less: words lacking there are too many here, and
 * the source's placeholder is the roster's.
 */
const MOST_BACK_BITS = 2;

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
    const { people, keyMaker, index, recognised } = roster;
    meeting.begin();
    meetings.bringUp(own, meeting);
    const lacking = index.lacking(recognised.has(own));
    if (!lacking.isEmpty) {
      keys.clear();
      keyMaker.addFaint(own, keys);
      meeting.lookUpLacking(lacking, keys, own);
    }
    if (meeting.isAlone) return;
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
