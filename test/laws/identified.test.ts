/**
 * Who is linked as certain: only whom name or identifier speaks for, whatever was learned. Birth date and place single
 * out nobody.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELDS, type Field } from "../../src/field/level.ts";
import { levelEntry, nikFitsDate, type PackedLevels } from "../../src/match/levels.ts";
import { LINK_STATUSES } from "../../src/match/link-status.ts";
import { MatchModel } from "../../src/match/model.ts";
import { settle } from "../../src/match/settle.ts";
import { drawn } from "../drawn.ts";
import { passed, rosterOf } from "./clean.ts";
import { FIRST_ROW, type Line, runOn } from "./run.ts";
import { listOf, nikOf, type Row, town } from "./town.ts";

/** Names that have nothing in common, not even their sound. */
const SYLLABLES = ["BA", "DU", "GI", "KO", "LE", "MA", "NU", "PI", "RO", "SE", "TA", "WU"];
function nameOf(number: number): string {
  const syllable = (by: number) => SYLLABLES[Math.floor(number / 12 ** by) % 12]!;
  return [0, 1, 2, 1, 2, 0].map(syllable).join("");
}

/** Ordinary people, each with a birth date of his own. */
function inhabitant(number: number): Row {
  const birth = { day: 2 + (number % 27), month: 1 + (number % 12), year: 1961 + (number % 37) };
  const [day, month] = [birth.day, birth.month].map((part) => String(part).padStart(2, "0"));
  return {
    nik: nikOf("160509", birth, "L", 9000 + number),
    name: nameOf(number),
    place: number % 2 === 0 ? "TUGUMULYO" : "MUARA BELITI",
    date: `${day}-${month}-${birth.year}`,
    sex: "L",
  };
}

const count = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => inhabitant(from + i));
const withoutNik = (rows: readonly Row[]) => rows.map((row) => ({ ...row, nik: "" }));
/** Somebody else of the same birth date and place. */
const strangerTo = (row: Row, number: number): Row => ({ ...row, nik: "", name: nameOf(1000 + number) });
/** The same with the next number. */
function neighbourOf(row: Row, number: number): Row {
  const last = (Number(row.nik.slice(-1)) + 1) % 10;
  return { ...strangerTo(row, number), nik: `${row.nik.slice(0, -1)}${last}`, sex: row.sex };
}

describe("a certain link", () => {
  /** So many that the source seems to have nearly everybody. */
  const OTHERS = count(0, 220);
  /** How often true pairs stand at each level, however odd. */
  const LEARNED = fc.record(
    Object.fromEntries(
      FIELDS.map((field) => {
        const shares = new MatchModel("nik").shares(field);
        const moved = shares.map((share) => fc.integer({ min: -5, max: 5 }).map((bits) => share * 2 ** bits));
        return [field, fc.tuple(...moved)];
      }),
    ) as Record<Field, fc.Arbitrary<number[]>>,
  );
  const LISTS = town({ minLength: 2, maxLength: 10 }).chain((people) =>
    fc.record({
      roster: listOf(people, { most: 2 }),
      source: listOf(people, { most: 2, absent: true }),
      strangers: fc
        .subarray(people)
        .chain((known) =>
          fc.tuple(...known.map((row, i) => fc.constantFrom(strangerTo(row, i), neighbourOf(row, i)))),
        ),
    }),
  );

  /** A near identifier is a neighbour's as well, unless the record itself explains how it differs. */
  function isIdentified(levels: PackedLevels): boolean {
    const [nik, name] = [levelEntry(levels, "nik"), levelEntry(levels, "name")];
    return (
      name.agreement === "same" ||
      name.agreement === "near" ||
      nik.agreement === "same" ||
      nik.name === "excel_zeroed" ||
      nikFitsDate(levels)
    );
  }

  test("agrees in name or identifier, whatever was learned", () => {
    fc.assert(
      fc.property(LISTS, LEARNED, ({ roster: rows, source, strangers }, learned) => {
        const roster = rosterOf([...rows, ...OTHERS]);
        const rowsPassed = [...source, ...strangers, ...OTHERS];
        const { store, basis } = passed(roster, rowsPassed, OTHERS.length).links();
        const model = roster.model.taught(learned);
        const { statuses, probabilities } = settle(store, { ...basis, model, learned: true });
        for (let record = 0; record < roster.count; record++) {
          if (LINK_STATUSES[statuses[record]!] !== "linked") continue;
          let best = store.firstPair(record);
          for (let pair = best; pair >= 0; pair = store.nextPair(pair))
            if (probabilities[pair]! > probabilities[best]!) best = pair;
          if (!isIdentified(store.pairWeighed(best))) expect(`record ${record}`).toBe("identified");
        }
      }),
      { numRuns: drawn(60) },
    );
  });
});

describe("strangers of the same birth date and place", () => {
  const ROSTER = count(0, 400);
  const of = (lines: readonly Line[], source: string, record: number) =>
    lines.filter((line) => line["source"] === source && line["roster_row"] === String(record + FIRST_ROW));

  test.each([5, 20, 40])("are shown and not linked by their diplomas, %i in a hundred", async (share) => {
    const strangers = (ROSTER.length * share) / 100;
    const ijazah = ROSTER.map((row, i) => (i < strangers ? strangerTo(row, i) : row));
    const { links, findings, summary } = await runOn({
      roster: [ROSTER],
      sources: { ijazah: withoutNik(ijazah) },
    });
    expect(summary.sources[0]!.weights).toBe("learned");
    for (const [i] of ROSTER.entries()) {
      const [link] = of(links, "ijazah", i);
      expect(link!["status"]).toBe(i < strangers ? "ambiguous" : "linked");
      if (i < strangers) expect(Number(link!["probability"])).toBeLessThan(0.7);
    }
    expect(findings.filter(({ code }) => code === "name.different")).toEqual([]);
  });

  test("lend nothing, though a word of the name is the same: the registry links none of them", async () => {
    const strangers = 80;
    const named = (row: Row): Row => ({ ...row, name: `ABDUL ${row.name}` });
    const roster = ROSTER.map(named);
    const others = ROSTER.map(strangerTo).map(named);
    const lists = roster.map((row, i) => (i < strangers ? others[i]! : row));
    const nik = (row: Row, i: number) => (i < strangers ? `3404${row.nik.slice(4, 12)}${7000 + i}` : row.nik);
    const dukcapil = lists.map((row, i) => ({ ...row, nik: nik(roster[i]!, i) }));
    const { links, cases } = await runOn({
      roster: [roster],
      sources: { dukcapil, ijazah: withoutNik(lists) },
    });
    for (const [i] of roster.entries()) {
      expect(of(links, "dukcapil", i)[0]!["status"] === "linked").toBe(i >= strangers);
      expect(of(links, "ijazah", i)[0]!["status"] === "linked").toBe(i >= strangers);
      expect(cases[i]!["proposed_nik"]).toBe("");
    }
  });
});
