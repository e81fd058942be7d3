/**
 * Where the header of a table stands: the row, or the two rows of a merged header, whose cells mean the most. Above
 * it may stand a letterhead, below it hints and numbering (layout-rows.ts knows those).
 */
import { countDigits } from "../text/ascii.ts";
import { tidy } from "./cell.ts";
import { foldHeader, type Header, isUsed, type Meaning, readHeader } from "./header.ts";
import type { Cells } from "./rows.ts";

export interface HeaderCell {
  /** As a person would call the column: both rows of a merged header, joined by a space. */
  readonly text: string;
  /** Folded texts by which `--map` may call the column, that of `text` first. */
  readonly names: readonly string[];
  readonly header: Header | null;
  /** One of two columns that are ticked, one for male (L) and one for female (P). */
  readonly tick: "L" | "P" | null;
}

export interface HeaderRows {
  /** Position of the first header row in the head. */
  readonly at: number;
  /** Header rows: one, or two of a merged header. */
  readonly count: number;
  readonly cells: readonly HeaderCell[];
}

/** A letterhead is not longer. */
export const SEARCHED_ROWS = 100;
/** Columns in use count more than columns that are merely known, so that a list of words is not taken for a header. */
const USED_POINTS = 3;
const KNOWN_POINTS = 2;
/** One column in use and one that is known. */
const FEWEST_POINTS = USED_POINTS + KNOWN_POINTS;

/**
 * The headers that a table may begin with, from above: each says more than all above it, and the last says most. A text is
 * read once, however many rows and columns have it.
 * @param wanted folded headers that `--map` names: they make a header too.
 * @returns none when no row has two known headers, one of them in use, or is one such header and nothing else.
 */
export function findHeaders(head: readonly Cells[], wanted: ReadonlySet<string>): HeaderRows[] {
  const found: HeaderRows[] = [];
  const rows: (readonly HeaderCell[])[] = [];
  const known = new Map<string, HeaderCell>();
  const cellsOf = (at: number): readonly HeaderCell[] =>
    (rows[at] ??= headerCells(head[at]!.map(tidy), known));
  let most = 0;
  const weigh = (at: number, count: number, cells: readonly HeaderCell[]): number => {
    const points = score(cells, wanted);
    if (points > most) {
      most = points;
      found.push({ at, count, cells });
    }
    return points;
  };
  for (let at = 0; at < Math.min(head.length, SEARCHED_ROWS); at++) {
    // no row of so few cells can mean more
    if (Math.max(head[at]!.length, head[at + 1]?.length ?? 0) * USED_POINTS <= most) continue;
    const points = weigh(at, 1, withTicks(cellsOf(at)));
    if (points > 0 && at + 1 < head.length) weigh(at, 2, mergedCells(cellsOf(at), cellsOf(at + 1)));
  }
  return found;
}

/** The header that says most; null where there is none. */
export function findHeaderRows(head: readonly Cells[], wanted: ReadonlySet<string>): HeaderRows | null {
  return findHeaders(head, wanted).at(-1) ?? null;
}

/** "L" and "P" beside each other are two columns to be ticked, whatever stands above them. */
function withTicks(cells: readonly HeaderCell[]): readonly HeaderCell[] {
  const ticks = cells.map((cell) => TICKS.get(foldedText(cell)) ?? null);
  const male = ticks.indexOf("L");
  const isPair = Math.abs(male - ticks.indexOf("P")) === 1 && ticks.filter(Boolean).length === 2;
  return isPair ? cells.map((cell, column) => ({ ...cell, tick: ticks[column]! })) : cells;
}

/**
 * The cells of a header of one row, tidied.
 * @param known cells by their text, those of this row added: none is read twice
 */
export function headerCells(texts: Cells, known = new Map<string, HeaderCell>()): HeaderCell[] {
  return texts.map((text) => {
    if (text === "") return BLANK_CELL;
    let cell = known.get(text);
    if (cell === undefined) {
      cell = { text, names: [foldHeader(text)], header: readHeader(text), tick: null };
      known.set(text, cell);
    }
    return cell;
  });
}

/** That of a column without a header. */
export const BLANK_CELL: HeaderCell = { text: "", names: [""], header: null, tick: null };

/** The text of a column folded, which is the first of its names. */
export function foldedText({ names }: HeaderCell): string {
  return names[0]!;
}

/** Points of the distinct things that the cells mean. */
function score(cells: readonly HeaderCell[], wanted: ReadonlySet<string>): number {
  const seen = new Set<string>();
  let points = 0;
  let used = 0;
  let filled = 0;
  for (const cell of cells) {
    if (cell.text === "") continue;
    filled++;
    const mapped = wanted.size === 0 ? undefined : cell.names.find((name) => wanted.has(name));
    // two columns to be ticked say more than the one word above them
    const meaning = mapped ?? cell.tick ?? cell.header?.meaning;
    if (meaning === undefined || seen.has(meaning)) continue;
    seen.add(meaning);
    if (mapped !== undefined || cell.tick !== null || isUsed(meaning as Meaning)) used++;
    else points += KNOWN_POINTS;
  }
  points += used * USED_POINTS;
  const isLoneColumn = filled === 1 && used === 1;
  return used > 0 && (points >= FEWEST_POINTS || isLoneColumn) ? points : 0;
}

