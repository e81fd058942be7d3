/** Status texts that a configuration names for one listing. */
import { describe, expect, test } from "vitest";
import { readKnownStatus, statusReader } from "../../src/input/status.ts";

const rules = (blocked: readonly string[], registered: readonly string[]) =>
  statusReader({ absent: "finding", blocked, registered });

describe("a listing's own words", () => {
  test.each([
    ["CUTI", "blocked"],
    [" cuti. ", "blocked"],
    ["Cuti Besar", null],
    ["TMS lama", ""],
    ["TMS", "blocked"],
    ["aktif", ""],
  ])("%j is %j", (text, status) => {
    expect(rules(["Cuti"], ["TMS LAMA"])(text)).toBe(status);
  });

  test("come before what a text means elsewhere", () => {
    expect(rules(["TERDAFTAR"], ["TMS"])("terdaftar")).toBe("blocked");
    expect(rules(["TERDAFTAR"], ["TMS"])("TMS")).toBe("");
  });

  test("are none where none are named", () => {
    expect(rules([], [])).toBe(readKnownStatus);
  });
});
