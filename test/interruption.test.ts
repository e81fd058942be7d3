/** Ctrl-C is heard in the middle of the work, and leaves nothing open and nothing behind. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Progress, SILENT } from "../src/cli/progress.ts";
import { withFileProblems } from "../src/cli/with-file-problems.ts";
import { resolvePlan } from "../src/config/resolve.ts";
import { NIK } from "../src/field/nik.ts";
import { InputFile } from "../src/input/input-file.ts";
import type { PeopleBatch } from "../src/input/judged-rows.ts";
import { People } from "../src/input/people.ts";
import type { FileEnd } from "../src/input/rows.ts";
import { openTable, type Table } from "../src/input/table.ts";
import { reconcile } from "../src/reconcile.ts";
import { RunFolder } from "../src/report/run-folder.ts";
import { Trouble } from "../src/trouble.ts";

/** More than one beat of every stage. */
const PEOPLE = 2500;
const LAST_BEAT = 2000;

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-interruption-"));
  const rows = Array.from({ length: PEOPLE }, (_, i) => {
    const day = String((i % 28) + 1).padStart(2, "0");
    const month = String((i % 12) + 1).padStart(2, "0");
    return `160509${day}${month}90${String(9000 + (i % 1000))},ORANG ${i.toString(26)} KE,${day}-${month}-1990`;
  });
  for (const name of ["daftar.csv", "ktp.csv"])
    writeFileSync(path.join(folder, name), `NIK,Nama,Tgl Lahir\n${rows.join("\n")}\n`);
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["duplicates", ["reading", "duplicates"]],
  ["writing", ["reading", "duplicates", "linking", "writing"]],
] as const)("a signal that arrives during %s ends the work there", async (wanted, expected) => {
  const interruption = new AbortController();
  const stages: string[] = [];
  const progress: Progress = {
    ...SILENT,
    stage(stage) {
      stages.push(stage);
      // as the system's signal does: heard when the event loop turns, and not before
      if (stage === wanted) setImmediate(() => interruption.abort(new Error("enough")));
    },
  };
  const [roster, ktp] = ["daftar.csv", "ktp.csv"].map((name) => path.join(folder, name));
  const typed = { roster: [roster!], ktp: [ktp!], out: path.join(folder, "hasil"), formats: "csv" };
  await expect(reconcile(resolvePlan(typed, null), progress, interruption.signal)).rejects.toThrow("enough");
  expect(stages).toEqual(expected);
  expect(readdirSync(folder).sort()).toEqual(["daftar.csv", "ktp.csv"]);
});

test("a signal that arrives while the reports are finished ends the work before it counts", async () => {
  const interruption = new AbortController();
  const stages: string[] = [];
  let finished = 0;
  const progress: Progress = {
    ...SILENT,
    stage: (stage) => stages.push(stage),
    advance(done) {
      // the last look-up of the stage "writing": what follows is finishing
      if (stages.at(-1) === "writing" && done === LAST_BEAT) {
        finished++;
        interruption.abort(new Error("enough"));
      }
    },
  };
  const typed = { roster: [path.join(folder, "daftar.csv")], ktp: [path.join(folder, "ktp.csv")] };
  const plan = resolvePlan({ ...typed, out: path.join(folder, "hasil"), formats: "csv,xlsx" }, null);
  await expect(reconcile(plan, progress, interruption.signal)).rejects.toThrow("enough");
  expect(finished).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(["daftar.csv", "ktp.csv"]);
});

test.each([
  ["settings that are right", "1"],
  ["settings that are wrong", "0"],
])("whoever interrupts while files are opened hears nothing of them (%s)", async (_, threads) => {
  const interruption = new AbortController();
  interruption.abort(new Error("enough"));
  const typed = { roster: ["tidak-ada.csv"], ktp: ["ktp.csv"], out: path.join(folder, "hasil"), threads };
  const run = async () => {
    const plan = await withFileProblems(() => resolvePlan(typed, null), interruption.signal);
    return reconcile(plan, SILENT, interruption.signal);
  };
  await expect(run()).rejects.toThrow("enough");
});

test("the event loop turns between the workbooks of many units, so that a signal is heard there", async () => {
  const units = 40;
  const rows = Array.from({ length: units }, (_, i) => `ORANG KE ${i.toString(26)},DINAS ${i}`);
  const roster = path.join(folder, "dinas.csv");
  writeFileSync(roster, `Nama,Unit Kerja\n${rows.join("\n")}\n`);
  let isOver = false;
  /** How many workbooks there were whenever the loop turned. */
  const seen = new Set<number>();
  const look = (): void => {
    // the folder may be moved to its place in the middle of a look
    const files = attempt(() => readdirSync(folder, { recursive: true, encoding: "utf8" })) ?? [];
    seen.add(files.filter((file) => /units.*\.xlsx$/.test(file)).length);
    if (!isOver) setImmediate(look);
  };
  const progress: Progress = {
    ...SILENT,
    stage: (stage) => {
      if (stage === "writing") setImmediate(look);
    },
  };
  const typed = { roster: [roster], ktp: [path.join(folder, "ktp.csv")], out: path.join(folder, "hasil") };
  const plan = resolvePlan({ ...typed, formats: "xlsx" }, null);
  await reconcile(plan, progress, new AbortController().signal).finally(() => {
    isOver = true;
    rmSync(roster);
    rmSync(plan.out, { recursive: true, force: true });
  });
  expect(seen.size).toBeGreaterThan(units / 2);
});

/** What `look` gives, or null where it throws. */
function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}

describe("a file that is being read", () => {
  async function fileWatched(returned: () => void): Promise<InputFile> {
    const request = { role: "roster", mapping: {}, identifier: "nik", asOf: 20_261_231 } as const;
    const table = await openTable({ ...request, path: path.join(folder, "daftar.csv") }, 4096);
    async function* watched(...asked: Parameters<Table["batches"]>): AsyncGenerator<PeopleBatch, FileEnd> {
      try {
        return yield* table.batches(...asked);
      } finally {
        returned();
      }
    }
    const context = { field: NIK, order: "dmy", asOf: request.asOf, english: false, pria: false } as const;
    return new InputFile("roster", "daftar.csv", { ...table, batches: watched }, context);
  }

  test.each(["an interruption", "whoever reads it"])("is closed when %s stops half-way", async (who) => {
    let closed = 0;
    const file = await fileWatched(() => closed++);
    const interruption = new AbortController();
    const read = async (): Promise<void> => {
      for await (const batch of file.batches(interruption.signal, new People(), 0)) {
        expect([batch.read > 0, closed]).toEqual([true, 0]);
        if (who === "whoever reads it") return;
        interruption.abort(new Error("enough"));
      }
    };
    if (who === "an interruption") await expect(read()).rejects.toThrow("enough");
    else await read();
    expect(closed).toBe(1);
  });
});

describe("what goes wrong while results are written", () => {
  test("is told as the folder's trouble when the system says so", async () => {
    const run = await RunFolder.open(path.join(folder, "penuh"));
    const full = Object.assign(new Error("write"), { code: "ENOSPC", syscall: "write" });
    expect((run.troubleOf(full) as Trouble).problems).toEqual([
      { code: "out_unwritable", facts: { out: path.join(folder, "penuh"), reason: "ENOSPC" } },
    ]);
    await run.discard();
  });

  test("stays what it is otherwise", async () => {
    const run = await RunFolder.open(path.join(folder, "penuh"));
    for (const error of [new Error("fault"), new Trouble({ code: "file_empty", facts: {} })])
      expect(run.troubleOf(error)).toBe(error);
    await run.discard();
  });
});
