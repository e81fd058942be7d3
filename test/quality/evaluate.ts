/**
 * A run folder held against the generator's truth: how many links, codes, actions and duplicates are right. Reads
 * only what a user could read, the CSV files of the run, and the truth written beside the inputs.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { type Score, scoreOf } from "./febrl.ts";

type Row = Readonly<Record<string, string>>;

/**
 * Links of one source. Recall is over people who stand once in the roster: links are one to one, so of a person's
 * two rows at most one can have the link, and of two equal rows neither has it.
 */
export interface SourceQuality extends Score {
  readonly source: string;
  /** Links to a row that is another person's, or to any row when the person has none. */
  readonly wrong: number;
  readonly expectedFalse: number;
  readonly missed: number;
  readonly expectedMissed: number;
}

/** Of links said to be this sure, so many were right. */
export interface CalibrationBand {
  readonly from: number;
  readonly links: number;
  readonly right: number;
}

export interface RunQuality {
  readonly people: number;
  readonly sources: readonly SourceQuality[];
  readonly codes: Score;
  readonly actions: number;
  readonly verdicts: number;
  /** Cases told to be corrected at the desk although the truth says otherwise. */
  readonly wrongFixes: number;
  readonly fixes: number;
  readonly duplicates: Score;
  readonly calibration: readonly CalibrationBand[];
  /** Rows whose action or codes differ from the truth, for reading. */
  readonly confusions: readonly string[];
}

const BANDS = [0.97, 0.99, 0.999, 0.9999];

export function readCsv(file: string): Row[] {
  return parse(readFileSync(file), { columns: true, bom: true });
}

/** @param folder the run folder @param truthFile the generator's truth.csv @param sources those that were given */
export function evaluate(folder: string, truthFile: string, sources: readonly string[]): RunQuality {
  const truth = new Map(readCsv(truthFile).map((row) => [place(row), row]));
  const cases = readCsv(path.join(folder, "cases.csv"));
  const links = readCsv(path.join(folder, "links.csv"));
  const summary = JSON.parse(readFileSync(path.join(folder, "summary.json"), "utf8"));
  const calibration = BANDS.map((from) => ({ from, links: 0, right: 0 }));

  const qualities = sources.map((source): SourceQuality => {
    let found = 0;
    let right = 0;
    let wanted = 0;
    let reached = 0;
    for (const row of truth.values())
      if (row[`${source}_row`] !== "" && row["duplicate_group"] === "") wanted++;
    for (const link of links) {
      if (link["source"] !== source || link["status"] !== "linked") continue;
      found++;
      const person = truth.get(place(link))!;
      const isRight = person[`${source}_row`] === link["source_row"];
      if (isRight) right++;
      if (isRight && person["duplicate_group"] === "") reached++;
      const band = calibration.findLast(({ from }) => Number(link["probability"]) >= from);
      if (band !== undefined) {
        band.links++;
        if (isRight) band.right++;
      }
    }
    const told = summary.sources.find((entry: { name: string }) => entry.name === source);
    return {
      source,
      ...scoreOf(found, right, wanted, reached),
      wrong: found - right,
      expectedFalse: told.expected_false_links,
      missed: wanted - reached,
      expectedMissed: told.expected_missed_links,
    };
  });

  const findings = groupBy(readCsv(path.join(folder, "findings.csv")), place);
  let named = 0;
  let injected = 0;
  let told = 0;
  let actions = 0;
  let verdicts = 0;
  let wrongFixes = 0;
  let fixes = 0;
  const confusions: string[] = [];
  for (const judged of cases) {
    const wanted = truth.get(place(judged))!;
    const wantedCodes = new Set(wanted["codes"]!.split(";").filter((code) => code !== ""));
    const codes = new Set(
      (findings.get(place(judged)) ?? [])
        .filter(isTold)
        .map((finding) => `${finding["source"]}:${finding["field"]}:${finding["code"]}`),
    );
    const missing = [...wantedCodes].filter((code) => !codes.has(code));
    const surplus = [...codes].filter((code) => !wantedCodes.has(code));
    named += wantedCodes.size - missing.length;
    injected += wantedCodes.size;
    told += codes.size;
    if (judged["action"] === wanted["action"]) actions++;
    if (judged["verdict"] === wanted["verdict"]) verdicts++;
    if (judged["action"] === "fix_roster") {
      fixes++;
      if (wanted["action"] !== "fix_roster") wrongFixes++;
    }
    if (
      judged["action"] !== wanted["action"] ||
      judged["verdict"] !== wanted["verdict"] ||
      missing.length + surplus.length > 0
    ) {
      confusions.push(
        `${wanted["scenario"]} | ${wanted["action"]}→${judged["action"]} | ${wanted["verdict"]}→${judged["verdict"]} | missing ${missing.join(" ")} | surplus ${surplus.join(" ")} | ${place(judged)}`,
      );
    }
  }
  return {
    people: cases.length,
    sources: qualities,
    codes: scoreOf(told, named, injected),
    actions: actions / cases.length,
    verdicts: verdicts / cases.length,
    wrongFixes,
    fixes,
    duplicates: duplicateScore(readCsv(path.join(folder, "duplicates.csv")), truth),
    calibration,
    confusions,
  };
}

/** What differs from a listing is a hint beside the person's own data, and the truth does not list it. */
function isTold(finding: Row): boolean {
  return !(finding["source"] === "bkn" && finding["severity"] === "hint");
}

function place(row: Row): string {
  return `${path.basename(row["roster_file"]!)}:${row["roster_row"]}`;
}

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function duplicateScore(rows: readonly Row[], truth: ReadonlyMap<string, Row>): Score {
  const groups = groupBy(
    rows.filter((row) => row["reason"] !== "shared_nik"),
    (row) => row["group_id"]!,
  );
  let found = 0;
  let right = 0;
  for (const members of groups.values()) {
    const persons = members.map((row) => truth.get(place(row))!["person"]);
    for (let i = 0; i < persons.length; i++) {
      for (let j = 0; j < i; j++) {
        found++;
        if (persons[i] === persons[j]) right++;
      }
    }
  }
  const sizes = new Map<string, number>();
  for (const row of truth.values()) sizes.set(row["person"]!, (sizes.get(row["person"]!) ?? 0) + 1);
  let wanted = 0;
  for (const size of sizes.values()) wanted += (size * (size - 1)) / 2;
  return scoreOf(found, right, wanted);
}
