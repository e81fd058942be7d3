/**
 * The tables that lie in a folder and what each could be. It looks at the head of every file and into no folder
 * below.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { isPassing } from "../config/file-pattern.ts";
import type { IdentifierKind } from "../field/identifier.ts";
import { type Problem, Trouble, trouble } from "../trouble.ts";
import { guessRole, type RoleDoubt, type RoleGuess } from "./file-role.ts";
import { openTable, type Understanding } from "./table.ts";

export interface FolderFile {
  /** Without the folder. */
  readonly name: string;
  /** What it could be, why that is not clear, or what stands in the way of reading it. */
  readonly guess: RoleGuess | RoleDoubt | readonly Problem[];
  /** The kind of identifier it has; null where none was found. */
  readonly identifier: IdentifierKind | null;
}

const TABLE = /\.(csv|tsv|txt|xlsx)$/i;

/**
 * The files of a folder in the order of their names.
 * @param asOf reference date, yyyymmdd
 * @throws Trouble folder_unreadable, folder_without_tables; facts: file, the folder; the signal's reason
 */
export async function lookIntoFolder(
  folder: string,
  asOf: number,
  signal: AbortSignal,
): Promise<readonly FolderFile[]> {
  const files: FolderFile[] = [];
  for (const name of await tableNames(folder)) {
    signal.throwIfAborted();
    try {
      const [understanding, identifier] = await understand(path.join(folder, name), asOf);
      files.push({ name, guess: guessRole(name, understanding), identifier });
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      // it was not given for anything yet
      const problems = error.problems.map(({ code, facts: { role: _, ...facts } }) => ({ code, facts }));
      files.push({ name, guess: problems, identifier: null });
    }
  }
  if (files.length === 0) throw trouble("folder_without_tables", { file: folder });
  return files;
}

async function tableNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    return names.filter((name) => TABLE.test(name) && !isPassing(name)).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw trouble("folder_unreadable", { file: folder, reason: code ?? "" });
  }
}

/** Read as a table with NIKs, or with NIPs where it has those instead. */
async function understand(
  file: string,
  asOf: number,
): Promise<readonly [Understanding, IdentifierKind | null]> {
  const read = async (identifier: IdentifierKind): Promise<Understanding> => {
    // as a listing, so that a status column is seen
    const table = await openTable({ path: file, role: "listing", mapping: {}, identifier, asOf });
    return table.understanding;
  };
  const hasIdentifier = ({ columns }: Understanding): boolean => columns.some(({ field }) => field === "nik");
  const byNik = await read("nik");
  if (hasIdentifier(byNik)) return [byNik, "nik"];
  const byNip = await read("nip");
  return hasIdentifier(byNip) ? [byNip, "nip"] : [byNik, null];
}
