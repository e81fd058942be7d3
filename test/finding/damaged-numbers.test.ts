/** Numbers that are damaged in a source, people who stand in it twice or not at all: what a clerk would make of them. */
import { describe, expect, test } from "vitest";
import type { IdentifierKind } from "../../src/field/identifier.ts";
import { FIRST_ROW, type Line, runOn } from "../laws/run.ts";
import type { Row } from "../laws/town.ts";

const YANTO: Row = {
  nik: "1605091909989406",
  name: "YANTO SIMANJUNTAK",
  place: "PALEMBANG",
  date: "19-09-1998",
  sex: "L",
};
const as = (nik: string): Row => ({ ...YANTO, nik });
const ZEROED = as("1605091909989400");
const CUT = as("160509190998940");
const SCIENTIFIC = as('"1,60509E+15"');
const OTHER: Row = { ...YANTO, nik: "1605091303809401", name: "BAMBANG WALUYO", date: "13-03-1980" };

/** A diploma shows no number. */
const DIPLOMA = as("");
const MISSPELT: Row = { ...DIPLOMA, name: "YANTO SIMANJUNTAL" };

async function judged(roster: Row, sources: Readonly<Record<string, readonly Row[]>>): Promise<Line> {
  const { cases } = await runOn({ roster: [[roster]], sources });
  return cases[0]!;
}

describe("a whole number is not corrected by damaged ones", () => {
  test.each<[string, Readonly<Record<string, readonly Row[]>>, Partial<Line>]>([
    [
      "zeroed in Dukcapil and in the KTP: only the person can tell",
      { dukcapil: [ZEROED], ktp: [ZEROED] },
      { verdict: "clarify", action: "interview" },
    ],
    [
      "cut in both: no registry confirms it",
      { dukcapil: [CUT], ktp: [CUT] },
      { verdict: "clarify", action: "interview" },
    ],
    ["zeroed in KTP and diploma", { ktp: [ZEROED], ijazah: [ZEROED] }, { verdict: "match", action: "none" }],
    [
      "as Excel shows it in Dukcapil",
      { dukcapil: [SCIENTIFIC] },
      { verdict: "clarify", action: "interview", codes: "nik.excel_damaged" },
    ],
    ["another's, cut, in Dukcapil", { dukcapil: [as("320101999999999"), OTHER] }, { action: "interview" }],
    [
      "zeroed in the KTP, whole in Dukcapil",
      { dukcapil: [YANTO], ktp: [ZEROED] },
      { verdict: "match", action: "none", codes: "nik.excel_damaged" },
    ],
  ])("%s", async (_, sources, expected) => {
    const found = await judged(YANTO, sources);
    expect(found).toMatchObject(expected);
    expect(found["action"]).not.toBe("fix_roster");
  });

  test("and one that ends in 0 by right is not taken for zeroed", async () => {
    const roster = as("1605091909989640");
    const found = await judged(roster, { dukcapil: [roster], ktp: [SCIENTIFIC] });
    expect(found).toMatchObject({ verdict: "match", action: "none", codes: "nik.excel_damaged" });
  });

  test("nor where a zeroed one has the roster's other digits against Dukcapil's", async () => {
    const roster = as("1605091909999406");
    const found = await judged(roster, { dukcapil: [YANTO], ktp: [as("1605091909999400")] });
    expect(found["action"]).not.toBe("fix_roster");
  });

  test("while one zeroed in the roster is, where a whole one has a witness", async () => {
    const found = await judged(ZEROED, { dukcapil: [YANTO], ktp: [YANTO] });
    expect(found).toMatchObject({ action: "fix_roster", proposed_nik: YANTO.nik });
  });
});

describe("a number typed to get past the cell is no number", () => {
  const FILLED = as("1111111111111111");
  test.each<[string, Row, Readonly<Record<string, readonly Row[]>>, Partial<Line>]>([
    [
      "in the roster it is put right at the desk where the KTP confirms Dukcapil's",
      FILLED,
      { dukcapil: [YANTO], ktp: [YANTO] },
      { action: "fix_roster", codes: "nik.malformed", proposed_nik: YANTO.nik },
    ],
    ["in the KTP it speaks against nobody", YANTO, { dukcapil: [YANTO], ktp: [FILLED] }, { action: "none" }],
    [
      "alike in roster and KTP it is asked about",
      FILLED,
      { ktp: [FILLED] },
      { action: "interview", codes: "nik.malformed" },
    ],
    [
      "where only a diploma has the person it is not passed over",
      FILLED,
      { ktp: [OTHER], ijazah: [{ ...YANTO, nik: "" }] },
      { action: "interview" },
    ],
  ])("%s", async (_, roster, sources, expected) => {
    expect(await judged(roster, sources)).toMatchObject(expected);
  });

  test("nor do two people share it", async () => {
    const sources = { dukcapil: [YANTO, OTHER], ktp: [YANTO, OTHER] };
    const { cases } = await runOn({ roster: [[FILLED, { ...OTHER, nik: FILLED.nik }]], sources });
    expect(cases).toMatchObject([{ codes: "nik.malformed" }, { codes: "nik.malformed" }]);
  });
});

