/**
 * From what was typed and what the configuration file says to one resolved plan, or to every problem at once. A
 * flag wins over the file. Of what the configuration file says so that it cannot be understood nothing is said but
 * that: neither what may be lacking nor whether it fits with the rest, which is told of all the same. It
 * opens no roster and no source, but says which can be looked at where a setting is wrong; patterns of file names it
 * expands, so that what is said of files is said of each.
 */
import { availableParallelism } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { isRealDate, packDate } from "../field/birth-date.ts";
import { foldWords } from "../text/fold.ts";
import { byCodeUnits } from "../text/order.ts";
import { type Problem, Trouble } from "../trouble.ts";
import { type Configuration, fromConfiguration } from "./configuration.ts";
import { identityOf } from "./file-identity.ts";
import { expandPattern } from "./file-pattern.ts";
import { membersIn, OPTIONS, type OptionEntry, type Typed } from "./options.ts";
import {
  COLUMN_FIELDS,
  type ColumnField,
  FIELD_ALIASES,
  FORMATS,
  type Format,
  type InspectedFile,
  type InspectPlan,
  LEADING_FIELDS,
  type LeadingField,
  type ListingRules,
  type Plan,
  SOURCE_KINDS,
  type SourceKind,
  type SourcePlan,
  THREADS,
} from "./plan.ts";
import { type Place, placeFacts, settingProblem } from "./problem.ts";
import type { Settings } from "./schema.ts";
import {
  BUILT_IN_NAMES,
  BUILT_IN_SOURCES,
  DEFAULT_LEADING,
  isBuiltIn,
  RESERVED_NAMES,
  SOURCE_NAME,
  usualAbsence,
} from "./sources.ts";

/** The roster or one source while it is being put together. */
interface Draft {
  readonly name: string;
  files: readonly string[];
  kind: SourceKind;
  readonly mapping: { [F in ColumnField]?: string };
  /** As configured, whatever its kind. */
  listing: Partial<ListingRules>;
  /** Where its files were given, to say so when something is wrong with them. */
  place: Place;
}

type Drafts = Map<string, Draft>;

const ROSTER = "roster";

/** The default reference date, yyyymmdd. */
export const DEFAULT_AS_OF = packIsoDate(OPTIONS.asOf.default)!;

/** Where there is no configuration file, nothing in it is in doubt. */
const SILENT: Pick<Configuration, "understood"> = {
  understood: { names: true, roster: true, sources: true, reading: true, out: true },
};

/** What was typed, and what the configuration file says. */
interface Said {
  readonly typed: Typed;
  readonly configuration: Configuration | null;
}

/** What is known of files all the same where a setting is wrong. */
export interface KnownFiles extends Pick<InspectPlan, "files" | "identifier" | "asOf"> {
  /** False where what is wrong says how files are to be read: then their columns cannot be judged. */
  readonly isReadingKnown: boolean;
  /** Null where it is not known, wrong itself or not asked for. */
  readonly out: string | null;
}

/** Settings that are wrong, with the files that can be looked at nevertheless: every problem is to be told at once. */
export class Unresolved extends Trouble {
  readonly known: KnownFiles;

  constructor(problems: readonly Problem[], known: KnownFiles) {
    super(...problems);
    this.known = known;
  }
}

/**
 * @param typed the options of the command line
 * @param configuration the configuration file that `typed` or the working folder names
 * @throws Unresolved with every problem found
 */
export function resolvePlan(typed: Typed, configuration: Configuration | null): Plan {
  const said: Said = { typed, configuration };
  const { understood } = configuration ?? SILENT;
  const settings: Settings = configuration?.settings ?? {};

  const reading: Problem[] = [];
  const drafts: Drafts = new Map();
  if (configuration !== null) addConfigured(drafts, configuration, reading);
  addTyped(drafts, typed, reading);
  expandFiles(drafts);
  const mappings = readMappings(typed.map ?? [], reading);
  if (understood.names) addMappings(drafts, mappings, reading);
  const identifier = choose("identifier", said, reading);

  const others: Problem[] = [];
  const language = choose("lang", said, others);
  const failOn = choose("failOn", said, others);
  const formats = resolveFormats(said, others);
  const asOf = resolveAsOf(said, others);
  const threads = resolveThreads(said, others);

  const placing: Problem[] = [];
  const out = resolveOut(said, placing);
  const isReadingKnown = understood.reading && reading.length === 0;
  if (understood.roster) checkRoster(drafts, others);
  if (understood.sources) checkSources(drafts, reading, others);
  checkSharing(drafts, understood.reading, others);
  const isOutKnown = understood.out || typed.out !== undefined;
  if (isOutKnown) checkOut(drafts, out, configuration, placing);
  if (understood.names) checkLeading(drafts, configuration, others);
  const problems = [...(configuration?.problems ?? []), ...reading, ...others, ...placing];
  if (problems.length > 0) {
    throw new Unresolved(problems, {
      files: [...drafts.values()].flatMap(filesToRead),
      identifier,
      asOf,
      isReadingKnown,
      out: isOutKnown && placing.length === 0 ? out.folder : null,
    });
  }

  const roster = drafts.get(ROSTER)!;
  drafts.delete(ROSTER);
  return {
    roster: { files: roster.files, mapping: roster.mapping },
    sources: [...drafts.values()].sort(inLinkingOrder).map(toSourcePlan),
    identifier,
    leading: resolveLeading(settings),
    out: out.folder,
    asOf,
    language,
    formats,
    mask: settingOf("mask", said, false).value,
    failOn,
    threads,
    json: settingOf("json", said, false).value,
    quiet: settingOf("quiet", said, false).value,
    color: settingOf("color", said, true).value,
  };
}

