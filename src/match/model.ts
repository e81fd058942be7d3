/**
 * Fellegi–Sunter weights: what each comparison level says about whether a pair is one person, in bits (log2 m/u).
 *
 * m is the probability of the level among true pairs, u among others. Where agreement is on a value (a word, a
 * date, a place), u is the value's frequency and comes with the comparison as term bits; the table then holds
 * m alone. Defaults are derived from the error rates and collisions collected in domain.md (§1–§4) and stand in
 * one table; a blank is no evidence and weighs nothing.
 *
 * Two dependences matter too much to be ignored:
 * - the date inside a NIK and the birth date are one fact. Strangers with neighbouring NIKs are born on the same
 *   day in the same sub-district (twins, siblings registered in a row), so a near NIK beside an equal birth date
 *   adds next to nothing, unless the differing digits are explained by the record itself;
 * - in an office list a NIK that agrees wrongly is a relative's or neighbour's put in by mistake: the chance is a
 *   share of the list, not one in 10^16. That share, not the number of people, limits what an equal NIK proves.
 */
import { BIRTH_DATE_LEVEL, BIRTH_DATE_LEVELS } from "../field/birth-date.ts";
import {
  IDENTIFIER_LEVEL,
  IDENTIFIER_LEVELS,
  type IdentifierKind,
  type IdentifierLevel,
} from "../field/identifier.ts";
import type { Field, Level } from "../field/level.ts";
import { NAME_LEVELS } from "../field/name.ts";
import { PLACE_LEVELS } from "../field/place.ts";
import { SEX_LEVELS } from "../field/sex.ts";
import {
  bothNiksFit,
  dateLevel,
  levelOf,
  nameLevel,
  nikFitsDate,
  nikLevel,
  type PackedLevels,
  placeLevel,
  sexLevel,
  type TermBits,
} from "./levels.ts";

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
interface IdentifierWeight {
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

const IDENTIFIER_WEIGHTS: Readonly<Record<IdentifierKind, IdentifierWeights>> = {
  nik: STRUCTURED,
  nip: STRUCTURED,
  plain: PLAIN,
};

function bitsOf<L extends readonly Level[]>(levels: L, chances: ChancesOf<L>): Float64Array {
  return Float64Array.from(levels, (level) => {
    const { m, u } = chances[level.name as L[number]["name"]];
    return Math.log2(m / u);
  });
}

/**
 * Twins bear names that differ in a letter or a word and numbers that differ in a digit: in one pair the three
 * agreements are one event. A twin who is not in the source must not be taken for the one who is, even if a record
 * with a slip in the number and another in the name is then shown to a person instead. So many bits that name, date
 * and place at their rarest do not outweigh them.
 */
const TWIN_BITS = -20;
const TWIN_IDENTIFIERS = positions(IDENTIFIER_LEVELS, "transposed", "one_digit_in_serial", "two_digits");
const TWIN_NAMES = positions(NAME_LEVELS, "typo", "missing_word", "extra_word", "partial");

function positions<L extends readonly Level[]>(
  levels: L,
  ...names: readonly L[number]["name"][]
): readonly boolean[] {
  return levels.map((level) => names.includes(level.name));
}

function looksLikeTwins(levels: PackedLevels): boolean {
  return TWIN_IDENTIFIERS[nikLevel(levels)]! && TWIN_NAMES[nameLevel(levels)]! && !nikFitsDate(levels);
}

const UNLIKE_NAMES = NAME_LEVELS.map(({ name }) => !["missing", "exact", "scored"].includes(name));
const UNEVEN_NAMES = positions(NAME_LEVELS, "missing_word", "extra_word", "partial", "different");

const NO_DATE = positions(BIRTH_DATE_LEVELS, "missing", "damaged");

const SHARES: Readonly<Record<Field, (kind: IdentifierKind) => readonly number[]>> = {
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

/** How far learning from the data may move the weight of one level, in bits: odd data cannot bend the model. */
const MOST_LEARNED_BITS = 4;

/** A model as another thread gets it. */
export interface SharedModel {
  readonly kind: IdentifierKind;
  readonly learned: Partial<Readonly<Record<Field, readonly number[]>>>;
}

export class MatchModel {
  private readonly kind: IdentifierKind;
  private readonly learned: SharedModel["learned"];
  private readonly name: Float64Array;
  private readonly birthDate: Float64Array;
  private readonly place: Float64Array;
  private readonly sex: Float64Array;
  /** The most that a level of the name weighs, and one of the place. */
  readonly mostOfName: number;
  /** The most that a level weighs of names that are not the same word by word. */
  readonly mostOfUnlikeName: number;
  /** The most that a level weighs at which some word has no counterpart. */
  readonly mostOfUnevenName: number;
  readonly mostOfPlace: number;
  private readonly identifierLearned: readonly number[];
  private readonly identifier: readonly IdentifierWeight[];

  /** @param learned shares of true pairs per level, as far as they were learned from the data */
  constructor(kind: IdentifierKind, learned: SharedModel["learned"] = {}) {
    this.kind = kind;
    this.learned = learned;
    const bits = (field: Field): number[] =>
      this.shares(field).map((share, level) => {
        const now = learned[field]?.[level] ?? share;
        return level === 0
          ? 0
          : Math.max(-MOST_LEARNED_BITS, Math.min(MOST_LEARNED_BITS, Math.log2(now / share)));
      });
    const plus = (weights: Float64Array, more: readonly number[]) =>
      weights.map((weight, level) => weight + more[level]!);
    this.name = plus(bitsOf(NAME_LEVELS, NAME_CHANCES), bits("name"));
    this.birthDate = plus(bitsOf(BIRTH_DATE_LEVELS, BIRTH_DATE_CHANCES), bits("birth_date"));
    this.place = plus(bitsOf(PLACE_LEVELS, PLACE_CHANCES), bits("birth_place"));
    this.sex = plus(bitsOf(SEX_LEVELS, SEX_CHANCES), bits("sex"));
    this.mostOfName = Math.max(...this.name);
    this.mostOfUnlikeName = Math.max(...this.name.filter((_, level) => UNLIKE_NAMES[level]!));
    this.mostOfUnevenName = Math.max(...this.name.filter((_, level) => UNEVEN_NAMES[level]!));
    this.mostOfPlace = Math.max(...this.place);
    this.identifierLearned = bits("nik");
    const weights = IDENTIFIER_WEIGHTS[kind];
    this.identifier = IDENTIFIER_LEVELS.map((level) => weights[level.name]);
  }

  static from({ kind, learned }: SharedModel): MatchModel {
    return new MatchModel(kind, learned);
  }

  shared(): SharedModel {
    return { kind: this.kind, learned: this.learned };
  }

  /** Expected share of true pairs at each level of a field, by the defaults; position 0 (missing) means nothing. */
  shares(field: Field): readonly number[] {
    return SHARES[field](this.kind);
  }

  /** The same model with what the data taught about how often true pairs stand at each level. */
  taught(learned: Readonly<Record<Field, readonly number[]>>): MatchModel {
    return new MatchModel(this.kind, learned);
  }

  /**
   * Log-odds (bits) that a pair is one person, before the prior. `populationBits` is log2 of the number of people
   * on the other side.
   */
  weigh(levels: PackedLevels, termBits: number, populationBits: number): number {
    return (
      termBits +
      this.name[nameLevel(levels)]! +
      this.birthDate[dateLevel(levels)]! +
      this.place[placeLevel(levels)]! +
      this.sex[sexLevel(levels)]! +
      this.identifierBits(levels, populationBits) +
      this.twinBits(levels)
    );
  }

  /** The same weight field by field, for explaining it: their sum is what `weigh` gives. */
  weights(levels: PackedLevels, terms: TermBits, populationBits: number): Readonly<Record<Field, number>> {
    return {
      nik: this.identifierBits(levels, populationBits) + this.twinBits(levels),
      name: terms.name + this.name[levelOf(levels, "name")]!,
      birth_place: terms.birth_place + this.place[levelOf(levels, "birth_place")]!,
      birth_date: terms.birth_date + this.birthDate[levelOf(levels, "birth_date")]!,
      sex: this.sex[levelOf(levels, "sex")]!,
    };
  }

  /** Identifiers without structure are given at random: twins' are no nearer than other people's. */
  private twinBits(levels: PackedLevels): number {
    return this.kind !== "plain" && looksLikeTwins(levels) ? TWIN_BITS : 0;
  }

  /** What an identifier that simply differs weighs. */
  get differentIdentifierBits(): number {
    return (
      this.identifier[IDENTIFIER_LEVEL.different]!.dated + this.identifierLearned[IDENTIFIER_LEVEL.different]!
    );
  }

  private identifierBits(levels: PackedLevels, populationBits: number): number {
    const level = bothNiksFit(levels) ? IDENTIFIER_LEVEL.different : nikLevel(levels);
    const weight = this.identifier[level]!;
    const date = dateLevel(levels);
    const dated = date === BIRTH_DATE_LEVEL.exact || NO_DATE[date]!;
    const bits = !dated
      ? weight.undated
      : nikFitsDate(levels)
        ? (weight.explained ?? weight.dated)
        : weight.dated;
    const grows = weight.population === "always" || (weight.population === "undated" && !dated);
    return bits + this.identifierLearned[level]! + (grows ? populationBits : 0);
  }
}

/** A source too small to tell is taken for an extract of a larger list: chance agreement is as likely as there. */
const SMALLEST_POPULATION = 1000;

/** log2 of the number of people that a source's rows are told apart from. */
export function populationBits(rows: number): number {
  return Math.log2(Math.max(rows, SMALLEST_POPULATION));
}

/** Probability from log-odds in bits. */
export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}
