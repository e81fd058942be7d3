/** A name and its number in one cell: how they are told apart, and when a column is read so. */
import { describe, expect, test } from "vitest";
import {
  namesOtherNumber,
  ownNumber,
  splitNameAndNumber,
  standsSecond,
} from "../../src/input/name-and-number.ts";
import { people, readTable } from "./reading.ts";
import { workbook } from "./workbook.ts";

describe("a cell of both", () => {
  test.each([
    ["SITI AMINAH 1605094107929002", "SITI AMINAH", "1605094107929002"],
    ["Siti Aminah, S.Pd. NIK. 1605094107929002", "Siti Aminah, S.Pd.", "1605094107929002"],
    ["SITI AMINAH / NIK : 1605094107929002", "SITI AMINAH", "1605094107929002"],
    ["SITI AMINAH (No. KTP 1605094107929002)", "SITI AMINAH", "1605094107929002"],
    ["SITI AMINAH NO. 1605094107929002", "SITI AMINAH", "1605094107929002"],
    ["SITI AMINAH (Nomor: 1605094107929002)", "SITI AMINAH", "1605094107929002"],
    ["SITI NOVA TANNO 1605094107929002", "SITI NOVA TANNO", "1605094107929002"],
    ["SITI AMINAH Kartu Keluarga 1605092007070012", "SITI AMINAH", ""],
    ["SITI AMINAH/1605094107929002", "SITI AMINAH", "1605094107929002"],
    ["1605094107929002 / SITI AMINAH", "SITI AMINAH", "1605094107929002"],
    ["Drs. MARWAN NIP. 19680512 199303 1 007", "Drs. MARWAN", "19680512 199303 1 007"],
    ["Drs. MARWAN NIP.196805121993031007", "Drs. MARWAN", "196805121993031007"],
    // what joins the number to the name is no part of either
    ["SITI AMINAH-1605094107929002", "SITI AMINAH", "1605094107929002"],
    ["SITI AMINAH \u2013 1605094107929002", "SITI AMINAH", "1605094107929002"],
    ["SITI AMINAH, S.Pd.1605094107929002", "SITI AMINAH, S.Pd.", "1605094107929002"],
    ["SITI AMINAH1605094107929002", "SITI AMINAH", "1605094107929002"],
    ["1. 1605094107929002 SITI AMINAH", "SITI AMINAH", "1605094107929002"],
    // other numbers beside it
    ["SITI AMINAH NIK 1605094107929002 HP 081234567890", "SITI AMINAH", "1605094107929002"],
    ["SITI AMINAH / No. KK 1605092007070012 / NIK 1605094107929002", "SITI AMINAH", "1605094107929002"],
    ["1605094107929002 SITI AMINAH HP. 081234567890", "SITI AMINAH", "1605094107929002"],
    ["SITI AMINAH NUPTK. 5432761662300012", "SITI AMINAH", ""],
    // letters that look like digits are the reader's to judge
    ["SITI 16O5094107929OO2", "SITI", "16O5094107929OO2"],
    ["SITI O605094107929002", "SITI", "O605094107929002"],
    ["S1TI AMINAH", "S1TI AMINAH", ""],
    ["SITI AMINAH 01-07-1992", "SITI AMINAH 01-07-1992", ""],
    ["SITI AMINAH NIP. -", "SITI AMINAH", ""],
    ["SITI UNIK", "SITI UNIK", ""],
    ["NIP. 196805121993031007", "NIP. 196805121993031007", ""],
    ["", "", ""],
  ])("%s", (text, name, number) => {
    expect(splitNameAndNumber(text)).toEqual({ name, number });
  });

  test.each(["(", "1 1 1 1 A", "NIK", "NO. ", "1---2", "a1", "x"])(
    "is soon taken apart where it goes on and on: %s",
    (part) => {
      const text = part.repeat(512).slice(0, 512);
      const from = performance.now();
      for (let times = 0; times < 100; times++) splitNameAndNumber(text);
      expect(performance.now() - from).toBeLessThan(500);
    },
  );
});

describe("a header names other numbers than the persons'", () => {
  test.each([
    ["Nama dan KK", true],
    ["Nama / No. Kartu Keluarga", true],
    ["Nama / NIK / No. KK", false],
    ["Nama", false],
    // where the name was copied from
    ["Nama Lengkap (sesuai KK)", false],
    ["Nama di Kartu Keluarga", false],
    ["Nama sesuai KK, No. KK", true],
  ])("%s: %s", (header, is) => {
    expect(namesOtherNumber(header)).toBe(is);
  });
});

