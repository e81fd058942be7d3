/**
 * The settings that can be typed and stand in the configuration file: what was typed counts, else what the file says, else
 * the default. One that makes no sense is a problem, and the default stands in for it.
 */
import { availableParallelism } from "node:os";
import path from "node:path";
import { isRealDate, packDate } from "../field/birth-date.ts";
import type { Problem } from "../trouble.ts";
import { type Configuration, fromConfiguration } from "./configuration.ts";
import { membersIn, OPTIONS, type OptionEntry, type Typed } from "./options.ts";
import { FORMATS, type Format, type LeadingField, THREADS } from "./plan.ts";
import { type Place, placeFacts, settingProblem } from "./problem.ts";
import type { Settings } from "./schema.ts";
import { DEFAULT_LEADING } from "./sources.ts";

/** What was typed, and what the configuration file says. */
export interface Said {
  readonly typed: Typed;
  readonly configuration: Configuration | null;
}

/** The default reference date, yyyymmdd. */
export const DEFAULT_AS_OF = packIsoDate(OPTIONS.asOf.default)!;

type Flagged = Pick<OptionEntry, "flags">;

export function flagPlace({ flags }: Flagged): Place {
  return { file: null, path: flags[0] };
}

/** What can be said in both places, under one name. */
type SettingName = Exclude<keyof Typed & keyof Settings, "roster">;

/** What counts of a setting, and where it was said: what was typed, else what the file says, else the default. */
export function settingOf<N extends SettingName, D>(
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
export function choose<N extends keyof Choices>(name: N, said: Said, problems: Problem[]): Choices[N] {
  const { choices, default: byDefault } = CHOICES[name];
  const { value, place } = settingOf(name, said, byDefault);
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  const facts = { value: String(value), choices: choices.join(", ") };
  problems.push(settingProblem("not_a_choice", place, facts));
  return byDefault;
}

/** What is wrong with a language that was typed, for a command that has spoken it where it is right. */
export function languageProblems(typed: Pick<Typed, "lang">): readonly Problem[] {
  const problems: Problem[] = [];
  choose("lang", { typed, configuration: null }, problems);
  return problems;
}

/** A list in one text, or a list of the file; csv is in it whether said or not. */
export function resolveFormats(said: Said, problems: Problem[]): readonly Format[] {
  const { value, place } = settingOf("formats", said, OPTIONS.formats.default);
  const members = [value].flat().flatMap(membersIn);
  const named = members.filter((name) => name !== "");
  const unknown = named.filter((name) => !FORMATS.some((format) => format === name));
  const known = named.filter((name) => !unknown.includes(name));
  if (unknown.length > 0 || named.length === 0) {
    const facts = { value: unknown.join(", "), choices: FORMATS.join(", ") };
    problems.push(settingProblem("not_a_choice", place, facts));
  }
  if (named.length < members.length && known.length > 0)
    problems.push(settingProblem("gap_in_list", place, { suggestion: known.join(",") }));
  return FORMATS.filter((format) => format === "csv" || known.includes(format));
}

/** The reference date as yyyymmdd; a wrong one is a problem and yields the default. */
export function resolveAsOf(said: Said, problems: Problem[]): number {
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
export function resolveThreads(said: Said, problems: Problem[]): number {
  const { fewest, most, mostByDefault } = THREADS;
  const { value, place } = settingOf("threads", said, Math.min(availableParallelism(), mostByDefault));
  const threads = /^\d+$/.test(String(value)) ? Number(value) : Number.NaN;
  if (threads >= fewest && threads <= most) return threads;
  // what has no more digits is a number of threads, if a wrong one, and no birth date
  const typed = threads <= MOST_THREADS_TYPED ? threads : String(value);
  problems.push({ code: "threads_invalid", facts: { value: typed, fewest, most, ...placeFacts(place) } });
  return fewest;
}

export interface Out {
  readonly folder: string;
  readonly place: Place;
}

export function resolveOut(said: Said, problems: Problem[]): Out {
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

export function resolveLeading(settings: Settings): Readonly<Record<LeadingField, readonly string[]>> {
  const { nik, name, birth_date, birth_place } = DEFAULT_LEADING;
  const configured = settings.leading ?? {};
  return {
    nik: configured.nik ?? nik,
    name: configured.name ?? name,
    birth_date: configured.birth_date ?? birth_date,
    birth_place: configured.birth_place ?? birth_place,
  };
}
