/**
 * What Dukcapil's verify-by-element call answers about one field (domain.md §5.2): `Sesuai`, `Tidak Sesuai`, for
 * free text with a score. It reads the words of an answer; it knows no value, since an answer holds none.
 */
import { foldWords } from "../text/fold.ts";

/** How the asked value agrees with Dukcapil's, in Dukcapil's own judgement. */
export type Answer =
  | "same"
  /** Conforms, with a score below 100: similar by the threshold of whoever asked, and not the same. */
  | "near"
  | "different"
  /** Not asked, not answered, or not in words known here. */
  | "missing";

/** Score of a value that is the same. */
const FULL_SCORE = 100;

/** `SESUAI`, `SESUAI 92`, `SESUAI 99 5` (a score with decimals), `TIDAK SESUAI 0`. */
const ANSWER = /^(TIDAK |TDK )?SESUAI(?: (\d{1,3})(?: \d+)?)?$/;

/** The word as ASCII has it, or letters that may fold to it: nearly every value is seen to be no answer without folding. */
const MAY_BE_ANSWER = /sesuai|[^ -~]/i;

/** Reads the answer about one field; never throws. */
export function readAnswer(text: string): Answer {
  if (!MAY_BE_ANSWER.test(text)) return "missing";
  const found = ANSWER.exec(foldWords(text));
  if (found === null) return "missing";
  const [, negated, score] = found;
  if (negated !== undefined) return "different";
  return score === undefined || Number(score) >= FULL_SCORE ? "same" : "near";
}

/** Whether the text is an answer about a field, so that a column of them is known from a column of values. */
export function isAnswer(text: string): boolean {
  return readAnswer(text) !== "missing";
}
