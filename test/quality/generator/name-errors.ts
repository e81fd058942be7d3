/**
 * How an office gets a name wrong: by ear, by old spelling, on the keyboard, by shortening, by leaving out. Each
 * maker returns a slip that falls clearly into one finding code, or null where it cannot happen to this name. The
 * measure has its own, coarse idea of what sounds alike, so that no typing slip passes for a spelling or the other
 * way round. It refuses to alter words of one to three letters.
 */

import type { Sex } from "./names.ts";
import { nameOf } from "./names.ts";
import type { Roll } from "./random.ts";
import type { Field, Gravity, Slip } from "./values.ts";

function slip(code: string, wrong: string, gravity: Gravity = "near", reverse = code): Slip {
  return { field: "name", gravity, wrong, code, reverse };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Everything anybody might take for the same sound, merged: coarser than any rule of spelling, so that two words
 * that differ here differ by a slip of the hand.
 */
const SOUNDS_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[ae][iy]/g, "i"],
  [/a[uw]/g, "o"],
  [/oe|oo/g, "u"],
  [/tj/g, "c"],
  [/dj|nj|sj|sy|sh|ts/g, "s"],
  [/dz/g, "s"],
  [/kh|ch|q/g, "k"],
  [/ph|v|b|p/g, "f"],
  [/x/g, "ks"],
  [/[zjs]/g, "s"],
  [/[dt]h?/g, "t"],
  [/[iye]+/g, "i"],
  [/[uw]/g, "u"],
  [/aa/g, "a"],
  [/h/g, ""],
  [/k/g, ""],
  [/(.)\1+/g, "$1"],
];

function sound(word: string): string {
  return SOUNDS_ALIKE.reduce((text, [find, put]) => text.replace(find, put), word.toLowerCase());
}

/** Smallest number of letters put in, left out or replaced. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same));
    }
    row = next;
  }
  return row[b.length]!;
}

// ——— by ear ———

/** Spelling variants seen in offices (domain.md §3.4), on lower-case words; each is one way to hear or to write. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/([a-z]{2})i$/, "$1y"],
  [/([a-z]{2})y$/, "$1i"],
  [/iy(?=[aou])/, "i"],
  [/([bdglmnprt])i(?=[aou])/, "$1iy"],
  [/([bdglmnprt])y(?=[aou])/, "$1i"],
  [/f/, "p"],
  [/^f/, "v"],
  [/v/, "p"],
  [/v/, "f"],
  [/kh/, "h"],
  [/kh/, "k"],
  [/ahm/, "akhm"],
  [/^ch/, "kh"],
  [/sy/, "s"],
  [/^s(?=am[sr]|aif|arif)/, "sy"],
  [/z/, "j"],
  [/([ai])h$/, "$1"],
  [/([a-z])\1/, "$1"],
  [/([aeiou])([lnst])([aeiou])/, "$1$2$2$3"],
  [/q/, "k"],
  [/([ai])k$/, "$1q"],
  [/dh/, "d"],
  [/^th/, "t"],
];

/**
 * Spellings from before 1972, kept in families and on old diplomas; and their modern form. All of a word's j turn
 * to dj, and none of its u to oe beside a j: Soejono is Suyono, not Sujono.
 */
const OLD_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/oe/, "u"],
  [/dj/g, "j"],
  [/tj/g, "c"],
  [/^su(?=[bcdghklmnprtw][^j]*$)/, "soe"],
  [/^([^j]*[bcdfghklmnprtw])u(?=[bdghklmnprtw][^j]*$)/, "$1oe"],
  [/j/g, "dj"],
  [/^c(?=[aiou])/, "tj"],
];

/** Until this year of birth people and their schools wrote oe, dj and tj. */
const LAST_OLD_SPELLER = 1976;

export function misspelledName(roll: Roll, name: string, born: number): Slip | null {
  const rules = born < LAST_OLD_SPELLER * 10000 ? [...SPELLINGS, ...OLD_SPELLINGS] : SPELLINGS;
  const words = name.split(" ");
  const found: string[] = [];
  words.forEach((word, at) => {
    if (word.length < 4) return;
    const lower = word.toLowerCase();
    for (const [find, put] of rules) {
      const variant = lower.replace(find, put);
      if (variant === lower || sound(variant) !== sound(lower)) continue;
      found.push(words.with(at, capitalised(variant)).join(" "));
    }
  });
  return found.length === 0 ? null : slip("name.spelling", roll.pick(found));
}

