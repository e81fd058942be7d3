/**
 * How words of names relate, remembered: the same few thousand words meet each other again and again, and what takes
 * an edit distance the first time is looked up from then on.
 */
import { relateWords, SAME } from "../field/name-words.ts";
import type { Dictionary } from "../text/dictionary.ts";
import { PairMemory } from "./pair-memory.ts";
import type { WordFacts } from "./word-facts.ts";

/** Room for whether either word is written short. */
const DOTS = 4;

/** More words than these are rare, and so is their meeting again. */
const WORD_PAIRS = 1 << 17;

export class WordRelations {
  /** What is known of each word by itself. */
  readonly facts: WordFacts;
  private readonly words: Dictionary;
  private readonly memory = new PairMemory(WORD_PAIRS);

  /** @param words those of the dictionary that it stands on, if any, keep their numbers; others are not remembered */
  constructor(words: Dictionary, facts: WordFacts) {
    this.words = words;
    this.facts = facts;
  }

  letters(word: number): string {
    return this.words.text(word);
  }

  /** As `relateWords`; whoever can tell by `areUnrelated` need not ask. */
  relate(a: number, b: number, aDotted: boolean, bDotted: boolean): number {
    if (a === b) return SAME;
    const lasts = this.words.keeps(a) && this.words.keeps(b);
    const second = b * DOTS + (aDotted ? 2 : 0) + (bDotted ? 1 : 0);
    const known = lasts ? this.memory.recall(a, second) : -1;
    if (known >= 0) return known;
    const relation = relateWords(this.words.text(a), this.words.text(b), aDotted, bDotted);
    if (lasts) this.memory.remember(a, second, relation);
    return relation;
  }
}
