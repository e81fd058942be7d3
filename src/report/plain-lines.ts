/**
 * The lines of people about whom nothing is found, in bytes. They are most lines of most runs, so their cells go from
 * where they are kept into the table without becoming texts, between pieces that all of them share. A property test
 * holds every byte equal to what `case-lines.ts` gives for the whole case.
 */
import { FIELDS } from "../field/level.ts";
import { plainLink } from "../finding/agreements.ts";
import { MOST_LETTERS } from "../finding/case-id.ts";
import type { Cases, PlainAgreement } from "../finding/cases.ts";
import type { LinkedSource } from "../finding/gather.ts";
import type { People } from "../input/people.ts";
import { CELL_END_BYTE } from "../input/raw-cells.ts";
import type { TextPool } from "../machine/text-pool.ts";
import type { PackedLevels } from "../match/levels.ts";
import type { WeighedLinks } from "../match/links.ts";
import type { Wording } from "../words/sentence.ts";
import { agreementWords, type CaseLines, outcomeCells } from "./case-lines.ts";
import { COMMA, CsvLines, isHarmless, pieceOf } from "./csv-lines.ts";
import { explainFinding } from "./explanation.ts";
import { inTenThousandths } from "./tables.ts";

/** What the lines of one judgement have in common. */
interface JudgedPieces {
  /** Verdict, action and file of the roster, by number of the file. */
  readonly heads: readonly Uint8Array[];
  /** What stands behind the codes, line end included. */
  readonly tail: Uint8Array;
  /** What stands behind the source row, for each source. */
  readonly links: readonly LinkTails[];
}

/** Room for all numbers and commas of a line. */
const ROOM_FOR_NUMBERS = 128;
/** So many sets of fields there are, as bits. */
const FIELD_SETS = 1 << FIELDS.length;

export class PlainLines {
  private readonly cases: Cases;
  private readonly wording: Wording;
  private readonly own: CaseLines;
  private readonly people: People;
  private readonly rosterFiles: readonly Uint8Array[];
  private readonly sources: readonly SourceLines[];
  private readonly cells: RosterCells;
  private readonly units: Uint8Array[] = [];
  private readonly judged: JudgedPieces[] = [];

  /** @param own writes what is not shared with others */
  constructor(cases: Cases, own: CaseLines, wording: Wording) {
    const { roster, rosterFiles, sources } = cases.reconciled;
    this.cases = cases;
    this.own = own;
    this.wording = wording;
    this.people = roster.people;
    this.rosterFiles = rosterFiles.map(({ path }) => pieceOf([path, ""]));
    this.sources = sources.map((source) => new SourceLines(source));
    this.cells = new RosterCells(roster.people);
  }

  /** Adds the lines of a person to each table that has any. */
  add(agreement: PlainAgreement, cases: CsvLines, findings: CsvLines, links: CsvLines): void {
    const pieces = this.piecesOf(agreement);
    this.cells.find(agreement.index);
    this.addCase(agreement, pieces, cases);
    this.addFindings(agreement, findings);
    this.addLinks(agreement.index, pieces, links);
  }

  private addCase(agreement: PlainAgreement, { heads, tail }: JudgedPieces, lines: CsvLines): void {
    const { people, cases, cells } = this;
    const { index, judgement, nikHints } = agreement;
    const head = heads[people.file(index)]!;
    const unit = this.unitPiece(people.unitNumber(index));
    // a cell of nothing but quotes becomes twice as long
    const own = MOST_LETTERS + ROOM_FOR_NUMBERS + 2 * cells.length;
    lines.makeRoom(own + head.length + unit.length + tail.length);
    lines.length = cases.numbers.write(index, lines.bytes, lines.length);
    lines.piece(head);
    lines.digits(people.row(index));
    lines.comma();
    cells.write(lines);
    lines.piece(unit);
    if (nikHints.length > 0 || judgement.absentCodes.length > 0) {
      lines.text([...nikHints, ...judgement.absentCodes].join(";"));
      lines.makeRoom(tail.length);
    }
    lines.piece(tail);
  }

  /** One line for every source. */
  private addLinks(index: number, pieces: JudgedPieces, lines: CsvLines): void {
    const { people, cells, sources } = this;
    const file = this.rosterFiles[people.file(index)]!;
    const row = people.row(index);
    for (let s = 0; s < sources.length; s++) {
      lines.makeRoom(file.length + ROOM_FOR_NUMBERS);
      lines.piece(file);
      lines.digits(row);
      sources[s]!.add(index, cells, pieces.links[s]!, lines);
    }
  }

  /** Hints, if any. */
  private addFindings(agreement: PlainAgreement, lines: CsvLines): void {
    const { index, nikHints, judgement } = agreement;
    if (nikHints.length === 0 && judgement.absences.length === 0) return;
    const { people, own } = this;
    const { numbers, reconciled } = this.cases;
    own.begin(numbers.of(index), reconciled.rosterFiles[people.file(index)]!.path, people.row(index));
    for (const finding of agreement.findings())
      own.addFinding(finding, explainFinding(finding, this.wording), lines);
  }

  private piecesOf(agreement: PlainAgreement): JudgedPieces {
    const { number } = agreement.judgement;
    let pieces = this.judged[number];
    if (pieces === undefined) {
      pieces = this.newPieces(agreement);
      this.judged[number] = pieces;
    }
    return pieces;
  }

