/**
 * Sex as the registries write it. Anything but a known writing is unknown; it is never guessed from a name.
 */
import { type Level, levelPositions } from "./level.ts";

/** 0 unknown, 1 male, 2 female: the codes of the population registry. */
export type Sex = 0 | 1 | 2;

export const SEX_LEVELS = [
  { name: "missing", agreement: "missing", code: null },
  { name: "exact", agreement: "same", code: null },
  { name: "different", agreement: "different", code: "sex.different" },
] as const satisfies readonly Level[];
export const SEX_LEVEL = levelPositions(SEX_LEVELS);

/**
 * Writings as they stand and by their letters and digits in upper case (domain.md §8); for `M`, and `P` beside `W`, see
 * `cleanSex`.
 */
const WRITINGS: ReadonlyMap<string, Sex> = new Map<string, Sex>([
  ["L", 1],
  ["LK", 1],
  ["LKI", 1],
  ["LAKI", 1],
  ["LAKI2", 1],
  ["LAKILAKI", 1],
  ["♂", 1],
  ["PRIA", 1],
  ["MALE", 1],
  ["1", 1],
  ["01", 1],
  ["1.0", 1],
  ["1,0", 1],
  ["P", 2],
  ["PR", 2],
  ["PRP", 2],
  ["PEREMPUAN", 2],
  ["PREMPUAN", 2],
  ["♀", 2],
  ["WANITA", 2],
  ["W", 2],
  ["F", 2],
  ["FEMALE", 2],
  ["2", 2],
  ["02", 2],
  ["2.0", 2],
  ["2,0", 2],
]);
const LONGEST = 24;
/** What follows in the same line of a KTP. */
const BLOOD_GROUP = /\bGOL(?:ONGAN)?\b.*$/is;
/** Words that stand for a sex by themselves, as letters and digits of a form do not. */
const SPEAKING = /[A-Z]{3}/;

/**
 * Reads one cell. In an `english` file (one whose column holds M and F) `M` is male; elsewhere a lone M says
 * nothing. In a `pria` file (one whose column holds P and W and nothing else) `P` is pria, male.
 */
export function cleanSex(text: string, english = false, pria = false): Sex {
  if (pria && PRIA.test(text)) return 1;
  const known = WRITINGS.get(text);
  if (known !== undefined) return known;
  const written = text.replace(BLOOD_GROUP, "");
  if (written.length === 0 || written.length > LONGEST) return 0;
  const folded = written.toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (folded === "M") return english ? 1 : 0;
  return WRITINGS.get(folded) ?? saidTwice(written.toUpperCase());
}

/** "Laki-laki (L)", "2. Perempuan": a word for the sex and a sign that agrees with it. */
function saidTwice(text: string): Sex {
  if (!SPEAKING.test(text)) return 0;
  const sexes = new Set(text.match(/[A-Z0-9]+/g)?.map((word) => WRITINGS.get(word) ?? 0));
  const [sex = 0] = sexes;
  return sexes.size === 1 ? sex : 0;
}

const PRIA = /^[^\p{L}\p{N}]*P[^\p{L}\p{N}]*$/iu;

/** Position in `SEX_LEVELS`. */
export function compareSex(roster: Sex, source: Sex): number {
  if (roster === 0 || source === 0) return SEX_LEVEL.missing;
  return roster === source ? SEX_LEVEL.exact : SEX_LEVEL.different;
}
