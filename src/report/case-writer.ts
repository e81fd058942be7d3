/** A thread that renders parts of the cases: it looks at the same memory and comes to the same lines. */
import type { Language } from "../config/plan.ts";
import type { SharedCases } from "../finding/shared-cases.ts";
import { Thread } from "../machine/thread.ts";
import type { RunSummary } from "./summary.ts";
import { CASE_TABLE_NAMES, type TableLines } from "./tables.ts";

/** What a writer is asked for; it answers `render` and `counts`. */
export type WriterTask =
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
