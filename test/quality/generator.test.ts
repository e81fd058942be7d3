import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTIONS, FINDING_CODES, VERDICTS } from "../../src/finding/codes.ts";
import type { Generated } from "./generator/generate.ts";
import { generate } from "./generator/generate.ts";
import type { Person } from "./generator/people.ts";
import { Population } from "./generator/people.ts";
import { Permutation } from "./generator/random.ts";
import { RATES } from "./generator/rates.ts";
import { Rows } from "./generator/rows.ts";
import type { HeldSlip, Story } from "./generator/scenario.ts";
import { judge } from "./generator/truth.ts";
import type { Slip } from "./generator/values.ts";

const folder = mkdtempSync(join(tmpdir(), "cocok-generator-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NO_ROWS: readonly (readonly string[])[] = [];
/** Files stay as they were made: what was asked for before is not read again. */
const read = new Map<string, typeof NO_ROWS>();

/** Rows by spreadsheet number: the heading is row 1. */
function rowsOf(path: string | null): typeof NO_ROWS {
  if (path === null) return NO_ROWS;
  let rows = read.get(path);
  if (rows === undefined) {
    const text = readFileSync(path, "utf8");
    const delimiter = /^[^\n]*;/.test(text) ? ";" : ",";
    rows = [[], ...parse(text, { delimiter, bom: true })];
    read.set(path, rows);
  }
  return rows;
}

interface TruthRow {
  readonly roster: readonly string[];
  readonly dukcapil: readonly string[] | null;
  readonly ktp: readonly string[] | null;
  readonly ijazah: readonly string[] | null;
  readonly bkn: readonly string[] | null;
  readonly person: string;
  readonly group: string;
  readonly verdict: string;
  readonly action: string;
  readonly codes: readonly string[];
  readonly scenarios: readonly string[];
}

/** truth.csv with the rows it speaks of, looked up in the files. */
function truthOf(made: Generated): TruthRow[] {
  const rosters = new Map(made.roster.map((path, at) => [`roster-${at + 1}.csv`, rowsOf(path)]));
  const [dukcapil, ktp, ijazah, bkn] = [made.dukcapil, made.ktp, made.ijazah, made.bkn].map(rowsOf);
  const at = (rows: typeof NO_ROWS | undefined, row: string) => (row === "" ? null : rows![Number(row)]!);
  return rowsOf(made.truth)
    .slice(2)
    .map((cells) => ({
      roster: rosters.get(cells[0]!)![Number(cells[1])]!,
      person: cells[2]!,
      dukcapil: at(dukcapil, cells[3]!),
      ktp: at(ktp, cells[4]!),
      ijazah: at(ijazah, cells[5]!),
      bkn: at(bkn, cells[6]!),
      group: cells[7]!,
      verdict: cells[8]!,
      action: cells[9]!,
      codes: cells[10] === "" ? [] : cells[10]!.split(";"),
      scenarios: cells[11]!.split("+"),
    }));
}

function countBy<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember".split(
  " ",
);

// What the offices' ways of writing mean, once more and plainly.
const plain = {
  nik: (text: string) => text.replace(/^'|\s/g, "").replace(/(?<=\d)O/, "0"),
  name: (text: string) =>
    text
      .replace(/,.*$/, "")
      .replace(/^(Hj?\.|HJ\.) +/, "")
      .replace(/[.]/g, "")
      .replace(/ +/g, " ")
      .toUpperCase(),
  place: (text: string) => text.toUpperCase(),
  date: (text: string) => {
    const words = text
      .toLowerCase()
      .replace("pebruari", "februari")
      .replace("nopember", "november")
      .split(/[-/ ]/);
    const month = MONTHS.indexOf(words[1] ?? "") + 1 || Number(words[1]);
    return words.length === 3 ? `${Number(words[2])}-${month}-${Number(words[0])}` : text;
  },
  sex: (text: string) => text.charAt(0).toUpperCase(),
};

/** Fields of a source row in the roster's order of fields, and where they stand. */
const COLUMNS = {
  dukcapil: { nik: 0, name: 1, birth_place: 2, birth_date: 3, sex: 4 },
  ktp: { nik: 0, name: 1, birth_place: 2, birth_date: 3, sex: 4 },
  ijazah: { name: 0, birth_place: 1, birth_date: 2 },
} as const;
const MEANING = {
  nik: plain.nik,
  name: plain.name,
  birth_place: plain.place,
  birth_date: plain.date,
  sex: plain.sex,
} as const;
const ROSTER_COLUMNS = COLUMNS.ktp;

/** `source:field` for every field that does not mean the same. */
function differencesIn(row: TruthRow): string[] {
  return (["dukcapil", "ktp", "ijazah"] as const).flatMap((source) => {
    const cells = row[source];
    if (cells === null) return [];
    const columns: Readonly<Partial<Record<keyof typeof MEANING, number>>> = COLUMNS[source];
    return (Object.keys(MEANING) as (keyof typeof MEANING)[])
      .filter((field) => {
        const column = columns[field];
        const mean = MEANING[field];
        return column !== undefined && mean(cells[column]!) !== mean(row.roster[ROSTER_COLUMNS[field]]!);
      })
      .map((field) => `${source}:${field}`);
  });
}

describe("an office of 5,000 people", () => {
  let made: Generated;
  let truth: TruthRow[];
  beforeAll(async () => {
    made = await generate({ seed: 7, people: 5000, folder: join(folder, "office") });
    truth = truthOf(made);
  });

  it("has a truth for every roster row, and the sizes it reports", () => {
    const rosterRows = made.roster.reduce((sum, path) => sum + rowsOf(path).length - 2, 0);
    expect(truth.length).toBe(rosterRows);
    expect(made.counts).toEqual({
      people: new Set(truth.map(({ person }) => person)).size,
      rosterRows,
      dukcapilRows: rowsOf(made.dukcapil).length - 2,
      ktpRows: rowsOf(made.ktp).length - 2,
      ijazahRows: rowsOf(made.ijazah).length - 2,
      bknRows: rowsOf(made.bkn).length - 2,
    });
  });

  it("names every field in which a source means something else than the roster, and no other", () => {
    for (const row of truth) {
      if (row.scenarios.includes("ambiguous")) continue;
      const named = row.codes
        .map((code) => code.split(":").slice(0, 2).join(":"))
        .filter((place) => !/^roster|^bkn|:record$/.test(place));
      const nikOfOtherInKtp = row.codes.includes("ktp:nik:nik.belongs_to_other") && row.ktp === null;
      expect(named.filter((place) => !(nikOfOtherInKtp && place === "ktp:nik")).sort(), row.person).toEqual(
        differencesIn(row).sort(),
      );
    }
  });

  it("knows every code, verdict and action of the contract and uses them all", () => {
    const codes = truth.flatMap((row) => row.codes.map((code) => code.split(":")[2]!));
    expect([...new Set(codes)].sort()).toEqual(Object.keys(FINDING_CODES).sort());
    expect([...new Set(truth.map(({ verdict }) => verdict))].sort()).toEqual([...VERDICTS].sort());
    expect([...new Set(truth.map(({ action }) => action))].sort()).toEqual([...ACTIONS].sort());
  });

  it("gives no two people one NIK", () => {
    const niks = rowsOf(made.dukcapil)
      .slice(2)
      .map((cells) => cells[0]!);
    expect(new Set(niks).size).toBe(niks.length);
  });

  it("mistypes no NIK into somebody else's, and says so where a NIK is somebody else's", () => {
    const registry = new Map(rowsOf(made.dukcapil).map((cells) => [cells[0], cells]));
    const onKtp = new Set(rowsOf(made.ktp).map((cells) => cells[0]));
    for (const row of truth) {
      const nik = plain.nik(row.roster[0]!);
      const codes = new Set(row.codes);
      const other = registry.get(nik);
      if (codes.has("dukcapil:nik:nik.belongs_to_other")) {
        expect(plain.name(row.roster[1]!)).not.toBe(other![1]);
        expect(plain.date(row.roster[3]!)).not.toBe(plain.date(other![3]!));
        expect(onKtp.has(nik)).toBe(codes.has("ktp:nik:nik.belongs_to_other"));
      } else if (row.codes.some((code) => code.startsWith("dukcapil:nik:"))) {
        expect(other).toBeUndefined();
      }
    }
  });

  it("says of every NIK on two people's rows that it is shared, and of no other", () => {
    const people = new Map<string, Set<string>>();
    for (const { roster, person } of truth) {
      const nik = plain.nik(roster[0]!);
      people.set(nik, (people.get(nik) ?? new Set()).add(person));
    }
    for (const { roster, codes } of truth) {
      const nik = plain.nik(roster[0]!);
      const isShared = /^\d{16}$/.test(nik) && people.get(nik)!.size > 1;
      expect(codes.includes("roster:record:record.shared_nik")).toBe(isShared);
    }
  });

  it("makes ambiguous only whom the registry has twice", () => {
    const people = countBy(rowsOf(made.dukcapil).map((cells) => `${cells[1]} ${cells[3]}`));
    const ambiguous = truth.filter(({ verdict }) => verdict === "ambiguous");
    expect(ambiguous.length).toBeGreaterThan(0);
    for (const row of ambiguous) expect(people.get(`${row.dukcapil![1]} ${row.dukcapil![3]}`)).toBe(2);
  });

  it("puts the rows of one person, and only those, into one group", () => {
    const rows = countBy(truth.map(({ person }) => person));
    const groups = new Map(truth.map(({ person, group }) => [person, group]));
    for (const { person, group } of truth) {
      expect(group !== "").toBe(rows.get(person)! > 1);
      expect(groups.get(person)).toBe(group);
    }
  });

  it("never orders a file like another", () => {
    const places = truth.map(({ person }) => Number(person.slice(1)));
    const follows = places.filter((place, at) => at > 0 && place === places[at - 1]! + 1);
    expect(follows.length).toBeLessThan(places.length / 100);
  });

  it("has people as South Sumatra has them", () => {
    const names = rowsOf(made.dukcapil)
      .slice(2)
      .map((cells) => cells[1]!);
    const share = (test: (name: string) => boolean) => names.filter(test).length / names.length;
    expect(share((name) => !name.includes(" "))).toBeCloseTo(0.12, 1);
    expect(share((name) => name === "NURHAYATI")).toBeGreaterThan(0.002);
    expect(share((name) => name === "NURHAYATI")).toBeLessThan(0.006);
    const births = rowsOf(made.dukcapil).slice(2);
    const placeholders =
      births.filter((cells) => /^(01-01|01-07|31-12)/.test(cells[3]!)).length / births.length;
    expect(placeholders).toBeGreaterThan(0.07);
    expect(placeholders).toBeLessThan(0.11);
    const provinces = new Set(births.map((cells) => cells[0]!.slice(0, 2)));
    expect([...provinces].filter((province) => province > "90").length).toBeGreaterThan(2);
    const home = births.filter((cells) => cells[0]!.startsWith("1605")).length / births.length;
    expect(home).toBeGreaterThan(0.45);
  });
});

describe("the rates", () => {
  it("come out near the table", async () => {
    const people = 10_000;
    const made = await generate({ seed: 3, people, folder: join(folder, "rates"), ijazah: true });
    const seen = countBy(
      truthOf(made)
        .filter(({ scenarios }) => scenarios[0] !== "duplicate")
        .flatMap(({ scenarios }) => scenarios),
    );
    const apart = new Set([
      "duplicate",
      "duplicate_with_slip",
      "second_error",
      "ktp_missing",
      "ijazah_missing",
      "not_registered",
    ]);
    for (const [name, rate] of Object.entries(RATES)) {
      if (apart.has(name)) continue;
      // Of a shared NIK one of the two rows is right.
      const wanted = people * (name === "nik_shared" ? rate / 2 : rate);
      const got = seen.get(name) ?? 0;
      // Four standard deviations, and a fifth for what the table of applicability does not know.
      expect(Math.abs(got - wanted), `${name}: ${got} for ${wanted}`).toBeLessThan(
        4 * Math.sqrt(wanted) + wanted / 5,
      );
    }
  });

  it("can be turned, one by one", async () => {
    const still = Object.fromEntries(Object.keys(RATES).map((name) => [name, 0]));
    const rates = { ...still, name_typo: 0.2 };
    const made = await generate({ seed: 1, people: 2000, folder: join(folder, "turned"), rates });
    const seen = countBy(truthOf(made).flatMap(({ scenarios }) => scenarios));
    expect([...seen.keys()].sort()).toEqual(["clean", "name_typo"]);
    expect(seen.get("name_typo")! / 2000).toBeCloseTo(0.2, 1);
  });
});

describe("a clean office", () => {
  it("has nothing to find but the hints NIKs give by law", async () => {
    const made = await generate({ seed: 5, people: 1500, folder: join(folder, "clean"), clean: true });
    for (const row of truthOf(made)) {
      expect(differencesIn(row)).toEqual([]);
      expect([row.verdict, row.action]).toEqual(["match", "none"]);
      expect(row.codes.filter((code) => !code.startsWith("roster:nik:"))).toEqual([]);
      expect([row.dukcapil, row.ktp, row.ijazah, row.bkn]).not.toContain(null);
    }
  });
});

describe("the same options", () => {
  const digestOf = (made: Generated) =>
    [...made.roster, made.dukcapil, made.ktp, made.ijazah, made.bkn, made.truth]
      .filter((path) => path !== null)
      .map((path) => createHash("sha256").update(readFileSync(path)).digest("hex"));

  it("give the same bytes, and another seed gives others", async () => {
    const make = (name: string, seed: number) =>
      generate({ seed, people: 600, registryRows: 900, folder: join(folder, name) }).then(digestOf);
    const [once, again, other] = await Promise.all([make("once", 11), make("again", 11), make("other", 12)]);
    expect(again).toEqual(once);
    expect(other.filter((digest) => once.includes(digest))).toEqual([]);
  });
});

describe("lists that are left out", () => {
  it("are neither written nor found missing", async () => {
    const made = await generate({
      seed: 2,
      people: 800,
      folder: join(folder, "few"),
      rosterFiles: 1,
      ktp: false,
      ijazah: false,
      bkn: false,
    });
    expect([made.ktp, made.ijazah, made.bkn]).toEqual([null, null, null]);
    const sources = new Set(truthOf(made).flatMap(({ codes }) => codes.map((code) => code.split(":")[0])));
    expect([...sources].sort()).toEqual(["dukcapil", "roster"]);
  });
});

describe("people", () => {
  it.each(["fixture", "realistic"] as const)(
    "have NIKs of their own that can be told from others (%s)",
    (serials) => {
      const population = new Population(1, 120_000, serials);
      const niks = new Set<string>();
      for (let index = 0; index < population.size; index++) {
        const { nik } = population.person(index);
        niks.add(nik);
        if (index % 50 === 0) {
          expect(population.isHeld(nik)).toBe(true);
          expect(nik.slice(12) >= (serials === "fixture" ? "9000" : "0001")).toBe(true);
        }
      }
      expect(niks.size).toBe(population.size);
    },
  );

  it("find room for a country's worth of them", () => {
    const population = new Population(1, 40_000_000, "fixture");
    for (let index = 0; index < population.size; index += 39_989) {
      const { nik } = population.person(index);
      expect(nik).toMatch(/^\d{12}9\d{3}$/);
      expect(population.isHeld(nik)).toBe(true);
    }
    expect(() => new Population(1, 80_000_000, "fixture")).toThrow(RangeError);
  });

  it("have twins, born the same day with serials in a row", () => {
    const population = new Population(4, 30_000, "fixture");
    let twins = 0;
    for (let index = 1; index < population.size; index++) {
      const [one, other] = [population.person(index - 1), population.person(index)];
      if (Number(other.nik.slice(12)) !== Number(one.nik.slice(12)) + 1 || one.born !== other.born) continue;
      twins += 2;
      expect(other.nik.slice(0, 12)).toBe(one.nik.slice(0, 12));
      expect(other.name).not.toBe(one.name);
    }
    expect(twins / population.size).toBeGreaterThan(0.007);
    expect(twins / population.size).toBeLessThan(0.013);
  });

  it("are born between 1962 and 2004 on days that exist", () => {
    const population = new Population(9, 20_000, "realistic");
    const isPossible = (born: number): boolean => {
      const [year, month, day] = [Math.floor(born / 10000), Math.floor(born / 100) % 100, born % 100];
      const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
      return year >= 1962 && year <= 2004 && day >= 1 && day <= (days[month - 1] ?? 0);
    };
    const births = Array.from({ length: population.size }, (_, index) => population.person(index).born);
    expect(births.filter((born) => !isPossible(born))).toEqual([]);
  });
});

describe("a computed order", () => {
  it("visits every place once and can be run backwards", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.integer(), fc.nat(9), (size, seed, tweak) => {
        const order = new Permutation(seed, "test", size);
        const places = Array.from({ length: size }, (_, index) => order.at(index, tweak));
        expect(new Set(places).size).toBe(size);
        expect(places.every((place, index) => order.indexOf(place, tweak) === index)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("seats everybody of a roster and of its registry once, whatever the sizes", () => {
    const sizes = fc.record({
      people: fc.integer({ min: 60, max: 400 }),
      more: fc.integer({ min: 0, max: 900 }),
      duplicates: fc.nat(9),
      swappedPairs: fc.nat(4),
      sharedPairs: fc.nat(4),
      ambiguous: fc.nat(4),
      namesakes: fc.nat(4),
    });
    fc.assert(
      fc.property(sizes, fc.integer(), ({ people, more, ...reserved }, seed) => {
        const rows = new Rows(seed, people, people + more, reserved);
        const seats = Array.from({ length: rows.rosterRows }, (_, row) => rows.rosterAt(row));
        expect(seats.every(({ ordinal, copy }, row) => rows.rosterRow(ordinal, copy) === row)).toBe(true);
        expect(countBy(seats.map(({ copy }) => copy)).get(1) ?? 0).toBe(reserved.duplicates);
        const indexes = Array.from({ length: people }, (_, ordinal) => rows.indexOf(ordinal));
        expect(new Set(indexes).size).toBe(people);
        expect(indexes.every((index, ordinal) => rows.ordinalOf(index) === ordinal)).toBe(true);
        const others = Array.from({ length: rows.registered }, (_, index) => rows.ordinalOf(index));
        expect(others.filter((ordinal) => ordinal === null).length).toBe(rows.registered - people);
        const pairs = reserved.swappedPairs + reserved.sharedPairs;
        for (let ordinal = 0; ordinal < 2 * pairs; ordinal++) {
          expect(Math.abs(rows.rosterRow(ordinal, 0) - rows.rosterRow(rows.partnerOf(ordinal), 0))).toBe(1);
        }
        const transcripts = Array.from({ length: rows.listRows("ktp") }, (_, row) => rows.listAt("ktp", row));
        expect(
          transcripts.every(({ ordinal }, row) => ordinal === null || rows.listRow("ktp", ordinal) === row),
        ).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe("the truth about a row", () => {
  const person: Person = {
    index: 0,
    name: "Siti Aminah",
    sex: "P",
    born: 19900512,
    place: "Musi Rawas",
    nik: "1605095205909001",
  };
  const calm: Story = {
    ordinal: 0,
    person,
    scenarios: [],
    slips: [],
    inDukcapil: true,
    status: "",
    inKtp: true,
    inIjazah: true,
    bkn: "listed",
    pair: null,
    duplicate: false,
    ambiguous: false,
  };
  const every = { ktp: true, ijazah: true, bkn: true };
  const nameTypo: Slip = {
    field: "name",
    gravity: "near",
    wrong: "Siti Amimah",
    code: "name.typo",
    reverse: "name.typo",
  };
  const dayWrong: Slip = {
    field: "birth_date",
    gravity: "near",
    wrong: 19900513,
    code: "birth_date.day",
    reverse: "birth_date.day",
  };
  const otherDate: Slip = {
    ...dayWrong,
    gravity: "different",
    wrong: 19750303,
    code: "birth_date.different",
  };
  const noNik: Slip = {
    field: "nik",
    gravity: "lost",
    wrong: "",
    code: "nik.missing",
    reverse: "nik.missing",
  };
  const serialWrong: Slip = { ...noNik, gravity: "near", wrong: "1605095205909101", code: "nik.typo" };
  const dateInNikWrong: Slip = { ...serialWrong, wrong: "1605095305909001" };
  const others: Slip = {
    ...noNik,
    gravity: "different",
    wrong: "1605094101889003",
    code: "nik.belongs_to_other",
  };
  const held = (slip: Slip, ...holders: ("roster" | "dukcapil" | "ktp" | "ijazah")[]): HeldSlip => ({
    slip,
    holders: new Set(holders),
    copy: null,
  });

  it.each<[string, Partial<Story>, string, string]>([
    ["everything agrees", {}, "match", "none"],
    ["not on BKN's list", { bkn: "absent" }, "match", "register_bkn"],
    ["no documents on file", { inKtp: false, inIjazah: false }, "match", "none"],
    ["blocked at BKN", { bkn: "blocked" }, "clarify", "interview"],
    ["one slip, the KTP with Dukcapil", { slips: [held(nameTypo, "roster")] }, "clarify", "fix_roster"],
    [
      "one slip, only the diploma with Dukcapil",
      { slips: [held(nameTypo, "roster")], inKtp: false },
      "clarify",
      "fix_roster",
    ],
    [
      "one slip and no witness",
      { slips: [held(nameTypo, "roster")], inKtp: false, inIjazah: false },
      "clarify",
      "interview",
    ],
    [
      "a wrong day, the NIK with Dukcapil",
      { slips: [held(dayWrong, "roster")], inKtp: false, inIjazah: false },
      "clarify",
      "fix_roster",
    ],
    [
      "no NIK, the date in Dukcapil's",
      { slips: [held(noNik, "roster")], inKtp: false },
      "clarify",
      "fix_roster",
    ],
    [
      "a NIK mistyped where it shows the date",
      { slips: [held(dateInNikWrong, "roster")], inKtp: false },
      "clarify",
      "fix_roster",
    ],
    [
      "a NIK mistyped elsewhere, no KTP",
      { slips: [held(serialWrong, "roster")], inKtp: false },
      "clarify",
      "interview",
    ],
    ["slip of roster and diploma", { slips: [held(nameTypo, "roster", "ijazah")] }, "clarify", "interview"],
    ["slip of roster and KTP", { slips: [held(nameTypo, "roster", "ktp")] }, "clarify", "refer_dukcapil"],
    ["slip of Dukcapil", { slips: [held(dayWrong, "dukcapil")] }, "clarify", "refer_dukcapil"],
    [
      "slip of Dukcapil, no KTP",
      { slips: [held(dayWrong, "dukcapil")], inKtp: false },
      "clarify",
      "interview",
    ],
    ["slip of the KTP", { slips: [held(nameTypo, "ktp")] }, "clarify", "refer_dukcapil"],
    ["slip of the diploma", { slips: [held(nameTypo, "ijazah")] }, "clarify", "refer_school"],
    ["Dukcapil has another date", { slips: [held(otherDate, "dukcapil")] }, "clarify", "interview"],
    [
      "two slips in one row",
      { slips: [held(nameTypo, "roster"), held(dayWrong, "roster")] },
      "clarify",
      "interview",
    ],
    [
      "a slip of the roster, another of the diploma",
      { slips: [held(serialWrong, "roster"), held(nameTypo, "ijazah")] },
      "clarify",
      "refer_school",
    ],
    [
      "somebody else's NIK",
      { slips: [held({ ...others, otherInKtp: false }, "roster")] },
      "mismatch",
      "interview",
    ],
    ["not in Dukcapil, KTP agrees", { inDukcapil: false }, "not_found", "refer_dukcapil"],
    ["not in Dukcapil, no KTP", { inDukcapil: false, inKtp: false }, "not_found", "interview"],
    [
      "not in Dukcapil, KTP differs",
      { inDukcapil: false, slips: [held(nameTypo, "roster")] },
      "not_found",
      "interview",
    ],
    ["inactive", { status: "14" }, "clarify", "refer_dukcapil"],
    ["double", { status: "12" }, "clarify", "refer_dukcapil"],
    ["deceased", { status: "11" }, "clarify", "interview"],
    ["twice in the roster", { duplicate: true }, "duplicate", "review"],
    [
      "twice in the roster, once with another date",
      { duplicate: true, slips: [held(otherDate, "roster")] },
      "duplicate",
      "interview",
    ],
    [
      "twice in the registry",
      { ambiguous: true, slips: [held(noNik, "roster")], inKtp: false, bkn: "absent" },
      "ambiguous",
      "review",
    ],
  ])("%s", (_, facts, verdict, action) => {
    const truth = judge({ ...calm, ...facts }, 0, every);
    expect([truth.verdict, truth.action]).toEqual([verdict, action]);
  });

  it("names each source that shows the difference", () => {
    expect(judge({ ...calm, slips: [held(serialWrong, "roster")] }, 0, every).codes).toEqual([
      "dukcapil:nik:nik.typo",
      "ktp:nik:nik.typo",
    ]);
    expect(judge({ ...calm, slips: [held(nameTypo, "roster", "ktp")] }, 0, every).codes).toEqual([
      "dukcapil:name:name.typo",
      "ijazah:name:name.typo",
    ]);
  });

  it("leaves the second row of a person out of the slip of the first", () => {
    const story: Story = { ...calm, duplicate: true, slips: [{ ...held(nameTypo, "roster"), copy: 0 }] };
    expect(judge(story, 0, every).codes).toContain("dukcapil:name:name.typo");
    expect(judge(story, 1, every).codes).toEqual(["roster:record:record.duplicate"]);
  });
});
