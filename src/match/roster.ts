/** The roster in memory: every person of every roster file, indexed, with what is common among them counted. */
import type { IdentifierField, IdentifierKind } from "../field/identifier.ts";
import { identifierField } from "../field/identifier-kinds.ts";
import { People, type SharedPeople } from "../input/people.ts";
import { PersonComparer } from "./comparison.ts";
import { ConfirmedReadings, type SharedReadings } from "./confirmed.ts";
import { Frequencies, type SharedFrequencies } from "./frequency.ts";
import { KeyMaker } from "./keys.ts";
import { MatchModel } from "./model.ts";
import { PersonIndex, type SharedIndex } from "./person-index.ts";
import { type SharedWordFacts, WordFacts } from "./word-facts.ts";

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
  /** 1 for records that some other record resembles: what agrees with them may be the other's. */
  readonly contested: Uint8Array;
}

/** Indexes the people read so far. */
export function indexRoster(people: People, identifiers: IdentifierField): Roster {
  const frequencies = Frequencies.of(people);
  const keyMaker = new KeyMaker(people, new WordFacts(people.words));
  return {
    people,
    count: people.count,
    keyMaker,
    index: PersonIndex.of(keyMaker, 0, people.count),
    frequencies,
    identifiers,
    model: new MatchModel(identifiers.kind),
    comparer: new PersonComparer(people, identifiers, frequencies, keyMaker.facts),
    confirmed: new ConfirmedReadings(people, keyMaker, people.count),
    contested: new Uint8Array(new SharedArrayBuffer(people.count)),
  };
}

/** A roster as another thread gets it: the same memory, on which nobody writes while others look. */
export interface SharedRoster {
  readonly people: SharedPeople;
  readonly count: number;
  readonly facts: SharedWordFacts;
  readonly index: SharedIndex;
  readonly frequencies: SharedFrequencies;
  readonly identifierKind: IdentifierKind;
  readonly confirmed: SharedReadings;
  readonly contested: Uint8Array;
}

export function shareRoster(roster: Roster): SharedRoster {
  const { people, count, keyMaker, index, frequencies, identifiers, confirmed, contested } = roster;
  // the others cannot learn what they find unlearnt
  keyMaker.facts.learnAll();
  return {
    people: people.shared(),
    count,
    facts: keyMaker.facts.shared(),
    index: index.shared(),
    frequencies: frequencies.shared(),
    identifierKind: identifiers.kind,
    confirmed: confirmed.shared(),
    contested,
  };
}

export function rosterFrom(shared: SharedRoster): Roster {
  const people = new People(shared.people);
  const identifiers = identifierField(shared.identifierKind);
  const frequencies = Frequencies.from(shared.frequencies);
  const keyMaker = new KeyMaker(people, new WordFacts(people.words, null, shared.facts));
  return {
    people,
    count: shared.count,
    keyMaker,
    index: new PersonIndex(shared.index),
    frequencies,
    identifiers,
    model: new MatchModel(shared.identifierKind),
    comparer: new PersonComparer(people, identifiers, frequencies, keyMaker.facts),
    confirmed: new ConfirmedReadings(people, keyMaker, shared.count, shared.confirmed),
    contested: shared.contested,
  };
}
