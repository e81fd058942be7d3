/**
 * The same person more than once in the roster, and one identifier on two people: the roster held against itself
 * with the same keys, comparisons and weights as against a source.
 */
import { GrowingUint32 } from "../text/pool.ts";
import type { AnswerLinks } from "./answer-links.ts";
import {
  type Comparison,
  comparePair,
  FIELD_LEVELS,
  levelEntry,
  levelOf,
  type PackedLevels,
} from "./comparison.ts";
import { KeyList, keysOf, sharedKinds } from "./keys.ts";
import { learn, PatternCounts } from "./learn.ts";
import { isIdle, Meeting } from "./meeting.ts";
import { probabilityOf } from "./model.ts";
import type { Roster } from "./roster.ts";
import type { RosterLink, SourceLinks } from "./source-links.ts";
import { UnionFind } from "./union-find.ts";

/** Two roster records that may be one person, or that carry one identifier. */
export interface DuplicatePair {
  readonly first: number;
  readonly second: number;
  /** Log-odds in bits that they are one person, prior included. */
  readonly bits: number;
  readonly levels: PackedLevels;
}

export interface DuplicateGroup {
  /** Roster records, ascending. */
  readonly members: readonly number[];
  /** Why: the fields on which the pairs agree exactly, in field order. */
  readonly reasons: readonly string[];
  /** Lowest probability among the links that hold the group together. */
  readonly probability: number;
}

/** About one office row in fifty has a second row of the same person somewhere in the district (log2 of it). */
const DUPLICATE_PRIOR_BITS = -5.6;
const SMALLEST_POPULATION = 1000;
/** A group is shown to an officer, not acted upon by itself: a probability of 0.7 is enough to be shown. */
const CERTAIN_BITS = 1.2;
/** Two people in the registry are one person only if the registry holds them twice. */
const REGISTRY_BITS = 20;
/** Wanting the same registry row is mostly the same evidence again, from a second witness. */
const SAME_REGISTRY_ROW_BITS = 4;
/** Pairs fainter than this by the defaults can neither be learned from nor become certain. */
const FAINTEST_BITS = -12;

/** What a registry can add at most does not lift a pair from below this to certainty. */
const LEAST_KEPT_BITS = -4;
const TERM_SCALE = 1024;

const EXACT_IDENTIFIER = FIELD_LEVELS.nik.findIndex((level) => level.name === "exact");

/** How often, in records, the work looks up from the roster. */
const RECORDS_PER_BEAT = 1024;

/**
 * Pairs of roster records worth knowing, each once, in order of their numbers. Marks the records of every such pair
 * as contested.
 * @param beat awaited every so many records with the number done: to show progress, to stop by rejecting
 */
export async function duplicatePairs(
  roster: Roster,
  beat?: (done: number) => Promise<void>,
): Promise<DuplicatePair[]> {
  const { people, index, identifiers, frequencies, model } = roster;
  const populationBits = Math.log2(Math.max(roster.count, SMALLEST_POPULATION));
  const keys = new KeyList();
  const ownKeys = new KeyList();
  const meeting = new Meeting(roster.count);
  const kept = new PairColumns();
  const counts = new PatternCounts();
  const least = FAINTEST_BITS - DUPLICATE_PRIOR_BITS + populationBits;
  const bitsOf = ({ levels, termBits }: Comparison): number =>
    model.weigh(levels, termBits, populationBits) - populationBits + DUPLICATE_PRIOR_BITS;
  const isFaint = (pair: Comparison): boolean =>
    bitsOf(pair) < FAINTEST_BITS && levelOf(pair.levels, "nik") !== EXACT_IDENTIFIER;
  for (let second = 1; second < roster.count; second++) {
    if (beat !== undefined && second % RECORDS_PER_BEAT === 0) await beat(second);
    const person = people.person(second);
    keysOf(person, "query", keys);
    meeting.begin();
    keys.hashes.forEach((hash, k) => {
      const bit = 1 << keys.kinds[k]!;
      index.lookup(hash, (first) => {
        if (first < second) meeting.meet(first, bit);
      });
    });
    const isSound = people.hasSoundNik(second);
    const [high, low] = people.nikHalves(second);
    const most = {
      name: frequencies.nameBits(second),
      date: frequencies.dateBits(people.birthDate(second).packed),
    };
    const isWorthless = (first: number, kinds: number): boolean =>
      kinds === 0 ||
      (isSound &&
        people.hasSoundNik(first) &&
        isIdle(kinds, people.nikDigitsApart(first, high, low), most, least));
    for (const first of meeting.met) {
      if (isWorthless(first, meeting.keysOf(first))) continue;
      // a lacking word on one side is a word too many on the other, and a slip's rarity is that of its own word:
      // held both ways, and the fainter way counts, whichever row stands first
      const there = comparePair(people, first, person, identifiers, frequencies);
      if (isFaint(there)) continue;
      const back = comparePair(people, second, people.person(first), identifiers, frequencies);
      if (isFaint(back)) continue;
      // the index finds by part of a key: an accident that brings the two together need not happen the other way round
      keysOf(people.person(first), "index", ownKeys);
      if (isWorthless(first, sharedKinds(ownKeys, keys))) continue;
      const { levels, termBits } = bitsOf(back) < bitsOf(there) ? back : there;
      counts.add(levels, termBits);
      roster.contested[first] = 1;
      roster.contested[second] = 1;
      kept.push(first, second, levels, termBits);
    }
  }
  const pairCount = (roster.count * (roster.count - 1)) / 2;
  const learned = learn(counts, model, populationBits, {
    bits: DUPLICATE_PRIOR_BITS - populationBits,
    pairCount,
    learned: true,
  });
  return kept
    .pairs((levels, termBits) => learned.model.weigh(levels, termBits, populationBits) + learned.priorBits)
    .sort((a, b) => a.first - b.first || a.second - b.second);
}

