/**
 * Reports that can leave the room: every identifier cut to its region, every birth date to its year. Cases, rejected
 * rows, duplicates and the summary are masked before any report sees them, so that none can forget to.
 *
 * Names stay. What is masked still tells who differs where, and is personal data (UU 27/2022); domain.md §7 has the
 * practice it follows. Whether values agree was settled before: agreement between masked values means nothing.
 */
import { UNREADABLE_DATE } from "../field/birth-date.ts";
import type { Case, Proposed } from "../finding/case.ts";
import { FINDING_CODES, type FindingCode } from "../finding/codes.ts";
import type { SourceEvidence, SourceRecord } from "../finding/evidence.ts";
import { type Finding, namesRows } from "../finding/findings.ts";
import type { Rejection } from "../input/judged-rows.ts";
import type { RawCells } from "../input/raw-cells.ts";
import type { Person } from "../input/record.ts";
import { maskedPath } from "../words/printable.ts";
import type { CaseReport } from "./case-report.ts";
import type { DuplicateRow } from "./duplicate-rows.ts";
import { maskedDate, maskedIdentifier, maskedText } from "./mask-text.ts";
import { MaskedNumbers } from "./masked-numbers.ts";
import type { RunSummary } from "./summary.ts";

/**
 * A report that gets everything masked, and hands it on to the one given. It takes no lines: what is in bytes already
 * cannot be masked.
 */
export function masking(report: CaseReport): CaseReport {
  const numbers = new MaskedNumbers();
  return {
    add: (judged) => {
      const hidden = masked(judged);
      return report.add({ ...hidden, caseId: numbers.next(hidden) });
    },
    reject: (file, rejection) => report.reject(maskedPath(file), maskedRejection(rejection)),
    finish: ({ summary, duplicates }) =>
      report.finish({
        summary: maskedSummary(summary),
        duplicates: duplicates.map(maskedDuplicate),
      }),
    abandon: () => report.abandon(),
  };
}

/** The case without a whole identifier or birth date in any value a report can show. */
export function masked(judged: Case): Case {
  const { evidence, facts } = judged;
  const { roster } = evidence;
  const records = evidence.sources.flatMap(({ compared, candidates, nearest, holder }) => [
    compared,
    ...candidates,
    nearest,
    holder,
  ]);
  const dates = new KnownDates();
  for (const record of [roster, ...records]) if (record !== null) dates.learn(record);
  return {
    ...judged,
    evidence: {
      roster: {
        ...roster,
        file: maskedPath(roster.file),
        duplicates: roster.duplicates.map(maskedPath),
        unit: maskedText(roster.unit),
        cells: maskedCells(roster.cells, roster.person),
        person: maskedPerson(roster.person),
        sharesIdentifierWith: maskedOrNull(roster.sharesIdentifierWith),
      },
      sources: evidence.sources.map(maskedSource),
    },
    findings: judged.findings.map((finding) => maskedFinding(finding, judged, dates)),
    facts: {
      ...facts,
      differing: facts.differing.map((differing) => ({
        ...differing,
        leadRecord: maskedRecord(differing.leadRecord),
      })),
    },
    proposed: maskedProposed(judged.proposed, dates),
  };
}

/** The years of the dates in a case, as they were understood in their own columns, by what stands in the cell. */
class KnownDates {
  private readonly years = new Map<string, string>();

  learn({ cells, person }: { readonly cells: RawCells; readonly person: Person }): void {
    this.years.set(cells.birthDate.trim(), maskedDate(cells.birthDate, person.birthDate));
  }

  masked(text: string): string {
    return this.years.get(text.trim()) ?? maskedDate(text);
  }
}

function maskedSource(source: SourceEvidence): SourceEvidence {
  const { link, compared, candidates, nearest, holder } = source;
  // what is one row before is one row after
  const known = new Map<SourceRecord, SourceRecord>();
  const once = (record: SourceRecord): SourceRecord => {
    const seen = known.get(record) ?? maskedRecord(record);
    known.set(record, seen);
    return seen;
  };
  return {
    ...source,
    link: link === null ? null : once(link),
    compared: compared === null ? null : once(compared),
    candidates: candidates.map(once),
    nearest: nearest === null ? null : once(nearest),
    holder: holder === null ? null : once(holder),
    considered: () =>
      source.considered().map((considered) => ({ ...considered, record: once(considered.record) })),
    swappedWith: maskedOrNull(source.swappedWith),
  };
}

function maskedRecord({
  file,
  row,
  cells,
  person,
  levels,
  probability,
  status,
  keys,
}: SourceRecord): SourceRecord {
  return {
    file: maskedPath(file),
    row,
    cells: maskedCells(cells, person),
    person: maskedPerson(person),
    levels,
    probability,
    status,
    keys,
  };
}

function maskedCells(cells: RawCells, { birthDate }: Person): RawCells {
  return {
    nik: maskedIdentifier(cells.nik),
    name: maskedText(cells.name),
    birthPlace: maskedText(cells.birthPlace),
    birthDate: maskedDate(cells.birthDate, birthDate),
    sex: maskedText(cells.sex),
    status: maskedText(cells.status),
  };
}

