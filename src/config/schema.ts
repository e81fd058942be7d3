/**
 * The shape of the configuration file. It checks shape only (sense is checked in `resolve.ts`, once flags and file
 * are together) and says what is wrong in cocok's own terms: the schema library's messages never reach a reader.
 *
 * The JSON Schema that editors complete the file by is made from it. Help texts come from `options.ts`.
 */
import { z } from "zod";
import { editDistance } from "../text/distance.ts";
import type { Problem } from "../trouble.ts";
import { CONFIGURATION_ONLY, OPTIONS } from "./options.ts";
import { ABSENCES, type Bilingual, COLUMN_FIELDS, FIELD_ALIASES, SOURCE_KINDS, THREADS } from "./plan.ts";
import { type SettingProblem, type Shape, settingProblem } from "./problem.ts";
import { BUILT_IN_NAMES } from "./sources.ts";

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

/** The names that an editor offers in a group of free names. */
export const OFFERED = z.registry<{ readonly names: readonly string[] }>();

/** A group whose keys are names: any text, in the order it was written. A remark is no name. */
function named<V extends z.ZodType>(
  value: V,
  names: readonly string[],
): z.ZodType<Record<string, z.output<V>>> {
  const group = z.object(REMARKS).catchall(value);
  OFFERED.add(group, { names });
  return group.transform(({ [REMARK]: _, ...given }) => given as Record<string, z.output<V>>);
}

const FIELD_NAMES: readonly string[] = [...COLUMN_FIELDS, ...FIELD_ALIASES.keys()];
const map = explained(named(text, FIELD_NAMES), OPTIONS.map.help);

const rosterObject = z.strictObject({ ...REMARKS, files: files.optional(), map: map.optional() });
const sourceObject = rosterObject.extend({
  kind: explained(z.enum(SOURCE_KINDS), CONFIGURATION_ONLY["sources.NAME.kind"]).optional(),
  absent: explained(z.enum(ABSENCES), CONFIGURATION_ONLY["sources.NAME.absent"]).optional(),
  blocked: explained(texts, CONFIGURATION_ONLY["sources.NAME.blocked"]).optional(),
  registered: explained(texts, CONFIGURATION_ONLY["sources.NAME.registered"]).optional(),
});

/** An empty list is allowed: no source leads for that field. */
const leaders = z.array(text).optional();
const leading = z.strictObject({
  ...REMARKS,
  nik: leaders,
  name: leaders,
  birth_date: leaders,
  birth_place: leaders,
});

export const SETTINGS_SCHEMA = z.strictObject({
  ...REMARKS,
  $schema: explained(z.string(), CONFIGURATION_ONLY.$schema).optional(),
  roster: explained(z.union([text, texts, rosterObject]), OPTIONS.roster.help).optional(),
  sources: explained(named(z.union([text, texts, sourceObject]), BUILT_IN_NAMES), SOURCES_HELP).optional(),
  identifier: explained(z.enum(OPTIONS.identifier.choices), OPTIONS.identifier.help).optional(),
  asOf: explained(text, OPTIONS.asOf.help).optional(),
  lang: explained(z.enum(OPTIONS.lang.choices), OPTIONS.lang.help).optional(),
  out: explained(text, OPTIONS.out.help).optional(),
  formats: explained(z.union([text, texts]), OPTIONS.formats.help).optional(),
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

/** True when a value is not of the (or any) type expected, rather than wrong somewhere inside. */
function isRootMismatch(issue: z.core.$ZodIssue, expected?: string): boolean {
  const isMismatch = issue.code === "invalid_type" && issue.path.length === 0;
  return isMismatch && (expected === undefined || issue.expected === expected);
}

/** Turns the schema library's issues into problems, each at its full path, innermost cause first. */
function translate(file: string, issues: readonly z.core.$ZodIssue[], base: Path): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = [...base, ...issue.path];
    const say = (kind: SettingProblem, at: Path, facts: Problem["facts"] = {}) =>
      settingProblem(kind, { file, path: dotted(at) }, facts);
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => {
          const known = knownKeys(path);
          const suggestion = nearestKeys(key, known).join(", ");
          return say("unknown_key", [...path, key], { known: known.join(", "), suggestion });
        });
      case "invalid_value":
        return [say("not_a_choice", path, { choices: issue.values.join(", ") })];
      case "too_small":
        return [say("empty", path)];
      case "invalid_union": {
        // The branch that is meant is the one whose outermost type fits; its inner faults are the real ones.
        if (
          path[path.length - 1] === REMARK &&
          issue.errors.every((branch) => branch.some((inner) => isRootMismatch(inner)))
        )
          return [say("wrong_type", path, { expected: "remark" })];
        const meant = issue.errors.find((branch) => !branch.some((inner) => isRootMismatch(inner)));
        if (meant !== undefined) return translate(file, meant, path);
        const takesObject = issue.errors.some((branch) =>
          branch.some((inner) => isRootMismatch(inner, "object")),
        );
        return [say("wrong_type", path, { expected: takesObject ? "input" : "files" })];
      }
      case "invalid_type":
        return [say("wrong_type", path, { expected: SHAPE_OF[issue.expected] ?? "object" })];
      default:
        // The schema above can raise no other issue; should that change, the reader still learns the place.
        return [say("wrong_type", path, { expected: "object" })];
    }
  });
}

