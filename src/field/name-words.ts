/**
 * How two words of names relate. Letters are compared by sound and by edits, and a shortened word is compatible with the
 * long one, not equal to it.
 */
import { editDistanceWithin, isTransposition } from "../text/distance.ts";
import { soundsAlike } from "../text/sound.ts";

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

/** Whether a word is the beginning of a longer one at which it was written short. */
function isBeginningOf(short: string, dotted: boolean, long: string): boolean {
  return (dotted || short.length === 1) && short.length < long.length && long.startsWith(short);
}

/** Two letters the other way round are a slip in shorter words than another letter is (Rsi Wahyuni). */
const SHORTEST_SWAPPED = 3;

/**
 * One or two letters off, in words long enough that this is a slip and not another name: Hasan and Husin are
 * twins, not a typing error.
 */
function isTypo(a: string, b: string): boolean {
  if (a.length >= SHORTEST_SWAPPED && isTransposition(a, b)) return true;
  const limit = lettersOff(a.length, b.length);
  return limit > 0 && editDistanceWithin(a, b, limit) <= limit;
}

/**
 * How many letters may be others in words so long. Two where both are long: what is added to a short name makes
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
export function relateTexts(a: string, firstOfA: string, b: string, firstOfB: string): number {
  if (a === b) return SAME;
  if (soundsAlike(a, b)) return SPELLING;
  return soundAlikeWrittenOut(a, firstOfA, b, firstOfB) ? ABBREVIATED : UNRELATED;
}
