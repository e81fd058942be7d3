/** Which slips two rows of one person can have and still meet. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_DIGITS_APART } from "../../src/field/packed-nik.ts";
import { FAINT, FIRM, KEY_KINDS, type KeyKind, KeyList, LACKING, sharedKinds } from "../../src/match/keys.ts";
import { rosterOf, writeKeys } from "../laws/clean.ts";
import {
  changed,
  changesOf,
  isComplete,
  NIK,
  NIK_LENGTH,
  placesApart,
  TWO_NIKS,
  withSwap,
} from "../laws/niks.ts";
import type { Row } from "../laws/town.ts";

const ANI: Row = {
  nik: "1605095205909014",
  name: "NUR AINI LESTARI",
  place: "TUGUMULYO",
  date: "12-05-1990",
  sex: "P",
};

/** The kinds of key by which two rows meet, whichever asks for the other. */
function meetBy(row: Row, other: Row): KeyKind[] {
  const keys = new KeyList();
  writeKeys(row, keys);
  const otherKeys = new KeyList();
  writeKeys(other, otherKeys);
  const kinds = sharedKinds(keys, otherKeys);
  expect(sharedKinds(otherKeys, keys)).toBe(kinds);
  return KEY_KINDS.filter((_, position) => ((kinds >> position) & 1) === 1);
}

const OTHER_NIK = "3404082702809134";
const OTHER_NAME = "BAMBANG WIBOWO";
const OTHER_DATE = "27-02-1980";

describe("two rows meet", () => {
  test.each<[KeyKind, string, Partial<Row>, Partial<Row>]>([
    ["identifier", "by the NIK alone", { name: OTHER_NAME, date: OTHER_DATE, place: "" }, {}],
    [
      "identifier_pieces",
      "by a NIK with two wrong digits",
      { nik: "1605095205979314", name: OTHER_NAME, date: "" },
      {},
    ],
    ["date_word", "by the date and one word", { nik: OTHER_NIK, name: "AINI" }, {}],
    ["date_name", "by the date and the sound of the name", { nik: OTHER_NIK, name: "NURAINI LESTARY" }, {}],
    ["name_year", "by the name and the year", { nik: OTHER_NIK, date: "23-08-1990" }, {}],
    ["name_day_month", "by the name and the day", { nik: OTHER_NIK, date: "12-05-1976" }, {}],
    [
      "name_day_month",
      "by the name and the day, its parts swapped",
      { nik: OTHER_NIK, date: "05-12-1976" },
      {},
    ],
    [
      "word_date_parts",
      "by a word and parts of the date, where a NIK is missing",
      { nik: "", name: "AINI", date: "12-08-1990" },
      {},
    ],
    [
      "word_date_parts",
      "the same, where the other's is missing",
      { name: "AINI", date: "12-08-1990" },
      { nik: "" },
    ],
    ["date_place", "by date and place, where a NIK is missing", { nik: "", name: OTHER_NAME }, {}],
    ["date_place", "the same, where the other's is missing", { name: OTHER_NAME }, { nik: "" }],
    ["name", "by the name alone, where a date is missing", { nik: OTHER_NIK, date: "" }, {}],
    ["name", "the same, where the other's is missing", { nik: OTHER_NIK }, { date: "" }],
  ])("%s: %s", (kind, _how, entry, query) => {
    expect(meetBy({ ...ANI, ...entry }, { ...ANI, ...query })).toContain(kind);
  });

  test("by a short name and by one letter as well", () => {
    expect(meetBy({ ...ANI, name: "N", nik: "" }, { ...ANI, name: "N" })).toContain("date_name");
    expect(meetBy({ ...ANI, name: "M. ALI", nik: "" }, { ...ANI, name: "MUHAMMAD ALI" })).toContain(
      "date_name",
    );
    expect(meetBy({ ...ANI, name: "MUHAMMAD" }, { ...ANI, name: "MOCHAMMAD" })).toContain("date_name");
  });
});

