/**
 * People in compact form: what was understood of every row in numbers, what was read in one byte pool. Records are
 * numbered in reading order; the number is how every later stage refers to a person. The roster is one such store, a
 * batch of source rows on its way past the roster another, which understands words and places by the roster's numbers.
 *
 * The roster's store also holds confirmed readings (values that an authoritative source gives for a roster record),
 * so that a diploma can be found by the birth date Dukcapil confirmed.
 */
import { type BirthDate, MISSING_DATE, UNREADABLE_DATE } from "../field/birth-date.ts";
import type { Identifier } from "../field/identifier.ts";
import { EXCEL_DIGITS } from "../field/long-number.ts";
import type { Name } from "../field/name.ts";
import {
  halfBeforeRounding,
  isAllDigits,
  isWrittenNik,
  NIK_DIGITS,
  NIK_HALF,
  packDigits,
  unpackDigits,
} from "../field/packed-nik.ts";
import type { Place } from "../field/place.ts";
import type { Sex } from "../field/sex.ts";
import { GrowingUint32, type SharedNumbers } from "../machine/shared-numbers.ts";
import { type SharedTexts, TextPool } from "../machine/text-pool.ts";
import { Dictionary, type SharedDictionary } from "../text/dictionary.ts";
import { mix } from "../text/hash.ts";
import { CELL_END_BYTE, packCells, type RawCells, unpackCells } from "./raw-cells.ts";
import type { Person } from "./record.ts";

/** Numbers of a record, side by side: to look at a person is to touch one line of the processor's cache. */
const WIDTH = 8;
const NIK_HIGH = 0;
const NIK_LOW = 1;
const DATE = 2;
const FLAGS = 3;
const PLACE = 4;
/** Where the words of the name begin among all words; their number stands in the flags. */
const WORDS = 5;
const ROW = 6;
/** Number of the unit (24 bits: there are no more units than people), and above it what the name can be worth. */
const UNIT = 7;
const WORTH_SHIFT = 24;
const UNIT_MASK = (1 << WORTH_SHIFT) - 1;

/**
 * Sex (2 bits), then these, the number of words (4 bits), shortened words (8 bits), doubtful titles (4 bits), and a
 * print of the words (8 bits).
 */
const HAS_UNREADABLE_DATE = 4;
const SOUND_NIK = 8;
const ALIAS = 16;
const NO_IDENTIFIER = 32;
/** An identifier with too many or too few digits, each of them known: its two ends stand for a NIK's. */
const KNOWN_ENDS = 64;
/** A complete NIK: as written, or with letters that stand for digits. */
const WHOLE_NIK = 128;
const COUNT_SHIFT = 8;
const COUNT_MASK = 0xf;
const SHORTENED_SHIFT = 12;
const SHORTENED_MASK = 0xff;
const DOUBTFUL_SHIFT = 20;
const DOUBTFUL_MASK = 0xf;
const PRINT_SHIFT = 24;

/** Rows further down in a file may be longer than those at its top. */
const SPARE_ROOM = 0.05;
/** More people than the country's non-civil servants are believed when they come. */
const MOST_EXPECTED = 3_000_000;

/** The empty place: known to every store from the start. */
export const NO_PLACE_NUMBER = 0;

/** People as another thread gets them. */
export interface SharedPeople {
  readonly words: SharedDictionary;
  readonly places: SharedDictionary;
  readonly units: SharedDictionary;
  readonly records: SharedNumbers;
  readonly files: SharedNumbers;
  readonly wordNumbers: SharedNumbers;
  readonly cells: SharedTexts;
  readonly otherIdentifiers: Map<number, Identifier>;
  readonly aliases: Map<number, readonly string[]>;
}

/** A row as it was understood from its bytes. Reused from row to row. */
export class PlainRow {
  /** Null where it is a complete NIK, whose halves follow as `packDigits` packs them. */
  identifier: Identifier | null = null;
  nikHigh = 0;
  nikLow = 0;
  /** yyyymmdd, 0 where the cell is empty or cannot be read. */
  date = 0;
  isDateUnreadable = false;
  sex: Sex = 0;
  place = NO_PLACE_NUMBER;
  unit = 0;
  /** Null where it is the words that follow, by their numbers, and nothing else. */
  name: Name | null = null;
  readonly words = new Uint32Array(COUNT_MASK);
  wordCount = 0;
  /** Bit i is set when word i was written short. */
  shortened = 0;
}

