/** From evidence to judgement: facts, verdict, action, proposed values, documents and route. */
import { describe, expect, test } from "vitest";
import type { DateOrder } from "../../src/field/written-date.ts";
import { caseOf, type Sketch } from "./sketch.ts";

const ALL = { dukcapil: {}, ktp: {}, ijazah: { nik: "" }, bkn: {} };
/** Of the registry and every document. */
const everywhere = (cells: Readonly<Record<string, string>>) => ({
  dukcapil: cells,
  ktp: cells,
  ijazah: { nik: "", ...cells },
});

const NIP = "199005122014011001";

/** As the contract's table has them: verdict, action, and why. */
describe("a case", () => {
  test.each<[string, string, string, Sketch]>([
    // nothing, or nothing but BKN
    ["match", "none", "everything agrees", { sources: ALL }],
    ["match", "none", "a document is missing", { sources: { ...ALL, ktp: "absent" } }],
    [
      "match",
      "none",
      "the NIK carries another date, but every source agrees on it",
      { roster: { nik: "1605091305909001" }, sources: everywhere({ nik: "1605091305909001" }) },
    ],
    [
      "match",
      "none",
      "only BKN spells the name otherwise",
      { sources: { ...ALL, bkn: { name: "BUDY SANTOSO" } } },
    ],
    [
      "match",
      "none",
      "another row carries his number, and Dukcapil confirms it as his",
      { sharesIdentifierWith: "ANDI", sources: ALL },
    ],
    ["match", "register_bkn", "BKN does not have him", { sources: { ...ALL, bkn: "absent" } }],
    ["match", "none", "a list of no authority does not have him", { sources: { ...ALL, absensi: "absent" } }],
    // at the desk
    [
      "clarify",
      "fix_roster",
      "a spelling, and the KTP sides with Dukcapil",
      { roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {}, ktp: {} } },
    ],
    [
      "clarify",
      "fix_roster",
      "a spelling, and the diploma sides with Dukcapil",
      { roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {}, ijazah: {} } },
    ],
    [
      "clarify",
      "fix_roster",
      "a day, and the agreed NIK carries Dukcapil's",
      { roster: { birthDate: "22-05-1990" }, sources: { dukcapil: {} } },
    ],
    [
      "clarify",
      "interview",
      "a day, the KTP sides with Dukcapil, but the agreed NIK carries the roster's",
      {
        roster: { nik: "1605091305909001", birthDate: "13-05-1990" },
        sources: { dukcapil: { nik: "1605091305909001" }, ktp: { nik: "1605091305909001" } },
      },
    ],
    [
      "clarify",
      "fix_roster",
      "no NIK, and Dukcapil's carries the agreed date",
      { roster: { nik: "" }, sources: { dukcapil: {} } },
    ],
    [
      "clarify",
      "fix_roster",
      "a NIK that Excel wrecked",
      { roster: { nik: "1,60509E+15" }, sources: { dukcapil: {} } },
    ],
    [
      "clarify",
      "fix_roster",
      "a digit of the day in the NIK, which then fits the row no longer",
      { roster: { nik: "1605091305909001" }, sources: { dukcapil: {} } },
    ],
    [
      "clarify",
      "fix_roster",
      "a digit of the serial, and the KTP has Dukcapil's",
      { roster: { nik: "1605091205909004" }, sources: { dukcapil: {}, ktp: {} } },
    ],
    [
      "clarify",
      "fix_roster",
      "no Dukcapil: the KTP leads and the diploma is the witness",
      { roster: { name: "BUDY SANTOSO" }, sources: { ktp: {}, ijazah: {} } },
    ],
    // called in
    [
      "clarify",
      "interview",
      "a spelling, and nobody else says anything",
      { roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {} } },
    ],
    [
      "clarify",
      "interview",
      "a digit of the serial: the date inside both NIKs is no witness",
      { roster: { nik: "1605091205909004" }, sources: { dukcapil: {} } },
    ],
    [
      "clarify",
      "interview",
      "BKN's list is no witness",
      { roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {}, bkn: {} } },
    ],
    [
      "clarify",
      "interview",
      "witnesses are divided",
      {
        roster: { name: "BUDY SANTOSO" },
        sources: { dukcapil: {}, ktp: {}, ijazah: { name: "BUDY SANTOSO" } },
      },
    ],
    [
      "clarify",
      "interview",
      "two fields differ",
      { roster: { name: "BUDY SANTOSO", birthDate: "22-05-1990" }, sources: { dukcapil: {}, ktp: {} } },
    ],
    ["clarify", "interview", "another name altogether", { roster: { name: "RUDI HARTONO" }, sources: ALL }],
    [
      "clarify",
      "interview",
      "another place altogether",
      { roster: { birthPlace: "PALEMBANG" }, sources: ALL },
    ],
    ["clarify", "interview", "another sex", { roster: { sex: "P" }, sources: ALL }],
    [
      "clarify",
      "interview",
      "KTP and diploma say the same against Dukcapil and roster",
      { sources: { dukcapil: {}, ktp: { name: "BUDY SANTOSO" }, ijazah: { name: "BUDY SANTOSO" } } },
    ],
    [
      "clarify",
      "interview",
      "KTP and diploma differ from both and from each other",
      { sources: { dukcapil: {}, ktp: { name: "BUDY SANTOSO" }, ijazah: { name: "BUDI SANTOSA" } } },
    ],
    [
      "clarify",
      "interview",
      "a year that no slip explains",
      { roster: { birthDate: "12-05-1976" }, sources: ALL },
    ],
    [
      "clarify",
      "interview",
      "KTP and roster against Dukcapil in a way no slip explains",
      { roster: { birthDate: "23-08-1984" }, sources: { dukcapil: {}, ktp: { birthDate: "23-08-1984" } } },
    ],
    ["clarify", "interview", "no birth date", { roster: { birthDate: "" }, sources: ALL }],
    [
      "clarify",
      "interview",
      "a birth date that cannot be read",
      { roster: { birthDate: "31-02-1990" }, sources: ALL },
    ],
    [
      "clarify",
      "interview",
      "Dukcapil has him deceased",
      { sources: { ...ALL, dukcapil: { status: "MENINGGAL DUNIA" } } },
    ],
    ["clarify", "interview", "BKN has blocked him", { sources: { ...ALL, bkn: { status: "DIBLOKIR" } } }],
    [
      "clarify",
      "interview",
      "another row carries his number, and no registry says whose it is",
      { sharesIdentifierWith: "ANDI", sources: { ktp: {} } },
    ],
    [
      "mismatch",
      "interview",
      "the NIK is another person's",
      { sources: { dukcapil: { holder: { name: "ANDI", birthDate: "03-03-1977" } } } },
    ],
    [
      "mismatch",
      "interview",
      "the NIK is another person's, and his own is known",
      {
        roster: { nik: "1605090303779002" },
        sources: { dukcapil: { link: {}, holder: { nik: "1605090303779002", name: "ANDI" } } },
      },
    ],
    [
      "not_found",
      "interview",
      "neither Dukcapil nor KTP has him",
      { sources: { dukcapil: "absent", ktp: "absent" } },
    ],
    [
      "not_found",
      "interview",
      "Dukcapil does not have him and the KTP disagrees",
      { sources: { dukcapil: "absent", ktp: { name: "BUDY SANTOSO" } } },
    ],
    [
      "not_found",
      "interview",
      "Dukcapil does not have him, and the diploma denies what the KTP lacks",
      { sources: { dukcapil: "absent", ktp: { birthDate: "" }, ijazah: { birthDate: "13-05-1990" } } },
    ],
    // at the registry
    [
      "not_found",
      "refer_dukcapil",
      "Dukcapil does not have him, the KTP agrees",
      { sources: { dukcapil: "absent", ktp: {} } },
    ],
    [
      "not_found",
      "refer_dukcapil",
      "Dukcapil does not have him, the KTP agrees, and the diploma differs in what the KTP has",
      { sources: { dukcapil: "absent", ktp: { sex: "" }, ijazah: { birthDate: "13-05-1990" } } },
    ],
    [
      "clarify",
      "refer_dukcapil",
      "KTP and roster against Dukcapil",
      { roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {}, ktp: { name: "BUDY SANTOSO" } } },
    ],
    [
      "clarify",
      "refer_dukcapil",
      "the KTP alone is out of step",
      { sources: { ...ALL, ktp: { name: "BUDY SANTOSO" } } },
    ],
    [
      "clarify",
      "refer_dukcapil",
      "KTP and diploma are out of step in a field each",
      { sources: { dukcapil: {}, ktp: { name: "BUDY SANTOSO" }, ijazah: { birthDate: "13-05-1990" } } },
    ],
    [
      "clarify",
      "refer_dukcapil",
      "the KTP alone has another's number, and not even whole",
      { sources: { ...ALL, ktp: { nik: "317101550677987" } } },
    ],
    [
      "clarify",
      "refer_dukcapil",
      "Dukcapil has the NIK as inactive",
      { sources: { ...ALL, dukcapil: { status: "NONAKTIF" } } },
    ],
    [
      "clarify",
      "refer_dukcapil",
      "Dukcapil has him twice",
      { sources: { ...ALL, dukcapil: { status: "GANDA" } } },
    ],
    // at the school
    [
      "clarify",
      "refer_school",
      "the diploma alone differs",
      { sources: { ...ALL, ijazah: { name: "BUDY SANTOSO" } } },
    ],
    [
      "clarify",
      "refer_school",
      "the diploma alone differs, by whole words",
      { sources: { ...ALL, ijazah: { name: "BUDI" } } },
    ],
    // an officer looks
    [
      "ambiguous",
      "review",
      "Dukcapil has two who might be he",
      { sources: { dukcapil: { candidates: [{}, {}] } } },
    ],
    [
      "ambiguous",
      "review",
      "there are two KTP rows that might be his",
      { sources: { ...ALL, ktp: { candidates: [{}, {}] } } },
    ],
    ["duplicate", "review", "he stands in the roster twice", { duplicates: ["daftar.csv:9"], sources: ALL }],
    // the most pressing wins
    [
      "duplicate",
      "interview",
      "twice in the roster, and another name in Dukcapil",
      { duplicates: ["daftar.csv:9"], roster: { name: "RUDI HARTONO" }, sources: ALL },
    ],
    [
      "clarify",
      "interview",
      "the diploma differs and so does the roster",
      { roster: { name: "BUDY SANTOSO" }, sources: { ...ALL, ktp: "absent", ijazah: { name: "RUDI" } } },
    ],
  ])("is %s and %s where %s", (verdict, action, _where, sketch) => {
    const judged = caseOf(sketch);
    expect([judged.verdict, judged.action]).toEqual([verdict, action]);
  });
});

