/** Values cut into pieces, of which those are marked that differ from another value. */

/** A run of characters of a value that all differ, or all do not. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** Both values in pieces; the texts of the pieces of a value, joined, are the value. */
export interface Marked {
  readonly roster: readonly Piece[];
  readonly source: readonly Piece[];
}

/** Where a part of a text stands, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A value in which nothing is marked. */
export function plain(text: string): Piece[] {
  return text === "" ? [] : [{ text, differs: false }];
}

/** One that is marked from end to end. */
export function whole(text: string): Piece[] {
  return text === "" ? [] : [{ text, differs: true }];
}

/**
 * A value cut at its signs; what lies between two differing ones differs with them.
 * @param signs its letters or parts, in their order
 * @param differs which of them are marked
 */
export function pieces(text: string, signs: readonly Stretch[], differs: readonly boolean[]): Piece[] {
  const result: Piece[] = [];
  let from = 0;
  const cut = (to: number, differing: boolean) => {
    if (to > from) result.push({ text: text.slice(from, to), differs: differing });
    from = Math.max(from, to);
  };
  for (let at = 0; at < signs.length; at++) {
    if (!differs[at]) continue;
    cut(signs[at]!.start, false);
    let last = at;
    while (last + 1 < signs.length && differs[last + 1]) last++;
    cut(endWithMarks(text, signs[last]!.end), true);
    at = last;
  }
  cut(text.length, false);
  return result;
}

const ACCENT = /\p{M}/u;

/** An accent belongs to the letter it stands on. */
function endWithMarks(text: string, end: number): number {
  let at = end;
  while (at < text.length && ACCENT.test(text[at]!)) at++;
  return at;
}
