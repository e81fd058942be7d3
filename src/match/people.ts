/**
 * The roster in compact form: what was understood of every record in typed arrays, what was read in one byte
 * pool. Records are numbered in reading order; the number is how every later stage refers to a person.
 *
 * The same store holds confirmed readings (values that an authoritative source gives for a roster record), so
 * that a diploma can be found by the birth date Dukcapil confirmed: `owner` then names the roster record.
 */
import type { BirthDate } from "../field/birth-date.ts";
import type { Identifier } from "../field/identifier.ts";
import type { Field } from "../field/level.ts";
import type { Name } from "../field/name.ts";
import type { Place } from "../field/place.ts";
import type { Sex } from "../field/sex.ts";
import type { PersonRecord } from "../input/record.ts";
import { Dictionary, GrowingUint32, TextPool } from "../text/pool.ts";

/** What of a person takes part in matching. */
export type Person = Pick<PersonRecord, "identifier" | "name" | "birthDate" | "birthPlace" | "sex">;

/** Whether a person has a usable value in a field. */
export function hasValue(person: Person, field: Field): boolean {
  switch (field) {
    case "nik":
      return person.identifier.state === "sound";
    case "name":
      return person.name.words.length > 0;
    case "birth_place":
      return person.birthPlace.value !== "";
    case "birth_date":
      return person.birthDate.state === "sound";
    case "sex":
      return person.sex !== 0;
  }
}

/** The cells of a row as read, for reports. */
export interface RawCells {
  readonly nik: string;
  readonly name: string;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly status: string;
}

/** Parts the cells of one pooled row; no cell contains it, since control characters are dropped on packing. */
const CELL_END = "\u001f";

export function packCells(raw: RawCells): string {
  const packed = [raw.nik, raw.name, raw.birthPlace, raw.birthDate, raw.sex, raw.status];
  for (let i = 0; i < packed.length; i++) {
    if (packed[i]!.includes(CELL_END)) packed[i] = packed[i]!.replaceAll(CELL_END, "");
  }
  return packed.join(CELL_END);
}

export function unpackCells(packed: string): RawCells {
  const [nik = "", name = "", birthPlace = "", birthDate = "", sex = "", status = ""] =
    packed.split(CELL_END);
  return { nik, name, birthPlace, birthDate, sex, status };
}

const UNREADABLE_DATE = 4;
const SOUND_NIK = 8;

export class People {
  /** Words of names, interned: their number is the term that frequencies are counted for. */
  readonly words = new Dictionary();
  readonly places = new Dictionary();
  readonly units = new Dictionary();

  private readonly cells = new TextPool();
  private readonly files = new GrowingUint32();
  private readonly rows = new GrowingUint32();
  private readonly unitNumbers = new GrowingUint32();
  private readonly placeNumbers = new GrowingUint32();
  private readonly dates = new GrowingUint32();
  /** sex (2 bits), unreadable date, sound NIK, shortened words (8 bits from 8), doubtful titles (from 16). */
  private readonly flags = new GrowingUint32();
  private readonly wordEnds = new GrowingUint32();
  private readonly wordNumbers = new GrowingUint32();
  /** A sound 16-digit NIK as two numbers of eight digits, four bits a digit. */
  private readonly nikHigh = new GrowingUint32();
  private readonly nikLow = new GrowingUint32();
  /** Identifiers that are not sound NIKs: damaged, missing, NIP, plain. */
  private readonly otherIdentifiers = new Map<number, Identifier>();
  private readonly aliases = new Map<number, readonly string[]>();

  get count(): number {
    return this.rows.length;
  }

  add(person: Person, raw: RawCells, unit: string, file: number, row: number): number {
    const index = this.rows.push(row);
    this.files.push(file);
    this.cells.push(packCells(raw));
    this.unitNumbers.push(this.units.intern(unit));
    this.placeNumbers.push(this.places.intern(person.birthPlace.value));
    this.dates.push(person.birthDate.packed);
    const { identifier, name } = person;
    let flags = person.sex | (name.shortened << 8) | (name.doubtful << 16);
    if (person.birthDate.state === "unreadable") flags |= UNREADABLE_DATE;
    if (isPlainNik(identifier)) {
      flags |= SOUND_NIK;
      this.nikHigh.push(packDigits(identifier.value, 0));
      this.nikLow.push(packDigits(identifier.value, NIK_HALF));
    } else {
      this.nikHigh.push(0);
      this.nikLow.push(0);
      this.otherIdentifiers.set(index, identifier);
    }
    this.flags.push(flags);
    for (const word of name.words) this.wordNumbers.push(this.words.intern(word));
    this.wordEnds.push(this.wordNumbers.length);
    if (name.alias !== null) this.aliases.set(index, name.alias);
    return index;
  }

  file(index: number): number {
    return this.files.at(index);
  }

