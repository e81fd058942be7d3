/** laporan.html: complete, safe whatever the data is, and small. What a browser makes of it is tested in one. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/config/plan.ts";
import type { Case } from "../../src/finding/case.ts";
import { ACTIONS, type Action, type FINDING_CODES, VERDICTS } from "../../src/finding/codes.ts";
import type { SourceRecord } from "../../src/finding/evidence.ts";
import type { RunEnd } from "../../src/report/case-report.ts";
import { PressingFirst } from "../../src/report/html/pressing-first.ts";
import { openHtmlReport } from "../../src/report/html/report.ts";
import { type Standing, standingIn } from "../../src/report/html/standing.ts";
import { escaped, html } from "../../src/report/html/template.ts";
import { notices } from "../../src/report/notices.ts";
import { FINDING_WORDS } from "../../src/words/finding.ts";
import { HTML_IDENTIFIER_WORDS, HTML_LABELS, HTML_NOTES, HTML_SENTENCES } from "../../src/words/html.ts";
import { ACTION_LABELS, VERDICT_LABELS } from "../../src/words/judgement.ts";
import type { Bilingual } from "../../src/words/sentence.ts";
import { capitalized, longDate } from "../../src/words/writing.ts";
import { ANY_CHARACTER } from "../any-character.ts";
import { type RecordedRun, recordedRun, written } from "./recorded-run.ts";

let musiRawas: RecordedRun;
let hostile: RecordedRun;
beforeAll(async () => {
  musiRawas = await recordedRun("musi-rawas");
  hostile = await recordedRun("sel-jahat");
});

async function page(run: RecordedRun, context: Parameters<typeof written>[2] = {}): Promise<string> {
  return (await written(openHtmlReport, run, context)).get("laporan.html")!;
}

/** The run with its cases many times over, until there are so many. */
function enlarged(
  run: RecordedRun,
  count: number,
  change: (judged: Case, at: number) => Case = (c) => c,
): RecordedRun {
  const cases = Array.from({ length: count }, (_, at) =>
    change({ ...run.cases[at % run.cases.length]!, caseId: `N-${at}` }, at),
  );
  const { summary } = run.end;
  return {
    ...run,
    cases,
    end: { ...run.end, summary: { ...summary, cases: { ...summary.cases, total: count } } },
  };
}