/** What was understood says no more than what is shown. */
function maskedPerson(person: Person): Person {
  const { identifier, name, birthDate, birthPlace, sex } = person;
  return {
    identifier: { ...identifier, value: maskedIdentifier(identifier.value) },
    name,
    birthDate: birthDate.state === "sound" ? UNREADABLE_DATE : birthDate,
    birthPlace,
    sex,
  };
}

function maskedProposed(proposed: Proposed, dates: KnownDates): Proposed {
  const result: { -readonly [F in keyof Proposed]: Proposed[F] } = { ...proposed };
  if (proposed.nik !== undefined) result.nik = maskedIdentifier(proposed.nik);
  if (proposed.name !== undefined) result.name = maskedText(proposed.name);
  if (proposed.birth_place !== undefined) result.birth_place = maskedText(proposed.birth_place);
  if (proposed.birth_date !== undefined) result.birth_date = dates.masked(proposed.birth_date);
  return result;
}

/** Codes about a record whose roster value is the identifier and not the name. */
const ABOUT_IDENTIFIER: ReadonlySet<FindingCode> = new Set(["record.shared_nik", "record.swapped_nik"]);

/** A finding that tells which digits differ in place of digits. */
export interface MaskedFinding extends Finding {
  /** Places of the digits in which two identifiers differ, counted from 1. */
  readonly differingDigits?: readonly number[];
}

/** Codes of identifiers that differ in a digit here and there. */
const DIGIT_SLIPS: ReadonlySet<FindingCode> = new Set(["nik.typo", "nik.transposed"]);

/** Where two identifiers of one length differ, counted from 1; of those of a slip alone it is worth telling. */
export function differingDigits(code: FindingCode, roster: string, source: string): number[] {
  if (!DIGIT_SLIPS.has(code) || roster.length !== source.length) return [];
  return [...roster].flatMap((digit, at) => (digit === source[at] ? [] : [at + 1]));
}

function maskedFinding(finding: Finding, { evidence }: Case, dates: KnownDates): MaskedFinding {
  const { code } = finding;
  const hide = { identifier: maskedIdentifier, date: (text: string) => dates.masked(text) };
  const [roster, source] = maskedValues(finding, hide);
  const compared = evidence.sources.find(({ name }) => name === finding.source)?.compared;
  const { value } = evidence.roster.person.identifier;
  return {
    ...finding,
    sourceFile: maskedPath(finding.sourceFile),
    rosterValue: roster,
    sourceValue: source,
    differingDigits: compared == null ? [] : differingDigits(code, value, compared.person.identifier.value),
  };
}

/** How identifiers and birth dates are hidden. */
interface Hide {
  readonly identifier: (text: string) => string;
  readonly date: (text: string) => string;
}

/** The roster's and the source's value of a finding; they mean what `words/finding.ts` says they mean for its code. */
export function maskedValues(
  finding: Pick<Finding, "code" | "sourceRow" | "rosterValue" | "sourceValue">,
  hide: Hide,
): readonly [roster: string, source: string] {
  const { code, rosterValue: roster, sourceValue: source } = finding;
  const { field } = FINDING_CODES[code];
  if (code === "nik.birth_date_conflict") return [hide.identifier(roster), hide.date(source)];
  if (code === "nik.belongs_to_other" || code === "nik.sex_conflict" || ABOUT_IDENTIFIER.has(code)) {
    return [hide.identifier(roster), maskedText(source)];
  }
  // the region code is what masking leaves of a NIK anyway
  if (code === "nik.unknown_region") return [hide.identifier(roster), source];
  if (field === "nik") return [hide.identifier(roster), hide.identifier(source)];
  if (field === "birth_date") return [hide.date(roster), hide.date(source)];
  if (namesRows(finding)) return [maskedText(roster), source.split(", ").map(maskedPath).join(", ")];
  return [maskedText(roster), maskedText(source)];
}

function maskedRejection(rejection: Rejection): Rejection {
  return { ...rejection, text: maskedText(rejection.text) };
}

function maskedDuplicate(row: DuplicateRow): DuplicateRow {
  return {
    ...row,
    file: maskedPath(row.file),
    nik: maskedIdentifier(row.nik),
    name: maskedText(row.name),
    birthDate: maskedDate(row.birthDate),
    unit: maskedText(row.unit),
  };
}

/** Units and headers are cells: a shifted row can make somebody's number one. */
function maskedSummary(summary: RunSummary): RunSummary {
  const { cases, inputs } = summary;
  return {
    ...summary,
    inputs: inputs.map((input) => ({
      ...input,
      path: maskedPath(input.path),
      columns: input.columns.map((column) => ({ ...column, header: maskedText(column.header) })),
    })),
    cases: { ...cases, by_unit: cases.by_unit.map((unit) => ({ ...unit, unit: maskedText(unit.unit) })) },
  };
}

function maskedOrNull(text: string | null): string | null {
  return text === null ? null : maskedText(text);
}
