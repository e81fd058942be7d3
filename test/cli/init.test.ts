/** `cocok init` as its users meet it: what it makes of a folder, and that what it writes can be run. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { INIT } from "../../src/cli/init.ts";
import { readConfiguration } from "../../src/config/configuration.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { main } from "../../src/main.ts";
import { workbook, zip } from "../input/workbook.ts";
import { fakeIo } from "./fake-io.ts";

const BUDI = ["1605091205909001", "BUDI SANTOSO", "DINAS KESEHATAN"];
const home = process.cwd();
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-init-"));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

async function init(...words: string[]) {
  const io = fakeIo();
  const status = await main(["node", "cocok", "init", ...words], io, [INIT]);
  return { status, out: io.stdout.text, err: io.stderr.text };
}

function table(name: string, header: string, row = "1605091205909001,BUDI SANTOSO,12-05-1990"): void {
  writeFileSync(name, `${header}\n${row}\n`);
}

test("the files of a real office become a configuration that can be run as it is", async () => {
  cpSync(path.join(home, "fixtures", "musi-rawas"), folder, {
    recursive: true,
    filter: (file) => !/expect|config/.test(file),
  });
  const { status, out, err } = await init();
  expect([status, err]).toEqual([0, ""]);
  expect(out).toContain("  daftar-dinkes.csv: daftar, dari nama berkas dan kolomnya\n");
  expect(out).toMatch(/\n {2}Jalankan: cocok padankan\n$/);
  const configuration = await readConfiguration(undefined);
  expect(configuration?.problems).toEqual([]);
  const plan = resolvePlan({}, configuration);
  expect(plan.roster.files).toEqual(["daftar-dinkes.csv", "daftar-disdik.csv"]);
  expect(plan.sources.map(({ name, files }) => [name, ...files])).toEqual([
    ["dukcapil", "dukcapil.csv"],
    ["ktp", "ktp.csv"],
    ["ijazah", "ijazah.csv"],
    ["bkn", "bkn.csv"],
  ]);
});

test("answers of Dukcapil become a source of their kind", async () => {
  table("dinkes.csv", "NIK,Nama,Tgl Lahir,Unit Kerja");
  table("hasil.csv", "NIK,NAMA_LGKP,TGL_LHR", "1605091205909001,Sesuai (100),Tidak Sesuai");
  const { out } = await init();
  expect(out).toContain("  hasil.csv: jawaban Dukcapil, dari kolomnya\n");
  const { sources } = resolvePlan({}, await readConfiguration(undefined));
  expect(sources).toMatchObject([{ name: "jawaban", kind: "answers", files: ["hasil.csv"] }]);
});

describe("a file's role", () => {
  test.each<[string, string, string]>([
    ["data.csv", "NIK,NAMA_LGKP,TGL_LHR", "dukcapil"],
    ["kirim.csv", "Nama,Tempat Lahir,No Ijazah", "ijazah"],
    ["dinkes.csv", "NIK,Nama,Tgl Lahir,Unit Kerja", "roster"],
    ["DATA KTP okt.csv", "NIK,Nama,Tgl Lahir", "ktp"],
    ["hasil-bkn.csv", "NIK,Nama,Instansi,Status", "bkn"],
    ["daftar ijazah.csv", "Nama,Tgl Lahir,Sekolah", "ijazah"],
  ])("of %s with %s is %s", async (name, header, role) => {
    table(name, header);
    expect((await init()).status).toBe(0);
    const { settings } = (await readConfiguration(undefined))!;
    const given = role === "roster" ? settings.roster : settings.sources?.[role];
    expect(given).toMatchObject({ files: [name] });
  });

  test.each<[string, string, string]>([
    ["gaji.csv", "NIK,Nama,Tgl Lahir", "neither its name nor its columns"],
    ["ktp-dukcapil.csv", "NIK,Nama,Tgl Lahir", "more than one source: Dukcapil, KTP"],
    ["ktp.csv", "NIK,NAMA_LGKP,TGL_LHR", "by its name KTP, by its columns Dukcapil"],
    ["daftar-a.csv", "NIK,NAMA_LGKP,TGL_LHR", "by its name roster, by its columns Dukcapil"],
    ["daftar-b.csv", "Kode;Isi", 'cannot be used yet; the reason is shown by: cocok inspect "daftar-b.csv"'],
  ])("of %s with %s is left to its user", async (name, header, reason) => {
    table(name, header);
    const { status, out } = await init("--lang", "en");
    expect(status).toBe(0);
    expect(out.replace(/\n {4}/g, " ")).toContain(`  ${name}: `);
    expect(out.replace(/\n {4}/g, " ")).toContain(reason);
    expect(out).toContain('name it yourself under "roster" or "sources"');
    const { settings, problems } = (await readConfiguration(undefined))!;
    expect([settings.roster, settings.sources, problems]).toEqual([undefined, undefined, []]);
    const { "//": remarks } = JSON.parse(readFileSync("cocok.config.json", "utf8")) as { "//": string[] };
    expect(remarks.join("\n")).toContain(name);
  });

  test.each<[string, string | Buffer]>([
    ["daftar.xlsm", workbook([{ name: "Data", rows: [["NIK", "Nama", "Unit Kerja"], BUDI] }])],
    ["daftar.xls", `NIK,Nama,Unit Kerja\n${BUDI.join(",")}\n`],
  ])("is seen in a workbook with macros and in text under an old ending: %s", async (name, content) => {
    writeFileSync(name, content);
    await init();
    expect((await readConfiguration(undefined))!.settings.roster).toMatchObject({ files: [name] });
  });

  test("is not asked of a list in another format, whose owner is told what to do", async () => {
    table("daftar.csv", "NIK,Nama,Unit Kerja");
    writeFileSync("lama.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"));
    writeFileSync("ktp.ods", zip([["mimetype", "application/vnd.oasis.opendocument.spreadsheet"]]));
    const relation =
      '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/>';
    writeFileSync(
      "bkn.xlsb",
      zip([
        ["_rels/.rels", `<Relationships>${relation}</Relationships>`],
        ["xl/workbook.bin", "x"],
      ]),
    );
    for (const [lang, advice] of [
      ["id", "buka di Excel atau LibreOffice, lalu simpan sebagai XLSX"],
      ["en", "open it in Excel or LibreOffice and save it as XLSX"],
    ] as const) {
      rmSync("cocok.config.json", { force: true });
      const text = (await init("--lang", lang)).out.replace(/\n {4}/g, " ");
      for (const name of ["bkn.xlsb", "ktp.ods", "lama.xls"])
        expect(text).toMatch(new RegExp(`\n  ${name}: [^\n]*${advice}`));
      const { "//": remarks } = JSON.parse(readFileSync("cocok.config.json", "utf8")) as { "//": string[] };
      expect(remarks.join("\n")).toContain("ktp.ods");
    }
  });

  test("is not looked for in folders below; those with tables are named, but for earlier results", async () => {
    for (const name of ["lama", "okt 2022", "kosong", "hasil", ".hasil-a1b2c3"]) mkdirSync(name);
    for (const name of [
      "lama/a.csv",
      "okt 2022/b.xls",
      "hasil/cases.csv",
      ".hasil-a1b2c3/cases.csv",
      "daftar.csv",
    ])
      table(name, "NIK,Nama,Unit Kerja");
    writeFileSync("hasil/summary.json", "{}");
    const { out } = await init("--lang", "en");
    expect(out.replace(/\n {4}/g, " ")).toContain("\n  folder lama, okt 2022: with tables too");
    expect(out.replace(/\n {4}/g, " ")).toContain('such as "roster": "FOLDER/*.xlsx"');
    expect(out).not.toMatch(/hasil|kosong/);
  });

  test("takes no file of another kind, no open workbook's mark and nothing from below", async () => {
    mkdirSync("lama");
    for (const name of ["daftar.pdf", "~$daftar.xlsx", ".daftar.csv", "lama/daftar.csv", "daftar.csv"])
      table(name, "NIK,Nama,Unit Kerja");
    await init();
    expect((await readConfiguration(undefined))!.settings.roster).toMatchObject({ files: ["daftar.csv"] });
    expect(readFileSync("cocok.config.json", "utf8")).not.toMatch(/pdf|~|lama/);
  });
});

test("a roster of NIPs is known by them", async () => {
  table("daftar.csv", "NIP,Nama,Tgl Lahir,Unit Kerja", "198503122011011901,BUDI SANTOSO,12-03-1985,Dishub");
  await init();
  expect((await readConfiguration(undefined))!.settings.identifier).toBe("nip");
});

test("the configuration stands in the folder that was named, in the language that was asked for", async () => {
  mkdirSync("okt");
  table("okt/daftar.csv", "NIK,Nama,Unit Kerja");
  table("okt/dukcapil.csv", "NIK,Nama,Tgl Lahir");
  const { out } = await init("--folder", "okt", "--lang", "en");
  expect(out).toContain(`  Run: cocok reconcile --config ${path.join("okt", "cocok.config.json")}\n`);
  const text = readFileSync("okt/cocok.config.json", "utf8");
  expect(text).toContain("A starting configuration");
  const config = "okt/cocok.config.json";
  expect(resolvePlan({ config }, await readConfiguration(config))).toMatchObject({
    language: "en",
    roster: { files: [path.join("okt", "daftar.csv")] },
  });
  const { $schema } = JSON.parse(text) as { readonly $schema: string };
  expect(existsSync(path.join("okt", $schema))).toBe(true);
});

test("a command to look at a file finds it from where it is told to be typed", async () => {
  mkdirSync(path.join("masuk", "okt 2022"), { recursive: true });
  const seen = path.join("masuk", "okt 2022", "kosong.csv");
  writeFileSync(seen, "");
  const { out } = await init("--folder", "masuk/okt 2022");
  expect(out.replace(/\n {4}/g, " ")).toContain(`oleh: cocok periksa "${seen}"`);
  const text = readFileSync(path.join("masuk", "okt 2022", "cocok.config.json"), "utf8");
  const { "//": remarks } = JSON.parse(text) as { "//": string[] };
  expect(remarks.join("\n")).toContain('di folder ini oleh: cocok periksa "kosong.csv"');
  expect(remarks[0]).toContain("jalankan di folder ini: cocok padankan");
});

describe("nothing is written", () => {
  test("over a configuration that exists", async () => {
    table("daftar.csv", "NIK,Nama,Unit Kerja");
    writeFileSync("cocok.config.json", "{}");
    const { status, out, err } = await init();
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("sudah ada dan tidak diganti");
    expect(readFileSync("cocok.config.json", "utf8")).toBe("{}");
  });

  test("for a folder without a name", async () => {
    const { status, err } = await init("--folder", "");
    expect([status, err]).toEqual([2, "cocok: --folder: isinya kosong. Isi atau hapus.\n"]);
  });

  test("for a folder without tables, or none at all", async () => {
    expect((await init()).err).toContain("tidak ada berkas CSV");
    expect(await init("--folder", "x")).toMatchObject({
      status: 2,
      err: "cocok: Folder x tidak ada. Periksa namanya.\n",
    });
    expect(readdirSync(".")).toEqual([]);
  });

  test("for a folder that is missing, and a language there is none of, both of which are told", async () => {
    const { status, err } = await init("--folder", "x", "--lang", "xx");
    expect([status, err.split("\n").length]).toEqual([2, 4]);
    expect(err).toContain("Folder x");
    expect(err).toContain("--lang: “xx”");
  });

  test("for a file", async () => {
    table("daftar.csv", "NIK,Nama,Unit Kerja");
    const { status, err } = await init("--folder", "daftar.csv");
    expect(status).toBe(2);
    expect(err).toMatch(/^cocok: daftar\.csv adalah berkas, bukan folder\. .*--folder\.\n$/);
  });

  test.each<[string, RegExp]>([
    ["id", /Buka masuk\.xls di Excel .* simpan sebagai XLSX, .*; yang berisi tabel: lama\.\n$/],
    ["en", /Open masuk\.xls in Excel .* save as XLSX, .*; these hold tables: lama\.\n$/],
  ])("for a folder whose tables are all in another format or further below: %s", async (lang, expected) => {
    mkdirSync("lama");
    table("lama/daftar.csv", "NIK,Nama,Unit Kerja");
    writeFileSync("masuk.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"));
    const { status, err } = await init("--lang", lang);
    expect(status).toBe(2);
    expect(err).toMatch(expected);
    expect(existsSync("cocok.config.json")).toBe(false);
  });
});
