/** How places compare, by their numbers, remembered. */
import { comparePlace, hasOwnSpelling, PLACE_LEVEL, surelyDiffer } from "../field/place.ts";
import { letterSet } from "../text/bits.ts";
import type { Dictionary } from "../text/dictionary.ts";
import { PairMemory } from "./pair-memory.ts";

/** Every two of the five hundred regencies and cities. */
const PLACE_PAIRS = 1 << 18;

export class PlaceRelations {
  private readonly places: Dictionary;
  private readonly memory = new PairMemory(PLACE_PAIRS);
  /** Letters of the places that keep their numbers, as far as they were asked for; −1 where letters do not tell. */
  private readonly letters: number[] = [];

  /** @param places those of the dictionary that it stands on, if any, keep their numbers; others are not remembered */
  constructor(places: Dictionary) {
    this.places = places;
  }

  /** Position in PLACE_LEVELS. */
  compare(roster: number, source: number): number {
    const { places } = this;
    const lasts = places.keeps(roster) && places.keeps(source);
    if (lasts) {
      const letters = this.lettersOf(roster);
      const others = this.lettersOf(source);
      if (letters >= 0 && others >= 0 && surelyDiffer(letters, others)) return PLACE_LEVEL.different;
    }
    const known = lasts ? this.memory.recall(roster, source) : -1;
    if (known >= 0) return known;
    const level = comparePlace({ value: places.text(roster) }, { value: places.text(source) });
    if (lasts) this.memory.remember(roster, source, level);
    return level;
  }

  private lettersOf(place: number): number {
    let letters = this.letters[place];
    if (letters === undefined) {
      const text = this.places.text(place);
      letters = hasOwnSpelling(text) ? -1 : letterSet(text);
      this.letters[place] = letters;
    }
    return letters;
  }
}
