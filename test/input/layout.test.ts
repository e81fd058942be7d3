import { describe, expect, test } from "vitest";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import { understandRow } from "../../src/input/record.ts";
import { lines, people, readTable } from "./reading.ts";
import { workbook } from "./workbook.ts";

const HEADER = "No;NIK;Nama;Tempat Lahir;Tanggal Lahir;L/P;Jabatan";
const BUDI = "1;1605091205909001;BUDI SANTOSO;Muara Beliti;12-05-1990;L;Operator";
const SITI = "2;1605094107929002;SITI AMINAH;Lubuklinggau;01-07-1992;P;Bidan";
const JOKO = "3;1605092208889003;JOKO SUSILO;Tugumulyo;22-08-1988;L;Guru";
const ALL = ["BUDI SANTOSO", "SITI AMINAH", "JOKO SUSILO"];

/** Names and offices of a table whose rows are these. */
async function unitsOf(...rows: string[]): Promise<Record<string, string>> {
  const reading = await readTable(lines(...rows));
  expect(reading.rejected).toEqual([]);
  return Object.fromEntries(reading.rows.map((row) => [row.name, row.unit]));
}

describe("rows that are no person's are layout", () => {
  test.each<[string, string[]]>([
    [
      "a letterhead",
      ["PEMERINTAH KABUPATEN MUSI RAWAS", "DAFTAR TENAGA NON ASN TAHUN 2025", "", HEADER, BUDI, SITI, JOKO],
    ],
    ["a numbering row", [HEADER, "1;2;3;4;5;6;7", BUDI, SITI, JOKO]],
    ["a numbering row in brackets", [HEADER, "(1);(2);(3);(4);(5);(6);(7)", BUDI, SITI, JOKO]],
    ["a numbering row in letters", [HEADER, "a;b;c;d;e;f;g", BUDI, SITI, JOKO]],
    ["a numbering row with gaps and sums", [HEADER, "1;2;;3;4=2+3;5;6", BUDI, SITI, JOKO]],
    ["a row of hints", [HEADER, ";(16 digit);(tanpa gelar);;(dd-mm-yyyy);(L/P);", BUDI, SITI, JOKO]],
    ["blank rows and rows of delimiters", [HEADER, "", BUDI, ";;;;;;", SITI, " ; ; ;;;;", JOKO, ";;;;;;"]],
    ["numbered rows that were never filled in", [HEADER, BUDI, SITI, JOKO, "4;;;;;;", "5;;;;;;"]],
    ["the header repeated on every page", [HEADER, BUDI, HEADER, SITI, HEADER, JOKO]],
    ["a total", [HEADER, BUDI, SITI, JOKO, "JUMLAH;;3;;;;", ";;Total Laki-laki;2;;;"]],
    [
      "the number of an employee below a name",
      [
        HEADER.replace("Nama", "Nama/NIP"),
        BUDI,
        ";;NIP. 196501011990031001;;;;",
        SITI,
        ";;NIPTT 12/3;;;;",
        JOKO,
      ],
    ],
    [
      "how many men and women",
      [HEADER, BUDI, SITI, JOKO, ";;Laki-laki;;;2;", ";;Perempuan : 1;;;;", ";;JUMLAH;;;3;"],
    ],
    ["sub totals", [HEADER, BUDI, "Sub Jumlah;1;;;;;", SITI, JOKO, "Sub Total;2;;;;;"]],
    [
      "a signature block",
      [
        HEADER,
        BUDI,
        SITI,
        JOKO,
        "",
        ";;;;;Muara Beliti, 12 Januari 2025;",
        ";;Mengetahui,;;;;",
        ";;Kepala Dinas;;;Operator,;",
        "",
        "",
        ";;Drs. H. AHMAD YANI, M.Si;;;RINA;",
        ";;Pembina Utama Muda;;;;",
        ";;NIP. 19650101 199003 1 001;;;;",
      ],
    ],
    [
      "a signature block that stands in the columns of place and date",
      [
        HEADER,
        BUDI,
        SITI,
        JOKO,
        ";;;;Muara Beliti, 12 Januari 2025;;",
        ";;;;a.n. Kepala Dinas;;",
        ";;;;RINA MARLINA;;",
        ";;;;NIP 196501011990031001;;",
      ],
    ],
    [
      "notes below the table",
      [HEADER, BUDI, SITI, JOKO, "Catatan: data per 31 Desember 2025;;;;;;", "Sumber: BKPSDM;;;;;;"],
    ],
    ["a sep line", ["sep=;", HEADER, BUDI, SITI, JOKO]],
  ])("%s", async (_, rows) => {
    const reading = await readTable(lines(...rows));
    expect(reading.rows.map((row) => row.name)).toEqual(ALL);
    expect(reading.rejected).toEqual([]);
    expect(reading.layout).toBe(rows.length - 3);
  });
});

describe("a list that a spreadsheet has read as one column and saved again", () => {
  const ROWS = [HEADER, BUDI, SITI.replace("SITI AMINAH", '"SITI AMINAH; S.Pd"'), JOKO];
  const whole = (row: string): string => `"${row.replaceAll('"', '""')}"`;
  const quoted = (row: string): string => (row.includes('"') ? whole(row) : row);
  test.each<[string, (row: string) => string]>([
    ["in its own way, quotes where there are some", (row) => `${quoted(row)},,`],
    ["in its own way, all in quotes", (row) => `${whole(row)},`],
    ["in the way it was written", (row) => `${whole(row)};;`],
    ["by tabs", (row) => `${quoted(row)}\t`],
  ])("%s", async (_, saved) => {
    const { rows, rejected, layout, understanding } = await readTable(lines(...ROWS.map(saved)));
    expect(rows.map(({ name }) => name.replace("; S.Pd", ""))).toEqual(ALL);
    expect(rows[1]?.name).toMatch(/; S\.Pd/);
    expect([rejected, layout]).toEqual([[], 1]);
    expect(rows).toEqual((await readTable(lines(...ROWS))).rows);
    expect(understanding.delimiter).toBe(";");
  });
});

test.each([
  [";", ",", 2],
  [",", ";", 1],
  [";", "\t", 1],
])("of two lists below each other, parted by %j and by %j, nobody is lost", async (first, second, count) => {
  const people = [BUDI, SITI, JOKO];
  const by = (delimiter: string, rows: readonly string[]): string[] =>
    [HEADER, ...rows].map((row) => row.replaceAll(";", delimiter));
  const { rows, rejected, layout } = await readTable(
    lines(...by(first, people.slice(0, count)), ...by(second, people.slice(count))),
  );
  expect(rows.map(({ name }) => name)).toEqual(ALL);
  expect([rejected, layout]).toEqual([[], 2]);
});

