/**
 * One person's row as read and as understood. Raw text is kept beside every cleaned value: findings name what
 * stood in the cell, comparisons use what it means.
 */
import type { BirthDate } from "../field/birth-date.ts";
import type { Identifier, IdentifierField } from "../field/identifier.ts";
import type { Field } from "../field/level.ts";
import { cleanName, type Name } from "../field/name.ts";
import { cleanPlace, type Place } from "../field/place.ts";
import { cleanSex, type Sex } from "../field/sex.ts";
import { cleanBirthDate, type DateOrder } from "../field/written-date.ts";
import type { RawCells } from "./raw-cells.ts";

/** The cells of one row that are in use. */
export interface RawRow extends RawCells {
  /** Spreadsheet row: first line of the file = 1, a quoted line break does not start a new row. */
  readonly row: number;
  readonly unit: string;
  readonly familyCard: string;
}

/** A row as the reader would have given it, from cells that were kept: to understand them once more. */
export function rawRow(cells: RawCells, row: number): RawRow {
  const { nik, name, birthPlace, birthDate, sex, status } = cells;
  return { row, nik, name, birthPlace, birthDate, sex, unit: "", status, familyCard: "" };
}

export interface PersonRecord {
  readonly raw: RawRow;
  readonly identifier: Identifier;
  readonly name: Name;
  readonly birthDate: BirthDate;
  readonly birthPlace: Place;
  readonly sex: Sex;
}

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

/** How a list writes what a cell cannot say about itself. */
export interface Writing {
  /** Of its birth dates. */
  readonly order: DateOrder;
  /** English words in the list: M is male. */
  readonly english: boolean;
  /** P and W in the list: P is pria, male. */
  readonly pria: boolean;
}

/** A list further down in a file that writes in another way than the one above it. */
export interface OtherList extends Writing {
  /** Spreadsheet row of its first person. */
  readonly firstRow: number;
}

/** What must be known of a table and a run to understand one of its rows. */
export interface RowContext extends Writing {
  readonly field: IdentifierField;
  /** Reference date for two-digit years, yyyymmdd. */
  readonly asOf: number;
  /** Day numbers of the table are counted from 1904. */
  readonly is1904?: boolean;
  /** In the order of the file. */
  readonly otherLists?: readonly OtherList[];
}

/** How the list is written that a row of a table belongs to. */
export function writingAt(context: RowContext, row: number): Writing {
  return context.otherLists?.findLast(({ firstRow }) => firstRow <= row) ?? context;
}

/**
 * The number of the family card (KK) has sixteen digits as well and is put into the NIK column by mistake; only the
 * row's own KK column can tell (domain.md §1.2). What stands there then is no NIK.
 */
function notFamilyCard(identifier: Identifier, raw: RawRow, { field }: RowContext): Identifier {
  if (raw.familyCard === "" || field.kind !== "nik" || identifier.state !== "sound") return identifier;
  const isCard = field.clean(raw.familyCard).value === identifier.value;
  return isCard ? { ...identifier, state: "malformed" } : identifier;
}

/** The meaning of one row: every cell cleaned by its field kind. */
export function understandRow(raw: RawRow, context: RowContext): PersonRecord {
  const identifier = notFamilyCard(context.field.clean(raw.nik), raw, context);
  return {
    raw,
    identifier,
    name: cleanName(raw.name),
    birthDate: birthDateIn(raw, identifier, context),
    birthPlace: cleanPlace(raw.birthPlace),
    sex: sexIn(raw, context),
  };
}

function birthDateIn({ birthDate, row }: RawRow, identifier: Identifier, context: RowContext): BirthDate {
  return cleanBirthDate(birthDate, {
    order: writingAt(context, row).order,
    asOf: context.asOf,
    is1904: context.is1904 === true,
    identifierDate: context.field.birthDateDigits(identifier),
  });
}

function sexIn({ sex, row }: RawRow, context: RowContext): Sex {
  const { english, pria } = writingAt(context, row);
  return cleanSex(sex, english, pria);
}

/**
 * A row understood once more, from cells that were kept. Each is cleaned when somebody asks for it: of most rows that are
 * shown only one or two fields are in question.
 */
export class KeptPerson implements Person {
  private readonly raw: RawRow;
  private readonly context: RowContext;
  private readonly hasNoRealIdentifier: boolean;
  private cleanIdentifier: Identifier | null = null;
  private cleanName: Name | null = null;
  private cleanBirthDate: BirthDate | null = null;
  private cleanBirthPlace: Place | null = null;

  /** @param hasNoRealIdentifier what looks like one was none by its whole row, which was not kept */
  constructor(raw: RawRow, context: RowContext, hasNoRealIdentifier: boolean) {
    this.raw = raw;
    this.context = context;
    this.hasNoRealIdentifier = hasNoRealIdentifier;
  }

  get identifier(): Identifier {
    if (this.cleanIdentifier === null) {
      const read = this.context.field.clean(this.raw.nik);
      this.cleanIdentifier = this.hasNoRealIdentifier ? { ...read, state: "malformed" } : read;
    }
    return this.cleanIdentifier;
  }

  get name(): Name {
    this.cleanName ??= cleanName(this.raw.name);
    return this.cleanName;
  }

  get birthDate(): BirthDate {
    this.cleanBirthDate ??= birthDateIn(this.raw, this.identifier, this.context);
    return this.cleanBirthDate;
  }

  get birthPlace(): Place {
    this.cleanBirthPlace ??= cleanPlace(this.raw.birthPlace);
    return this.cleanBirthPlace;
  }

  get sex(): Sex {
    return sexIn(this.raw, this.context);
  }
}