describe("strangers do not meet", () => {
  test.each<[string, Partial<Row>]>([
    [
      "by anything, where everything is another's",
      { nik: OTHER_NIK, name: OTHER_NAME, date: OTHER_DATE, place: "SLEMAN" },
    ],
    ["by a common name alone", { nik: OTHER_NIK, date: OTHER_DATE }],
    ["by a date and a place alone, where both have a NIK", { nik: OTHER_NIK, name: OTHER_NAME }],
    ["by nothing", { nik: "", name: "", date: "", place: "" }],
  ])("%s", (_how, changes) => {
    expect(meetBy({ ...ANI, ...changes }, ANI)).toEqual([]);
  });

  test("by what both lack", () => {
    const empty = { nik: "", name: "", date: "", place: "", sex: "" };
    expect(meetBy(empty, empty)).toEqual([]);
  });
});

describe("the faint keys of a row", () => {
  const FAINT_KINDS: readonly KeyKind[] = ["word_date_parts", "date_place", "name"];
  const strengthsOf = (row: Row): ReadonlyMap<KeyKind, ReadonlySet<number>> => {
    const keys = new KeyList();
    writeKeys(row, keys);
    const strengths = new Map<KeyKind, Set<number>>();
    for (let k = 0; k < keys.count; k++) {
      const kind = KEY_KINDS[keys.kinds[k]!]!;
      strengths.set(kind, (strengths.get(kind) ?? new Set()).add(keys.strengths[k]!));
    }
    return strengths;
  };

  test.each<[string, Partial<Row>, number[], number[], number[]]>([
    ["nothing", {}, [FAINT], [FAINT], [FAINT]],
    ["its NIK", { nik: "" }, [LACKING], [LACKING], [FAINT]],
    ["a digit of its NIK", { nik: ANI.nik.slice(1) }, [LACKING], [LACKING], [FAINT]],
    ["its birth date", { date: "" }, [], [], [LACKING]],
    ["both", { nik: "", date: "" }, [], [], [LACKING]],
  ])("that lacks %s are followed to whom it takes", (_lacking, changes, words, place, name) => {
    const strengths = strengthsOf({ ...ANI, ...changes });
    expect(FAINT_KINDS.map((kind) => [...(strengths.get(kind) ?? [])])).toEqual([words, place, name]);
    for (const [kind, found] of strengths)
      if (!FAINT_KINDS.includes(kind)) expect([...found], kind).toEqual([FIRM]);
  });

  test("bring nobody together who lacks nothing, nor two of whom each lacks something else", () => {
    expect(meetBy({ ...ANI, nik: OTHER_NIK, name: OTHER_NAME }, ANI)).toEqual([]);
    expect(meetBy({ ...ANI, nik: "", name: OTHER_NAME }, { ...ANI, date: "" })).toEqual([]);
  });
});

const bare = (nik: string): Row => ({ nik, name: "", place: "", date: "", sex: "" });

describe("a NIK meets itself", () => {
  const AT = fc.nat({ max: NIK_LENGTH - 1 });
  const meet = (a: string, b: string): void => {
    expect(meetBy(bare(a), bare(b)), `${a} ${b}`).not.toEqual([]);
  };

  test("with two wrong digits", () => {
    fc.assert(
      fc.property(NIK, changesOf({ min: 0, max: 2 }), (nik, changes) => meet(changed(nik, changes), nik)),
    );
  });

  test("with two neighbours swapped", () => {
    fc.assert(fc.property(NIK, fc.nat({ max: NIK_LENGTH - 2 }), (nik, at) => meet(withSwap(nik, at), nik)));
  });

  test("with a digit lost, on either side", () => {
    fc.assert(
      fc.property(NIK, AT, (nik, at) => {
        const short = nik.slice(0, at) + nik.slice(at + 1);
        meet(short, nik);
        meet(nik, short);
      }),
    );
  });

  test("with a digit too many, on either side", () => {
    fc.assert(
      fc.property(NIK, AT, fc.nat({ max: 9 }), (nik, at, digit) => {
        const long = nik.slice(0, at) + String(digit) + nik.slice(at);
        meet(long, nik);
        meet(nik, long);
      }),
    );
  });

  test("with the last digit zeroed", () => {
    fc.assert(fc.property(NIK, (nik) => meet(`${nik.slice(0, 15)}0`, nik)));
  });
});

