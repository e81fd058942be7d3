/**
 * The run folder: written as a temporary sibling and put in place by one rename when it is complete. A run that is
 * killed, interrupted or fails leaves an earlier folder as it was.
 */
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Format } from "../config/plan.ts";
import { trouble } from "../trouble.ts";
import { maskedText } from "./mask.ts";

/** Files only their owner can read: they hold personal data (UU 27/2022). */
export const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o700;
/** The file that shows a folder to be one of ours, which may be replaced. */
export const SUMMARY_FILE = "summary.json";
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
  xlsx: ["laporan.xlsx", "units"],
  html: ["laporan.html"],
};
const RUN_ENTRIES: ReadonlySet<string> = new Set(Object.values(ENTRIES_OF).flat());

/** What systems put into folders that people look at, in small letters: nobody misses it. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set(["thumbs.db", "desktop.ini", ".ds_store"]);
/** How Excel and LibreOffice mark a workbook as open, beside it. */
const OPEN_MARKS: readonly RegExp[] = [/^~\$(.+)$/, /^\.~lock\.(.+)#$/];
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
   * @throws Trouble as `open`; out_in_use where the earlier run cannot be moved
   */
  async commit(): Promise<void> {
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
    if (replaced) await rm(old, DELETION).catch(() => undefined);
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
  // an earlier run is replaced; a file somebody put beside it, or a folder of another program, is not
  const kept = entries.filter((entry) => !OF_THE_SYSTEM.has(entry.toLowerCase())).sort();
  const open = kept.map(openedBy).find((file) => file !== null);
  if (open !== undefined) throw trouble("out_workbook_open", { out: target, file: open });
  const strange = kept.find((entry) => !RUN_ENTRIES.has(entry));
  if (strange !== undefined) throw trouble("out_not_a_run", { out: target, entry: maskedText(strange) });
  if (kept.length > 0 && !kept.includes(SUMMARY_FILE)) throw trouble("out_not_a_run", { out: target });
}

/** The file of ours that a mark beside it says to be open, null where the entry is no such mark. */
function openedBy(entry: string): string | null {
  for (const mark of OPEN_MARKS) {
    const file = mark.exec(entry)?.[1];
    if (file !== undefined && RUN_ENTRIES.has(file)) return file;
  }
  return null;
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
