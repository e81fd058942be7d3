/**
 * The lines of people about whom nothing is found, in bytes. They are most lines of most runs, so their cells go from
 * where they are kept into the table without becoming texts, between pieces that all of them share. A property test
 * holds every byte equal to what `tables.ts` gives for the whole case.
 */
import type { Language } from "../config/plan.ts";
import { FIELDS } from "../field/level.ts";
import { plainLink } from "../finding/agreements.ts";
import { MOST_LETTERS } from "../finding/case-id.ts";
import type { Cases, PlainAgreement } from "../finding/cases.ts";
import type { LinkedSource } from "../finding/gather.ts";
import { CELL_END_BYTE, type People } from "../input/people.ts";
import { levelEntry, type PackedLevels } from "../match/comparison.ts";
import { SourceLinks } from "../match/source-links.ts";
import type { TextPool } from "../text/pool.ts";
import { type CsvLines, isHarmless, pieceOf } from "./csv-lines.ts";
import { explainFinding } from "./explanation.ts";
import { CASE_COLUMNS, caseRow, EQUIVALENT, findingRow, inTenThousandths, SAME } from "./tables.ts";

/** What the lines of one judgement have in common. */
interface JudgedPieces {
  /** Verdict and action. */
  readonly head: Uint8Array;
  /** What stands behind the codes, line end included. */
  readonly tail: Uint8Array;
  /** How the fields agree, for each source; see `AgreementTails`. */
  readonly agreements: readonly AgreementTails[];
}

/** Room for all numbers and commas of a line. */
const ROOM_FOR_NUMBERS = 128;

export class PlainLines {
  private readonly cases: Cases;
  private readonly language: Language;
  private readonly people: People;
  private readonly rosterFiles: readonly Uint8Array[];
  private readonly sources: readonly SourceLines[];
  private readonly cells: RosterCells;
  private readonly units: Uint8Array[] = [];
  private readonly judged: JudgedPieces[] = [];

  constructor(cases: Cases, language: Language) {
    const { roster, rosterFiles, sources } = cases.reconciled;
    this.cases = cases;
    this.language = language;
    this.people = roster.people;
    this.rosterFiles = rosterFiles.map(({ path }) => pieceOf([path, ""]));
    this.sources = sources.map((source) => new SourceLines(source));
    this.cells = new RosterCells(roster.people);
  }

  /** Adds the lines of a person to each table that has any. */
  add(agreement: PlainAgreement, cases: CsvLines, findings: CsvLines, links: CsvLines): void {
    this.cells.read(agreement.index);
    this.addCase(agreement, cases);
    this.addFindings(agreement, findings);
    this.addLinks(agreement, links);
  }

  private addCase(agreement: PlainAgreement, lines: CsvLines): void {
    const { people, cases, cells } = this;
    const { index, judgement } = agreement;
    const pieces = this.piecesOf(agreement);
    const file = this.rosterFiles[people.file(index)]!;
    const unit = this.unitPiece(people.unitNumber(index));
    // a cell of nothing but quotes becomes twice as long
    const own = MOST_LETTERS + ROOM_FOR_NUMBERS + 2 * cells.length;
    lines.makeRoom(own + pieces.head.length + file.length + unit.length + pieces.tail.length);
    lines.length = cases.numbers.write(index, lines.bytes, lines.length);
    lines.piece(pieces.head);
    lines.piece(file);
    lines.digits(people.row(index));
    lines.comma();
    cells.write(lines);
    lines.comma();
    lines.piece(unit);
    if (agreement.nikHints.length > 0 || judgement.absentCodes.length > 0) {
      lines.text([...agreement.nikHints, ...judgement.absentCodes].join(";"));
      lines.makeRoom(pieces.tail.length);
    }
    lines.piece(pieces.tail);
  }

  /** One line for every source. */
  private addLinks({ index, judgement }: PlainAgreement, lines: CsvLines): void {
    const { people, cells } = this;
    const file = this.rosterFiles[people.file(index)]!;
    const row = people.row(index);
    const { agreements } = this.judged[judgement.number]!;
    for (let s = 0; s < this.sources.length; s++) {
      lines.makeRoom(file.length + ROOM_FOR_NUMBERS);
      lines.piece(file);
      lines.digits(row);
      this.sources[s]!.add(index, cells, agreements[s]!, lines);
    }
  }

  /** Hints, if any. */
  private addFindings(agreement: PlainAgreement, lines: CsvLines): void {
    const { index, nikHints, judgement } = agreement;
    if (nikHints.length === 0 && judgement.absences.length === 0) return;
    const file = this.cases.reconciled.rosterFiles[this.people.file(index)]!.path;
    for (const finding of agreement.findings()) {
      const explained = explainFinding(finding, this.language);
      lines.row(findingRow(this.cases.numbers.of(index), file, this.people.row(index), finding, explained));
    }
  }

  private piecesOf(agreement: PlainAgreement): JudgedPieces {
    const { judgement } = agreement;
    let pieces = this.judged[judgement.number];
    if (pieces === undefined) {
      pieces = this.newPieces(agreement);
      this.judged[judgement.number] = pieces;
    }
    return pieces;
  }

  /** Cut out of the line that the whole case gets: which row of its judgement it is makes no difference. */
  private newPieces(agreement: PlainAgreement): JudgedPieces {
    const cells = caseRow(agreement.whole(), this.language, []);
    const head = cells.slice(CASE_COLUMNS.indexOf("verdict"), CASE_COLUMNS.indexOf("roster_file"));
    const tail = cells.slice(CASE_COLUMNS.indexOf("proposed_nik"));
    return {
      head: pieceOf(["", ...head, ""]),
      tail: pieceOf(["", ...tail], true),
      agreements: agreement.judgement.levels.map((levels) => new AgreementTails(levels)),
    };
  }

