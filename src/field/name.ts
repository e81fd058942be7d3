/**
 * Indonesian personal names: an ordered list of words, never first and last name. Most people have no family
 * name, one word is a full name, and so is one letter (domain.md §3.1).
 *
 * Cleaning takes off what is not the name (titles, punctuation, bin/binti, an alias after "alias" or in
 * brackets); comparing names the way two names differ. Letters are compared by sound and by edits, and a
 * shortened word is compatible with the long one, not equal to it.
 */
import { countOnes, isOneAtMost, lowestOne } from "../text/bits.ts";
import { editDistanceWithin, isTransposition } from "../text/distance.ts";
import { foldLetters } from "../text/fold.ts";
import { soundsAlike } from "../text/sound.ts";
import type { Level } from "./level.ts";
import { levelPositions } from "./level-positions.ts";
import { isTitle, type WrittenWord, withoutTitles } from "./name-titles.ts";

/** A name in letters A–Z. */
export interface Name {
  /** Words of the name in order; empty when there is none. */
  readonly words: readonly string[];
  /** Bit i is set when word i was written short, with a dot: "Abd." */
  readonly shortened: number;
  /** How many of the last words may be an unmarked title ("RATNA DEWI SE"). */
  readonly doubtful: number;
  /** A second name: after "alias" or in brackets; null for nearly everybody. */
  readonly alias: readonly string[] | null;
}

export const NO_NAME: Name = { words: [], shortened: 0, doubtful: 0, alias: null };

/** From nearest to farthest; positions are stored in links. */
export const NAME_LEVELS = [
  { name: "missing", agreement: "missing", code: "name.different" },
  { name: "exact", agreement: "same", code: null },
  { name: "spelling", agreement: "near", code: "name.spelling" },
  { name: "spacing", agreement: "near", code: "name.spacing" },
  { name: "abbreviated", agreement: "near", code: "name.abbreviated" },
  { name: "order", agreement: "near", code: "name.order" },
  { name: "typo", agreement: "near", code: "name.typo" },
  { name: "missing_word", agreement: "near", code: "name.missing_word" },
  { name: "extra_word", agreement: "near", code: "name.extra_word" },
  // some words agree, others contradict: sisters, or a changed family name
  { name: "partial", agreement: "different", code: "name.different" },
  { name: "different", agreement: "different", code: "name.different" },
  // never compared here: an authority's answer that the name is similar without being the same, not saying how
  { name: "scored", agreement: "near", code: "name.different" },
] as const satisfies readonly Level[];

export const NAME_LEVEL = levelPositions(NAME_LEVELS);

/** Words kept per name; the longest recorded name has 70 letters, so more is a sentence, not a name. */
const MAX_WORDS = 8;
const PATRONYMIC = new Set(["BIN", "BINTI", "BINTE", "BT", "BTE", "BN", "BNT"]);
const ALIAS = new Set(["ALIAS", "ALS"]);
/** "d/h", dahulu: the name before. */
const FORMERLY = /\bD\/H\b/g;
/** Marks an alias where it is written short, with a dot; without one it is a word of the name (AL AMIN). */
const DOTTED_ALIAS = "AL";
const EMPTY = new Set(["NULL", "NIHIL", "KOSONG", "NA"]);

/** Whether a word in upper case may be something else than a word of the name: a title, a mark, or nothing. */
export function canSayMore(word: string): boolean {
  return isTitle(word) || PATRONYMIC.has(word) || ALIAS.has(word) || EMPTY.has(word);
}

