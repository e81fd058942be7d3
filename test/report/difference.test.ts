/** Which letters and digits are marked: what differs, and nothing that is only written differently. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identifierField } from "../../src/field/identifier-kinds.ts";
import type { Field } from "../../src/field/level.ts";
import { type RawRow, understandRow } from "../../src/input/record.ts";
import { compareLevels } from "../../src/match/comparison.ts";
import { markField, markProposed, readAlike } from "../../src/report/difference.ts";
import type { Piece } from "../../src/report/pieces.ts";
import { markDifference } from "../../src/report/text-difference.ts";
import { foldLetters } from "../../src/text/fold.ts";
import { evidenceOf } from "../finding/sketch.ts";

/** Marked runs in brackets. */
function shown(pieces: readonly Piece[]): string {
  return pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join("");
}

function shownPair(roster: string, source: string): [string, string] {
  const marked = markDifference(roster, source);
  return [shown(marked.roster), shown(marked.source)];
}

describe("two texts", () => {
  test.each([
    ["a digit of a NIK", "1605195412939446", "1605195412939046", "1605195412939[4]46", "1605195412939[0]46"],
    [
      "two digits swapped",
      "1605021803669103",
      "1605021830669103",
      "16050218[03]669103",
      "16050218[30]669103",
    ],
    ["a digit lost", "160502180369103", "1605021803669103", "160502180369103", "16050218036[6]9103"],
    ["what Excel lost", "1.60502E+15", "1605021803669103", "1.60502[E+15]", "160502[1803669103]"],
    ["a letter", "HARTIMI", "Hartini", "HARTI[M]I", "Harti[n]i"],
    ["old spelling", "Soetrisno", "SUTRISNO", "S[oe]trisno", "S[U]TRISNO"],
    ["a shortened word", "M. Zaki", "Muhammad Zaki", "M. Zaki", "M[uhammad] Zaki"],
    ["a word cut short", "Muh Amin", "MUHAMMAD AMIN", "Muh Amin", "MUH[AMMAD] AMIN"],
    ["a word too many", "NUR AISYAH PUTRI", "NUR AISYAH", "NUR AISYAH[ PUTRI]", "NUR AISYAH"],
    ["a gap, which cannot be seen", "NUR HAYATI", "NURHAYATI", "NU[R H]AYATI", "NU[RH]AYATI"],
    ["gaps on both sides of a letter", "NU R HAYATI", "NURHAYATI", "N[U R H]AYATI", "N[URH]AYATI"],
    ["another name", "SUTRISNO", "BUDIMAN", "[SUTRISNO]", "[BUDIMAN]"],
    ["an accent, with its letter", "Jose\u0301 A", "JOSI A", "Jos[e\u0301] A", "JOS[I] A"],
    ["nothing against nothing", "", "", "", ""],
    ["something against nothing", "", "SITI", "", "[SITI]"],
  ])("%s", (_, roster, source, markedRoster, markedSource) => {
    expect(shownPair(roster, source)).toEqual([markedRoster, markedSource]);
  });

  test.each([
    ["case", "Desi Ratna", "DESI RATNA"],
    ["accents", "José", "JOSE"],
    ["apostrophes", "Nu'man", "NUMAN"],
    ["punctuation between words", "M.Zaki", "M. Zaki"],
    ["spaces in a number", "1605 0218 0366 9103", "1605021803669103"],
    ["spaces at the ends and doubled", "  SITI   AMINAH ", "SITI AMINAH"],
    ["invisible marks", "SITI\u200b", "SITI"],
  ])("%s are no difference", (_, roster, source) => {
    expect(shownPair(roster, source)).toEqual([roster, source].map((text) => text));
  });

  const TEXT = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.string({ unit: fc.constantFrom("A", "B", "a", " ", "'", ".", "1", "2", "é"), maxLength: 30 }),
    fc.stringMatching(/^\d{14,17}$/),
  );
  const letters = (pieces: readonly Piece[]): string =>
    foldLetters(
      pieces
        .filter((piece) => !piece.differs)
        .map((piece) => piece.text)
        .join(""),
    ).replace(/[^\p{L}\p{N}]/gu, "");

  test("the pieces of a text are the text", () => {
    fc.assert(
      fc.property(TEXT, TEXT, (roster, source) => {
        const marked = markDifference(roster, source);
        expect(marked.roster.map((piece) => piece.text).join("")).toBe(roster);
        expect(marked.source.map((piece) => piece.text).join("")).toBe(source);
      }),
    );
  });

  test("what is not marked is the same on both sides", () => {
    fc.assert(
      fc.property(TEXT, TEXT, (roster, source) => {
        const marked = markDifference(roster, source);
        expect(letters(marked.roster)).toBe(letters(marked.source));
      }),
    );
  });

  test("no piece is empty, and neighbours are marked differently", () => {
    fc.assert(
      fc.property(TEXT, TEXT, (roster, source) => {
        const { roster: pieces } = markDifference(roster, source);
        for (const [at, piece] of pieces.entries()) {
          expect(piece.text).not.toBe("");
          expect(piece.differs).not.toBe(pieces[at - 1]?.differs);
        }
      }),
    );
  });

  test("a hostile cell costs no more than its length", () => {
    const start = process.cpuUsage();
    markDifference("AB".repeat(50_000), "BA".repeat(50_000));
    markDifference("A B".repeat(50_000), "AB".repeat(50_000));
    markDifference("A B ".repeat(50_000), "AB".repeat(50));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(2);
  });
});

