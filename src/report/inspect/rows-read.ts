/** What becomes of the rows of a file: read as `reconcile` reads them, counted, and told of by kind. */
import {
  LAYOUT_KINDS,
  type LayoutKind,
  REJECTION_REASONS,
  type RejectionReason,
} from "../../input/judged-rows.ts";
import { abandon } from "../../input/rows.ts";
import type { Table } from "../../input/table.ts";
import type { RowBalance } from "../summary.ts";
import type { FieldValues } from "./field-values.ts";

const REJECTED_ROWS = 5;
const SKIPPED_RUNS = 20;

export interface RejectedView {
  readonly reason: RejectionReason;
  readonly count: number;
  /** Spreadsheet rows, the first few. */
  readonly rows: readonly number[];
}

export interface SkippedView {
  readonly kind: LayoutKind;
  readonly count: number;
  /** First and last spreadsheet row of each run of them, the first few runs. */
  readonly runs: readonly (readonly [first: number, last: number])[];
  /** Whether there are further runs. */
  readonly more: boolean;
}

export interface RowsRead {
  readonly sha256: string;
  readonly mendedLines: number;
  readonly rows: RowBalance;
  readonly rejected: readonly RejectedView[];
  readonly skipped: readonly SkippedView[];
  /** Rows in use with a unit. */
  readonly withUnit: number;
}

/**
 * Reads a table to its end.
 * @param values shown every row in use
 * @param signal stops the reading between two blocks
 * @param advance told how many bytes of how many are read
 * @throws Trouble of the file; the signal's reason
 */
export async function readRows(
  table: Table,
  values: readonly FieldValues[],
  signal: AbortSignal,
  advance: (done: number, total: number) => void,
): Promise<RowsRead> {
  const rows = { read: 0, used: 0, rejected: 0, layout: 0 };
  const rejected = new ByKind(REJECTION_REASONS, () => new RejectedRows());
  const skipped = new ByKind(LAYOUT_KINDS, () => new SkippedRows());
  let withUnit = 0;
  const batches = table.rawBatches();
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = await batches.next();
      if (next.done === true) {
        return {
          ...next.value,
          rows,
          rejected: rejected.entries().map(([reason, { count, rows }]) => ({ reason, count, rows })),
          skipped: skipped.entries().map(([kind, { count, runs, more }]) => ({ kind, count, runs, more })),
          withUnit,
        };
      }
      const batch = next.value;
      rows.read += batch.read;
      rows.used += batch.rows.length;
      rows.rejected += batch.rejected.length;
      rows.layout += batch.layout;
      for (const raw of batch.rows) {
        if (raw.unit !== "") withUnit++;
        for (const seen of values) seen.add(raw);
      }
      for (const { row, kind } of batch.skipped) skipped.of(kind).add(row);
      for (const { row, reason } of batch.rejected) rejected.of(reason).add(row);
      advance(batch.bytes, table.size);
    }
  } finally {
    await abandon(batches);
  }
}

/** What was seen of rows of each kind. */
class ByKind<Kind, Seen> {
  readonly #kinds: readonly Kind[];
  readonly #begin: () => Seen;
  readonly #seen = new Map<Kind, Seen>();

  constructor(kinds: readonly Kind[], begin: () => Seen) {
    this.#kinds = kinds;
    this.#begin = begin;
  }

  of(kind: Kind): Seen {
    const seen = this.#seen.get(kind) ?? this.#begin();
    this.#seen.set(kind, seen);
    return seen;
  }

  /** Of the kinds that there were, in the order of the kinds and not of the rows. */
  entries(): (readonly [Kind, Seen])[] {
    return this.#kinds.filter((kind) => this.#seen.has(kind)).map((kind) => [kind, this.of(kind)]);
  }
}

class RejectedRows {
  count = 0;
  readonly rows: number[] = [];

  add(row: number): void {
    this.count++;
    if (this.rows.length < REJECTED_ROWS) this.rows.push(row);
  }
}

class SkippedRows {
  count = 0;
  readonly runs: [first: number, last: number][] = [];
  more = false;

  add(row: number): void {
    this.count++;
    const last = this.runs.at(-1);
    if (last !== undefined && last[1] === row - 1 && !this.more) last[1] = row;
    else if (this.runs.length < SKIPPED_RUNS) this.runs.push([row, row]);
    else this.more = true;
  }
}