/**
 * The cells of a header of two rows. An upper cell that spans several columns is written in the first of them only;
 * one that spans both rows has nothing below it.
 */
function mergedCells(upper: readonly HeaderCell[], lower: readonly HeaderCell[]): HeaderCell[] {
  const cells: HeaderCell[] = [];
  let spanning = BLANK_CELL;
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    const own = upper[column] ?? BLANK_CELL;
    const below = lower[column] ?? BLANK_CELL;
    if (own.text !== "") spanning = below.text === "" ? BLANK_CELL : own;
    if (below.text === "") cells.push(own);
    else if (spanning.text === "") cells.push(below);
    else cells.push(spannedCell(spanning, below));
  }
  return cells;
}

/**
 * A header of one row with the row below it, where that divides columns nobody asks for: "TMT" into "Awal" and "Akhir".
 * It leaves what is in use as it is, and in no column by which a person is known says anything of one.
 * @param below tidied
 */
export function withDivision(header: HeaderRows, below: Cells): HeaderRows {
  const lower = headerCells(below);
  const isOfPersons = header.cells.some(
    ({ header: known }) => known?.meaning === "name" || known?.meaning === "nik",
  );
  if (header.count > 1 || !isOfPersons) return header;
  const cells = mergedCells(header.cells, lower);
  let isDivision = false;
  for (const [column, { text }] of lower.entries()) {
    if (text === "") continue;
    const own = header.cells[column] ?? BLANK_CELL;
    const merged = cells[column]!;
    // not the same header once more
    const isOther = merged.text !== text && own.text !== text;
    const isUnder = isOther && /\p{L}/u.test(text) && countDigits(text) === 0;
    if (!isUnder || !leavesAsItIs(own, merged)) return header;
    isDivision ||= own.text === "" || merged.header !== null || readHeader(`${text} lahir`) !== null;
  }
  return isDivision ? { ...header, count: 2, cells } : header;
}

/** Whether what a column is used for, or that its rows are numbered, is the same under a header of two rows. */
function leavesAsItIs({ header: own }: HeaderCell, { header: merged }: HeaderCell): boolean {
  const isHeeded = (header: Header | null): boolean =>
    header !== null && (isUsed(header.meaning) || header.meaning === "row_number");
  return own?.meaning === merged?.meaning || !(isHeeded(own) || isHeeded(merged));
}

function spannedCell(above: HeaderCell, below: HeaderCell): HeaderCell {
  const text = `${above.text} ${below.text}`;
  const folded = joinedWords(foldedText(above), foldedText(below));
  const tick = above.header?.meaning === "sex" ? (TICKS.get(foldedText(below)) ?? null) : null;
  // "Tempat, Tanggal Lahir" above "Tempat" and "Tanggal": the lower word says which part.
  const isOfBirth = /LAHIR|BIRTH/.test(foldedText(above)) || above.header?.meaning === "birth_place_and_date";
  const part = isOfBirth ? readHeader(`${below.text} lahir`) : null;
  const header = tick !== null ? null : (part ?? readHeader(text) ?? below.header);
  return { text, names: [folded, foldedText(below), foldedText(above)], header, tick };
}

/** Words of both, a space between them. */
function joinedWords(first: string, second: string): string {
  return first === "" || second === "" ? first + second : `${first} ${second}`;
}

const TICKS: ReadonlyMap<string, "L" | "P"> = new Map([
  ["L", "L"],
  ["LK", "L"],
  ["LAKI LAKI", "L"],
  ["PRIA", "L"],
  ["P", "P"],
  ["PR", "P"],
  ["PEREMPUAN", "P"],
  ["WANITA", "P"],
]);

/** A number of so many digits is somebody's. */
const DIGITS_OF_NO_HEADER = 10;

/** Three known headers at least, and half of all that is there; two where one is of names and one of identifiers. */
export function looksLikeHeader(filled: readonly string[]): boolean {
  const meanings: string[] = [];
  let others = 0;
  for (const text of filled) {
    const digits = countDigits(text);
    if (digits >= DIGITS_OF_NO_HEADER) return false;
    const header = digits === 0 ? readHeader(text) : null;
    if (header !== null) meanings.push(header.meaning);
    // most rows are a person's, and told by their first cells
    else if (2 * ++others > filled.length) return false;
  }
  return meanings.length >= 3 || (meanings.includes("name") && meanings.includes("nik"));
}