describe("a column of both", () => {
  const HEADER = ["No", "Nama / NIK", "Tempat, Tanggal Lahir", "Jabatan"];
  const rows = [
    ["1", "BUDI SANTOSO\n1605091205909001", "Muara Beliti, 12-05-1990", "Guru"],
    ["2", "SITI AMINAH\nNIK. 1605094107929002", "Lubuklinggau, 01-07-1992", "Bidan"],
    ["3", "JOKO SUSILO\n-", "Tugumulyo, 03-03-1981", "Guru"],
    ["4", "RATNA DEWI (1605096611909004)", "Tugumulyo, 26-11-1990", "Guru"],
  ];
  const SIGNED = [
    ["", "", "", "Muara Beliti, 31 Oktober 2022"],
    ["", "", "", "Kepala Dinas"],
    ["", "Drs. MARWAN EFFENDI\nNIP. 196805121993031007", "", ""],
  ];
  const read = async (header: readonly string[], list = rows, options = {}) =>
    readTable(workbook([{ name: "Data", rows: [header, ...list] }]), { fileName: "daftar.xlsx", ...options });
  const both = (reading: Awaited<ReturnType<typeof read>>) =>
    reading.rows.map(({ name, nik }) => [name, nik]);
  const APART = [
    ["BUDI SANTOSO", "1605091205909001"],
    ["SITI AMINAH", "1605094107929002"],
    ["JOKO SUSILO", ""],
    ["RATNA DEWI", "1605096611909004"],
  ];

  test.each([
    "Nama / NIK",
    "Nama dan NIK",
    "NAMA/NIP",
    "Nama",
    "Nama / No. KTP",
    "Nama dan Nomor Induk Kependudukan",
  ])("is read as two: %s", async (name) => {
    const reading = await read(HEADER.with(1, name), [...rows, ...SIGNED]);
    expect(both(reading)).toEqual(APART);
    expect(reading).toMatchObject({ read: 8, layout: 4, rejected: [] });
    const columns = reading.understanding.columns.filter(({ index }) => index === 1);
    expect(columns.map(({ field }) => field)).toEqual(["name", "nik"]);
  });

  test("is read the same from CSV", async () => {
    const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(";");
    const reading = await readTable([HEADER, ...rows, ...SIGNED].map(line).join("\r\n"));
    expect(both(reading)).toEqual(APART);
  });

  test("is what --map says it is, by either name or both", async () => {
    for (const mapping of [{ name: "B" }, { name: "B", nik: "B" }]) {
      const reading = await read(HEADER, rows, { mapping });
      expect(both(reading)).toEqual(APART);
      for (const { index, confidence } of reading.understanding.columns)
        if (index === 1) expect(confidence).toBe(0.75);
    }
  });

  test("is one of names where the numbers have a column, or are of another kind", async () => {
    const list = rows.map((cells, at) => [...cells, `160509120590900${at}`]);
    const reading = await read([...HEADER, "NIK"], list);
    expect(reading.rows[0]).toMatchObject({ name: "BUDI SANTOSO 1605091205909001", nik: "1605091205909000" });
    const officials = rows.map((cells) => cells.with(1, "BUDI SANTOSO\nNIP. 199005122010011001"));
    const named = await read(HEADER.with(1, "Nama / NIP"), officials);
    expect(named.rows[0]).toMatchObject({ name: "BUDI SANTOSO NIP. 199005122010011001", nik: "" });
    expect(people(named)).toHaveLength(4);
  });

  test.each(["NUPTK. 543276166230001", "543276166230001", "No. Rek 16050912059090"])(
    "is one of names where the numbers are %s…",
    async (number) => {
      const list = rows.map((cells, at) => cells.with(1, `NAMA ${"ABCD"[at]}\n${number}${at}`));
      const reading = await read(HEADER.with(1, "Nama"), list);
      expect(reading.rows.map(({ nik }) => nik)).toEqual(["", "", "", ""]);
      expect(reading.rows[1]?.name).toBe(`NAMA B ${number}1`);
    },
  );

  describe("is one of names where the numbers are the families'", () => {
    // sixteen digits and a day in the middle, on which the card was made
    const list = rows.map((cells, at) => cells.with(1, `NAMA ${"ABCD"[at]} 160509200707001${at}`));
    const niks = async (header: string, of: typeof rows, without = -1): Promise<string[]> => {
      const cut = [HEADER.with(1, header), ...of].map((cells) => cells.filter((_, at) => at !== without));
      const reading = await readTable(workbook([{ name: "Data", rows: cut }]), { fileName: "daftar.xlsx" });
      return reading.rows.map(({ nik }) => nik);
    };
    const none = ["", "", "", ""];
    test.each(["Nama", "Nama dan KK", "Nama / NIK"])("by the birth dates: %s", async (header) => {
      expect(await niks(header, list)).toEqual(none);
    });
    test("by the header where there are no birth dates", async () => {
      expect(await niks("Nama dan KK", list, 2)).toEqual(none);
    });
    test("and of both where the birth dates say so, whatever the header", async () => {
      expect(await niks("Nama dan KK", rows)).toEqual(APART.map(([, nik]) => nik));
    });
    test.each([1900, 1904])("also as the numbers of days counted from %d", async (from) => {
      const numbers = [33005, 33786, 29648, 33203].map((day) => String(from === 1900 ? day : day - 1462));
      const dated = rows.map((cells, at) => cells.with(2, numbers[at]!));
      expect(await niks("Nama", dated)).toEqual(APART.map(([, nik]) => nik));
    });
  });

  test("loses nobody below a signature where there is no birth date", async () => {
    const header = ["Nama / NIK", "Jabatan", "Unit Kerja", "No. HP"];
    const list = rows.map(([, both = "", , job = ""]) => [both, job, "", ""]);
    const signer = ["Drs. MARWAN EFFENDI\nNIP. 196805121993031007", "", "", ""];
    const below = ["SITI MARYAM\nNIK. 1605094103919007", "", "", ""];
    const reading = await read(header, [...list, ["Mengetahui,", "", "", ""], signer, below]);
    expect(both(reading)).toEqual([...APART, ["SITI MARYAM", "1605094103919007"]]);
    expect(reading).toMatchObject({ read: 8, layout: 3, rejected: [] });
  });

  test("orders day and month by the dates in its numbers", async () => {
    const list = [
      ["1", "BUDI SANTOSO 1605091205909001", "Muara Beliti, 05/12/1990", "Guru"],
      ["2", "RUDI HARTAWAN 1605091105869002", "Tugumulyo, 05/11/1986", "Guru"],
      ["3", "ANDI SAPUTRA 1605090403819003", "Tugumulyo, 03/04/1981", "Guru"],
    ];
    expect((await read(HEADER, list)).understanding).toMatchObject({ dateOrder: "mdy" });
  });
});

