/**
 * Rows that are read from bytes and rows that are read as text are the same people: `readTable` reads every file both
 * ways. Here are tables of rows that are plain, and rows that are not for the least of reasons.
 */
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { People } from "../../src/input/people.ts";
import { Trouble } from "../../src/trouble.ts";
import { drawn } from "../drawn.ts";
import { lines, readTable } from "./reading.ts";

const usually = <T>(often: fc.Arbitrary<T>, ...others: fc.Arbitrary<T>[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: often }, ...others.map((arbitrary) => ({ weight: 1, arbitrary })));
const strange = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "-",
    "0",
    "NULL",
    "tidak ada",
    "#N/A",
    "\0",
    "A\0B",
    "\uFEFFA",
    "A\u200BB",
    "É",
    "\x1f",
    "’",
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);

const nik = usually(
  fc.stringMatching(/^1605(0[1-9]|1[0-9])[0-7][1-9]0[1-9][6-9][0-9]000[0-9]$/),
  fc.stringMatching(/^[0-9]{15,17}$/),
  fc.constantFrom(
    "0000000000000000",
    "1111111111111111",
    "1234567890123456",
    "1605091205900000",
    "'1605091205909001",
    "1605091205909001 ",
    "16O5091205909001",
  ),
  strange,
);

const word = usually(
  fc.constantFrom("BUDI", "Siti", "santoso", "RATNA", "DEWI", "NURHAYATI", "Ayu", "SRI", "EKA", "A", "M"),
  fc.constantFrom(
    "BIN",
    "Binti",
    "alias",
    "HAJI",
    "H",
    "Hj",
    "DR",
    "PROF",
    "SE",
    "SH",
    "S",
    "PD",
    "I",
    "SPD",
    "AMD",
  ),
  fc.constantFrom(
    "NULL",
    "Nihil",
    "KOSONG",
    "NA",
    "NO",
    "NE",
    "BELU",
    "MADA",
    "TIDAK",
    "ADA",
    "UNDE",
    "FINED",
    "NONE",
  ),
  fc.stringMatching(/^[A-Za-z]{1,5}$/),
  fc.constantFrom("M.", "Abd.", "NU'MAN", "JOSÉ", "", "(BUDI)", "D2", "A/N"),
);
const tail = usually(
  fc.constantFrom("", "", "", ", S.Pd", ", S.Ag., M.Pd.I", ",SE", ", SKM"),
  fc.constantFrom(
    ",",
    ", ",
    ", -",
    ", BUDIMAN",
    " , S.Pd",
    ", S.Pd ",
    ", (Alm)",
    ", É",
    ", S.Pd  M.Pd",
    ", [x",
  ),
  strange,
);
const head = usually(
  fc.constantFrom("", "", ""),
  fc.constantFrom(
    "H. ",
    "Hj. ",
    "M. ",
    "Muh.",
    "Drs. ",
    "K. ",
    "St. ",
    "A. ",
    "S.",
    "bin. ",
    "Prof. ",
    "DR.",
    "ALS. ",
  ),
  fc.stringMatching(/^[A-Za-z]{0,4}[.,]{1,2} {0,2}$/),
);
const name = usually(
  fc
    .tuple(head, fc.array(word, { minLength: 1, maxLength: 4 }), tail)
    .map(([start, words, end]) => start + words.join(" ") + end),
  fc.array(word, { minLength: 1, maxLength: 10 }).map((words) => words.join(" ")),
  fc.constantFrom(
    "BLANK, ÉÉ",
    "NONE, É",
    "BELU MADA",
    "N IL",
    "Tidak Ada",
    "KEPALA DINAS",
    "JUMLAH",
    "DINAS KESEHATAN",
  ),
  strange,
);

