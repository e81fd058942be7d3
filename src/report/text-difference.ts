/**
 * Which letters and digits of two texts differ. Upper and lower case, accents and punctuation are no difference.
 *
 * Deterministic, and at most O(n·m) for texts of bounded length.
 */
import { cleanName } from "../field/name.ts";
import { foldLetters } from "../text/fold.ts";
import { type Marked, pieces, type Stretch } from "./pieces.ts";

/** A letter or digit to be compared. */
interface Sign extends Stretch {
  /** It, folded; `GAP` between two words. */
  readonly key: string;
}

const GAP = " ";
/** Beyond this many letters on both sides nothing is aligned: no name is that long, and hostile cells must not cost. */
const LONGEST = 160;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const DIGIT = /^\p{N}/u;
const APOSTROPHES = new Set(["'", "`", "\u2019", "\u2018", "\u00b4", "\u02bc"]);

/**
 * Marks the letters and digits in which two texts differ. Where only the parting into words differs, the letters on
 * both sides of the gap are marked, since a space cannot be seen.
 */
export function markDifference(roster: string, source: string): Marked {
  return markSigns(roster, signsOf(roster), source, signsOf(source));
}

/** The same of two names as people write them: only the words that are the name count. */
export function markNames(roster: string, source: string): Marked {
  return markSigns(roster, nameSigns(roster), source, nameSigns(source));
}

function markSigns(
  roster: string,
  rosterSigns: readonly Sign[],
  source: string,
  sourceSigns: readonly Sign[],
): Marked {
  const { inRoster, inSource } = align(rosterSigns, sourceSigns);
  return { roster: pieces(roster, rosterSigns, inRoster), source: pieces(source, sourceSigns, inSource) };
}

/** The letters and digits of a text, with a gap wherever two letters are parted by anything but an apostrophe. */
function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  let gapFrom = -1;
  let at = 0;
  for (const character of text) {
    const start = at;
    at += character.length;
    const key = foldLetters(character);
    if (!LETTER_OR_DIGIT.test(key)) {
      // accents and invisible marks fold to nothing and part no words
      if (key !== "" && !APOSTROPHES.has(character) && gapFrom < 0) gapFrom = start;
      continue;
    }
    const before = signs.at(-1);
    // digits are written with and without spaces and points at will
    if (gapFrom >= 0 && before !== undefined && !DIGIT.test(before.key) && !DIGIT.test(key)) {
      signs.push({ key: GAP, start: gapFrom, end: start });
    }
    gapFrom = -1;
    signs.push({ key, start, end: at });
  }
  return signs;
}

/** The signs of those words that are the name; titles, `bin` and what stands in brackets are left out. */
function nameSigns(text: string): Sign[] {
  const words: Sign[][] = [[]];
  for (const sign of signsOf(text)) {
    if (sign.key === GAP) words.push([]);
    else words.at(-1)!.push(sign);
  }
  const { words: name } = cleanName(text);
  const kept: Sign[] = [];
  let next = 0;
  for (const word of words) {
    if (next === name.length || word.map((sign) => sign.key).join("") !== name[next]) continue;
    const last = kept.at(-1);
    if (last !== undefined) kept.push({ key: GAP, start: last.end, end: word[0]!.start });
    kept.push(...word);
    next++;
  }
  return next === name.length ? kept : signsOf(text);
}

interface Alignment {
  /** For every sign whether it differs. */
  readonly inRoster: readonly boolean[];
  readonly inSource: readonly boolean[];
}

function align(roster: readonly Sign[], source: readonly Sign[]): Alignment {
  const partners = pairUp(roster, source);
  const sourcePartners: number[] = new Array(source.length).fill(-1);
  for (const [i, partner] of partners.entries()) if (partner >= 0) sourcePartners[partner] = i;
  const inRoster = partners.map((partner) => partner < 0);
  const inSource = sourcePartners.map((partner) => partner < 0);
  if (!isNumberOfOneLength(roster, source)) {
    for (const [i, partner] of partners.entries()) {
      if (partner < 0 || !isLonely(inRoster, i) || !isLonely(inSource, partner)) continue;
      inRoster[i] = true;
      inSource[partner] = true;
    }
  }
  markGaps(roster, partners, inRoster, inSource);
  markGaps(source, sourcePartners, inSource, inRoster);
  return { inRoster, inSource };
}