/** What was typed for `cocok inspect`. */
export interface TypedInspection
  extends Pick<Typed, "config" | "map" | "identifier" | "asOf" | "lang" | "json" | "color"> {
  readonly files: readonly string[];
  readonly as?: string;
}

/** The flag that says as what files are inspected. */
export const AS_FLAG = "--as";

/**
 * How files are to be inspected: as what `--as` says, else as what the configuration has them for, else as a roster;
 * with the mapping they would have in a run.
 * @throws Unresolved with every problem found
 */
export function resolveInspection(typed: TypedInspection, configuration: Configuration | null): InspectPlan {
  const said: Said = { typed, configuration };
  const { understood } = configuration ?? SILENT;
  const place: Place = { file: null, path: AS_FLAG };

  const reading: Problem[] = [];
  const drafts: Drafts = new Map();
  if (configuration !== null) addConfigured(drafts, configuration, reading);
  expandFiles(drafts);
  if (typed.as !== undefined && typed.as !== ROSTER) nameIsSound(typed.as, place, reading);
  const inspected = typed.files.flatMap(expandPattern).map((file) => ({
    file,
    draft: draftOf(drafts, typed.as ?? configuredRole(file, drafts) ?? ROSTER, place),
  }));
  const mappings = readMappings(typed.map ?? [], reading);
  if (understood.names) addMappings(drafts, mappings, reading);
  const identifier = choose("identifier", said, reading);

  const others: Problem[] = [];
  const language = choose("lang", said, others);
  const asOf = resolveAsOf(said, others);
  const files = inspected.map(({ file, draft }) => toRead(file, draft));
  const problems = [...(configuration?.problems ?? []), ...reading, ...others];
  if (problems.length > 0) {
    const isReadingKnown = understood.reading && reading.length === 0;
    throw new Unresolved(problems, { files, identifier, asOf, isReadingKnown, out: null });
  }
  return {
    files,
    identifier,
    asOf,
    language,
    json: typed.json ?? false,
    color: settingOf("color", said, true).value,
  };
}

/** What is wrong with a language that was typed, for a command that has spoken it where it is right. */
export function languageProblems(typed: Pick<Typed, "lang">): readonly Problem[] {
  const problems: Problem[] = [];
  choose("lang", { typed, configuration: null }, problems);
  return problems;
}

/** A file of the roster or a source as it is read. */
function toRead(path: string, { name, kind, mapping }: Draft): InspectedFile {
  return { path, role: name, kind: name === ROSTER ? ROSTER : kind, mapping };
}

/** Each once, however often it was given; a name that is empty names none. */
function filesToRead(draft: Draft): InspectedFile[] {
  return [...new Set(draft.files)].filter((file) => file !== "").map((file) => toRead(file, draft));
}

/** What the configuration has a file for; undefined where it does not name it. */
function configuredRole(file: string, drafts: Drafts): string | undefined {
  const identity = identityOf(file);
  const same = (other: string): boolean => identityOf(other) === identity;
  return [...drafts.values()].find(({ files }) => files.some(same))?.name;
}

type Flagged = Pick<OptionEntry, "flags">;

function flagPlace({ flags }: Flagged): Place {
  return { file: null, path: flags[0] };
}

// --- the roster and the sources -------------------------------------------------------------------------------

function draftOf(drafts: Drafts, name: string, place: Place): Draft {
  const known = drafts.get(name);
  if (known !== undefined) return known;
  const kind = isBuiltIn(name) ? BUILT_IN_SOURCES[name] : "listing";
  const draft: Draft = { name, files: [], kind, mapping: {}, listing: {}, place };
  drafts.set(name, draft);
  return draft;
}

