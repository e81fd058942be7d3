/** What the main measurement found, as tables. */
import { isDuckDbInstalled } from "./duckdb.ts";
import type { BenchInputs } from "./files.ts";
import type { SizeResult } from "./sizes.ts";
import { growthExponent } from "./statistics.ts";
import { grouped, megabytes, rounded, share, type Table, times } from "./table.ts";

function rowsOf({ rosterRows, sourceRows }: BenchInputs): number {
  return rosterRows + sourceRows;
}

function labelOf({ people, clean }: SizeResult): string {
  return `${grouped(people)}${clean ? ", clean" : ""}`;
}

export function sizeTables(results: readonly SizeResult[]): Table[] {
  return [programTable(results), growthTable(results), stageTable(results)].filter(
    ({ rows }) => rows.length > 0,
  );
}

function programTable(results: readonly SizeResult[]): Table {
  const threads = results.flatMap(({ identical }) => identical ?? []);
  return {
    title: "A roster against a registry of the same size",
    note: [
      "Links are held against the truth; recall is over people who stand in the roster once.",
      ...(isDuckDbInstalled() ? [] : ["DuckDB is not installed."]),
      ...(threads.length === 0
        ? []
        : [`Outputs byte-identical whatever the threads: ${threads.every(Boolean) ? "yes" : "NO"}.`]),
    ].join(" "),
    headings: ["rows", "program", "time", "CPU", "rows/s", "peak memory", "precision", "recall"],
    rows: results.flatMap((result) =>
      result.programs.map(({ name, timeRatio, cpuRatio, seconds, peakBytes, quality }) => [
        labelOf(result),
        name,
        times(timeRatio),
        times(cpuRatio),
        rounded(rowsOf(result.inputs) / seconds),
        megabytes(peakBytes),
        quality === null ? "" : share(quality.precision),
        quality === null ? "" : share(quality.recall),
      ]),
    ),
  };
}

const GROWING = [
  ["time", "seconds"],
  ["CPU", "cpuSeconds"],
] as const;

function growthTable(results: readonly SizeResult[]): Table {
  const names = results[0]?.programs.map(({ name }) => name) ?? [];
  const rows = [false, true].flatMap((clean) => {
    const ofKind = results.filter((result) => result.clean === clean);
    return ofKind.slice(1).flatMap((to, i) => {
      const from = ofKind[i]!;
      return GROWING.map(([word, quantity]) => {
        const point = (result: SizeResult, name: string) => ({
          rows: rowsOf(result.inputs),
          seconds: result.programs.find((program) => program.name === name)![quantity],
        });
        const exponents = names.map((name) => growthExponent(point(from, name), point(to, name)).toFixed(2));
        return [`${labelOf(from)} → ${grouped(to.people)}`, word, ...exponents];
      });
    });
  });
  return {
    title: "Growth",
    note: "The power of the number of rows by which it grows: 1 when it doubles with them.",
    headings: ["rows", "growth of", ...names],
    rows,
  };
}

function stageTable(results: readonly SizeResult[]): Table {
  const rows = results.flatMap((result) => {
    const { rosterRows, sourceRows } = result.inputs;
    const total = result.stages.reduce((sum, { seconds }) => sum + seconds, 0);
    return result.stages.map(({ name, seconds, pairs }) => {
      const stageRows = name === "linking" ? sourceRows : rosterRows;
      return [
        labelOf(result),
        name,
        `${Math.round((100 * seconds) / total)} %`,
        name === "opening" ? "" : rounded(stageRows / seconds),
        pairs === 0 ? "" : (pairs / stageRows).toFixed(2),
      ];
    });
  });
  return {
    title: "Where the time goes",
    note: "One run of its own, without Node's start. Rows are those of the roster, in linking those of the source.",
    headings: ["rows", "stage", "share of time", "rows/s", "pairs compared per row"],
    rows,
  };
}