test.each([
  ["Nama, NIK", "NIK;Nama"],
  ["Format: NIK|Nama|Tgl Lahir", "NIK;Nama"],
  ["NIK, Nama, Tgl Lahir", "NIK;Nama;Tgl Lahir"],
])("a title that names columns (%s) does not say what parts them (%s)", async (title, header) => {
  const row = (number: string, name: string): string =>
    [number, name, "12-05-1990"].slice(0, header.split(";").length).join(";");
  const { rows, rejected, understanding } = await readTable(
    lines(title, header, row("1605091205909001", "BUDI, S.Pd"), row("1605094107929002", "SITI")),
  );
  expect(understanding).toMatchObject({ delimiter: ";", headerRows: [2] });
  expect(rows.map(({ nik, name }) => [nik, name])).toEqual([
    ["1605091205909001", "BUDI, S.Pd"],
    ["1605094107929002", "SITI"],
  ]);
  expect(rejected).toEqual([]);
});

test("a list of names alone is no such list, whatever stands in them", async () => {
  const { rows } = await readTable(lines("Nama;;", "BUDI SANTOSO, S.Pd;;", "SITI AMINAH, A.Md, Keb;;"));
  expect(rows.map(({ name }) => name)).toEqual(["BUDI SANTOSO, S.Pd", "SITI AMINAH, A.Md, Keb"]);
});

test("a text behind the columns of persons names no office", async () => {
  const reading = await readTable(
    lines(
      "No;NIK;Nama;Jabatan",
      "1;1605091205909001;BUDI;Satpam dan",
      ";;;Penjaga Malam",
      "2;1605094107929002;SITI;Bidan",
    ),
  );
  expect(reading.rows.map(({ unit }) => unit)).toEqual(["", ""]);
  expect([reading.rejected, reading.layout]).toEqual([[], 2]);
});

test("but in the column of units it names one, whatever it is called", async () => {
  const reading = await readTable(
    lines(
      "No;NIK;Nama;OPD",
      ";;;DINAS SOSIAL",
      "1;1605091205909001;BUDI;",
      ";;;BIRO HUKUM",
      "2;1605094107929002;SITI;",
    ),
  );
  expect(reading.rows.map(({ unit }) => unit)).toEqual(["DINAS SOSIAL", "BIRO HUKUM"]);
});

describe("a person is never taken for layout", () => {
  test.each<[string, string]>([
    ["only a name", ";;RATNA DEWI;;;;"],
    ["a number and a name", "4;;RATNA DEWI;;;;"],
    ["a name like a title's first word", "4;1605094107929004;DATA SURYANA;;;;"],
    ["only a name like a title's first word", ";;BULAN PURNAMA;;;;"],
    ["a name of one letter", "4;1605094107929004;N;;;;"],
    ["a name that means nothing elsewhere", "4;1605094107929004;NIL;;;;"],
    ["a damaged identifier", "4;1,60509E+15;RATNA DEWI;;;;"],
    ["a name after a sub total", "JUMLAH;3;;;;;\r\n4;;RATNA DEWI;;;P;Bidan"],
    ["a numbered name after a signature", ";;Mengetahui;;;;\r\n4;;RATNA DEWI;;;;"],
    ["somebody called like an office", "4;1605094107929004;BAGIAN SETIAWAN;;;;"],
  ])("%s", async (_, row) => {
    const reading = await readTable(lines(HEADER, BUDI, SITI, JOKO, row));
    expect(reading.rows).toHaveLength(4);
    expect(reading.rejected).toEqual([]);
  });
});

describe("a narrow table", () => {
  test.each<[string, string[]]>([
    ["of names alone", ["Nama", "BUDI SANTOSO", "SITI AMINAH", "JOKO SUSILO"]],
    [
      "of names and posts, which read like a signature",
      ["Nama;Jabatan", "BUDI SANTOSO;Kepala Sekolah", "SITI AMINAH;Pembina Pramuka", "JOKO SUSILO;Camat"],
    ],
    [
      "of names and offices",
      [
        "OPD;Nama",
        "DINAS KESEHATAN;BUDI SANTOSO",
        "DINAS;SITI AMINAH",
        "BAGIAN UMUM;JOKO SUSILO",
        "JUMLAH;3",
      ],
    ],
  ])("%s loses nobody", async (_, rows) => {
    const reading = await readTable(lines(...rows));
    expect(reading.rows.map((row) => row.name)).toEqual(ALL);
  });
});

describe("a person's row without identity is rejected", () => {
  test.each<[string, string]>([
    ["neither name nor identifier", "4;;;Lubuklinggau;;P;Bidan"],
    ["an identifier alone", "4;1605094107929004;;;;P;Bidan"],
    ["a birth date alone", "4;;;Lubuklinggau;01-07-1992;P;Bidan"],
    ["a birth date alone in its row", ";;;;01-07-1992;;"],
    ["nothing in the words for nothing", "4;-;NULL;#N/A;0;P;Bidan"],
  ])("%s", async (_, row) => {
    const reading = await readTable(lines(HEADER, BUDI, row));
    expect(reading.rejected).toEqual([{ row: 3, reason: "no_identity", text: row }]);
  });

  test("an identifier with a birth date will do", async () => {
    const reading = await readTable(lines(HEADER, BUDI, "4;1605094107929004;;;01-07-1992;P;"));
    expect(reading.rows).toHaveLength(2);
  });
});

