/**
 * Every field of a record held against the sources. Per field one source leads (a setting); the others, and the date
 * inside the NIK, are witnesses. A witness sides with the leading source when it has the leading source's value, with the
 * roster when it has the roster's.
 */
import type { LeadingField } from "../config/plan.ts";
import { DUKCAPIL, KTP } from "../config/sources.ts";
import { agreesWith } from "../field/birth-date.ts";
import type { IdentifierField, IdentifierLevel } from "../field/identifier.ts";
import { FIELDS, type Field, type Level } from "../field/level.ts";
import { hasValue } from "../input/record.ts";
import { compareLevels } from "../match/comparison.ts";
import { levelEntry } from "../match/levels.ts";
import type { FindingCode } from "./codes.ts";
import type { CaseEvidence, ComparedSource, SourceEvidence, SourceRecord } from "./evidence.ts";
import type { Finding } from "./findings.ts";
import { agrees, isRosterDamage, isSourceDamage, judgedLevel } from "./judged-level.ts";

/** The settings of a run that its cases are judged by. */
export interface JudgingSettings {
  /** By field, who leads: the first that has it. */
  readonly leading: Readonly<Record<LeadingField, readonly string[]>>;
  readonly identifiers: IdentifierField;
}

/** How the roster's value stands to the leading source's. */
export type Difference =
  /** an explainable slip, or the identifier missing or damaged */
  | "slip"
  /** the roster has no birth date, or none that can be read */
  | "gap"
  | "different";

export interface DifferingField {
  readonly field: Field;
  readonly difference: Difference;
  readonly code: FindingCode;
  /** The leading source's name and row. */
  readonly lead: string;
  readonly leadRecord: SourceRecord;
  /** Witnesses that have the leading source's value. */
  readonly withLead: readonly string[];
  /** Witnesses that have the roster's value. */
  readonly withRoster: readonly string[];
  /** Witnesses that have a third value, or what is left of another number. */
  readonly withNeither: readonly string[];
}

/** A registry's value. */
export interface RegistryField {
  readonly field: Field;
  readonly registry: string;
}

/** What holding the fields against the sources comes to. */
export interface ComparedFields {
  /** Fields in which the roster differs from the leading source. */
  readonly differing: readonly DifferingField[];
  /** Documents that differ where the roster and the leading source agree. */
  readonly outOfStep: readonly string[];
  /** More than one of them in the same field. */
  readonly isOutvoted: boolean;
  /** Where the KTP has the roster's value and a registry one that is damaged or a slip away. */
  readonly againstKtp: readonly RegistryField[];
  /** Something that weighs more than a hint is found about a field, and no leading source settles it. */
  readonly isFieldOpen: boolean;
}

export const NO_FIELDS_COMPARED: ComparedFields = {
  differing: [],
  outOfStep: [],
  isOutvoted: false,
  againstKtp: [],
  isFieldOpen: false,
};

const NOBODY: readonly ComparedSource[] = [];

/**
 * Levels on which the roster's own digits are those of the other number but for one at most that is lost, or that the
 * date inside settles: of two that are swapped it settles both.
 */
const SAYING_THE_REST: ReadonlySet<string> = new Set<IdentifierLevel>([
  "excel_zeroed",
  "digit_lost",
  "digit_added",
  "one_digit_in_date",
  "transposed",
]);
/** The date inside the NIK, named among the witnesses. */
export const NIK_DATE = "nik_date";

function leadingFieldOf(field: Field): LeadingField {
  // sex has no setting of its own: who leads for the birth date leads for it (both come from the same deed)
  return field === "sex" ? "birth_date" : field;
}

/**
 * Holds every field against the source that leads for it, and the other sources against what came of that.
 *
 * @param judgeable the sources of the evidence with something to be held against
 * @param findings those that weigh more than a hint
 */