  /** Cut out of what the whole case gets: which row of its judgement it is makes no difference. */
  private newPieces(agreement: PlainAgreement): JudgedPieces {
    const judged = agreement.whole();
    const { rosterFiles } = this.cases.reconciled;
    return {
      heads: rosterFiles.map(({ path }) => pieceOf(["", judged.verdict, judged.action, path, ""])),
      tail: pieceOf(["", ...outcomeCells(judged, this.wording, [])], true),
      links: agreement.judgement.levels.map((levels) => new LinkTails(levels)),
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
  private readonly links: WeighedLinks;
  /** Source and file, by number of the file. */
  private readonly files: readonly Uint8Array[];
  private readonly notFound: Uint8Array;

  constructor({ plan, files, links }: LinkedSource) {
    if (links.weighed === null)
      throw new TypeError(`${plan.name} gives answers, which are judged one by one`);
    this.links = links.weighed;
    this.files = files.map(({ path }) => pieceOf(["", plan.name, path, ""]));
    this.notFound = pieceOf(["", plan.name, "", "", "not_found", "", ...FIELDS.map(() => "")], true);
  }

  add(index: number, cells: RosterCells, tails: LinkTails, lines: CsvLines): void {
    const { links } = this;
    const { store } = links;
    const pair = plainLink(links, index);
    if (pair < 0) {
      lines.makeRoom(this.notFound.length);
      lines.piece(this.notFound);
      return;
    }
    const sourceRow = store.pairSourceRow(pair);
    const file = this.files[store.kept.file(sourceRow)]!;
    const probability = inTenThousandths(links.pairProbability(pair));
    const tail = tails.of(probability, cells.equalIn(store.kept.packedCells, sourceRow));
    lines.makeRoom(file.length + ROOM_FOR_NUMBERS + tail.length);
    lines.piece(file);
    lines.digits(store.kept.row(sourceRow));
    lines.piece(tail);
  }
}

/** The end of a line of links.csv: how sure the link is, and how each field agrees. */
class LinkTails {
  private readonly levels: PackedLevels | null;
  private readonly tails = new Map<number, Uint8Array>();

  /** @param levels null where nobody of the judgement is in the source */
  constructor(levels: PackedLevels | null) {
    this.levels = levels;
  }

  /**
   * @param probability in ten thousandths
   * @param equal the fields of which the cells are the same to the letter, as bits
   */
  of(probability: number, equal: number): Uint8Array {
    const key = probability * FIELD_SETS + equal;
    let tail = this.tails.get(key);
    if (tail === undefined) {
      tail = this.newTail(probability, equal);
      this.tails.set(key, tail);
    }
    return tail;
  }

  private newTail(probability: number, equal: number): Uint8Array {
    if (this.levels === null) throw new RangeError("agreement of a row that is not there");
    const lines = new CsvLines(TAIL_BYTES);
    lines.cells(["", "linked", ""]);
    lines.fraction(probability);
    lines.cells(["", ...agreementWords(this.levels, equal)]);
    lines.endLine();
    return Uint8Array.from(lines.take());
  }
}

/** Enough for most. */
const TAIL_BYTES = 128;

/** The effect of a byte that stands in a kept cell: none, the end of the cell, or that it cannot be written as it is. */
const NONE = 0;
const ENDS = 1;
const STOPS = 2;
const WITHIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === CELL_END_BYTE ? ENDS : isHarmless(byte, false) ? NONE : STOPS,
);
/** The same of the first byte of a cell. */
const AT_FIRST = WITHIN.map((effect, byte) => (effect === NONE && !isHarmless(byte, true) ? STOPS : effect));

/** The cells of one roster row, as they are kept: one for every field, in the order of the fields. */
class RosterCells {
  private readonly texts: TextPool;
  private bytes: Buffer;
  private start = 0;
  private end = 0;

  constructor({ packedCells }: People) {
    this.texts = packedCells;
    this.bytes = packedCells.buffer;
  }

  /** Of the cells and the one behind them, which is of no field. */
  get length(): number {
    return this.end - this.start;
  }

  find(index: number): void {
    const { texts } = this;
    this.bytes = texts.buffer;
    this.start = texts.start(index);
    this.end = texts.end(index);
  }

  /** Writes the cells with a comma behind each; room must have been made for them. */
  write(lines: CsvLines): void {
    const { bytes } = this;
    const { bytes: written } = lines;
    let at = this.start;
    let to = lines.length;
    for (let field = 0; field < FIELDS.length; field++) {
      let byte = bytes[at]!;
      let effect = AT_FIRST[byte]!;
      const start = at;
      while (effect === NONE) {
        written[to++] = byte;
        byte = bytes[++at]!;
        effect = WITHIN[byte]!;
      }
      if (effect === STOPS) {
        to -= at - start;
        at = bytes.indexOf(CELL_END_BYTE, at);
        lines.length = to;
        lines.kept(bytes, start, at);
        to = lines.length;
      }
      at++;
      written[to++] = COMMA;
    }
    lines.length = to;
  }

  /** The fields of which another row has the very same cell, as bits. */
  equalIn(texts: TextPool, other: number): number {
    const { bytes } = this;
    const { buffer: others } = texts;
    let otherAt = texts.start(other);
    let at = this.start;
    let equal = 0;
    for (let bit = 1; bit < FIELD_SETS; bit <<= 1) {
      let byte = bytes[at++]!;
      let otherByte = others[otherAt++]!;
      while (byte === otherByte && byte !== CELL_END_BYTE) {
        byte = bytes[at++]!;
        otherByte = others[otherAt++]!;
      }
      if (byte === otherByte) equal |= bit;
      while (byte !== CELL_END_BYTE) byte = bytes[at++]!;
      while (otherByte !== CELL_END_BYTE) otherByte = others[otherAt++]!;
    }
    return equal;
  }
}
