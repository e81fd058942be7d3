/**
 * Any character, for texts of any kind: no half of a surrogate pair. fast-check's own, `unit: "binary"`, keeps a table
 * of a million of them in every worker, which takes seconds to make.
 */
import fc from "fast-check";

const SURROGATES = { first: 0xd800, last: 0xdfff };
const LAST = 0x10ffff;

export const ANY_CHARACTER: fc.Arbitrary<string> = fc
  .oneof(fc.nat({ max: SURROGATES.first - 1 }), fc.integer({ min: SURROGATES.last + 1, max: LAST }))
  .map((code) => String.fromCodePoint(code));