export class People {
  /** Words of names, interned: their number is the term that frequencies are counted for. */
  readonly words: Dictionary;
  readonly places: Dictionary;
  readonly units: Dictionary;

  private records: GrowingUint32;
  private files: GrowingUint32;
  private wordNumbers: GrowingUint32;
  private cells: TextPool;
  /** Identifiers that are not sound NIKs: damaged, missing, NIP, plain. */
  private otherIdentifiers: Map<number, Identifier>;
  private aliases: Map<number, readonly string[]>;
  private timesCleared = 0;

  constructor(from?: SharedPeople, base?: People) {
    this.words = from === undefined ? new Dictionary(base?.words) : Dictionary.from(from.words);
    this.places = from === undefined ? new Dictionary(base?.places) : Dictionary.from(from.places);
    this.units = from === undefined ? new Dictionary() : Dictionary.from(from.units);
    this.records = new GrowingUint32(from?.records);
    this.files = new GrowingUint32(from?.files);
    this.wordNumbers = new GrowingUint32(from?.wordNumbers);
    this.cells = new TextPool(from?.cells);
    this.otherIdentifiers = from?.otherIdentifiers ?? new Map();
    this.aliases = from?.aliases ?? new Map();
    if (this.places.count === 0) this.places.intern("");
  }

  /**
   * Makes room for as many people as there will be if the rest of them is like those so far. Room that is not used
   * costs nothing; to move a large store to a larger room costs the memory of both. An estimate, and bounded as such.
   * @param share of all that has been read, above 0
   */
  makeRoom(share: number): void {
    const times = (1 + SPARE_ROOM) / share;
    const count = Math.min(Math.ceil(this.count * times), MOST_EXPECTED);
    const perPerson = (total: number): number => Math.ceil((count * total) / this.count);
    this.records.reserve(count * WIDTH);
    this.files.reserve(count);
    this.wordNumbers.reserve(perPerson(this.wordNumbers.length));
    this.cells.reserve(count, perPerson(this.cells.size));
  }

  /** An empty store whose words and places are numbered as in this one, which must not grow while it is in use. */
  newBatch(): People {
    return new People(undefined, this);
  }

  /** Becomes the batch that another thread handed over, which stands on the same base. */
  adopt(from: SharedPeople): void {
    this.words.adopt(from.words);
    this.places.adopt(from.places);
    this.units.adopt(from.units);
    this.records.adopt(from.records);
    this.files.adopt(from.files);
    this.wordNumbers.adopt(from.wordNumbers);
    this.cells.adopt(from.cells);
    this.otherIdentifiers = from.otherIdentifiers;
    this.aliases = from.aliases;
  }

  /** False once the store below has learnt words or places that this one would number otherwise. */
  stillStandsOn(base: People): boolean {
    return this.words.first === base.words.count && this.places.first === base.places.count;
  }

  get count(): number {
    return this.records.length / WIDTH;
  }

  /** Of all cells as read. */
  get textBytes(): number {
    return this.cells.size;
  }

  add(person: Person, raw: RawCells, unit: string, file: number, row: number): number {
    const { birthDate, birthPlace, sex } = person;
    const index = this.count;
    const { records } = this;
    const at = records.extend(WIDTH);
    records.set(at + WORDS, this.wordNumbers.length);
    let flags = sex | this.keepIdentifier(person.identifier, index) | this.keepName(person.name, index);
    if (birthDate.state === "unreadable") flags |= HAS_UNREADABLE_DATE;
    records.set(at + DATE, birthDate.packed);
    records.set(at + FLAGS, flags);
    records.set(at + PLACE, this.places.intern(birthPlace.value));
    records.set(at + ROW, row);
    records.set(at + UNIT, this.units.intern(unit));
    this.files.push(file);
    this.cells.push(packCells(raw));
    return index;
  }

