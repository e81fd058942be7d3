/**
 * Links of a source of answers (domain.md §5.2): an answer is about the NIK that was asked, so it is linked to the
 * roster record with exactly this NIK and to no other; names and dates prove nothing here and are not weighed. What
 * one NIK cannot settle stays ambiguous: two roster records that carry it, or answers that contradict each other.
 *
 * Where the file repeats the name that was asked, the answer is about that name: "Sesuai" said of a colleague is not said
 * of whoever carries the colleague's NIK.
 */
import type { Answer } from "../field/answer.ts";
import { BIRTH_DATE_LEVEL } from "../field/birth-date.ts";
import type { Identifier } from "../field/identifier.ts";
import { NAME_LEVEL, NAME_LEVELS } from "../field/name.ts";
import { PLACE_LEVEL } from "../field/place.ts";
import { SEX_LEVEL } from "../field/sex.ts";
import {
  type AnsweredField,
  type AnswerRow,
  readAnswerStatus,
  understandAnswer,
  withAskedName,
} from "../input/answer.ts";
import type { People } from "../input/people.ts";
import { type Person, type RowContext, rawRow } from "../input/record.ts";
import type { Status } from "../input/status.ts";
import { type Candidate, CandidateStore } from "./candidates.ts";
import type { KeptRows } from "./kept-rows.ts";
import { addIdentifierKey } from "./key-maker.ts";
import { KeyList, keyBit } from "./keys.ts";
import { levelOf, NO_TERMS, type PackedLevels, packLevels } from "./levels.ts";
import { LINK_STATUSES, type LinkStatus } from "./link-status.ts";
import type { Links, RosterLink, SourceLinker } from "./links.ts";
import type { Roster } from "./roster.ts";
import type { SharedAnswerLinks } from "./shared-links.ts";

/** The level that an answer stands for, per field. A date or a sex is never answered as near. */
const LEVELS: Readonly<Record<AnsweredField, Readonly<Record<Answer, number>>>> = {
  name: {
    same: NAME_LEVEL.exact,
    near: NAME_LEVEL.scored,
    different: NAME_LEVEL.different,
    missing: NAME_LEVEL.missing,
  },
  birth_place: {
    same: PLACE_LEVEL.exact,
    near: PLACE_LEVEL.spelling,
    different: PLACE_LEVEL.different,
    missing: PLACE_LEVEL.missing,
  },
  birth_date: {
    same: BIRTH_DATE_LEVEL.exact,
    near: BIRTH_DATE_LEVEL.different,
    different: BIRTH_DATE_LEVEL.different,
    missing: BIRTH_DATE_LEVEL.missing,
  },
  sex: {
    same: SEX_LEVEL.exact,
    near: SEX_LEVEL.different,
    different: SEX_LEVEL.different,
    missing: SEX_LEVEL.missing,
  },
};

type Answers = AnswerRow["answers"];

/**
 * The levels that the answers about an asked name come to for a record whose own name stands to it on level `named`. What
 * conformed under a name that is similar is Dukcapil's name, and differs from the record's as the asked one does. Of
 * another name nothing is known of the record but this: if the asked one conformed, Dukcapil has the number under that, and
 * not under the record's.
 */
function levelsSaid(answers: Answers, named: number): Readonly<Record<AnsweredField, number>> {
  const { name } = answers;
  const conforms = name === "same" || name === "near";
  const { agreement } = NAME_LEVELS[named]!;
  if (agreement === "different") {
    return {
      name: conforms ? NAME_LEVEL.different : NAME_LEVEL.missing,
      birth_place: PLACE_LEVEL.missing,
      birth_date: BIRTH_DATE_LEVEL.missing,
      sex: SEX_LEVEL.missing,
    };
  }
  return {
    name: agreement === "near" && name === "same" ? named : LEVELS.name[name],
    birth_place: LEVELS.birth_place[answers.birth_place],
    birth_date: LEVELS.birth_date[answers.birth_date],
    sex: LEVELS.sex[answers.sex],
  };
}

const IDENTIFIER_KEY = keyBit("identifier");
/** Answers that say something are kept before those that do not, whatever their order. */
const SPEAKING = 1;
const SILENT = 0;

/**
 * Whether an answer says who carries the NIK: something about the name or the birth date, or that nobody does or may
 * use it. A refused call says nothing, nor does a bare "found": a number that exists is not yet this person's.
 */
export function speaks(levels: PackedLevels, status: Status): boolean {
  return (
    status !== "" ||
    levelOf(levels, "name") !== NAME_LEVEL.missing ||
    levelOf(levels, "birth_date") !== BIRTH_DATE_LEVEL.missing
  );
}

export class AnswerLinker implements SourceLinker {
  readonly batch: People;
  private readonly roster: Roster;
  private readonly store: CandidateStore;
  private readonly keys = new KeyList();
  private rows = 0;

  constructor(roster: Roster) {
    this.roster = roster;
    this.batch = roster.people.newBatch();
    this.store = CandidateStore.of(roster.count, { statusReader: readAnswerStatus });
  }

  async considerBatch(context: RowContext): Promise<void> {
    const { batch } = this;
    for (let i = 0; i < batch.count; i++) {
      const raw = rawRow(batch.raw(i), batch.row(i));
      const answer = understandAnswer(raw, context);
      // as it was understood with its whole row: what is kept of it does not show a family card's number
      const person = { ...answer.person, identifier: batch.identifier(i) };
      this.consider({ ...answer, person }, batch.file(i), raw.row);
    }
    batch.clear();
  }