// ——— on the keyboard ———

/** Neighbouring keys that no ear confuses. */
const NEIGHBOUR_KEYS: Readonly<Record<string, string>> = {
  a: "s",
  b: "ng",
  d: "fs",
  e: "r",
  g: "fb",
  i: "ou",
  k: "l",
  l: "k",
  m: "n",
  n: "mb",
  o: "pi",
  p: "o",
  r: "te",
  s: "ad",
  t: "r",
  u: "i",
  w: "e",
};

/** One slip inside a lower-case word, never at its ends: a neighbouring key, too many, too few, or out of turn. */
function strike(roll: Roll, word: string): string {
  const at = 1 + roll.below(word.length - 2);
  const key = word[at]!;
  const neighbour = roll.pick([...(NEIGHBOUR_KEYS[key] ?? key)]);
  switch (roll.below(4)) {
    case 0:
      return word.slice(0, at) + neighbour + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at + 1) + neighbour + word.slice(at + 1);
    default:
      return at + 2 < word.length
        ? word.slice(0, at) + word[at + 1] + key + word.slice(at + 2)
        : word.slice(0, at) + word.slice(at + 1);
  }
}

/** Shares of slips that hit a word twice; only long words survive that and stay readable. */
const TWO_SLIPS = 0.25;
const LONG_WORD = 8;
const TRIES = 24;

function vowelPairs(word: string): number {
  return word.match(/[aiueo](?=[aiueo])/g)?.length ?? 0;
}

/**
 * A typing slip in one word of at least `shortest` letters, and `again` in long words at times; null after too many
 * tries.
 */
function mistyped(roll: Roll, text: string, shortest: number, again: number): string | null {
  const words = text.split(" ");
  for (let i = 0; i < TRIES; i++) {
    const at = roll.below(words.length);
    const right = words[at]!.toLowerCase();
    if (right.length < shortest || right.includes(".")) continue;
    let wrong = strike(roll, right);
    if (right.length >= LONG_WORD && roll.chance(again)) wrong = strike(roll, wrong);
    const apart = distance(right, wrong);
    // More vowels in a row than before could be one more way to write a long vowel.
    const clear =
      sound(wrong) !== sound(right) && apart >= 1 && apart <= 2 && vowelPairs(wrong) <= vowelPairs(right);
    if (clear && wrong.at(-1) === right.at(-1)) return words.with(at, capitalised(wrong)).join(" ");
  }
  return null;
}

export function mistypedName(roll: Roll, name: string): Slip | null {
  const wrong = mistyped(roll, name, 5, TWO_SLIPS);
  return wrong === null ? null : slip("name.typo", wrong);
}

/** One typing slip in a place, or null. Short places are spared: Cuup could be Curup or Cupu. */
export function mistypedPlace(roll: Roll, place: string): string | null {
  return mistyped(roll, place, 6, 0);
}

// ——— words ———

const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  Muhammad: ["M.", "Muh.", "Moh.", "Mhd."],
  Abdul: ["Abd."],
  Ahmad: ["A.", "Ach.", "Ahm."],
  Siti: ["St.", "S."],
  Kiagus: ["Kgs."],
  Kemas: ["Kms."],
  Masagus: ["Mgs."],
  Masayu: ["Msy."],
};

export function abbreviatedName(roll: Roll, name: string): Slip | null {
  const words = name.split(" ");
  if (words.length < 2) return null;
  const known = words.findIndex((word) => word in SHORT_FORMS);
  if (known >= 0) {
    const short = roll.pick(SHORT_FORMS[words[known]!]!);
    return slip("name.abbreviated", words.with(known, short).join(" "));
  }
  const at = roll.chance(0.5) ? words.length - 1 : roll.below(words.length);
  const word = words[at]!;
  // H. would read as Haji.
  if (word.length < 4 || word.startsWith("H")) return null;
  return slip("name.abbreviated", words.with(at, `${word[0]}.`).join(" "));
}

/** Beginnings that are a word of their own, where a name written as one may come apart. */
const WORDS_WITHIN = ["Abdul", "Nur", "Sri", "Dwi", "Tri", "Eka"] as const;

