/**
 * Marks that programs and people leave in a text and that say nothing, as they stand between the brackets of a regular
 * expression with the flag `u`. What is done about them is for whoever reads the text to know.
 */

/** Without width: they come with what is copied from a page or a message. */
export const ZERO_WIDTH = "\\u00AD\\u200B-\\u200F\\u2060\\uFEFF";

/** Those, and what turns the direction of writing or joins formulas. */
export const INVISIBLE = `${ZERO_WIDTH}\\u202A-\\u202E\\u2061-\\u2064`;

/** Between the digits of a long number, as people part them. */
export const BETWEEN_DIGITS = "\\u2000-\\u206F\\s\"'`´ʼ.,=\\u2212\\p{Pd}\\p{Pi}\\p{Pf}\\p{Cf}";

/** Whether a code unit is one of `ZERO_WIDTH`. */
export function isZeroWidth(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff || code === 0xad;
}
