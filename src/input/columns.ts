/**
 * Which column holds which field: by `--map`, by header, or by content, in this order of say-so. A header is believed
 * as long as its column does not look like something else; where it does, the column that does look right wins.
 * Pure: header cells and counts in, columns out.
 */
import type { ColumnField } from "../config/plan.ts";
import type { IdentifierKind } from "../field/identifier.ts";
import { editDistanceWithin, isTransposition } from "../text/distance.ts";
import type { ColumnProfile } from "./content.ts";
import { foldHeader, type Meaning, readHeader } from "./header.ts";
import { foldedText, type HeaderCell } from "./header-rows.ts";
import { namesOtherNumber } from "./name-and-number.ts";
import type { TableRequest, UnderstoodColumn } from "./understanding.ts";

/** Share of a column's filled cells that must look like what its header promises (domain.md §8: 60 % for the NIK). */
export const FITTING_SHARE = 0.6;
/** The same for a column without a known header. */
export const BEYOND_DOUBT = 0.9;
/** Names hardly repeat; places and offices do. */
const DISTINCT_NAMES = 0.8;
/** Fewer rows prove nothing about a column without a header. */
export const FEWEST_ROWS = 3;
/** A person's number carries the birth date, but for slips and corrections; one of a family or an account by chance alone. */
const CARRYING_SHARE = 0.1;

/** How much of a column looks like a field, 0 … 1; null for fields that can look like anything. */
type Look = (profile: ColumnProfile, kind: IdentifierKind) => number | null;

/** Share of a column's filled cells, 0 … 1. */
export function share(count: number, profile: ColumnProfile): number {
  return profile.filled === 0 ? 0 : count / profile.filled;
}

/** Whether so many of a column's filled cells are most of them. */
export function areMost(count: number, profile: ColumnProfile): boolean {
  return share(count, profile) >= FITTING_SHARE;
}

const LOOKS: Readonly<Record<ColumnField, Look>> = {
  nik: (profile, kind) => (kind === "plain" ? null : share(profile.identifiers, profile)),
  family_card: (profile) => share(profile.identifiers, profile),
  birth_date: (profile) => share(profile.dates + profile.serials, profile),
  birth_place_and_date: (profile) => share(profile.placesAndDates + profile.placesAndSerials, profile),
  name: (profile) => share(profile.words, profile),
  sex: (profile) => share(profile.sexes, profile),
  status: () => null,
  birth_place: () => null,
  unit: () => null,
  asked_name: (profile) => share(profile.words, profile),
};

/** In a file of answers what stands under a field's header is what Dukcapil said of it, never a value. */
const ANSWER_LOOKS: typeof LOOKS = {
  ...LOOKS,
  birth_date: (profile) => share(profile.answered, profile),
  birth_place_and_date: (profile) => share(profile.answered, profile),
  name: (profile) => share(profile.answered, profile),
  sex: (profile) => share(profile.answered, profile),
  birth_place: (profile) => share(profile.answered, profile),
};

function looksIn(role: TableRequest["role"]): typeof LOOKS {
  return role === "answers" ? ANSWER_LOOKS : LOOKS;
}

export interface ColumnQuestion {
  readonly cells: readonly HeaderCell[];
  readonly profiles: readonly ColumnProfile[];
  /** What the cells of several columns look like when they are read as one. */
  readonly profileJoined: (indexes: readonly number[]) => ColumnProfile;
  /**
   * Of the rows with a number in one column and a date in others, the share in which the number carries the date, 0 … 1;
   * null where they are too few to tell.
   */
  readonly shareCarrying: (number: number, dates: readonly number[]) => number | null;
  readonly role: TableRequest["role"];
  readonly identifier: IdentifierKind;
  /** Columns settled by `--map`. */
  readonly mapped: readonly UnderstoodColumn[];
}

interface Column {
  readonly index: number;
  readonly cell: HeaderCell;
  readonly profile: ColumnProfile;
  /** What the header says, after a look at the content. */
  readonly meaning: Meaning | null;
  readonly rank: number;
}

