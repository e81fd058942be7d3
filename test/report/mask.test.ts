/** Reports that can leave the room: what a mask leaves of a value, and that no file of a run has more. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDate, formatIsoDate } from "../../src/field/birth-date.ts";
import { NIK } from "../../src/field/nik.ts";
import { cleanBirthDate } from "../../src/field/written-date.ts";
import type { Case } from "../../src/finding/case.ts";
import type { CaseReport, OpenReport } from "../../src/report/case-report.ts";
import { openCsvReport } from "../../src/report/csv-report.ts";
import { explainFinding } from "../../src/report/explanation.ts";
import { openHtmlReport } from "../../src/report/html/report.ts";
import { masked, maskedValues, masking } from "../../src/report/mask.ts";
import { maskedDate, maskedIdentifier, maskedText } from "../../src/report/mask-text.ts";
import { MaskedNumbers } from "../../src/report/masked-numbers.ts";
import type { RunSummary } from "../../src/report/summary.ts";
import { caseLine } from "../../src/report/xlsx-case.ts";
import { storyNames } from "../story.ts";
import { type RecordedRun, recordedRun, written } from "./recorded-run.ts";
import { SUMMARY } from "./sample-summary.ts";

const STARS = "*".repeat(10);

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
    ["19900512201503100", "1990**********"],
    ["1,99005E+17", "1990**********"],
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
    ["SDN 12 V Lubuklinggau", "SDN 12 V Lubuklinggau"],
    // a number in front is no day of the date behind it
    ["3,Palembang, 12-V-1990", "3,Palembang, 1990"],
    ["SP 5 Palembang, 12 Mei '90", "SP 5 Palembang, ****"],
    ["Kamis, 12 Mei 1990", "Kamis, 1990"],
    // no such day, and yet what somebody gave as theirs
    ["Palembang, 31 Februari 1990", "Palembang, 1990"],
    // whose year may stand in another cell
    ["Palembang, May 12", "Palembang, ****"],
    ["12 Mei", "****"],
    ["Mei 1990", "Mei 1990"],
    ["16 05 09 12 05 90 90 11", "**********"],
    ["1605   0945   0590   9001", "**********"],
    ["1,1605094505909001,12 Mei 1990", "**********"],
  ])("%s", (text, expected) => {
    expect(maskedText(text)).toBe(expected);
  });

  const months = "V 05 5 Mei mei MAI May Agustus Agt. XII Des DESEMBER December Djuni Peb".split(" ");
  const between = fc.constantFrom("-", " ", ".", "/", ", ", " - ", " '", "\u00a0", "   ", "_", "\u2013");
  const day = fc.constantFrom("7", "07", "12", "31");
  const year = fc.constantFrom("1990", "2001", "90", "01");
  const writing = fc
    .tuple(
      day,
      fc.constantFrom(...months),
      year,
      between,
      between,
      fc.constantFrom("dmy", "mdy", "ymd", "ydm"),
    )
    .map(([d, m, y, first, second, order]) => {
      const [a, b, c] = [...order].map((letter) => ({ d, m, y })[letter as "d" | "m" | "y"]);
      return { text: `${a}${first}${b}${second}${c}`, year: y };
    })
    .filter(({ text }) => cleanBirthDate(text, { order: "dmy", asOf: 20_221_031 }).state === "sound");

  test("keeps of every writing of a date the year alone, wherever it stands", () => {
    const before = fc.constantFrom("", "Palembang, ", "3;BUDI;", "3,Palembang, ", "SP 5 Muara Beliti, ");
    fc.assert(
      fc.property(writing, before, fc.constantFrom("", ";S1", ", Lubuklinggau"), (date, head, tail) => {
        const kept = date.year.length === 4 ? date.year : "****";
        expect(maskedText(head + date.text + tail)).toBe(head + kept + tail);
      }),
      { numRuns: 2000 },
    );
  });

  test("keeps no digit of a NIK, however it is parted", () => {
    const mark = fc.constantFrom("", " ", "-", ".", "  ", ", ", "'", " - ", "    ", "\u00a0", "\u200b");
    const marks = fc.array(mark, { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(fc.constantFrom("1605091205909011", "3174014107920002"), marks, (nik, parted) => {
        const written = [...nik].map((digit, at) => digit + (parted[at] ?? "")).join("");
        expect(NIK.clean(written)).toMatchObject({ state: "sound", value: nik });
        expect(maskedText(`BUDI; ${written}; Palembang`)).toBe(`BUDI; ${STARS}; Palembang`);
      }),
    );
  });

  test("never keeps five digits in a row", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789-/. ,;AMei٣"), maxLength: 40 }), (text) => {
        expect(maskedText(text)).not.toMatch(/\p{N}{5}/u);
      }),
    );
  });
});

describe("where a row stands", () => {
  const hide = { identifier: maskedIdentifier, date: maskedDate };
  const place = "Dukcapil 31-10-2022.csv:104233";

  test.each(["record.ambiguous", "record.duplicate", "record.not_found"] as const)(
    "is told by %s",
    (code) => {
      const finding = { code, sourceRow: 0, rosterValue: "SITI AMINAH", sourceValue: place };
      expect(maskedValues(finding, hide)).toEqual(["SITI AMINAH", place]);
    },
  );

  test("is not what was answered of somebody who was not found", () => {
    const answer = {
      code: "record.not_found",
      sourceRow: 7,
      rosterValue: "SITI",
      sourceValue: "12-05-1990",
    } as const;
    expect(maskedValues(answer, hide)).toEqual(["SITI", "1990"]);
  });
});

/** Everything of a case that a mask must take away, as any file could spell it. */
function secretsOf(judged: Case): Set<string> {
  const { roster, sources } = judged.evidence;
  const records = [
    roster,
    ...sources
      .flatMap(({ compared, candidates, nearest, holder }) => [compared, ...candidates, nearest, holder])
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
    const numbers = new MaskedNumbers();
    for (const judged of run.cases) {
      const number = numbers.next(masked(judged));
      const holding = [...files.values()].filter((text) => text.includes(number));
      expect(holding.length, number).toBeGreaterThan(0);
    }
  });

  test.each(REPORTS)("names no case by its number elsewhere in its %s files", async (_, open) => {
    const files = await written(async (context) => masking(await open(context)), run);
    const text = [...files.values()].join("\n");
    expect(run.cases.map(({ caseId }) => caseId).filter((number) => text.includes(number))).toEqual([]);
  });
});

