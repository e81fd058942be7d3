/**
 * Names of stored people compared by the numbers of their words: what `compareName` finds letter by letter, for the
 * millions of pairs in which a glance at a word tells that it has no counterpart. A property test holds the two equal.
 */
import { NAME_LEVEL } from "../field/name.ts";
import { compareName } from "../field/name-comparison.ts";
import { type GridWords, TRUNCATION_LENGTH, WordGrid } from "../field/name-grid.ts";
import { ABBREVIATED, SAME, SPELLING, TYPO, UNRELATED } from "../field/name-words.ts";
import type { People } from "../input/people.ts";
import { lowestOne } from "../text/bits.ts";
import { MOST_LETTERS_FOLDED, mayShareSound } from "../text/sound.ts";
import type { Frequencies } from "./frequency.ts";
import type { MatchModel } from "./model.ts";
import { MOST_NAME_BITS, MOST_WORDS, NumberedName, SHORT_WORD_BITS } from "./numbered-name.ts";
import { areUnrelated, beginAlike, lengthIn, mayStandShort, type WordFacts } from "./word-facts.ts";
import type { WordRelations } from "./word-relations.ts";

/** A word one letter off could be that many other words' typing error. */
const TYPO_DISCOUNT_BITS = 2;
const SPELLING_DISCOUNT_BITS = 0.5;

/** Of two words that are not the same and not surely unrelated, until somebody asks. */
const UNSETTLED = UNRELATED + 1;

export class NameComparer implements GridWords {
  /** Position in NAME_LEVELS of the names compared last. */
  level: number = NAME_LEVEL.missing;
  /** Bits of evidence from how rare the words are in which they agree. */
  bits = 0;
  /** Whether the rarity of what agrees may be another held the other way round: not all that is matched is the same. */
  isLoose = false;

  private readonly roster: People;
  private readonly other: People;
  private readonly frequencies: Frequencies;
  private readonly relations: WordRelations;
  private readonly rosterFacts: WordFacts;
  /** Of one store, two people are held against each other either way round. */
  private readonly isEitherWay: boolean;
  private readonly grid = new WordGrid();
  /** As they are known so far, of word i to word j at i · count + j. */
  private readonly known = new Uint8Array(MOST_WORDS * MOST_WORDS);
  private readonly rosterName = new NumberedName();
  private readonly otherName = new NumberedName();
  private held = 0;
  private isRead = false;
  /** Whose words stand against those of the held name; −1 for nobody's. */
  private begun = -1;

  /** @param relations of the words of `other` */
  constructor(roster: People, other: People, frequencies: Frequencies, relations: WordRelations) {
    this.roster = roster;
    this.other = other;
    this.frequencies = frequencies;
    this.relations = relations;
    this.rosterFacts = relations.facts.lasting;
    this.isEitherWay = roster === other;
  }

  /** Takes the name of a person of the other store, against which the next are held. */
  hold(at: number): void {
    this.held = at;
    this.isRead = false;
    this.begun = -1;
  }

  /**
   * False when a roster record's name and the held one weigh less than `least` bits, level and rarity together, by what a
   * glance at their words tells: where a word has no counterpart on the other side, the rest is all there is. True at
   * least where comparing them would reach it.
   */
  mayReach(least: number, index: number, model: MatchModel): boolean {
    const { rosterName, otherName, known } = this;
    if (!this.begin(index)) return true;
    const n = rosterName.count;
    const m = otherName.count;
    const whole = this.isEitherWay ? Math.max(rosterName.mostBits, otherName.mostBits) : rosterName.mostBits;
    if (this.haveSameWords(index)) return whole + model.mostOfName >= least;
    if (whole + model.mostOfUnlikeName < least) return false;
    let bits = 0;
    let reached = 0;
    let strays = 0;
    for (let i = 0; i < n; i++) {
      let hasCounterpart = false;
      for (let j = 0; j < m; j++) {
        if (known[i * m + j] === UNRELATED) continue;
        hasCounterpart = true;
        reached |= 1 << j;
      }
      if (hasCounterpart) bits += rosterName.bits[i]!;
      else strays++;
    }
    if (strays === 0 && reached === (1 << m) - 1) return true;
    if (this.isEitherWay) bits = Math.max(bits, otherName.mostBitsOf(reached));
    return Math.min(bits, MOST_NAME_BITS) + model.mostOfUnevenName >= least || this.mayBeOneOtherwise();
  }