test("nobody is given a number at the desk for bearing a name", async () => {
  const sources = { dukcapil: [YANTO, OTHER], ktp: [YANTO] };
  const known = await judged({ ...YANTO, nik: "" }, sources);
  const named = await judged({ ...YANTO, nik: "", date: "", place: "", sex: "" }, sources);
  expect(known["action"]).toBe("fix_roster");
  expect(named["action"]).not.toBe("fix_roster");
});

describe("a person who stands in a source twice", () => {
  test("with one difference is nobody else", async () => {
    const sources = { dukcapil: [YANTO], ktp: [YANTO, { ...YANTO, place: "LAHAT" }] };
    expect(await judged(YANTO, sources)).toMatchObject({ verdict: "match", action: "none", codes: "" });
  });

  test("under one number of a registry but with another name may be a twin", async () => {
    const twin = { ...YANTO, name: "YANTI SIMANJUNTAK", sex: "P" };
    expect(await judged(YANTO, { dukcapil: [YANTO, twin] })).toMatchObject({ codes: "nik.belongs_to_other" });
  });

  test("in the same words is no doubt", async () => {
    const { cases, links } = await runOn({
      roster: [[YANTO]],
      sources: { dukcapil: [YANTO, OTHER, YANTO] },
    });
    expect(cases[0]).toMatchObject({ verdict: "match", action: "none" });
    expect(links).toMatchObject([{ status: "linked", source_row: "2" }]);
  });

  test.each<[string, string, IdentifierKind]>([
    ["zeroed by Excel", "1605091909980000", "nik"],
    ["of which a digit is lost", "160509190998006", "nik"],
    ["with a letter for a digit", "16O5091909980006", "nik"],
    ["that is a NIP", "199809192015031001", "nip"],
    ["that is a NIP, zeroed by Excel", "199809192015031000", "nip"],
    ["of the office's own", "PEG-0042", "plain"],
  ])("in the same words, and with a number %s, is no doubt", async (_, nik, identifier) => {
    const roster = identifier === "nik" ? as("1605091909980006") : as(nik);
    const { links } = await runOn({
      roster: [[roster]],
      sources: { dukcapil: [as(nik), OTHER, as(nik)] },
      identifier,
    });
    expect(links).toMatchObject([{ status: "linked", source_row: "2" }]);
  });

  test.each([
    ["in other letters", [YANTO, { ...YANTO, name: "Yanto Simanjuntak, S.Pd", place: "Palembang" }]],
    ["with a gap", [{ ...YANTO, place: "" }, YANTO]],
  ])("under the same number %s is no doubt, and the row that says most is taken", async (_, dukcapil) => {
    const { links } = await runOn({ roster: [[YANTO]], sources: { dukcapil } });
    const most = String(FIRST_ROW + dukcapil.indexOf(YANTO));
    expect(links).toMatchObject([{ status: "linked", source_row: most }]);
  });

  test.each<[string, Row, Row, string]>([
    ["written otherwise", DIPLOMA, { ...DIPLOMA, name: "Yanto Simanjuntak", place: "Palembang" }, "none"],
    ["with the same slip", MISSPELT, MISSPELT, "refer_school"],
    ["without a date", { ...DIPLOMA, date: "" }, { ...DIPLOMA, date: "" }, "none"],
    ["without one that can be read", { ...DIPLOMA, date: "?" }, { ...DIPLOMA, date: "?" }, "none"],
    [
      "without a date, one without a place",
      { ...DIPLOMA, date: "" },
      { ...DIPLOMA, date: "", place: "" },
      "none",
    ],
  ])("with the diplomas of two schools, %s, is no doubt", async (_, one, other, action) => {
    const { cases, links } = await runOn({
      roster: [[YANTO]],
      sources: { dukcapil: [YANTO, OTHER], ijazah: [one, other] },
    });
    expect(cases[0]).toMatchObject({ action });
    expect(links.filter(({ source }) => source === "ijazah")).toMatchObject([{ status: "linked" }]);
  });

  test.each([
    ["birth date", { date: "" }, { date: "07-09-1991" }],
    ["birth place", { place: "" }, { place: "LAHAT" }],
  ])(
    "with diplomas of unlike people may be either where the roster has no %s",
    async (_, without, unlike) => {
      const { links } = await runOn({
        roster: [[{ ...YANTO, ...without }]],
        sources: { ijazah: [DIPLOMA, { ...DIPLOMA, ...unlike }] },
      });
      expect(links).toHaveLength(2);
      for (const { status } of links) expect(status).toBe("ambiguous");
    },
  );

  test.each([
    ["no birth date is in the roster", { date: "" }, { date: "07-09-1991" }, { date: "" }],
    ["no birth place is in the roster", { place: "" }, { place: "LAHAT" }, { place: "" }],
    ["a birth date cannot be read", {}, { date: "?" }, { date: "" }],
  ])(
    "with diplomas of which one has a gap is in no doubt because of their order, where %s",
    async (_, without, unlike, gap) => {
      const [full, other, lacking] = [DIPLOMA, { ...DIPLOMA, ...unlike }, { ...DIPLOMA, ...gap }];
      const said = [];
      for (const ijazah of [
        [lacking, full, other],
        [full, lacking, other],
        [full, other, lacking],
        [other, lacking, full],
      ]) {
        const { links } = await runOn({ roster: [[{ ...YANTO, ...without }]], sources: { ijazah } });
        said.push(links.map(({ status, probability }) => `${status} ${probability}`));
      }
      expect(new Set(said.map(String)).size).toBe(1);
    },
  );

  test.each([
    ["birth date and place", DIPLOMA],
    ["and place", { ...DIPLOMA, date: "" }],
  ])("with diplomas may be two where the roster has two of that name, %s", async (_, diploma) => {
    const namesake = as("1605091909989407");
    const { links } = await runOn({
      roster: [[YANTO, namesake]],
      sources: { dukcapil: [YANTO, namesake], ijazah: [diploma, diploma] },
    });
    const diplomas = links.filter(({ source }) => source === "ijazah");
    expect(diplomas).toHaveLength(4);
    for (const { status } of diplomas) expect(status).toBe("ambiguous");
  });

  test.each([
    ["the same word for word", DIPLOMA, DIPLOMA],
    ["written otherwise", DIPLOMA, { ...DIPLOMA, name: "Yanto Simanjuntak" }],
    ["the first with a gap", { ...DIPLOMA, place: "" }, DIPLOMA],
  ])("leaves no second diploma to a twin, %s", async (_, one, other) => {
    const twin = { ...as("1605091909989407"), name: "YANTI SIMANJUNTAK", sex: "P" };
    const { links } = await runOn({
      roster: [[twin, YANTO]],
      sources: { dukcapil: [YANTO, twin, OTHER], ijazah: [one, other] },
    });
    const diplomas = links.filter(({ source }) => source === "ijazah");
    expect(diplomas.map(({ status }) => status)).toEqual(["not_found", "linked"]);
  });

  test("is one by the number, however it and the place are written and the rows are ordered", async () => {
    const quoted = as(`'${YANTO.nik}`);
    const dateless = { ...YANTO, date: "" };
    const bare = { ...YANTO, date: "", place: "" };
    for (const ktp of [
      [quoted, dateless, YANTO, bare],
      [quoted, YANTO, bare, dateless],
      [bare, { ...dateless, place: "LAHAT" }, quoted, YANTO],
    ]) {
      const { cases, links } = await runOn({ roster: [[{ ...YANTO, place: "" }]], sources: { ktp } });
      expect(cases[0]).toMatchObject({ verdict: "match", action: "none" });
      expect(links).toMatchObject([{ status: "linked", birth_date: "same" }]);
    }
  });

  test("is one by the number where two places are all that its rows say of the birth", async () => {
    const dateless = { ...YANTO, date: "" };
    const ktp = [
      { ...dateless, nik: `'${YANTO.nik}` },
      { ...dateless, place: "LAHAT" },
    ];
    const { cases, links } = await runOn({ roster: [[{ ...YANTO, place: "" }]], sources: { ktp } });
    expect(cases[0]).toMatchObject({ verdict: "match", action: "none" });
    expect(links).toMatchObject([{ status: "linked", birth_date: "missing" }]);
  });

  test("in the same words but without a number may be two", async () => {
    const unnumbered = { ...YANTO, nik: "" };
    const { links } = await runOn({ roster: [[YANTO]], sources: { bkn: [unnumbered, OTHER, unnumbered] } });
    expect(links[0]).toMatchObject({ status: "ambiguous" });
  });

  test("in the same words and with no more left of the number than its region may be two", async () => {
    const { links } = await runOn({
      roster: [[YANTO]],
      sources: { dukcapil: [SCIENTIFIC, OTHER, SCIENTIFIC] },
    });
    expect(links[0]).toMatchObject({ status: "ambiguous" });
  });
});

test("whom no document has was compared with nothing", async () => {
  const found = await judged(YANTO, { ktp: [OTHER] });
  expect(found).toMatchObject({ verdict: "not_found", action: "review" });
  expect(found["documents"]).toContain("ktp_el");
});

test("a number that nobody has whole is asked for, be there a document of the person or none", async () => {
  for (const ijazah of [[{ ...YANTO, nik: "" }], [OTHER]])
    expect(await judged(SCIENTIFIC, { ijazah })).toMatchObject({
      action: "interview",
      codes: expect.stringContaining("nik.excel_damaged"),
    });
});
