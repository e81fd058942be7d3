import { describe, expect, test } from "vitest";
import { mayShareSound, soundKey } from "../../src/text/sound.ts";
import { drawn, tried } from "../drawn.ts";
import { REAL_WORDS } from "../laws/name-words.ts";

describe("one name in two spellings sounds the same", () => {
  test.each([
    // van Ophuijsen 1901, Soewandi 1947
    ["SOETRISNO", "SUTRISNO"],
    ["SOEHARTO", "SUHARTO"],
    ["TJAHJO", "CAHYO"],
    ["TJOKRO", "COKRO"],
    ["DJOKO", "JOKO"],
    ["SJAHRIR", "SYAHRIR"],
    ["NJOMAN", "NYOMAN"],
    ["MOELJONO", "MULYONO"],
    ["NOER", "NUR"],
    ["OEMAR", "UMAR"],
    // Muhammad and Ahmad in their many forms
    ["MOCHAMMAD", "MUHAMMAD"],
    ["MUCHAMMAD", "MUHAMMAD"],
    ["MOHAMMAD", "MUHAMMAD"],
    ["MOHAMAD", "MUHAMMAD"],
    ["MUHAMAD", "MUHAMMAD"],
    ["MOHAMMED", "MUHAMMAD"],
    ["ACHMAD", "AHMAD"],
    ["AKHMAD", "AHMAD"],
    ["AHMED", "AHMAD"],
    // Arabic names
    ["YUSUF", "JUSUF"],
    ["YUSUP", "YUSUF"],
    ["ZAENAL", "ZAINAL"],
    ["ZAENUDIN", "ZAINUDDIN"],
    ["JAINUDDIN", "ZAINUDDIN"],
    ["KHOIRUL", "CHAIRUL"],
    ["CHOIRUL", "KHAIRUL"],
    ["ABDURRAHMAN", "ABDULRAHMAN"],
    ["ABDURROHMAN", "ABDURRAHMAN"],
    ["ABDUSSALAM", "ABDULSALAM"],
    ["ABDUSSOMAD", "ABDUSAMAD"],
    ["ABDUZZAHIR", "ABDULZAHIR"],
    ["ABDUS", "ABDUL"],
    ["ROHMAN", "RAHMAN"],
    ["ROCHMAT", "RAHMAD"],
    ["ROHMATULLAH", "RAHMATULLAH"],
    ["NURROHMAH", "NURRAHMAH"],
    ["IBROHIM", "IBRAHIM"],
    ["ROSYID", "RASYID"],
    ["SHOLEH", "SALEH"],
    ["GHOFUR", "GAFUR"],
    ["GHANI", "GANI"],
    ["QODIR", "KADIR"],
    ["KHOLID", "KHALID"],
    ["CHOTIMAH", "KHATIMAH"],
    ["MOHAMMADROFIQ", "MUHAMADROFIQ"],
    ["SYARIPAH", "SARIPAH"],
    ["FATIMAH", "PATIMAH"],
    ["AISYAH", "AISAH"],
    ["SHOLEH", "SOLEH"],
    ["LUTHFI", "LUTFI"],
    ["RIZQI", "RISKY"],
    ["HUSEIN", "HUSAIN"],
    ["SULAIMAN", "SULEMAN"],
    // as Dukcapil's own lists spell the commonest names
    ["SLAMET", "SELAMET"],
    ["SUMIATI", "SUMIYATI"],
    ["SUPRIANTO", "SUPRIYANTO"],
    // letters that sound alike
    ["DESY", "DESI"],
    ["EVY", "EVI"],
    ["IEKE", "IKE"],
    ["NOOR", "NUR"],
    ["AMEERA", "AMIRA"],
    ["FITRI", "PITRI"],
    ["NOVITA", "NOPITA"],
    ["CHRISTINA", "KRISTINA"],
    ["CHANDRA", "CANDRA"],
    ["DHARMA", "DARMA"],
    ["THAMRIN", "TAMRIN"],
    ["AXEL", "AKSEL"],
    ["ALIYAH", "ALIA"],
    ["HASSAN", "HASAN"],
  ])("%s and %s", (a, b) => {
    expect(soundKey(a)).toBe(soundKey(b));
  });
});

