/**
 * The shape of the configuration file. It checks shape only (sense is checked in `resolve.ts`, once flags and file
 * are together) and says what is wrong in cocok's own terms: the schema library's messages never reach a reader.
 *
 * The JSON Schema that editors complete the file by is made from it. Help texts come from `options.ts`.
 */
import { z } from "zod";
import { editDistance } from "../text/distance.ts";
import type { Problem } from "../trouble.ts";
import type { RepeatedKey } from "./json-fault.ts";
import { CONFIGURATION_ONLY, OPTIONS } from "./options.ts";
import {
  ABSENCES,
  type Bilingual,
  COLUMN_FIELDS,
  FIELD_ALIASES,
  FORMATS,
  SOURCE_KINDS,
  type SourceKind,
  THREADS,
} from "./plan.ts";
import { type SettingProblem, type Shape, settingProblem } from "./problem.ts";
import { BUILT_IN_NAMES, BUILT_IN_SOURCES, RESERVED_NAMES, SOURCE_NAME } from "./sources.ts";

const text = z.string().min(1);
const texts = z.array(text).min(1);
const files = z.union([text, texts]);

/** Any number here: whether it can be used is said in `resolve.ts`, as of a typed one. Editors know the bounds. */
const threads = z.number().meta({ type: "integer", minimum: THREADS.fewest, maximum: THREADS.most });

/** JSON has no comments of its own. What stands under this key, in any group, is for people and is ignored. */
export const REMARK = "//";
const remark = z.union([z.string(), z.array(z.string())]);
const REMARKS = { [REMARK]: explained(remark, CONFIGURATION_ONLY[REMARK]).optional() } as const;

const SOURCES_HELP: Bilingual = {
  id: "Sumber pembanding: dukcapil, ktp, ijazah, bkn, atau nama pilihan sendiri (huruf kecil).",
  en: "Sources to check against: dukcapil, ktp, ijazah, bkn, or a name of your choice (small letters).",
};
/** The flag says no; the key says yes or no. */
const COLOR_HELP: Bilingual = { id: "Pakai warna di layar.", en: "Use colours on the screen." };

/** What an editor shows beside the key: nobody has said yet in which language they read. */
function explained<S extends z.ZodType>(schema: S, { id, en }: Bilingual): S {
  return schema.describe(`${id}\n${en}`);
}

/** What only editors are told of a group of names: words of JSON Schema. */
interface Offered {
  /** The names to offer, each with what holds for its value beside what holds for all. */
  readonly names: Readonly<Record<string, object>>;
  /** What holds for the group. */
  readonly rules: object;
}

export const OFFERED = z.registry<Offered>();

/** A group whose keys are names: any text, in the order it was written. A remark is no name. */
function named<V extends z.ZodType>(value: V, offered: Offered): z.ZodType<Record<string, z.output<V>>> {
  const group = z.object(REMARKS).catchall(value);
  OFFERED.add(group, offered);
  return group.transform(({ [REMARK]: _, ...given }) => given as Record<string, z.output<V>>);
}

const FIELD_NAMES: readonly string[] = [...COLUMN_FIELDS, ...FIELD_ALIASES.keys()];
const map = explained(
  named(text, {
    names: Object.fromEntries(FIELD_NAMES.map((name) => [name, {}])),
    rules: { additionalProperties: false },
  }),
  OPTIONS.map.help,
);

const rosterObject = z.strictObject({ ...REMARKS, files: files.optional(), map: map.optional() });
const listingShape = {
  absent: explained(z.enum(ABSENCES), CONFIGURATION_ONLY["sources.NAME.absent"]).optional(),
  blocked: explained(texts, CONFIGURATION_ONLY["sources.NAME.blocked"]).optional(),
  registered: explained(texts, CONFIGURATION_ONLY["sources.NAME.registered"]).optional(),
};
const LISTING: SourceKind = "listing";
/** What a source must be like for the settings of a listing to stand in it. */
const beside = (rule: object) => ({
  dependencies: Object.fromEntries(Object.keys(listingShape).map((key) => [key, rule])),
});
const sourceObject = rosterObject
  .extend({
    kind: explained(z.enum(SOURCE_KINDS), CONFIGURATION_ONLY["sources.NAME.kind"]).optional(),
    ...listingShape,
  })
  .meta(beside({ properties: { kind: { const: LISTING } } }));

