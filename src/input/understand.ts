/**
 * The head of a table understood: where its header stands, which column holds which field, how its dates are
 * written, what its rows look like. Rows in, plain data out; reads no file.
 */
import type { ColumnField } from "../config/plan.ts";
import { agreesWith, isPlaceholder } from "../field/birth-date.ts";
import type { BirthDateDigits, IdentifierField } from "../field/identifier.ts";
import { identifierField } from "../field/identifier-kinds.ts";
import { splitPlaceAndDate } from "../field/place-and-date.ts";
import { ANY_DATE, cleanBirthDate, type DateContext } from "../field/written-date.ts";
import { type Problem, Trouble } from "../trouble.ts";
import { tidy } from "./cell.ts";
import { areMost, assignColumns, type ColumnQuestion, FEWEST_ROWS } from "./columns.ts";
import {
  type ColumnProfile,
  EMPTY_PROFILE,
  mayBeDate,
  mayHoldIdentifier,
  profileColumns,
} from "./content.ts";
import { findHeader } from "./find-header.ts";
import {
  BLANK_CELL,
  findHeaderRows,
  type HeaderCell,
  type HeaderRows,
  headerCells,
  looksLikeHeader,
} from "./header-rows.ts";
import type { Layout } from "./layout.ts";
import { isAddress, isUnitName, labelledUnit, looksLikeData, withoutNumeral } from "./layout-rows.ts";
import { mappedColumns, mappedHeaders } from "./mapped-columns.ts";
import { ownNumber, splitNameAndNumber, standsSecond } from "./name-and-number.ts";
import { dateAt, joined, nameAndNumberAt, type Picks } from "./picks.ts";
import { holdsAnswers, identifiesPersons, refusalOf, refusalOfAnswers } from "./refusal.ts";
import type { Cells } from "./rows.ts";
import type { TableRequest, Understanding, UnderstoodColumn } from "./understanding.ts";
import { exceeds, titledCells, usualCells, usualFilled, usualLength } from "./usual-rows.ts";
import { settleWriting, type WrittenRow } from "./writing.ts";

/** What the rows of a table say about it, whatever file they come from. */
export interface Understood {
  readonly understanding: Omit<
    Understanding,
    "path" | "format" | "sheet" | "hiddenSheets" | "encoding" | "delimiter" | "is1904" | "otherLists"
  >;
  readonly layout: Layout;
  /** Whether another list may stand below the first in the head. */
  readonly mayHoldOthers: boolean;
  /** Why the table is no use, null when it is of use. */
  readonly refusal: Problem | null;
}

/**
 * @param head the first rows of the table.
 * @throws Trouble map_unknown_column, map_several_columns, columns_not_found, cells_in_one_column,
 *   lists_side_by_side, person_in_two_rows; facts: file, role, headers, and field or row.
 */
export function understand(head: readonly Cells[], request: TableRequest): Understood {
  const understood = recognise(head, request);
  if (understood.refusal !== null) throw new Trouble(understood.refusal);
  return understood;
}

/**
 * As `understand`, and as far as it goes also of a table that has to be refused.
 * @param isDelimited whether cells are told apart by a character, which may stand in a cell as well: a row with more
 *   of them than the header has is a row whose cells have moved, and nothing is learnt from it
 * @throws Trouble map_unknown_column, map_several_columns
 */
