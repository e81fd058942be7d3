/**
 * What happened to each roster person: which lists the person is in, which of them got what wrong. A story is a
 * pure function of the ordinal, so the writer of every list can ask for it again. It refuses to judge: truth.ts
 * says what should be found and done.
 */
import {
  abbreviatedName,
  differentName,
  misspelledName,
  mistypedName,
  nameWithExtraWord,
  nameWithoutWord,
  reorderedName,
  respacedName,
} from "./name-errors.ts";
import { shareOfName } from "./names.ts";
import {
  areUnlike,
  familyCardNumber,
  malformedNik,
  missingNik,
  mistypedNik,
  nikOfOther,
  nikOfUnknownRegion,
  nikOfWrongLength,
  outdatedNik,
  scientificNik,
  transposedNik,
  zeroedNik,
} from "./nik-errors.ts";
import {
  differentDate,
  differentPlace,
  farYear,
  isPlaceholderDate,
  missingDate,
  misspelledPlace,
  placeholderDate,
  swappedDate,
  unreadableDate,
  wrongDay,
  wrongMonth,
  wrongSex,
  wrongYear,
} from "./other-errors.ts";
import type { Person, Population } from "./people.ts";
import { VILLAGE } from "./people.ts";
import type { Roll } from "./random.ts";
import { Chance } from "./random.ts";
import type { Rates } from "./rates.ts";
import type { List, Rows } from "./rows.ts";
import type { Field, Slip, Values } from "./values.ts";

/** Who has the wrong value of a slip; everybody else has the right one. */
type Holder = "roster" | "dukcapil" | "ktp" | "ijazah";

export interface HeldSlip {
  readonly slip: Slip;
  readonly holders: ReadonlySet<Holder>;
  /** Which roster row has it, of a person who stands there twice; null for every row. */
  readonly copy: 0 | 1 | null;
}

export type DukcapilStatus = "" | "11" | "12" | "14";

export interface Story {
  readonly ordinal: number;
  readonly person: Person;
  /** Names of what happened, the first one first; empty where nothing did. */
  readonly scenarios: readonly string[];
  readonly slips: readonly HeldSlip[];
  readonly inDukcapil: boolean;
  readonly status: DukcapilStatus;
  readonly inKtp: boolean;
  readonly inIjazah: boolean;
  readonly bkn: "listed" | "blocked" | "absent";
  readonly pair: "swapped" | "shared" | null;
  readonly duplicate: boolean;
  readonly ambiguous: boolean;
}

/** What the maker of an error may look at. */
interface Subject {
  readonly roll: Roll;
  readonly person: Person;
  readonly isHeld: (nik: string) => boolean;
  readonly inKtp: boolean;
  readonly inIjazah: boolean;
  /** Somebody of the household, or of the village, who is in the registry and not in the roster. */
  readonly other: (from: "household" | "village") => Slip | null;
}

/** A wrong value. */
interface SlipScenario {
  readonly field: Field;
  readonly holders: readonly Holder[];
  readonly make: (subject: Subject) => Slip | null;
}

/** A fact about a whole record. */
interface FactScenario {
  readonly field: "dukcapil" | "bkn";
  readonly fact: Partial<Pick<Story, "inDukcapil" | "status" | "bkn">>;
}

type Scenario = (SlipScenario | FactScenario) & {
  readonly name: keyof Rates;
  /** Share of people to whom this can happen, as measured; the draw makes up for it. */
  readonly applies: number;
  /**
   * The row loses a mainstay of identity. Two such scenarios never meet, for nobody could say any more who is meant.
   */
  readonly hard?: true;
  /** Only name and birth date are left to go by, so they must single the person out. */
  readonly byNameAndDate?: true;
};

/** A source that errs while the roster is right must not make the roster look as if it had a placeholder. */
function unlessPlaceholder(subject: Subject, make: () => Slip | null): Slip | null {
  return isPlaceholderDate(subject.person.born) ? null : make();
}