const FREE_NAME = { pattern: SOURCE_NAME.source, not: { enum: RESERVED_NAMES } };
const sources = named(z.union([text, texts, sourceObject]), {
  // what is no listing by itself has to be called one
  names: Object.fromEntries(
    BUILT_IN_NAMES.map((name) => [name, BUILT_IN_SOURCES[name] === LISTING ? {} : beside(["kind"])]),
  ),
  rules: { propertyNames: { anyOf: [FREE_NAME, { const: REMARK }] } },
});

/** An empty list is allowed: no source leads for that field. */
const leaders = z.array(text.meta(FREE_NAME)).optional();
const leading = z.strictObject({
  ...REMARKS,
  nik: leaders,
  name: leaders,
  birth_date: leaders,
  birth_place: leaders,
});

/** Whether there is such a day is for `resolve.ts`. */
const ISO_DATE = "^\\d{4}-\\d{2}-\\d{2}$";

const format = `(?:${FORMATS.join("|")})`;
/** As `membersIn` takes it apart. */
const formats = text.meta({ pattern: `^\\s*${format}(?:(?:\\s*,\\s*|\\s+)${format})*\\s*$` });

export const SETTINGS_SCHEMA = z.strictObject({
  ...REMARKS,
  $schema: explained(z.string(), CONFIGURATION_ONLY.$schema).optional(),
  roster: explained(z.union([text, texts, rosterObject]), OPTIONS.roster.help).optional(),
  sources: explained(sources, SOURCES_HELP).optional(),
  identifier: explained(z.enum(OPTIONS.identifier.choices), OPTIONS.identifier.help).optional(),
  asOf: explained(text.meta({ pattern: ISO_DATE }), OPTIONS.asOf.help).optional(),
  lang: explained(z.enum(OPTIONS.lang.choices), OPTIONS.lang.help).optional(),
  out: explained(text, OPTIONS.out.help).optional(),
  formats: explained(z.union([formats, z.array(formats).min(1)]), OPTIONS.formats.help).optional(),
  mask: explained(z.boolean(), OPTIONS.mask.help).optional(),
  failOn: explained(z.enum(OPTIONS.failOn.choices), OPTIONS.failOn.help).optional(),
  threads: explained(threads, OPTIONS.threads.help).optional(),
  json: explained(z.boolean(), OPTIONS.json.help).optional(),
  quiet: explained(z.boolean(), OPTIONS.quiet.help).optional(),
  color: explained(z.boolean(), COLOR_HELP).optional(),
  leading: explained(leading, CONFIGURATION_ONLY["leading.FIELD"]).optional(),
});

/** What a configuration file says, before it is merged with what was typed. */
export type Settings = z.infer<typeof SETTINGS_SCHEMA>;

type Path = readonly PropertyKey[];

/** The keys the object at a path may have: beside the top, only the roster, a source and `leading` are closed. */
function knownKeys(path: Path): readonly string[] {
  const closed = { roster: rosterObject, sources: sourceObject, leading };
  const object = path.length === 0 ? SETTINGS_SCHEMA : closed[path[0] as keyof typeof closed];
  return Object.keys(object.shape);
}

/** Further away is another word; of a short one at most half may differ. Edits. */
const FARTHEST = 3;

/** The keys that were perhaps meant: those nearest, whatever their case and the marks between their words. */
function nearestKeys(key: string, known: readonly string[]): readonly string[] {
  const fold = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");
  const folded = fold(key);
  const words = known.filter((other) => other !== REMARK);
  const distances = words.map((other) => editDistance(folded, fold(other)));
  const nearest = Math.min(...distances);
  if (nearest > Math.min(FARTHEST, folded.length / 2)) return [];
  return words.filter((_, at) => distances[at] === nearest);
}

