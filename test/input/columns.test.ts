import { describe, expect, test } from "vitest";
import { formatIsoDate } from "../../src/field/birth-date.ts";
import { cleanBirthDate } from "../../src/field/written-date.ts";
import type { UnderstoodColumn } from "../../src/input/understanding.ts";
import type { Trouble } from "../../src/trouble.ts";
import { type Asked, lines, readTable } from "./reading.ts";

/** Invented people in columns: NIK, name, birth place, birth date, sex, family card, NIP, phone, office. */
const PEOPLE = [
  [
    "1605091205909001",
    "BUDI SANTOSO",
    "Muara Beliti",
    "12-05-1990",
    "L",
    "1605092508129001",
    "199005122015011001",
    "081200000001",
    "DINAS KESEHATAN",
  ],
  [
    "1605094107929002",
    "SITI AMINAH",
    "Lubuklinggau",
    "01-07-1992",
    "P",
    "1605092508129002",
    "199207012016012002",
    "081200000002",
    "DINAS KESEHATAN",
  ],
  [
    "1605092208889003",
    "JOKO SUSILO",
    "Lubuklinggau",
    "22-08-1988",
    "L",
    "1605092508129003",
    "198808222014011003",
    "081200000003",
    "DINAS SOSIAL",
  ],
  [
    "1605091511959004",
    "RATNA DEWI",
    "Muara Beliti",
    "15-11-1995",
    "P",
    "1605092508129004",
    "199511152019012004",
    "081200000004",
    "DINAS SOSIAL",
  ],
] as const;
const AT = { nik: 0, name: 1, place: 2, date: 3, sex: 4, card: 5, nip: 6, phone: 7, unit: 8 } as const;
const MONTHS_USED: Readonly<Record<string, string>> = {
  "05": "Mei",
  "07": "Juli",
  "08": "Agt",
  "11": "Nopember",
};
type Part = keyof typeof AT | "both" | "number" | "mf";

/** A table of these columns under these headers; without headers when the first is null. */
function table(columns: readonly (readonly [string | null, Part])[]): string {
  const rows = PEOPLE.map((person, row) =>
    columns.map(([, part]) => {
      if (part === "both") return `${person[AT.place]}, ${person[AT.date]}`;
      if (part === "number") return String(row + 1);
      if (part === "mf") return person[AT.sex] === "L" ? "M" : "F";
      return person[AT[part]];
    }),
  );
  const headers = columns.map(([header]) => header ?? "");
  return lines(...(columns[0]?.[0] === null ? rows : [headers, ...rows]).map((row) => row.join(";")));
}

/** Field → header of the columns in use. */
async function columnsOf(
  columns: readonly (readonly [string | null, Part])[],
  asked: Asked = {},
): Promise<Record<string, string>> {
  const { understanding } = await readTable(table(columns), asked);
  return Object.fromEntries(
    understanding.columns.map((column: UnderstoodColumn) => [column.field, column.header]),
  );
}

describe("a header is believed when its column looks right", () => {
  test("every field", async () => {
    expect(
      await columnsOf([
        ["No", "number"],
        ["NIK", "nik"],
        ["No KK", "card"],
        ["Nama", "name"],
        ["Tempat Lahir", "place"],
        ["Tgl Lahir", "date"],
        ["JK", "sex"],
        ["OPD", "unit"],
        ["No HP", "phone"],
      ]),
    ).toEqual({
      nik: "NIK",
      family_card: "No KK",
      name: "Nama",
      birth_place: "Tempat Lahir",
      birth_date: "Tgl Lahir",
      sex: "JK",
      unit: "OPD",
    });
  });

  test("Nomor alone is the row number, whatever it holds", async () => {
    expect(
      await columnsOf([
        ["Nomor", "number"],
        ["NIK", "nik"],
        ["Nama", "name"],
      ]),
    ).toMatchObject({ nik: "NIK" });
  });

  test("what was not used is told", async () => {
    const { understanding } = await readTable(
      table([
        ["NIK", "nik"],
        ["Nama", "name"],
        ["No HP", "phone"],
      ]),
    );
    expect(understanding.unusedHeaders).toEqual(["No HP"]);
    expect(understanding.columns[0]).toEqual({
      field: "nik",
      header: "NIK",
      index: 0,
      how: "synonym",
      confidence: 1,
    });
  });
});

test("of one column that is all there is, all cells are looked at", async () => {
  const { understanding } = await readTable(lines("Nama", "WAGIMAN", "YENI OKTAVIA", "FITRI YANTI"));
  expect(understanding.columns).toMatchObject([{ field: "name", confidence: 1 }]);
});

describe("names are names, whatever is written beside them", () => {
  test.each(["1. BUDI", "BUDI\nNIP. 1968", "BUDI (45 th)", "SUTR1SNO", "WRONG? PERSON*"])(
    "%j",
    async (name) => {
      const rows = ["1605091205909001", "1605094107929002", "1605092208889003"].map(
        (nik) => `${nik};"${name}"`,
      );
      for (const header of ["Nama", "Nama Lengkap", "NAMA_LGKP"]) {
        const { understanding } = await readTable(lines(`NIK;${header}`, ...rows));
        expect(understanding.columns.map(({ field }) => field)).toEqual(["nik", "name"]);
      }
    },
  );
});

