/**
 * Holds a block of source rows against the roster, one row at a time, and notes the candidate pairs worth keeping.
 * It looks at the roster and writes nothing but its pairs, so that any thread can do it for any block.
 */
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { MOST_DIGITS_APART, nikDigitsApart } from "../field/packed-nik.ts";
import type { People, SharedPeople } from "../input/people.ts";
import { MOST_NAME_BITS, MOST_PLACE_BITS, nikLevel, type PackedLevels, PairComparer } from "./comparison.ts";
import type { FoundPairs } from "./found-pairs.ts";
import { KeyList, KeyMaker, keyBit } from "./keys.ts";
import { areStrangers, isIdle, Meeting, tellingKinds } from "./meeting.ts";
import { PERSON_MASK } from "./person-index.ts";
import type { Roster } from "./roster.ts";
import { isNamesake, populationBits } from "./source-links.ts";
import { WordFacts } from "./word-facts.ts";
import { WordRelations } from "./word-relations.ts";

/** Pairs below this many bits of evidence by the defaults can neither link nor hinder a link, and are not kept. */
const FAINTEST = -6;

/** Sums of the same bits in another order differ by less. */
const ROUNDING = 1e-6;

const IDENTIFIER_KEY = keyBit("identifier");

export class BlockMatcher {
  private readonly roster: Roster;
  private readonly block: People;
  private readonly isListing: boolean;
  private readonly populationBits: number;
  private readonly keys = new KeyList();
  private readonly facts: WordFacts;
  private readonly keyMaker: KeyMaker;
  private readonly meeting: Meeting;
  private readonly comparer: PairComparer;

  /**
   * @param expectedRows about how many rows the source has; only decides which faint pairs are not worth keeping
   * @param isListing namesakes of whom nothing else is known are kept too
   */
  constructor(roster: Roster, expectedRows: number, isListing: boolean) {
    const { people, identifiers, frequencies } = roster;
    const block = people.blockOf();
    this.roster = roster;
    this.block = block;
    this.isListing = isListing;
    this.populationBits = populationBits(expectedRows);
    this.facts = new WordFacts(block.words, roster.keyMaker.facts);
    this.keyMaker = new KeyMaker(block, this.facts);
    this.meeting = new Meeting(roster.count);
    this.comparer = new PairComparer(
      people,
      block,
      identifiers,
      frequencies,
      new WordRelations(block.words, this.facts),
    );
  }

  /** Adds to `pairs` those of all rows of a block that stands on the roster's people. */
  match(block: SharedPeople, pairs: FoundPairs): void {
    this.block.adopt(block);
    this.facts.clear();
    for (let row = 0; row < this.block.count; row++) {
      if (!this.takePerfect(row, pairs)) this.consider(row, pairs);
    }
  }

  private consider(row: number, pairs: FoundPairs): void {
    const { people, index, confirmed, frequencies } = this.roster;
    const { block, meeting } = this;
    this.keyMaker.write(row, "query", this.keys);
    meeting.begin();
    meeting.meetAll(index, this.keys, confirmed);
    const least = FAINTEST + this.populationBits;
    const isSound = block.hasSoundNik(row);
    for (const found of meeting.met) {
      let kinds = meeting.keysOf(found);
      if (isSound && people.hasSoundNik(found)) {
        const apart = nikDigitsApart(
          people.nikHigh(found),
          people.nikLow(found),
          block.nikHigh(row),
          block.nikLow(row),
        );
        if (apart > MOST_DIGITS_APART) {
          if (areStrangers(kinds)) continue;
          const nameBits = frequencies.nameBits(people, found);
          if (isIdle(kinds, nameBits, frequencies.dateBits(people.date(found)), least)) continue;
          kinds = tellingKinds(kinds, apart);
        }
      }
      this.weigh(found, row, kinds, pairs);
    }
  }

