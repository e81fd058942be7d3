/**
 * Writes the first draft of `expected.json` for habits that have none: what the program understands today. A draft
 * says nothing until somebody has held it beside the list; no test and no pipeline runs this.
 */
import { existsSync, writeFileSync } from "node:fs";
import { Trouble } from "../../src/trouble.ts";
import { type Asked, habitNames, inHabit, listsOf, understand } from "./habit.ts";

/** Habits that are no roster of NIKs. */
const ASKED: Readonly<Record<string, Asked>> = {
  "absensi-nip": { role: "listing", identifier: "nip" },
  "ekstrak-dukcapil": { role: "registry" },
};

for (const name of habitNames()) {
  const expected = inHabit(name, "expected.json");
  if (existsSync(expected)) continue;
  const asked = ASKED[name];
  const draft = await understand(inHabit(name, listsOf(name)[0]!), asked).catch((error: unknown) => {
    if (!(error instanceof Trouble)) throw error;
    return { refused: error.problems[0]!.code };
  });
  writeFileSync(
    expected,
    `{\n${Object.entries(asked === undefined ? draft : { asked, ...draft })
      .map(lineOf)
      .join(",\n")}\n}\n`,
  );
  process.stdout.write(`${expected}\n`);
}

/** One line for each fact and each person, so that they can be held beside the rows of the list. */
function lineOf([key, value]: [string, unknown]): string {
  const isListOfRows = Array.isArray(value) && typeof value[0] === "object";
  const text = isListOfRows
    ? `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]`
    : JSON.stringify(value);
  return `  ${JSON.stringify(key)}: ${text}`;
}
