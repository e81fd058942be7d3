/** One number on many rows: an office that was given one NIK by mistake, a row that was copied down the whole list. */
import { describe, expect, test } from "vitest";
import { runOn } from "../laws/run.ts";
import type { Row } from "../laws/town.ts";

/** More than a block of the index holds. */
const MANY = 100;
const WORDS = ["BUDI", "SITI", "NURDIN", "AHMAD", "DEWI", "SRIYANTI", "AGUS", "WATI", "HADI", "YUDI"];
const PLACES = ["LAHAT", "CURUP", "PALEMBANG", "MEDAN", "BENGKULU", "JAMBI", "PADANG"];

/** People with nothing in common but what chance brings. */
const PEOPLE: readonly Row[] = Array.from({ length: MANY }, (_, i) => {
  const day = String(1 + ((i * 11) % 28)).padStart(2, "0");
  const month = String(1 + ((i * 7 + Math.floor(i / 28)) % 12)).padStart(2, "0");
  const year = 1960 + ((i * 17) % 37);
  return {
    nik: `160509${day}${month}${String(year).slice(2)}${9000 + i}`,
    name: `${WORDS[i % 10]!} ${WORDS[Math.floor(i / 10)]!}MAN`,
    place: PLACES[(i * 3) % 7]!,
    date: `${day}-${month}-${year}`,
    sex: "L",
  };
});
const [FIRST] = PEOPLE;

describe("the NIK of one person on the rows of a hundred", () => {
  const written = runOn({
    roster: [PEOPLE.map((row) => ({ ...row, nik: FIRST!.nik }))],
    sources: { dukcapil: PEOPLE },
  });

  test("is told to be another's on all but that person's, and that others have it too on all of them", async () => {
    const { cases } = await written;
    expect(cases.map(({ verdict }) => verdict)).toEqual(["match", ...Array(MANY - 1).fill("mismatch")]);
    expect(cases.filter(({ codes }) => codes?.includes("record.shared_nik"))).toHaveLength(MANY);
    expect(cases.filter(({ codes }) => codes?.includes("nik.belongs_to_other"))).toHaveLength(MANY - 1);
  });

  test("makes one group of them all, not one of every two", async () => {
    const { duplicates } = await written;
    expect(duplicates).toHaveLength(MANY);
    expect(new Set(duplicates.map(({ group_id, reason }) => `${group_id} ${reason}`))).toEqual(
      new Set(["G1 shared_nik"]),
    );
  });
});

describe("the NIK of two people", () => {
  test("is nobody's to be content with because Excel spoilt it in a KTP transcript", async () => {
    const [first, second] = PEOPLE.slice(1) as [Row, Row];
    const { cases } = await runOn({
      roster: [[first, { ...second, nik: first.nik }]],
      sources: { ktp: [{ ...first, nik: "1.60509E+15" }, ...PEOPLE.slice(3, 9)] },
    });
    expect(cases.map(({ action, codes }) => `${action} ${codes?.split(";")[0]}`)).toEqual([
      "interview record.shared_nik",
      "interview nik.birth_date_conflict",
    ]);
    expect(cases[1]!["codes"]).toContain("record.shared_nik");
  });
});

describe("two KTP transcripts with one number and one name", () => {
  const [, first] = PEOPLE;
  const day = first!.date.slice(0, 2);

  test.each<[string, Partial<Row>, string]>([
    ["no birth date in the second", { date: "" }, "match none"],
    ["one that does not exist", { date: `31-02-${first!.date.slice(-4)}` }, "match none"],
    ["another day of the month", { date: first!.date.replace(day, "27") }, "ambiguous review"],
  ])("and %s", async (_what, changes, outcome) => {
    const { cases } = await runOn({
      roster: [[first!]],
      sources: { ktp: [first!, { ...first!, ...changes }, ...PEOPLE.slice(3, 9)] },
    });
    expect(cases.map(({ verdict, action }) => `${verdict} ${action}`)).toEqual([outcome]);
  });
});

