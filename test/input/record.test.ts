import { expect, test } from "vitest";
import { NIK } from "../../src/field/nik.ts";
import { KeptPerson, type Person, type RawRow, understandRow } from "../../src/input/record.ts";

const RAW: RawRow = {
  row: 7,
  nik: "1605094107929002",
  name: "Hj. SITI AMINAH, S.Pd",
  birthPlace: "Lubuklinggau",
  birthDate: "01/07/1992",
  sex: "P",
  unit: "DINAS KESEHATAN",
  status: "",
  familyCard: "",
};
const CONTEXT = { field: NIK, order: "dmy", asOf: 20_251_231, english: false, pria: false } as const;

test("a raw row is understood field by field and kept beside", () => {
  expect(understandRow(RAW, CONTEXT)).toMatchObject({
    raw: RAW,
    identifier: { state: "sound", value: "1605094107929002" },
    name: { words: ["SITI", "AMINAH"] },
    birthDate: { state: "sound", packed: 19_920_701 },
    sex: 2,
  });
});

test("the order of the table's dates and its language decide what its cells mean", () => {
  const record = understandRow({ ...RAW, sex: "M" }, { ...CONTEXT, order: "mdy", english: true });
  expect(record).toMatchObject({ birthDate: { packed: 19_920_107 }, sex: 1 });
  expect(understandRow({ ...RAW, sex: "M" }, CONTEXT).sex).toBe(0);
});

test("the row's own family card number in the NIK column is no NIK", () => {
  const number = "1605090101109001";
  expect(understandRow({ ...RAW, nik: number, familyCard: number }, CONTEXT).identifier).toMatchObject({
    state: "malformed",
    value: number,
  });
  expect(understandRow({ ...RAW, familyCard: number }, CONTEXT).identifier.state).toBe("sound");
});

test.each([
  RAW,
  { ...RAW, nik: "", name: "", birthPlace: "", birthDate: "", sex: "" },
  { ...RAW, nik: "160509410792900", name: "SITI ALS MINAH", birthDate: "7/1/92", sex: "M" },
])("a row that was kept means what it meant when it was read", (raw) => {
  for (const context of [CONTEXT, { ...CONTEXT, order: "mdy", english: true } as const])
    expect(meaningOf(new KeptPerson(raw, context, false))).toEqual(meaningOf(understandRow(raw, context)));
});

test("a number that was told by its whole row to be none is none in the row that was kept", () => {
  const read = understandRow({ ...RAW, familyCard: RAW.nik }, CONTEXT);
  expect(meaningOf(new KeptPerson(RAW, CONTEXT, true))).toEqual(meaningOf(read));
});

function meaningOf({ identifier, name, birthDate, birthPlace, sex }: Person): Person {
  return { identifier, name, birthDate, birthPlace, sex };
}
