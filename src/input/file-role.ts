/**
 * What a table could be: the roster, or which of the sources cocok knows by name. It goes by the words of the file's
 * name and by the columns it has. A guess is for a person to confirm: where name and content do not agree, or
 * neither tells, it says so and chooses nothing.
 */
import type { BuiltInSource } from "../config/sources.ts";
import { foldWords } from "../text/fold.ts";
import type { Understanding } from "./understanding.ts";

/** `answers` of Dukcapil are known by their cells alone: whoever opens the table as anything else is refused. */
export type GuessedRole = "roster" | "answers" | BuiltInSource;

export interface RoleGuess {
  readonly role: GuessedRole;
  readonly by: "name" | "content" | "both";
}

/** Why nothing was chosen: neither name nor columns tell; the name tells several; the columns tell otherwise. */
export type RoleDoubt =
  | { readonly doubt: "untold" }
  | { readonly doubt: "several"; readonly named: readonly GuessedRole[] }
  | { readonly doubt: "contrary"; readonly named: GuessedRole; readonly told: GuessedRole };

/** Words of a file's name. A list of people of any kind may be called "daftar": that alone weighs less. */
const NAME_WORDS: Readonly<Record<BuiltInSource, ReadonlySet<string>>> = {
  dukcapil: new Set(["DUKCAPIL", "DISDUKCAPIL", "KEPENDUDUKAN", "SIAK", "BIP"]),
  ktp: new Set(["KTP", "EKTP", "KTPEL"]),
  ijazah: new Set(["IJAZAH", "IJASAH", "DIPLOMA", "STTB"]),
  bkn: new Set(["BKN"]),
};
const ROSTER_WORDS: ReadonlySet<string> = new Set(
  "DAFTAR ROSTER PEGAWAI TENAGA HONORER HONOR NONASN ASN THL PTT OPD SKPD STAFF".split(" "),
);

/** Dukcapil's own column names (domain.md §8), which nobody else writes with an underscore. */
const DUKCAPIL_HEADERS: ReadonlySet<string> = new Set(["NAMA_LGKP", "TMPT_LHR", "TGL_LHR", "JENIS_KLMIN"]);
const SCHOOL =
  /\b(SEKOLAH|UNIVERSITAS|PERGURUAN TINGGI|(NO|NOMOR|SERI|TANGGAL|TGL|TAHUN) IJAZAH|LULUS|STTB)\b/;
const WORK = /\b(JABATAN|TUGAS|FORMASI|TMT|SK|GAJI)\b/;

/** @param name of the file, without its folder */
export function guessRole(name: string, understanding: Understanding): RoleGuess | RoleDoubt {
  const named = rolesByName(name);
  const told = roleByColumns(understanding);
  if (named.length > 1) return { doubt: "several", named };
  const [role] = named;
  if (role === undefined) return told === null ? { doubt: "untold" } : { role: told, by: "content" };
  if (told === role) return { role, by: "both" };
  // lists of any kind name offices and jobs, so a source may well look like a roster
  return told === null || told === "roster" ? { role, by: "name" } : { doubt: "contrary", named: role, told };
}

function rolesByName(name: string): GuessedRole[] {
  const words = foldWords(name).split(" ");
  const sources = (Object.keys(NAME_WORDS) as BuiltInSource[]).filter((source) =>
    words.some((word) => NAME_WORDS[source].has(word)),
  );
  if (sources.length > 0) return sources;
  return words.some((word) => ROSTER_WORDS.has(word)) ? ["roster"] : [];
}

function roleByColumns({ columns, unusedHeaders }: Understanding): GuessedRole | null {
  const headers = [...columns.map(({ header }) => header), ...unusedHeaders];
  if (headers.some((header) => DUKCAPIL_HEADERS.has(header.trim().toUpperCase()))) return "dukcapil";
  const has = (pattern: RegExp): boolean => unusedHeaders.some((header) => pattern.test(foldWords(header)));
  if (columns.some(({ field }) => field === "unit") || has(WORK)) return "roster";
  return has(SCHOOL) ? "ijazah" : null;
}
