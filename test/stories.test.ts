/** Every story under `fixtures/` against its golden files. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTIONS, FINDING_CODES, VERDICTS } from "../src/finding/codes.ts";
import { EXPECTED_FILES, inStory, type Outcome, runStory, storyNames } from "./story.ts";

type Row = Readonly<Record<string, string>>;

let folder = "";
const outcomes = new Map<string, Promise<Outcome>>();

/** What a story ends in, run once for all tests. */
function outcomeOf(name: string): Promise<Outcome> {
  const known = outcomes.get(name) ?? runStory(name, path.join(folder, name));
  outcomes.set(name, known);
  return known;
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cocok-stories-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each(storyNames())("the story %s", (name) => {
  test("ends as expected, to the letter", async () => {
    const golden = inStory(name, "expected");
    if (!existsSync(golden)) {
      expect.fail(
        `${golden} is missing. Make it with "npm run stories ${name}" and read it before it is kept.`,
      );
    }
    expect(readdirSync(golden).sort()).toEqual([...EXPECTED_FILES].sort());
    const outcome = await outcomeOf(name);
    for (const file of EXPECTED_FILES) {
      expect(outcome[file], file).toBe(readFileSync(path.join(golden, file), "utf8"));
    }
  });

  test("is told row by row by its README", async () => {
    const told = name === "musi-rawas" ? expectation() : readmeRows(name);
    const found = (await cases(name)).map((row) => judgementOf(row, inStory(name)));
    expect(found).toEqual(told);
  });
});

describe("the stories together", () => {
  test("show every finding code in musi-rawas", async () => {
    const occurring = new Set((await cases("musi-rawas")).flatMap((row) => row["codes"]!.split(";")));
    expect(CODES.filter((code) => !occurring.has(code))).toEqual([]);
  });

  test("show every verdict in musi-rawas", async () => {
    expect(new Set((await cases("musi-rawas")).map((row) => row["verdict"]))).toEqual(new Set(VERDICTS));
  });

  test("show every action in musi-rawas", async () => {
    expect(new Set((await cases("musi-rawas")).map((row) => row["action"]))).toEqual(new Set(ACTIONS));
  });

  test("speak both languages", async () => {
    const languages = new Set<string>();
    for (const name of storyNames()) languages.add((await summary(name)).options.lang);
    expect(languages).toEqual(new Set(["id", "en"]));
  });

  test("account for every input row", async () => {
    for (const name of storyNames()) {
      for (const { path: file, rows } of (await summary(name)).inputs) {
        expect(rows.used + rows.rejected + rows.layout, file).toBe(rows.read);
      }
    }
  });
});

interface Summary {
  readonly options: { readonly lang: string };
  readonly inputs: readonly {
    readonly path: string;
    readonly rows: {
      readonly read: number;
      readonly used: number;
      readonly rejected: number;
      readonly layout: number;
    };
  }[];
}

async function summary(name: string): Promise<Summary> {
  return JSON.parse((await outcomeOf(name))["summary.json"]) as Summary;
}

async function cases(name: string): Promise<Row[]> {
  return parse((await outcomeOf(name))["cases.csv"], { bom: true, columns: true });
}

/** What a careful clerk concludes about one roster row; codes as a set, in the order of the contract's table. */
interface Judgement {
  readonly row: string;
  readonly verdict: string;
  readonly action: string;
  readonly codes: readonly string[];
}

const CODES = Object.keys(FINDING_CODES);

function judgement(row: string, verdict: string, action: string, codes: readonly string[]): Judgement {
  const unknown = codes.filter((code) => !CODES.includes(code));
  if (unknown.length > 0) throw new Error(`${row}: no such code: ${unknown.join(", ")}`);
  return { row, verdict, action, codes: CODES.filter((code) => codes.includes(code)) };
}

function judgementOf(row: Row, story: string): Judgement {
  const file = path.posix.relative(story, row["roster_file"]!);
  return judgement(
    `${file} ${row["roster_row"]}`,
    row["verdict"]!,
    row["action"]!,
    splitCodes(row["codes"]!),
  );
}

function splitCodes(codes: string): string[] {
  return codes === "" ? [] : codes.split(";");
}

/** The story of the whole contract keeps its judgements in a table of its own. */
function expectation(): Judgement[] {
  const rows: Row[] = parse(readFileSync(inStory("musi-rawas", "expectation.csv")), { columns: true });
  return rows.map((row) =>
    judgement(
      `${row["roster_file"]} ${row["roster_row"]}`,
      row["verdict"]!,
      row["action"]!,
      splitCodes(row["codes"]!),
    ),
  );
}

/** | file | row | who | verdict | action | codes | why | */
function readmeRows(name: string): Judgement[] {
  const lines = readFileSync(inStory(name, "README.md"), "utf8").split("\n");
  return lines
    .filter((line) => line.startsWith("| `"))
    .map((line) => {
      const [, file = "", row = "", , verdict = "", action = "", codes = ""] = line
        .split("|")
        .map((cell) => cell.trim());
      const plain = (cell: string) => cell.replaceAll("`", "");
      return judgement(
        `${plain(file)} ${row}`,
        plain(verdict),
        plain(action),
        [...codes.matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
      );
    });
}
