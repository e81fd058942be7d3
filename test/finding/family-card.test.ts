/** A family card's number in the column of the NIK: the row itself shows it, and nobody is given it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { fakeIo } from "../cli/fake-io.ts";

const SITI = "SITI AMINAH,MUSI RAWAS,05-05-1990,P";
const BUDI = "1605091205880002,BUDI SANTOSO,LUBUK LINGGAU,12-05-1988,L";
const CARD = "1605091208150007";

async function judged(sources: readonly ("dukcapil" | "ktp")[]): Promise<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), "cocok-card-"));
  try {
    const write = (name: string, ...rows: string[]): string => {
      const file = path.join(folder, name);
      writeFileSync(file, `${rows.join("\n")}\n`);
      return file;
    };
    const roster = write(
      "daftar.csv",
      "NIK,Nama,Tempat Lahir,Tanggal Lahir,JK",
      `1605094505900001,${SITI}`,
      BUDI,
    );
    const given = sources.flatMap((name) => [
      `--${name}`,
      write(
        `${name}.csv`,
        "NIK,Nama,Tempat Lahir,Tanggal Lahir,JK,No KK",
        `${CARD},${SITI},${CARD}`,
        `${BUDI},1605091208150008`,
      ),
    ]);
    const out = path.join(folder, "hasil");
    const typed = ["reconcile", "--roster", roster, ...given, "--out", out, "--formats", "csv", "--quiet"];
    const io = fakeIo();
    await main(["node", "cocok", ...typed], io);
    expect(io.stderr.text).toBe("");
    const [siti] = parse(readFileSync(path.join(out, "cases.csv")), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    return siti!;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([[["dukcapil", "ktp"]], [["dukcapil"]]] as const)(
  "is no correction of a whole NIK, whoever has it (%j)",
  async (sources) => {
    expect(await judged(sources)).toMatchObject({ action: "interview", proposed_nik: "" });
  },
);
