/**
 * One label and one plain sentence for every finding code, naming what the roster has and what the source has. The
 * sentence says what differs and nothing about what to do: that is the case's action.
 *
 * To add a code: its entry in `finding/codes.ts`, its entry here; the compiler asks for it.
 */
import type { FindingCode } from "../finding/codes.ts";
import type { Side } from "../finding/findings.ts";
import { sourceLabel } from "./comparison.ts";
import { forEachIdentifier, type IdentifierWords } from "./identifier.ts";
import { looksMasked, quotable } from "./printable.ts";
import type { Bilingual, Language, Sentence, Wording } from "./sentence.ts";
import { capitalized } from "./writing.ts";

/**
 * The facts of a finding. `roster` and `source` are the raw values of the field the code speaks of; either can be "",
 * and every sentence is whole without it. The codes that compare no field use them so:
 *
 * | code | `roster` | `source` |
 * |---|---|---|
 * | `nik.belongs_to_other` | the NIK | the name of the person who holds it in the source |
 * | `nik.birth_date_conflict`, `nik.sex_conflict` | the NIK | the birth date or sex in the same row |
 * | `nik.unknown_region` | the NIK | the region code |
 * | `record.shared_nik`, `record.swapped_nik` | the NIK | the name of the other person in the roster |
 * | `record.ambiguous` | the name | the candidates, such as `baris 12, 40` |
 * | `record.duplicate` | the name | the other rows, such as `baris 17` |
 * | `record.blocked`, `.deceased`, `.inactive`, `.double` | the name | the status as the source words it |
 * | `record.not_found` | the name | what was answered, or the row that comes nearest, or "" |
 * | `record.not_registered`, `document.missing` | the name | "" |
 */
export interface FindingFacts {
  readonly roster: string;
  readonly source: string;
  /** What people call the source: `sourceLabel` gives it. */
  readonly sourceName: string;
  /** Anything worth adding; stands in brackets at the end. */
  readonly extra?: string | undefined;
  /** Of somebody who was not found, the row that comes nearest, such as `dukcapil.csv:12`; "" where none does. */
  readonly nearest?: string | undefined;
  /** How many digits differ, where masked values do not show it. */
  readonly digitsApart?: number | undefined;
  /** Whose value is damaged, of the codes that say that one is; the roster's unless told otherwise. */
  readonly damaged?: Side | null | undefined;
}

interface FindingWords {
  /** Short enough for a table of counts. */
  readonly label: Bilingual;
  /** Without the final full stop. */
  readonly sentence: Sentence<FindingFacts>;
}

/** A value behind the words that lead up to it; nothing where there is no value. */
function behind(before: string, value: string, after = ""): string {
  return value === "" ? "" : `${before}${value}${after}`;
}

/** The same in quotation marks, which stand around everything but numbers. */
function quoted(before: string, value: string): string {
  return behind(`${before}“`, value, "”");
}

/** Whom a sentence is about, where the roster has no name as well. */
const PERSON: Bilingual = { id: "orang ini", en: "this person" };

function person({ roster }: FindingFacts, language: Language): string {
  return quoted("", roster) || PERSON[language];
}

/** What stands between the two sides of a comparison of which neither value is told. */
const AGAINST: Bilingual = { id: "daftar dibanding", en: "roster against" };
const EMPTY: Bilingual = { id: "kosong", en: "empty" };

/** Both values side by side. Where neither is told it is said what was compared. */
function sides(
  { roster, source, sourceName }: FindingFacts,
  language: Language,
  shown: (value: string) => string,
): string {
  if (roster === "" && source === "") return `${AGAINST[language]} ${sourceName}`;
  const said = (value: string) => (value === "" ? EMPTY[language] : shown(value));
  return `${sourceLabel("roster", language)} ${said(roster)}, ${sourceName} ${said(source)}`;
}

/** Most findings are of one form: what differs, then both values. */
function differs(id: string, en: string): FindingWords {
  const inQuotes = (value: string) => quoted("", value);
  return {
    label: { id, en },
    sentence: {
      id: (f) => `${id}: ${sides(f, "id", inQuotes)}`,
      en: (f) => `${en}: ${sides(f, "en", inQuotes)}`,
    },
  };
}

