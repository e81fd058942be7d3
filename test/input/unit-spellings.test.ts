/** One OPD typed in many ways is one OPD. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import { People } from "../../src/input/people.ts";
import { understandRow } from "../../src/input/record.ts";
import { unifyUnits } from "../../src/input/unit-spellings.ts";

const CONTEXT = {
  field: identifierField("nik"),
  order: "dmy",
  asOf: 20_221_231,
  english: false,
  pria: false,
} as const;
const CELLS = { nik: "", name: "SITI", birthPlace: "", birthDate: "", sex: "", status: "" };

function unified(units: readonly string[]): string[] {
  const people = new People();
  const person = understandRow({ ...CELLS, row: 1, unit: "", familyCard: "" }, CONTEXT);
  for (const unit of units) people.add(person, CELLS, unit, 0, 1);
  for (let index = 0; index < units.length; index++) people.setNameWorth(index, index % 256);
  unifyUnits(people);
  for (let index = 0; index < units.length; index++) expect(people.nameWorth(index)).toBe(index % 256);
  return units.map((_, index) => people.unit(index));
}

describe("everybody of an OPD gets its commonest spelling", () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["capitals", ["Dinas A", "DINAS A", "DINAS A"], ["DINAS A", "DINAS A", "DINAS A"]],
    [
      "spaces and marks",
      ["Kel. Muara", "Kel.Muara", "Kel. Muara"],
      ["Kel. Muara", "Kel. Muara", "Kel. Muara"],
    ],
    ["accents", ["Kafé A", "Kafe\u0301 A", "Kafe A", "Kafe A"], ["Kafe A", "Kafe A", "Kafe A", "Kafe A"]],
    ["two as common: the first by code units", ["Dinas A", "DINAS A"], ["DINAS A", "DINAS A"]],
    ["other letters and digits are other OPDs", ["SDN 1", "SDN 2", "SDN 12"], ["SDN 1", "SDN 2", "SDN 12"]],
    ["no unit, and marks alone, stay what they are", ["", "-", "?", ""], ["", "-", "?", ""]],
    ["nobody", [], []],
  ])("%s", (_, units, expected) => {
    expect(unified(units)).toEqual(expected);
  });

  test("whatever the order of the rows", () => {
    const unit = fc.constantFrom("Dinas A", "DINAS A", "dinas a", "Dinas-A", "Dinas B", "DINAS  B", "", "-");
    const shuffled = fc
      .array(unit, { maxLength: 12 })
      .chain((units) =>
        fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length })),
      );
    fc.assert(
      fc.property(shuffled, ([units, others]) => {
        expect(unified(others).toSorted()).toEqual(unified(units).toSorted());
      }),
    );
  });
});