export function recognise(head: readonly Cells[], request: TableRequest, isDelimited = false): Understood {
  const field = identifierField(request.identifier);
  const header = findHeader(head, request.mapping, field);
  const parts = partsOf(head, header.rows, field, isDelimited);
  const { headerRows, firstData, body, width, cells, profiles } = parts;
  const facts = {
    file: request.path,
    role: request.role,
    // put together when somebody is to be told: of very many columns it is a long text
    get headers() {
      return headerTexts(cells, head);
    },
  };
  const assign = (asked: AskedColumns): UnderstoodColumn[] =>
    assignColumns({ ...request, ...asked, mapped: mappedColumns(asked.cells, request, facts) });
  const columns = assign({
    cells,
    profiles,
    profileJoined: (indexes) => profileJoined(body, indexes, field),
    shareCarrying: (number, dates) =>
      shareCarrying(body, { at: number, isSecond: standsSecond(cells[number]!.text) }, dates, field),
  });
  const isAnswers = request.role === "answers";
  const picks = picksOf(columns, cells);
  const { order, how, english, pria } = settleWriting(writtenRows(body, picks), cells, field);
  const unitFillsDown = fillsDown(body, picks);
  // rows of offices and their totals may be more than those of their people
  const people = body.filter((cells) => hasNumberOrDate(cells, picks));
  const readAnotherHeader: Layout["readAnotherHeader"] = (texts, above) =>
    orNull(() => {
      const others = headerBelow(above, texts, request);
      // of the rows below nothing is known yet
      const found = assign({
        cells: others,
        profiles: others.map(() => EMPTY_PROFILE),
        profileJoined: () => EMPTY_PROFILE,
        shareCarrying: () => null,
      });
      const isEnough = isAnswers ? holdsAnswers(found) : identifiesPersons(found);
      if (!isEnough) return null;
      const usual = { fewest: titledCells(others), most: others.length };
      return { picks: picksOf(found, others), usualCells: usual, header: others };
    });
  return {
    refusal: isAnswers
      ? refusalOfAnswers(columns, facts)
      : refusalOf(columns, { ...parts, head, isDelimited }, header, field, facts),
    understanding: {
      headerRows: headerRows.map((_, at) => firstData - headerRows.length + at + 1),
      columns,
      unusedHeaders: unusedHeaders(cells, columns),
      dateOrder: order,
      dateOrderHow: how,
      english,
      pria,
      unitFillsDown,
    },
    mayHoldOthers: parts.mayHoldOthers,
    layout: {
      picks,
      identifier: request.identifier,
      isAnswers,
      asOf: request.asOf,
      firstDataRow: firstData + 1,
      headerRows,
      width,
      usualCells: usualCells(titledCells(cells) || width, people),
      filled: usualFilled(people) || usualFilled(body),
      unitFillsDown,
      unit: unitAbove(head.slice(0, firstData), picks.unit < 0),
      readAnotherHeader,
    },
  };
}

/** Another header further down: the row, or both where the row above is a header's as well and they say more together. */
function headerBelow(above: Cells, texts: Cells, { mapping }: TableRequest): readonly HeaderCell[] {
  const found = above.length === 0 ? null : findHeaderRows([above, texts], mappedHeaders(mapping));
  return found?.count === 2 ? found.cells : headerCells(texts);
}

/** A header, and what can be seen of the columns below it. */
type AskedColumns = Pick<ColumnQuestion, "cells" | "profiles" | "profileJoined" | "shareCarrying">;

/** The head of a table taken apart. */
interface TableParts {
  /** Tidied. */
  readonly headerRows: readonly Cells[];
  /** How many rows stand above the first that may be a person's. */
  readonly firstData: number;
  /** Rows to learn from, tidied. */
  readonly body: readonly Cells[];
  readonly mayHoldOthers: boolean;
  /** Cells of an ordinary row. */
  readonly width: number;
  /** The header of every column. */
  readonly cells: readonly HeaderCell[];
  readonly profiles: readonly ColumnProfile[];
}

function partsOf(
  head: readonly Cells[],
  header: HeaderRows | null,
  field: IdentifierField,
  isDelimited: boolean,
): TableParts {
  const firstData = header === null ? 0 : header.at + header.count;
  const headerRows = header === null ? [] : head.slice(header.at, firstData).map((cells) => cells.map(tidy));
  const repeatsHeader = repeating(headerRows);
  const rows = head
    .slice(firstData)
    .map((cells) => cells.map(tidy))
    // where there is one column, a row of one cell is no title
    .filter((cells) => header?.cells.length === 1 || looksLikeData(cells))
    // printed again on every page, it would count against what its columns hold
    .filter((cells) => !repeatsHeader(cells));
  // of the first list nothing can be learnt from the rows of another
  const second = rows.findIndex((cells, at) => at > 0 && looksLikeHeader(cells.filter(isFilled)));
  const people = second === -1 ? rows : rows.slice(0, second);
  const isHeld = isDelimited && header !== null && !staysUnder(header.cells, people, field);
  const mostCells = isHeld ? header.cells.length : Number.POSITIVE_INFINITY;
  const body = people.filter((cells) => !exceeds(cells, mostCells));
  const width = Math.max(Math.min(usualLength(body), mostCells), header?.cells.length ?? 0);
  const cells = Array.from({ length: width }, (_, column) => header?.cells[column] ?? BLANK_CELL);
  const mayHoldOthers = second !== -1;
  return {
    headerRows,
    firstData,
    body,
    mayHoldOthers,
    width,
    cells,
    profiles: profileColumns(body, width, field),
  };
}

