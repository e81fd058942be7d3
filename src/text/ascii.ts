/** Digits and letters as ASCII has them. Whoever knows other forms of them makes them plain before (fold.ts). */

/** Whether a code unit is one of 0–9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a code unit is one of A–Z or a–z. */
export function isAsciiLetter(code: number): boolean {
  const upper = code & ~0x20;
  return upper >= 0x41 && upper <= 0x5a;
}

/** How many digits a text has. */
export function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) count++;
  return count;
}

/** The digits of a text, in their order. */
export function digitsOf(text: string): string {
  return text.replace(/[^0-9]+/g, "");
}