/** Pairs before they are weighed for good, four numbers each: a large roster has more of them than people. */
class PairColumns {
  private readonly columns = [
    new GrowingUint32(),
    new GrowingUint32(),
    new GrowingUint32(),
    new GrowingUint32(),
  ] as const;

  push(first: number, second: number, levels: PackedLevels, termBits: number): void {
    const [firsts, seconds, packed, terms] = this.columns;
    firsts.push(first);
    seconds.push(second);
    packed.push(levels);
    terms.push(Math.round(termBits * TERM_SCALE));
  }

  /** The pairs that weigh enough to matter with later evidence, and those with the same identifier. */
  pairs(weigh: (levels: PackedLevels, termBits: number) => number): DuplicatePair[] {
    const [firsts, seconds, packed, terms] = this.columns;
    const pairs: DuplicatePair[] = [];
    for (let i = 0; i < firsts.length; i++) {
      const levels = packed.at(i);
      const bits = weigh(levels, terms.at(i) / TERM_SCALE);
      if (bits < LEAST_KEPT_BITS && levelOf(levels, "nik") !== EXACT_IDENTIFIER) continue;
      pairs.push({ first: firsts.at(i), second: seconds.at(i), levels, bits });
    }
    return pairs;
  }
}

/**
 * What a registry adds: two records linked to different registry rows are different people, namesakes born on one
 * day among them; two records after the same registry row are one.
 */
export function withRegistry(
  pairs: readonly DuplicatePair[],
  links: SourceLinks | AnswerLinks,
): DuplicatePair[] {
  return pairs.map((pair) => {
    const first = links.of(pair.first);
    const second = links.of(pair.second);
    if (first.status === "linked" && second.status === "linked")
      return { ...pair, bits: pair.bits - REGISTRY_BITS };
    const wanted = (link: RosterLink) =>
      [...link.candidates, ...(link.taken === null ? [] : [link.taken])].map((pair) => pair.sourceRow);
    const common = wanted(first).some((row) => wanted(second).includes(row));
    return common ? { ...pair, bits: pair.bits + SAME_REGISTRY_ROW_BITS } : pair;
  });
}

/** Records of one person, joined over certain pairs. */
export function duplicateGroups(pairs: readonly DuplicatePair[], count: number): DuplicateGroup[] {
  const sets = new UnionFind(count);
  const certain = pairs.filter((pair) => pair.bits >= CERTAIN_BITS);
  for (const { first, second } of certain) sets.join(first, second);
  const groups = new Map<number, { members: Set<number>; reasons: Set<string>; bits: number }>();
  for (const pair of certain) {
    const top = sets.root(pair.first);
    let group = groups.get(top);
    if (group === undefined) {
      group = { members: new Set(), reasons: new Set(), bits: Number.POSITIVE_INFINITY };
      groups.set(top, group);
    }
    group.members.add(pair.first).add(pair.second);
    for (const reason of reasonsOf(pair.levels)) group.reasons.add(reason);
    group.bits = Math.min(group.bits, pair.bits);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, group]) => ({
      members: [...group.members].sort((a, b) => a - b),
      reasons: REASONS.filter((reason) => group.reasons.has(reason)),
      probability: probabilityOf(group.bits),
    }));
}

/**
 * Pairs of different people who carry one identifier. Numbers that Excel cut to the same digits, as some source
 * shows, are nobody's number and so not shared.
 */
export function sharedIdentifiers(
  pairs: readonly DuplicatePair[],
  sources: readonly (SourceLinks | AnswerLinks)[],
): DuplicatePair[] {
  const isDamaged = (record: number): boolean =>
    sources.some((links) => {
      const { status, candidates } = links.of(record);
      return status === "linked" && levelEntry(candidates[0]!.levels, "nik").agreement === "damaged";
    });
  return pairs.filter(
    (pair) =>
      pair.bits < CERTAIN_BITS &&
      levelOf(pair.levels, "nik") === EXACT_IDENTIFIER &&
      !isDamaged(pair.first) &&
      !isDamaged(pair.second),
  );
}

const REASONS = ["same_nik", "near_nik", "same_name", "near_name", "same_birth_date"] as const;

function reasonsOf(levels: PackedLevels): string[] {
  const agreement = (field: "nik" | "name" | "birth_date") =>
    FIELD_LEVELS[field][levelOf(levels, field)]!.agreement;
  const reasons: string[] = [];
  for (const field of ["nik", "name"] as const) {
    if (agreement(field) === "same") reasons.push(`same_${field}`);
    else if (agreement(field) === "near" || agreement(field) === "damaged") reasons.push(`near_${field}`);
  }
  if (agreement("birth_date") === "same") reasons.push("same_birth_date");
  return reasons;
}