describe("ragged rows", () => {
  test("too short, but with all that identifies a person", async () => {
    const reading = await readTable(
      lines(HEADER, BUDI, "2;1605094107929002;SITI AMINAH;Lubuklinggau;01-07-1992"),
    );
    expect(reading.rows[1]).toMatchObject({ name: "SITI AMINAH", birthDate: "01-07-1992", sex: "" });
  });
  test.each<[string, string]>([
    ["cut off before the birth date", "2;1605094107929002;SITI AMINAH"],
    ["too long", `${SITI};x;y`],
  ])("%s", async (_, row) => {
    const reading = await readTable(lines(HEADER, BUDI, row, JOKO));
    expect(reading.rejected).toEqual([{ row: 3, reason: "ragged", text: row }]);
    expect(people(reading)).toEqual(["2 BUDI SANTOSO", "4 JOKO SUSILO"]);
  });
  describe("too long by a comma in a cell without quotes", () => {
    const header = "NIK,Nama,Tempat Lahir,Tanggal Lahir,JK,OPD";
    const rows = (count: number, name: string): string[] =>
      Array.from(
        { length: count },
        (_, i) => `16050918076890${10 + i},${name},LUBUKLINGGAU,18/07/1968,L,Dinas Sosial`,
      );
    test.each([2, 9, 11])("are rejected, be they %i of 12", async (count) => {
      const long = rows(count, "UMAR HIDAYAT, S.Pd");
      const sound = rows(12 - count, "UMAR HIDAYAT");
      const reading = await readTable(lines(header, ...long, ...sound));
      expect(reading.rejected.map(({ reason, text }) => [reason, text])).toEqual(
        long.map((row) => ["ragged", row]),
      );
      expect(reading.rows).toHaveLength(sound.length);
      for (const row of reading.rows)
        expect(row).toMatchObject({ birthDate: "18/07/1968", sex: "L", unit: "Dinas Sosial" });
    });
    test("are rejected where every row is such a row", async () => {
      const reading = await readTable(lines(header, ...rows(12, "UMAR HIDAYAT, S.Pd")));
      expect([reading.rows, reading.rejected.length]).toEqual([[], 12]);
    });
  });
  test.each<[string, string, string, boolean]>([
    [
      "the NIK behind the name is in its place",
      "No;Nama;NIK;OPD",
      "1;UMAR;1605091807689010;Dinas Sosial;pindahan",
      true,
    ],
    [
      "the NIK has moved with the name",
      "No;Nama;NIK;OPD",
      "1;UMAR; S.Pd;1605091807689010;Dinas Sosial",
      false,
    ],
    [
      "nothing behind the name tells",
      "No;NIK;Nama;OPD",
      "1;1605091807689010;UMAR;Dinas Sosial;pindahan",
      false,
    ],
    [
      "the date stands in front of the name",
      "NIK;Tgl Lahir;Nama;OPD",
      "1605091807689010;18-07-1968;UMAR; S.Pd;Dinas",
      false,
    ],
  ])("too long in every row, and %s", async (_, header, row, isRead) => {
    const rows = Array.from({ length: 4 }, (_, i) => row.replace("689010", `68901${i}`));
    const reading = await readTable(lines(header, ...rows));
    expect(reading.rows).toHaveLength(isRead ? rows.length : 0);
  });
  test("too long by a column without a title, where dates and sexes stand under theirs", async () => {
    const row = (nik: number, name: string) =>
      `${nik},${name},LUBUKLINGGAU,18/07/1968,L,Dinas Sosial,pindahan`;
    const header = "NIK,Nama,Tempat Lahir,Tanggal Lahir,JK,OPD";
    const reading = await readTable(
      lines(
        header,
        row(1605091807689010, "UMAR"),
        row(1605091807689011, "HASAN"),
        row(1605091807689012, "ALI"),
      ),
    );
    expect(people(reading)).toEqual(["2 UMAR", "3 HASAN", "4 ALI"]);
    expect(reading.rows[0]).toMatchObject({ birthDate: "18/07/1968", sex: "L", unit: "Dinas Sosial" });
  });
  describe("as long as the others, with cells that have moved from their headers", () => {
    const WIDE = "No,Nama,NIK,Tempat Lahir,Tgl Lahir,JK,OPD";
    const others = [
      "1,BUDI,1605091205909001,Lahat,12-05-1990,L,DINAS A,x",
      "2,JOKO,1605092208889003,Lahat,22-08-1988,L,DINAS B,y",
    ];
    const last = WIDE.concat(",Ket");
    test.each<[string, string, string]>([
      ["a column without a title hides it", WIDE, "3,SITI, S.Pd,1605094107929002,Lahat,01-07-1992,P,DINAS A"],
      ["a blank cell hangs over", last, "3,SITI, S.Pd,1605094107929002,Lahat,01-07-1992,P,DINAS A,"],
      ["the last cell was left out", last, "3,SITI,S.Pd,1605094107929002,Lahat,01-07-1992,P,DINAS A"],
      ["torn twice", last, "3,SITI,S.Pd,M.M,1605094107929002,Lahat,01-07-1992,P"],
      ["torn in the place", last, "3,SITI,1605094107929002,Lahat,Sumsel,01-07-1992,P,DINAS A,"],
      ["lacking the place", last, "3,SITI,1605094107929002,01-07-1992,P,DINAS A,"],
    ])("is rejected: %s", async (_, header, row) => {
      const reading = await readTable(lines(header, ...others, row));
      expect(people(reading)).toEqual(["2 BUDI", "3 JOKO"]);
      expect(reading.rejected).toEqual([{ row: 4, reason: "ragged", text: row }]);
    });
    test("is rejected where all that tells is the sex, or the number of the family card", async () => {
      const sex = await readTable(lines("NIK,Nama,JK,OPD,Ket", "1605094107929002,SITI,S.Pd,P,DINAS A,"));
      const card = await readTable(lines("Nama,KK,NIK,Ket", "SITI,S.Pd,1605094107920099,1605094107929002,"));
      for (const { rows, rejected } of [sex, card]) expect([rows, rejected.length]).toEqual([[], 1]);
    });
    test.each<[string, string]>([
      [
        "no date, and a date of another kind behind it",
        "3,SITI,1605094107929002,Lahat,belum ada data,01-01-2015,P,A",
      ],
      ["a date that is none", "3,SITI,1605094107929002,Lahat,31-02-1992,01-01-2015,P,A,x"],
      ["no NIK", "3,SITI,masih diurus,Lahat,01-07-1992,01-01-2015,P,A,x"],
      ["a sex in a word of its own", "3,SITI,1605094107929002,Lahat,01-07-1992,01-01-2015,Prmp"],
    ])("is none with %s", async (_, row) => {
      const header = "No,Nama,NIK,Tempat Lahir,Tgl Lahir,TMT,JK,OPD";
      const reading = await readTable(
        lines(
          header,
          "1,BUDI,1605091205909001,Lahat,12-05-1990,01-01-2014,L,DINAS A,x",
          "2,JOKO,1605092208889003,Lahat,22-08-1988,01-01-2014,L,DINAS B,x",
          row,
        ),
      );
      expect([reading.rows.map(({ name }) => name), reading.rejected]).toEqual([
        ["BUDI", "JOKO", "SITI"],
        [],
      ]);
    });
    describe("is none where the count of cells says nothing", () => {
      const some = [
        "1,BUDI,1605091205909001,1605091205900001,12-05-1990,01-01-2014",
        "2,JOKO,1605092208889003,1605092208880003,22-08-1988,01-01-2014",
        "3,AGUS,1605090108889005,1605090108880005,01-08-1988,01-01-2014",
      ];
      test.each<[string, string, string, string]>([
        ["as all rows end in blank cells", "No,Nama,NIK,KK,Tgl Lahir,TMT", ",,", "tidak tahu"],
        ["as all rows end in a remark", "No,Nama,NIK,KK,Tgl Lahir,TMT", ",lengkap", "tidak tahu"],
        ["as this row has left out a blank one", "No,Nama,NIK,KK,Tgl Lahir,TMT,Ket", "", "tidak tahu"],
      ])("%s", async (_, header, end, unknown) => {
        const row = some[0]!.replace("BUDI", "SITI").replace("12-05-1990", unknown);
        const rows = [...some.map((cells) => (end === "" ? `${cells},` : cells + end)), row + end];
        const reading = await readTable(lines(header, ...rows));
        expect(people(reading)).toEqual(["2 BUDI", "3 JOKO", "4 AGUS", "5 SITI"]);
        expect(reading.rows[3]).toMatchObject({ birthDate: unknown });
      });
      test.each<[string, string, string]>([
        ["of a card behind it", "No,Nama,Tgl Lahir,NIK,KK", ","],
        ["of a card in front of it", "No,Nama,Tgl Lahir,KK,NIK,Ket", ""],
      ])("and no NIK stands beside the number %s", async (_, header, end) => {
        const isCardFirst = header.includes("KK,NIK");
        const row = (name: string, nik: string, last: string): string =>
          `1,${name},12-05-1990,${isCardFirst ? `1605091205900001,${nik}` : `${nik},1605091205900001`}${last}`;
        const whole = ["BUDI", "JOKO", "AGUS"].map((name) => row(name, "1605091205909001", ","));
        const reading = await readTable(lines(header, ...whole, row("SITI", "belum rekam", end)));
        expect(people(reading)).toEqual(["2 BUDI", "3 JOKO", "4 AGUS", "5 SITI"]);
      });
    });
    test("is none where the semicolon of a web page's sign parts cells", async () => {
      const reading = await readTable(
        lines(
          HEADER,
          BUDI,
          SITI.replace("SITI AMINAH", "NUR&#039;AINI").replace("Bidan", "Bidan &amp; Guru"),
        ),
      );
      expect(reading.rows[1]).toMatchObject({ name: "NUR'AINI", birthDate: "01-07-1992" });
    });
  });
  test("too long in a workbook, where no cell can have moved", async () => {
    const person = ["1605091205909001", "BUDI SANTOSO", "12-05-1990", "pindah"];
    const sheet = { name: "Daftar", rows: [["NIK", "Nama", "Tgl Lahir"], person, person] };
    const reading = await readTable(workbook([sheet]), { fileName: "daftar.xlsx" });
    expect(reading.rows).toHaveLength(2);
  });
  test("too long by empty cells", async () => {
    const reading = await readTable(lines(HEADER, BUDI, `${SITI};; ;-`));
    expect(people(reading)).toEqual(["2 BUDI SANTOSO", "3 SITI AMINAH"]);
  });
});

