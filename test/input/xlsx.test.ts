import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Trouble } from "../../src/trouble.ts";
import { drawn } from "../drawn.ts";
import { people, readTable } from "./reading.ts";
import { type PartOptions, type SheetContent, workbook, zip } from "./workbook.ts";

const HEADER = ["No", "NIK", "Nama", "Tempat Lahir", "Tanggal Lahir", "L/P", "OPD"];
const BUDI = ["1", "1605091205909001", "BUDI SANTOSO", "Muara Beliti", "12-05-1990", "L", "DINAS KESEHATAN"];
const SITI = ["2", "1605094107929002", "SITI AMINAH", "Lubuklinggau", "01-07-1992", "P", "DINAS KESEHATAN"];
const XLSX = { fileName: "daftar.xlsx" };

async function refusal(bytes: Buffer, fileName = "daftar.xlsx"): Promise<unknown> {
  return readTable(bytes, { fileName }).then(
    () => "read",
    (error: Trouble) => ({ code: error.problems[0]?.code, reason: error.problems[0]?.facts["reason"] }),
  );
}

test("a workbook gives the same raw rows as the same table in CSV", async () => {
  const rows = [["DAFTAR TENAGA NON ASN"], [], HEADER, BUDI, SITI];
  const fromSheet = await readTable(workbook([{ name: "Data", rows }]), XLSX);
  const fromCsv = await readTable(`${rows.map((row) => row.join(";")).join("\r\n")}\r\n`);
  expect(fromSheet.rows).toEqual(fromCsv.rows);
  expect(fromSheet.understanding).toMatchObject({
    format: "xlsx",
    sheet: "Data",
    delimiter: "",
    headerRows: [3],
  });
  expect(fromSheet).toMatchObject({ read: 5, layout: 3 });
});

test("a header of unknown words is a header in a sheet too, and words alone are nobody", async () => {
  const header = ["No", "Nomor Kependudukan", "Nm Peg", "Tmpt", "Tgl", "", ""];
  const rows = [header, BUDI, SITI, [...SITI.slice(0, 2), "JOKO SUSILO", ...SITI.slice(3)]];
  const reading = await readTable(workbook([{ name: "Data", rows }]), XLSX);
  expect(people(reading)).toEqual(["2 BUDI SANTOSO", "3 SITI AMINAH", "4 JOKO SUSILO"]);
  const jobs = [
    ["No", "Jabatan", "Gaji"],
    ["1", "Guru", "1500000"],
    ["2", "Bidan", "1600000"],
    ["3", "Perawat", "1700000"],
  ];
  const refused = readTable(workbook([{ name: "Data", rows: jobs }]), XLSX);
  await expect(refused).rejects.toMatchObject({ problems: [{ code: "columns_not_found" }] });
});

describe("a CSV file that was opened without being parted", () => {
  const problemOf = async (rows: readonly (readonly string[])[]): Promise<unknown> =>
    readTable(workbook([{ name: "Data", rows }]), XLSX).then(
      () => "read",
      ({ problems }: Trouble) => problems[0],
    );
  const title = "DAFTAR TENAGA NON ASN";
  test.each([",", ";", "|"])("has every row in one cell, parted by %s", async (delimiter) => {
    const rows = [[title], ...[HEADER, BUDI, SITI].map((cells) => [cells.join(delimiter)])];
    expect(await problemOf(rows)).toMatchObject({ code: "cells_in_one_column", facts: { row: 2 } });
  });
  test("or in two, where a name has the character that a spreadsheet parts by", async () => {
    const line = (cells: readonly string[]): string[] => cells.join(";").split(",");
    const rows = [HEADER, BUDI, SITI.with(2, "SITI AMINAH, S.Pd")].map(line);
    expect(rows.map(({ length }) => length)).toEqual([1, 1, 2]);
    expect(await problemOf(rows)).toMatchObject({ code: "cells_in_one_column", facts: { row: 1 } });
  });
  test("is no header of three words over a table that can be read", async () => {
    const rows = [["NIK, Nama, OPD"], HEADER, BUDI, SITI];
    expect(await problemOf(rows)).toBe("read");
  });
});

