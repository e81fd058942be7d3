/** The run folder where the system does not let go of the earlier one, as Windows does while a workbook is open. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SILENT } from "../../src/cli/progress.ts";
import { resolvePlan } from "../../src/config/resolve.ts";
import { reconcile } from "../../src/reconcile.ts";
import { RunFolder } from "../../src/report/run-folder.ts";

const refuses = vi.hoisted(() => ({ rename: "", rm: "" }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const refusing =
    <A extends unknown[], R>(name: "rename" | "rm", work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      const code = refuses[name];
      if (code !== "") throw Object.assign(new Error(name), { code, syscall: name });
      return work(...given);
    };
  return { ...real, rename: refusing("rename", real.rename), rm: refusing("rm", real.rm) };
});

let place = "";
let out = "";
beforeEach(async () => {
  place = mkdtempSync(path.join(tmpdir(), "cocok-in-use-"));
  out = path.join(place, "hasil");
  await (await written("old")).commit();
});
afterEach(() => {
  refuses.rename = "";
  refuses.rm = "";
  rmSync(place, { recursive: true });
});

async function written(text: string): Promise<RunFolder> {
  const folder = await RunFolder.open(out);
  writeFileSync(path.join(folder.path, "summary.json"), text);
  return folder;
}

const summary = (): string => readFileSync(path.join(out, "summary.json"), "utf8");

test.each([
  ["EBUSY", "out_in_use"],
  ["EPERM", "out_in_use"],
  ["EACCES", "out_in_use"],
  ["EIO", "out_unwritable"],
])("an earlier run that cannot be moved (%s) is told as %s and stays", async (reason, code) => {
  const folder = await written("new");
  refuses.rename = reason;
  await expect(folder.commit()).rejects.toMatchObject({ problems: [{ code, facts: { reason } }] });
  await folder.discard();
  expect(summary()).toBe("old");
  expect(readdirSync(place)).toEqual(["hasil"]);
});

test("an earlier run that cannot be deleted does not undo the new one, and is told of", async () => {
  const folder = await written("new");
  refuses.rm = "EBUSY";
  const { leftover, abandoned } = await folder.commit();
  expect(abandoned).toEqual([]);
  expect(summary()).toBe("new");
  expect(path.dirname(leftover!)).toBe(place);
  expect(readdirSync(place).sort()).toEqual([path.basename(leftover!), "hasil"]);
});

test("an earlier run that was deleted is not told of", async () => {
  expect(await (await written("new")).commit()).toEqual({ leftover: null, abandoned: [] });
});

test("a whole run hands on where the earlier one is", async () => {
  const file = (name: string): string[] => [path.join("fixtures", "musi-rawas", name)];
  const typed = { roster: file("daftar-dinkes.csv"), ktp: file("ktp.csv"), formats: "csv", out };
  refuses.rm = "EBUSY";
  const { leftover } = await reconcile(resolvePlan(typed, null), SILENT, new AbortController().signal);
  expect(readFileSync(path.join(leftover!, "summary.json"), "utf8")).toBe("old");
});
