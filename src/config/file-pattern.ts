/**
 * File names with `*` and `?`, expanded by the program: the shells of Windows leave that to it, and a configuration
 * file has no shell. It looks into one folder, for the last part of a path, and opens nothing. A bracket is a letter
 * like any other: offices number their copies with it.
 */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { splitSheet } from "./sheet-path.ts";

/** Hidden files, and those by which an office program marks a workbook as open. */
const PASSING = /^(\.|~\$)/;
const OPEN_MARK = /^~\$(.+)$/;

/** Whether a file is there for a program and not for people: no pattern means it. */
export function isPassing(name: string): boolean {
  return PASSING.test(name);
}

/** The workbook that a file of this name marks as open; null where it is no such mark. */
export function markedAsOpen(name: string): string | null {
  return OPEN_MARK.exec(name)?.[1] ?? null;
}

/** Whether the last part of a path stands for any number of names. */
export function isPattern(written: string): boolean {
  return /[*?]/.test(path.basename(written));
}

/**
 * The files a path stands for, in the order of their code units: itself where it is no pattern, or names a file as it
 * stands. What is behind a `#`, the sheet, goes to each of them.
 * @returns the path as it was written where nothing fits it: whoever opens it says so
 */
export function expandPattern(written: string): readonly string[] {
  if (!isPattern(written) || existsSync(written)) return [written];
  const whole = filesLike(written);
  if (whole.length > 0) return whole;
  const [workbook, sheet] = splitSheet(written) ?? ["", ""];
  const files = isPattern(workbook) ? filesLike(workbook) : [];
  return files.length > 0 ? files.map((file) => file + sheet) : [written];
}

function filesLike(pattern: string): string[] {
  const folder = path.dirname(pattern);
  const last = path.basename(pattern);
  const like = expression(last);
  return filesIn(folder)
    .filter((name) => like.test(name) && (!isPassing(name) || isPassing(last)))
    .sort()
    .map((name) => path.join(folder, name));
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch {
    // a folder that cannot be listed has nothing that fits
    return [];
  }
}

function expression(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  // there a name is the same in capital and in small letters
  return new RegExp(`^${source}$`, process.platform === "win32" ? "isu" : "su");
}
