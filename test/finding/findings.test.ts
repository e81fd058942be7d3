/** Every finding code from the least evidence that makes it, and what makes none. */
import { describe, expect, test } from "vitest";
import { FINDING_CODES, type FindingCode, type Severity } from "../../src/finding/codes.ts";
import { BUDI, caseOf, type Sketch } from "./sketch.ts";

/** `source code severity` of every finding. */
function findings(sketch: Sketch): string[] {
  return caseOf(sketch).findings.map(({ source, code, severity }) => `${source} ${code} ${severity}`);
}

const KTP = { dukcapil: {}, ktp: {} };

interface Example extends Sketch {
  readonly code: FindingCode;
  /** Who says it. */
  readonly source: string;
  readonly severity?: Severity;
}

const EXAMPLES: readonly Example[] = [
  { code: "nik.typo", source: "dukcapil", roster: { nik: "1605091205909004" }, sources: { dukcapil: {} } },
  {
    code: "nik.transposed",
    source: "dukcapil",
    roster: { nik: "1605091205909010" },
    sources: { dukcapil: {} },
  },
  {
    code: "nik.digit_lost",
    source: "dukcapil",
    roster: { nik: "160509120590901" },
    sources: { dukcapil: {} },
  },
  {
    code: "nik.digit_added",
    source: "dukcapil",
    roster: { nik: "16050912059099001" },
    sources: { dukcapil: {} },
  },
  {
    code: "nik.excel_damaged",
    source: "dukcapil",
    roster: { nik: "1605091205909000" },
    sources: { dukcapil: {} },
  },
  {
    code: "nik.excel_damaged",
    source: "dukcapil",
    roster: { nik: "1,60509E+15" },
    sources: { dukcapil: {} },
  },
  {
    code: "nik.excel_damaged",
    source: "roster",
    roster: { nik: "1,60509E+15" },
    sources: { dukcapil: "absent" },
  },
  {
    code: "nik.different",
    source: "dukcapil",
    roster: { nik: "1671091507849155" },
    sources: { dukcapil: {} },
  },
  {
    code: "nik.belongs_to_other",
    source: "dukcapil",
    roster: { nik: "1605011904739050" },
    sources: {
      dukcapil: { link: {}, holder: { nik: "1605011904739050", name: "MUJIONO", birthDate: "19-04-1973" } },
    },
  },
  {
    code: "nik.belongs_to_other",
    source: "dukcapil",
    sources: { dukcapil: { holder: { name: "MUJIONO", birthDate: "19-04-1973" } } },
  },
  { code: "nik.missing", source: "dukcapil", roster: { nik: "" }, sources: { dukcapil: {} } },
  { code: "nik.missing", source: "roster", roster: { nik: "" }, sources: { ijazah: { nik: "" } } },
  {
    code: "nik.malformed",
    source: "dukcapil",
    roster: { nik: "dalam pengurusan" },
    sources: { dukcapil: {} },
  },
  {
    code: "nik.malformed",
    source: "roster",
    roster: { nik: "dalam pengurusan" },
    sources: { dukcapil: "absent" },
  },
  {
    code: "nik.birth_date_conflict",
    source: "roster",
    roster: { nik: "1605091305909001" },
    sources: { dukcapil: { nik: "1605091305909001" } },
  },
  { code: "nik.sex_conflict", source: "roster", roster: { sex: "P" }, sources: { dukcapil: { sex: "P" } } },
  {
    code: "nik.unknown_region",
    source: "roster",
    roster: { nik: "1650011205909001" },
    sources: { dukcapil: { nik: "1650011205909001" } },
  },
  { code: "name.spelling", source: "dukcapil", roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {} } },
  { code: "name.typo", source: "dukcapil", roster: { name: "BUDI SANTOSA" }, sources: { dukcapil: {} } },
  { code: "name.abbreviated", source: "dukcapil", roster: { name: "B. SANTOSO" }, sources: { dukcapil: {} } },
  { code: "name.spacing", source: "dukcapil", roster: { name: "BUDISANTOSO" }, sources: { dukcapil: {} } },
  { code: "name.order", source: "dukcapil", roster: { name: "SANTOSO BUDI" }, sources: { dukcapil: {} } },
  { code: "name.missing_word", source: "dukcapil", roster: { name: "BUDI" }, sources: { dukcapil: {} } },
  {
    code: "name.extra_word",
    source: "dukcapil",
    roster: { name: "MUHAMMAD BUDI SANTOSO" },
    sources: { dukcapil: {} },
  },
  { code: "name.different", source: "dukcapil", roster: { name: "RUDI HARTONO" }, sources: { dukcapil: {} } },
  {
    code: "birth_date.day_month_swapped",
    source: "ktp",
    sources: { dukcapil: {}, ktp: { birthDate: "05-12-1990" } },
  },
  {
    code: "birth_date.placeholder",
    source: "dukcapil",
    roster: { birthDate: "01-07-1990" },
    sources: { dukcapil: {} },
  },
  {
    code: "birth_date.day",
    source: "dukcapil",
    roster: { birthDate: "22-05-1990" },
    sources: { dukcapil: {} },
  },
  {
    code: "birth_date.month",
    source: "dukcapil",
    roster: { birthDate: "12-08-1990" },
    sources: { dukcapil: {} },
  },
  {
    code: "birth_date.year",
    source: "dukcapil",
    roster: { birthDate: "12-05-1991" },
    sources: { dukcapil: {} },
  },
  {
    code: "birth_date.different",
    source: "dukcapil",
    roster: { birthDate: "23-08-1984" },
    sources: { dukcapil: {} },
  },
  { code: "birth_date.missing", source: "dukcapil", roster: { birthDate: "" }, sources: { dukcapil: {} } },
  {
    code: "birth_date.missing",
    source: "roster",
    roster: { birthDate: "" },
    sources: { dukcapil: "absent" },
  },
  {
    code: "birth_date.unreadable",
    source: "dukcapil",
    roster: { birthDate: "31-02-1990" },
    sources: { dukcapil: {} },
  },
  {
    code: "birth_date.unreadable",
    source: "roster",
    roster: { birthDate: "31-02-1990" },
    sources: { dukcapil: "absent" },
  },
  {
    code: "birth_place.spelling",
    source: "dukcapil",
    roster: { birthPlace: "MUARA BLITI" },
    sources: { dukcapil: {} },
  },
  {
    code: "birth_place.different",
    source: "dukcapil",
    roster: { birthPlace: "PALEMBANG" },
    sources: { dukcapil: {} },
  },
  { code: "sex.different", source: "dukcapil", sources: { dukcapil: { sex: "P" } } },
  { code: "record.not_found", source: "dukcapil", sources: { dukcapil: "absent" } },
  { code: "record.ambiguous", source: "ktp", sources: { dukcapil: {}, ktp: { candidates: [{}, {}] } } },
  { code: "record.duplicate", source: "roster", duplicates: ["daftar.csv:7"], sources: { dukcapil: {} } },
  {
    code: "record.shared_nik",
    source: "roster",
    sharesIdentifierWith: "SAPRIADI",
    sources: { dukcapil: {} },
  },
  {
    code: "record.swapped_nik",
    source: "roster",
    roster: { nik: "1605116611909030" },
    sources: {
      dukcapil: { link: {}, holder: { nik: "1605116611909030", name: "LINDA" }, swappedWith: "LINDA" },
    },
  },
  { code: "record.not_registered", source: "bkn", sources: { dukcapil: {}, bkn: "absent" } },
  {
    code: "record.not_registered",
    source: "bkn",
    sources: { dukcapil: {}, bkn: { status: "BELUM TERDATA" } },
  },
  {
    code: "record.not_registered",
    source: "absensi",
    severity: "hint",
    sources: { dukcapil: {}, absensi: "absent" },
  },
  { code: "record.blocked", source: "bkn", sources: { dukcapil: {}, bkn: { status: "DIBLOKIR" } } },
  { code: "record.deceased", source: "dukcapil", sources: { dukcapil: { status: "11 - MENINGGAL DUNIA" } } },
  { code: "record.inactive", source: "dukcapil", sources: { dukcapil: { status: "14 - NONAKTIF" } } },
  { code: "record.double", source: "dukcapil", sources: { dukcapil: { status: "12 - DATA GANDA" } } },
  { code: "document.missing", source: "ijazah", sources: { dukcapil: {}, ijazah: "absent" } },
];

