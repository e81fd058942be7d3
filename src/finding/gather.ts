/**
 * Brings together, for one roster record at a time, what the matching left behind in compact form: the evidence a
 * case is judged on. Cells kept of a source row are understood once more here, for the few rows that matter, rather
 * than held as objects for all.
 */
import type { SourcePlan } from "../config/plan.ts";
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import type { Field } from "../field/level.ts";
import { digitAt, NIK_HALF } from "../field/packed-nik.ts";
import { askedPerson } from "../input/answer.ts";
import type { InputFile } from "../input/input-file.ts";
import type { RawCells } from "../input/raw-cells.ts";
import { hasValue, KeptPerson, type Person, rawRow, writingAt } from "../input/record.ts";
import type { Status } from "../input/status.ts";
import type { Candidate } from "../match/candidates.ts";
import { compareLevels } from "../match/comparison.ts";
import type { DuplicateGroup } from "../match/duplicate-groups.ts";
import type { DuplicatePair } from "../match/duplicates.ts";
import type { KeptRows } from "../match/kept-rows.ts";
import { levelEntry, nikLevel, type PackedLevels } from "../match/levels.ts";
import type { LinkStatus } from "../match/link-status.ts";
import type { Links, RankedCandidate, RosterLink } from "../match/links.ts";
import type { Roster } from "../match/roster.ts";
import {
  type CaseEvidence,
  type ConsideredRecord,
  type RosterEvidence,
  reference,
  type SourceEvidence,
  type SourceRecord,
} from "./evidence.ts";
import { agrees, NAME_AND_DATE } from "./judged-level.ts";

/** What another source can be searched and weighed by. */
const LENT_FIELDS = ["nik", "name", "birth_place", "birth_date"] as const;

/** More rows than anybody reads; every row of a group naming every other would fill the disk. */
export const MOST_ROWS_NAMED = 60;

/** What a case shows of a file that was read, and needs to understand its rows once more. */
export type CaseFile = Pick<
  InputFile,
  "path" | "context" | "hasIdentifierColumn" | "hasNameColumn" | "hasBirthDateColumn"
>;

/** A source whose rows have been read. */
export interface ReadSource {
  readonly plan: SourcePlan;
  readonly files: readonly CaseFile[];
}

/** A source after linking. */
export interface LinkedSource extends ReadSource {
  readonly links: Links;
}

export interface Reconciled {
  readonly roster: Roster;
  readonly rosterFiles: readonly CaseFile[];
  readonly sources: readonly LinkedSource[];
  readonly duplicates: readonly DuplicateGroup[];
  /** Pairs of different people with one identifier. */
  readonly shared: readonly DuplicatePair[];
}

/** Gathers the evidence of one roster record at a time. */
export class Gatherer {
  private readonly reconciled: Reconciled;
  private readonly groups = new Map<number, DuplicateGroup>();
  /** Other people's records that carry the record's identifier. */
  private readonly sharers = new Map<number, number[]>();
  private readonly concerned: Uint8Array;
  /** See `lastDigitsKept`. */
  private readonly lastDigits = new Map<LinkedSource, Int32Array>();
  /** By number of the roster file. */
  private readonly hasIdentifierColumn: readonly boolean[];
  private readonly hasNameColumn: readonly boolean[];
  private readonly hasBirthDateColumn: readonly boolean[];

  constructor(reconciled: Reconciled) {
    this.reconciled = reconciled;
    const { roster, rosterFiles, duplicates, shared } = reconciled;
    this.hasIdentifierColumn = rosterFiles.map((file) => file.hasIdentifierColumn);
    this.hasNameColumn = rosterFiles.map((file) => file.hasNameColumn);
    this.hasBirthDateColumn = rosterFiles.map((file) => file.hasBirthDateColumn);
    this.concerned = new Uint8Array(roster.count);
    for (const group of duplicates) {
      for (const member of group.members) {
        this.groups.set(member, group);
        this.concerned[member] = 1;
      }
    }
    for (const { first, second } of shared) {
      this.addSharer(first, second);
      this.addSharer(second, first);
    }
  }