const NIKS = identifierField("nik");
const EMPTY: RawRow = {
  row: 2,
  nik: "",
  name: "",
  birthPlace: "",
  birthDate: "",
  sex: "",
  unit: "",
  status: "",
  familyCard: "",
};

/** The pieces of one field of two rows, as a report marks them. */
function markedField(field: Field, roster: Partial<RawRow>, source: Partial<RawRow>): [string, string] {
  const context = { field: NIKS, order: "dmy", asOf: 20_221_031, english: false, pria: false } as const;
  const [one, other] = [roster, source].map((cells) => {
    const person = understandRow({ ...EMPTY, ...cells }, context);
    return { cells: person.raw, person };
  });
  const levels = compareLevels(one!.person, other!.person, NIKS);
  const marked = markField(field, one!, { ...other!, levels });
  return [shown(marked.roster), shown(marked.source)];
}

test("only what masking has made alike hides a difference", () => {
  const both = (text: string) => ({ roster: [{ text, differs: true }], source: [{ text, differs: true }] });
  expect(["160509**********", "1990"].map((text) => readAlike(both(text)))).toEqual([true, true]);
  // damaged alike, or written alike and read otherwise
  expect(["198707082011011000", "05/12/1990", ""].map((text) => readAlike(both(text)))).toEqual([
    false,
    false,
    false,
  ]);
});

describe("a field", () => {
  test.each([
    ["titles", "Novita Sari, S.Pd.", "NOVITA SARI", "Novita Sari, S.Pd.", "NOVITA SARI"],
    ["titles beside a slip", "dr. Desi Sari, S.Ked", "DESY SARI", "dr. Des[i] Sari, S.Ked", "DES[Y] SARI"],
    ["a patronymic mark", "Hasan bin Basri", "HASSAN BASRI", "Hasan bin Basri", "HAS[S]AN BASRI"],
    ["a missing name", "", "DESY SARI", "", "DESY SARI"],
  ])("name: %s", (_, roster, source, markedRoster, markedSource) => {
    expect(markedField("name", { name: roster }, { name: source })).toEqual([markedRoster, markedSource]);
  });

  test.each([
    ["the day", "06/07/1982", "1982-07-26", "[06]/07/1982", "1982-07-[26]"],
    ["the month by its name", "2 Juni 1988", "02-07-1988", "2 [Juni] 1988", "02-[07]-1988"],
    ["the year of two digits", "02-06-88", "1989-06-02", "02-06-[88]", "[1989]-06-02"],
    ["day and month", "01/07/1983", "22 Oktober 1983", "[01/07]/1983", "[22 Oktober] 1983"],
    ["day and year, not the month between", "02-06-1988", "03-06-1999", "[02]-06-[1988]", "[03]-06-[1999]"],
    ["equal day and month", "05-05-1990", "1990-05-06", "[05]-05-1990", "1990-05-[06]"],
    ["another writing only", "17 Agustus 1990", "1990-08-17", "17 Agustus 1990", "1990-08-17"],
    ["a number of days", "33005", "13-05-1990", "[33005]", "[13-05-1990]"],
    ["what is no date", "31-02-1990", "28-02-1990", "[31]-02-1990", "[28]-02-1990"],
    ["a time of day behind it", "1990-05-12 00:00:00", "13-05-1990", "1990-05-[12] 00:00:00", "[13]-05-1990"],
  ])("birth date: %s", (_, roster, source, markedRoster, markedSource) => {
    expect(markedField("birth_date", { birthDate: roster }, { birthDate: source })).toEqual([
      markedRoster,
      markedSource,
    ]);
  });

  test("sex is one word, whatever it is written like", () => {
    expect(markedField("sex", { sex: "L" }, { sex: "PEREMPUAN" })).toEqual(["[L]", "[PEREMPUAN]"]);
    expect(markedField("sex", { sex: "P" }, { sex: "PEREMPUAN" })).toEqual(["P", "PEREMPUAN"]);
  });

  test("look-alike letters in a NIK are no difference", () => {
    const [roster, source] = ["16050218O3669103", "1605021803669103"];
    expect(markedField("nik", { nik: roster }, { nik: source })).toEqual([roster, source]);
  });
});

test("a number is proposed as it can be copied, and marked against the roster's", () => {
  const right = "1605091205909001";
  for (const [own, typed, expected] of [
    ["", "16O5O912O59O9OO1", right],
    ["1605091205909007", "'1605091205909001", "160509120590900[1]"],
  ] as const) {
    const { roster, sources } = evidenceOf({ roster: { nik: own }, sources: { dukcapil: { nik: typed } } });
    expect(shown(markProposed("nik", roster, sources[0]!.compared!, right).source)).toBe(expected);
  }
});
