/** The roster in memory: every person of every roster file, indexed, with what is common among them counted. */
import type { IdentifierField } from "../field/identifier.ts";
import { ConfirmedReadings } from "./confirmed.ts";
import { Frequencies } from "./frequency.ts";
import { MatchModel } from "./model.ts";
import type { People } from "./people.ts";
import { PersonIndex } from "./person-index.ts";

/** The roster as duplicates and sources are held against it. */
export interface Roster {
  readonly people: People;
  /** Roster records are the people numbered below this; behind them stand confirmed readings. */
  readonly count: number;
  readonly index: PersonIndex;
  readonly frequencies: Frequencies;
  readonly identifiers: IdentifierField;
  readonly model: MatchModel;
  readonly confirmed: ConfirmedReadings;
  /** 1 for records that some other record resembles: what agrees with them may be the other's. */
  readonly contested: Uint8Array;
}

/** Indexes the people read so far. */
export function indexRoster(people: People, identifiers: IdentifierField): Roster {
  return {
    people,
    count: people.count,
    index: new PersonIndex(people),
    frequencies: new Frequencies(people),
    identifiers,
    model: new MatchModel(identifiers.kind),
    confirmed: new ConfirmedReadings(people),
    contested: new Uint8Array(people.count),
  };
}
