/** Every habit of the offices under `fixtures/input/`, against what a careful clerk understands. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Trouble } from "../../src/trouble.ts";
import { type Asked, habitNames, inHabit, listsOf, type Understood, understand } from "./habit.ts";

type Expected = Partial<Understood> & {
  readonly asked?: Asked;
  /** Code of the trouble that refuses the list as a whole. */
  readonly refused?: string;
};

function expectedOf(name: string): Expected {
  const file = inHabit(name, "expected.json");
  if (!existsSync(file)) {
    expect.fail(`${file} is missing. Draft it with draft-habits.ts and hold it beside the list.`);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

const HABITS = habitNames();

describe.each(HABITS)("the habit %s", (name) => {
  const { asked, refused, ...expected } = expectedOf(name);
  const [list, ...twins] = listsOf(name);

  test("is understood as expected", async () => {
    const found = await understand(inHabit(name, list!), asked).catch((error: unknown) => {
      expect(error).toBeInstanceOf(Trouble);
      return (error as Trouble).problems[0]!.code;
    });
    expect(found).toEqual(refused ?? expected);
  });

  test("is told in a README", () => {
    expect(readFileSync(inHabit(name, "README.md"), "utf8")).toMatch(/ must .*, because .*\.\n/);
  });

  test.runIf(twins.length > 0)("is the same people when it comes as a workbook", async () => {
    for (const twin of twins) {
      const { headerRows, rows, used, rejected } = await understand(inHabit(name, twin), asked);
      expect({ headerRows, rows, used, rejected }, twin).toEqual({
        headerRows: expected.headerRows,
        rows: expected.rows,
        used: expected.used,
        rejected: expected.rejected,
      });
    }
  });
});

test("there are habits enough, several of them workbooks by a real producer", () => {
  expect(HABITS.length).toBeGreaterThanOrEqual(40);
  expect(HABITS.filter((name) => listsOf(name).length > 1).length).toBeGreaterThanOrEqual(8);
});
