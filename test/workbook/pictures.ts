/**
 * Pictures of the workbook for the README: the first page of some sheets of the fixture's run, as LibreOffice prints
 * them. Needs LibreOffice and poppler (Debian: libreoffice-calc-nogui, poppler-utils, fonts-crosextra-carlito).
 * Run it from the repository: `npm run tools && node build/test/workbook/pictures.js`.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { main } from "../../src/main.ts";
import { SHEET_NAMES, type SheetKey } from "../../src/words/workbook.ts";
import { convert } from "./libreoffice.ts";

const STORY = "fixtures/musi-rawas";
const PICTURES = path.join(STORY, "pictures");
const SHEETS: readonly SheetKey[] = ["summary", "interview", "fix_roster"];
/** Dots per inch: sharp enough to read, small enough for a repository. */
const RESOLUTION = "110";

const folder = mkdtempSync(path.join(tmpdir(), "cocok-pictures-"));
try {
  const run = path.join(folder, "run");
  await main([
    "node",
    "cocok",
    "reconcile",
    "--config",
    path.join(STORY, "cocok.config.json"),
    "--out",
    run,
    "--quiet",
  ]);
  convert([path.join(run, "laporan.xlsx")], "pdf", folder);
  mkdirSync(PICTURES, { recursive: true });
  const pdf = path.join(folder, "laporan.pdf");
  // the pages of a PDF end in form feeds; at the foot of each stands its sheet
  const pages = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).split("\f");
  for (const sheet of SHEETS) {
    const name = SHEET_NAMES[sheet].id;
    const at = pages.findIndex((page) => page.includes(`${name} · `));
    if (at < 0) throw new Error(`no page of ${sheet}`);
    const page = String(at + 1);
    const picture = path.join(PICTURES, `lembar-${name.toLowerCase().replaceAll(" ", "-")}`);
    execFileSync("pdftoppm", ["-r", RESOLUTION, "-f", page, "-l", page, "-png", "-singlefile", pdf, picture]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
