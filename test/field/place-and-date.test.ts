import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDate } from "../../src/field/birth-date.ts";
import { splitPlaceAndDate } from "../../src/field/place-and-date.ts";
import { day } from "./calendar.ts";

describe("a cell with place and date", () => {
  it.each([
    ["Muara Beliti, 12 Mei 1990", "Muara Beliti", "12 Mei 1990"],
    ["MUARA BELITI, 12-05-1990", "MUARA BELITI", "12-05-1990"],
    ["Muara Beliti / 12 Mei 1990", "Muara Beliti", "12 Mei 1990"],
    ["Muara Beliti/12-05-1990", "Muara Beliti", "12-05-1990"],
    ["Muara Beliti - 12 Mei 1990", "Muara Beliti", "12 Mei 1990"],
    ["Muara Beliti; 12 Mei 1990", "Muara Beliti", "12 Mei 1990"],
    ["Muara Beliti: 12 Mei 1990", "Muara Beliti", "12 Mei 1990"],
    ["Muara Beliti\n12 Mei 1990", "Muara Beliti", "12 Mei 1990"],
    ["Muara Beliti  12 Mei 1990", "Muara Beliti", "12 Mei 1990"],
    ["Lb. Linggau 12-05-90", "Lb. Linggau", "12-05-90"],
    ["Lb. Linggau, 12-05-90", "Lb. Linggau", "12-05-90"],
    ["Palembang, 1990-05-12", "Palembang", "1990-05-12"],
    ["Palembang,12051990", "Palembang", "12051990"],
    ["Palembang, 33005", "Palembang", "33005"],
    ["Palembang, Mei 12, 1990", "Palembang", "Mei 12, 1990"],
    ["Muara Beliti, Senin, 12 Mei 1990", "Muara Beliti", "Senin, 12 Mei 1990"],
    ["Pasar Minggu, 12 Mei 1990", "Pasar Minggu", "12 Mei 1990"],
    ["Ps. Minggu, 12 Mei 1990", "Ps. Minggu", "12 Mei 1990"],
    ["Trikoyo, Kec. Tugumulyo, 12 Mei 1990", "Trikoyo, Kec. Tugumulyo", "12 Mei 1990"],
    ["SP 5, 12-05-1990", "SP 5", "12-05-1990"],
    ["SP 5 12 Mei 1990", "SP 5", "12 Mei 1990"],
    ["Desa Trikoyo 2, 12/05/90", "Desa Trikoyo 2", "12/05/90"],
    ["Palembang 31613, 12 Mei 1990", "Palembang 31613", "12 Mei 1990"],
    ["Muara Beliti (Lama), 12 Mei 1990", "Muara Beliti (Lama)", "12 Mei 1990"],
    ["Muara Beliti (12 Mei 1990)", "Muara Beliti", "12 Mei 1990"],
    ["(Muara Beliti, 12 Mei 1990)", "Muara Beliti", "12 Mei 1990"],
    ["12 Mei 1990 (Muara Beliti)", "Muara Beliti", "12 Mei 1990"],
    ["12 Mei 1990 Muara Beliti (Lama)", "Muara Beliti (Lama)", "12 Mei 1990"],
    ["12-05-1990, Muara Beliti", "Muara Beliti", "12-05-1990"],
    ["12 Mei 1990 Muara Beliti", "Muara Beliti", "12 Mei 1990"],
    ["12 Mei 1990", "", "12 Mei 1990"],
    ["Muara Beliti", "Muara Beliti", ""],
    ["Muara Beliti,", "Muara Beliti", ""],
    ["Muara Beliti, -", "Muara Beliti", ""],
    ["Muara Beliti, 31-02-1990", "Muara Beliti", "31-02-1990"],
    ["Muara Beliti 1990", "Muara Beliti", "1990"],
    ["Muara Beliti, 0000-00-00", "Muara Beliti", "0000-00-00"],
    ["", "", ""],
    [" - ", "-", ""],
  ])("%j", (text, place, date) => expect(splitPlaceAndDate(text)).toEqual({ place, date }));

  it("is parted before any date", () => {
    fc.assert(
      fc.property(day, (packed) => {
        const date = formatDate(packed);
        expect(splitPlaceAndDate(`SP 5, ${date}`)).toEqual({ place: "SP 5", date });
      }),
    );
  });

  it("is parted in time that grows with its length only", () => {
    const started = performance.now();
    for (const unit of ["1 ", ", ", "1,", "Mei ", " ", ")"]) splitPlaceAndDate(unit.repeat(200_000));
    splitPlaceAndDate(`1${" ".repeat(200_000)}1`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
