/** A file may be called by the number of its person: masked, no report says it, and the terminal never does. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { fakeIo } from "../cli/fake-io.ts";

const NIK = "1605094505900001";
const HEADER = "NIK,Nama,Tanggal Lahir,OPD";

test("neither the terminal nor a masked report shows a NIK of a file's name", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-names-"));
  try {
    mkdirSync(path.join(folder, "masuk"));
    const write = (name: string, ...rows: string[]): string => {
      const file = path.join(folder, "masuk", name);
      writeFileSync(file, `${[HEADER, ...rows].join("\n")}\n`);
      return file;
    };
    const siti = "1605094505900001,SITI AMINAH,05-05-1990,Dinas A";
    const budi = "1605091205880002,BUDI SANTOSO,12-05-1988,Dinas A";
    // in the roster twice, so that findings list rows by their files
    const roster = write(`daftar ${NIK}.csv`, siti, siti, budi, "x");
    const dukcapil = write(`dukcapil 2022-10-31 ${NIK}.csv`, siti.replace("AMINAH", "AMINA"), budi);
    const out = path.join(folder, "hasil");
    const io = fakeIo();
    const typed = [
      "--roster",
      roster,
      "--dukcapil",
      dukcapil,
      "--out",
      out,
      "--mask",
      "--formats",
      "csv,html",
    ];
    await main(["node", "cocok", "reconcile", ...typed], io);
    expect(io.stdout.text).toContain("dukcapil **********.csv");
    expect(io.stdout.text + io.stderr.text).not.toContain(NIK);
    for (const file of ["cases", "findings", "links", "candidates", "rejected", "duplicates"])
      expect(readFileSync(path.join(out, `${file}.csv`), "utf8")).not.toContain(NIK);
    for (const file of ["summary.json", "laporan.html"])
      expect(readFileSync(path.join(out, file), "utf8")).not.toContain(NIK);
    expect(readFileSync(path.join(out, "findings.csv"), "utf8")).toContain("daftar **********.csv:");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