describe("witnesses", () => {
  const witnesses = (sketch: Sketch) =>
    caseOf(sketch).facts.differing.map(({ field, lead, withLead, withRoster }) => ({
      field,
      lead,
      withLead,
      withRoster,
    }));

  test("side with the leading source, with the roster, or with neither", () => {
    const ktp = { name: "BUDY SANTOSO" };
    expect(
      witnesses({
        roster: { name: "BUDY SANTOSO" },
        sources: { dukcapil: {}, ktp, ijazah: { name: "RUDI" } },
      }),
    ).toEqual([{ field: "name", lead: "dukcapil", withLead: [], withRoster: ["ktp"] }]);
    expect(
      witnesses({ roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {}, ktp: {}, ijazah: ktp } }),
    ).toEqual([{ field: "name", lead: "dukcapil", withLead: ["ktp"], withRoster: ["ijazah"] }]);
  });

  test("with nothing to say are none", () => {
    expect(
      witnesses({ roster: { birthPlace: "PALEMBANG" }, sources: { dukcapil: {}, ktp: { birthPlace: "" } } }),
    ).toEqual([{ field: "birth_place", lead: "dukcapil", withLead: [], withRoster: [] }]);
  });

  test("the next source leads where the first has nothing to say", () => {
    expect(
      witnesses({
        roster: { birthPlace: "PALEMBANG" },
        sources: { dukcapil: { birthPlace: "" }, ktp: {}, ijazah: {} },
      }),
    ).toEqual([{ field: "birth_place", lead: "ktp", withLead: ["ijazah"], withRoster: [] }]);
  });

  test.each<[string, Sketch, readonly string[]]>([
    [
      "vouches for a date that the agreed NIK carries",
      { roster: { birthDate: "22-05-1990" }, sources: { dukcapil: {} } },
      ["nik_date"],
    ],
    [
      "does not where the NIK is not agreed",
      { roster: { birthDate: "22-05-1990", nik: "" }, sources: { dukcapil: {} } },
      [],
    ],
    [
      "does not where it carries neither date",
      {
        roster: { birthDate: "22-05-1990", nik: "1605091405909001" },
        sources: { dukcapil: { nik: "1605091405909001" } },
      },
      [],
    ],
    [
      "vouches for a missing NIK where Dukcapil's carries the agreed date",
      { roster: { nik: "" }, sources: { dukcapil: {} } },
      ["nik_date"],
    ],
    [
      "does not where Dukcapil's carries another",
      { roster: { nik: "" }, sources: { dukcapil: { nik: "1605091405909001" } } },
      [],
    ],
    [
      "vouches for a NIK where the roster's digits break the date",
      { roster: { nik: "1605091205809001" }, sources: { dukcapil: {} } },
      ["nik_date"],
    ],
    [
      "does not where both carry the date",
      { roster: { nik: "1605091205909004" }, sources: { dukcapil: {} } },
      [],
    ],
    ["says nothing of a name", { roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {} } }, []],
  ])("the date inside the NIK %s", (_how, sketch, expected) => {
    const [differing] = witnesses(sketch);
    expect(differing!.withLead.filter((name) => name === "nik_date")).toEqual(expected);
  });

  /** Without Dukcapil the KTP leads for the NIK, and somebody typed that one too. */
  test.each<[string, string, readonly string[]]>([
    ["whose last digit Excel zeroed", "1605091205909000", ["nik_date"]],
    ["that lacks a digit", "160509120590901", ["nik_date"]],
    ["that has a digit too many", "16050912059099001", ["nik_date"]],
    ["with another digit in the date", "1605091205809001", ["nik_date"]],
    ["with two digits of the date swapped", "1605091250909001", ["nik_date"]],
    ["that is empty", "", []],
    ["in scientific notation", "1,60509E+15", []],
    ["with another digit in the serial", "1605091205909004", []],
    ["with two other digits", "1605091305909004", []],
  ])(
    "the date inside a KTP's NIK vouches for it only beside the rest of its digits: a number %s",
    (_which, nik, expected) => {
      const [differing] = witnesses({ roster: { nik }, sources: { ktp: {} } });
      expect(differing).toMatchObject({ field: "nik", lead: "ktp", withLead: expected });
    },
  );

  test("never accuse: an odd date inside an agreed NIK is no difference", () => {
    const nik = "1605094405909001";
    expect(witnesses({ roster: { nik }, sources: { dukcapil: { nik } } })).toEqual([]);
  });
});