describe("a cell of two numbers", () => {
  const NIK = "1605094107929002";
  const CARD = "1605092007070012";
  test.each([
    [`NIK: ${NIK} / KK: ${CARD}`, null, NIK],
    [`KK ${CARD} NIK ${NIK}`, null, NIK],
    [`${CARD} (KK: ${NIK})`, null, CARD],
    [`${NIK}/${CARD}`, false, NIK],
    [`${CARD} / ${NIK}`, true, NIK],
    [`NIK ${NIK} / ${CARD}`, null, NIK],
    [`NIK ${NIK} / ${CARD}`, true, NIK],
    // nobody says which it is
    [`${NIK} / ${CARD}`, null, `${NIK} / ${CARD}`],
    [NIK, true, NIK],
    ["16 05 09 41 07 92 90 02 (16 digit)", true, "16 05 09 41 07 92 90 02 (16 digit)"],
  ])("%s, by its words or its place in the header: %s", (text, isSecond, number) => {
    expect(ownNumber(text, isSecond)).toBe(number);
  });

  test.each<[string, boolean | null]>([
    ["NIK / KK", false],
    ["No. KK dan NIK", true],
    ["NIK (sesuai KK)", null],
    ["NIK", null],
    ["No. KK", null],
  ])("%s: which is the identifier", (header, isSecond) => {
    expect(standsSecond(header)).toBe(isSecond);
  });

  test.each<[string, (nik: string, card: string) => string]>([
    ["NIK / KK", (nik, card) => `${nik}/${card}`],
    ["No. KK / NIK", (nik, card) => `${card} / ${nik}`],
    ["No. KK dan NIK", (nik, card) => `"${card}\n${nik}"`],
    ["NIK / No. Kartu Keluarga", (nik, card) => `${nik} / ${card}`],
    ["NIK", (nik, card) => `NIK: ${nik} / KK: ${card}`],
  ])("is the person's under %s", async (header, cell) => {
    const niks = [NIK, "1605091205909001", "1605022208889003"];
    const names = ["SITI AMINAH", "BUDI SANTOSO", "JOKO SUSILO"];
    const dates = ["01-07-1992", "12-05-1990", "22-08-1988"];
    const rows = niks.map((nik, i) => `${cell(nik, CARD)};${names[i]};${dates[i]}`);
    const { rows: read, understanding } = await readTable(
      `${[`${header};Nama;Tgl Lahir`, ...rows].join("\r\n")}\r\n`,
    );
    expect(read.map(({ nik }) => nik)).toEqual(niks);
    expect(understanding.columns.find(({ field }) => field === "nik")).not.toHaveProperty("carrying");
  });
});
