/**
 * What every field kind shares: how two values can agree, and the named levels that say so.
 *
 * A comparison is an ordered list of named levels; the first that holds wins. A level is referred to by its
 * position in its field's list (a small integer), which is what comparisons return, what links store and what
 * weights are looked up by. Level 0 of every list is "missing": one side is empty, which is no evidence.
 */

/** How a field agrees, as links.csv writes it. */
export type Agreement = "same" | "equivalent" | "near" | "different" | "missing" | "damaged";

export interface Level {
  readonly name: string;
  readonly agreement: Agreement;
  /** The finding code this level stands for, null where it makes no finding. */
  readonly code: string | null;
}

/** Position of every level of a list under its name: `levelPositions(SEX_LEVELS).exact`. */
export function levelPositions<const Levels extends readonly Level[]>(
  levels: Levels,
): Readonly<Record<Levels[number]["name"], number>> {
  return Object.fromEntries(levels.map((level, position) => [level.name, position])) as Record<
    Levels[number]["name"],
    number
  >;
}

/** The fields in which a roster record is held against a source record, in the order they are reported. */
export const FIELDS = ["nik", "name", "birth_place", "birth_date", "sex"] as const;
export type Field = (typeof FIELDS)[number];