  /** Other rows of the roster have something to do with this one: the same person's, or another's with its identifier. */
  concernsOthers(index: number): boolean {
    return this.concerned[index] === 1;
  }

  evidenceOf(index: number): CaseEvidence {
    const { roster, rosterFiles, sources } = this.reconciled;
    const { people } = roster;
    const file = people.file(index);
    const group = this.groups.get(index);
    const record: RosterEvidence = {
      index,
      file: rosterFiles[file]!.path,
      row: people.row(index),
      unit: people.unit(index),
      cells: people.raw(index),
      person: people.person(index),
      hasIdentifierColumn: this.hasIdentifierColumn[file]!,
      hasNameColumn: this.hasNameColumn[file]!,
      hasBirthDateColumn: this.hasBirthDateColumn[file]!,
      dateOrder: writingAt(rosterFiles[file]!.context, people.row(index)).order,
      duplicates: group === undefined ? NO_DUPLICATES : this.othersIn(group, index),
      sharesIdentifierWith: this.sharersOf(index),
    };
    const twice = group !== undefined;
    return {
      roster: record,
      sources: sources.map((source) =>
        evidenceOf(source, index, roster, twice, (file) => this.keepsLastDigits(source, file)),
      ),
    };
  }

  private keepsLastDigits(source: LinkedSource, file: number): boolean {
    let counts = this.lastDigits.get(source);
    if (counts === undefined) {
      counts = lastDigitsKept(source, this.reconciled.roster);
      this.lastDigits.set(source, counts);
    }
    return counts[file]! >= 0;
  }

  private addSharer(record: number, other: number): void {
    this.concerned[record] = 1;
    const others = this.sharers.get(record);
    if (others === undefined) this.sharers.set(record, [other]);
    else others.push(other);
  }

  /** The names on other people's rows that carry the record's identifier. */
  private sharersOf(index: number): string | null {
    const others = this.sharers.get(index);
    if (others === undefined) return null;
    const { people } = this.reconciled.roster;
    return others
      .map((other) => people.raw(other).name)
      .sort()
      .join(", ");
  }

  /** The other rows of a group as `file:row`, and of a large one how many there are besides. */
  private othersIn({ members }: DuplicateGroup, index: number): string[] {
    const { roster, rosterFiles } = this.reconciled;
    const others: string[] = [];
    for (const member of members) {
      if (member === index) continue;
      if (others.length === MOST_ROWS_NAMED) {
        others.push(`… (+${members.length - 1 - MOST_ROWS_NAMED})`);
        break;
      }
      others.push(reference(rosterFiles[roster.people.file(member)]!.path, roster.people.row(member)));
    }
    return others;
  }
}

const NO_DUPLICATES: readonly string[] = [];

/**
 * By number of the file: how many more people's numbers it has whole than with a 0 in place of their last digit. Excel
 * zeroes a column and not a number, and one number in ten ends in 0 by right.
 */
function lastDigitsKept({ links, files }: LinkedSource, { people }: Roster): Int32Array {
  const surplus = new Int32Array(files.length);
  links.eachWeighedLink((index, row, levels) => {
    if (!people.hasSoundNik(index) || digitAt(people.nikLow(index), NIK_HALF - 1) === 0) return;
    const level = nikLevel(levels);
    if (level === IDENTIFIER_LEVEL.exact) surplus[links.kept.file(row)]!++;
    else if (level === IDENTIFIER_LEVEL.excel_zeroed) surplus[links.kept.file(row)]!--;
  });
  return surplus;
}

/** The link of a row whose person has another: what that one has taken is this one's candidate too. */
function ofOneOfTwo(link: RosterLink): Pick<RosterLink, "status" | "candidates"> {
  const { status, taken } = link;
  return status === "not_found" && taken !== null ? { status: "ambiguous", candidates: [taken] } : link;
}

