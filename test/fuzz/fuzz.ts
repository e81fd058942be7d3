/**
 * Damaged lists read to their end. Whatever was done to a list, it is read in balance or refused with a Trouble; and
 * its people are those of its raw rows. In a process of its own also within a second and within the memory of any
 * office computer.
 */
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import type { PeopleBatch, RowBatch } from "../../src/input/judged-rows.ts";
import { People } from "../../src/input/people.ts";
import { type RowContext, understandRow } from "../../src/input/record.ts";
import { openTable } from "../../src/input/table.ts";
import { Trouble } from "../../src/trouble.ts";
import { readCorpus } from "./corpus.ts";
import { damagedList } from "./damage.ts";

/** What reading a list may take; of a process that does other things as well it says nothing. */
export interface Limits {
  /** Of processor time: other programs on the machine do not count. */
  readonly ms: number;
  readonly mb: number;
}

const NO_LIMITS: Limits = { ms: Infinity, mb: Infinity };
/** Memory is looked at so often. */
const RUNS_A_LOOK = 500;
const FAILURES_TOLD = 20;

export interface Failure {
  readonly number: number;
  readonly why: string;
}

export interface Outcome {
  /** Lists that were damaged: with another number of them, every damaged list is another. */
  readonly files: number;
  /** Fewer than asked for where too many failed. */
  readonly runs: number;
  readonly rows: number;
  /** Lists by how they ended: `read`, or the code of the trouble. */
  readonly ends: ReadonlyMap<string, number>;
  readonly slowestMs: number;
  readonly slowest: number;
  readonly peakMb: number;
  readonly failures: readonly Failure[];
}

/**
 * @param from number of the first list
 * @param begun told the number of each list before it is read
 */
export async function fuzz(
  seed: number,
  from: number,
  runs: number,
  limits: Limits = NO_LIMITS,
  begun: (number: number) => void = () => {},
): Promise<Outcome> {
  const corpus = await readCorpus();
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-fuzz-"));
  const file = path.join(folder, "daftar");
  // one file overwritten: to make a file costs more than to read it
  const handle = openSync(file, "w");
  const ends = new Map<string, number>();
  const failures: Failure[] = [];
  let read = 0;
  let rows = 0;
  let slowestMs = 0;
  let slowest = from;
  let peakMb = 0;
  try {
    for (let number = from; number < from + runs && failures.length < FAILURES_TOLD; number++) {
      const list = damagedList(corpus, seed, number);
      ftruncateSync(handle, list.length);
      writeSync(handle, list, 0, list.length, 0);
      begun(number);
      const start = process.cpuUsage();
      const { end, rows: more } = await readToEnd(file);
      const { user, system } = process.cpuUsage(start);
      const ms = (user + system) / 1000;
      ends.set(end, (ends.get(end) ?? 0) + 1);
      read++;
      rows += more;
      if (ms > slowestMs) [slowestMs, slowest] = [ms, number];
      if (!SOUND_END.test(end)) failures.push({ number, why: end });
      if (ms > limits.ms) failures.push({ number, why: `took ${Math.round(ms)} ms` });
      if (number % RUNS_A_LOOK === 0) {
        peakMb = Math.max(peakMb, process.memoryUsage.rss() / 2 ** 20);
        if (peakMb > limits.mb) failures.push({ number, why: `memory of ${Math.round(peakMb)} MB` });
      }
    }
  } finally {
    closeSync(handle);
    rmSync(folder, { recursive: true });
  }
  return { files: corpus.files.length, runs: read, rows, ends, slowestMs, slowest, peakMb, failures };
}

/** `read`, or a Trouble about the file or its columns. */
const SOUND_END = /^(read|(file|columns|cells|answers|sheet|lists)_\w+)$/;

async function readToEnd(file: string): Promise<{ end: string; rows: number }> {
  let rows = 0;
  try {
    const table = await openTable({
      path: file,
      role: "roster",
      mapping: {},
      identifier: "nik",
      asOf: 20_221_231,
    });
    const { dateOrder: order, english, pria, otherLists } = table.understanding;
    const context: RowContext = {
      field: identifierField("nik"),
      order,
      asOf: 20_221_231,
      english,
      pria,
      otherLists,
    };
    const people = new People();
    const batches = table.batches(people, FILE, context);
    let lastRow = 0;
    for await (const batch of table.rawBatches()) {
      const { value: same } = await batches.next();
      const fault = faultOf(batch, lastRow) ?? differenceOf(batch, same as PeopleBatch, people, context);
      if (fault !== null) return { end: fault, rows };
      people.clear();
      lastRow += batch.read;
      rows += batch.read;
    }
    await batches.return(undefined as never);
    return { end: "read", rows };
  } catch (error) {
    if (error instanceof Trouble) return { end: error.problems[0]!.code, rows };
    return { end: error instanceof Error ? (error.stack ?? error.message) : String(error), rows };
  }
}

const FILE = 1;

/** The people read from bytes are those that the raw rows are, each understood by itself. */
function differenceOf(
  { rows, skipped: _, ...raw }: RowBatch,
  { added, ...batch }: PeopleBatch,
  people: People,
  context: RowContext,
): string | null {
  if (added !== rows.length || people.count !== rows.length) return "other people were read";
  if (!isDeepStrictEqual(batch, raw)) return "the rows that are nobody's differ";
  const expected = new People();
  for (const [i, row] of rows.entries()) {
    expected.add(understandRow(row, context), row, row.unit, FILE, row.row);
    const isSame =
      isDeepStrictEqual(people.person(i), expected.person(i)) &&
      isDeepStrictEqual(people.raw(i), expected.raw(i)) &&
      people.unit(i) === expected.unit(i) &&
      people.row(i) === expected.row(i) &&
      people.file(i) === expected.file(i);
    if (!isSame) return `row ${row.row} was read as another person`;
  }
  return null;
}

/** Every row in exactly one place, each with a number of its own among those of its batch. */
function faultOf({ rows, rejected, skipped, layout, read }: RowBatch, lastRow: number): string | null {
  if (rows.length + rejected.length + layout !== read) return "the balance does not add up";
  const numbers = new Set([...rows, ...rejected, ...skipped].map(({ row }) => row));
  if (numbers.size !== read) return "a row was counted twice";
  for (const row of numbers) if (row <= lastRow || row > lastRow + read) return "a row has another's number";
  return null;
}
