/** How the benchmark runs its yardstick. */
import path from "node:path";
import { type BenchInputs, ROSTER_DIALECT, SOURCE_DELIMITER } from "./files.ts";
import { measure, type Runner } from "./measure.ts";

const YARDSTICK = path.join(import.meta.dirname, "yardstick.js");

export const CSV_PARSE = "csv-parse";

/** csv-parse merely parsing both files, Node's start included. */
export function csvParse({ roster, source }: BenchInputs): Runner {
  return {
    name: CSV_PARSE,
    run: () => measure([YARDSTICK, ROSTER_DIALECT.delimiter, roster, SOURCE_DELIMITER, source]),
  };
}