  private unitPiece(unit: number): Uint8Array {
    let piece = this.units[unit];
    if (piece === undefined) {
      piece = pieceOf([this.people.units.text(unit), ""]);
      this.units[unit] = piece;
    }
    return piece;
  }
}

/** What links.csv says of one source, behind the place of the roster row. */
class SourceLines {
  private readonly links: SourceLinks;
  /** Source and file, by number of the file. */
  private readonly files: readonly Uint8Array[];
  private readonly notFound: Uint8Array;

  constructor({ plan, files, links }: LinkedSource) {
    if (!(links instanceof SourceLinks))
      throw new TypeError(`${plan.name} gives answers, which are judged one by one`);
    this.links = links;
    this.files = files.map(({ path }) => pieceOf(["", plan.name, path, ""]));
    this.notFound = pieceOf(["", plan.name, "", "", "not_found", "", ...FIELDS.map(() => "")], true);
  }

  add(index: number, cells: RosterCells, tails: AgreementTails, lines: CsvLines): void {
    const { links } = this;
    const { store } = links;
    const pair = plainLink(links, index);
    if (pair < 0) {
      lines.makeRoom(this.notFound.length);
      lines.piece(this.notFound);
      return;
    }
    const sourceRow = store.pairSourceRow(pair);
    const file = this.files[store.file(sourceRow)]!;
    const tail = tails.tailOf(cells.equalIn(store.packedCells, sourceRow));
    lines.makeRoom(file.length + ROOM_FOR_NUMBERS + tail.length);
    lines.piece(file);
    lines.digits(store.row(sourceRow));
    lines.piece(LINKED);
    lines.fraction(inTenThousandths(links.pairProbability(pair)));
    lines.piece(tail);
  }
}

const LINKED = pieceOf(["", "linked", ""]);

/**
 * The end of a line of links.csv: how each field agrees. Where levels are the same it still depends on whether the
 * cells are the same to the letter, so there is one for every set of fields of which they are.
 */
class AgreementTails {
  private readonly levels: PackedLevels | null;
  private readonly tails: Uint8Array[] = [];

  constructor(levels: PackedLevels | null) {
    this.levels = levels;
  }

  /** @param equal the fields of which the cells are the same to the letter, as bits */
  tailOf(equal: number): Uint8Array {
    let tail = this.tails[equal];
    if (tail === undefined) {
      tail = this.newTail(equal);
      this.tails[equal] = tail;
    }
    return tail;
  }

  private newTail(equal: number): Uint8Array {
    const { levels } = this;
    if (levels === null) throw new RangeError("agreement of a row that is not there");
    const words = FIELDS.map((field, i) => {
      const { agreement } = levelEntry(levels, field);
      return agreement === SAME && (equal & (1 << i)) === 0 ? EQUIVALENT : agreement;
    });
    return pieceOf(["", ...words], true);
  }
}

/** The bytes at which reading a kept cell stops: its end, or something that keeps it from being written as it is. */
const STOPS = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === CELL_END_BYTE || !isHarmless(byte, false) ? 1 : 0,
);

/** The cells of one roster row, as they are kept: one for every field, in the order of the fields. */
class RosterCells {
  private readonly texts: TextPool;
  private bytes: Buffer;
  private start = 0;
  private readonly ends = new Int32Array(FIELDS.length);
  /** No cell must be quoted or could be a formula. */
  private isPlain = false;

  constructor({ packedCells }: People) {
    this.texts = packedCells;
    this.bytes = packedCells.buffer;
  }

  get length(): number {
    return this.ends[FIELDS.length - 1]! - this.start;
  }

  read(index: number): void {
    const { texts, ends } = this;
    const bytes = texts.buffer;
    let at = texts.start(index);
    this.bytes = bytes;
    this.start = at;
    this.isPlain = true;
    for (let field = 0; field < FIELDS.length; field++) {
      if (!isHarmless(bytes[at]!, true)) this.isPlain = false;
      for (;;) {
        const byte = bytes[at]!;
        if (STOPS[byte] === 1) {
          if (byte === CELL_END_BYTE) break;
          this.isPlain = false;
        }
        at++;
      }
      ends[field] = at++;
    }
  }

  /** Writes the cells with commas between them; room must have been made for them. */
  write(lines: CsvLines): void {
    const { bytes, start, ends } = this;
    if (this.isPlain) {
      lines.keptAlike(bytes, start, ends);
      return;
    }
    for (let field = 0, at = start; field < FIELDS.length; field++) {
      if (field > 0) lines.comma();
      lines.kept(bytes, at, ends[field]!);
      at = ends[field]! + 1;
    }
  }

  /** The fields of which another row has the very same cell, as bits. */
  equalIn(texts: TextPool, other: number): number {
    const { bytes, ends } = this;
    const otherBytes = texts.buffer;
    let otherAt = texts.start(other);
    let at = this.start;
    let equal = 0;
    for (let field = 0; field < FIELDS.length; field++) {
      const end = ends[field]!;
      while (at < end && bytes[at] === otherBytes[otherAt]) {
        at++;
        otherAt++;
      }
      if (at === end && otherBytes[otherAt] === CELL_END_BYTE) equal |= 1 << field;
      else if (field < FIELDS.length - 1) while (otherBytes[otherAt] !== CELL_END_BYTE) otherAt++;
      at = end + 1;
      otherAt++;
    }
    return equal;
  }
}
