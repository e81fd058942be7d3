/** Puts the summary of a run together from what the run left behind. */
import type { Plan } from "../config/plan.ts";
import type { LinkedSource, Reconciled } from "../finding/gather.ts";
import type { InputFile, Inputs } from "../input/input-file.ts";
import type { InputSummary, RunSummary, SourceSummary } from "./summary.ts";
import type { Tally } from "./tally.ts";

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
    inputs: [...inputs.roster, ...inputs.sources.flat()].map(inputSummary),
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

function sourceSummary({ plan, links }: LinkedSource): SourceSummary {
  return {
    name: plan.name,
    kind: plan.kind,
    rows: links.rows,
    ...links.counts,
    expected_false_links: rounded(links.expectedFalse),
    expected_missed_links: rounded(links.expectedMissed),
    weights: links.learned ? "learned" : "default",
  };
}

/** Estimates are not known to more than a hundredth of a person. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
