/**
 * What a source says about a person in its status column: Dukcapil's record codes and BKN's words (domain.md §5).
 * Reads the text only; what follows from it is for the findings to say.
 */
import type { ListingRules } from "../config/plan.ts";
import { foldWords } from "../text/fold.ts";

/**
 * "" where the source says nothing against the person. `not_registered`: a row that stands for the answer "not in
 * our data", not for a person.
 */
export const STATUSES = ["", "deceased", "double", "inactive", "blocked", "not_registered"] as const;
export type Status = (typeof STATUSES)[number];

/**
 * "" also for texts that say nothing known ("Honorer").
 * @param longest letters: longer texts are remarks
 */
export function readStatus(text: string, longest = LONGEST_STATUS): Status {
  return lookUp(text, longest) ?? "";
}

/** How one source's status column is read: null for a text that says nothing known. */
export type StatusReader = (text: string) => Status | null;

/** Reads what is known of statuses anyway. */
export function readKnownStatus(text: string): Status | null {
  return foldWords(text) === "" ? "" : lookUp(text, LONGEST_STATUS);
}

/** The reader of a listing for which the configuration names texts of its own: they come before those known anyway. */
export function statusReader({ blocked, registered }: ListingRules): StatusReader {
  if (blocked.length === 0 && registered.length === 0) return readKnownStatus;
  const own = new Map<string, Status>();
  for (const text of blocked) own.set(foldWords(text), "blocked");
  for (const text of registered) own.set(foldWords(text), "");
  return (text) => own.get(foldWords(text)) ?? readKnownStatus(text);
}

/** Whether the text is known as a record's status, good or bad. */
export function isStatusText(text: string): boolean {
  return !isMaritalStatus(text) && lookUp(text, LONGEST_STATUS) !== null;
}

/** Whether the text says if somebody is married and nothing else: "KAWIN", "4 - CERAI MATI". */
export function isMaritalStatus(text: string): boolean {
  return MARITAL.test(foldWords(text));
}

function lookUp(text: string, longest: number): Status | null {
  const said = text.replace(DENIED_QUESTION, "TIDAK $1");
  const words = foldWords(said);
  if (words === "" || words.length > longest) return null;
  const code = LEADING_CODE.exec(words);
  if (code !== null) {
    const known = BY_CODE.get(code[1]!);
    if (known !== undefined || code[2] === "") return known ?? null;
  }
  return byWords(words, foldWords(said.toUpperCase().replace(HARMLESS, " ")));
}

/** "MENINGGAL? Tidak", "Status aktif: belum", "Ganda (tidak)": what was asked is denied, up to the next mark. */
const DENIED_QUESTION =
  /\b(?:(?:APAKAH|STATUS|SUDAH|TELAH)\s+)*(\p{L}[\p{L}\s-]*?)(?:\s*[?:=(]+\s*|\s+-\s+)(?:TIDAK(?:\s+ADA)?|TDK|BUKAN|BELUM|BLM|NIHIL|NOT?|N|0)(?=\s*(?:$|[,;.|)/]))/giu;

/** Of an ordinary status. */
const LONGEST_STATUS = 80;
/** `14`, `14 - NONAKTIF`, `KODE 14`. */
const LEADING_CODE = /^(?:KODE |CODE |RC )?(\d{1,3})(?: |$)(.*)$/;

/** Dukcapil's result codes: 11 deceased, 12 double, 13 not in the database, 14 inactive, 15 not a NIK. */
const BY_CODE: ReadonlyMap<string, Status> = new Map([
  ["11", "deceased"],
  ["12", "double"],
  ["13", "not_registered"],
  ["14", "inactive"],
  ["15", "not_registered"],
]);