function nameSlip({ roll, person }: Subject): Slip | null {
  switch (roll.below(5)) {
    case 0:
    case 1:
      return mistypedName(roll, person.name);
    case 2:
      return misspelledName(roll, person.name, person.born);
    case 3:
      return abbreviatedName(roll, person.name);
    default:
      return nameWithoutWord(roll, person.name);
  }
}

function dateSlip(subject: Subject): Slip | null {
  const { roll, person } = subject;
  return unlessPlaceholder(subject, () => {
    switch (roll.below(4)) {
      case 0:
        return swappedDate(person.born);
      case 1:
        return wrongDay(roll, person.born);
      case 2:
        return wrongMonth(roll, person.born);
      default:
        return wrongYear(roll, person.born);
    }
  });
}

/** A maker that must not be run where the KTP is not on file. */
function withKtp(make: (subject: Subject) => Slip | null): (subject: Subject) => Slip | null {
  return (subject) => (subject.inKtp ? make(subject) : null);
}

function withDiploma(make: (subject: Subject) => Slip | null): (subject: Subject) => Slip | null {
  return (subject) => (subject.inIjazah ? make(subject) : null);
}

const ROSTER: readonly Holder[] = ["roster"];

/** Every error that is drawn person by person. One line to add one; its rate stands in rates.ts. */
const SCENARIOS: readonly Scenario[] = [
  {
    name: "nik_typo",
    field: "nik",
    holders: ROSTER,
    applies: 1,
    make: ({ roll, person, isHeld }) => mistypedNik(roll, person.nik, 1, isHeld),
  },
  {
    name: "nik_two_typos",
    field: "nik",
    holders: ROSTER,
    applies: 0.94,
    make: ({ roll, person, isHeld }) => mistypedNik(roll, person.nik, 2, isHeld),
  },
  {
    name: "nik_unknown_region",
    field: "nik",
    holders: ROSTER,
    applies: 0.86,
    make: ({ roll, person }) => nikOfUnknownRegion(roll, person.nik),
  },
  {
    name: "nik_transposed",
    field: "nik",
    holders: ROSTER,
    applies: 0.93,
    make: ({ roll, person, isHeld }) => transposedNik(roll, person.nik, isHeld),
  },
  {
    name: "nik_digit_lost",
    field: "nik",
    holders: ROSTER,
    applies: 0.94,
    make: ({ roll, person, inKtp }) => nikOfWrongLength(roll, person.nik, -1, !inKtp),
  },
  {
    name: "nik_digit_added",
    field: "nik",
    holders: ROSTER,
    applies: 1,
    make: ({ roll, person, inKtp }) => nikOfWrongLength(roll, person.nik, 1, !inKtp),
  },
  {
    name: "nik_excel_zeroed",
    field: "nik",
    holders: ROSTER,
    applies: 0.88,
    make: ({ person, isHeld }) => zeroedNik(person.nik, isHeld),
  },
  {
    name: "nik_scientific",
    field: "nik",
    holders: ROSTER,
    applies: 0.87,
    hard: true,
    byNameAndDate: true,
    make: ({ person }) => scientificNik(person.nik),
  },
  {
    name: "nik_missing",
    field: "nik",
    holders: ROSTER,
    applies: 0.85,
    hard: true,
    byNameAndDate: true,
    make: ({ roll }) => missingNik(roll),
  },
  {
    name: "nik_malformed",
    field: "nik",
    holders: ROSTER,
    applies: 0.89,
    hard: true,
    byNameAndDate: true,
    make: ({ roll, person }) => malformedNik(roll, person),
  },
  {
    name: "nik_family_card",
    field: "nik",
    holders: ROSTER,
    applies: 0.95,
    hard: true,
    byNameAndDate: true,
    make: ({ roll, person, isHeld }) => familyCardNumber(roll, person.nik, isHeld),
  },
  {
    name: "nik_outdated",
    field: "nik",
    holders: ROSTER,
    applies: 0.9,
    hard: true,
    byNameAndDate: true,
    make: ({ roll, person, isHeld }) => outdatedNik(roll, person.nik, isHeld),
  },
  {
    name: "nik_of_relative",
    field: "nik",
    holders: ROSTER,
    applies: 0.64,
    hard: true,
    byNameAndDate: true,
    make: ({ other }) => other("household"),
  },
  {
    name: "nik_of_neighbour",
    field: "nik",
    holders: ROSTER,
    applies: 0.53,
    hard: true,
    byNameAndDate: true,
    make: ({ other }) => other("village"),
  },
  {
    name: "name_spelling",
    field: "name",
    holders: ROSTER,
    applies: 0.87,
    make: ({ roll, person }) => misspelledName(roll, person.name, person.born),
  },
  {
    name: "name_typo",
    field: "name",
    holders: ROSTER,
    applies: 0.88,
    make: ({ roll, person }) => mistypedName(roll, person.name),
  },
  {
    name: "name_abbreviated",
    field: "name",
    holders: ROSTER,
    applies: 0.75,
    make: ({ roll, person }) => abbreviatedName(roll, person.name),
  },
  {
    name: "name_spacing",
    field: "name",
    holders: ROSTER,
    applies: 0.53,
    make: ({ roll, person }) => respacedName(roll, person.name),
  },
  {
    name: "name_order",
    field: "name",
    holders: ROSTER,
    applies: 0.74,
    make: ({ person }) => reorderedName(person.name),
  },
  {
    name: "name_missing_word",
    field: "name",
    holders: ROSTER,
    applies: 0.7,
    make: ({ roll, person }) => nameWithoutWord(roll, person.name),
  },
  {
    name: "name_extra_word",
    field: "name",
    holders: ROSTER,
    applies: 0.8,
    make: ({ roll, person }) => nameWithExtraWord(roll, person.name, person.sex),
  },
  {
    name: "name_different",
    field: "name",
    holders: ROSTER,
    applies: 0.63,
    hard: true,
    make: ({ roll, person }) => differentName(roll, person.name, person.sex),
  },
  {
    name: "date_swapped",
    field: "birth_date",
    holders: ROSTER,
    applies: 0.3,
    make: ({ person }) => swappedDate(person.born),
  },
  {
    name: "date_placeholder",
    field: "birth_date",
    holders: ROSTER,
    applies: 0.85,
    make: ({ roll, person }) => placeholderDate(roll, person.born),
  },
  {
    name: "date_day",
    field: "birth_date",
    holders: ROSTER,
    applies: 0.71,
    make: ({ roll, person }) => wrongDay(roll, person.born),
  },
  {
    name: "date_month",
    field: "birth_date",
    holders: ROSTER,
    applies: 0.57,
    make: ({ roll, person }) => wrongMonth(roll, person.born),
  },
  {
    name: "date_year",
    field: "birth_date",
    holders: ROSTER,
    applies: 0.73,
    make: ({ roll, person }) => wrongYear(roll, person.born),
  },
  {
    name: "date_far_year",
    field: "birth_date",
    holders: ROSTER,
    applies: 0.34,
    hard: true,
    make: ({ roll, person }) => farYear(roll, person.born),
  },
  {
    name: "date_different",
    field: "birth_date",
    holders: ROSTER,
    applies: 0.72,
    hard: true,
    make: ({ roll, person }) => differentDate(roll, person.born),
  },
  {
    name: "date_missing",
    field: "birth_date",
    holders: ROSTER,
    applies: 0.97,
    hard: true,
    make: ({ roll }) => missingDate(roll),
  },
  {
    name: "date_unreadable",
    field: "birth_date",
    holders: ROSTER,
    applies: 0.97,
    hard: true,
    make: ({ roll, person }) => unreadableDate(roll, person.born),
  },
  {
    name: "place_spelling",
    field: "birth_place",
    holders: ROSTER,
    applies: 1,
    make: ({ roll, person }) => misspelledPlace(roll, person.place),
  },
  {
    name: "place_different",
    field: "birth_place",
    holders: ROSTER,
    applies: 0.92,
    make: ({ roll, person }) => differentPlace(roll, person.place),
  },
  {
    name: "sex_wrong",
    field: "sex",
    holders: ROSTER,
    applies: 1,
    make: ({ person }) => wrongSex(person.sex),
  },
  {
    name: "roster_as_diploma_name",
    field: "name",
    holders: ["roster", "ijazah"],
    applies: 0.76,
    make: withDiploma(nameSlip),
  },
  {
    name: "roster_as_diploma_date",
    field: "birth_date",
    holders: ["roster", "ijazah"],
    applies: 0.47,
    make: withDiploma(dateSlip),
  },
  {
    name: "roster_as_ktp_name",
    field: "name",
    holders: ["roster", "ktp"],
    applies: 0.67,
    make: withKtp(nameSlip),
  },
  {
    name: "roster_as_ktp_date",
    field: "birth_date",
    holders: ["roster", "ktp"],
    applies: 0.46,
    make: withKtp(dateSlip),
  },
  {
    name: "ktp_nik",
    field: "nik",
    holders: ["ktp"],
    applies: 0.86,
    make: withKtp(({ roll, person, isHeld }) =>
      roll.chance(0.7) ? mistypedNik(roll, person.nik, 1, isHeld) : transposedNik(roll, person.nik, isHeld),
    ),
  },
  { name: "ktp_name", field: "name", holders: ["ktp"], applies: 0.77, make: withKtp(nameSlip) },
  { name: "ktp_date", field: "birth_date", holders: ["ktp"], applies: 0.49, make: withKtp(dateSlip) },
  {
    name: "ktp_place",
    field: "birth_place",
    holders: ["ktp"],
    applies: 0.88,
    make: withKtp(({ roll, person }) =>
      roll.chance(0.6) ? misspelledPlace(roll, person.place) : differentPlace(roll, person.place),
    ),
  },
  {
    name: "ktp_sex",
    field: "sex",
    holders: ["ktp"],
    applies: 0.87,
    make: withKtp(({ person }) => wrongSex(person.sex)),
  },
  {
    name: "diploma_spelling",
    field: "name",
    holders: ["ijazah"],
    applies: 0.76,
    make: withDiploma(({ roll, person }) => misspelledName(roll, person.name, person.born)),
  },
  { name: "diploma_name", field: "name", holders: ["ijazah"], applies: 0.78, make: withDiploma(nameSlip) },
  {
    name: "diploma_date",
    field: "birth_date",
    holders: ["ijazah"],
    applies: 0.47,
    make: withDiploma(dateSlip),
  },
  {
    name: "diploma_place",
    field: "birth_place",
    holders: ["ijazah"],
    applies: 0.76,
    make: withDiploma(({ roll, person }) =>
      roll.chance(0.5) ? misspelledPlace(roll, person.place) : differentPlace(roll, person.place),
    ),
  },
  { name: "dukcapil_name", field: "name", holders: ["dukcapil"], applies: 0.84, make: nameSlip },
  { name: "dukcapil_date", field: "birth_date", holders: ["dukcapil"], applies: 0.52, make: dateSlip },
  {
    name: "dukcapil_place",
    field: "birth_place",
    holders: ["dukcapil"],
    applies: 0.98,
    make: ({ roll, person }) => misspelledPlace(roll, person.place),
  },
  {
    name: "dukcapil_different",
    field: "birth_date",
    holders: ["dukcapil"],
    applies: 0.56,
    hard: true,
    make: (subject) => unlessPlaceholder(subject, () => differentDate(subject.roll, subject.person.born)),
  },
  { name: "not_in_dukcapil", field: "dukcapil", applies: 0.98, hard: true, fact: { inDukcapil: false } },
  { name: "dukcapil_inactive", field: "dukcapil", applies: 0.97, fact: { status: "14" } },
  { name: "dukcapil_double", field: "dukcapil", applies: 1, fact: { status: "12" } },
  { name: "dukcapil_deceased", field: "dukcapil", applies: 0.95, fact: { status: "11" } },
  { name: "bkn_blocked", field: "bkn", applies: 0.87, fact: { bkn: "blocked" } },
];

