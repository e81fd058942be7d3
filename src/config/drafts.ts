/**
 * The roster and the sources while they are put together: what the configuration file has of each, then what was typed,
 * which stands in for it.
 */
import { foldWords } from "../text/fold.ts";
import { byCodeUnits } from "../text/order.ts";
import type { Problem } from "../trouble.ts";
import { type Configuration, fromConfiguration } from "./configuration.ts";
import { identityOf } from "./file-identity.ts";
import { expandPattern } from "./file-pattern.ts";
import { columnField, type Mapping, mappedTwice, splitAtFirst } from "./mapping.ts";
import { OPTIONS, type Typed } from "./options.ts";
import {
  type ColumnField,
  type InspectedFile,
  type ListingRules,
  SOURCE_KINDS,
  type SourceKind,
  type SourcePlan,
} from "./plan.ts";
import { type Place, placeFacts, settingProblem } from "./problem.ts";
import { flagPlace } from "./settings.ts";
import {
  BUILT_IN_NAMES,
  BUILT_IN_SOURCES,
  isBuiltIn,
  RESERVED_NAMES,
  SOURCE_NAME,
  usualAbsence,
} from "./sources.ts";

export const ROSTER = "roster";

/** The roster or one source while it is being put together. */
export interface Draft {
  readonly name: string;
  files: readonly string[];
  kind: SourceKind;
  readonly mapping: { [F in ColumnField]?: string };
  /** As configured, whatever its kind. */
  listing: Partial<ListingRules>;
  /** Where its files were given, to say so when something is wrong with them. */
  place: Place;
}

export type Drafts = Map<string, Draft>;

export function draftOf(drafts: Drafts, name: string, place: Place): Draft {
  const known = drafts.get(name);
  if (known !== undefined) return known;
  const kind = isBuiltIn(name) ? BUILT_IN_SOURCES[name] : "listing";
  const draft: Draft = { name, files: [], kind, mapping: {}, listing: {}, place };
  drafts.set(name, draft);
  return draft;
}

export function addConfigured(drafts: Drafts, configuration: Configuration, problems: Problem[]): void {
  const { file, settings } = configuration;
  const inputs = Object.entries(settings.sources ?? {}).flatMap(([name, input]) => {
    const place = { file, path: `sources.${name}` };
    return nameIsSound(name, place, problems) ? [{ name, input, place }] : [];
  });
  if (settings.roster !== undefined) {
    inputs.unshift({ name: ROSTER, input: settings.roster, place: { file, path: ROSTER } });
  }
  for (const { name, input, place } of inputs) {
    const draft = draftOf(drafts, name, place);
    const given = typeof input === "string" || Array.isArray(input) ? { files: input } : input;
    draft.files = [given.files ?? []].flat().map((written) => fromConfiguration(configuration, written));
    if ("kind" in given && given.kind !== undefined) draft.kind = given.kind;
    draft.listing = listingRules(given);
    checkListing(draft, place, problems);
    if (!("map" in given)) continue;
    for (const [field, header] of Object.entries(given.map ?? {})) {
      const at = { file, path: `${place.path}.map.${field}` };
      const column = columnField(field, at, problems);
      if (column === null) continue;
      const before = draft.mapping[column];
      if (before === undefined) draft.mapping[column] = header;
      else problems.push(mappedTwice(at, name, column, before, header));
    }
  }
}

const LISTING_SETTINGS = [
  "absent",
  "blocked",
  "registered",
] as const satisfies readonly (keyof ListingRules)[];

/** What a configured input says about itself as a listing. */
function listingRules(given: object): Partial<ListingRules> {
  return Object.fromEntries(
    Object.entries(given).filter(([key]) => (LISTING_SETTINGS as readonly string[]).includes(key)),
  );
}

/** A setting of listings means nothing elsewhere, and no status can both block and not block. */
function checkListing({ name, kind, listing }: Draft, place: Place, problems: Problem[]): void {
  const at = (setting: string): Place => ({ ...place, path: `${place.path}.${setting}` });
  for (const setting of LISTING_SETTINGS) {
    if (listing[setting] === undefined) continue;
    if (kind !== "listing") problems.push(settingProblem("not_of_a_listing", at(setting), { name }));
  }
  for (const setting of ["blocked", "registered"] as const) {
    for (const [i, text] of (listing[setting] ?? []).entries()) {
      if (foldWords(text) === "") problems.push(settingProblem("empty", at(`${setting}[${i}]`)));
    }
  }
  const blocked = new Set(listing.blocked?.map(foldWords));
  for (const text of listing.registered ?? []) {
    if (blocked.has(foldWords(text))) {
      problems.push(settingProblem("status_both_ways", at("registered"), { value: text }));
    }
  }
}