describe("a finding is made", () => {
  test.each(EXAMPLES.map((example) => [example.code, example.source, example] as const))(
    "%s (%s)",
    (code, source, example) => {
      const severity = example.severity ?? FINDING_CODES[code].severity;
      expect(findings(example)).toContain(`${source} ${code} ${severity}`);
    },
  );

  test("of every code in the table", () => {
    const shown = new Set(EXAMPLES.map(({ code }) => code));
    expect(Object.keys(FINDING_CODES).filter((code) => !shown.has(code as FindingCode))).toEqual([]);
  });

  test("with field, file, row and both values", () => {
    const {
      findings: [finding],
    } = caseOf({ roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {} } });
    expect(finding).toEqual({
      source: "dukcapil",
      sourceFile: "dukcapil.csv",
      sourceRow: 2,
      field: "name",
      code: "name.spelling",
      severity: "low",
      rosterValue: "BUDY SANTOSO",
      sourceValue: "BUDI SANTOSO",
      damaged: null,
    });
  });

  test.each<[string, Sketch, string, "roster" | "source"]>([
    [
      "Excel's writing in the KTP",
      { sources: { ktp: { nik: "1,60509E+15" } } },
      "nik.excel_damaged",
      "source",
    ],
    [
      "Excel's writing in the roster",
      { roster: { nik: "1,60509E+15" }, sources: { ktp: {} } },
      "nik.excel_damaged",
      "roster",
    ],
    [
      "a zeroed digit in the KTP",
      { sources: { ktp: { nik: "1605091205909000" } } },
      "nik.excel_damaged",
      "source",
    ],
    [
      "a zeroed digit in the roster",
      { roster: { nik: "1605091205909000" }, sources: { ktp: {} } },
      "nik.excel_damaged",
      "roster",
    ],
    [
      "half a number in the KTP beside the roster's with a letter O in it",
      { roster: { nik: "16O5091205909001" }, sources: { ktp: { nik: "16050912" } } },
      "nik.malformed",
      "source",
    ],
    [
      "an NIP as Excel writes it in the register",
      {
        identifier: "nip",
        roster: { nik: "199005122014011001" },
        sources: { ktp: { nik: "1.99005E+17" } },
      },
      "nik.excel_damaged",
      "source",
    ],
    [
      "a birth date in the KTP that cannot be read",
      { sources: { ktp: { birthDate: "xx-05-1990" } } },
      "birth_date.unreadable",
      "source",
    ],
    [
      "a birth date in the roster that cannot be read",
      { roster: { birthDate: "xx-05-1990" }, sources: { ktp: {} } },
      "birth_date.unreadable",
      "roster",
    ],
  ])("with whose value is damaged: %s", (_what, sketch, code, damaged) => {
    const found = caseOf(sketch).findings.filter((finding) => finding.code === code);
    expect(found.map((finding) => finding.damaged)).toEqual([damaged]);
  });

  test("of the roster itself without a source row", () => {
    const {
      findings: [finding],
    } = caseOf({ duplicates: ["daftar.csv:7", "lain.csv:3"], sources: { dukcapil: {} } });
    expect(finding).toMatchObject({
      source: "roster",
      sourceFile: "",
      sourceRow: 0,
      sourceValue: "daftar.csv:7, lain.csv:3",
    });
  });

  test("against every source that differs, each by itself", () => {
    expect(
      findings({
        roster: { name: "BUDY SANTOSO" },
        sources: { dukcapil: {}, ktp: {}, ijazah: { name: "BUDI SANTOSA" } },
      }),
    ).toEqual(["dukcapil name.spelling low", "ktp name.spelling low", "ijazah name.typo low"]);
  });
});

