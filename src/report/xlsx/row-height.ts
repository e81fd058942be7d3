/**
 * How high a row must be for its wrapped texts to be read. Excel works this out when it opens a workbook, others do
 * not and let rows run into each other; so it is estimated here, rather a line too many than one too few.
 */
import { type CellStyle, SIZE } from "./styles.ts";

/** Points of a line of the usual size. */
export const LINE = 15;
/** Excel's limit, in points. */
const HIGHEST = 409;

/** Widths of characters in columns of one digit, as Calibri has them. */
const CAPITAL = 1.14;
const SPACE = 0.45;
const OTHER = 0.93;
const BOLD = 1.06;
/** What the edges of a cell take, in the same measure. */
const EDGES = 1;

/** Points. @param width of the column, in characters */
export function heightOf(text: string, { size, bold, wrapped }: CellStyle, width: number): number {
  const line = (LINE * size) / SIZE;
  const lines = wrapped ? linesOf(text, (width - EDGES) / (bold ? BOLD : 1)) : 1;
  return Math.min(Math.ceil(line * lines), HIGHEST);
}

/** Lines of a text that is broken between words, and within a word that is wider than a line. */
function linesOf(text: string, width: number): number {
  const { length } = text;
  // most texts are short: in capitals throughout they would fit
  if (length * CAPITAL < width && !text.includes("\n")) return 1;
  let lines = 1;
  let filled = 0;
  let word = 0;
  for (let at = 0; at <= length; at++) {
    const code = at < length ? text.charCodeAt(at) : NEW_LINE;
    if (code !== BLANK && code !== NEW_LINE) {
      word += code >= 0x41 && code <= 0x5a ? CAPITAL : OTHER;
      continue;
    }
    if (filled > 0 && filled + word > width) {
      lines++;
      filled = 0;
    }
    filled += word;
    while (filled > width) {
      lines++;
      filled -= width;
    }
    filled += SPACE;
    word = 0;
    if (code === NEW_LINE && at < length) {
      lines++;
      filled = 0;
    }
  }
  return lines;
}

const BLANK = 0x20;
const NEW_LINE = 0x0a;