  /** Compares the name of a roster record with the held one. */
  compare(index: number): void {
    const { rosterName, otherName, known, grid, relations } = this;
    if (this.haveSameWords(index)) {
      this.level = NAME_LEVEL.exact;
      this.isLoose = false;
      this.bits = Math.min(this.frequencies.nameBits(this.roster, index), MOST_NAME_BITS);
      return;
    }
    if (!this.begin(index)) {
      this.compareLetters(index);
      return;
    }
    const n = rosterName.count;
    const m = otherName.count;
    grid.begin(n, m);
    for (let i = 0; i < n; i++) {
      const dotted = ((rosterName.shortened >> i) & 1) === 1;
      for (let j = 0; j < m; j++) {
        let relation = known[i * m + j]!;
        if (relation === UNSETTLED) {
          const otherDotted = ((otherName.shortened >> j) & 1) === 1;
          relation = relations.relate(rosterName.words[i]!, otherName.words[j]!, dotted, otherDotted);
        }
        grid.relate(i, j, relation);
      }
    }
    this.level = grid.settle(this);
    this.addBits(index, grid.relations, n);
    // closed up, the words are others on either side, and so is their rarity
    if (grid.isClosedUp) this.isLoose = true;
  }

  get rosterLetters(): number {
    return this.rosterName.letterCount;
  }

  get sourceLetters(): number {
    return this.otherName.letterCount;
  }

  rosterWord(i: number): string {
    return this.relations.letters(this.rosterName.words[i]!);
  }

  sourceWord(j: number): string {
    return this.relations.letters(this.otherName.words[j]!);
  }

  mayBeSpacedOnly(): boolean {
    const { rosterName, otherName } = this;
    return rosterName.letterCount === otherName.letterCount && rosterName.letterSet === otherName.letterSet;
  }

  mayCloseUp(words: number, otherWords: number): boolean {
    const traits = this.rosterName.traits[lowestOne(words)]!;
    const otherTraits = this.otherName.traits[lowestOne(otherWords)]!;
    if (!beginAlike(traits, otherTraits)) return false;
    return mayStandShort(traits | otherTraits) || this.mayShareSounds(words, otherWords);
  }

  /**
   * Holds the words against each other as far as a glance tells.
   * @returns false where the names are not their words alone, or have none
   */
  private begin(index: number): boolean {
    if (this.begun === index) return true;
    const { roster, other, held, rosterName, otherName, known, frequencies } = this;
    if (!roster.hasPlainName(index) || !other.hasPlainName(held)) return false;
    if (!this.isRead) {
      otherName.read(other, held, this.relations.facts, frequencies);
      this.isRead = true;
    }
    this.begun = -1;
    rosterName.read(roster, index, this.rosterFacts, frequencies);
    const n = rosterName.count;
    const m = otherName.count;
    if (n === 0 || m === 0) return false;
    const dotted = rosterName.shortened !== 0 || otherName.shortened !== 0;
    for (let i = 0; i < n; i++) {
      const word = rosterName.words[i]!;
      for (let j = 0; j < m; j++) {
        if (word === otherName.words[j]) known[i * m + j] = SAME;
        else known[i * m + j] = areUnrelated(rosterName, i, otherName, j, dotted) ? UNRELATED : UNSETTLED;
      }
    }
    this.begun = index;
    return true;
  }

  private haveSameWords(index: number): boolean {
    const { roster, other, held } = this;
    const count = roster.wordCount(index);
    if (count === 0 || count !== other.wordCount(held)) return false;
    for (let i = 0; i < count; i++)
      if (roster.wordNumber(index, i) !== other.wordNumber(held, i)) return false;
    return true;
  }

