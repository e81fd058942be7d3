/**
 * The roster in memory: every person of every roster file, indexed, with what is common among them counted; and how it is
 * shown to other threads, which look at the same memory.
 */
import type { IdentifierField, IdentifierKind } from "../field/identifier.ts";
import { identifierField } from "../field/identifier-kinds.ts";
import { People, type SharedPeople } from "../input/people.ts";
import type { SharedNumbers } from "../machine/shared-numbers.ts";
import { trouble } from "../trouble.ts";
import { MOST_PEOPLE } from "./buckets.ts";
import { PersonComparer } from "./comparison.ts";
import { ConfirmedReadings, type SharedReadings } from "./confirmed.ts";
import { Frequencies, type SharedFrequencies } from "./frequency.ts";
import { KeyMaker } from "./key-maker.ts";
import { MatchModel } from "./model.ts";
import { PersonIndex, type SharedIndex } from "./person-index.ts";
import { Recognised } from "./recognised.ts";
import { Resemblances, type SharedResemblances } from "./resemblances.ts";
import { WordFacts } from "./word-facts.ts";

/** The roster as duplicates and sources are held against it. */
export interface Roster {
  readonly people: People;
  /** Roster records are the people numbered below this; behind them stand confirmed readings. */
  readonly count: number;
  readonly keyMaker: KeyMaker;
  readonly index: PersonIndex;
  readonly frequencies: Frequencies;
  readonly identifiers: IdentifierField;
  readonly model: MatchModel;
  /** For persons who stand in no store. */
  readonly comparer: PersonComparer;
  readonly confirmed: ConfirmedReadings;
  /** Nobody until the registry has passed, where it comes first. */
  recognised: Recognised;
  /** Nobody's until duplicates have been looked for; two who are recognised are told apart and not among them. */
  resemblances: Resemblances;
}

/** How much a roster can hold: seven times all the non-ASN staff there are, and less than a store of texts takes. */
const MOST_IN_ROSTER = { people: MOST_PEOPLE, bytes: 4e9 } as const;

/** @throws Trouble roster_too_large as soon as too much was read */
export function refuseTooLarge(
  { count, textBytes }: Pick<People, "count" | "textBytes">,
  most: Readonly<Record<keyof typeof MOST_IN_ROSTER, number>> = MOST_IN_ROSTER,
): void {
  if (count > most.people || textBytes > most.bytes)
    throw trouble("roster_too_large", { count: most.people });
}

/** People as another thread gets them, with what is known of the words of their names. */
export interface ShownPeople {
  readonly people: SharedPeople;
  readonly facts: SharedNumbers;
}

export function sharePeople({ people, facts }: KeyMaker): ShownPeople {
  // the others cannot learn what they find unlearnt
  facts.learnAll();
  return { people: people.shared(), facts: facts.shared() };
}

export function keyMakerFrom(shown: ShownPeople): KeyMaker {
  const people = new People(shown.people);
  return new KeyMaker(people, new WordFacts(people.words, null, shown.facts));
}

/** What else there is to a roster: the same memory, on which nobody writes while others look. */
export interface SharedRoster {
  readonly count: number;
  readonly index: SharedIndex;
  readonly frequencies: SharedFrequencies;
  readonly identifierKind: IdentifierKind;
  readonly confirmed: SharedReadings;
  readonly recognised: Uint8Array;
  readonly resemblances: SharedResemblances;
}

export function shareRoster(roster: Roster): SharedRoster {
  const { count, index, frequencies, identifiers, confirmed, recognised, resemblances } = roster;
  return {
    count,
    index: index.shared(),
    frequencies: frequencies.shared(),
    identifierKind: identifiers.kind,
    confirmed: confirmed.shared(),
    recognised: recognised.shared(),
    resemblances: resemblances.shared(),
  };
}

export function rosterFrom(shared: SharedRoster, keyMaker: KeyMaker): Roster {
  const { count } = shared;
  const { people, facts } = keyMaker;
  const identifiers = identifierField(shared.identifierKind);
  const frequencies = Frequencies.from(shared.frequencies);
  return {
    people,
    count,
    keyMaker,
    index: new PersonIndex(shared.index),
    frequencies,
    identifiers,
    model: new MatchModel(shared.identifierKind),
    comparer: new PersonComparer(people, identifiers, frequencies, facts),
    confirmed: new ConfirmedReadings(people, keyMaker, count, shared.confirmed),
    recognised: new Recognised(shared.recognised),
    resemblances: new Resemblances(shared.resemblances),
  };
}