describe("a wrong header loses to the right column", () => {
  test("NIK and name exchanged", async () => {
    expect(
      await columnsOf([
        ["NIK", "name"],
        ["Nama", "nik"],
        ["Tgl Lahir", "date"],
      ]),
    ).toMatchObject({ nik: "Nama", name: "NIK" });
  });
  test("two columns called NIK", async () => {
    expect(
      await columnsOf([
        ["NIK", "number"],
        ["No KTP", "nik"],
        ["Nama", "name"],
      ]),
    ).toMatchObject({ nik: "No KTP" });
  });
  test("an office over a column of NIKs without a header", async () => {
    expect(
      await columnsOf([
        ["NIK", "phone"],
        ["", "nik"],
        ["Nama", "name"],
        ["OPD", "unit"],
      ]),
    ).toMatchObject({ nik: "" });
  });
  test("NIK and family card exchanged, as the birth dates tell", async () => {
    const headers = (date: string) =>
      columnsOf([
        ["NIK", "card"],
        ["No KK", "nik"],
        ["Nama", "name"],
        [date, "date"],
      ]);
    expect(await headers("Tgl Lahir")).toMatchObject({ nik: "No KK", family_card: "NIK" });
    // without them the headers are all there is
    expect(await headers("Tgl SK")).toMatchObject({ nik: "NIK", family_card: "No KK" });
  });
  test("of a second list nothing is told by the birth dates of the first", async () => {
    const row = (person: readonly string[], first: number, second: number) =>
      [person[first], person[second], person[AT.name], person[AT.date]].join(";");
    const { rows } = await readTable(
      lines(
        "NIK;No KK;Nama;Tgl Lahir",
        ...PEOPLE.map((person) => row(person, AT.nik, AT.card)),
        "No KK;NIK;Nama;Tgl Lahir",
        ...PEOPLE.map((person) => row(person, AT.card, AT.nik)),
      ),
    );
    expect(rows.map(({ nik }) => nik)).toEqual([...PEOPLE, ...PEOPLE].map((person) => person[AT.nik]));
  });
  test("family cards under a header of unknown words are no NIKs", async () => {
    const read = (part: "card" | "nik") =>
      columnsOf([
        ["Angka Panjang", part],
        ["Nama", "name"],
        ["Tgl Lahir", "date"],
      ]);
    expect(await read("nik")).toMatchObject({ nik: "Angka Panjang" });
    expect(await read("card")).not.toHaveProperty("nik");
  });
  test("and NIKs under one are NIKs where the list knows no birthdays", async () => {
    const rows = PEOPLE.map((row) => `${row[AT.nik]};${row[AT.name]};31-12-${row[AT.date].slice(-4)}`);
    const { understanding } = await readTable(lines("Angka Panjang;Nama;Tgl Lahir", ...rows));
    expect(understanding.columns.map(({ field }) => field)).toEqual(["nik", "name", "birth_date"]);
  });
  test("dates under a header of unknown words are birth dates if the NIKs carry them", async () => {
    const read = async (date: (own: string) => string) => {
      const rows = PEOPLE.map((row) => `${row[AT.nik]};${row[AT.name]};${date(row[AT.date])}`);
      const { understanding } = await readTable(lines("NIK;Nama;Tanggal", ...rows));
      return understanding.columns.map(({ field }) => field);
    };
    expect(await read((own) => own)).toEqual(["nik", "name", "birth_date"]);
    expect(await read(() => "01-03-2015")).toEqual(["nik", "name"]);
  });
  test("a column headed as birth dates is theirs, whatever other dates stand beside it", async () => {
    const rows = PEOPLE.map((row) => `${row[AT.nik]};${row[AT.name]};tidak tahu;01-03-2015`);
    const { understanding } = await readTable(lines("NIK;Nama;Tanggal Lahir;Tanggal", ...rows));
    const dates = understanding.columns.filter(({ field }) => field === "birth_date");
    expect(dates).toMatchObject([{ header: "Tanggal Lahir" }]);
  });
  test("a NIK that is out of date is none", async () => {
    const { rows } = await readTable(
      lines("NIK Lama;NIK Baru;Nama", "1605091205909009;1605091205909001;BUDI", "1605094107929009;;SITI"),
    );
    expect(rows.map(({ nik }) => nik)).toEqual(["1605091205909001", ""]);
  });

  test("a family card is no NIK", async () => {
    expect(
      await columnsOf([
        ["NIK", "phone"],
        ["No KK", "card"],
        ["Nama", "name"],
      ]),
    ).toMatchObject({ nik: "NIK", family_card: "No KK" });
  });
});

