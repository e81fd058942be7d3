/**
 * What a file's people are: every raw row understood by itself. However they are read into a store, it must hold
 * these and nothing else.
 */
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import type { PeopleBatch, RowBatch } from "../../src/input/judged-rows.ts";
import { People } from "../../src/input/people.ts";
import { type RowContext, understandRow } from "../../src/input/record.ts";
import type { FileEnd } from "../../src/input/rows.ts";
import type { Table } from "../../src/input/table.ts";
import type { TableRequest } from "../../src/input/understanding.ts";

const FILE = 3;

/** Everything in a store, so that two can be held side by side. */
export function contentOf(people: People): unknown {
  const texts = (count: number, text: (number: number) => string): string[] =>
    Array.from({ length: count }, (_, number) => text(number));
  return {
    people: Array.from({ length: people.count }, (_, i) => ({
      ...people.person(i),
      raw: people.raw(i),
      unit: people.unit(i),
      file: people.file(i),
      row: people.row(i),
      hasSoundNik: people.hasSoundNik(i),
      hasWholeNik: people.hasWholeNik(i),
      hasKnownEnds: people.hasKnownEnds(i),
      hasNoIdentifier: people.hasNoIdentifier(i),
      ends: [people.nikHigh(i), people.nikLow(i)],
      namePrint: people.namePrint(i),
    })),
    words: texts(people.words.count, (word) => people.words.text(word)),
    places: texts(people.places.count, (place) => people.places.text(place)),
    units: texts(people.units.count, (unit) => people.units.text(unit)),
  };
}

/** `toEqual`, whose own way is slow for what is equal nearly always. */
function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

/** Reads a table as raw rows, which it returns, and, in every way a store can be filled, as people. */
export async function expectSamePeople(
  table: Table,
  request: Pick<TableRequest, "identifier" | "asOf">,
): Promise<{ readonly batches: readonly RowBatch[]; readonly end: FileEnd }> {
  const { dateOrder: order, is1904, english, pria, otherLists } = table.understanding;
  const context: RowContext = {
    field: identifierField(request.identifier),
    order,
    asOf: request.asOf,
    is1904,
    english,
    pria,
    otherLists,
  };
  const expected = new People();
  const raw = await readToEnd(table.rawBatches(), ({ rows }) => addAll(expected, rows, context));
  const people = new People();
  const read = await readToEnd(table.batches(people, FILE, context));
  expectEqual(contentOf(people), contentOf(expected));
  expectEqual(read.end, raw.end);
  expectEqual(
    read.batches,
    raw.batches.map(({ rows, skipped: _, ...batch }) => ({ ...batch, added: rows.length })),
  );

  // a batch on a store that knows half of the words and places, emptied after each of the file
  const roster = new People();
  for (const { rows } of raw.batches.slice(0, raw.batches.length >> 1)) addAll(roster, rows, context);
  const batch = roster.newBatch();
  let number = 0;
  await readToEnd(table.batches(batch, FILE, context), () => {
    const alone = roster.newBatch();
    addAll(alone, raw.batches[number++]!.rows, context);
    expectEqual(contentOf(batch), contentOf(alone));
    batch.clear();
  });
  return raw;
}

function addAll(people: People, rows: RowBatch["rows"], context: RowContext): void {
  for (const row of rows) people.add(understandRow(row, context), row, row.unit, FILE, row.row);
}

async function readToEnd<B extends PeopleBatch | RowBatch>(
  stream: AsyncGenerator<B, FileEnd>,
  look: (batch: B) => void = () => {},
): Promise<{ batches: B[]; end: FileEnd }> {
  const batches: B[] = [];
  for (;;) {
    const next = await stream.next();
    if (next.done === true) return { batches, end: next.value };
    batches.push(next.value);
    look(next.value);
  }
}
