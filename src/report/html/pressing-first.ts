/**
 * A list with room for so many bytes, which the most pressing items get: cases come in roster order, and a less
 * pressing one that was taken in makes room for a more pressing one that comes later. Within one action the first
 * to come are kept, so that what is listed is always a beginning of the whole list.
 */
import { ACTIONS, type Action } from "../../finding/codes.ts";

const RANK = Object.fromEntries(ACTIONS.map((action, rank) => [action, rank])) as Readonly<
  Record<Action, number>
>;

export class PressingFirst {
  /** By action, most pressing first. */
  private readonly items: readonly Buffer[][] = ACTIONS.map(() => []);
  private room: number;
  /** Actions from this rank on had to leave something out and take no more. */
  private closed: number = ACTIONS.length;

  constructor(mostBytes: number) {
    this.room = mostBytes;
  }

  /** False when a case with this action cannot be listed, so that it need not be rendered. */
  wants(action: Action): boolean {
    return RANK[action] < this.closed;
  }

  add(action: Action, text: string): void {
    const item = Buffer.from(text);
    this.items[RANK[action]]!.push(item);
    this.room -= item.length;
    this.shrink(0);
  }

  /** Gives up the least pressing items until so many bytes of the room are free. */
  shrink(free: number): void {
    for (let rank = ACTIONS.length - 1; rank >= 0 && this.room < free; rank--) {
      const items = this.items[rank]!;
      while (this.room < free && items.length > 0) {
        this.room += items.pop()!.length;
        this.closed = rank;
      }
    }
  }

  get count(): number {
    return this.items.reduce((sum, items) => sum + items.length, 0);
  }

  /** Most pressing first, each action in the order its cases came. */
  all(): readonly Buffer[] {
    return this.items.flat();
  }
}
