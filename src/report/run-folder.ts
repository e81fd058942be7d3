/**
 * The run folder: written as a temporary sibling and put in place by one rename when it is complete. A run that is
 * killed, interrupted or fails leaves an earlier folder as it was; what one killed at the last moment had moved out of
 * the way, the next puts back. Where its name is a link the folder behind it is
 * meant: that one is replaced, and the link stays.
 */
import { lstat, mkdir, mkdtemp, readdir, realpath, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Format } from "../config/plan.ts";
import { readCsvTable } from "../input/csv-table.ts";
import { trouble } from "../trouble.ts";

/** Files only their owner can read: they hold personal data (UU 27/2022). */
export const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o700;
/** The file that shows a folder to be one of ours, which may be replaced. */
export const SUMMARY_FILE = "summary.json";
export const WORKBOOK_FILE = "laporan.xlsx";
export const PAGE_FILE = "laporan.html";
/** The folder of the workbooks for units, and the table in it that lists them. */
export const UNITS_FOLDER = "units";
export const UNITS_INDEX = "indeks.csv";
export const WORKBOOK_ENDING = ".xlsx";
/** What a run of each format leaves in its folder, and all by which the folder is known to be ours. */
export const ENTRIES_OF: Readonly<Record<Format, readonly string[]>> = {
  csv: [
    SUMMARY_FILE,
    "cases.csv",
    "findings.csv",
    "links.csv",
    "candidates.csv",
    "duplicates.csv",
    "rejected.csv",
  ],
  xlsx: [WORKBOOK_FILE, UNITS_FOLDER],
  html: [PAGE_FILE],
};
const RUN_ENTRIES: ReadonlySet<string> = new Set(Object.values(ENTRIES_OF).flat());

/** What systems put into folders that people look at, in small letters: nobody misses it. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set(["thumbs.db", "desktop.ini", ".ds_store"]);
/** How Excel and LibreOffice mark a workbook as open, beside it. */
const OPEN_MARKS: readonly RegExp[] = [/^~\$(.+)$/, /^\.~lock\.(.+)#$/];
/** Units are hundreds, and a line of their index is some hundred bytes: more is no index of ours and is not read. */
const LONGEST_INDEX_BYTES = 16 << 20;
/** What a system says where somebody holds on to a file in a folder, or may not move it. */
const IN_USE: ReadonlySet<string> = new Set(["EBUSY", "EPERM", "EACCES"]);
/** A virus scanner or an indexer holds on to files for a moment only. */
const DELETION = { recursive: true, force: true, maxRetries: 3 } as const;

/** What `mkdtemp` puts behind a name; with the ending of an earlier run that was moved out of the way. */
const TEMPORARY = /^[A-Za-z0-9]{6}(\.old)?$/;
const OLD_ENDING = ".old";

/** Folders with people's data that stand beside a run that is complete. */
export interface Remains {
  /** Where the earlier run still is, whole or in part, when the system would not delete it. */
  readonly leftover: string | null;
  /** What runs that were ended by force seem to have left; one that is still under way looks the same. */
  readonly abandoned: readonly string[];
}

export class RunFolder {
  /** Where to write until `commit`. */
  readonly path: string;
  /** As it was asked for. */
  private readonly target: string;
  /** The same with links followed. */
  private readonly place: string;
  /** Folders that had to be made on the way, the uppermost first. */
  private readonly made: readonly string[];

  private constructor(target: string, place: string, temporary: string, made: readonly string[]) {
    this.target = target;
    this.place = place;
    this.path = temporary;
    this.made = made;
  }

  /**
   * Whether a run may stand at `target`; makes nothing.
   * @throws Trouble as `open`
   */
  static async check(target: string): Promise<void> {
    await refuseForeign(target);
  }

  /**
   * Makes the temporary sibling of `target`.
   * @throws Trouble out_not_a_run when something else than an earlier run stands there, out_workbook_open, out_is_file,
   *   out_link_broken, out_unwritable
   */
  static async open(target: string): Promise<RunFolder> {
    // what is not there yet is no link
    const place = await realpath(target).catch(() => path.resolve(target));
    await putBack(place);
    await refuseForeign(target);
    const made: string[] = [];
    try {
      const parent = path.dirname(place);
      await makeFolders(parent, made);
      const temporary = await mkdtemp(path.join(parent, temporaryPrefix(place)));
      return new RunFolder(target, place, temporary, made);
    } catch (error) {
      await unmake(made);
      throw unwritable(target, error);
    }
  }

  /**
   * Puts the folder in its place; an earlier run there is replaced.
   * @throws Trouble as `open`; out_in_use where the earlier run cannot be moved
   */
  async commit(): Promise<Remains> {
    await refuseForeign(this.target);
    const old = `${this.path}${OLD_ENDING}`;
    const replaced = await rename(this.place, old).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return false;
        throw unmovable(this.target, error);
      },
    );
    try {
      await rename(this.path, this.place);
    } catch (error) {
      if (replaced) await rename(old, this.place);
      throw unwritable(this.target, error);
    }
    // the new run is in its place: whatever becomes of the old one, this one was written
    const isDeleted =
      !replaced ||
      (await rm(old, DELETION).then(
        () => true,
        () => false,
      ));
    const isLinked = this.place !== path.resolve(this.target);
    const seen = (name: string): string => path.join(path.dirname(isLinked ? this.place : this.target), name);
    const others = (await temporariesOf(this.place)).filter((name) => name !== path.basename(old));
    return { leftover: isDeleted ? null : seen(path.basename(old)), abandoned: others.map(seen) };
  }

  /** What the system said while a file in here was written, as Trouble; any other error as it is. */
  troubleOf(error: unknown): unknown {
    const isOfSystem = error instanceof Error && "syscall" in error;
    return isOfSystem ? unwritable(this.target, error) : error;
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    await unmake(this.made);
  }
}