describe("places and dates", () => {
  test.each<[string, [string, Part][], Record<string, string>]>([
    ["together under their own header", [["TTL", "both"]], { birth_place_and_date: "TTL" }],
    [
      "together under the date's header",
      [["Tanggal Lahir", "both"]],
      { birth_place_and_date: "Tanggal Lahir" },
    ],
    [
      "together under the place's header",
      [["Tempat Lahir", "both"]],
      { birth_place_and_date: "Tempat Lahir" },
    ],
    ["only the date under both", [["TTL", "date"]], { birth_date: "TTL" }],
    [
      "a header merged over two columns",
      [
        ["Tempat, Tanggal Lahir", "place"],
        ["", "date"],
      ],
      { birth_place: "Tempat, Tanggal Lahir", birth_date: "" },
    ],
  ])("%s", async (_, columns, expected) => {
    expect(await columnsOf([["NIK", "nik"], ["Nama", "name"], ...columns])).toEqual({
      nik: "NIK",
      name: "Nama",
      ...expected,
    });
  });

  test("in two rows of header", async () => {
    const text = lines(
      "No;NIK;Nama;Kelahiran;;Jenis Kelamin;;OPD",
      ";;;Tempat;Tanggal;L;P;",
      "1;1605091205909001;BUDI SANTOSO;Muara Beliti;12-05-1990;v;;DINAS SOSIAL",
      "2;1605094107929002;SITI AMINAH;Lubuklinggau;01-07-1992;;v;DINAS SOSIAL",
    );
    const { rows, understanding } = await readTable(text);
    expect(understanding.headerRows).toEqual([1, 2]);
    expect(rows.map((row) => [row.birthPlace, row.birthDate, row.sex])).toEqual([
      ["Muara Beliti", "12-05-1990", "L"],
      ["Lubuklinggau", "01-07-1992", "P"],
    ]);
  });

  test("and of two rows of which the second says nothing but where to tick", async () => {
    const { rows, understanding } = await readTable(
      lines("No;NIK;Nama;L/P;", ";;;L;P", "1;1605091205909001;BUDI;v;", "2;1605094107929002;SITI;;v"),
    );
    expect(understanding.headerRows).toEqual([1, 2]);
    expect(rows.map(({ sex }) => sex)).toEqual(["L", "P"]);
  });

  const BIRTH = "12-05-1990";
  test.each<[string, string, string, string]>([
    [
      "of a column nobody asks for",
      "No;NIK;Nama;Tgl Lahir;TMT;;OPD",
      ";;;;Awal;Akhir;",
      `${BIRTH};a;b;DINSOS`,
    ],
    ["by its parts alone", "No;NIK;Nama;Tgl Lahir;OPD;TMT", ";;;;;Tgl", `${BIRTH};DINSOS;01-01-2015`],
    ["of two such columns", "No;NIK;Nama;Tgl Lahir;OPD;TMT;SK;", ";;;;;;No;Tgl", `${BIRTH};DINSOS;a;b;c`],
    ["and of the name of the office", "No;NIK;Nama;Tgl Lahir;TMT;OPD", ";;;;Tgl;Nama", `${BIRTH};a;DINSOS`],
    ["and of the number below the name", "No;NIK;Nama;Tgl Lahir;OPD", ";;NIK;;", `${BIRTH};DINSOS`],
  ])("and of two rows of which the second divides a header: %s", async (_, above, below, rest) => {
    const { rows, understanding, rejected } = await readTable(
      lines(above, below, `1;1605091205909001;BUDI SANTOSO;${rest}`),
    );
    expect(understanding.headerRows).toEqual([1, 2]);
    expect(rejected).toEqual([]);
    expect(rows).toMatchObject([{ name: "BUDI SANTOSO", birthDate: BIRTH, unit: "DINSOS" }]);
  });

  test("and of place and date under their short name", async () => {
    const { rows } = await readTable(
      lines("NIK;Nama;TTL;;TMT;", ";;Tempat;Tanggal;SK;Tgl", "1605091205909001;BUDI;Lahat;12-05-1990;a;b"),
    );
    expect(rows).toMatchObject([{ birthPlace: "Lahat", birthDate: "12-05-1990" }]);
  });

  test.each([
    ["with a name", "1;;BUDI SANTOSO;;Guru;"],
    ["with a number", "1;;;;Guru;800"],
    ["with words nobody divides a column by", ";;;;Guru;Honorer"],
    ["with an office in front", "DINAS SOSIAL;;;;;"],
    ["that is the same once more", "No;NIK;Nama;Tgl Lahir;Jabatan;Ket"],
  ])("and not of a row below the header %s", async (_, below) => {
    const { understanding } = await readTable(
      lines("No;NIK;Nama;Tgl Lahir;Jabatan;Ket", below, "1;1605091205909001;SITI;12-05-1990;Guru;"),
    );
    expect(understanding.headerRows).toEqual([1]);
  });

  test.each<[string, string, string, string]>([
    ["letters", "L;P", "√;", ";√"],
    ["words and numbers", "Laki-laki;Perempuan", "1;0", "0;1"],
  ])("and of two columns to be ticked with nothing above them: %s", async (_, header, male, female) => {
    const { rows } = await readTable(
      lines(`NIK;Nama;${header}`, `1605091205909001;BUDI;${male}`, `1605094107929002;SITI;${female}`),
    );
    expect(rows.map(({ sex }) => sex)).toEqual(["L", "P"]);
  });

  test("and not of such columns where --map names another", async () => {
    const { rows } = await readTable(
      lines("NIK;Nama;L;P;Gender KTP", "1605091205909001;BUDI;v;;P", "1605094107929002;SITI;;v;L"),
      { mapping: { sex: "Gender KTP" } },
    );
    expect(rows.map(({ sex }) => sex)).toEqual(["P", "L"]);
  });

  test.each(["Stempel waktu", "Diisi pada"])("are not the dates of something else: %s", async (header) => {
    const { understanding, rows } = await readTable(
      lines(
        `${header};NIK;Nama;TTL`,
        "20-11-2022 10:11:12;1605091205909001;BUDI;Lahat, 12-05-1990",
        "21-11-2022 10:11:12;1605094107929002;SITI;Lahat, 01-07-1992",
        "22-11-2022 10:11:12;1605092208889003;JOKO;Lahat, 22-08-1988",
      ),
    );
    expect(understanding.columns.map(({ field }) => field)).toEqual(["nik", "name", "birth_place_and_date"]);
    expect(rows[0]?.birthDate).toBe("12-05-1990");
  });

  test.each([
    ["Tgl Masuk", false],
    ["TANGGAL KONTRAK AKHIR", false],
    ["Date hired", false],
    ["Tgl", true],
    ["Tgl Lhair", true],
    ["Pada Tanggal", true],
    ["Tanggal (dd/mm/yyyy)", true],
    ["Tgl., bulan dan tahun", true],
    ["Tanggal (contoh: 31-12-1990)", true],
    ["Tgl Ijazah (dd/mm/yyyy)", false],
    ["", true],
  ])("are those of births under %j: %s", async (header, isRead) => {
    const { rows } = await readTable(
      lines(
        `NIK;Nama;${header}`,
        "1605091205909001;BUDI;12-05-1990",
        "1605094107929002;SITI;01-07-1992",
        "1605092208889003;JOKO;22-08-1988",
      ),
    );
    expect(rows[0]?.birthDate).toBe(isRead ? "12-05-1990" : "");
  });

  test("are not those of a column that holds names as well", async () => {
    const text = lines(
      "No;Nama dan TTL;NIK",
      "1;BUDI, Lahat, 12-05-1990;1605091205909001",
      "2;SITI, Lahat, 01-07-1992;1605094107929002",
      "3;JOKO, Lahat, 22-08-1988;1605092208889003",
    );
    await expect(readTable(text)).rejects.toThrow("columns_not_found");
  });
});