  /**
   * Adds a row that was understood from its bytes.
   * @param spans where the cells of `RawCells` begin and end in `bytes`, in their order there
   */
  addPlain(plain: PlainRow, bytes: DataView, spans: Int32Array, file: number, row: number): void {
    const { records, wordNumbers, cells } = this;
    const { identifier, name, wordCount } = plain;
    const index = this.count;
    const at = records.extend(WIDTH);
    records.set(at + WORDS, wordNumbers.length);
    let flags: number = plain.sex;
    if (identifier === null) {
      flags |= SOUND_NIK | WHOLE_NIK;
      records.set(at + NIK_HIGH, plain.nikHigh);
      records.set(at + NIK_LOW, plain.nikLow);
    } else flags |= this.keepIdentifier(identifier, index);
    if (name === null) {
      const first = wordNumbers.extend(wordCount);
      let print = 0;
      for (let i = 0; i < wordCount; i++) {
        wordNumbers.set(first + i, plain.words[i]!);
        print = mix(print, plain.words[i]!);
      }
      flags |= (wordCount << COUNT_SHIFT) | (plain.shortened << SHORTENED_SHIFT) | (print << PRINT_SHIFT);
    } else flags |= this.keepName(name, index);
    if (plain.isDateUnreadable) flags |= HAS_UNREADABLE_DATE;
    records.set(at + DATE, plain.date);
    records.set(at + FLAGS, flags);
    records.set(at + PLACE, plain.place);
    records.set(at + ROW, row);
    records.set(at + UNIT, plain.unit);
    this.files.push(file);
    cells.pushPieces(bytes, spans, CELL_END_BYTE);
  }

  /** Adds somebody of another batch of the same store. */
  addFrom(batch: People, source: number): void {
    const { records } = this;
    const index = this.count;
    const at = records.extend(WIDTH);
    for (let i = 0; i < WIDTH; i++) records.set(at + i, batch.records.at(source * WIDTH + i));
    records.set(at + WORDS, this.wordNumbers.length);
    let print = 0;
    for (let i = 0; i < batch.wordCount(source); i++) {
      const word = this.words.internFrom(batch.words, batch.wordNumber(source, i));
      this.wordNumbers.push(word);
      print = mix(print, word);
    }
    records.set(at + FLAGS, (batch.flags(source) & ~(-1 << PRINT_SHIFT)) | (print << PRINT_SHIFT));
    records.set(at + PLACE, this.places.internFrom(batch.places, batch.placeNumber(source)));
    records.set(at + UNIT, this.units.internFrom(batch.units, batch.unitNumber(source)));
    if (!batch.hasSoundNik(source)) this.otherIdentifiers.set(index, batch.identifier(source));
    const alias = batch.aliases.get(source);
    if (alias !== undefined) this.aliases.set(index, alias);
    this.files.push(batch.file(source));
    this.cells.pushFrom(batch.cells, source);
  }

  /** Keeps the identifier of a record that has room already; returns what the record's flags say of it. */
  private keepIdentifier(identifier: Identifier, index: number): number {
    const plain = isWrittenNik(identifier);
    if (!plain) this.otherIdentifiers.set(index, identifier);
    const { state, value } = identifier;
    const isComplete = value.length === NIK_DIGITS;
    const isWhole = isComplete && state === "sound" && isAllDigits(identifier);
    const isKept = isComplete ? isWhole : isAllDigits(identifier);
    const [high, low] = isKept
      ? [packDigits(value, 0), packDigits(value, value.length - NIK_HALF)]
      : (halfBeforeRounding(identifier) ?? [0, 0]);
    this.records.set(index * WIDTH + NIK_HIGH, high);
    this.records.set(index * WIDTH + NIK_LOW, low);
    if (isWhole) return plain ? SOUND_NIK | WHOLE_NIK : WHOLE_NIK;
    if (state === "missing") return NO_IDENTIFIER;
    return isKept || value === "" ? KNOWN_ENDS : 0;
  }

  /** Keeps a name; returns what the record's flags say of it. */
  private keepName(name: Name, index: number): number {
    let print = 0;
    for (const word of name.words) {
      const number = this.words.intern(word);
      this.wordNumbers.push(number);
      print = mix(print, number);
    }
    if (name.alias !== null) this.aliases.set(index, name.alias);
    return (
      (name.words.length << COUNT_SHIFT) |
      (name.shortened << SHORTENED_SHIFT) |
      (name.doubtful << DOUBTFUL_SHIFT) |
      (name.alias === null ? 0 : ALIAS) |
      (print << PRINT_SHIFT)
    );
  }

