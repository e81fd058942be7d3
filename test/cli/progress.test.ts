/** The progress bar shows itself only to someone who waits at a terminal, and leaves nothing behind. */
import { expect, test } from "vitest";
import { progressBar, SILENT } from "../../src/cli/progress.ts";
import { fakeOutput } from "./fake-io.ts";

/** A bar on a terminal, and the clock behind it. */
function watched(width = 80) {
  const output = fakeOutput(width);
  const clock = { ms: 0 };
  return { output, clock, bar: progressBar(output, "en", () => clock.ms) };
}

test("in a pipe there is none", () => {
  const output = fakeOutput();
  expect(progressBar(output, "id")).toBe(SILENT);
});

test("work of less than a second shows nothing, not even at its end", () => {
  const { output, clock, bar } = watched();
  bar.stage("reading", 10);
  clock.ms = 999;
  bar.advance(9);
  bar.end();
  expect(output.text).toBe("");
});

test("after a second it says what is done and how far, and clears itself at the end", () => {
  const { output, clock, bar } = watched();
  bar.stage("linking", 200);
  clock.ms = 1000;
  bar.advance(90);
  expect(output.text).toBe("\r\u001B[2KLooking for matches 45% [#########...........]");
  output.text = "";
  bar.end();
  expect(output.text).toBe("\r\u001B[2K");
  output.text = "";
  bar.end();
  expect(output.text).toBe("");
});

test("it is redrawn ten times a second at most", () => {
  const { output, clock, bar } = watched();
  bar.stage("linking", 10_000);
  for (clock.ms = 1000; clock.ms < 2000; clock.ms++) bar.advance(clock.ms);
  expect(output.text.split("\r").length - 1).toBe(10);
});

test.each([40, 20, 1])("it never fills the last column, where it could not be cleared: of %d", (width) => {
  const { output, clock, bar } = watched(width);
  clock.ms = 1000;
  bar.stage("duplicates", 0);
  expect(output.text.replace("\r\u001B[2K", "").length).toBeLessThan(width);
});

test("more done than expected is not more than all", () => {
  const { output, clock, bar } = watched();
  bar.stage("writing", 10);
  clock.ms = 1000;
  bar.advance(12);
  expect(output.text).toContain("100% [####################]");
});
