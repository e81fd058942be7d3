/**
 * What several threads make, used in the order in which it was asked for: whoever is done first waits for his turn.
 */
export class InTurn<T> {
  private readonly waiting: (T | Promise<T>)[] = [];

  /** How many have not had their turn. */
  get length(): number {
    return this.waiting.length;
  }

  add(item: T | Promise<T>): void {
    // what goes wrong is thrown when its turn comes; until then nobody waits for it, which ends a program
    if (item instanceof Promise) item.catch(() => {});
    this.waiting.push(item);
  }

  /**
   * Gives one after the other to `use` until no more than so many wait.
   * @throws what went wrong in the making of one of them, or in its use
   */
  async until(most: number, use: (item: T) => void | Promise<void>): Promise<void> {
    while (this.waiting.length > most) await use(await this.waiting.shift()!);
  }
}
