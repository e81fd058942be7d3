/**
 * 32-bit hashing for index keys. Collisions only cost an extra candidate pair: every pair is compared.
 */

/** FNV-1a, also for those who hash what is no text as one. */
export const FNV_OFFSET = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units, as an unsigned 32-bit integer. */
export function hashText(text: string, seed = FNV_OFFSET): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}

/** The same over the first `length` code units of an array. */
export function hashUnits(units: Uint16Array, length: number, seed = FNV_OFFSET): number {
  let hash = seed;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ units[i]!, FNV_PRIME);
  return hash >>> 0;
}

/** Folds one more integer into a hash and spreads the bits (finaliser of MurmurHash3). */
export function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
