/**
 * Levels by name: comparisons return positions, readers should see names. Decides nothing itself.
 */
import type { Level } from "./level.ts";

/** Position of every level of a list under its name: `levelPositions(SEX_LEVELS).exact`. */
export function levelPositions<const Levels extends readonly Level[]>(
  levels: Levels,
): Readonly<Record<Levels[number]["name"], number>> {
  return Object.fromEntries(levels.map((level, position) => [level.name, position])) as Record<
    Levels[number]["name"],
    number
  >;
}
