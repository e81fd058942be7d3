/** What answers of Dukcapil make of a case, from the files on. */
import { describe, expect, test } from "vitest";
import { type Row, runOnFiles } from "../run-on-files.ts";

const NIK = "1605091205909001";
const HEADER = "NIK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,RESPON";
const BUDI = "BUDI SANTOSO,MUARA BELITI,12-05-1990,L";
const FINE = "Sesuai (100),Sesuai (100),Sesuai,Sesuai";

/** The files of a run: lines below the header. */
interface Given {
  readonly roster?: readonly string[];
  readonly answers: readonly string[];
  readonly later?: readonly string[];
  readonly dukcapil?: readonly string[];
  readonly ktp?: readonly string[];
}

async function run(given: Given): Promise<{ cases: Row[]; findings: Row[]; links: Row[] }> {
  const { answers, later, roster = [`${NIK},${BUDI}`] } = given;
  const people = "NIK,Nama,Tempat Lahir,Tanggal Lahir,JK";
  // a column is known by its content: rows about people who are not in the roster show what it holds
  const others = Array.from({ length: 4 }, (_, i) => `160509120590910${i},${FINE},`);
  const files: Record<string, readonly string[]> = {
    "daftar.csv": [people, ...roster],
    "senin.csv": [HEADER, ...answers, ...others],
    ...(later === undefined ? {} : { "selasa.csv": [HEADER, ...later, ...others] }),
  };
  const sources: Record<string, unknown> = {
    jawaban: { files: Object.keys(files).filter((name) => name !== "daftar.csv"), kind: "answers" },
  };
  for (const name of ["dukcapil", "ktp"] as const) {
    const rows = given[name];
    if (rows === undefined) continue;
    files[`${name}.csv`] = [people, ...rows];
    sources[name] = `${name}.csv`;
  }
  const settings = { roster: "daftar.csv", sources, asOf: "2022-10-31", formats: ["csv"] };
  const { table } = await runOnFiles(files, settings);
  return { cases: table("cases"), findings: table("findings"), links: table("links") };
}

const answer = (said: string): string => `${NIK},${said}`;
const brief = ({ verdict, action }: Row): string => `${verdict} ${action}`;
const codesOf = (findings: readonly Row[]): string[] =>
  findings.filter(({ source }) => source === "jawaban").map(({ code, severity }) => `${code} ${severity}`);

