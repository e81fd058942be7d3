/** A word is plain where `cleanName` keeps it wherever it stands, and a tail where it says nothing. */
import { describe, expect, test } from "vitest";
import { cleanName } from "../../src/field/name.ts";
import {
  canBeTitle,
  isFrontTitle,
  isPlainEnd,
  isPlainTail,
  isPlainWord,
  isShortWord,
} from "../../src/input/plain-name.ts";
import { tried } from "../drawn.ts";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const SHORT_WORDS = LETTERS.flatMap((a) => [
  a,
  ...LETTERS.flatMap((b) => [a + b, ...LETTERS.map((c) => a + b + c)]),
]);
const OTHER_WORDS =
  "BUDI SITI HAJI HAJJAH USTADZ USTADZAH USTADZAHS PROF SPDI SKOM AMDKEB AMAPUST STRKEP NERS BINTI BINTE ALIAS NULL NIHIL KOSONG NONE MUHAMMAD";

function isKept(...words: string[]): boolean {
  const name = cleanName(words.join(" "));
  return (
    name.words.join(" ") === words.join(" ") && name.shortened + name.doubtful === 0 && name.alias === null
  );
}

describe("plain words", () => {
  test("are those that are kept first, last, in the middle and alone", () => {
    const [a, b] = ["BUDI", "SANTOSO"] as const;
    const isKeptEverywhere = (word: string): boolean =>
      isKept(word) && isKept(word, a) && isKept(a, word) && isKept(a, word, b) && isKept(a, b, word);
    const words = [...SHORT_WORDS, ...OTHER_WORDS.split(" ")];
    expect(words.filter((word) => isPlainWord(word) !== isKeptEverywhere(word))).toEqual([]);
    expect(words.filter((word) => !isPlainWord(word)).length).toBeGreaterThan(50);
  });

  test("are no title at the end of a name where they could be one together", () => {
    const short = SHORT_WORDS.filter((word) => word.length < 3 && isPlainWord(word));
    const pairs = tried(short).flatMap((second) => short.map((last) => [second, last] as const));
    const wrong = pairs.filter(
      ([second, last]) => isPlainEnd(`${second} ${last}`) !== isKept("SITI", "AMINAH", second, last),
    );
    expect(wrong).toEqual([]);
    expect(pairs.every(([second, last]) => canBeTitle((second + last).length))).toBe(true);
    expect(isPlainEnd("A MD"), "A.Md.").toBe(false);
    expect(canBeTitle("SARI".length * 2)).toBe(false);
  });
});

test.each([
  ["H.", true, false],
  ["Drs.", true, false],
  ["M.", false, true],
  ["Abd.", false, true],
  ["Ali.", false, true],
])("the first word %j is a title: %s, or a short one: %s", (word, isTitle, isShort) => {
  expect([isFrontTitle(word), isShortWord(word)]).toEqual([isTitle, isShort]);
});

test.each([
  [", S.Pd", true],
  [",SE.,MM", true],
  [", S.Pd. M.Si", true],
  [",", false],
  [", -", false],
  [", SANTOSO", false],
  [", (Alm)", false],
  [", S.Pd ", false],
  [",  S.Pd", false],
  [", É", false],
])("the end %j of a name is titles: %s", (tail, isTitles) => {
  expect(isPlainTail(tail)).toBe(isTitles);
});
