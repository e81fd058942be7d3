/**
 * Birth places. The same place is written in many ways (Lb. Linggau, Lubuklinggau, Kota Lubuk Linggau); a place
 * inside another (a sub-district and its regency) is a different answer, for the documents to settle. Knows no
 * gazetteer, but for towns whose names are so short that a slip is told from another place by nothing else, and never
 * turns one place into another.
 */
import { digitsOf, isDigit } from "../text/ascii.ts";
import { countOnes } from "../text/bits.ts";
import { editDistanceWithin, isTransposition } from "../text/distance.ts";
import { foldWords } from "../text/fold.ts";
import { isBlank } from "./blank.ts";
import { type Level, levelPositions } from "./level.ts";

export interface Place {
  /** Upper case, single spaces, no punctuation, without KAB., KOTA, KEC., DESA … in front; "" when there is none. */
  readonly value: string;
}

export const PLACE_LEVELS = [
  { name: "missing", agreement: "missing", code: null },
  { name: "exact", agreement: "same", code: null },
  { name: "spelling", agreement: "near", code: "birth_place.spelling" },
  { name: "different", agreement: "different", code: "birth_place.different" },
] as const satisfies readonly Level[];
export const PLACE_LEVEL = levelPositions(PLACE_LEVELS);

export const NO_PLACE: Place = { value: "" };

/** Words that say what kind of place follows. */
const MARKERS: ReadonlySet<string> = new Set([
  "ADM",
  "ADMINISTRASI",
  "DESA",
  "DI",
  "DKI",
  "DS",
  "DSN",
  "DUSUN",
  "KAB",
  "KABUPATEN",
  "KEC",
  "KECAMATAN",
  "KEL",
  "KELURAHAN",
  "KODYA",
  "KOTA",
  "KOTAMADYA",
  "PROP",
  "PROPINSI",
  "PROV",
  "PROVINSI",
]);

/** Of no place's name: "Palembang 30137". */
const POSTCODE = /(?:^| )\d{5}(?= |$)/g;

/** What a cut leaves of a character that takes two of what a length counts. */
const HALF_AT_END = /[\uD800-\uDBFF]$/;

/** What is longer is a sentence; cut, so that comparing two of them stays cheap. */
const LONGEST_NAME = 100;

/** Cleans one cell. */
export function cleanPlace(text: string): Place {
  if (isBlank(text)) return NO_PLACE;
  const folded = isFolded(text) ? text : foldWords(text);
  const value = withoutMarkers(folded.replace(POSTCODE, "").trimStart());
  if (value.length <= LONGEST_NAME) return { value };
  return { value: value.slice(0, LONGEST_NAME).replace(HALF_AT_END, "").trimEnd() };
}

/** True for text that folding would leave as it is: most registry extracts. */
function isFolded(text: string): boolean {
  let afterSpace = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20) {
      if (afterSpace) return false;
      afterSpace = true;
    } else {
      if (!((code >= 0x41 && code <= 0x5a) || isDigit(code))) return false;
      afterSpace = false;
    }
  }
  return !afterSpace;
}

/** A marker is dropped only while a word remains behind it. */
function withoutMarkers(folded: string): string {
  let start = 0;
  for (;;) {
    const first = folded.charCodeAt(start);
    // every marker begins with A, D, K or P
    if (first !== 0x41 && first !== 0x44 && first !== 0x4b && first !== 0x50) break;
    const end = folded.indexOf(" ", start);
    if (end < 0 || !MARKERS.has(folded.slice(start, end))) break;
    start = end + 1;
  }
  return start === 0 ? folded : folded.slice(start);
}

/** Position in `PLACE_LEVELS`. */
export function comparePlace(roster: Place, source: Place): number {
  const a = roster.value;
  const b = source.value;
  if (a === "" || b === "") return PLACE_LEVEL.missing;
  if (a === b) return PLACE_LEVEL.exact;
  if (
    isSpeltAlike(a, b) ||
    isAbbreviation(a, b) ||
    isAbbreviation(b, a) ||
    isExplained(a, b) ||
    isExplained(b, a)
  ) {
    return PLACE_LEVEL.spelling;
  }
  return PLACE_LEVEL.different;
}

