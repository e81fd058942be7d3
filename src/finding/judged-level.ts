/**
 * What one source says of one field, judged: matching leaves levels behind, and whoever judges has to tell damage from
 * difference, and whose damage it is. Findings and facts both ask here, so that they never disagree.
 */
import { IDENTIFIER_LEVEL, IDENTIFIER_LEVELS, type Identifier } from "../field/identifier.ts";
import type { Field, Level } from "../field/level.ts";
import { contradicts } from "../field/long-number.ts";
import { levelEntry } from "../match/levels.ts";
import type { CaseEvidence, ComparedSource, SourceEvidence, SourceRecord } from "./evidence.ts";

/**
 * The level on which a field of a source is judged. Matching takes any damaged number for the same number damaged; here
 * what is left of another number is told from it, and a 0 that Excel wrote from a last digit that is 0.
 */
export function judgedLevel(evidence: CaseEvidence, source: ComparedSource, field: Field): Level {
  const level = levelEntry(source.compared.levels, field);
  if (field !== "nik" || level.agreement !== "damaged") return level;
  const own = evidence.roster.person.identifier;
  const theirs = source.compared.person.identifier;
  if (level.name === "damaged" && (contradicts(own, theirs) || contradicts(theirs, own)))
    return IDENTIFIER_LEVELS[IDENTIFIER_LEVEL.different]!;
  const isZeroInSource =
    level.name === "excel_zeroed" && isSound(own) && isSound(theirs) && !own.value.endsWith("0");
  return isZeroInSource && isLastDigit(evidence, source)
    ? IDENTIFIER_LEVELS[IDENTIFIER_LEVEL.one_digit_in_serial]!
    : level;
}

/**
 * Whether the 0 at the end of a whole number is its own. A registry's have hardly been through Excel; another source's
 * is where a registry has the very same number, and neither file has lost its last digits.
 */
function isLastDigit({ sources }: CaseEvidence, source: ComparedSource): boolean {
  if (source.kind === "registry") return true;
  const { value } = source.compared.person.identifier;
  return (
    source.keepsLastDigits() &&
    sources.some(
      (other) =>
        other.kind === "registry" &&
        other.compared?.person.identifier.value === value &&
        other.keepsLastDigits(),
    )
  );
}

/**
 * Whether a record's value differs because it is damaged, where the roster's own is whole: a number cut, or with a
 * digit too few or too many, or with its last digit zeroed as Excel does.
 */
export function isSourceDamage(evidence: CaseEvidence, source: ComparedSource, field: Field): boolean {
  const { person } = evidence.roster;
  const record = source.compared;
  const level = judgedLevel(evidence, source, field);
  if (field === "birth_date") return level.agreement === "damaged" && person.birthDate.state === "sound";
  if (field !== "nik" || !isSound(person.identifier) || level.agreement === "missing") return false;
  // what is left of another number is another number
  if (level.agreement === "different") return false;
  return level.name === "excel_zeroed" && isSound(record.person.identifier)
    ? !person.identifier.value.endsWith("0")
    : !isSound(record.person.identifier);
}

/** Whether the roster's number differs from a whole one because it is itself cut, or zeroed by Excel. */
export function isRosterDamage({ roster }: CaseEvidence, { levels }: SourceRecord): boolean {
  const { identifier } = roster.person;
  const isZeroed = levelEntry(levels, "nik").name === "excel_zeroed" && identifier.value.endsWith("0");
  return !isSound(identifier) || isZeroed;
}

/** Whether nothing but the writing differs. */
export function agrees({ agreement }: Level): boolean {
  return agreement === "same" || agreement === "equivalent";
}

function isSound({ state }: Identifier): boolean {
  return state === "sound";
}

/**
 * Whether the row that carries the roster's identifier is surely another person: the record is linked to another
 * row, or both name and birth date are another's.
 */
export function belongsToOther(source: SourceEvidence): boolean {
  if (source.kind === "answers") {
    const { compared } = source;
    return (
      compared !== null &&
      NAME_AND_DATE.every((field) => levelEntry(compared.levels, field).agreement === "different")
    );
  }
  if (source.holder === null || (source.status === "ambiguous" && source.compared === null)) return false;
  if (source.compared !== null) return true;
  const name = levelEntry(source.holder.levels, "name").agreement;
  const date = levelEntry(source.holder.levels, "birth_date").agreement;
  return name === "different" && date !== "same" && date !== "missing";
}

export const NAME_AND_DATE = ["name", "birth_date"] as const satisfies readonly Field[];
