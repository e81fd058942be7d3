/**
 * The lines that a case has in the tables, cell by cell as `tables.ts` names the columns. What several lines of a case
 * begin with, and what many cases have in common, is put into bytes once.
 */
import { FIELDS, type Field } from "../field/level.ts";
import type { Case } from "../finding/case.ts";
import type { ConsideredRecord, SourceEvidence, SourceRecord } from "../finding/evidence.ts";
import { cellOf, codesOf, type Finding } from "../finding/findings.ts";
import type { RawCells } from "../input/raw-cells.ts";
import { KEY_KINDS, keyBit } from "../match/keys.ts";
import { levelEntry, type PackedLevels } from "../match/levels.ts";
import type { Wording } from "../words/sentence.ts";
import { type Cell, CsvLines, KnownCells, pieceOf } from "./csv-lines.ts";
import { explainCase } from "./explanation.ts";
import { inTenThousandths, READINGS } from "./tables.ts";

/** Enough for the beginning of most lines. */
const BEGINNING_BYTES = 256;
/** Room for all numbers and commas of a line. */
const ROOM_FOR_NUMBERS = 256;
/** So many sets of fields there are, as bits. */
const FIELD_SETS = 1 << FIELDS.length;
/** What stands for an agreement of a cell that is the same to the letter, and of one that is not. */
const SAME = "same";
const EQUIVALENT = "equivalent";
const NOTHING_COMPARED = FIELDS.map(() => "");

export class CaseLines {
  private readonly wording: Wording;
  /** Cells of files, sources and codes: of each there are few. */
  private readonly known = new KnownCells();
  private readonly agreements = new AgreementCells();
  private readonly keys: Uint8Array[] = [];
  private readonly readings: readonly Uint8Array[] = READINGS.map((reading) => pieceOf([reading], true));
  /** What lines of the case begin with: its number, from `place` on the file and row. */
  private readonly beginning = new CsvLines(BEGINNING_BYTES);
  private place = 0;

  constructor(wording: Wording) {
    this.wording = wording;
  }

  /** Everything written until the next is about the case of this row of the roster. */
  begin(caseId: string, file: string, row: number): void {
    const { beginning, known } = this;
    beginning.length = 0;
    beginning.text(caseId);
    beginning.makeRoom(ROOM_FOR_NUMBERS);
    beginning.comma();
    this.place = beginning.length;
    known.write(file, beginning);
    beginning.makeRoom(ROOM_FOR_NUMBERS);
    beginning.digits(row);
    beginning.comma();
  }

  /** @param explained the sentences of its findings */
  addCase(judged: Case, explained: readonly string[], lines: CsvLines): void {
    const { beginning, place, known } = this;
    const { cells, unit } = judged.evidence.roster;
    lines.copied(beginning, 0, place);
    known.write(judged.verdict, lines);
    known.write(judged.action, lines);
    lines.copied(beginning, place, beginning.length);
    for (const field of FIELDS) lines.textCell(cellOf(cells, field));
    lines.textCell(unit);
    lines.textCell(codesOf(judged.findings).join(";"));
    lines.cells(outcomeCells(judged, this.wording, explained));
    lines.endLine();
  }

  addFinding(finding: Finding, explained: string, lines: CsvLines): void {
    const { beginning, known } = this;
    lines.copied(beginning, 0, beginning.length);
    known.write(finding.source, lines);
    known.write(finding.sourceFile, lines);
    lines.makeRoom(ROOM_FOR_NUMBERS);
    if (finding.sourceRow !== 0) lines.digits(finding.sourceRow);
    lines.comma();
    known.write(finding.field, lines);
    known.write(finding.code, lines);
    known.write(finding.severity, lines);
    lines.textCell(finding.rosterValue);
    lines.textCell(finding.sourceValue);
    lines.text(explained);
    lines.endLine();
  }

  /** A line for every source: for its link, for every candidate, or for there being none. */
  addLinks({ evidence }: Case, lines: CsvLines): void {
    const { cells } = evidence.roster;
    for (const source of evidence.sources) {
      const { name, status, link, candidates } = source;
      if (link !== null) this.addLink(cells, source, link, lines);
      else if (candidates.length > 0)
        for (const candidate of candidates) this.addLink(cells, source, candidate, lines);
      else {
        lines.copied(this.beginning, this.place, this.beginning.length);
        lines.row([name, "", "", status, "", ...NOTHING_COMPARED]);
      }
    }
  }

