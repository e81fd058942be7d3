/** Two names compared: the way in which they differ, in the reading that brings them nearest. */
import { NAME_LEVEL, type Name } from "./name.ts";
import { WordGrid } from "./name-grid.ts";
import { relateWords, SAME, UNRELATED } from "./name-words.ts";

/** Result of comparing two names. `relations[i]` tells how word i of the roster name is matched. */
export interface NameComparison {
  level: number;
  relations: number[];
}

/**
 * Compares a roster name with a source name. The level is the first of NAME_LEVELS that holds. Doubtful titles
 * and aliases are tried as a second reading, which counts only where it brings the names nearer.
 */
export function compareName(roster: Name, source: Name): NameComparison {
  if (roster.words.length === 0 || source.words.length === 0) return { level: 0, relations: [] };
  let best = compareWords(roster.words, roster.shortened, source.words, source.shortened);
  if (best.level === NAME_LEVEL.exact) return best;
  if (roster.doubtful > 0 || source.doubtful > 0) {
    for (let r = 0; r <= roster.doubtful; r++) {
      for (let s = 0; s <= source.doubtful; s++) {
        if (r === 0 && s === 0) continue;
        const reading = compareWords(
          roster.words.slice(0, roster.words.length - r),
          roster.shortened,
          source.words.slice(0, source.words.length - s),
          source.shortened,
        );
        if (reading.level < best.level) best = reading;
      }
    }
  }
  if (best.level >= NAME_LEVEL.partial && (roster.alias !== null || source.alias !== null)) {
    const nearer = compareAliases(roster, source);
    // the other name is a name of this person, but the roster writes more than the document does
    if (nearer.level < NAME_LEVEL.partial)
      best = { level: NAME_LEVEL.extra_word, relations: nearer.relations };
  }
  return best;
}

/** The nearest reading in which one side at least goes by its second name. */
function compareAliases(roster: Name, source: Name): NameComparison {
  // the words of the roster's first name take no part in the agreement of its second
  const unmatched = roster.words.map(() => UNRELATED);
  let nearest: NameComparison = { level: NAME_LEVEL.different, relations: unmatched };
  const read = (words: readonly string[] | null, other: readonly string[] | null): void => {
    if (words === null || other === null) return;
    const { level, relations } = compareWords(words, 0, other, 0);
    if (level < nearest.level) nearest = { level, relations: words === roster.words ? relations : unmatched };
  };
  read(roster.words, source.alias);
  read(roster.alias, source.words);
  read(roster.alias, source.alias);
  return nearest;
}

function compareWords(
  roster: readonly string[],
  rosterShort: number,
  source: readonly string[],
  sourceShort: number,
): NameComparison {
  const n = roster.length;
  const m = source.length;
  if (areEqual(roster, source)) return { level: NAME_LEVEL.exact, relations: roster.map(() => SAME) };
  const grid = new WordGrid();
  grid.begin(n, m);
  for (let i = 0; i < n; i++) {
    const dotted = ((rosterShort >> i) & 1) === 1;
    for (let j = 0; j < m; j++)
      grid.relate(i, j, relateWords(roster[i]!, source[j]!, dotted, ((sourceShort >> j) & 1) === 1));
  }
  const level = grid.settle({
    rosterLetters: letterCount(roster),
    sourceLetters: letterCount(source),
    rosterWord: (i) => roster[i]!,
    sourceWord: (j) => source[j]!,
    mayBeSpacedOnly: () => true,
    mayCloseUp: () => true,
  });
  return { level, relations: [...grid.relations.subarray(0, n)] };
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

function letterCount(words: readonly string[]): number {
  return words.reduce((count, word) => count + word.length, 0);
}
