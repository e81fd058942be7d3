/**
 * The sound of an Indonesian word: a key under which spelling variants of one name fall together.
 *
 * Used for blocking keys and for the finding `name.spelling`, never to say that two values are the same.
 * Rules: van Ophuijsen (1901) and Soewandi (1947) spellings, Priyadi's ordered folds (2005), and the sound folds
 * collected in domain.md §3.4. Where letters are ambiguous (z is said j or s) the commoner reading is taken.
 */
import { letterSet } from "./bits.ts";

const OLD_SPELLING = /OE|TJ|DJ|NJ|SJ/;

/** Arabic names that are written with o or a, by their roots: Rohman, Ibrohim, Rosyid, Sholeh, Ghofur, Qodir, Kholil, Khotimah. */
const O_FOR_A =
  /(?<=R)O(?=HMA|HIM|SID)|(?<=S)O(?=LEH|MAD)|(?<=G)O(?=PUR)|(?<=K)O(?=DIR)|(?<=H)O(?=LI[DL]|TIMA)/g;

const cache = new Map<string, string>();
/** Enough for the words that come again and again; bounded so that a long source cannot fill the memory with others. */
const CACHE_LIMIT = 1 << 16;

/** Sound key of one upper-case word (A–Z); the word itself where nothing folds. */
export function soundKey(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  const key = fold(word);
  cache.set(word, key);
  return key;
}

/**
 * Whether two words sound alike in some reading. The key settles letters with two readings one way (z as s inside
 * a word, kh as h); here the other way counts too: Rozi and Roji, Khairul and Kairul.
 */
export function soundsAlike(a: string, b: string): boolean {
  if (INITIALS.get(a[0]!) !== INITIALS.get(b[0]!) || Math.abs(a.length - b.length) > MOST_LETTERS_FOLDED)
    return false;
  if (soundKey(a) === soundKey(b)) return true;
  for (const [letters, reading] of SECOND_READINGS) {
    if (!a.includes(letters) && !b.includes(letters)) continue;
    if (soundKey(a.replaceAll(letters, reading)) === soundKey(b.replaceAll(letters, reading))) return true;
  }
  return false;
}

/** Words of different groups do not sound alike: their first letters never fold together. 0 for none. */
export function initialGroup(word: string): number {
  const group = INITIALS.get(word[0] ?? "");
  return group === undefined ? 0 : group + 1;
}

/** True for a word with letters that are read in two ways: its sound key alone does not tell what it sounds like. */
export function hasSecondReading(word: string): boolean {
  return SECOND_READINGS.some(([letters]) => word.includes(letters));
}

/**
 * False for texts that surely do not sound alike: some letters are never folded away, nor do folds make them.
 * @param lettersA which letters the one has, a bit each from A on
 */
export function mayShareSound(lettersA: number, lettersB: number): boolean {
  const differing = lettersA ^ lettersB;
  if ((differing & KEPT) !== 0 || ((lettersA & LIPS) === 0) !== ((lettersB & LIPS) === 0)) return false;
  if ((differing & L) !== 0 && (((lettersA & L) === 0 ? lettersB : lettersA) & D) === 0) return false;
  if ((differing & R) === 0) return true;
  const withR = (lettersA & R) === 0 ? lettersB : lettersA;
  return (withR & ABD) === ABD;
}

/** Letters that a fold can make the same at the beginning of a word: nearly every pair of words differs here. */
const INITIALS: ReadonlyMap<string, number> = new Map(
  ["AEIOU", "CHKQSTX", "DJYZ", "FPV", "B", "G", "L", "M", "N", "R", "W"].flatMap((letters, group) =>
    [...letters].map((letter) => [letter, group] as const),
  ),
);
/** No spelling of a word is longer than another by more. */
export const MOST_LETTERS_FOLDED = 5;

const KEPT = letterSet("GMN");
/** Folded only into each other. */
const LIPS = letterSet("BFPV");
/** Kept but behind D, as in Fadli, and where Abdur or Abdus is said Abdul. */
const L = letterSet("L");
const D = letterSet("D");
/** Kept but at the end of Abdur, which is said Abdul. */
const R = letterSet("R");
const ABD = letterSet("ABD");

const SECOND_READINGS = [
  ["Z", "J"],
  ["KH", "K"],
] as const;

function fold(word: string): string {
  let w = word;
  if (OLD_SPELLING.test(w)) {
    // j is a modern letter too: it is read as y only beside another sign of the old spelling (domain.md §3.4)
    w = w
      .replace(/OE/g, "U")
      .replace(/TJ/g, "C")
      .replace(/DJ/g, "1")
      .replace(/NJ/g, "NY")
      .replace(/SJ/g, "SY")
      .replace(/J/g, "Y")
      .replace(/1/g, "J");
  }
  w = w
    .replace(/^CHR/, "KR")
    .replace(/^CH(?=[AO]N)/, "C")
    .replace(/[CK]H/g, "H")
    .replace(/SY(?=[AEIOU])|SH|TS/g, "S")
    .replace(/DH|DL/g, "D")
    .replace(/TH/g, "T")
    .replace(/GH/g, "G")
    .replace(/PH|[VF]/g, "P")
    .replace(/^[YZ]/, "J")
    .replace(/Z/g, "S")
    .replace(/X/g, "KS")
    .replace(/Q/g, "K")
    .replace(/OO/g, "U")
    .replace(/EE/g, "I")
    .replace(/(.)\1+/g, "$1")
    .replace(/^ABDU(?=[RS][AEIOU])|^ABDU[RS]$/, "ABDUL")
    .replace(/^M[OU]HAM[AE][DT]/, "MUHAMAT")
    .replace(/^AHME(?=[DT])/, "AHMA")
    .replace(O_FOR_A, "A")
    .replace(/Y/g, "I")
    .replace(/IE|I+/g, "I")
    .replace(/EU/g, "E")
    .replace(/AI|AE|EI|OI/g, "E")
    .replace(/AU|AW|AO/g, "O")
    .replace(/(.)\1+/g, "$1")
    // schwa that is written or not: Slamet/Selamet, Sri/Seri
    .replace(/^([BDGKPST])E(?=[LR][AIOU])/, "$1");
  if (w.length > 2) {
    w = w
      .replace(/(?<=[AEIOU])H$/, "")
      .replace(/D$/, "T")
      .replace(/B$/, "P");
  }
  return w;
}