describe("damaged bytes", () => {
  test("a quote never closed is taken off and the row kept, if it is whole", async () => {
    const reading = await readTable(lines(HEADER, BUDI, SITI.replace("SITI", '"SITI'), JOKO));
    expect(reading.rows.map((row) => row.name)).toEqual(ALL);
  });
  test("a quote never closed is the reason where the row is not whole", async () => {
    const row = '2;1605094107929002;"SITI; AMINAH;Lubuklinggau;01-07-1992;P;Bidan';
    const reading = await readTable(lines(HEADER, BUDI, row, JOKO));
    expect(reading.rejected).toEqual([{ row: 3, reason: "open_quote", text: row.replace('"', "") }]);
    expect(people(reading)).toEqual(["2 BUDI SANTOSO", "4 JOKO SUSILO"]);
  });
  test("NUL within a cell in use makes the row unreadable", async () => {
    const reading = await readTable(lines(HEADER, BUDI, SITI.replace("AMI", "A\0\0"), JOKO));
    expect(reading.rejected).toMatchObject([{ row: 3, reason: "unreadable" }]);
  });
  test("NUL behind a cell is padding", async () => {
    const reading = await readTable(lines(HEADER, BUDI, SITI.replace("AMINAH", "AMINAH\0\0\0")));
    expect(reading.rows[1]?.name).toBe("SITI AMINAH");
  });
  test("a line longer than any person's is dropped, the rows around it are kept", async () => {
    const reading = await readTable(lines(HEADER, BUDI, "x".repeat(3_000_000), SITI));
    expect(reading.rejected).toMatchObject([{ row: 3, reason: "unreadable" }]);
    expect(people(reading)).toEqual(["2 BUDI SANTOSO", "4 SITI AMINAH"]);
  });
});

