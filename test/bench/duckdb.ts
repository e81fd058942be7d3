/**
 * How the benchmark runs DuckDB, where it is installed: the nearest thing to a reconciliation that SQL can say, in
 * a process of its own.
 */
import path from "node:path";
import { type BenchInputs, ROSTER_DIALECT, SOURCE_DELIMITER } from "./files.ts";
import { measure, type Runner } from "./measure.ts";

const TASK = path.join(import.meta.dirname, "duckdb-links.js");

export const DUCKDB = "DuckDB";
export const DUCKDB_PACKAGE = "@duckdb/node-api";

export function isDuckDbInstalled(): boolean {
  try {
    import.meta.resolve(DUCKDB_PACKAGE);
    return true;
  } catch {
    return false;
  }
}

/** DuckDB on all cores, writing what it links to `links`. */
export function duckDb({ roster, source }: BenchInputs, links: string): Runner {
  return {
    name: DUCKDB,
    run: () => measure([TASK, ROSTER_DIALECT.delimiter, roster, SOURCE_DELIMITER, source, links]),
  };
}