describe("who leads for a field is a setting", () => {
  const BUDY = { name: "BUDY SANTOSO" };
  /** Who leads in the fields that differ, and what is done about it. */
  const led = (sketch: Sketch) => {
    const { facts, action, proposed } = caseOf(sketch);
    return { leads: facts.differing.map(({ field, lead }) => `${field} ${lead}`), action, proposed };
  };

  test("the diploma's name counts where the diploma stands first", () => {
    const sources = { dukcapil: {}, ktp: BUDY, ijazah: { nik: "", ...BUDY } };
    const said = led({ sources, leading: { name: ["ijazah", "dukcapil"] } });
    expect(said).toEqual({
      leads: ["name ijazah"],
      // Dukcapil is a witness now, and sides with the roster
      action: "interview",
      proposed: { name: "BUDY SANTOSO" },
    });
    expect(led({ sources })).toEqual({ leads: [], action: "interview", proposed: {} });
  });

  test("the next in the list leads where the first has no such row or no such value", () => {
    const leading = { name: ["ijazah", "ktp", "dukcapil"] };
    for (const ijazah of ["absent", { name: "" }] as const) {
      const said = led({ roster: BUDY, sources: { dukcapil: {}, ktp: {}, ijazah }, leading });
      expect(said).toMatchObject({ leads: ["name ktp"], action: "fix_roster" });
    }
  });

  test("the most authoritative leads where none of the list has it", () => {
    const said = led({
      roster: BUDY,
      sources: { dukcapil: {}, ktp: {}, ijazah: "absent" },
      leading: { name: ["ijazah"] },
    });
    expect(said).toMatchObject({ leads: ["name dukcapil"], action: "fix_roster" });
  });

  test("nobody leads where the list is empty, and what differs stays open", () => {
    const said = led({ roster: BUDY, sources: { dukcapil: {}, ktp: {} }, leading: { name: [] } });
    expect(said).toEqual({ leads: [], action: "interview", proposed: {} });
  });

  test("who leads for the birth date leads for the sex", () => {
    const sources = { dukcapil: {}, ktp: { sex: "P" } };
    expect(led({ sources, leading: { birth_date: ["ktp"] } }).leads).toEqual(["sex ktp"]);
    expect(led({ sources, leading: { name: ["ktp"] } }).leads).toEqual([]);
  });

  test("a diploma says which number is the person's only where it is named for it", () => {
    const sketch = { roster: { nik: "160509120590901" }, sources: { ijazah: {} } };
    const proposed = { nik: "1605091205909001" };
    expect(led(sketch)).toEqual({ leads: ["nik ijazah"], action: "interview", proposed });
    expect(led({ ...sketch, leading: { nik: ["ijazah"] } })).toEqual({
      leads: ["nik ijazah"],
      action: "fix_roster",
      proposed,
    });
  });
});

