/**
 * Who is in the roster more than once, and which identifiers stand on two people: the weighed pairs of the roster,
 * with what the registry says of them, joined into groups.
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import type { Field } from "../field/level.ts";
import type { People } from "../input/people.ts";
import type { DuplicatePair } from "./duplicates.ts";
import { levelEntry, levelOf, type PackedLevels } from "./levels.ts";
import type { Links, RosterLink } from "./links.ts";
import { probabilityOf } from "./model.ts";
import { UnionFind } from "./union-find.ts";

export interface DuplicateGroup {
  /** Roster records, ascending. */
  readonly members: readonly number[];
  /** Why: the fields on which the pairs agree exactly, in field order. */
  readonly reasons: readonly string[];
  /** Lowest probability among the links that hold the group together. */
  readonly probability: number;
}

/** A group is shown to an officer, not acted upon by itself: a probability of 0.7 is enough to be shown. */
const CERTAIN_BITS = 1.2;
/** Two people in the registry are one person only if the registry holds them twice. */
const REGISTRY_BITS = 20;
/** Wanting the same registry row is mostly the same evidence again, from a second witness. */
const SAME_REGISTRY_ROW_BITS = 4;

/**
 * What a registry adds: two records linked to different registry rows are different people, namesakes born on one
 * day among them; two records after the same registry row are one.
 */
export function withRegistry(pairs: readonly DuplicatePair[], links: Pick<Links, "of">): DuplicatePair[] {
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
  return joined(
    pairs.filter((pair) => pair.bits >= CERTAIN_BITS),
    count,
  );
}

/** Records of different people with one identifier, all of them in one group: of a hundred, pairs are thousands. */
export function sharingGroups(shared: readonly DuplicatePair[], count: number): DuplicateGroup[] {
  return joined(shared, count);
}

/** Groups in the order of their first members. */
function joined(pairs: readonly DuplicatePair[], count: number): DuplicateGroup[] {
  const sets = new UnionFind(count);
  for (const { first, second } of pairs) sets.join(first, second);
  const groups = new Map<number, { members: Set<number>; reasons: Set<string>; bits: number }>();
  for (const pair of pairs) {
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
 * Pairs of different people who carry one identifier. Numbers of the roster that Excel cut to the same digits, as some
 * source shows, are nobody's number and so not shared. What is damaged in the source says nothing of the roster's.
 */
export function sharedIdentifiers(
  pairs: readonly DuplicatePair[],
  people: People,
  sources: readonly Pick<Links, "of">[],
): DuplicatePair[] {
  const isDamaged = (record: number): boolean => {
    const { state, value } = people.identifier(record);
    return sources.some((links) => {
      const { status, candidates } = links.of(record);
      if (status !== "linked") return false;
      const { name, agreement } = levelEntry(candidates[0]!.levels, "nik");
      const isZeroed = name === "excel_zeroed" && value.endsWith("0");
      return agreement === "damaged" && (state !== "sound" || isZeroed);
    });
  };
  return pairs.filter(
    (pair) =>
      pair.bits < CERTAIN_BITS &&
      levelOf(pair.levels, "nik") === IDENTIFIER_LEVEL.exact &&
      !isDamaged(pair.first) &&
      !isDamaged(pair.second),
  );
}

const REASONS = ["same_nik", "near_nik", "same_name", "near_name", "same_birth_date"] as const;

function reasonsOf(levels: PackedLevels): string[] {
  const agreement = (field: Field) => levelEntry(levels, field).agreement;
  const reasons: string[] = [];
  for (const field of ["nik", "name"] as const) {
    if (agreement(field) === "same") reasons.push(`same_${field}`);
    else if (agreement(field) === "near" || agreement(field) === "damaged") reasons.push(`near_${field}`);
  }
  if (agreement("birth_date") === "same") reasons.push("same_birth_date");
  return reasons;
}
