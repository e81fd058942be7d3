/**
 * Indonesian personal names: an ordered list of words, never first and last name. Most people have no family
 * name, one word is a full name, and so is one letter (domain.md §3.1).
 *
 * Cleaning takes off what is not the name (titles, punctuation, bin/binti, an alias after "alias" or in brackets).
 */
import { isDigit } from "../text/ascii.ts";
import { foldLetters } from "../text/fold.ts";
import { type Level, levelPositions } from "./level.ts";
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
export const MAX_WORDS = 8;
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