function profileJoined(
  body: readonly Cells[],
  indexes: readonly number[],
  field: IdentifierField,
): ColumnProfile {
  return profileColumns(
    body.map((cells) => [joined(indexes.map((index) => cells[index] ?? ""))]),
    1,
    field,
  )[0]!;
}

/** Of the rows from which columns are learnt, so many are enough to see what numbers carry. */
const COMPARED_ROWS = 500;
const ANY_DATE_OF_1904: DateContext = { ...ANY_DATE, is1904: true };

/** The share of rows whose number, alone or beside a name, carries their date; null where they are too few to tell. */
function shareCarrying(
  body: readonly Cells[],
  number: { readonly at: number; readonly isSecond: boolean | null },
  dates: readonly number[],
  field: IdentifierField,
): number | null {
  let compared = 0;
  let carrying = 0;
  for (const cells of body.slice(0, COMPARED_ROWS)) {
    const text = cells[number.at] ?? "";
    const own = ownNumber(text, number.isSecond);
    const inside = field.birthDateDigits(field.clean(splitNameAndNumber(own).number || own));
    if (inside === null) continue;
    const written = joined(dates.map((index) => cells[index] ?? ""));
    const date = splitPlaceAndDate(written).date || written;
    // the number of a day does not say from when it counts
    const days = [ANY_DATE, ANY_DATE_OF_1904].map((context) => cleanBirthDate(date, context).packed);
    if (days[0] === 0) continue;
    const carries = days.some((day) => isSameDay(inside, day));
    // the number knows a birthday that the list does not
    if (!carries && isPlaceholder(days[0]!)) continue;
    compared++;
    if (carries) carrying++;
  }
  return compared < FEWEST_ROWS ? null : carrying / compared;
}

/** Whichever of day and month is written first. */
function isSameDay(inside: BirthDateDigits, date: number): boolean {
  const { day, month } = inside;
  return agreesWith(inside, date) || agreesWith({ ...inside, day: month, month: day }, date);
}

/** Whether a row is one of these again; its blank cells at the end may be left out. */
function repeating(headerRows: readonly Cells[]): (cells: Cells) => boolean {
  const headers = headerRows.map((header) => ({ header, end: header.findLastIndex(isFilled) + 1 }));
  return (cells) =>
    headers.some(
      ({ header, end }) =>
        cells.length >= end && cells.every((text, column) => text === (header[column] ?? text)),
    );
}

function isFilled(text: string): boolean {
  return text !== "";
}

/** Whether these are the first rows of a table of persons, or of two. */
export function holdsPersons(head: readonly Cells[], request: TableRequest): boolean {
  const refusal = orNull(() => recognise(head, request))?.refusal;
  return refusal === null || (refusal !== undefined && OF_PERSONS.includes(refusal.code));
}

/** Of a table that does hold persons, as it must not. */
const OF_PERSONS: readonly Problem["code"][] = ["lists_side_by_side", "person_in_two_rows"];

/** Null where the user would have to mend something: columns not found, or not those that `--map` names. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Trouble) return null;
    throw error;
  }
}

function picksOf(columns: readonly UnderstoodColumn[], cells: readonly HeaderCell[]): Picks {
  const at = (field: ColumnField): number => columns.find((column) => column.field === field)?.index ?? -1;
  const sexes = columns.filter((column) => column.field === "sex");
  const nik = at("nik");
  return {
    nik,
    isNikSecond: standsSecond(cells[nik]?.text ?? ""),
    names: columns.filter((column) => column.field === "name").map((column) => column.index),
    birthPlace: at("birth_place"),
    birthDates: columns.filter((column) => column.field === "birth_date").map((column) => column.index),
    birthPlaceAndDate: at("birth_place_and_date"),
    sex: at("sex"),
    sexTicks:
      sexes.length < 2
        ? null
        : inTickOrder(
            sexes.map(({ index }) => index),
            cells,
          ),
    unit: at("unit"),
    status: at("status"),
    familyCard: at("family_card"),
    askedName: at("asked_name"),
    rowNumber: cells.findIndex((cell) => cell.header?.meaning === "row_number"),
  };
}

function inTickOrder([a = -1, b = -1]: readonly number[], cells: readonly HeaderCell[]): [number, number] {
  return cells[a]?.tick === "P" ? [b, a] : [a, b];
}

/** What tells of a list how it is written. */
function writtenRows(body: readonly Cells[], picks: Picks): WrittenRow[] {
  const text = (cells: Cells, index: number): string => (index < 0 ? "" : (cells[index] ?? ""));
  return body.map((cells) => ({
    nik: nameAndNumberAt(cells, picks).number,
    date: dateAt(cells, picks) || splitPlaceAndDate(text(cells, picks.birthPlaceAndDate)).date,
    sex: text(cells, picks.sex),
  }));
}