  /** Whether names that differ word by word may be the same written together, or cut off; false only where not. */
  private mayBeOneOtherwise(): boolean {
    const { rosterName, otherName, known } = this;
    const n = rosterName.count;
    const m = otherName.count;
    if (this.mayBeCut(rosterName, otherName) || this.mayBeCut(otherName, rosterName)) return true;
    if (this.mayBeSpacedOnly()) return true;
    let same = 0;
    let otherSame = 0;
    let shared = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        if (known[i * m + j] !== SAME) continue;
        // a word that comes twice may be left over although it is on the other side
        if (((same >> i) & 1) === 1 || ((otherSame >> j) & 1) === 1) return true;
        same |= 1 << i;
        otherSame |= 1 << j;
        shared++;
      }
    }
    // one word against one is compared as it is
    if (n === m && n - shared <= 1) return false;
    const free = ((1 << n) - 1) & ~same;
    const otherFree = ((1 << m) - 1) & ~otherSame;
    for (let i = 0; i < n; i++) {
      if (((same >> i) & 1) === 1) continue;
      // words that find each other are not left over
      for (let j = 0; j < m; j++)
        if (((otherSame >> j) & 1) === 0 && known[i * m + j] === UNSETTLED) return true;
    }
    for (let from = free; from !== 0; from &= from - 1) {
      for (let otherFrom = otherFree; otherFrom !== 0; otherFrom &= otherFrom - 1)
        if (this.mayCloseUp(from, otherFrom)) return true;
    }
    return false;
  }

  /** Whether the first of some words, closed up with those behind it, may sound like the first of the other name's. */
  private mayShareSounds(words: number, otherWords: number): boolean {
    const { rosterName, otherName } = this;
    let length = 0;
    let letters = 0;
    for (let rest = words; rest !== 0; rest &= rest - 1) {
      const i = lowestOne(rest);
      length += lengthIn(rosterName.traits[i]!);
      letters |= rosterName.letters[i]!;
      let otherLength = 0;
      let otherLetters = 0;
      for (let otherRest = otherWords; otherRest !== 0; otherRest &= otherRest - 1) {
        const j = lowestOne(otherRest);
        otherLength += lengthIn(otherName.traits[j]!);
        otherLetters |= otherName.letters[j]!;
        if (Math.abs(length - otherLength) > MOST_LETTERS_FOLDED) continue;
        // one word against one is compared as it is
        if (rest === words && otherRest === otherWords) continue;
        if (mayShareSound(letters, otherLetters)) return true;
      }
    }
    return false;
  }

  /** Whether one name may be the other with its end cut off: all its words are there, the last perhaps in part. */
  private mayBeCut(short: NumberedName, long: NumberedName): boolean {
    const last = short.count - 1;
    if (short.letterCount + last < TRUNCATION_LENGTH || last >= long.count) return false;
    for (let i = 0; i < last; i++) if (short.words[i] !== long.words[i]) return false;
    return (short.letters[last]! & ~long.letters[last]!) === 0;
  }

  private compareLetters(index: number): void {
    const { level, relations } = compareName(this.roster.name(index), this.other.name(this.held));
    this.level = level;
    this.addBits(index, relations, relations.length);
    this.isLoose = true;
  }

  private addBits(index: number, relations: ArrayLike<number>, count: number): void {
    const { roster, frequencies } = this;
    let bits = 0;
    this.isLoose = false;
    for (let i = 0; i < count; i++) {
      const relation = relations[i]!;
      if (relation !== SAME && relation !== UNRELATED) this.isLoose = true;
      if (relation === ABBREVIATED) bits += SHORT_WORD_BITS;
      else if (relation <= TYPO) {
        const discount =
          relation === SAME ? 0 : relation === SPELLING ? SPELLING_DISCOUNT_BITS : TYPO_DISCOUNT_BITS;
        // a slip in a word that nearly everybody has proves nothing, and speaks against nothing
        bits += Math.max(0, frequencies.wordBits(roster.wordNumber(index, i)) - discount);
      }
    }
    this.bits = Math.min(bits, MOST_NAME_BITS);
  }
}
