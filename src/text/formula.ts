/**
 * Text that a spreadsheet would run as a formula, made harmless in the CSV files written here and given back to the
 * letter when one of them is read again. It touches nothing that comes from outside.
 */

const DEFUSED = "'";

/** A text that begins with one of them may be run; the wide ones are the same to a spreadsheet of an Asian language. */
export const FORMULA_SIGNS: readonly string[] = [..."=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"];

const FORMULA = new RegExp(`^${DEFUSED}*[${FORMULA_SIGNS.join("").replace("-", "\\-")}]`);

/**
 * A text that no spreadsheet takes for a formula: a leading = + - @, tab or line end gets an apostrophe in front, as
 * does a leading apostrophe before one of these, so that `armed` can give back the exact text. Phone numbers (+62 …)
 * are text here and get it too.
 */
export function defused(text: string): string {
  return FORMULA.test(text) ? DEFUSED + text : text;
}

/** The text that `defused` was given. */
export function armed(text: string): string {
  return text.startsWith(DEFUSED) && FORMULA.test(text) ? text.slice(DEFUSED.length) : text;
}