/** Letters that two edits can put in or take away. */
const MOST_LETTERS_APART = 4;

/**
 * True when two different places surely differ, by their letters alone: neither has all the letters of the other, as
 * every shortened form has, and they differ in more than a slip.
 */
export function surelyDiffer(letters: number, others: number): boolean {
  const apart = letters ^ others;
  return (apart & letters) !== 0 && (apart & others) !== 0 && countOnes(apart) > MOST_LETTERS_APART;
}

/** Places that may be shortened or written in the old way, by other letters than they have: never told by letters. */
export function hasOwnSpelling(place: string): boolean {
  return OLD_SPELLING.test(place.replaceAll(" ", "")) || place.includes("SEI");
}

/** One wrong letter in a short word makes another word, so edits are allowed from these lengths on. */
const ONE_EDIT_FROM = 5;
/** Shorter ones are too many to tell apart. */
const SHORTEST_WORD = 4;
const TWO_EDITS_FROM = 9;

/**
 * Regencies and cities whose names are as near to each other as a slip of the pen, spaces left out: all pairs
 * that the two limits above would take for one place, computed over the names of Kepmendagri 300.2.2-2430/2025.
 */
const NEIGHBOURS: ReadonlySet<string> = new Set([
  "BADUNG BANDUNG",
  "BINJAI SINJAI",
  "MALUKUTENGAH MAMUJUTENGAH",
  "PURWAKARTA SURAKARTA",
  "SABANG SUBANG",
  "SUMBABARAT SUMBAWABARAT",
]);

/** Regencies, cities and provinces with names of four or five letters, of the same decree. */
const SHORT_TOWNS: ReadonlySet<string> = new Set(
  (
    "ACEH AGAM ALOR AMBON ASMAT BALI BARRU BATAM BATU BELU BERAU BIMA BLORA BOGOR BONE BUNGO BUOL BURU BUTON DAIRI " +
    "DEMAK DEPOK DOMPU DUMAI ENDE GARUT GOWA JAMBI KARO KAUR KUDUS LAHAT LEBAK LUWU MAPPI MAROS MEDAN METRO MUNA " +
    "NDUGA NGADA NGAWI NIAS PALU PAPUA PASER PATI PIDIE POSO RIAU SARMI SIAK SIGI SIKKA SOLOK TAPIN TEBO TEGAL TOBA " +
    "TUAL TUBAN WAJO"
  ).split(" "),
);

/** What a slip would make of them and is a place of its own: the sub-districts and villages of the decree, and Solo. */
const NEAR_SHORT_TOWNS: ReadonlySet<string> = new Set(
  (
    "AMBO BARU BATA BEAU BELLU BERA BERU BOEN BOGO BOOR BORA BUGO BULO DARI DEMA DUAI DUMA GADA GARU JABI KARU KUDU " +
    "LAHA LORA MAOS MARO MEDA METO NISA PAIT PATTI PAUL PLAU POSSO SAIK SAMI SARI SOLO"
  ).split(" "),
);

/** A word of four letters at least, short of one letter of a short town, or with one doubled or two of them swapped. */
function isSlipOf(town: string, written: string): boolean {
  if (written.length < SHORTEST_WORD || !SHORT_TOWNS.has(town) || NEAR_SHORT_TOWNS.has(written)) return false;
  if (written.length === town.length) return isTransposition(town, written);
  if (editDistanceWithin(town, written, 1) > 1) return false;
  return written.length < town.length || undoubled(written) === undoubled(town);
}

function undoubled(word: string): string {
  return word.replace(/(.)\1/g, "$1");
}

