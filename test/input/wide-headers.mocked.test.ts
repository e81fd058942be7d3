/**
 * How often headers are read and folded where there are very many columns or header rows: no more than a few times for
 * each cell of the table. Counted, since time would tell of the machine as well.
 */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import { profileColumns } from "../../src/input/content.ts";
import { RowReader } from "../../src/input/row-reader.ts";
import type { Cells } from "../../src/input/rows.ts";
import { recognise } from "../../src/input/understand.ts";
import type { TableRequest } from "../../src/input/understanding.ts";

const counted = vi.hoisted(() => ({ calls: 0 }));
vi.mock("../../src/input/header.ts", async (original) => {
  const header = await original<typeof import("../../src/input/header.ts")>();
  const counting =
    <R>(read: (cell: string) => R) =>
    (cell: string): R => {
      counted.calls++;
      return read(cell);
    };
  return { ...header, readHeader: counting(header.readHeader), foldHeader: counting(header.foldHeader) };
});

beforeEach(() => {
  counted.calls = 0;
});

const REQUEST: TableRequest = {
  path: "daftar.csv",
  role: "roster",
  mapping: {},
  identifier: "nik",
  asOf: 20_251_231,
};

const COLUMNS = 2000;
/** A header's text is read and folded, once for its row and once for that below another. */
const CALLS_A_CELL = 4;

const HEADER = ["NIK", "Nama", "Tanggal Lahir"];
const person = (i: number): string[] => [
  `16050912059${String(i).padStart(5, "0")}`,
  `BUDI ${"ABCDEFGHIJ"[i % 10]}ONO`,
  "12-05-1990",
];
const many = (text: (column: number) => string): string[] =>
  Array.from({ length: COLUMNS }, (_, i) => text(i));
const some = (rows: number): string[][] => Array.from({ length: rows }, (_, i) => person(i));

/** Each says one more than the one above it, and below each somebody stands. */
const KNOWN = [
  ...HEADER,
  "Tempat Lahir",
  "L/P",
  "OPD",
  "Jabatan",
  "No KK",
  "NIP",
  "Alamat",
  "HP",
  "Status",
  "Umur",
];
const LADDER = KNOWN.flatMap((_, i) => [
  [...KNOWN.slice(0, i + 2), ...Array.from({ length: 50 }, (_, column) => `Kolom ${i} ${column}`)],
  person(i),
]);

const TABLES: Readonly<Record<string, readonly Cells[]>> = {
  "of one name, over people": [
    [...HEADER, ...many(() => "Nama")],
    ...some(5).map((cells, row) => [...cells, ...many((column) => person(row + column)[1]!)]),
  ],
  "of one name": [[...HEADER, ...many(() => "Nama")], ...some(5)],
  "of known names": [[...HEADER, ...many((column) => `NIK ${column}`)], ...some(5)],
  "of other names": [[...HEADER, ...many((column) => `Kolom ${column}`)], ...some(5)],
  "of two rows": [
    [...HEADER, "Biodata pegawai", ...many(() => "")],
    ["", "", "", "", ...many((column) => `Kolom ${column}`)],
    ...some(5),
  ],
  "that say more and more": LADDER,
  "of unknown words": [
    ["Nomor unik", "Sebutan", "Saat", ...many((column) => `Kata ${column}`)],
    ...some(5).map((cells) => [...cells, ...many(() => "x")]),
  ],
};

describe("headers", () => {
  test.each(Object.entries(TABLES))("%s are read no more often than they stand there", (_, table) => {
    recognise(table, {
      path: "daftar.csv",
      role: "roster",
      mapping: {},
      identifier: "nik",
      asOf: 20_251_231,
    });
    const cells = table.reduce((sum, row) => sum + row.length, 0);
    expect(counted.calls).toBeLessThan(CALLS_A_CELL * cells);
  });
});

test("another header is not read anew where it comes once more right below", () => {
  const { layout } = recognise([HEADER, ...some(5)], REQUEST);
  const reader = new RowReader(layout, ";");
  const read = (cells: Cells) => reader.read(cells, null);
  for (const cells of [HEADER, ...some(5)]) read(cells);
  const other = ["Nama", "NIK", "Tanggal Lahir"];
  expect(read(other)).toBe("header");
  counted.calls = 0;
  for (let again = 0; again < 100; again++) expect(read(other)).toBe("header");
  expect(counted.calls).toBe(0);
  const [nik, name, born] = person(1);
  expect(read([name!, nik!, born!])).toMatchObject({ nik, name });
});

test("columns that no row reaches are not looked at in every row", () => {
  let looks = 0;
  const watched = (cells: string[]): Cells =>
    new Proxy(cells, {
      get(target, key) {
        if (typeof key === "string" && /^\d+$/.test(key)) looks++;
        return Reflect.get(target, key);
      },
    });
  const profiles = profileColumns(some(100).map(watched), COLUMNS, identifierField("nik"));
  expect(profiles).toHaveLength(COLUMNS);
  expect(looks).toBe(100 * HEADER.length);
});