describe("the case number of a masked run", () => {
  const numbered = async (change: (nik: string, date: string) => readonly [nik: string, date: string]) => {
    const { cases } = await recordedRun("musi-rawas");
    const numbers = new MaskedNumbers();
    return cases.map((judged) => {
      const { evidence } = judged;
      const { cells } = evidence.roster;
      const [nik, birthDate] = change(cells.nik, cells.birthDate);
      const roster = { ...evidence.roster, cells: { ...cells, nik, birthDate } };
      return numbers.next(masked({ ...judged, evidence: { ...evidence, roster } }));
    });
  };
  const asItIs = numbered((nik, date) => [nik, date]);

  test("is one that nobody else has", async () => {
    const numbers = await asItIs;
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test("says nothing of the digits that are hidden", async () => {
    const serials = await numbered((nik, date) => [nik.replace(/\d{4}$/, "0000"), date]);
    expect(serials).toEqual(await asItIs);
  });
});

describe("values that masking makes alike", () => {
  test("are not said to differ from each other", async () => {
    const { cases } = await recordedRun("musi-rawas");
    const sentences = cases
      .map(masked)
      .flatMap(({ findings }) =>
        findings.map((finding) => explainFinding(finding, { language: "id", identifier: "nik" })),
      );
    expect(sentences).toContain("Tanggal lahir berbeda, bulan dan tahun sama: daftar dibanding Dukcapil.");
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
    const line = caseLine(masked(endang), { language: "id", identifier: "nik" });
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

test("what is doubtful of a column is told in a masked summary as well", async () => {
  const finished: RunSummary[] = [];
  const report: CaseReport = {
    add: () => Promise.resolve(),
    reject: () => Promise.resolve(),
    finish: async ({ summary }) => void finished.push(summary),
    abandon: () => Promise.resolve(),
  };
  const column = {
    field: "nik",
    header: "NIK 1605094505909001",
    fits: 0.2,
    means: "family_card",
    carrying: 0.1,
  } as const;
  const inputs = SUMMARY.inputs.map((input) => ({ ...input, columns: [column] }));
  await masking(report).finish({ summary: { ...SUMMARY, inputs }, duplicates: [] });
  expect(finished[0]!.inputs[0]!.columns).toEqual([{ ...column, header: `NIK ${STARS}` }]);
});
