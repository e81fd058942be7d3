import { describe, expect, test } from "vitest";
import { cleanName, NAME_LEVELS } from "../../src/field/name.ts";
import { compareName } from "../../src/field/name-comparison.ts";
import { SAME, TYPO, UNRELATED } from "../../src/field/name-words.ts";

const words = (text: string) => cleanName(text).words.join(" ");
const level = (roster: string, source: string) =>
  NAME_LEVELS[compareName(cleanName(roster), cleanName(source)).level]!.name;

describe("titles are taken off", () => {
  test.each([
    // in front
    ["Hj. SITI AMINAH", "SITI AMINAH"],
    ["HJ SITI AMINAH", "SITI AMINAH"],
    ["H. LULUNG", "LULUNG"],
    ["H.LULUNG", "LULUNG"],
    ["Drs.H.Budi Santoso", "BUDI SANTOSO"],
    ["Dra. Sri Hartati", "SRI HARTATI"],
    ["Prof. Dr. Ir. Ahmad", "AHMAD"],
    ["dr. Andi", "ANDI"],
    ["drg Rina", "RINA"],
    ["K.H. Hasyim", "HASYIM"],
    ["KH. Hasyim", "HASYIM"],
    ["K H Hasyim", "HASYIM"],
    ["Bdn. Rina Wati", "RINA WATI"],
    ["Ns. Rina Wati", "RINA WATI"],
    ["Apt. Rina", "RINA"],
    ["Pdt. Yohanes", "YOHANES"],
    // behind, in every typing of one title
    ["Budi, S.Pd.I", "BUDI"],
    ["Budi S.Pd.I", "BUDI"],
    ["Budi S. Pd. I", "BUDI"],
    ["Budi S PD I", "BUDI"],
    ["Budi SPdI", "BUDI"],
    ["BUDI SPDI", "BUDI"],
    ["Budi,S.PD.I.", "BUDI"],
    ["Budi , s.pd.i", "BUDI"],
    // several
    ["Budi Santoso, S.Pd., M.Pd.", "BUDI SANTOSO"],
    ["BUDI SANTOSO SPD MPD", "BUDI SANTOSO"],
    ["BUDI SANTOSO, SPDMPD", "BUDI SANTOSO"],
    ["Dr. H. Budi Santoso, S.H., M.H., Ph.D", "BUDI SANTOSO"],
    // health, diplomas, religion, old and new
    ["Rina Wati A.Md.Keb", "RINA WATI"],
    ["Rina Wati Amd.Kep", "RINA WATI"],
    ["Rina Wati A.Ma.Pd", "RINA WATI"],
    ["Rina Wati S.Tr.Keb", "RINA WATI"],
    ["Rina Wati S.ST", "RINA WATI"],
    ["Rina Wati S.Kep., Ners", "RINA WATI"],
    ["Rina Wati, S.Farm., Apt.", "RINA WATI"],
    ["Rina Wati A.Ma.Pd.SD", "RINA WATI"],
    ["Rina Wati S.I.Pust", "RINA WATI"],
    ["Rina Wati S.M.", "RINA WATI"],
    ["Rina Wati S.Pd., Gr.", "RINA WATI"],
    ["Budi Sp.A", "BUDI"],
    ["Budi, S.Th", "BUDI"],
    // one or two letters: with a dot or a comma they are titles
    ["RATNA DEWI, SE", "RATNA DEWI"],
    ["RATNA DEWI S.E.", "RATNA DEWI"],
    ["RATNA DEWI SE.", "RATNA DEWI"],
    ["BUDI, SH., MH", "BUDI"],
    ["BUDI S. MAT.", "BUDI"],
    ["BUDI S.Akun", "BUDI"],
    // behind a sure title is another, marked or not
    ["BUDI S.Pd MM", "BUDI"],
    ["BUDI SPD SE MM", "BUDI"],
    ["BUDI S.H MH", "BUDI"],
    ["Rina Wati S.Kep Ns", "RINA WATI"],
    ["Rina Wati S.Tr.Keb Bdn", "RINA WATI"],
    // with no space between
    ["SITI AMINAH,S.Pd", "SITI AMINAH"],
    ["SITI AMINAH.S.Pd", "SITI AMINAH"],
    ["Rina M.A.", "RINA"],
    ["MARIA, A.Ma", "MARIA"],
    // given names as short as a title stay, wherever they stand
    ["RAHAYU, SRI", "RAHAYU SRI"],
    ["HASAN, ALI", "HASAN ALI"],
    ["MARIA AMA", "MARIA AMA"],
  ])("%s", (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test.each(["MA", "SE", "H", "HJ", "DR", "S.Pd", "S.E.", "H. SE"])("but never the last word: %s", (text) => {
    expect(words(text)).not.toBe("");
  });

  test.each([
    ["RATNA DEWI SE", 1],
    ["RATNA DEWI SH MH", 2],
    ["SITI MA", 1],
    ["SITI SOR", 1],
    ["BUDI SAKUN", 1],
    ["RATNA DEWI", 0],
    ["MA", 0],
    ["SE MA", 1],
  ])("and doubtful ones are counted, not taken: %s (%d)", (text, doubtful) => {
    expect(cleanName(text)).toMatchObject({ words: text.split(" "), doubtful });
  });
});

describe("a name is read as written", () => {
  test.each([
    ["  budi \t santoso ", "BUDI SANTOSO"],
    ["BUDI\nSANTOSO", "BUDI SANTOSO"],
    ["Nu'man", "NUMAN"],
    ["Nu’man", "NUMAN"],
    ["Ma`ruf", "MARUF"],
    ["Jum‘at", "JUMAT"],
    ["Abdul-Rahman", "ABDUL RAHMAN"],
    ["André", "ANDRE"],
    ["M.YUSUF", "M YUSUF"],
    ["I.A. Komang", "I A KOMANG"],
    ["N", "N"],
    ["Kms. Ali", "KMS ALI"],
    ["R. Ajeng", "R AJENG"],
    // a digit in a word stands for a letter that is not guessed; any other is none of the name
    ["S1TI AM1NAH", "STI AMNAH"],
    ["BUDI 2", "BUDI"],
    ["1. BUDI", "BUDI"],
    ["Andi Daeng", "ANDI DAENG"],
    ["=HYPERLINK(1)", "HYPERLINK"],
  ])("%j is %j", (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test.each(["", " ", "-", "---", "0", "#N/A", "NULL", "null", "kosong", "12345"])(
    "%j is no name",
    (text) => {
      expect(words(text)).toBe(text === "#N/A" ? "N A" : "");
    },
  );

  test("keeps which words stand short", () => {
    expect(cleanName("M. Abd. Rahman").shortened).toBe(0b011);
    expect(cleanName("Muhammad Abdul Rahman").shortened).toBe(0);
  });

  test("keeps no more words than a name has", () => {
    expect(words("A B C D E F G I J K")).toBe("A B C D E F G I");
  });
});

describe("a patronymic and a second name", () => {
  test.each([
    ["AHMAD BIN ALI", "AHMAD ALI"],
    ["SITI BINTI HASAN", "SITI HASAN"],
    ["SITI BT. HASAN", "SITI HASAN"],
    ["BIN ALI", "BIN ALI"],
  ])("%s: bin and binti are marks, not words", (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test.each([
    ["BUDI (BAMBANG)", "BUDI", "BAMBANG"],
    ["BUDI [BAMBANG] SUSILO", "BUDI SUSILO", "BAMBANG"],
    ["BUDI ALIAS BAMBANG", "BUDI", "BAMBANG"],
    ["BUDI als. BAMBANG", "BUDI", "BAMBANG"],
    ["Budi als Bambang", "BUDI", "BAMBANG"],
    ["Budi Susilo al. Bambang", "BUDI SUSILO", "BAMBANG"],
    ["Budi d/h Bambang", "BUDI", "BAMBANG"],
    ["BUDI ALIAS", "BUDI ALIAS", null],
    ["BUDI AL.", "BUDI AL", null],
    ["Al. Amin", "AL AMIN", null],
    ["MUHAMMAD AL AMIN", "MUHAMMAD AL AMIN", null],
    ["M. AL AMIN", "M AL AMIN", null],
    ["MUHAMMAD AL-AMIN", "MUHAMMAD AL AMIN", null],
  ])("%s", (text, name, alias) => {
    expect(words(text)).toBe(name);
    expect(cleanName(text).alias?.join(" ") ?? null).toBe(alias);
  });
});

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

test("of a second name as many words count as of a name", () => {
  const many = [..."ABCDEFGHIJKL"].map((letter) => `${letter}U`).join(" ");
  for (const text of [`BUDI (${many})`, `BUDI alias ${many}`])
    expect(cleanName(text).alias).toEqual(cleanName(many).words);
});