const NEEDS_KTP_LIST: ReadonlySet<string> = new Set(
  SCENARIOS.filter((one) => "holders" in one && one.holders.includes("ktp")).map(({ name }) => name),
);
const NEEDS_DIPLOMA_LIST: ReadonlySet<string> = new Set(
  SCENARIOS.filter((one) => "holders" in one && one.holders.includes("ijazah")).map(({ name }) => name),
);
const NEEDS_OTHERS_IN_REGISTRY: ReadonlySet<string> = new Set(["nik_of_relative", "nik_of_neighbour"]);
/** Share of registered people outside the roster, in people of the roster, below which nobody's relative is free. */
const ENOUGH_OTHERS = 0.5;

/** Two scenarios can befall one person together. */
function together(one: Scenario, other: Scenario): boolean {
  if (one.field === other.field || (one.hard && other.hard)) return false;
  const absent = one.name === "not_in_dukcapil" || other.name === "not_in_dukcapil";
  const erring = (scenario: Scenario) => "holders" in scenario && scenario.holders.includes("dukcapil");
  return !(absent && (erring(one) || erring(other)));
}

/** Expected number of other registered people with this name and birth date, above which they prove nothing. */
const TOLERABLE_COLLISIONS = 0.03;
const SHARE_OF_ONE_DATE = 1 / 12_000;
const SHARE_OF_A_PLACEHOLDER_DATE = 1 / 1_400;