  row(index: number): number {
    return this.rows.at(index);
  }

  raw(index: number): RawCells {
    return unpackCells(this.cells.get(index));
  }

  unit(index: number): string {
    return this.units.texts[this.unitNumbers.at(index)]!;
  }

  identifier(index: number): Identifier {
    if (this.flags.at(index) & SOUND_NIK) {
      const value = unpackDigits(this.nikHigh.at(index)) + unpackDigits(this.nikLow.at(index));
      return { state: "sound", value, certain: value.length, lookalike: false };
    }
    return this.otherIdentifiers.get(index)!;
  }

  /** True when the identifier is a complete NIK as written, without any repair. */
  hasSoundNik(index: number): boolean {
    return (this.flags.at(index) & SOUND_NIK) !== 0;
  }

  /** How many digits of two sound NIKs differ, place by place. */
  nikDigitsApart(index: number, high: number, low: number): number {
    return digitsApart(this.nikHigh.at(index), high) + digitsApart(this.nikLow.at(index), low);
  }

  /** The halves of a record's sound NIK, packed as `packDigits` does. */
  nikHalves(index: number): readonly [high: number, low: number] {
    return [this.nikHigh.at(index), this.nikLow.at(index)];
  }

  /** True when the identifier, name and birth date are the same after cleaning, and none is empty. */
  agreesPerfectly(index: number, person: Person): boolean {
    const { identifier, name, birthDate } = person;
    if (!this.hasSoundNik(index) || !isPlainNik(identifier)) return false;
    if (birthDate.packed === 0 || birthDate.packed !== this.dates.at(index)) return false;
    if (packDigits(identifier.value, NIK_HALF) !== this.nikLow.at(index)) return false;
    if (packDigits(identifier.value, 0) !== this.nikHigh.at(index)) return false;
    const count = this.wordCount(index);
    if (count === 0 || count !== name.words.length) return false;
    const start = this.wordEnds.at(index) - count;
    for (let i = 0; i < count; i++)
      if (this.words.texts[this.wordNumbers.at(start + i)] !== name.words[i]) return false;
    return true;
  }

  birthDate(index: number): BirthDate {
    const packed = this.dates.at(index);
    if (packed !== 0) return { state: "sound", packed };
    return (this.flags.at(index) & UNREADABLE_DATE) !== 0 ? UNREADABLE : MISSING;
  }

  place(index: number): Place {
    return { value: this.places.texts[this.placeNumbers.at(index)]! };
  }

  placeNumber(index: number): number {
    return this.placeNumbers.at(index);
  }

  sex(index: number): Sex {
    return (this.flags.at(index) & 3) as Sex;
  }

  /** Number in `words` of the name's word at a position. */
  wordNumber(index: number, position: number): number {
    return this.wordNumbers.at((index === 0 ? 0 : this.wordEnds.at(index - 1)) + position);
  }

  wordCount(index: number): number {
    return this.wordEnds.at(index) - (index === 0 ? 0 : this.wordEnds.at(index - 1));
  }

  name(index: number): Name {
    const start = index === 0 ? 0 : this.wordEnds.at(index - 1);
    const end = this.wordEnds.at(index);
    const words: string[] = [];
    for (let i = start; i < end; i++) words.push(this.words.texts[this.wordNumbers.at(i)]!);
    const flags = this.flags.at(index);
    return {
      words,
      shortened: (flags >> 8) & 0xff,
      doubtful: (flags >> 16) & 0xff,
      alias: this.aliases.get(index) ?? null,
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
}

const MISSING: BirthDate = { state: "missing", packed: 0 };
const UNREADABLE: BirthDate = { state: "unreadable", packed: 0 };

export function isPlainNik(identifier: Identifier): boolean {
  if (identifier.state !== "sound" || identifier.lookalike || identifier.value.length !== 16) return false;
  for (let i = 0; i < 16; i++) {
    const code = identifier.value.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Digits of half a NIK. */
export const NIK_HALF = 8;
const DIGIT_BITS = 4;
const ZERO = 48;

/** Eight digits of a text from a place on, four bits each, the first in the highest bits. */
export function packDigits(digits: string, from: number): number {
  let packed = 0;
  for (let i = 0; i < NIK_HALF; i++) packed = (packed << DIGIT_BITS) | (digits.charCodeAt(from + i) - ZERO);
  return packed >>> 0;
}

function unpackDigits(packed: number): string {
  return packed.toString(16).padStart(NIK_HALF, "0");
}

/** Number of places in which eight packed digits differ. */
function digitsApart(a: number, b: number): number {
  let difference = a ^ b;
  let apart = 0;
  while (difference !== 0) {
    if ((difference & 0xf) !== 0) apart++;
    difference >>>= DIGIT_BITS;
  }
  return apart;
}