describe("names", () => {
  test("in two columns are joined", async () => {
    const { rows } = await readTable(
      lines("NIK;Nama Depan;Nama Belakang", "1605091205909001;BUDI;SANTOSO", "1605094107929002;SITI;-"),
    );
    expect(rows.map((row) => row.name)).toEqual(["BUDI SANTOSO", "SITI"]);
  });
  test("in two columns that --map names", async () => {
    const { rows } = await readTable(
      lines("rec_id,given_name,surname,date_of_birth", "r-1,budi,santoso,19900512"),
      {
        mapping: { name: "given_name+surname", nik: "rec_id" },
        identifier: "plain",
      },
    );
    expect(rows[0]).toMatchObject({ nik: "r-1", name: "budi santoso", birthDate: "19900512" });
  });
});

describe("identifiers", () => {
  test("nip is found under NIP", async () => {
    expect(
      await columnsOf(
        [
          ["NIK", "nik"],
          ["NIP", "nip"],
          ["Nama", "name"],
        ],
        { identifier: "nip" },
      ),
    ).toMatchObject({ nik: "NIP" });
  });
  test("plain takes the best header, whatever the column holds", async () => {
    expect(
      await columnsOf(
        [
          ["ID", "number"],
          ["Nama", "name"],
        ],
        { identifier: "plain" },
      ),
    ).toMatchObject({ nik: "ID" });
  });
});

describe("status", () => {
  const text = (header: string, ...statuses: string[]): string =>
    lines(
      `NIK;Nama;${header}`,
      ...statuses.map((status, at) => `160509120590900${at + 1};BUDI ${"ABCD"[at]};${status}`),
    );
  test.each(["Status", "Status NIK", "Ket Status"])("is read from %s of a registry", async (header) => {
    const { rows } = await readTable(text(header, "AKTIF", "14 - NONAKTIF"), { role: "registry" });
    expect(rows.map((row) => row.status)).toEqual(["AKTIF", "14 - NONAKTIF"]);
  });
  test.each(["Kode", "Keterangan"])("is read from %s where it holds nothing else", async (header) => {
    const { rows } = await readTable(text(header, "11", "MENINGGAL DUNIA"), { role: "listing" });
    expect(rows[0]?.status).toBe("11");
  });
  test.each(["Kode", "Keterangan"])("is not read from %s of another content", async (header) => {
    const { rows } = await readTable(text(header, "pindah 2019", "guru honorer"), { role: "listing" });
    expect(rows[0]?.status).toBe("");
  });
  test.each(["Status Verifikasi", "Hasil Validasi"])(
    "is read from %s of a listing, whatever most of it says",
    async (header) => {
      const { rows } = await readTable(text(header, "menunggu berkas", "proses", "TMS"), { role: "listing" });
      expect(rows.map((row) => row.status)).toEqual(["menunggu berkas", "proses", "TMS"]);
    },
  );
  test.each([
    ["Status;Status Verifikasi", "R3;MS", "R3;TMS", ["MS", "TMS"]],
    ["Status;Hasil Verifikasi", "AKTIF;SESUAI", "14 - NONAKTIF;SESUAI", ["AKTIF", "14 - NONAKTIF"]],
    ["Status;Status Verifikasi", "R2;MS", "R3;MS", ["R2", "R3"]],
  ])("of two, %s, is read from that which says something against somebody", async (headers, a, b, read) => {
    const { rows } = await readTable(text(headers, a, b), { role: "listing" });
    expect(rows.map((row) => row.status)).toEqual(read);
  });
  test("is not read from a column that says who is married", async () => {
    const { rows, understanding } = await readTable(
      text("Status;Status Data", "KAWIN;AKTIF", "CERAI MATI;14 - NONAKTIF", "Belum Kawin;AKTIF"),
      { role: "registry" },
    );
    expect(rows.map((row) => row.status)).toEqual(["AKTIF", "14 - NONAKTIF", "AKTIF"]);
    expect(understanding.unusedHeaders).toEqual(["Status"]);
  });
  test.each(["Status", "Keterangan"])("is nowhere where only %s says who is married", async (header) => {
    const { rows } = await readTable(text(header, "KAWIN", "CERAI MATI"), { role: "registry" });
    expect(rows.map((row) => row.status)).toEqual(["", ""]);
  });
  test("is read from a column that says both of marriages and of records", async () => {
    const { rows } = await readTable(text("Status", "KAWIN", "MENINGGAL", "BELUM KAWIN"), {
      role: "registry",
    });
    expect(rows.map((row) => row.status)).toEqual(["KAWIN", "MENINGGAL", "BELUM KAWIN"]);
  });
  test("of a roster is the kind of employment and left alone", async () => {
    const { rows } = await readTable(text("Status", "R3", "R4"));
    expect(rows[0]?.status).toBe("");
  });
});

describe("sex", () => {
  test("M and F beside each other make M male", async () => {
    const { understanding } = await readTable(
      table([
        ["NIK", "nik"],
        ["Nama", "name"],
        ["JK", "mf"],
      ]),
    );
    expect(understanding.english).toBe(true);
  });
  test("English headers make M male", async () => {
    const { understanding } = await readTable(
      table([
        ["NIK", "nik"],
        ["Name", "name"],
        ["Date of birth", "date"],
        ["Unit", "unit"],
      ]),
    );
    expect(understanding.english).toBe(true);
  });
  describe("P beside W", () => {
    const isPria = async (...rows: string[]): Promise<boolean> =>
      (await readTable(lines("NIK;Nama;JK", ...rows))).understanding.pria;
    const man = "1605091205909001;BUDI SANTOSO";
    const woman = "1605094107929002;SITI AMINAH";
    test("is pria", async () => {
      expect(await isPria(`${man};P`, `${woman};W`)).toBe(true);
      expect(await isPria(";BUDI SANTOSO;p", ";SITI AMINAH;w", ";RATNA;", ";JOKO;Pria")).toBe(true);
    });
    test.each(["L", "Laki-laki", "PR", "M", "F", "1"])(
      "is perempuan where %s stands as well",
      async (sex) => {
        expect(await isPria(`${man};P`, `${woman};W`, `1605091205909003;JOKO SUSILO;${sex}`)).toBe(false);
      },
    );
    test("is perempuan where the numbers say so", async () => {
      expect(await isPria(`${woman};P`, `1605094107929003;RATNA DEWI;W`)).toBe(false);
    });
    test("is nothing known where there is no W", async () => {
      expect(await isPria(`${man};P`, `${woman};P`)).toBe(false);
    });
  });
  test("L and P do not", async () => {
    const { understanding } = await readTable(
      table([
        ["NIK", "nik"],
        ["Name", "name"],
        ["Sex", "sex"],
      ]),
    );
    expect(understanding.english).toBe(false);
  });
});