/** A value that cannot be read, the roster's or the source's; what the other has is told where it has anything. */
function unreadable({ id, en }: Bilingual): Sentence<FindingFacts> {
  return {
    id: (f) =>
      f.damaged === "source"
        ? `${id} di ${f.sourceName} tidak terbaca${quoted(": ", f.source)}${quoted("; daftar mencatat ", f.roster)}`
        : `${id} di daftar tidak terbaca${quoted(": ", f.roster)}${quoted(`; ${f.sourceName} mencatat `, f.source)}`,
    en: (f) =>
      f.damaged === "source"
        ? `The ${en} in ${f.sourceName} cannot be read${quoted(": ", f.source)}${quoted("; the roster has ", f.roster)}`
        : `The roster's ${en} cannot be read${quoted(": ", f.roster)}${quoted(`; ${f.sourceName} has `, f.source)}`,
  };
}

/** A value the roster lacks; what the source has is told where it has anything. */
function lacking(id: string, en: string): FindingWords {
  return {
    label: { id, en },
    sentence: {
      id: (f) => `${id}${quoted(": ", f.roster)}${quoted(`; ${f.sourceName} mencatat `, f.source)}`,
      en: (f) => `${en}${quoted(": ", f.roster)}${quoted(`; ${f.sourceName} has `, f.source)}`,
    },
  };
}

/** How many digits differ between two numbers of one length; null where positions cannot be compared or are masked. */
function digitsApart({ roster, source, digitsApart }: FindingFacts): number | null {
  if (digitsApart !== undefined) return digitsApart;
  if (roster.length !== source.length || roster.includes("*")) return null;
  let apart = 0;
  for (let at = 0; at < roster.length; at++) if (roster[at] !== source[at]) apart++;
  return apart;
}

