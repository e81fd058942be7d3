/**
 * From comparison levels to findings: one thing that differs or is wrong, person × source × field, with a code.
 * Findings say what is seen; what follows from it is judged in `facts.ts` and `action-table.ts`.
 */
import { agreesWith } from "../field/birth-date.ts";
import type { Identifier, IdentifierField } from "../field/identifier.ts";
import { FIELDS, type Field } from "../field/level.ts";
import { type NikHint, nikHints } from "../field/nik.ts";
import type { RawCells } from "../input/raw-cells.ts";
import { hasValue } from "../input/record.ts";
import { levelEntry } from "../match/levels.ts";
import { FINDING_CODES, type FindingCode, type Severity } from "./codes.ts";
import {
  type CaseEvidence,
  isCompared,
  type RosterEvidence,
  reference,
  type SourceEvidence,
  type SourceRecord,
} from "./evidence.ts";
import { belongsToOther, isSourceDamage, judgedLevel } from "./judged-level.ts";
import { hasOtherNumber, presenceIn } from "./presence.ts";

/** `roster` for findings about the roster itself. */
export const ROSTER = "roster";
/** Province and regency. */
const REGION_DIGITS = 4;

export interface Finding {
  readonly source: string;
  readonly sourceFile: string;
  /** 0 when there is no source row. */
  readonly sourceRow: number;
  readonly field: Field | "record";
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly rosterValue: string;
  readonly sourceValue: string;
  /** Whose value is damaged, where the code says that one is: the two values by themselves need not tell. */
  readonly damaged: Side | null;
}

export type Side = "roster" | "source";

/** Codes whose source value is a list of rows. */
const LISTING_ROWS: ReadonlySet<FindingCode> = new Set(["record.ambiguous", "record.duplicate"]);

/**
 * Whether the source value says where rows stand: file names and row numbers, nobody's data. Of somebody who was not found
 * it is the row that comes nearest, unless a row of its own says so: then it is what that row says.
 */
export function namesRows({ code, sourceRow }: Pick<Finding, "code" | "sourceRow">): boolean {
  return LISTING_ROWS.has(code) || (code === "record.not_found" && sourceRow === 0);
}

/** The cell of a row that holds a field. */
export function cellOf(cells: RawCells, field: Field): string {
  switch (field) {
    case "nik":
      return cells.nik;
    case "name":
      return cells.name;
    case "birth_place":
      return cells.birthPlace;
    case "birth_date":
      return cells.birthDate;
    case "sex":
      return cells.sex;
  }
}

/** The codes of some findings, each once, in the order they come. */
export function codesOf(findings: readonly Finding[]): FindingCode[] {
  const codes: FindingCode[] = [];
  for (const { code } of findings) if (!codes.includes(code)) codes.push(code);
  return codes;
}

export function findingsOf(evidence: CaseEvidence, identifiers: IdentifierField): Finding[] {
  const findings: Finding[] = [];
  const { roster } = evidence;
  const about = (code: FindingCode, rosterValue = "", otherValue = "") =>
    findings.push(make(ROSTER, null, code, FINDING_CODES[code].severity, rosterValue, otherValue));

  const { person } = roster;
  const { state, certain, value } = person.identifier;
  // where no source shows the right one, the row itself is the only place to say what is wrong
  if (state !== "sound" && !seen(evidence, (record) => record.person.identifier.state === "sound")) {
    if (state === "missing") {
      if (roster.hasIdentifierColumn) about("nik.missing");
    } else if (state === "damaged" && certain < value.length) about("nik.excel_damaged", roster.cells.nik);
    else about("nik.malformed", roster.cells.nik);
  }
  for (const hint of hintsOf(roster, identifiers)) {
    findings.push(hintFinding(hint, roster.cells, person.identifier));
  }
  if (
    person.birthDate.state !== "sound" &&
    !seen(evidence, (record) => record.person.birthDate.state === "sound")
  ) {
    if (person.birthDate.state === "unreadable") about("birth_date.unreadable", roster.cells.birthDate);
    else if (roster.hasBirthDateColumn) about("birth_date.missing");
  }
  if (roster.duplicates.length > 0)
    about("record.duplicate", roster.cells.name, roster.duplicates.join(", "));
  if (roster.sharesIdentifierWith !== null)
    about("record.shared_nik", roster.cells.nik, roster.sharesIdentifierWith);
  const swapped = evidence.sources.find((source) => source.swappedWith !== null);
  if (swapped !== undefined) about("record.swapped_nik", roster.cells.nik, swapped.swappedWith!);

  for (const source of evidence.sources) {
    if (source.kind === "answers") addAnswerFindings(findings, evidence, source);
    else addSourceFindings(findings, evidence, source);
  }
  return findings;
}