describe("a table without headers", () => {
  test("is understood when its columns can be nothing else", async () => {
    const { rows, understanding } = await readTable(
      table([
        [null, "number"],
        [null, "nik"],
        [null, "name"],
        [null, "date"],
      ]),
    );
    expect(understanding.headerRows).toEqual([]);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      row: 1,
      nik: "1605091205909001",
      name: "BUDI SANTOSO",
      birthDate: "12-05-1990",
    });
  });
  test("is refused when two columns could be the NIK and two the name", async () => {
    await expect(
      readTable(
        table([
          [null, "nik"],
          [null, "card"],
          [null, "date"],
        ]),
      ),
    ).rejects.toMatchObject({
      problems: [{ code: "columns_not_found" }],
    });
  });
  test("can be read by the letters of its columns", async () => {
    const { rows } = await readTable(
      table([
        [null, "nik"],
        [null, "card"],
        [null, "unit"],
        [null, "name"],
      ]),
      {
        mapping: { nik: "A", name: "D" },
      },
    );
    expect(rows[3]).toMatchObject({ row: 4, nik: "1605091511959004", name: "RATNA DEWI" });
  });
});

describe("a header of unknown words", () => {
  const UNKNOWN: readonly (readonly [string, Part])[] = [
    ["No", "number"],
    ["Nm Peg", "name"],
    ["Nomor Identitas Kependudukan", "nik"],
    ["Tmpt", "place"],
    ["Tgl", "date"],
  ];
  test("is a header and no person where identifiers and dates stand below it", async () => {
    const { rows, understanding } = await readTable(table(UNKNOWN));
    expect(understanding).toMatchObject({ headerRows: [1], unusedHeaders: ["No", "Tmpt"] });
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      row: 2,
      nik: "1605091205909001",
      name: "BUDI SANTOSO",
      birthDate: "12-05-1990",
    });
  });
  test.each(["belum punya;belum tahu;L", "x;tidak tahu;P"])(
    "is not what says of somebody: %s",
    async (cells) => {
      const people = [1, 2, 3, 4].map((i) => `BUDI ${"ABCD"[i - 1]};160509120590900${i};1${i}-05-1990;L`);
      await expect(readTable(lines(`SITI AMINAH;${cells}`, ...people))).rejects.toThrow("columns_not_found");
    },
  );
  test("is found below a letterhead and above a numbering", async () => {
    const [header = "", ...rest] = table(UNKNOWN).split("\r\n");
    const text = lines("PEMERINTAH KABUPATEN MUSI RAWAS;;;;", ";;;;", header, "1;2;3;4;5", ...rest);
    const { rows, understanding } = await readTable(text);
    expect(understanding.headerRows).toEqual([3]);
    expect(rows).toHaveLength(4);
  });
  test("is found over places and dates in one column", async () => {
    const { rows } = await readTable(
      table([
        ["Nm Peg", "name"],
        ["Identitas", "nik"],
        ["Asal", "both"],
      ]),
    );
    expect(rows[0]).toMatchObject({ row: 2, birthPlace: "Muara Beliti", birthDate: "12-05-1990" });
  });
  test("is doubt, and refused, where it could be a person without an identifier", async () => {
    const rows = table([
      [null, "nik"],
      [null, "name"],
      [null, "sex"],
    ]);
    await expect(readTable(`SEDANG DIURUS;AGUS SALIM;L\r\n${rows}`)).rejects.toMatchObject({
      problems: [{ code: "columns_not_found" }],
    });
  });
  test("is doubt, and refused, below a row that could be a person's", async () => {
    const text = `AGUS SALIM;sedang diurus;lupa\r\n${table([
      ["Nm Peg", "name"],
      ["Identitas", "nik"],
      ["Tgl", "date"],
    ])}`;
    await expect(readTable(text)).rejects.toMatchObject({ problems: [{ code: "columns_not_found" }] });
  });
});