  private addLink(cells: RawCells, source: SourceEvidence, record: SourceRecord, lines: CsvLines): void {
    const { beginning, place, known } = this;
    lines.copied(beginning, place, beginning.length);
    known.write(source.name, lines);
    known.write(record.file, lines);
    lines.makeRoom(ROOM_FOR_NUMBERS);
    lines.digits(record.row);
    lines.comma();
    known.write(source.status, lines);
    const agreement = this.agreements.of(record.levels, equalCells(cells, source, record));
    lines.makeRoom(ROOM_FOR_NUMBERS + agreement.length);
    lines.fraction(inTenThousandths(record.probability));
    lines.piece(agreement);
  }

  /**
   * Every candidate that was weighed, for the cases in which somebody may ask why; no person's data. Where everything
   * agrees there is nothing to ask, and most cases of most rosters would fill the file for nobody.
   */
  addCandidates(judged: Case, lines: CsvLines): void {
    if (isPlainAgreement(judged)) return;
    for (const source of judged.evidence.sources) {
      const considered = source.considered();
      for (let i = 0; i < considered.length; i++) this.addCandidate(source, considered[i]!, i + 1, lines);
    }
  }

  private addCandidate(source: SourceEvidence, of: ConsideredRecord, rank: number, lines: CsvLines): void {
    const { beginning, known } = this;
    const { record, bits, explained } = of;
    lines.copied(beginning, 0, beginning.length);
    known.write(source.name, lines);
    known.write(record.file, lines);
    const keys = this.keysOf(record.keys);
    lines.makeRoom(ROOM_FOR_NUMBERS + keys.length);
    lines.digits(record.row);
    lines.comma();
    lines.digits(rank);
    lines.comma();
    lines.fraction(inTenThousandths(record.probability));
    lines.comma();
    lines.hundredths(inHundredths(bits));
    lines.piece(keys);
    for (const field of FIELDS) {
      lines.hundredths(inHundredths(explained.weights[field]));
      lines.comma();
    }
    lines.hundredths(inHundredths(explained.prior));
    lines.comma();
    lines.piece(this.readings[explained.confirmed ? 1 : 0]!);
  }

  /** The kinds of a set of keys, in a cell of their own. */
  private keysOf(mask: number): Uint8Array {
    let piece = this.keys[mask];
    if (piece === undefined) {
      piece = pieceOf(["", KEY_KINDS.filter((kind) => (mask & keyBit(kind)) !== 0).join(";"), ""]);
      this.keys[mask] = piece;
    }
    return piece;
  }
}

/** What comes of a case: the cells of its line from the proposed values on. */
export function outcomeCells(judged: Case, wording: Wording, explained: readonly string[]): Cell[] {
  const { proposed, documents, route } = judged;
  return [
    proposed.nik ?? "",
    proposed.name ?? "",
    proposed.birth_place ?? "",
    proposed.birth_date ?? "",
    documents.join(";"),
    route ?? "",
    explainCase(judged, wording, explained),
  ];
}

/**
 * How each field agrees. A field is `same` only where the cells are the same to the letter, and `equivalent` where they
 * are equal in meaning alone.
 * @param equal the fields of which the cells are the same to the letter, as bits
 */
export function agreementWords(levels: PackedLevels, equal: number): string[] {
  return FIELDS.map((field, i) => {
    const { agreement } = levelEntry(levels, field);
    return agreement === SAME && (equal & (1 << i)) === 0 ? EQUIVALENT : agreement;
  });
}

/** Agreements as cells, a comma in front and the line end behind: most lines of links.csv end in one of a few ways. */
class AgreementCells {
  private readonly pieces = new Map<number, Uint8Array>();

  of(levels: PackedLevels, equal: number): Uint8Array {
    const key = levels * FIELD_SETS + equal;
    let piece = this.pieces.get(key);
    if (piece === undefined) {
      piece = pieceOf(["", ...agreementWords(levels, equal)], true);
      this.pieces.set(key, piece);
    }
    return piece;
  }
}

/** The fields of which a source row has the very same cell, as bits. */
function equalCells(cells: RawCells, { kind }: SourceEvidence, record: SourceRecord): number {
  let equal = 0;
  for (let i = 0; i < FIELDS.length; i++) {
    const field: Field = FIELDS[i]!;
    // an answer repeats no value: the letters were held against each other where it came from
    const isTold = kind === "answers" && field !== "nik";
    if (isTold || cellOf(cells, field) === cellOf(record.cells, field)) equal |= 1 << i;
  }
  return equal;
}

function isPlainAgreement({ evidence, findings }: Case): boolean {
  return (
    findings.every((finding) => finding.severity === "hint") &&
    evidence.sources.every((source) => source.status !== "ambiguous")
  );
}

/** Evidence is not known to more than a hundredth of a bit. A number and no text: a leading minus is no formula here. */
function inHundredths(bits: number): number {
  return Math.round(bits * 100);
}