function temporaryPrefix(place: string): string {
  return `.${path.basename(place)}-`;
}

/** The names of temporary siblings, in their order; only names are looked at. */
async function temporariesOf(place: string): Promise<string[]> {
  const prefix = temporaryPrefix(place);
  // where nothing can be listed, nothing is told
  const entries = await readdir(path.dirname(place), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && entry.name.startsWith(prefix))
    .map(({ name }) => name)
    .filter((name) => TEMPORARY.test(name.slice(prefix.length)))
    .sort();
}

/**
 * Puts the earlier run back where a later one was ended by force between its two renames: nothing is in the place, and
 * both are beside it under the same letters. Whatever else is called so is left alone.
 */
async function putBack(place: string): Promise<void> {
  if (await isThere(place)) return;
  const names = await temporariesOf(place);
  const old = names.find(
    (name) => name.endsWith(OLD_ENDING) && names.includes(name.slice(0, -OLD_ENDING.length)),
  );
  // where it cannot be moved it stays where it is, and is told of as before
  if (old !== undefined) await rename(path.join(path.dirname(place), old), place).catch(() => undefined);
}

/**
 * Makes a folder and those above it that are not there. Node's own way of it never ends where the system denies that a
 * folder is there and will not make it either, as below `/proc`.
 * @param made gets each that was made
 */
async function makeFolders(folder: string, made: string[]): Promise<void> {
  const missing: string[] = [];
  for (let at = folder; at !== path.dirname(at) && !(await isThere(at)); at = path.dirname(at))
    missing.unshift(at);
  for (const at of missing) {
    await mkdir(at, FOLDER_MODE).then(
      () => made.push(at),
      (error: NodeJS.ErrnoException) => {
        // somebody else made it a moment ago
        if (error.code !== "EEXIST") throw error;
      },
    );
  }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Removes the folders that were made, as far as they are empty. */
async function unmake(made: readonly string[]): Promise<void> {
  for (const at of made.toReversed()) await rmdir(at).catch(() => undefined);
}

async function refuseForeign(target: string): Promise<void> {
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
  // an earlier run is replaced; a file somebody put beside or into it, or a folder of another program, is not
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

/** An earlier run that cannot be moved away is most often one that somebody is looking at. */
function unmovable(target: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return IN_USE.has(code) ? trouble("out_in_use", { out: target, reason: code }) : unwritable(target, error);
}

function unwritable(target: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return trouble("out_unwritable", { out: target, reason: code });
}
