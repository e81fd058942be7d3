/** A file of a run: read to its end it has given somebody, or it is told that it holds nobody. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { SourceKind } from "../../src/config/plan.ts";
import { NIK } from "../../src/field/nik.ts";
import { InputFile } from "../../src/input/input-file.ts";
import { People } from "../../src/input/people.ts";
import { openTable } from "../../src/input/table.ts";
import type { Trouble } from "../../src/trouble.ts";
import { lines } from "./reading.ts";

const folder = mkdtempSync(join(tmpdir(), "cocok-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands in the way of using the file, as far as it shows only at its end. */
async function problemsOf(content: string, role: "roster" | SourceKind): Promise<Trouble["problems"]> {
  const path = join(folder, "berkas.csv");
  writeFileSync(path, content);
  const asOf = 20_251_231;
  const table = await openTable({ path, role, mapping: {}, identifier: "nik", asOf });
  const file = new InputFile(role, "berkas.csv", table, { field: NIK, order: "dmy", asOf, english: false });
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
