/** Names compared by the numbers of their words against names compared letter by letter, and what bounds their worth. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NAME_LEVEL, type Name } from "../../src/field/name.ts";
import { compareName } from "../../src/field/name-comparison.ts";
import { ABBREVIATED, SAME, SPELLING, UNRELATED } from "../../src/field/name-words.ts";
import { People } from "../../src/input/people.ts";
import { indexRoster } from "../../src/match/index-roster.ts";
import { packLevels } from "../../src/match/levels.ts";
import { NameComparer } from "../../src/match/name-comparer.ts";
import { MOST_NAME_BITS } from "../../src/match/numbered-name.ts";
import { WordFacts } from "../../src/match/word-facts.ts";
import { WordRelations } from "../../src/match/word-relations.ts";
import { NIK_FIELD, personOf } from "../laws/clean.ts";
import { TWO_NAMES } from "../laws/name-words.ts";

const NOBODY = personOf({ nik: "", name: "", place: "", date: "", sex: "" });

/** As in `name-comparer.ts`: what a matched word proves, by how it is matched. */
const SHORT_WORD_BITS = 2.5;
const TYPO_DISCOUNT_BITS = 2;
const SPELLING_DISCOUNT_BITS = 0.5;

const ROUNDING = 1e-9;

function add(store: People, name: Name): void {
  store.add({ ...NOBODY, name }, NOBODY.raw, "", 0, 0);
}

function rosterOf(names: readonly Name[]) {
  const people = new People();
  for (const name of names) add(people, name);
  const { frequencies, keyMaker, model } = indexRoster(people, NIK_FIELD);
  return { people, facts: keyMaker.facts, frequencies, model };
}

/** Names of a roster, and names of a batch that stands on it: of words that the roster knows, and of others. */
function comparerOf(rosterNames: readonly Name[], batchNames: readonly Name[]) {
  const { people, facts: rosterFacts, frequencies, model } = rosterOf(rosterNames);
  const batch = people.newBatch();
  const facts = new WordFacts(batch.words, rosterFacts);
  /** The next batch comes: the numbers of its own words are given anew. */
  const nextBatch = (names: readonly Name[]): void => {
    batch.clear();
    facts.clear();
    for (const name of names) add(batch, name);
  };
  nextBatch(batchNames);
  const relations = new WordRelations(batch.words, facts);
  const comparer = new NameComparer(people, batch, frequencies, relations);
  /** How rare what agrees is, word by word, as the relations of the letters have it. */
  const bitsOf = (index: number, relations: readonly number[]): number => {
    const bits = relations.map((relation, i) => {
      if (relation === UNRELATED) return 0;
      if (relation === ABBREVIATED) return SHORT_WORD_BITS;
      const discount =
        relation === SAME ? 0 : relation === SPELLING ? SPELLING_DISCOUNT_BITS : TYPO_DISCOUNT_BITS;
      return Math.max(0, frequencies.wordBits(people.wordNumber(index, i)) - discount);
    });
    return Math.min(
      bits.reduce((sum, more) => sum + more, 0),
      MOST_NAME_BITS,
    );
  };
  return { model, comparer, bitsOf, nextBatch };
}

const nameOf = (words: string): Name => ({ words: words.split(" "), shortened: 0, doubtful: 0, alias: null });

/** Names of a roster and of a batch: what is one name written twice stands on either side. */
const LISTS = fc
  .array(TWO_NAMES, { minLength: 1, maxLength: 6 })
  .map((pairs) => ({ roster: pairs.map(([name]) => name), batch: pairs.map(([, name]) => name) }));

describe("names by the numbers of their words", () => {
  test("compare as their letters do, the first time and again, whether it was asked how far they reach or not", () => {
    const seen = new Set<number>();
    fc.assert(
      fc.property(LISTS, fc.boolean(), ({ roster, batch }, isAsked) => {
        const { model, comparer, bitsOf } = comparerOf(roster, batch);
        const twice = [...roster.entries(), ...roster.entries()];
        for (const [at, source] of batch.entries()) {
          comparer.hold(at);
          for (const [index, name] of twice) {
            const { level, relations } = compareName(name, source);
            if (isAsked) comparer.mayReach(0, index, model);
            comparer.compare(index);
            const names = (): string => JSON.stringify([name, source]);
            if (comparer.level !== level) expect(comparer.level, names()).toBe(level);
            expect(comparer.bits, names()).toBeCloseTo(bitsOf(index, relations), 9);
            const isLoose = relations.some((relation) => relation !== SAME && relation !== UNRELATED);
            // closed up, the words of the two sides are others although all are matched
            if ((isLoose || level === NAME_LEVEL.spacing) && !comparer.isLoose)
              expect("not loose", names()).toBe("loose");
            seen.add(level);
          }
        }
      }),
      { numRuns: 250 },
    );
    const { scored, ...compared } = NAME_LEVEL;
    expect([...seen].sort((a, b) => a - b)).toEqual(Object.values(compared));
    expect(seen).not.toContain(scored);
  });

  test("compare so in the next batch as well, where numbers stand for other words", () => {
    const { comparer, nextBatch } = comparerOf([nameOf("SUTRISNO")], []);
    const levels = ["SUTRISON", "BAMBANG"].map((words) => {
      nextBatch([nameOf(words)]);
      comparer.hold(0);
      comparer.compare(0);
      return comparer.level;
    });
    expect(levels).toEqual([NAME_LEVEL.typo, NAME_LEVEL.different]);
  });
});

