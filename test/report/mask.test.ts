/** Reports that can leave the room: what a mask leaves of a value, and that no file of a run has more. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDate, formatIsoDate } from "../../src/field/birth-date.ts";
import type { Case } from "../../src/finding/case.ts";
import type { OpenReport } from "../../src/report/case-report.ts";
import { openCsvReport } from "../../src/report/csv-report.ts";
import { explainFinding } from "../../src/report/explanation.ts";
import { openHtmlReport } from "../../src/report/html/report.ts";
import { masked, maskedDate, maskedIdentifier, maskedText, masking } from "../../src/report/mask.ts";
import { caseLine } from "../../src/report/xlsx-case.ts";
import { storyNames } from "../story.ts";
import { type RecordedRun, recordedRun, written } from "./recorded-run.ts";

describe("an identifier", () => {
  test.each([
    ["1605094505909001", "160509**********"],
    ["1605 0945 0590 9001", "160509**********"],
    ["'1605094505909001", "160509**********"],
    ["16O5094505909001", "16O509**********"],
    ["160509450590900", "160509**********"],
    ["1,60509E+15", "160509**********"],
    ["1.605094505909E+15", "160509**********"],
    // a NIP begins with the birth date
    ["199005122015031001", "1990**********"],
    // too short to have a region
    ["EMP-00123", "**********"],
    ["12-05-1990", "**********"],
    ["", ""],
    ["-", "-"],
    ["tidak ada", "tidak ada"],
  ])("%s", (text, expected) => {
    expect(maskedIdentifier(text)).toBe(expected);
  });
});

describe("a birth date", () => {
  test.each([
    ["12-05-1990", "1990"],
    ["1990-05-12", "1990"],
    ["12 Mei 1990", "1990"],
    ["Muara Beliti, 12 Mei 1990", "1990"],
    ["19900512", "1990"],
    ["12051990", "1990"],
    ["33005", "1990"],
    ["31-02-1990", "1990"],
    // whose century the cell does not tell
    ["12-05-90", "****"],
    ["120590", "****"],
    ["12 Mei", "****"],
    ["", ""],
    ["-", "-"],
  ])("%s", (text, expected) => {
    expect(maskedDate(text)).toBe(expected);
  });

  test("takes the year as it was understood in its column", () => {
    expect(maskedDate("12-05-90", { state: "sound", packed: 19_900_512 })).toBe("1990");
  });
});

describe("any other text", () => {
  test.each([
    ["SITI AMINAH", "SITI AMINAH"],
    ["SDN 1 Muara Beliti", "SDN 1 Muara Beliti"],
    ["=HYPERLINK(1)", "=HYPERLINK(1)"],
    ["SITI AMINAH 1605094505909001", "SITI AMINAH **********"],
    ["1605 0945 0590 9001", "**********"],
    ["7;1605094505909001;SITI;12-05-1990;P", "**********;SITI;1990;P"],
    ["7,1605094505909001,SITI,12/05/1990,P", "**********,SITI,1990,P"],
    ["Muara Beliti, 12 Mei 1990", "Muara Beliti, 1990"],
    ["May 12, 1990", "1990"],
    ["1990 Mei 12", "1990"],
    ["12/05/90", "****"],
    ["33005", "**********"],
    ["+62 812 0000 0000", "+**********"],
    ["5 Jalur 12", "5 Jalur 12"],
  ])("%s", (text, expected) => {
    expect(maskedText(text)).toBe(expected);
  });

  test("never keeps five digits in a row", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789-/. ,;AMei٣"), maxLength: 40 }), (text) => {
        expect(maskedText(text)).not.toMatch(/\p{N}{5}/u);
      }),
    );
  });
});

/** Everything of a case that a mask must take away, as any file could spell it. */
function secretsOf(judged: Case): Set<string> {
  const { roster, sources } = judged.evidence;
  const records = [
    roster,
    ...sources
      .flatMap(({ compared, candidates, holder }) => [compared, ...candidates, holder])
      .filter((r) => r !== null),
  ];
  const secrets = new Set<string>();
  for (const { cells, person } of records) {
    for (const number of [cells.nik, person.identifier.value])
      if (/\d/.test(number) && number.length >= 7) secrets.add(number);
    const { packed } = person.birthDate;
    if (packed === 0) continue;
    for (const date of [cells.birthDate, formatDate(packed), formatIsoDate(packed)]) {
      if (date.length > 4) secrets.add(date);
    }
  }
  return secrets;
}