describe("an empty cell", () => {
  const gaps = (sketch: Sketch) =>
    caseOf(sketch).facts.differing.map(({ field, difference }) => [field, difference]);

  test.each<[string, string, readonly (readonly [string, string])[]]>([
    ["of the NIK is a slip", "nik", [["nik", "slip"]]],
    ["of the birth date is a gap", "birthDate", [["birth_date", "gap"]]],
    ["of the name is a difference", "name", [["name", "different"]]],
    ["of the birth place is none", "birthPlace", []],
    ["of the sex is none", "sex", []],
  ])("%s", (_what, cell, expected) => {
    expect(gaps({ roster: { [cell]: "" }, sources: ALL })).toEqual(expected);
  });

  test("is no more than it is by itself where others are empty too", () => {
    expect(gaps({ roster: { nik: "", birthPlace: "", birthDate: "", sex: "" }, sources: ALL })).toEqual([
      ["nik", "slip"],
      ["birth_date", "gap"],
    ]);
  });
});

describe("proposed values", () => {
  test("are the leading source's where the roster differs, and nothing else", () => {
    const judged = caseOf({
      roster: { nik: "", name: "BUDY SANTOSO", birthDate: "22-05-1990" },
      sources: { dukcapil: { name: " BUDI SANTOSO " }, ktp: {} },
    });
    expect(judged.proposed).toEqual({
      nik: "1605091205909001",
      name: "BUDI SANTOSO",
      birth_date: "12-05-1990",
    });
  });

  test.each<[DateOrder, string]>([
    ["dmy", "12-05-1990"],
    ["ymd", "1990-05-12"],
    ["mdy", "1990-05-12"],
  ])(
    "are dates that a roster written %s can take, however the source writes them: %s",
    (dateOrder, proposed) => {
      for (const birthDate of ["12 Mei 1990", "12/05/90", "1990-05-12", "33005"]) {
        const judged = caseOf({
          roster: { birthDate: "22 Mei 1990" },
          dateOrder,
          sources: { dukcapil: { birthDate } },
        });
        expect(judged.proposed.birth_date, birthDate).toBe(proposed);
      }
    },
  );

  test("are none where the registry does not have the person", () => {
    expect(caseOf({ sources: { dukcapil: "absent", ktp: { name: "BUDY SANTOSO" } } }).proposed).toEqual({});
  });
});

