/** Makes a roster of the people read: counts what is common among them, and indexes them by their keys. */
import type { IdentifierField } from "../field/identifier.ts";
import type { People } from "../input/people.ts";
import { AskedKeys } from "./asked-keys.ts";
import { PersonComparer } from "./comparison.ts";
import { ConfirmedReadings } from "./confirmed.ts";
import { Frequencies } from "./frequency.ts";
import { KeyMaker } from "./key-maker.ts";
import { KeyList } from "./keys.ts";
import { MatchModel } from "./model.ts";
import { mostNameBits } from "./numbered-name.ts";
import { indexPieces, keyBucketsOf, PersonIndex, shiftsFor } from "./person-index.ts";
import { Recognised } from "./recognised.ts";
import { Resemblances } from "./resemblances.ts";
import type { Roster } from "./roster.ts";
import { WordFacts } from "./word-facts.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Where more than this share of a roster asks for others, the keys of everybody are indexed as fast as theirs. */
const FEW = 1 / 8;

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
  const names = worker.indexNames(count, asked?.names.shared() ?? null, asked?.images ?? null);
  // what goes wrong there is thrown where it is awaited; this thread may fail before
  names.catch(() => {});
  const pieces = indexPieces(keyMaker, 0, count, asked?.pieces, asked?.images);
  index.take({ pieces, names: await names }, asked);
}

/**
 * Indexes them for the search for duplicates: by all their keys, or where the registry has passed and hardly anybody is
 * left whom it does not have, by what these ask for.
 */
export async function indexForDuplicates(roster: Roster, pool: WorkerPool | null): Promise<void> {
  const { index, keyMaker, count, recognised } = roster;
  if (!index.isWhole) await indexKeys(roster, pool, areFew(roster) ? askedByUnrecognised(roster) : null);
  index.recognise(keyMaker, 0, count, recognised);
  pool?.show(roster);
}

function areFew({ count, recognised }: Roster): boolean {
  let unrecognised = 0;
  for (let record = 0; record < count; record++) if (!recognised.has(record)) unrecognised++;
  return unrecognised <= FEW * count;
}

/**
 * The keys of those who are not recognised. Those who are look for nobody but for such as the registry may have twice.
 */
function askedByUnrecognised({ keyMaker, count, recognised }: Roster): AskedKeys {
  const asked = new AskedKeys(shiftsFor(count));
  const keys = new KeyList();
  for (let record = 0; record < count; record++) {
    keys.clear();
    if (recognised.has(record)) {
      keyMaker.addDateName(record, keys);
      asked.addShared(keys);
    } else {
      // by faint keys records look among those who lack something, and these are all indexed
      keyMaker.addPieces(record, keys);
      keyMaker.addNameKeys(record, keys);
      asked.add(keys);
    }
  }
  return asked;
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
