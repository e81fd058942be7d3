/**
 * A run folder read back, as far as one case of it is concerned: the rows of its tables as they were written. It
 * opens no input file and works nothing out anew, so that what is explained is what was decided then.
 */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { LANGUAGES } from "../../config/plan.ts";
import { IDENTIFIER_KINDS } from "../../field/identifier-kinds.ts";
import { FIELDS } from "../../field/level.ts";
import { spellCaseId } from "../../finding/case-id.ts";
import { ACTIONS, DOCUMENTS, FINDING_CODES, ROUTES, VERDICTS } from "../../finding/codes.ts";
import { readCsvTable, type TableRow } from "../../input/csv-table.ts";
import { KEY_KINDS } from "../../match/keys.ts";
import { LINK_STATUSES } from "../../match/link-status.ts";
import { editDistance } from "../../text/distance.ts";
import { trouble } from "../../trouble.ts";
import { AGREEMENT_LABELS } from "../../words/comparison.ts";
import { withoutPersonal } from "../../words/personal.ts";
import type { Wording } from "../../words/sentence.ts";
import { type TableName, tableFile } from "../csv-report.ts";
import { SUMMARY_FILE } from "../run-entries.ts";
import type { RunSummary } from "../summary.ts";
import { CANDIDATE_COLUMNS, CASE_COLUMNS, FINDING_COLUMNS, LINK_COLUMNS } from "../tables.ts";
import { fileNames } from "./file-names.ts";

type CaseRow = TableRow<(typeof CASE_COLUMNS)[number]>;
export type FindingRow = TableRow<(typeof FINDING_COLUMNS)[number]>;
export type LinkRow = TableRow<(typeof LINK_COLUMNS)[number]>;
export type CandidateRow = TableRow<(typeof CANDIDATE_COLUMNS)[number]>;

/** What the summary of a run says that explaining a case needs. */
export interface RecordedRun extends Wording {
  readonly folder: string;
  /** Made with --mask: what was masked then is nowhere in it. */
  readonly masked: boolean;
  /** In the order they were linked. */
  readonly sources: readonly string[];
  /** Of the roster and the sources, as they were typed. */
  readonly files: readonly string[];
}

/** Everything the run folder has about one case. */
export interface RecordedCase {
  readonly run: RecordedRun;
  readonly row: CaseRow;
  readonly findings: readonly FindingRow[];
  readonly links: readonly LinkRow[];
  /** None where everything agreed. */
  readonly candidates: readonly CandidateRow[];
}

/**
 * @param folder a run folder
 * @param reference a case number, its dash and case of letters as one likes; or a row of the roster: `17`, or
 *   `daftar.csv:17` where several roster files have such a row
 * @throws Trouble run_missing, run_not_a_run, table_unreadable, case_unknown, case_not_one
 */
export async function readCase(folder: string, reference: string): Promise<RecordedCase> {
  const run = await readRun(folder);
  const row = await findCase(run, reference);
  const isOfCase = (other: { readonly case_id: string }) => other.case_id === row.case_id;
  const recorded = {
    run,
    row,
    findings: await rowsAbout(run, "findings", FINDING_COLUMNS, row.case_id, isOfCase),
    // links have no case number
    links: await rowsAbout(run, "links", LINK_COLUMNS, `,${row.roster_row},`, (other) =>
      isSameRow(other, row),
    ),
    candidates: await rowsAbout(run, "candidates", CANDIDATE_COLUMNS, row.case_id, isOfCase),
  };
  if (!isUnderstood(recorded)) throw trouble("table_unreadable", { file: folder });
  return recorded;
}

/** False when another version of cocok wrote words that this one does not know. */
function isUnderstood({ row, findings, links, candidates }: Omit<RecordedCase, "run">): boolean {
  const words = (cell: string) => (cell === "" ? [] : cell.split(";"));
  const told: readonly (readonly [readonly string[], readonly string[]])[] = [
    [[row.verdict], VERDICTS],
    [[row.action], ACTIONS],
    [words(row.documents), DOCUMENTS],
    [words(row.route), ROUTES],
    [findings.map((finding) => finding.code), Object.keys(FINDING_CODES)],
    [links.map((link) => link.status), LINK_STATUSES],
    [links.flatMap((link) => FIELDS.flatMap((field) => words(link[field]))), Object.keys(AGREEMENT_LABELS)],
    [candidates.flatMap((candidate) => words(candidate.keys)), KEY_KINDS],
  ];
  return told.every(([used, known]) => used.every((word) => known.includes(word)));
}

