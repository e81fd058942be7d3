/**
 * How roster and sources stand to each other in one field: which source leads against the roster, and whether one of
 * them alone disagrees with all the others. Draws on the facts the case was judged by and weighs nothing anew.
 */
import type { Field } from "../../field/level.ts";
import type { Case } from "../../finding/case.ts";
import { type DifferingField, NIK_DATE } from "../../finding/compared-fields.ts";
import { ROSTER } from "../../finding/findings.ts";
import { levelEntry } from "../../match/levels.ts";

export interface Standing {
  /** The leading source, where the roster differs from it. */
  readonly against: DifferingField | null;
  /** `roster` or the source that disagrees with all the others, which agree; null where there is no such one. */
  readonly alone: string | null;
}

/** Of three voices at least, one may be alone; a listing has no voice, nor has a source without a value. */
export function standingIn(field: Field, judged: Case): Standing {
  const against = judged.facts.differing.find((differing) => differing.field === field) ?? null;
  const same: string[] = [];
  const other: string[] = [];
  for (const { name, kind, compared } of judged.evidence.sources) {
    if (kind === "listing" || compared === null) continue;
    switch (levelEntry(compared.levels, field).agreement) {
      case "same":
      case "equivalent":
        same.push(name);
        break;
      case "near":
      case "different":
        other.push(name);
        break;
      case "missing":
      case "damaged":
        break;
    }
  }
  return { against, alone: aloneAmong(same, other, against) };
}

function aloneAmong(
  same: readonly string[],
  other: readonly string[],
  against: DifferingField | null,
): string | null {
  if (other.length === 1 && same.length > 0) return other[0]!;
  if (against === null || same.length > 0) return null;
  const witnesses = against.withLead.filter((name) => name !== NIK_DATE);
  // all who differ from the roster have the leading source's value
  return witnesses.length > 0 && other.every((name) => name === against.lead || witnesses.includes(name))
    ? ROSTER
    : null;
}
