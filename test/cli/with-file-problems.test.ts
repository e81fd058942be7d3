/** What is thrown where settings cannot be resolved. */
import { expect, test } from "vitest";
import { withFileProblems } from "../../src/cli/with-file-problems.ts";

test("a fault of the program's own is thrown as it is, and no file is looked at for it", async () => {
  const fault = new TypeError("ours");
  const resolve = () => {
    throw fault;
  };
  await expect(withFileProblems(resolve, new AbortController().signal)).rejects.toBe(fault);
});
