/**
 * What stands already where a run is to stand. An earlier run may be replaced; a file that somebody put beside or into
 * it, a workbook that is open, or a folder of another program may not.
 */
import { lstat, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { readCsvTable } from "../input/csv-table.ts";
import { trouble } from "../trouble.ts";
import { RUN_ENTRIES, SUMMARY_FILE, UNITS_FOLDER, UNITS_INDEX, WORKBOOK_ENDING } from "./run-entries.ts";

/** What systems put into folders that people look at, in small letters: nobody misses it. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set(["thumbs.db", "desktop.ini", ".ds_store"]);
/** How Excel and LibreOffice mark a workbook as open, beside it. */
const OPEN_MARKS: readonly RegExp[] = [/^~\$(.+)$/, /^\.~lock\.(.+)#$/];
/** Units are hundreds, and a line of their index is some hundred bytes: more is no index of ours and is not read. */
const LONGEST_INDEX_BYTES = 16 << 20;

/** @throws Trouble out_not_a_run, out_workbook_open, out_is_file, out_link_broken, out_unwritable */
export async function refuseForeign(target: string): Promise<void> {
  let entries: string[];
  try {
    entries = await readdir(target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const obstacle = await obstacleOnTheWay(target);
    if (obstacle !== null) {
      const kind = obstacle.isFile ? "out_is_file" : "out_link_broken";
      throw trouble(kind, { out: target, file: obstacle.path });
    }
    if (code === "ENOENT") return;
    throw unwritable(target, error);
  }
  const found = foundIn(entries, RUN_ENTRIES);
  const within = entries.includes(UNITS_FOLDER) ? await foundInUnits(target) : NOTHING_FOUND;
  const open = found.open ?? within.open;
  if (open !== undefined) throw trouble("out_workbook_open", { out: target, file: open });
  const strange = found.strange ?? within.strange;
  if (strange !== undefined) throw trouble("out_not_a_run", { out: target, entry: strange });
  if (!isEmpty(entries) && !entries.includes(SUMMARY_FILE)) throw trouble("out_not_a_run", { out: target });
}

/** What keeps a folder from being replaced. */
interface Found {
  /** The first file of ours that a mark beside it says to be open. */
  readonly open?: string | undefined;
  /** The first entry that is not ours. */
  readonly strange?: string | undefined;
}

const NOTHING_FOUND: Found = {};

function foundIn(entries: readonly string[], ours: { has(entry: string): boolean }): Found {
  const kept = entries.filter((entry) => !isOfTheSystem(entry)).sort();
  const opened = kept.flatMap((entry) => OPEN_MARKS.map((mark) => mark.exec(entry)?.[1]));
  return {
    open: opened.find((file) => file !== undefined && ours.has(file)),
    strange: kept.find((entry) => !ours.has(entry)),
  };
}

function isOfTheSystem(entry: string): boolean {
  return OF_THE_SYSTEM.has(entry.toLowerCase());
}

function isEmpty(entries: readonly string[]): boolean {
  return entries.every(isOfTheSystem);
}

/**
 * The same of `units`, where ours is what the earlier run's index lists. Where that cannot be read, as one of another
 * version or one that Excel saved anew, every workbook is taken for ours.
 * @returns names as seen from the run folder
 */
async function foundInUnits(target: string): Promise<Found> {
  const folder = path.join(target, UNITS_FOLDER);
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") return null;
    throw unwritable(target, error);
  });
  if (entries === null) return { strange: UNITS_FOLDER };
  const listed = await listedUnits(path.join(folder, UNITS_INDEX));
  const folders = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  const isOurs = (name: string): boolean =>
    !folders.has(name) &&
    (name === UNITS_INDEX || (listed?.has(name.normalize("NFC")) ?? name.endsWith(WORKBOOK_ENDING)));
  const { open, strange } = foundIn(
    entries.map(({ name }) => name),
    { has: isOurs },
  );
  const seen = (name?: string) => (name === undefined ? undefined : `${UNITS_FOLDER}/${name}`);
  return { open: seen(open), strange: seen(strange) };
}

/** The files that an index lists, null where it cannot be read. Some systems spell accents apart from their letters. */
async function listedUnits(index: string): Promise<ReadonlySet<string> | null> {
  const listed = new Set<string>();
  try {
    const found = await stat(index);
    if (!found.isFile() || found.size > LONGEST_INDEX_BYTES) return null;
    for await (const { file } of readCsvTable(index, ["file"])) listed.add(file.normalize("NFC"));
    return listed;
  } catch {
    return null;
  }
}

/** What stands where a folder should be: a file, or a link that leads nowhere. */
interface Obstacle {
  readonly path: string;
  readonly isFile: boolean;
}

/** What stands in the place of the folder or of one above it; what each system says of it differs. */
async function obstacleOnTheWay(target: string): Promise<Obstacle | null> {
  for (let at = target; ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found !== null) return found.isDirectory() ? null : { path: at, isFile: true };
    const link = await lstat(at).catch(() => null);
    if (link?.isSymbolicLink() === true) return { path: at, isFile: false };
    if (at === path.dirname(at)) return null;
  }
}

export function unwritable(target: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return trouble("out_unwritable", { out: target, reason: code });
}