describe("a birth date whose day, month and year have columns of their own is put together", () => {
  const [wide, short] = ["NIK;Nama;%s;L/P;TMT", "NIK;Nama;%s;L/P"] as const;
  const people = (date: (day: string, month: string, year: string) => string): string[] =>
    PEOPLE.map((person) => {
      const [day = "", month = "", year = ""] = person[AT.date].split("-");
      return [person[AT.nik], person[AT.name], date(day, month, year), person[AT.sex]].join(";");
    });
  const apart = people((day, month, year) => `${Number(day)};${Number(month)};${year}`);
  const dates = ["1990-05-12", "1992-07-01", "1988-08-22", "1995-11-15"];
  const read = async (rows: readonly string[], asked: Asked = {}): Promise<string[]> => {
    const { rows: raw, understanding } = await readTable(lines(...rows), asked);
    const { dateOrder: order } = understanding;
    return raw.map(({ birthDate }) =>
      formatIsoDate(cleanBirthDate(birthDate, { order, asOf: 20_251_231 }).packed),
    );
  };
  test.each([
    ["Tgl Lahir;Bln Lahir;Thn Lahir"],
    ["TANGGAL LAHIR;BULAN LAHIR;TAHUN LAHIR"],
    ["Day of birth;Month of birth;Year of birth"],
    ["Tanggal Lahir;;"],
    ["Tgl;Bln;Thn"],
    ["TANGGAL;BULAN;TAHUN"],
  ])("under %s", async (headers) => {
    expect(await read([short.replace("%s", headers), ...apart])).toEqual(dates);
  });
  test.each([
    ["Tanggal Lahir;;", "Tgl;Bln;Thn"],
    ["Tanggal Lahir;;", "TANGGAL;BULAN;TAHUN"],
    ["Date of birth;;", "Day;Month;Year"],
  ])("under %s above %s", async (upper, lower) => {
    expect(await read([short.replace("%s", upper), `;;${lower};`, ...apart])).toEqual(dates);
  });
  test("with the birth place under one header for all of it", async () => {
    const placed = people((day, month, year) => `Muara Beliti;${day};${month};${year}`);
    const header = [short.replace("%s", "Tempat dan Tanggal Lahir;;;"), ";;Tempat;Tgl;Bln;Thn;"];
    expect(await read([...header, ...placed])).toEqual(dates);
  });
  test("with the month's name or a year of two digits", async () => {
    const named = people((day, month, year) => `${day};${MONTHS_USED[month]};${year.slice(2)}`);
    expect(await read([short.replace("%s", "Tgl Lahir;Bln Lahir;Thn Lahir"), ...named])).toEqual(dates);
  });
  test("in whatever order they stand", async () => {
    const turned = people((day, month, year) => `${year};${month};${day}`);
    expect(await read([short.replace("%s", "Thn Lahir;Bln Lahir;Tgl Lahir"), ...turned])).toEqual(dates);
  });
  test("where --map names them", async () => {
    const rows = [short.replace("%s", "Tgl;Bln;Thn"), ...apart];
    expect(await read(rows, { mapping: { birth_date: "Tgl+Bln+Thn" } })).toEqual(dates);
  });
  test("under the header of a second list as well", async () => {
    const header = short.replace("%s", "Tgl Lahir;Bln Lahir;Thn Lahir");
    const [first = "", ...others] = apart;
    expect(await read([header, first, header.replace("NIK", "No KTP"), ...others])).toEqual(dates);
  });
  test("unless it stands whole in a column as well", async () => {
    const whole = people((day, month, year) => `${day}-${month}-${year};${month};${year}`);
    const { understanding } = await readTable(
      lines(short.replace("%s", "Tgl Lahir;Bln Lahir;Thn Lahir"), ...whole),
    );
    expect(understanding.unusedHeaders).toEqual(["Bln Lahir", "Thn Lahir"]);
  });
  test("with the birth place in a column in front of them", async () => {
    const placed = people((day, month, year) => `Muara Beliti;${day};${month};${year}`);
    const { rows, understanding } = await readTable(
      lines(short.replace("%s", "Tempat;Tgl;Bln;Thn"), ...placed),
    );
    expect(rows.map(({ birthPlace }) => birthPlace)).toEqual(dates.map(() => "Muara Beliti"));
    expect(understanding.unusedHeaders).toEqual([]);
  });
  test.each([
    ["by the numbers", short.replace("%s", "Tgl;Bln;Thn"), people(() => "1;3;1995")],
    ["under a header of their own", `${short.replace("%s", "TMT;;")}\r\n;;Tgl;Bln;Thn;`, apart],
    ["twice", wide.replace("%s", "Tgl;Bln;Thn;Tgl;Bln;Thn"), people((d, m, y) => `${d};${m};${y};1;3;2015`)],
    ["of less than a date", wide.replace("%s", "Tgl;Bln;Thn"), people((d, m) => `${d};${m};-`)],
  ])("and no other date's day, month and year are: %s", async (_how, header, rows) => {
    expect(await read([header, ...rows])).toEqual(dates.map(() => "0000-00-00"));
  });
  test.each([
    ["read where the place stands in front of it", "Tempat;Tgl;Bln;Thn", "Muara Beliti;", dates],
    ["left where nothing says whose it is", "Tgl;Bln;Thn", "", dates.map(() => "0000-00-00")],
  ])("and in a list without NIKs it is %s", async (_how, headers, place, expected) => {
    const names = ["SITI AMINAH", "BUDI SANTOSO", "RATNA DEWI", "AGUS SALIM"];
    const rows = dates.map((date, i) => {
      const [year, month, day] = date.split("-");
      return `${names[i]};${place}${day};${month};${year};L;SMA`;
    });
    expect(await read([`Nama;${headers};L/P;Ijazah`, ...rows])).toEqual(expected);
  });
  test("and where a part of it is blank, it is no date", async () => {
    const [first = "", ...others] = apart;
    const header = short.replace("%s", "Tgl Lahir;Bln Lahir;Thn Lahir");
    const { rows } = await readTable(lines(header, first.replace(";12;", ";;"), ...others));
    expect(rows[0]?.birthDate).toBe("5 1990");
  });
});

test("a header printed again on every page does not count against its columns", async () => {
  const header = "No;NIK;Nama;Tempat dan hari lahirnya";
  const pages = PEOPLE.flatMap((person, at) => {
    const row = [at + 1, person[AT.nik], person[AT.name], `${person[AT.place]}, ${person[AT.date]}`].join(
      ";",
    );
    return [header, row];
  });
  const { rows } = await readTable(lines(...pages));
  expect(rows.map(({ birthPlace, birthDate }) => `${birthPlace} ${birthDate}`)).toEqual(
    PEOPLE.map((person) => `${person[AT.place]} ${person[AT.date]}`),
  );
});

test.each([
  ["Tempat;Tanggal Lahir", "Muara Beliti"],
  ["TMPT;TGL LAHIR", "Muara Beliti"],
  ["Tempat;Tgl SK", ""],
  ["Kantor;Tanggal Lahir", ""],
])("of %s the first is the birth place: %j", async (headers, place) => {
  const rows = PEOPLE.map((person) =>
    [person[AT.nik], person[AT.name], person[AT.place], person[AT.date]].join(";"),
  );
  const reading = await readTable(lines(`NIK;Nama;${headers}`, ...rows));
  expect(reading.rows[0]?.birthPlace).toBe(place);
});

