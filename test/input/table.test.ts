import { describe, expect, test } from "vitest";
import { lines, people, readTable } from "./reading.ts";

const BUDI = "1605091205909001;BUDI SANTOSO;Muara Beliti, 12-05-1990;L;DINAS KESEHATAN";
const SITI = "1605094107929002;SITI AMINAH;Lubuklinggau, 01-07-1992;P;DINAS KESEHATAN";
const JOKO = "1605092208889003;JOKO WIDODO;Tugumulyo, 22-08-1988;L;DINAS PENDIDIKAN";
const HEADER = "NIK;Nama Lengkap;Tempat/Tgl Lahir;L/P;OPD";

describe("a plain table", () => {
  test("gives one raw row per person, numbered as a spreadsheet does", async () => {
    const reading = await readTable(lines(HEADER, BUDI, SITI, JOKO));
    expect(reading.understanding).toMatchObject({ delimiter: ";", encoding: "utf-8", headerRows: [1] });
    expect(reading.rows[0]).toEqual({
      row: 2,
      nik: "1605091205909001",
      name: "BUDI SANTOSO",
      birthPlace: "Muara Beliti",
      birthDate: "12-05-1990",
      sex: "L",
      unit: "DINAS KESEHATAN",
      status: "",
      familyCard: "",
    });
    expect(people(reading)).toEqual(["2 BUDI SANTOSO", "3 SITI AMINAH", "4 JOKO WIDODO"]);
    expect(reading).toMatchObject({ read: 4, layout: 1, rejected: [] });
  });
});

describe("layout habits", () => {
  test("everything at once", async () => {
    const reading = await readTable(
      lines(
        "PEMERINTAH KABUPATEN MUSI RAWAS;;;;;;",
        "DAFTAR NAMA TENAGA NON ASN;;;;;;",
        ";;;;;;",
        "No;NIK;Nama;Kelahiran;;JK;Jabatan",
        ";;;Tempat;Tanggal;;",
        "1;2;3;4;5;6;7",
        "A. DINAS KESEHATAN;;;;;;",
        "1;1605091205909001;BUDI SANTOSO;Muara Beliti;12-05-1990;L;Operator",
        "2;1605094107929002;SITI AMINAH;Lubuklinggau;01-07-1992;P;Bidan",
        "JUMLAH;2;;;;;",
        ";;;;;;",
        "B;DINAS PENDIDIKAN;;;;;",
        "No;NIK;Nama;Kelahiran;;JK;Jabatan",
        ";;;Tempat;Tanggal;;",
        "3;1605092208889003;JOKO WIDODO;Tugumulyo;22-08-1988;L;Guru",
        "4;;RATNA DEWI;;;P;Guru",
        "5;;;;;P;Guru",
        ";;;;;;",
        ";;;;Muara Beliti, 12 Januari 2025;;",
        ";;Mengetahui;;Kepala Dinas Pendidikan;;",
        ";;;;;;",
        ";;DRS. H. AHMAD;;;;",
        ";;NIP. 19650101 199003 1 001;;;;",
      ),
    );
    expect(reading.understanding.headerRows).toEqual([4, 5]);
    expect(reading.rows.map((r) => [r.row, r.name, r.birthPlace, r.birthDate, r.unit])).toEqual([
      [8, "BUDI SANTOSO", "Muara Beliti", "12-05-1990", "DINAS KESEHATAN"],
      [9, "SITI AMINAH", "Lubuklinggau", "01-07-1992", "DINAS KESEHATAN"],
      [15, "JOKO WIDODO", "Tugumulyo", "22-08-1988", "DINAS PENDIDIKAN"],
      [16, "RATNA DEWI", "", "", "DINAS PENDIDIKAN"],
    ]);
    expect(reading.rejected).toMatchObject([{ row: 17, reason: "no_identity" }]);
  });
});