test("a damaged sheet is told where it is hidden, and refuses the workbook where it is not", async () => {
  const damaged = { name: "Lama", xml: "<worksheet><sheetData><row r='1" };
  const read = (hidden: boolean) =>
    readTable(
      workbook([
        { name: "Data", rows: [HEADER, BUDI, SITI] },
        { ...damaged, hidden },
      ]),
      XLSX,
    );
  const { rows, understanding } = await read(true);
  expect([rows.length, understanding.hiddenSheets]).toEqual([2, ["Lama"]]);
  await expect(read(false)).rejects.toMatchObject({ problems: [{ code: "file_archive" }] });
});

describe("formulas that nobody has computed", () => {
  const nik = { xml: '<f>TEXT(Z1,"0")</f><v></v>' };
  const read = async (...rows: NonNullable<SheetContent["rows"]>): Promise<unknown> =>
    readTable(workbook([{ name: "Data", rows: [HEADER, ...rows] }]), XLSX).then(
      ({ rows: people }) => people.length,
      ({ problems }: Trouble) => problems[0],
    );
  const told = { code: "cells_uncomputed", facts: { row: 2, header: "NIK" } };

  test("refuse the file where they stand in a column in use", async () => {
    expect(await read(["1", nik, ...BUDI.slice(2)], SITI)).toMatchObject(told);
  });

  test("and where they are all there is", async () => {
    expect(await read(BUDI.map(() => nik))).toMatchObject(told);
  });

  test("further down than the file is looked at, reject their rows alone", async () => {
    const many = Array.from({ length: 2100 }, () => SITI);
    const rows = [
      HEADER,
      ...many,
      ["1", nik, ...BUDI.slice(2)],
      [nik, ...BUDI.slice(1)],
      BUDI.map(() => nik),
    ];
    const reading = await readTable(workbook([{ name: "Data", rows }]), XLSX);
    expect(reading.rows).toHaveLength(2101);
    expect(reading.rejected).toEqual([
      { row: 2102, reason: "uncomputed", text: `1 |  | ${BUDI.slice(2).join(" | ")}` },
      { row: 2104, reason: "uncomputed", text: " |  |  |  |  |  | " },
    ]);
    expect(reading).toMatchObject({ read: 2104, layout: 1 });
  });

  test("leave the rows below their office, unless it is one of them", async () => {
    const of = (unit: NonNullable<SheetContent["rows"]>[number][number], number = "1605094107929002") => [
      ...["2", number, "SITI AMINAH", "Lahat", "01-07-1992", "P"],
      unit,
    ];
    const many = Array.from({ length: 2100 }, () => of(""));
    const below = [of(""), ["3", nik, ...of("").slice(2)], of(""), of(nik), of("")];
    const rows = [HEADER, of("DINAS A"), ...many, ...below];
    const reading = await readTable(workbook([{ name: "Data", rows }]), XLSX);
    expect(reading.rejected.map(({ row }) => row)).toEqual([2104, 2106]);
    expect(reading.rows.slice(-3).map(({ unit }) => unit)).toEqual(["DINAS A", "DINAS A", ""]);
  });

  test("are of no matter in a total, in another column, or where the result is an empty text", async () => {
    expect(await read([nik, ...BUDI.slice(1)], ["JUMLAH", nik])).toBe(1);
    expect(await read(["1", { type: "str", xml: "<f>Z1</f><v></v>" }, ...BUDI.slice(2)])).toBe(1);
  });
});

