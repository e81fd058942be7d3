/** The labels of a comparison: fields, columns, how values agree, and what the sources are called. */
import type { ColumnField, SourceKind } from "../config/plan.ts";
import type { BuiltInSource } from "../config/sources.ts";
import type { Agreement, Field } from "../field/level.ts";
import { forEachIdentifier } from "./identifier.ts";
import type { Bilingual, Language } from "./sentence.ts";

/** What is said of a person whatever the number is. */
const OF_A_PERSON = {
  name: { id: "nama", en: "name" },
  birth_place: { id: "tempat lahir", en: "birth place" },
  birth_date: { id: "tanggal lahir", en: "birth date" },
  sex: { id: "jenis kelamin", en: "sex" },
} as const satisfies Record<string, Bilingual>;

/** The fields compared, and `record` for findings about a person's row as a whole. */
export const FIELD_LABELS = forEachIdentifier(
  ({ label }): Readonly<Record<Field | "record", Bilingual>> => ({
    nik: label,
    ...OF_A_PERSON,
    record: { id: "data orang", en: "record" },
  }),
);

export const COLUMN_LABELS = forEachIdentifier(
  ({ label }): Readonly<Record<ColumnField, Bilingual>> => ({
    nik: label,
    ...OF_A_PERSON,
    birth_place_and_date: { id: "tempat dan tanggal lahir", en: "birth place and date" },
    unit: { id: "OPD atau unit kerja", en: "agency or unit" },
    status: { id: "status", en: "record status" },
    family_card: { id: "nomor KK", en: "family card number (KK)" },
    asked_name: { id: "nama yang ditanyakan", en: "name that was asked" },
  }),
);

export const AGREEMENT_LABELS: Readonly<Record<Agreement, Bilingual>> = {
  same: { id: "sama", en: "same" },
  equivalent: { id: "setara", en: "equivalent" },
  near: { id: "mirip", en: "near" },
  different: { id: "beda", en: "different" },
  missing: { id: "kosong", en: "missing" },
  damaged: { id: "rusak", en: "damaged" },
};

export const SOURCE_KIND_LABELS: Readonly<Record<SourceKind, Bilingual>> = {
  registry: { id: "data induk", en: "registry" },
  answers: { id: "jawaban Dukcapil", en: "answers of Dukcapil" },
  document: { id: "dokumen", en: "document" },
  listing: { id: "daftar keanggotaan", en: "listing" },
};

const SOURCE_LABELS: Readonly<Record<"roster" | BuiltInSource, Bilingual>> = {
  roster: { id: "daftar", en: "roster" },
  dukcapil: { id: "Dukcapil", en: "Dukcapil" },
  ktp: { id: "KTP", en: "KTP" },
  ijazah: { id: "ijazah", en: "diploma" },
  bkn: { id: "daftar BKN", en: "BKN list" },
};

/** What people call the roster or a source; one named in the configuration goes by its own name. */
export function sourceLabel(name: string, language: Language): string {
  if (Object.hasOwn(SOURCE_LABELS, name)) return SOURCE_LABELS[name as keyof typeof SOURCE_LABELS][language];
  return { id: `sumber ${name}`, en: `source ${name}` }[language];
}

/** What the roster, a source or a kind of source is called where a file is spoken of. */
export function roleLabel(role: string, language: Language): string {
  if (Object.hasOwn(SOURCE_KIND_LABELS, role)) return SOURCE_KIND_LABELS[role as SourceKind][language];
  return sourceLabel(role, language);
}