/** How many people of the roster a source has, may have and has not, as their cases say it. */
export function statusCounts(
  { links }: LinkedSource,
  duplicates: readonly DuplicateGroup[],
): Readonly<Record<LinkStatus, number>> {
  const counts = { ...links.counts };
  for (const { members } of duplicates) {
    for (const member of members) {
      const link = links.of(member);
      counts[link.status]--;
      counts[ofOneOfTwo(link).status]++;
    }
  }
  return counts;
}

/**
 * @param twice the same person stands in the roster more than once
 * @param keepsLastDigits whether a file of the source does, by its number
 */
function evidenceOf(
  source: LinkedSource,
  index: number,
  roster: Roster,
  twice: boolean,
  keepsLastDigits: (file: number) => boolean,
): SourceEvidence {
  const { plan, links } = source;
  const link = links.of(index);
  const { status, candidates } = twice ? ofOneOfTwo(link) : link;
  const recordOf = (pair: RankedCandidate) => new KeptRecord(source, pair, pair.probability);
  const records = candidates.map(recordOf);
  const linked = status === "linked" ? records[0]! : null;
  const other = link.holders.find((holder) => !isOnceMore(source, link, holder, roster));
  const compared = linked ?? (twice && isOneRow(candidates, links) ? records[0]! : null);
  return {
    name: plan.name,
    kind: plan.kind,
    absent: plan.listing?.absent,
    status,
    link: linked,
    compared,
    candidates: status === "ambiguous" ? records : [],
    nearest: status === "not_found" && link.nearest !== null ? recordOf(link.nearest) : null,
    holder: other === undefined ? null : new KeptRecord(source, other, 0),
    keepsLastDigits: () => compared !== null && keepsLastDigits(links.kept.file(compared.sourceRow)),
    considered: () => consideredIn(source, index, roster),
    swappedWith: swappedWith(source, link, roster),
  };
}

/**
 * Whether a row that carries the record's identifier beside its link is the same person once more, as where an older
 * transcript stands beside a newer: the link carries the identifier too, and of name and birth date one agrees and the
 * other has a slip, or is empty or unreadable, which is no evidence of anybody else; nor is what both rows have alike,
 * whatever the roster has. In a registry a slip of the name is none: twins whom it gives one number are two. Twins have
 * one birth date, so of one name and another date it is an older state of the same person.
 */
function isOnceMore(
  source: LinkedSource,
  { status, candidates }: RosterLink,
  holder: Candidate,
  { identifiers }: Roster,
): boolean {
  const [link] = candidates;
  if (status !== "linked" || !agrees(levelEntry(link!.levels, "nik"))) return false;
  const agreesIn = (levels: PackedLevels) => (field: Field) => agrees(levelEntry(levels, field));
  const isOwn = agreesIn(holder.levels);
  if (NAME_AND_DATE.every(isOwn)) return true;
  const held = personOf(source, holder.sourceRow);
  const isAlike = agreesIn(compareLevels(personOf(source, link!.sourceRow), held, identifiers));
  const unlike = NAME_AND_DATE.filter((field) => !isOwn(field) && !isAlike(field));
  if (unlike.length > 1) return false;
  return unlike.every((field) =>
    levelEntry(holder.levels, field).agreement === "near"
      ? source.plan.kind !== "registry" || field !== "name"
      : !hasValue(held, field),
  );
}

/** Whether candidates are one row, or the same word for word, as the diplomas of two schools are: either will do. */
function isOneRow(wanted: readonly Candidate[], { kept }: Links): boolean {
  const [first] = wanted;
  return (
    first !== undefined &&
    wanted.every(({ sourceRow }) => kept.compareCells(first.sourceRow, sourceRow) === 0)
  );
}

function consideredIn(source: LinkedSource, index: number, roster: Roster): ConsideredRecord[] {
  return source.links.considered(index, roster).map(({ pair, explained }) => ({
    record: new KeptRecord(source, pair, pair.probability),
    bits: pair.bits,
    explained,
  }));
}