describe("the office", () => {
  test("comes from the group row above", async () => {
    const units = await unitsOf(HEADER, "DINAS KESEHATAN;;;;;;", BUDI, SITI, ";;DINAS PENDIDIKAN;;;;", JOKO);
    expect(units).toEqual({
      "BUDI SANTOSO": "DINAS KESEHATAN",
      "SITI AMINAH": "DINAS KESEHATAN",
      "JOKO SUSILO": "DINAS PENDIDIKAN",
    });
  });
  test("is read without the numeral in front", async () => {
    const units = await unitsOf(
      HEADER,
      "I;;DINAS KESEHATAN;;;;",
      BUDI,
      "B.;PENYULUH LAPANGAN;;;;;",
      SITI,
      "III. RSUD SOBIRIN;;;;;;",
      JOKO,
    );
    expect(Object.values(units)).toEqual(["DINAS KESEHATAN", "PENYULUH LAPANGAN", "RSUD SOBIRIN"]);
  });
  test.each(["*) belum punya e-KTP", "- data sementara", "1) data per Desember 2024", "dst.", "(*) cuti"])(
    "is no remark between two pages: %s",
    async (remark) => {
      const units = await unitsOf(HEADER, "DINAS KESEHATAN;;;;;;", BUDI, `${remark};;;;;;`, HEADER, SITI);
      expect(units["SITI AMINAH"]).toBe("DINAS KESEHATAN");
    },
  );
  test("is read of every row of offices, be they and their totals more than their people", async () => {
    const units = await unitsOf(
      HEADER,
      ...[BUDI, SITI, JOKO].flatMap((person, i) => [`${i};UPT ${i};;;;;`, person, ";;JUMLAH;1;;;"]),
    );
    expect(Object.values(units)).toEqual(["UPT 0", "UPT 1", "UPT 2"]);
  });
  test("is the school of a letterhead, not its address", async () => {
    const units = await unitsOf(
      "SD NEGERI 1 MUARA BELITI",
      "Kecamatan Kec. Muara Beliti, Kabupaten Kab. Musi Rawas, Provinsi Prov. Sumatera Selatan",
      HEADER,
      BUDI,
    );
    expect(units["BUDI SANTOSO"]).toBe("SD NEGERI 1 MUARA BELITI");
  });
  test("fills down below a merged cell", async () => {
    const header = `${HEADER};OPD`;
    const units = await unitsOf(header, `${BUDI};DINAS KESEHATAN`, `${SITI};`, `${JOKO};`);
    expect(new Set(Object.values(units))).toEqual(new Set(["DINAS KESEHATAN"]));
  });
  test("stays blank where single cells were left out of a filled column", async () => {
    const header = `${HEADER};OPD`;
    const units = await unitsOf(header, `${BUDI};DINAS KESEHATAN`, `${SITI};DINAS KESEHATAN`, `${JOKO};`);
    expect(units["JOKO SUSILO"]).toBe("");
  });
  test("comes from the letterhead where it is the only place", async () => {
    const units = await unitsOf("DINAS KESEHATAN;;;;;;", "DAFTAR TENAGA NON ASN;;;;;;", HEADER, BUDI);
    expect(units["BUDI SANTOSO"]).toBe("DINAS KESEHATAN");
  });
  test("comes from a labelled line", async () => {
    const units = await unitsOf(
      "BKPSDM;;;;;;",
      "Unit Kerja;:;RSUD SOBIRIN;;;;",
      HEADER,
      BUDI,
      "OPD : DINAS SOSIAL;;;;;;",
      SITI,
    );
    expect(Object.values(units)).toEqual(["RSUD SOBIRIN", "DINAS SOSIAL"]);
  });
  test("is no title between two tables", async () => {
    const units = await unitsOf(
      HEADER,
      "DINAS KESEHATAN;;;;;;",
      BUDI,
      "DAFTAR LANJUTAN;;;;;;",
      "TAHUN 2025;;;;;;",
      HEADER,
      SITI,
    );
    expect(units["SITI AMINAH"]).toBe("DINAS KESEHATAN");
  });
});

describe("files glued together", () => {
  test("rows written with another delimiter are split by that", async () => {
    const reading = await readTable(
      lines(HEADER, BUDI, SITI.replaceAll(";", ","), JOKO.replaceAll(";", "\t")),
    );
    expect(reading.rows.map((row) => row.name)).toEqual(ALL);
  });
  test("rows that were quoted as a whole are read, with their header or without", async () => {
    const wrapped = [BUDI, SITI, JOKO.replace("JOKO SUSILO", '"JOKO; S.Pd"')].map(
      (row) => `"${row.replaceAll('"', '""')}"`,
    );
    for (const header of [HEADER, `"${HEADER}"`]) {
      const { rows, understanding } = await readTable(lines(header, ...wrapped));
      expect(rows.map(({ name }) => name)).toEqual(["BUDI SANTOSO", "SITI AMINAH", "JOKO; S.Pd"]);
      expect(understanding).toMatchObject({ delimiter: ";", dateOrderHow: "proven" });
    }
  });
  test("another header further down arranges the rows below it", async () => {
    const reading = await readTable(
      lines(
        HEADER,
        BUDI,
        SITI,
        "NAMA;NO KTP;TGL LAHIR;OPD",
        "JOKO SUSILO;1605092208889003;22-08-1988;DINAS SOSIAL",
      ),
    );
    expect(reading.rows[2]).toMatchObject({
      row: 5,
      nik: "1605092208889003",
      name: "JOKO SUSILO",
      birthDate: "22-08-1988",
      unit: "DINAS SOSIAL",
    });
  });
  test("the first header further down arranges them as at first", async () => {
    const reading = await readTable(
      lines(HEADER, BUDI, "NAMA;NO KTP;TGL LAHIR", "JOKO SUSILO;1605092208889003;22-08-1988", HEADER, SITI),
    );
    expect(reading.rows.map((row) => row.name)).toEqual(["BUDI SANTOSO", "JOKO SUSILO", "SITI AMINAH"]);
    expect(reading.rejected).toEqual([]);
  });
  test("a byte order mark in the middle is no letter", async () => {
    const reading = await readTable(`\uFEFF${lines(HEADER, BUDI)}\uFEFF${lines(HEADER, SITI)}`);
    expect(reading.rows.map((row) => row.name)).toEqual(["BUDI SANTOSO", "SITI AMINAH"]);
  });
});

describe("a CR by itself ends a row, as it does in a spreadsheet", () => {
  const ROWS = [HEADER, BUDI, SITI, JOKO];
  const glued = (ends: readonly string[]): string => ROWS.map((row, i) => row + ends[i]!).join("");

  test.each<[string, string[]]>([
    ["of the header alone", ["\r", "\n", "\n", "\n"]],
    ["of one row among others", ["\n", "\n", "\r", "\n"]],
    ["of the rows of one list that was glued to another", ["\r\n", "\r\n", "\r", "\r"]],
    ["of every row but the last, which has none", ["\r", "\r", "\r", ""]],
  ])("%s", async (_, ends) => {
    for (const text of [glued(ends), glued(ends).replaceAll("Operator", '"Operator"')]) {
      const reading = await readTable(text);
      expect(people(reading)).toEqual(["2 BUDI SANTOSO", "3 SITI AMINAH", "4 JOKO SUSILO"]);
      expect(reading.read).toBe(ROWS.length);
    }
  });

  test("within a cell without quotes, and the pieces of the row are nobody", async () => {
    const torn = BUDI.replace("BUDI SANTOSO", "BUDI\rSANTOSO");
    const reading = await readTable(lines(HEADER, torn, SITI));
    expect(reading.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [2, "ragged"],
      [3, "ragged"],
    ]);
    expect(people(reading)).toEqual(["4 SITI AMINAH"]);
  });
});

