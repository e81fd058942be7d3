/** What a roster costs in memory, without a clock or a heap to look at: the buffers that stand for its people. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resolvePlan } from "../../src/config/resolve.ts";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import { openInputs } from "../../src/input/input-file.ts";
import { People } from "../../src/input/people.ts";
import { indexRoster } from "../../src/match/index-roster.ts";
import type { Roster } from "../../src/match/roster.ts";
import { type Generated, generate } from "../quality/generator/generate.ts";

const PEOPLE = 20_000;
/** Of the index and the cleaned fields, not of the cells as they were read. */
const MOST_BYTES = 250;

const folder = mkdtempSync(path.join(tmpdir(), "cocok-memory-"));
let office: Generated;
let roster: Roster;

beforeAll(async () => {
  office = await generate({ seed: 5, people: PEOPLE, registryRows: PEOPLE, folder });
  roster = indexRoster(await peopleOf(office), identifierField("nik"));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function peopleOf({ roster: files, dukcapil }: Generated): Promise<People> {
  const out = path.join(folder, "out");
  const inputs = await openInputs(
    resolvePlan({ roster: [...files], dukcapil: [dukcapil], out }, null),
    new AbortController().signal,
  );
  const people = new People();
  for (const [number, file] of inputs.roster.entries())
    for await (const batch of file.batches(new AbortController().signal, people, number))
      expect(batch.rejected).toEqual([]);
  return people;
}

/** Bytes of all buffers in a structure, each once. */
function bytesIn(structure: unknown, seen = new Set<unknown>()): number {
  if (typeof structure !== "object" || structure === null || seen.has(structure)) return 0;
  seen.add(structure);
  if (ArrayBuffer.isView(structure)) return bytesIn(structure.buffer, seen);
  if (structure instanceof SharedArrayBuffer || structure instanceof ArrayBuffer) return structure.byteLength;
  return Object.values(structure).reduce<number>((sum, part) => sum + bytesIn(part, seen), 0);
}

test(`index and cleaned fields of a record take at most ${MOST_BYTES} bytes`, () => {
  // as it stands once a source row has come that lacks something
  roster.index.indexFaint(roster.keyMaker, 0, roster.count);
  const { cells, ...cleaned } = roster.people.shared();
  const bytes = bytesIn([cleaned, roster.index.shared(), roster.frequencies]);
  expect(roster.count).toBeGreaterThanOrEqual(PEOPLE);
  expect(bytes / roster.count).toBeGreaterThan(50);
  expect(bytes / roster.count).toBeLessThanOrEqual(MOST_BYTES);
  expect(bytesIn(cells) / roster.count).toBeGreaterThan(50);
});
