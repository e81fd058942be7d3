/**
 * The sources cocok knows by name, what each can vouch for, and which of them lead. Sources under any other name
 * are listings unless the configuration says otherwise: the weakest claim is the safe one.
 */
import type { Absence, LeadingField, SourceKind } from "./plan.ts";

export const DUKCAPIL = "dukcapil";
export const KTP = "ktp";
export const DIPLOMA = "ijazah";
export const BKN = "bkn";

/** In the order in which sources of one kind are linked. */
export const BUILT_IN_SOURCES = {
  [DUKCAPIL]: "registry",
  [KTP]: "document",
  [DIPLOMA]: "document",
  [BKN]: "listing",
} as const satisfies Record<string, SourceKind>;

export type BuiltInSource = keyof typeof BUILT_IN_SOURCES;

export const BUILT_IN_NAMES = Object.keys(BUILT_IN_SOURCES) as readonly BuiltInSource[];

/** What absence from a listing means where the configuration does not say: who is not on BKN's list is to be put there. */
export function usualAbsence(name: string): Absence {
  return name === BKN ? "register" : "finding";
}

/** Names a source cannot have: `roster` is the list itself, `diploma` would pass for `ijazah` and is not it. */
export const RESERVED_NAMES: readonly string[] = ["roster", "diploma"];

/**
 * Which source is believed for a field. The NIK of the KTP-el counts over any other document's (PP 40/2019
 * art. 33, Permendagri 74/2015 art. 3(2); domain.md §1.1), and a diploma carries none.
 */
export const DEFAULT_LEADING: Readonly<Record<LeadingField, readonly BuiltInSource[]>> = {
  nik: [DUKCAPIL, KTP],
  name: [DUKCAPIL, KTP, DIPLOMA],
  birth_date: [DUKCAPIL, KTP, DIPLOMA],
  birth_place: [DUKCAPIL, KTP, DIPLOMA],
};

export function isBuiltIn(name: string): name is BuiltInSource {
  return Object.hasOwn(BUILT_IN_SOURCES, name);
}

/**
 * What can name a source in a flag, a file name and a column of links.csv alike: a small letter, then small letters,
 * digits, `-` and `_`, 32 at most.
 */
export const SOURCE_NAME = /^[a-z][a-z0-9_-]{0,31}$/;
