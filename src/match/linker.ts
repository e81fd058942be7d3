/**
 * Links one source to the roster: source rows stream through the roster's index one at a time, and each leaves at
 * most a few compact candidate pairs behind. What the pairs come to when the last row has passed is decided in
 * `source-links.ts`.
 */
import type { ListingRules } from "../config/plan.ts";
import { statusReader } from "../input/status.ts";
import { CandidateStore } from "./candidates.ts";
import { comparePair, FIELD_LEVELS, levelOf, type PackedLevels } from "./comparison.ts";
import { identifierKey, KeyList, keyBit, keysOf } from "./keys.ts";
import { isIdle, Meeting } from "./meeting.ts";
import { isPlainNik, NIK_HALF, type Person, packDigits, type RawCells } from "./people.ts";
import type { Roster } from "./roster.ts";
import { isNamesake, populationBits, SourceLinks } from "./source-links.ts";

/** Pairs below this many bits of evidence by the defaults can neither link nor hinder a link, and are not kept. */
const FAINTEST = -6;

const EXACT_IDENTIFIER = FIELD_LEVELS.nik.findIndex((level) => level.name === "exact");
const IDENTIFIER_KEY = keyBit("identifier");

export class Linker {
  private readonly roster: Roster;
  private readonly isListing: boolean;
  private readonly store: CandidateStore;
  private readonly keys = new KeyList();
  private readonly meeting: Meeting;
  private readonly populationBits: number;
  private rows = 0;

  /**
   * @param expectedRows about how many rows the source has; only decides which faint pairs are not worth keeping
   * @param listing how the source is read, if it is a listing
   */
  constructor(roster: Roster, expectedRows: number, listing?: ListingRules) {
    this.roster = roster;
    this.isListing = listing !== undefined;
    this.store = new CandidateStore(roster.count, listing && statusReader(listing));
    this.meeting = new Meeting(roster.count);
    this.populationBits = populationBits(expectedRows);
  }

  /** Holds one source row against the roster. Nothing of it is kept unless it is a candidate. */
  consider(person: Person, cells: RawCells, file: number, row: number): void {
    this.rows++;
    if (this.takePerfect(person, cells, file, row)) return;
    const { people, index, confirmed, frequencies } = this.roster;
    const { meeting } = this;
    keysOf(person, "query", this.keys);
    const { hashes, kinds } = this.keys;
    meeting.begin();
    for (let k = 0; k < hashes.length; k++) {
      const bit = 1 << kinds[k]!;
      index.lookup(hashes[k]!, (found) => meeting.meet(found, bit));
      confirmed.index?.lookup(hashes[k]!, (reading) => meeting.meet(confirmed.ownerOf(reading), bit));
    }
    const least = FAINTEST + this.populationBits;
    const isSound = isPlainNik(person.identifier);
    const high = isSound ? packDigits(person.identifier.value, 0) : 0;
    const low = isSound ? packDigits(person.identifier.value, NIK_HALF) : 0;
    let sourceRow = -1;
    for (const found of meeting.met) {
      if (isSound && people.hasSoundNik(found)) {
        const most = {
          name: frequencies.nameBits(found),
          date: frequencies.dateBits(people.birthDate(found).packed),
        };
        if (isIdle(meeting.keysOf(found), people.nikDigitsApart(found, high, low), most, least)) continue;
      }
      const pair = this.weighed(found, person);
      // whoever carries this very NIK must be known, however unlike: it may belong to someone else
      const carriesIdentifier = levelOf(pair.levels, "nik") === EXACT_IDENTIFIER;
      const mustBeKnown = carriesIdentifier || (this.isListing && isNamesake(pair.levels));
      if (pair.strength < FAINTEST && !mustBeKnown) continue;
      const rank = mustBeKnown ? Math.max(pair.strength, FAINTEST) : pair.strength;
      if (!this.store.wants(found, rank)) continue;
      if (sourceRow < 0) sourceRow = this.store.addSourceRow(file, row, cells);
      const { levels, weighed, termBits } = pair;
      this.store.add(found, { sourceRow, levels, weighed, termBits, keys: meeting.keysOf(found) }, rank);
    }
  }

  /**
   * Consumes a source row at once when it agrees perfectly with one roster record and no other record resembles
   * that one: nothing else can be its partner, so nothing else is compared.
   */
  private takePerfect(person: Person, cells: RawCells, file: number, row: number): boolean {
    if (!isPlainNik(person.identifier)) return false;
    const { people, index, contested, identifiers, frequencies } = this.roster;
    let perfect = -1;
    index.lookup(identifierKey(person.identifier.value), (found) => {
      if (people.agreesPerfectly(found, person)) perfect = found;
    });
    if (perfect < 0 || contested[perfect] === 1) return false;
    const { levels, termBits } = comparePair(people, perfect, person, identifiers, frequencies);
    const strength = this.strength(levels, termBits);
    const sourceRow = this.store.addSourceRow(file, row, cells);
    this.store.add(perfect, { sourceRow, levels, weighed: levels, termBits, keys: IDENTIFIER_KEY }, strength);
    return true;
  }

  /** Log-odds in bits by the defaults, without what is known once the whole source has passed. */
  private strength(levels: PackedLevels, termBits: number): number {
    return this.roster.model.weigh(levels, termBits, this.populationBits) - this.populationBits;
  }

  /** The pair weighed by the roster's own values or by the confirmed reading, whichever says more. */
  private weighed(found: number, person: Person) {
    const { people, identifiers, frequencies, confirmed } = this.roster;
    const own = comparePair(people, found, person, identifiers, frequencies);
    const strength = this.strength(own.levels, own.termBits);
    const reading = confirmed.readingOf(found);
    if (reading !== undefined) {
      const other = comparePair(people, reading, person, identifiers, frequencies);
      const otherStrength = this.strength(other.levels, other.termBits);
      if (otherStrength > strength) {
        return {
          levels: own.levels,
          weighed: other.levels,
          termBits: other.termBits,
          strength: otherStrength,
        };
      }
    }
    return { levels: own.levels, weighed: own.levels, termBits: own.termBits, strength };
  }

  /** Weighs and assigns what was kept. */
  finish(): SourceLinks {
    return SourceLinks.learnedFrom(this.store, this.roster, this.rows, this.isListing);
  }
}