  /** Holds one answer against the roster. Nothing of it is kept unless its NIK is there. */
  consider(answer: AnswerRow, file: number, row: number): void {
    this.rows++;
    const { asked, raw } = answer;
    const { identifier } = answer.person;
    if (!isWhole(identifier)) return;
    const holders = this.holdersOf(identifier).map((found) => ({ found, named: this.namedAs(found, asked) }));
    if (holders.length === 0) return;
    const meant = holders.filter(({ named }) => named === NAME_LEVEL.exact);
    // what was asked under a name that none of them has is shown with that name
    const cells =
      asked === null || meant.length > 0 ? raw : { ...raw, name: withAskedName(asked.raw.name, raw.name) };
    const sourceRow = this.store.kept.add(file, row, cells);
    for (const { found, named } of meant.length > 0 ? meant : holders) {
      const said = levelsSaid(answer.answers, named);
      const levels = packLevels(
        this.roster.identifiers.compare(this.roster.people.identifier(found), identifier),
        said.name,
        said.birth_place,
        said.birth_date,
        said.sex,
      );
      const rank = speaks(levels, this.store.kept.status(sourceRow)) ? SPEAKING : SILENT;
      this.store.add(
        found,
        { sourceRow, levels, weighed: levels, terms: NO_TERMS, keys: IDENTIFIER_KEY },
        rank,
      );
    }
  }

  /** The roster records with exactly this identifier. */
  private holdersOf(identifier: Identifier): number[] {
    const { people, index } = this.roster;
    const holders = new Set<number>();
    this.keys.clear();
    addIdentifierKey(identifier.value, this.keys);
    index.lookup(this.keys, (found) => {
      const own = people.identifier(found);
      if (isWhole(own) && own.value === identifier.value) holders.add(found);
    });
    return [...holders];
  }

  /**
   * On which level the record's name stands to the one that was asked. Where the file does not say which, or the record has
   * none, the number alone tells who was meant.
   */
  private namedAs(found: number, asked: Person | null): number {
    if (asked === null) return NAME_LEVEL.exact;
    const named = levelOf(this.roster.comparer.compare(found, asked).levels, "name");
    return named === NAME_LEVEL.missing ? NAME_LEVEL.exact : named;
  }

  /** Nothing is on its way: answers are held against the roster as they come. */
  async settled(): Promise<void> {}

  links(): AnswerLinks {
    return new AnswerLinks(this.store, this.roster.count, this.rows);
  }
}

/** Every digit is known, be they too many or too few: this very number was asked, or it was not. */
function isWhole({ state, value, certain }: Identifier): boolean {
  return state !== "missing" && value !== "" && certain === value.length;
}

export class AnswerLinks implements Links {
  readonly rows: number;
  readonly kept: KeptRows;
  /** Nothing is weighed, so nothing is learned and nothing estimated. */
  readonly weighed = null;
  readonly learned = false;
  readonly expectedFalse = 0;
  readonly expectedMissed = 0;
  readonly counts: Readonly<Record<LinkStatus, number>>;
  private readonly store: CandidateStore;
  private readonly rosterCount: number;
  /** How many roster records an answer is about. */
  private readonly holders: Uint32Array;

  constructor(store: CandidateStore, rosterCount: number, rows: number) {
    this.store = store;
    this.kept = store.kept;
    this.rows = rows;
    this.holders = new Uint32Array(store.kept.count);
    for (let r = 0; r < rosterCount; r++) store.eachSourceRow(r, (sourceRow) => this.holders[sourceRow]!++);
    this.rosterCount = rosterCount;
    const counts = Object.fromEntries(LINK_STATUSES.map((status) => [status, 0])) as Record<
      LinkStatus,
      number
    >;
    for (let r = 0; r < rosterCount; r++) counts[this.of(r).status]++;
    this.counts = counts;
  }

  static from({ store, rosterCount, rows }: SharedAnswerLinks): AnswerLinks {
    return new AnswerLinks(CandidateStore.from(store), rosterCount, rows);
  }

  shared(): SharedAnswerLinks {
    const { store, rosterCount, rows } = this;
    return { kind: "answered", store: store.shared(), rosterCount, rows };
  }

  of(index: number): RosterLink {
    const answers = this.told(index);
    const [first] = answers;
    const nothing = { holders: [], taken: null, nearest: null };
    if (first === undefined) return { ...nothing, status: "not_found", candidates: [] };
    const claims = Math.max(answers.length, this.holders[first.sourceRow]!);
    const status = claims === 1 ? "linked" : "ambiguous";
    return {
      ...nothing,
      status,
      candidates: answers.map((pair) => ({ ...pair, bits: 0, probability: 1 / claims })),
    };
  }

  /** No answer is weighed against another, nor once more. */
  considered(): [] {
    return [];
  }

  eachWeighedLink(): void {}

  linkedTo(): number {
    return -1;
  }

  reconsidered(): AnswerLinks {
    return this;
  }

  /**
   * The different things that were answered, in the order of the files: an answer given twice counts once, and one
   * that says nothing counts only where no other was given.
   */
  private told(index: number): Candidate[] {
    const { store, kept } = this;
    const pairs = store.of(index).sort((a, b) => kept.comparePlaces(a.sourceRow, b.sourceRow));
    const speaking = pairs.filter((pair) => speaks(pair.levels, kept.status(pair.sourceRow)));
    if (speaking.length === 0) return pairs.slice(0, 1);
    const told = new Map<string, Candidate>();
    for (const pair of speaking) {
      const meaning = `${pair.levels} ${kept.status(pair.sourceRow)}`;
      if (!told.has(meaning)) told.set(meaning, pair);
    }
    return [...told.values()];
  }
}
