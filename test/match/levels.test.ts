/** What is asked of the levels on which two rows agree. */
import { describe, expect, test } from "vitest";
import { IDENTIFIER_KINDS } from "../../src/field/identifier-kinds.ts";
import { understandRow } from "../../src/input/record.ts";
import { compareLevels } from "../../src/match/comparison.ts";
import { hasNameAndDate, isNamesake, isSameIn } from "../../src/match/levels.ts";
import { BUDI } from "../finding/sketch.ts";

type Cells = Partial<typeof BUDI>;

function person(cells: Cells) {
  const raw = { ...BUDI, ...cells, row: 1, unit: "", familyCard: "" };
  const field = IDENTIFIER_KINDS.nik;
  return understandRow(raw, { field, order: "dmy", asOf: 20_221_031, english: false, pria: false });
}

const levels = (roster: Cells, source: Cells) =>
  compareLevels(person(roster), person(source), IDENTIFIER_KINDS.nik);

const NAME_ALONE: Cells = { nik: "", birthPlace: "", birthDate: "", sex: "" };

describe("a namesake has the same name, and nothing else to go by or against", () => {
  test.each<[string, Cells, boolean]>([
    ["the name alone", NAME_ALONE, true],
    ["the birth place as well", { ...NAME_ALONE, birthPlace: BUDI.birthPlace }, true],
    ["the sex as well", { ...NAME_ALONE, sex: BUDI.sex }, true],
    ["another name", { ...NAME_ALONE, name: "RUDI HARTONO" }, false],
    ["a name spelt otherwise", { ...NAME_ALONE, name: "BUDY SANTOSO" }, false],
    ["the number as well", { ...NAME_ALONE, nik: BUDI.nik }, false],
    ["another number", { ...NAME_ALONE, nik: "1671091507849155" }, false],
    ["the birth date as well", { ...NAME_ALONE, birthDate: BUDI.birthDate }, false],
    ["another birth date", { ...NAME_ALONE, birthDate: "03-03-1977" }, false],
    ["another birth place", { ...NAME_ALONE, birthPlace: "PALEMBANG" }, false],
    ["another sex", { ...NAME_ALONE, sex: "P" }, false],
  ])("%s: %s", (_what, source, expected) => {
    // on whichever side it stands
    expect([isNamesake(levels({}, source)), isNamesake(levels(source, {}))]).toEqual([expected, expected]);
  });
});

describe("name and birth date are the record's own", () => {
  test.each<[string, Cells, boolean]>([
    ["with the same place", {}, true],
    ["with no place", { birthPlace: "" }, true],
    ["whatever the number", { nik: "1671091507849155" }, true],
    ["not with another place", { birthPlace: "PALEMBANG" }, false],
    ["not with a name spelt otherwise", { name: "BUDY SANTOSO" }, false],
    ["not with another date", { birthDate: "13-05-1990" }, false],
    ["not with no date", { birthDate: "" }, false],
  ])("%s", (_how, source, expected) => {
    expect(hasNameAndDate(levels({}, source))).toBe(expected);
  });
});

describe("fields are the record's own, and no other differs", () => {
  test.each<[string, Cells, boolean]>([
    ["where all agree", {}, true],
    ["where another field is empty", { sex: "", birthPlace: "" }, true],
    ["not where one of them is empty", { nik: "" }, false],
    ["not where one of them differs", { name: "BUDI SANTOSA" }, false],
    ["not where another field differs", { sex: "P" }, false],
  ])("%s", (_where, source, expected) => {
    expect(isSameIn(["nik", "name"], levels({}, source))).toBe(expected);
  });
});
