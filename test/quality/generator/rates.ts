/**
 * How often each thing goes wrong, as a share of roster people: the one table to turn when another office is to be
 * imitated. No published figures exist for rosters of non-civil servants (domain.md, Gaps); these give about one
 * row in five something to find and enough cases of every kind in five thousand rows to measure on. It refuses to
 * say what happens; that is scenario.ts.
 */
export const RATES = {
  // NIK wrong in the roster
  nik_typo: 0.008,
  nik_two_typos: 0.003,
  nik_unknown_region: 0.0012,
  nik_transposed: 0.005,
  nik_digit_lost: 0.004,
  nik_digit_added: 0.003,
  nik_excel_zeroed: 0.004,
  nik_scientific: 0.003,
  nik_missing: 0.004,
  nik_malformed: 0.003,
  nik_family_card: 0.002,
  nik_outdated: 0.001,
  nik_of_relative: 0.004,
  nik_of_neighbour: 0.002,
  nik_swapped: 0.002,
  nik_shared: 0.003,
  // name wrong in the roster
  name_spelling: 0.01,
  name_typo: 0.01,
  name_abbreviated: 0.008,
  name_spacing: 0.004,
  name_order: 0.002,
  name_missing_word: 0.005,
  name_extra_word: 0.004,
  name_different: 0.003,
  // birth date wrong in the roster
  date_swapped: 0.004,
  date_placeholder: 0.004,
  date_day: 0.005,
  date_month: 0.003,
  date_year: 0.005,
  date_far_year: 0.0012,
  date_different: 0.003,
  date_missing: 0.002,
  date_unreadable: 0.002,
  // birth place and sex wrong in the roster
  place_spelling: 0.006,
  place_different: 0.004,
  sex_wrong: 0.004,
  // the roster was written from the diploma, or KTP transcript and roster by one hand
  roster_as_diploma_name: 0.003,
  roster_as_diploma_date: 0.002,
  roster_as_ktp_name: 0.002,
  roster_as_ktp_date: 0.002,
  // the KTP transcript alone is wrong
  ktp_nik: 0.002,
  ktp_name: 0.003,
  ktp_date: 0.002,
  ktp_place: 0.0012,
  ktp_sex: 0.0012,
  // the diploma alone is wrong
  diploma_spelling: 0.006,
  diploma_name: 0.004,
  diploma_date: 0.004,
  diploma_place: 0.002,
  // the registry alone is wrong, or has the person marked, or not at all
  dukcapil_name: 0.003,
  dukcapil_date: 0.002,
  dukcapil_place: 0.0012,
  dukcapil_different: 0.0012,
  not_in_dukcapil: 0.005,
  dukcapil_inactive: 0.003,
  dukcapil_double: 0.002,
  dukcapil_deceased: 0.0015,
  bkn_blocked: 0.002,
  // in the roster twice, and how often one of the two rows has a slip as well
  duplicate: 0.008,
  duplicate_with_slip: 0.5,
  // without NIK in the roster while the registry has a namesake born the same day; such a namesake of a sound row
  ambiguous: 0.0008,
  namesake: 0.00033,
  // of the people with one of these errors, how many have a second one in another field
  second_error: 0.125,
  // not in the list at all
  ktp_missing: 0.04,
  ijazah_missing: 0.08,
  not_registered: 0.07,
};
export type Rates = { readonly [name in keyof typeof RATES]: number };
