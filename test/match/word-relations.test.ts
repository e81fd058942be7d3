/** Words related by their numbers, remembered, against words related letter by letter. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { relateWords, TYPO, UNRELATED } from "../../src/field/name-words.ts";
import { WordFacts } from "../../src/match/word-facts.ts";
import { WordRelations } from "../../src/match/word-relations.ts";
import { Dictionary } from "../../src/text/dictionary.ts";
import { ANY_WORD, TWO_WORDS } from "../laws/name-words.ts";

/** Words of a roster and of a batch that stands on it. */
class Numbers {
  private readonly roster = new Dictionary();
  private readonly batch: Dictionary;
  private readonly facts: WordFacts;
  readonly relations: WordRelations;

  constructor(inRoster: readonly string[]) {
    for (const word of inRoster) this.roster.intern(word);
    this.batch = new Dictionary(this.roster);
    this.facts = new WordFacts(this.batch, new WordFacts(this.roster));
    this.relations = new WordRelations(this.batch, this.facts);
  }

  /** The next batch comes: the numbers of its own words are given anew. */
  nextBatch(): void {
    this.batch.clear();
    this.facts.clear();
  }

  of(word: string): number {
    return this.batch.intern(word);
  }
}

describe("words by their numbers", () => {
  test("relate as their letters do, the first time and every other", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(TWO_WORDS, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (pairs, inRoster) => {
          const numbers = new Numbers(inRoster ? pairs.flatMap(([words]) => words) : []);
          for (const [[a, b], aDotted, bDotted] of [...pairs, ...pairs])
            expect(
              numbers.relations.relate(numbers.of(a), numbers.of(b), aDotted, bDotted),
              `${a} ${b}`,
            ).toBe(relateWords(a, b, aDotted, bDotted));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("relate as the letters do that they stand for now, not those of the batch before", () => {
    fc.assert(
      fc.property(ANY_WORD, fc.array(ANY_WORD, { minLength: 2, maxLength: 6 }), (known, words) => {
        const numbers = new Numbers([known]);
        for (const word of words) {
          numbers.nextBatch();
          expect(numbers.relations.relate(numbers.of(known), numbers.of(word), false, false)).toBe(
            relateWords(known, word, false, false),
          );
        }
      }),
      { numRuns: 300 },
    );
    const numbers = new Numbers(["SUTRISNO"]);
    const relations = ["SUTRISON", "BAMBANG"].map((word) => {
      numbers.nextBatch();
      return numbers.relations.relate(numbers.of("SUTRISNO"), numbers.of(word), false, false);
    });
    expect(relations).toEqual([TYPO, UNRELATED]);
  });
});
