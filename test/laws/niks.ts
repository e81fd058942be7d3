/** NIKs and what slips make of them, for property tests. */
import fc from "fast-check";

/** Digits of a complete NIK. */
export const NIK_LENGTH = 16;

export const NIK = fc
  .tuple(fc.stringMatching(/^[0-9]{12}$/), fc.integer({ min: 1, max: 9999 }))
  .map(([head, serial]) => head + String(serial).padStart(4, "0"));

/** A NIK with some of its digits changed, each to another. */
export function changed(
  nik: string,
  changes: readonly { readonly at: number; readonly by: number }[],
): string {
  const digits = [...nik];
  for (const { at, by } of changes) digits[at] = String((Number(nik[at]) + by) % 10);
  return digits.join("");
}

/** So many changes of different digits. */
export function changesOf(count: { readonly min: number; readonly max: number }) {
  return fc.uniqueArray(
    fc.record({ at: fc.nat({ max: NIK_LENGTH - 1 }), by: fc.integer({ min: 1, max: 9 }) }),
    {
      selector: ({ at }) => at,
      minLength: count.min,
      maxLength: count.max,
    },
  );
}

export function withSwap(nik: string, at: number): string {
  return nik.slice(0, at) + nik[at + 1] + nik[at] + nik.slice(at + 2);
}

/** A NIK with a serial of zeros is none: nothing that a comparison of complete NIKs would meet. */
export function isComplete(nik: string): boolean {
  return !nik.endsWith("0000");
}

/** Two complete NIKs: strangers', or one written twice with up to three wrong digits, two swapped or the last zeroed. */
export const TWO_NIKS: fc.Arbitrary<readonly [string, string]> = fc
  .oneof(
    fc.tuple(NIK, NIK),
    fc
      .tuple(NIK, changesOf({ min: 0, max: 3 }))
      .map(([nik, changes]) => [nik, changed(nik, changes)] as const),
    fc.tuple(NIK, fc.nat({ max: NIK_LENGTH - 2 })).map(([nik, at]) => [nik, withSwap(nik, at)] as const),
    NIK.map((nik) => [nik, `${nik.slice(0, NIK_LENGTH - 1)}0`] as const),
  )
  .chain(([a, b]) => fc.constantFrom([a, b] as const, [b, a] as const))
  .filter(([a, b]) => isComplete(a) && isComplete(b));

/** Number of places in which two numbers of one length differ. */
export function placesApart(a: string, b: string): number {
  return [...a].filter((digit, i) => digit !== b[i]).length;
}
