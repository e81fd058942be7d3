/**
 * The language to speak before the options are understood: help and errors about options must already be in it. It
 * reads `--lang`, then the configuration file; whether they are right is for others to say.
 */
import { readConfiguration } from "../config/configuration.ts";
import { OPTIONS } from "../config/options.ts";
import { LANGUAGES, type Language } from "../config/plan.ts";

/** @param typed the arguments after the program's name */
export async function languageOf(typed: readonly string[]): Promise<Language> {
  const wanted = lastValue(typed, OPTIONS.lang.flags[0]);
  return (
    LANGUAGES.find((language) => language === wanted) ??
    (await readConfiguration(lastValue(typed, OPTIONS.config.flags[0])))?.language ??
    OPTIONS.lang.default
  );
}

/** The value of a flag wherever it stands, `--flag value` or `--flag=value`; the last one counts. */
function lastValue(typed: readonly string[], flag: string): string | undefined {
  let value: string | undefined;
  for (const [at, word] of typed.entries()) {
    if (word === "--") break;
    if (word === flag) value = typed[at + 1];
    else if (word.startsWith(`${flag}=`)) value = word.slice(flag.length + 1);
  }
  return value;
}
