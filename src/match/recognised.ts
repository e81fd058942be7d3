/**
 * Roster records that the registry has (recognise.ts). Two of them are two people, however much they resemble each other,
 * unless the registry has one person twice: under one number, or under one name and birth date. All others nobody holds
 * against each other, and what the registry says of the one is not offered to the other.
 */
import { sharedUint8 } from "../machine/shared-numbers.ts";

export class Recognised {
  private readonly marks: Uint8Array;

  /** @param marks 1 for a record that is recognised, as another thread gets them */
  constructor(marks: Uint8Array) {
    this.marks = marks;
  }

  /** @param count records are numbered below it */
  static of(count: number, isRecognised: (record: number) => boolean): Recognised {
    const marks = sharedUint8(count);
    for (let record = 0; record < count; record++) if (isRecognised(record)) marks[record] = 1;
    return new Recognised(marks);
  }

  /** Nobody, as far as is known. */
  static none(count: number): Recognised {
    return Recognised.of(count, () => false);
  }

  has(record: number): boolean {
    return this.marks[record] === 1;
  }

  shared(): Uint8Array {
    return this.marks;
  }
}
