/**
 * Case numbers of a masked run. Behind a masked row stand a few million NIKs and birth dates: a number made of the whole
 * ones would tell which, to anybody who tries them all. So it is made of what the row still shows; people who look
 * alike then are told apart by -2, -3 … in reading order.
 */
import type { Case } from "../finding/case.ts";
import { caseNumberOf, repeatedCaseNumber } from "../finding/case-id.ts";

export class MaskedNumbers {
  /** How often each number has been given out. */
  private readonly times = new Map<string, number>();

  /** @param masked the next case, in reading order */
  next({ evidence }: Case): string {
    const { cells, person } = evidence.roster;
    const number = caseNumberOf([cells.nik, person.name.words.join(" "), cells.birthDate].join("|"));
    const times = (this.times.get(number) ?? 0) + 1;
    this.times.set(number, times);
    return repeatedCaseNumber(number, times);
  }
}
