/**
 * Which roster records resemble which: what agrees with one may be the other's. Found while looking for duplicates, and
 * asked for every source row that agrees with a record in number, name and birth date.
 */
import { sharedUint32 } from "../machine/shared-numbers.ts";

/** Resemblances as another thread gets them. */
export interface SharedResemblances {
  /** Where the records begin that resemble each record, and where the last end. */
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
}

export class Resemblances {
  private readonly starts: Uint32Array;
  private readonly others: Uint32Array;

  constructor({ starts, others }: SharedResemblances) {
    this.starts = starts;
    this.others = others;
  }

  /**
   * @param count records are numbered below it
   * @param eachPair calls what it is given for every two records that resemble each other, each time alike
   */
  static of(count: number, eachPair: (visit: (a: number, b: number) => void) => void): Resemblances {
    const starts = sharedUint32(count + 1);
    eachPair((a, b) => {
      starts[a]!++;
      starts[b]!++;
    });
    for (let record = 1; record <= count; record++) starts[record]! += starts[record - 1]!;
    const others = sharedUint32(starts[count]!);
    // filling from the back turns the ends into the starts
    eachPair((a, b) => {
      others[--starts[a]!] = b;
      others[--starts[b]!] = a;
    });
    return new Resemblances({ starts, others });
  }

  /** Nobody resembles anybody, as far as is known. */
  static none(count: number): Resemblances {
    return Resemblances.of(count, () => {});
  }

  /** Whether anybody resembles a record. */
  has(record: number): boolean {
    return this.starts[record + 1]! > this.starts[record]!;
  }

  /** Who resembles a record; some may come twice. */
  of(record: number): Uint32Array {
    return this.others.subarray(this.starts[record], this.starts[record + 1]);
  }

  shared(): SharedResemblances {
    return { starts: this.starts, others: this.others };
  }
}