/** Equal once spaces and old spelling are folded, or a letter or two apart in a long enough name. */
function isSpeltAlike(a: string, b: string): boolean {
  const writtenA = a.replaceAll(" ", "");
  const writtenB = b.replaceAll(" ", "");
  if (writtenA === writtenB) return true;
  const joinedA = inModernSpelling(writtenA);
  const joinedB = inModernSpelling(writtenB);
  if (joinedA === joinedB) return true;
  const length = Math.min(joinedA.length, joinedB.length);
  if (length < ONE_EDIT_FROM) return isSlipOf(joinedA, joinedB) || isSlipOf(joinedB, joinedA);
  const edits = length < TWO_EDITS_FROM ? 1 : 2;
  if (!isTransposition(joinedA, joinedB) && editDistanceWithin(joinedA, joinedB, edits) > edits) return false;
  // Trikoyo 1 and Trikoyo 2 are two villages
  if (digitsOf(joinedA) !== digitsOf(joinedB)) return false;
  return !NEIGHBOURS.has(writtenA < writtenB ? `${writtenA} ${writtenB}` : `${writtenB} ${writtenA}`);
}

const OLD_SPELLING = /OE|TJ|DJ|NJ|SJ/;

/** Spelling of 1947 and before (domain.md §3.4); NJ is folded on both sides alike, so Banjar stays Banjar's equal. */
function inModernSpelling(joined: string): string {
  if (!OLD_SPELLING.test(joined)) return joined;
  return joined
    .replaceAll("OE", "U")
    .replaceAll("TJ", "C")
    .replaceAll("DJ", "J")
    .replaceAll("NJ", "NY")
    .replaceAll("SJ", "SY");
}

/** True when `short` shortens `long`: "LB LINGGAU", "OGAN KOM ILIR", "OKU", "PLG". */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length >= long.length || short.charCodeAt(0) !== long.charCodeAt(0)) return false;
  const space = short.indexOf(" ");
  if (space < 0) return long.includes(" ") ? isAcronym(short, long) : isConsonantCode(short, long);
  // the first word is short, what follows may be joined to it in the long form: P SIANTAR, PEMATANGSIANTAR;
  // a word that stands in the long form as it is shortens nothing: Ogan Ilir is not Ogan Komering Ilir
  const head = short.slice(0, space);
  if (!long.startsWith(`${head} `)) {
    const tail = short.slice(space + 1).replaceAll(" ", "");
    const joined = long.replaceAll(" ", "");
    if (joined.endsWith(tail) && shortens(head, joined.slice(0, -tail.length))) return true;
  }
  const shortWords = short.split(" ");
  const longWords = long.split(" ");
  return (
    shortWords.length === longWords.length &&
    shortWords.every((word, i) => word === longWords[i] || shortens(word, longWords[i]!))
  );
}

/** Initials or first syllables of several words: OKU, PALI, MURA (Musi Rawas), MUBA. */
function isAcronym(short: string, long: string): boolean {
  const words = long.split(" ");
  if (short.length === words.length) return words.every((word, i) => word[0] === short[i]);
  if (short.length === 2 * words.length)
    return words.join("").length > short.length && isSyllables(short, words);
  return isConsonantCode(short, long.replaceAll(" ", ""));
}

function isSyllables(short: string, words: readonly string[]): boolean {
  return words.every((word, i) => word.startsWith(short.slice(2 * i, 2 * i + 2)));
}

/** Plate-like codes: PLG, JKT, SBY. A short word with vowels is a name of its own (Bali is not Balikpapan). */
function isConsonantCode(short: string, long: string): boolean {
  return short.length === 3 && !/[AEIOU]/.test(short) && shortens(short, long);
}

/** Letters of a shortened word; a longer one is read as a word of its own. */
const LONGEST_SHORT_WORD = 4;

/** True when `short` keeps the first letter of `long` and some of the others in their order: LB of LUBUK. */
function shortens(short: string, long: string): boolean {
  if (short === "SEI" && long === "SUNGAI") return true;
  if (short.length > LONGEST_SHORT_WORD || short.length >= long.length || short[0] !== long[0]) return false;
  let at = 0;
  for (let i = 0; i < short.length; i++) {
    at = long.indexOf(short[i]!, at);
    if (at < 0) return false;
    at++;
  }
  return true;
}

/** True when `long` is `short` and what it belongs to: MUARA BELITI KAB MUSI RAWAS. */
function isExplained(short: string, long: string): boolean {
  if (long.length <= short.length + 1 || !long.startsWith(short) || long[short.length] !== " ") return false;
  const end = long.indexOf(" ", short.length + 1);
  return end > 0 && MARKERS.has(long.slice(short.length + 1, end));
}