/** Files typed for the roster or a source stand in for the configured ones; kind and mapping stay. */
export function addTyped(drafts: Drafts, typed: Typed, problems: Problem[]): void {
  const typedFiles = new Map<string, { files: string[]; place: Place }>();
  const give = (name: string, file: string, place: Place): void => {
    if (file === "") problems.push(settingProblem("empty", place));
    const given = typedFiles.get(name);
    if (given === undefined) typedFiles.set(name, { files: [file], place });
    else given.files.push(file);
  };

  for (const name of [ROSTER, ...BUILT_IN_NAMES] as const) {
    for (const file of typed[name] ?? []) give(name, file, flagPlace(OPTIONS[name]));
  }
  for (const pair of typed.source ?? []) {
    const place = flagPlace(OPTIONS.source);
    const [name, file] = splitAtFirst(pair, "=");
    if (name === "" || file === "") {
      problems.push({ code: "source_malformed", facts: { value: pair, ...placeFacts(place) } });
    } else if (nameIsSound(name, place, problems)) give(name, file, place);
  }
  for (const [name, { files, place }] of typedFiles) {
    const draft = draftOf(drafts, name, place);
    draft.files = files;
    draft.place = place;
  }
}

/** After the command line has had its say: files that are not used need not be there. */
export function expandFiles(drafts: Drafts): void {
  for (const draft of drafts.values()) draft.files = draft.files.flatMap(expandPattern);
}

export function nameIsSound(name: string, place: Place, problems: Problem[]): boolean {
  if (RESERVED_NAMES.includes(name)) {
    problems.push({ code: "source_name_reserved", facts: { name, ...placeFacts(place) } });
  } else if (!SOURCE_NAME.test(name)) problems.push(settingProblem("source_name_malformed", place, { name }));
  else return true;
  return false;
}

/** In the order of the kinds, registries first and listings last; built-in ones in their fixed order, then the others by name. */
export function inLinkingOrder(one: Draft, other: Draft): number {
  return (
    SOURCE_KINDS.indexOf(one.kind) - SOURCE_KINDS.indexOf(other.kind) ||
    builtInRank(one.name) - builtInRank(other.name) ||
    byCodeUnits(one.name, other.name)
  );
}

function builtInRank(name: string): number {
  return isBuiltIn(name) ? BUILT_IN_NAMES.indexOf(name) : BUILT_IN_NAMES.length;
}

export function toSourcePlan({ name, kind, files, mapping, listing }: Draft): SourcePlan {
  const plan = { name, kind, files, mapping };
  if (kind !== "listing") return plan;
  return { ...plan, listing: { absent: usualAbsence(name), blocked: [], registered: [], ...listing } };
}

export function addMappings(drafts: Drafts, mappings: readonly Mapping[], problems: Problem[]): void {
  for (const { source, field, header } of mappings) {
    const draft = drafts.get(source);
    if (draft !== undefined) draft.mapping[field] = header;
    // A roster that was never given is a problem of its own, told as `no_roster`.
    else if (source !== ROSTER) {
      const known = new Set([ROSTER, ...drafts.keys()]);
      const facts = { name: source, known: [...known].join(", ") };
      problems.push(settingProblem("source_unknown", flagPlace(OPTIONS.map), facts));
    }
  }
}

/** A file of the roster or a source as it is read. */
export function toRead(path: string, { name, kind, mapping }: Draft): InspectedFile {
  return { path, role: name, kind: name === ROSTER ? ROSTER : kind, mapping };
}

/** Each once, however often it was given; a name that is empty names none. */
export function filesToRead(draft: Draft): InspectedFile[] {
  return [...new Set(draft.files)].filter((file) => file !== "").map((file) => toRead(file, draft));
}

/** What the configuration has a file for; undefined where it does not name it. */
export function configuredRole(file: string, drafts: Drafts): string | undefined {
  const identity = identityOf(file);
  const same = (other: string): boolean => identityOf(other) === identity;
  return [...drafts.values()].find(({ files }) => files.some(same))?.name;
}