  /** How often it has forgotten everybody: numbers of words, places and units that it gave before may mean others. */
  get cleared(): number {
    return this.timesCleared;
  }

  /**
   * Hands everybody over to another batch of the same store and takes what that one held: so that one who fills this
   * batch goes on filling it while others look at what he has read.
   */
  swap(other: People): void {
    this.timesCleared++;
    other.timesCleared++;
    this.words.swap(other.words);
    this.places.swap(other.places);
    this.units.swap(other.units);
    [this.records, other.records] = [other.records, this.records];
    [this.files, other.files] = [other.files, this.files];
    [this.wordNumbers, other.wordNumbers] = [other.wordNumbers, this.wordNumbers];
    [this.cells, other.cells] = [other.cells, this.cells];
    [this.otherIdentifiers, other.otherIdentifiers] = [other.otherIdentifiers, this.otherIdentifiers];
    [this.aliases, other.aliases] = [other.aliases, this.aliases];
  }

  /** Forgets everybody; of a batch, on which nobody looks any more. */
  clear(): void {
    this.timesCleared++;
    this.records.clear();
    this.files.clear();
    this.wordNumbers.clear();
    this.cells.clear();
    this.otherIdentifiers.clear();
    this.aliases.clear();
    this.words.clear();
    this.places.clear();
    this.units.clear();
    if (this.places.count === 0) this.places.intern("");
  }

  shared(): SharedPeople {
    return {
      words: this.words.shared(),
      places: this.places.shared(),
      units: this.units.shared(),
      records: this.records.shared(),
      files: this.files.shared(),
      wordNumbers: this.wordNumbers.shared(),
      cells: this.cells.shared(),
      otherIdentifiers: this.otherIdentifiers,
      aliases: this.aliases,
    };
  }

  file(index: number): number {
    return this.files.at(index);
  }

  /** Touches the numbers of a person, and gives one of no meaning for `prefetched`. */
  touch(index: number): number {
    return this.records.at(index * WIDTH);
  }

  /** Touches a person's name, likewise. */
  touchName(index: number): number {
    return this.wordNumbers.at(this.records.at(index * WIDTH + WORDS));
  }

  row(index: number): number {
    return this.records.at(index * WIDTH + ROW);
  }

  raw(index: number): RawCells {
    return unpackCells(this.cells.get(index));
  }

  /** The cells of all records, packed as `packCells` does. */
  get packedCells(): TextPool {
    return this.cells;
  }

  unit(index: number): string {
    return this.units.text(this.unitNumber(index));
  }

  unitNumber(index: number): number {
    return this.records.at(index * WIDTH + UNIT) & UNIT_MASK;
  }

  /** Gives everybody of unit `n` the unit `numbers[n]`. */
  renumberUnits(numbers: Uint32Array): void {
    const { records } = this;
    for (let at = UNIT; at < records.length; at += WIDTH) {
      const packed = records.at(at);
      records.set(at, (packed & ~UNIT_MASK) | numbers[packed & UNIT_MASK]!);
    }
  }

  identifier(index: number): Identifier {
    if (this.hasSoundNik(index)) {
      const value = unpackDigits(this.nikHigh(index)) + unpackDigits(this.nikLow(index));
      return { state: "sound", value, certain: value.length, lookalike: false };
    }
    return this.otherIdentifiers.get(index)!;
  }

  /** True when the identifier is a complete NIK as written, without any repair. */
  hasSoundNik(index: number): boolean {
    return (this.flags(index) & SOUND_NIK) !== 0;
  }

  /** Whether the identifier is whole, of whatever kind, or was but for the last digits, which a spreadsheet zeroed. */
  tellsApart(index: number): boolean {
    if (this.hasSoundNik(index)) return true;
    const { state, certain } = this.identifier(index);
    return state === "sound" || (state === "damaged" && certain >= EXCEL_DIGITS);
  }

  hasNoIdentifier(index: number): boolean {
    return (this.flags(index) & NO_IDENTIFIER) !== 0;
  }

