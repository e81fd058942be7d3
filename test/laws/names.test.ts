/** What holds of comparing any two names. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanName, NAME_LEVELS } from "../../src/field/name.ts";
import { compareName } from "../../src/field/name-comparison.ts";
import { SAME, UNRELATED } from "../../src/field/name-words.ts";
import { soundKey } from "../../src/text/sound.ts";
import { ANY_CHARACTER } from "../any-character.ts";

const WORDS = (
  "ABDUL ABDURRAHMAN CAHYO EVA QODIR YAKUB ACHMAD AHMAD AMINAH ANDI BAMBANG BUDI CHAIRUL DESI DEWI DJOKO DWI EKO FATIMAH FITRI GEDE HASAN HIDAYAT " +
  "HUSIN IDA INTAN JOKO KADEK KEMAS KETUT KHOIRUL LESTARI MADE MASAYU MOCHAMMAD MUHAMMAD NUR NURHAYATI NYIMAS NYOMAN PURNOMO " +
  "RAHMAN RATNA RINA RINI RIZKI SANTOSO SITI SLAMET SOETRISNO SRI SUMIATI SUTRISNO SYARIPAH TJAHJO WAHYUNI WAYAN YATI " +
  "YUSUF ZAINUDDIN"
).split(" ");
const SHORT = [
  "M.",
  "Muh.",
  "Moch",
  "Muhrofiq",
  "Abdrahman",
  "Abd.",
  "St.",
  "A.",
  "Kms.",
  "I",
  "N",
  "Ida",
  "S.Pd.",
  "H.",
  "SE",
  "MA",
];

const WORD = fc.constantFrom(...WORDS);
/** A word with a letter lost, doubled, swapped or replaced. */
const SLIP = fc
  .tuple(WORD, fc.nat({ max: 20 }), fc.constantFrom("lost", "double", "swap", "A"))
  .map(([word, n, kind]) => {
    const at = n % word.length;
    if (kind === "lost") return word.slice(0, at) + word.slice(at + 1);
    if (kind === "double") return word.slice(0, at) + word[at] + word.slice(at);
    if (kind === "swap" && at + 1 < word.length)
      return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    return `${word.slice(0, at)}A${word.slice(at + 1)}`;
  });
const NAME = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: WORD },
      { weight: 2, arbitrary: SLIP },
      { weight: 2, arbitrary: fc.constantFrom(...SHORT) },
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(" "));
/** Names of one person as two offices write it, and names of two people. */
const TWO_NAMES = fc.oneof(
  fc.tuple(NAME, NAME),
  NAME.chain((name) =>
    fc.tuple(
      fc.constant(name),
      fc
        .array(fc.oneof(fc.constantFrom(...name.split(" ")), SLIP), { minLength: 1, maxLength: 4 })
        .map((words) => words.join(" ")),
    ),
  ),
);

const levelName = (a: string, b: string) => NAME_LEVELS[compareName(cleanName(a), cleanName(b)).level]!.name;
const codeOf = (a: string, b: string): string | null =>
  NAME_LEVELS[compareName(cleanName(a), cleanName(b)).level]!.code;
const MIRRORED: Readonly<Record<string, string>> = {
  "name.missing_word": "name.extra_word",
  "name.extra_word": "name.missing_word",
};