/**
 * Two roster rows carry each other's identifier: each is linked to the row that holds the other's. Where the linked row
 * carries the record's own, one number stands on both rows and nothing is swapped.
 */
function swappedWith({ links, plan }: LinkedSource, link: RosterLink, { people }: Roster): string | null {
  const [holder] = link.holders;
  if (plan.kind === "listing" || holder === undefined || link.status !== "linked") return null;
  if (agrees(levelEntry(link.candidates[0]!.levels, "nik"))) return null;
  const other = links.linkedTo(holder.sourceRow);
  if (other < 0) return null;
  const [returned] = links.of(other).holders;
  return returned?.sourceRow === link.candidates[0]!.sourceRow ? people.raw(other).name : null;
}

/** A source linked once more, now that later sources have confirmed what the roster left doubtful. */
export function reconsider(source: LinkedSource, roster: Roster): LinkedSource {
  return {
    ...source,
    links: source.links.reconsidered(roster, (sourceRow) => personOf(source, sourceRow)),
  };
}

/** The kept cells of a source row, understood once more. */
function personOf(source: LinkedSource, sourceRow: number): Person {
  return readKept(source, source.links.kept, sourceRow);
}

/** The same where nobody is linked yet. */
export function readKept(source: ReadSource, kept: KeptRows, sourceRow: number): Person {
  return understood(source, kept, sourceRow, kept.cellsOf(sourceRow));
}

function understood({ plan, files }: ReadSource, kept: KeptRows, sourceRow: number, cells: RawCells): Person {
  const { context } = files[kept.file(sourceRow)]!;
  const raw = rawRow(cells, kept.row(sourceRow));
  return plan.kind === "answers"
    ? askedPerson(raw, context)
    : new KeptPerson(raw, context, kept.hasNoRealIdentifier(sourceRow));
}

/** A kept source row; what most cases never ask of it is worked out when asked. */
class KeptRecord implements SourceRecord {
  readonly levels: PackedLevels;
  readonly probability: number;
  readonly keys: number;
  readonly sourceRow: number;
  private readonly source: LinkedSource;
  private keptCells: RawCells | null = null;
  private keptPerson: Person | null = null;

  constructor(source: LinkedSource, pair: Candidate, probability: number) {
    this.source = source;
    this.sourceRow = pair.sourceRow;
    this.levels = pair.levels;
    this.probability = probability;
    this.keys = pair.keys;
  }

  get file(): string {
    return this.source.files[this.source.links.kept.file(this.sourceRow)]!.path;
  }

  get row(): number {
    return this.source.links.kept.row(this.sourceRow);
  }

  get status(): Status {
    return this.source.links.kept.status(this.sourceRow);
  }

  get cells(): RawCells {
    this.keptCells ??= this.source.links.kept.cellsOf(this.sourceRow);
    return this.keptCells;
  }

  get person(): Person {
    this.keptPerson ??= understood(this.source, this.source.links.kept, this.sourceRow, this.cells);
    return this.keptPerson;
  }
}

/** A linked source row as a second reading of its roster record, where it says something the roster does not. */
export function lendReadings(source: LinkedSource, roster: Roster, least: number): void {
  for (let index = 0; index < roster.count; index++) {
    // the first to confirm is the most trusted: registries come before documents
    if (roster.confirmed.readingOf(index) !== undefined) continue;
    const { status, candidates } = source.links.of(index);
    if (status !== "linked" || candidates[0]!.probability < least) continue;
    const record = new KeptRecord(source, candidates[0]!, candidates[0]!.probability);
    if (addsSomething(record)) roster.confirmed.add(index, record.person, record.cells);
  }
}

/** The source has something that the roster has not, or has otherwise. */
function addsSomething(record: SourceRecord): boolean {
  return LENT_FIELDS.some(
    (field) => levelEntry(record.levels, field).agreement !== "same" && hasValue(record.person, field),
  );
}
