/**
 * What the head of a table says about its rows: which cells are in use, what an ordinary row looks like, where offices
 * come from.
 */
import type { IdentifierKind } from "../field/identifier.ts";
import type { HeaderCell } from "./header-rows.ts";
import type { UsualCells } from "./moved-cells.ts";
import type { Picks } from "./picks.ts";
import type { Cells } from "./rows.ts";

export interface Layout {
  readonly picks: Picks;
  readonly identifier: IdentifierKind;
  /** Rows are answers about identifiers: the identifier makes the row, whatever was answered. */
  readonly isAnswers: boolean;
  /** Reference date, yyyymmdd. */
  readonly asOf: number;
  /** Spreadsheet row below the header. */
  readonly firstDataRow: number;
  /** The header's rows, tidied: where they come again they are layout. */
  readonly headerRows: readonly Cells[];
  /** Cells of an ordinary row. */
  readonly width: number;
  /** How many cells say nothing about where they stand. */
  readonly usualCells: UsualCells;
  /** Filled cells of an ordinary row. */
  readonly filled: number;
  /** A blank unit means "as above". */
  readonly unitFillsDown: boolean;
  /** The office of all rows that name none, from the letterhead. */
  readonly unit: string;
  /**
   * What is picked under another header further down, null when the cells are none.
   * @param above the row above, tidied: the header may be of both
   */
  readonly readAnotherHeader: (cells: Cells, above: Cells) => OtherHeader | null;
}

/** What changes below another header. */
export interface OtherHeader extends Pick<Layout, "picks" | "usualCells"> {
  readonly header: readonly HeaderCell[];
}
