/**
 * What the rules of the action table ask about: the findings and agreements of one record boiled down to named
 * facts. Agreement between sources is judged once, here and in `compared-fields.ts`, so that every rule reads as a
 * sentence.
 */
import { KTP } from "../config/sources.ts";
import { FIELDS } from "../field/level.ts";
import { hasValue } from "../input/record.ts";
import { levelEntry } from "../match/levels.ts";
import type { FindingCode } from "./codes.ts";
import {
  type ComparedFields,
  compareFields,
  isOutOfStep,
  type JudgingSettings,
  NO_FIELDS_COMPARED,
} from "./compared-fields.ts";
import type { CaseEvidence, ComparedSource, SourceEvidence } from "./evidence.ts";
import { codesOf, type Finding, ROSTER } from "./findings.ts";
import { agrees, belongsToOther } from "./judged-level.ts";
import { type Presence, presence, presenceIn } from "./presence.ts";

export interface CaseFacts extends ComparedFields {
  readonly nikBelongsToOther: boolean;
  /** A registry has this identifier on the person, and it or another asked about it has it on somebody else too. */
  readonly nikAlsoOfOther: boolean;
  /** The row has no name: whoever was found by its number may be anybody. */
  readonly isNameless: boolean;
  readonly deceased: boolean;
  readonly blocked: boolean;
  readonly inactiveOrDouble: boolean;
  readonly ambiguous: boolean;
  /** Of a registry or document that is ambiguous: what it says of the person is known once an officer has chosen. */
  readonly awaitsChoice: boolean;
  readonly duplicate: boolean;
  /** Another's row carries this identifier and no source confirms whose it is. */
  readonly sharedUnsettled: boolean;
  readonly inRegistry: Presence;
  /** There are registries or documents, and none has this person. */
  readonly nothingCompared: boolean;
  /** Dukcapil was asked, nothing it answered is about this person, and nothing else speaks for it. */
  readonly unanswered: boolean;
  /**
   * The roster has number, name and, if there is a column for it, birth date; the KTP agrees in all that it has, number and
   * name at least, and no other document differs in what it has not.
   */
  readonly ktpAgrees: boolean;
  readonly notRegistered: boolean;
  /** The roster has a number, and nothing that was compared has one for the person. */
  readonly nikUnchecked: boolean;
  /** Something is found that weighs more than a hint and is not merely an absence from a listing. */
  readonly differs: boolean;
  /** Something is found, be it a hint, that is more than the lack of a row somewhere or an oddity of the NIK alone. */
  readonly remarked: boolean;
}

/** Of a source that has no row for the person: nothing was compared, so nothing differs. */
const ABSENCES: readonly FindingCode[] = ["document.missing", "record.not_registered"];

/** Somebody else's row has the identifier. */
const MISUSES: readonly FindingCode[] = ["record.shared_nik", "nik.belongs_to_other"];

