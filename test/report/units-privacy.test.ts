/** Whom a unit is told of besides its own people: by a shared identifier, and no more of them than can be read. */
import { describe, expect, test } from "vitest";
import type { DuplicateRow } from "../../src/report/duplicate-rows.ts";
import { SharedIdentifiers, withoutOthers } from "../../src/report/units-privacy.ts";
import { recordedRun } from "./recorded-run.ts";

const UNIT = "Dinas Pendidikan";

function line(group: string, row: number, unit: string, reasons: readonly string[]): DuplicateRow {
  const person = { nik: "", name: `ORANG ${row}`, birthDate: "", probability: 0 };
  return { group, file: "daftar.csv", row, unit, reasons, ...person };
}

describe("the rows that carry the identifier of a row", () => {
  test("are named where they are colleagues, and else told by their place", () => {
    const shared = new SharedIdentifiers([
      line("G1", 2, UNIT, ["shared_nik"]),
      line("G1", 3, UNIT, ["shared_nik"]),
      line("G1", 4, "Dinas Kesehatan", ["shared_nik"]),
    ]);
    expect(shared.othersOf("daftar.csv", 2, UNIT)).toEqual(["daftar.csv:3 (ORANG 3)", "daftar.csv:4"]);
    expect(shared.othersOf("daftar.csv", 3, "")).toEqual(["daftar.csv:2", "daftar.csv:4"]);
  });

  test("are those of other people: the person's own other row is none of them", () => {
    const shared = new SharedIdentifiers([
      line("G1", 2, UNIT, ["same_nik", "same_name"]),
      line("G1", 3, UNIT, ["same_nik", "same_name"]),
      ...[2, 3, 4].map((row) => line("G2", row, UNIT, ["shared_nik"])),
    ]);
    expect(shared.othersOf("daftar.csv", 2, UNIT)).toEqual(["daftar.csv:4 (ORANG 4)"]);
    expect(shared.othersOf("daftar.csv", 4, UNIT)).toHaveLength(2);
  });

  test("are the first sixty of a whole office", () => {
    const rows = Array.from({ length: 200 }, (_, i) => line("G1", i + 2, UNIT, ["shared_nik"]));
    const others = new SharedIdentifiers(rows).othersOf("daftar.csv", 150, UNIT);
    expect(others).toHaveLength(60);
    expect(others[0]).toBe("daftar.csv:2 (ORANG 2)");
  });

  test("are found behind the many of one person too", () => {
    const own = Array.from({ length: 200 }, (_, i) => line("G1", i + 2, UNIT, ["same_nik"]));
    const others = [202, 203].map((row) => line("G2", row, UNIT, ["shared_nik"]));
    const shared = new SharedIdentifiers([
      ...own,
      ...own.map((row) => ({ ...row, group: "G2", reasons: ["shared_nik"] })),
      ...others,
    ]);
    expect(shared.othersOf("daftar.csv", 201, UNIT)).toEqual([
      "daftar.csv:202 (ORANG 202)",
      "daftar.csv:203 (ORANG 203)",
    ]);
    expect(shared.othersOf("daftar.csv", 203, UNIT)).toHaveLength(60);
  });
});

test("a row that comes near to somebody who was not found stays with who reads the whole run", async () => {
  const { cases } = await recordedRun("kembar");
  const hasNear = ({ evidence }: (typeof cases)[number]) =>
    evidence.sources.some(({ nearest }) => nearest !== null);
  expect(cases.some(hasNear)).toBe(true);
  expect(cases.map((judged) => withoutOthers(judged, "id")).some(hasNear)).toBe(false);
});