/** Cleans one cell; an empty, dash or placeholder cell gives a name without words. */
export function cleanName(text: string): Name {
  if (text.length === 0) return NO_NAME;
  const folded = foldLetters(text).replace(FORMERLY, "ALIAS");
  const pieces: WrittenWord[][] = [[]];
  const bracketed: string[] = [];
  let depth = 0;
  /** Letters of the word in front of its last apostrophe or digit, and where the others begin. */
  let before = "";
  let start = 0;
  for (let i = 0; i <= folded.length; i++) {
    const code = i === folded.length ? 0x20 : folded.charCodeAt(i);
    if (code >= 65 && code <= 90) continue;
    const letters = before + folded.slice(start, i);
    start = i + 1;
    // which letter a digit stands for is not guessed: the word lacks one (S1TI)
    if (isApostrophe(code) || isDigit(code)) {
      before = letters;
      continue;
    }
    before = "";
    if (letters !== "") {
      if (depth > 0) bracketed.push(letters);
      else pieces[pieces.length - 1]!.push({ letters, dotted: code === 0x2e });
    }
    if (code === 0x2c && depth === 0) pieces.push([]);
    else if (code === 0x28 || code === 0x5b) depth++;
    else if ((code === 0x29 || code === 0x5d) && depth > 0) depth--;
  }

  const [written = [], ...afterComma] = pieces.filter((piece, i) => i === 0 || piece.length > 0);
  if (written.length === 0 && afterComma.length === 0) return NO_NAME;
  const dotted = written.filter((word) => word.dotted).map((word) => word.letters);
  const untitled = withoutTitles(written, afterComma);
  let words = untitled.words;
  let alias: string[] | null = bracketed.length > 0 ? bracketed.slice(0, MAX_WORDS) : null;
  const isAliasMark = (word: string): boolean =>
    ALIAS.has(word) || (word === DOTTED_ALIAS && dotted.includes(word));
  const aliasAt = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isAliasMark(word));
  if (aliasAt > 0) {
    alias = words.slice(aliasAt + 1, aliasAt + 1 + MAX_WORDS);
    words = words.slice(0, aliasAt);
  }
  // "bin" is the mark of a patronymic, not a word of the name; the father's name behind it is
  words = words.filter((word, i) => !(i > 0 && i < words.length - 1 && PATRONYMIC.has(word)));
  if (words.length > MAX_WORDS) words = words.slice(0, MAX_WORDS);
  if (words.length === 0 || (words.length === 1 && EMPTY.has(words[0]!))) return NO_NAME;
  let shortened = 0;
  if (dotted.length > 0) {
    for (let i = 0; i < words.length; i++) if (dotted.includes(words[i]!)) shortened |= 1 << i;
  }
  return { words, shortened, doubtful: Math.min(untitled.doubtful, words.length - 1), alias };
}

/** Apostrophes and look-alikes stand inside a word (Nu'man, Ma`ruf) and are dropped without parting it. */
function isApostrophe(code: number): boolean {
  return (
    code === 0x27 || code === 0x60 || code === 0x2019 || code === 0x2018 || code === 0xb4 || code === 0x2bc
  );
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** How one word relates to another; smaller is nearer. */
export const SAME = 0;
export const SPELLING = 1;
export const ABBREVIATED = 2;
export const TYPO = 3;
export const UNRELATED = 4;

/**
 * Short forms that are not a mere beginning of the long word, or that stand for several (domain.md §3.3 and the
 * kept elements of §3.2), and what they stand for.
 */
const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    A: ["ABDUL", "AHMAD", "ANDI"],
    M: ["MUHAMMAD"],
    MD: ["MUHAMMAD", "MADE"],
    MHD: ["MUHAMMAD"],
    MHMD: ["MUHAMMAD"],
    MOH: ["MUHAMMAD"],
    MOCH: ["MUHAMMAD"],
    MUCH: ["MUHAMMAD"],
    MUH: ["MUHAMMAD"],
    MUHD: ["MUHAMMAD"],
    MOHD: ["MUHAMMAD"],
    MUHAM: ["MUHAMMAD"],
    ABD: ["ABDUL", "ABDULLAH"],
    ABDL: ["ABDUL"],
    ACH: ["AHMAD"],
    AKH: ["AHMAD"],
    AHM: ["AHMAD"],
    ST: ["SITI", "SUTAN", "SANTO"],
    SIT: ["SITI"],
    SY: ["SYARIF", "SYARIFAH", "SYAHRUL"],
    NR: ["NUR"],
    DW: ["DEWI", "DEWA"],
    RD: ["RADEN"],
    RA: ["RADENAJENG", "RADENAYU"],
    RR: ["RARA", "RORO"],
    KMS: ["KEMAS"],
    KGS: ["KIAGUS"],
    MGS: ["MASAGUS"],
    MSY: ["MASAYU"],
    NYM: ["NYIMAS", "NYOMAN"],
    NY: ["NYAYU"],
    TB: ["TUBAGUS"],
    GST: ["GUSTI"],
    WYN: ["WAYAN"],
    NGH: ["NENGAH"],
    NGR: ["NGURAH"],
    KT: ["KETUT"],
    KD: ["KADEK"],
    KDK: ["KADEK"],
    KM: ["KOMANG"],
    KMG: ["KOMANG"],
    PT: ["PUTU"],
    GD: ["GEDE"],
    LH: ["LUH"],
    BGS: ["BAGUS"],
    IB: ["IDABAGUS"],
    IA: ["IDAAYU"],
    AA: ["ANAKAGUNG"],
    BR: ["BORU"],
    DT: ["DATUK"],
    DG: ["DAENG"],
    BQ: ["BAIQ"],
    COK: ["COKORDA"],
    TK: ["TEUKU"],
  }),
);

