/** The words of two names held against each other, all with all, and what that makes of the names. */
import { countOnes, isOneAtMost, lowestOne } from "../text/bits.ts";
import { MAX_WORDS, NAME_LEVEL } from "./name.ts";
import { ABBREVIATED, isShortForm, relateTexts, SAME, SPELLING, TYPO, UNRELATED } from "./name-words.ts";

/** Characters on the narrowest form: a name that fills it may have been cut off there (domain.md §3.4). */
export const TRUNCATION_LENGTH = 20;

/** The words of two names, for what their relations alone do not tell. */
export interface GridWords {
  /** Letters of the whole name. */
  readonly rosterLetters: number;
  readonly sourceLetters: number;
  rosterWord(i: number): string;
  sourceWord(j: number): string;
  /** False where names of as many letters surely are not the same closed up. */
  mayBeSpacedOnly(): boolean;
  /**
   * False where the first of some words left over on the one side, closed up with those behind it, surely does not agree
   * with the first of the other side's.
   * @param words bit i is set for word i of the roster name, and of `otherWords` for the source's
   */
  mayCloseUp(words: number, otherWords: number): boolean;
}

/** All words of a name, a bit each. */
function allOf(count: number): number {
  return (1 << count) - 1;
}

/** Instead of a partner. */
const NOBODY = -1;
const CLOSED_UP = -2;

/**
 * Every word of a roster name held against every word of a source name, and what that makes of the names. Holds one
 * pair of names at a time and is reused from pair to pair.
 */
export class WordGrid {
  /** How word i of the roster name is matched. */
  relations = new Uint8Array(MAX_WORDS);
  /** Whether some words are matched closed up. */
  isClosedUp = false;
  private n = 0;
  private m = 0;
  /** Of word i to word j, at i · m + j. */
  private related = new Uint8Array(MAX_WORDS * MAX_WORDS);
  private partners = new Int32Array(MAX_WORDS);
  /** Bit r is set when some two words relate by r. */
  private found = 0;
  /** Bit i is set when word i of the roster name is matched, and the same of the other name's words. */
  private taken = 0;
  private otherTaken = 0;
  /** The runs that agree best, and how they relate. */
  private nearest = UNRELATED;
  private run = 0;
  private otherRun = 0;

  /** Begins with names of `n` and `m` words, of which one at least. */
  begin(n: number, m: number): void {
    if (n > this.relations.length) {
      this.relations = new Uint8Array(n);
      this.partners = new Int32Array(n);
    }
    if (n * m > this.related.length) this.related = new Uint8Array(n * m);
    this.n = n;
    this.m = m;
    this.found = 0;
  }

  /** Says how word `i` of the roster name relates to word `j` of the other; of every two words, once. */
  relate(i: number, j: number, relation: number): void {
    this.related[i * this.m + j] = relation;
    this.found |= 1 << relation;
  }

  /**
   * Matches the words of two names that are not the same word by word: those that agree, then those that do closed up,
   * and only then what is less than agreement, so that Az does not go without its Zahra because Azzahra is a letter off.
   * @returns position in NAME_LEVELS
   */
  settle(words: GridWords): number {
    const { n, m, relations, partners } = this;
    if (
      words.rosterLetters === words.sourceLetters &&
      words.mayBeSpacedOnly() &&
      areSpacedOnly(n, m, words)
    ) {
      relations.fill(SAME, 0, n);
      this.isClosedUp = true;
      return NAME_LEVEL.spacing;
    }
    for (let i = 0; i < n; i++) {
      relations[i] = UNRELATED;
      partners[i] = NOBODY;
    }
    this.taken = 0;
    this.otherTaken = 0;
    this.match(SAME);
    this.match(SPELLING);
    const closedUp = this.closeUp(words);
    this.match(ABBREVIATED);
    this.match(TYPO);
    const left = n - countOnes(this.taken);
    const missing = m - countOnes(this.otherTaken);
    if ((left > 0 || missing > 0) && this.isCutOff(words)) return NAME_LEVEL.abbreviated;
    return this.levelOf(left, missing, closedUp);
  }

  /** Finds a partner for every word that has one by a relation. */
  private match(relation: number): void {
    const { n, m, related, relations, partners, found } = this;
    if (((found >> relation) & 1) === 0) return;
    for (let i = 0; i < n; i++) {
      if (partners[i] !== NOBODY) continue;
      // the word in the same place first, so that repeated words do not count as reordered
      let j = i % m;
      for (let step = 0; step < m; step++, j = j + 1 === m ? 0 : j + 1) {
        if (((this.otherTaken >> j) & 1) === 1 || related[i * m + j] !== relation) continue;
        partners[i] = j;
        relations[i] = relation;
        this.taken |= 1 << i;
        this.otherTaken |= 1 << j;
        break;
      }
    }
  }

  /**
   * Matches neighbouring words that are left over with those of the other name that they agree with closed up.
   * @returns the farthest relation by which some do, or NOBODY
   */
  private closeUp(words: GridWords): number {
    const { relations, partners } = this;
    let farthest = NOBODY;
    while (this.findRuns(words)) {
      const { run, nearest } = this;
      this.taken |= run;
      this.otherTaken |= this.otherRun;
      farthest = Math.max(farthest, nearest);
      for (let rest = run; rest !== 0; rest &= rest - 1) {
        const i = lowestOne(rest);
        partners[i] = CLOSED_UP;
        // of a word that stands short the rest of the run says more
        const isShort = nearest === ABBREVIATED && rest === run && isShortForm(words.rosterWord(i));
        relations[i] = isShort ? ABBREVIATED : Math.min(nearest, SPELLING);
      }
    }
    this.isClosedUp = farthest !== NOBODY;
    return farthest;
  }

