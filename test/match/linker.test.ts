/** What one source says about a record: linked, ambiguous, not found, and whose the number is. */
import { describe, expect, test } from "vitest";
import { Linker } from "../../src/match/linker.ts";
import type { Roster } from "../../src/match/roster.ts";
import type { SourceLinks } from "../../src/match/source-links.ts";
import { ANI, matched, passed, personOf, rosterOf } from "../laws/clean.ts";
import type { Row } from "../laws/town.ts";

const TWIN: Row = { ...ANI, nik: "1605095205909015", name: "ANA LESTARI" };
const JOKO: Row = {
  nik: "3404082702809134",
  name: "JOKO PRASETYO",
  place: "SLEMAN",
  date: "27-02-1980",
  sex: "L",
};

function linksOf(roster: Roster, source: readonly Row[]): SourceLinks {
  return passed(roster, source).links();
}

/** Status of every roster row, the source rows shown, and whose row carries its number. */
async function said(rows: readonly Row[], source: readonly Row[]) {
  const { links } = await matched(rosterOf(rows), source);
  return rows.map((_, index) => {
    const { status, candidates, holders } = links.of(index);
    const [holder] = holders;
    return {
      status,
      rows: candidates.map(({ sourceRow }) => links.kept.row(sourceRow)).sort(),
      holder: holder === undefined ? null : links.kept.row(holder.sourceRow),
    };
  });
}

const linked = (row: number, holder: number | null = null) => ({ status: "linked", rows: [row], holder });
const ambiguous = (...rows: number[]) => ({ status: "ambiguous", rows, holder: null });
const notFound = (holder: number | null = null) => ({ status: "not_found", rows: [], holder });

describe("a record is linked", () => {
  test.each<[string, Partial<Row>]>([
    ["where everything agrees", {}],
    ["with a slip in the NIK", { nik: "1605095205909041" }],
    ["without a NIK", { nik: "" }],
    ["with a slip in the name", { name: "ANI LESTARA" }],
    ["with another name, by NIK, date and place", { name: "YULIA SARTIKA" }],
    ["with another birth date", { date: "23-08-1984" }],
    ["without a birth date", { date: "" }],
    ["with another place and sex", { place: "PALEMBANG", sex: "L" }],
  ])("%s", async (_how, changes) => {
    expect(await said([{ ...ANI, ...changes }], [JOKO, ANI])).toEqual([linked(1)]);
  });

  test("with two digits of the NIK swapped and a word of the name lacking, which no twins' have", async () => {
    const swapped = { ...ANI, nik: ANI.nik.replace("1605", "6105") };
    const longer = { ...ANI, name: `${ANI.name} KARTIKA` };
    expect(await said([swapped], [longer])).toEqual([linked(0)]);
    const neighbour = { ...ANI, nik: ANI.nik.replace(/.$/, "6") };
    expect((await said([neighbour], [longer]))[0]?.status).not.toBe("linked");
  });

  test("to its own row beside a twin's, and so is the twin", async () => {
    expect(await said([ANI, TWIN], [TWIN, ANI])).toEqual([linked(1), linked(0)]);
    expect(await said([ANI], [TWIN, ANI])).toEqual([linked(1)]);
  });

  test("to its own row, though its number is another's", async () => {
    expect(await said([{ ...ANI, nik: JOKO.nik }], [JOKO, ANI])).toEqual([linked(1, 0)]);
  });

  test("at most once a row", async () => {
    expect((await said([ANI, ANI], [ANI])).map(({ status }) => status)).toEqual(["ambiguous", "ambiguous"]);
  });
});

describe("a record is ambiguous", () => {
  test("where two rows fit it as well", async () => {
    const [one, other] = [ANI, { ...ANI, nik: "1605095205909077" }];
    expect(await said([{ ...ANI, nik: "" }], [one, JOKO, other])).toEqual([ambiguous(0, 2)]);
  });

  test("where its number is its twin's, and its name and birth date are its own", async () => {
    expect(await said([{ ...ANI, nik: TWIN.nik }], [ANI, TWIN])).toEqual([ambiguous(0, 1)]);
  });

  test("where its number is its father's, who has its name", async () => {
    const [father, son] = [{ ...JOKO, nik: "3404081202509134", date: "27-02-1950" }, JOKO];
    expect(await said([{ ...son, nik: father.nik }], [father, son])).toEqual([ambiguous(0, 1)]);
  });
});

describe("a record is not found", () => {
  test.each<[string, readonly Row[]]>([
    ["in an empty source", []],
    ["where there are only strangers", [JOKO]],
    [
      "where there is only a namesake",
      [{ ...ANI, nik: "1671034410879085", date: "04-10-1987", place: "PALEMBANG" }],
    ],
    ["where there is only a twin", [{ ...TWIN, name: "WATI RAHAYU" }]],
  ])("%s", async (_where, source) => {
    expect(await said([ANI], source)).toEqual([notFound()]);
  });

  test("where its number is a stranger's, whose row is shown", async () => {
    expect(await said([{ ...ANI, nik: JOKO.nik }], [JOKO])).toEqual([notFound(0)]);
  });
});

