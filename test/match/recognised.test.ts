/** Whom a registry has, and what becomes of those whom it has. */
import { describe, expect, test } from "vitest";
import { Recognised } from "../../src/match/recognised.ts";
import { ANI, matched, passed, rosterOf } from "../laws/clean.ts";
import type { Row } from "../laws/town.ts";

/** The same once more, as it seems, but for the name. */
const LIKE: Row = { ...ANI, nik: "1605095305909014", name: "ANI LESTARI SAPUTRA" };

describe("a record is recognised", () => {
  const isRecognised = (row: Row, registry: readonly Row[], others: readonly Row[] = []): boolean =>
    passed(rosterOf([row, ...others]), registry)
      .recognise()
      .has(0);

  test.each<[string, Partial<Row>]>([
    ["to the letter", {}],
    ["in another writing", { nik: "'1605095205909014", name: "Ani Lestari, S.Pd.", date: "12 Mei 1990" }],
    ["born elsewhere", { place: "PALEMBANG" }],
    ["whose sex the registry does not tell", { sex: "" }],
  ])("%s", (_how, changes) => {
    expect(isRecognised(ANI, [{ ...ANI, ...changes }])).toBe(true);
    expect(isRecognised({ ...ANI, ...changes }, [LIKE, ANI])).toBe(true);
  });

  const SLIPS: readonly (readonly [string, Partial<Row>])[] = [
    ["digit", { nik: "1605095205909015" }],
    ["letter", { name: "ANI LESTARY" }],
    ["day", { date: "13-05-1990" }],
  ];

  test.each([
    ...SLIPS,
    ["number", { nik: "" }],
    ["digit too few", { nik: "16050952059090" }],
    ["birth date", { date: "" }],
  ] as const)("where one row is surely its own, but for a %s", (_what, changes) => {
    const changed = { ...ANI, ...changes };
    expect(isRecognised(ANI, [changed])).toBe(true);
    expect(isRecognised(changed, [ANI])).toBe(true);
  });

  test.each<[string, Partial<Row>]>([
    ["of another number", { nik: "1673015910760014" }],
    ["of another name", { name: "SITI AMINAH" }],
    ["of another birth date", { date: "28-11-1971" }],
    ["of two slips", { ...SLIPS[0]![1], ...SLIPS[1]![1] }],
    ["of whom only the name is known", { nik: "", date: "" }],
  ])("but not %s", (_how, changes) => {
    expect(isRecognised(ANI, [{ ...ANI, ...changes }])).toBe(false);
  });

  test.each(SLIPS)("nor with a slip of a %s where there is another", (_what, changes) => {
    const changed = { ...ANI, ...changes };
    // row of hers
    expect(isRecognised(changed, [ANI, { ...ANI, place: "PALEMBANG", name: "ANI LESTARIH" }])).toBe(false);
    // record after her row
    expect(isRecognised(changed, [ANI], [{ ...ANI, name: "ANI LESTARIH" }])).toBe(false);
  });

  test("nor with a slip where another has her number, or her name and birth date", () => {
    const changed = { ...ANI, name: "ANI LESTARY" };
    const ofHerNumber = { ...ANI, name: "BUDI SANTOSO", date: "01-02-1971", sex: "L" };
    const namesake = { ...changed, nik: "1673015910760014", place: "" };
    for (const other of [ofHerNumber, namesake]) expect(isRecognised(changed, [ANI, other])).toBe(false);
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

describe("a second row of one whom the registry has to the letter", () => {
  const come = async (again: Row, registry: readonly Row[]) => {
    const rows = [ANI, again];
    const { pairs, links } = await matched(rosterOf(rows), registry);
    return { isKnown: passed(rosterOf(rows), registry).recognise().has(1), pairs, links };
  };

  const SISTER: Row = { ...ANI, nik: "1605095205909015" };

  test.each<[string, Partial<Row>, Partial<Row>]>([
    ["a sister of nearly her name has", { name: "ANI LESTANI" }, {}],
    ["one born the day after has", { date: "13-05-1990" }, {}],
    ["a sister has, where her own row does not tell her sex", { name: "ANI LESTANI" }, { sex: "" }],
  ])("is not linked by a number that %s", async (_who, changes, untold) => {
    const { isKnown, pairs, links } = await come(SISTER, [
      { ...ANI, ...untold },
      { ...SISTER, ...changes },
    ]);
    expect(isKnown).toBe(true);
    expect(pairs).toHaveLength(1);
    expect(links.status(0)).toBe("linked");
    expect(links.status(1)).toBe("ambiguous");
  });

  test("is not linked to a sister for want of her own", async () => {
    const again = { ...ANI, name: "ANI LESTARIH" };
    const sister = { ...ANI, nik: "1605095305909014", date: "13-05-1990" };
    const { links } = await come(again, [ANI, sister]);
    expect(links.status(1)).toBe("ambiguous");
  });
});

describe("a row that two may want, of whom one stands in the registry to the letter", () => {
  const PUTRI: Row = {
    nik: "1605095310909014",
    name: "PUTRI KUSUMAWAUTI LESTARI",
    place: "PALEMBANG",
    date: "13-10-1990",
    sex: "P",
  };
  const SISTER: Row = { ...PUTRI, nik: "1605095310909041", name: "PUTRI KUSUMAWATI LESTARI" };
  const again: Row = { ...PUTRI, nik: "1605093310909014" };

  test("is offered to both, and is surely neither's", async () => {
    const roster = rosterOf([PUTRI, again]);
    const { links } = await matched(roster, [PUTRI, SISTER]);
    const rowsOf = (record: number) => links.ranked(record).map(({ sourceRow }) => links.kept.row(sourceRow));
    expect(rowsOf(0).sort()).toEqual([0, 1]);
    expect(links.status(1)).toBe("ambiguous");
  });

  test("is not offered to whom nobody else resembles", async () => {
    const roster = rosterOf([PUTRI]);
    expect((await matched(roster, [PUTRI, SISTER])).links.considered(0, roster)).toHaveLength(1);
  });

  test("is not offered where it is another's to the letter", async () => {
    const roster = rosterOf([PUTRI, SISTER, again]);
    const { links } = await matched(roster, [PUTRI, SISTER]);
    for (const record of [0, 1]) expect(links.considered(record, roster)).toHaveLength(1);
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