describe("two names stay two", () => {
  test.each([
    ["HASAN", "HUSIN"],
    ["HASAN", "HUSEIN"],
    ["RINI", "RINA"],
    ["DEWI", "DEWA"],
    ["SUPRIYADI", "SUPRIYANTO"],
    ["SUMARNI", "SUMARTI"],
    ["HERWANTO", "HERWANTA"],
    ["NUR", "NURUL"],
    ["MUSLIM", "MUSLIMIN"],
    ["EKO", "IKA"],
    ["WATI", "WATIK"],
    ["AHMAD", "MUHAMMAD"],
    ["ROHANI", "RAHANI"],
    ["SOLIHIN", "SALIHIN"],
    ["RONI", "RANI"],
  ])("%s and %s", (a, b) => {
    expect(soundKey(a)).not.toBe(soundKey(b));
  });
});

describe("j", () => {
  test("is read as y only in a word that shows another old sign", () => {
    expect(soundKey("MOELJONO")).toBe(soundKey("MULYONO"));
    expect(soundKey("RAJA")).not.toBe(soundKey("RAYA"));
    expect(soundKey("HIDAJAT")).not.toBe(soundKey("HIDAYAT"));
  });
});

test("a short name keeps its last letter", () => {
  expect(soundKey("AD")).toBe("AD");
  expect(soundKey("N")).toBe("N");
});

describe("what letters tell of sounds", () => {
  const lettersOf = (text: string): number =>
    [...text].reduce((letters, letter) => letters | (1 << (letter.charCodeAt(0) - "A".charCodeAt(0))), 0);
  const mayShare = (a: string, b: string): boolean => mayShareSound(lettersOf(a), lettersOf(b));

  const RESPELLINGS: readonly (readonly [RegExp, string])[] = [
    [/U/g, "OE"],
    [/U/g, "OO"],
    [/J/g, "DJ"],
    [/C/g, "TJ"],
    [/Y/g, "J"],
    [/NY/g, "NJ"],
    [/SY?/g, "SJ"],
    [/H/g, "KH"],
    [/I/g, "IE"],
    [/D/g, "DH"],
    [/D/g, "DL"],
    [/UL/g, "UR"],
    [/UR/g, "UL"],
    [/A/g, "O"],
    [/([BDGKPST])([LR])/g, "$1E$2"],
  ];
  const spelt = (text: string): string[] => RESPELLINGS.map(([from, to]) => text.replace(from, to));
  /** A text, what one or two other hands make of it, and each of these with a letter lost. */
  const spellings = (text: string): string[] => {
    // most words have few of the letters that are spelt in two ways
    const written = new Set([text, ...spelt(text), ...spelt(text.replace(/U/g, "OE"))]);
    return [...written].flatMap((word) => [
      word,
      ...[...word].map((_, at) => word.slice(0, at) + word.slice(at + 1)),
    ]);
  };

  /** Texts that sound alike, by their letters: those of which the letters are the same are one text here. */
  function soundingAlike(texts: readonly string[]): string[][] {
    const groups = new Map<string, Map<number, string>>();
    for (const text of texts.flatMap(spellings)) {
      const key = soundKey(text);
      groups.set(key, (groups.get(key) ?? new Map()).set(lettersOf(text), text));
    }
    return [...groups.values()].map((group) => [...group.values()]);
  }

  const ABDUR = [
    "ABDUR",
    "ABDUS",
    "ABDUSSALAM",
    "ABDUL",
    "ABDULRAHMAN",
    "ABDURRAHMAN",
    "ABDUROHIM",
    "ABDULLAH",
    "FADLI",
    "FADIL",
  ];
  const joined = (words: readonly string[], by: number): string[] =>
    words.map((word, i) => word + words[(i + by) % words.length]!);

  test.each([
    ["of one word", [...REAL_WORDS, ...ABDUR]],
    ["of two words closed up", tried([...joined(REAL_WORDS, 1), ...joined(REAL_WORDS, 97)])],
    [
      "of two words closed up, one of them Abdur",
      tried(
        ABDUR.flatMap((word) =>
          REAL_WORDS.flatMap((other, i) => (i % 20 === 0 ? [word + other, other + word] : [])),
        ),
      ),
    ],
  ])("texts %s that sound alike always may", (_which, texts) => {
    const wrong = new Set<string>();
    let alike = 0;
    for (const group of soundingAlike(texts)) {
      for (const a of group) {
        for (const b of group) {
          alike++;
          if (!mayShare(a, b)) wrong.add(`${soundKey(a)}: ${a} ${b}`);
        }
      }
    }
    expect(alike).toBeGreaterThan(drawn(10_000));
    expect([...wrong].slice(0, 5)).toEqual([]);
  });

  test("of most two names it is sure that they do not", () => {
    const names = REAL_WORDS.filter((_, i) => i % 10 === 0);
    const pairs = names.flatMap((a) => names.map((b) => mayShare(a, b)));
    expect(pairs.filter((may) => may).length / pairs.length).toBeLessThan(0.5);
  });
});