export function factsOf(
  evidence: CaseEvidence,
  findings: readonly Finding[],
  settings: JudgingSettings,
): CaseFacts {
  const { roster, sources } = evidence;
  const weighty = codesOf(findings.filter(({ severity }) => severity !== "hint"));
  const inRegistry = presence(sources);
  const hasRegistry = sources.some(({ kind }) => kind === "registry");
  const hasAnswers = sources.some(({ kind }) => kind === "answers");
  const telling = sources.filter(({ kind }) => kind === "registry" || kind === "document");
  const ktp = sources.find((source) => source.name === KTP);
  const judgeable = sources.filter(isJudgeable);
  const isNikConfirmed = sources.some(confirmsNik);
  const isNameless = roster.hasNameColumn && !hasValue(roster.person, "name");
  const ofOthers = sources.filter((source) => source.kind !== "listing" && belongsToOther(source));
  const nikAlsoOfOther = isNikConfirmed && ofOthers.some(({ kind }) => kind !== "document");
  // without the person's row in the registry there is nothing to hold the fields against
  const isComparable = inRegistry === "yes" || (inRegistry === "unknown" && !hasRegistry);
  const weightyFindings = findings.filter((finding) => differs(finding, isNikConfirmed));
  const { differing, outOfStep, isOutvoted, againstKtp, isFieldOpen } = isComparable
    ? compareFields(evidence, judgeable, weightyFindings, settings)
    : NO_FIELDS_COMPARED;
  return {
    nikBelongsToOther: !isNikConfirmed && ofOthers.length > 0,
    nikAlsoOfOther,
    isNameless,
    deceased: weighty.includes("record.deceased"),
    blocked: weighty.includes("record.blocked"),
    inactiveOrDouble: weighty.includes("record.inactive") || weighty.includes("record.double"),
    ambiguous: weighty.includes("record.ambiguous"),
    awaitsChoice: sources.some(({ kind, name }) => kind !== "listing" && isSaidAmbiguous(name, findings)),
    duplicate: roster.duplicates.length > 0,
    sharedUnsettled: roster.sharesIdentifierWith !== null && !isNikConfirmed,
    inRegistry,
    nothingCompared: telling.length > 0 && telling.every(({ compared }) => compared === null),
    unanswered: inRegistry === "unknown" && !hasRegistry && hasAnswers,
    ktpAgrees: ktp !== undefined && agreesWithWhole(ktp, judgeable, evidence),
    differing,
    outOfStep,
    isOutvoted,
    againstKtp,
    isFieldOpen,
    notRegistered: weighty.includes("record.not_registered"),
    nikUnchecked:
      judgeable.length > 0 &&
      hasValue(roster.person, "nik") &&
      judgeable.every(({ compared }) => levelEntry(compared.levels, "nik").agreement === "missing"),
    // a document may be out of step in what is told as another's number
    differs: nikAlsoOfOther || isNameless || outOfStep.length > 0 || weightyFindings.length > 0,
    remarked: findings.some(isRemark),
  };
}

/** @param isNikConfirmed the number is this person's, whoever else uses it */
function differs({ severity, code }: Finding, isNikConfirmed: boolean): boolean {
  return (
    severity !== "hint" &&
    code !== "record.not_registered" &&
    // the rightful holder of a number that another row misuses, here or in a document, has nothing to clarify
    !(isNikConfirmed && MISUSES.includes(code))
  );
}

function isRemark({ source, severity, code }: Finding): boolean {
  // what is odd about the NIK by itself does not tell it from any source's
  return !ABSENCES.includes(code) && (source !== ROSTER || severity !== "hint");
}

/**
 * Whether a document says what the roster says, and the roster says all that a person is known by. What the document
 * lacks, no other may deny.
 */
function agreesWithWhole(
  { compared }: SourceEvidence,
  judgeable: readonly ComparedSource[],
  evidence: CaseEvidence,
): boolean {
  const { person, hasBirthDateColumn } = evidence.roster;
  const isWhole =
    person.identifier.state === "sound" && (person.birthDate.state === "sound" || !hasBirthDateColumn);
  if (compared === null || !isWhole) return false;
  return FIELDS.every((field) => {
    const level = levelEntry(compared.levels, field);
    if (agrees(level)) return true;
    if (level.agreement !== "missing" || field === "nik" || field === "name") return false;
    return !judgeable.some((other) => isOutOfStep(other, field, evidence));
  });
}

function isSaidAmbiguous(source: string, findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.source === source && finding.code === "record.ambiguous");
}

/** What is compared with the fields of a record; a listing only lists, and an answer must say something. */
function isJudgeable(source: SourceEvidence): source is ComparedSource {
  if (source.compared === null || source.kind === "listing") return false;
  return source.kind !== "answers" || presenceIn(source) === "yes";
}

/**
 * The number is this person's: it stands in the person's row of a registry; or an answer about it is found and agrees in
 * name or birth date.
 */
function confirmsNik(source: SourceEvidence): boolean {
  const { kind, compared } = source;
  if (compared === null) return false;
  if (kind === "registry") return levelEntry(compared.levels, "nik").agreement === "same";
  if (kind !== "answers" || presenceIn(source) !== "yes" || belongsToOther(source)) return false;
  return (["name", "birth_date"] as const).some((field) => {
    const { agreement } = levelEntry(compared.levels, field);
    return agreement === "same" || agreement === "near";
  });
}
