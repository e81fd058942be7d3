/** Whom a registry has as they stand in the roster, and whom it has otherwise. */
import { describe, expect, test } from "vitest";
import { Recognised } from "../../src/match/recognised.ts";
import { ANI, matched, passed, rosterOf } from "../laws/clean.ts";
import type { Row } from "../laws/town.ts";

/** The same once more, as it seems, but for the name. */
const LIKE: Row = { ...ANI, nik: "1605095305909014", name: "ANI LESTARI SAPUTRA" };

describe("a record is recognised", () => {
  const isRecognised = (row: Row, registry: readonly Row[]): boolean =>
    passed(rosterOf([row]), registry)
      .recognised()
      .has(0);

  test.each<[string, Partial<Row>]>([
    ["as it stands", {}],
    ["in another writing", { nik: "'1605095205909014", name: "Ani Lestari, S.Pd.", date: "12 Mei 1990" }],
    ["born elsewhere", { place: "PALEMBANG" }],
    ["whose sex the registry does not tell", { sex: "" }],
  ])("%s", (_how, changes) => {
    expect(isRecognised(ANI, [{ ...ANI, ...changes }])).toBe(true);
    expect(isRecognised({ ...ANI, ...changes }, [LIKE, ANI])).toBe(true);
  });

  test.each<[string, Partial<Row>]>([
    ["of another number", { nik: LIKE.nik }],
    ["without a number", { nik: "" }],
    ["with a number that is none", { nik: "16050952059090" }],
    ["of another name", { name: "ANI LESTARY" }],
    ["of another birth date", { date: "13-05-1990" }],
    ["without a birth date", { date: "" }],
  ])("but not %s", (_how, changes) => {
    expect(isRecognised(ANI, [{ ...ANI, ...changes }])).toBe(false);
    expect(isRecognised({ ...ANI, ...changes }, [ANI])).toBe(false);
    // nor where both say so, and nothing tells whose the number is
    const isKnown = changes.name !== undefined || changes.date === "13-05-1990" || changes.nik === LIKE.nik;
    const changed = { ...ANI, ...changes };
    expect(isRecognised(changed, [changed])).toBe(isKnown);
  });

  test("and seen so on another thread", () => {
    const recognised = Recognised.of(3, (record) => record === 1);
    const there = new Recognised(recognised.shared());
    expect([0, 1, 2].map((record) => there.has(record))).toEqual([false, true, false]);
    expect(Recognised.none(3).has(1)).toBe(false);
  });
});

describe("two who are recognised", () => {
  const pairsOf = async (rows: readonly Row[], registry: readonly Row[]) =>
    (await matched(rosterOf(rows), registry)).pairs.map(({ first, second }) => [first, second]);

  test("are held against each other no more, however alike", async () => {
    expect(await pairsOf([ANI, LIKE], [])).toEqual([[0, 1]]);
    expect(await pairsOf([ANI, LIKE], [ANI])).toEqual([[0, 1]]);
    expect(await pairsOf([ANI, LIKE], [ANI, LIKE])).toEqual([]);
  });

  test.each<[string, Partial<Row>]>([
    ["stand there twice", {}],
    ["carry one number", { name: "BUDI SANTOSO", sex: "L" }],
    ["have one name and birth date, and nearly one number", { nik: LIKE.nik }],
    ["have the name in another spelling", { nik: LIKE.nik, name: "ANI LESTARY" }],
  ])("are where they may be one whom the registry has twice: they %s", async (_how, changes) => {
    const both = [ANI, { ...ANI, ...changes }];
    expect(await pairsOf(both, both)).toEqual([[0, 1]]);
  });

  test("are not offered each other's rows", async () => {
    const namesake = { ...ANI, nik: LIKE.nik };
    const { links } = await matched(rosterOf([ANI, namesake]), [ANI, namesake]);
    for (const record of [0, 1])
      expect(links.ranked(record).map(({ sourceRow }) => links.kept.row(sourceRow))).toEqual([record]);
  });
});

describe("a row in which somebody is recognised", () => {
  const linksOf = async (rows: readonly Row[], registry: readonly Row[]) =>
    (await matched(rosterOf(rows), registry)).links;

  test("is told of to whoever resembles him and is not found", async () => {
    // a second row of the same person, whose number another list has with a slip
    const again = { ...ANI, nik: "1605095205909041" };
    const links = await linksOf([ANI, again], [ANI]);
    expect(links.of(0).status).toBe("linked");
    expect(links.of(1).taken).not.toBeNull();
  });

  test("is told of once, also to those who carry his number", async () => {
    const thief = { ...ANI, name: "BUDI SANTOSO", date: "01-02-1971", sex: "L" };
    const links = await linksOf([ANI, thief], [ANI]);
    expect(links.of(0).status).toBe("linked");
    expect(links.considered(1, rosterOf([ANI, thief]))).toHaveLength(1);
    expect(links.of(1).holders).toHaveLength(1);
  });

  test("is told of once where three carry his number and the registry has him twice", async () => {
    const elsewhere = { ...ANI, place: "PALEMBANG" };
    const registry = [ANI, { ...ANI, sex: "" }];
    const roster = rosterOf([elsewhere, ANI, ANI]);
    const links = (await matched(roster, registry)).links;
    for (const record of [1, 2]) expect(links.considered(record, roster)).toHaveLength(1);
  });

  test("is told of to whoever resembles it and not him, where it has him born elsewhere", async () => {
    // of a name so common that it is his place of birth that tells
    const others = Array.from({ length: 300 }, (_, i) => ({
      ...ANI,
      nik: `160509${String(10_01_60 + i)}0${100 + i}`,
      name: "MUHAMMAD",
      date: `${10 + (i % 19)}-0${1 + (i % 9)}-19${60 + (i % 30)}`,
    }));
    const there: Row = { ...ANI, name: "MUHAMMAD", place: "LUBUKLINGGAU" };
    const elsewhere = { ...there, place: "PALEMBANG" };
    const thief = { ...there, nik: "1673015910760014" };
    const again = { ...elsewhere, nik: "" };
    const roster = rosterOf([elsewhere, thief, again, ...others]);
    const { pairs, links } = await matched(roster, [there]);
    expect(pairs).not.toContainEqual(expect.objectContaining({ first: 0, second: 1 }));
    expect(links.considered(1, roster)).toHaveLength(1);
  });

  test("comes up in every way the registry has him", async () => {
    const elsewhere = { ...ANI, place: "PALEMBANG", sex: "" };
    const again = { ...ANI, nik: "1605095205909041" };
    for (const registry of [
      [ANI, elsewhere],
      [elsewhere, ANI],
    ]) {
      const links = await linksOf([ANI, again], registry);
      const rows = (record: number) => links.ranked(record).map(({ sourceRow }) => links.kept.row(sourceRow));
      expect(rows(1).sort()).toEqual(rows(0).sort());
    }
  });
});
