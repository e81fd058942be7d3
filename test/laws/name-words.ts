/** Names as people of an office bear them, their words, short forms of these, and what slips make of them. */
import fc from "fast-check";
import { cleanName, type Name } from "../../src/field/name.ts";
import { type Culture, nameOf } from "../quality/generator/names.ts";
import { Chance } from "../quality/generator/random.ts";

const CULTURES: readonly Culture[] = [
  "malay",
  "javanese",
  "sundanese",
  "minang",
  "batak",
  "balinese",
  "bugis",
  "chinese",
  "eastern",
];
const NAMES_DRAWN = 3000;

/** Every word of a few thousand names that the generator of offices gives, each once. */
export const REAL_WORDS: readonly string[] = wordsOfGenerator();

function wordsOfGenerator(): string[] {
  const chance = new Chance(1, "words of names");
  const words = new Set<string>();
  for (let i = 0; i < NAMES_DRAWN; i++) {
    const name = nameOf(chance.at(i), {
      culture: CULTURES[i % CULTURES.length]!,
      sex: i % 2 === 0 ? "L" : "P",
      yearOfBirth: 1962 + (i % 42),
      birthOrder: i % 5,
      family: null,
    });
    for (const word of cleanName(name).words) words.add(word);
  }
  return [...words].sort();
}

export const SHORT_FORMS = (
  "M MD MHD MHMD MOH MOCH MUCH MUH MUHD MOHD MUHAM ABD ABDL ACH AKH AHM ST SIT SY NR DW RD RR KMS KGS MGS MSY NYM " +
  "NY TB GST WYN NGH NGR KT KD KDK KM KMG PT GD LH BGS IB IA AA RA BR DT DG BQ COK TK A I N S R E Z MUHROFIQ ABDRAHMAN"
).split(" ");

export const REAL_WORD = fc.constantFrom(...REAL_WORDS);
const LETTER = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ");

/** Other spellings: the sound stays, in one reading at least. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ["U", "OE"],
  ["J", "DJ"],
  ["C", "TJ"],
  ["Y", "J"],
  ["S", "SY"],
  ["H", "KH"],
  ["K", "KH"],
  ["Z", "J"],
  ["S", "Z"],
  ["F", "P"],
  ["V", "F"],
  ["I", "IE"],
  ["D", "DH"],
  ["T", "TH"],
  ["A", "AH"],
  ["K", "Q"],
];

function edit(word: string, at: number, letter: string, kind: string): string {
  switch (kind) {
    case "lost":
      return word.slice(0, at) + word.slice(at + 1);
    case "added":
      return word.slice(0, at) + letter + word.slice(at);
    case "swapped":
      return (
        word.slice(0, at) +
        word
          .slice(at, at + 2)
          .split("")
          .reverse()
          .join("") +
        word.slice(at + 2)
      );
    case "beginning":
      return word.slice(0, at + 1);
    default:
      return word.slice(0, at) + letter + word.slice(at + 1);
  }
}

const EDIT = fc.record({
  at: fc.nat({ max: 20 }),
  letter: LETTER,
  kind: fc.constantFrom("lost", "added", "swapped", "other", "beginning"),
});
const RESPELLING = fc.constantFrom(...SPELLINGS);

/** A word as another hand writes it: spelt otherwise, with up to three slips, or only its beginning. */
export function writtenOtherwise(word: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(RESPELLING, { maxLength: 2 }), fc.array(EDIT, { maxLength: 3 }))
    .map(([respellings, edits]) => {
      const spelt = respellings.reduce((text, [from, to]) => text.replace(from, to), word);
      const written = edits.reduce(
        (text, { at, letter, kind }) => (text === "" ? text : edit(text, at % text.length, letter, kind)),
        spelt,
      );
      return written === "" ? word : written;
    });
}

export const ANY_WORD = fc.oneof(
  { weight: 4, arbitrary: REAL_WORD },
  { weight: 3, arbitrary: REAL_WORD.chain(writtenOtherwise) },
  { weight: 2, arbitrary: fc.constantFrom(...SHORT_FORMS) },
  { weight: 1, arbitrary: fc.stringMatching(/^[A-Z]{1,12}$/) },
);

