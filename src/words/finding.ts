/**
 * One label and one plain sentence for every finding code, naming what the roster has and what the source has. The
 * sentence says what differs and nothing about what to do: that is the case's action.
 *
 * To add a code: its entry in `finding/codes.ts`, its entry here; the compiler asks for it.
 */
import type { FindingCode } from "../finding/codes.ts";
import { quotable } from "./printable.ts";
import type { Bilingual, Language, Sentence } from "./sentence.ts";

/**
 * The facts of a finding. `roster` and `source` are the raw values of the field the code speaks of. The codes that
 * compare no field use them so:
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
 * | `record.not_found`, `.not_registered`, `document.missing` | the name | "" |
 */
export interface FindingFacts {
  readonly roster: string;
  readonly source: string;
  /** What people call the source: `sourceLabel` gives it. */
  readonly sourceName: string;
  /** Anything worth adding; stands in brackets at the end. */
  readonly extra?: string;
  /** How many digits differ, where masked values do not show it. */
  readonly digitsApart?: number;
}

interface FindingWords {
  /** Short enough for a table of counts. */
  readonly label: Bilingual;
  /** Without the final full stop. */
  readonly sentence: Sentence<FindingFacts>;
}

/** Most findings are of one form: what differs, then both values. */
function differs(id: string, en: string): FindingWords {
  return {
    label: { id, en },
    sentence: {
      id: (f) => `${id}: daftar “${f.roster}”, ${f.sourceName} “${f.source}”`,
      en: (f) => `${en}: roster “${f.roster}”, ${f.sourceName} “${f.source}”`,
    },
  };
}

