/**
 * What each comparison level weighs before anything is learned from the data, in one table a field.
 *
 * m is the probability of the level among true pairs, u among others. Where agreement is on a value (a word, a
 * date, a place), u is the value's frequency and comes with the comparison as term bits; the table then holds
 * m alone. Derived from the error rates and collisions collected in domain.md (§1–§4). A blank is no evidence and weighs
 * nothing.
 */
import { BIRTH_DATE_LEVELS } from "../field/birth-date.ts";
import { IDENTIFIER_LEVELS, type IdentifierKind, type IdentifierLevel } from "../field/identifier.ts";
import type { Field, Level } from "../field/level.ts";
import { NAME_LEVELS } from "../field/name.ts";
import { PLACE_LEVELS } from "../field/place.ts";
import { SEX_LEVELS } from "../field/sex.ts";

/** m and u of one level; `u` is a factor beside the term bits where the level agrees on a value. */
interface Chances {
  readonly m: number;
  readonly u: number;
  /** Share of true pairs at this level, where m is conditional on the values; else it is m. */
  readonly share?: number;
}

type ChancesOf<L extends readonly Level[]> = Readonly<Record<L[number]["name"], Chances>>;

const NAME_CHANCES: ChancesOf<typeof NAME_LEVELS> = {
  missing: { m: 1, u: 1 },
  exact: { m: 0.87, u: 1 },
  spelling: { m: 0.03, u: 1 },
  spacing: { m: 0.01, u: 1 },
  abbreviated: { m: 0.02, u: 1 },
  order: { m: 0.004, u: 2 },
  typo: { m: 0.025, u: 1.5 },
  missing_word: { m: 0.015, u: 0.5 },
  extra_word: { m: 0.012, u: 0.5 },
  partial: { m: 0.006, u: 0.6 },
  different: { m: 0.004, u: 0.97 },
  // comes from answers, which are linked by the identifier alone and never weighed
  scored: { m: 1, u: 1 },
};

const BIRTH_DATE_CHANCES: ChancesOf<typeof BIRTH_DATE_LEVELS> = {
  missing: { m: 1, u: 1 },
  exact: { m: 0.94, u: 1 },
  day_month_swapped: { m: 0.006, u: 1 / 12_000 },
  // given that the roster holds a placeholder: one in seven is not the true date; strangers share the year
  placeholder: { m: 0.15, u: 1 / 36, share: 0.01 },
  day: { m: 0.008, u: 30 / 13_000 },
  month: { m: 0.006, u: 11 / 13_000 },
  year_near: { m: 0.007, u: 5 / 13_000 },
  year_far: { m: 0.001, u: 30 / 13_000 },
  source_placeholder: { m: 0.05, u: 1 / 36, share: 0.004 },
  different: { m: 0.008, u: 0.96 },
  damaged: { m: 1, u: 1 },
};

const PLACE_CHANCES: ChancesOf<typeof PLACE_LEVELS> = {
  missing: { m: 1, u: 1 },
  exact: { m: 0.87, u: 1 },
  spelling: { m: 0.03, u: 0.02 },
  different: { m: 0.1, u: 0.8 },
};

const SEX_CHANCES: ChancesOf<typeof SEX_LEVELS> = {
  missing: { m: 1, u: 1 },
  // whoever has the name has the sex: agreement adds little once the name is compared
  exact: { m: 0.995, u: 0.87 },
  different: { m: 0.005, u: 0.13 },
};

/** What an identifier level weighs. `population`: the weight grows with the number of people it singles out from. */
export interface IdentifierWeight {
  /** Share of true pairs at this level. */
  readonly share: number;
  /** Bits when the birth date agrees exactly, or nothing is known of it. */
  readonly dated: number;
  /** Bits when the birth date agrees exactly and the differing digits are explained by it. */
  readonly explained?: number;
  /** Bits when the birth date differs, before the population term. */
  readonly undated: number;
  readonly population: "always" | "undated" | "never";
}

type IdentifierWeights = Readonly<Record<IdentifierLevel, IdentifierWeight>>;

