/** Sets of letters as bits. */

/** Number of bits set in a 32-bit integer. */
export function countOnes(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Position of the lowest bit that is set; −1 where none is. */
export function lowestOne(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** Whether one bit is set at most. */
export function isOneAtMost(bits: number): boolean {
  return (bits & (bits - 1)) === 0;
}

const A = 0x41;
const LETTERS = 26;

/** Which of the letters A–Z a text has, a bit each from A on; anything else in it counts for nothing. */
export function letterSet(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i) - A;
    if (letter >= 0 && letter < LETTERS) letters |= 1 << letter;
  }
  return letters;
}