/** Day, month and year. */
const DATE_PARTS = 3;
/** What they are called by themselves. */
const BARE_PARTS: readonly ReadonlySet<string>[] = [
  new Set(["TGL", "TANGGAL", "HARI"]),
  new Set(["BLN", "BULAN"]),
  new Set(["THN", "TAHUN"]),
];

/** Fields that a column can be told by; then those that any words could be. In this order they choose. */
const TELLING = ["nik", "family_card", "birth_date", "birth_place_and_date", "name", "sex"] as const;
const ANY_WORDS = ["birth_place", "unit"] as const;

const BIRTH_DATES: ReadonlySet<ColumnField> = new Set(["birth_date", "birth_place_and_date"]);

/** The columns in use, in the order of the file. */
export function assignColumns(question: ColumnQuestion): UnderstoodColumn[] {
  const assignment = new Assignment(question);
  assignment.settleDateInParts();
  for (const field of TELLING) assignment.settleTelling(field);
  assignment.settleNameInParts();
  assignment.settleBareDateInParts();
  assignment.reconsiderNumbers();
  assignment.settleNumberBesideName();
  assignment.settleTickedSex();
  for (const field of ANY_WORDS) assignment.settleWords(field);
  assignment.settleStatus();
  assignment.settleStatusInNotes();
  assignment.settleAskedName();
  assignment.doubtNumbers();
  return assignment.inOrder();
}

/** Which columns have been given to which fields so far. A field that is settled is left as it is. */
class Assignment {
  readonly #columns: readonly Column[];
  /** Of these, all that a field could be given: a header means something, or something stands below. */
  readonly #telling: readonly Column[];
  readonly #role: TableRequest["role"];
  readonly #identifier: IdentifierKind;
  readonly #looks: typeof LOOKS;
  readonly #profileJoined: ColumnQuestion["profileJoined"];
  readonly #shareCarrying: ColumnQuestion["shareCarrying"];
  readonly #assigned: UnderstoodColumn[];

  constructor(question: ColumnQuestion) {
    this.#columns = readColumns(question);
    this.#telling = this.#columns.filter(({ meaning, profile }) => meaning !== null || profile.filled > 0);
    this.#role = question.role;
    this.#identifier = question.identifier;
    this.#looks = looksIn(question.role);
    this.#profileJoined = question.profileJoined;
    this.#shareCarrying = question.shareCarrying;
    this.#assigned = question.mapped.map((column) => this.#judged(column, question.mapped));
  }