/** Half a percent of office rows carry a relative's or neighbour's NIK: log2(0.93 / 0.005). */
const EQUAL_IDENTIFIER_BITS = 7.5;

const STRUCTURED: IdentifierWeights = {
  missing: { share: 1, dated: 0, undated: 0, population: "never" },
  exact: { share: 0.92, dated: EQUAL_IDENTIFIER_BITS, undated: EQUAL_IDENTIFIER_BITS, population: "always" },
  excel_zeroed: { share: 0.008, dated: 2, undated: -3, population: "undated" },
  excel_rounded: { share: 0.004, dated: 0.5, undated: 1, population: "never" },
  transposed: { share: 0.008, dated: 4, explained: 9, undated: -1, population: "undated" },
  digit_lost: { share: 0.006, dated: 4, explained: 7, undated: -1, population: "undated" },
  digit_added: { share: 0.004, dated: 4, explained: 7, undated: -1, population: "undated" },
  one_digit_in_serial: { share: 0.007, dated: 0, undated: -2.5, population: "undated" },
  one_digit_in_date: { share: 0.007, dated: 1, explained: 9, undated: -1.5, population: "undated" },
  one_digit_in_region: { share: 0.006, dated: 2, undated: -2, population: "undated" },
  two_digits: { share: 0.006, dated: -0.5, explained: 5, undated: -4, population: "undated" },
  different: { share: 0.015, dated: -6, undated: -6, population: "never" },
  damaged: { share: 0.009, dated: 0, undated: 0, population: "never" },
};

/** An identifier without inner structure is given at random: a near one is no relative's. */
const PLAIN: IdentifierWeights = {
  ...STRUCTURED,
  transposed: { share: 0.008, dated: 2, undated: 2, population: "always" },
  digit_lost: { share: 0.006, dated: 2, undated: 2, population: "always" },
  digit_added: { share: 0.004, dated: 2, undated: 2, population: "always" },
  one_digit_in_serial: { share: 0.02, dated: 2, undated: 2, population: "always" },
  two_digits: { share: 0.006, dated: 3, undated: 3, population: "never" },
};

export const IDENTIFIER_WEIGHTS: Readonly<Record<IdentifierKind, IdentifierWeights>> = {
  nik: STRUCTURED,
  nip: STRUCTURED,
  plain: PLAIN,
};

/** Weights of levels in bits, by position: log2 of how much likelier the level is among true pairs. */
export const NAME_BITS = bitsOf(NAME_LEVELS, NAME_CHANCES);
export const BIRTH_DATE_BITS = bitsOf(BIRTH_DATE_LEVELS, BIRTH_DATE_CHANCES);
export const PLACE_BITS = bitsOf(PLACE_LEVELS, PLACE_CHANCES);
export const SEX_BITS = bitsOf(SEX_LEVELS, SEX_CHANCES);

function bitsOf<L extends readonly Level[]>(levels: L, chances: ChancesOf<L>): Float64Array {
  return Float64Array.from(levels, (level) => {
    const { m, u } = chances[level.name as L[number]["name"]];
    return Math.log2(m / u);
  });
}

/** Expected share of true pairs at each level of a field; position 0 (missing) means nothing. */
export const SHARES: Readonly<Record<Field, (kind: IdentifierKind) => readonly number[]>> = {
  nik: (kind) => IDENTIFIER_LEVELS.map((level) => IDENTIFIER_WEIGHTS[kind][level.name].share),
  name: () => sharesOf(NAME_LEVELS, NAME_CHANCES),
  birth_date: () => sharesOf(BIRTH_DATE_LEVELS, BIRTH_DATE_CHANCES),
  birth_place: () => sharesOf(PLACE_LEVELS, PLACE_CHANCES),
  sex: () => sharesOf(SEX_LEVELS, SEX_CHANCES),
};

function sharesOf<L extends readonly Level[]>(levels: L, chances: ChancesOf<L>): number[] {
  return levels.map((level) => {
    const { m, share } = chances[level.name as L[number]["name"]];
    return share ?? m;
  });
}