describe("documents to bring", () => {
  test.each<[string, Sketch, readonly string[]]>([
    ["nobody who need not come brings any", { sources: ALL }, []],
    [
      "nobody whose row is corrected at the desk brings any",
      { roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {}, ktp: {} } },
      [],
    ],
    ["nobody who is to be registered brings any", { sources: { ...ALL, bkn: "absent" } }, []],
    [
      "for the NIK, KTP and family card",
      { roster: { nik: "1605091205909004" }, sources: { dukcapil: {} } },
      ["ktp_el", "kartu_keluarga"],
    ],
    [
      "for name and date, deed and diploma as well",
      { roster: { name: "RUDI HARTONO" }, sources: { dukcapil: {} } },
      ["ktp_el", "akta_kelahiran", "ijazah"],
    ],
    [
      "for the sex, the deed",
      { roster: { sex: "P" }, sources: { dukcapil: {} } },
      ["ktp_el", "akta_kelahiran"],
    ],
    [
      "for two rows, the letters of appointment",
      { duplicates: ["daftar.csv:9"], sources: ALL },
      ["sk_pengangkatan"],
    ],
    [
      "for a number that another row carries, what proves whose it is",
      { sharesIdentifierWith: "ANDI", sources: { ktp: {} } },
      ["ktp_el", "kartu_keluarga"],
    ],
    [
      "for one not found, what proves who it is",
      { sources: { dukcapil: "absent" } },
      ["ktp_el", "kartu_keluarga"],
    ],
    [
      "for a number that Dukcapil has as inactive, what proves whose it is",
      { sources: { ...ALL, dukcapil: { status: "NONAKTIF" } } },
      ["ktp_el", "kartu_keluarga"],
    ],
    [
      "for a number that Dukcapil has twice as well",
      { sources: { ...ALL, dukcapil: { status: "GANDA" } } },
      ["ktp_el", "kartu_keluarga"],
    ],
    [
      "for one who may be either of two, what proves who it is",
      { sources: { dukcapil: { candidates: [{}, {}] } } },
      ["ktp_el", "kartu_keluarga"],
    ],
    [
      "for one who is blocked, the letter of appointment as well",
      { sources: { ...ALL, bkn: { status: "DIBLOKIR" } } },
      ["ktp_el", "sk_pengangkatan"],
    ],
    [
      "for one recorded as deceased, KTP and family card",
      { sources: { ...ALL, dukcapil: { status: "MENINGGAL" } } },
      ["ktp_el", "kartu_keluarga"],
    ],
    [
      "where nothing was compared, what proves who it is",
      { sources: { ktp: "absent" } },
      ["ktp_el", "kartu_keluarga"],
    ],
    [
      "for a NIP, the letter of appointment in place of the family card",
      { identifier: "nip", roster: { nik: "199005122014011004" }, sources: { simpeg: { nik: NIP } } },
      ["ktp_el", "sk_pengangkatan"],
    ],
    [
      "for an office's own number, nothing but what shows who it is",
      { identifier: "plain", roster: { nik: "HON/085" }, sources: { dukcapil: { nik: "HON/083" } } },
      ["ktp_el"],
    ],
  ])("%s", (_what, sketch, expected) => {
    expect(caseOf(sketch).documents).toEqual(expected);
  });
});

