/** The weights: what each level says, and what they must never say. */
import { describe, expect, test } from "vitest";
import { IDENTIFIER_LEVEL } from "../../src/field/identifier.ts";
import { IDENTIFIER_KINDS } from "../../src/field/identifier-kinds.ts";
import { FIELDS } from "../../src/field/level.ts";
import { NAME_LEVEL } from "../../src/field/name.ts";
import { compareLevels } from "../../src/match/comparison.ts";
import { FIELD_LEVELS, packLevels } from "../../src/match/levels.ts";
import { MatchModel, probabilityOf } from "../../src/match/model.ts";
import { ANI, NIK_FIELD, personOf, rosterOf } from "../laws/clean.ts";
import type { Row } from "../laws/town.ts";

const MODEL = new MatchModel("nik");
const POPULATION_BITS = 15;

/** Weight in bits in a source of about thirty thousand, the rarity of what agrees included. */
function weight(roster: Partial<Row>, source: Partial<Row> = {}): number {
  const { comparer } = rosterOf([{ ...ANI, ...roster }]);
  const { levels, termBits } = comparer.compare(0, personOf({ ...ANI, ...source }));
  return MODEL.weigh(levels, termBits, POPULATION_BITS);
}

const AGREED = weight({});

describe("a weight", () => {
  test.each<[string, Partial<Row>]>([
    ["another name", { name: "BAMBANG" }],
    ["a slip in the name", { name: "ANI LESTARA" }],
    ["another birth date", { date: "23-08-1984" }],
    ["a swapped birth date", { date: "05-12-1990" }],
    ["another place", { place: "PALEMBANG" }],
    ["another sex", { sex: "L" }],
    ["another NIK", { nik: "3404082702809134" }],
    ["a near NIK", { nik: "1605095205909017" }],
  ])("is less with %s than with all agreed", (_what, changes) => {
    expect(weight(changes)).toBeLessThan(AGREED);
  });

  test.each<[string, Partial<Row>, Partial<Row>]>([
    ["a slip in the name", { name: "ANI LESTARA" }, { name: "BAMBANG" }],
    ["a swapped birth date", { date: "05-12-1990" }, { date: "23-08-1984" }],
    ["a near NIK", { nik: "1605095205909017" }, { nik: "3404082702809134" }],
    ["a place spelt otherwise", { place: "TUGUMULIO" }, { place: "PALEMBANG" }],
  ])("is more with %s than with another altogether", (_what, slip, other) => {
    expect(weight(slip)).toBeGreaterThan(weight(other));
  });

  test.each<[string, Partial<Row>]>([
    ["place", { place: "" }],
    ["sex", { sex: "" }],
  ])("is neither for nor against where the %s is blank", (field, blank) => {
    const agreed = weight({}) - weight(blank);
    const differs = weight(field === "place" ? { place: "PALEMBANG" } : { sex: "L" }) - weight(blank);
    expect(agreed).toBeGreaterThan(-0.5);
    expect(differs).toBeLessThan(-1);
  });

  test("of an equal NIK grows with the number of people it singles out from", () => {
    const levels = compareLevels(personOf(ANI), personOf(ANI), NIK_FIELD);
    expect(MODEL.weigh(levels, 0, 20) - MODEL.weigh(levels, 0, 10)).toBe(10);
  });
});

describe("nearness of a NIK", () => {
  // all that twins have in common: place and date with as much rarity as they can have
  const [PLACE_BITS, DATE_BITS] = [4, 13.7];

  test.each([
    ["last digit", "1605095205909017"],
    ["two digits", "1605095205909027"],
    ["two neighbours swapped", "1605095205909041"],
  ])("alone never links: another name, the same date and place (%s)", (_what, nik) => {
    const levels = compareLevels(
      personOf({ ...ANI, nik }),
      personOf({ ...ANI, name: "BAMBANG WIBOWO" }),
      NIK_FIELD,
    );
    for (const populationBits of [10, 15, 20]) {
      const bits = MODEL.weigh(levels, PLACE_BITS + DATE_BITS, populationBits) - populationBits;
      expect(probabilityOf(bits)).toBeLessThan(0.97);
    }
  });
});