const number = (most: number, digits: number) =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(digits, "0"));
const date = usually(
  fc
    .tuple(number(31, 2), number(12, 2), number(2010, 4), fc.constantFrom("-", "/", "."))
    .map(([day, month, year, separator]) => [day, month, year].join(separator)),
  fc
    .tuple(number(2010, 4), number(13, 1), number(32, 1), fc.constantFrom("-", "/"))
    .map(([year, month, day, separator]) => [year, month, day].join(separator)),
  fc
    .array(fc.oneof(number(40, 1), number(2030, 4), number(99999, 5)), { minLength: 1, maxLength: 4 })
    .map((numbers) => numbers.join("-")),
  fc.stringMatching(/^[0-9]{1,4}[-/. ][0-9]{0,3}[-/.]{1,2}[0-9]{0,5} ?$/),
  fc.constantFrom("", "00-00-0000", "31-02-1990", "12 Mei 1990", "12-05-90", "33005", "Lahat, 5-10-1983"),
  strange,
);
const place = usually(
  fc.constantFrom("Muara Beliti", "LUBUKLINGGAU", "Kab. Musi Rawas", "Lahat", "Kota"),
  fc.constantFrom(
    "",
    "-",
    "Jl. Merdeka",
    "SÃO PAULO",
    "Lahat ",
    "Lahat, 5-10-1983",
    "idem",
    "\u3003",
    "x".repeat(70),
  ),
  strange,
);
const sex = usually(
  fc.constantFrom("L", "P", "M", "F", "Perempuan"),
  fc.constantFrom("", "?", "LAKI - LAKI"),
  strange,
);
const unit = usually(
  fc.constantFrom("Dinas Kesehatan", "DINAS SOSIAL", ""),
  fc.constantFrom("sda", "''"),
  strange,
);
const status = usually(fc.constantFrom("", "AKTIF"), fc.constantFrom("14 - NONAKTIF", "-"), strange);

const HEADERS = ["NIK", "Nama", "Tempat Lahir", "Tanggal Lahir", "JK", "Unit Kerja", "STATUS", "No KK"];
/** Enough ordinary rows for the columns to be found, whatever the others hold. */
const ORDINARY = Array.from({ length: 20 }, (_, i) => [
  `16050912059${String(i).padStart(2, "0")}001`,
  ["BUDI SANTOSO", "SITI AMINAH", "Ratna Dewi Ayu"][i % 3]!,
  ["Lahat", "Muara Beliti"][i % 2]!,
  `${10 + i}-05-1990`.replace(/^(3\d|2[89])/, "11"),
  "LP"[i % 2]!,
  i % 4 === 0 ? "DINAS KESEHATAN" : "",
  "AKTIF",
  `16050912059${String(i).padStart(2, "0")}00${i % 3}`,
]);

const row = fc.tuple(nik, name, place, date, sex, unit, status, usually(nik, fc.constant("")));
const oddRow = fc.oneof(
  fc.constantFrom(
    ["DINAS PENDIDIKAN"],
    HEADERS,
    ["Nama", "NIK", "Tanggal Lahir", "Tempat Lahir"],
    ["JUMLAH", "3"],
    [],
    ["", "Mengetahui", "", "Kepala Dinas"],
    ["a,b,c,d,e,f,g,h"],
    ['"BUDI', "x"],
  ),
  fc.array(usually(name, date), { maxLength: 10 }),
);

const table = fc.record({
  rows: fc.array(
    usually<readonly string[]>(
      row,
      oddRow,
      row.map((cells) => [...cells, "", ""]),
    ),
    { maxLength: 30 },
  ),
  columns: fc.subarray([2, 3, 4, 5, 6, 7]).map((others) => [0, 1, ...others]),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  // a list may have been put together from others
  lineEnds: fc.oneof(
    fc.constantFrom(["\n"], ["\r\n"], ["\r"]),
    fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 1, maxLength: 7 }),
  ),
  encoding: fc.constantFrom("utf8" as const, "utf8" as const, "latin1" as const),
  isLastEnded: fc.boolean(),
  quotes: fc.constantFrom("none", "needed", "all"),
});

afterEach(() => vi.restoreAllMocks());

