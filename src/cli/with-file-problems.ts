/**
 * What is wrong with files is told along with what is wrong with settings, so that nobody mends one only to be told of
 * the other. Where the settings are right, whoever opens the files says so.
 */
import { Unresolved } from "../config/resolve.ts";
import { together } from "../trouble.ts";

/**
 * Resolves what was typed and configured.
 * @throws Trouble with every problem of settings, files and results folder; the signal's reason when interrupted
 */
export async function withFileProblems<P>(resolve: () => P, signal: AbortSignal): Promise<P> {
  try {
    return resolve();
  } catch (error) {
    if (!(error instanceof Unresolved)) throw error;
    const { known } = error;
    const [{ checkFiles }, { RunFolder }] = await Promise.all([
      import("../input/check-files.ts"),
      import("../report/run-folder.ts"),
    ]);
    await together(
      Promise.reject(error),
      checkFiles(known, signal),
      known.out === null ? Promise.resolve() : RunFolder.check(known.out),
    );
    throw error;
  }
}