describe("a pair of the same birth date and place", () => {
  const other = "BAMBANG WIBOWO";
  test.each<[string, boolean, Partial<Row>]>([
    ["the same name", true, { nik: "" }],
    ["a slip in the name", true, { nik: "", name: "ANI LESTARA" }],
    ["the same NIK", true, { name: other }],
    ["a NIK whose last digit Excel cut", true, { name: other, nik: "1605095205909010" }],
    ["a slip in the NIK that the birth date explains", true, { name: other, nik: "1605095206909014" }],
    ["no NIK, and another name", false, { name: other, nik: "" }],
    ["no NIK, and one common word", false, { name: "ANI WIBOWO", nik: "" }],
    ["no NIK, and no name on one side", false, { name: "", nik: "" }],
    ["a neighbour's NIK and another name", false, { name: other, nik: "1605095205909015" }],
    ["a NIK with two digits swapped and another name", false, { name: other, nik: "1605095205909041" }],
    ["another NIK and another name", false, { name: other, nik: "3404082702809134" }],
  ])("with %s: may be certain %s", (_what, isIdentified, changes) => {
    const levels = rosterOf([{ ...ANI, ...changes }]).comparer.compare(0, personOf(ANI)).levels;
    expect(MODEL.mostBits(levels)).toBe(isIdentified ? Number.POSITIVE_INFINITY : 1);
  });

  test.each<[string, Partial<Row>]>([
    ["a letter and a digit of the serial", { name: "ANI LESTARA", nik: "1605095205909015" }],
    ["a word too few and a digit of the serial", { name: "ANI", nik: "1605095205909015" }],
    ["a word too many and two digits", { name: "ANI LESTARI PUTRI", nik: "1605095205909045" }],
  ])("that differ by %s is likelier two people than one", (_what, changes) => {
    const levels = rosterOf([{ ...ANI, ...changes }]).comparer.compare(0, personOf(ANI)).levels;
    expect(MODEL.mostBits(levels)).toBe(-1);
    expect(MODEL.twinBits(levels)).toBe(-20);
    expect(new MatchModel("plain").mostBits(levels)).toBe(Number.POSITIVE_INFINITY);
  });

  test("may be certain by a near number where numbers are given at random", () => {
    const near = packLevels(IDENTIFIER_LEVEL.transposed, NAME_LEVEL.different, 1, 1, 0);
    expect(new MatchModel("plain").mostBits(near)).toBe(Number.POSITIVE_INFINITY);
    expect(MODEL.mostBits(near)).toBe(1);
  });
});

describe("the shares of true pairs", () => {
  test.each(Object.values(IDENTIFIER_KINDS))(
    "are given for every level ($kind), and are shares",
    ({ kind }) => {
      const model = new MatchModel(kind);
      for (const field of FIELDS) {
        const shares = model.shares(field);
        expect(shares).toHaveLength(FIELD_LEVELS[field].length);
        for (const share of shares) expect(share > 0 && share <= 1).toBe(true);
      }
    },
  );

  test("move a weight when they are learned, but not without bound", () => {
    const exact = compareLevels(personOf(ANI), personOf(ANI), NIK_FIELD);
    const swapped = compareLevels(personOf({ ...ANI, date: "05-12-1990" }), personOf(ANI), NIK_FIELD);
    const learned = Object.fromEntries(FIELDS.map((field) => [field, [...MODEL.shares(field)]])) as Record<
      (typeof FIELDS)[number],
      number[]
    >;
    const position = FIELD_LEVELS.birth_date.findIndex(({ name }) => name === "day_month_swapped");
    learned.birth_date[position] = MODEL.shares("birth_date")[position]! * 4;
    const taught = MODEL.taught(learned);
    expect(taught.weigh(swapped, 0, 15) - MODEL.weigh(swapped, 0, 15)).toBeCloseTo(2, 9);
    expect(taught.weigh(exact, 0, 15)).toBeCloseTo(MODEL.weigh(exact, 0, 15), 9);
    learned.birth_date[position] = MODEL.shares("birth_date")[position]! * 1000;
    expect(MODEL.taught(learned).weigh(swapped, 0, 15) - MODEL.weigh(swapped, 0, 15)).toBeLessThanOrEqual(4);
  });
});

test("a probability is the odds, halved by every bit against", () => {
  expect(probabilityOf(0)).toBe(0.5);
  expect(probabilityOf(1)).toBeCloseTo(2 / 3, 12);
  expect(probabilityOf(-10)).toBeCloseTo(1 / 1025, 12);
  expect(probabilityOf(2000)).toBe(1);
  expect(probabilityOf(-2000)).toBe(0);
});