describe("as above", () => {
  test.each([
    ...['"', "''", '-"-', "〃", "sda", "s.d.a.", "s d a", "S.D.A", "idem", "Idem.", "-do-", "- DO -", "do."],
    ...[
      "sama",
      "Sama dengan atas",
      "sama dgn di atas",
      "SAMA SPT DIATAS",
      "idem di atas",
      "seperti yang di atas",
    ],
  ])("%j is the office and the birth place of the row above", async (ditto) => {
    const cell = `"${ditto.replaceAll('"', '""')}"`;
    const reading = await readTable(
      lines(
        "NIK;Nama;Tempat Lahir;Tanggal Lahir;OPD",
        "1605091205909001;BUDI;Lahat;12-05-1990;DINAS KESEHATAN",
        "1605094107929002;SITI;Tugumulyo;01-07-1992;DINAS SOSIAL",
        `1605092208889003;JOKO;${cell};22-08-1988;${cell}`,
        `1605092208889004;RATNA;${cell};22-08-1988;${cell}`,
        "1605092208889005;AGUS;;22-08-1988;DINAS SOSIAL",
        `1605092208889006;YANTI;${cell};22-08-1988;A`,
      ),
    );
    expect(reading.rows.map(({ birthPlace, unit }) => `${birthPlace}/${unit}`)).toEqual([
      "Lahat/DINAS KESEHATAN",
      "Tugumulyo/DINAS SOSIAL",
      "Tugumulyo/DINAS SOSIAL",
      "Tugumulyo/DINAS SOSIAL",
      "/DINAS SOSIAL",
      "/A",
    ]);
  });

  test("is said by quotation marks that nobody closes, in one row as in many", async () => {
    const reading = await readTable(
      lines(
        "NIK;Nama;Tempat Lahir;Tanggal Lahir;OPD",
        "1605091205909001;BUDI;Lahat;12-05-1990;DINAS KESEHATAN",
        '1605094107929002;SITI;";01-07-1992;"',
        '1605092208889003;JOKO;";22-08-1988;DINAS SOSIAL',
        '1605092208889004;RATNA;Tugumulyo;22-08-1988;"',
      ),
    );
    expect(reading.rows.map(({ birthPlace, unit }) => `${birthPlace}/${unit}`)).toEqual([
      "Lahat/DINAS KESEHATAN",
      "Lahat/DINAS KESEHATAN",
      "Lahat/DINAS SOSIAL",
      "Tugumulyo/DINAS SOSIAL",
    ]);
  });

  test("is nobody's office or place where the cells of the row above have moved", async () => {
    const reading = await readTable(
      lines(
        "NIK;Nama;Tempat Lahir;Tanggal Lahir;OPD",
        "1605091205909001;BUDI;Lahat;12-05-1990;DINAS KESEHATAN",
        "1605094107929002;SITI; S.Pd;Tugumulyo;01-07-1992;DINAS SOSIAL",
        "1605092208889003;JOKO;idem;22-08-1988;idem",
      ),
    );
    expect(reading.rejected).toMatchObject([{ row: 3, reason: "ragged" }]);
    expect(reading.rows[1]).toMatchObject({ name: "JOKO", birthPlace: "", unit: "" });
  });

  test.each(["ATAS", "Sama Jaya", "DO", "di bawah", "sama dengan nomor 1"])(
    "is not said by %j",
    async (cell) => {
      const reading = await readTable(
        lines("NIK;Nama;OPD", "1605091205909001;BUDI;DINAS", `1605094107929002;SITI;${cell}`),
      );
      expect(reading.rows[1]?.unit).toBe(cell);
    },
  );

  test("is the birth place of the row above also in front of a date", async () => {
    const reading = await readTable(
      lines(
        "NIK;Nama;Tempat, Tanggal Lahir",
        "1605091205909001;BUDI;Lahat, 12-05-1990",
        "1605094107929002;SITI;idem, 01-07-1992",
        "1605092208889003;JOKO;s.d.a., 22-08-1988",
      ),
    );
    expect(reading.rows.map(({ birthPlace, birthDate }) => `${birthPlace}/${birthDate}`)).toEqual([
      "Lahat/12-05-1990",
      "Lahat/01-07-1992",
      "Lahat/22-08-1988",
    ]);
  });

  test("is not said by SDA, which is an office", async () => {
    const [first = "", ...others] = ["BUDI;DINAS PU", "SITI;SDA", "JOKO;SDA"];
    expect(await unitsOf("Nama;OPD", first, ...others)).toEqual({
      BUDI: "DINAS PU",
      SITI: "SDA",
      JOKO: "SDA",
    });
  });

  test("means the office that a row above its people names", async () => {
    const found = await unitsOf(
      HEADER.replace("Jabatan", "OPD"),
      "DINAS SOSIAL;;;;;;",
      BUDI.replace("Operator", "idem"),
    );
    expect(found).toEqual({ "BUDI SANTOSO": "DINAS SOSIAL" });
  });
});