/** Whether a source shows it whose word weighs: what a listing has is a hint, which would leave the gap unsaid. */
function seen(evidence: CaseEvidence, shows: (record: SourceRecord) => boolean): boolean {
  return evidence.sources.some(
    ({ kind, compared }) => kind !== "listing" && compared !== null && shows(compared),
  );
}

function addSourceFindings(findings: Finding[], evidence: CaseEvidence, source: SourceEvidence): void {
  const { roster } = evidence;
  const listing = source.kind === "listing";
  const add = adderOf(findings, source);

  const ofAnother = belongsToOther(source);
  if (ofAnother) {
    add(
      "nik.belongs_to_other",
      source.holder,
      roster.cells.nik,
      source.holder!.cells.name,
      listing ? "hint" : undefined,
    );
  }
  // rows of one person want the same source row: that they are several is said already
  if (source.status === "ambiguous" && source.compared === null) {
    const rows = source.candidates.map(placeOf);
    const harmless =
      listing && source.absent !== "register" && source.candidates.every(({ status }) => status === "");
    add(
      "record.ambiguous",
      source.candidates[0] ?? null,
      roster.cells.name,
      rows.join(", "),
      harmless ? "hint" : undefined,
    );
  }
  if (source.status === "not_found") {
    if (source.kind === "registry")
      add("record.not_found", null, roster.cells.name, placeOf(source.nearest), absenceSeverity(evidence));
    else if (source.kind === "document") add("document.missing", null, roster.cells.name, "");
    else addAbsence(add, source, null, roster.cells.name);
  }
  if (!isCompared(source)) return;
  const link = source.compared;
  for (const field of FIELDS) {
    const level = judgedLevel(evidence, source, field);
    if (level.code === null || level.agreement === "same") continue;
    // whose the number is says more than how it differs from the person's own
    if (field === "nik" && ofAnother) continue;
    if (level.agreement === "missing" && !isGap(evidence, link, field)) continue;
    const sourceDamaged = isSourceDamage(evidence, source, field);
    const code = level.code as FindingCode;
    // what is damaged in a document says nothing against the roster; a registry that does not confirm a number leaves it
    // open, and a listing only lists
    const weak = listing || (sourceDamaged && source.kind !== "registry");
    findings.push(
      make(
        source.name,
        link,
        code,
        weak ? "hint" : FINDING_CODES[code].severity,
        cellOf(roster.cells, field),
        cellOf(link.cells, field),
        sourceDamaged ? "source" : ROSTER,
      ),
    );
  }
  addStatus(add, source, link, roster.cells.name);
}

/**
 * What was answered about the roster's NIK. An answer holds Dukcapil's verdict on each field and no value: it shows
 * that something differs and not how, so its words stand in place of a value and a name that is only similar by its
 * score differs "in none of the known ways", at low severity.
 */
function addAnswerFindings(findings: Finding[], evidence: CaseEvidence, source: SourceEvidence): void {
  const { roster } = evidence;
  const { compared: answer, candidates } = source;
  const add = adderOf(findings, source);
  if (answer === null && candidates.length > 0) {
    // where the number stands on several rows, that is said already
    if (roster.sharesIdentifierWith === null && roster.duplicates.length === 0) {
      const rows = candidates.map(placeOf);
      add("record.ambiguous", candidates[0]!, roster.cells.name, rows.join(", "));
    }
    return;
  }
  const here = presenceIn(source);
  if (here === "unknown") add("document.missing", answer, roster.cells.name, answer?.cells.status ?? "");
  if (answer === null) return;
  if (belongsToOther(source)) add("nik.belongs_to_other", answer, roster.cells.nik, "");
  for (const field of FIELDS) {
    const { agreement, code } = levelEntry(answer.levels, field);
    if (field === "nik" || (agreement !== "near" && agreement !== "different")) continue;
    const severity = agreement === "near" ? "low" : undefined;
    add(code as FindingCode, answer, cellOf(roster.cells, field), cellOf(answer.cells, field), severity);
  }
  // of a mistyped number, while a registry has the person under another
  if (here === "no" && hasOtherNumber(evidence.sources))
    add("record.not_found", answer, roster.cells.name, answer.cells.status, "hint");
  else addStatus(add, source, answer, roster.cells.name);
}

