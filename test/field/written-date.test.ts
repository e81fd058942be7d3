/** Birth dates in every writing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, formatDate, isRealDate, monthOf, packDate, yearOf } from "../../src/field/birth-date.ts";
import { cleanBirthDate, type DateOrder } from "../../src/field/written-date.ts";
import { ANY_CHARACTER } from "../any-character.ts";
import { day, everyDay } from "./calendar.ts";

const AS_OF = 20261122;
const read = (text: string, order: DateOrder = "dmy", asOf = AS_OF) => cleanBirthDate(text, { order, asOf });
const packed = (text: string, order: DateOrder = "dmy", asOf = AS_OF) => read(text, order, asOf).packed;

describe("12 May 1990 is read", () => {
  it.each([
    // numbers
    "12-05-1990",
    "12/05/1990",
    "12.05.1990",
    "12 05 1990",
    "12-5-1990",
    "12 - 05 - 1990",
    "12–05–1990",
    "12/5/90",
    "12-05-90",
    "1990-05-12",
    "1990/5/12",
    "1990.05.12",
    "90-05-12",
    "19900512",
    "12051990",
    "120590",
    "'12-05-1990",
    '="12-05-1990"',
    " 12-05-1990 ",
    "12-05-1990.",
    "12\u00a005\u00a01990",
    "12-05-19\u200b90",
    // names of months
    "12 Mei 1990",
    "12 MEI 1990",
    "12 mei 1990",
    "12-Mei-90",
    "12-Mei-1990",
    "12Mei1990",
    "Mei 12, 1990",
    "1990 Mei 12",
    "12 May 1990",
    "May 12, 1990",
    "12th May 1990",
    "12-V-1990",
    "12 v 1990",
    // weekday, label
    "Senin, 12 Mei 1990",
    "Jum'at, 12 Mei 1990",
    "Jum’at 12-05-1990",
    "Minggu 12/5/1990",
    "Tgl. 12 Mei 1990",
    "12 bulan 5 tahun 1990",
    // time of day
    "1990-05-12 00:00:00",
    "1990-05-12 00:00:00.000",
    "1990-05-12T00:00:00",
    "1990-05-12T00:00:00Z",
    "1990-05-12T00:00:00+07:00",
    "12/05/1990 00.00.00",
    "12/05/1990 0:00",
    "12/05/1990, 12:00:00 AM",
    "12 Mei 1990 00:00",
    "19900512 00:00:00",
    "1990-05-12 00:00:00+07",
    "1990-05-12 00:00:00 WIB",
    "1990-05-12 00:00:00 UTC",
    "Sat May 12 1990 00:00:00 GMT+0700 (Western Indonesia Time)",
    // midnight here, as UTC has it
    "1990-05-11T17:00:00.000Z",
    "1990-05-11T16:00:00Z",
    "1990-05-11 15:00:00+00",
    "11/05/1990 16:30:00 UTC",
    "Fri, 11 May 1990 17:00:00 GMT",
    "11/05/1990, 17:00:00 UTC",
    "Fri May 11 1990 17:00:00 GMT+0000 (Coordinated Universal Time)",
    // years of age
    "12-05-1990 (34 th)",
    "12-05-1990 / 34 Thn",
    "12-05-1990/34",
    "12 Mei 1990, umur 34 tahun",
    "12/05/90 34 tahun 7 bulan",
    // spreadsheets
    "33005",
    "33005.0",
    "33005,0",
    "33005.5",
    "19900512.0",
  ])("from %j", (text) => expect(packed(text)).toBe(19900512));

  it("from 05/12/1990 where the column puts the month first", () => {
    expect(packed("05/12/1990", "mdy")).toBe(19900512);
    expect(packed("5/12/90", "mdy")).toBe(19900512);
    expect(packed("05121990", "mdy")).toBe(19900512);
    expect(packed("90/05/12", "ymd")).toBe(19900512);
  });

  it("in brackets", () => expect(packed("(12-05-1990)")).toBe(19900512));

  it("with its own hour where that is no midnight here", () => {
    for (const hour of ["17:00:00", "17:00:00+07:00", "12:00:00Z", "17:20:00Z"])
      expect(packed(`1990-05-12T${hour}`)).toBe(19900512);
  });

  it("on the day behind the last of a month and of a year", () => {
    expect(packed("1990-05-31T17:00:00Z")).toBe(19900601);
    expect(packed("1988-02-28T17:00:00Z")).toBe(19880229);
    expect(packed("1989-12-31T17:00:00Z")).toBe(19900101);
  });

  it("from numbers that lost a leading zero in a spreadsheet", () => {
    expect(packed("5121990")).toBe(19901205);
    expect(packed("5121990", "mdy")).toBe(19900512);
  });
});

describe("month names", () => {
  it.each([
    [1, "Januari Jan January Djanuari Djanoeari I"],
    [2, "Februari Feb Febr Pebr Pebruari Peb Pebroeari Febroeari February II"],
    [3, "Maret Mar Mrt Maart March III"],
    [4, "April Apr IV"],
    [5, "Mei Mai May V"],
    [6, "Juni Jun June Djuni Djoeni VI"],
    [7, "Juli Jul July Djuli Djoeli VII"],
    [8, "Agustus Agu Agt Ags Agst Agust Aug Agoestoes Augustus August VIII"],
    [9, "September Sep Sept IX"],
    [10, "Oktober Okt October Oct X"],
    [11, "November Nov Nopember Nop XI"],
    [12, "Desember Des December Dec XII"],
  ])("of month %i: %s", (month, names) => {
    for (const name of names.split(" ")) {
      expect(packed(`7 ${name} 1985`)).toBe(packDate(1985, month, 7));
      expect(packed(`07-${name.toUpperCase()}-1985`)).toBe(packDate(1985, month, 7));
    }
  });
});

describe("day and month", () => {
  it("follow the column's order where both readings are dates", () => {
    expect(packed("05/12/1990", "dmy")).toBe(19901205);
    expect(packed("05/12/1990", "mdy")).toBe(19900512);
    expect(packed("05/12/1990", "ymd")).toBe(19901205);
  });

  it("are exchanged where only that is a date", () => {
    expect(packed("05/13/1990", "dmy")).toBe(19900513);
    expect(packed("13/05/1990", "mdy")).toBe(19900513);
    expect(packed("1990-13-05", "dmy")).toBe(19900513);
    expect(packed("05131990", "dmy")).toBe(19900513);
  });
});

describe("two-digit years", () => {
  it.each([
    ["12-05-90", 19900512],
    ["12-05-01", 20010512],
    ["12-05-11", 20110512],
    // eighty years old at most, fifteen at least
    ["22-11-46", 19461122],
    ["23-11-45", 19451123],
    ["22-11-11", 20111122],
    // neither century gives a working age: the latest that is not in the future
    ["12-05-12", 20120512],
    ["12-05-26", 20260512],
    ["12-05-27", 19270512],
    ["29-02-00", 20000229],
  ])("%s is %i", (text, date) => expect(packed(text)).toBe(date));

  it("never lie in the future", () => {
    fc.assert(
      fc.property(day, (date) => {
        const short = formatDate(date).replace(/-\d\d(\d\d)$/, "-$1");
        expect(packed(short)).toBeLessThanOrEqual(AS_OF);
        expect(packed(short) % 1_000_000).toBe(date % 1_000_000);
      }),
    );
  });

  it("take the century of an identifier that has one and agrees", () => {
    const context = { order: "dmy", asOf: AS_OF } as const;
    const nip = { day: 12, month: 5, yearOfCentury: 12, year: 1912 };
    expect(cleanBirthDate("12-05-12", { ...context, identifierDate: nip }).packed).toBe(19120512);
    expect(cleanBirthDate("12-05-13", { ...context, identifierDate: nip }).packed).toBe(20130512);
    expect(cleanBirthDate("12-05-12", { ...context, identifierDate: { ...nip, year: null } }).packed).toBe(
      20120512,
    );
    expect(cleanBirthDate("12-05-12", { ...context, identifierDate: null }).packed).toBe(20120512);
  });

  it("depend on the reference date, not on the clock", () => {
    expect(packed("12-05-20", "dmy", 20261122)).toBe(20200512);
    expect(packed("12-05-20", "dmy", 20351122)).toBe(20200512);
    expect(packed("12-05-20", "dmy", 19991122)).toBe(19200512);
  });
});

describe("Excel's day numbers", () => {
  it("count every day from 1930 to 2010", () => {
    let serial = 10_959;
    for (const date of everyDay(1930, 2010)) expect(packed(String(serial++))).toBe(date);
    expect(serial - 1).toBe(40_543);
    const in1904 = (text: string) =>
      cleanBirthDate(text, { order: "dmy", asOf: 20_251_231, is1904: true }).packed;
    for (const text of ["31543", "31543.0"]) expect(in1904(text)).toBe(19_900_512);
  });

  it.each(["10958", "40544", "99999", "00000", "12345.6.7"])("but not %s", (text) =>
    expect(packed(text)).toBe(0),
  );
});

describe("what is no date", () => {
  it.each([
    "31-02-1990",
    "29-02-1990",
    "31-04-1990",
    "00-00-0000",
    "00/00/0000",
    "00-05-1990",
    "12-00-1990",
    "0 Mei 1990",
    "32-13-1990",
    "13-13-1990",
    "1990-13-13",
    "1990",
    "05-1990",
    "Mei 1990",
    "12 Mei",
    "12 Meo 1990",
    "12-05-990",
    "12-05-012",
    "012 Mei 90",
    "12-05-0990",
    "12-05-19900",
    "12-05",
    "12-05-1990-3",
    "12-05-1990 / 13-05-1990",
    "12 05 1990 12 05 1991",
    "12 Mei Juni 1990",
    "12:05:1990",
    "12:05:19",
    "12+05+1990",
    "99999999",
    "19901345",
    "120519901",
    "20270101",
    "Palembang",
    "Palembang, 12-05-1990",
    "12-05-1990 (suket)",
    "33005 Palembang",
    "١٢-٠٥-١٩٩٠",
    `12-05-1990${"0".repeat(500)}`,
    "Senin",
    `${"x".repeat(10_000)} 12-05-1990`,
  ])("%j is unreadable", (text) => expect(read(text)).toEqual({ state: "unreadable", packed: 0 }));

  it.each([
    "",
    " ",
    "-",
    "--",
    "0",
    "NULL",
    "null",
    "#N/A",
    "#REF!",
    "#####",
    "##########",
    "0000-00-00",
    "0000-00-00 00:00:00",
    "N/A",
    "nihil",
    "\u00a0",
  ])("%j is missing", (text) => expect(read(text)).toEqual({ state: "missing", packed: 0 }));

  it("is told without throwing, whatever a cell holds", () => {
    const part = fc.constantFrom(
      "12",
      "05",
      "1990",
      "0",
      "-",
      "/",
      " ",
      ".",
      ",",
      "Mei",
      "T",
      ":",
      "Z",
      "'",
      "é",
    );
    const text = fc.oneof(
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join("")),
      fc.string({ unit: ANY_CHARACTER }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom<DateOrder>("dmy", "mdy", "ymd"), (raw, order) => {
        const date = read(raw, order);
        expect(date.state === "sound").toBe(date.packed !== 0);
        if (date.packed !== 0) {
          expect(isRealDate(yearOf(date.packed), monthOf(date.packed), dayOf(date.packed))).toBe(true);
          expect(packed(formatDate(date.packed))).toBe(date.packed);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("every writing of a day", () => {
  const LONG = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(
    " ",
  );
  const SHORT = "Jan Peb Mar Apr Mei Jun Jul Agt Sept Okt Nop Des".split(" ");
  const ROMAN = "I II III IV V VI VII VIII IX X XI XII".split(" ");

  it("reads back to that day", () => {
    fc.assert(
      fc.property(day, (date) => {
        const [d, m, y] = [dayOf(date), monthOf(date), yearOf(date)];
        const dd = String(d).padStart(2, "0");
        const mm = String(m).padStart(2, "0");
        const yy = String(y % 100).padStart(2, "0");
        for (const text of [
          formatDate(date),
          `${d}/${m}/${y}`,
          `${dd}.${mm}.${y}`,
          `${dd}/${mm}/${yy}`,
          `${y}-${mm}-${dd}`,
          `${y}-${mm}-${dd} 00:00:00`,
          `${y}${mm}${dd}`,
          `${dd}${mm}${y}`,
          `${d} ${LONG[m - 1]} ${y}`,
          `${dd}-${SHORT[m - 1]}-${yy}`,
          `${LONG[m - 1]} ${d}, ${y}`,
          `${d}-${ROMAN[m - 1]}-${y}`,
          `Kamis, ${d} ${LONG[m - 1]!.toUpperCase()} ${y}`,
        ]) {
          expect([text, packed(text)]).toEqual([text, date]);
        }
        expect(packed(`${mm}/${dd}/${y}`, "mdy")).toBe(date);
        expect(packed(`${yy}-${mm}-${dd}`, "ymd")).toBe(date);
      }),
    );
  });
});
