/**
 * The program as it is shipped, compiled from the sources as they stand: for what only that can do. A worker thread
 * cannot be started from TypeScript.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Below it packages are found as from the sources, and the test runner changes nothing. */
const CACHE = path.resolve("node_modules/.cache");
const COMPILER = path.resolve("node_modules/typescript/bin/tsc");

export interface CompiledProgram {
  /** What a shell starts. */
  readonly command: string;
  /** Where a module of `src` lies, as an address to import: `match/worker-pool`. */
  address(module: string): string;
  remove(): void;
}

/** Compiles without checking: that the types are right is for another command to say. */
export function compileProgram(): CompiledProgram {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(CACHE, "cocok-test-"));
  const { status, stdout } = spawnSync(
    process.execPath,
    [COMPILER, "-p", "tsconfig.json", "--noCheck", "--outDir", path.join(folder, "dist")],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stdout);
  for (const part of ["bin", "package.json"]) cpSync(part, path.join(folder, part), { recursive: true });
  return {
    command: path.join(folder, "bin", "cocok.js"),
    address: (module) => pathToFileURL(path.join(folder, "dist", `${module}.js`)).href,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