describe("the route", () => {
  test.each<[string | null, string, Sketch]>([
    [null, "nothing is to be done", { sources: ALL }],
    ["bkn", "he is to be registered", { sources: { ...ALL, bkn: "absent" } }],
    ["bkn", "he is blocked", { sources: { ...ALL, bkn: { status: "DIBLOKIR" } } }],
    ["school", "the diploma is out of step", { sources: { ...ALL, ijazah: { name: "BUDY SANTOSO" } } }],
    [
      "opd",
      "the roster is corrected",
      { roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {}, ktp: {} } },
    ],
    ["opd", "an officer reviews", { duplicates: ["daftar.csv:9"], sources: ALL }],
    [
      "opd",
      "the roster stands alone against all documents",
      { roster: { name: "RUDI HARTONO" }, sources: ALL },
    ],
    [
      "dukcapil_correction",
      "letters on the KTP are Dukcapil's to correct",
      { roster: { name: "BUDY SANTOSO" }, sources: { dukcapil: {}, ktp: { name: "BUDY SANTOSO" } } },
    ],
    [
      "court_change",
      "whole words are a court's to change",
      { roster: { name: "BUDI" }, sources: { dukcapil: {}, ktp: { name: "BUDI" } } },
    ],
    [
      "court_change",
      "a replaced word is as well",
      { roster: { name: "RUDI HARTONO" }, sources: { dukcapil: {}, ktp: { name: "RUDI HARTONO" } } },
    ],
    [
      "opd",
      "the roster's slip is what calls him in, though the KTP is out of step in another field",
      {
        roster: { name: "BUDY SANTOSO" },
        sources: { dukcapil: {}, ktp: { name: "", birthDate: "13-05-1990" } },
      },
    ],
    [
      "opd",
      "a listing of no authority has blocked him",
      { sources: { dukcapil: {}, absensi: { status: "DIBLOKIR" } } },
    ],
    ["dukcapil_correction", "he is not in the registry", { sources: { dukcapil: "absent" } }],
    [
      "dukcapil_correction",
      "the registry has him deceased",
      { sources: { ...ALL, dukcapil: { status: "MENINGGAL" } } },
    ],
    [
      "dukcapil_correction",
      "KTP and diploma are against Dukcapil and roster",
      { sources: { dukcapil: {}, ktp: { name: "BUDY SANTOSO" }, ijazah: { name: "BUDY SANTOSO" } } },
    ],
    ["bkn", "a register of NIPs does not have him", { identifier: "nip", sources: { simpeg: "absent" } }],
    [
      "opd",
      "an office's own register does not have him",
      { identifier: "plain", sources: { simpeg: "absent" } },
    ],
    [
      "dukcapil_correction",
      "Dukcapil does not have him, whatever number he is known by",
      { identifier: "nip", sources: { dukcapil: "absent" } },
    ],
    [
      "dukcapil_correction",
      "the KTP is against a register of NIPs and the roster",
      {
        identifier: "nip",
        roster: { nik: NIP },
        sources: { simpeg: { nik: NIP }, ktp: { nik: "", name: "BUDY SANTOSO" } },
      },
    ],
  ])("is %s where %s", (route, _where, sketch) => {
    expect(caseOf(sketch).route).toBe(route);
  });
});

test("a case keeps all its findings, whatever it is decided by", () => {
  const judged = caseOf({
    duplicates: ["daftar.csv:9"],
    roster: { name: "RUDI HARTONO", birthPlace: "MUARA BLITI" },
    sources: { dukcapil: {}, bkn: "absent" },
  });
  expect(judged.findings.map(({ code }) => code)).toEqual([
    "record.duplicate",
    "name.different",
    "birth_place.spelling",
    "record.not_registered",
  ]);
});
