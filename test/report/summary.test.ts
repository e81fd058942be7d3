/** summary.json: what it says adds up, and it holds no person's data. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SILENT } from "../../src/cli/progress.ts";
import { readConfiguration } from "../../src/config/configuration.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { VERSION } from "../../src/config/version.ts";
import { reconcile } from "../../src/reconcile.ts";
import type { RunSummary } from "../../src/report/summary.ts";
import { workbook } from "../input/workbook.ts";
import { runOnFiles } from "../run-on-files.ts";

let folder = "";
let summary: RunSummary;
let text = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-summary-"));
  const config = "fixtures/musi-rawas/cocok.config.json";
  const out = path.join(folder, "out");
  ({ summary } = await reconcile(
    resolvePlan({ config, out }, await readConfiguration(config)),
    SILENT,
    new AbortController().signal,
  ));
  text = readFileSync(path.join(out, "summary.json"), "utf8");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

describe("the summary", () => {
  test("is what the run returns", () => {
    expect(JSON.parse(text)).toEqual(summary);
  });

  test("names the version, the reference date and what decided the run", () => {
    expect(summary).toMatchObject({
      version: VERSION,
      as_of: "2022-10-31",
      options: {
        identifier: "nik",
        lang: "id",
        fail_on: "any",
        leading: { nik: ["dukcapil", "ktp"] },
        listings: { bkn: { absent: "register", blocked: [], registered: [] } },
      },
    });
  });

  test("names every input as it was typed, with the hash of its bytes", () => {
    expect(summary.inputs.map(({ role, path: file }) => [role, file])).toEqual([
      ["roster", "fixtures/musi-rawas/daftar-dinkes.csv"],
      ["roster", "fixtures/musi-rawas/daftar-disdik.csv"],
      ["dukcapil", "fixtures/musi-rawas/dukcapil.csv"],
      ["ktp", "fixtures/musi-rawas/ktp.csv"],
      ["ijazah", "fixtures/musi-rawas/ijazah.csv"],
      ["bkn", "fixtures/musi-rawas/bkn.csv"],
    ]);
    for (const { path: file, sha256 } of summary.inputs) {
      expect(sha256, file).toBe(createHash("sha256").update(readFileSync(file)).digest("hex"));
    }
  });

  test("accounts for every row and every case", () => {
    for (const { rows } of summary.inputs) expect(rows.used + rows.rejected + rows.layout).toBe(rows.read);
    const { cases, sources, inputs } = summary;
    const roster = inputs.filter(({ role }) => role === "roster");
    expect(cases.total).toBe(roster.reduce((total, { rows }) => total + rows.used, 0));
    expect(sum(cases.by_verdict)).toBe(cases.total);
    expect(sum(cases.by_action)).toBe(cases.total);
    expect(cases.need_action).toBe(cases.total - cases.by_action.none);
    expect(cases.by_unit.reduce((total, unit) => total + unit.cases, 0)).toBe(cases.total);
    expect(cases.by_unit.reduce((total, unit) => total + unit.need_action, 0)).toBe(cases.need_action);
    for (const unit of cases.by_unit) expect(sum(unit.by_action)).toBe(unit.cases);
    for (const source of sources)
      expect(source.linked + source.ambiguous + source.not_found, source.name).toBe(cases.total);
  });

  test("counts whom a source has as links.csv does, also who stands in the roster twice", async () => {
    const { written, table } = await runOnFiles(
      {
        "daftar.csv": [
          "NIK,Nama,Tempat Lahir,Tanggal Lahir",
          "1605091205909001,BUDI SANTOSO,Muara Beliti,12-05-1990",
          ",BUDI SANTOSA,Muara Beliti,12-05-1990",
          "1605094107929002,SITI AMINAH,Lubuklinggau,01-07-1992",
          "1605090303819003,JOKO SUSILO,Tugumulyo,03-03-1981",
        ],
        "dukcapil.csv": [
          "NIK,NAMA_LGKP,TMPT_LHR,TGL_LHR",
          "1605091205909001,BUDI SANTOSO,Muara Beliti,1990-05-12",
          "1605094107929002,SITI AMINAH,Lubuklinggau,1992-07-01",
        ],
      },
      { roster: "daftar.csv", sources: { dukcapil: "dukcapil.csv" }, formats: "csv" },
    );
    const rows = table("links").map(({ roster_row, status }) => [roster_row, status]);
    expect(rows).toEqual([
      ["2", "linked"],
      // his other row has taken it
      ["3", "ambiguous"],
      ["4", "linked"],
      ["5", "not_found"],
    ]);
    const { sources }: RunSummary = JSON.parse(written.get("summary.json")!);
    expect(sources[0]).toMatchObject({ linked: 2, ambiguous: 1, not_found: 1 });
  });

  test("estimates wrong and missed links of every source", () => {
    for (const { name, expected_false_links, expected_missed_links } of summary.sources) {
      expect(expected_false_links, name).toBeGreaterThanOrEqual(0);
      expect(expected_false_links, name).toBeLessThan(1);
      expect(expected_missed_links, name).toBeGreaterThanOrEqual(0);
    }
  });

  test("holds no NIK", () => {
    expect(text.match(/(?<![0-9a-f])\d{15,18}(?![0-9a-f])/g)).toBeNull();
  });
});

describe("of a roster in several files", () => {
  const FAMILY = ["SANTOSO", "SUSILO", "HAKIM", "WIJAYA", "NUGROHO", "FIRMAN"];
  const GIVEN = ["BUDI", "JOKO", "AGUS", "YANTO"];
  const people = FAMILY.flatMap((family, f) =>
    GIVEN.map((given, g) => {
      const [day, year] = [`${11 + f}`, `${80 + g}`];
      return {
        nik: `160509${day}05${year}900${f + 1}`,
        name: `${given} ${family}`,
        born: `${day}-05-19${year}`,
      };
    }),
  );
  const table = (name: string, rows: typeof people): string => {
    const file = path.join(folder, name);
    const lines = rows.map(({ nik, name, born }) => `${nik};${name};${born}\n`);
    writeFileSync(file, `NIK;Nama;Tanggal Lahir\n${lines.join("")}`);
    return file;
  };
  const zeroed = (rows: typeof people) => rows.map((row) => ({ ...row, nik: `${row.nik.slice(0, 15)}0` }));
  const run = async (roster: readonly string[], dukcapil: readonly string[]): Promise<RunSummary> => {
    const typed = { roster, dukcapil, out: path.join(folder, "lain"), formats: "csv" };
    const plan = resolvePlan(typed, null);
    return (await reconcile(plan, SILENT, new AbortController().signal)).summary;
  };
  const parts = () =>
    [0, 8, 16].map((from, part) => {
      const rows = people.slice(from, from + 8);
      return table(`bagian-${part}.csv`, part === 1 ? zeroed(rows) : rows);
    });

  test("the one is named whose numbers are cut, and those in which no unit is", async () => {
    const roster = parts();
    const { sources, inputs } = await run(roster, [table("dukcapil.csv", people)]);
    expect(sources[0]).toMatchObject({ linked: 24, cut_identifiers: 8, cut_files: [roster[1]] });
    expect(inputs.map(({ without_units }) => without_units)).toEqual([true, true, true, undefined]);
  });

  test("of a workbook the hidden sheets are named that hold people, and of any other nothing is said", async () => {
    const rows = [
      ["NIK", "Nama", "Tanggal Lahir"],
      ...people.map(({ nik, name, born }) => [nik, name, born]),
    ];
    const files = [[], [{ name: "Lama", rows, hidden: true }]].map((hidden, at) => {
      const file = path.join(folder, `buku-${at}.xlsx`);
      writeFileSync(file, workbook([{ name: "Data", rows }, ...hidden]));
      return file;
    });
    const { inputs } = await run(files.slice(0, 1), files.slice(1));
    expect(inputs[0]).not.toHaveProperty("hidden_sheets");
    expect(inputs[1]).toMatchObject({ hidden_sheets: ["Lama"] });
  });

  test("a file of a source is named as well", async () => {
    const [whole, cut] = [people.slice(0, 12), zeroed(people.slice(12))];
    const dukcapil = [table("utuh.csv", whole), table("rusak.csv", cut)];
    const { sources } = await run([table("daftar.csv", people)], dukcapil);
    expect(sources[0]).toMatchObject({ cut_identifiers: 12, cut_files: [dukcapil[1]] });
  });

  test("where all of one side are cut the damage may be on the other, and none is named", async () => {
    const { sources } = await run([table("utuh.csv", people)], [table("rusak.csv", zeroed(people))]);
    expect(sources[0]?.cut_identifiers).toBe(24);
    expect(sources[0]).not.toHaveProperty("cut_files");
  });
});
