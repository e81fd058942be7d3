/**
 * Those who are easily taken for each other: no wrong person is ever linked as certain, whatever the order of rows.
 * Every row here carries the number of its person, which the program never sees.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawn } from "../drawn.ts";
import { FIRST_ROW, type Line, runOn } from "./run.ts";
import { type Row, SLIPS, town } from "./town.ts";

/** A row, and who it is. */
interface Known extends Row {
  readonly who: string;
}

type Written = readonly [who: string, nik: string, name: string, place: string, date: string, sex: string];

const known = (rows: readonly Written[]): Known[] =>
  rows.map(([who, nik, name, place, date, sex]) => ({ who, nik, name, place, date, sex }));

/** The registry: everybody, with families. */
const PEOPLE = known([
  // twins: fifteen digits, date and place in common
  ["twin Ahmad", "1605091804929011", "AHMAD RIFAI", "MUARA BELITI", "18-04-1992", "L"],
  ["twin Ahmad's brother", "1605091804929012", "AHMAD ROFIQ", "MUARA BELITI", "18-04-1992", "L"],
  ["twin Dina", "1605014708959021", "DINA MARIANA", "TUGUMULYO", "07-08-1995", "P"],
  ["twin Dina's sister", "1605014708959022", "DINI MARLINA", "TUGUMULYO", "07-08-1995", "P"],
  ["twin Hasan", "1605120901889031", "HASAN", "MEGANG SAKTI", "09-01-1988", "L"],
  ["twin Hasan's brother", "1605120901889032", "HUSIN", "MEGANG SAKTI", "09-01-1988", "L"],
  ["twin Rina", "1605136103909041", "RINA ASTUTI", "PURWODADI", "21-03-1990", "P"],
  ["twin Rina's sister", "1605136103909042", "RINI ASTUTI", "PURWODADI", "21-03-1990", "P"],
  // namesakes of one birth year, one of them of one village
  ["Nurhayati 1", "1605015102859013", "NURHAYATI", "TUGUMULYO", "11-02-1985", "P"],
  ["Nurhayati 2", "1605016406859017", "NURHAYATI", "TUGUMULYO", "24-06-1985", "P"],
  ["Nurhayati 3", "1605036406859026", "NURHAYATI", "MUARA KELINGI", "24-06-1985", "P"],
  ["Nurhayati 4", "1605124510859031", "NURHAYATI", "MEGANG SAKTI", "05-10-1985", "P"],
  // 1 July, and nobody knows when
  ["Slamet 1", "1605010107709051", "SLAMET", "TUGUMULYO", "01-07-1970", "L"],
  ["Slamet 2", "1605090107709052", "SLAMET", "MUARA BELITI", "01-07-1970", "L"],
  ["Paijo", "1605010107709053", "PAIJO", "TUGUMULYO", "01-07-1970", "L"],
  // father and son of one name, born on the same day and month
  ["father Yani", "1605021208669015", "AHMAD YANI", "MUARA LAKITAN", "12-08-1966", "L"],
  ["son Yani", "1605021208919018", "AHMAD YANI", "MUARA LAKITAN", "12-08-1991", "L"],
  // husband and wife
  ["wife", "1605015310779055", "SUTARTI", "TUGUMULYO", "13-10-1977", "P"],
  ["husband", "1605011904739050", "MUJIONO", "TUGUMULYO", "19-04-1973", "L"],
  // neighbours registered one behind the other
  ["neighbour Eko", "1605090203809061", "EKO PURNOMO", "MUARA BELITI", "02-03-1980", "L"],
  ["neighbour Joko", "1605090203809062", "JOKO SUSILO", "MUARA BELITI", "02-03-1980", "L"],
  // sisters with one family name and birthdays a year apart
  ["sister Ratna", "1605102704889071", "RATNA DEWI PURBA", "TERAWAS", "27-04-1988", "L"],
  ["sister Rita", "1605102704899071", "RITA DEWI PURBA", "TERAWAS", "27-04-1989", "L"],
  // ordinary people
  ["Bambang", "1605080511769081", "BAMBANG WIBOWO", "JAYALOKA", "05-11-1976", "L"],
  ["Fatimah", "1605114912799082", "FATIMAH ZAHRA", "SELANGIT", "09-12-1979", "P"],
  ["Gusti", "1673011606829083", "GUSTI RAMADHAN", "LUBUKLINGGAU", "16-06-1982", "L"],
  ["Herlina", "1673025505839084", "HERLINA WATI", "LUBUKLINGGAU", "15-05-1983", "P"],
  ["Irma", "1671034410879085", "IRMA SURYANI", "PALEMBANG", "04-10-1987", "P"],
  ["Kusnadi", "1605012506769086", "KUSNADI", "TUGUMULYO", "25-06-1976", "L"],
  ["Lukman", "1605030301869087", "LUKMAN HAKIM", "MUARA KELINGI", "03-01-1986", "L"],
]);

