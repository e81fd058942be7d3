/** Names held against each other, and the ways they differ. */
import { describe, expect, test } from "vitest";
import { cleanName, NAME_LEVELS } from "../../src/field/name.ts";
import { compareName } from "../../src/field/name-comparison.ts";
import { SAME, TYPO, UNRELATED } from "../../src/field/name-words.ts";

const level = (roster: string, source: string) =>
  NAME_LEVELS[compareName(cleanName(roster), cleanName(source)).level]!.name;

describe("two names compared", () => {
  test.each([
    ["", "BUDI", "missing"],
    ["BUDI", "-", "missing"],
    // writing only
    ["budi santoso", "BUDI SANTOSO", "exact"],
    ["Hj. Siti Aminah, S.Pd.", "SITI AMINAH", "exact"],
    ["NU'MAN", "NU’MAN", "exact"],
    ["RATNA DEWI SE", "RATNA DEWI", "exact"],
    ["RATNA DEWI", "RATNA DEWI SE", "exact"],
    ["RATNA DEWI SE", "RATNA DEWI SE", "exact"],
    ["AHMAD BIN ALI", "AHMAD ALI", "exact"],
    ["SITI BT HASAN", "SITI BINTI HASAN", "exact"],
    ["M", "M", "exact"],
    // a known other spelling
    ["SOETRISNO", "SUTRISNO", "spelling"],
    ["DESY RATNA", "DESI RATNA", "spelling"],
    ["MOCHAMMAD ALI", "MUHAMMAD ALI", "spelling"],
    ["TJAHJO KUMOLO", "CAHYO KUMOLO", "spelling"],
    ["ABDURRAHMAN", "ABDUL RAHMAN", "spelling"],
    ["NUR HAYATY", "NURHAYATI", "spelling"],
    ["NUR ROZI", "NURROJI", "spelling"],
    ["ABDUL SALAM", "ABDUSSALAM", "spelling"],
    ["NOORHAYATI", "NUR HAYATI", "spelling"],
    ["NUR ROHMAN", "NURRAHMAN", "spelling"],
    ["MOHAMMADROFIQ", "MUHAMMAD ROFIQ", "spelling"],
    ["IBROHIM SHOLEH", "IBRAHIM SALEH", "spelling"],
    ["ABDUL QODIR", "ABDUL KADIR", "spelling"],
    ["ABDUL GHOFUR", "ABDUL GAFUR", "spelling"],
    // closed up before a part is taken for a typing error of the whole
    ["FATIMAH AZ ZAHRA", "FATIMAH AZAHRA", "spelling"],
    // joined or split
    ["NUR HAYATI", "NURHAYATI", "spacing"],
    ["SRIWAHYUNI", "SRI WAHYUNI", "spacing"],
    ["SRI WAHYUNI ASIH", "SRIWAHYUNI ASIH", "spacing"],
    ["SRI WAHYUNI NURHAYATI", "SRIWAHYUNI NUR HAYATI", "spacing"],
    ["SITI NUR HAYATI", "NURHAYATI SITI", "spacing"],
    ["ROBERT HUTA BARAT", "ROBERT HUTABARAT", "spacing"],
    ["TAN MEI LING", "TAN MEILING", "spacing"],
    ["FATIMAH AZ-ZAHRA", "FATIMAH AZZAHRA", "spacing"],
    ["MC DONALD", "MCDONALD", "spacing"],
    ["NILUH SARI", "NI LUH SARI", "spacing"],
    // joined or split, and more
    ["RINA NUR HAYATI", "RIMA NURHAYATI", "typo"],
    ["SITI NURHAYATI", "SITI NUR HAYATI PUTRI", "missing_word"],
    ["SITI NUR HAYATI PUTRI", "SITI NURHAYATI", "extra_word"],
    ["NURHAYATI PUTRI", "NUR HAYATI SARI", "partial"],
    // joined or split, and another letter: two differences in one word
    ["SITI NUR HAYATI", "SITI NURHAYTI", "partial"],
    ["NUR HIDAYAT", "NURHIDAYATI", "different"],
    ["SITI AMINAH", "SITIAMINI", "different"],
    // shortened
    ["M. RIDWAN", "MUHAMMAD RIDWAN", "abbreviated"],
    ["M RIDWAN", "MOCHAMMAD RIDWAN", "abbreviated"],
    ["MUH. RIDWAN", "MUHAMMAD RIDWAN", "abbreviated"],
    ["MD RIDWAN", "MUHAMMAD RIDWAN", "abbreviated"],
    ["MUH. RIDWAN", "MOCH. RIDWAN", "abbreviated"],
    ["M. RIDWAN", "MOH. RIDWAN", "abbreviated"],
    ["ABD. RAHMAN", "ABDUL RAHMAN", "abbreviated"],
    ["ABD MUIS", "ABDULLAH MUIS", "abbreviated"],
    ["ACH. YANI", "ACHMAD YANI", "abbreviated"],
    ["ST. AMINAH", "SITI AMINAH", "abbreviated"],
    ["SITI A.", "SITI AMINAH", "abbreviated"],
    ["SITI AMIN.", "SITI AMINAH", "abbreviated"],
    // shortened, and written together with the next word
    ["ABD. RAHMAN", "ABDURRAHMAN", "abbreviated"],
    ["ABD RAHMAN", "ABDURRAHMAN", "abbreviated"],
    ["ABD. ROHIM", "ABDURRAHIM", "abbreviated"],
    ["ABD. GANI", "ABDULGHANI", "abbreviated"],
    ["ABD SOMAD", "ABDUSSAMAD", "abbreviated"],
    ["A. RAHMAN", "ABDURRAHMAN", "abbreviated"],
    ["ABD. RAHMAN WAHID", "ABDURRAHMAN WAHID", "abbreviated"],
    ["WAHID ABD. RAHMAN", "ABDURRAHMAN WAHID", "abbreviated"],
    ["M. ABD. RAHMAN", "MUHAMMAD ABDURRAHMAN", "abbreviated"],
    ["M.NUR", "MUHAMMADNUR", "abbreviated"],
    ["MUH RIDWAN SALEH", "MUHAMMADRIDWAN SOLEH", "abbreviated"],
    ["ACH. FAUZI", "AHMADFAUZI", "abbreviated"],
    ["ST. AMINAH", "SITIAMINAH", "abbreviated"],
    ["I MD SARI", "I MADESARI", "abbreviated"],
    ["ABDRAHMAN", "ABDUL RAHMAN", "abbreviated"],
    ["ABDRAHMAN", "ABDURRAHMAN", "abbreviated"],
    ["MOH ROFIQ", "MUHROFIQ", "abbreviated"],
    ["MUHROFIQ", "MUHAMMAD ROFIQ", "abbreviated"],
    ["MUHROFIQ", "MUHAMMADROFIQ", "abbreviated"],
    ["ABD. RAHMAN", "ABDURRAHMAN WAHID", "missing_word"],
    // what is shortened there is another word
    ["ABD. RAHMAN", "ABDURRAHIM", "different"],
    ["ABD. RAHMAN", "ABDULLAH", "different"],
    ["A. RAHMAN", "SURAHMAN", "partial"],
    ["S. RAHMAN", "SURAHMAN", "different"],
    ["M. NUR", "MUHAMMADNURDIN", "different"],
    ["AHMADI", "AHMAD ADI", "partial"],
    ["MUHADI", "MUHAMMAD ADI", "different"],
    ["MUHYI", "MUHAMMAD YI", "different"],
    // Balinese order names, Palembang titles
    ["IB OKA", "IDA BAGUS OKA", "abbreviated"],
    ["AA. GEDE RAI", "ANAK AGUNG GEDE RAI", "abbreviated"],
    ["NI LH SARI", "NI LUH SARI", "abbreviated"],
    ["RA. SITI", "RADEN AYU SITI", "abbreviated"],
    ["ANDI DG NABA", "ANDI DAENG NABA", "abbreviated"],
    ["LAODE MUH. ALI", "LA ODE MUHAMMAD ALI", "abbreviated"],
    ["TIURMA BR SITORUS", "TIURMA BORU SITORUS", "abbreviated"],
    ["I WYN SUDIARTA", "I WAYAN SUDIARTA", "abbreviated"],
    ["I GST NGURAH ARYA", "I GUSTI NGURAH ARYA", "abbreviated"],
    ["I.A. KOMANG SARI", "IDA AYU KOMANG SARI", "abbreviated"],
    ["KGS. AHMAD FAUZI", "KIAGUS AHMAD FAUZI", "abbreviated"],
    ["MSY. AISYAH", "MASAYU AISYAH", "abbreviated"],
    ["KMS ZAINUDDIN", "KEMAS ZAINUDDIN", "abbreviated"],
    ["NY. HALIMAH", "NYAYU HALIMAH", "abbreviated"],
    // cut off by a form of twenty characters
    ["SITI NURHALIZA FEBRI", "SITI NURHALIZA FEBRIYANTI", "abbreviated"],
    ["MUHAMMAD RIZKY DARMAWANSYAH P", "MUHAMMAD RIZKY DARMAWANSYAH PUTRA", "abbreviated"],
    ["MUHAMMAD RIZKY DARMAWANSYA", "MUHAMMAD RIZKY DARMAWANSYAH PUTRA", "abbreviated"],
    ["MUHAMMAD RIZKY DARMAWANSYAH", "MUHAMMAD RIZKY DARMAWANSYAH PUTRA", "missing_word"],
    ["SITI NURHALIZA FEB", "SITI NURHALIZA FEBRIYANTI", "partial"],
    // the same words in another order
    ["LESTARI DEWI PURBA", "DEWI LESTARI PURBA", "order"],
    ["SANTOSO BUDI", "BUDI SANTOSO", "order"],
    // one slip of the hand
    ["HERMWAN SUSANTO", "HERMAWAN SUSANTO", "typo"],
    ["BUDI SANOTSO", "BUDI SANTOSO", "typo"],
    ["HERWANTA", "HERWANTO", "typo"],
    ["KRISTIN SARI", "KRISTINA SARI", "typo"],
    ["BDI SANTOSO", "BUDI SANTOSO", "typo"],
    ["PURNWAATI", "PURNAWATI", "typo"],
    // in a short word two letters the other way round are, another letter or one more is not
    ["RSI WAHYUNI", "SRI WAHYUNI", "typo"],
    ["AIL", "ALI", "typo"],
    ["ADI HASAN", "ALI HASAN", "partial"],
    ["ADI", "ALI", "different"],
    ["IN", "NI", "different"],
    ["S1TI AMINAH", "SITI AMINAH", "typo"],
    ["MOH. R0FIQ", "MOH. ROFIQ", "typo"],
    ["S1TI AM1NAH", "SITI AMINAH", "partial"],
    // two letters added to a short name make another of it
    ["SITI AMINAH", "SITI AMINI", "partial"],
    ["AHMAD FAUZI", "AHMAD FAUZAN", "partial"],
    ["HALIM", "HALIMAH", "different"],
    ["IWAN", "RIDWAN", "different"],
    ["NOVI SARI", "NOVITA SARI", "partial"],
    // whole words
    ["NYOMAN SUPARTA", "I NYOMAN SUPARTA", "missing_word"],
    ["MUHAMMAD ABIDIN", "MUHAMMAD ABIDIN ILHAM", "missing_word"],
    ["FITRI YANTI TANJUNG", "FITRI YANTI", "extra_word"],
    ["AHMAD BIN ALI", "AHMAD", "extra_word"],
    ["SITI SITI", "SITI", "extra_word"],
    // a second name
    ["BUDI (BAMBANG)", "BUDI", "exact"],
    ["BUDI (BAMBANG)", "BAMBANG", "extra_word"],
    ["BAMBANG", "BUDI ALIAS BAMBANG", "extra_word"],
    ["BUDI ALIAS BAMBANG", "BAMBANG ALIAS BUDI", "extra_word"],
    ["BUDI als BAMBANG", "BUDI", "exact"],
    ["BUDI al. BAMBANG", "BUDI", "exact"],
    // some words agree, others contradict
    ["RENDI WIJAYA", "RANGGA WIJAYA", "partial"],
    ["KEMAS RIDHO PRATAMA", "KIAGUS RIDHO PRATAMA", "partial"],
    ["HASAN BASRI", "HUSIN BASRI", "partial"],
    ["NURUL AINI", "NUR AINI", "partial"],
    // two names
    ["HASAN", "HUSIN", "different"],
    ["SUPRIYADI", "SUPRIYANTO", "different"],
    ["YULIA SARTIKA", "FATMAWATI", "different"],
    ["NUR", "NURUL", "different"],
    ["A", "B", "different"],
    ["A. M.", "AHMAD YANI", "different"],
  ])("%s | %s: %s", (roster, source, expected) => {
    expect(level(roster, source)).toBe(expected);
  });

  /** domain.md §3.3, and the kept elements of §3.2. */
  test.each([
    ["A", "ABDUL AHMAD ANDI"],
    ["M MD MHD MHMD MOH MOCH MUCH MUH MUHD MOHD MUHAM", "MUHAMMAD MOHAMMAD MOCHAMMAD"],
    ["ABD", "ABDUL ABDULLAH"],
    ["ABDL", "ABDUL"],
    ["ACH AKH AHM", "AHMAD ACHMAD AKHMAD"],
    ["ST", "SITI SUTAN SANTO"],
    ["SIT", "SITI"],
    ["SY", "SYARIF SYARIFAH SYAHRUL"],
    ["NR", "NUR"],
    ["DW", "DEWI DEWA"],
    ["RD", "RADEN"],
    ["RR", "RARA RORO"],
    ["KMS", "KEMAS"],
    ["KGS", "KIAGUS"],
    ["MGS", "MASAGUS"],
    ["MSY", "MASAYU"],
    ["NYM", "NYIMAS NYOMAN"],
    ["NY", "NYAYU"],
    ["TB", "TUBAGUS"],
    ["GST", "GUSTI"],
    ["WYN", "WAYAN"],
    ["MD", "MADE"],
    ["NGH", "NENGAH"],
    ["NGR", "NGURAH"],
    ["KT", "KETUT"],
    ["KD KDK", "KADEK"],
    ["KM KMG", "KOMANG"],
    ["PT", "PUTU"],
    ["GD", "GEDE"],
    ["LH", "LUH"],
    ["BGS", "BAGUS"],
    ["IB", "IDABAGUS"],
    ["IA", "IDAAYU"],
    ["AA", "ANAKAGUNG"],
    ["RA", "RADENAJENG RADENAYU"],
    ["BR", "BORU"],
    ["DT", "DATUK"],
    ["DG", "DAENG"],
    ["BQ", "BAIQ"],
    ["COK", "COKORDA"],
    ["TK", "TEUKU"],
  ])("%s may stand for %s", (shortForms, longForms) => {
    for (const short of shortForms.split(" ")) {
      for (const long of longForms.split(" ")) {
        expect(level(`${short} LESTARI`, `${long} LESTARI`), `${short} for ${long}`).toBe("abbreviated");
      }
    }
  });

  test("a one-letter name may be short for a long one, which never makes them equal", () => {
    expect(level("N", "NINA")).toBe("abbreviated");
    expect(level("N", "N")).toBe("exact");
  });

  test("the roster's words are told one by one", () => {
    const relations = (roster: string, source: string) =>
      compareName(cleanName(roster), cleanName(source)).relations;
    expect(relations("SITI AMINAH PUTRI", "AMINHA SITI")).toEqual([SAME, TYPO, UNRELATED]);
    expect(relations("NUR HAYATI", "NURHAYATI")).toEqual([SAME, SAME]);
  });

  test("where an alias agrees, the words of the first name prove nothing", () => {
    expect(compareName(cleanName("BUDI (BAMBANG SUSILO)"), cleanName("BAMBANG SUSILO")).relations).toEqual([
      UNRELATED,
    ]);
    expect(compareName(cleanName("BAMBANG SUSILO"), cleanName("BUDI (BAMBANG SUSILO)")).relations).toEqual([
      SAME,
      SAME,
    ]);
  });
});
