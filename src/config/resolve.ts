/**
 * From what was typed and what the configuration file says to one resolved plan, or to every problem at once. A
 * flag wins over the file. Where a part of the configuration file cannot be understood, that alone is said of it: neither
 * what it may lack nor whether it fits with the rest. All other problems are told as ever.
 *
 * It opens no roster and no source, but says which can be looked at where a setting is wrong. It expands patterns of file
 * names, so that what is said of files is said of each.
 */
import { type Problem, Trouble } from "../trouble.ts";
import type { Configuration } from "./configuration.ts";
import {
  addConfigured,
  addMappings,
  addTyped,
  configuredRole,
  type Drafts,
  draftOf,
  expandFiles,
  filesToRead,
  inLinkingOrder,
  nameIsSound,
  ROSTER,
  toRead,
  toSourcePlan,
} from "./drafts.ts";
import { expandPattern } from "./file-pattern.ts";
import { checkLeading, checkOut, checkRoster, checkSharing, checkSources } from "./input-checks.ts";
import { readMappings } from "./mapping.ts";
import type { Typed } from "./options.ts";
import type { InspectPlan, Plan } from "./plan.ts";
import type { Place } from "./problem.ts";
import type { Settings } from "./schema.ts";
import {
  choose,
  resolveAsOf,
  resolveFormats,
  resolveLeading,
  resolveOut,
  resolveThreads,
  type Said,
  settingOf,
} from "./settings.ts";

/** Where there is no configuration file, nothing in it is in doubt. */
const SILENT: Pick<Configuration, "understood"> = {
  understood: { names: true, roster: true, sources: true, reading: true, out: true },
};

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