describe("rows read from bytes", () => {
  test("are those that are read as text", async () => {
    const plain = vi.spyOn(People.prototype, "addPlain");
    const any = vi.spyOn(People.prototype, "add");
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom("roster" as const, "registry" as const),
        fc.constantFrom(undefined, 50, 400),
        async ({ rows, columns, delimiter, lineEnds, encoding, isLastEnded, quotes }, role, chunkBytes) => {
          const quoted = (cell: string): string =>
            quotes === "all" || (quotes === "needed" && cell.includes(delimiter))
              ? `"${cell.replaceAll('"', '""')}"`
              : cell;
          const picked = [HEADERS, ...ORDINARY, ...rows].map((cells) =>
            cells.length < HEADERS.length
              ? cells
              : [...columns.map((column) => cells[column]!), ...cells.slice(8)],
          );
          const text =
            picked
              .map(
                (cells, i) =>
                  (i > 0 ? lineEnds[i % lineEnds.length]! : "") + cells.map(quoted).join(delimiter),
              )
              .join("") + (isLastEnded ? lineEnds[0]! : "");
          const asked = { role, ...(chunkBytes === undefined ? {} : { chunkBytes }) };
          await readTable(Buffer.from(text, encoding), asked).catch((error: unknown) => {
            // a header further down may leave nobody below it
            if (!(error instanceof Trouble)) throw error;
          });
        },
      ),
      { numRuns: drawn(600) },
    );
    // of both kinds there were thousands
    expect(plain.mock.calls.length).toBeGreaterThan(drawn(5000));
    expect(any.mock.calls.length).toBeGreaterThan(drawn(5000));
  });

  test("are nearly all of an ordinary list", async () => {
    const plain = vi.spyOn(People.prototype, "addPlain");
    await readTable(
      lines(
        HEADERS.join(";"),
        "1605091205909001;BUDI SANTOSO;Muara Beliti;12-05-1990;L;DINAS KESEHATAN;;",
        "1605094107929002;Siti Aminah, S.Pd;Lubuklinggau;1/7/1992;P;DINAS KESEHATAN;;",
        "1605092208889003;SRI EKA;Tugumulyo;1988-08-22;P;;AKTIF;1605092208880003",
        "1605092208889004;SURATMI;;;;;;",
        "1605092208889005;Hj. Siti Aminah;;;;;;",
        "1605092208889006;M.ALI YUSUF;;;;;;",
        "1605092208889007;SURATMI;;;;;;",
      ),
    );
    // into a store of its own, and into a batch; the last line is read as text
    expect(plain).toHaveBeenCalledTimes(2 * 6);
  });

  test("are none of a table of thousands of columns, which is read as text", async () => {
    const plain = vi.spyOn(People.prototype, "addPlain");
    const blank = ";".repeat(5000);
    const { rows } = await readTable(
      lines(
        `NIK;Nama;Tanggal Lahir${blank}`,
        ...["BUDI", "SITI"].map((name) => `1605091205909001;${name};12-05-1990${blank}`),
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(["BUDI", "SITI"]);
    expect(plain).not.toHaveBeenCalled();
  });

  const ORDINARY_LINES = [
    "1605094107929002;SITI AMINAH;Lahat;01-07-1992",
    "1605092208889003;SURATMI;Lahat;22-08-1988",
  ];
  /** How often a row was added from its bytes, of two ordinary ones and another. */
  async function countPlain(line: string): Promise<number> {
    const plain = vi.spyOn(People.prototype, "addPlain");
    const [first = "", second = ""] = ORDINARY_LINES;
    await readTable(lines("NIK;Nama;Tempat Lahir;Tanggal Lahir", first, line, second, ORDINARY_LINES[0]!));
    return plain.mock.calls.length / 2;
  }

  test.each([
    ["no NIK", ";BUDI SANTOSO;Lahat;12-05-1990"],
    ["a NIK with a digit too few", "160509120590901;BUDI SANTOSO;Lahat;12-05-1990"],
    ["a NIK in groups", "1605 0912 0590 9001;BUDI SANTOSO;Lahat;12-05-1990"],
    ["a NIK whose last digits a spreadsheet zeroed", "1605091205900000;BUDI SANTOSO;Lahat;12-05-1990"],
    ["a title in front", "1605091205909001;HAJI BUDI SANTOSO;Lahat;12-05-1990"],
    ["a title in words", "1605091205909001;BUDI SANTOSO S PD;Lahat;12-05-1990"],
    ["a title that may be a name", "1605091205909001;RATNA DEWI SE;Lahat;12-05-1990"],
    ["a patronymic", "1605091205909001;ALI BIN ABU;Lahat;12-05-1990"],
    ["an alias", "1605091205909001;ALI alias ABU;Lahat;12-05-1990"],
    ["an alias written short", "1605091205909001;ALI al. ABU;Lahat;12-05-1990"],
    ["a name behind the comma", "1605091205909001;BUDI, SANTOSO;Lahat;12-05-1990"],
    ["two titles in front", "1605091205909001;H. M. ALI;Lahat;12-05-1990"],
    ["a word written short twice", "1605091205909001;M. ALI M;Lahat;12-05-1990"],
    ["a last word written short", "1605091205909001;ALI S.;Lahat;12-05-1990"],
    ["a letter with an accent", "1605091205909001;JOSÉ SARAGIH;Lahat;12-05-1990"],
    ["a day that is none", "1605091205909001;BUDI SANTOSO;Lahat;31-02-1990"],
    ["a short year", "1605091205909001;BUDI SANTOSO;Lahat;12-05-90"],
  ])("may hold %s, which alone is read as text", async (_, line) => {
    expect(await countPlain(line)).toBe(ORDINARY_LINES.length + 1);
  });

  test.each(["BUDI SANTOSO;12-05-1990", "JOSÉ SARAGIH;12-05-1990", "BUDI SANTOSO;31-02-1990"])(
    "know the number of a family card in the place of a NIK beside %s",
    async (cells) => {
      const ordinary = "1605094107929002;SITI AMINAH;01-07-1992;1605092208880003";
      const odd = `1605092208889003;${cells};1605092208889003`;
      await readTable(lines("NIK;Nama;Tanggal Lahir;No KK", ordinary, odd, ordinary, ordinary));
    },
  );

  test.each([
    ["a word for nothing", "1605091205909001;BELU MADA;Lahat;12-05-1990"],
    ["a place for nothing", "1605091205909001;BUDI SANTOSO;-;12-05-1990"],
    ["a date in the place's cell", "1605091205909001;BUDI SANTOSO;Lahat, 12-05-1990;"],
    ["a place in the date's cell", "1605091205909001;BUDI SANTOSO;Lahat;Lahat, 12-05-1990"],
    ["a date for nothing", "1605091205909001;BUDI SANTOSO;Lahat;-"],
    ["something else for a NIK", "lihat KK;BUDI SANTOSO;Lahat;12-05-1990"],
    ["something else for a date", "1605091205909001;BUDI SANTOSO;Lahat;lupa"],
    ["two spaces", "1605091205909001;BUDI  SANTOSO;Lahat;12-05-1990"],
    ["nothing that tells a person", ";KEPALA DINAS;Lahat;12-05-1990"],
    ["a NUL", "1605091205909001;BUDI SANTOSO;La\0hat;12-05-1990"],
    ["a web page's sign that parts a name", "1605091205909001;BUDI&amp;SANTOSO;Lahat;12-05-1990"],
    ["such a sign where a cell is lacking", "1605091205909001;BUDI&amp;SANTOSO;12-05-1990"],
    ["a cell too many", "1605091205909001;BUDI SANTOSO;Lahat;12-05-1990;"],
    ["a cell too few", "1605091205909001;BUDI SANTOSO;Lahat"],
  ])("are not such as hold %s", async (_, line) => {
    expect(await countPlain(line)).toBe(ORDINARY_LINES.length);
  });
});
