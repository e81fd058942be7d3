/**
 * Which letters and digits of two values differ, so that a report can mark them for the eye. It marks what the
 * comparison found to differ and no more: upper and lower case, accents, punctuation, titles and the way a date is
 * written are no difference. It judges nothing; whether a value differs at all is the comparison's to say.
 */
import { isAnswer } from "../field/answer.ts";
import type { Field } from "../field/level.ts";
import type { RosterEvidence, SourceRecord } from "../finding/evidence.ts";
import { cellOf } from "../finding/findings.ts";
import type { RawCells } from "../input/raw-cells.ts";
import { levelEntry } from "../match/levels.ts";
import { looksMasked } from "../words/printable.ts";
import { markDates } from "./date-difference.ts";
import { type Marked, type Piece, plain, whole } from "./pieces.ts";
import { markDifference, markNames } from "./text-difference.ts";

type RosterRow = Pick<RosterEvidence, "cells" | "person">;
type SourceRow = Pick<SourceRecord, "cells" | "person" | "levels">;

/** What was marked of a roster's row and one of a source: every report asks for the same, some of them twice. */
const MARKED = new WeakMap<RawCells, Map<SourceRow, Partial<Record<Field, Marked>>>>();

/**
 * How the roster's cell of a field differs from the cell of a source's row. Values that agree, in whatever writing,
 * and values of which one is missing come back without a mark.
 */
export function markField(field: Field, roster: RosterRow, source: SourceRow): Marked {
  const rosterText = cellOf(roster.cells, field);
  const sourceText = cellOf(source.cells, field);
  // an answer is no value to hold letters against
  if (isAnswer(sourceText)) return { roster: whole(rosterText), source: plain(sourceText) };
  switch (levelEntry(source.levels, field).agreement) {
    case "same":
    case "equivalent":
    case "missing":
      return { roster: plain(rosterText), source: plain(sourceText) };
    case "near":
    case "different":
    case "damaged":
      break;
  }
  const marked = markedOf(roster, source);
  marked[field] ??= markDiffering(field, roster, rosterText, source, sourceText);
  return marked[field];
}

/**
 * The roster's cell and what is proposed to stand there.
 * @param proposed absent where the source shows no value
 */
export function markProposed(
  field: Field,
  roster: RosterRow,
  source: SourceRow,
  proposed: string | undefined,
): Marked {
  if (proposed === undefined || proposed === cellOf(source.cells, field))
    return markField(field, roster, source);
  const { cells, person, levels } = source;
  // only numbers and dates are proposed in another writing than the source's
  if (field === "nik")
    return markField(field, roster, { cells: { ...cells, nik: proposed }, person, levels });
  if (field === "birth_date")
    return markField(field, roster, { cells: { ...cells, birthDate: proposed }, person, levels });
  return markField(field, roster, source);
}

/** Whether masking has made both values alike, so that neither shows the difference. */
export function readAlike({ roster, source }: Marked): boolean {
  const text = textOf(roster);
  return looksMasked(text) && text === textOf(source);
}

function textOf(value: readonly Piece[]): string {
  return value.map(({ text }) => text).join("");
}

function markedOf({ cells }: RosterRow, source: SourceRow): Partial<Record<Field, Marked>> {
  let bySource = MARKED.get(cells);
  if (bySource === undefined) {
    bySource = new Map();
    MARKED.set(cells, bySource);
  }
  let marked = bySource.get(source);
  if (marked === undefined) {
    marked = {};
    bySource.set(source, marked);
  }
  return marked;
}

function markDiffering(
  field: Field,
  roster: RosterRow,
  rosterText: string,
  source: SourceRow,
  sourceText: string,
): Marked {
  switch (field) {
    case "name":
      return markNames(rosterText, sourceText);
    case "birth_date":
      return (
        markDates(rosterText, roster.person.birthDate, sourceText, source.person.birthDate) ??
        markDifference(rosterText, sourceText)
      );
    case "sex":
      return { roster: whole(rosterText), source: whole(sourceText) };
    case "nik":
    case "birth_place":
      return markDifference(rosterText, sourceText);
  }
}