describe("an answer about the roster's NIK", () => {
  test.each<[string, string, string, readonly string[]]>([
    ["all conforms", `${FINE},`, "match none", []],
    [
      "the name is similar by its score",
      "Sesuai (92),Sesuai (100),Sesuai,Sesuai,",
      "clarify interview",
      ["name.different low"],
    ],
    [
      "the place is similar by its score",
      "Sesuai (100),Sesuai (85),Sesuai,Sesuai,",
      "clarify interview",
      ["birth_place.spelling low"],
    ],
    [
      "the name is another",
      "Tidak Sesuai (0),Sesuai (100),Sesuai,Sesuai,",
      "clarify interview",
      ["name.different high"],
    ],
    [
      "the place is another",
      "Sesuai (100),Tidak Sesuai (0),Sesuai,Sesuai,",
      "clarify interview",
      ["birth_place.different high"],
    ],
    [
      "the date is another",
      "Sesuai (100),Sesuai (100),Tidak Sesuai,Sesuai,",
      "clarify interview",
      ["birth_date.different high"],
    ],
    [
      "the sex is another",
      "Sesuai (100),Sesuai (100),Sesuai,Tidak Sesuai,",
      "clarify interview",
      ["sex.different high"],
    ],
    [
      "name and date are another's",
      "Tidak Sesuai (0),Sesuai (100),Tidak Sesuai,Sesuai,",
      "mismatch interview",
      ["nik.belongs_to_other high", "name.different high", "birth_date.different high"],
    ],
    ["deceased", `${FINE},11`, "clarify interview", ["record.deceased high"]],
    ["double", `${FINE},12`, "clarify refer_dukcapil", ["record.double high"]],
    ["not in the database", ",,,,13", "not_found interview", ["record.not_found high"]],
    ["inactive", `${FINE},14`, "clarify refer_dukcapil", ["record.inactive high"]],
    ["not a NIK", ",,,,15", "not_found interview", ["record.not_found high"]],
    [
      "not found, in the name's place",
      "Data Tidak Ditemukan,,,,",
      "not_found interview",
      ["record.not_found high"],
    ],
    ["the quota is used up", ",,,,Kuota hari ini habis", "ambiguous review", ["document.missing hint"]],
    ["the address is not known", ",,,,IP tidak terdaftar", "ambiguous review", ["document.missing hint"]],
    ["nothing", ",,,,", "ambiguous review", ["document.missing hint"]],
    [
      "found, and nothing about the person",
      ",,,,Data Ditemukan",
      "ambiguous review",
      ["document.missing hint"],
    ],
    ["only the sex conforms", ",,,Sesuai,", "ambiguous review", ["document.missing hint"]],
  ])("%s", async (_what, said, outcome, codes) => {
    const { cases, findings } = await run({ answers: [answer(said)] });
    expect(cases.map(brief)).toEqual([outcome]);
    expect(codesOf(findings)).toEqual(codes);
  });

  test("stands in links.csv as Dukcapil judged it", async () => {
    const { links } = await run({ answers: [answer("Sesuai (92),Tidak Sesuai (0),Sesuai,,")] });
    expect(links).toMatchObject([
      {
        source: "jawaban",
        source_row: "2",
        status: "linked",
        nik: "same",
        name: "near",
        birth_place: "different",
        birth_date: "same",
        sex: "missing",
      },
    ]);
  });

  test("that says nothing is quoted with its row, so that it can be asked again", async () => {
    const { findings, links } = await run({ answers: [answer(",,,,Kuota hari ini habis")] });
    expect(links).toMatchObject([{ source_row: "2", status: "linked" }]);
    expect(findings).toMatchObject([{ source_row: "2", source_value: "Kuota hari ini habis" }]);
  });

  test("is quoted as the source's value, and never proposed as one", async () => {
    const { cases, findings } = await run({ answers: [answer("Sesuai (92),Sesuai (100),Sesuai,Sesuai,")] });
    expect(findings[0]).toMatchObject({ roster_value: "BUDI SANTOSO", source_value: "Sesuai (92)" });
    expect(cases[0]).toMatchObject({ proposed_name: "" });
  });
});

describe("a NIK", () => {
  test("that was not asked is unanswered, not absent", async () => {
    const { cases, links } = await run({ answers: [] });
    expect(cases.map(brief)).toEqual(["ambiguous review"]);
    expect(links).toMatchObject([{ status: "not_found" }]);
  });

  test("that differs in one digit was not asked", async () => {
    const { cases } = await run({ answers: [`1605091205909002,${FINE},`] });
    expect(cases.map(brief)).toEqual(["ambiguous review"]);
  });

  test("asked again after a refusal has the later answer, whichever file comes first", async () => {
    const refused = answer(",,,,Kuota hari ini habis");
    const answered = answer(`${FINE},`);
    for (const [answers, later] of [
      [[refused], [answered]],
      [[answered], [refused]],
    ] as const) {
      const { cases, links } = await run({ answers, later });
      expect(cases.map(brief)).toEqual(["match none"]);
      expect(links).toMatchObject([{ status: "linked", name: "same" }]);
    }
  });

  test("answered twice the same is answered", async () => {
    const { cases } = await run({ answers: [answer(`${FINE},`)], later: [answer(`${FINE},`)] });
    expect(cases.map(brief)).toEqual(["match none"]);
  });

  test("answered in two ways is ambiguous", async () => {
    const other = answer("Tidak Sesuai (0),Sesuai (100),Sesuai,Sesuai,");
    const { cases, findings, links } = await run({ answers: [answer(`${FINE},`)], later: [other] });
    expect(cases.map(brief)).toEqual(["ambiguous review"]);
    expect(links.map(({ status }) => status)).toEqual(["ambiguous", "ambiguous"]);
    // as which, and not as one that nobody answered
    expect(codesOf(findings)).toEqual(["record.ambiguous high"]);
    expect(findings[0]).toMatchObject({
      source_value: expect.stringMatching(/senin\.csv:2, .*selasa\.csv:2$/),
    });
  });

  test("on the rows of two people confirms neither", async () => {
    const roster = [`${NIK},${BUDI}`, `${NIK},RATNA JUWITA,LAHAT,30-01-1985,P`];
    const { cases, links } = await run({ roster, answers: [answer(`${FINE},`)] });
    expect(cases.map(brief)).toEqual(["clarify interview", "clarify interview"]);
    expect(links.map(({ status }) => status)).toEqual(["ambiguous", "ambiguous"]);
  });
});

