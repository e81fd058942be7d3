/**
 * The run folder: written as a temporary sibling and put in place by one rename when it is complete. A run that is
 * killed, interrupted or fails leaves an earlier folder as it was.
 */
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
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

export class RunFolder {
  /** Where to write until `commit`. */
  readonly path: string;
  private readonly target: string;
  /** The first of the folders that had to be made on the way. */
  private readonly made: string | undefined;

  private constructor(target: string, temporary: string, made: string | undefined) {
    this.target = target;
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
   *   out_unwritable
   */
  static async open(target: string): Promise<RunFolder> {
    await refuseForeign(target);
    const parent = path.dirname(path.resolve(target));
    let made: string | undefined;
    try {
      made = await mkdir(parent, { recursive: true, mode: FOLDER_MODE });
      return new RunFolder(target, await mkdtemp(path.join(parent, `.${path.basename(target)}-`)), made);
    } catch (error) {
      await unmake(parent, made);
      throw unwritable(target, error);
    }
  }

  /**
   * Puts the folder in its place; an earlier run there is replaced.
   * @returns where the earlier run still is, whole or in part, when the system would not delete it; null otherwise
   * @throws Trouble as `open`; out_in_use where the earlier run cannot be moved
   */
  async commit(): Promise<string | null> {
    await refuseForeign(this.target);
    const old = `${this.path}.old`;
    const replaced = await rename(this.target, old).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return false;
        throw unmovable(this.target, error);
      },
    );
    try {
      await rename(this.path, this.target);
    } catch (error) {
      if (replaced) await rename(old, this.target);
      throw unwritable(this.target, error);
    }
    // the new run is in its place: whatever becomes of the old one, this one was written
    if (!replaced) return null;
    return rm(old, DELETION).then(
      () => null,
      () => path.join(path.dirname(this.target), path.basename(old)),
    );
  }

  /** What the system said while a file in here was written, as Trouble; any other error as it is. */
  troubleOf(error: unknown): unknown {
    const isOfSystem = error instanceof Error && "syscall" in error;
    return isOfSystem ? unwritable(this.target, error) : error;
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    await unmake(path.dirname(this.path), this.made);
  }
}

/** Removes a folder and those above it up to `first`, as far as they are empty. */
async function unmake(folder: string, first: string | undefined): Promise<void> {
  if (first === undefined) return;
  for (let at = folder; at.length >= first.length; at = path.dirname(at))
    await rmdir(at).catch(() => undefined);
}

async function refuseForeign(target: string): Promise<void> {
  let entries: string[];
  try {
    entries = await readdir(target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const file = await fileOnTheWay(target);
    if (file !== null) throw trouble("out_is_file", { out: target, file });
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

/** The file that stands where the folder or one above it should be; what each system says of it differs. */
async function fileOnTheWay(target: string): Promise<string | null> {
  for (let at = target; ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found !== null) return found.isDirectory() ? null : at;
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