describe("two lists in one file", () => {
  const BETWEEN = ["", "DAFTAR TENAGA NON ASN KECAMATAN TUGUMULYO"];
  const NAMES = ["BUDI SANTOSO", "SITI AMINAH", "RATNA DEWI"];
  const JOKOS = { name: "JOKO SUSILO", nik: "1605092208889003" };
  const second = async (...rows: string[]) => {
    const first = [HEADER, BUDI, SITI, "3;1605095511959004;RATNA DEWI;Lahat;15-11-1995;P;Guru"];
    const reading = await readTable(lines(...first, ...rows));
    expect(reading.rows.slice(0, 3).map(({ name }) => name)).toEqual(NAMES);
    return reading;
  };

  test.each<[string, string[]]>([
    [
      "another order",
      ["No;Nama;NIK;L/P;Tanggal Lahir;Tempat Lahir", "1;JOKO SUSILO;1605092208889003;L;22-08-1988;Lahat"],
    ],
    [
      "more columns",
      [
        "No;NIP;NIK;Nama;Tempat Lahir;Tanggal Lahir;JK;Unit;OPD",
        "1;;1605092208889003;JOKO SUSILO;Lahat;22-08-1988;L;;",
      ],
    ],
    ["names and numbers alone", ["Nama;NIK", "JOKO SUSILO;1605092208889003"]],
    ["names and numbers alone, in a sheet", ["Nama;NIK;;;;;", "JOKO SUSILO;1605092208889003;;;;;"]],
    [
      "a header of two rows",
      ["No;Nama;NIK;Kelahiran;", ";;;Tempat;Tanggal", "1;JOKO SUSILO;1605092208889003;Lahat;22-08-1988"],
    ],
  ])("the second with %s is read by its own header", async (_, rows) => {
    const reading = await second(...BETWEEN, ...rows);
    expect(reading.rejected).toEqual([]);
    expect(reading.rows.slice(3)).toMatchObject([JOKOS]);
    const [, , , joko] = reading.rows;
    if (joko?.birthDate !== "") expect(joko).toMatchObject({ birthPlace: "Lahat", birthDate: "22-08-1988" });
  });

  test("of which the second says more are both read", async () => {
    const reading = await readTable(
      lines("Nama;NIK", "BUDI SANTOSO;1605091205909001", "", ...BETWEEN, HEADER, SITI, JOKO),
    );
    expect(people(reading)).toEqual(["2 BUDI SANTOSO", "7 SITI AMINAH", "8 JOKO SUSILO"]);
  });

  test.each([
    ["an official", ["Drs. AGUS SALIM;197001011995031001;Kepala Dinas"], 0],
    ["two officials", ["Drs. AGUS SALIM;;Kepala Dinas", "RINA;;Sekretaris"], 0],
    ["a list of names", ["UMAR;;Guru", "RINA;;Guru", "RONI;;Guru"], 3],
  ])("are not one list and a letterhead that names %s in a table of its own", async (_, above, count) => {
    const reading = await readTable(lines("Nama;NIP;Jabatan", ...above, "", HEADER, BUDI, SITI, JOKO));
    expect(reading.rows).toHaveLength(count + 3);
    expect(reading.understanding.headerRows).toEqual([count > 0 ? 1 : above.length + 3]);
  });

  test("as long as each other are not confused in what the first is known by", async () => {
    const others = Array.from({ length: 9 }, (_, i) => `${i};X${i} JOKO;16050922088890${10 + i};22-08-1988`);
    const reading = await second(...BETWEEN, "No;Nama;NIK;Tanggal Lahir", ...others);
    expect(reading.rows.map(({ name }) => name)).toEqual([
      ...NAMES,
      ...others.map((row) => row.split(";")[1]),
    ]);
    expect(reading.understanding.columns.every(({ how }) => how === "synonym")).toBe(true);
  });

  test("of which the first is signed: a name alone below the second header is nobody's signature", async () => {
    const signed = ["Mengetahui;;;;;;", "Kepala Dinas;;;;;;", "NIP 19700101 199503 1 001;;;;;;"];
    for (const header of [HEADER, "No;Nama;NIK;L/P;Tanggal Lahir"]) {
      const name = header === HEADER ? ";;SURATMI;;;;" : ";SURATMI;;;";
      expect((await second(...signed, header, name)).rows[3]?.name).toBe("SURATMI");
    }
  });

  describe("are written each in its own way", () => {
    const ENGLISH = "Name;NIK;Place of Birth;Date of Birth;Sex";
    const person = (name: string, nik: string, date: string, sex: string) =>
      `${name};${nik};Lahat;${date};${sex}`;
    const written = async (...rows: string[]) =>
      (await readTable(lines(HEADER, BUDI, SITI, JOKO, ...rows))).understanding.otherLists;

    test("where the dates or the sexes of the second say so", async () => {
      const rows = [
        person("JOHN", "1605091107900001", "07/11/1990", "M"),
        person("JANE", "1605095307900002", "07/13/1990", "F"),
      ];
      expect(await written(ENGLISH, ...rows)).toEqual([
        { firstRow: 6, order: "mdy", english: true, pria: false },
      ]);
      expect(await written(ENGLISH, ...rows, HEADER, BUDI)).toEqual([
        { firstRow: 6, order: "mdy", english: true, pria: false },
        { firstRow: 9, order: "dmy", english: false, pria: false },
      ]);
    });
    test("and as the first where nothing does", async () => {
      const header = "Nama;NIK;Tempat Lahir;Tanggal Lahir;JK";
      expect(await written(header, person("AGUS", "", "07/11/1990", "L"))).toEqual([]);
    });
    test("so that day and month, and M, are read as their list has them", async () => {
      const table = lines(
        HEADER,
        BUDI,
        SITI,
        ENGLISH,
        person("JOHN", "1605091107900001", "07/11/1990", "M"),
        person("JIM", "1605092307900003", "07/23/1990", "M"),
      );
      const { rows, understanding } = await readTable(table);
      const { dateOrder: order, english, pria, otherLists } = understanding;
      const context = { field: identifierField("nik"), asOf: 20_251_231, order, english, pria, otherLists };
      const records = rows.map((row) => understandRow(row, context));
      expect(records.map(({ birthDate, sex }) => [birthDate.packed, sex])).toEqual([
        [19900512, 1],
        [19920701, 2],
        [19900711, 1],
        [19900723, 1],
      ]);
    });
  });

  test("of which the second has no header and other columns: its rows are rejected", async () => {
    const reading = await second(...BETWEEN, "1;JOKO SUSILO;1605092208889003;L;22-08-1988;Lahat;");
    expect(reading.rejected.map(({ row, reason }) => [row, reason])).toEqual([[7, "no_identity"]]);
  });
});

