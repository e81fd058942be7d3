/** What a person reads on the terminal when a run is done. */
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ACTIONS, VERDICTS } from "../../src/finding/codes.ts";
import type { RunSummary } from "../../src/report/summary.ts";
import { renderTerminal, type Style } from "../../src/report/terminal.ts";
import { ACTION_LABELS, VERDICT_LABELS } from "../../src/words/judgement.ts";
import { SUMMARY, unit } from "./sample-summary.ts";

const PLAIN: Style = { heading: (text) => text, strong: (text) => text, faint: (text) => text };

function render(summary: RunSummary = SUMMARY, language: "id" | "en" = "id", width = 80): string {
  return renderTerminal(summary, language, PLAIN, "hasil", width);
}

function withUnits(...units: ReturnType<typeof unit>[]): RunSummary {
  return { ...SUMMARY, cases: { ...SUMMARY.cases, by_unit: units } };
}

test("the summary in Indonesian at 80 columns", () => {
  expect(render()).toBe(`1.234 orang diperiksa, 200 perlu tindak lanjut.

Hasil pemadanan (orang)
  SESUAI             1.034  83,8%  ####################
  PERLU KLARIFIKASI    180  14,6%  ####
  TIDAK SESUAI           4   0,3%  #
  GANDA                  6   0,5%  #
  MERAGUKAN              2   0,2%  #
  TIDAK DITEMUKAN        8   0,6%  #

Tindak lanjut (orang)
  panggil                     12   1,0%  #
  telaah petugas               5   0,4%  #
  rujuk ke Disdukcapil        20   1,6%  #
  rujuk ke sekolah/Disdik      3   0,2%  #
  perbaiki daftar            140  11,3%  ###
  daftarkan ke BKN            20   1,6%  #
  tidak perlu tindakan     1.034  83,8%  ####################

Temuan terbanyak (orang)
  Ejaan nama berbeda                120  9,7%  ##
  NIK berbeda satu atau dua angka    31  2,5%  #
  Tanggal dan bulan lahir tertukar   31  2,5%  #

OPD dengan kasus terbanyak (perlu tindak lanjut dari semua)
  120 dari 700: DINAS PENDIDIKAN DAN KEBUDAYAAN KABUPATEN MUSI RAWAS WILAYAH
    TIMUR
  60 dari 300: RSUD
  20 dari 34: (tanpa OPD)

Berkas yang dibaca
  daftar, data/daftar-non-asn.csv: 1.240 baris = 1.234 dipakai + 4 ditolak + 2
    bukan data
  Dukcapil, data/dukcapil.csv: 20.007 baris = 20.001 dipakai + 0 ditolak + 6
    bukan data

Padanan per sumber
  Dukcapil: 1.200 ditemukan, 4 meragukan, 30 tidak ditemukan; perkiraan padanan
    keliru 0,3, terlewat 1,3

Perlu diperhatikan
  daftar, data/daftar-non-asn.csv: 4 baris ditolak, jadi siapa yang tertulis di
    sana tidak diperiksa. Lihat alasannya, perbaiki berkasnya, lalu jalankan
    lagi.

Selanjutnya
  Semua hasil ada di folder hasil.
  Buka dulu ${path.join("hasil", "cases.csv")}: satu baris untuk setiap orang di daftar.
  6 baris daftar tampaknya ganda, dalam 3 kelompok: ${path.join("hasil", "duplicates.csv")}
  4 baris ditolak; alasannya ada di ${path.join("hasil", "rejected.csv")}
`);
});

test.each(["id", "en"] as const)(
  "no number of a person in the folder's name is repeated, in %s",
  (language) => {
    const out = path.join("data", "1605091205909001-hasil");
    const text = renderTerminal(SUMMARY, language, PLAIN, out, 1000);
    expect(text).not.toContain("160509");
    expect(text).toMatch(/folder .*--out/);
    expect(text).toContain(path.join("data", "**********-hasil", "cases.csv"));
    const dated = renderTerminal(SUMMARY, language, PLAIN, "hasil-2022-10-31", 1000);
    expect(dated).toMatch(/folder hasil-2022-10-31\.\n/);
  },
);

