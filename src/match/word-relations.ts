/**
 * How words of names relate, remembered: the same few thousand words meet each other again and again, and what takes
 * an edit distance the first time is looked up from then on.
 */
import { relateWords, SAME, UNRELATED, type Wording } from "../field/name.ts";
import type { Dictionary } from "../text/dictionary.ts";
import { PairMemory } from "./pair-memory.ts";
import type { WordFacts } from "./word-facts.ts";

/** Room for whether either word is written short. */
const DOTS = 4;

/** More words than these are rare, and so is their meeting again. */
const WORD_PAIRS = 1 << 16;

export class WordRelations implements Wording<number> {
  private readonly words: Dictionary;
  private readonly facts: WordFacts;
  private readonly memory = new PairMemory(WORD_PAIRS);

  /** @param words those of the dictionary that it stands on, if any, keep their numbers; others are not remembered */
  constructor(words: Dictionary, facts: WordFacts) {
    this.words = words;
    this.facts = facts;
  }

  length(word: number): number {
    return this.facts.lengthOf(word);
  }

  initial(word: number): number {
    return this.facts.initialOf(word);
  }

  letters(word: number): string {
    return this.words.text(word);
  }

  /** True when two different words surely have nothing to do with each other. */
  areUnrelated(a: number, b: number, dotted: boolean): boolean {
    return this.facts.areUnrelated(a, b, dotted);
  }

  relate(a: number, b: number, aDotted: boolean, bDotted: boolean): number {
    if (a === b) return SAME;
    if (this.facts.areUnrelated(a, b, aDotted || bDotted)) return UNRELATED;
    const lasts = this.words.keeps(a) && this.words.keeps(b);
    const second = b * DOTS + (aDotted ? 2 : 0) + (bDotted ? 1 : 0);
    const known = lasts ? this.memory.recall(a, second) : -1;
    if (known >= 0) return known;
    const relation = relateWords(this.words.text(a), this.words.text(b), aDotted, bDotted);
    if (lasts) this.memory.remember(a, second, relation);
    return relation;
  }
}