describe("place and date in the cell of one of them", () => {
  test.each<[string, string, string, [string, string]]>([
    ["both under the date", "", "Musi Rawas, 05-10-1983", ["Musi Rawas", "05-10-1983"]],
    [
      "both under the date, without a comma",
      "",
      "MUSI RAWAS 5 Oktober 1983",
      ["MUSI RAWAS", "5 Oktober 1983"],
    ],
    ["both under the place", "Musi Rawas, 05-10-1983", "", ["Musi Rawas", "05-10-1983"]],
    ["the place twice", "Musi Rawas", "Musi Rawas/05-10-1983", ["Musi Rawas", "05-10-1983"]],
    ["another place: that of its own cell", "Lahat", "Musi Rawas, 05-10-1983", ["Lahat", "05-10-1983"]],
    ["another date: that of its own cell", "Lahat, 5-10-1983", "06-10-1983", ["Lahat", "06-10-1983"]],
    ["a day of the week is no place", "Lahat", "Senin, 5 Oktober 1983", ["Lahat", "Senin, 5 Oktober 1983"]],
    ["a village of a number is no date", "SP 5", "05-10-1983", ["SP 5", "05-10-1983"]],
    ["a postcode is no day's number", "Palembang 30137", "", ["Palembang 30137", ""]],
    ["a postcode in front is none either", "30137 Palembang", "", ["30137 Palembang", ""]],
    ["a day's number under the date", "", "Musi Rawas, 30594", ["Musi Rawas", "30594"]],
    ["a day that is none is left to be seen", "", "Musi Rawas, 31-02-1983", ["", "Musi Rawas, 31-02-1983"]],
  ])("%s", async (_, place, date, expected) => {
    const row = `3;1605092208889003;JOKO;${place};${date};L;Guru`;
    const reading = await readTable(lines(HEADER, BUDI, SITI, row));
    expect(reading.rows[2]).toMatchObject({ birthPlace: expected[0], birthDate: expected[1] });
  });

  test("places with their postcode are no dates in any row, numbers of days beside a place are in a TTL", async () => {
    const rows = ["Palembang 30137", "Lubuklinggau 31614", "Lahat 31411"].map(
      (place, i) => `160509220888900${i};JOKO;${place}`,
    );
    const places = await readTable(lines("NIK;Nama;Tempat Lahir", ...rows));
    expect(places.rows.map(({ birthDate }) => birthDate)).toEqual(["", "", ""]);
    const both = await readTable(lines("NIK;Nama;TTL", ...rows));
    expect(both.rows[0]).toMatchObject({ birthPlace: "Palembang", birthDate: "30137" });
  });

  test("in a list without a column of places", async () => {
    const reading = await readTable(
      lines(
        "NIK;Nama;Tgl Lahir",
        "1605091205909001;BUDI;12-05-1990",
        "1605094107929002;SITI;01-07-1992",
        "1605092208889003;JOKO;Musi Rawas, 22-08-1988",
      ),
    );
    expect(reading.rows[2]).toMatchObject({ birthPlace: "Musi Rawas", birthDate: "22-08-1988" });
  });
});

describe("cells", () => {
  test.each<[string, string, string]>([
    ["white space around", "  BUDI   SANTOSO ", "BUDI SANTOSO"],
    ["no-break and zero-width spaces", "\u00A0BUDI\u00A0SAN\u200BTOSO\uFEFF", "BUDI SANTOSO"],
    ["line breaks within", '"BUDI\r\nSANTOSO"', "BUDI SANTOSO"],
    ["a lone CR within", '"BUDI\rSANTOSO"', "BUDI SANTOSO"],
    ["curly quotes", "NU\u2019MAN", "NU'MAN"],
    ["the signs of a web page", '"NU&#039;MAN&nbsp;&amp;amp; A"', "NU'MAN & A"],
    [
      "every writing of such a sign",
      '"&apos;&#39;&#x27;&#x0027; &lt;&gt; &amp;&#38;&#x26; A&nbsp;A&#160;A&#xA0;A &amp;quot;&#34;&#x22;"',
      "'''' <> &&& A A A A \"\"\"",
    ],
    ["the colon of a form", ": BUDI SANTOSO", "BUDI SANTOSO"],
    ["the tags of a web page", "<b>BUDI</b><br/>SANTOSO", "BUDI SANTOSO"],
    [
      "every tag of writing",
      "b i u p em strong small sup sub span div font center"
        .split(" ")
        .map((tag) => `<${tag} class=x>BUDI</${tag}>`)
        .join(""),
      Array(13).fill("BUDI").join(" "),
    ],
    ["what only looks like one", "BUDI <bidan> SANTOSO", "BUDI <bidan> SANTOSO"],
    ["full-width letters", "ＢＵＤＩ　ＳＡＮＴＯＳＯ", "BUDI SANTOSO"],
    ["UTF-8 that was saved as Windows-1252", "NUâ€™MANÂ\u00A0RENÃ©", "NU'MAN RENé"],
    ["the byte order mark of such a file", "ï»¿BUDI", "BUDI"],
    ["letters with accents", "RENÉ ÂDE", "RENÉ ÂDE"],
  ])("%s", async (_, cell, name) => {
    const reading = await readTable(lines(HEADER, BUDI.replace("BUDI SANTOSO", cell), SITI));
    expect(reading.rows[0]?.name).toBe(name);
  });
  test.each([
    [
      "full width",
      "１；１６０５０９１２０５９０９００１；ＢＵＤＩ；Ｌａｈａｔ；１２－０５－１９９０；Ｌ；Ａ".replaceAll(
        "；",
        ";",
      ),
    ],
    ["Arabic", "١;١٦٠٥٠٩١٢٠٥٩٠٩٠٠١;BUDI;Lahat;١٢-٠٥-١٩٩٠;L;A"],
    ["Persian", "۱;۱۶۰۵۰۹۱۲۰۵۹۰۹۰۰۱;BUDI;Lahat;۱۲-۰۵-۱۹۹۰;L;A"],
  ])("digits of %s writing are digits", async (_, row) => {
    const reading = await readTable(lines(HEADER, row, SITI));
    expect(reading.rows[0]).toMatchObject({
      nik: "1605091205909001",
      name: "BUDI",
      birthPlace: "Lahat",
      birthDate: "12-05-1990",
      sex: "L",
    });
  });
  test.each(["-", "0", "NULL", "－", "０", "#N/A", "#####", "N/A", "nihil", "kosong", "...", "\u2013", "  "])(
    "%j is nothing",
    async (cell) => {
      const reading = await readTable(lines(HEADER, BUDI.replace("Muara Beliti", cell), SITI));
      expect(reading.rows[0]?.birthPlace).toBe("");
    },
  );
  test("a cell that goes on and on is cut, and costs no time", async () => {
    const endless = `${"1 ".repeat(100_000)}${",".repeat(100_000)}`;
    const reading = await readTable(
      lines("NIK;Nama;TTL", `1605091205909001;BUDI;${endless}`, "1605094107929002;SITI;Lahat, 1-7-1992"),
    );
    expect(reading.rows.map((row) => row.name)).toEqual(["BUDI", "SITI"]);
    expect(reading.rows[0]!.birthPlace.length + reading.rows[0]!.birthDate.length).toBeLessThan(600);
  });
});
