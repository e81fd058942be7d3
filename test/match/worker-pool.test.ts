/** Threads that share the work: the same pairs and links, and nothing left running. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resolvePlan } from "../../src/config/resolve.ts";
import { MISSING_IDENTIFIER } from "../../src/field/identifier.ts";
import { openInputs } from "../../src/input/input-file.ts";
import { People } from "../../src/input/people.ts";
import type { Roster } from "../../src/match/roster.ts";
import type { MatchWorker, WorkerPool } from "../../src/match/worker-pool.ts";
import { type CompiledProgram, compileProgram } from "../compiled.ts";
import { generate } from "../quality/generator/generate.ts";

const PEOPLE = 3000;
const ROWS_OF_BATCH = 500;
const ROWS_PER_LACK = 9;

let program: CompiledProgram;
let pools: typeof import("../../src/match/worker-pool.ts");
let rosters: typeof import("../../src/match/index-roster.ts");
let duplicates: typeof import("../../src/match/duplicates.ts");
let linkers: typeof import("../../src/match/linker.ts");
let NIK: Roster["identifiers"];

let office: People;
let registry: People;

beforeAll(async () => {
  program = compileProgram();
  pools = await import(program.address("match/worker-pool"));
  rosters = await import(program.address("match/index-roster"));
  duplicates = await import(program.address("match/duplicates"));
  linkers = await import(program.address("match/linker"));
  NIK = (await import(program.address("field/nik"))).NIK;
  [office, registry] = await generatedOffice();
});

afterAll(() => program.remove());

/** The roster and the registry of an office that never was. */
async function generatedOffice(): Promise<[People, People]> {
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-pool-"));
  try {
    const { roster, dukcapil } = await generate({
      seed: 1,
      people: PEOPLE,
      registryRows: PEOPLE,
      folder,
      ktp: false,
      ijazah: false,
      bkn: false,
    });
    const typed = { roster: [...roster], dukcapil: [dukcapil], out: path.join(folder, "hasil") };
    const inputs = await openInputs(resolvePlan(typed, null), new AbortController().signal);
    const read = async (files: typeof inputs.roster): Promise<People> => {
      const people = new People();
      for (const [number, file] of files.entries())
        for await (const _ of file.batches(new AbortController().signal, people, number));
      return people;
    };
    return [await read(inputs.roster), await read(inputs.sources[0]!)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** People as the compiled program holds them: their own memory, so that no run sees another's. */
async function rosterOf(read: People): Promise<Roster> {
  const { People: CompiledPeople } = await import(program.address("input/people"));
  const people: People = new CompiledPeople();
  copy(read, people, 0, read.count);
  return rosters.indexIdentifiersOf(people, NIK);
}

/** The office, found by all its keys. */
async function rosterOfOffice(pool: WorkerPool | null = null): Promise<Roster> {
  const roster = await rosterOf(office);
  await rosters.indexKeys(roster, pool);
  return roster;
}

/** An office that stands in the registry as it is, found by its identifiers until the registry has passed. */
async function rosterOfRegistry(): Promise<Roster> {
  return rosterOf(registry);
}

function copy(from: People, to: People, start: number, end: number): void {
  for (let i = start; i < end; i++)
    to.add(from.person(i), from.raw(i), from.unit(i), from.file(i), from.row(i));
}

/** The registry's rows, of which some of the later ones lack their number: faint keys are indexed under way. */
function addRegistry(batch: People, start: number): void {
  for (let i = start; i < Math.min(start + ROWS_OF_BATCH, registry.count); i++) {
    const person = registry.person(i);
    const lacksNik = i > registry.count / 2 && i % ROWS_PER_LACK === 0;
    const read = lacksNik ? { ...person, identifier: MISSING_IDENTIFIER } : person;
    batch.add(read, registry.raw(i), registry.unit(i), registry.file(i), registry.row(i));
  }
}

/** Everything that comes out of holding a roster against itself and the registry against the roster. */
async function matchedBy(threads: number, made: typeof rosterOfOffice = rosterOfOffice) {
  const pool = pools.WorkerPool.of(threads);
  try {
    const roster = await made(pool);
    const isWhole = roster.index.isWhole;
    pool.show(roster);
    const linker = new linkers.Linker(roster, registry.count, undefined, pool);
    for (let start = 0; start < registry.count; start += ROWS_OF_BATCH) {
      if (start <= registry.count / 2) expect(roster.index.hasFaint).toBe(false);
      addRegistry(linker.batch, start);
      await linker.considerBatch();
    }
    await linker.settled();
    // what rows that waited have asked for is given back
    expect(roster.index.hasFaint).toBe(isWhole);
    expect(roster.index.hasIdentifiersAlone).toBe(!isWhole);
    roster.recognised = linker.recognise();
    pool.show(roster);
    const pairs = await duplicates.duplicatePairs(roster, () => turn(), pool);
    await linker.meetResembling((sourceRow) => registry.person(linker.kept.row(sourceRow)));
    const links = linker.links();
    const { counts, rows, learned, expectedFalse, expectedMissed, kept } = links;
    const rowsKept = Array.from({ length: kept.count }, (_, row) => [kept.row(row), kept.cellsOf(row)]);
    const said = Array.from({ length: roster.count }, (_, index) => links.of(index));
    return { pairs, counts, rows, learned, expectedFalse, expectedMissed, rowsKept, said };
  } finally {
    await pool.dismiss();
  }
}

function threadOf(worker: MatchWorker): Worker {
  return (worker as unknown as { readonly worker: Worker }).worker;
}

/** A worker that cannot work, because it was never shown a roster. */
async function withoutRoster(work: (pool: WorkerPool, roster: Roster) => Promise<void>): Promise<void> {
  const pool = pools.WorkerPool.of(2);
  try {
    await work(pool, await rosterOfOffice());
  } finally {
    await pool.dismiss();
  }
}

describe("a pool", () => {
  test("finds the same pairs and links, however many it is", async () => {
    const alone = await matchedBy(1);
    expect(alone.pairs.length).toBeGreaterThan(10);
    expect(alone.counts.linked).toBeGreaterThan(PEOPLE / 2);
    for (const threads of [2, 4]) expect(await matchedBy(threads)).toEqual(alone);
  });

  test("finds the same where rows wait until the images of others have passed", async () => {
    const alone = await matchedBy(1, rosterOfRegistry);
    expect(alone.counts.linked).toBeGreaterThan(PEOPLE / 2);
    expect(await matchedBy(3, rosterOfRegistry)).toEqual(alone);
  });

  test("has a worker fewer than threads work, since the calling one works too", async () => {
    for (const threads of [1, 3]) {
      const pool = pools.WorkerPool.of(threads);
      expect(pool.workers.length).toBe(threads - 1);
      expect(pool.idle === undefined).toBe(threads === 1);
      await pool.dismiss();
    }
  });

  test("is gone when it was dismissed, at work or not", async () => {
    const roster = await rosterOfOffice();
    const pool = pools.WorkerPool.of(3);
    pool.show(roster);
    void pool.workers[0]!.findDuplicates(0, roster.count);
    await pool.dismiss();
    for (const worker of pool.workers)
      expect(threadOf(worker).threadId, "of a thread that has ended").toBe(-1);
  });
});

describe("an error in a worker", () => {
  const REASON = /roster/;

  test("is thrown by whoever asked it, then and ever after", async () => {
    await withoutRoster(async (pool, roster) => {
      const [worker] = pool.workers;
      await expect(worker!.findDuplicates(0, 10)).rejects.toThrow(REASON);
      await expect(worker!.findDuplicates(0, 10)).rejects.toThrow(REASON);
      await expect(worker!.matchBatch(roster.people.newBatch().shared())).rejects.toThrow(REASON);
    });
  });

  test("is thrown by the search for duplicates", async () => {
    await withoutRoster(async (pool, roster) => {
      pool.show = () => {};
      await expect(duplicates.duplicatePairs(roster, () => turn(), pool)).rejects.toThrow(REASON);
    });
  });

  test("is thrown by the linking, at the latest in the end, and by nothing before its turn", async () => {
    await withoutRoster(async (pool, roster) => {
      pool.show = () => {};
      const linker = new linkers.Linker(roster, registry.count, undefined, pool);
      copy(registry, linker.batch, 0, 1);
      await linker.considerBatch();
      // the next rows take long to read
      await new Promise((ended) => threadOf(pool.workers[0]!).once("exit", ended));
      await turn();
      await expect(linker.settled()).rejects.toThrow(REASON);
    });
  });
});

describe("a program with a pool", () => {
  /** What a program prints that makes a pool and does something with it. */
  function printedBy(work: string): {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  } {
    const script = `
      import { WorkerPool } from ${JSON.stringify(program.address("match/worker-pool"))};
      import { indexRoster } from ${JSON.stringify(program.address("match/index-roster"))};
      import { People } from ${JSON.stringify(program.address("input/people"))};
      import { NIK } from ${JSON.stringify(program.address("field/nik"))};
      const pool = WorkerPool.of(2);
      pool.show(indexRoster(new People(), NIK));
      ${work}`;
    const file = fileURLToPath(program.address("program-of-test"));
    writeFileSync(file, script);
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    return { status, stdout, stderr };
  }

  test("waits for a worker's answer", () => {
    const asked = `
      await new Promise((started) => setTimeout(started, 300));
      const pairs = await pool.workers[0].findDuplicates(0, 0);
      process.stdout.write(String(pairs.numbers.length));`;
    expect(printedBy(asked)).toEqual({ status: 0, stdout: "0", stderr: "" });
  });

  test("does not wait for workers who have nothing to do", () => {
    expect(printedBy(`process.stdout.write("end");`)).toEqual({ status: 0, stdout: "end", stderr: "" });
  });
});