export function compareFields(
  evidence: CaseEvidence,
  judgeable: readonly ComparedSource[],
  findings: readonly Finding[],
  settings: JudgingSettings,
): ComparedFields {
  const differing: DifferingField[] = [];
  const outOfStep: string[] = [];
  const againstKtp: RegistryField[] = [];
  let isOutvoted = false;
  let isFieldOpen = false;
  const ktp = judgeable.find(({ name }) => name === KTP);
  for (const field of FIELDS) {
    const candidates =
      field === "nik" ? judgeable.filter((source) => showsNumber(source, evidence)) : judgeable;
    const lead = leadFor(field, candidates, settings.leading);
    if (lead === null) {
      isFieldOpen ||= findings.some((finding) => finding.field === field);
      continue;
    }
    const level = judgedLevel(evidence, lead, field);
    const difference = differenceOf(level, field, evidence, lead.compared);
    const others = judgeable.length === 1 ? NOBODY : judgeable.filter((source) => source !== lead);
    if (difference === null) {
      const ktpHasRosterValue = ktp !== undefined && agrees(levelEntry(ktp.compared.levels, field));
      let against = 0;
      for (const other of others) {
        if (ktpHasRosterValue && isSlipOfRegistry(other, field))
          againstKtp.push({ field, registry: other.name });
        else if (isOutOfStep(other, field, evidence)) {
          if (!outOfStep.includes(other.name)) outOfStep.push(other.name);
          against++;
        } else
          isFieldOpen ||= findings.some(
            (finding) => finding.field === field && finding.source === other.name,
          );
      }
      isOutvoted ||= against > 1;
      continue;
    }
    const { withLead, withRoster, withNeither } = witnesses(field, lead, others, evidence, settings);
    differing.push({
      field,
      difference,
      code: level.code as FindingCode,
      lead: lead.name,
      leadRecord: lead.compared,
      withLead,
      withRoster,
      withNeither,
    });
  }
  return { differing, outOfStep, isOutvoted, againstKtp, isFieldOpen };
}

/** A registry's value is damaged, or differs in a way that a slip explains. */
function isSlipOfRegistry({ kind, compared }: ComparedSource, field: Field): boolean {
  const { agreement } = levelEntry(compared.levels, field);
  return kind === "registry" && (agreement === "near" || agreement === "damaged");
}

/** A document says otherwise, and not because its own value is damaged: that is a hint, and hints decide nothing. */
export function isOutOfStep(source: ComparedSource, field: Field, evidence: CaseEvidence): boolean {
  const { kind, compared } = source;
  const { agreement } = judgedLevel(evidence, source, field);
  // where the roster's number ends in 0 and the leading source's too, a document's whole one is just another number
  const isOther = field === "nik" && agreement === "damaged" && hasValue(compared.person, field);
  if (agreement !== "near" && agreement !== "different" && !isOther) return false;
  return kind === "registry" || !isSourceDamage(evidence, source, field);
}

/** Whom the witnesses side with in a field in which the roster differs from the leading source. */
function witnesses(
  field: Field,
  source: ComparedSource,
  others: readonly ComparedSource[],
  evidence: CaseEvidence,
  { leading, identifiers }: JudgingSettings,
): Pick<DifferingField, "withLead" | "withRoster" | "withNeither"> {
  const lead = source.compared;
  const withLead: string[] = [];
  const withRoster: string[] = [];
  const withNeither: string[] = [];
  // a number that is damaged proves nothing by being damaged alike, be it the roster's or a witness's
  const isRosterDamaged = field === "nik" && isRosterDamage(evidence, lead);
  for (const other of others) {
    const { name, compared } = other;
    const fromLead = levelEntry(compareLevels(lead.person, compared.person, identifiers), field);
    if (agrees(fromLead)) {
      const isDamaged = field === "nik" && isSourceDamage(evidence, other, field);
      if (!isDamaged) withLead.push(name);
      continue;
    }
    const hasRosterValue = agrees(levelEntry(compared.levels, field));
    const showsOther = field === "nik" ? showsOtherNumber(other, fromLead) : hasValue(compared.person, field);
    if (hasRosterValue && !isRosterDamaged) withRoster.push(name);
    else if (hasRosterValue || showsOther) withNeither.push(name);
  }
  if (nikDateSidesWithLead(field, evidence, source, identifiers)) withLead.push(NIK_DATE);
  else if (nikDateSidesWithRoster(field, evidence, lead, identifiers)) withRoster.push(NIK_DATE);
  // a number is given at the desk to nobody who is known by the name alone, nor on the word of a diploma
  const isDoubtful = field === "nik" && (isKnownByNameAlone(evidence) || !isAuthority(source, leading.nik));
  return { withLead: isDoubtful ? [] : withLead, withRoster, withNeither };
}

/** Whether a source can say which number a person has: a registry issues it, and a setting names who else may. */
function isAuthority({ kind, name }: ComparedSource, named: readonly string[]): boolean {
  return kind !== "document" || named.includes(name);
}

/**
 * A number that is not whole may be cut from anybody's, and is another than the leading one; but what Excel makes of that
 * is none other, nor is what cannot be read as digits.
 */
function showsOtherNumber(source: ComparedSource, fromLead: Level): boolean {
  const { person } = source.compared;
  if (person.identifier.value === "") return false;
  return fromLead.code !== "nik.excel_damaged" || (hasValue(person, "nik") && !isZeroed(source));
}

/** Excel zeroes a column: where other numbers of the file are whole to the last digit, a 0 is a number's own. */
function isZeroed(source: ComparedSource): boolean {
  return source.compared.person.identifier.value.endsWith("0") && !source.keepsLastDigits();
}