describe("no finding is made", () => {
  test.each<[string, Sketch]>([
    ["where everything is the same", { sources: KTP }],
    ["of titles", { roster: { name: "H. Budi Santoso, S.Pd." }, sources: KTP }],
    ["of case and spaces", { roster: { name: "budi  santoso", birthPlace: "Muara Beliti" }, sources: KTP }],
    ["of the writing of a date", { roster: { birthDate: "12 Mei 1990" }, sources: KTP }],
    ["of letters that look like digits", { roster: { nik: "16O509l205909001" }, sources: KTP }],
    ["of marks around a NIK", { roster: { nik: "'1605.0912-0590 9001" }, sources: KTP }],
    [
      "of what a source does not say",
      { sources: { dukcapil: { birthPlace: "", sex: "" }, ijazah: { nik: "" } } },
    ],
    ["of a place or sex that the roster does not say", { roster: { birthPlace: "", sex: "" }, sources: KTP }],
    [
      "of a birth date where the roster has no such column",
      { roster: { birthDate: "" }, hasBirthDateColumn: false, sources: KTP },
    ],
    [
      "of a name where the roster has no such column",
      { roster: { name: "" }, hasNameColumn: false, sources: KTP },
    ],
    [
      "of a number where the roster has no such column and no source shows one",
      {
        roster: { nik: "" },
        hasIdentifierColumn: false,
        sources: { ijazah: { nik: "" }, bkn: { nik: "" } },
      },
    ],
    [
      "of a status that says nothing against the person",
      { sources: { dukcapil: { status: "AKTIF" }, bkn: { status: "TERDATA" } } },
    ],
    [
      "of a placeholder date that every source has",
      {
        roster: { birthDate: "01-07-1990", nik: "1605090107909001" },
        sources: { dukcapil: { birthDate: "01-07-1990", nik: "1605090107909001" } },
      },
    ],
  ])("%s", (_where, sketch) => {
    expect(findings(sketch)).toEqual([]);
  });
});

