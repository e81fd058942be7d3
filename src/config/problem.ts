/**
 * What can be wrong with a setting, wherever it was given: each kind has one sentence in `words/trouble.ts`. A
 * problem names its place by flag (`--identifier`) or by file and path (`cocok.config.json`, `sources.ktp.kind`).
 */
import type { Problem } from "../trouble.ts";

export const SETTING_PROBLEMS = [
  // the command line as such
  "unknown_command",
  "unknown_option",
  "long_dash",
  "value_missing",
  "value_unexpected",
  "argument_missing",
  "argument_unexpected",
  "list_parted",
  // shape
  "wrong_type",
  "unknown_key",
  "key_twice",
  "not_a_choice",
  "gap_in_list",
  "empty",
  // sense
  "source_name_malformed",
  "source_unknown",
  "mapped_twice",
  "source_without_files",
  "not_of_a_listing",
  "status_both_ways",
  "file_given_twice",
  "file_is_roster_and_source",
  "file_is_two_sources",
  "file_inside_out",
  "out_holds_working_folder",
] as const;
export type SettingProblem = (typeof SETTING_PROBLEMS)[number];

/** The shapes a value in the configuration file can be expected to have. */
export const SHAPES = ["text", "switch", "number", "texts", "remark", "object", "files", "input"] as const;
export type Shape = (typeof SHAPES)[number];

/** Where a setting was given: `file` is null for the command line, and `path` then a flag. */
export interface Place {
  readonly file: string | null;
  readonly path: string;
}

export function placeFacts(place: Place): Problem["facts"] {
  return place.file === null ? { path: place.path } : { file: place.file, path: place.path };
}

/** The problem of a setting: `usage` when it was typed, `config_invalid` when it stands in a file. */
export function settingProblem(kind: SettingProblem, place: Place, facts: Problem["facts"] = {}): Problem {
  const code = place.file === null ? "usage" : "config_invalid";
  return { code, facts: { ...facts, ...placeFacts(place), problem: kind } };
}
