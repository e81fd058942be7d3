/** What a run leaves in its folder, and who may read it. */
import type { Format } from "../config/plan.ts";

/** Files only their owner can read: they hold personal data (UU 27/2022). */
export const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o700;
/** The file that shows a folder to be one of ours, which may be replaced. */
export const SUMMARY_FILE = "summary.json";
export const WORKBOOK_FILE = "laporan.xlsx";
export const PAGE_FILE = "laporan.html";
/** The folder of the workbooks for units, and the table in it that lists them. */
export const UNITS_FOLDER = "units";
export const UNITS_INDEX = "indeks.csv";
export const WORKBOOK_ENDING = ".xlsx";
/** What a run of each format leaves in its folder, and all by which the folder is known to be ours. */
export const ENTRIES_OF: Readonly<Record<Format, readonly string[]>> = {
  csv: [
    SUMMARY_FILE,
    "cases.csv",
    "findings.csv",
    "links.csv",
    "candidates.csv",
    "duplicates.csv",
    "rejected.csv",
  ],
  xlsx: [WORKBOOK_FILE, UNITS_FOLDER],
  html: [PAGE_FILE],
};
export const RUN_ENTRIES: ReadonlySet<string> = new Set(Object.values(ENTRIES_OF).flat());
