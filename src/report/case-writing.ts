/**
 * Writes the cases of a run in roster order: one by one into every report, or rendered part by part on several threads
 * where all reports take lines. Who rendered which part does not show.
 */
import type { Language } from "../config/plan.ts";
import type { Cases } from "../finding/cases.ts";
import { shareCases } from "../finding/shared-cases.ts";
import { InTurn } from "../machine/in-turn.ts";
import { CaseRenderer } from "./case-renderer.ts";
import { addCase, type CaseReport, type LineReport } from "./case-report.ts";
import type { CaseWriter, CaseWriters } from "./case-writer.ts";
import type { TableLines } from "./tables.ts";
import { Tally } from "./tally.ts";

/** Below so many cases a thread takes longer to start, and its code to be optimised once more, than it saves. */
export const FEWEST_CASES = 600_000;

/** How often, in cases, the work looks up from writing. */
const CASES_PER_BEAT = 1000;
/** Cases of a part: enough to be worth handing over, and so few that several of them are little memory. */
const CASES_PER_PART = 2048;
/** Parts on their way for each writer: so many that none waits for work. */
const PARTS_PER_WRITER = 4;

/** How the work looks up: awaited every so many cases with the number done; it stops by rejecting. */
type Beat = (done: number) => Promise<void>;

/** @returns counts over all cases */
export async function writeCases(cases: Cases, report: CaseReport, beat: Beat): Promise<Tally> {
  const tally = new Tally();
  for (let index = 0; index < cases.count; index++) {
    const judged = cases.of(index);
    tally.add(judged);
    const writing = addCase(report, judged);
    if (writing !== undefined) await writing;
    if (index % CASES_PER_BEAT === 0) await beat(index);
  }
  return tally;
}

/** The same with the help of the writers that have begun, one at least, who are dismissed then. */
export async function writeCasesTogether(
  cases: Cases,
  language: Language,
  report: LineReport,
  helpers: CaseWriters,
  beat: Beat,
): Promise<Tally> {
  const writers = helpers.all;
  try {
    const shared = shareCases(cases);
    for (const writer of writers) writer.tell({ kind: "cases", cases: shared, language });
    const own = new CaseRenderer(cases, language);
    const parts = new Parts(report);
    for (let from = 0; from < cases.count; from += CASES_PER_PART) {
      const to = Math.min(from + CASES_PER_PART, cases.count);
      const writer = writers.find((one) => !one.isBusy);
      if (writer === undefined) parts.add(own.render(from, to), own);
      else parts.add(writer.render(from, to), writer);
      await parts.writeUntil(writers.length * PARTS_PER_WRITER);
      await beat(to);
    }
    await parts.writeUntil(0);
    for (const counts of await Promise.all(writers.map((writer) => writer.counts())))
      own.tally.addCounts(counts);
    return own.tally;
  } finally {
    await helpers.dismiss();
  }
}

/** Whoever rendered lines; he writes over the bytes when they are free again. */
type Renderer = Pick<CaseWriter, "giveBack">;

interface Part {
  readonly lines: TableLines;
  readonly by: Renderer;
}

/** Parts of the cases on their way into the tables, in roster order. */
class Parts {
  private readonly report: LineReport;
  private readonly waiting = new InTurn<Part>();
  private written: Promise<void> = Promise.resolve();

  constructor(report: LineReport) {
    this.report = report;
  }

  add(lines: TableLines | Promise<TableLines>, by: Renderer): void {
    this.waiting.add(
      lines instanceof Promise ? lines.then((rendered) => ({ lines: rendered, by })) : { lines, by },
    );
  }

  /** Writes parts until no more than so many wait, and none of them is on its way to the disk when it is to be none. */
  async writeUntil(most: number): Promise<void> {
    await this.waiting.until(most, async ({ lines, by }) => {
      await this.written;
      this.written = this.report.addLines(lines).then(() => by.giveBack(lines));
      // whoever waits for it next is told
      this.written.catch(() => {});
    });
    if (most === 0) await this.written;
  }
}