describe("what another source confirmed", () => {
  test("helps where the roster's own values are wrong", async () => {
    // a diploma without NIK, of the date that the registry confirmed
    const wrong = { ...ANI, date: "08-11-1983" };
    const diploma = { ...ANI, nik: "", place: "" };
    const roster = rosterOf([wrong, JOKO]);
    expect(linksOf(roster, [diploma]).of(0).status).toBe("not_found");
    const confirmed = personOf(ANI);
    roster.confirmed.add(0, confirmed, confirmed.raw);
    const links = linksOf(roster, [diploma]);
    expect(links.of(0).status).toBe("linked");
    // findings are made of the roster's own values all the same
    expect(links.of(0).candidates[0]!.levels).not.toBe(links.of(0).candidates[0]!.weighed);
  });

  test("does not make a twin of whom it shows no number", () => {
    const roster = rosterOf([{ ...ANI, place: "" }, JOKO]);
    const diploma = personOf({ ...ANI, nik: "" });
    roster.confirmed.add(0, diploma, diploma.raw);
    const links = linksOf(roster, [JOKO, { ...TWIN, nik: "1605095205909015" }]);
    expect(links.of(0).status).not.toBe("linked");
    expect(roster.people.person(roster.confirmed.readingOf(0)!).identifier.value).toBe(ANI.nik);
  });

  test("stands before what the record says itself", () => {
    const roster = rosterOf([{ ...ANI, nik: JOKO.nik, date: "", place: "" }]);
    const confirmed = personOf({ ...ANI, sex: "" });
    roster.confirmed.add(0, confirmed, confirmed.raw);
    const reading = roster.people.person(roster.confirmed.readingOf(0)!);
    expect(reading).toMatchObject({
      identifier: confirmed.identifier,
      birthDate: confirmed.birthDate,
      birthPlace: confirmed.birthPlace,
      sex: personOf(ANI).sex,
    });
  });
});

describe("diplomas of one person", () => {
  const diploma = { ...ANI, nik: "" };

  /** Status of every record, and with what probability which texts are its candidates. */
  function saidOf(rows: readonly Row[], diplomas: readonly Row[]): string[] {
    const roster = rosterOf(rows);
    const linker = new Linker(roster, diplomas.length, { kind: "document" });
    for (const [i, row] of diplomas.entries()) linker.consider(personOf(row), personOf(row).raw, 0, i);
    const links = linker.links();
    return rows.map((_, index) => {
      const { status, candidates } = links.of(index);
      const shown = candidates.map(({ sourceRow, probability }) => {
        const { name, place, date } = diplomas[links.kept.row(sourceRow)]!;
        return [name, place, date, probability.toFixed(3)].join(" ");
      });
      return [status, ...shown.sort()].join("; ");
    });
  }

  test.each<[string, Row[], Row[]]>([
    [
      "of whom one fits two records of that name",
      [
        { ...ANI, date: "12-05-1991" },
        { ...ANI, nik: "" },
      ],
      [diploma, diploma, { ...diploma, date: "" }],
    ],
    [
      "of whom the record that says less has another's",
      [
        { ...ANI, place: "", date: "" },
        { ...ANI, place: "SLEMAN" },
      ],
      [diploma, { ...diploma, date: "" }, { ...diploma, place: "" }, diploma],
    ],
    [
      "of which one without date and place is found for a namesake",
      [{ ...JOKO, name: ANI.name }, ANI],
      [{ ...diploma, place: "", date: "" }, diploma],
    ],
  ])("come to the same in any order, %s", (_, rows, diplomas) => {
    const outcomes = new Set(permutations(diplomas).map((order) => saidOf(rows, order).join("\n")));
    expect([...outcomes]).toHaveLength(1);
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first, at) =>
    permutations(items.toSpliced(at, 1)).map((others) => [first, ...others]),
  );
}

describe("those who lack something", () => {
  const sources: readonly (readonly [string, readonly Row[], boolean])[] = [
    ["nobody does", [JOKO, ANI], false],
    ["a NIK", [JOKO, { ...ANI, nik: "" }], true],
    ["a birth date", [{ ...ANI, date: "" }, JOKO], true],
    ["a digit of a NIK", [JOKO, { ...ANI, nik: ANI.nik.slice(1) }], true],
  ];

  test.each(sources)(
    "are looked for by faint keys, which are indexed when the first comes: %s",
    (_lack, source, isIndexed) => {
      const roster = rosterOf([ANI, JOKO]);
      expect(roster.index.hasFaint).toBe(false);
      const links = linksOf(roster, source);
      expect(roster.index.hasFaint).toBe(isIndexed);
      const indexed = rosterOf([ANI, JOKO]);
      indexed.index.indexFaint(indexed.keyMaker, 0, indexed.count);
      const expected = linksOf(indexed, source);
      for (const record of [0, 1]) {
        expect(links.of(record)).toEqual(expected.of(record));
        expect(links.of(record).status).toBe("linked");
      }
    },
  );
});

test("weights are learned from a source that is large enough, and from no other", async () => {
  const people = Array.from({ length: 400 }, (_, i) => ({
    ...ANI,
    nik: `160509${String(41 + (i % 28)).padStart(2, "0")}0590${9000 + i}`,
    name: `ORANG ${String.fromCharCode(65 + (i % 26))}${String.fromCharCode(65 + ((i * 7) % 26))}${String.fromCharCode(65 + ((i * 11) % 26))}O`,
    date: `${String(1 + (i % 28)).padStart(2, "0")}-05-1990`,
  }));
  expect(linksOf(rosterOf(people), people).learned).toBe(true);
  expect(linksOf(rosterOf(people.slice(0, 50)), people.slice(0, 50)).learned).toBe(false);
});
