/**
 * The tables that lie in a folder and what each could be. It looks at the head of every file; of the folders below it
 * says only which hold tables too.
 */
import { readdir } from "node:fs/promises";
import path from "node:path";
import { isPassing } from "../config/file-pattern.ts";
import type { IdentifierKind } from "../field/identifier.ts";
import { type Problem, Trouble, trouble } from "../trouble.ts";
import { guessRole, type RoleDoubt, type RoleGuess } from "./file-role.ts";
import { openTable } from "./table.ts";
import type { Understanding } from "./understanding.ts";

export interface FolderFile {
  /** Without the folder. */
  readonly name: string;
  /** What it could be, why that is not clear, or what stands in the way of reading it. */
  readonly guess: RoleGuess | RoleDoubt | readonly Problem[];
  /** The kind of identifier it has; null where none was found. */
  readonly identifier: IdentifierKind | null;
}

/** Names of lists, also of those that cannot be read: whoever keeps one is told so. */
const TABLE = /\.(csv|tsv|txt|xlsx|xlsm|xls|xlsb|ods)$/i;

/**
 * The files of a folder in the order of their names.
 * @param asOf reference date, yyyymmdd
 * @throws Trouble folder_missing, folder_is_file, folder_unreadable; facts: file, the folder; the signal's reason
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
      files.push({ name, guess: guessFromRefusal(error), identifier: null });
    }
  }
  return files;
}

/** Answers are refused as the list they were opened as, which tells what they are. */
function guessFromRefusal({ problems }: Trouble): RoleGuess | readonly Problem[] {
  if (problems.every(({ code }) => code === "answers_undeclared")) return { role: "answers", by: "content" };
  // it was not given for anything yet
  return problems.map(({ code, facts: { role: _, ...facts } }) => ({ code, facts }));
}

/**
 * The folders below that hold tables, in the order of their names.
 * @param mark a file by which a folder is known to be none of somebody's lists
 */
export async function foldersWithTables(folder: string, mark: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !isPassing(entry.name));
  const withTables: string[] = [];
  for (const { name } of folders) {
    // a folder that cannot be listed has nothing to tell of
    const names = await readdir(path.join(folder, name)).catch((): string[] => []);
    if (names.some(isTable) && !names.includes(mark)) withTables.push(name);
  }
  return withTables.sort();
}

function isTable(name: string): boolean {
  return TABLE.test(name) && !isPassing(name);
}

async function tableNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    return names.filter(isTable).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw trouble("folder_missing", { file: folder });
    if (code === "ENOTDIR") throw trouble("folder_is_file", { file: folder });
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
