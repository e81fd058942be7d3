import { describe, expect, test } from "vitest";
import type { Case } from "../../src/finding/case.ts";
import { ACTIONS, FINDING_CODES, VERDICTS } from "../../src/finding/codes.ts";
import { Tally } from "../../src/report/tally.ts";
import { caseOf, type Sketch } from "../finding/sketch.ts";

const FINE: Sketch = { sources: { dukcapil: {}, ktp: {} } };
const SPELT: Sketch = { roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {}, ktp: {} } };
const ABSENT: Sketch = { sources: { dukcapil: "absent" } };

function counted(...cases: readonly (readonly [Sketch, string])[]) {
  const tally = new Tally();
  for (const [sketch, unit] of cases) tally.add(inUnit(caseOf(sketch), unit));
  return tally.counts();
}

function inUnit(judged: Case, unit: string): Case {
  const { evidence } = judged;
  return { ...judged, evidence: { ...evidence, roster: { ...evidence.roster, unit } } };
}

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

describe("counting cases", () => {
  test("counts each once by verdict and once by action, and shows every word with its zero", () => {
    const counts = counted([FINE, "A"], [SPELT, "A"], [ABSENT, "B"]);
    expect(counts.total).toBe(3);
    expect(counts.need_action).toBe(2);
    expect(counts.by_verdict).toMatchObject({ match: 1, clarify: 1, not_found: 1, duplicate: 0 });
    expect(counts.by_action).toMatchObject({ none: 1, fix_roster: 1, interview: 1, review: 0 });
    expect([sum(counts.by_verdict), sum(counts.by_action)]).toEqual([3, 3]);
    expect(Object.keys(counts.by_verdict)).toEqual([...VERDICTS]);
    expect(Object.keys(counts.by_action)).toEqual([...ACTIONS]);
    expect(Object.keys(counts.by_code)).toEqual(Object.keys(FINDING_CODES));
  });

  test("counts a code once a case, however many sources say it", () => {
    expect(counted([SPELT, "A"], [SPELT, "A"]).by_code["name.spelling"]).toBe(2);
  });

  test("counts hints among the codes, but not as something to be done", () => {
    const counts = counted([{ sources: { dukcapil: {}, ktp: "absent" } }, "A"]);
    expect(counts.by_code["document.missing"]).toBe(1);
    expect(counts.need_action).toBe(0);
  });

  test("orders units by cases needing action, then by name whatever the order they came in", () => {
    const cases = [
      [FINE, "Dinas Pendidikan"],
      [SPELT, "RSUD"],
      [FINE, "Camat"],
      [SPELT, "Dinas Kesehatan"],
      [ABSENT, "RSUD"],
      [FINE, "dinas"],
      [SPELT, ""],
    ] as const;
    const expected = [
      ["RSUD", 2, 2],
      ["", 1, 1],
      ["Dinas Kesehatan", 1, 1],
      ["Camat", 1, 0],
      ["Dinas Pendidikan", 1, 0],
      ["dinas", 1, 0],
    ];
    for (const order of [cases, [...cases].reverse()]) {
      expect(
        counted(...order).by_unit.map(({ unit, cases: all, need_action }) => [unit, all, need_action]),
      ).toEqual(expected);
    }
  });

  test("comes to the same when the cases were counted in several parts", () => {
    const cases = [
      [FINE, "RSUD"],
      [SPELT, "RSUD"],
      [ABSENT, "Camat"],
      [SPELT, "Dinas Kesehatan"],
      [FINE, ""],
    ] as const;
    for (let part = 0; part <= cases.length; part++) {
      const tally = new Tally();
      tally.addCounts(counted(...cases.slice(0, part)));
      tally.addCounts(counted(...cases.slice(part)));
      expect(tally.counts()).toEqual(counted(...cases));
    }
  });

  test("takes no unit's name for anything else", () => {
    const { by_unit } = counted([SPELT, "__proto__"], [FINE, "constructor"], [SPELT, "toString"]);
    expect(by_unit.map(({ unit }) => unit)).toEqual(["__proto__", "toString", "constructor"]);
  });
});
