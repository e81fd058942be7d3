/** Whether there are colours: decided once, from what the user said and where the output goes. */
import { expect, test } from "vitest";
import { terminalStyle, usesColor } from "../../src/cli/style.ts";
import { fakeIo } from "./fake-io.ts";

test.each<[string, boolean, boolean, Record<string, string>, boolean]>([
  ["a terminal", true, true, {}, true],
  ["a pipe", true, false, {}, false],
  ["a terminal that has none", true, true, { TERM: "dumb" }, false],
  ["a terminal and --no-color", false, true, {}, false],
  ["a terminal and NO_COLOR", true, true, { NO_COLOR: "1" }, false],
  ["a terminal and an empty NO_COLOR", true, true, { NO_COLOR: "" }, true],
  ["a pipe and FORCE_COLOR", true, false, { FORCE_COLOR: "1" }, true],
  ["a pipe and an empty FORCE_COLOR", true, false, { FORCE_COLOR: "" }, false],
  ["a terminal and FORCE_COLOR=0", true, true, { FORCE_COLOR: "0" }, false],
  ["both FORCE_COLOR and NO_COLOR", true, true, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ["--no-color and FORCE_COLOR", false, false, { FORCE_COLOR: "1" }, false],
])("%s", (_where, allowed, terminal, env, expected) => {
  expect(usesColor(allowed, fakeIo(terminal ? 80 : undefined, env))).toBe(expected);
});

test("without colours the text is the text", () => {
  const { heading, strong, faint } = terminalStyle(false);
  expect([heading("a"), strong("b"), faint("c")]).toEqual(["a", "b", "c"]);
});

test("with colours the text is still in there", () => {
  const { heading } = terminalStyle(true);
  expect(heading("a")).not.toBe("a");
  expect(heading("a")).toContain("a");
});
