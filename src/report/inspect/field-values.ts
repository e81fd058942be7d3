/**
 * The values of one field, for whoever wants to see that the right column was found: the first few masked, so that nobody
 * can be told by them (domain.md §7), the others counted.
 */
import type { ColumnField } from "../../config/plan.ts";
import { identifierField } from "../../field/identifier-kinds.ts";
import { cleanBirthDate, type DateContext } from "../../field/written-date.ts";
import { askedNameIn } from "../../input/answer.ts";
import type { RawRow } from "../../input/record.ts";
import type { TableRequest, Understanding } from "../../input/understanding.ts";
import { maskedDate, maskedText, screenIdentifier } from "../mask-text.ts";

const SAMPLES = 3;

export interface ValuesView {
  /** Masked values of the first persons, without repetition. */
  readonly samples: readonly string[];
  /** Of the rows in use: how many have no value, and how many one that cannot be read as what it should be. */
  readonly empty: number;
  readonly unreadable: number;
}

export class FieldValues {
  readonly #field: ColumnField;
  readonly #request: TableRequest;
  readonly #dates: DateContext;
  readonly #samples = new Set<string>();
  #empty = 0;
  #unreadable = 0;

  constructor(field: ColumnField, request: TableRequest, { dateOrder: order, is1904 }: Understanding) {
    this.#field = field;
    this.#request = request;
    this.#dates = { order, is1904, asOf: request.asOf };
  }

  add(raw: RawRow): void {
    const text = textOf(raw, this.#field);
    if (text === "") this.#empty++;
    else if (!this.#isReadable(raw)) this.#unreadable++;
    else if (this.#samples.size < SAMPLES) this.#samples.add(this.#masked(raw, text));
  }

  view(): ValuesView {
    return { samples: [...this.#samples], empty: this.#empty, unreadable: this.#unreadable };
  }

  #isReadable(raw: RawRow): boolean {
    const { role, identifier } = this.#request;
    if (this.#field === "nik") return identifierField(identifier).clean(raw.nik).state === "sound";
    if (role === "answers" || !HOLDING_DATES.has(this.#field) || raw.birthDate === "") return true;
    return cleanBirthDate(raw.birthDate, this.#dates).state === "sound";
  }

  #masked(raw: RawRow, text: string): string {
    const { role } = this.#request;
    const year = (): string => maskedDate(raw.birthDate, cleanBirthDate(raw.birthDate, this.#dates));
    if (this.#field === "nik" || this.#field === "family_card") return screenIdentifier(text);
    if (this.#field === "asked_name") return initials(text);
    // what a registry answered about a field, and no value of it
    if (role === "answers") return maskedText(text);
    if (this.#field === "name") return initials(text);
    if (this.#field === "birth_date") return year();
    if (this.#field === "birth_place_and_date") return `${maskedText(raw.birthPlace)}, ${year()}`;
    return maskedText(text);
  }
}

const HOLDING_DATES: ReadonlySet<ColumnField> = new Set(["birth_date", "birth_place_and_date"]);

function textOf(raw: RawRow, field: ColumnField): string {
  switch (field) {
    case "nik":
      return raw.nik;
    case "name":
      return askedNameIn(raw.name).answered;
    case "asked_name":
      return askedNameIn(raw.name).asked;
    case "birth_place":
      return raw.birthPlace;
    case "birth_date":
      return raw.birthDate;
    case "birth_place_and_date":
      return raw.birthPlace + raw.birthDate;
    case "sex":
      return raw.sex;
    case "unit":
      return raw.unit;
    case "status":
      return raw.status;
    case "family_card":
      return raw.familyCard;
  }
}

/** "Hj. SITI AMINAH, S.Pd" → "H. S. A. S. P." */
function initials(name: string): string {
  return (name.match(/\p{L}+/gu) ?? []).map((word) => `${Array.from(word)[0]!.toUpperCase()}.`).join(" ");
}