/** The four states of an identity card and their other names, after a code where there is one. */
const MARITAL = new RegExp(
  "^(?:\\d+ )?(?:(?:STATUS|BELUM|BLM|SUDAH|TIDAK|TDK|PERNAH) )*" +
    "(?:(?:KAWIN|MENIKAH|NIKAH|CERAI|JANDA|DUDA|LAJANG|BUJANG|GADIS|SINGLE|MARRIED|DIVORCED|WIDOW(?:ED|ER)?)\\b ?)+" +
    "(?:(?:DITINGGAL|HIDUP|MATI|BELUM|BLM|TIDAK|TDK|TERCATAT)\\b ?)*$",
);

/**
 * Words that sound bad and are not: denied of this person ("tidak ditolak"), or said of the one he or she was married
 * to ("cerai mati", "janda mati"). Looked for in the text as written: across a mark nothing is denied ("valid: tidak,
 * NIK ganda").
 */
const HARMLESS = new RegExp(
  "\\b(?:TIDAK|TDK|BELUM|BLM|BUKAN|NOT)\\s+(?:(?:PERNAH|TERMASUK|MASUK|ADA|DATA|NIK)\\s+)*" +
    "(?:(?:(?:DI|TER)\\s?)?(?:BLOKIR|TOLAK)|BTS|TMS|BLOCKED|REJECTED|MENINGGAL|MATI|WAFAT|DECEASED|" +
    "ALM(?:ARHUM)?(?:AH)?|GANDA|DUPLIKAT|DOUBLE|DUPLICATE|NON[\\s-]?AKTIF)\\b" +
    "|\\b(?:CERAI|JANDA|DUDA)\\s+(?:DI\\s?TINGGAL\\s+)?(?:MENINGGAL|MATI)\\b",
  "g",
);

/** The first that holds wins: what is negated ("tidak terdaftar", "non aktif") stands before what it negates. */
const BY_WORDS: readonly (readonly [RegExp, Status])[] = [
  [
    /\b(TIDAK|TDK|BELUM|BLM|BUKAN|NOT) (DI ?TEMUKAN|TER ?DAFTAR|TERDATA|TERDAPAT|ADA|FOUND|REGISTERED)\b/,
    "not_registered",
  ],
  [/\bMENINGGAL|\bMATI\b|\bWAFAT\b|\bALM(ARHUM)?(AH)?\b|\bALMH\b|\bDECEASED\b/, "deceased"],
  [/\bGANDA\b|\bDUPLIKAT\b|\bDOUBLE\b|\bDUPLICATE\b/, "double"],
  [/\bNON ?AKTIF\b|\b(TIDAK|TDK) AKTIF\b|\bIN ?ACTIVE\b/, "inactive"],
  [/\b(DI)?BLOKIR\b|\bTERBLOKIR\b|\b(DI)?TOLAK\b|\bBTS\b|\bTMS\b|\bBLOCKED\b|\bREJECTED\b/, "blocked"],
  // BKN's own word for sending somebody back is "tidak sesuai": the good words below must not hear only half of it
  [
    /\b(TIDAK|TDK|BELUM|BLM|BUKAN|NOT) (SESUAI|VALID|OK|MS|MEMENUHI|LULUS|LOLOS|BERLAKU|LENGKAP|COCOK|PADAN|DITERIMA|DISETUJUI)\b/,
    "blocked",
  ],
  // BKN's categories of those who are in its database; R4 is not
  [/^R[23]\b/, ""],
  // whoever nobody has looked at yet is neither well nor in the way
  [/(?<!\b(?:BELUM|BLM|TIDAK|TDK|NOT) )\b(?:(?:TER|DI)VERIFIKASI|VERIFIED)\b/, ""],
  [/\b(MEMENUHI SYARAT|LULUS|LOLOS|DITERIMA|DISETUJUI|APPROVED)\b/, ""],
  [/\b(TERDAFTAR|TERDATA|AKTIF|DITEMUKAN|OK|VALID|SESUAI|COCOK|PADAN|MS|ACTIVE)\b/, ""],
];

/** @param telling the words without those that are harmless */
function byWords(words: string, telling: string): Status | null {
  for (const [pattern, status] of BY_WORDS) if (pattern.test(telling)) return status;
  return telling !== words || MARITAL.test(words) ? "" : null;
}
