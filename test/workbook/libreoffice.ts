/** LibreOffice without a window, as Debian has it: the one other program that reads these workbooks here. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const PROGRAM = "soffice";

export function hasLibreOffice(): boolean {
  return spawnSync(PROGRAM, ["--version"]).status === 0;
}

/** Every sheet, shown as on the screen, all texts in quotation marks, UTF-8, commas. */
export const CSV_OF_ALL_SHEETS =
  "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,false,false,-1";

/**
 * Converts workbooks into files beside each other in `into`.
 * @throws when LibreOffice does not do it
 */
export function convert(workbooks: readonly string[], format: string, into: string): void {
  // a profile of its own: another LibreOffice that is open would take the work and be gone
  const profile = mkdtempSync(path.join(tmpdir(), "cocok-libreoffice-"));
  try {
    const { status, stderr } = spawnSync(
      PROGRAM,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--convert-to",
        format,
        "--outdir",
        into,
        ...workbooks,
      ],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`${PROGRAM} failed: ${stderr}`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
