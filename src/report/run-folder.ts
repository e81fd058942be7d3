/**
 * The run folder: written as a temporary sibling and put in place by one rename when it is complete. A run that is
 * killed, interrupted or fails leaves an earlier folder as it was; what one killed at the last moment had moved out of
 * the way, the next puts back. Where its name is a link, the folder behind it is replaced, and the link stays.
 */
import { mkdir, mkdtemp, readdir, realpath, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { trouble } from "../trouble.ts";
import { FOLDER_MODE } from "./run-entries.ts";
import { refuseForeign, unwritable } from "./standing-folder.ts";

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

/** An earlier run that cannot be moved away is most often one that somebody is looking at. */
function unmovable(target: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return IN_USE.has(code) ? trouble("out_in_use", { out: target, reason: code }) : unwritable(target, error);
}