/** `["sources", "ktp", "files", 1]` → `sources.ktp.files[1]`. */
function dotted(path: Path): string {
  return path
    .map((step, depth) =>
      typeof step === "number" ? `[${step}]` : `${depth === 0 ? "" : "."}${String(step)}`,
    )
    .join("");
}

const SHAPE_OF: Readonly<Record<string, Shape>> = {
  string: "text",
  boolean: "switch",
  number: "number",
  array: "texts",
  object: "object",
  record: "object",
};

/** What is wrong at one place. Of the shapes that a value may have, only the one that is meant counts. */
interface Fault {
  readonly issue: z.core.$ZodIssue;
  readonly path: Path;
}

function faultsOf(issues: readonly z.core.$ZodIssue[], base: Path = []): Fault[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    const meant = issue.code === "invalid_union" ? issue.errors.find(isMeant) : undefined;
    if (meant !== undefined) return faultsOf(meant, path);
    if (issue.code !== "unrecognized_keys") return [{ issue, path }];
    return issue.keys.map((key) => ({ issue, path: [...path, key] }));
  });
}

/** The shape that is meant is the one whose outermost type fits; its inner faults are the real ones. */
function isMeant(branch: readonly z.core.$ZodIssue[]): boolean {
  return !branch.some((inner) => isRootMismatch(inner));
}

/** True when a value is not of the (or any) type expected, rather than wrong somewhere inside. */
function isRootMismatch(issue: z.core.$ZodIssue, expected?: string): boolean {
  const isMismatch = issue.code === "invalid_type" && issue.path.length === 0;
  return isMismatch && (expected === undefined || issue.expected === expected);
}

/** What the schema library says of a place, as a problem of ours. */
function translate(file: string, { issue, path }: Fault): Problem {
  const say = (kind: SettingProblem, facts: Problem["facts"] = {}) =>
    settingProblem(kind, { file, path: dotted(path) }, facts);
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeys(path.slice(0, -1));
      const suggestion = nearestKeys(String(path.at(-1)), known).join(", ");
      return say("unknown_key", { known: known.join(", "), suggestion });
    }
    case "invalid_value":
      return say("not_a_choice", { choices: issue.values.join(", ") });
    case "too_small":
      return say("empty");
    case "invalid_union": {
      if (path.at(-1) === REMARK) return say("wrong_type", { expected: "remark" });
      const takesObject = issue.errors.some((branch) =>
        branch.some((inner) => isRootMismatch(inner, "object")),
      );
      return say("wrong_type", { expected: takesObject ? "input" : "files" });
    }
    case "invalid_type":
      return say("wrong_type", { expected: SHAPE_OF[issue.expected] ?? "object" });
    default:
      // The schema above can raise no other issue; should that change, the reader still learns the place.
      return say("wrong_type", { expected: "object" });
  }
}

/** Which settings are as they were meant. Of the others nobody can say what they lack, or whether they fit. */
export interface Understood {
  /** What the sources are called. */
  readonly names: boolean;
  /** All that is said of the roster. */
  readonly roster: boolean;
  /** All that is said of the sources. */
  readonly sources: boolean;
  /** How both are to be read. */
  readonly reading: boolean;
  /** The results folder. */
  readonly out: boolean;
}

/** What a file gives by its shape. */
export interface Shaped {
  /** Without what is wrong. */
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly understood: Understood;
}

/**
 * Checks the shape of a parsed configuration file. What is sound of it can be checked further, so that all is told at once.
 * @param repeated keys that the text has twice, of which the value holds the last
 */