describe("cells", () => {
  const read = async (
    cell: Exclude<NonNullable<SheetContent["rows"]>[number][number], string>,
    column: "nik" | "birthDate" | "name",
    options: Parameters<typeof workbook>[1] = {},
  ): Promise<string | undefined> => {
    const at = { nik: 1, name: 2, birthDate: 4 }[column];
    const row = SITI.map((text, index) => (index === at ? cell : text));
    const reading = await readTable(workbook([{ name: "Data", rows: [HEADER, BUDI, row] }], options), XLSX);
    return reading.rows[1]?.[column];
  };

  test.each([
    [
      "a NIK stored as a number keeps every digit",
      "nik",
      { xml: "<v>9101010101900001</v>" },
      "9101010101900001",
    ],
    ["also in scientific notation", "nik", { xml: "<v>1.605091205909001E15</v>" }, "1605091205909001"],
    ["and shows what the file has lost", "nik", { xml: "<v>1.60509120590900E+15</v>" }, "1605091205909000"],
    ["a date in a built-in style", "birthDate", { style: 1, xml: "<v>33005</v>" }, "1990-05-12"],
    ["a date in a style of its own", "birthDate", { style: 2, xml: "<v>33005.5</v>" }, "1990-05-12"],
    ["the last day of a leap year", "birthDate", { style: 1, xml: "<v>35430</v>" }, "1996-12-31"],
    ["the leap day of 2000", "birthDate", { style: 1, xml: "<v>36585</v>" }, "2000-02-29"],
    ["a number in another style", "birthDate", { style: 3, xml: "<v>33005</v>" }, "33005"],
    ["an ISO date", "birthDate", { type: "d", xml: "<v>1990-05-12T00:00:00</v>" }, "1990-05-12"],
    ["the result of a formula", "name", { type: "str", xml: "<f>A1</f><v>SITI AMINAH</v>" }, "SITI AMINAH"],
    ["an error is nothing", "birthDate", { type: "e", xml: "<v>#N/A</v>" }, ""],
    [
      "entities and CDATA",
      "name",
      { type: "inlineStr", xml: "<is><t>SITI &amp; <![CDATA[<A>]]>&#77;</t></is>" },
      "SITI & <A>M",
    ],
    [
      "several runs, no phonetic reading",
      "name",
      { type: "inlineStr", xml: "<is><r><t>SITI </t></r><r><t>AMINAH</t></r><rPh><t>xx</t></rPh></is>" },
      "SITI AMINAH",
    ],
    ["a shared text", "name", { type: "s", xml: "<v>1</v>" }, "SITI RAHAYU"],
  ] as const)("%s", async (_, column, cell, text) => {
    const sharedStrings = "<si><t>x</t></si><si><r><t>SITI </t></r><r><t>RAHAYU</t></r></si>";
    expect(await read(cell, column, { sharedStrings })).toBe(text);
  });

  test("a shared text that is not there is damage: an empty cell could be somebody", async () => {
    await expect(
      read({ type: "s", xml: "<v>77</v>" }, "birthDate", { sharedStrings: "<si><t>x</t></si>" }),
    ).rejects.toMatchObject({ problems: [{ code: "file_archive", facts: { reason: "damaged_archive" } }] });
  });

  test("dates of the 1904 system", async () => {
    const properties = '<workbookPr date1904="1"/>';
    expect(await read({ style: 1, xml: "<v>31543</v>" }, "birthDate", { properties })).toBe("1990-05-12");
  });

  test("blank cells at the end of a row are no damage", async () => {
    const rows = [
      ["NIK", "Nama", "Tanggal Lahir"],
      ["1605091205909001", "BUDI"],
      ["", "SITI"],
    ];
    expect(people(await readTable(workbook([{ name: "Data", rows }]), XLSX))).toEqual(["2 BUDI", "3 SITI"]);
  });

  test("rows and cells that the file leaves out keep their place", async () => {
    const xml = `<worksheet><sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>NIK</t></is></c><c r="D2" t="inlineStr"><is><t>Nama</t></is></c></row><row r="5"><c r="B5"><v>1605091205909001</v></c><c r="D5" t="inlineStr"><is><t>BUDI</t></is></c></row><row r="1000"/></sheetData></worksheet>`;
    const reading = await readTable(workbook([{ name: "Data", xml }]), XLSX);
    expect(people(reading)).toEqual(["5 BUDI"]);
    expect(reading.read).toBe(5);
  });
});

