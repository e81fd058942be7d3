import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldLetters, foldWords, inAscii } from "../../src/text/fold.ts";

describe("folding letters", () => {
  test.each([
    ["Budi Santoso", "BUDI SANTOSO"],
    ["André", "ANDRE"],
    ["Andre\u0301", "ANDRE"],
    ["ÅSA ñ ç", "ASA N C"],
    ["Ｂｕｄｉ", "BUDI"],
    ["ﬁtri", "FITRI"],
    ["Bu\u200Bdi\u00AD", "BUDI"],
    ["\u202EBudi\u202C", "BUDI"],
    ["\uFEFFBudi", "BUDI"],
    ["Nu’man", "NU’MAN"],
    ["straße", "STRASSE"],
    ["", ""],
  ])("makes %j into %j", (text, folded) => {
    expect(foldLetters(text)).toBe(folded);
  });

  test("once is enough", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldLetters(foldLetters(text))).toBe(foldLetters(text));
      }),
    );
  });

  test("does not depend on how an accent is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldLetters(text.normalize("NFD"))).toBe(foldLetters(text.normalize("NFC")));
      }),
    );
  });
});

describe("ASCII in other forms", () => {
  test.each([
    ["１６０５", "1605"],
    ["Ａｂ－（c）", "Ab-(c)"],
    ["١٢/٠٥/١٩٩٠", "12/05/1990"],
    ["۱۲", "12"],
    ["𝗕𝘂𝗱𝗶 𝟏𝟔", "Budi 16"],
    ["é ² ½ … ´ 漢", "é ² ½ … ´ 漢"],
  ])("%j is %j", (text, plain) => {
    expect(inAscii(text)).toBe(plain);
  });
});

describe("folding words", () => {
  test.each([
    ["  Tempat / Tgl. Lahir ", "TEMPAT TGL LAHIR"],
    ["NAMA_LGKP", "NAMA LGKP"],
    ["L/P", "L P"],
    ["Muara\u00A0Beliti", "MUARA BELITI"],
    ["--", ""],
    ["SP 5", "SP 5"],
  ])("makes %j into %j", (text, folded) => {
    expect(foldWords(text)).toBe(folded);
  });

  test("leaves single spaces between letters and digits and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldWords(text)).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });
});
