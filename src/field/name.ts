/**
 * Indonesian personal names: an ordered list of words, never first and last name. Most people have no family
 * name, one word is a full name, and so is one letter (domain.md §3.1).
 *
 * Cleaning takes off what is not the name (titles, punctuation, bin/binti, an alias after "alias" or in
 * brackets); comparing names the way two names differ. Letters are compared by sound and by edits, and a
 * shortened word is compatible with the long one, not equal to it.
 */
import { editDistanceWithin, isTransposition } from "../text/distance.ts";
import { foldLetters } from "../text/fold.ts";
import { initialGroup, soundKey, soundsAlike } from "../text/sound.ts";
import type { Level } from "./level.ts";
import { type WrittenWord, withoutTitles } from "./name-titles.ts";

/** A name of words of any kind: letters, or the numbers that stand for them in a roster. */
export interface NameOf<W> {
  /** Words of the name in order; empty when there is none. */
  readonly words: readonly W[];
  /** Bit i is set when word i was written short, with a dot: "Abd." */
  readonly shortened: number;
  /** How many of the last words may be an unmarked title ("RATNA DEWI SE"). */
  readonly doubtful: number;
  /** A second name: after "alias" or in brackets; null for nearly everybody. */
  readonly alias: readonly W[] | null;
}

/** A name in letters A–Z. */
export type Name = NameOf<string>;

export const NO_NAME: Name = { words: [], shortened: 0, doubtful: 0, alias: null };