/** What a file gives by its shape. */
export interface Shaped {
  /** Without what is wrong. */
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** Whether roster, sources and results folder are as they were meant: else nobody can say what they lack. */
  readonly inputsUnderstood: boolean;
  /** Whether it is also as it was meant how they are to be read: else nobody can say what their columns lack. */
  readonly readingUnderstood: boolean;
}

/** Checks the shape of a parsed configuration file. What is sound of it can be checked further, so that all is told at once. */
export function checkShape(file: string, value: unknown): Shaped {
  const unseen = unseenNames(file, value);
  const checked = SETTINGS_SCHEMA.safeParse(value);
  const isSeen = unseen.length === 0;
  if (checked.success) {
    return {
      settings: checked.data,
      problems: unseen,
      inputsUnderstood: isSeen,
      readingUnderstood: isSeen,
    };
  }
  const { issues } = checked.error;
  return {
    settings: soundPart(value, issues),
    problems: [...translate(file, issues, []), ...unseen],
    inputsUnderstood: isSeen && !issues.some((issue) => isAbout(ABOUT_INPUTS, issue)),
    readingUnderstood: isSeen && !issues.some((issue) => isAbout(ABOUT_READING, issue)),
  };
}

const ABOUT_INPUTS: readonly PropertyKey[] = ["roster", "sources", "out"];
const ABOUT_READING: readonly PropertyKey[] = [...ABOUT_INPUTS, "identifier"];

/** An unknown key at the top may be any of them, misspelt. */
function isAbout(keys: readonly PropertyKey[], { path: [key] }: z.core.$ZodIssue): boolean {
  return key === undefined || keys.includes(key);
}

/** The settings without those that have issues. A source keeps its name, of which there is something to say as well. */
function soundPart(value: unknown, issues: readonly z.core.$ZodIssue[]): Settings {
  if (!isGroup(value)) return {};
  const sound = { ...value };
  for (const issue of issues) {
    const places = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [];
    for (const [first, second] of places.length > 0 ? places : [issue.path]) {
      const key = String(first);
      const group = sound[key];
      if (second === undefined || !isGroup(group)) delete sound[key];
      else if (key === "sources" && second !== REMARK) sound[key] = { ...group, [second]: {} };
      else {
        const { [String(second)]: _, ...rest } = group;
        sound[key] = rest;
      }
    }
  }
  const checked = SETTINGS_SCHEMA.safeParse(sound);
  return checked.success ? checked.data : {};
}

/** A key that the schema library passes over in a group of names, lest it change what an object is. */
const UNSEEN = "__proto__";

function unseenNames(file: string, value: unknown): Problem[] {
  const problems: Problem[] = [];
  const sources = inGroup(value, "sources");
  if (isGroup(sources) && Object.hasOwn(sources, UNSEEN)) {
    const place = { file, path: `sources.${UNSEEN}` };
    problems.push(settingProblem("source_name_malformed", place, { name: UNSEEN }));
  }
  const inputs = isGroup(sources) ? Object.keys(sources).map((name) => ["sources", name]) : [];
  for (const path of [["roster"], ...inputs]) {
    const columns = inGroup(path.reduce(inGroup, value), "map");
    if (!isGroup(columns) || !Object.hasOwn(columns, UNSEEN)) continue;
    const place = { file, path: dotted([...path, "map", UNSEEN]) };
    problems.push(settingProblem("unknown_key", place, { known: FIELD_NAMES.join(", "), suggestion: "" }));
  }
  return problems;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inGroup(value: unknown, key: string): unknown {
  return isGroup(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
