/**
 * Reads the configuration file: finds it, parses it, checks its shape. Problems are collected, not thrown, so that
 * they can be told together with those of the command line. It does not look at what the settings mean.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { markedEncoding } from "../text/byte-order-mark.ts";
import type { Problem } from "../trouble.ts";
import { OPTIONS } from "./options.ts";
import { LANGUAGES, type Language } from "./plan.ts";
import { settingProblem } from "./problem.ts";
import type { Shaped, Understood } from "./schema.ts";

export interface Configuration extends Shaped {
  /** As typed; paths inside are relative to its folder. */
  readonly file: string;
  /** The language the file asks for, known even where the rest of it is wrong: its problems are told in it. */
  readonly language: Language | null;
}

const NOTHING_UNDERSTOOD: Understood = {
  names: false,
  roster: false,
  sources: false,
  reading: false,
  out: false,
};

/**
 * Reads the file given by `--config`, or the default one if the working folder has it.
 * @param typed the value of `--config`, undefined when it was not typed
 * @returns null when no file was asked for and none is there
 */
export async function readConfiguration(typed: string | undefined): Promise<Configuration | null> {
  if (typed === "") return broken("", settingProblem("empty", { file: null, path: OPTIONS.config.flags[0] }));
  const file = typed ?? OPTIONS.config.default;
  if (typed === undefined && !existsSync(file)) return null;
  let text: string;
  try {
    // it is read more than once, and a pipe would be waited for
    const found = statSync(file);
    if (!found.isFile() && !found.isDirectory())
      return broken(file, { code: "file_not_stored", facts: { file } });
    text = decoded(readFileSync(file));
  } catch (error) {
    return broken(file, unreadable(file, error));
  }
  // loaded when there is a file to check: the schema library takes longer than all the rest of the start
  const [{ lineOfFault, repeatedKeys }, { checkShape }] = await Promise.all([
    import("./json-fault.ts"),
    import("./schema.ts"),
  ]);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return broken(file, { code: "config_not_json", facts: { file, row: lineOfFault(text) } });
  }
  return { file, ...checkShape(file, value, repeatedKeys(text)), language: languageOf(value) };
}

/** UTF-8, or UTF-16 by its mark, as Notepad and PowerShell may write it. The mark, which JSON does not allow, is left out. */
function decoded(bytes: Buffer): string {
  const marked = markedEncoding(bytes);
  return new TextDecoder(marked === "utf-16le" || marked === "utf-16be" ? marked : "utf-8").decode(bytes);
}

/** A path as it stands in the configuration file, seen from the working folder; absolute only if written so. */
export function fromConfiguration({ file }: Pick<Configuration, "file">, written: string): string {
  return path.isAbsolute(written) ? written : path.join(path.dirname(file), written);
}

function broken(file: string, problem: Problem): Configuration {
  return {
    file,
    settings: {},
    problems: [problem],
    understood: NOTHING_UNDERSTOOD,
    language: null,
  };
}

function unreadable(file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return { code: "config_missing", facts: { file } };
  if (code === "EISDIR") return { code: "file_is_directory", facts: { file } };
  return { code: "file_unreadable", facts: { file, reason: code ?? "" } };
}

function languageOf(value: unknown): Language | null {
  const lang: unknown = typeof value === "object" && value !== null && "lang" in value ? value.lang : null;
  return LANGUAGES.find((language) => language === lang) ?? null;
}
