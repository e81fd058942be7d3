/**
 * An identifier of which nothing is known but its text: a participant number, a registration of some office.
 * Compared by edits only. Case, spaces and punctuation carry no meaning; letters are never read as digits here.
 */
import { editDistanceWithin, isTransposition } from "../text/distance.ts";
import { foldWords } from "../text/fold.ts";
import { isBlank } from "./blank.ts";
import { IDENTIFIER_LEVEL, type Identifier, type IdentifierField, MISSING_IDENTIFIER } from "./identifier.ts";
import { agreeRounded, cleanRounded, isRounded } from "./long-number.ts";

export const PLAIN: IdentifierField = {
  kind: "plain",
  digits: null,
  clean,
  compare,
  birthDateDigits: () => null,
  sex: () => 0,
};

/** Longer text is no identifier. */
const MOST_CHARACTERS = 64;
/** From here on two edits still leave most of the text standing. */
const TWO_EDITS_FROM = 7;
/** A whole number as a numeric export writes it. */
const DECIMAL_ZEROS = /^(\d{1,64})[.,]0{1,2}$/;

function clean(text: string): Identifier {
  if (isBlank(text)) return MISSING_IDENTIFIER;
  // without the plus sign, 12E5 is as good an identifier as any
  const rounded = text.includes("+") ? cleanRounded(text, null) : null;
  if (rounded !== null) return rounded;
  const value = foldWords(DECIMAL_ZEROS.exec(text.trim())?.[1] ?? text).replaceAll(" ", "");
  if (value === "" || value.length > MOST_CHARACTERS) {
    return { state: "malformed", value: "", certain: 0, lookalike: false };
  }
  return { state: "sound", value, certain: value.length, lookalike: false };
}

function compare(roster: Identifier, source: Identifier): number {
  if (roster.state === "missing" || source.state === "missing") return IDENTIFIER_LEVEL.missing;
  const a = roster.value;
  const b = source.value;
  if (a === "" || b === "") return IDENTIFIER_LEVEL.damaged;
  if (isRounded(roster) || isRounded(source)) {
    return agreeRounded(roster, source) ? IDENTIFIER_LEVEL.excel_rounded : IDENTIFIER_LEVEL.damaged;
  }
  if (a === b) return IDENTIFIER_LEVEL.exact;
  if (isTransposition(a, b)) return IDENTIFIER_LEVEL.transposed;
  const most = Math.min(a.length, b.length) >= TWO_EDITS_FROM ? 2 : 1;
  const edits = editDistanceWithin(a, b, most);
  if (edits > most) return IDENTIFIER_LEVEL.different;
  if (edits === 2) return IDENTIFIER_LEVEL.two_digits;
  if (a.length < b.length) return IDENTIFIER_LEVEL.digit_lost;
  return a.length > b.length ? IDENTIFIER_LEVEL.digit_added : IDENTIFIER_LEVEL.one_digit_in_serial;
}
