/** Case numbers: as they are given out, and as people type them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import { CaseNumbers, MOST_LETTERS, spellCaseId } from "../../src/finding/case-id.ts";
import { People } from "../../src/input/people.ts";
import { understandRow } from "../../src/input/record.ts";
import { hashText, mix } from "../../src/text/hash.ts";

interface Row {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string;
}

function peopleOf(rows: readonly Row[]): People {
  const people = new People();
  rows.forEach(({ nik, name, birthDate }, i) => {
    const raw = {
      row: i + 2,
      nik,
      name,
      birthPlace: "",
      birthDate,
      sex: "",
      unit: "",
      status: "",
      familyCard: "",
    };
    const context = {
      field: identifierField("nik"),
      order: "dmy",
      asOf: 20_221_031,
      english: false,
      pria: false,
    } as const;
    people.add(understandRow(raw, context), raw, "", 0, raw.row);
  });
  return people;
}

const LETTERS = "23456789BCDFGHJKMNPQRSTWXZ";

/** Eight letters from two hashes of identifier, words of the name and birth date; then how many had them before. */
function slowNumbers(people: People): string[] {
  const given = new Map<string, number>();
  const spell = (hash: number) => {
    let rest = hash % 26 ** 4;
    let text = "";
    for (let i = 0; i < 4; i++, rest = Math.floor(rest / 26)) text += LETTERS[rest % 26];
    return text;
  };
  return Array.from({ length: people.count }, (_, index) => {
    const { identifier, name, birthDate } = people.person(index);
    const text = `${identifier.value}|${name.words.join(" ")}|${birthDate.packed}`;
    const first = hashText(text);
    const number = `${spell(first)}-${spell(mix(hashText(text, first), text.length))}`;
    const times = (given.get(number) ?? 0) + 1;
    given.set(number, times);
    return times === 1 ? number : `${number}-${times}`;
  });
}

describe("the numbers of a roster", () => {
  const ROW: fc.Arbitrary<Row> = fc.record({
    nik: fc.oneof(
      fc.constantFrom(
        "1605091205909001",
        "1605091205909002",
        "16050912059090",
        "1,60509E+15",
        "",
        "16O5091205909001",
      ),
      fc.stringMatching(/^[1-9]\d{15}$/),
    ),
    name: fc.oneof(fc.constantFrom("BUDI", "BUDI SANTOSO", "", "Zoë Ðana", "山田"), fc.string()),
    birthDate: fc.constantFrom("12-05-1990", "1990-05-12", "01-01-0999", "", "?", "31-12-1970"),
  });

  test("are made of identifier, words and birth date, and tell repeats apart in reading order", () => {
    fc.assert(
      fc.property(fc.array(ROW, { maxLength: 40, size: "max" }), (rows) => {
        const people = peopleOf(rows);
        const numbers = CaseNumbers.of(people, people.count);
        const expected = slowNumbers(people);
        expect(rows.map((_, index) => numbers.of(index))).toEqual(expected);
        const bytes = Buffer.alloc(MOST_LETTERS);
        const written = rows.map((_, index) => bytes.toString("latin1", 0, numbers.write(index, bytes, 0)));
        expect(written).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test("are told apart where different people come to one number", () => {
    const people = peopleOf([
      { nik: "1613051009719195", name: "AHMAD FIKRI HIDAYAT", birthDate: "10-09-1971" },
      { nik: "1601041903649759", name: "HAMDANI", birthDate: "19-03-1964" },
    ]);
    const numbers = CaseNumbers.of(people, people.count);
    expect([numbers.of(0), numbers.of(1)]).toEqual(["F5R2-RJC5", "F5R2-RJC5-2"]);
  });

  test("can be had by every record of a roster that repeats one row", () => {
    const people = peopleOf(Array.from({ length: 300 }, () => ({ nik: "", name: "BUDI", birthDate: "" })));
    const numbers = CaseNumbers.of(people, people.count);
    expect(new Set(Array.from({ length: 300 }, (_, index) => numbers.of(index))).size).toBe(300);
    expect(numbers.of(299)).toBe(`${numbers.of(0)}-300`);
  });
});

test.each([
  ["KBX6-DD7C", "KBX6-DD7C"],
  ["kbx6-dd7c", "KBX6-DD7C"],
  ["KBX6DD7C", "KBX6-DD7C"],
  ["kbx6dd7c-2", "KBX6-DD7C-2"],
  ["KBX6DD7C2", "KBX6-DD7C-2"],
])("%s is %s", (typed, caseId) => {
  expect(spellCaseId(typed)).toBe(caseId);
});

test.each(["", "17", "KBX6", "KBX6-DD7", "KBX6-DD7O", "12051990", "daftar.csv:17", "KBX6-DD7C-"])(
  "%j is none",
  (typed) => {
    expect(spellCaseId(typed)).toBeNull();
  },
);
