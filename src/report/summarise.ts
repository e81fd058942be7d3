/** Puts the summary of a run together from what the run left behind. */
import { basename } from "node:path";
import type { Plan } from "../config/plan.ts";
import { IDENTIFIER_LEVEL } from "../field/identifier.ts";
import type { LinkedSource, Reconciled } from "../finding/gather.ts";
import { type GuessedRole, guessRole } from "../input/file-role.ts";
import type { InputFile, Inputs } from "../input/input-file.ts";
import { nikLevel } from "../match/levels.ts";
import { byCodeUnits } from "../text/order.ts";
import { quotable } from "../words/printable.ts";
import { maskedText } from "./mask-text.ts";
import type { InputSummary, RunSummary, SourceSummary, UnknownStatuses } from "./summary.ts";
import type { Tally } from "./tally.ts";

/** Of a column of remarks hardly two texts are alike: to see some of them is enough. */
const MOST_TEXTS_SHOWN = 10;
const MOST_TEXTS_COUNTED = 1000;

export function summaryOf(
  { sources, duplicates }: Reconciled,
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
    },
    inputs: inputSummaries([...inputs.roster, ...inputs.sources.flat()]),
    cases: tally.counts(),
    duplicates: {
      groups: duplicates.length,
      records: duplicates.reduce((sum, group) => sum + group.members.length, 0),
    },
    sources: sources.map(sourceSummary),
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
    columns: understanding.columns.map(({ field, header }) => ({ field, header })),
    date_order: understanding.dateOrder,
    rows: { ...file.balance },
  };
}

/**
 * Each file, and where roster and source look like each other what they look like: that one of them does says little,
 * since a list of any kind names offices.
 */
function inputSummaries(files: readonly InputFile[]): InputSummary[] {
  const likely = files.map(likelyRole);
  // the one has to look like just what the other was given for
  const isSwapped = files.some(
    ({ role }, i) =>
      role === "roster" && files.some((other, j) => other.role === likely[i] && likely[j] === "roster"),
  );
  return files.map((file, i) => {
    const role = isSwapped ? likely[i] : null;
    return { ...inputSummary(file), ...(role == null ? {} : { likely_role: role }) };
  });
}

/** What a file's name and columns say it is, where that is another role than it was given for. */
function likelyRole({ role, path, table }: InputFile): GuessedRole | null {
  const guess = guessRole(basename(path), table.understanding);
  return "role" in guess && guess.role !== role ? guess.role : null;
}

function sourceSummary(source: LinkedSource): SourceSummary {
  const { plan, links } = source;
  return {
    name: plan.name,
    kind: plan.kind,
    rows: links.rows,
    ...links.counts,
    expected_false_links: rounded(links.expectedFalse),
    expected_missed_links: rounded(links.expectedMissed),
    weights: links.learned ? "learned" : "default",
    ...oddities(source),
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
function oddities({
  plan,
  links,
}: LinkedSource): Pick<SourceSummary, "cut_identifiers" | "unknown_statuses"> {
  const { kept } = links;
  const areStatusesHeeded = plan.kind !== "document";
  const counts = new Map<string, number>();
  let people = 0;
  let cut = 0;
  links.eachWeighedLink((_, row, levels) => {
    if (CUT.includes(nikLevel(levels))) cut++;
    if (!areStatusesHeeded || !kept.hasUnknownStatus(row)) return;
    people++;
    const text = maskedText(quotable(kept.cellsOf(row).status));
    if (counts.has(text) || counts.size < MOST_TEXTS_COUNTED) counts.set(text, (counts.get(text) ?? 0) + 1);
  });
  return {
    ...(cut === 0 ? {} : { cut_identifiers: cut }),
    ...(people === 0 ? {} : { unknown_statuses: { people, texts: mostFrequent(counts) } }),
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): UnknownStatuses["texts"] {
  const texts = [...counts].map(([text, people]) => ({ text, people }));
  texts.sort((a, b) => b.people - a.people || byCodeUnits(a.text, b.text));
  return texts.slice(0, MOST_TEXTS_SHOWN);
}

/** Estimates are not known to more than a hundredth of a person. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