const byName = new Map(PEOPLE.map((person) => [person.who, person]));
const person = (who: string): Known => byName.get(who)!;
/** A person's row with something else in it. */
const slip = (who: string, changes: Partial<Row>): Known => ({ ...person(who), ...changes });
const without = (...absent: readonly string[]) => PEOPLE.filter(({ who }) => !absent.includes(who));

/** Everybody's row as the roster has it where it is right. */
const RIGHT = PEOPLE;

interface Situation {
  readonly roster: readonly Known[];
  readonly registry: readonly Known[];
}

const SITUATIONS: Readonly<Record<string, Situation>> = {
  "everybody is in both": { roster: RIGHT, registry: PEOPLE },
  "one of every pair of twins is in the roster": {
    roster: RIGHT.filter(({ who }) => !who.includes("'s ")),
    registry: PEOPLE,
  },
  "one of every pair of twins is in the registry, the other in the roster": {
    roster: RIGHT.filter(({ who }) => who.startsWith("twin") && !who.includes("'s ")),
    registry: PEOPLE.filter(({ who }) => who.includes("'s ")),
  },
  "twins carry each other's number": {
    roster: [
      slip("twin Hasan", { nik: person("twin Hasan's brother").nik }),
      slip("twin Hasan's brother", { nik: person("twin Hasan").nik }),
      slip("twin Rina", { nik: person("twin Rina's sister").nik }),
      slip("twin Ahmad", { nik: person("twin Ahmad's brother").nik }),
    ],
    registry: PEOPLE,
  },
  "twins have no number": {
    roster: RIGHT.filter(({ who }) => who.startsWith("twin")).map(({ who }) => slip(who, { nik: "" })),
    registry: PEOPLE,
  },
  "namesakes have no number": {
    roster: RIGHT.filter(({ who }) => /Nurhayati|Slamet|Yani/.test(who)).map(({ who }) =>
      slip(who, { nik: "" }),
    ),
    registry: PEOPLE,
  },
  "namesakes have neither number nor place": {
    roster: RIGHT.filter(({ who }) => /Nurhayati|Slamet|Yani/.test(who)).map(({ who }) =>
      slip(who, { nik: "", place: "" }),
    ),
    registry: PEOPLE,
  },
  "namesakes have no number and are not all in the registry": {
    roster: RIGHT.filter(({ who }) => /Nurhayati|Slamet|Yani/.test(who)).map(({ who }) =>
      slip(who, { nik: "" }),
    ),
    registry: without("Nurhayati 2", "Slamet 1", "son Yani"),
  },
  "a spouse's, a neighbour's, a father's number": {
    roster: [
      slip("wife", { nik: person("husband").nik }),
      slip("neighbour Eko", { nik: person("neighbour Joko").nik }),
      slip("son Yani", { nik: person("father Yani").nik }),
      slip("sister Ratna", { nik: person("sister Rita").nik }),
    ],
    registry: PEOPLE,
  },
  "numbers one digit off that are somebody's": {
    roster: RIGHT.filter(({ who }) => who.startsWith("twin") || who.startsWith("neighbour")).map((row) => ({
      ...row,
      nik: row.nik.slice(0, 15) + String((Number(row.nik[15]) % 9) + 1),
    })),
    registry: PEOPLE,
  },
  "numbers that Excel zeroed": {
    roster: RIGHT.map((row) => ({ ...row, nik: `${row.nik.slice(0, 15)}0` })),
    registry: PEOPLE,
  },
  "a column of numbers sorted by itself": {
    roster: RIGHT.map((row, i) => ({
      ...row,
      nik: [...RIGHT].sort((a, b) => (a.nik < b.nik ? -1 : 1))[i]!.nik,
    })),
    registry: PEOPLE,
  },
  "a tenth of the people missing from the registry": {
    roster: RIGHT,
    registry: without("twin Ahmad", "Nurhayati 3", "father Yani"),
  },
};

const shuffled = <T>(rows: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length });

/** Rows that were linked for certain to another person's row, as "who to whom". */
function wrongLinks(links: readonly Line[], roster: readonly Known[], registry: readonly Known[]): string[] {
  return links
    .filter((link) => link["status"] === "linked")
    .map(
      (link) =>
        [
          roster[Number(link["roster_row"]) - FIRST_ROW]!.who,
          registry[Number(link["source_row"]) - FIRST_ROW]!.who,
        ] as const,
    )
    .filter(([asked, found]) => asked !== found)
    .map(([asked, found]) => `${asked} to ${found}`);
}

