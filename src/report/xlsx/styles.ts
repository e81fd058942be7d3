/**
 * How cells look: a fixed list of named styles and the styles part they make. Whatever a colour says is said by a
 * word as well, and every fill is light enough for black text, so that a black-and-white print reads the same.
 *
 * Source: ECMA-376 part 1, 18.8 (styles).
 */
import { DECLARATION, SPREADSHEET } from "./markup.ts";

export interface Style {
  readonly bold?: boolean;
  readonly underlined?: boolean;
  /** Points. */
  readonly size?: number;
  /** Colours as RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  readonly format?: keyof typeof FORMATS;
  /** A line under the cell, which guides the eye along a wide row. */
  readonly ruled?: boolean;
  readonly wrapped?: boolean;
  readonly centred?: boolean;
  readonly side?: "left" | "right";
  /** Characters of room at that side. */
  readonly indent?: number;
}

/** Number formats: those below 164 are built in. */
const FORMATS = {
  general: { id: 0, code: "" },
  /** Text stays text when somebody types it anew. */
  text: { id: 49, code: "" },
  count: { id: 3, code: "" },
  share: { id: 164, code: "0.0%" },
  probability: { id: 165, code: "0.00%" },
  date: { id: 166, code: "dd\\-mm\\-yyyy" },
} as const;

const FONT = "Calibri";
/** Points, unless a style says otherwise. */
export const SIZE = 11;
const DARK = "1F3A4D";
const MARK = "B00020";
const RULE = "D0D5DA";

const TABLE = { ruled: true } as const;
/** Numbers end before the edge, where the text of the next column begins. */
const COUNTED = { side: "right", indent: 1 } as const;
const HEADER = { bold: true, color: "FFFFFF", fill: DARK, wrapped: true, centred: true } as const;

const STYLES = {
  plain: {},
  title: { bold: true, size: 16, color: DARK },
  header: { ...HEADER },
  /** Above a column of numbers. */
  counted: { ...HEADER, ...COUNTED },
  text: { ...TABLE },
  wrapped: { ...TABLE, wrapped: true },
  /** What was typed somewhere: a number or a date in it stays as it is when somebody edits the cell. */
  typed: { ...TABLE, wrapped: true, format: "text" },
  identifier: { ...TABLE, format: "text" },
  date: { ...TABLE, format: "date", side: "left" },
  /** A number that counts nothing: of a row. */
  number: { ...TABLE, side: "left" },
  count: { ...TABLE, ...COUNTED, format: "count" },
  share: { ...TABLE, ...COUNTED, format: "share" },
  probability: { ...TABLE, ...COUNTED, format: "probability" },
  bar: { ...TABLE, color: "3E6C8A" },
  link: { ...TABLE, color: "1A5A96", underlined: true },
  red: { ...TABLE, bold: true, wrapped: true, fill: "F6D5D8" },
  violet: { ...TABLE, bold: true, wrapped: true, fill: "E6DDF2" },
  blue: { ...TABLE, bold: true, wrapped: true, fill: "D6E6F5" },
  teal: { ...TABLE, bold: true, wrapped: true, fill: "D3ECE7" },
  amber: { ...TABLE, bold: true, wrapped: true, fill: "FCEBC0" },
  green: { ...TABLE, bold: true, wrapped: true, fill: "DDEFD6" },
  grey: { ...TABLE, bold: true, wrapped: true, fill: "ECECEC" },
} as const satisfies Record<string, Style>;
export type StyleName = keyof typeof STYLES;

/** What a cell asks of its style. All have every property: V8 reads objects of one shape several times as fast. */
export interface CellStyle {
  /** In the styles part. */
  readonly number: number;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly wrapped: boolean;
}

const CELL_STYLES = Object.fromEntries(
  Object.entries<Style>(STYLES).map(([name, { size = SIZE, bold = false, wrapped = false }], number) => [
    name,
    { number, size, bold, wrapped },
  ]),
) as Readonly<Record<StyleName, CellStyle>>;

export function styleNamed(name: StyleName): CellStyle {
  return CELL_STYLES[name];
}

/** Font of characters that are marked: bold and underlined says it without colour. */
export const MARKED_FONT = `<rPr><b/><u/>${fontMarkup({ color: MARK })}</rPr>`.replace("<name", "<rFont");
/** Font of the characters around them. */
export const UNMARKED_FONT = `<rPr>${fontMarkup({})}</rPr>`.replace("<name", "<rFont");

function fontMarkup({ bold, underlined, size = SIZE, color = "000000" }: Style): string {
  const flags = `${bold ? "<b/>" : ""}${underlined ? "<u/>" : ""}`;
  return `${flags}<sz val="${size}"/><color rgb="FF${color}"/><name val="${FONT}"/><family val="2"/>`;
}

function fillMarkup({ fill }: Style): string {
  if (fill === undefined) return '<patternFill patternType="none"/>';
  return `<patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill>`;
}

function borderMarkup({ ruled }: Style): string {
  const bottom = ruled ? `<bottom style="thin"><color rgb="FF${RULE}"/></bottom>` : "<bottom/>";
  return `<left/><right/><top/>${bottom}<diagonal/>`;
}

/** Different texts in order, and the place of each. */
class Places {
  readonly texts: string[] = [];

  placeOf(text: string): number {
    const at = this.texts.indexOf(text);
    return at >= 0 ? at : this.texts.push(text) - 1;
  }
}

/** xl/styles.xml */
export function stylesMarkup(): string {
  const fonts = new Places();
  const fills = new Places();
  const borders = new Places();
  // the first two fills are the format's own, whatever a file says
  fills.placeOf(fillMarkup({}));
  fills.placeOf('<patternFill patternType="gray125"/>');
  const cells = Object.values<Style>(STYLES).map((style) => {
    const font = fonts.placeOf(fontMarkup(style));
    const fill = fills.placeOf(fillMarkup(style));
    const border = borders.placeOf(borderMarkup(style));
    const { id } = FORMATS[style.format ?? "general"];
    const alignment = `<alignment${style.side === undefined ? "" : ` horizontal="${style.side}"`}${style.indent === undefined ? "" : ` indent="${style.indent}"`} vertical="${style.centred ? "center" : "top"}"${style.wrapped ? ' wrapText="1"' : ""}/>`;
    return `<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
  });
  const formats = Object.values(FORMATS)
    .filter(({ code }) => code !== "")
    .map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  return [
    DECLARATION,
    `<styleSheet xmlns="${SPREADSHEET}">`,
    counted("numFmts", formats),
    counted("fonts", fonts.texts.map(wrappedIn("font"))),
    counted("fills", fills.texts.map(wrappedIn("fill"))),
    counted("borders", borders.texts.map(wrappedIn("border"))),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    counted("cellXfs", cells),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    "</styleSheet>",
  ].join("");
}

function wrappedIn(element: string): (content: string) => string {
  return (content) => `<${element}>${content}</${element}>`;
}

function counted(element: string, items: readonly string[]): string {
  return `<${element} count="${items.length}">${items.join("")}</${element}>`;
}
