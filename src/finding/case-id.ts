/**
 * Case numbers: short, the same in every run for the same data, whatever the order of rows, and safe to print on a
 * letter. They are made from identifier, name and birth date, under thirty-eight bits of hash in eight letters and digits, so a
 * number tells nothing by itself; it is not anonymous towards somebody who has the data.
 */
import type { Person } from "../match/people.ts";
import { hashText, mix } from "../text/hash.ts";

/** Digits and capitals without vowels, so that no number spells a word, and without 0, 1 and L, V, Y that are misread: 26^8 is 2^37.6. */
const LETTERS = "23456789BCDFGHJKMNPQRSTWXZ";
const LENGTH = 8;
const HALF = LENGTH / 2;

/** Gives out case numbers; two rows with the very same data get the same number with -2, -3 … behind it. */
export class CaseNumbers {
  private readonly given = new Map<number, number>();

  numberFor(person: Person): string {
    const text = `${person.identifier.value}|${person.name.words.join(" ")}|${person.birthDate.packed}`;
    const first = hashText(text);
    const second = mix(hashText(text, first), text.length);
    const key = (first % LETTERS.length ** HALF) * LETTERS.length ** HALF + (second % LETTERS.length ** HALF);
    const times = (this.given.get(key) ?? 0) + 1;
    this.given.set(key, times);
    const number = `${spell(first)}-${spell(second)}`;
    return times === 1 ? number : `${number}-${times}`;
  }
}

const TYPED = new RegExp(`^([${LETTERS}]{${HALF}})-?([${LETTERS}]{${HALF}})(?:-?(\\d+))?$`);

/** A case number as it is written, from one typed in small letters or without its dash; null for anything else. */
export function spellCaseId(typed: string): string | null {
  const [, first, second, times] = TYPED.exec(typed.toUpperCase()) ?? [];
  if (first === undefined) return null;
  return times === undefined ? `${first}-${second}` : `${first}-${second}-${times}`;
}

function spell(value: number): string {
  let rest = value % LETTERS.length ** HALF;
  let text = "";
  for (let i = 0; i < HALF; i++) {
    text += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return text;
}
