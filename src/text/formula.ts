/**
 * Text that a spreadsheet would run as a formula, made harmless in the CSV files written here and given back to the
 * letter when one of them is read again. It touches nothing that comes from outside.
 */

const DEFUSED = "'";

/**
 * A text that no spreadsheet takes for a formula: a leading = + - @, tab or carriage return gets an apostrophe in
 * front, as does a leading apostrophe before one of these, so that `armed` can give back the exact text. Phone
 * numbers (+62 …) are text here and get it too.
 */
export function defused(text: string): string {
  return isFormula(text) ? DEFUSED + text : text;
}

/** The text that `defused` was given. */
export function armed(text: string): string {
  return text.startsWith(DEFUSED) && isFormula(text.slice(1)) ? text.slice(1) : text;
}

function isFormula(text: string): boolean {
  let at = 0;
  while (text.charCodeAt(at) === 0x27) at++;
  switch (text.charCodeAt(at)) {
    case 0x3d: // =
    case 0x2b: // +
    case 0x2d: // -
    case 0x40: // @
    case 0x09: // tab
    case 0x0d: // carriage return
      return true;
    default:
      return false;
  }
}