describe("under a header of NIKs, numbers that carry the birth dates", () => {
  const carryingOf = async (
    number: (at: number) => string,
    date = (at: number): string => PEOPLE[at]![AT.date],
  ) => {
    const rows = PEOPLE.map((person, at) => `${number(at)};${person[AT.name]};${date(at)}`);
    const { understanding } = await readTable(lines("NIK;Nama;Tgl Lahir", ...rows));
    return understanding.columns.find(({ field }) => field === "nik");
  };
  test("hardly ever are used and told of", async () => {
    const column = await carryingOf((at) => PEOPLE[at >> 1]![AT.card]);
    expect(column).toMatchObject({ header: "NIK", how: "synonym", carrying: 0 });
  });
  test.each([
    ["mostly", (at: number) => PEOPLE[at || 1]![AT.nik], undefined],
    ["of placeholders", (at: number) => PEOPLE[at]![AT.card], () => "01-01-1980"],
  ])("%s are not told of", async (_, number, date) => {
    expect(await carryingOf(number, date)).not.toHaveProperty("carrying");
  });
});

describe("people of whom each stands in two rows", () => {
  const two = (name: string, number: string): string =>
    PEOPLE.slice(0, 4)
      .map((person) => `${name.replace("%s", person[AT.name])}\r\n${number.replace("%s", person[AT.nik])}`)
      .join("\r\n");
  test.each([
    ["the number below the name", "No;Nama / NIK;JK", "1;%s;L", ";%s;"],
    ["what it is called in front of it", "No;Nama;JK", "1;%s;L", ";NIK. %s;"],
    ["in its own column", "No;Nama;NIK;JK", "1;%s;;L", ";;%s;"],
    ["beside the date", "No;Nama / NIK;Tempat / Tanggal Lahir", "1;%s;Lahat", ";%s;12-05-1990"],
    ["with blank rows between", "No;Nama / NIK;JK", "1;%s;L\r\n;;", ";%s;\r\n;;"],
  ])("are refused, since nobody would have a number: %s", async (_, header, name, number) => {
    await expect(readTable(lines(header, two(name, number)))).rejects.toMatchObject({
      problems: [{ code: "person_in_two_rows", facts: { row: 2 } }],
    });
  });
  test("are read as they can be where --map says so", async () => {
    const text = lines("No;Nama;NIK;JK", two("1;%s;;L", ";;%s;"));
    const { rows, rejected } = await readTable(text, { mapping: { nik: "NIK" } });
    expect([rows.length, rejected.length]).toEqual([4, 4]);
  });
  test.each([
    [
      "whose number stands beside the name",
      "No;Nama;NIK;JK",
      PEOPLE.map((person) => `1;${person[AT.name]};${person[AT.nik]};L`),
    ],
    [
      "of whom some only are written so",
      "No;Nama;NIK;JK",
      [...PEOPLE.map((person) => `1;${person[AT.name]};;L`), `;;${PEOPLE[0][AT.nik]};`],
    ],
  ])("are not those %s", async (_, header, rows) => {
    expect((await readTable(lines(header, ...rows))).rows).toHaveLength(PEOPLE.length);
  });
  test.each<[string, (name: string, number: string) => string]>([
    ["a column of their own", (name, number) => `1;${name};${number};L`],
    ["that of the names", (name, number) => `1;${name} / ${number};;L`],
  ])("are not those who sign below people with numbers in %s", async (_, row) => {
    const numberOf = (at: number): string => `1990051220150110${10 + at}`;
    const people = PEOPLE.map((person, at) => row(person[AT.name], numberOf(at)));
    const signers = PEOPLE.slice(0, 3).map(
      (person, at) => `;;;\r\n;;;Mengetahui\r\n;${person[AT.name]};;\r\n;NIP. ${numberOf(at)};;`,
    );
    const header = people[0]!.includes("/") ? "No;Nama / NIP;Gol;JK" : "No;Nama;NIP;JK";
    const { rows } = await readTable(lines(header, ...people, ...signers), { identifier: "nip" });
    expect(rows).toHaveLength(PEOPLE.length);
  });
});

describe("two lists side by side", () => {
  const PAIR = "No;Nama;NIK;;No;Nama;NIK";
  const beside = (left: (typeof PEOPLE)[number], right: (typeof PEOPLE)[number]): string =>
    `1;${left[AT.name]};${left[AT.nik]};;2;${right[AT.name]};${right[AT.nik]}`;
  const [budi, siti, joko, ratna] = PEOPLE;
  test("are refused, since the people on the right would be lost", async () => {
    const text = lines(PAIR, beside(budi, siti), beside(joko, ratna));
    await expect(readTable(text)).rejects.toMatchObject({
      problems: [{ code: "lists_side_by_side", facts: { column: "B", beside: "F" } }],
    });
  });
  test("are refused also where the people of only the third are others", async () => {
    const three = (left: (typeof PEOPLE)[number], right: (typeof PEOPLE)[number]): string =>
      `${beside(left, left)};;3;${right[AT.name]};${right[AT.nik]}`;
    const text = lines(`${PAIR};;No;Nama;NIK`, three(budi, siti), three(joko, ratna));
    await expect(readTable(text)).rejects.toMatchObject({
      problems: [{ code: "lists_side_by_side", facts: { column: "B", beside: "J" } }],
    });
  });
  test("are read by the column that --map names", async () => {
    const text = lines(PAIR, beside(budi, siti), beside(joko, ratna));
    const { rows } = await readTable(text, { mapping: { name: "B" } });
    expect(rows.map(({ name }) => name)).toEqual(["BUDI SANTOSO", "JOKO SUSILO"]);
  });
  test.each([
    ["the same people from another document", PAIR, [beside(budi, budi), beside(siti, siti)]],
    ["a printed header without people below it", PAIR, [`1;${budi[AT.name]};${budi[AT.nik]};;;;`]],
    ["mothers, whose header says so", "No;Nama;NIK;;No;Nama Ibu;NIK Ibu", [beside(budi, siti)]],
  ])("are not %s", async (_, header, rows) => {
    const reading = await readTable(lines(header, ...rows));
    expect(reading.rows[0]).toMatchObject({ name: "BUDI SANTOSO", nik: "1605091205909001" });
  });
  test("are not hundreds of columns of names, none as far from another NIK as the first from its own", async () => {
    const many = (text: (column: number) => string): string =>
      Array.from({ length: 300 }, (_, i) => text(i)).join(";");
    const header = `NIK;Nama;Tanggal Lahir;${many((i) => `NIK ${i}`)};${many(() => "Nama")}`;
    const rows = [budi, siti, joko].map(
      (person, at) =>
        `${person[AT.nik]};${person[AT.name]};${person[AT.date]};${many(() => "")};${many((i) => PEOPLE[(i + at) % PEOPLE.length]![AT.name])}`,
    );
    const reading = await readTable(lines(header, ...rows));
    expect(reading.rows.map(({ name }) => name)).toEqual(["BUDI SANTOSO", "SITI AMINAH", "JOKO SUSILO"]);
  });
});

