/** A file of a run: read to its end it has given somebody, or it is told that it holds nobody. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { SourceKind } from "../../src/config/plan.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { NIK } from "../../src/field/nik.ts";
import { InputFile, openInputs } from "../../src/input/input-file.ts";
import { People } from "../../src/input/people.ts";
import { openTable } from "../../src/input/table.ts";
import type { Trouble } from "../../src/trouble.ts";
import { lines } from "./reading.ts";
import { workbook } from "./workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "cocok-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands in the way of using the file, as far as it shows only at its end. */
async function problemsOf(content: string, role: "roster" | SourceKind): Promise<Trouble["problems"]> {
  const path = join(folder, "berkas.csv");
  writeFileSync(path, content);
  const asOf = 20_251_231;
  const table = await openTable({ path, role, mapping: {}, identifier: "nik", asOf });
  const file = new InputFile(role, "berkas.csv", table, {
    field: NIK,
    order: "dmy",
    asOf,
    english: false,
    pria: false,
  });
  const read = async (): Promise<void> => {
    for await (const batch of file.batches(new AbortController().signal, new People(), 0))
      expect(batch.added).toBe(file.balance.used);
  };
  return read().then(
    () => [],
    (error: Trouble) => error.problems,
  );
}

const NOBODY = lines("NIK,Nama,Tanggal Lahir,JK", "1,2,3,4", ",,12/05/1990,L", ",,12/05/1990,L");

describe("a file of which no row is used", () => {
  test.each(["roster", "registry", "document", "listing"] as const)("stops the run as a %s", async (role) => {
    const facts = { file: "berkas.csv", role, row: 3, reason: "no_identity" };
    expect(await problemsOf(NOBODY, role)).toEqual([{ code: "file_no_people", facts }]);
  });

  test("stops the run as Dukcapil's answers", async () => {
    const answers = lines("NIK,Nama,Status", ",Sesuai,Ditemukan", ",Tidak Sesuai,Ditemukan");
    expect(await problemsOf(answers, "answers")).toMatchObject([
      { code: "file_no_people", facts: { row: 2, reason: "no_identity" } },
    ]);
  });
});

test("a file of which one row is used does not stop the run", async () => {
  expect(await problemsOf(`${NOBODY}1605091205909001,BUDI,12/05/1990,L\r\n`, "roster")).toEqual([]);
});

test.each([
  ["1904", '<workbookPr date1904="1"/>', "31543"],
  ["1900", "", "33005"],
])(
  "day numbers of the %s system are read in it, whatever the style of their cells",
  async (_, properties, number) => {
    const cells = [{ xml: `<v>${number}</v>` }, { style: 1, xml: `<v>${number}</v>` }];
    const rows = cells.map((cell, i) => [`160509120590900${i + 1}`, "BUDI SANTOSO", cell]);
    const path = join(folder, "daftar.xlsx");
    const sheet = { name: "Data", rows: [["NIK", "Nama", "Tgl Lahir"], ...rows] };
    writeFileSync(path, workbook([sheet], { properties }));
    const ktp = join(folder, "ktp.csv");
    writeFileSync(ktp, NOBODY);
    const { roster } = await openInputs(
      resolvePlan({ roster: [path], ktp: [ktp] }, null),
      new AbortController().signal,
    );
    const people = new People();
    for await (const batch of roster[0]!.batches(new AbortController().signal, people, 0))
      expect(batch.added).toBe(2);
    expect([people.date(0), people.date(1)]).toEqual([19_900_512, 19_900_512]);
  },
);
