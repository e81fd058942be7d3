/**
 * Whether the roster and the sources make sense together: each given, no file a witness twice over, nothing that is read
 * in the way of what is written.
 */
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../trouble.ts";
import type { Configuration } from "./configuration.ts";
import { type Draft, type Drafts, ROSTER } from "./drafts.ts";
import { identityOf } from "./file-identity.ts";
import { LEADING_FIELDS } from "./plan.ts";
import { settingProblem } from "./problem.ts";
import type { Out } from "./settings.ts";
import { BUILT_IN_NAMES, isBuiltIn } from "./sources.ts";

export function checkRoster(drafts: Drafts, problems: Problem[]): void {
  const { files = [] } = drafts.get(ROSTER) ?? {};
  if (files.length === 0) problems.push({ code: "no_roster", facts: {} });
}

/** @param reading what is wrong with how the inputs were given */
export function checkSources(drafts: Drafts, reading: readonly Problem[], problems: Problem[]): void {
  const sources = [...drafts.values()].filter(({ name }) => name !== ROSTER);
  // whose name is wrong was given all the same
  if (sources.length === 0 && !reading.some(isOfSourceName)) problems.push({ code: "no_source", facts: {} });
  for (const { name, files, place } of sources) {
    if (files.length === 0) problems.push(settingProblem("source_without_files", place, { name }));
  }
}

/** @param isMappingKnown false where it may be that two sources take columns of their own from one file */
export function checkSharing(drafts: Drafts, isMappingKnown: boolean, problems: Problem[]): void {
  const roster = drafts.get(ROSTER);
  const givenTo = new Map<string, Draft[]>();
  const inputs = [...drafts.values()].sort((a, b) => Number(b === roster) - Number(a === roster));
  for (const draft of inputs) {
    for (const file of draft.files) {
      const identity = identityOf(file);
      const others = givenTo.get(identity) ?? [];
      givenTo.set(identity, [...others, draft]);
      const problem = sharingProblem(file, draft, others, isMappingKnown);
      if (problem !== null) problems.push(problem);
    }
  }
}

/** A run replaces its folder as a whole, so neither may whoever runs it stand in there nor what it reads lie there. */
export function checkOut(
  drafts: Drafts,
  { folder, place }: Out,
  configuration: Configuration | null,
  problems: Problem[],
): void {
  // a link is followed: what is replaced is the folder behind it
  const replaced = identityOf(folder);
  if (lies(process.cwd(), replaced)) {
    problems.push(settingProblem("out_holds_working_folder", place, { out: folder }));
    return;
  }
  const read = [...drafts.values()].flatMap((draft) => draft.files);
  if (configuration !== null) read.push(configuration.file);
  for (const file of new Set(read)) {
    const identity = identityOf(file);
    // a file in the place of the folder is seen by whoever opens the folder
    if (identity !== replaced && lies(identity, replaced)) {
      problems.push(settingProblem("file_inside_out", place, { given: file, out: folder }));
    }
  }
}

function isOfSourceName({ code, facts }: Problem): boolean {
  return code === "source_name_reserved" || facts["problem"] === "source_name_malformed";
}

/** Whether one file would be two witnesses. A transcript may have columns of its own for KTP and diploma; a listing is none. */
function confirmsItself(draft: Draft, other: Draft): boolean {
  if (draft.kind === "listing" || other.kind === "listing") return false;
  return isDeepStrictEqual(draft.mapping, other.mapping);
}

/** What is wrong with reading a file for one input that was given for others before; null where nothing is. */
function sharingProblem(
  file: string,
  draft: Draft,
  others: readonly Draft[],
  isMappingKnown: boolean,
): Problem | null {
  const { name, place } = draft;
  if (others.includes(draft)) return settingProblem("file_given_twice", place, { given: file });
  if (others.some((other) => other.name === ROSTER))
    return settingProblem("file_is_roster_and_source", place, { given: file, name });
  const other = isMappingKnown ? others.find((one) => confirmsItself(draft, one)) : undefined;
  return other === undefined
    ? null
    : settingProblem("file_is_two_sources", place, { given: file, name, other: other.name });
}

/** True when the file or folder is the folder itself or lies somewhere below it. */
function lies(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

export function checkLeading(drafts: Drafts, configuration: Configuration | null, problems: Problem[]): void {
  if (configuration === null) return;
  for (const field of LEADING_FIELDS) {
    for (const name of configuration.settings.leading?.[field] ?? []) {
      if (isBuiltIn(name) || (name !== ROSTER && drafts.has(name))) continue;
      const known = new Set([...BUILT_IN_NAMES, ...drafts.keys()]);
      known.delete(ROSTER);
      const place = { file: configuration.file, path: `leading.${field}` };
      problems.push(settingProblem("source_unknown", place, { name, known: [...known].join(", ") }));
    }
  }
}