function addConfigured(drafts: Drafts, configuration: Configuration, problems: Problem[]): void {
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
function addTyped(drafts: Drafts, typed: Typed, problems: Problem[]): void {
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
function expandFiles(drafts: Drafts): void {
  for (const draft of drafts.values()) draft.files = draft.files.flatMap(expandPattern);
}

function nameIsSound(name: string, place: Place, problems: Problem[]): boolean {
  if (RESERVED_NAMES.includes(name)) {
    problems.push({ code: "source_name_reserved", facts: { name, ...placeFacts(place) } });
  } else if (!SOURCE_NAME.test(name)) problems.push(settingProblem("source_name_malformed", place, { name }));
  else return true;
  return false;
}

/** In the order of the kinds, registries first and listings last; built-in ones in their fixed order, then the others by name. */
function inLinkingOrder(one: Draft, other: Draft): number {
  return (
    SOURCE_KINDS.indexOf(one.kind) - SOURCE_KINDS.indexOf(other.kind) ||
    builtInRank(one.name) - builtInRank(other.name) ||
    byCodeUnits(one.name, other.name)
  );
}

function builtInRank(name: string): number {
  return isBuiltIn(name) ? BUILT_IN_NAMES.indexOf(name) : BUILT_IN_NAMES.length;
}

function toSourcePlan({ name, kind, files, mapping, listing }: Draft): SourcePlan {
  const plan = { name, kind, files, mapping };
  if (kind !== "listing") return plan;
  return { ...plan, listing: { absent: usualAbsence(name), blocked: [], registered: [], ...listing } };
}

function checkRoster(drafts: Drafts, problems: Problem[]): void {
  const { files = [] } = drafts.get(ROSTER) ?? {};
  if (files.length === 0) problems.push({ code: "no_roster", facts: {} });
}

/** @param reading what is wrong with how the inputs were given */
function checkSources(drafts: Drafts, reading: readonly Problem[], problems: Problem[]): void {
  const sources = [...drafts.values()].filter(({ name }) => name !== ROSTER);
  // whose name is wrong was given all the same
  if (sources.length === 0 && !reading.some(isOfSourceName)) problems.push({ code: "no_source", facts: {} });
  for (const { name, files, place } of sources) {
    if (files.length === 0) problems.push(settingProblem("source_without_files", place, { name }));
  }
}

/** @param isMappingKnown false where it may be that two sources take columns of their own from one file */
function checkSharing(drafts: Drafts, isMappingKnown: boolean, problems: Problem[]): void {
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
function checkOut(
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

// --- mappings -------------------------------------------------------------------------------------------------

interface Mapping {
  readonly source: string;
  readonly field: ColumnField;
  readonly header: string;
}

function readMappings(texts: readonly string[], problems: Problem[]): readonly Mapping[] {
  const place = flagPlace(OPTIONS.map);
  const mappings: Mapping[] = [];
  for (const text of texts) {
    const [target, header] = splitAtFirst(text, "=");
    const [source, name] = splitAtFirst(target, ".");
    if (source === "" || name === "" || header === "") {
      problems.push({ code: "map_malformed", facts: { value: text, ...placeFacts(place) } });
      continue;
    }
    const field = columnField(name, place, problems);
    if (field === null) continue;
    const before = mappings.find((one) => one.source === source && one.field === field);
    if (before === undefined) mappings.push({ source, field, header });
    else problems.push(mappedTwice(place, source, field, before.header, header));
  }
  return mappings;
}

/** Two columns for one field: nobody can say which of them was meant. */
function mappedTwice(
  place: Place,
  source: string,
  field: ColumnField,
  header: string,
  other: string,
): Problem {
  return settingProblem("mapped_twice", place, { name: `${source}.${field}`, header, other });
}

function addMappings(drafts: Drafts, mappings: readonly Mapping[], problems: Problem[]): void {
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

function columnField(name: string, place: Place, problems: Problem[]): ColumnField | null {
  const field = COLUMN_FIELDS.find((known) => known === name) ?? FIELD_ALIASES.get(name);
  if (field !== undefined) return field;
  const fields = [...COLUMN_FIELDS, ...FIELD_ALIASES.keys()].join(", ");
  problems.push({ code: "unknown_field", facts: { field: name, fields, ...placeFacts(place) } });
  return null;
}

/** Both parts around the first separator, or two empty texts where there is none. */
function splitAtFirst(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? ["", ""] : [text.slice(0, at), text.slice(at + 1)];
}

// --- the other settings ---------------------------------------------------------------------------------------

/** What can be said in both places, under one name. */
type SettingName = Exclude<keyof Typed & keyof Settings, "roster">;

/** What counts of a setting, and where it was said: what was typed, else what the file says, else the default. */
function settingOf<N extends SettingName, D>(
  name: N,
  { typed, configuration }: Said,
  byDefault: D,
): { readonly value: NonNullable<Typed[N]> | NonNullable<Settings[N]> | D; readonly place: Place } {
  const configured = configuration?.settings[name];
  if (typed[name] === undefined && configuration !== null && configured != null) {
    return { value: configured, place: { file: configuration.file, path: name } };
  }
  return { value: typed[name] ?? byDefault, place: flagPlace(OPTIONS[name]) };
}

type Choices = { readonly [N in "identifier" | "lang" | "failOn"]: (typeof OPTIONS)[N]["choices"][number] };

const CHOICES: {
  readonly [N in keyof Choices]: { readonly choices: readonly Choices[N][]; readonly default: Choices[N] };
} = OPTIONS;

/** One of the choices of an option; a wrong one is a problem and yields the default. */
function choose<N extends keyof Choices>(name: N, said: Said, problems: Problem[]): Choices[N] {
  const { choices, default: byDefault } = CHOICES[name];
  const { value, place } = settingOf(name, said, byDefault);
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  const facts = { value: String(value), choices: choices.join(", ") };
  problems.push(settingProblem("not_a_choice", place, facts));
  return byDefault;
}

/** A list in one text, or a list of the file; csv is in it whether said or not. */
function resolveFormats(said: Said, problems: Problem[]): readonly Format[] {
  const { value, place } = settingOf("formats", said, OPTIONS.formats.default);
  const named = [value].flat().flatMap(membersIn);
  const unknown = named.filter((name) => !FORMATS.some((format) => format === name));
  if (unknown.length > 0) {
    const words = unknown.filter((name) => name !== "").join(", ");
    problems.push(settingProblem("not_a_choice", place, { value: words, choices: FORMATS.join(", ") }));
  }
  return FORMATS.filter((format) => format === "csv" || named.includes(format));
}

/** The reference date as yyyymmdd; a wrong one is a problem and yields the default. */
function resolveAsOf(said: Said, problems: Problem[]): number {
  const { value, place } = settingOf("asOf", said, OPTIONS.asOf.default);
  const date = packIsoDate(value);
  if (date !== null) return date;
  problems.push({ code: "as_of_invalid", facts: { reference: value, ...placeFacts(place) } });
  return DEFAULT_AS_OF;
}

/** `2026-12-31` as yyyymmdd; null where it is no date, or written otherwise. */
function packIsoDate(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return isRealDate(year, month, day) ? packDate(year, month, day) : null;
}

const MOST_THREADS_TYPED = 99_999;

/** As many as the machine has for us, where nothing was said: their number shows in no file. */
function resolveThreads(said: Said, problems: Problem[]): number {
  const { fewest, most, mostByDefault } = THREADS;
  const { value, place } = settingOf("threads", said, Math.min(availableParallelism(), mostByDefault));
  const threads = /^\d+$/.test(String(value)) ? Number(value) : Number.NaN;
  if (threads >= fewest && threads <= most) return threads;
  // what has no more digits is a number of threads, if a wrong one, and no birth date
  const typed = threads <= MOST_THREADS_TYPED ? threads : String(value);
  problems.push({ code: "threads_invalid", facts: { value: typed, fewest, most, ...placeFacts(place) } });
  return fewest;
}

interface Out {
  readonly folder: string;
  readonly place: Place;
}

function resolveOut(said: Said, problems: Problem[]): Out {
  const { value, place } = settingOf("out", said, OPTIONS.out.default);
  if (value === "") {
    problems.push(settingProblem("empty", place));
    return { folder: OPTIONS.out.default, place };
  }
  const { configuration } = said;
  const isOfFile = configuration !== null && place.file !== null;
  return { folder: withoutSlash(isOfFile ? fromConfiguration(configuration, value) : value), place };
}

/** `hasil/` names the same folder as `hasil`, whose sibling is where a run is first written. */
function withoutSlash(folder: string): string {
  return path.join(path.dirname(folder), path.basename(folder));
}

function checkLeading(drafts: Drafts, configuration: Configuration | null, problems: Problem[]): void {
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

function resolveLeading(settings: Settings): Readonly<Record<LeadingField, readonly string[]>> {
  const { nik, name, birth_date, birth_place } = DEFAULT_LEADING;
  const configured = settings.leading ?? {};
  return {
    nik: configured.nik ?? nik,
    name: configured.name ?? name,
    birth_date: configured.birth_date ?? birth_date,
    birth_place: configured.birth_place ?? birth_place,
  };
}
