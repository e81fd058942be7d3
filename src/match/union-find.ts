/** Disjoint sets of numbered nodes: which records hang together. The smallest node of a set stands for it. */
export class UnionFind {
  private readonly parents: Int32Array;

  /** @param count nodes are numbered below it, each in a set of its own at first */
  constructor(count: number) {
    this.parents = new Int32Array(count).fill(-1);
  }

  /** The node that stands for a node's set. */
  root(node: number): number {
    let top = node;
    while (this.parents[top]! >= 0) top = this.parents[top]!;
    for (let at = node; at !== top; ) {
      const above = this.parents[at]!;
      this.parents[at] = top;
      at = above;
    }
    return top;
  }

  join(a: number, b: number): void {
    const first = this.root(a);
    const second = this.root(b);
    if (first !== second) this.parents[Math.max(first, second)] = Math.min(first, second);
  }
}
