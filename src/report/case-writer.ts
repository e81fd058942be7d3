/** A thread that renders parts of the cases: it looks at the same memory and comes to the same lines. */
import type { Language } from "../config/plan.ts";
import { CaseNumbers, type SharedCaseNumbers } from "../finding/case-id.ts";
import type { SharedCases } from "../finding/shared-cases.ts";
import { Thread } from "../machine/thread.ts";
import { type Roster, type ShownPeople, sharePeople } from "../match/roster.ts";
import type { RunSummary } from "./summary.ts";
import { CASE_TABLE_NAMES, type TableLines } from "./tables.ts";

/** What a writer is asked for; it answers `numbers`, `render` and `counts`. */
export type WriterTask =
  | { readonly kind: "numbers"; readonly shown: ShownPeople; readonly count: number }
  | { readonly kind: "cases"; readonly cases: SharedCases; readonly language: Language }
  | {
      readonly kind: "render";
      readonly from: number;
      readonly to: number;
      /** Bytes that it gave before and that have been written, to be written over. */
      readonly spare: TableLines | null;
    }
  | { readonly kind: "counts" };

export class CaseWriter extends Thread<WriterTask> {
  private readonly spares: TableLines[] = [];

  constructor() {
    super("./case-writer-thread", import.meta.url);
  }

  /** The case numbers of the first `count` people. */
  numbers(shown: ShownPeople, count: number): Promise<SharedCaseNumbers> {
    return this.ask({ kind: "numbers", shown, count });
  }

  render(from: number, to: number): Promise<TableLines> {
    const spare = this.spares.pop() ?? null;
    return this.ask({ kind: "render", from, to, spare }, spare === null ? [] : buffersOf(spare));
  }

  /** Gives back what it rendered, once that has been written. */
  giveBack(written: TableLines): void {
    this.spares.push(written);
  }

  /** Counts over all cases that it has rendered. */
  counts(): Promise<RunSummary["cases"]> {
    return this.ask({ kind: "counts" });
  }
}

/** To be handed to another thread, not copied. */
export function buffersOf(lines: TableLines): ArrayBuffer[] {
  return CASE_TABLE_NAMES.map((name) => lines[name].buffer as ArrayBuffer);
}

/**
 * The writers of a run. They begin before there are cases: while one thread decides the last links, they load the
 * program, and the first of them gives out the case numbers, for which nobody but the roster is needed.
 */
export class CaseWriters {
  private readonly helpers: number;
  private writers: readonly CaseWriter[] = [];
  private given: Promise<SharedCaseNumbers> | null = null;

  /** @param helpers how many there are to be, or as many as the machine gives */
  constructor(helpers: number) {
    this.helpers = helpers;
  }

  /** Starts them. People may be added to the roster's store meanwhile. */
  begin({ keyMaker, count }: Roster): void {
    this.writers = Thread.asMany(this.helpers, () => new CaseWriter());
    this.given = this.writers[0]?.numbers(sharePeople(keyMaker), count) ?? null;
    // what goes wrong there is thrown where it is awaited; this thread may fail before
    this.given?.catch(() => {});
  }

  /** Those who have begun. */
  get all(): readonly CaseWriter[] {
    return this.writers;
  }

  /** The case numbers; undefined where nobody has begun, and they are yet to be given out. */
  async numbers(): Promise<CaseNumbers | undefined> {
    return this.given === null ? undefined : CaseNumbers.from(await this.given);
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.writers.map((writer) => writer.dismiss()));
  }
}
