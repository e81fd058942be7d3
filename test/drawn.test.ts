/** What `npm test` leaves out of a law, `npm run laws` has: every file that draws a part is among those that it runs. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

test("every file that takes a part of its examples is run with all of them as well", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const wanted: string[] = scripts.laws.split("--mode laws ")[1].split(" ");
  const files = readdirSync("test", { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join("test", file.replaceAll(path.sep, "/")))
    .filter((file) => file.endsWith(".test.ts"));
  const drawing = files.filter((file) => /from "(\.\.?\/)+drawn\.ts"/.test(readFileSync(file, "utf8")));
  expect(drawing.length).toBeGreaterThan(5);
  expect(drawing.filter((file) => !wanted.some((part) => file.includes(part)))).toEqual([]);
});
