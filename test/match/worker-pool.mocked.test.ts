/** Where no thread can be started. */
import { expect, test, vi } from "vitest";
import { WorkerPool } from "../../src/match/worker-pool.ts";

vi.mock("node:worker_threads", () => ({
  Worker: class {
    constructor() {
      throw Object.assign(new Error("no more threads"), { code: "ERR_WORKER_INIT_FAILED" });
    }
  },
}));

test("a machine that gives no threads leaves the work to the calling one", () => {
  expect(WorkerPool.of(4).workers).toEqual([]);
});