describe("an answer beside the name that was asked", () => {
  const ASKED = "NIK,NAMA,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,RESPON";
  const NAMES = ["HARTONO WIJAYA", "EKO PRASETYO", "SITI MARYAM", "YANTO PURNOMO"];
  const RATNA = "RATNA JUWITA,LAHAT,30-01-1985,P";

  async function runAsked(asked: readonly string[], more: Pick<Given, "roster" | "dukcapil"> = {}) {
    const { roster = [`${NIK},${BUDI}`], dukcapil } = more;
    const others = NAMES.map((name, i) => `160509120590910${i},${name},${FINE},`);
    const people = "NIK,Nama,Tempat Lahir,Tanggal Lahir,JK";
    const files: Record<string, readonly string[]> = {
      "daftar.csv": [people, ...roster],
      "jawaban.csv": [ASKED, ...asked.map((line) => `${NIK},${line}`), ...others],
      ...(dukcapil === undefined ? {} : { "dukcapil.csv": [people, ...dukcapil] }),
    };
    const { table } = await runOnFiles(files, {
      roster: "daftar.csv",
      sources: {
        jawaban: { files: "jawaban.csv", kind: "answers" },
        ...(dukcapil === undefined ? {} : { dukcapil: "dukcapil.csv" }),
      },
      asOf: "2022-10-31",
      formats: ["csv"],
    });
    return { cases: table("cases"), findings: table("findings"), links: table("links") };
  }

  test.each<[string, string, string, readonly string[]]>([
    ["is the row's", `BUDI SANTOSO,${FINE},`, "match none", []],
    ["is the row's in another writing", `"Budi Santoso, S.Pd",${FINE},`, "match none", []],
    ["is not told", `,${FINE},`, "match none", []],
    ["is the row's in another spelling", `BUDY SANTOSO,${FINE},`, "clarify interview", ["name.spelling low"]],
    ["is the row's cut short", `B. SANTOSO,${FINE},`, "clarify interview", ["name.abbreviated low"]],
    [
      "is similar, and conforms by a score",
      "BUDY SANTOSO,Sesuai (92),Sesuai (100),Sesuai,Sesuai,",
      "clarify interview",
      ["name.different low"],
    ],
    [
      "is similar, and does not conform",
      "BUDY SANTOSO,Tidak Sesuai (0),Sesuai (100),Sesuai,Sesuai,",
      "clarify interview",
      ["name.different high"],
    ],
    ["is another's, whose number it is", `HERMANTO,${FINE},`, "clarify interview", ["name.different high"]],
    [
      "is another's, whose number it is not either",
      "HERMANTO,Tidak Sesuai (0),Sesuai (100),Tidak Sesuai,Sesuai,",
      "ambiguous review",
      ["document.missing hint"],
    ],
    [
      "is another's, and the number nobody's",
      "HERMANTO,,,,,13",
      "not_found interview",
      ["record.not_found high"],
    ],
    [
      "is another's, and a word for a status",
      "GANDA SIREGAR,,,,,",
      "ambiguous review",
      ["document.missing hint"],
    ],
  ])("which %s", async (_what, said, outcome, codes) => {
    const { cases, findings } = await runAsked([said]);
    expect(cases.map(brief)).toEqual([outcome]);
    expect(codesOf(findings)).toEqual(codes);
  });

  test("is about whoever has the number where the row has no name", async () => {
    const { findings } = await runAsked([`BUDI SANTOSO,Sesuai (100),Sesuai (100),Tidak Sesuai,Sesuai,`], {
      roster: [`${NIK},,MUARA BELITI,12-05-1990,L`, `1605094107929002,${RATNA}`],
    });
    expect(codesOf(findings)).toContain("birth_date.different high");
  });

  test("names whom Dukcapil was asked about", async () => {
    const { findings } = await runAsked([`HERMANTO,${FINE},`]);
    expect(findings[0]).toMatchObject({ source_value: "HERMANTO → Sesuai (100)" });
  });

  test("is about the one of two rows with the number that has the name", async () => {
    const roster = [`${NIK},${RATNA}`, `${NIK},${BUDI}`];
    const { cases, links } = await runAsked([`BUDI SANTOSO,${FINE},`], { roster });
    expect(cases.map(brief)).toEqual(["clarify interview", "match none"]);
    expect(links.map(({ status }) => status)).toEqual(["not_found", "linked"]);
  });

  test("leaves whom the extract confirms to be content with it", async () => {
    const { cases } = await runAsked(["HERMANTO,Tidak Sesuai (0),Sesuai (100),Tidak Sesuai,Sesuai,"], {
      dukcapil: [`${NIK},${BUDI}`],
    });
    expect(cases.map(brief)).toEqual(["match none"]);
  });
});