describe("half a NIK", () => {
  const QUARTER = fc.stringMatching(/^[0-9]{4}$/);
  const quartersOf = (nik: string): string[] => nik.match(/.{4}/g)!;
  const share = (a: string, b: string): number => {
    const others = quartersOf(b);
    return quartersOf(a).filter((quarter, i) => quarter === others[i]).length;
  };
  /** Two complete NIKs that have a half in common: those of two people of one sub-district as a rule. */
  const HALF_SHARED = fc
    .tuple(NIK, fc.subarray([0, 1, 2, 3], { minLength: 2 }), fc.tuple(QUARTER, QUARTER, QUARTER, QUARTER))
    .map(([nik, kept, others]) => [
      nik,
      quartersOf(nik)
        .map((q, i) => (kept.includes(i) ? q : others[i]))
        .join(""),
    ])
    .filter(([, other]) => isComplete(other!)) as fc.Arbitrary<[string, string]>;
  const meetByHalves = (entry: string, query: string) =>
    meetBy(bare(entry), bare(query)).includes("identifier_pieces");
  /** What the index answers: by chance also strangers, but never fewer. */
  const isFound = (entry: string, query: string): boolean => {
    const { keyMaker, index } = rosterOf([bare(entry), bare(query)]);
    const keys = new KeyList();
    keyMaker.write(1, keys);
    let found = false;
    index.lookup(keys, (record, kind) => {
      found ||= record === 0 && KEY_KINDS[kind] === "identifier_pieces";
    });
    return found;
  };

  test("brings together whoever differs in no more than two digits, in every index", () => {
    fc.assert(
      fc.property(NIK, changesOf({ min: 0, max: 2 }), (nik, changes) => {
        const other = changed(nik, changes);
        fc.pre(isComplete(other));
        expect(meetByHalves(nik, other)).toBe(true);
        expect(isFound(nik, other)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("passes over nobody but strangers, who differ in more than two digits", () => {
    let passedOver = 0;
    fc.assert(
      fc.property(fc.oneof(TWO_NIKS, HALF_SHARED), ([a, b]) => {
        const met = meetByHalves(a, b);
        expect(meetByHalves(b, a)).toBe(met);
        if (met) expect(share(a, b)).toBeGreaterThanOrEqual(2);
        else if (share(a, b) >= 2) {
          expect(placesApart(a, b)).toBeGreaterThan(MOST_DIGITS_APART);
          passedOver++;
        }
      }),
      { numRuns: 400 },
    );
    expect(passedOver).toBeGreaterThan(50);
  });

  test("is passed over only where both numbers are complete as written", () => {
    const neighbour = "1605095205907777";
    expect(meetByHalves(ANI.nik, neighbour)).toBe(false);
    for (const other of [neighbour.slice(0, 15), "16O5095205907777", `${neighbour}0`]) {
      expect(meetByHalves(ANI.nik, other), other).toBe(true);
      expect(meetByHalves(other, ANI.nik), other).toBe(true);
    }
  });
});

test("a NIK has the same keys whether it is kept packed or as text", () => {
  const hashesOf = (nik: string): number[] => {
    const keys = new KeyList();
    writeKeys(bare(nik), keys);
    return [...keys.hashes.subarray(0, keys.count)].sort();
  };
  fc.assert(
    fc.property(NIK, (nik) => {
      fc.pre(nik.includes("0"));
      expect(hashesOf(nik.replace("0", "O"))).toEqual(hashesOf(nik));
    }),
  );
});

test("the number of keys of a row is bounded, whatever it holds", () => {
  const keys = new KeyList();
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300, size: "max" }),
      fc.string({ maxLength: 300, size: "max" }),
      fc.string({ maxLength: 300, size: "max" }),
      (nik, name, place) => {
        writeKeys({ nik, name, place, date: "12-05-1990", sex: "L" }, keys);
        expect(keys.count).toBeLessThan(keys.hashes.length);
      },
    ),
  );
});
