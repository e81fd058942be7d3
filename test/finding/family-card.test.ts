/** A family card's number in the column of the NIK: the row itself shows it, and nobody is given it. */
import { expect, test } from "vitest";
import { type Row, runOnFiles } from "../run-on-files.ts";

const SITI = "SITI AMINAH,MUSI RAWAS,05-05-1990,P";
const BUDI = "1605091205880002,BUDI SANTOSO,LUBUK LINGGAU,12-05-1988,L";
const CARD = "1605091208150007";
const HEADER = "NIK,Nama,Tempat Lahir,Tanggal Lahir,JK";

/** The case of Siti, whose card's number stands in these sources as her own. */
async function judged(names: readonly string[]): Promise<Row> {
  const roster = [HEADER, `1605094505900001,${SITI}`, BUDI];
  const source = [`${HEADER},No KK`, `${CARD},${SITI},${CARD}`, `${BUDI},1605091208150008`];
  const files = Object.fromEntries(names.map((name) => [`${name}.csv`, source]));
  const sources = Object.fromEntries(names.map((name) => [name, `${name}.csv`]));
  const settings = { roster: "daftar.csv", sources, formats: ["csv"] };
  const { table } = await runOnFiles({ "daftar.csv": roster, ...files }, settings);
  return table("cases")[0]!;
}

test.each([[["dukcapil", "ktp"]], [["dukcapil"]]] as const)(
  "is no correction of a whole NIK, whoever has it (%j)",
  async (sources) => {
    expect(await judged(sources)).toMatchObject({ action: "interview", proposed_nik: "" });
  },
);