  /** True when the identifier is a complete NIK, as written or with letters read as digits. */
  hasWholeNik(index: number): boolean {
    return (this.flags(index) & WHOLE_NIK) !== 0;
  }

  /**
   * Whether an identifier that is no NIK is told by its length and its first and last eight digits, zeros where it has
   * none.
   */
  hasKnownEnds(index: number): boolean {
    return (this.flags(index) & KNOWN_ENDS) !== 0;
  }

  /** Whether an identifier is what a spreadsheet rounded a NIK to, and `nikHigh` and `nikLow` say from which. */
  hasRoundedNik(index: number): boolean {
    return (this.flags(index) & (WHOLE_NIK | KNOWN_ENDS)) === 0 && this.nikLow(index) !== 0;
  }

  /**
   * The first eight digits of a whole NIK or of known ends, packed as `packDigits` does; of a rounded one the least that
   * they can be; else 0.
   */
  nikHigh(index: number): number {
    return this.records.at(index * WIDTH + NIK_HIGH);
  }

  /** The last eight digits; of a rounded NIK the most that the first eight can be. */
  nikLow(index: number): number {
    return this.records.at(index * WIDTH + NIK_LOW);
  }

  birthDate(index: number): BirthDate {
    const packed = this.date(index);
    if (packed !== 0) return { state: "sound", packed };
    return (this.flags(index) & HAS_UNREADABLE_DATE) !== 0 ? UNREADABLE_DATE : MISSING_DATE;
  }

  /** The birth date as yyyymmdd; 0 where there is none or none that can be read. */
  date(index: number): number {
    return this.records.at(index * WIDTH + DATE);
  }

  place(index: number): Place {
    return { value: this.places.text(this.placeNumber(index)) };
  }

  placeNumber(index: number): number {
    return this.records.at(index * WIDTH + PLACE);
  }

  sex(index: number): Sex {
    return (this.flags(index) & 3) as Sex;
  }

  /** Number in `words` of the name's word at a position. */
  wordNumber(index: number, position: number): number {
    return this.wordNumbers.at(this.records.at(index * WIDTH + WORDS) + position);
  }

  wordCount(index: number): number {
    return (this.flags(index) >>> COUNT_SHIFT) & COUNT_MASK;
  }

  /** The same for names of the same words; of others, nearly always another. */
  namePrint(index: number): number {
    return this.flags(index) >>> PRINT_SHIFT;
  }

  /** What agreement with a person's name can be worth at most, in whole bits; 0 until it has been said. */
  nameWorth(index: number): number {
    return this.records.at(index * WIDTH + UNIT) >>> WORTH_SHIFT;
  }

  /** @param bits below 256 */
  setNameWorth(index: number, bits: number): void {
    this.records.set(index * WIDTH + UNIT, this.unitNumber(index) | (bits << WORTH_SHIFT));
  }

  /** Bit i is set when word i of the name was written short. */
  shortened(index: number): number {
    return (this.flags(index) >>> SHORTENED_SHIFT) & SHORTENED_MASK;
  }

  /** True when the name is its words and nothing else: no doubtful title, no second name. */
  hasPlainName(index: number): boolean {
    return (this.flags(index) & (ALIAS | (DOUBTFUL_MASK << DOUBTFUL_SHIFT))) === 0;
  }

  name(index: number): Name {
    const flags = this.flags(index);
    const words: string[] = [];
    const count = this.wordCount(index);
    for (let i = 0; i < count; i++) words.push(this.words.text(this.wordNumber(index, i)));
    return {
      words,
      shortened: (flags >>> SHORTENED_SHIFT) & SHORTENED_MASK,
      doubtful: (flags >>> DOUBTFUL_SHIFT) & DOUBTFUL_MASK,
      alias: (flags & ALIAS) === 0 ? null : this.aliases.get(index)!,
    };
  }

  person(index: number): Person {
    return {
      identifier: this.identifier(index),
      name: this.name(index),
      birthDate: this.birthDate(index),
      birthPlace: this.place(index),
      sex: this.sex(index),
    };
  }

  private flags(index: number): number {
    return this.records.at(index * WIDTH + FLAGS) | 0;
  }
}