/** Two words: of two names, of one name written twice, or a short form and what it may stand for. */
export const TWO_WORDS: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(ANY_WORD, ANY_WORD),
  REAL_WORD.chain((word) => fc.tuple(writtenOtherwise(word), writtenOtherwise(word))),
);

/** Of up to eight words, with everything that a name can have. */
function nameFrom(words: fc.Arbitrary<string[]>): fc.Arbitrary<Name> {
  return fc
    .record({
      words,
      shortened: fc.oneof(fc.constant(0), fc.nat({ max: 255 })),
      // most names are nothing but their words
      doubtful: fc.oneof(
        { weight: 8, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.nat({ max: 2 }) },
      ),
      alias: fc.oneof(
        { weight: 8, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.array(ANY_WORD, { minLength: 1, maxLength: 4 }) },
      ),
    })
    .map(({ words, shortened, doubtful, alias }) => ({
      words,
      shortened: shortened & ((1 << words.length) - 1),
      doubtful: Math.min(doubtful, Math.max(0, words.length - 1)),
      alias,
    }));
}

const NAME = nameFrom(fc.array(ANY_WORD, { maxLength: 8 }));

/** What becomes of the words of a name, from a place on. */
const REWRITINGS: Readonly<Record<string, (words: readonly string[], at: number) => readonly string[]>> = {
  "as it is": (words) => words,
  "a word missing": (words, at) => words.toSpliced(at, 1),
  "closed up": (words, at) => words.toSpliced(at, 2, words.slice(at, at + 2).join("")),
  "all closed up": (words) => [words.join("")],
  "spaced otherwise": (words, at) => {
    const letters = words.slice(at).join("");
    return [...words.slice(0, at), letters.slice(0, 3), letters.slice(3)].filter((word) => word !== "");
  },
  "a word twice": (words, at) => words.toSpliced(at, 0, words[0]!),
  "turned round": (words) => words.toReversed(),
  "cut off": (words, at) => [...words.slice(0, at), words[at]!.slice(0, 2)],
};

/** One name written by two hands. */
const WRITTEN_TWICE = fc
  .array(REAL_WORD, { minLength: 1, maxLength: 5 })
  .chain((words) => {
    const respelt = fc.tuple(
      ...words.map((word) =>
        fc.oneof(
          { weight: 3, arbitrary: fc.constant(word) },
          { weight: 1, arbitrary: writtenOtherwise(word) },
        ),
      ),
    );
    const again = fc
      .tuple(respelt, fc.constantFrom(...Object.values(REWRITINGS)), fc.nat({ max: words.length - 1 }))
      .map(([written, rewrite, at]) => [...rewrite(written, at)]);
    return fc.tuple(nameFrom(fc.constant(words)), nameFrom(again));
  })
  .chain(([a, b]) => fc.constantFrom([a, b] as const, [b, a] as const));

/** How the first word of many names is written. */
const FIRST_WORDS = [
  ["MUHAMMAD", "MOHAMMAD", "M", "MUH", "MOH", "MOCH", "MHD"],
  ["ABDUL", "ABDUR", "ABD", "ABDL", "A"],
  ["IDA BAGUS", "IB", "I B"],
  ["MADE", "MD"],
];

/** One name with its first word written by two hands, short or long, by itself or together with the next. */
const SHORTENED_TWICE = fc.constantFrom(...FIRST_WORDS).chain((forms) => {
  const written = fc.tuple(fc.constantFrom(...forms), fc.constantFrom(" ", ""));
  const others = fc.array(REAL_WORD, { maxLength: 2 });
  return fc.tuple(REAL_WORD, others, others, written, written).chain(([next, before, behind, ...hands]) => {
    const [a, b] = hands.map(([first, space]) =>
      nameFrom(fc.constant([...before, ...`${first}${space}${next}`.split(" "), ...behind])),
    );
    return fc.tuple(a!, b!);
  });
});

/** Two names: of two people, or of one as two hands write it. */
export const TWO_NAMES: fc.Arbitrary<readonly [Name, Name]> = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(NAME, NAME) },
  { weight: 2, arbitrary: WRITTEN_TWICE },
  { weight: 1, arbitrary: SHORTENED_TWICE },
);
