/** What is left of an identifier on the screen of somebody at work: the region and the serial, never the birth date. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { screenIdentifier } from "../../../src/report/mask-text.ts";

test.each([
  ["1605094505909001", "160509******9001"],
  ["1605 0945 0590 9001", "160509******9001"],
  ["16O5O945O59O9OOl", "16O5O9******9OOL"],
  // a digit lost, a digit added
  ["160509450590901", "160509*****0901"],
  ["16050945059090011", "1605*********0011"],
  // a NIP begins with the birth date
  ["199005122015031001", "1990**********1001"],
  // nothing of these can be shown
  ["1,60509E+15", "160509**********"],
  ["12-05-1990", "**********"],
  ["EMP-00123", "**********"],
  // masked before
  ["160509**********", "160509**********"],
  ["", ""],
  ["-", "-"],
  ["BELUM PUNYA NIK-EL", "BELUM PUNYA NIK-EL"],
])("%s is shown as %s", (text, shown) => {
  expect(screenIdentifier(text)).toBe(shown);
});

test("two NIKs that differ in the birth date alone look the same", () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
  fc.assert(
    fc.property(digits(6), digits(6), digits(6), digits(4), (region, date, other, serial) => {
      expect(screenIdentifier(region + date + serial)).toBe(screenIdentifier(region + other + serial));
    }),
  );
});