/** From nearest to farthest; positions are stored in links. */
export const NAME_LEVELS = [
  { name: "missing", agreement: "missing", code: null },
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

export const NAME_LEVEL = Object.fromEntries(NAME_LEVELS.map((level, i) => [level.name, i])) as Readonly<
  Record<(typeof NAME_LEVELS)[number]["name"], number>
>;

/** Words kept per name; the longest recorded name has 70 letters, so more is a sentence, not a name. */
const MAX_WORDS = 8;
const PATRONYMIC = new Set(["BIN", "BINTI", "BINTE", "BT", "BTE", "BN", "BNT"]);
const ALIAS = new Set(["ALIAS", "ALS"]);
const EMPTY = new Set(["NULL", "NIHIL", "KOSONG", "NA"]);

/** Cleans one cell; an empty, dash or placeholder cell gives a name without words. */
export function cleanName(text: string): Name {
  if (text.length === 0) return NO_NAME;
  const folded = foldLetters(text);
  const pieces: WrittenWord[][] = [[]];
  const bracketed: string[] = [];
  let depth = 0;
  /** Letters of the word in front of its last apostrophe, and where the others begin. */
  let before = "";
  let start = 0;
  for (let i = 0; i <= folded.length; i++) {
    const code = i === folded.length ? 0x20 : folded.charCodeAt(i);
    if (code >= 65 && code <= 90) continue;
    const letters = before + folded.slice(start, i);
    start = i + 1;
    if (isApostrophe(code)) {
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
  let alias: string[] | null = bracketed.length > 0 ? bracketed : null;
  const aliasAt = words.findIndex((word, i) => i > 0 && i < words.length - 1 && ALIAS.has(word));
  if (aliasAt > 0) {
    alias = words.slice(aliasAt + 1);
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

/** How one word relates to another; smaller is nearer. */
export const SAME = 0;
export const SPELLING = 1;
export const ABBREVIATED = 2;
export const TYPO = 3;
export const UNRELATED = 4;

/**
 * Short forms that are not a mere beginning of the long word, or that stand for several (domain.md §3.3 and the
 * kept elements of §3.2). Keys as written, values as sound keys of what they stand for.
 */
const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
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
    KT: ["KETUT"],
    KD: ["KADEK"],
    KM: ["KOMANG"],
    PT: ["PUTU"],
    GD: ["GEDE"],
    DT: ["DATUK"],
    BQ: ["BAIQ"],
    COK: ["COKORDA"],
    TK: ["TEUKU"],
  }).map(([short, long]) => [short, long.map(soundKey)]),
);

/** True for a word that may stand for longer ones of which it is no mere beginning. */
export function isShortForm(word: string): boolean {
  return SHORT_FORMS.has(word);
}

/** Characters on the narrowest form: a name that fills it may have been cut off there (domain.md §3.4). */
export const TRUNCATION_LENGTH = 20;

function isShortFor(short: string, dotted: boolean, long: string): boolean {
  if (short.length >= long.length) return false;
  const forms = SHORT_FORMS.get(short);
  if (forms?.includes(soundKey(long))) return true;
  if (!long.startsWith(short)) return false;
  return short.length === 1 || dotted;
}

/** Two short forms of one word: Moch. and Muh. */
function areShortForOne(a: string, b: string): boolean {
  const forms = SHORT_FORMS.get(a);
  return forms !== undefined && SHORT_FORMS.get(b)?.some((form) => forms.includes(form)) === true;
}

/**
 * One or two letters off, in words long enough that this is a slip and not another name: Hasan and Husin are
 * twins, not a typing error.
 */
function isTypo(a: string, b: string): boolean {
  const limit = lettersOff(Math.max(a.length, b.length));
  if (limit === 0) return false;
  if (isTransposition(a, b)) return true;
  return editDistanceWithin(a, b, limit) <= limit;
}

/** How many letters may be wrong in a word so long. */
export function lettersOff(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : 2;
}

export function relateWords(a: string, b: string, aDotted: boolean, bDotted: boolean): number {
  if (a === b) return SAME;
  if (soundsAlike(a, b)) return SPELLING;
  if (isShortFor(a, aDotted, b) || isShortFor(b, bDotted, a) || areShortForOne(a, b)) return ABBREVIATED;
  return isTypo(a, b) ? TYPO : UNRELATED;
}

/** How words of one kind are read and compared; equal words are `===`. */
export interface Wording<W> {
  letters(word: W): string;
  /** How many letters. */
  length(word: W): number;
  /** Words that differ in it do not sound alike. */
  initial(word: W): number;
  /** As `relateWords`. */
  relate(a: W, b: W, aDotted: boolean, bDotted: boolean): number;
}

const LETTERS: Wording<string> = {
  letters: (word) => word,
  length: (word) => word.length,
  initial: initialGroup,
  relate: relateWords,
};

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
  return compareNames(roster, source, LETTERS);
}

/** The same of names whose words are of any kind. */
export function compareNames<W>(roster: NameOf<W>, source: NameOf<W>, by: Wording<W>): NameComparison {
  if (roster.words.length === 0 || source.words.length === 0) return { level: 0, relations: [] };
  let best = compareWords(roster.words, roster.shortened, source.words, source.shortened, by);
  if (best.level === NAME_LEVEL.exact) return best;
  if (roster.doubtful > 0 || source.doubtful > 0) {
    for (let r = 0; r <= roster.doubtful; r++) {
      for (let s = 0; s <= source.doubtful; s++) {
        if (r === 0 && s === 0) continue;
        const words = roster.words.slice(0, roster.words.length - r);
        const reading = compareWords(
          words,
          roster.shortened,
          source.words.slice(0, source.words.length - s),
          source.shortened,
          by,
        );
        if (reading.level < best.level) best = reading;
      }
    }
  }
  if (best.level >= NAME_LEVEL.partial && (roster.alias !== null || source.alias !== null)) {
    const nearer = compareAliases(roster, source, by);
    // the other name is a name of this person, but the roster writes more than the document does
    if (nearer.level < NAME_LEVEL.partial)
      best = { level: NAME_LEVEL.extra_word, relations: nearer.relations };
  }
  return best;
}

/** The nearest reading in which one side at least goes by its second name. */
function compareAliases<W>(roster: NameOf<W>, source: NameOf<W>, by: Wording<W>): NameComparison {
  // the words of the roster's first name take no part in the agreement of its second
  const unmatched = roster.words.map(() => UNRELATED);
  let nearest: NameComparison = { level: NAME_LEVEL.different, relations: unmatched };
  const read = (words: readonly W[] | null, other: readonly W[] | null): void => {
    if (words === null || other === null) return;
    const { level, relations } = compareWords(words, 0, other, 0, by);
    if (level < nearest.level) nearest = { level, relations: words === roster.words ? relations : unmatched };
  };
  read(roster.words, source.alias);
  read(roster.alias, source.words);
  read(roster.alias, source.alias);
  return nearest;
}

/** Relations of every word of a name to every word of another; as large as the longest names need. */
let related = new Uint8Array(MAX_WORDS * MAX_WORDS);
const NOBODY = -1;

function compareWords<W>(
  roster: readonly W[],
  rosterShort: number,
  source: readonly W[],
  sourceShort: number,
  by: Wording<W>,
): NameComparison {
  const n = roster.length;
  const m = source.length;
  if (areEqual(roster, source)) return { level: NAME_LEVEL.exact, relations: new Array(n).fill(SAME) };
  const rosterLetters = letterCount(roster, by);
  const sourceLetters = letterCount(source, by);
  if (rosterLetters === sourceLetters && joined(roster, by) === joined(source, by))
    return { level: NAME_LEVEL.spacing, relations: new Array(n).fill(SAME) };

  if (n * m > related.length) related = new Uint8Array(n * m);
  // bit r is set when some two words relate by r
  let found = 0;
  for (let i = 0; i < n; i++) {
    const dotted = ((rosterShort >> i) & 1) === 1;
    for (let j = 0; j < m; j++) {
      const relation = by.relate(roster[i]!, source[j]!, dotted, ((sourceShort >> j) & 1) === 1);
      related[i * m + j] = relation;
      found |= 1 << relation;
    }
  }
  const relations: number[] = [];
  const partner: number[] = [];
  for (let i = 0; i < n; i++) {
    relations.push(UNRELATED);
    partner.push(NOBODY);
  }
  let taken = 0;
  let matched = 0;
  for (let relation = SAME; relation <= TYPO; relation++) {
    if (((found >> relation) & 1) === 0) continue;
    for (let i = 0; i < n; i++) {
      if (partner[i] !== NOBODY) continue;
      // the word in the same place first, so that repeated words do not count as reordered
      for (let step = 0; step < m; step++) {
        const j = (i + step) % m;
        if (((taken >> j) & 1) === 1 || related[i * m + j] !== relation) continue;
        partner[i] = j;
        relations[i] = relation;
        taken |= 1 << j;
        matched++;
        break;
      }
    }
  }
  let left = n - matched;
  let missing = m - matched;
  let closedUp = NAME_LEVEL.exact as number;
  if (
    left > 0 &&
    missing > 0 &&
    (left !== missing || left > 1) &&
    // what begins otherwise cannot sound the same
    by.initial(roster[partner.indexOf(NOBODY)]!) === by.initial(source[firstFree(taken)]!)
  ) {
    const rest = joined(roster, by, (i) => partner[i] === NOBODY);
    const wanted = joined(source, by, (j) => ((taken >> j) & 1) === 0);
    if (rest === wanted || soundKey(rest) === soundKey(wanted)) {
      closedUp = rest === wanted ? NAME_LEVEL.spacing : NAME_LEVEL.spelling;
      for (let i = 0; i < n; i++) if (partner[i] === NOBODY) relations[i] = rest === wanted ? SAME : SPELLING;
      left = 0;
      missing = 0;
    }
  }
  const shorter = Math.min(rosterLetters + n, sourceLetters + m) - 1;
  if ((left > 0 || missing > 0) && shorter >= TRUNCATION_LENGTH && isTruncated(roster, source, by))
    return { level: NAME_LEVEL.abbreviated, relations };
  let typos = 0;
  let shortened = 0;
  let spelled = 0;
  let solid = 0;
  let reordered = false;
  let last = -1;
  for (let i = 0; i < n; i++) {
    const relation = relations[i]!;
    if (relation === UNRELATED) continue;
    if (relation === TYPO) typos++;
    else if (relation === ABBREVIATED) shortened++;
    else {
      solid++;
      if (relation === SPELLING) spelled++;
    }
    if (partner[i]! >= 0) {
      if (partner[i]! < last) reordered = true;
      last = partner[i]!;
    }
  }
  return { level: levelOf(), relations };

  function levelOf(): number {
    if (left > 0 || missing > 0) {
      if (solid === 0)
        return typos > 0 && (left === 0 || missing === 0) ? NAME_LEVEL.partial : NAME_LEVEL.different;
      if ((left > 0 && missing > 0) || typos > 0) return NAME_LEVEL.partial;
      return left > 0 ? NAME_LEVEL.extra_word : NAME_LEVEL.missing_word;
    }
    if (typos > 1) return NAME_LEVEL.partial;
    if (typos === 1) return NAME_LEVEL.typo;
    if (shortened > 0) return NAME_LEVEL.abbreviated;
    if (spelled > 0) return NAME_LEVEL.spelling;
    if (closedUp !== NAME_LEVEL.exact) return closedUp;
    return reordered ? NAME_LEVEL.order : NAME_LEVEL.exact;
  }
}

function areEqual<W>(a: readonly W[], b: readonly W[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Position of the lowest bit that is not set; of a second name longer than the bits of a number, the last one. */
function firstFree(taken: number): number {
  let at = 0;
  while (at < LAST_BIT && ((taken >> at) & 1) === 1) at++;
  return at;
}
const LAST_BIT = 31;

function letterCount<W>(words: readonly W[], by: Wording<W>): number {
  let count = 0;
  for (let i = 0; i < words.length; i++) count += by.length(words[i]!);
  return count;
}

/** The letters of the words that are wanted, with spaces closed up. */
function joined<W>(words: readonly W[], by: Wording<W>, isWanted = (_: number) => true): string {
  let text = "";
  for (let i = 0; i < words.length; i++) if (isWanted(i)) text += by.letters(words[i]!);
  return text;
}

/**
 * A name that fills a form, of which a form or an old system cut off the end within a word: where whole words are
 * gone, words are missing. Spaces take up room on a form as well.
 */
function isTruncated<W>(a: readonly W[], b: readonly W[], by: Wording<W>): boolean {
  // the way out for strangers: where one word is not all there is, the first is whole
  if (a.length > 1 && b.length > 1 && a[0] !== b[0]) return false;
  const lineA = a.map((word) => by.letters(word)).join(" ");
  const lineB = b.map((word) => by.letters(word)).join(" ");
  const [shorter, longer] = lineA.length < lineB.length ? [lineA, lineB] : [lineB, lineA];
  return longer.startsWith(shorter) && longer[shorter.length] !== " ";
}