  /** Finds the nearest runs of what is left over on both sides that agree closed up, the first of them. */
  private findRuns(words: GridWords): boolean {
    const free = allOf(this.n) & ~this.taken;
    const otherFree = allOf(this.m) & ~this.otherTaken;
    this.nearest = UNRELATED;
    if (free === 0 || otherFree === 0 || (isOneAtMost(free) && isOneAtMost(otherFree))) return false;
    for (let from = free; from !== 0; from &= from - 1) {
      for (let otherFrom = otherFree; otherFrom !== 0; otherFrom &= otherFrom - 1)
        if (words.mayCloseUp(from, otherFrom)) this.compareRuns(words, from, otherFrom);
    }
    return this.nearest !== UNRELATED;
  }

  /** Closes up the words that are left over from one on with those that are from another on, more and more of them. */
  private compareRuns(words: GridWords, from: number, otherFrom: number): void {
    const first = words.rosterWord(lowestOne(from));
    const otherFirst = words.sourceWord(lowestOne(otherFrom));
    let text = "";
    for (let rest = from; rest !== 0; rest &= rest - 1) {
      text += words.rosterWord(lowestOne(rest));
      let otherText = "";
      for (let otherRest = otherFrom; otherRest !== 0; otherRest &= otherRest - 1) {
        otherText += words.sourceWord(lowestOne(otherRest));
        // one word against one has been compared as it is
        if (rest === from && otherRest === otherFrom) continue;
        const relation = relateTexts(text, first, otherText, otherFirst);
        if (relation >= this.nearest) continue;
        this.nearest = relation;
        this.run = from & ~(rest & (rest - 1));
        this.otherRun = otherFrom & ~(otherRest & (otherRest - 1));
      }
    }
  }

  private isCutOff(words: GridWords): boolean {
    const { n, m, related } = this;
    // the way out for strangers: where one word is not all there is, the first is whole
    if (n > 1 && m > 1 && related[0] !== SAME) return false;
    const shorter = Math.min(words.rosterLetters + n, words.sourceLetters + m) - 1;
    return shorter >= TRUNCATION_LENGTH && isTruncated(n, m, words);
  }

  /**
   * The level of the words as they are matched.
   * @param left words of the roster name that nothing is matched with, `missing` the same of the source's
   * @param closedUp the farthest relation of words closed up, or NOBODY
   */
  private levelOf(left: number, missing: number, closedUp: number): number {
    const { n, relations, partners } = this;
    let typos = 0;
    let isShortened = closedUp === ABBREVIATED;
    let isSpelled = closedUp === SPELLING;
    let isSolid = closedUp !== NOBODY;
    let isReordered = false;
    let last = -1;
    for (let i = 0; i < n; i++) {
      if (partners[i]! < 0) continue;
      const relation = relations[i]!;
      if (relation === TYPO) typos++;
      else if (relation === ABBREVIATED) isShortened = true;
      else {
        isSolid = true;
        if (relation === SPELLING) isSpelled = true;
      }
      if (partners[i]! < last) isReordered = true;
      last = partners[i]!;
    }
    if (left > 0 || missing > 0) {
      // words that agree make a name with others lacking; without any, a slip on a name that is a part of the other
      if (!isSolid)
        return typos > 0 && (left === 0 || missing === 0) ? NAME_LEVEL.partial : NAME_LEVEL.different;
      if ((left > 0 && missing > 0) || typos > 0) return NAME_LEVEL.partial;
      return left > 0 ? NAME_LEVEL.extra_word : NAME_LEVEL.missing_word;
    }
    if (typos > 1) return NAME_LEVEL.partial;
    if (typos === 1) return NAME_LEVEL.typo;
    if (isShortened) return NAME_LEVEL.abbreviated;
    if (isSpelled) return NAME_LEVEL.spelling;
    if (closedUp !== NOBODY) return NAME_LEVEL.spacing;
    return isReordered ? NAME_LEVEL.order : NAME_LEVEL.exact;
  }
}

/** Words with spaces closed up. */
function joined(count: number, word: (at: number) => string): string {
  let text = "";
  for (let at = 0; at < count; at++) text += word(at);
  return text;
}

function areSpacedOnly(n: number, m: number, words: GridWords): boolean {
  return joined(n, (i) => words.rosterWord(i)) === joined(m, (j) => words.sourceWord(j));
}

/**
 * A name that fills a form, of which a form or an old system cut off the end within a word: where whole words are
 * gone, words are missing. Spaces take up room on a form as well.
 */
function isTruncated(n: number, m: number, words: GridWords): boolean {
  const roster = joined(n, (i) => (i === 0 ? "" : " ") + words.rosterWord(i));
  const source = joined(m, (j) => (j === 0 ? "" : " ") + words.sourceWord(j));
  const [shorter, longer] = roster.length < source.length ? [roster, source] : [source, roster];
  return longer.startsWith(shorter) && longer[shorter.length] !== " ";
}