/** Of the blank cells below a merged one: at least so many of all rows. */
const FILLED_DOWN_SHARE = 1 / 3;

/**
 * Whether blank units mean "as above". They do where the first is filled, many are blank, and none repeats the one
 * above it, as it would in a column where every row is filled in.
 */
function fillsDown(body: readonly Cells[], picks: Picks): boolean {
  if (picks.unit < 0) return false;
  const columns = [...picks.names, picks.nik];
  const isPerson = (cells: Cells): boolean =>
    columns.some((index) => index >= 0 && (cells[index] ?? "") !== "");
  const units = body.filter(isPerson).map((cells) => cells[picks.unit] ?? "");
  const blank = units.filter((unit) => unit === "").length;
  const repeats = units.some((unit, at) => unit !== "" && unit === units[at - 1]);
  return units[0] !== undefined && units[0] !== "" && blank >= units.length * FILLED_DOWN_SHARE && !repeats;
}

/** The office a letterhead names: behind its label, or by itself in a table without a column for it. */
function unitAbove(letterhead: readonly Cells[], isOnlyPlace: boolean): string {
  let unit = "";
  for (const cells of letterhead) {
    const texts = cells.map(tidy);
    const labelled = labelledUnit(texts);
    if (labelled !== null) return labelled;
    const filled = texts.filter((text) => text !== "");
    const [text = "", ...others] = filled;
    const isNamed = isOnlyPlace && others.length === 0 && isUnitName(text);
    if (isNamed && (unit === "" || !isAddress(text))) unit = withoutNumeral(text);
  }
  return unit;
}

/**
 * Whether rows that fill more cells than the header has still have under its words for numbers, dates and sexes what
 * belongs there: then a column without a word for it stands at the end, and nothing has moved. A name is what is most
 * often torn, so that only what stands behind it tells.
 */
function staysUnder(
  header: readonly HeaderCell[],
  people: readonly Cells[],
  field: IdentifierField,
): boolean {
  const longer = people.filter((cells) => exceeds(cells, header.length));
  const profiles = profileColumns(longer, header.length, field);
  const name = header.findLastIndex(({ header: known }) => known?.meaning === "name");
  const fits = header.slice(name + 1).flatMap(({ header: known }, behind) => {
    const profile = profiles[name + 1 + behind]!;
    switch (known?.meaning) {
      case "nik":
        return [areMost(profile.identifiers, profile)];
      case "birth_date":
        return [areMost(profile.dates, profile)];
      case "birth_place_and_date":
        return [areMost(profile.placesAndDates + profile.placesAndSerials, profile)];
      case "sex":
        return [areMost(profile.sexes, profile)];
      default:
        return [];
    }
  });
  return longer.length > 0 && fits.length > 0 && fits.every((fit) => fit);
}

function hasNumberOrDate(cells: Cells, picks: Picks): boolean {
  return (
    mayHoldIdentifier(cells[picks.nik] ?? "") ||
    mayBeDate(dateAt(cells, picks)) ||
    mayBeDate(cells[picks.birthPlaceAndDate] ?? "")
  );
}

function unusedHeaders(cells: readonly HeaderCell[], columns: readonly UnderstoodColumn[]): string[] {
  return cells
    .filter((cell, index) => cell.text !== "" && !columns.some((column) => column.index === index))
    .map((cell) => cell.text);
}

/** What a person is shown to choose from: the headers, or the fullest row where there are none. */
function headerTexts(cells: readonly HeaderCell[], head: readonly Cells[]): string {
  const texts = cells.map((cell) => cell.text).filter((text) => text !== "");
  if (texts.length > 0) return texts.join(", ");
  let fullest: string[] = [];
  for (const row of head.slice(0, SHOWN_FROM)) {
    const filled = row.map(tidy).filter((text) => text !== "");
    // a row with digits is a person's, which no message may show
    if (filled.length > fullest.length && !filled.some((text) => /\d{4}/.test(text))) fullest = filled;
  }
  return fullest.join(", ");
}
const SHOWN_FROM = 20;
