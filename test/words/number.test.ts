/** Numbers are written the reader's way on every machine. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatCount,
  formatDecimal,
  formatProbability,
  formatShare,
  formatSigned,
} from "../../src/words/number.ts";

test.each([
  [0, "0", "0"],
  [999, "999", "999"],
  [1000, "1.000", "1,000"],
  [1234567, "1.234.567", "1,234,567"],
])("the count %d is %s in Indonesian and %s in English", (count, id, en) => {
  expect(formatCount(count, "id")).toBe(id);
  expect(formatCount(count, "en")).toBe(en);
});

test.each([
  [0, "0,0", "0.0"],
  [0.04, "0,0", "0.0"],
  [0.05, "0,1", "0.1"],
  [9.96, "10,0", "10.0"],
  [1234.56, "1.234,6", "1,234.6"],
])("the decimal %d is %s in Indonesian and %s in English", (value, id, en) => {
  expect(formatDecimal(value, "id")).toBe(id);
  expect(formatDecimal(value, "en")).toBe(en);
});

test.each([
  [0, "0,0", "0.0"],
  [-0.04, "0,0", "0.0"],
  [3.25, "+3,3", "+3.3"],
  [-6, "-6,0", "-6.0"],
  [-1234.56, "-1.234,6", "-1,234.6"],
])("the weight %d is %s in Indonesian and %s in English", (value, id, en) => {
  expect(formatSigned(value, "id")).toBe(id);
  expect(formatSigned(value, "en")).toBe(en);
});

test.each([
  [0, "0,00%", "0.00%"],
  [0.0099, "0,99%", "0.99%"],
  [0.5741, "57,41%", "57.41%"],
  [0.99999, "99,99%", "99.99%"],
  [1, "99,99%", "99.99%"],
])("the probability %d is %s in Indonesian and %s in English", (probability, id, en) => {
  expect(formatProbability(probability, "id")).toBe(id);
  expect(formatProbability(probability, "en")).toBe(en);
});

test("a probability of four decimals keeps them all", () => {
  for (let tenThousandths = 0; tenThousandths < 10_000; tenThousandths++) {
    const shown = formatProbability(tenThousandths / 10_000, "en");
    expect(shown).toBe(`${(tenThousandths / 100).toFixed(2)}%`);
  }
});

test("a share of nothing is nothing, of everything is all", () => {
  expect(formatShare(0, 0, "id")).toBe("0,0%");
  expect(formatShare(3, 3, "en")).toBe("100.0%");
});

test("grouping changes no digit", () => {
  fc.assert(
    fc.property(fc.nat(), (count) => {
      expect(formatCount(count, "id").replaceAll(".", "")).toBe(String(count));
    }),
  );
});