describe.each(["id", "en"] as const)("in %s", (language) => {
  test.each([40, 60, 80, 100])("no line is longer than %d columns", (width) => {
    for (const line of render(SUMMARY, language, width).split("\n"))
      expect(line.length).toBeLessThanOrEqual(width);
  });

  test("every verdict and action stands by its label and its count, bars or not", () => {
    const lines = render(SUMMARY, language, 40).split("\n");
    expect(lines.join("\n")).not.toContain("##");
    const find = (label: string): string | undefined => lines.find((line) => line.startsWith(`  ${label} `));
    for (const verdict of VERDICTS) {
      expect(find(VERDICT_LABELS[verdict][language])).toContain(
        String(SUMMARY.cases.by_verdict[verdict] % 1000),
      );
    }
    for (const action of ACTIONS) {
      expect(find(ACTION_LABELS[action][language])).toContain(String(SUMMARY.cases.by_action[action] % 1000));
    }
  });
});

test("colour adds nothing that the words do not say", () => {
  const mark = (text: string): string => `<${text}>`;
  const styled = renderTerminal(SUMMARY, "en", { heading: mark, strong: mark, faint: mark }, "hasil", 80);
  expect(styled).not.toBe(render(SUMMARY, "en"));
  expect(styled.replace(/[<>]/g, "")).toBe(render(SUMMARY, "en"));
});

test("only units with cases are listed, ten at most, and how many more there are", () => {
  const units = Array.from({ length: 13 }, (_, at) => unit(`OPD ${at}`, 13 - at, 20));
  const text = render(withUnits(...units, unit("OPD TENANG", 0, 9)));
  expect(text.match(/dari 20: OPD/g)).toHaveLength(10);
  expect(text).toContain("dan 3 OPD lain");
  expect(text).not.toContain("TENANG");
});

test("a unit's cell can neither act on the terminal nor show somebody's NIK or birth date", () => {
  const text = render(withUnits(unit("DINAS\u001B[2J 1605095205909001 lahir 12-05-1990", 1, 2)));
  expect(text).not.toContain("\u001B");
  expect(text).not.toMatch(/160509|12-05/);
});

test("a unit that is somebody's birth date is shown as a year, however the date is written", () => {
  for (const date of ["12 Mei 1990", "12-05-1990", "May 12, 1990"])
    expect(render(withUnits(unit(date, 1, 2)))).toContain("1 dari 2: 1990\n");
});

test.each([
  [["csv", "xlsx", "html"], "laporan.xlsx", "laporan.xlsx, lembar Data ganda"],
  [["csv", "html"], "laporan.html", "duplicates.csv"],
  [["csv"], "cases.csv", "duplicates.csv"],
] as const)("of %j one is sent to %s first, and to %s", (formats, first, duplicates) => {
  const text = render({ ...SUMMARY, options: { identifier: "nik", formats } }, "id", 120);
  expect(text).toContain(`Buka dulu ${path.join("hasil", first)}`);
  expect(text).toContain(`kelompok: ${path.join("hasil", duplicates)}\n`);
});

test("lists that would be empty have no heading", () => {
  const quiet: RunSummary = {
    ...SUMMARY,
    inputs: SUMMARY.inputs.map((input) => ({ ...input, rows: { ...input.rows, rejected: 0 } })),
    cases: {
      ...SUMMARY.cases,
      by_code: {
        ...SUMMARY.cases.by_code,
        "nik.typo": 0,
        "name.spelling": 0,
        "birth_date.day_month_swapped": 0,
      },
      by_unit: [],
    },
    duplicates: { groups: 0, records: 0 },
  };
  expect(render(quiet)).not.toMatch(/Temuan|OPD|ganda|ditolak;/);
});

test("a roster of nobody is said to be one", () => {
  const nobody: RunSummary = {
    ...SUMMARY,
    cases: {
      ...SUMMARY.cases,
      total: 0,
      need_action: 0,
      by_verdict: { match: 0, clarify: 0, mismatch: 0, duplicate: 0, ambiguous: 0, not_found: 0 },
    },
  };
  expect(render(nobody)).toContain("0 orang diperiksa");
  expect(render(nobody)).toContain("  SESUAI             0  0,0%\n");
});
