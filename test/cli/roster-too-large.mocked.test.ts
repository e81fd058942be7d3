/** A roster of more people than can be numbered, without making so many: here five are too many. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { main } from "../../src/main.ts";
import type { refuseTooLarge } from "../../src/match/roster.ts";
import { fakeIo } from "./fake-io.ts";

vi.mock("../../src/match/roster.ts", async (original) => {
  const real = await original<typeof import("../../src/match/roster.ts")>();
  const most = { people: 4, bytes: 1000 };
  return {
    ...real,
    refuseTooLarge: (people: Parameters<typeof refuseTooLarge>[0]) => real.refuseTooLarge(people, most),
  };
});

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-besar-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function people(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, i) => `160509120590900${i},ORANG ${"ABCDEFGHI"[i]},12-05-1990\n`,
  );
  const file = path.join(folder, `${count}.csv`);
  writeFileSync(file, `NIK,Nama,Tanggal Lahir\n${rows.join("")}`);
  return file;
}

async function reconcile(roster: string, ...words: string[]) {
  const io = fakeIo();
  const out = path.join(folder, "hasil");
  const inputs = ["--roster", roster, "--dukcapil", people(3), "--out", out, "--formats", "csv"];
  const status = await main(["node", "cocok", "reconcile", ...inputs, ...words], io);
  return { status, err: io.stderr.text };
}

test.each([
  ["id", "cocok: Daftar terlalu besar: sekali jalan paling banyak 4 orang"],
  ["en", "cocok: The roster is too large: one run takes at most 4 people"],
])("is told in plain words (%s), and nothing is left behind", async (lang, expected) => {
  const roster = people(5);
  const { status, err } = await reconcile(roster, "--lang", lang);
  expect([status, err.slice(0, expected.length)]).toEqual([2, expected]);
  expect(readdirSync(folder).filter((name) => name.includes("hasil"))).toEqual([]);
});

test("is not told of one that is just not too large", async () => {
  expect((await reconcile(people(4))).err).toBe("");
});
