/** What one set of benchmark files is and how it is written: as the generator writes a roster of one file. */
import { statSync } from "node:fs";
import { DIALECTS } from "../quality/generator/write.ts";

/** A roster and a registry as CSV, and the truth about them. */
export interface BenchInputs {
  readonly roster: string;
  readonly source: string;
  readonly truth: string;
  readonly rosterRows: number;
  readonly sourceRows: number;
}

/** As the generator calls them. */
export const FILE_NAMES = { roster: "roster-1.csv", source: "dukcapil.csv", truth: "truth.csv" } as const;

export const ROSTER_DIALECT = DIALECTS[0]!;
export const SOURCE_DELIMITER = ",";
export const SOURCE_END_OF_LINE = "\n";

/** The spreadsheet row of the first person; row 1 is the heading. */
export const FIRST_ROW = 2;

export function bytesOf({ roster, source }: BenchInputs): number {
  return statSync(roster).size + statSync(source).size;
}
