/** Case numbers as people type them. */
import { expect, test } from "vitest";
import { spellCaseId } from "../../src/finding/case-id.ts";

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