describe("a row with number and name, and another birth date", () => {
  const [, first, second] = PEOPLE as [Row, Row, Row];
  const other = { ...first, date: second.date };
  const slip = { ...first, date: first.date.replace(/^../, "27") };

  test.each<[string, string, Row]>([
    ["dukcapil", "wholly other", other],
    ["dukcapil", "a slip away", slip],
    ["ktp", "wholly other", other],
    ["ktp", "a slip away", slip],
  ])("leaves open which is the person's: %s, %s", async (name, _, other) => {
    for (const few of [{}, { date: "" }, { name: "" }, { date: "31-02-1960" }]) {
      const { cases, links } = await runOn({
        roster: [[first]],
        sources: { [name]: [{ ...first, ...few }, other, first, ...PEOPLE.slice(3, 9)] },
      });
      expect(cases[0]).toMatchObject({ verdict: "ambiguous", action: "review", codes: "record.ambiguous" });
      expect(links.map(({ source_row }) => source_row)).toContain("3");
    }
  });

  test("leaves it open too where the registry knows which, and is no other's where the roster has neither", async () => {
    const third = { ...first, date: "03-11-1999" };
    for (const [row, action] of [
      [first, "review"],
      [third, "interview"],
    ] as const) {
      const { cases } = await runOn({
        roster: [[row]],
        sources: { dukcapil: [first, ...PEOPLE.slice(3, 9)], ktp: [first, other, ...PEOPLE.slice(3, 9)] },
      });
      expect(cases[0]).toMatchObject({ action });
      expect(cases[0]!["codes"]).toContain("record.ambiguous");
      expect(cases[0]!["codes"]).not.toContain("nik.belongs_to_other");
    }
  });

  test("is on a listing one person all the same", async () => {
    const { cases, links } = await runOn({
      roster: [[first]],
      sources: { ktp: [first, ...PEOPLE.slice(3, 9)], bkn: [first, other, ...PEOPLE.slice(3, 9)] },
    });
    expect(cases[0]).toMatchObject({ verdict: "match", action: "none" });
    expect(links.map(({ status }) => status)).toEqual(["linked", "linked"]);
  });

  test("is another's where the roster has no date", async () => {
    const { cases } = await runOn({
      roster: [[{ ...first, date: "" }]],
      sources: { dukcapil: [first, { ...other, place: second.place }, ...PEOPLE.slice(3, 9)], ktp: [first] },
    });
    expect(cases[0]).toMatchObject({
      action: "interview",
      codes: "nik.belongs_to_other;birth_date.missing",
    });
  });
});

describe("a row that stands twice in the list, with a slip", () => {
  test("is an officer's to settle, however many diplomas tell it to be one", async () => {
    const [, first] = PEOPLE;
    const slip = { ...first!, name: `${first!.name} HAKIM` };
    const diploma = { ...first!, nik: "" };
    for (const ijazah of [[diploma], [diploma, diploma], [diploma, diploma, diploma]]) {
      const { cases } = await runOn({
        roster: [[slip, slip, ...PEOPLE.slice(3, 9)]],
        sources: { dukcapil: PEOPLE, ijazah },
      });
      expect(cases.slice(0, 2).map(({ verdict, action }) => `${verdict} ${action}`)).toEqual([
        "duplicate review",
        "duplicate review",
      ]);
    }
  });
});

describe("a row that stands a hundred times in the list", () => {
  const written = runOn({
    roster: [[...PEOPLE, ...Array<Row>(MANY - 1).fill(FIRST!)]],
    sources: { dukcapil: PEOPLE },
  });

  test("is one person more than once, and nobody who cannot be found", async () => {
    const { cases } = await written;
    const copies = cases.filter(({ nik }) => nik === FIRST!.nik);
    expect(copies).toHaveLength(MANY);
    expect(new Set(copies.map(({ verdict, action, codes }) => `${verdict} ${action} ${codes}`))).toEqual(
      new Set(["duplicate review record.duplicate"]),
    );
  });

  test("names some of the others, and how many there are besides", async () => {
    const { findings } = await written;
    const others = findings
      .filter(({ code }) => code === "record.duplicate")
      .map((row) => row["source_value"]!);
    expect(others).toHaveLength(MANY);
    for (const value of others) {
      expect(value.split(", ")).toHaveLength(61);
      expect(value).toMatch(/, … \(\+39\)$/);
    }
  });
});
