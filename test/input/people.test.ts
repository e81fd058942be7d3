/** What is put into the compact store of people comes out of it unchanged. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IdentifierField } from "../../src/field/identifier.ts";
import { IDENTIFIER_KINDS } from "../../src/field/identifier-kinds.ts";
import { cleanName } from "../../src/field/name.ts";
import { cleanPlace } from "../../src/field/place.ts";
import { cleanBirthDate } from "../../src/field/written-date.ts";
import { People } from "../../src/input/people.ts";
import { packCells, type RawCells, unpackCells } from "../../src/input/raw-cells.ts";
import type { Person } from "../../src/input/record.ts";

const TEXT = fc.string({ unit: "grapheme", maxLength: 20 });
const NIK_TEXT = fc.oneof(
  fc.stringMatching(/^[1-9][0-9]{15}$/),
  fc.stringMatching(/^[0-9]{13,18}$/),
  fc.constantFrom("", "-", "1,60509E+15", "16O5091205909001", "dalam pengurusan", "1605091205900000"),
  TEXT,
);
const NAME_TEXT = fc.oneof(
  TEXT,
  fc.constantFrom(
    "M. ALI",
    "RATNA DEWI SE",
    "BUDI (BAMBANG)",
    "Abd. A. St. Muh. Kms. B. C. D. E.",
    "SITI SH MH SE MA ST SS SI SP",
  ),
  fc
    .array(fc.constantFrom("MUHAMMAD", "ALI", "B.", "SE", "MA"), { maxLength: 10 })
    .map((words) => words.join(" ")),
);
const DATE_TEXT = fc.oneof(TEXT, fc.constantFrom("", "12-05-1990", "31-02-1990", "1 Juli 1970", "-"));

const RAW: fc.Arbitrary<RawCells> = fc.record({
  nik: NIK_TEXT,
  name: NAME_TEXT,
  birthPlace: TEXT,
  birthDate: DATE_TEXT,
  sex: TEXT,
  status: TEXT,
});

function understood(raw: RawCells, field: IdentifierField, sex: 0 | 1 | 2): Person {
  return {
    identifier: field.clean(raw.nik),
    name: cleanName(raw.name),
    birthDate: cleanBirthDate(raw.birthDate, { order: "dmy", asOf: 20_221_031 }),
    birthPlace: cleanPlace(raw.birthPlace),
    sex,
  };
}

describe("the store of people", () => {
  test.each(Object.values(IDENTIFIER_KINDS))("gives back whom it was given ($kind)", (field) => {
    const entries = fc.array(
      fc.record({ raw: RAW, unit: TEXT, file: fc.nat(9), row: fc.nat(), sex: fc.constantFrom(0, 1, 2) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(entries, (added) => {
        const people = new People();
        for (const [i, { raw, unit, file, row, sex }] of added.entries()) {
          expect(people.add(understood(raw, field, sex), raw, unit, file, row)).toBe(i);
        }
        expect(people.count).toBe(added.length);
        for (const [i, { raw, unit, file, row, sex }] of added.entries()) {
          const person = understood(raw, field, sex);
          expect(people.person(i)).toEqual(person);
          expect([people.unit(i), people.file(i), people.row(i)]).toEqual([unit, file, row]);
          expect(people.raw(i)).toEqual(withoutSeparators(raw));
          expect(people.wordCount(i)).toBe(person.name.words.length);
          const words = person.name.words.map((_, at) => people.words.text(people.wordNumber(i, at)));
          expect(words).toEqual(person.name.words);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("keeps digits that a JavaScript number would lose", () => {
    const people = new People();
    const niks = ["9101011201909000", "9101011201909001", "9671014107999999", "1100000000000000"];
    for (const nik of niks) {
      const raw = { nik, name: "ANI", birthPlace: "", birthDate: "", sex: "", status: "" };
      people.add(understood(raw, IDENTIFIER_KINDS.nik, 0), raw, "", 0, 0);
    }
    expect(niks.map((_, i) => people.identifier(i).value)).toEqual(niks);
  });
});

test("room made by any guess of what is to come leaves everybody where they are", () => {
  for (const share of [1e-9, 0.001, 0.5, 1, 3]) {
    const people = new People();
    const raw = { nik: "9101011201909001", name: "ANI", birthPlace: "A", birthDate: "", sex: "", status: "" };
    for (let i = 0; i < 3; i++) people.add(understood(raw, IDENTIFIER_KINDS.nik, 0), raw, "U", 0, i);
    people.makeRoom(share);
    people.add(understood(raw, IDENTIFIER_KINDS.nik, 0), raw, "U", 0, 3);
    expect([0, 1, 2, 3].map((i) => [people.row(i), people.raw(i).name])).toEqual([
      [0, "ANI"],
      [1, "ANI"],
      [2, "ANI"],
      [3, "ANI"],
    ]);
  }
});

describe("cells packed into one text", () => {
  test("come apart again, but for the separator itself", () => {
    fc.assert(
      fc.property(RAW, (raw) => {
        expect(unpackCells(packCells(raw))).toEqual(withoutSeparators(raw));
      }),
    );
    const raw = {
      nik: "1\u001f2",
      name: "\u001f",
      birthPlace: "a",
      birthDate: "b",
      sex: "c",
      status: "d\u001f",
    };
    expect(unpackCells(packCells(raw))).toEqual({ ...raw, nik: "12", name: "", status: "d" });
  });
});

function withoutSeparators(raw: RawCells): RawCells {
  return Object.fromEntries(
    Object.entries(raw).map(([cell, text]) => [cell, text.replaceAll("\u001f", "")]),
  ) as unknown as RawCells;
}
