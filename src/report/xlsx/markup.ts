/**
 * Text as it stands in the XML of a workbook: escaped, without characters that XML forbids, no longer than a cell
 * holds. Nothing in a text cell is run by a spreadsheet, so text is not defused here: it stays what it was.
 *
 * Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring); XML 1.0, 2.2 (Char); Excel specifications and limits.
 */

/** What every part begins with, and the names that most of them use. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Excel's limit, in UTF-16 units. */
export const LONGEST_CELL = 32_767;
const CUT = "…";

/** `_x0041_` in a workbook is an escape for `A`: its underscore is escaped itself, so that the text comes back. */
const SPECIAL = /\r\n?|[&<>\p{Control}\p{Surrogate}\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;
/** Letters, digits and marks of ASCII of which none is special. */
const ORDINARY = /^[ !"#$%'-;=?-^`-~]*$/;

/** Text of an element. */
export function textMarkup(text: string): string {
  return ORDINARY.test(text) ? text : text.replace(SPECIAL, replacement);
}

/** Text of an attribute in double quotation marks. */
export function attributeMarkup(text: string): string {
  return textMarkup(text).replaceAll('"', "&quot;");
}

function replacement(character: string): string {
  switch (character) {
    case "&":
      return "&amp;";
    case "<":
      return "&lt;";
    case ">":
      return "&gt;";
    case "\r":
    case "\r\n":
      return "\n";
    case "\t":
    case "\n":
      return character;
    case "_":
      return "_x005F_";
    default:
      return "";
  }
}

/** The text, cut short with `…` where a cell cannot hold it. */
export function fitted(text: string, room = LONGEST_CELL): string {
  return text.length <= room ? text : text.slice(0, Math.max(0, room - CUT.length)) + CUT;
}
