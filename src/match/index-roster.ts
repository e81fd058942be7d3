/** Makes a roster of the people read: counts what is common among them, and indexes them by their keys. */
import type { IdentifierField } from "../field/identifier.ts";
import type { People } from "../input/people.ts";
import type { AskedKeys } from "./asked-keys.ts";
import { PersonComparer } from "./comparison.ts";
import { ConfirmedReadings } from "./confirmed.ts";
import { Frequencies } from "./frequency.ts";
import { KeyMaker } from "./key-maker.ts";
import { MatchModel } from "./model.ts";
import { mostNameBits } from "./numbered-name.ts";
import { indexPieces, keyBucketsOf, PersonIndex } from "./person-index.ts";
import { Recognised } from "./recognised.ts";
import { Resemblances } from "./resemblances.ts";
import type { Roster } from "./roster.ts";
import { WordFacts } from "./word-facts.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Indexes the people read so far. */
export function indexRoster(people: People, identifiers: IdentifierField): Roster {
  const roster = indexIdentifiersOf(people, identifiers);
  roster.index.take(keyBucketsOf(roster.keyMaker, 0, roster.count));
  return roster;
}

/**
 * Indexes the people of a roster by their other keys.
 * @param pool a worker of it indexes names while this thread indexes pieces of identifiers
 * @param asked the keys by which alone anybody is looked for, where that is known
 */
export async function indexKeys(
  { keyMaker, index, count }: Roster,
  pool: WorkerPool | null,
  asked: AskedKeys | null = null,
): Promise<void> {
  const worker = pool?.workers[0];
  if (pool === null || worker === undefined) {
    index.take(keyBucketsOf(keyMaker, 0, count, asked), asked);
    return;
  }
  pool.showPeople(keyMaker);
  const names = worker.indexNames(count, asked?.names.shared() ?? null);
  // what goes wrong there is thrown where it is awaited; this thread may fail before
  names.catch(() => {});
  const pieces = indexPieces(keyMaker, 0, count, asked?.pieces);
  index.take({ pieces, names: await names }, asked);
}

/** Indexes the people read so far by their identifiers alone. */
export function indexIdentifiersOf(people: People, identifiers: IdentifierField): Roster {
  const { count } = people;
  const frequencies = Frequencies.of(people);
  // what agreement with a name can be worth
  for (let index = 0; index < count; index++)
    people.setNameWorth(index, Math.ceil(mostNameBits(people, index, frequencies)));
  const keyMaker = new KeyMaker(people, new WordFacts(people.words));
  return {
    people,
    count,
    keyMaker,
    index: PersonIndex.ofIdentifiers(keyMaker, 0, count),
    frequencies,
    identifiers,
    model: new MatchModel(identifiers.kind),
    comparer: new PersonComparer(people, identifiers, frequencies, keyMaker.facts),
    confirmed: new ConfirmedReadings(people, keyMaker, count),
    recognised: Recognised.none(count),
    resemblances: Resemblances.none(count),
  };
}
