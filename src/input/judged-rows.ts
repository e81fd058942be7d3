/**
 * What becomes of the rows of a table. Each ends in exactly one place: used, rejected for a reason, or skipped as
 * layout.
 */
import type { RawRow } from "./record.ts";

/** Why a row was not used; each has one sentence in each language. */
export const REJECTION_REASONS = ["no_identity", "ragged", "open_quote", "uncomputed", "unreadable"] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export interface Rejection {
  readonly row: number;
  readonly reason: RejectionReason;
  /** The row as read, joined by the delimiter, shortened. */
  readonly text: string;
}

/** What a row is that is no person's. */
export const LAYOUT_KINDS = [
  "above",
  "blank",
  "numbering",
  "header",
  "hint",
  "total",
  "signature",
  "unit",
  "title",
] as const;
export type LayoutKind = (typeof LAYOUT_KINDS)[number];

export interface SkippedRow {
  readonly row: number;
  readonly kind: LayoutKind;
}

/** What became of the next rows of a file. */
interface Batch {
  readonly rejected: readonly Rejection[];
  /** Rows skipped as layout. */
  readonly layout: number;
  /** Rows used, rejected and skipped. */
  readonly read: number;
  /** Bytes of the file consumed so far. */
  readonly bytes: number;
}

/** The rows that are used stand in a store. */
export interface PeopleBatch extends Batch {
  /** How many were added to the store. */
  readonly added: number;
}

/** The rows that are used as they were read. */
export interface RowBatch extends Batch {
  readonly rows: readonly RawRow[];
  /** The rows skipped as layout. */
  readonly skipped: readonly SkippedRow[];
}
