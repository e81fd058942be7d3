/** A sieve in front of buckets. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftFor, tagOf } from "../../src/match/buckets.ts";
import { Sieve } from "../../src/match/sieve.ts";

const HASH = fc.integer({ min: 0, max: 0xffffffff });
const EXPECTED = fc.constantFrom(0, 100, 5000, 1_000_000);

test("a sieve turns nobody away who asks for a key in it, here and on another thread", () => {
  fc.assert(
    fc.property(EXPECTED, fc.array(HASH, { maxLength: 50 }), (expected, hashes) => {
      const sieve = Sieve.of(shiftFor(expected));
      for (const hash of hashes) sieve.add(hash);
      const there = new Sieve(sieve.shared());
      for (const hash of hashes) expect([sieve.mayHold(hash), there.bitOf(hash)]).toEqual([true, 1]);
    }),
  );
});

test("keys of one bucket and one tag are one to a sieve: what an index holds it finds whole", () => {
  fc.assert(
    fc.property(EXPECTED, HASH, HASH, (expected, hash, other) => {
      const shift = shiftFor(expected);
      const alike = (((hash >>> shift) << shift) | (other & ((1 << shift) - 1) & ~0xff) | tagOf(hash)) >>> 0;
      expect([alike >>> shift, tagOf(alike)]).toEqual([hash >>> shift, tagOf(hash)]);
      const sieve = Sieve.of(shift);
      sieve.add(hash);
      expect(sieve.mayHold(alike)).toBe(true);
    }),
  );
});

test("nearly everybody who asks a sieve of few keys is turned away", () => {
  const sieve = Sieve.of(shiftFor(10_000));
  for (let i = 0; i < 100; i++) sieve.add(Math.imul(i, 0x9e3779b1));
  const asked = Array.from({ length: 10_000 }, (_, i) => Math.imul(i + 1000, 0x85ebca6b) >>> 0);
  expect(asked.filter((hash) => sieve.mayHold(hash)).length).toBeLessThan(200);
  expect(new Sieve(Sieve.of(20).shared()).mayHold(5)).toBe(false);
});
