/** A file may be called by the number of its person: masked, no report says it, and the terminal never does. */
import { expect, test } from "vitest";
import { runOnFiles } from "../run-on-files.ts";

const NIK = "1605094505900001";
const HEADER = "NIK,Nama,Tanggal Lahir,OPD";
const SITI = "1605094505900001,SITI AMINAH,05-05-1990,Dinas A";
const BUDI = "1605091205880002,BUDI SANTOSO,12-05-1988,Dinas A";

test("neither the terminal nor a masked report shows a NIK of a file's name", async () => {
  const roster = `masuk/daftar ${NIK}.csv`;
  const dukcapil = `masuk/dukcapil 2022-10-31 ${NIK}.csv`;
  const { stdout, written } = await runOnFiles(
    {
      // twice, so that findings list rows by their files
      [roster]: [HEADER, SITI, SITI, BUDI, "x"],
      [dukcapil]: [HEADER, SITI.replace("AMINAH", "AMINA"), BUDI],
    },
    { roster, sources: { dukcapil }, mask: true, formats: ["csv", "html"] },
  );
  expect(stdout).toContain("dukcapil **********.csv");
  expect(stdout).not.toContain(NIK);
  const read = ["cases.csv", "findings.csv", "links.csv", "candidates.csv", "rejected.csv", "duplicates.csv"];
  expect([...written.keys()]).toEqual(expect.arrayContaining([...read, "summary.json", "laporan.html"]));
  for (const [file, text] of written) expect(text, file).not.toContain(NIK);
  expect(written.get("findings.csv")).toContain("daftar **********.csv:");
});
