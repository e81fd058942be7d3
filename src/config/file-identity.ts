/**
 * Which file a name means: links lead to one file by many names, and systems that know no capitals take two spellings for
 * one. A file that is given twice would be counted twice, or vouch for itself.
 */
import { realpathSync } from "node:fs";
import path from "node:path";
import { splitSheet } from "./sheet-path.ts";

/** The same text for two names of one file, or of one sheet of it; of a file that is not there, its absolute path. */
export function identityOf(file: string): string {
  const whole = realPathOf(file);
  if (whole !== null) return whole;
  const named = splitSheet(file);
  const workbook = named === null ? null : realPathOf(named[0]);
  return named === null || workbook === null ? path.resolve(file) : workbook + named[1];
}

function realPathOf(file: string): string | null {
  try {
    return realpathSync.native(file);
  } catch {
    // whoever opens the file says what is wrong with it
    return null;
  }
}
