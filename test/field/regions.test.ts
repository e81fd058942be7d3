import { describe, expect, it } from "vitest";
import { isKnownRegion, REGENCIES, RETIRED_REGENCIES, regencyCodes } from "../../src/field/regions.ts";

const current = regencyCodes(REGENCIES);
const retired = regencyCodes(RETIRED_REGENCIES);

describe("the table of region codes", () => {
  it("has the 38 provinces and 540 regencies and cities of all versions since 2015", () => {
    expect(Object.keys(REGENCIES)).toHaveLength(38);
    expect(current).toHaveLength(540);
    expect(new Set(current).size).toBe(540);
  });

  it("has the ten codes retired before 2015 beside them", () => {
    expect(retired).toEqual([6404, 6405, 6406, 6410, 6473, 7319, 7320, 7321, 7323, 7325]);
    expect(current.filter((code) => retired.includes(code))).toEqual([]);
  });

  it("keeps the 26 Papua codes that moved to 93xx–96xx, which leaves the 514 of today", () => {
    const today: Record<number, number[]> = {
      91: [9103, 9105, 9106, 9110, 9111, 9115, 9119, 9120, 9171],
      92: [9202, 9203, 9206, 9207, 9208, 9211, 9212],
    };
    const moved = current.filter((code) => {
      const province = today[Math.floor(code / 100)];
      return province !== undefined && !province.includes(code);
    });
    expect(moved).toHaveLength(26);
    expect(moved).toEqual(expect.arrayContaining([9101, 9201, 9271]));
    const successors = current.filter((code) => code > 9300);
    expect(successors).toHaveLength(26);
    expect(current.length - moved.length).toBe(514);
  });

  it("numbers regencies 01–29 and cities 71–79, as every version does", () => {
    for (const code of [...current, ...retired]) {
      const local = code % 100;
      expect((local >= 1 && local <= 29) || (local >= 71 && local <= 79)).toBe(true);
    }
  });

  it("has 416 regencies and 98 cities today, Sorong city counted under both its codes", () => {
    const cities = current.filter((code) => code % 100 > 70);
    expect(cities).toHaveLength(98 + 1);
    expect(cities).toContain(9271);
    expect(cities).toContain(9671);
  });
});

describe("a region is known", () => {
  it.each([
    ["1605", "Musi Rawas"],
    ["1613", "Musi Rawas Utara"],
    ["1674", "Prabumulih"],
    ["3171", "Jakarta Pusat"],
    ["9101", "Merauke before 2022"],
    ["9301", "Merauke since"],
    ["6473", "Tarakan before 2012"],
    ["7325", "a retired code of Sulawesi Barat"],
  ])("%s: %s", (code) => expect(isKnownRegion(Number(code))).toBe(true));

  it.each([0, 160, 1600, 1614, 1675, 2001, 3199, 7327, 9999, 16_050])("but not %d", (code) =>
    expect(isKnownRegion(code)).toBe(false),
  );
});