/** Status and partner of every person, in no order of rows. */
function partners(links: readonly Line[], roster: readonly Known[], registry: readonly Known[]): string[] {
  const who = (link: Line) =>
    link["source_row"] === "" ? "nobody" : registry[Number(link["source_row"]) - FIRST_ROW]!.who;
  return links
    .map(
      (link) =>
        `${roster[Number(link["roster_row"]) - FIRST_ROW]!.who}: ${link["status"]} ${link["probability"]} ${who(link)}`,
    )
    .sort();
}

/** Cases that nobody would look at in person. */
function unpressing(cases: readonly Line[]): string[] {
  return cases
    .filter(({ action }) => action !== "interview" && action !== "review")
    .map((row) => `${row["name"]}: ${row["action"]}`);
}

describe.each(Object.entries(SITUATIONS))("where %s", (_where, { roster, registry }) => {
  test("nobody is linked to somebody else, and rows may stand in any order", async () => {
    const { links } = await runOn({ roster: [roster], sources: { dukcapil: registry } });
    expect(wrongLinks(links, roster, registry)).toEqual([]);
    const expected = partners(links, roster, registry);
    await fc.assert(
      fc.asyncProperty(shuffled(roster), shuffled(registry), async (asked, there) => {
        const again = await runOn({ roster: [asked], sources: { dukcapil: there } });
        expect(partners(again.links, asked, there)).toEqual(expected);
      }),
      { numRuns: drawn(8) },
    );
  });
});

describe("the hard set as a whole", () => {
  test("is linked completely where nothing is wrong", async () => {
    const { links, cases } = await runOn({ roster: [RIGHT], sources: { dukcapil: PEOPLE } });
    expect(links.every((link) => link["status"] === "linked")).toBe(true);
    expect(new Set(cases.map((row) => row["verdict"]))).toEqual(new Set(["match"]));
  });

  test("leaves nobody who carries somebody else's number to the desk, whatever the documents say", async () => {
    for (const where of ["twins carry each other's number", "a spouse's, a neighbour's, a father's number"]) {
      const { roster, registry } = SITUATIONS[where]!;
      for (const ktp of [registry, roster]) {
        const { cases } = await runOn({ roster: [roster], sources: { dukcapil: registry, ktp } });
        expect(unpressing(cases), where).toEqual([]);
      }
    }
  });

  test("calls in whoever carries a relative's number and is not in the registry", async () => {
    // by number, date and place these are the relatives: no link can tell, so the name has to
    const roster = [
      slip("twin Hasan", { nik: person("twin Hasan's brother").nik }),
      slip("twin Ahmad", { nik: person("twin Ahmad's brother").nik }),
      slip("twin Dina", { nik: person("twin Dina's sister").nik }),
      slip("wife", { nik: person("husband").nik }),
      slip("neighbour Eko", { nik: person("neighbour Joko").nik }),
      slip("sister Ratna", { nik: person("sister Rita").nik }),
    ];
    const registry = PEOPLE.filter(({ who }) => !roster.some((row) => row.who === who));
    for (const ktp of [registry, roster]) {
      const { cases } = await runOn({ roster: [roster], sources: { dukcapil: registry, ktp } });
      expect(cases.map((row) => [row["name"], row["action"]])).toEqual(
        roster.map(({ name }) => [name, "interview"]),
      );
    }
  });

  test("finds nearly everybody by the rest where the numbers are another's", async () => {
    const { roster, registry } = SITUATIONS["a column of numbers sorted by itself"]!;
    const { links } = await runOn({ roster: [roster], sources: { dukcapil: registry } });
    const found = links.filter((link) => link["status"] === "linked").length;
    expect(found / roster.length).toBeGreaterThan(0.6);
  });
});

describe("random towns", () => {
  /** Slips that leave a row the person's own. */
  const OWN = Object.keys(SLIPS).filter((name) => name !== "nameOfAnother");

  test("link nobody to a wrong person for certain, with a slip in every row and a tenth missing", async () => {
    const situations = town({ minLength: 4, maxLength: 24 }).chain((people) =>
      fc.record({
        people: fc.constant(people),
        slips: fc.array(fc.tuple(fc.constantFrom(...OWN), fc.nat({ max: 10_000 })), {
          minLength: people.length,
          maxLength: people.length,
        }),
        absent: fc.array(fc.integer({ min: 0, max: 9 }), {
          minLength: people.length,
          maxLength: people.length,
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(situations, async ({ people, slips, absent }) => {
        const named = people.map((row, i) => ({ ...row, who: String(i) }));
        const roster = named.map((row, i) => ({
          ...SLIPS[slips[i]![0]]!(slips[i]![1])(row, people),
          who: row.who,
        }));
        const registry = named.filter((_, i) => absent[i] !== 0);
        if (registry.length === 0) return;
        const { links } = await runOn({ roster: [roster], sources: { dukcapil: registry } });
        expect(wrongLinks(links, roster, registry)).toEqual([]);
      }),
      { numRuns: drawn(60) },
    );
  });
});