describe("--map", () => {
  test.each(["nik", "birth_place", "unit"] as const)("names one column for %s", async (field) => {
    const columns = [
      ["NIK", "nik"],
      ["Nama", "name"],
      ["OPD", "unit"],
    ] as const;
    const mapping = { [field]: "NIK+OPD" };
    await expect(readTable(table(columns), { mapping })).rejects.toMatchObject({
      problems: [{ code: "map_several_columns", facts: { field, header: "NIK+OPD" } }],
    });
  });
  test("goes before header and content, and compares as headers are compared", async () => {
    expect(
      await columnsOf(
        [
          ["NIK", "nik"],
          ["Nama", "name"],
          ["nama_ijazah", "unit"],
        ],
        { mapping: { name: "NAMA IJAZAH" } },
      ),
    ).toMatchObject({ name: "nama_ijazah" });
  });
  test("names the column of place and date together", async () => {
    const { rows } = await readTable(
      table([
        ["NIK", "nik"],
        ["Nama", "name"],
        ["Lahir di/pada", "both"],
      ]),
      { mapping: { birth_place_and_date: "Lahir di/pada" } },
    );
    expect(rows[0]).toMatchObject({ birthPlace: "Muara Beliti", birthDate: "12-05-1990" });
  });
  test("of several columns tells which of them is not there", async () => {
    const columns = [
      ["NIK", "nik"],
      ["Nama", "name"],
    ] as const;
    const missing = async (name: string): Promise<unknown> => {
      const failure: Trouble = await readTable(table(columns), { mapping: { name } }).catch((error) => error);
      return failure.problems.map(({ facts }) => facts["header"]);
    };
    expect(await missing("Nama+Gelar")).toEqual(["Gelar"]);
    expect(await missing("Depan+Nama+Belakang")).toEqual(["Depan", "Belakang"]);
    expect(await missing("Depan+Belakang")).toEqual(["Depan+Belakang"]);
  });
  test("tells every header that is not there at once, with those that are", async () => {
    const failure: Trouble = await readTable(
      table([
        ["NIK", "nik"],
        ["Nama", "name"],
      ]),
      { mapping: { name: "Nama Lgkp", sex: "JK" } },
    ).catch((error) => error);
    expect(failure.problems).toMatchObject([
      { code: "map_unknown_column", facts: { field: "name", header: "Nama Lgkp", headers: "NIK, Nama" } },
      { code: "map_unknown_column", facts: { field: "sex", header: "JK" } },
    ]);
  });
});

describe("a table without what identifies a person is refused", () => {
  test.each<[string, [string, Part][]]>([
    [
      "an identifier alone",
      [
        ["NIK", "nik"],
        ["OPD", "unit"],
      ],
    ],
    [
      "a birth date alone",
      [
        ["Tgl Lahir", "date"],
        ["OPD", "unit"],
      ],
    ],
  ])("%s", async (_, columns) => {
    await expect(readTable(table(columns))).rejects.toMatchObject({
      problems: [
        {
          code: "columns_not_found",
          facts: { role: "roster", headers: columns.map(([header]) => header).join(", ") },
        },
      ],
    });
  });
  test.each([
    ["jobs and pay", ["No;Jabatan;Gaji", "1;Guru;1500000", "2;Bidan;1600000", "3;Perawat;1700000"]],
    [
      "a budget",
      ["Kode;Uraian;Anggaran", "5.1.01;Honorarium;90000", "5.1.02;Listrik;8000", "5.1.03;Air;700"],
    ],
    ["a numbered budget", ["No;Kode;Uraian", "1;5.1.01;Honorarium", "2;5.1.02;Listrik", "3;5.1.03;Air"]],
    ["words without headers", ["1;BUDI SANTOSO", "2;SITI AMINAH", "3;JOKO SUSILO"]],
  ])("words that no header calls names: %s", async (_, rows) => {
    await expect(readTable(lines(...rows))).rejects.toMatchObject({
      problems: [{ code: "columns_not_found" }],
    });
  });
  test("names alone will do where the header says that they are names", async () => {
    const { rows } = await readTable(lines("No;Nama", "1;BUDI SANTOSO", "2;SITI AMINAH", "3;JOKO SUSILO"));
    expect(rows).toHaveLength(3);
  });
  test("an identifier and a birth date will do", async () => {
    expect(
      await columnsOf([
        ["NIK", "nik"],
        ["Tgl Lahir", "date"],
      ]),
    ).toEqual({ nik: "NIK", birth_date: "Tgl Lahir" });
  });
});