/** Digits of hashes are nobody's. */
function withoutHashes(text: string): string {
  return text.replace(/\b[0-9a-f]{64}\b|\b[0-9a-f]{16}…|sha256-[\w+/]+=*/g, "");
}

const REPORTS: readonly (readonly [string, OpenReport])[] = [
  ["CSV", openCsvReport],
  ["HTML", openHtmlReport],
];

describe.each(storyNames())("a masked run of %s", async (story) => {
  const run: RecordedRun = await recordedRun(story);
  const secrets = new Set(run.cases.flatMap((judged) => [...secretsOf(judged)]));

  test.each(REPORTS)("leaves no identifier and no birth date in its %s files", async (_, open) => {
    const files = await written(async (context) => masking(await open(context)), run, { masked: true });
    expect(files.size).toBeGreaterThan(0);
    for (const [name, content] of files) {
      const text = withoutHashes(content);
      expect(text.match(/\d{7,}/g) ?? [], name).toEqual([]);
      expect(
        [...secrets].filter((secret) => text.includes(secret)),
        name,
      ).toEqual([]);
    }
  });

  test.each(REPORTS)("has something to hide in its %s files", async (_, open) => {
    const text = [...(await written(open, run)).values()].join("");
    expect([...secrets].some((secret) => text.includes(secret))).toBe(true);
  });

  test.each(REPORTS)("says as much about every person in its %s files", async (_, open) => {
    const plain = await written(open, run);
    const files = await written(async (context) => masking(await open(context)), run);
    expect([...files.keys()]).toEqual([...plain.keys()]);
    for (const judged of run.cases) {
      const holding = [...files.values()].filter((text) => text.includes(judged.caseId));
      expect(holding.length, judged.caseId).toBeGreaterThan(0);
    }
  });
});

describe("values that masking makes alike", () => {
  test("are not said to differ from each other", async () => {
    const { cases } = await recordedRun("musi-rawas");
    const sentences = cases
      .map(masked)
      .flatMap(({ findings }) => findings.map((finding) => explainFinding(finding, "id")));
    expect(sentences).toContain("Hari lahir berbeda, bulan dan tahun sama: daftar dibanding Dukcapil.");
    expect(sentences).toContain("NIK daftar berbeda satu angka dari Dukcapil (angka ke-16).");
    for (const sentence of sentences) {
      const values = sentence.match(/“[^”]*”|\d{6}\*+/g) ?? [];
      expect(new Set(values).size, sentence).toBe(values.length);
    }
  });

  test("are not proposed on the page in place of each other", async () => {
    const run = await recordedRun("musi-rawas");
    const files = await written(async (context) => masking(await openHtmlReport(context)), run, {
      masked: true,
    });
    const items = files.get("laporan.html")!.split("<li id=");
    const endang = items.find((item) => item.includes("ENDANG LESTARI"))!;
    expect(endang).toContain("160512**********");
    expect(endang).not.toContain("Usulan isi daftar");
  });

  test("are not put side by side in a workbook", async () => {
    const { cases } = await recordedRun("musi-rawas");
    const endang = cases.find((judged) => judged.evidence.roster.cells.name === "ENDANG LESTARI")!;
    const line = caseLine(masked(endang), "id");
    const textOf = (runs: typeof line.current) => runs.map(({ text }) => text).join("");
    expect(textOf(line.current)).toBe("160512**********");
    expect(textOf(line.proposed)).toBe("(berbeda, disamarkan)");
    expect(textOf(line.sourceValues)).toContain(": (berbeda, disamarkan)");
  });
});

test("a masked case is decided as before", async () => {
  const { cases } = await recordedRun("musi-rawas");
  for (const judged of cases) {
    const { verdict, action, rule, documents, route } = masked(judged);
    expect({ verdict, action, rule, documents, route }).toEqual({
      verdict: judged.verdict,
      action: judged.action,
      rule: judged.rule,
      documents: judged.documents,
      route: judged.route,
    });
  }
});