/**
 * Short forms with which a word may begin that was written together: MUHROFIQ, ABDRAHMAN. A vowel behind them would
 * make words of their own (MUHADI, ABDUL), and so would less than a syllable (MUHYI).
 */
const SHORT_BEGINNING = /^(?:M[OU](?:CH|HD?)|MHM?D|ABDL?)(?=[B-DF-HJ-NP-TV-Z]..)/;

/** The short form that a word is or begins with; empty for none. */
function shortFormOf(word: string): string {
  return SHORT_FORMS.has(word) ? word : (SHORT_BEGINNING.exec(word)?.[0] ?? "");
}

/** True for a word that may stand for longer ones of which it is no mere beginning. */
export function isShortForm(word: string): boolean {
  return shortFormOf(word) !== "";
}

/** What a word, or several closed up, may stand for where the first is a short form or begins with one. */
function writtenOut(text: string, first: string): readonly string[] {
  const short = shortFormOf(first);
  if (short === "") return [];
  return SHORT_FORMS.get(short)!.map((form) => form + text.slice(short.length));
}

/** Whether two texts sound alike once the short form is written out that either begins with: Abd. Rahman and Abdurrahman. */
function soundAlikeWrittenOut(a: string, firstOfA: string, b: string, firstOfB: string): boolean {
  const formsOfA = writtenOut(a, firstOfA);
  const formsOfB = writtenOut(b, firstOfB);
  if (formsOfA.some((form) => soundsAlike(form, b))) return true;
  return formsOfB.some(
    (form) => soundsAlike(a, form) || formsOfA.some((otherForm) => soundsAlike(otherForm, form)),
  );
}

/** Characters on the narrowest form: a name that fills it may have been cut off there (domain.md §3.4). */
export const TRUNCATION_LENGTH = 20;

/** Whether a word is the beginning of a longer one at which it was written short. */
function isBeginningOf(short: string, dotted: boolean, long: string): boolean {
  return (dotted || short.length === 1) && short.length < long.length && long.startsWith(short);
}

/**
 * One or two letters off, in words long enough that this is a slip and not another name: Hasan and Husin are
 * twins, not a typing error.
 */
function isTypo(a: string, b: string): boolean {
  const limit = lettersOff(a.length, b.length);
  if (limit === 0) return false;
  if (isTransposition(a, b)) return true;
  return editDistanceWithin(a, b, limit) <= limit;
}

/**
 * How many letters may be wrong in words so long. Two where both are long: what is added to a short name makes
 * another of it (Amin and Aminah, Fauzi and Fauzan).
 */
export function lettersOff(length: number, otherLength: number): number {
  if (Math.min(length, otherLength) >= 6) return 2;
  return Math.max(length, otherLength) < 4 ? 0 : 1;
}

