/**
 * Roster records that the registry has (recognise.ts). Two of them are two people, however much they resemble each other,
 * unless the registry has one person twice: under one number, or under one name and birth date. All others nobody holds
 * against each other, and what the registry says of the one is not offered to the other. Of two who may be one, as far as
 * that goes, who does not stand there to the letter is offered it.
 */
import { sharedUint8 } from "../machine/shared-numbers.ts";

/** Marks of records: of one whom the registry has, and of one that stands in it to the letter. */
const THERE = 1;
const TO_THE_LETTER = 2;

export class Recognised {
  private readonly marks: Uint8Array;

  /** @param marks as another thread gets them */
  constructor(marks: Uint8Array) {
    this.marks = marks;
  }

  /**
   * @param count records are numbered below it
   * @param isToTheLetter whether a record that is recognised stands there to the letter
   */
  static of(
    count: number,
    isRecognised: (record: number) => boolean,
    isToTheLetter = isRecognised,
  ): Recognised {
    const marks = sharedUint8(count);
    for (let record = 0; record < count; record++)
      if (isRecognised(record)) marks[record] = isToTheLetter(record) ? TO_THE_LETTER : THERE;
    return new Recognised(marks);
  }

  /** Nobody, as far as is known. */
  static none(count: number): Recognised {
    return Recognised.of(count, () => false);
  }

  has(record: number): boolean {
    return this.marks[record] !== 0;
  }

  /** Whether it has them with a number, a name and a birth date that are all their own. */
  hasToTheLetter(record: number): boolean {
    return this.marks[record] === TO_THE_LETTER;
  }

  shared(): Uint8Array {
    return this.marks;
  }
}