/** Codes about the number of a row, and about who else carries it. */
function identifierWords({ name, sign }: IdentifierWords) {
  const id = { name: name.id, Name: capitalized(name.id), sign: sign.id };
  const en = { name: name.en, sign: sign.en, signs: `${sign.en}s` };
  return {
    "nik.typo": {
      label: {
        id: `${id.Name} berbeda satu atau dua ${id.sign}`,
        en: `${capitalized(en.name)} differs in one or two ${en.signs}`,
      },
      sentence: {
        id: (f) => {
          const many = { 1: "satu", 2: "dua" }[digitsApart(f) ?? 0] ?? "satu atau dua";
          return `${id.Name} daftar${behind(" ", f.roster)} berbeda ${many} ${id.sign} dari ${f.sourceName}${behind(" ", f.source)}`;
        },
        en: (f) => {
          const many =
            { 1: `one ${en.sign}`, 2: `two ${en.signs}` }[digitsApart(f) ?? 0] ?? `one or two ${en.signs}`;
          return `Roster ${en.name}${behind(" ", f.roster)} differs in ${many} from ${f.sourceName}${behind(" ", f.source)}`;
        },
      },
    },
    "nik.transposed": {
      label: {
        id: `Dua ${id.sign} ${id.name} tertukar`,
        en: `Two ${en.signs} of the ${en.name} swapped`,
      },
      sentence: {
        id: (f) => `Dua ${id.sign} bersebelahan pada ${id.name} tertukar: ${sides(f, "id", String)}`,
        en: (f) => `Two neighbouring ${en.signs} of the ${en.name} are swapped: ${sides(f, "en", String)}`,
      },
    },
    "nik.digit_lost": {
      label: {
        id: `${id.Name} kurang satu ${id.sign}`,
        en: `${capitalized(en.name)} lacks one ${en.sign}`,
      },
      sentence: {
        id: (f) =>
          `${id.Name} daftar${behind(" ", f.roster)} kurang satu ${id.sign} dari ${f.sourceName}${behind(" ", f.source)}`,
        en: (f) =>
          `Roster ${en.name}${behind(" ", f.roster)} lacks one ${en.sign} of ${f.sourceName}${behind(" ", f.source)}`,
      },
    },
    "nik.digit_added": {
      label: {
        id: `${id.Name} kelebihan satu ${id.sign}`,
        en: `${capitalized(en.name)} has one ${en.sign} too many`,
      },
      sentence: {
        id: (f) =>
          `${id.Name} daftar${behind(" ", f.roster)} kelebihan satu ${id.sign} dari ${f.sourceName}${behind(" ", f.source)}`,
        en: (f) =>
          `Roster ${en.name}${behind(" ", f.roster)} has one ${en.sign} more than ${f.sourceName}${behind(" ", f.source)}`,
      },
    },
    "nik.excel_damaged": {
      label: { id: `${id.Name} rusak oleh Excel`, en: `${capitalized(en.name)} damaged by Excel` },
      sentence: {
        id: (f) =>
          f.damaged === "source"
            ? `${id.Name} di ${f.sourceName}${behind(" ", f.source)} rusak oleh Excel${behind("; daftar mencatat ", f.roster)}`
            : `${id.Name} daftar${behind(" ", f.roster)} rusak oleh Excel${behind(`; ${f.sourceName} mencatat `, f.source)}`,
        en: (f) =>
          f.damaged === "source"
            ? `The ${en.name} in ${f.sourceName}${behind(" ", f.source)} was damaged by Excel${behind("; the roster has ", f.roster)}`
            : `Roster ${en.name}${behind(" ", f.roster)} was damaged by Excel${behind(`; ${f.sourceName} has `, f.source)}`,
      },
    },
    "nik.different": differs(`${id.Name} berbeda`, `${capitalized(en.name)} differs`),
    "nik.belongs_to_other": {
      label: {
        id: `${id.Name} milik orang lain`,
        en: `${capitalized(en.name)} belongs to another person`,
      },
      sentence: {
        // answers say that it is another person, not who
        id: (f) =>
          `${id.Name} daftar${behind(" ", f.roster)} di ${f.sourceName} tercatat atas nama orang lain${quoted(": ", f.source)}`,
        en: (f) =>
          `Roster ${en.name}${behind(" ", f.roster)} belongs to another person in ${f.sourceName}${quoted(": ", f.source)}`,
      },
    },
    "nik.missing": lacking(`${id.Name} di daftar kosong`, `The roster has no ${en.name}`),
    "nik.malformed": {
      label: { id: `${id.Name} tidak terbaca`, en: `${capitalized(en.name)} cannot be read` },
      sentence: unreadable({ id: id.Name, en: en.name }),
    },
    "nik.birth_date_conflict": {
      label: {
        id: `Tanggal lahir berbeda dari ${id.name}`,
        en: `Birth date differs from the ${en.name}`,
      },
      sentence: {
        id: (f) =>
          `Tanggal lahir${quoted(" ", f.source)} tidak sama dengan tanggal di dalam ${id.name}${behind(" ", f.roster)}`,
        en: (f) =>
          `Birth date${quoted(" ", f.source)} is not the date inside the ${en.name}${behind(" ", f.roster)}`,
      },
    },
    "nik.sex_conflict": {
      label: {
        id: `Jenis kelamin berbeda dari ${id.name}`,
        en: `Sex differs from the ${en.name}`,
      },
      sentence: {
        id: (f) =>
          `Jenis kelamin${quoted(" ", f.source)} tidak sama dengan yang tersirat di dalam ${id.name}${behind(" ", f.roster)}`,
        en: (f) => `Sex${quoted(" ", f.source)} is not the one inside the ${en.name}${behind(" ", f.roster)}`,
      },
    },
    "nik.unknown_region": {
      label: {
        id: `Kode wilayah ${id.name} tidak dikenal`,
        en: `Unknown region code in the ${en.name}`,
      },
      sentence: {
        id: (f) =>
          `Kode wilayah${quoted(" ", f.source)} pada ${id.name}${behind(" ", f.roster)} tidak dikenal`,
        en: (f) =>
          `Region code${quoted(" ", f.source)} of the ${en.name}${behind(" ", f.roster)} is not known`,
      },
    },
    "record.shared_nik": {
      label: {
        id: `${id.Name} dipakai lebih dari satu orang`,
        en: `${capitalized(en.name)} used by more than one person`,
      },
      sentence: {
        id: (f) =>
          `${id.Name}${behind(" ", f.roster)} di daftar dipakai juga oleh orang lain${quoted(": ", f.source)}`,
        en: (f) =>
          `The ${en.name}${behind(" ", f.roster)} is also used by another person in the roster${quoted(": ", f.source)}`,
      },
    },
    "record.swapped_nik": {
      label: {
        id: `${id.Name} dua orang tertukar`,
        en: `${capitalized(en.name)}s of two people swapped`,
      },
      sentence: {
        id: (f) =>
          `${id.Name}${behind(" ", f.roster)} di daftar tampaknya tertukar dengan ${id.name} ${quoted("", f.source) || "orang lain"}`,
        en: (f) =>
          `The ${en.name}${behind(" ", f.roster)} seems to have been swapped in the roster with that of ${quoted("", f.source) || "another person"}`,
      },
    },
    "record.inactive": {
      label: { id: `${id.Name} nonaktif`, en: `${capitalized(en.name)} inactive` },
      sentence: {
        id: (f) => `${id.Name} ${person(f, "id")} di ${f.sourceName} nonaktif${quoted(": ", f.source)}`,
        en: (f) =>
          `The ${en.name} of ${person(f, "en")} is inactive in ${f.sourceName}${quoted(": ", f.source)}`,
      },
    },
  } as const satisfies Partial<Record<FindingCode, FindingWords>>;
}