export function checkShape(file: string, value: unknown, repeated: readonly RepeatedKey[] = []): Shaped {
  const checked = SETTINGS_SCHEMA.safeParse(value);
  const faults = checked.success ? [] : faultsOf(checked.error.issues);
  const unseen = unseenNames(value);
  // of remarks there may be any number
  const twice = repeated.filter(({ path }) => path.at(-1) !== REMARK);
  const wrong: readonly Path[] = [...faults, ...unseen, ...twice].map(({ path }) => path);
  const isSound = (...keys: readonly string[]): boolean => !wrong.some((path) => isAbout(path, keys, value));
  const place = (path: Path) => ({ file, path: dotted(path) });
  return {
    settings: checked.success ? checked.data : soundPart(value, faults),
    problems: [
      ...faults.map((fault) => translate(file, fault)),
      ...unseen.map(({ path, kind, facts }) => settingProblem(kind, place(path), facts)),
      ...twice.map(({ path, line, firstLine }) =>
        settingProblem("key_twice", place(path), { row: firstLine, again: line }),
      ),
    ],
    understood: {
      // a source that is wrong has its name all the same
      names: !wrong.some((path) => path.length < 2 && isAbout(path, ["sources"], value)),
      roster: isSound("roster"),
      sources: isSound("sources"),
      reading: isSound("roster", "sources", "identifier"),
      out: isSound("out"),
    },
  };
}

/** Whether a fault may touch one of these keys: an unknown key at the top may be any that is not there, misspelt. */
function isAbout([key]: Path, keys: readonly string[], value: unknown): boolean {
  if (key === undefined) return true;
  const first = String(key);
  if (Object.hasOwn(SETTINGS_SCHEMA.shape, first)) return keys.includes(first);
  return keys.some((known) => inGroup(value, known) === undefined);
}

/** The settings without those that have faults. */
function soundPart(value: unknown, faults: readonly Fault[]): Settings {
  let sound = value;
  for (const { path } of faults) sound = without(sound, path, []);
  const checked = SETTINGS_SCHEMA.safeParse(sound);
  return checked.success ? checked.data : {};
}

/**
 * The same without what stands at a path; a list goes as a whole, and a source keeps its name. Where it is in doubt of
 * what kind a source is, it is taken for a listing: nothing that is set for one is out of place then.
 */
function without(value: unknown, [step, ...rest]: Path, above: Path): unknown {
  if (step === undefined || !isGroup(value)) return undefined;
  const key = String(step);
  const { [key]: inner, ...others } = value;
  const left = rest.length === 0 ? undefined : without(inner, rest, [...above, key]);
  const isSource = above.length === 1 && above[0] === "sources" && key !== REMARK;
  if (left !== undefined || isSource) return { ...value, [key]: left ?? {} };
  const isOfSource = above.length === 2 && above[0] === "sources" && above[1] !== REMARK;
  const isKindInDoubt = isOfSource && (key === "kind" || !Object.hasOwn(sourceObject.shape, key));
  return isKindInDoubt ? { ...others, kind: LISTING } : others;
}

/** A key that the schema library passes over in a group of names, lest it change what an object is. */
const UNSEEN = "__proto__";

interface UnseenName {
  readonly path: Path;
  readonly kind: SettingProblem;
  readonly facts: Problem["facts"];
}

function unseenNames(value: unknown): UnseenName[] {
  const unseen: UnseenName[] = [];
  const sources = inGroup(value, "sources");
  if (isGroup(sources) && Object.hasOwn(sources, UNSEEN)) {
    unseen.push({ path: ["sources", UNSEEN], kind: "source_name_malformed", facts: { name: UNSEEN } });
  }
  const inputs = isGroup(sources) ? Object.keys(sources).map((name) => ["sources", name]) : [];
  for (const path of [["roster"], ...inputs]) {
    const columns = inGroup(path.reduce(inGroup, value), "map");
    if (!isGroup(columns) || !Object.hasOwn(columns, UNSEEN)) continue;
    const facts = { known: FIELD_NAMES.join(", "), suggestion: "" };
    unseen.push({ path: [...path, "map", UNSEEN], kind: "unknown_key", facts });
  }
  return unseen;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inGroup(value: unknown, key: string): unknown {
  return isGroup(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
