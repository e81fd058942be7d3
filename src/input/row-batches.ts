/**
 * Batches as a format gives them → persons put into a store, or raw rows to look at. The rows of a file are read by one
 * reader in order, each of them once.
 */
import { mendCells, splitCells } from "./csv-cells.ts";
import type { PeopleBatch, Rejection, RowBatch, SkippedRow } from "./judged-rows.ts";
import type { Layout } from "./layout.ts";
import { LineCells } from "./line-cells.ts";
import type { People } from "./people.ts";
import { PlainRows } from "./plain-rows.ts";
import { type RawRow, type RowContext, understandRow } from "./record.ts";
import { RowReader } from "./row-reader.ts";
import type { Cells, Damage, PlainLines, SplitRows, UnreadBatch } from "./rows.ts";

/** Keeps every row that is used as it was read. */
export class RawRows {
  readonly #reader: RowReader;
  /** Spreadsheet row of the last row read. */
  #row = 0;

  constructor(layout: Layout, delimiter: string) {
    this.#reader = new RowReader(layout, delimiter);
  }

  read({ parts, bytes }: UnreadBatch): RowBatch {
    const rows: RawRow[] = [];
    const rejected: Rejection[] = [];
    const skipped: SkippedRow[] = [];
    let read = 0;
    for (const part of parts) {
      let { damage } = part;
      for (const cells of splitRows(part)) {
        const row = this.#reader.read(cells, damage);
        this.#row++;
        if (typeof row === "string") skipped.push({ row: this.#row, kind: row });
        else if ("reason" in row) rejected.push(row);
        else rows.push(row);
        damage = null;
        read++;
      }
    }
    return { rows, rejected, skipped, layout: skipped.length, read, bytes };
  }
}

function splitRows(part: SplitRows | PlainLines): readonly Cells[] {
  return "rows" in part ? part.rows : splitCells(part.lines, part.delimiter, part.quotes);
}

/** Adds the person of every row that is used to a store. */
export class PeopleRows {
  readonly #reader: RowReader;
  readonly #context: RowContext;
  readonly #people: People;
  readonly #file: number;
  readonly #plain: PlainRows;
  readonly #line = new LineCells();
  #rejected: Rejection[] = [];
  #layout = 0;
  #read = 0;

  constructor(layout: Layout, delimiter: string, context: RowContext, people: People, file: number) {
    this.#reader = new RowReader(layout, delimiter);
    this.#context = context;
    this.#people = people;
    this.#file = file;
    this.#plain = new PlainRows(this.#reader, layout, delimiter, context, people, file);
  }

  read({ parts, bytes }: UnreadBatch): PeopleBatch {
    const before = this.#people.count;
    this.#rejected = [];
    this.#layout = 0;
    this.#read = 0;
    this.#plain.begin();
    for (const part of parts) {
      if ("rows" in part) this.#addRows(part);
      else this.#addLines(part);
    }
    const added = this.#people.count - before;
    return { added, rejected: this.#rejected, layout: this.#layout, read: this.#read, bytes };
  }

  #addRows({ rows, damage }: SplitRows): void {
    for (const [i, cells] of rows.entries()) this.#add(cells, i === 0 ? damage : null);
  }

  #addLines({ lines, delimiter, damage }: PlainLines): void {
    const line = this.#line;
    const delimiterByte = delimiter.charCodeAt(0);
    let damageHere = damage;
    for (let start = 0; start < lines.length; ) {
      if (damageHere === null) {
        const before = this.#people.count;
        start = this.#plain.add(lines, start);
        this.#read += this.#people.count - before;
        if (start === lines.length) return;
      }
      line.find(lines, start, delimiterByte);
      this.#add(mendCells(line.texts(lines), delimiter), damageHere);
      damageHere = null;
      start = line.next;
    }
  }

  #add(cells: Cells, damage: Damage | null): void {
    this.#read++;
    const row = this.#reader.read(cells, damage);
    if (typeof row === "string") this.#layout++;
    else if ("reason" in row) this.#rejected.push(row);
    else this.#people.add(understandRow(row, this.#context), row, row.unit, this.#file, row.row);
  }
}
