/**
 * Why a case was decided so: one sentence for every rule of the action table. Facts: the fields and sources that
 * the rule speaks of, already labelled.
 */
import type { RuleName } from "../finding/action-table.ts";
import type { Sentence } from "./sentence.ts";

export interface RuleFacts {
  /** Labels of the fields that differ, joined. */
  readonly fields: string;
  /** Labels of the sources that take part: the witnesses, or those out of step. */
  readonly sources: string;
  /** Label of the leading source. */
  readonly lead: string;
}

export const RULE_SENTENCES: Readonly<Record<RuleName, Sentence<RuleFacts>>> = {
  nik_of_another: {
    id: () => "NIK di daftar tercatat atas nama orang lain",
    en: () => "The NIK in the roster is on record for another person",
  },
  nik_of_two: {
    id: () => "NIK di daftar tercatat di Dukcapil atas nama orang ini dan juga atas nama orang lain",
    en: () => "Dukcapil has the NIK in the roster on this person and on another",
  },
  deceased: {
    id: () => "Dukcapil mencatat orang ini meninggal dunia",
    en: () => "Dukcapil records this person as deceased",
  },
  blocked: {
    id: (f) => `Status pada ${f.sources} menghalangi`,
    en: (f) => `The status in ${f.sources} stands in the way`,
  },
  shared_nik_unsettled: {
    id: () => "NIK yang sama dipakai orang lain di daftar dan belum ada sumber yang memastikan pemiliknya",
    en: () => "Another person in the roster carries the same NIK and no source confirms whose it is",
  },
  field_different: {
    id: (f) => `Isi ${f.fields} berbeda dari ${f.lead}, tidak dapat dijelaskan sebagai salah tulis`,
    en: (f) => `The ${f.fields} differs from ${f.lead} in a way no slip explains`,
  },
  nameless: {
    id: () => "Nama di daftar kosong, jadi NIK-nya bisa milik siapa saja",
    en: () => "The roster has no name on this row, so the NIK could be anybody's",
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
    id: () => "Tidak ditemukan di Dukcapil dan tidak ada KTP yang mendukung isi daftar",
    en: () => "Not found in Dukcapil, and no KTP supports what the roster says",
  },
  nothing_compared: {
    id: () => "Tidak ada di salinan KTP atau ijazah yang diberikan, jadi isinya tidak dapat diperiksa",
    en: () => "Not in any document list that was given, so there was nothing to check the row against",
  },
  slip_unconfirmed: {
    id: (f) =>
      `Salah tulis pada ${f.fields} mungkin, tetapi dokumen lain tidak cukup memastikan isi ${f.lead}`,
    en: (f) => `The ${f.fields} may be a slip, but the other documents do not settle that ${f.lead} is right`,
  },
  document_out_of_step: {
    id: (f) => `Pada isian yang berbeda di ${f.sources}, daftar dan data acuan sama`,
    en: (f) => `Where ${f.sources} differs, roster and leading source agree`,
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
    id: () => "Dukcapil belum menjawab untuk orang ini: NIK belum ditanyakan, atau permintaannya ditolak",
    en: () => "Dukcapil has not answered about this person: the NIK was not asked, or the call was refused",
  },
  not_found_ktp_agrees: {
    id: () => "Tidak ditemukan di Dukcapil, padahal KTP dan daftar sama",
    en: () => "Not found in Dukcapil although KTP and roster agree",
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
    id: () => "Dukcapil menandai NIK ini tidak aktif atau ganda",
    en: () => "Dukcapil marks this NIK as inactive or double",
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
    id: () => "Ada temuan yang tidak diselesaikan oleh aturan lain",
    en: () => "Something was found that no other rule settles",
  },
  not_registered: {
    id: (f) => `Tidak ada yang perlu diperbaiki, tetapi belum ada di ${f.sources}`,
    en: (f) => `Nothing to correct, but not registered in ${f.sources}`,
  },
  nothing_to_do: {
    id: () => "Yang ditemukan tidak memerlukan tindakan untuk orang ini",
    en: () => "What was found asks for no action on this person",
  },
  agrees: {
    id: () => "Semua data yang dibandingkan sama",
    en: () => "Everything compared agrees",
  },
};

/** What the date inside the NIK is called as a witness. */
export const NIK_DATE_LABEL: Sentence<undefined> = {
  id: () => "tanggal di dalam NIK",
  en: () => "the date inside the NIK",
};