describe("beside other sources", () => {
  const row = `${NIK},${BUDI}`;
  const namedBudy = `${NIK},BUDY SANTOSO,MUARA BELITI,12-05-1990,L`;
  const similar = answer("Sesuai (92),Sesuai (100),Sesuai,Sesuai,");
  test.each<[string, Given, string]>([
    [
      "a KTP that agrees with the roster refers a similar name to Dukcapil",
      { answers: [similar], ktp: [row] },
      "clarify refer_dukcapil",
    ],
    [
      "a KTP that agrees with the roster refers an absence to Dukcapil",
      { answers: [answer(",,,,13")], ktp: [row] },
      "not_found refer_dukcapil",
    ],
    ["a KTP does not stand in for an answer", { answers: [], ktp: [row] }, "ambiguous review"],
    [
      "a KTP that differs alone is out of step",
      { answers: [answer(`${FINE},`)], ktp: [namedBudy] },
      "clarify refer_dukcapil",
    ],
    ["an extract speaks where nothing was answered", { answers: [], dukcapil: [row] }, "match none"],
    [
      "an answer contradicting the extract calls in",
      { answers: [similar], dukcapil: [row] },
      "clarify interview",
    ],
    [
      "an answer siding with the roster against the extract calls in",
      { answers: [answer(`${FINE},`)], dukcapil: [namedBudy] },
      "clarify interview",
    ],
    [
      "an answer outweighs absence from an extract",
      { answers: [answer(`${FINE},`)], dukcapil: [`1605094107859999,SITI,LAHAT,01-07-1985,P`] },
      "match none",
    ],
    ["code 13 outweighs an extract", { answers: [answer(",,,,13")], dukcapil: [row] }, "not_found interview"],
  ])("%s", async (_what, given, outcome) => {
    expect((await run(given)).cases.map(brief)).toEqual([outcome]);
  });

  describe("code 13 about a mistyped number", () => {
    const mistyped = "1605091205909010";
    const given = { roster: [`${mistyped},${BUDI}`], answers: [`${mistyped},,,,,13`] };

    test.each<[string, Partial<Given>, string]>([
      [
        "leaves it to be corrected where extract and KTP have the right one",
        { dukcapil: [row], ktp: [row] },
        "clarify fix_roster",
      ],
      ["is no witness for a correction", { dukcapil: [row] }, "clarify interview"],
      [
        "refers to Dukcapil where the KTP has it too",
        { dukcapil: [row], ktp: [`${mistyped},${BUDI}`] },
        "clarify refer_dukcapil",
      ],
      ["speaks where the extract has the same", { dukcapil: [`${mistyped},${BUDI}`] }, "not_found interview"],
      ["speaks where the extract has none", { dukcapil: [`,${BUDI}`], ktp: [row] }, "not_found interview"],
      ["speaks where no extract has the person", { ktp: [row] }, "not_found interview"],
    ])("%s", async (_what, more, outcome) => {
      expect((await run({ ...given, ...more })).cases.map(brief)).toEqual([outcome]);
    });

    test("is told as a hint where the extract has the person under another", async () => {
      const { findings } = await run({ ...given, dukcapil: [row], ktp: [row] });
      expect(codesOf(findings)).toEqual(["record.not_found hint"]);
    });
  });

  test("an answer is no witness for a correction at the desk", async () => {
    // KTP and answer are all there is: the answer says that the name is similar, not that the KTP's is right
    const { cases } = await run({ answers: [similar], ktp: [namedBudy] });
    expect(cases.map(brief)).toEqual(["clarify interview"]);
  });
});
