/** A roster of other numbers than NIKs: no word that a person reads calls them by that name, nor anything else wrong. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/main.ts";
import { readSheets } from "../workbook/reading.ts";
import { fakeIo } from "./fake-io.ts";

const IDENTIFIERS = {
  nip: { id: /\bNIP\b/, en: /\bNIP\b/ },
  plain: { id: /\bnomor identitas\b/i, en: /\bidentifier\b/i },
} as const;

type Kind = keyof typeof IDENTIFIERS;
type Language = keyof (typeof IDENTIFIERS)[Kind];

const RUNS = (["nip", "plain"] as const).flatMap((kind) =>
  (["id", "en"] as const).flatMap((language) =>
    [false, true].map((masked) => [kind, language, masked ? ["--mask"] : []] as const),
  ),
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-identifiers-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function said(...words: string[]): Promise<string> {
  const io = fakeIo();
  await main(["node", "cocok", ...words], io);
  expect(io.stderr.text).toBe("");
  return io.stdout.text;
}

/** Everything that a person reads of a run: the screen, the reports, every explained case. */
async function everyWord(
  kind: Kind,
  language: Language,
  options: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const out = mkdtempSync(path.join(folder, "run-"));
  const story = path.join("fixtures", kind);
  const speaking = ["--lang", language];
  const texts = new Map<string, string>();
  const configuration = ["--config", path.join(story, "cocok.config.json")];
  texts.set("screen", await said("reconcile", ...configuration, "--out", out, ...options, ...speaking));
  texts.set(
    "inspected",
    await said("inspect", path.join(story, "daftar.csv"), ...configuration, ...speaking),
  );
  for (const name of ["cases", "findings", "duplicates"]) {
    const rows = parse(readFileSync(path.join(out, `${name}.csv`)), { bom: true }) as string[][];
    // the names of the columns stay
    texts.set(name, rows.slice(1).join("\n"));
  }
  texts.set("page", readFileSync(path.join(out, "laporan.html"), "utf8"));
  const units = path.join(out, "units");
  const books = readdirSync(units).filter((name) => name.endsWith(".xlsx"));
  for (const book of [path.join(out, "laporan.xlsx"), ...books.map((name) => path.join(units, name))]) {
    const sheets = await readSheets(book);
    texts.set(path.basename(book), sheets.flatMap(({ rows }) => rows).join("\n"));
  }
  const cases = parse(readFileSync(path.join(out, "cases.csv")), { bom: true, columns: true }) as {
    case_id: string;
  }[];
  const other = language === "id" ? "en" : "id";
  for (const { case_id } of cases) {
    texts.set(`case ${case_id}`, await said("explain", out, case_id, ...speaking));
    texts.set(`translated ${case_id}`, await said("explain", out, case_id, "--lang", other, "--full"));
  }
  return texts;
}

describe.each(RUNS)("%s, %s %s", (kind, language, options) => {
  test("every word is of that number", async () => {
    const texts = await everyWord(kind, language, options);
    for (const [where, text] of texts) {
      expect(text, where).not.toMatch(/\bNIK/);
      // a sentence that was not known again would stay in the run's language
      if (kind === "plain" && where.startsWith("translated"))
        expect(text, where).not.toMatch(IDENTIFIERS.plain[language]);
    }
    for (const where of ["screen", "inspected", "findings", "page", "laporan.xlsx"])
      expect(texts.get(where), where).toMatch(IDENTIFIERS[kind][language]);
  });
});

test("whose number is damaged is told alike by the table, the page and an explanation, masked or not", async () => {
  for (const options of [[], ["--mask"]]) {
    const out = mkdtempSync(path.join(folder, "run-"));
    await said("reconcile", "--config", "fixtures/nip/cocok.config.json", "--out", out, ...options);
    const row = (text: string) => text.replace(/\s+/g, " ");
    const findings = readFileSync(path.join(out, "findings.csv"), "utf8");
    expect(findings).toMatch(/NIP di sumber simpeg.* rusak oleh Excel/);
    expect(findings).toMatch(/NIP daftar.* rusak oleh Excel/);
    expect(row(await said("explain", out, "8"))).toMatch(/NIP di sumber simpeg.* rusak oleh Excel/);
    expect(row(await said("explain", out, "8", "--lang", "en"))).toMatch(
      /The NIP in source simpeg.* was damaged by Excel/,
    );
    expect(row(await said("explain", out, "9", "--lang", "en"))).toMatch(/Roster NIP.* was damaged by Excel/);
  }
});
