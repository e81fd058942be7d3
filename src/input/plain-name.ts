/**
 * Which names are their words and nothing else: no alias or patronymic among them, and titles only where nothing but
 * a title can stand. Decides nothing itself: what a word or the end of a name means is asked of `cleanName`, once for
 * each.
 */
import { canSayMore, cleanName } from "../field/name.ts";
import { LONGEST_BACK_TITLE } from "../field/name-titles.ts";
import { tidy } from "./cell.ts";

/** A word that is nothing but a word, to ask by. */
const ANY_WORD = "BUDI";

/** Whether a word of letters is kept as it is wherever it stands in a name. */
export function isPlainWord(word: string): boolean {
  const upper = word.toUpperCase();
  if (!canSayMore(upper)) return true;
  // first, in the middle and last
  const everywhere = [upper, ANY_WORD, upper, ANY_WORD, upper];
  return isRead(upper, [upper]) && isRead(everywhere.join(" "), everywhere);
}

/** Whether a word with its dot is a title in front of a name, and nothing of it is left: "Hj." */
export function isFrontTitle(word: string): boolean {
  return RESTS.every((rest) => isRead(`${word} ${rest.join(" ")}`, rest));
}

/** Whether a word with its dot is the first word of a name, written short: "M." */
export function isShortWord(word: string): boolean {
  return RESTS.every((rest) => isRead(`${word} ${rest.join(" ")}`, [lettersOf(word), ...rest], FIRST_SHORT));
}

/** The letters of a word with its dot, as they stand in the name. */
function lettersOf(word: string): string {
  return word.slice(0, -1).toUpperCase();
}

/** What may stand behind the first word of a name. */
const RESTS = [[ANY_WORD], [ANY_WORD, ANY_WORD]];
const FIRST_SHORT = 1;

/** Whether what stands behind a name, from its first comma on, is titles and nothing else: ", S.Pd., M.Si." */
export function isPlainTail(tail: string): boolean {
  const words = [ANY_WORD, ANY_WORD];
  return isAscii(tail) && tidy(tail) === tail && isRead(words.join(" ") + tail, words);
}

/** Whether several words could be one title written apart ("S PD I"), by their letters. */
export function canBeTitle(letters: number): boolean {
  return letters <= LONGEST_BACK_TITLE;
}

/** Whether two plain words are kept as they are at the end of a longer name. */
export function isPlainEnd(end: string): boolean {
  const upper = end.toUpperCase();
  return isRead(`${ANY_WORD} ${upper}`, [ANY_WORD, upper]);
}

function isRead(name: string, expected: readonly string[], short = 0): boolean {
  const { words, shortened, doubtful, alias } = cleanName(name);
  return words.join(" ") === expected.join(" ") && shortened === short && doubtful === 0 && alias === null;
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
