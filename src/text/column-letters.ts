/** Columns as a spreadsheet calls them. */

const LETTERS = 26;
const BEFORE_A = 0x40;
/** In upper and lower case a letter differs in this bit only. */
const NO_CASE = ~0x20;

/** 0 → A, 27 → AB */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(BEFORE_A + 1 + (column % LETTERS));
  return column < LETTERS ? last : columnLetters(Math.floor(column / LETTERS) - 1) + last;
}

/** "AB" → 27, and so is "AB12", a cell of that column; −1 for what begins with no letter. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = (reference.charCodeAt(i) & NO_CASE) - BEFORE_A;
    if (letter < 1 || letter > LETTERS) break;
    column = column * LETTERS + letter;
  }
  return column - 1;
}