/** Every text that came from a cell or a file name put through `change`. */
function withTexts(run: RecordedRun, change: (text: string) => string): RecordedRun {
  const through = <T>(value: T): T => {
    if (typeof value === "string") return change(value) as T;
    if (Array.isArray(value)) return value.map(through) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, through(inner)])) as T;
  };
  const record = ({
    file,
    row,
    cells,
    person,
    levels,
    probability,
    status,
    keys,
  }: SourceRecord): SourceRecord => ({
    file: change(file),
    row,
    cells: through(cells),
    person,
    levels,
    probability,
    status,
    keys,
  });
  const cases = run.cases.map((judged): Case => {
    const { roster, sources } = judged.evidence;
    return {
      ...judged,
      evidence: {
        roster: {
          ...roster,
          file: change(roster.file),
          unit: change(roster.unit),
          cells: through(roster.cells),
        },
        sources: sources.map((source) => ({
          ...source,
          compared: source.compared === null ? null : record(source.compared),
          candidates: source.candidates.map(record),
          holder: source.holder === null ? null : record(source.holder),
        })),
      },
      findings: judged.findings.map((finding) => ({
        ...finding,
        rosterValue: change(finding.rosterValue),
        sourceValue: change(finding.sourceValue),
      })),
      proposed: through(judged.proposed),
    };
  });
  const { summary, duplicates } = run.end;
  const end: RunEnd = {
    summary: {
      ...summary,
      inputs: summary.inputs.map((input) => ({ ...input, path: change(input.path) })),
      cases: {
        ...summary.cases,
        by_unit: summary.cases.by_unit.map((unit) => ({ ...unit, unit: change(unit.unit) })),
      },
    },
    duplicates: duplicates.map((row) => ({
      ...row,
      name: change(row.name),
      unit: change(row.unit),
      file: change(row.file),
    })),
  };
  const rejected = [
    { file: change("daftar.csv"), rejection: { row: 3, reason: "ragged", text: change("a;b") } as const },
  ];
  return { cases, end, rejected };
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const INLINE = /<(style|script)>([\s\S]*?)<\/\1>/g;
const TAG = /<(?:!DOCTYPE html|\/[a-z][a-z0-9]*|([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z-]+(?:="[^"<]*")?)*)\/?)>/g;

/** The tags of a page; the page is nothing but these and text, or the test fails. */
function tagsOf(text: string): Tag[] {
  const markup = text.replace(INLINE, "<$1></$1>");
  const rest = markup.replace(TAG, "");
  expect(rest.match(/[<>]/g) ?? []).toEqual([]);
  return [...markup.matchAll(TAG)].flatMap(([, name, attributes]) => {
    if (name === undefined) return [];
    const pairs = [...attributes!.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)];
    return [{ name, attributes: new Map(pairs.map(([, key, value]) => [key!, value ?? ""])) }];
  });
}

/** What the page shows as text, entities resolved. */
function textOf(text: string): string {
  return text
    .replace(INLINE, "")
    .replace(TAG, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

const KNOWN_ATTRIBUTES = new Set(
  (
    "lang charset http-equiv content name class href id aria-label aria-labelledby aria-hidden role tabindex hidden " +
    "data-filter data-value data-action data-code data-row data-s data-sentence data-group rowspan colspan scope " +
    "type autocomplete spellcheck value viewBox preserveAspectRatio x width height"
  ).split(" "),
);

const FORBIDDEN_TAGS = new Set(["iframe", "img", "object", "embed", "base", "form", "link"]);
const KNOWN_TARGET = /^(?:#[a-z]+|[a-z]+\.(?:xlsx|csv|json))$/;

/** Nothing on the page can act but its own script, and nothing points out of the run folder. */
function expectHarmless(text: string): void {
  const tags = tagsOf(text);
  expect(tags.filter(({ name }) => FORBIDDEN_TAGS.has(name))).toEqual([]);
  const attributes = tags.flatMap((tag) => [...tag.attributes]);
  expect(attributes.filter(([key]) => !KNOWN_ATTRIBUTES.has(key))).toEqual([]);
  expect(attributes.filter(([key, value]) => key === "href" && !KNOWN_TARGET.test(value))).toEqual([]);
}

describe("the template", () => {
  test("escapes whatever is put in, and nothing twice", () => {
    const inner = html`<b>${"<&>"}</b>`;
    expect(html`<p title="${`"'`}">${inner}${[1, "&", null]}</p>`.text).toBe(
      '<p title="&quot;&#39;"><b>&lt;&amp;&gt;</b>1&amp;</p>',
    );
  });

  test("what is escaped shows as what it was", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']/);
        expect(textOf(escaped(text))).toBe(text);
      }),
    );
  });
});

describe("whatever the cells hold", () => {
  test("names that look like markup or formulas stay text", async () => {
    const text = await page(hostile);
    expectHarmless(text);
    const shown = textOf(text);
    expect(shown).toContain("<script>alert(1)</script>");
    expect(shown).toContain('=HYPERLINK("http://contoh.invalid/?n="&B2,"klik di sini")');
    expect(shown).toContain("<img src=x onerror=alert(1)>");
    expect(text.match(/<script/g)).toHaveLength(1);
  });

  test.each([
    ['"><img src=x onerror=alert(1)>'],
    ["</title></style></script><script>alert(1)</script>"],
    ["<!--"],
    ["]]><svg onload=alert(1)>"],
    ["javascript:alert(1)"],
    ["&lt;b&gt; &#39;"],
    ["{{constructor.constructor(1)()}}"],
  ])("%s everywhere does no harm", async (attack) => {
    const text = await page(withTexts(musiRawas, (cell) => (cell === "" ? "" : cell + attack)));
    expectHarmless(text);
    expect(textOf(text)).toContain(attack);
  });

  test("no text at all does harm", async () => {
    const few = { ...musiRawas, cases: musiRawas.cases.slice(0, 12) };
    const unit = fc.oneof(
      fc.string({ unit: ANY_CHARACTER }),
      fc.constantFrom("<", ">", '"', "'", "&", "--", "</"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 12 }), async (parts) => {
        expectHarmless(await page(withTexts(few, () => parts.join(""))));
      }),
      { numRuns: 10 },
    );
  });

  test("direction and control characters are made visible", async () => {
    const shown = textOf(await page(withTexts(musiRawas, (cell) => `${cell}\u202e\u0007`)));
    for (const mark of ["\u202e", "\u0007"]) expect(shown).not.toContain(mark);
    expect(shown).toContain("\ufffd\ufffd");
  });
});

describe("the policy", () => {
  test("allows the one style sheet and the one script, by hash, and nothing else", async () => {
    const text = await page(musiRawas);
    const inline = [...text.matchAll(INLINE)];
    expect(inline.map(([, name]) => name)).toEqual(["style", "script"]);
    const [style, script] = inline.map(([, , content]) =>
      createHash("sha256").update(content!).digest("base64"),
    );
    const policy = tagsOf(text).find(
      ({ attributes }) => attributes.get("http-equiv") === "Content-Security-Policy",
    );
    expect(policy?.attributes.get("content")?.split("; ")).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${style}'`,
      `script-src 'sha256-${script}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });
});

describe.each(LANGUAGES)("the report in %s", (language) => {
  let text: string;
  let shown: string;
  beforeAll(async () => {
    text = await page(musiRawas, { language });
    shown = textOf(text).replace(/\s+/g, " ");
  });

  test("says its language and names every section", () => {
    expect(text).toContain(`<html lang="${language}">`);
    const sections = tagsOf(text).filter(({ name }) => name === "section");
    expect(sections.map(({ attributes }) => attributes.get("id"))).toEqual([
      "funnel",
      "actions",
      "verdicts",
      "codes",
      "units",
      "sources",
      "fields",
      "duplicates",
      "rejected",
      "cases",
      "about",
    ]);
    expect(shown).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test("begins with what is to be noted, to the last word, and has no place for it where there is nothing", async () => {
    const { cases, end } = musiRawas;
    const [roster, ...others] = end.summary.inputs;
    const inputs = [{ ...roster!, columns: [] }, ...others];
    const noted = { ...end, summary: { ...end.summary, inputs } };
    const withNotes = await page({ cases, rejected: [], end: noted }, { language });
    const lines = notices(noted.summary, language);
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(120);
    const ids = (of: string) =>
      tagsOf(of).flatMap(({ name, attributes }) => (name === "section" ? [attributes.get("id")] : []));
    expect(ids(withNotes)[0]).toBe("notices");
    for (const line of lines) expect(textOf(withNotes)).toContain(capitalized(line));
    expect(withNotes).toContain('<a href="#notices">');
    expect(text).not.toContain("#notices");
  });

  test("does not say that there is nothing to do while rows of the roster were not checked", async () => {
    const { end } = musiRawas;
    const { inputs, cases } = end.summary;
    const sublineOf = async (rejected: number): Promise<string> => {
      const changed = inputs.map((input) => ({ ...input, rows: { ...input.rows, rejected: 0 } }));
      changed[0] = { ...changed[0]!, rows: { ...changed[0]!.rows, rejected } };
      const summary = { ...end.summary, inputs: changed, cases: { ...cases, need_action: 0 } };
      const fine = await page({ cases: [], rejected: [], end: { ...end, summary } }, { language });
      return textOf(/<p class="subline">.*?<\/p>/s.exec(fine)![0]);
    };
    expect(await sublineOf(0)).toContain(HTML_NOTES.nothingToDo[language]);
    expect(await sublineOf(6)).toContain(HTML_SENTENCES.unchecked[language]("6"));
  });

  test("gives every figure of the summary beside its label", () => {
    const { cases, sources } = musiRawas.end.summary;
    for (const action of ACTIONS)
      expect(shown).toMatch(figure(ACTION_LABELS[action][language], cases.by_action[action]));
    for (const verdict of VERDICTS) {
      expect(shown).toMatch(figure(VERDICT_LABELS[verdict][language], cases.by_verdict[verdict]));
    }
    for (const [code, count] of Object.entries(cases.by_code)) {
      const label = FINDING_WORDS.nik[code as keyof typeof FINDING_CODES].label[language];
      if (count > 0) expect(shown).toMatch(figure(label, count));
    }
    for (const unit of cases.by_unit) {
      expect(shown).toContain(`${unit.unit} ${unit.cases} ${unit.need_action} ${unit.by_action.interview}`);
    }
    for (const source of sources) {
      expect(shown).toContain(` ${source.rows} ${source.linked} ${source.ambiguous} ${source.not_found} `);
    }
  });

  test("calls its date what it is, the one ages are counted at", () => {
    const date = longDate(musiRawas.end.summary.as_of, language);
    const name = language === "id" ? "Tanggal acuan umur" : "Reference date for ages";
    expect(textOf(text)).toContain(`${name}: ${date}`);
  });

  test("calls those who need nothing no more than that: some of those who agree are to be registered", () => {
    const { total, need_action, by_verdict } = musiRawas.end.summary.cases;
    const fine = total - need_action;
    expect(fine).toBeLessThan(by_verdict.match);
    expect(textOf(text)).toContain(
      `${fine} ${language === "id" ? "tidak perlu tindak lanjut" : "need no action"}`,
    );
  });

  test("lists every case, each to be read without a script", () => {
    const items = text.split("<li id=").slice(1);
    const itemOf = ({ caseId }: Case) => items.find((item) => item.startsWith(`"${caseId}"`))!;
    expect(items).toHaveLength(musiRawas.cases.length);
    for (const judged of musiRawas.cases) {
      const item = textOf(itemOf(judged).replace(/<\/?mark>/g, ""));
      const { cells } = judged.evidence.roster;
      expect(item).toContain(cells.name.trim().replace(/\s+/g, " "));
      expect(item).toContain(ACTION_LABELS[judged.action][language]);
      for (const value of Object.values(judged.proposed)) expect(item).toContain(value);
    }
    const swapped = musiRawas.cases.find(({ evidence }) => evidence.roster.cells.birthDate === "05/11/1986")!;
    expect(itemOf(swapped)).toContain("<b><mark>11-05</mark>-1986</b>");
    const list = tagsOf(text).find(({ attributes }) => attributes.get("id") === "list");
    expect(list?.attributes.has("hidden")).toBe(false);
  });

  test("lists the most pressing first", () => {
    const actions = [...text.matchAll(/<li id="[^"]*" data-action="([a-z_]+)"/g)].map(
      ([, action]) => action as Action,
    );
    expect(actions).toEqual(actions.toSorted((a, b) => ACTIONS.indexOf(a) - ACTIONS.indexOf(b)));
  });
});

/** A label and, before the next number, its count. */
function figure(label: string, count: number): RegExp {
  return new RegExp(`${label.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")} [^0-9]*\\b${count}\\b`);
}

test("every label has words in both languages", () => {
  for (const words of [
    ...Object.values(HTML_LABELS),
    ...Object.values(HTML_NOTES),
    ...Object.values(HTML_IDENTIFIER_WORDS).flatMap(Object.values<Bilingual>),
  ]) {
    for (const language of LANGUAGES) expect(words[language].trim()).not.toBe("");
  }
});

test("a date stands as in a letter", () => {
  expect(longDate("2022-10-01", "id")).toBe("1 Oktober 2022");
  expect(longDate("2022-10-31", "en")).toBe("31 October 2022");
});

test("the same run gives the same page", async () => {
  expect(await page(musiRawas)).toBe(await page(musiRawas));
});

describe("side by side", () => {
  function item(name: string, text: string): string {
    return text.split("<li id=").find((candidate) => candidate.includes(`<b>${name}</b>`))!;
  }

  test("marks the differing letters on both sides and says who differs alone", async () => {
    const hartimi = item("HARTIMI", await page(musiRawas));
    expect(hartimi).toContain(
      '<td data-s="Daftar" class="off">HARTI<mark>M</mark>I <small>berbeda sendiri</small>',
    );
    expect(hartimi).toContain(
      '<td data-s="Dukcapil" class="off">HARTI<mark>N</mark>I <small>mirip</small> <small>acuan</small>',
    );
    expect(hartimi).toContain("26</mark> Juli 1982");
  });

  test("shows every candidate of a link that is open, and who holds a NIK", async () => {
    const text = await page(musiRawas);
    const siti = textOf(item("SITI AMINAH", text.slice(text.indexOf('data-action="review"') - 40)));
    expect(siti).toContain("calon 1");
    expect(siti).toContain("calon 2");
    expect(textOf(item("SUTARTI", text))).toMatch(/pemegang NIK ini\s+baris 15/);
  });

  test("says once that a source has nobody", async () => {
    const maya = item("Maya Anggraini, S.Pd.", await page(musiRawas));
    expect(maya.match(/tidak ditemukan/g)).toHaveLength(1);
  });
});

describe("who differs alone", () => {
  const alone = (judged: Case): Standing["alone"][] =>
    (["nik", "name", "birth_place", "birth_date", "sex"] as const)
      .map((field) => standingIn(field, judged).alone)
      .filter((name) => name !== null);

  test("a document that is out of step is, the roster and the others are not", () => {
    const cases = musiRawas.cases.filter(
      (judged) => judged.rule === "ktp_out_of_step" || judged.rule === "diploma_out_of_step",
    );
    expect(cases.length).toBeGreaterThan(0);
    for (const judged of cases) expect(alone(judged)).toContain(judged.facts.outOfStep[0]);
  });

  test("the registry is, where the KTP sides with the roster", () => {
    const cases = musiRawas.cases.filter((judged) => judged.rule === "ktp_sides_with_roster");
    expect(cases.length).toBeGreaterThan(0);
    for (const judged of cases) expect(alone(judged)).toContain("dukcapil");
  });

  test("nobody is where everything agrees, nor among two", () => {
    for (const judged of musiRawas.cases) if (judged.rule === "agrees") expect(alone(judged)).toEqual([]);
    for (const judged of hostile.cases) expect(alone(judged)).toEqual([]);
  });
});

describe("size", () => {
  test("ten thousand cases stay under two megabytes, the most pressing listed, the others linked", async () => {
    const run = enlarged(musiRawas, 10_000);
    const text = await page(run);
    expect(Buffer.byteLength(text)).toBeLessThan(2_000_000);
    const listed = [...text.matchAll(/<li id="N-(\d+)" data-action="([a-z_]+)"/g)];
    expect(listed.length).toBeGreaterThan(500);
    // what is listed is a beginning of all cases from most to least pressing
    const inOrder = ACTIONS.flatMap((action) => run.cases.filter((judged) => judged.action === action));
    expect(listed.map(([, number]) => `N-${number}`)).toEqual(
      inOrder.slice(0, listed.length).map((judged) => judged.caseId),
    );
    expect(textOf(text)).toContain(`${listed.length} dari 10.000 kasus`);
  });

  test("where nobody fits, a page that has not got everybody says so and where they are", async () => {
    const answer = (text: string): string => /<p id="nobody" hidden>(.*?)<\/p>/s.exec(text)![1]!;
    const files = await written(
      async (context) => {
        writeFileSync(path.join(context.folder, "cases.csv"), "");
        return openHtmlReport(context);
      },
      enlarged(musiRawas, 5000),
    );
    const some = answer(files.get("laporan.html")!);
    expect(textOf(some)).toMatch(
      /^Tidak ada kasus yang cocok dengan saringan ini\. Halaman ini hanya memuat [\d.]+ dari 5\.000 kasus\. Selebihnya ada di /,
    );
    expect(some).toContain('<a href="cases.csv">cases.csv</a>');
    expect(textOf(answer(await page(musiRawas)))).toBe("Tidak ada kasus yang cocok dengan saringan ini.");
  });

  test("values as long as a cell can be change nothing about that", async () => {
    // of every kind some: all of them would be hundreds of megabytes
    const some = { ...musiRawas, cases: musiRawas.cases.filter((_, at) => at % 5 === 0) };
    const long = withTexts(some, (cell) => `${cell}${"<&>".repeat(10_000)}`);
    const text = await page(enlarged(long, 200));
    expect(Buffer.byteLength(text)).toBeLessThan(2_000_000);
    expect(text.match(/<li id="N-/g)!.length).toBeGreaterThan(50);
  });

  test("as many agencies, duplicates and rejected rows as cases do neither", async () => {
    const { summary, duplicates } = musiRawas.end;
    const many = <T>(value: T): T[] => new Array<T>(5000).fill(value);
    const text = await page({
      cases: musiRawas.cases,
      rejected: many({
        file: "daftar.csv",
        rejection: { row: 3, reason: "ragged", text: "x".repeat(200) } as const,
      }),
      end: {
        summary: {
          ...summary,
          inputs: summary.inputs.map((input) => ({ ...input, rows: { ...input.rows, rejected: 1000 } })),
          cases: { ...summary.cases, by_unit: many(summary.cases.by_unit[0]!) },
        },
        duplicates: many(duplicates[0]!),
      },
    });
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    expect(textOf(text)).toMatch(/4\.900 lagi ada di\s+summary\.json/);
    expect(textOf(text)).toMatch(/4\.800 lagi ada di\s+duplicates\.csv/);
    expect(textOf(text)).toMatch(/lagi ada di\s+rejected\.csv/);
  });

  test("the cases that it has not are linked to where they are: the workbook only when there is one", async () => {
    const run = enlarged(musiRawas, 2000);
    const withWorkbook = await written(async (context) => {
      for (const file of ["laporan.xlsx", "cases.csv"]) writeFileSync(path.join(context.folder, file), "");
      return openHtmlReport(context);
    }, run);
    const note = (text: string): string =>
      textOf(text.slice(text.indexOf('id="h-cases"'), text.indexOf('id="filters"')));
    expect(note(withWorkbook.get("laporan.html")!)).toMatch(
      /laporan\.xlsx\s*\(yang perlu tindak lanjut\)\s*,\s*cases\.csv\s*\(semua\)/,
    );
    expect(note(await page(run))).not.toContain("laporan.xlsx");
  });
});

describe("a list with limited room", () => {
  const ITEMS = fc.array(
    fc.record({ action: fc.constantFrom(...ACTIONS), size: fc.integer({ min: 1, max: 30 }) }),
    {
      maxLength: 60,
    },
  );

  test("never has more than fits, and what it has is a beginning from most to least pressing", () => {
    fc.assert(
      fc.property(
        ITEMS,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (items, room, free) => {
          const list = new PressingFirst(room);
          const texts = items.map(({ size }, at) => `${at}`.padEnd(Math.max(size, 2)));
          for (const [at, { action }] of items.entries())
            if (list.wants(action)) list.add(action, texts[at]!);
          list.shrink(free);
          const kept = list.all().map(String);
          const inOrder = ACTIONS.flatMap((action) => texts.filter((_, at) => items[at]!.action === action));
          expect(kept).toEqual(inOrder.slice(0, kept.length));
          expect(list.count).toBe(kept.length);
          expect(kept.join("").length).toBeLessThanOrEqual(Math.max(0, room - free));
        },
      ),
    );
  });
});

test("a masked report says that it is, and an unmasked one how to keep it", async () => {
  const masked = textOf(await page(musiRawas, { masked: true }));
  expect(masked).toContain(HTML_IDENTIFIER_WORDS.nik.maskedHere.id);
  expect(masked).toContain(HTML_IDENTIFIER_WORDS.nik.masked.id);
  const plain = textOf(await page(musiRawas));
  expect(plain).not.toContain(HTML_IDENTIFIER_WORDS.nik.maskedHere.id);
  expect(plain).toContain(HTML_NOTES.personalData.id);
});
