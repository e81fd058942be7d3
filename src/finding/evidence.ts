/**
 * Everything known about one roster record when it is judged: the record, and what each source says of it. Made
 * for one record at a time and dropped after its case is written; what most cases never ask of it is worked out when
 * it is asked.
 */
import type { Absence, SourceKind } from "../config/plan.ts";
import type { DateOrder } from "../field/written-date.ts";
import type { RawCells } from "../input/raw-cells.ts";
import type { Person } from "../input/record.ts";
import type { Status } from "../input/status.ts";
import type { PackedLevels } from "../match/levels.ts";
import type { LinkStatus } from "../match/link-status.ts";
import type { ExplainedWeight } from "../match/links.ts";

/** Where a row stands, as findings write it. */
export function reference(file: string, row: number): string {
  return `${file}:${row}`;
}

/** One source row as evidence about a roster record. */
export interface SourceRecord {
  readonly file: string;
  readonly row: number;
  readonly cells: RawCells;
  readonly person: Person;
  /** Agreement with the roster record. */
  readonly levels: PackedLevels;
  readonly probability: number;
  /** What its status column says against the person. */
  readonly status: Status;
  /** Key kinds that found it, as a bit set. */
  readonly keys: number;
}

/** A candidate with what it weighs. */
export interface ConsideredRecord {
  readonly record: SourceRecord;
  /** Log-odds in bits, prior included. */
  readonly bits: number;
  readonly explained: ExplainedWeight;
}

/** What one source says about one roster record. */
export interface SourceEvidence {
  readonly name: string;
  readonly kind: SourceKind;
  /** What it means not to be on it; of listings only. */
  readonly absent?: Absence | undefined;
  readonly status: LinkStatus;
  /** The linked row. */
  readonly link: SourceRecord | null;
  /**
   * The row that the record's fields are compared with: the linked row, or the one row, be it there more than once,
   * that several roster rows of this same person want (links are one to one, so at most one of them has it as its link).
   */
  readonly compared: SourceRecord | null;
  /** The ranked candidates of an ambiguous link, best first. */
  readonly candidates: readonly SourceRecord[];
  /** The row that comes nearest to somebody who was not found, where one comes near enough to be looked at. */
  readonly nearest: SourceRecord | null;
  /** The row that carries this record's identifier but is another person's. */
  readonly holder: SourceRecord | null;
  /**
   * Whether the file of the compared row has its numbers to the last digit: most of those found in it who have another
   * last digit than 0 have theirs there. Worked out when asked.
   */
  keepsLastDigits(): boolean;
  /** Every candidate that was weighed, surest first, with the weight of each field: worked out when asked. */
  considered(): readonly ConsideredRecord[];
  /** Name on the other roster row, when the two rows carry each other's identifier; else null. */
  readonly swappedWith: string | null;
}

/** A source with a row that the record's fields are compared with. */
export type ComparedSource = SourceEvidence & { readonly compared: SourceRecord };

export function isCompared(source: SourceEvidence): source is ComparedSource {
  return source.compared !== null;
}

export interface RosterEvidence {
  readonly index: number;
  readonly file: string;
  readonly row: number;
  readonly unit: string;
  readonly cells: RawCells;
  readonly person: Person;
  /** The file has such a column: an empty cell in it is a gap, a missing column is not. */
  readonly hasIdentifierColumn: boolean;
  readonly hasNameColumn: boolean;
  readonly hasBirthDateColumn: boolean;
  /** In which the file writes its dates. */
  readonly dateOrder: DateOrder;
  /** The other roster rows that are this same person, as `file:row`. */
  readonly duplicates: readonly string[];
  /** Names on other people's roster rows that carry the same identifier, joined; null when there are none. */
  readonly sharesIdentifierWith: string | null;
}

export interface CaseEvidence {
  readonly roster: RosterEvidence;
  /** In the order of the plan: registries, answers, documents, listings. */
  readonly sources: readonly SourceEvidence[];
}
