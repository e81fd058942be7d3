/** What the terminal and the reports say of a run that may mislead. */
import { describe, expect, test } from "vitest";
import { notices } from "../../src/report/notices.ts";
import type { InputSummary, RunSummary, SourceSummary } from "../../src/report/summary.ts";
import { SUMMARY } from "./sample-summary.ts";

const [ROSTER, REGISTRY] = SUMMARY.inputs.map((input) => rejecting(input, 0)) as [InputSummary, InputSummary];
const DUKCAPIL = SUMMARY.sources.find(({ name }) => name === "dukcapil")!;
const BKN: SourceSummary = { ...DUKCAPIL, name: "bkn", kind: "listing", linked: 9, rows: 10 };

function withColumns(input: InputSummary, ...fields: string[]): InputSummary {
  return { ...input, columns: fields.map((field) => ({ field, header: field })) };
}

function rejecting(input: InputSummary, rejected: number): InputSummary {
  return { ...input, rows: { ...input.rows, rejected } };
}

function run(inputs: readonly InputSummary[], ...sources: SourceSummary[]): RunSummary {
  return { ...SUMMARY, inputs, sources };
}

const WHOLE = [
  withColumns(ROSTER, "nik", "name", "birth_date"),
  withColumns(REGISTRY, "nik", "name", "birth_place_and_date"),
];

test("a whole run has nothing to be noted", () => {
  expect(notices(run(WHOLE, DUKCAPIL, BKN), "id")).toEqual([]);
});

test("a roster without names or birth dates was not checked for them, and a registry without NIKs neither", () => {
  const inputs = [withColumns(ROSTER, "nik"), withColumns(REGISTRY, "name", "birth_date")];
  expect(notices(run(inputs, DUKCAPIL), "en")).toEqual([
    'roster, data/daftar-non-asn.csv: no column was found for name, so it was not checked. If there is one, name it with --map roster.name="HEADER".',
    'roster, data/daftar-non-asn.csv: no column was found for birth date, so it was not checked. If there is one, name it with --map roster.birth_date="HEADER".',
    'Dukcapil, data/dukcapil.csv: no column was found for identifier (NIK), so it was not checked. If there is one, name it with --map dukcapil.nik="HEADER".',
  ]);
});

test("a column that is missing is called by the identifier that is compared", () => {
  const inputs = [withColumns(ROSTER, "name", "birth_date"), WHOLE[1]!];
  const of = (identifier: "nip" | "plain") =>
    notices({ ...run(inputs, DUKCAPIL), options: { identifier, formats: ["csv"] } }, "id")[0];
  expect(of("nip")).toContain("kolom NIP tidak ditemukan");
  expect(of("plain")).toContain("kolom nomor identitas tidak ditemukan");
});

test("whoever stands in a rejected row was not checked, or may seem not to be found", () => {
  const inputs = WHOLE.map((input, at) => rejecting(input, [1240, 7][at]!));
  expect(notices(run(inputs, DUKCAPIL), "id")).toEqual([
    "daftar, data/daftar-non-asn.csv: 1.240 baris ditolak, jadi siapa yang tertulis di sana tidak diperiksa. Lihat alasannya, perbaiki berkasnya, lalu jalankan lagi.",
    "Dukcapil, data/dukcapil.csv: 7 baris ditolak, jadi siapa yang tertulis di sana dapat tampak tidak ditemukan. Lihat alasannya, perbaiki berkasnya, lalu jalankan lagi.",
  ]);
  expect(notices(run(inputs, DUKCAPIL), "en")[0]).toContain(
    "rejected: 1,240; whoever stands in them was not",
  );
});

test("a copy counts people twice; two sheets of one workbook do not", () => {
  const [roster, registry] = WHOLE as [InputSummary, InputSummary];
  const copy = (path: string): InputSummary => ({ ...roster, path });
  expect(notices(run([roster, copy("data/salinan.csv"), registry], DUKCAPIL), "en")).toEqual([
    "File data/salinan.csv (roster) is a copy of data/daftar-non-asn.csv (roster): people are counted twice, or a source confirms itself. Check that it is the right file.",
  ]);
  expect(notices(run([copy("a.xlsx#Dinkes"), copy("a.xlsx#Disdik"), registry], DUKCAPIL), "en")).toEqual([]);
});

test("a roster and a source that each look like the other have changed places", () => {
  const [roster, registry] = WHOLE as [InputSummary, InputSummary];
  const seemingly = (input: InputSummary, likely_role: string): InputSummary => ({ ...input, likely_role });
  const both = [seemingly(roster, "dukcapil"), seemingly(registry, "roster")];
  expect(notices(run(both, DUKCAPIL), "en")).toEqual([
    "Roster and source seem to have changed places: data/daftar-non-asn.csv was given as the roster and looks like Dukcapil; data/dukcapil.csv was given as Dukcapil and looks like a roster. If so, exchange them in the command or the configuration file and run again.",
  ]);
  for (const one of [
    [seemingly(roster, "bkn"), registry],
    [roster, seemingly(registry, "roster")],
  ])
    expect(notices(run(one, DUKCAPIL), "en")).toEqual([]);
});