/** All other codes. */
const OTHER_WORDS = {
  "name.spelling": differs("Ejaan nama berbeda", "Name spelled differently"),
  "name.typo": differs("Nama berbeda satu atau dua huruf", "Name differs in one or two letters"),
  "name.abbreviated": differs("Nama disingkat", "Name abbreviated"),
  "name.spacing": differs("Spasi nama berbeda", "Name spaced differently"),
  "name.order": differs("Urutan kata nama berbeda", "Words of the name in another order"),
  "name.missing_word": differs("Nama di daftar kurang kata", "Roster name lacks a word"),
  "name.extra_word": differs("Nama di daftar kelebihan kata", "Roster name has a word too many"),
  "name.different": differs("Nama berbeda", "Name differs"),
  "birth_date.day_month_swapped": differs(
    "Tanggal dan bulan lahir tertukar",
    "Day and month of birth swapped",
  ),
  "birth_date.placeholder": {
    label: {
      id: "Tanggal lahir perkiraan (1 Januari, 1 Juli, …)",
      en: "Placeholder birth date (1 January, 1 July, …)",
    },
    sentence: {
      id: (f) =>
        `Tanggal lahir daftar${quoted(" ", f.roster)} tampaknya tanggal perkiraan${quoted(`; ${f.sourceName} mencatat `, f.source)}`,
      en: (f) =>
        `Roster birth date${quoted(" ", f.roster)} looks like a placeholder${quoted(`; ${f.sourceName} has `, f.source)}`,
    },
  },
  "birth_date.day": differs(
    "Tanggal lahir berbeda, bulan dan tahun sama",
    "Day of birth differs, month and year agree",
  ),
  "birth_date.month": differs(
    "Bulan lahir berbeda, tanggal dan tahun sama",
    "Month of birth differs, day and year agree",
  ),
  "birth_date.year": differs(
    "Tahun lahir berbeda, tanggal dan bulan sama",
    "Year of birth differs, day and month agree",
  ),
  "birth_date.different": differs("Tanggal lahir berbeda", "Birth date differs"),
  "birth_date.missing": lacking("Tanggal lahir di daftar kosong", "The roster has no birth date"),
  "birth_date.unreadable": {
    label: { id: "Tanggal lahir tidak terbaca", en: "Birth date cannot be read" },
    sentence: unreadable({ id: "Tanggal lahir", en: "birth date" }),
  },
  "birth_place.spelling": differs("Ejaan tempat lahir berbeda", "Birth place spelled differently"),
  "birth_place.different": differs("Tempat lahir berbeda", "Birth place differs"),
  "sex.different": differs("Jenis kelamin berbeda", "Sex differs"),
  "record.not_found": {
    label: { id: "Tidak ditemukan di sumber", en: "Not found in a source" },
    sentence: {
      id: (f) =>
        `${capitalized(person(f, "id"))} tidak ditemukan di ${f.sourceName}${behind("; yang paling dekat: ", f.nearest ?? "")}`,
      en: (f) =>
        `${capitalized(person(f, "en"))} was not found in ${f.sourceName}${behind("; what comes nearest: ", f.nearest ?? "")}`,
    },
  },
  "record.ambiguous": {
    label: { id: "Padanan tidak pasti", en: "Match not certain" },
    sentence: {
      id: (f) =>
        `Padanan ${person(f, "id")} di ${f.sourceName} tidak pasti${behind("; calonnya: ", f.source)}`,
      en: (f) =>
        `The match of ${person(f, "en")} in ${f.sourceName} is not certain${behind("; candidates: ", f.source)}`,
    },
  },
  "record.duplicate": {
    label: { id: "Tercatat lebih dari sekali di daftar", en: "In the roster more than once" },
    sentence: {
      id: (f) =>
        `${capitalized(person(f, "id"))} tercatat lebih dari sekali di daftar${behind(": ", f.source)}`,
      en: (f) => `${capitalized(person(f, "en"))} is in the roster more than once${behind(": ", f.source)}`,
    },
  },
  "record.not_registered": {
    label: { id: "Belum terdata di BKN atau daftar lain", en: "Not yet on the list of BKN or another" },
    sentence: {
      id: (f) => `${capitalized(person(f, "id"))} belum terdata di ${f.sourceName}`,
      en: (f) => `${capitalized(person(f, "en"))} is not yet registered in ${f.sourceName}`,
    },
  },
  "record.blocked": {
    label: {
      id: "Status di BKN atau daftar lain menghalangi",
      en: "Status at BKN or on another list in the way",
    },
    sentence: {
      id: (f) =>
        `${capitalized(person(f, "id"))} ada di ${f.sourceName}, tetapi statusnya menghalangi${quoted(": ", f.source)}`,
      en: (f) =>
        `${capitalized(person(f, "en"))} is in ${f.sourceName}, but the status stands in the way${quoted(": ", f.source)}`,
    },
  },
  "record.deceased": {
    label: { id: "Tercatat meninggal dunia", en: "Recorded as deceased" },
    sentence: {
      id: (f) =>
        `${capitalized(person(f, "id"))} di ${f.sourceName} tercatat meninggal dunia${quoted(": ", f.source)}`,
      en: (f) =>
        `${capitalized(person(f, "en"))} is recorded as deceased in ${f.sourceName}${quoted(": ", f.source)}`,
    },
  },
  "record.double": {
    label: { id: "Data ganda di sumber", en: "Recorded twice in a source" },
    sentence: {
      id: (f) =>
        `${capitalized(person(f, "id"))} di ${f.sourceName} tercatat sebagai data ganda${quoted(": ", f.source)}`,
      en: (f) =>
        `${capitalized(person(f, "en"))} is marked as a double record in ${f.sourceName}${quoted(": ", f.source)}`,
    },
  },
  "document.missing": {
    label: { id: "Tidak ada data dokumen", en: "No document data" },
    sentence: {
      id: (f) => `Tidak ada data ${f.sourceName} untuk ${person(f, "id")}`,
      en: (f) => `There is no data for ${person(f, "en")} in ${f.sourceName}`,
    },
  },
} as const satisfies Partial<Record<FindingCode, FindingWords>>;

export const FINDING_WORDS = forEachIdentifier(
  (words): Readonly<Record<FindingCode, FindingWords>> => ({ ...identifierWords(words), ...OTHER_WORDS }),
);

/**
 * The explanation of a finding, one line ending in a full stop; the values in it are made safe to print. Values that
 * masking has made alike are left out: that something differs from itself would say nothing.
 */
export function findingSentence(
  code: FindingCode,
  facts: FindingFacts,
  { identifier, language }: Wording,
): string {
  const { roster, source, sourceName, extra, nearest = "", digitsApart, damaged } = facts;
  const alike = roster === source && looksMasked(roster);
  const told = (value: string) => (alike ? "" : quotable(value));
  const sentence = FINDING_WORDS[identifier][code].sentence[language]({
    roster: told(roster),
    source: told(source),
    sourceName,
    nearest: quotable(nearest),
    digitsApart,
    damaged,
  });
  return extra === undefined ? `${sentence}.` : `${sentence} (${quotable(extra)}).`;
}
