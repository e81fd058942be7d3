/** `cocok explain` as a clerk and a script meet it, on runs made from the stories. */
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTION_RULES } from "../../src/finding/action-table.ts";
import { main } from "../../src/main.ts";
import type { CaseView } from "../../src/report/explain/case-view.ts";
import { runStory } from "../story.ts";
import { fakeIo } from "./fake-io.ts";

type Row = Readonly<Record<string, string>>;

let folder = "";
/** The story with every verdict, action and code. */
let run = "";
let all: Row[] = [];
/** A run whose language is English. */
let english = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-explain-"));
  run = path.join(folder, "musi-rawas");
  english = path.join(folder, "english");
  all = parse((await runStory("musi-rawas", run))["cases.csv"], { bom: true, columns: true });
  await runStory("ttl-bahasa-inggris", english);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Printed {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Folders stay as they are once something in them was explained: what was asked before is not read again. */
const printed = new Map<string, Promise<Printed>>();

function explain(words: readonly string[], terminal?: number): Promise<Printed> {
  const asked = JSON.stringify([words, terminal]);
  let answer = printed.get(asked);
  if (answer === undefined) {
    answer = explainAnew(words, terminal);
    printed.set(asked, answer);
  }
  return answer;
}

async function explainAnew(words: readonly string[], terminal?: number): Promise<Printed> {
  const io = fakeIo(terminal);
  const status = await main(["node", "cocok", "explain", ...words], io);
  return { status, out: io.stdout.text, err: io.stderr.text };
}

/** What is printed about a case, its line breaks and indents as one space: sentences can be looked for. */
async function told(...words: readonly string[]): Promise<string> {
  const { status, out, err } = await explain(words);
  expect([status, err]).toEqual([0, ""]);
  return out.replace(/\s+/g, " ");
}

async function viewed(...words: readonly string[]): Promise<CaseView> {
  const { status, out } = await explain([...words, "--json"]);
  expect(status).toBe(0);
  return JSON.parse(out) as CaseView;
}

/** A story's folder damaged in some way. */
function damaged(damage: (folder: string) => void): string {
  const copy = mkdtempSync(path.join(folder, "damaged-"));
  cpSync(run, copy, { recursive: true });
  damage(copy);
  return copy;
}

describe("a case is told:", () => {
  test("a slip that a clerk corrects at the desk", async () => {
    const text = await told(run, "daftar-dinkes.csv:25");
    expect(text).toMatch(
      /^Kasus \S{4}-\S{4}: ENDANG LESTARI daftar-dinkes\.csv baris 25, Puskesmas Megang Sakti/,
    );
    expect(text).toContain("Hasil: PERLU KLARIFIKASI. Tindak lanjut: perbaiki daftar.");
    expect(text).toContain("Sebab: Salah tulis pada NIK: Dukcapil didukung KTP, cukup diperbaiki di daftar.");
    expect(text).toContain("Usulan isi daftar: NIK “160512******9043”.");
    expect(text).toContain("berbeda satu angka dari Dukcapil 160512******9043 (angka ke-16).");
    expect(text).toContain("NIK 160512******9048 mirip Dukcapil “160512******9043”, KTP “160512******9043”");
    expect(text).toMatch(
      /Dukcapil: ditemukan Calon 1, dukcapil\.csv baris \d+: hampir pasti orangnya \(99,\d\d%\)/,
    );
    expect(text).toMatch(/nama sama \+\d+,\d #+ tempat lahir/);
    expect(text).toMatch(/titik awal -\d+,\d -+ jumlah \+\d+,\d #+/);
    expect(text).toContain("Tidak ada calon lain.");
  });

  test("two candidates of whom none is surer, and what would settle it", async () => {
    const text = await told(run, "daftar-dinkes.csv:20");
    expect(text).toContain("Hasil: MERAGUKAN. Tindak lanjut: telaah petugas.");
    expect(text).toContain("NIK (kosong)");
    expect(text).toContain("Dukcapil: meragukan");
    expect(text).toMatch(
      /Calon 1, dukcapil\.csv baris 94: meragukan .*Calon 2, dukcapil\.csv baris 95: meragukan/,
    );
    expect(text).toContain("Calon 1 dan calon 2 sama kuat.");
    expect(text).toContain(
      "Untuk memutuskan: cocokkan KTP-el atau Kartu Keluarga orang ini dengan dukcapil.csv baris 94, 95.",
    );
    expect(text).toContain("Isian yang ada tidak membedakan para calon.");
    expect(text).toContain("Kosong atau tidak terbaca di daftar, padahal akan membantu: NIK.");
    expect(text).toContain("KTP: tidak ditemukan Tidak ada satu baris pun yang mendekati.");
  });

  test("a twin's NIK, with the twin as the runner-up", async () => {
    const text = await told(run, "daftar-disdik.csv:12", "--lang", "en");
    expect(text).toContain("Verdict: MISMATCH. Action: call in.");
    expect(text).toContain("belongs to another person in Dukcapil: “RENDI WIJAYA”.");
    expect(text).toMatch(/Candidate 2, dukcapil\.csv row 146: [^.]*\(\d\.\d\d%\) Found by: the same NIK/);
    expect(text).toMatch(
      /Candidate 1 is stronger than candidate 2 by \d+\.\d bits: (about|more than) [\d,]+ times likelier\./,
    );
  });

  test("a NIK swapped with another row's", async () => {
    const text = await told(run, "daftar-dinkes.csv:17");
    expect(text).toContain("tampaknya tertukar dengan NIK “LINDA KARTIKA”.");
    expect(text).toContain("NIK 160511******9030 beda Dukcapil, KTP, daftar BKN");
    expect(text).toContain("Dicari dan ditimbang dengan isian yang sudah dipastikan sumber lain");
  });

  test("somebody who stands in the roster twice", async () => {
    const text = await told(run, "daftar-dinkes.csv:35");
    expect(text).toContain("tercatat lebih dari sekali di daftar: daftar-disdik.csv:16.");
    expect(text).toContain("Meragukan karena orang ini tercatat lebih dari sekali di daftar");
  });

  test("somebody who is in no registry", async () => {
    const text = await told(run, "daftar-dinkes.csv:59", "--lang", "en");
    expect(text).toContain("Why: Not found in Dukcapil although KTP and roster agree.");
    expect(text).toContain("Dukcapil: not found");
    expect(text).toContain("Documents to bring: KTP-el, Kartu Keluarga.");
    expect(text).toContain("Likely route: correction at Disdukcapil (pembetulan).");
  });

  test("one in which everything agrees, without weights", async () => {
    const text = await told(run, "daftar-dinkes.csv:6");
    expect(text).toContain(
      "Hasil: SESUAI. Tindak lanjut: tidak perlu tindakan. Sebab: Semua data yang dibandingkan sama.",
    );
    expect(text).toContain("Bobot tiap isian hanya dicatat untuk kasus yang ada temuannya.");
    expect(text).not.toMatch(/Temuan|Usulan|Dokumen|#/);
  });

  test("in the language asked for, whatever the run's own", async () => {
    expect(await told(english, "4")).toContain(
      "Sebab: Salah tulis pada nama: Dukcapil didukung KTP, cukup diperbaiki di daftar.",
    );
    expect(await told(english, "5", "--lang", "en")).toContain(
      "Why: A slip in birth date: Dukcapil is confirmed by KTP, the date inside the NIK, correct it in the roster.",
    );
  });

  test("by its Indonesian name as well", async () => {
    const io = fakeIo();
    expect(await main(["node", "cocok", "jelaskan", run, "daftar-dinkes.csv:6"], io)).toBe(0);
    expect(io.stdout.text).toBe((await explain([run, "daftar-dinkes.csv:6"])).out);
  });
});

describe("the case is found", () => {
  test("by its number, with or without dash and capitals", async () => {
    const { case_id: caseId } = all[19]!;
    const expected = (await explain([run, caseId!])).out;
    expect(expected).toContain(`Kasus ${caseId}: ${all[19]!["name"]}`);
    for (const typed of [caseId!.toLowerCase(), caseId!.replace("-", ""), ` ${caseId} `]) {
      expect((await explain([run, typed])).out, typed).toBe(expected);
    }
  });

  test("by its row, the file named by all of its path or by the end of it", async () => {
    const expected = (await explain([run, "fixtures/musi-rawas/daftar-dinkes.csv:25"])).out;
    for (const file of [
      "daftar-dinkes.csv",
      "musi-rawas/daftar-dinkes.csv",
      "./fixtures/musi-rawas/daftar-dinkes.csv",
    ]) {
      expect((await explain([run, `${file}:25`])).out, file).toBe(expected);
    }
  });

  test("by its row alone where only one roster file has that row", async () => {
    // daftar-dinkes.csv begins in row 6
    expect((await viewed(run, "3")).roster_file).toBe("fixtures/musi-rawas/daftar-disdik.csv");
  });
});

describe("every kind of case of the run", () => {
  let cases: Row[] = [];
  beforeAll(() => {
    cases = oneOfEach(all);
  });

  test("is told in both languages, by its rule, within the terminal", async () => {
    for (const { case_id: caseId, action } of cases) {
      const view = await viewed(run, caseId!);
      expect([caseId, view.case_id, view.action]).toEqual([caseId, caseId, action]);
      const rule = ACTION_RULES.find(({ rule }) => rule === view.rule);
      expect(rule?.action, `${caseId}: ${view.reason}`).toBe(action);
      for (const [language, width] of [
        [[], 60],
        [["--lang", "en"], 80],
      ] as const) {
        const { status, out } = await explain([run, caseId!, ...language, "--no-color"], width);
        expect(status).toBe(0);
        expect(out).not.toMatch(/undefined|null|NaN|\[object/);
        expect(out.split("\n").filter((line) => line.length > width)).toEqual([]);
      }
    }
  });

  test("shows no NIK and no birth date in full, as text or as JSON", async () => {
    for (const { case_id: caseId, nik, birth_date: birthDate } of cases) {
      for (const form of [[], ["--json"]]) {
        const { out } = await explain([run, caseId!, ...form]);
        expect(out).not.toMatch(/\d{16}|\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|\b\d{1,2} \p{L}+ (?:19|20)\d\d\b/u);
        // "1,60509E+15" and such: what Excel left of a NIK
        for (const value of [nik!, birthDate!]) if (/\d{4}/.test(value)) expect(out).not.toContain(value);
      }
    }
  });

  test("has weights that add up, bars as long as their numbers, and the margin between the first two", async () => {
    for (const { case_id: caseId } of cases) {
      const { sources } = await viewed(run, caseId!);
      for (const { candidates, margin } of sources) {
        for (const { weights } of candidates) {
          if (weights === null) continue;
          const sum = Object.values(weights.fields).reduce((total, bits) => total + bits, weights.prior);
          expect(Math.abs(sum - weights.sum)).toBeLessThan(0.04);
        }
        const [first, second] = candidates.map(({ weights }) => weights?.sum);
        expect(margin).toBe(
          first === undefined || second === undefined ? null : Math.round((first - second) * 100) / 100,
        );
      }
    }
    const { out } = await explain([run, "daftar-dinkes.csv:25"]);
    const bars = [...out.matchAll(/([+-]\d+,\d) {2}([#-]+)$/gm)];
    expect(bars.length).toBeGreaterThan(10);
    for (const [, bits, bar] of bars) {
      const value = Number(bits!.replace(",", "."));
      expect(bar![0]).toBe(value > 0 ? "#" : "-");
      // a bit to a mark: nothing here is wider than 80 columns
      expect(Math.abs(bar!.length - Math.abs(value))).toBeLessThanOrEqual(0.56);
    }
  });

  test("says the same as JSON and as text", async () => {
    for (const { case_id: caseId } of cases) {
      const view = await viewed(run, caseId!);
      const text = await told(run, caseId!);
      const base = (sentence: string) => sentence.replaceAll("fixtures/musi-rawas/", "").replace(/\s+/g, " ");
      expect(text).toContain(base(view.reason));
      for (const { sentence } of view.findings) expect(text).toContain(base(sentence));
      for (const value of Object.values(view.proposed)) expect(text).toContain(`“${value}”`);
      for (const { candidates, to_settle: sentences } of view.sources) {
        for (const { file, row } of candidates) expect(text).toContain(`${path.basename(file)} baris ${row}`);
        for (const sentence of sentences) expect(text).toContain(sentence);
      }
    }
  });
});

describe("how it is shown", () => {
  test("--full shows NIK and birth date as they are", async () => {
    const text = await told(run, "daftar-dinkes.csv:25", "--full");
    expect(text).toContain("NIK daftar 1605125812859048 berbeda satu angka dari Dukcapil 1605125812859043");
    expect(text).toContain("18/12/1985");
    expect(text).not.toContain("disamarkan");
    expect((await viewed(run, "daftar-dinkes.csv:25", "--full")).masked).toBe(false);
  });

  test("masked values that look alike are not told apart, and nothing is proposed in them", async () => {
    const slipped = all.find(({ explanation }) => explanation!.includes("Tanggal lahir berbeda, bulan"))!;
    const text = await told(run, slipped["case_id"]!);
    expect(text).toContain("Tanggal lahir berbeda, bulan dan tahun sama: daftar dibanding Dukcapil.");
    expect(text).not.toMatch(/tanggal lahir “\d{4}”/);
  });

  test("--full of a run made with --mask says that there is no more", async () => {
    const masked = damaged((copy) => {
      const file = path.join(copy, "summary.json");
      const summary = JSON.parse(readFileSync(file, "utf8"));
      writeFileSync(file, JSON.stringify({ ...summary, options: { ...summary.options, mask: true } }));
    });
    for (const options of [[], ["--full"]]) {
      const text = await told(masked, "daftar-dinkes.csv:25", ...options);
      expect(text).toContain(
        "Pemadanan ini dijalankan dengan --mask: hasilnya tidak memuat NIK dan tanggal lahir utuh.",
      );
      expect(text).not.toContain("Utuh dengan --full");
    }
    const view = await viewed(masked, "daftar-dinkes.csv:25", "--full");
    expect([view.masked, view.run_masked]).toEqual([true, true]);
  });

  test("colours add nothing to the words", async () => {
    const plain = (await explain([run, "daftar-dinkes.csv:20", "--no-color"], 80)).out;
    const colored = (await explain([run, "daftar-dinkes.csv:20"], 80)).out;
    expect(colored).not.toBe(plain);
    expect(stripVTControlCharacters(colored)).toBe(plain);
    expect((await explain([run, "daftar-dinkes.csv:20"])).out).toBe(plain);
  });

  test("a terminal too narrow for bars has the numbers", async () => {
    const { out } = await explain([run, "daftar-dinkes.csv:20", "--no-color"], 40);
    expect(out).toMatch(/^ {4}nama +sama +\+\d+,\d$/m);
    expect(out).not.toContain("##");
  });

  test("hostile cells are shown, not run", async () => {
    const hostile = path.join(folder, "sel-jahat");
    const rows: Row[] = parse((await runStory("sel-jahat", hostile))["cases.csv"], {
      bom: true,
      columns: true,
    });
    for (const { case_id: caseId } of rows) {
      const { status, out } = await explain([hostile, caseId!]);
      expect(status).toBe(0);
      expect(out).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    }
  });
});

describe("what cannot be explained is said, with status 2:", () => {
  test.each<[string, () => string[], RegExp]>([
    ["no folder", () => [path.join(folder, "none"), "17"], /^cocok: Folder .*none tidak ada\. /],
    ["a folder that is no run", () => [folder, "17"], /bukan folder hasil cocok/],
    ["a file", () => ["fixtures/musi-rawas/ktp.csv", "17"], /bukan folder hasil cocok/],
    [
      "a damaged summary",
      () => [damaged((at) => writeFileSync(path.join(at, "summary.json"), "{}")), "3"],
      /bukan folder hasil/,
    ],
    [
      "a table that is missing",
      () => [damaged((at) => rmSync(path.join(at, "candidates.csv"))), "3"],
      /candidates\.csv tidak ada, tidak utuh/,
    ],
    [
      "a table that was cut off",
      () => [damaged((at) => truncateSync(path.join(at, "findings.csv"), 5000)), "3"],
      /findings\.csv tidak ada, tidak utuh/,
    ],
    [
      "words of another version",
      () => [damaged(rename("interview", "summon")), "3"],
      /Jalankan ulang cocok padankan/,
    ],
    ["an unknown case", () => [run, "ZZZZ-ZZZZ"], /“ZZZZ-ZZZZ” tidak ada di hasil ini\. Nomor kasus ada/],
    ["a row that the roster has not", () => [run, "999"], /misalnya daftar-dinkes\.csv:6\./],
    ["a file that is no roster", () => [run, "dukcapil.csv:6"], /“dukcapil\.csv:6” tidak ada/],
    [
      "a row of two files",
      () => [run, "17"],
      /“17” ada di beberapa berkas daftar\. Sebutkan berkasnya, misalnya daftar-dinkes\.csv:17, daftar-disdik\.csv:17\./,
    ],
    ["no case", () => [run], /^cocok: KASUS belum disebutkan\. .*cocok explain --help/],
    ["nothing at all", () => [], /^cocok: FOLDER belum disebutkan\./],
    ["one word too many", () => [run, "3", "4"], /“4” tidak jelas untuk apa/],
    ["a language there is not", () => [run, "3", "--lang", "fr"], /--lang: “fr” tidak dikenal/],
  ])("%s", async (_what, words, expected) => {
    const { status, out, err } = await explain(words());
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(expected);
    expect(err.split("\n")).toHaveLength(2);
  });

  test("a slip in the number, with what was meant", async () => {
    const caseId = all[19]!["case_id"]!;
    const slip = `${caseId.slice(0, -1)}${caseId.endsWith("2") ? "3" : "2"}`;
    const { err } = await explain([run, slip, "--lang", "en"]);
    expect(err).toMatch(new RegExp(`no case “${slip}”\\. Did you mean (.* or )?${caseId}`));
  });

  test("a wrong language along with a run that is not there", async () => {
    const { status, err } = await explain(["tidak-ada", "1", "--lang", "xx"]);
    expect(status).toBe(2);
    expect(err).toMatch(/Folder tidak-ada tidak ada/);
    expect(err).toMatch(/--lang: “xx”/);
  });

  test("an argument that is empty, as of a script's variable that is not set", async () => {
    const { status, err } = await explain(["", ""]);
    expect(status).toBe(2);
    expect(err).toMatch(/FOLDER belum disebutkan.*\n.*KASUS belum disebutkan/);
  });

  test("a NIK in place of a number, without repeating it", async () => {
    const { status, err } = await explain([run, "1605125812859048"]);
    expect(status).toBe(2);
    expect(err).not.toMatch(/\d{5}/);
  });
});

/** Of those of whom the same was found the first. */
function oneOfEach(rows: readonly Row[]): Row[] {
  const kinds = new Map<string, Row>();
  for (const row of rows) {
    const kind = [row["verdict"], row["action"], row["codes"]].join();
    if (!kinds.has(kind)) kinds.set(kind, row);
  }
  return [...kinds.values()];
}

/** One word of cases.csv changed into one that this version does not know. */
function rename(word: string, other: string): (at: string) => void {
  return (at) => {
    const file = path.join(at, "cases.csv");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(`,${word},`, `,${other},`));
  };
}