describe("comparing two names", () => {
  test("is the same from either side, but that a missing word is an extra one", () => {
    fc.assert(
      fc.property(TWO_NAMES, ([a, b]) => {
        const there = codeOf(a, b);
        expect(codeOf(b, a), `${a} | ${b}`).toBe(MIRRORED[there ?? ""] ?? there);
      }),
      { numRuns: 2000 },
    );
  });

  test("finds every name exactly itself", () => {
    fc.assert(
      fc.property(NAME, (text) => {
        const name = cleanName(text);
        const { level, relations } = compareName(name, name);
        expect(NAME_LEVELS[level]!.name).toBe(name.words.length === 0 ? "missing" : "exact");
        expect(relations).toEqual(name.words.map(() => SAME));
      }),
    );
  });

  test("tells of each roster word how it is matched", () => {
    fc.assert(
      fc.property(TWO_NAMES, ([a, b]) => {
        const roster = cleanName(a);
        const { level, relations } = compareName(roster, cleanName(b));
        if (level === 0) return;
        // without the last words where they were read as titles
        expect(relations.length).toBeLessThanOrEqual(roster.words.length);
        expect(relations.length).toBeGreaterThanOrEqual(roster.words.length - roster.doubtful);
        for (const relation of relations) expect(relation >= SAME && relation <= UNRELATED).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("does not care for titles, case, accents or dots behind titles", () => {
    fc.assert(
      fc.property(
        fc.array(WORD, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("Hj. ", "Dr. H. ", "drg. ", ""),
        fc.constantFrom(", S.Pd.", " S.Pd.I", ", SE, MM", " A.Md.Keb", " S. Kom.", ""),
        fc.boolean(),
        (words, front, back, lower) => {
          const written = front + words.map((word) => (lower ? word.toLowerCase() : word)).join("  ") + back;
          expect(levelName(written, words.join(" ")), written).toBe("exact");
        },
      ),
    );
  });
});

describe("cleaning a name", () => {
  test("never throws and gives words of letters, whatever a cell holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: ANY_CHARACTER }),
          fc.string({ unit: fc.constantFrom("A", ".", ",", " ", "(", ")", "M", "S") }),
        ),
        (text) => {
          const { words, doubtful, alias } = cleanName(text);
          for (const word of [...words, ...(alias ?? [])]) expect(word).toMatch(/^[A-Z]+$/);
          expect(words.length).toBeLessThanOrEqual(8);
          expect(doubtful).toBeLessThan(Math.max(1, words.length));
        },
      ),
    );
  });

  test("changes nothing in a clean name", () => {
    fc.assert(
      fc.property(fc.array(WORD, { minLength: 1, maxLength: 6 }), (words) => {
        expect(cleanName(words.join(" ")).words).toEqual(words);
      }),
    );
  });
});

describe("the sound of a word", () => {
  /** Rewritings under which a name stays the name: domain.md §3.4. */
  const REWRITINGS: readonly (readonly [RegExp, string])[] = [
    [/(?<=[AEIOU])([B-DF-HK-NP-TVWXZ])(?=[AEIOU])/, "$1$1"],
    [/U/, "OE"],
    [/C(?=[AEIOU])/, "TJ"],
    [/V/, "F"],
    [/F/, "P"],
    [/Q/, "K"],
    [/I$/, "Y"],
    [/I$/, "IE"],
    [/D$/, "T"],
    [/B$/, "P"],
    [/A$/, "AH"],
    [/IA/, "IYA"],
    [/^J/, "Y"],
    [/^Z/, "J"],
    [/^S(?=[AEIOU])/, "SY"],
    [/T(?=[AEIOU])/, "TH"],
    [/D(?=[AEIOU])/, "DH"],
  ];

  test.each(REWRITINGS.map(([from, to]) => [from.source, to, from] as const))(
    "is the same after %s → %s",
    (_source, to, from) => {
      // beside an old sign j is read as y: a word with a j of its own then is another word
      const words = WORDS.filter((word) => from.test(word) && !(/OE|TJ/.test(to) && word.includes("J")));
      if (words.length === 0) throw new Error("no word to rewrite");
      for (const word of words) expect(soundKey(word.replace(from, to)), word).toBe(soundKey(word));
    },
  );

  test("is a word of letters again, and asked twice the same", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{1,12}$/), (word) => {
        expect(soundKey(word)).toMatch(/^[A-Z]+$/);
        expect(soundKey(word)).toBe(soundKey(word));
      }),
    );
  });
});
