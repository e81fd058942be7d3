import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanPlace, comparePlace, PLACE_LEVELS } from "../../src/field/place.ts";
import { ANY_CHARACTER } from "../any-character.ts";

const level = (roster: string, source: string) =>
  PLACE_LEVELS[comparePlace(cleanPlace(roster), cleanPlace(source))]!.name;

describe("a birth place is cleaned", () => {
  it.each([
    ["MUARA BELITI", "MUARA BELITI"],
    ["Muara Beliti", "MUARA BELITI"],
    ["  muara   beliti. ", "MUARA BELITI"],
    ["Muara\u00a0Beliti", "MUARA BELITI"],
    ["Muara\u200bBeliti", "MUARABELITI"],
    ["KAB. MUSI RAWAS", "MUSI RAWAS"],
    ["Kabupaten Musi Rawas", "MUSI RAWAS"],
    ["KOTA LUBUKLINGGAU", "LUBUKLINGGAU"],
    ["Kodya Palembang", "PALEMBANG"],
    ["Kec. Tugumulyo", "TUGUMULYO"],
    ["Ds. Trikoyo", "TRIKOYO"],
    ["Desa Trikoyo, Kec. Tugumulyo", "TRIKOYO KEC TUGUMULYO"],
    ["Kel. Air Kuti", "AIR KUTI"],
    ["Kota Adm. Jakarta Selatan", "JAKARTA SELATAN"],
    ["DKI Jakarta", "JAKARTA"],
    ["Kotabumi", "KOTABUMI"],
    ["KOTA", "KOTA"],
    ["Kota Kota", "KOTA"],
    ["Désa Ñgawi", "NGAWI"],
    ["Pa'jo", "PA JO"],
    ["SP 5", "SP 5"],
    ["Palembang 30137", "PALEMBANG"],
    ["30137 Kota Palembang", "PALEMBANG"],
  ])("%j becomes %j", (text, value) => expect(cleanPlace(text).value).toBe(value));

  it.each(["", " ", "-", "--", "0", "NULL", "null", "#N/A", "#####", "N/A", "nihil", "Tidak Ada", "..."])(
    "%j is no place",
    (text) => expect(cleanPlace(text).value).toBe(""),
  );

  it.each(["Natuna", "Nilo", "Banda", "Kosongan", "Undefeated", "Tidore", "Nona Ada 1"])(
    "%j is one",
    (text) => expect(cleanPlace(text).value).toBe(text.toUpperCase()),
  );

  it("cuts what no place name can be long enough for", () => {
    expect(cleanPlace("A ".repeat(10_000)).value.length).toBeLessThanOrEqual(100);
  });

  it("without leaving half of a character where it cuts", () => {
    expect(cleanPlace(`A${"𠀀".repeat(60)}`).value).toBe(`A${"𠀀".repeat(49)}`);
  });

  it("once and for all: cleaning again changes nothing", () => {
    const words = fc.array(fc.constantFrom("KAB.", "kota", "Kec", "DKI", "Musi", "RAWAS", "5", "-", "é"), {
      maxLength: 8,
    });
    const text = fc.oneof(
      words.map((parts) => parts.join(" ")),
      fc.string({ unit: ANY_CHARACTER, maxLength: 120, size: "max" }),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const place = cleanPlace(raw);
        if (place.value !== "0") expect(cleanPlace(place.value)).toEqual(place);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("two birth places", () => {
  it.each([
    ["Palembang", "KOTA PALEMBANG"],
    ["Kab. Musi Rawas", "MUSI RAWAS"],
    ["Lubuk  Linggau", "LUBUK LINGGAU"],
  ])("%j and %j are the same", (a, b) => expect(level(a, b)).toBe("exact"));

  it.each([
    ["Lubuk Linggau", "LUBUKLINGGAU"],
    ["Lb. Linggau", "LUBUK LINGGAU"],
    ["Lb. Linggau", "LUBUKLINGGAU"],
    ["LLG", "LUBUK LINGGAU"],
    ["Ma. Beliti", "MUARA BELITI"],
    ["M. Beliti", "MUARA BELITI"],
    ["Tj. Pinang", "TANJUNG PINANG"],
    ["Tj Pinang", "TANJUNGPINANG"],
    ["P. Siantar", "PEMATANGSIANTAR"],
    ["Sei Penuh", "SUNGAI PENUH"],
    ["Ogan Kom. Ilir", "OGAN KOMERING ILIR"],
    ["Tj. Jabung Brt", "TANJUNG JABUNG BARAT"],
    ["OKU", "OGAN KOMERING ULU"],
    ["PALI", "PENUKAL ABAB LEMATANG ILIR"],
    ["MURA", "MUSI RAWAS"],
    ["MUBA", "MUSI BANYUASIN"],
    ["PLG", "PALEMBANG"],
    ["JKT", "JAKARTA"],
    ["Djambi", "JAMBI"],
    ["Tjuroep", "CURUP"],
    ["Soerabaja", "SURABAYA"],
    ["Palembnag", "PALEMBANG"],
    ["Palembag", "PALEMBANG"],
    ["Lubuk Lingau", "LUBUK LINGGAU"],
    ["Lahat", "LAHATT"],
    ["Muara Beliti Kab. Musi Rawas", "MUARA BELITI"],
    // a letter lost, doubled or swapped in a town of few letters
    ["Medn", "MEDAN"],
    ["Mdan", "KOTA MEDAN"],
    ["Btam", "BATAM"],
    ["Bogr", "BOGOR"],
    ["Pallu", "PALU"],
    ["Paalu", "PALU"],
    ["Ptai", "PATI"],
    ["Bmia", "BIMA"],
  ])("%j and %j are two spellings", (a, b) => {
    expect(level(a, b)).toBe("spelling");
    expect(level(b, a)).toBe("spelling");
  });

  it.each([
    ["Muara Beliti", "MUSI RAWAS"],
    ["Muara Beliti", "MUARA LAKITAN"],
    ["Palembang", "PADANG"],
    // real places a letter or two apart
    ["Bandung", "BADUNG"],
    ["Sabang", "SUBANG"],
    ["Binjai", "SINJAI"],
    ["Purwakarta", "SURAKARTA"],
    ["Sumba Barat", "SUMBAWA BARAT"],
    ["Mamuju Tengah", "MALUKU TENGAH"],
    ["Malang", "MAGELANG"],
    ["Serang", "SEMARANG"],
    ["Batam", "BATANG"],
    ["Solo", "SOLOK"],
    ["Pati", "PALI"],
    // a short name is not the beginning of a longer one
    ["Bali", "BALIKPAPAN"],
    ["Musi Rawas", "MUSI RAWAS UTARA"],
    ["Ogan Komering Ulu", "OGAN KOMERING ILIR"],
    ["OKI", "OGAN KOMERING ULU"],
    ["Ogan Ilir", "OGAN KOMERING ILIR"],
    ["Trikoyo 1", "TRIKOYO 2"],
    ["SP 5", "SP 6"],
    // what a slip would make of a short town is another place
    ["Kota Baru", "BARRU"],
    ["Kudu", "KUDUS"],
    ["Maos", "MAROS"],
    ["Bora", "BLORA"],
    ["Bulo", "BUOL"],
    // another letter makes another word
    ["Bima", "BINA"],
    ["Palu", "PALI"],
    ["Palu", "PALUA"],
    // nobody knows which town of that name, or whether it is one
    ["Mean", "METAN"],
    ["Plu", "PALU"],
    ["Pal", "PALU"],
  ])("%j and %j are different", (a, b) => {
    expect(level(a, b)).toBe("different");
    expect(level(b, a)).toBe("different");
  });

  it("say nothing when one is empty", () => {
    expect(level("", "Palembang")).toBe("missing");
    expect(level("Palembang", "-")).toBe("missing");
    expect(level("", "")).toBe("missing");
  });

  it("agree exactly with themselves, and compare alike from either side", () => {
    const place = fc.string({
      unit: fc.constantFrom("A", "B", "L", "U", "K", "O", "E", " ", "1"),
      maxLength: 14,
    });
    fc.assert(
      fc.property(place, place, (a, b) => {
        if (cleanPlace(a).value !== "") expect(level(a, a)).toBe("exact");
        expect(level(a, b)).toBe(level(b, a));
      }),
      { numRuns: 2000 },
    );
  });
});
