/** Puts the summary of a run together from what the run left behind. */
import { basename } from "node:path";
import type { Plan } from "../config/plan.ts";
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import { type LinkedSource, type Reconciled, statusCounts } from "../finding/gather.ts";
import { FITTING_SHARE } from "../input/columns.ts";
import { type GuessedRole, guessRole } from "../input/file-role.ts";
import type { InputFile, Inputs } from "../input/input-file.ts";
import type { People } from "../input/people.ts";
import type { DuplicateGroup } from "../match/duplicate-groups.ts";
import { nikLevel } from "../match/levels.ts";
import { byCodeUnits } from "../text/order.ts";
import { quotable } from "../words/printable.ts";
import { maskedText } from "./mask-text.ts";
import {
  areMostCut,
  type InputSummary,
  type RunSummary,
  type SourceSummary,
  type UnknownStatuses,
} from "./summary.ts";
import type { Tally } from "./tally.ts";

/** Of a column of remarks hardly two texts are alike: to see some of them is enough. */
const MOST_TEXTS_SHOWN = 10;
const MOST_TEXTS_COUNTED = 1000;

export function summaryOf(
  { roster, sources, duplicates }: Reconciled,
  tally: Tally,
  run: { readonly version: string; readonly asOf: string; readonly plan: Plan; readonly inputs: Inputs },
): RunSummary {
  const { plan, inputs } = run;
  return {
    version: run.version,
    as_of: run.asOf,
    options: {
      identifier: plan.identifier,
      lang: plan.language,
      leading: plan.leading,
      fail_on: plan.failOn,
      formats: plan.formats,
      mask: plan.mask,
      map: Object.fromEntries(
        [{ name: "roster", mapping: plan.roster.mapping }, ...plan.sources].map((input) => [
          input.name,
          input.mapping,
        ]),
      ),
      listings: Object.fromEntries(
        plan.sources.flatMap(({ name, listing }) => (listing === undefined ? [] : [[name, listing]])),
      ),
    },
    inputs: inputSummaries([...inputs.roster, ...inputs.sources.flat()], roster.people),
    cases: tally.counts(),
    duplicates: {
      groups: duplicates.length,
      records: duplicates.reduce((sum, group) => sum + group.members.length, 0),
    },
    sources: sources.map((source) => ({
      ...countsOf(source, duplicates),
      ...oddities(source, roster.people, inputs.roster),
    })),
  };
}

function inputSummary(file: InputFile): InputSummary {
  const { understanding } = file.table;
  return {
    role: file.role,
    path: file.path,
    sha256: file.sha256,
    encoding: understanding.encoding,
    delimiter: understanding.delimiter,
    columns: understanding.columns.map(({ field, header, how, confidence, means, carrying }) => ({
      field,
      header,
      ...(how === "mapped" && confidence < FITTING_SHARE ? { fits: roundedShare(confidence) } : {}),
      ...(means === undefined ? {} : { means }),
      ...(carrying === undefined ? {} : { carrying: roundedShare(carrying) }),
    })),
    date_order: understanding.dateOrder,
    rows: { ...file.balance },
    ...(understanding.hiddenSheets?.length ? { hidden_sheets: understanding.hiddenSheets } : {}),
  };
}

/** Numbers of the roster's files in which somebody has a unit. */
function filesWithUnits(people: People): ReadonlySet<number> {
  const files = new Set<number>();
  const named = Array.from({ length: people.units.count }, (_, number) => people.units.text(number) !== "");
  for (let index = 0; index < people.count; index++) {
    if (named[people.unitNumber(index)] === true) files.add(people.file(index));
  }
  return files;
}

/**
 * Each file, and where roster and source look like each other what they look like: that one of them does says little,
 * since a list of any kind names offices.
 */
function inputSummaries(files: readonly InputFile[], people: People): InputSummary[] {
  const likely = files.map(likelyRole);
  // the one has to look like just what the other was given for
  const isSwapped = files.some(
    ({ role }, i) =>
      role === "roster" && files.some((other, j) => other.role === likely[i] && likely[j] === "roster"),
  );
  const isRosterInParts = files.filter(({ role }) => role === "roster").length > 1;
  const withUnits = isRosterInParts ? filesWithUnits(people) : null;
  return files.map((file, i) => {
    const role = isSwapped ? likely[i] : null;
    return {
      ...inputSummary(file),
      ...(role == null ? {} : { likely_role: role }),
      // the files of the roster stand first
      ...(file.role === "roster" && withUnits?.has(i) === false ? { without_units: true } : {}),
    };
  });
}