const TRIES = 60;

export interface Lists {
  readonly ktp: boolean;
  readonly ijazah: boolean;
  readonly bkn: boolean;
}

export class Stories {
  readonly #population: Population;
  readonly #rows: Rows;
  readonly #lists: Lists;
  readonly #rates: Rates;
  readonly #scenarios: readonly Scenario[];
  readonly #upTo: readonly number[];
  readonly #errorShare: number;
  readonly #dirty: Chance;
  readonly #draw: Chance;
  readonly #listed: Readonly<Record<List, Chance>>;

  constructor(seed: number, population: Population, rows: Rows, lists: Lists, rates: Rates, free: number) {
    this.#population = population;
    this.#rows = rows;
    this.#lists = lists;
    this.#rates = rates;
    const others = (rows.registered - rows.people) / rows.people >= ENOUGH_OTHERS;
    this.#scenarios = SCENARIOS.filter(
      ({ name, field }) =>
        rates[name] > 0 &&
        (lists.ktp || !NEEDS_KTP_LIST.has(name)) &&
        (lists.ijazah || !NEEDS_DIPLOMA_LIST.has(name)) &&
        (lists.bkn || field !== "bkn") &&
        (others || !NEEDS_OTHERS_IN_REGISTRY.has(name)),
    );
    let sum = 0;
    let weight = 0;
    this.#upTo = this.#scenarios.map(({ name, applies }) => {
      sum += rates[name];
      weight += rates[name] / applies;
      return weight;
    });
    this.#errorShare = free === 0 ? 0 : (sum * rows.people) / free / (1 + rates.second_error);
    this.#dirty = new Chance(seed, "error");
    this.#draw = new Chance(seed, "which error");
    this.#listed = {
      ktp: new Chance(seed, "in ktp"),
      ijazah: new Chance(seed, "in ijazah"),
      bkn: new Chance(seed, "in bkn"),
    };
  }

  /** Whether a list has this roster person. */
  isListed(list: List, ordinal: number): boolean {
    if (!this.#lists[list]) return false;
    const { ktp_missing, ijazah_missing, not_registered } = this.#rates;
    const missing = { ktp: ktp_missing, ijazah: ijazah_missing, bkn: not_registered }[list];
    if (this.#listed[list].at(ordinal).chance(missing)) return false;
    // With a KTP or an account the NIK would be known, and nothing ambiguous.
    return list === "ijazah" || this.#rows.stretchOf(ordinal).stretch !== "ambiguous";
  }

  /** Whether anything happened to this person, beyond being in some lists and not in others. Cheap. */
  isDirty(ordinal: number): boolean {
    const { stretch } = this.#rows.stretchOf(ordinal);
    if (stretch !== "free") return stretch !== "namesake";
    return this.#dirty.at(ordinal).chance(this.#errorShare);
  }

  story(ordinal: number): Story {
    const person = this.#population.person(this.#rows.indexOf(ordinal));
    const calm: Story = {
      ordinal,
      person,
      scenarios: [],
      slips: [],
      inDukcapil: true,
      status: "",
      inKtp: this.isListed("ktp", ordinal),
      inIjazah: this.isListed("ijazah", ordinal),
      bkn: this.isListed("bkn", ordinal) ? "listed" : "absent",
      pair: null,
      duplicate: false,
      ambiguous: false,
    };
    const { stretch } = this.#rows.stretchOf(ordinal);
    switch (stretch) {
      case "swapped":
      case "shared":
        return this.#pairStory(calm, stretch);
      case "duplicate":
        return this.#duplicateStory(calm);
      case "ambiguous":
        return { ...calm, scenarios: ["ambiguous"], ambiguous: true, slips: [everyRow(NO_NIK, ROSTER)] };
      case "namesake":
        return { ...calm, scenarios: ["namesake"] };
      default:
        return this.isDirty(ordinal) ? this.#errorStory(calm) : calm;
    }
  }

  #pairStory(calm: Story, pair: "swapped" | "shared"): Story {
    const partner = this.#rows.partnerOf(calm.ordinal);
    const other = this.#population.person(this.#rows.indexOf(partner));
    // Two people of one name or one birth date would be another case; it is too rare to look for another pair.
    if (!areUnlike(calm.person, other)) return calm;
    const rightful = pair === "shared" && (calm.ordinal & 1) === 0;
    const slips = rightful ? [] : [everyRow(nikOfOther(other, this.isListed("ktp", partner)), ROSTER)];
    const name = pair === "swapped" ? "nik_swapped" : rightful ? "nik_shared_by_other" : "nik_shared";
    return { ...calm, scenarios: [name], pair, slips };
  }

  #duplicateStory(calm: Story): Story {
    const roll = this.#draw.at(calm.ordinal);
    const twice: Story = { ...calm, scenarios: ["duplicate"], duplicate: true };
    if (!roll.chance(this.#rates.duplicate_with_slip)) return twice;
    const copy = roll.chance(0.5) ? 0 : 1;
    const fits = (one: Scenario) => "holders" in one && one.holders === ROSTER && !one.hard;
    const drawn = this.#drawError(roll, calm, fits);
    return drawn === null ? twice : withError(twice, drawn, copy);
  }

  #errorStory(calm: Story): Story {
    const roll = this.#draw.at(calm.ordinal);
    const first = this.#drawError(roll, calm, () => true);
    if (first === null) return calm;
    const once = withError(calm, first, null);
    if (!roll.chance(this.#rates.second_error)) return once;
    const second = this.#drawError(roll, calm, (one) => together(first.scenario, one));
    return second === null ? once : withError(once, second, null);
  }

  #drawError(roll: Roll, calm: Story, fits: (scenario: Scenario) => boolean): DrawnError | null {
    const subject = this.#subject(roll, calm);
    for (let i = 0; i < TRIES; i++) {
      const x = roll.fraction() * (this.#upTo.at(-1) ?? 0);
      const scenario = this.#scenarios[this.#upTo.findIndex((upTo) => x < upTo)];
      if (scenario === undefined || !fits(scenario)) continue;
      if (scenario.byNameAndDate && !this.#singlesOut(calm.person)) continue;
      if (!("make" in scenario)) {
        if (scenario.field === "bkn" && calm.bkn === "absent") continue;
        return { scenario, slip: null };
      }
      const slip = scenario.make(subject);
      if (slip !== null) return { scenario, slip };
    }
    return null;
  }

  #subject(roll: Roll, calm: Story): Subject {
    return {
      roll,
      person: calm.person,
      isHeld: (nik) => this.#population.isHeld(nik),
      inKtp: calm.inKtp,
      inIjazah: calm.inIjazah,
      other: (from) => this.#other(roll, calm.person, from),
    };
  }

  /**
   * The NIK of somebody near who is in the registry, not in the roster, and of another name and birth date. Each
   * of them lends to one roster person at most, or two rows would share a NIK: to one of the own household, or
   * where that has nobody in the roster, to one of the village.
   */
  #other(roll: Roll, person: Person, from: "household" | "village"): Slip | null {
    const lenders =
      from === "household" ? this.#housemates(person.index) : this.#lonelyNeighbours(person.index);
    const fitting = lenders
      .map((index) => this.#population.person(index))
      .filter((other) => areUnlike(person, other));
    if (fitting.length === 0) return null;
    const other = roll.pick(fitting);
    return nikOfOther(other, this.#strangerInKtp(other.index));
  }

  #household(index: number): { readonly inRoster: readonly number[]; readonly outside: readonly number[] } {
    const { first, size } = this.#population.householdOf(index);
    const everybody = Array.from({ length: size }, (_, at) => first + at);
    return {
      inRoster: everybody.filter((one) => this.#rows.ordinalOf(one) !== null),
      outside: everybody.filter((one) => this.#rows.ordinalOf(one) === null),
    };
  }

  #housemates(index: number): number[] {
    const { inRoster, outside } = this.#household(index);
    return outside.filter((one) => inRoster[one % inRoster.length] === index);
  }

  #lonelyNeighbours(index: number): number[] {
    const { members, place } = this.#rows.placeInVillage(index);
    const first = index - (index % VILLAGE);
    const lonely: number[] = [];
    for (let at = place; at < VILLAGE; at += members) {
      if (this.#household(first + at).inRoster.length === 0) lonely.push(first + at);
    }
    return lonely;
  }

  /** Whether the KTP list has this registered person, who is not in the roster. */
  #strangerInKtp(index: number): boolean {
    if (!this.#lists.ktp) return false;
    const place = this.#rows.strangerPlace("ktp", index);
    return place !== null && (place.ordinal === null || !this.isListed("ktp", place.ordinal));
  }

  #singlesOut(person: Person): boolean {
    const share = isPlaceholderDate(person.born) ? SHARE_OF_A_PLACEHOLDER_DATE : SHARE_OF_ONE_DATE;
    return this.#rows.dukcapilRows * shareOfName(person.name) * share < TOLERABLE_COLLISIONS;
  }
}

interface DrawnError {
  readonly scenario: Scenario;
  readonly slip: Slip | null;
}

const NO_NIK: Slip = {
  field: "nik",
  gravity: "lost",
  wrong: "",
  code: "nik.missing",
  reverse: "nik.missing",
};

function everyRow(slip: Slip, holders: readonly Holder[]): HeldSlip {
  return { slip, holders: new Set(holders), copy: null };
}

function withError(story: Story, { scenario, slip }: DrawnError, copy: 0 | 1 | null): Story {
  const scenarios = [...story.scenarios, scenario.name];
  if (!("holders" in scenario)) return { ...story, ...scenario.fact, scenarios };
  if (slip === null) return story;
  return { ...story, scenarios, slips: [...story.slips, { slip, holders: new Set(scenario.holders), copy }] };
}

/** Whether a list has the wrong value; `copy` is the roster row that is meant. */
export function holds(held: HeldSlip, holder: Holder, copy: 0 | 1): boolean {
  return held.holders.has(holder) && (holder !== "roster" || held.copy === null || held.copy === copy);
}

/** What a list says about the person. */
export function valuesIn(story: Story, holder: Holder, copy: 0 | 1): Values {
  const { nik, name, place, born, sex } = story.person;
  let values: Values = { nik, name, birth_place: place, birth_date: born, sex };
  for (const held of story.slips) {
    if (holds(held, holder, copy)) values = { ...values, [held.slip.field]: held.slip.wrong };
  }
  return values;
}