/**
 * The first of the leading sources that has the field. Answers speak for Dukcapil where it gave no data of its own;
 * where none of those named has the field, the most authoritative source that has it leads. An empty setting means
 * that nobody does.
 */
function leadFor(
  field: Field,
  sources: readonly ComparedSource[],
  leading: JudgingSettings["leading"],
): ComparedSource | null {
  const named = leading[leadingFieldOf(field)];
  const first = (is: (source: SourceEvidence) => boolean) =>
    sources.find((source) => is(source) && leads(source.compared, field)) ?? null;
  for (const name of named) {
    const lead =
      first((source) => source.name === name) ??
      (name === DUKCAPIL ? first(({ kind }) => kind === "answers") : null);
    if (lead !== null) return lead;
  }
  return named.length === 0 ? null : first(() => true);
}

/** Whether a source has a whole number: a damaged one cannot be put into the roster, nor speak against it. */
function showsNumber(source: ComparedSource, evidence: CaseEvidence): boolean {
  const { kind, compared } = source;
  if (kind === "answers") return true;
  const isWhole = compared.person.identifier.state === "sound";
  return isWhole && (kind === "registry" || !isSourceDamage(evidence, source, "nik"));
}

function isKnownByNameAlone({ roster: { person } }: CaseEvidence): boolean {
  return person.identifier.state === "missing" && person.birthDate.state !== "sound";
}

/** Whether a record has a value to lead with. It is read again only where its levels do not tell. */
function leads(record: SourceRecord, field: Field): boolean {
  const { agreement } = levelEntry(record.levels, field);
  return (agreement !== "missing" && agreement !== "damaged") || hasValue(record.person, field);
}

function differenceOf(
  level: Level,
  field: Field,
  evidence: CaseEvidence,
  lead: SourceRecord,
): Difference | null {
  switch (level.agreement) {
    case "same":
    case "equivalent":
      return null;
    case "near":
      return "slip";
    case "different":
      return "different";
    case "damaged":
      return field === "nik" ? "slip" : "gap";
    case "missing": {
      const { person, hasNameColumn, hasBirthDateColumn } = evidence.roster;
      if (
        field === "nik" &&
        person.identifier.state === "missing" &&
        lead.person.identifier.state === "sound"
      )
        return "slip";
      if (field === "birth_date" && hasBirthDateColumn && person.birthDate.state === "missing") return "gap";
      // whoever has no name was not compared by it, and may be anybody
      return field === "name" && hasNameColumn && !hasValue(person, "name") ? "different" : null;
    }
  }
}

/**
 * The date inside a NIK as a witness (it keeps the date of first registration, so it vouches, never accuses):
 * - for a birth-date slip, when the agreed NIK carries the leading source's date;
 * - for a NIK missing or damaged, when the leading source's NIK carries the agreed birth date;
 * - for a NIK with wrong digits, only when the roster's own digits do not carry that date.
 *
 * A registry issued the number with the date in it. Into a document somebody typed the number whole, and the date says
 * nothing of region and serial: there the roster's own digits have to say the rest.
 */
function nikDateSidesWithLead(
  field: Field,
  evidence: CaseEvidence,
  leading: ComparedSource,
  identifiers: IdentifierField,
): boolean {
  const { person } = evidence.roster;
  const lead = leading.compared;
  const inside = () => identifiers.birthDateDigits(lead.person.identifier);
  if (field === "birth_date") {
    const nikAgreed = levelEntry(lead.levels, "nik").agreement === "same";
    return nikAgreed && agreesWith(inside(), lead.person.birthDate.packed);
  }
  if (field !== "nik" || levelEntry(lead.levels, "birth_date").agreement !== "same") return false;
  if (!agreesWith(inside(), person.birthDate.packed)) return false;
  const { name, agreement } = judgedLevel(evidence, leading, field);
  if (leading.kind === "document" && !SAYING_THE_REST.has(name)) return false;
  // who leads shows a whole number, so what is damaged is the roster's
  if (agreement === "missing" || agreement === "damaged") return true;
  return !agreesWith(identifiers.birthDateDigits(person.identifier), person.birthDate.packed);
}

/**
 * A NIK that both have and that carries the roster's birth date, not the leading source's: it proves nothing (the
 * date may have been corrected since), but where it speaks for the roster a clerk does not correct it unasked.
 */
function nikDateSidesWithRoster(
  field: Field,
  evidence: CaseEvidence,
  lead: SourceRecord,
  identifiers: IdentifierField,
): boolean {
  if (field !== "birth_date" || levelEntry(lead.levels, "nik").agreement !== "same") return false;
  return agreesWith(
    identifiers.birthDateDigits(lead.person.identifier),
    evidence.roster.person.birthDate.packed,
  );
}