describe("the sheet", () => {
  const rows = [HEADER, BUDI, SITI];
  const notes = { name: "Petunjuk", rows: [["Isi data pada lembar berikut"], ["Terima kasih"]] };

  test("is the only one that holds a table of persons", async () => {
    const reading = await readTable(workbook([notes, { name: "Data", rows }]), XLSX);
    expect(reading.understanding.sheet).toBe("Data");
  });

  test("is never chosen among several that do", async () => {
    const bytes = workbook([
      { name: "Dinkes", rows },
      { name: "Disdik", rows },
    ]);
    await expect(readTable(bytes, XLSX)).rejects.toMatchObject({
      problems: [
        {
          code: "sheet_ambiguous",
          // to be copied behind --roster
          facts: { choices: expect.stringMatching(/^"[^"]+#Dinkes" "[^"]+#Disdik"$/) },
        },
      ],
    });
  });

  test("is not chosen while another holds two lists side by side", async () => {
    const pairs = [
      [...HEADER, ...HEADER],
      [...BUDI, ...SITI],
    ];
    const bytes = workbook([
      { name: "Dinkes", rows },
      { name: "Berdampingan", rows: pairs },
    ]);
    expect(await refusal(bytes)).toEqual({ code: "sheet_ambiguous" });
  });

  test("is left out when hidden", async () => {
    const reading = await readTable(
      workbook([
        { name: "Lama", rows, hidden: true },
        { name: "Baru", rows },
      ]),
      XLSX,
    );
    expect(reading.understanding.sheet).toBe("Baru");
  });

  test("is the one that is named", async () => {
    const bytes = workbook([
      { name: "Dinkes", rows },
      { name: "Disdik", rows: [HEADER, SITI] },
    ]);
    expect(people(await readTable(bytes, { ...XLSX, sheet: "disdik" }))).toEqual(["2 SITI AMINAH"]);
    const missing = readTable(bytes, { ...XLSX, sheet: "Bappeda" });
    await expect(missing).rejects.toMatchObject({
      problems: [{ code: "sheet_missing", facts: { sheet: "Bappeda", sheets: "“Dinkes”, “Disdik”" } }],
    });
  });
});

describe("hostile and broken archives are refused", () => {
  const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>NIK</t></is></c></row></sheetData></worksheet>`;
  const parts = (sheetPart: string | Buffer, options: PartOptions = {}, target = "s.xml") =>
    zip([
      ["xl/workbook.xml", `<workbook xmlns:r="x"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>`],
      [
        "xl/_rels/workbook.xml.rels",
        `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}"/></Relationships>`,
      ],
      ["xl/s.xml", sheetPart, options],
    ]);
  const elsewhere = (target: string) => parts(sheet, {}, target);

  const binary = zip([
    [
      "_rels/.rels",
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    ],
    ["xl/workbook.bin", "x"],
  ]);
  const openDocument = (kind: string) =>
    zip([
      ["mimetype", `application/vnd.oasis.opendocument.${kind}`],
      ["content.xml", "<a/>"],
    ]);

  test.each(["s.xml", "./s.xml", "../xl/s.xml", "/xl/x/../s.xml", "%73.xml"])(
    "but a sheet is found under its address, however that is written: %s",
    async (target) => {
      // it is read, and found to hold no persons
      expect(await refusal(elsewhere(target))).toEqual({ code: "columns_not_found" });
    },
  );

  test.each<[string, Buffer, string]>([
    ["a part that shrinks beyond belief", parts(Buffer.alloc(40_000_000, " ")), "suspicious_archive"],
    [
      "a part that holds more than it declares",
      parts(sheet.repeat(3), { declaredSize: 50 }),
      "suspicious_archive",
    ],
    [
      "a part that holds less than it declares",
      parts(sheet, { declaredSize: sheet.length + 9 }),
      "damaged_archive",
    ],
    ["more than a machine can hold", parts(sheet, { declaredSize: 0x7fffffff }), "too_large"],
    ["a part behind a password", parts(sheet, { flags: 1 }), "encrypted"],
    [
      "a part twice",
      zip([
        ["a", "1"],
        ["a", "2"],
      ]),
      "suspicious_archive",
    ],
    ["an archive cut short", parts(sheet).subarray(0, 200), "damaged_archive"],
    ["an archive of something else", zip([["daftar.csv", "NIK,Nama"]]), "zip_archive"],
    ["a spreadsheet of LibreOffice", openDocument("spreadsheet"), "open_document"],
    ["a text of LibreOffice", openDocument("text"), "text_document"],
    ["drawings of LibreOffice", openDocument("graphics"), "zip_archive"],
    ["a document of Word", zip([["word/document.xml", "<a/>"]]), "text_document"],
    ["a binary workbook", binary, "binary_workbook"],
    ["a document type", parts(`<!DOCTYPE a [<!ENTITY b "c">]>${sheet}`), "damaged_archive"],
    ["a document type elsewhere", parts(`<!DOCTYPE a SYSTEM "http://x/a.dtd">${sheet}`), "damaged_archive"],
    ["a sheet outside the archive", elsewhere("http://x/s.xml"), "not_a_workbook"],
    ["a sheet among the machine's files", elsewhere("../../../../etc/passwd"), "not_a_workbook"],
    ["a part with a way out of the archive", zip([["../xl/workbook.xml", "<a/>"]]), "damaged_archive"],
    [
      "more parts than a workbook has",
      zip(Array.from({ length: 10_001 }, (_, i) => [`a${i}`, "", { stored: true }])),
      "suspicious_archive",
    ],
    ["elements within elements without end", parts("<a>".repeat(1000)), "damaged_archive"],
    ["a comment without end", parts(`<worksheet><!--${"x".repeat(3_000_000)}`), "damaged_archive"],
    ["a cell larger than any", parts(sheet.replace("NIK", "N".repeat(3_000_000))), "damaged_archive"],
    ["a tag that never ends", parts("<worksheet><sheetData><row r='1"), "damaged_archive"],
    [
      "rows that go back",
      parts(sheet.replace("</sheetData>", '<row r="1"/></sheetData>')),
      "damaged_archive",
    ],
    ["a row beyond the last", parts(sheet.replace('row r="1"', 'row r="99999999"')), "damaged_archive"],
  ])("%s", async (_, bytes, reason) => {
    expect(await refusal(bytes)).toEqual({ code: "file_archive", reason });
  });

  const plain = `<x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Nama</x:t></x:is></x:c></x:row><!-- > --><x:row><x:c t='inlineStr'><x:is><x:t>BUDI</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
  test.each<[string, PartOptions]>([
    ["stored without packing", { stored: true }],
    ["with sizes of 64 bits", { zip64: true }],
  ])("a part %s is read", async (_, options) => {
    expect(people(await readTable(parts(plain, options), XLSX))).toEqual(["2 BUDI"]);
  });

  test("whatever is damaged, the file is read in balance or refused", async () => {
    const bytes = workbook([{ name: "Data", rows: [HEADER, BUDI, SITI] }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 3 }),
        fc.nat({ max: bytes.length }),
        fc.boolean(),
        async (damages, length, isCut) => {
          const damaged = Buffer.from(isCut ? bytes.subarray(0, length) : bytes);
          for (const [at, value] of damages) if (at < damaged.length) damaged[at] = value;
          await readTable(damaged, XLSX).then(
            ({ rows, rejected, layout, read }) => expect(rows.length + rejected.length + layout).toBe(read),
            (error) => expect(error).toBeInstanceOf(Trouble),
          );
        },
      ),
      { numRuns: drawn(300) },
    );
  });
});
