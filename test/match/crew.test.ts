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
import type { Crew, Member } from "../../src/match/crew.ts";
import type { Roster } from "../../src/match/roster.ts";
import { type CompiledProgram, compileProgram } from "../compiled.ts";
import { generate } from "../quality/generator/generate.ts";

const PEOPLE = 3000;
const ROWS_OF_BATCH = 500;
const ROWS_PER_LACK = 7;

let program: CompiledProgram;
let crews: typeof import("../../src/match/crew.ts");
let rosters: typeof import("../../src/match/index-roster.ts");
let duplicates: typeof import("../../src/match/duplicates.ts");
let linkers: typeof import("../../src/match/linker.ts");
let NIK: Roster["identifiers"];

let office: People;
let registry: People;

beforeAll(async () => {
  program = compileProgram();
  crews = await import(program.address("match/crew"));
  rosters = await import(program.address("match/index-roster"));
  duplicates = await import(program.address("match/duplicates"));
  linkers = await import(program.address("match/linker"));
  NIK = (await import(program.address("field/nik"))).NIK;
  [office, registry] = await generatedOffice();
});

afterAll(() => program.remove());

/** The roster and the registry of an office that never was. */
async function generatedOffice(): Promise<[People, People]> {
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-crew-"));
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

/** The office as the compiled program holds it: its own memory, so that no run sees another's. */
async function rosterOfOffice(crew: Crew | null = null): Promise<Roster> {
  const { People: CompiledPeople } = await import(program.address("input/people"));
  const people: People = new CompiledPeople();
  copy(office, people, 0, office.count);
  return rosters.indexRosterWith(crew, people, NIK);
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

/** Everything that comes out of holding the roster against itself and the registry against the roster. */
async function matchedBy(threads: number) {
  const crew = crews.Crew.of(threads);
  try {
    const roster = await rosterOfOffice(crew);
    crew.show(roster);
    const pairs = await duplicates.duplicatePairs(roster, () => turn(), crew);
    crew.show(roster);
    const linker = new linkers.Linker(roster, registry.count, undefined, crew);
    for (let start = 0; start < registry.count; start += ROWS_OF_BATCH) {
      if (start <= registry.count / 2) expect(roster.index.hasFaint).toBe(false);
      addRegistry(linker.batch, start);
      await linker.considerBatch();
    }
    expect(roster.index.hasFaint).toBe(true);
    await linker.settled();
    const links = linker.links();
    const { counts, rows, learned, expectedFalse, expectedMissed, kept } = links;
    const rowsKept = Array.from({ length: kept.count }, (_, row) => [kept.row(row), kept.cellsOf(row)]);
    const said = Array.from({ length: roster.count }, (_, index) => links.of(index));
    return { pairs, counts, rows, learned, expectedFalse, expectedMissed, rowsKept, said };
  } finally {
    await crew.dismiss();
  }
}

function threadOf(member: Member): Worker {
  return (member as unknown as { readonly worker: Worker }).worker;
}

/** A member that cannot work, because it was never shown a roster. */
async function withoutRoster(work: (crew: Crew, roster: Roster) => Promise<void>): Promise<void> {
  const crew = crews.Crew.of(2);
  try {
    await work(crew, await rosterOfOffice());
  } finally {
    await crew.dismiss();
  }
}

describe("a crew", () => {
  test("finds the same pairs and links, however many it is", async () => {
    const alone = await matchedBy(1);
    expect(alone.pairs.length).toBeGreaterThan(10);
    expect(alone.counts.linked).toBeGreaterThan(PEOPLE / 2);
    for (const threads of [2, 4]) expect(await matchedBy(threads)).toEqual(alone);
  });

  test("is one thread fewer than it has members, since the calling one works too", async () => {
    for (const threads of [1, 3]) {
      const crew = crews.Crew.of(threads);
      expect(crew.members.length).toBe(threads - 1);
      expect(crew.idle === undefined).toBe(threads === 1);
      await crew.dismiss();
    }
  });

  test("is gone when it was dismissed, at work or not", async () => {
    const roster = await rosterOfOffice();
    const crew = crews.Crew.of(3);
    crew.show(roster);
    void crew.members[0]!.findDuplicates(0, roster.count);
    await crew.dismiss();
    for (const member of crew.members)
      expect(threadOf(member).threadId, "of a thread that has ended").toBe(-1);
  });
});

describe("an error in a member", () => {
  const REASON = /roster/;

  test("is thrown by whoever asked it, then and ever after", async () => {
    await withoutRoster(async (crew, roster) => {
      const [member] = crew.members;
      await expect(member!.findDuplicates(0, 10)).rejects.toThrow(REASON);
      await expect(member!.findDuplicates(0, 10)).rejects.toThrow(REASON);
      await expect(member!.matchBatch(roster.people.newBatch().shared())).rejects.toThrow(REASON);
    });
  });

  test("is thrown by the search for duplicates", async () => {
    await withoutRoster(async (crew, roster) => {
      await expect(duplicates.duplicatePairs(roster, () => turn(), crew)).rejects.toThrow(REASON);
    });
  });

  test("is thrown by the linking, at the latest in the end, and by nothing before its turn", async () => {
    await withoutRoster(async (crew, roster) => {
      crew.show = () => {};
      const linker = new linkers.Linker(roster, registry.count, undefined, crew);
      copy(registry, linker.batch, 0, 1);
      await linker.considerBatch();
      // the next rows take long to read
      await new Promise((ended) => threadOf(crew.members[0]!).once("exit", ended));
      await turn();
      await expect(linker.settled()).rejects.toThrow(REASON);
    });
  });
});

describe("a program with a crew", () => {
  /** What a program prints that makes a crew and does something with it. */
  function printedBy(work: string): {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  } {
    const script = `
      import { Crew } from ${JSON.stringify(program.address("match/crew"))};
      import { indexRoster } from ${JSON.stringify(program.address("match/index-roster"))};
      import { People } from ${JSON.stringify(program.address("input/people"))};
      import { NIK } from ${JSON.stringify(program.address("field/nik"))};
      const crew = Crew.of(2);
      crew.show(indexRoster(new People(), NIK));
      ${work}`;
    const file = fileURLToPath(program.address("program-of-test"));
    writeFileSync(file, script);
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    return { status, stdout, stderr };
  }

  test("waits for a member's answer", () => {
    const asked = `
      await new Promise((started) => setTimeout(started, 300));
      const pairs = await crew.members[0].findDuplicates(0, 0);
      process.stdout.write(String(pairs.numbers.length));`;
    expect(printedBy(asked)).toEqual({ status: 0, stdout: "0", stderr: "" });
  });

  test("does not wait for members who have nothing to do", () => {
    expect(printedBy(`process.stdout.write("end");`)).toEqual({ status: 0, stdout: "end", stderr: "" });
  });
});
