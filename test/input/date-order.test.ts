import { describe, expect, test } from "vitest";
import { NIK } from "../../src/field/nik.ts";
import { detectDateOrder } from "../../src/input/date-order.ts";

/** Dates without identifiers. */
const dates = (...texts: string[]) => texts.map((date) => ({ date, inside: null }));
/** A date with the date inside its NIK. */
const withNik = (date: string, nik: string) => ({ date, inside: NIK.birthDateDigits(NIK.clean(nik)) });

describe("the order of day and month", () => {
  test.each<[string, string[], string, string]>([
    ["a day beyond 12 in front", ["05/03/1990", "25/12/1990"], "dmy", "proven"],
    ["a day beyond 12 in the middle", ["03/05/1990", "12/25/1990"], "mdy", "proven"],
    ["the year in front", ["1990-05-12", "1992-07-01"], "ymd", "proven"],
    ["the year in front, short", ["90-05-12", "88-12-01", "01-02-03"], "ymd", "proven"],
    ["months in words need no order", ["12 Mei 1990"], "dmy", "assumed"],
    ["nothing tells", ["05/03/1990", "01/02/1991"], "dmy", "assumed"],
    ["each is proven against the other", ["25/12/1990", "12/25/1990"], "dmy", "mixed"],
    ["one slip among many", [...Array<string>(30).fill("12/25/1990"), "25/12/1990"], "mdy", "proven"],
    [
      "years in front speak for themselves, the others for theirs",
      ["1990-05-12", "1990-05-13", "12/25/1990"],
      "mdy",
      "proven",
    ],
    ["no dates at all", ["", "-", "x"], "dmy", "assumed"],
    ["times behind the date", ["12/25/1990 00:00:00"], "mdy", "proven"],
  ])("%s", (_, texts, order, how) => {
    expect(detectDateOrder(dates(...texts))).toEqual({ order, how });
  });

  test("the NIK settles what the dates leave open", () => {
    expect(detectDateOrder([withNik("05/12/1990", "1605091205909001")])).toEqual({
      order: "mdy",
      how: "nik",
    });
    expect(detectDateOrder([withNik("12/05/1990", "1605091205909001")])).toEqual({
      order: "dmy",
      how: "nik",
    });
    expect(detectDateOrder([withNik("05/12/1990", "1605095205909001")])).toEqual({
      order: "mdy",
      how: "nik",
    });
  });

  test("most of the NIKs settle it, not all", () => {
    const monthFirst = withNik("05/12/1990", "1605091205909001");
    const dayFirst = withNik("01/07/1992", "1605094107929002");
    expect(detectDateOrder([monthFirst, monthFirst, dayFirst])).toEqual({ order: "mdy", how: "nik" });
  });

  test("the NIKs settle how dates of both orders are read that can be read either way, and it stays said", () => {
    const both = dates("25/12/1990", "12/25/1990");
    const monthFirst = withNik("05/12/1990", "1605091205909001");
    expect(detectDateOrder([...both, monthFirst])).toEqual({ order: "mdy", how: "mixed" });
  });

  test("as many NIKs on one side as on the other are no agreement", () => {
    const monthFirst = withNik("05/12/1990", "1605091205909001");
    const dayFirst = withNik("01/07/1992", "1605094107929002");
    expect(detectDateOrder([monthFirst, dayFirst])).toEqual({ order: "dmy", how: "mixed" });
  });

  test("a NIK whose day equals its month tells nothing", () => {
    expect(detectDateOrder([withNik("05/05/1990", "1605090505909001")])).toEqual({
      order: "dmy",
      how: "assumed",
    });
  });
});