describe("two names are said to reach", () => {
  const NO_TERMS = { name: 0, birth_date: 0, birth_place: 0 };

  /** What a comparison of the names of `index` and the held one comes to, in bits. */
  function worth(
    { comparer, model }: Pick<ReturnType<typeof comparerOf>, "comparer" | "model">,
    index: number,
  ): number {
    comparer.compare(index);
    const { level, bits } = comparer;
    return model.weights(packLevels(0, level, 0, 0, 0), { ...NO_TERMS, name: bits }, 0).name;
  }

  /** Holds everybody against everybody. */
  function expectReached(roster: readonly Name[], batch: readonly Name[]): void {
    const compared = comparerOf(roster, batch);
    const { comparer, model } = compared;
    for (const [at, source] of batch.entries()) {
      comparer.hold(at);
      for (const [index, name] of roster.entries()) {
        const isSaid = (least: number): boolean => comparer.mayReach(least - ROUNDING, index, model);
        const unread = isSaid(WITHIN_REACH);
        const bits = worth(compared, index);
        const names = (): string => JSON.stringify([name, source]);
        if (!isSaid(bits)) expect(bits, names()).toBe("within reach");
        if (!unread) expect(bits, names()).toBeLessThan(WITHIN_REACH);
      }
    }
  }
  /** Of strangers' names few reach it. */
  const WITHIN_REACH = 4;

  test("at least what comparing them comes to, whatever they are", () => {
    fc.assert(
      fc.property(LISTS, ({ roster, batch }) => expectReached(roster, batch)),
      { numRuns: 200 },
    );
  });

  test("what comparing them comes to either way round, among the people of one store", () => {
    fc.assert(
      fc.property(LISTS, fc.nat({ max: 300 }), ({ roster, batch }, commonness) => {
        const names = [...roster, ...batch];
        // words of one name are common in the store, so that their rarity is another on either side
        const crowd = Array.from({ length: commonness }, () => roster[0]!);
        const { people, facts, frequencies, model } = rosterOf([...names, ...crowd]);
        const relations = new WordRelations(people.words, facts);
        const comparer = new NameComparer(people, people, frequencies, relations);
        for (const at of names.keys()) {
          for (const index of names.keys()) {
            comparer.hold(index);
            const back = worth({ comparer, model }, at);
            comparer.hold(at);
            const isSaid = (least: number): boolean => comparer.mayReach(least - ROUNDING, index, model);
            const text = (): string => JSON.stringify([names[index], names[at]]);
            if (!isSaid(back)) expect(back, text()).toBe("within reach");
            const forth = worth({ comparer, model }, index);
            if (!isSaid(forth)) expect(forth, text()).toBe("within reach");
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("what a short form of the commonest word is worth", () => {
    const everybody = Array.from({ length: 300 }, () => nameOf("WAYAN"));
    const others = ["WAYAN", "WAJAN", "WAYEN", "WAYAN W", "MD WAYAN"].map(nameOf);
    const short = ["W", "WAY"].map((word) => ({ ...nameOf(word), shortened: 1 }));
    expectReached(everybody, [...others, ...short]);
  });

  test.each([
    ["NUR FADLI", "NURFADI", "of which a letter is folded away"],
    ["ABDUR ROHMAN SALEH", "ABDULRAHMAN SOLEH", "of which a fold makes a letter"],
    ["NUR HAYATI", "NOERHAYATI", "in another spelling"],
    ["SITI NUR HAYATI", "NURHAYATI SITI", "at another place"],
    ["ABD RAHMAN", "ABDURRAHMAN", "shortened"],
    ["MUHROFIQ", "MUHAMMAD ROFIQ", "shortened and closed up"],
    ["IB OKA", "IDA BAGUS OKA", "of which the beginnings stand for them"],
  ])("what words are worth that are closed up: %s and %s, %s", (a, b) => {
    for (const [roster, source] of [
      [nameOf(a), nameOf(b)],
      [nameOf(b), nameOf(a)],
    ] as const) {
      const { comparer } = comparerOf([roster], [source]);
      comparer.hold(0);
      comparer.compare(0);
      expect(comparer.level).toBe(compareName(roster, source).level);
      expect(comparer.level).toBeLessThan(NAME_LEVEL.missing_word);
      expectReached([roster], [source]);
    }
  });

  test("no more than the words come to that have a counterpart", () => {
    const { model, comparer } = comparerOf(
      [nameOf("BAMBANG WIBOWO")],
      ["BAMBANG WIBOWO", "SITI WIBOWO", "SITI"].map(nameOf),
    );
    const said = [0, 1, 2].map((at) => {
      comparer.hold(at);
      return [15, 5, 0].map((least) => comparer.mayReach(least, 0, model));
    });
    expect(said).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, false],
    ]);
  });
});