export function respacedName(roll: Roll, name: string): Slip | null {
  const words = name.split(" ");
  const found: string[] = [];
  words.forEach((word, at) => {
    for (const beginning of WORDS_WITHIN) {
      const rest = word.slice(beginning.length);
      if (word.startsWith(beginning) && rest.length >= 4) {
        found.push(words.with(at, `${beginning} ${capitalised(rest)}`).join(" "));
      }
    }
    const next = words[at + 1];
    if (next !== undefined && word.length >= 3 && next.length >= 3 && word.length + next.length <= 12) {
      found.push([...words.slice(0, at), word + next.toLowerCase(), ...words.slice(at + 2)].join(" "));
    }
  });
  return found.length === 0 ? null : slip("name.spacing", roll.pick(found));
}

export function reorderedName(name: string): Slip | null {
  const words = name.split(" ");
  if (words.length < 2 || words.some((word) => word.length < 3)) return null;
  const wrong = [words.at(-1)!, ...words.slice(0, -1)].join(" ");
  return wrong === name ? null : slip("name.order", wrong);
}

/** First words that are the first to be left out. */
const DROPPED_FIRST: ReadonlySet<string> = new Set([
  "Muhammad",
  "Ahmad",
  "Siti",
  "Sri",
  "Nur",
  "I",
  "Ni",
  "M",
]);

export function nameWithoutWord(roll: Roll, name: string): Slip | null {
  const words = name.split(" ");
  if (words.length < 2) return null;
  const first = DROPPED_FIRST.has(words[0]!) || (words.length > 2 && roll.chance(0.2));
  const kept = first ? words.slice(1) : words.slice(0, -1);
  if (kept.every((word) => word.length < 4) || kept.at(-1)!.length < 3) return null;
  return slip("name.missing_word", kept.join(" "), "near", "name.extra_word");
}

/** Words people put before or after their name that their documents do not have. */
const ADDED: Readonly<
  Record<Sex, { readonly before: readonly string[]; readonly after: readonly string[] }>
> = {
  L: {
    before: ["Muhammad", "Ahmad"],
    after: ["Saputra", "Hidayat", "Siregar", "Wijaya", "Kurniawan", "Effendi"],
  },
  P: { before: ["Siti", "Nur"], after: ["Saputra", "Sari", "Putri", "Hasibuan", "Kurniawan", "Susanto"] },
};

export function nameWithExtraWord(roll: Roll, name: string, sex: Sex): Slip | null {
  const words = name.split(" ");
  const { before, after } = ADDED[sex];
  const front = roll.chance(0.3);
  const word = roll.pick(front ? before : after);
  if (words.length > 3 || words.some((other) => sound(other) === sound(word) || other.length === 1))
    return null;
  const wrong = front ? `${word} ${name}` : `${name} ${word}`;
  return slip("name.extra_word", wrong, "near", "name.missing_word");
}

const NICKNAMES: Readonly<Record<Sex, readonly string[]>> = {
  L: ["Ujang", "Bujang", "Buyung", "Mamat", "Yanto", "Joni", "Cik Mat", "Wak Din", "Tole", "Agam"],
  P: ["Neng", "Upik", "Butet", "Cek Nah", "Cik Ning", "Yuk Ida", "Pipit", "Nonik", "Mbak Yem"],
};

/** The name at home, or one taken later: no word in common, nor anything like one. */
export function differentName(roll: Roll, name: string, sex: Sex): Slip | null {
  const wrong = roll.chance(0.6)
    ? roll.pick(NICKNAMES[sex])
    : nameOf(roll, { culture: "malay", sex, yearOfBirth: 1980, birthOrder: 0, family: null });
  const alike = (one: string, other: string) =>
    one[0] === other[0] ||
    distance(one.toLowerCase(), other.toLowerCase()) * 2 <= Math.max(one.length, other.length);
  const words = name.split(" ");
  return wrong.split(" ").some((word) => words.some((other) => alike(word, other)))
    ? null
    : slip("name.different", wrong, "different");
}

/** A slip like another, of a place: there are only two codes for places. */
export function placeSlip(wrong: string, gravity: "near" | "different"): Slip {
  const field: Field = "birth_place";
  const code = gravity === "near" ? "birth_place.spelling" : "birth_place.different";
  return { field, gravity, wrong, code, reverse: code };
}
