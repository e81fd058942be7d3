/**
 * A row of a file of Dukcapil's answers (domain.md §5.2): what was said about the NIK that was asked, field by field
 * and as a whole. It holds no values of a person: whoever needs the asked name finds it in the roster.
 */
import { type Answer, isAnswer, readAnswer } from "../field/answer.ts";
import type { Field } from "../field/level.ts";
import { foldWords } from "../text/fold.ts";
import { type PersonRecord, type RawRow, type RowContext, understandRow } from "./record.ts";
import { isStatusText, readStatus, type Status } from "./status.ts";

/** The fields Dukcapil gives a verdict on. */
export type AnsweredField = Exclude<Field, "nik">;

export interface AnswerRow {
  /** The row's cells; what was said of the record as a whole stands in `status`, in whichever column it was written. */
  readonly raw: RawRow;
  /** Nobody but the NIK that was asked: no cell of the row is a value of the person's. */
  readonly person: PersonRecord;
  readonly answers: Readonly<Record<AnsweredField, Answer>>;
  /** Who was asked about, where the file says so: the NIK and the name beside the answer. */
  readonly asked: PersonRecord | null;
}

const ARROW = "→";
/** Parts the name that was asked from what was answered about it. */
const ASKED_MARK = ` ${ARROW} `;

/** The cell of a name in a file that repeats what was asked. An arrow in that is a dash: the first parts the two. */
export function withAskedName(asked: string, answered: string): string {
  return asked === "" ? answered : asked.replaceAll(ARROW, "-") + ASKED_MARK + answered;
}

/** The two parts of such a cell. */
export function askedNameIn(text: string): { readonly asked: string; readonly answered: string } {
  const at = text.indexOf(ASKED_MARK);
  if (at < 0) return { asked: "", answered: text };
  return { asked: text.slice(0, at), answered: text.slice(at + ASKED_MARK.length) };
}

/** Reads one row of answers; never throws. */
export function understandAnswer(raw: RawRow, context: RowContext): AnswerRow {
  const { birthPlace, birthDate, sex, status } = raw;
  const { asked, answered: name } = askedNameIn(raw.name);
  const whole = [status, name, birthPlace, birthDate, sex].find((text) => readAnswerStatus(text) !== "");
  return {
    raw: { ...raw, name, status: whole ?? status },
    person: askedPerson(raw, context),
    answers: {
      name: readAnswer(name),
      birth_place: readAnswer(birthPlace),
      birth_date: exactly(readAnswer(birthDate)),
      sex: exactly(readAnswer(sex)),
    },
    asked: asked === "" ? null : askedPerson(raw, context, asked),
  };
}

/** The person of an answer row: the NIK that was asked, with a name where one is given, everything else empty. */
export function askedPerson(raw: RawRow, context: RowContext, name = ""): PersonRecord {
  return understandRow({ ...raw, name, birthPlace: "", birthDate: "", sex: "" }, context);
}

/** A date or a sex is compared exactly: one that is only similar is another. */
function exactly(answer: Answer): Answer {
  return answer === "near" ? "different" : answer;
}

/**
 * What an answer says of the record as a whole: deceased, double, inactive or not there. "" for an answer that says
 * the person was found, and for one that says nothing of the person: quota, address, login.
 */
export function readAnswerStatus(text: string): Status {
  if (isAnswer(text) || isRefusal(text)) return "";
  const status = readStatus(text, LONGEST_ANSWER);
  // the service blocks users, not people
  return status === "blocked" ? "" : status;
}

/** Dukcapil's sentences are longer than a clerk's statuses: they also say where to go. */
const LONGEST_ANSWER = 200;

/** Words of answers about the call and not about the person: "IP tidak terdaftar" is nobody's absence. */
const REFUSAL = /\b(IP|USER|USERNAME|LOGIN|PASSWORD|KUOTA|QUOTA|TOKEN|TIME ?OUT|KONEKSI|CONNECTION|SERVER)\b/;

function isRefusal(text: string): boolean {
  return REFUSAL.test(foldWords(text));
}

/** Whether a cell under the header of a field holds an answer, about the field or in place of it about the record. */
export function looksAnswered(text: string): boolean {
  if (!/\p{L}/u.test(text)) return false;
  return isAnswer(text) || isRefusal(text) || isStatusText(text) || readAnswerStatus(text) !== "";
}
