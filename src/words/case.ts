/**
 * Why a case was decided so: one sentence for every rule of the action table. Facts: the fields and sources that
 * the rule speaks of, already labelled.
 */
import type { RuleName } from "../finding/action-table.ts";
import { forEachIdentifier } from "./identifier.ts";
import type { Bilingual, Sentence } from "./sentence.ts";
import { capitalized } from "./writing.ts";

export interface RuleFacts {
  /** Labels of the fields that the rule holds against the roster, joined. */
  readonly fields: string;
  /** Labels of the sources that take part: the witnesses, those out of step, or those that were asked. */
  readonly sources: string;
  /** Label of the leading source. */
  readonly lead: string;
}

export const RULE_SENTENCES = forEachIdentifier(
  ({ name }): Readonly<Record<RuleName, Sentence<RuleFacts>>> => ({
    nik_of_another: {
      id: () => `${capitalized(name.id)} di daftar tercatat atas nama orang lain`,
      en: () => `The ${name.en} in the roster is on record for another person`,
    },
    nik_of_two: {
      id: (f) =>
        `${capitalized(name.id)} di daftar tercatat di ${f.sources} atas nama orang ini dan juga atas nama orang lain`,
      en: (f) => `${capitalized(f.sources)} has the ${name.en} in the roster on this person and on another`,
    },
    deceased: {
      id: (f) => `${capitalized(f.sources)} mencatat orang ini meninggal dunia`,
      en: (f) => `${capitalized(f.sources)} records this person as deceased`,
    },
    blocked: {
      id: (f) => `Status pada ${f.sources} menghalangi`,
      en: (f) => `The status in ${f.sources} stands in the way`,
    },
    shared_nik_unsettled: {
      id: () =>
        `${capitalized(name.id)} yang sama dipakai orang lain di daftar dan belum ada sumber yang memastikan pemiliknya`,
      en: () => `Another person in the roster carries the same ${name.en} and no source confirms whose it is`,
    },
    field_different: {
      id: (f) => `Berbeda dari ${f.lead} dan tidak dapat dijelaskan sebagai salah tulis: ${f.fields}`,
      en: (f) => `Different from ${f.lead} in a way no slip explains: ${f.fields}`,
    },
    nameless: {
      id: () => `Nama di daftar kosong, jadi ${name.id} itu bisa milik siapa saja`,
      en: () => `The roster has no name on this row, so the ${name.en} could be anybody's`,
    },
    several_fields: {
      id: (f) => `Lebih dari satu isian berbeda dari ${f.lead}: ${f.fields}`,
      en: (f) => `More than one field differs from ${f.lead}: ${f.fields}`,
    },
    birth_date_gap: {
      id: () => "Tanggal lahir di daftar kosong atau tidak terbaca",
      en: () => "The birth date in the roster is empty or unreadable",
    },
    not_found_unconfirmed: {
      id: (f) => `Tidak ditemukan di ${f.sources} dan tidak ada KTP yang mendukung seluruh isi daftar`,
      en: (f) => `Not found in ${f.sources}, and no KTP supports all that the roster says`,
    },
    nothing_compared: {
      id: () => "Tidak ada di dokumen mana pun yang diberikan, jadi isi daftar tidak dapat diperiksa",
      en: () => "Not in any document list that was given, so there was nothing to check the row against",
    },
    slip_unconfirmed: {
      id: (f) =>
        `Mungkin hanya salah tulis pada ${f.fields}, tetapi tidak cukup bukti dari sumber lain bahwa ${f.lead} yang benar`,
      en: (f) => `The ${f.fields} may be a slip, but the other sources do not settle that ${f.lead} is right`,
    },
    document_out_of_step: {
      id: (f) => `Daftar dan data acuan sama, sedangkan sumber lain berbeda: ${f.sources}`,
      en: (f) => `Roster and leading source agree where others differ: ${f.sources}`,
    },
    field_open: {
      id: () => "Ada isian yang tidak lengkap atau tidak terbaca, dan tidak ada sumber yang memastikannya",
      en: () => "A field is not whole or cannot be read, and no source settles it",
    },
    ambiguous_link: {
      id: (f) => `Padanan di ${f.sources} tidak pasti`,
      en: (f) => `The match in ${f.sources} is not certain`,
    },
    in_roster_twice: {
      id: () => "Orang yang sama tercatat lebih dari sekali di daftar",
      en: () => "The same person stands in the roster more than once",
    },
    unanswered: {
      id: (f) =>
        `${capitalized(f.sources)} belum menjawab untuk orang ini: ${name.id} belum ditanyakan, atau permintaannya ditolak`,
      en: (f) =>
        `${capitalized(f.sources)} has not answered about this person: the ${name.en} was not asked, or the call was refused`,
    },
    not_found_ktp_agrees: {
      id: (f) => `Tidak ditemukan di ${f.sources}, padahal KTP dan daftar sama`,
      en: (f) => `Not found in ${f.sources} although KTP and roster agree`,
    },
    ktp_sides_with_roster: {
      id: (f) => `KTP dan daftar sama, ${f.lead} berbeda pada ${f.fields}`,
      en: (f) => `KTP and roster agree against ${f.lead} in ${f.fields}`,
    },
    ktp_out_of_step: {
      id: () => "Daftar dan data acuan sama pada isian yang berbeda di KTP",
      en: () => "Roster and leading source agree where the KTP differs",
    },
    inactive_or_double: {
      id: (f) => `${capitalized(f.sources)} menandai ${name.id} ini tidak aktif atau ganda`,
      en: (f) => `${capitalized(f.sources)} marks this ${name.en} as inactive or double`,
    },
    diploma_out_of_step: {
      id: () => "Daftar dan data acuan sama pada isian yang berbeda di ijazah",
      en: () => "Roster and leading source agree where the diploma differs",
    },
    desk_correction: {
      id: (f) => `Salah tulis pada ${f.fields}: ${f.lead} didukung ${f.sources}, cukup diperbaiki di daftar`,
      en: (f) => `A slip in ${f.fields}: ${f.lead} is confirmed by ${f.sources}, correct it in the roster`,
    },
    unsettled: {
      id: () => "Temuannya tidak dapat diselesaikan dengan data yang ada",
      en: () => "What was found cannot be settled with the data at hand",
    },
    not_registered: {
      id: (f) => `Tidak ada yang perlu diperbaiki, tetapi belum ada di ${f.sources}`,
      en: (f) => `Nothing to correct, but not registered in ${f.sources}`,
    },
    nik_unchecked: {
      id: () =>
        `Tidak ada yang perlu ditindaklanjuti, tetapi ${name.id} ini tidak dibandingkan dengan sumber apa pun`,
      en: () => `Nothing asks for action, but no source shows a ${name.en} to compare this one with`,
    },
    nothing_to_do: {
      id: () => "Temuannya tidak memerlukan tindak lanjut untuk orang ini",
      en: () => "What was found asks for no action on this person",
    },
    agrees: {
      id: () => "Semua data yang dibandingkan sama",
      en: () => "Everything compared agrees",
    },
  }),
);

/** What the date inside the number is called as a witness. */
export const NIK_DATE_LABEL = forEachIdentifier(
  ({ name }): Bilingual => ({
    id: `tanggal di dalam ${name.id}`,
    en: `the date inside the ${name.en}`,
  }),
);