/** Where a row stands; empty where there is none. */
function placeOf(record: SourceRecord | null): string {
  return record === null ? "" : reference(record.file, record.row);
}

type Adder = (
  code: FindingCode,
  record: SourceRecord | null,
  rosterValue: string,
  sourceValue: string,
  severity?: Severity,
) => void;

function adderOf(findings: Finding[], { name }: SourceEvidence): Adder {
  return (code, record, rosterValue, sourceValue, severity = FINDING_CODES[code].severity) =>
    findings.push(make(name, record, code, severity, rosterValue, sourceValue));
}

/** What the source's status says against the person. Only Dukcapil knows who has died; a listing's bad word blocks. */
function addStatus(add: Adder, source: SourceEvidence, link: SourceRecord, name: string): void {
  const text = link.cells.status;
  const listing = source.kind === "listing";
  switch (link.status) {
    case "deceased":
    case "inactive":
    case "double":
      add(listing ? "record.blocked" : `record.${link.status}`, link, name, text);
      break;
    case "blocked":
      // a registry that does not stand by a number has it inactive, whatever its word
      if (listing) add("record.blocked", link, name, text);
      else if (source.kind !== "document") add("record.inactive", link, name, text);
      break;
    case "not_registered":
      if (listing) addAbsence(add, source, link, name);
      else if (source.kind !== "document") add("record.not_found", link, name, text);
      break;
    case "":
      break;
  }
}

/** Absence from a list that may be old or of one region weighs nothing where Dukcapil itself answered. */
function absenceSeverity(evidence: CaseEvidence): Severity | undefined {
  const answered = evidence.sources.some(
    (source) => source.kind === "answers" && presenceIn(source) === "yes",
  );
  return answered ? "hint" : undefined;
}

/** What the configuration makes of somebody who is not on a listing. */
function addAbsence(add: Adder, { absent }: SourceEvidence, link: SourceRecord | null, name: string): void {
  if (absent === "ignore") return;
  const severity = absent === "register" ? undefined : "hint";
  add("record.not_registered", link, name, link?.cells.status ?? "", severity);
}

/** What the number says against its own row. A NIP is made of the birth date as a NIK is, but has no region. */
function hintsOf({ person }: RosterEvidence, identifiers: IdentifierField): readonly NikHint[] {
  const { identifier, birthDate, sex } = person;
  if (identifiers.kind === "nik") return nikHints(identifier, birthDate, sex);
  const inside = identifiers.birthDateDigits(identifier);
  return inside !== null && birthDate.state === "sound" && !agreesWith(inside, birthDate.packed)
    ? ["nik.birth_date_conflict"]
    : [];
}

/** What the number says against its row, beside what the row itself says. */
export function hintFinding(hint: NikHint, cells: RawCells, identifier: Identifier): Finding {
  const own = {
    "nik.birth_date_conflict": cells.birthDate,
    "nik.sex_conflict": cells.sex,
    "nik.unknown_region": identifier.value.slice(0, REGION_DIGITS),
  }[hint];
  return make(ROSTER, null, hint, FINDING_CODES[hint].severity, cells.nik, own);
}

/** A source in which there is no row of the person, where that is no more than a hint. */
export function absenceHint(source: string, code: FindingCode, name: string): Finding {
  return make(source, null, code, "hint", name, "");
}

/** The roster has nothing where the source has something. */
function isGap(evidence: CaseEvidence, link: SourceRecord, field: Field): boolean {
  const { person, hasNameColumn, hasBirthDateColumn } = evidence.roster;
  if (field === "nik")
    return person.identifier.state === "missing" && link.person.identifier.state !== "missing";
  if (field === "birth_date") {
    return (
      hasBirthDateColumn && person.birthDate.state === "missing" && link.person.birthDate.state === "sound"
    );
  }
  return field === "name" && hasNameColumn && !hasValue(person, "name") && hasValue(link.person, "name");
}

/** Codes that say of a value that it is damaged. */
const DAMAGES: readonly FindingCode[] = ["nik.excel_damaged", "nik.malformed", "birth_date.unreadable"];

function make(
  source: string,
  record: SourceRecord | null,
  code: FindingCode,
  severity: Severity,
  rosterValue: string,
  sourceValue: string,
  damaged: Side = ROSTER,
): Finding {
  return {
    source,
    sourceFile: record?.file ?? "",
    sourceRow: record?.row ?? 0,
    field: FINDING_CODES[code].field,
    code,
    severity,
    rosterValue,
    sourceValue,
    damaged: DAMAGES.includes(code) ? damaged : null,
  };
}