test("a source in which nobody was found may be the wrong file; a listing may be of others", () => {
  const nobody = { linked: 0, ambiguous: 0, not_found: 1234 };
  expect(notices(run(WHOLE, { ...DUKCAPIL, ...nobody }, { ...BKN, ...nobody }), "id")).toEqual([
    "Dukcapil: tidak seorang pun ditemukan. Periksa apakah berkasnya benar.",
  ]);
});

test("a source whose numbers are mostly cut is to be asked for again; a few may be slips", () => {
  const most = { ...DUKCAPIL, linked: 20, cut_identifiers: 17 };
  expect(notices(run(WHOLE, most), "en")[0]).toMatch(
    /^Dukcapil: most NIKs differ from the roster's as if Excel/,
  );
  for (const few of [
    { linked: 20, cut_identifiers: 9 },
    { linked: 2, cut_identifiers: 2 },
  ])
    expect(notices(run(WHOLE, { ...DUKCAPIL, ...few }), "en")).toEqual([]);
});

test("of several files those are named whose numbers are cut, however few they are among all", () => {
  const few = { ...DUKCAPIL, linked: 1000, cut_identifiers: 40, cut_files: ["dinkes.csv", "disdik.csv"] };
  expect(notices(run(WHOLE, few), "en")).toEqual([
    expect.stringMatching(/^In dinkes\.csv, disdik\.csv most NIKs differ .*\(Dukcapil\) as if Excel/),
  ]);
  expect(notices(run(WHOLE, few), "id")[0]).toMatch(/^Berkas dinkes\.csv, disdik\.csv: sebagian besar NIK/);
});

test("files without units are named where they are thrown together with others", () => {
  const [roster, registry] = WHOLE as [InputSummary, InputSummary];
  const nameless = { ...roster, path: "lama.csv", sha256: "", without_units: true };
  expect(notices(run([roster, nameless, registry], DUKCAPIL), "en")).toEqual([
    expect.stringMatching(/^No agency is named in: lama\.csv\./),
  ]);
});

test("a --map is remarked on that names a column of something else", () => {
  const [roster, registry] = WHOLE as [InputSummary, InputSummary];
  const unlike = {
    ...roster,
    columns: [...roster.columns.slice(1), { field: "nik", header: "Nama", fits: 0 }],
  };
  const name = { field: "name", header: "TMPT_LHR", means: "birth_place" as const };
  const other = { ...registry, columns: [...registry.columns.filter(({ field }) => field !== "name"), name] };
  const said = notices(run([unlike, other], DUKCAPIL), "en");
  expect(said).toEqual([
    expect.stringMatching(
      /--map roster\.nik names the column “Nama”, of which only 0\.0% reads as identifier/,
    ),
    expect.stringMatching(/--map dukcapil\.name names the column “TMPT_LHR”, whose header means birth place/),
  ]);
});

test("numbers that carry hardly any birth date are remarked on", () => {
  const [roster, registry] = WHOLE as [InputSummary, InputSummary];
  const columns = [...roster.columns.slice(1), { field: "nik", header: "NIK", carrying: 0.02 }];
  const said = (language: "en" | "id") =>
    notices(run([{ ...roster, columns }, registry], DUKCAPIL), language);
  expect(said("en")).toEqual([
    expect.stringMatching(/of the NIKs in the column “NIK” only 2\.0% carry the person's birth date/),
  ]);
  expect(said("id")).toEqual([expect.stringMatching(/hanya 2,0% NIK di kolom “NIK” memuat tanggal lahir/)]);
});

test("a hidden sheet of people is named", () => {
  const [roster, registry] = WHOLE as [InputSummary, InputSummary];
  const hiding = { ...roster, path: "a.xlsx", hidden_sheets: ["Lama"] };
  expect(notices(run([hiding, registry], DUKCAPIL), "id")).toEqual([
    expect.stringContaining("a.xlsx: lembar tersembunyi “Lama” tidak dibaca"),
  ]);
});

test("with listings alone, to match says little", () => {
  expect(notices(run(WHOLE, BKN), "en")[0]).toMatch(/MATCH only means/);
});

describe("statuses that say nothing known", () => {
  const texts = [
    { text: "APS", people: 3 },
    { text: "\u001b[2Jcuti", people: 1 },
  ];

  test("are named with the number of people, and where to say what they mean", () => {
    const bkn = { ...BKN, unknown_statuses: { people: 4, texts } };
    expect(notices(run(WHOLE, DUKCAPIL, bkn), "id")).toEqual([
      "daftar BKN: status yang tidak dikenal artinya dan dianggap tidak menghalangi (orang): “APS” (3), “\uFFFD[2Jcuti” (1). Bila menghalangi, sebut di “blocked” pada berkas pengaturan; bila tidak, di “registered”.",
    ]);
  });

  test("are not all named where they are many, and in a registry only named", () => {
    const dukcapil = { ...DUKCAPIL, unknown_statuses: { people: 9, texts: texts.slice(0, 1) } };
    expect(notices(run(WHOLE, dukcapil), "en")).toEqual([
      "Dukcapil: statuses that say nothing known and were taken as no obstacle (people): “APS” (3), ….",
    ]);
  });
});