  /** Weighs a pair by the roster's own values or by the confirmed reading, whichever says more. */
  private weigh(found: number, row: number, kinds: number, pairs: FoundPairs): void {
    const { comparer } = this;
    const reading = this.roster.confirmed.readingOf(found);
    comparer.begin(found, row);
    // whoever carries this very NIK must be known, however unlike: it may belong to someone else
    const carriesIdentifier = nikLevel(comparer.levels) === IDENTIFIER_LEVEL.exact;
    if (carriesIdentifier || this.isListing || reading !== undefined) comparer.addPlaces(found, row);
    else if (this.isHopeless(found, row)) return;
    comparer.addNames(found, row);
    const { levels } = comparer;
    let weighed = levels;
    let { termBits } = comparer;
    let strength = this.strength(weighed, termBits);
    if (reading !== undefined) {
      comparer.compare(reading, row);
      const other = this.strength(comparer.levels, comparer.termBits);
      if (other > strength) {
        weighed = comparer.levels;
        termBits = comparer.termBits;
        strength = other;
      }
    }
    const mustBeKnown = carriesIdentifier || (this.isListing && isNamesake(levels));
    if (strength < FAINTEST && !mustBeKnown) return;
    const rank = mustBeKnown ? Math.max(strength, FAINTEST) : strength;
    pairs.push(row, found, levels, weighed, termBits, kinds, rank);
  }

  /** Adds the places to a begun comparison; true when the pair cannot come to anything, however well those agree. */
  private isHopeless(found: number, row: number): boolean {
    const { comparer, populationBits } = this;
    const { model } = this.roster;
    const least = FAINTEST - ROUNDING + populationBits - model.mostOfName;
    const weight = model.weigh(comparer.levels, comparer.termBits, populationBits);
    if (weight + MOST_NAME_BITS + MOST_PLACE_BITS + model.mostOfPlace < least) return true;
    comparer.addPlaces(found, row);
    const placed = model.weigh(comparer.levels, comparer.termBits, populationBits);
    return placed + comparer.mostOfNames(found, row, model) < least + model.mostOfName;
  }

  /**
   * Consumes a source row at once when it agrees perfectly with one roster record and no other record resembles
   * that one: nothing else can be its partner, so nothing else is compared.
   */
  private takePerfect(row: number, pairs: FoundPairs): boolean {
    const { block, comparer } = this;
    if (!block.hasSoundNik(row)) return false;
    const perfect = this.perfectPartner(row);
    if (perfect < 0 || this.roster.contested[perfect] === 1) return false;
    comparer.compare(perfect, row);
    const { levels, termBits } = comparer;
    pairs.push(row, perfect, levels, levels, termBits, IDENTIFIER_KEY, this.strength(levels, termBits));
    return true;
  }

  /** The roster record whose identifier, name and birth date are the row's after cleaning, none empty; or −1. */
  private perfectPartner(row: number): number {
    const { block } = this;
    const { people, index } = this.roster;
    const high = block.nikHigh(row);
    const low = block.nikLow(row);
    let perfect = -1;
    const { starts, entries, shift } = index.all;
    const bucket = KeyMaker.nikKey(high, low) >>> shift;
    for (let at = starts[bucket]!, end = starts[bucket + 1]!; at < end; at++) {
      const found = entries[at]! & PERSON_MASK;
      if (people.nikLow(found) !== low || people.nikHigh(found) !== high || !people.hasSoundNik(found))
        continue;
      if (this.namesAndDatesAgree(found, row)) perfect = found;
    }
    return perfect;
  }

  private namesAndDatesAgree(found: number, row: number): boolean {
    const { block } = this;
    const { people } = this.roster;
    const date = block.date(row);
    const count = block.wordCount(row);
    if (date === 0 || date !== people.date(found)) return false;
    if (count === 0 || count !== people.wordCount(found)) return false;
    for (let i = 0; i < count; i++)
      if (people.wordNumber(found, i) !== block.wordNumber(row, i)) return false;
    return true;
  }

  /** Log-odds in bits by the defaults, without what is known once the whole source has passed. */
  private strength(levels: PackedLevels, termBits: number): number {
    return this.roster.model.weigh(levels, termBits, this.populationBits) - this.populationBits;
  }
}
