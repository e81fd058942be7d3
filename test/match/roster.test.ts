/** How much one roster can hold. */
import { expect, test } from "vitest";
import { MOST_PEOPLE } from "../../src/match/buckets.ts";
import { refuseTooLarge } from "../../src/match/roster.ts";

test("as many people as can be numbered, and no more", () => {
  expect(() => refuseTooLarge({ count: MOST_PEOPLE, textBytes: 0 })).not.toThrow();
  expect(() => refuseTooLarge({ count: MOST_PEOPLE + 1, textBytes: 0 })).toThrow("roster_too_large");
});

test("no more text than a store of texts has room for", () => {
  expect(() => refuseTooLarge({ count: 1, textBytes: 4e9 })).not.toThrow();
  expect(() => refuseTooLarge({ count: 1, textBytes: 2 ** 32 })).toThrow("roster_too_large");
});
