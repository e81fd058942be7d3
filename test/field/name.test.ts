/** Names as they are cleaned: what is taken off, and what is kept. */
import { describe, expect, test } from "vitest";
import { cleanName } from "../../src/field/name.ts";

const words = (text: string) => cleanName(text).words.join(" ");
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
    // what stands in front of a number below the name is no word of it, with the number or without
    ["BUDI SANTOSO NIP. 199005122015011001", "BUDI SANTOSO"],
    ["Budi Santoso, S.Pd NIP -", "BUDI SANTOSO"],
    ["BUDI SANTOSO NUPTK 1234567890123456", "BUDI SANTOSO"],
    ["BUDI SANTOSO NIK. 1605091205909001", "BUDI SANTOSO"],
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
    ["MADE NIK", 1],
    ["RATNA DEWI", 0],
    ["MA", 0],
    ["SE MA", 1],
  ])("and doubtful ones are counted, not taken: %s (%d)", (text, doubtful) => {
    expect(cleanName(text)).toMatchObject({ words: text.split(" "), doubtful });
  });
});

/** Written without a mark where one word alone says that it is a title; domain.md §3.2. */
describe("every known title is one", () => {
  test.each(
    "Prof Dr drg drh Ir Drs Dra H Hj Hi KH Haji Hajjah Ust Ustadz Ustadzah Ustad Ns Apt Bd Bdn Pdt Sr Rm Tgk".split(
      " ",
    ),
  )("in front: %s", (title) => {
    expect(words(`${title} Rina Wati`)).toBe("RINA WATI");
    expect(words(`${title}. Rina Wati`)).toBe("RINA WATI");
  });

  test.each(
    [
      // diplomas
      "A.Ma.Pd A.Ma.Pd.SD A.Ma.Pust A.Md A.Md.Kep A.Md.Keb A.Md.Kom A.Md.Ak A.Md.Farm A.Md.Kes A.Md.Gz A.Md.T A.Md.RO A.Md.PK A.Md.IP A.Md.FT",
      "A.Md.KG A.Md.KL A.Md.Par A.Md.Pel A.Md.Tem A.Md.Tra Am.Keb Am.Kep Am.KL AMG AMAK AMF AMR",
      // first degrees
      "S.Pd S.Pd.I S.Pd.SD S.Pd.AUD S.Pd.PAUD S.Pd.K S.Pd.B S.Pd.H S.Pd.Jas S.Pd.Gr S.H.I S.E.I S.E.Sy S.Kom S.Komp S.T.P S.ST S.ST.P S.ST.Keb S.ST.FT",
      "S.Tr.Kep S.Tr.Keb S.Tr.Kes S.Tr.Ak S.Tr.Kom S.Tr.Gz S.Tr.T S.Tr.IP S.Tr.Sos S.Tr.Stat S.IP S.Sos S.Sos.I S.Ag S.Th S.Si S.Pt S.Hut S.Kep S.Keb",
      "S.KM S.Farm S.Gz S.Ked S.Psi S.Hum S.I.Kom S.Ak S.AP S.Adm S.P.I S.P.N S.Sn S.Fil S.I.Pem S.I.T.P S.F.T S.K.H S.K.G S.Ars S.I.Pust S.Stat",
      // second degrees
      "M.Pd M.Pd.I M.Si M.Kom M.Kes M.AP M.Ak M.Hum M.Sc M.B.A M.P.H M.Kep M.Keb M.Ag M.H.I M.Sos M.K.M M.Farm M.Eng M.I.Kom M.T.I M.T.Pd",
      // professions
      "Ners Bdn Sp.A Sp.B Sp.OG Sp.PD Sp.M Sp.THT Sp.An Sp.Rad Sp.KJ B.Sc C.P.A CPNS",
    ].flatMap((titles) => titles.split(" ")),
  )("behind, without a mark: %s", (title) => {
    expect(words(`RINA WATI ${title.replaceAll(".", "").toUpperCase()}`)).toBe("RINA WATI");
    expect(words(`Rina Wati ${title}`)).toBe("RINA WATI");
  });

  test.each("A.Ma A.P M.A S.E S.H S.M S.T S.S S.I S.P S.Mat S.Or S.Par S.Akun M.M M.H M.T B.A".split(" "))(
    "behind, with a dot: %s",
    (title) => {
      expect(words(`Rina Wati ${title}`)).toBe("RINA WATI");
      const unmarked = cleanName(`RINA WATI ${title.replaceAll(".", "").toUpperCase()}`);
      expect(unmarked).toMatchObject({ doubtful: 1 });
    },
  );

  test.each(
    (
      "SRI TRI DWI EKA ALI ADI ARI EDI EDY ADE AYU NUR IDA INA ITA INE INI ANI ANA ENI ENY EVI EVA EVY ELI ELY ERI ERY LIA MIA NIA RIA TIA " +
      "VIA DIA DEA LEO RIO TIO IIN IIS IIM AAN AAM UUN YUS JON IAN BEN ASA OKA IDE GUS MEI UMI UCI USI ATI ETI ICA IRA IMA ISA UJI ADA IIP"
    ).split(" "),
  )("but a given name behind a comma is none: %s", (given) => {
    expect(words(`RAHAYU, ${given}`)).toBe(`RAHAYU ${given}`);
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

test("of a second name as many words count as of a name", () => {
  const many = [..."ABCDEFGHIJKL"].map((letter) => `${letter}U`).join(" ");
  for (const text of [`BUDI (${many})`, `BUDI alias ${many}`])
    expect(cleanName(text).alias).toEqual(cleanName(many).words);
});