/** A value the roster lacks or has in no readable form; what the source has is told where it has anything. */
function lacking(id: string, en: string): FindingWords {
  const rest = (f: FindingFacts, has: string): string =>
    f.source === "" ? "" : `; ${f.sourceName} ${has} “${f.source}”`;
  const shown = (f: FindingFacts): string => (f.roster === "" ? "" : ` “${f.roster}”`);
  return {
    label: { id, en },
    sentence: {
      id: (f) => `${id}${f.roster === "" ? "" : ":"}${shown(f)}${rest(f, "mencatat")}`,
      en: (f) => `${en}${f.roster === "" ? "" : ":"}${shown(f)}${rest(f, "has")}`,
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

export const FINDING_WORDS: Readonly<Record<FindingCode, FindingWords>> = {
  "nik.typo": {
    label: { id: "NIK berbeda satu atau dua angka", en: "NIK differs in one or two digits" },
    sentence: {
      id: (f) => {
        const many = { 1: "satu angka", 2: "dua angka" }[digitsApart(f) ?? 0] ?? "satu atau dua angka";
        return `NIK daftar ${f.roster} berbeda ${many} dari ${f.sourceName} ${f.source}`;
      },
      en: (f) => {
        const many = { 1: "one digit", 2: "two digits" }[digitsApart(f) ?? 0] ?? "one or two digits";
        return `Roster NIK ${f.roster} differs in ${many} from ${f.sourceName} ${f.source}`;
      },
    },
  },
  "nik.transposed": {
    label: { id: "Dua angka NIK tertukar", en: "Two digits of the NIK swapped" },
    sentence: {
      id: (f) => `Dua angka bersebelahan pada NIK tertukar: daftar ${f.roster}, ${f.sourceName} ${f.source}`,
      en: (f) =>
        `Two neighbouring digits of the NIK are swapped: roster ${f.roster}, ${f.sourceName} ${f.source}`,
    },
  },
  "nik.digit_lost": {
    label: { id: "NIK kurang satu angka", en: "NIK lacks one digit" },
    sentence: {
      id: (f) => `NIK daftar ${f.roster} kurang satu angka dari ${f.sourceName} ${f.source}`,
      en: (f) => `Roster NIK ${f.roster} lacks one digit of ${f.sourceName} ${f.source}`,
    },
  },
  "nik.digit_added": {
    label: { id: "NIK kelebihan satu angka", en: "NIK has one digit too many" },
    sentence: {
      id: (f) => `NIK daftar ${f.roster} kelebihan satu angka dari ${f.sourceName} ${f.source}`,
      en: (f) => `Roster NIK ${f.roster} has one digit more than ${f.sourceName} ${f.source}`,
    },
  },
  "nik.excel_damaged": {
    label: { id: "NIK rusak oleh Excel", en: "NIK damaged by Excel" },
    sentence: {
      id: (f) => `NIK daftar ${f.roster} rusak oleh Excel; ${f.sourceName} mencatat ${f.source}`,
      en: (f) => `Roster NIK ${f.roster} was damaged by Excel; ${f.sourceName} has ${f.source}`,
    },
  },
  "nik.different": differs("NIK berbeda", "NIK differs"),
  "nik.belongs_to_other": {
    label: { id: "NIK milik orang lain", en: "NIK belongs to another person" },
    sentence: {
      // answers say that it is another person, not who
      id: (f) =>
        `NIK daftar ${f.roster} di ${f.sourceName} tercatat atas nama orang lain${f.source === "" ? "" : `: “${f.source}”`}`,
      en: (f) =>
        `Roster NIK ${f.roster} belongs to another person in ${f.sourceName}${f.source === "" ? "" : `: “${f.source}”`}`,
    },
  },
  "nik.missing": lacking("NIK di daftar kosong", "The roster has no NIK"),
  "nik.malformed": lacking("NIK di daftar tidak terbaca", "The roster's NIK cannot be read"),
  "nik.birth_date_conflict": {
    label: { id: "Tanggal lahir berbeda dari NIK", en: "Birth date differs from the NIK" },
    sentence: {
      id: (f) => `Tanggal lahir “${f.source}” tidak sama dengan tanggal di dalam NIK ${f.roster}`,
      en: (f) => `Birth date “${f.source}” is not the date inside NIK ${f.roster}`,
    },
  },
  "nik.sex_conflict": {
    label: { id: "Jenis kelamin berbeda dari NIK", en: "Sex differs from the NIK" },
    sentence: {
      id: (f) => `Jenis kelamin “${f.source}” tidak sama dengan yang tersirat di dalam NIK ${f.roster}`,
      en: (f) => `Sex “${f.source}” is not the one inside NIK ${f.roster}`,
    },
  },
  "nik.unknown_region": {
    label: { id: "Kode wilayah NIK tidak dikenal", en: "Unknown region code in the NIK" },
    sentence: {
      id: (f) => `Kode wilayah “${f.source}” pada NIK ${f.roster} tidak dikenal`,
      en: (f) => `Region code “${f.source}” of NIK ${f.roster} is not known`,
    },
  },
  "name.spelling": differs("Ejaan nama berbeda", "Name spelled differently"),
  "name.typo": differs("Nama berbeda satu atau dua huruf", "Name differs in one or two letters"),
  "name.abbreviated": differs("Nama disingkat", "Name abbreviated"),
  "name.spacing": differs("Spasi nama berbeda", "Name spaced differently"),
  "name.order": differs("Urutan kata nama berbeda", "Words of the name in another order"),
  "name.missing_word": differs("Nama di daftar kurang kata", "Roster name lacks a word"),
  "name.extra_word": differs("Nama di daftar kelebihan kata", "Roster name has a word too many"),
  "name.different": differs("Nama berbeda", "Name differs"),
  "birth_date.day_month_swapped": differs("Hari dan bulan lahir tertukar", "Day and month of birth swapped"),
  "birth_date.placeholder": {
    label: { id: "Tanggal lahir baku", en: "Placeholder birth date" },
    sentence: {
      id: (f) =>
        `Tanggal lahir daftar “${f.roster}” tampaknya tanggal baku; ${f.sourceName} mencatat “${f.source}”`,
      en: (f) =>
        `Roster birth date “${f.roster}” looks like a placeholder; ${f.sourceName} has “${f.source}”`,
    },
  },
  "birth_date.day": differs(
    "Hari lahir berbeda, bulan dan tahun sama",
    "Day of birth differs, month and year agree",
  ),
  "birth_date.month": differs(
    "Bulan lahir berbeda, hari dan tahun sama",
    "Month of birth differs, day and year agree",
  ),
  "birth_date.year": differs(
    "Tahun lahir berbeda, hari dan bulan sama",
    "Year of birth differs, day and month agree",
  ),
  "birth_date.different": differs("Tanggal lahir berbeda", "Birth date differs"),
  "birth_date.missing": lacking("Tanggal lahir di daftar kosong", "The roster has no birth date"),
  "birth_date.unreadable": lacking(
    "Tanggal lahir di daftar tidak terbaca",
    "The roster's birth date cannot be read",
  ),
  "birth_place.spelling": differs("Ejaan tempat lahir berbeda", "Birth place spelled differently"),
  "birth_place.different": differs("Tempat lahir berbeda", "Birth place differs"),
  "sex.different": differs("Jenis kelamin berbeda", "Sex differs"),
  "record.not_found": {
    label: { id: "Tidak ditemukan di sumber", en: "Not found in a source" },
    sentence: {
      id: (f) => `“${f.roster}” tidak ditemukan di ${f.sourceName}`,
      en: (f) => `“${f.roster}” was not found in ${f.sourceName}`,
    },
  },
  "record.ambiguous": {
    label: { id: "Padanan tidak pasti", en: "Match not certain" },
    sentence: {
      id: (f) => `Padanan “${f.roster}” di ${f.sourceName} tidak pasti; calonnya: ${f.source}`,
      en: (f) => `The match of “${f.roster}” in ${f.sourceName} is not certain; candidates: ${f.source}`,
    },
  },
  "record.duplicate": {
    label: { id: "Tercatat lebih dari sekali di daftar", en: "In the roster more than once" },
    sentence: {
      id: (f) => `“${f.roster}” tercatat lebih dari sekali di daftar: ${f.source}`,
      en: (f) => `“${f.roster}” is in the roster more than once: ${f.source}`,
    },
  },
  "record.shared_nik": {
    label: { id: "NIK dipakai lebih dari satu orang", en: "NIK used by more than one person" },
    sentence: {
      id: (f) => `NIK ${f.roster} di daftar dipakai juga oleh orang lain: “${f.source}”`,
      en: (f) => `NIK ${f.roster} is also used by another person in the roster: “${f.source}”`,
    },
  },
  "record.swapped_nik": {
    label: { id: "NIK dua orang tertukar", en: "NIKs of two people swapped" },
    sentence: {
      id: (f) => `NIK ${f.roster} di daftar tampaknya tertukar dengan NIK “${f.source}”`,
      en: (f) => `NIK ${f.roster} seems to have been swapped in the roster with that of “${f.source}”`,
    },
  },
  "record.not_registered": {
    label: { id: "Belum terdata", en: "Not yet registered" },
    sentence: {
      id: (f) => `“${f.roster}” belum terdata di ${f.sourceName}`,
      en: (f) => `“${f.roster}” is not yet registered in ${f.sourceName}`,
    },
  },
  "record.blocked": {
    label: { id: "Statusnya menghalangi", en: "Status stands in the way" },
    sentence: {
      id: (f) => `“${f.roster}” ada di ${f.sourceName}, tetapi statusnya menghalangi: “${f.source}”`,
      en: (f) => `“${f.roster}” is in ${f.sourceName}, but the status stands in the way: “${f.source}”`,
    },
  },
  "record.deceased": {
    label: { id: "Tercatat meninggal dunia", en: "Recorded as deceased" },
    sentence: {
      id: (f) => `“${f.roster}” di ${f.sourceName} tercatat meninggal dunia: “${f.source}”`,
      en: (f) => `“${f.roster}” is recorded as deceased in ${f.sourceName}: “${f.source}”`,
    },
  },
  "record.inactive": {
    label: { id: "NIK nonaktif", en: "NIK inactive" },
    sentence: {
      id: (f) => `NIK “${f.roster}” di ${f.sourceName} nonaktif: “${f.source}”`,
      en: (f) => `The NIK of “${f.roster}” is inactive in ${f.sourceName}: “${f.source}”`,
    },
  },
  "record.double": {
    label: { id: "Data ganda di sumber", en: "Recorded twice in a source" },
    sentence: {
      id: (f) => `“${f.roster}” di ${f.sourceName} tercatat sebagai data ganda: “${f.source}”`,
      en: (f) => `“${f.roster}” is marked as a double record in ${f.sourceName}: “${f.source}”`,
    },
  },
  "document.missing": {
    label: { id: "Tidak ada data dokumen", en: "No document data" },
    sentence: {
      id: (f) => `Tidak ada data ${f.sourceName} untuk “${f.roster}”`,
      en: (f) => `There is no ${f.sourceName} data for “${f.roster}”`,
    },
  },
};

/** The explanation of a finding, one line ending in a full stop; the values in it are made safe to print. */
export function findingSentence(code: FindingCode, facts: FindingFacts, language: Language): string {
  const safe = { ...facts, roster: quotable(facts.roster), source: quotable(facts.source) };
  const extra = facts.extra === undefined ? "" : ` (${quotable(facts.extra)})`;
  return `${FINDING_WORDS[code].sentence[language](safe)}${extra}.`;
}