export function relateWords(a: string, b: string, aDotted: boolean, bDotted: boolean): number {
  const relation = relateTexts(a, a, b, b);
  if (relation !== UNRELATED) return relation;
  if (isBeginningOf(a, aDotted, b) || isBeginningOf(b, bDotted, a)) return ABBREVIATED;
  return isTypo(a, b) ? TYPO : UNRELATED;
}

/** How two words relate, or several closed up, of which the first are given: all ways but those of single words. */
function relateTexts(a: string, firstOfA: string, b: string, firstOfB: string): number {
  if (a === b) return SAME;
  if (soundsAlike(a, b)) return SPELLING;
  return soundAlikeWrittenOut(a, firstOfA, b, firstOfB) ? ABBREVIATED : UNRELATED;
}

/** Result of comparing two names. `relations[i]` tells how word i of the roster name is matched. */
export interface NameComparison {
  level: number;
  relations: number[];
}

/**
 * Compares a roster name with a source name. The level is the first of NAME_LEVELS that holds. Doubtful titles
 * and aliases are tried as a second reading, which counts only where it brings the names nearer.
 */
export function compareName(roster: Name, source: Name): NameComparison {
  if (roster.words.length === 0 || source.words.length === 0) return { level: 0, relations: [] };
  let best = compareWords(roster.words, roster.shortened, source.words, source.shortened);
  if (best.level === NAME_LEVEL.exact) return best;
  if (roster.doubtful > 0 || source.doubtful > 0) {
    for (let r = 0; r <= roster.doubtful; r++) {
      for (let s = 0; s <= source.doubtful; s++) {
        if (r === 0 && s === 0) continue;
        const reading = compareWords(
          roster.words.slice(0, roster.words.length - r),
          roster.shortened,
          source.words.slice(0, source.words.length - s),
          source.shortened,
        );
        if (reading.level < best.level) best = reading;
      }
    }
  }
  if (best.level >= NAME_LEVEL.partial && (roster.alias !== null || source.alias !== null)) {
    const nearer = compareAliases(roster, source);
    // the other name is a name of this person, but the roster writes more than the document does
    if (nearer.level < NAME_LEVEL.partial)
      best = { level: NAME_LEVEL.extra_word, relations: nearer.relations };
  }
  return best;
}

/** The nearest reading in which one side at least goes by its second name. */
function compareAliases(roster: Name, source: Name): NameComparison {
  // the words of the roster's first name take no part in the agreement of its second
  const unmatched = roster.words.map(() => UNRELATED);
  let nearest: NameComparison = { level: NAME_LEVEL.different, relations: unmatched };
  const read = (words: readonly string[] | null, other: readonly string[] | null): void => {
    if (words === null || other === null) return;
    const { level, relations } = compareWords(words, 0, other, 0);
    if (level < nearest.level) nearest = { level, relations: words === roster.words ? relations : unmatched };
  };
  read(roster.words, source.alias);
  read(roster.alias, source.words);
  read(roster.alias, source.alias);
  return nearest;
}

function compareWords(
  roster: readonly string[],
  rosterShort: number,
  source: readonly string[],
  sourceShort: number,
): NameComparison {
  const n = roster.length;
  const m = source.length;
  if (areEqual(roster, source)) return { level: NAME_LEVEL.exact, relations: roster.map(() => SAME) };
  const grid = new WordGrid();
  grid.begin(n, m);
  for (let i = 0; i < n; i++) {
    const dotted = ((rosterShort >> i) & 1) === 1;
    for (let j = 0; j < m; j++)
      grid.relate(i, j, relateWords(roster[i]!, source[j]!, dotted, ((sourceShort >> j) & 1) === 1));
  }
  const level = grid.settle({
    rosterLetters: letterCount(roster),
    sourceLetters: letterCount(source),
    rosterWord: (i) => roster[i]!,
    sourceWord: (j) => source[j]!,
    mayBeSpacedOnly: () => true,
    mayCloseUp: () => true,
  });
  return { level, relations: [...grid.relations.subarray(0, n)] };
}

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

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

function letterCount(words: readonly string[]): number {
  return words.reduce((count, word) => count + word.length, 0);
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
