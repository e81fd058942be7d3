/**
 * Rows that wait for the sheet they belong to. Cases come in roster order and go to many sheets, a sheet is written
 * whole: a few thousand wait as they are, and when there are more they are packed as text and deflated, to about a
 * tenth. Nothing is put on disk.
 *
 * Rows are plain data that JSON gives back as it was.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Rows that wait unpacked, over all groups: what packing well costs in memory. */
const MOST_WAITING = 1 << 12;
/** Fast: the gain of more effort is small and every row passes here. */
const FAST = { level: 3 } as const;
const END = "\n";

interface Group<R> {
  readonly blocks: Uint8Array[];
  waiting: R[];
  count: number;
}

export class RowStore<R> {
  readonly #groups = new Map<string, Group<R>>();
  #waiting = 0;

  add(name: string, row: R): void {
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = { blocks: [], waiting: [], count: 0 };
      this.#groups.set(name, group);
    }
    group.waiting.push(row);
    group.count++;
    this.#waiting++;
    if (this.#waiting > MOST_WAITING) this.#pack();
  }

  count(name: string): number {
    return this.#groups.get(name)?.count ?? 0;
  }

  /** The rows of a group in the order they were added. */
  *rows(name: string): Generator<R> {
    const group = this.#groups.get(name);
    if (group === undefined) return;
    for (const block of group.blocks) yield* unpacked<R>(inflateRawSync(block).toString());
    yield* group.waiting;
  }

  #pack(): void {
    for (const group of this.#groups.values()) {
      if (group.waiting.length === 0) continue;
      const text = group.waiting.map((row) => JSON.stringify(row) + END).join("");
      // copied, since what zlib returns may hold on to far more memory than it fills
      group.blocks.push(new Uint8Array(deflateRawSync(text, FAST)));
      group.waiting = [];
    }
    this.#waiting = 0;
  }
}

function* unpacked<R>(text: string): Generator<R> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf(END, at);
    yield JSON.parse(text.slice(at, end)) as R;
    at = end + END.length;
  }
}
