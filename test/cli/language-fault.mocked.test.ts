/** A fault of ours before the language is known. */
import { expect, test, vi } from "vitest";
import { main } from "../../src/main.ts";
import { fakeIo } from "./fake-io.ts";

vi.mock("../../src/cli/language.ts", () => ({ languageOf: () => Promise.reject(new TypeError("secret")) }));

test("is confessed like any other, without its trace", async () => {
  const io = fakeIo();
  expect(await main(["node", "cocok", "--help"], io, [])).toBe(2);
  expect(io.stderr.text).toMatch(/^cocok: terjadi kesalahan di dalam program/);
  expect(io.stderr.text).not.toMatch(/secret|TypeError/);
});
