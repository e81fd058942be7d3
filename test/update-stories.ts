/**
 * Writes `fixtures/<story>/expected/` from what the program does now: `npm run stories`, for all or for the named
 * stories. What it changed is to be read before it is kept. No test and no CI runs it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { EXPECTED_FILES, inStory, runStory, storyNames } from "./story.ts";

const wanted = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "cocok-stories-"));
try {
  for (const name of storyNames()) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const outcome = await runStory(name, path.join(folder, "hasil"));
    mkdirSync(inStory(name, "expected"), { recursive: true });
    for (const file of EXPECTED_FILES) writeFileSync(inStory(name, "expected", file), outcome[file]);
  }
} finally {
  rmSync(folder, { recursive: true });
}
