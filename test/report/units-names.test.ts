/** File names of units: safe whatever a unit is called, and never two alike. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unitFileNames } from "../../src/report/units-names.ts";
import { ANY_CHARACTER } from "../any-character.ts";

function nameOf(unit: string): string {
  return unitFileNames([unit], ".xlsx").get(unit)!;
}

describe("the file name of a unit", () => {
  test.each([
    ["Dinas Kesehatan", "Dinas Kesehatan.xlsx"],
    ["RSUD dr. Sobirin", "RSUD dr. Sobirin.xlsx"],
    ["SDN 1 Muara Kelingi", "SDN 1 Muara Kelingi.xlsx"],
    ["Sekretariat  Daerah ", "Sekretariat Daerah.xlsx"],
    ["", "tanpa-opd.xlsx"],
    ["   ", "tanpa-opd.xlsx"],
    ["---", "tanpa-opd.xlsx"],
    ["...", "tanpa-opd.xlsx"],
    ["../../luar", "luar.xlsx"],
    ["/etc/passwd", "etc-passwd.xlsx"],
    ["C:\\Windows", "C-Windows.xlsx"],
    ['UPTD "A/B:C*?" | Pasar \\ Muara', "UPTD -A-B-C- - Pasar - Muara.xlsx"],
    ["@SUM(1+1)*cmd|' /C calc'!A0", "SUM(1-1)-cmd- -C calc-A0.xlsx"],
    ["=1+1", "1-1.xlsx"],
    ["-rf", "rf.xlsx"],
    [".htaccess", "htaccess.xlsx"],
    ["~$Dinas", "Dinas.xlsx"],
    ["Dinas.", "Dinas.xlsx"],
    ["Dinas. . .", "Dinas.xlsx"],
    ["CON", "opd-CON.xlsx"],
    ["prn", "opd-prn.xlsx"],
    ["Aux.Dinas", "opd-Aux.Dinas.xlsx"],
    ["NUL ", "opd-NUL.xlsx"],
    ["COM1", "opd-COM1.xlsx"],
    ["LPT¹", "opd-LPT¹.xlsx"],
    ["CONTOH", "CONTOH.xlsx"],
    ["COM10", "COM10.xlsx"],
    ["__proto__", "proto.xlsx"],
    ["Dinas\u0000Rahasia\u202Exslx", "Dinas-Rahasia-xslx.xlsx"],
    ["Dinas\nKesehatan", "Dinas Kesehatan.xlsx"],
    ["Cafe\u0301 Ağrı 教育", "Café Ağrı 教育.xlsx"],
    ["<img src=x onerror=alert(1)>", "img src-x onerror-alert(1).xlsx"],
    // a shifted row: the cell is somebody's NIK or birth date
    ["1605090401859001", "tanpa-opd.xlsx"],
    ["UPTD 04-01-1985", "UPTD.xlsx"],
    // a school's number is no person's
    ["SDN 105270", "SDN 105270.xlsx"],
  ])("%j is %s", (unit, name) => {
    expect(nameOf(unit)).toBe(name);
  });

  test("is never longer than a file system allows, nor cut within a letter", () => {
    for (const unit of ["D".repeat(500), "教".repeat(500), "𝒩".repeat(500), `a${"é".repeat(500)}`]) {
      const name = nameOf(unit);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(110);
      expect(name).not.toMatch(/\p{Surrogate}|\uFFFD/u);
    }
  });

  test("is never a path, a hidden file, an option or a device, whatever the unit", () => {
    const nasty = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "CON",
      "nul",
      ":",
      " ",
      "\u0000",
      "\u202E",
      "-",
      "~",
      "a",
      "é",
    );
    const unit = fc.oneof(
      fc.string({ unit: ANY_CHARACTER }),
      fc.array(nasty).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(unit, (text) => {
        const name = nameOf(text);
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ().,_-]*\.xlsx$/u);
        expect(name).not.toMatch(/[ .]\.xlsx$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)[ .]/i);
        expect(name).not.toMatch(/\d{7}/);
        expect(Buffer.byteLength(name)).toBeLessThan(120);
      }),
    );
  });
});

describe("the names of many units", () => {
  test("differ also where a file system knows no capitals, and do not depend on the order", () => {
    const units = [
      "Dinas A",
      "DINAS A",
      "Dinas/A",
      "Dinas:A",
      "dinas-a",
      "Dinas-A-2",
      "",
      "tanpa opd",
      "tanpa-opd",
    ];
    const names = unitFileNames(units, ".xlsx");
    expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(units.length);
    expect(names.get("")).toBe("tanpa-opd.xlsx");
    expect([...unitFileNames([...units].reverse(), ".xlsx")].sort()).toEqual([...names].sort());
  });

  test("differ whatever the units", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: "grapheme", maxLength: 4 }), { maxLength: 60 }),
        (units) => {
          const names = [...unitFileNames(units, ".xlsx").values()];
          expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(units.length);
        },
      ),
    );
  });
});
