/** The forms of the sheets, and the rows of a sheet that is one table: header, a row an item, what to say of none or too many. */
import { formatCount } from "../words/number.ts";
import type { Language } from "../words/sentence.ts";
import { SHEET_NAMES, type SheetKey, WORKBOOK_SENTENCES, WORKBOOK_WORDS } from "../words/workbook.ts";
import { type Cell, MOST_ROWS, type Row, type SheetForm } from "./xlsx/sheet.ts";

/** @param tab colour, RRGGBB. @param widths in characters */
export function sheetForm(
  key: SheetKey,
  tab: string,
  widths: readonly number[],
  language: Language,
): SheetForm {
  return { name: SHEET_NAMES[key][language], tab, widths, foot: WORKBOOK_WORDS.confidential[language] };
}

/** @param frozenColumns that stay in sight when the sheet is moved sideways */
export function tableForm(
  key: SheetKey,
  tab: string,
  widths: readonly number[],
  frozenColumns: number,
  language: Language,
): SheetForm {
  return { ...sheetForm(key, tab, widths, language), table: { frozenColumns } };
}

export function headerCell(value: string): Cell {
  return { value, style: "header" };
}

/** Above a column of counts. */
export function countHeaderCell(value: string): Cell {
  return { value, style: "counted" };
}

/**
 * A header and a row an item, `Tidak ada` where there is none; where a sheet cannot hold them all, a last row says
 * which file has them.
 */
export function* tableRows<T>(
  header: Row,
  items: Iterable<T>,
  count: number,
  fullFile: string,
  language: Language,
  rowOf: (item: T) => Row,
): Generator<Row> {
  yield header;
  if (count === 0) yield [{ value: WORKBOOK_WORDS.nobody[language], style: "plain" }];
  const room = MOST_ROWS - 2;
  let shown = 0;
  for (const item of items) {
    if (shown === room) {
      const left = { count: formatCount(count - shown, language), file: fullFile };
      yield [{ value: WORKBOOK_SENTENCES.left[language](left), style: "plain" }];
      return;
    }
    yield rowOf(item);
    shown++;
  }
}
