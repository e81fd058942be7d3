/**
 * The resolved plan of one run: what was typed and what the configuration file says, merged, defaulted and
 * checked. It is the only options type that travels, and nobody changes it.
 */
import type { IdentifierKind } from "../field/identifier.ts";

export const LANGUAGES = ["id", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in every language, side by side. */
export type Bilingual = Readonly<Record<Language, string>>;

/**
 * What a source can vouch for. A `registry` (Dukcapil) is the authority on who exists; `answers` are what the
 * registry said when it was asked about identifiers (domain.md §5.2): its verdict on each field, no values; a
 * `document` (KTP, diploma) is a witness; a `listing` (BKN's list, payroll) says only who is on it and with which
 * status.
 */
export const SOURCE_KINDS = ["registry", "answers", "document", "listing"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * What it means that somebody is not on a listing: `register` asks for the action register_bkn, `finding` is worth
 * knowing and decides nothing, `ignore` says nothing at all.
 */
export const ABSENCES = ["register", "finding", "ignore"] as const;
export type Absence = (typeof ABSENCES)[number];

/** How a listing is read. Status texts are compared folded (case, marks and spaces do not count), as a whole. */
export interface ListingRules {
  readonly absent: Absence;
  /** Status texts that stand in a person's way, beside those known anyway. */
  readonly blocked: readonly string[];
  /** Status texts that do not, whatever they would mean elsewhere. */
  readonly registered: readonly string[];
}

/** The columns cocok knows how to use, and so the fields that can be mapped to a header. */
export const COLUMN_FIELDS = [
  "nik",
  "name",
  "birth_place",
  "birth_date",
  "birth_place_and_date",
  "sex",
  "unit",
  "status",
  "family_card",
  "asked_name",
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** Other names under which a field can be mapped: TTL, "tempat, tanggal lahir", is what clerks call that column. */
export const FIELD_ALIASES: ReadonlyMap<string, ColumnField> = new Map([["ttl", "birth_place_and_date"]]);

/** Header to use for a field, whatever the synonyms say: from `--map SOURCE.FIELD=HEADER`. */
export type ColumnMapping = { readonly [F in ColumnField]?: string };

export interface InputPlan {
  readonly files: readonly string[];
  readonly mapping: ColumnMapping;
}

export interface SourcePlan extends InputPlan {
  /** `dukcapil`, `ktp`, `ijazah`, `bkn`, or a name from the configuration. */
  readonly name: string;
  readonly kind: SourceKind;
  /** Of listings only. */
  readonly listing?: ListingRules;
}

/** Fields for which some source leads when they disagree. */
export const LEADING_FIELDS = ["nik", "name", "birth_date", "birth_place"] as const;
export type LeadingField = (typeof LEADING_FIELDS)[number];

/** From which cases on the exit status is 1. */
export const FAIL_ON = ["any", "none"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Reports of a run; csv (with summary.json) is always written. */
export const FORMATS = ["csv", "xlsx", "html"] as const;
export type Format = (typeof FORMATS)[number];

/** How many threads can be asked for. Beyond `mostByDefault` the one that reads cannot keep the others busy. */
export const THREADS = { fewest: 1, most: 64, mostByDefault: 4 } as const;

/** What `cocok inspect` looks at, and how: each file as `reconcile` would take it. */
export interface InspectPlan {
  readonly files: readonly InspectedFile[];
  readonly identifier: IdentifierKind;
  /** yyyymmdd. */
  readonly asOf: number;
  readonly language: Language;
  readonly json: boolean;
  readonly color: boolean;
}

export interface InspectedFile {
  readonly path: string;
  /** `roster` or a source's name. */
  readonly role: string;
  readonly kind: "roster" | SourceKind;
  readonly mapping: ColumnMapping;
}

export interface Plan {
  readonly roster: InputPlan;
  /** In the order they are linked: registries, answers, documents, listings. Never empty. */
  readonly sources: readonly SourcePlan[];
  readonly identifier: IdentifierKind;
  /** Per field the sources that lead, most trusted first. */
  readonly leading: Readonly<Record<LeadingField, readonly string[]>>;
  readonly out: string;
  /** Reference date of ages and two-digit years, yyyymmdd. Never the clock. */
  readonly asOf: number;
  readonly language: Language;
  readonly formats: readonly Format[];
  /** NIKs and birth dates are masked in every file. */
  readonly mask: boolean;
  readonly failOn: FailOn;
  /** How many threads work at most, the calling one among them; at least 1. Results are the same with any number. */
  readonly threads: number;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}