  /** A birth date of three columns. A column of whole dates says the same and cannot be put together wrongly. */
  settleDateInParts(): void {
    if (this.#isSettled("birth_date") || this.#role === "answers") return;
    const isWhole = ({ profile }: Column): boolean => LOOKS.birth_date(profile, "nik")! >= FITTING_SHARE;
    const dates = this.#free(({ meaning }) => meaning === "birth_date");
    if (dates.some(isWhole) || this.#free(isOfPlacesAndDates).length > 0) return;
    const [day] = dates;
    if (day === undefined) return;
    const [month] = this.#free(({ meaning }) => meaning === "birth_month");
    const [year] = this.#free(({ meaning }) => meaning === "birth_year");
    const isNamed = month !== undefined && year !== undefined;
    const parts = isNamed ? [day, month, year] : this.#under(day, DATE_PARTS);
    const profile = this.#profileJoined(parts.map(({ index }) => index));
    const look = LOOKS.birth_date(profile, "nik")!;
    if (look < FITTING_SHARE && !(isNamed && profile.filled === 0)) return;
    for (const part of parts) this.#take(part, "birth_date", "synonym", look);
  }

  /** By its header where the column looks right, else by content alone. */
  settleTelling(field: (typeof TELLING)[number]): void {
    if (this.#isSettled(field)) return;
    const look = this.#lookFor(field);
    const labelled = this.#free((column) => meansField(column, field, this.#identifier));
    const best = bestOf(labelled, look);
    if (best !== null && isBelieved(look(best), best.profile)) {
      this.#take(best, field, "synonym", look(best) ?? 1);
      return;
    }
    // a column of values beside the answers is what was asked
    if (this.#role === "answers" && field !== "nik") return;
    // who says where and when people were born says it once: other dates are others
    if (field === "birth_date" && this.#free(isOfPlacesAndDates).length > 0) return;
    const alike = this.#byContent(field, labelled.length > 0);
    // dates that the numbers do not carry are of something else: begun, signed
    const isOther = alike !== null && field === "birth_date" && this.#isOtherDate([alike.index]);
    const found = isOther ? null : alike;
    if (found !== null)
      this.#take(found, field, "content", LOOKS[field](found.profile, this.#identifier) ?? 1);
    // a weak header ("No. ID") over other content is no column of the field
    else if (best !== null && (best.rank === 0 || (field === "name" && looksLikeNothing(best.profile))))
      this.#take(best, field, "synonym", look(best) ?? 1);
  }

  /** A name of two columns. */
  settleNameInParts(): void {
    if (this.#isSettled("name") || this.#role === "answers") return;
    for (const part of ["first_name", "last_name"] as const) {
      const [column] = this.#free(({ meaning }) => meaning === part);
      if (column !== undefined && (part === "first_name" || this.#isSettled("name")))
        this.#take(column, "name", "synonym", share(column.profile.words, column.profile));
    }
  }

  /**
   * "Tgl", "Bln" and "Thn" beside each other, and "Tempat" in front of them: of births, where the content leaves no doubt
   * and the numbers carry them, or nothing but the place can tell.
   */
  settleBareDateInParts(): void {
    if (this.#isSettled("birth_date") || this.#isSettled("birth_place_and_date") || this.#role === "answers")
      return;
    const starts = this.#free(({ index }) =>
      BARE_PARTS.every((words, at) => {
        const part = this.#columns[index + at];
        return part !== undefined && !this.#isTaken(part) && words.has(foldedText(part.cell));
      }),
    );
    const [day] = starts;
    if (day === undefined || starts.length > 1) return;
    const parts = BARE_PARTS.map((_, at) => this.#columns[day.index + at]!);
    const indexes = parts.map(({ index }) => index);
    const look = LOOKS.birth_date(this.#profileJoined(indexes), "nik")!;
    const inFront = this.#columns[day.index - 1];
    const place = inFront !== undefined && isBarePlace(inFront.cell) ? inFront : null;
    // people begin and end their service on dates as well
    const carrying = this.#shareCarriedByPersons(indexes);
    if (look < BEYOND_DOUBT || (carrying === null ? place === null : carrying < CARRYING_SHARE)) return;
    for (const part of parts) this.#take(part, "birth_date", "content", look);
    if (place !== null && !this.#isSettled("birth_place") && !this.#isTaken(place))
      this.#take(place, "birth_place", "synonym", 1);
  }

  /**
   * Numbers that carry hardly any of the birth dates are not the persons': where the family cards' are, the two bear each
   * other's header; where no header said that they were, they are none.
   */
  reconsiderNumbers(): void {
    const number = this.#assigned.find(({ field }) => field === "nik");
    if (number === undefined || number.how === "mapped") return;
    // two guesses that do not fit say nothing of each other
    if (this.#assigned.some(({ field, how }) => field === "birth_date" && how === "content")) return;
    const card = this.#assigned.find(({ field, how }) => field === "family_card" && how !== "mapped");
    // of most lists there is nothing to reconsider, and no row is looked at
    if (card === undefined && number.how !== "content") return;
    const dates = this.#indexesOfDates();
    if (!this.#isOtherDate(dates)) return;
    const carrying = card === undefined ? null : this.#shareCarrying(card.index, dates);
    if (card !== undefined && carrying !== null && carrying >= FITTING_SHARE) {
      this.#replace(number, { ...card, field: "nik", how: "content" });
      this.#replace(card, { ...number, field: "family_card", how: "content" });
    } else if (number.how === "content") this.#assigned.splice(this.#assigned.indexOf(number), 1);
  }

  /** The numbers in the cells of the names, where no column has them alone. */
  settleNumberBesideName(): void {
    if (this.#isSettled("nik") || this.#role === "answers") return;
    const at = this.#assigned.findIndex(({ field }) => field === "name");
    const name = this.#assigned[at];
    if (name === undefined || this.#assigned.some((other) => other !== name && other.field === "name"))
      return;
    const confidence = this.#shareOfBoth(name.index);
    if (confidence < FITTING_SHARE || !this.#isOfPerson(name)) return;
    this.#assigned[at] = { ...name, confidence };
    this.#assigned.push({ ...name, field: "nik", confidence });
  }

  /** Two columns of which one is ticked. */
  settleTickedSex(): void {
    if (this.#isSettled("sex")) return;
    const male = this.#columns.find(({ cell }) => cell.tick === "L");
    const female = this.#columns.find(({ cell }) => cell.tick === "P");
    if (male === undefined || female === undefined) return;
    for (const column of [male, female]) this.#take(column, "sex", "synonym", 1);
  }

  /** By its header alone, unless it was moved. */
  settleWords(field: (typeof ANY_WORDS)[number]): void {
    if (this.#isSettled(field)) return;
    const look = this.#lookFor(field);
    const column = bestOf(
      this.#free(({ meaning }) => meaning === field),
      look,
    );
    if (column === null) {
      const [moved] = this.#free((candidate) => this.#isExchanged(candidate, field));
      if (moved !== undefined) this.#take(moved, field, "content", 1);
      return;
    }
    if (!isBelieved(look(column), column.profile)) return;
    this.#take(column, field, "synonym", 1);
  }

  /** By its header. Of several the one that says something against somebody: read by another, it would be lost. */
  settleStatus(): void {
    if (this.#isSettled("status")) return;
    const speaking = this.#free(
      (column) => column.meaning === "status" && speaksOfStatus(column, this.#role),
    );
    const adverse = speaking.filter(({ profile }) => profile.adverseStatuses > 0);
    const column = bestOf(adverse.length > 0 ? adverse : speaking, () => null);
    if (column !== null) this.#take(column, "status", "synonym", 1);
  }

  /** Notes that are statuses, where a status says something. */
  settleStatusInNotes(): void {
    if (this.#isSettled("status") || this.#role === "roster" || this.#role === "document") return;
    const [note] = this.#free((column) => column.meaning === "note" && isStatusColumn(column, this.#role));
    if (note !== undefined) this.#take(note, "status", "content", share(note.profile.statuses, note.profile));
  }

  /** Names beside the answers are those that were asked. */
  settleAskedName(): void {
    if (this.#isSettled("asked_name") || this.#role !== "answers") return;
    const look = this.#lookFor("asked_name");
    const [column] = this.#free(
      ({ meaning, profile }) => meaning === "name" && areMost(profile.words - profile.answered, profile),
    );
    if (column !== undefined) this.#take(column, "asked_name", "synonym", look(column) ?? 1);
  }

  /** Numbers that carry hardly any of the birth dates are used where a header or `--map` says so, and somebody is told. */
  doubtNumbers(): void {
    const number = this.#assigned.find(({ field }) => field === "nik");
    const dates = this.#assigned.filter(({ field }) => BIRTH_DATES.has(field));
    if (number === undefined || dates.some(({ how }) => how === "content")) return;
    const carrying = this.#shareCarrying(number.index, this.#indexesOfDates());
    if (carrying !== null && carrying < CARRYING_SHARE) this.#replace(number, { ...number, carrying });
  }

  inOrder(): UnderstoodColumn[] {
    return this.#assigned.sort((a, b) => a.index - b.index);
  }

  /** @param isLabelled a header names the field: then its column is there, and less is asked of it */
  #byContent(field: (typeof TELLING)[number], isLabelled: boolean): Column | null {
    const free = this.#free((column) => isFree(column, this.#identifier));
    const exchanged = free.filter((column) => this.#isExchanged(column, field));
    return (
      byContent(field, free, isLabelled ? FITTING_SHARE : BEYOND_DOUBT, this.#identifier) ??
      byContent(field, exchanged, FITTING_SHARE, this.#identifier)
    );
  }

  /** Columns that have been given to no field yet, in the order of the file. */
  #free(is: (column: Column) => boolean): Column[] {
    return this.#telling.filter((column) => !this.#isTaken(column) && is(column));
  }

  /** What `--map` names is used, whatever it holds; what speaks against it is kept to be told. */
  #judged(mapped: UnderstoodColumn, all: readonly UnderstoodColumn[]): UnderstoodColumn {
    const { field, index } = mapped;
    const { cell, profile: own } = this.#columns[index]!;
    const parts = all.filter((column) => column.field === field).map((column) => column.index);
    const isOfBoth = ["nik", "name"].every((one) =>
      all.some((column) => column.field === one && column.index === index),
    );
    // of a name each part is words
    const profile = field === "birth_date" && parts.length > 1 ? this.#profileJoined(parts) : own;
    const look = isOfBoth ? this.#shareOfBoth(index) : (this.#looks[field](profile, this.#identifier) ?? 1);
    const meaning = cell.header?.meaning;
    const isOther = meaning !== undefined && meaning !== field && meaning in LOOKS;
    const isAsked = this.#columns.some((column) => column.cell.header?.meaning === field);
    return {
      ...mapped,
      confidence: profile.filled === 0 ? 1 : look,
      ...(isOther && isAsked ? { means: meaning as ColumnField } : {}),
    };
  }

  /** Whether the numbers beside the names are the persons': as their birth dates say, else as the header does not deny. */
  #isOfPerson({ index, header }: UnderstoodColumn): boolean {
    const carrying = this.#shareCarrying(index, this.#indexesOfDates());
    return carrying === null ? !namesOtherNumber(header) : carrying >= CARRYING_SHARE;
  }

  /** Whether the numbers of the persons carry hardly any of these dates. */
  #isOtherDate(dates: readonly number[]): boolean {
    const carrying = this.#shareCarriedByPersons(dates);
    return carrying !== null && carrying < CARRYING_SHARE;
  }

  /** The share of these dates that the numbers of the persons carry, null where that cannot be told. */
  #shareCarriedByPersons(dates: readonly number[]): number | null {
    const number = this.#assigned.find(({ field }) => field === "nik");
    return number === undefined ? null : this.#shareCarrying(number.index, dates);
  }

  #replace(column: UnderstoodColumn, by: UnderstoodColumn): void {
    this.#assigned[this.#assigned.indexOf(column)] = by;
  }

  /** Of the birth dates, alone or with the places. */
  #indexesOfDates(): number[] {
    const dates = this.#assigned.filter(({ field }) => field === "birth_date");
    const both = this.#assigned.filter(({ field }) => field === "birth_place_and_date");
    return (dates.length > 0 ? dates : both).map(({ index }) => index);
  }

  #shareOfBoth(index: number): number {
    const { profile } = this.#columns[index]!;
    return share(profile.namesAndNumbers, profile);
  }

  /** The columns over which a header is merged, of so many at most: those behind it without one of their own. */
  #under(first: Column, most: number): Column[] {
    const reach = this.#columns.slice(first.index, first.index + most);
    const end = reach.findIndex(({ cell }, at) => at > 0 && cell.text !== "");
    return end < 0 ? reach : reach.slice(0, end);
  }

  #isTaken(column: Column): boolean {
    return this.#assigned.some(({ index }) => index === column.index);
  }

  #isSettled(field: ColumnField): boolean {
    return this.#assigned.some((column) => column.field === field);
  }

  /** Whether a column and that of its header's field bear each other's header: one of them was moved. */
  #isExchanged(column: Column, field: ColumnField): boolean {
    return this.#assigned.some(
      (other) =>
        other.field === column.cell.header?.meaning &&
        this.#columns[other.index]?.cell.header?.meaning === field,
    );
  }

  #lookFor(field: ColumnField): (column: Column) => number | null {
    return ({ profile }) => this.#looks[field](profile, this.#identifier);
  }

  #take(column: Column, field: ColumnField, how: UnderstoodColumn["how"], confidence: number): void {
    this.#assigned.push({ field, header: column.cell.text, index: column.index, how, confidence });
  }
}

/** Headers with their content: "Tanggal Lahir" over places and dates holds both, "Status" over KAWIN is of no use. */
function readColumns({ cells, profiles }: ColumnQuestion): Column[] {
  const columns: Column[] = [];
  for (const [index, cell] of cells.entries()) {
    const profile = profiles[index]!;
    const areDates = (): boolean => LOOKS.birth_date(profile, "nik")! >= FITTING_SHARE;
    const areBoth = (): boolean => LOOKS.birth_place_and_date(profile, "nik")! >= FITTING_SHARE;
    const areWrittenBoth = (): boolean => areMost(profile.placesAndDates, profile);
    const areWords = (): boolean => areMost(profile.words, profile);
    let meaning = cell.header?.meaning ?? null;
    // beside a place alone, five digits are its postcode
    if ((meaning === "birth_date" && areBoth()) || (meaning === "birth_place" && areWrittenBoth()))
      meaning = "birth_place_and_date";
    else if (meaning === "birth_place" && areDates()) meaning = "birth_date";
    else if (meaning === "birth_place_and_date" && areDates()) meaning = "birth_date";
    else if (meaning === "birth_place_and_date" && !areBoth() && areWords()) {
      // the header is merged over two columns: place here, date in the next
      const next = profiles[index + 1];
      const isMerged = next !== undefined && cells[index + 1]?.text === "";
      if (isMerged && LOOKS.birth_date(next, "nik")! >= FITTING_SHARE) meaning = "birth_place";
    } else if (meaning === "status" && isOfMarriages(profile)) meaning = "other";
    else if (meaning === null && cells[index + 1]?.header?.meaning === "birth_date" && isBarePlace(cell))
      meaning = "birth_place";
    columns.push({ index, cell, profile, meaning, rank: cell.header?.rank ?? 0 });
  }
  return columns;
}

/** "Tempat" in front of "Tanggal Lahir": the word behind is meant for both. */
function isBarePlace({ text }: HeaderCell): boolean {
  return readHeader(`${text} lahir`)?.meaning === "birth_place" && !/\s/.test(text);
}

/**
 * Whether a column looks like no other field: names that are numbered, or have a NIP below them, are names all the same,
 * and a roster without names would agree with everybody.
 */
function looksLikeNothing(profile: ColumnProfile): boolean {
  const { identifiers, dates, serials, placesAndDates, placesAndSerials, sexes } = profile;
  const looks = [identifiers, dates + serials, placesAndDates + placesAndSerials, sexes];
  return !looks.some((count) => areMost(count, profile));
}

/** A column that says of anybody what a record's status says is one of records, whatever else stands in it. */
function isOfMarriages(profile: ColumnProfile): boolean {
  return areMost(profile.maritals, profile) && profile.statuses === 0;
}

function isOfPlacesAndDates({ meaning, profile }: Column): boolean {
  return meaning === "birth_place_and_date" && LOOKS[meaning](profile, "nik")! >= FITTING_SHARE;
}

function meansField(column: Column, field: ColumnField, kind: IdentifierKind): boolean {
  if (field !== "nik" || kind === "nik") return column.meaning === field;
  if (kind === "nip") return column.meaning === "employee_number";
  return column.meaning === "nik" || column.meaning === "employee_number" || column.meaning === "id";
}

/** Looks right before rank, rank before place in the file; a filled column before an empty one. */
function bestOf(columns: readonly Column[], look: (column: Column) => number | null): Column | null {
  let best: Column | null = null;
  for (const column of columns) {
    if (best === null || standing(column, look) < standing(best, look)) best = column;
  }
  return best;
}

function standing(column: Column, look: (column: Column) => number | null): number {
  const penalty = isBelieved(look(column), column.profile) ? 0 : 100;
  return penalty + (column.profile.filled === 0 ? 50 : 0) + column.rank;
}

/** A header is believed over a column that looks right, can look like anything, or is empty. */
function isBelieved(look: number | null, profile: ColumnProfile): boolean {
  return look === null || look >= FITTING_SHARE || profile.filled === 0;
}

/** Columns that content may claim: without a known header, or whose header does not fit them either. */
function isFree(column: Column, kind: IdentifierKind): boolean {
  const { meaning, profile } = column;
  if (meaning === null || isPartOfDate(meaning)) return column.cell.tick === null;
  if (!(meaning in LOOKS)) return false;
  const look = LOOKS[meaning as ColumnField](profile, kind);
  return look !== null && look < FITTING_SHARE && profile.filled > 0;
}

/** Of a header that is of no use unless the other parts of the date have columns too. */
function isPartOfDate(meaning: Meaning): boolean {
  return meaning === "birth_month" || meaning === "birth_year";
}

/** The one column that looks like the field; null where none or more than one does. */
function byContent(
  field: ColumnField,
  free: readonly Column[],
  enough: number,
  kind: IdentifierKind,
): Column | null {
  if (field === "family_card" || (field === "nik" && kind === "plain")) return null;
  const alike = free.filter(({ cell, profile, meaning }) => {
    if (profile.filled < FEWEST_ROWS) return false;
    // "Nama dan TTL": the names would be taken for a part of something else
    if (field !== "name" && meaning === null && /\b(?:NAMA|NAME)\b/i.test(cell.text)) return false;
    if (field === "birth_date") return share(profile.dates, profile) >= enough && !saysOtherDate(cell.text);
    if (field === "birth_place_and_date") return share(profile.placesAndDates, profile) >= enough;
    if (field === "sex") return share(profile.letterSexes, profile) >= enough;
    if (field === "name") {
      return share(profile.words, profile) >= enough && share(profile.distinct, profile) >= DISTINCT_NAMES;
    }
    return (LOOKS[field](profile, kind) ?? 0) >= enough;
  });
  return alike.length === 1 ? alike[0]! : null;
}

/**
 * Whether a header says of what its dates are, and not that they are of births, however misspelt: "Tgl Masuk". Read as
 * birth dates they would be wrong for everybody.
 */
function saysOtherDate(header: string): boolean {
  const words = foldHeader(header).split(" ");
  return (
    words.some((word) => DATE_WORDS.has(word)) &&
    words.some((word) => SAYING.test(word) && !DATE_WORDS.has(word) && !OF_ANY_DATE.has(word)) &&
    !words.some((word) => BIRTH_WORDS.some((birth) => isMisspelt(word, birth)))
  );
}

function isMisspelt(written: string, word: string): boolean {
  return editDistanceWithin(written, word, 1) <= 1 || isTransposition(written, word);
}

const DATE_WORDS: ReadonlySet<string> = new Set("TANGGAL TGL TGGL DATE BULAN BLN TAHUN THN".split(" "));
/** How dates are to be written says nothing of what they are: "Tanggal (DD/MM/YYYY)". */
const OF_ANY_DATE: ReadonlySet<string> = new Set(
  "DAN PADA HARI AND DAY YYYY MMM MMMM FORMAT CONTOH MISAL".split(" "),
);
const SAYING = /^\p{L}{3,}$/u;
const BIRTH_WORDS = ["LAHIR", "KELAHIRAN", "BIRTH"];

/** The rank of "Status Verifikasi"; what ranks below, codes and messages, may be of anything. */
const STATUS_BY_ITSELF = 1;

/** "Status" means a status in a registry or a listing; in a roster it is the kind of employment. */
function speaksOfStatus(column: Column, role: TableRequest["role"]): boolean {
  if (role === "roster" || role === "document") return false;
  return column.rank <= STATUS_BY_ITSELF || isStatusColumn(column, role);
}

function isStatusColumn({ profile }: Column, role: TableRequest["role"]): boolean {
  // answers say more than statuses: why a call was refused, and whole sentences
  return areMost(role === "answers" ? profile.responses : profile.statuses, profile);
}
