/**
 * Writes the cases of a run in roster order: one by one into every report, or rendered part by part on several threads
 * where all reports take lines. Who rendered which part does not show.
 */
import type { Language } from "../config/plan.ts";
import type { Cases } from "../finding/cases.ts";
import { shareCases } from "../finding/shared-cases.ts";
import { Thread } from "../text/thread.ts";
import { CaseRenderer, type TableLines } from "./case-renderer.ts";
import { addCase, type CaseReport } from "./case-report.ts";
import { CaseWriter } from "./case-writer.ts";
import { Tally } from "./tally.ts";

/** Below so many cases a thread takes longer to start than it saves. */
export const FEWEST_CASES = 100_000;

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

/** A part of the cases on its way into the tables. */
interface Part {
  readonly lines: TableLines | Promise<TableLines>;
  /** Whoever rendered it writes over the bytes when they are free again. */
  readonly by: Pick<CaseWriter, "giveBack">;
}

/**
 * The same with the help of `helpers` threads, or of as many as the machine gives.
 * @param addLines of the report
 */
export async function writeCasesTogether(
  cases: Cases,
  language: Language,
  addLines: NonNullable<CaseReport["addLines"]>,
  helpers: number,
  beat: Beat,
): Promise<Tally> {
  const writers = Thread.asMany(helpers, () => new CaseWriter());
  try {
    const shared = writers.length === 0 ? null : shareCases(cases);
    for (const writer of writers)
      if (shared !== null) writer.tell({ kind: "cases", cases: shared, language });
    const own = new CaseRenderer(cases, language);
    const parts: Part[] = [];
    let written: Promise<void> = Promise.resolve();
    const writeUntil = async (most: number): Promise<void> => {
      while (parts.length > most) {
        const { lines: rendered, by } = parts.shift()!;
        const lines = await rendered;
        await written;
        written = addLines(lines).then(() => by.giveBack(lines));
        // whoever waits for it next is told
        written.catch(() => {});
      }
    };
    for (let from = 0; from < cases.count; from += CASES_PER_PART) {
      const to = Math.min(from + CASES_PER_PART, cases.count);
      const writer = writers.find((one) => !one.isBusy);
      const lines = writer === undefined ? own.render(from, to) : writer.render(from, to);
      // what goes wrong is thrown when the part's turn comes; until then nobody waits for it, which ends a program
      if (lines instanceof Promise) lines.catch(() => {});
      parts.push({ lines, by: writer ?? own });
      await writeUntil(writers.length * PARTS_PER_WRITER);
      await beat(to);
    }
    await writeUntil(0);
    await written;
    for (const counts of await Promise.all(writers.map((writer) => writer.counts())))
      own.tally.addCounts(counts);
    return own.tally;
  } finally {
    await Promise.all(writers.map((writer) => writer.dismiss()));
  }
}
