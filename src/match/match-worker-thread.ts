/**
 * What a thread of the pool does: it listens, looks at the roster it was shown, and answers with an index or pairs
 * (worker-pool.ts).
 */
import { parentPort } from "node:worker_threads";
import { giveBackMemory } from "../machine/memory.ts";
import { BatchMatcher } from "./batch-matcher.ts";
import { DuplicateFinder } from "./duplicate-finder.ts";
import { FoundPairs } from "./found-pairs.ts";
import type { KeyMaker } from "./key-maker.ts";
import { indexNames } from "./person-index.ts";
import { keyMakerFrom, type Roster, rosterFrom } from "./roster.ts";
import { RosterMeetings } from "./roster-meetings.ts";
import { RosterPairs } from "./roster-pairs.ts";
import { Sieve } from "./sieve.ts";
import type { WorkerTask } from "./worker-pool.ts";

const port = parentPort!;

let keyMaker: KeyMaker;
let roster: Roster;
let finder: DuplicateFinder | null = null;
let matcher: BatchMatcher;

port.on("message", (task: WorkerTask) => {
  switch (task.kind) {
    case "people":
      keyMaker = keyMakerFrom(task.shown);
      break;
    case "names":
      // what batches have left behind
      giveBackMemory();
      port.postMessage(indexNames(keyMaker, 0, task.count, task.asked && new Sieve(task.asked), task.images));
      break;
    case "roster":
      roster = rosterFrom(task.roster, keyMaker);
      finder = null;
      break;
    case "index":
      roster.index.adopt(task.index);
      break;
    case "duplicates": {
      const { from, to } = task;
      finder ??= new DuplicateFinder(roster);
      const found = new RosterPairs();
      finder.find(from, to, new RosterMeetings(roster, from, to), found);
      port.postMessage(found.shared());
      break;
    }
    case "source":
      // what looking for duplicates, or an earlier source, has left behind
      finder = null;
      giveBackMemory();
      matcher = new BatchMatcher(roster, task.expectedRows, task.isListing);
      break;
    case "batch": {
      const pairs = new FoundPairs();
      matcher.match(task.batch, pairs);
      port.postMessage(pairs.shared());
      break;
    }
  }
});
