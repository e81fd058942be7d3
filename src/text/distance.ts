/**
 * How far two texts are apart in single-character edits. The only user of fast-levenshtein; knows no field and
 * folds nothing: what counts as the same letter is settled before.
 */
import levenshtein from "fast-levenshtein";

/** Insertions, deletions and substitutions of one UTF-16 unit that turn `a` into `b`. A swap counts as two. */
export function editDistance(a: string, b: string): number {
  return a === b ? 0 : levenshtein.get(a, b);
}

/**
 * The edit distance where it is at most `limit`, otherwise `limit + 1`. Most pairs are told apart by their
 * lengths or by a scan for a single substitution, without the library.
 */
export function editDistanceWithin(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  const difference = Math.abs(a.length - b.length);
  if (limit < 1 || difference > limit) return limit + 1;
  if (limit === 1) return isOneEdit(a, b) ? 1 : 2;
  return Math.min(levenshtein.get(a, b), limit + 1);
}

/** True when two different texts whose lengths differ by at most one are a single edit apart. */
function isOneEdit(a: string, b: string): boolean {
  const start = firstDifference(a, b);
  // what follows the edited character has to be equal: skip it on the longer side, or on both
  let i = a.length >= b.length ? start + 1 : start;
  let j = b.length >= a.length ? start + 1 : start;
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(j)) {
    i++;
    j++;
  }
  return i >= a.length;
}

/** True when the texts are equal but for one swap of two neighbouring, different characters. */
export function isTransposition(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = firstDifference(a, b);
  if (at + 1 >= a.length) return false;
  if (a.charCodeAt(at) !== b.charCodeAt(at + 1) || a.charCodeAt(at + 1) !== b.charCodeAt(at)) return false;
  for (let i = at + 2; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) return false;
  return true;
}

/** Where two texts first differ: the length of the shorter one when it begins the longer. */
function firstDifference(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let i = 0;
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}
