/** Makes a roster of the people read: counts what is common among them, and indexes them by their keys. */
import type { IdentifierField } from "../field/identifier.ts";
import type { People } from "../input/people.ts";
import { PersonComparer } from "./comparison.ts";
import { ConfirmedReadings } from "./confirmed.ts";
import { Frequencies } from "./frequency.ts";
import { KeyMaker } from "./key-maker.ts";
import { MatchModel } from "./model.ts";
import { mostNameBits } from "./numbered-name.ts";
import { indexIdentifiers, indexLacking, PersonIndex } from "./person-index.ts";
import { Recognised } from "./recognised.ts";
import { Resemblances } from "./resemblances.ts";
import type { Roster } from "./roster.ts";
import { WordFacts } from "./word-facts.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Indexes the people read so far. */
export function indexRoster(people: People, identifiers: IdentifierField): Roster {
  const { keyMaker, frequencies } = countTerms(people);
  return rosterOf(people, identifiers, keyMaker, frequencies, PersonIndex.of(keyMaker, 0, people.count));
}

/** The same, with the help of a pool: a worker indexes names while this thread indexes identifiers. */
export async function indexRosterWith(
  pool: WorkerPool | null,
  people: People,
  identifiers: IdentifierField,
): Promise<Roster> {
  const worker = pool?.workers[0];
  if (pool === null || worker === undefined) return indexRoster(people, identifiers);
  const { keyMaker, frequencies } = countTerms(people);
  const { count } = people;
  pool.showPeople(keyMaker);
  const names = worker.indexNames(count);
  // what goes wrong there is thrown where it is awaited; this thread may fail before
  names.catch(() => {});
  const indexed = indexIdentifiers(keyMaker, 0, count);
  const lacking = indexLacking(keyMaker, 0, count);
  const index = PersonIndex.from(indexed, await names, lacking);
  return rosterOf(people, identifiers, keyMaker, frequencies, index);
}

/** How common words, dates and places are, and what that makes of every name. */
function countTerms(people: People): { readonly keyMaker: KeyMaker; readonly frequencies: Frequencies } {
  const frequencies = Frequencies.of(people);
  for (let index = 0; index < people.count; index++)
    people.setNameWorth(index, Math.ceil(mostNameBits(people, index, frequencies)));
  return { keyMaker: new KeyMaker(people, new WordFacts(people.words)), frequencies };
}

function rosterOf(
  people: People,
  identifiers: IdentifierField,
  keyMaker: KeyMaker,
  frequencies: Frequencies,
  index: PersonIndex,
): Roster {
  const { count } = people;
  return {
    people,
    count,
    keyMaker,
    index,
    frequencies,
    identifiers,
    model: new MatchModel(identifiers.kind),
    comparer: new PersonComparer(people, identifiers, frequencies, keyMaker.facts),
    confirmed: new ConfirmedReadings(people, keyMaker, count),
    recognised: Recognised.none(count),
    resemblances: Resemblances.none(count),
  };
}
