/**
 * The source rows that are kept while a source streams by, in typed arrays: where each stood, its cells, and what its
 * status says. Nothing else is kept of a source; whoever needs the person reads the cells once more.
 */
import type { People } from "../input/people.ts";
import { CELL_END_BYTE, packCells, type RawCells, unpackCells } from "../input/raw-cells.ts";
import { readKnownStatus, STATUSES, type Status, type StatusReader } from "../input/status.ts";
import { GrowingUint32, type SharedNumbers } from "../machine/shared-numbers.ts";
import { type SharedTexts, TextPool } from "../machine/text-pool.ts";
import { Dictionary } from "../text/dictionary.ts";

/** Texts of the status column remembered with what they mean; there are few, and hostile files are forgotten. */
const MOST_STATUS_TEXTS = 1000;

const NO_STATUS = STATUSES.indexOf("");
/** Kept for a text that says nothing known, beside the positions in STATUSES. */
const UNKNOWN_STATUS = STATUSES.length;
/** Kept above the status. */
const NO_REAL_IDENTIFIER = 1 << 8;
const STATUS_MASK = NO_REAL_IDENTIFIER - 1;

/** Kept rows as another thread gets them, to look at. */
export interface SharedRows {
  readonly files: SharedNumbers;
  readonly rows: SharedNumbers;
  readonly statuses: SharedNumbers;
  readonly cells: SharedTexts;
}

/** Rows are numbered from 0 in the order they are kept, and stay although the pair may go for which they were kept. */
export class KeptRows {
  private readonly files: GrowingUint32;
  private readonly rows: GrowingUint32;
  private readonly cells: TextPool;
  /** Positions in STATUSES or UNKNOWN_STATUS, and NO_REAL_IDENTIFIER above. */
  private readonly statuses: GrowingUint32;

  private readonly readStatus: StatusReader;
  /** Texts of the status column, and by their numbers what is kept for them. */
  private readonly statusTexts = new Dictionary();
  private statusNumbers: number[] = [];

  /** @param statusReader what the source's status texts mean */
  constructor(statusReader: StatusReader = readKnownStatus, from?: SharedRows) {
    this.readStatus = statusReader;
    this.files = new GrowingUint32(from?.files);
    this.rows = new GrowingUint32(from?.rows);
    this.cells = new TextPool(from?.cells);
    this.statuses = new GrowingUint32(from?.statuses);
  }

  /** Another thread's, to look at: every status text has been read. */
  static from(shared: SharedRows): KeptRows {
    return new KeptRows(readKnownStatus, shared);
  }

  shared(): SharedRows {
    const { files, rows, statuses, cells } = this;
    return {
      files: files.shared(),
      rows: rows.shared(),
      statuses: statuses.shared(),
      cells: cells.shared(),
    };
  }

  /** Makes room for so many rows, and bytes of their cells, in all. */
  reserve(rows: number, bytes: number): void {
    for (const column of [this.files, this.rows, this.statuses]) column.reserve(rows);
    this.cells.reserve(rows, bytes);
  }

  get count(): number {
    return this.rows.length;
  }

  /** Keeps a row that stands by itself. */
  add(file: number, row: number, cells: RawCells): number {
    this.files.push(file);
    this.cells.push(packCells(cells));
    this.statuses.push(this.statusOf(cells.status));
    return this.rows.push(row);
  }

  /** Keeps a row of a batch. */
  addFrom(batch: People, source: number): number {
    this.files.push(batch.file(source));
    const number = this.cells.pushFrom(batch.packedCells, source);
    const isMalformed = !batch.hasSoundNik(source) && batch.identifier(source).state === "malformed";
    this.statuses.push(this.statusNumberAt(number) | (isMalformed ? NO_REAL_IDENTIFIER : 0));
    return this.rows.push(batch.row(source));
  }

  /** Number of the file among those of the source. */
  file(sourceRow: number): number {
    return this.files.at(sourceRow);
  }

  /** The row in its file, as a spreadsheet numbers it. */
  row(sourceRow: number): number {
    return this.rows.at(sourceRow);
  }

  /** What its status column says against the person. */
  status(sourceRow: number): Status {
    return STATUSES[this.statusNumber(sourceRow)]!;
  }

  /** Its position in STATUSES. */
  statusNumber(sourceRow: number): number {
    return this.hasUnknownStatus(sourceRow) ? NO_STATUS : this.statuses.at(sourceRow) & STATUS_MASK;
  }

  /** Whether there is a status and nobody knows what it says. */
  hasUnknownStatus(sourceRow: number): boolean {
    return (this.statuses.at(sourceRow) & STATUS_MASK) === UNKNOWN_STATUS;
  }

  /** Whether the row's identifier is none, whatever its cell looks like: a family card's number is told by the row alone. */
  hasNoRealIdentifier(sourceRow: number): boolean {
    return (this.statuses.at(sourceRow) & NO_REAL_IDENTIFIER) !== 0;
  }

  cellsOf(sourceRow: number): RawCells {
    return unpackCells(this.cells.get(sourceRow));
  }

  /** The cells of all rows, packed as `packCells` does. */
  get packedCells(): TextPool {
    return this.cells;
  }

  /** Orders rows by what stands in them, so that equals have an order that is not the file's. */
  compareCells(a: number, b: number): number {
    return this.cells.compare(a, b);
  }

  /** By where they stand: file by file, from the top. */
  comparePlaces(a: number, b: number): number {
    return this.file(a) - this.file(b) || this.row(a) - this.row(b);
  }

  /** The status of a row from its packed cells, of which it is the last. */
  private statusNumberAt(number: number): number {
    const { buffer } = this.cells;
    const end = this.cells.end(number);
    if (buffer[end - 1] === CELL_END_BYTE) return NO_STATUS;
    let start = end;
    while (buffer[start - 1] !== CELL_END_BYTE) start--;
    return this.statusNumbered(this.statusTexts.internBytes(buffer, start, end));
  }

  private statusOf(text: string): number {
    return text === "" ? NO_STATUS : this.statusNumbered(this.statusTexts.intern(text));
  }

  private statusNumbered(text: number): number {
    let number = this.statusNumbers[text];
    if (number === undefined) {
      const status = this.readStatus(this.statusTexts.text(text));
      number = status === null ? UNKNOWN_STATUS : STATUSES.indexOf(status);
      this.statusNumbers[text] = number;
    }
    if (this.statusTexts.count > MOST_STATUS_TEXTS) {
      this.statusTexts.clear();
      this.statusNumbers = [];
    }
    return number;
  }
}