describe("a finding is only a hint", () => {
  test.each<[string, Sketch, readonly string[]]>([
    [
      "against a listing, which only repeats the roster",
      { sources: { dukcapil: {}, bkn: { name: "BUDY SANTOSO", nik: "1605091205909004" } } },
      ["bkn nik.typo hint", "bkn name.spelling hint"],
    ],
    [
      "where a listing has the NIK on somebody else",
      { sources: { dukcapil: {}, bkn: { link: {}, holder: { name: "ANDI", birthDate: "03-03-1977" } } } },
      ["bkn nik.belongs_to_other hint"],
    ],
    [
      "where two on a list of no authority may be the person",
      { sources: { dukcapil: {}, absensi: { candidates: [{}, {}] } } },
      ["absensi record.ambiguous hint"],
    ],
    [
      "where a document's own NIK is damaged",
      { sources: { dukcapil: {}, ktp: { nik: "1,60509E+15" } } },
      ["ktp nik.excel_damaged hint"],
    ],
    [
      "where a document's own date cannot be read",
      { sources: { dukcapil: {}, ktp: { birthDate: "31-02-1990" } } },
      ["ktp birth_date.unreadable hint"],
    ],
  ])("%s", (_where, sketch, expected) => {
    expect(findings(sketch)).toEqual(expected);
  });
});

describe("a doubt about who is meant on a listing is more than a hint", () => {
  test.each<[string, Sketch, string]>([
    [
      "where whoever is not on it is to be registered",
      { sources: { dukcapil: {}, bkn: { candidates: [{}, {}] } } },
      "bkn record.ambiguous high",
    ],
    [
      "where the status of one of them stands in the way",
      { sources: { dukcapil: {}, absensi: { candidates: [{}, { status: "DIBLOKIR" }] } } },
      "absensi record.ambiguous high",
    ],
  ])("%s", (_where, sketch, expected) => {
    expect(findings(sketch)).toEqual([expected]);
  });
});

describe("a NIK on somebody else's row", () => {
  test("replaces how it differs from the person's own", () => {
    const said = findings({
      roster: { nik: "1605091205909004" },
      sources: { dukcapil: { link: {}, holder: { nik: "1605091205909004", name: "ANDI" } }, ktp: {} },
    });
    expect(said).toEqual(["dukcapil nik.belongs_to_other high", "ktp nik.typo low"]);
  });

  test("is not said where the holder may be the same person after all", () => {
    // found nobody: the name differs, but the birth date is his
    expect(findings({ sources: { dukcapil: { holder: { name: "ANDI" } } } })).toEqual([
      "dukcapil record.not_found high",
    ]);
    expect(
      findings({ sources: { dukcapil: { holder: { name: "BUDI", birthDate: "13-09-1971" } } } }),
    ).toEqual(["dukcapil record.not_found high"]);
  });
});

test("a NIP has a birth date inside as well", () => {
  const nip = { nik: "199005132015031001", sources: {} };
  expect(
    findings({ identifier: "nip", roster: { nik: nip.nik }, sources: { simpeg: { nik: nip.nik } } }),
  ).toEqual(["roster nik.birth_date_conflict hint"]);
});

test("a plain number has nothing inside", () => {
  const nik = "1605093105909001";
  expect(findings({ identifier: "plain", roster: { nik }, sources: { dukcapil: { nik } } })).toEqual([]);
});

test("sketches start from a man without findings", () => {
  expect(BUDI.nik).toHaveLength(16);
  expect(findings({ sources: { dukcapil: {}, ktp: {}, ijazah: {}, bkn: {} } })).toEqual([]);
});