async function readRun(folder: string): Promise<RecordedRun> {
  if ((await stat(folder).catch(() => null)) === null) throw trouble("run_missing", { out: folder });
  try {
    const { inputs, options, sources } = JSON.parse(
      await readFile(path.join(folder, SUMMARY_FILE), "utf8"),
    ) as RunSummary;
    const language = LANGUAGES.find((known) => known === options["lang"]);
    const kind = Object.values(IDENTIFIER_KINDS).find((known) => known.kind === options["identifier"]);
    if (language === undefined || kind === undefined) throw new Error("options are missing");
    return {
      folder,
      language,
      identifier: kind.kind,
      masked: options["mask"] === true,
      sources: sources.map((source) => source.name),
      files: inputs.map((input) => input.path),
    };
  } catch {
    // whatever is wrong with it, it is not what a run leaves behind
    throw trouble("run_not_a_run", { out: folder });
  }
}

async function rowsAbout<C extends string>(
  run: RecordedRun,
  table: TableName,
  columns: readonly C[],
  holding: string,
  isWanted: (row: TableRow<C>) => boolean,
): Promise<TableRow<C>[]> {
  const rows: TableRow<C>[] = [];
  for await (const row of readCsvTable(path.join(run.folder, tableFile(table)), columns, holding)) {
    if (isWanted(row)) rows.push(row);
  }
  return rows;
}

type RosterPlace = Readonly<Record<"roster_file" | "roster_row", string>>;

function isSameRow(one: RosterPlace, other: RosterPlace): boolean {
  return one.roster_row === other.roster_row && one.roster_file === other.roster_file;
}

async function findCase(run: RecordedRun, reference: string): Promise<CaseRow> {
  const wanted = reference.trim();
  const caseId = spellCaseId(wanted);
  const place = rosterPlaceOf(wanted);
  const found: CaseRow[] = [];
  if (caseId !== null) {
    found.push(...(await rowsAbout(run, "cases", CASE_COLUMNS, caseId, (row) => row.case_id === caseId)));
  } else if (place !== null) {
    const isThere = (row: RosterPlace) => row.roster_row === place.row && isFile(row.roster_file, place.file);
    found.push(...(await rowsAbout(run, "cases", CASE_COLUMNS, `,${place.row},`, isThere)));
  }
  if (found.length === 1) return found[0]!;
  // whoever types a NIK in place of a case number shall not read it in an error
  const asked = caseId ?? withoutPersonal(wanted);
  if (found.length > 1) {
    const choices = found.map((row) => `${row.roster_file}:${row.roster_row}`).join(", ");
    throw trouble("case_not_one", { case: asked, choices: fileNames(run.files).inText(choices) });
  }
  throw trouble("case_unknown", { case: asked, ...(await hints(run, place === null ? wanted : null)) });
}

interface Place {
  /** "" where none was named. */
  readonly file: string;
  readonly row: string;
}

/** `17` or `FILE:17`; null when it is neither. */
function rosterPlaceOf(reference: string): Place | null {
  const [, file = "", row] = /^(?:(.+):)?([1-9]\d{0,6})$/.exec(reference) ?? [];
  return row === undefined ? null : { file, row };
}

/** Whether a file of the run is the one that was named, by its whole path or by the end of it. */
function isFile(file: string, named: string): boolean {
  const parts = (text: string) => `/${path.normalize(text).replaceAll("\\", "/")}`;
  return named === "" || parts(file).endsWith(parts(named));
}

/** Further off, a number is another one and no slip. */
const MOST_SLIPS = 2;
const MOST_SUGGESTIONS = 3;

/** What may have been meant instead of a case number, nearest first, and a row of the roster that can be asked for. */
async function hints(
  run: RecordedRun,
  misspelt: string | null,
): Promise<{ readonly suggestion: string; readonly example: string }> {
  const wanted = misspelt?.toUpperCase() ?? "";
  const near: { readonly caseId: string; readonly distance: number }[] = [];
  let example = "";
  const columns = ["case_id", "roster_file", "roster_row"] as const;
  for await (const row of readCsvTable(path.join(run.folder, tableFile("cases")), columns)) {
    example ||= `${path.basename(row.roster_file)}:${row.roster_row}`;
    if (misspelt === null) break;
    const distance = editDistance(wanted, row.case_id);
    if (distance <= MOST_SLIPS) near.push({ caseId: row.case_id, distance });
  }
  // sorting is stable: of equally near ones the first of the roster comes first
  near.sort((one, other) => one.distance - other.distance);
  const suggestion = near.slice(0, MOST_SUGGESTIONS).map(({ caseId }) => caseId);
  return { suggestion: suggestion.join(", "), example };
}