/** What a file's name and columns say it is, where that is another role than it was given for. */
function likelyRole({ role, path, table }: InputFile): GuessedRole | null {
  const guess = guessRole(basename(path), table.understanding);
  return "role" in guess && guess.role !== role ? guess.role : null;
}

function countsOf(source: LinkedSource, duplicates: readonly DuplicateGroup[]): SourceSummary {
  const { plan, links } = source;
  return {
    name: plan.name,
    kind: plan.kind,
    rows: links.rows,
    ...statusCounts(source, duplicates),
    expected_false_links: rounded(links.expectedFalse),
    expected_missed_links: rounded(links.expectedMissed),
    weights: links.learned ? "learned" : "default",
  };
}

/** How a number looks that has been through a spreadsheet, or through a column too narrow for it. */
const CUT: readonly number[] = [
  IDENTIFIER_LEVEL.excel_zeroed,
  IDENTIFIER_LEVEL.excel_rounded,
  IDENTIFIER_LEVEL.digit_lost,
  IDENTIFIER_LEVEL.digit_added,
];

/** What is odd about the people found in a source, looked over once. */
function oddities(
  { plan, links, files }: LinkedSource,
  roster: People,
  rosterFiles: readonly InputFile[],
): Pick<SourceSummary, "cut_identifiers" | "cut_files" | "unknown_statuses"> {
  const { kept } = links;
  const areStatusesHeeded = plan.kind !== "document";
  const counts = new Map<string, number>();
  let people = 0;
  let cut = 0;
  const ofRoster = new CutFiles(rosterFiles);
  const ofSource = new CutFiles(files);
  links.eachWeighedLink((record, row, levels) => {
    const isCut = CUT.includes(nikLevel(levels));
    if (isCut) cut++;
    ofRoster.count(roster.file(record), isCut);
    ofSource.count(kept.file(row), isCut);
    if (!areStatusesHeeded || !kept.hasUnknownStatus(row)) return;
    people++;
    const text = maskedText(quotable(kept.cellsOf(row).status));
    if (counts.has(text) || counts.size < MOST_TEXTS_COUNTED) counts.set(text, (counts.get(text) ?? 0) + 1);
  });
  const cutFiles = [...ofRoster.telling(), ...ofSource.telling()];
  return {
    ...(cut === 0 ? {} : { cut_identifiers: cut }),
    ...(cutFiles.length === 0 ? {} : { cut_files: cutFiles }),
    ...(people === 0 ? {} : { unknown_statuses: { people, texts: mostFrequent(counts) } }),
  };
}

/** How many of the numbers that were held against another list are cut, file by file. */
class CutFiles {
  readonly #files: readonly { readonly path: string }[];
  readonly #linked: Uint32Array;
  readonly #cut: Uint32Array;

  constructor(files: readonly { readonly path: string }[]) {
    this.#files = files;
    this.#linked = new Uint32Array(files.length);
    this.#cut = new Uint32Array(files.length);
  }

  count(file: number, isCut: boolean): void {
    this.#linked[file]!++;
    if (isCut) this.#cut[file]!++;
  }

  /** Files of mostly cut numbers beside others that are whole; where all are so, the damage may be on the other side. */
  telling(): string[] {
    const used = this.#files.flatMap(({ path }, file) => (this.#linked[file]! > 0 ? [{ path, file }] : []));
    const ruined = used.filter(({ file }) => areMostCut(this.#cut[file]!, this.#linked[file]!));
    return ruined.length < used.length ? ruined.map(({ path }) => path) : [];
  }
}

function mostFrequent(counts: ReadonlyMap<string, number>): UnknownStatuses["texts"] {
  const texts = [...counts].map(([text, people]) => ({ text, people }));
  texts.sort((a, b) => b.people - a.people || byCodeUnits(a.text, b.text));
  return texts.slice(0, MOST_TEXTS_SHOWN);
}

/** A thousandth is what is shown of a share. */
function roundedShare(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Estimates are not known to more than a hundredth of a person. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
