/**
 * What every file format is turned into: rows of cells, as text, numbered as a spreadsheet numbers them. A format is
 * one producer of this; everything that understands a table works on rows and knows no format.
 *
 * Where cells need no decoding they may stay bytes: lines, which whoever reads them can split, or read as they are.
 */

/** Rows looked at to understand a file. */
export const HEAD_ROWS = 2000;

/** Cells of one row; trailing cells may be missing. */
export type Cells = readonly string[];

/** In place of a formula that nobody has computed, as programs write them that are no spreadsheets: tidied to nothing. */
export const UNCOMPUTED = "\0=";

/** `open_quote`: a quote was never closed, the line was split without regard to quotes; `overlong`: cut short. */
export type Damage = "open_quote" | "overlong";

/** Rows that follow each other. */
export interface SplitRows {
  readonly rows: readonly Cells[];
  /** What is wrong with the bytes of the first row. */
  readonly damage: Damage | null;
}

/** Lines of which each is a row. */
export interface PlainLines {
  /** UTF-8; the last line may lack its end. */
  readonly lines: Buffer;
  /**
   * Whether a cell may stand in quotes, which then enclose all of it and hold no further quote. Otherwise every
   * delimiter ends a cell.
   */
  readonly quotes: boolean;
  /** One ASCII character. */
  readonly delimiter: string;
  /** What is wrong with the bytes of the first line. */
  readonly damage: Damage | null;
}

/** Some rows of a file as its format gives them: nobody has read yet whose they are. */
export interface UnreadBatch {
  /** The next rows of the file, in its order and without gap, blank rows included. */
  readonly parts: readonly (SplitRows | PlainLines)[];
  /** Bytes of the file consumed so far. */
  readonly bytes: number;
}

/** What is true of the file once it has been read to its end. */
export interface FileEnd {
  /** Over exactly the bytes that were read. */
  readonly sha256: string;
  /** Lines of a UTF-8 file that had to be read as Windows-1252. */
  readonly mendedLines: number;
}

export interface RowSource {
  readonly format: "csv" | "xlsx";
  readonly sheet?: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Day numbers are counted from 1904. */
  readonly is1904: boolean;
  /** The first rows of the file: enough to understand it by. */
  readonly head: readonly Cells[];
  /** Whether `head` is all of the file. */
  readonly isHeadWhole: boolean;
  /** Hidden sheets of the workbook that hold people, or are damaged, and are not read. */
  readonly hiddenSheets?: readonly string[];
  /** All rows from the first; can be asked for again. */
  batches(): AsyncGenerator<UnreadBatch, FileEnd>;
}

/** Ends a generator that is not read to its end, and so closes its file, which would stay open until nobody holds it. */
export async function abandon(rows: AsyncGenerator<unknown, unknown>): Promise<void> {
  await rows.return(undefined);
}