/** A single agreeing letter between differing ones agrees by chance. */
function isLonely(differs: readonly boolean[], at: number): boolean {
  return differs[at - 1] === true && differs[at + 1] === true;
}

/** A gap that the other side lacks, between letters that agree: the letters next to it show it, on both sides. */
function markGaps(
  signs: readonly Sign[],
  partners: readonly number[],
  differs: boolean[],
  otherDiffers: boolean[],
): void {
  const gaps = signs.flatMap(({ key }, at) =>
    key === GAP && differs[at] && !differs[at - 1] && !differs[at + 1] ? [at] : [],
  );
  for (const gap of gaps) {
    for (const neighbour of [gap - 1, gap + 1]) {
      differs[neighbour] = true;
      otherDiffers[partners[neighbour]!] = true;
    }
  }
}

/** For every sign of the roster the place of the sign of the source that it is, -1 where there is none. */
function pairUp(roster: readonly Sign[], source: readonly Sign[]): number[] {
  const partners: number[] = new Array(roster.length).fill(-1);
  if (isNumberOfOneLength(roster, source)) {
    return partners.map((_, at) => (roster[at]!.key === source[at]!.key ? at : -1));
  }
  let start = 0;
  let rosterEnd = roster.length;
  let sourceEnd = source.length;
  while (start < rosterEnd && start < sourceEnd && roster[start]!.key === source[start]!.key) {
    partners[start] = start;
    start++;
  }
  while (
    rosterEnd > start &&
    sourceEnd > start &&
    roster[rosterEnd - 1]!.key === source[sourceEnd - 1]!.key
  ) {
    partners[--rosterEnd] = --sourceEnd;
  }
  const n = rosterEnd - start;
  const m = sourceEnd - start;
  if (n === 0 || m === 0 || n > LONGEST || m > LONGEST) return partners;

  // the least number of edits for every pair of beginnings, then the way back
  const width = m + 1;
  const costs = new Uint16Array((n + 1) * width);
  for (let j = 1; j <= m; j++) costs[j] = j;
  for (let i = 1; i <= n; i++) {
    costs[i * width] = i;
    for (let j = 1; j <= m; j++) {
      const kept =
        costs[(i - 1) * width + j - 1]! + replacing(roster[start + i - 1]!, source[start + j - 1]!);
      const fewer = Math.min(costs[(i - 1) * width + j]!, costs[i * width + j - 1]!) + 1;
      costs[i * width + j] = Math.min(kept, fewer);
    }
  }
  for (let i = n, j = m; i > 0 && j > 0; ) {
    const cost = costs[i * width + j]!;
    const edit = replacing(roster[start + i - 1]!, source[start + j - 1]!);
    if (cost === costs[(i - 1) * width + j - 1]! + edit) {
      i--;
      j--;
      if (edit === 0) partners[start + i] = start + j;
    } else if (cost === costs[(i - 1) * width + j]! + 1) i--;
    else j--;
  }
  return partners;
}

/** Two numbers of one length are compared place by place, as a person does with a finger on each. */
function isNumberOfOneLength(roster: readonly Sign[], source: readonly Sign[]): boolean {
  const isDigit = (sign: Sign) => DIGIT.test(sign.key);
  return roster.length === source.length && roster.every(isDigit) && source.every(isDigit);
}

function replacing(a: Sign, b: Sign): number {
  if (a.key === b.key) return 0;
  // a letter never stands for the end of a word
  return a.key === GAP || b.key === GAP ? 2 : 1;
}
