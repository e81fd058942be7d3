/**
 * Fellegi–Sunter weights: what each comparison level says about whether a pair is one person, in bits (log2 m/u),
 * by default (default-weights.ts) and as learned from the data.
 *
 * Two dependences matter too much to be ignored:
 * - the date inside a NIK and the birth date are one fact. Strangers with neighbouring NIKs are born on the same
 *   day in the same sub-district (twins, siblings registered in a row), so a near NIK beside an equal birth date
 *   adds next to nothing, unless the differing digits are explained by the record itself;
 * - in an office list a NIK that agrees wrongly is a relative's or neighbour's put in by mistake: the chance is a
 *   share of the list, not one in 10^16. That share, not the number of people, limits what an equal NIK proves.
 */
import { BIRTH_DATE_LEVEL, BIRTH_DATE_LEVELS } from "../field/birth-date.ts";
import { IDENTIFIER_LEVEL, IDENTIFIER_LEVELS, type IdentifierKind } from "../field/identifier.ts";
import type { Field, Level } from "../field/level.ts";
import { NAME_LEVELS } from "../field/name.ts";
import {
  BIRTH_DATE_BITS,
  IDENTIFIER_WEIGHTS,
  type IdentifierWeight,
  NAME_BITS,
  PLACE_BITS,
  SEX_BITS,
  SHARES,
} from "./default-weights.ts";
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

/**
 * Twins bear names that differ in a letter or a word and numbers that differ in a digit: in one pair the three
 * agreements are one event. Numbers given one after the other never differ by a swap.
 */
const TWIN_IDENTIFIERS = positions(IDENTIFIER_LEVELS, "one_digit_in_serial", "two_digits");
const TWIN_NAMES = positions(NAME_LEVELS, "typo", "missing_word", "extra_word", "partial");

function positions<L extends readonly Level[]>(
  levels: L,
  ...names: readonly L[number]["name"][]
): readonly boolean[] {
  return levels.map((level) => names.includes(level.name));
}

/**
 * In a list that holds both twins the pair is two people: so many bits that name, date and place at their rarest do not
 * outweigh them.
 */
const TWIN_BITS = -20;
/**
 * A pair like twins is at most half as likely one person as two. A twin who is not in the source must not be taken for
 * the one who is; but where nobody else comes near, whoever looks for the person should be shown the row.
 */
const MOST_OF_TWINS = -1;
/**
 * A pair for which neither name nor identifier speaks is at most twice as likely one person as not: likely enough to be
 * shown, and never certain. Whether it is the person under another name or a stranger of the same birth date and place,
 * no list tells.
 */
const MOST_OF_UNIDENTIFIED = 1;

function looksLikeTwins(levels: PackedLevels): boolean {
  return TWIN_IDENTIFIERS[nikLevel(levels)]! && TWIN_NAMES[nameLevel(levels)]! && !nikFitsDate(levels);
}

/** Levels of names that are not the same word by word. */
const UNLIKE_NAMES = NAME_LEVELS.map(({ name }) => !["missing", "exact", "scored"].includes(name));
/** Levels at which some word has no counterpart. */
const UNEVEN_NAMES = positions(NAME_LEVELS, "missing_word", "extra_word", "partial", "different");

/** Levels of names that are one name, slips of writing aside. */
const SAME_NAMES = NAME_LEVELS.map(({ agreement }) => agreement === "same" || agreement === "near");

const NO_DATE = positions(BIRTH_DATE_LEVELS, "missing", "damaged");

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
    this.name = plus(NAME_BITS, bits("name"));
    this.birthDate = plus(BIRTH_DATE_BITS, bits("birth_date"));
    this.place = plus(PLACE_BITS, bits("birth_place"));
    this.sex = plus(SEX_BITS, bits("sex"));
    this.mostOfName = Math.max(...this.name);
    this.mostOfUnlikeName = Math.max(...this.name.filter((_, level) => UNLIKE_NAMES[level]!));
    this.mostOfUnevenName = Math.max(...this.name.filter((_, level) => UNEVEN_NAMES[level]!));
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
      this.identifierBits(levels, populationBits)
    );
  }

  /** The most that the log-odds of a pair can be, in bits, prior included, whatever its weight. */
  mostBits(levels: PackedLevels): number {
    if (this.isLikeTwins(levels)) return MOST_OF_TWINS;
    return this.isIdentified(levels) ? Number.POSITIVE_INFINITY : MOST_OF_UNIDENTIFIED;
  }

  /**
   * Whether name or identifier speaks for the pair. Birth date and place single out nobody, however rare they are: twins,
   * classmates and strangers share them, and near numbers with them. So of two near identifiers only those speak whose
   * difference has a cause of its own, or that are given at random.
   */
  private isIdentified(levels: PackedLevels): boolean {
    if (SAME_NAMES[nameLevel(levels)]! || nikFitsDate(levels)) return true;
    const level = nikLevel(levels);
    return level === IDENTIFIER_LEVEL.excel_zeroed || this.identifier[level]!.population === "always";
  }

  /** The same weight field by field, for explaining it: their sum is what `weigh` gives. */
  weights(levels: PackedLevels, terms: TermBits, populationBits: number): Record<Field, number> {
    return {
      nik: this.identifierBits(levels, populationBits),
      name: terms.name + this.name[levelOf(levels, "name")]!,
      birth_place: terms.birth_place + this.place[levelOf(levels, "birth_place")]!,
      birth_date: terms.birth_date + this.birthDate[levelOf(levels, "birth_date")]!,
      sex: this.sex[levelOf(levels, "sex")]!,
    };
  }

  /** What a pair like twins weighs less, in bits, where both of them are looked at; of others 0. */
  twinBits(levels: PackedLevels): number {
    return this.isLikeTwins(levels) ? TWIN_BITS : 0;
  }

  /** Identifiers without structure are given at random: twins' are no nearer than other people's. */
  private isLikeTwins(levels: PackedLevels): boolean {
    return this.kind !== "plain" && looksLikeTwins(levels);
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
