/** `cocok inspect` as its users meet it: what it shows of real and of odd files, and what it never shows. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { INSPECT } from "../../src/cli/inspect.ts";
import { main } from "../../src/main.ts";
import type { FileView } from "../../src/report/inspect/file-view.ts";
import { workbook } from "../input/workbook.ts";
import { type FakeIo, fakeIo } from "./fake-io.ts";

const home = process.cwd();
let folder = "";

const ROSTER = `DAFTAR TENAGA NON ASN;;;;;;
No;No. KTP;Nama Lengkap;Tempat, Tgl Lahir;L/P;OPD;Jabatan
1;2;3;4;5;6;7
1;1605091205909001;BUDI SANTOSO;Muara Beliti, 12-05-1990;L;Dinas Kesehatan;Sopir
2;1605094107929002;SITI AMINAH, S.Pd;Tugumulyo, 01-07-1992;P;;Bidan
3;1,60509E+15;RINA DEWI;Terawas, 31-02-1993;P;;Bidan
4;;;;;;Penjaga
5;;YANTO;Terawas, 13-03-1993;L;;Penjaga
JUMLAH;5;;;;;
`;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-inspect-"));
  process.chdir(folder);
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(name, content);
  write("daftar.csv", ROSTER);
  write("dukcapil.csv", "NIK,NAMA_LGKP,TGL_LHR,STATUS\n1605091205909001,BUDI SANTOSO,1990-05-12,AKTIF\n");
  write("kosong.csv", "");
  write("surat.csv", "%PDF-1.7 x");
  write("teks.csv", "Yth. Kepala Dinas\ndi tempat\n");
  write(
    "tanpa.csv",
    ["BUDI SANTOSO", "SITI AMINAH", "RINA DEWI", "JOKO SUSILO"]
      .map((name, i) => `160509120590900${i};${name};12-05-1990\n`)
      .join(""),
  );
  write(
    "bergeser.csv",
    `NIK,Nama,Tgl Lahir\n${"1605091205909001,BUDI,12-05-1990,x,y\n".repeat(8)}${"1605091205909001,BUDI,12-05-1990\n".repeat(9)}`,
  );
  write("asing.csv", "Kode,Orang,Tgl Lahir\nA,BUDI SANTOSO,12-05-1990\nB,SITI AMINAH,13-05-1990\n");
  const rows = [
    ["NIK", "Nama"],
    ["1605091205909001", "BUDI"],
  ];
  const sheets = ["Dinkes", "Disdik"].map((name) => ({ name, rows }));
  write("dua.xlsx", workbook(sheets));
  mkdirSync("folder");
});

afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

async function inspect(words: readonly string[], io: FakeIo = fakeIo()) {
  const status = await main(["node", "cocok", "inspect", ...words], io, [INSPECT]);
  return { status, out: io.stdout.text, err: io.stderr.text };
}

async function json(...words: string[]): Promise<FileView[]> {
  const { out } = await inspect([...words, "--json"]);
  return (JSON.parse(out) as { readonly files: FileView[] }).files;
}

describe("a roster as offices send it", () => {
  test("is shown on one screen", async () => {
    const { status, out, err } = await inspect(["daftar.csv"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toBe(`daftar.csv
  Dibaca sebagai daftar.
  Berkas teks, pengodean UTF-8, dipisah titik koma.
  Judul kolom di baris 2.
  Urutan tanggal: hari, bulan, tahun (terbukti dari tanggalnya sendiri).
  OPD yang kosong berarti sama dengan baris di atasnya.

Baris
  9 dibaca = 4 dipakai + 1 ditolak + 4 bukan data

Baris yang ditolak
  1 (baris 7): Baris ini tidak memuat nama, juga tidak nomor identitas beserta
    tanggal lahir, sehingga tidak jelas siapa orangnya. Lengkapi di berkas asal.

Baris yang bukan data orang
  1 (baris 1): di atas judul kolom
  1 (baris 3): nomor kolom
  1 (baris 2): judul kolom
  1 (baris 9): jumlah

Kolom yang dipakai
  NIK: kolom B “No. KTP”, dari judulnya, 75,0% isinya sesuai
    Contoh: 160509******9001; 160509******9002. 1 tidak terbaca atau rusak. 1
    kosong
  nama: kolom C “Nama Lengkap”, dari judulnya, 100,0% isinya sesuai
    Contoh: B. S.; S. A. S. P.; R. D.
  tempat dan tanggal lahir: kolom D “Tempat, Tgl Lahir”, dari judulnya, 75,0%
    isinya sesuai
    Contoh: Muara Beliti, 1990; Tugumulyo, 1992; Terawas, 1993. 1 tidak terbaca
    atau rusak
  jenis kelamin: kolom E “L/P”, dari judulnya, 100,0% isinya sesuai
    Contoh: L; P
  OPD atau unit kerja: kolom F “OPD”, dari judulnya
    Contoh: Dinas Kesehatan

Judul kolom yang tidak dipakai
  No, Jabatan

Untuk memakai kolom lain
  Tambahkan ke perintah, dengan judul kolom yang benar atau huruf kolomnya:
    --map roster.nik="No. KTP"
`);
  });

  test("reads the same in English", async () => {
    const { out } = await inspect(["daftar.csv", "--lang", "en"]);
    expect(out).toContain("  Header in row 2.\n");
    expect(out).toContain("  9 read = 4 used + 1 rejected + 4 layout\n");
    expect(out).not.toMatch(/baris|kolom|dibaca/);
  });

  test.each([60, 80])("fits %d columns, with or without colour", async (width) => {
    const plain = await inspect(["daftar.csv", "--no-color"], fakeIo(width));
    for (const line of plain.out.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
    const colored = await inspect(["daftar.csv"], fakeIo(width));
    expect(colored.out).not.toBe(plain.out);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes that colour is made of
    expect(colored.out.replace(/\u001B\[\d+m/g, "")).toBe(plain.out);
  });

  test.each([[[]], [["--json"]]])("shows nobody: no whole number, no date, no name (%j)", async (flags) => {
    const { out } = await inspect(["daftar.csv", "tanpa.csv", "bergeser.csv", "--lang", "en", ...flags]);
    const shown = out.replace(/"sha256": "\w+"/g, "");
    expect(shown).not.toMatch(/\d{9}|12-05|31-02|BUDI|SITI|YANTO/);
  });
});

describe("what it says as JSON", () => {
  test("is where every row went", async () => {
    const [view] = await json("daftar.csv");
    const { read, used, rejected, layout } = view!.seen!.rows!;
    expect(read).toBe(used + rejected + layout);
    expect(view!.seen!.rejected).toEqual([{ reason: "no_identity", count: 1, rows: [7] }]);
  });

  test("is the count of all rejected rows and the numbers of the first", async () => {
    const [view] = await json("bergeser.csv");
    expect(view!.seen!.rejected).toEqual([{ reason: "ragged", count: 8, rows: [2, 3, 4, 5, 6] }]);
  });

  test("is what each field was found by and how sure", async () => {
    const [view] = await json("tanpa.csv");
    expect(
      view!.seen!.fields.map(({ field, columns }) => [field, columns[0]!.letter, columns[0]!.how]),
    ).toEqual([
      ["nik", "A", "content"],
      ["name", "B", "content"],
      ["birth_date", "C", "content"],
    ]);
    expect(view!.seen!.missing_fields).toEqual(["birth_place", "sex", "unit"]);
  });
});

test("lines in another encoding than the file's are told, and no others", async () => {
  const line = (name: string): Buffer => Buffer.from(`1605091205909001,${name},12-05-1990\n`, "latin1");
  const header = Buffer.from("NIK,Nama,Tgl Lahir\n");
  writeFileSync(
    "utf8.csv",
    Buffer.concat([header, Buffer.from("1605091205909002,RENÉE,1-2-1990\n".repeat(200)), line("ANDR\u00C9")]),
  );
  writeFileSync("1252.csv", Buffer.concat([header, line("REN\u00C9E"), line("ANDR\u00C9")]));
  expect((await inspect(["utf8.csv"])).out).toContain("1 baris ternyata memakai pengodean Windows-1252");
  const { out } = await inspect(["1252.csv"]);
  expect(out).toContain("pengodean Windows-1252,");
  expect(out).not.toContain("ternyata");
});

describe("--as", () => {
  test("says which source a file is, and so which columns count", async () => {
    const [roster] = await json("dukcapil.csv");
    const [source] = await json("dukcapil.csv", "--as", "dukcapil");
    const fields = ({ seen }: FileView) => seen!.fields.map(({ field }) => field);
    expect(fields(roster!)).not.toContain("status");
    expect([source!.kind, fields(source!).includes("status")]).toEqual(["registry", true]);
  });

  test("need not be typed where the configuration has the file", async () => {
    writeFileSync(
      "c.json",
      '{ "sources": { "gaji": { "files": "asing.csv", "kind": "document", "map": { "name": "Orang" } } } }',
    );
    const [view] = await json("./asing.csv", "--config", "c.json");
    expect([view!.role, view!.kind]).toEqual(["gaji", "document"]);
    const name = view!.seen!.fields.find(({ field }) => field === "name");
    expect(name!.columns).toMatchObject([{ header: "Orang", how: "mapped" }]);
  });

  test("names the source whose columns are to be mapped", async () => {
    writeFileSync("kode.csv", "Kode,Isi\n1,2\n");
    const { status, err } = await inspect(["kode.csv", "--as", "gaji", "--lang", "en"]);
    expect(status).toBe(2);
    expect(err).toMatch(/\(source gaji\).* --map gaji\.name=B\.\n$/);
  });

  test("cannot be a name that no source can have", async () => {
    expect(await inspect(["daftar.csv", "--as", "Diploma X"])).toMatchObject({ status: 2, out: "" });
    expect((await inspect(["daftar.csv", "--as", "diploma"])).err).toContain("ijazah");
  });
});

describe("--map", () => {
  test("is obeyed, and its lines can be copied from the screen", async () => {
    const { out } = await inspect(["tanpa.csv", "--no-color"]);
    expect(out).toContain('    --map roster.name="B"\n');
    const [view] = await json("tanpa.csv", "--map", "roster.name=B");
    const name = view!.seen!.fields.find(({ field }) => field === "name");
    expect(name!.columns[0]).toMatchObject({ letter: "B", how: "mapped" });
  });

  test("of a column that is not there shows what is", async () => {
    const { status, out, err } = await inspect(["asing.csv", "--map", "roster.name=Nama"]);
    expect(status).toBe(2);
    expect(out).toContain("Belum dapat dipakai");
    expect(err).toMatch(/“Nama”.*Kode, Orang, Tgl Lahir/);
  });

  test("of another source than those looked at is an error", async () => {
    expect((await inspect(["daftar.csv", "--map", "ktp.nik=A"])).err).toContain("“ktp”");
  });
});

describe("what a clerk should look at", () => {
  const once = async (name: string, content: string | Uint8Array, ...words: string[]): Promise<string> => {
    writeFileSync(name, content);
    const { out, err } = await inspect([name, "--lang", "en", ...words]);
    rmSync(name);
    return (out + err).replace(/\s+/g, " ");
  };

  test("rows that are no person's are named with what they are", async () => {
    const { out } = await inspect(["daftar.csv", "--lang", "en"]);
    expect(out).toContain(
      "Rows that are no person's\n  1 (row 1): above the header\n  1 (row 3): numbers of the columns\n  1 (row 2): header\n  1 (row 9): totals\n",
    );
  });

  test("units of group rows are told, and not missed", async () => {
    const said = await once(
      "kelompok.csv",
      "No;NIK;Nama;JK;Tgl Lahir\nDINAS KESEHATAN;;;;\n1;1605091205909001;BUDI;L;12-05-1990\n2;1605091305909001;JOKO;L;13-05-1990\n",
    );
    expect(said).toContain("The agency is that of the letterhead or of the group row above; people: 2.");
    expect(said).not.toContain("--map roster.unit");
  });

  test("of very many headers that are not used the first are shown, and how many more there are", async () => {
    const headers = Array.from({ length: 230 }, (_, i) => `H${i + 1}`);
    const text = `NIK;Nama;${headers.join(";")}\n1605091205909001;BUDI${";H".repeat(230)}\n`;
    expect(await once("lebar.csv", text)).toContain("H199, H200, and 30 more");
    const { files } = JSON.parse(await once("lebar.csv", text, "--json"));
    expect(files[0].seen.unused_headers).toHaveLength(200);
    expect(files[0].seen.more_unused_headers).toBe(30);
  });

  test("dates of a workbook have no order", async () => {
    const rows = [
      ["NIK", "Nama", "Tanggal Lahir"],
      ["1605091205909001", "BUDI", { style: 1, xml: "<v>33005</v>" }],
    ];
    const said = await once("tanggal.xlsx", workbook([{ name: "Data", rows }]));
    expect(said).toContain("Dates are Excel's own");
    expect(said).not.toContain("Order of dates");
  });

  test("a column named by --map that holds something else, or is headed so", async () => {
    const rows = ROSTER.split("\n").slice(1, 6).join("\n");
    expect(await once("peta.csv", rows, "--map", "roster.nik=E")).toContain(
      "named by --map, 0.0% of it fits 3 unreadable or damaged Check this column: it does not hold what it should",
    );
    expect(await once("peta.csv", rows, "--map", "roster.name=OPD")).toContain(
      "Check this column: its header means agency or unit, and another column has the right header.",
    );
  });

  test("a hidden sheet of people is named", async () => {
    const rows = [
      ["NIK", "Nama"],
      ["1605091205909001", "BUDI"],
    ];
    const words = [["Pilihan"], ["Sopir"], ["Bidan"]];
    const sheets = [
      { name: "Dinkes", rows },
      { name: "Lama", rows, hidden: true },
      { name: "Pilihan", rows: words, hidden: true },
    ];
    expect(await once("lembar.xlsx", workbook(sheets))).toContain(
      "Hidden sheets that are not read, although they hold people too or are damaged: “Lama”.",
    );
    expect(await once("lembar.xlsx", workbook(sheets.slice(0, 1)))).not.toContain("Hidden");
  });
});

describe("a file that a run would refuse", () => {
  test("is shown as far as it was understood", async () => {
    const { status, out, err } = await inspect(["teks.csv", "--lang", "en"]);
    expect(status).toBe(2);
    expect(out).toContain("  Cannot be used yet: the reason is told last of all.\n");
    expect(out).toContain("Columns not found\n  identifier (NIK), name, birth place");
    expect(out).toContain('    --map roster.name="HEADER"\n');
    expect(out).not.toContain("Rows\n");
    expect(err).toMatch(/^cocok: File teks\.csv \(roster\): no column was found/);
  });

  test.each([
    ["kosong.csv", "file_empty"],
    ["surat.csv", "file_foreign"],
    ["folder", "file_is_directory"],
    ["tidak-ada.csv", "file_missing"],
    ["opd-*.xlsx", "file_pattern_unmatched"],
    ["opd-*.xlsx#Dinkes", "file_pattern_unmatched"],
    ["daftar.csv#Dinkes", "sheet_missing"],
    ["dua.xlsx", "sheet_ambiguous"],
    ["dua.xlsx#Bappeda", "sheet_missing"],
  ])("%s is told as %s and nothing is printed", async (file, code) => {
    const { status, out, err } = await inspect([file]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^cocok: .*\n$/);
    const [view] = await json(file);
    expect(view).toMatchObject({ seen: null, problems: [{ code }] });
  });

  test("since nobody is in it is shown, and the first row is told that was rejected", async () => {
    writeFileSync("rusak.csv", "NIK,Nama,Tanggal Lahir,JK\n,,12/05/1990,L\n,,13/05/1990,P\n");
    const { status, out, err } = await inspect(["rusak.csv"]);
    rmSync("rusak.csv");
    expect(status).toBe(2);
    expect(out).toContain("  Belum dapat dipakai");
    expect(out).toContain("3 dibaca = 0 dipakai + 2 ditolak + 1 bukan data");
    expect(err).toMatch(
      /^cocok: Berkas rusak\.csv \(daftar\): tidak satu baris pun .* Baris 2: Baris ini tidak memuat/,
    );
  });

  test("does not keep the others from being shown", async () => {
    const { status, out } = await inspect(["kosong.csv", "dua.xlsx#disdik", "surat.csv"]);
    expect(status).toBe(2);
    expect(out).toMatch(/^dua\.xlsx#disdik\n.*\n {2}Buku kerja XLSX, lembar “Disdik”\.\n/);
  });
});

test("a P that is read as pria is told", async () => {
  const people = ["1605091205909001,BUDI SANTOSO,P", "1605094107929002,SITI AMINAH,W"];
  writeFileSync("pria.csv", `NIK,Nama,JK\n${people.join("\n")}\n`);
  const { out } = await inspect(["pria.csv", "daftar.csv"]);
  rmSync("pria.csv");
  expect(out.match(/Jenis kelamin P dibaca pria/g)).toHaveLength(1);
});

test("a pattern of names stands for every file that fits it, with the sheet behind it", async () => {
  const views = await json("d?a.xlsx#Disdik", "*kan.csv", "da*.csv");
  expect(views.map(({ path }) => path)).toEqual(["dua.xlsx#Disdik", "*kan.csv", "daftar.csv"]);
});

test("a pattern in the configuration tells what a file is", async () => {
  writeFileSync("cocok.config.json", '{ "sources": { "dukcapil": "duk*.csv" } }');
  const [view] = await json("dukcapil.csv");
  rmSync("cocok.config.json");
  expect(view).toMatchObject({ role: "dukcapil" });
});

test("an interruption ends it with 130", async () => {
  const io = fakeIo();
  const pending = inspect(["daftar.csv"], io);
  io.interrupt();
  expect(await pending).toMatchObject({ status: 130, out: "" });
});

test("a wrong setting does not hide what is wrong with the files", async () => {
  const { status, err } = await inspect(["tidak-ada.csv", "asing.csv", "--as-of", "kemarin"]);
  expect(status).toBe(2);
  expect(err).toMatch(/--as-of: “kemarin”/);
  expect(err).toMatch(/Berkas tidak-ada\.csv \(daftar\) tidak ada/);
});

test("an empty file name is one that was left out", async () => {
  expect((await inspect([""])).err).toMatch(/^cocok: BERKAS belum disebutkan/);
});
