/**
 * `npm run torture -- --rows 5000 --shape one-nik,identical`: runs the program on each list at that length and at four
 * times it, and tells what time, memory and output grow to; exit status 1 where they grow much faster than the list, or
 * a run fails.
 */
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { asText, megabytes, type Table, times } from "../bench/table.ts";
import { SHAPES } from "./shapes.ts";
import { runShape, type Taken } from "./torture.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "5000" },
    shape: { type: "string", default: Object.keys(SHAPES).join() },
    limit: { type: "string", default: "300" },
    folder: { type: "string", default: path.join(tmpdir(), "cocok-torture") },
  },
});

const LONGER = 4;
/** Linear would be 4, quadratic 16. */
const MOST_GROWTH = LONGER ** 1.5;
/** What a run takes whatever its lists; growth below is none. */
const FLOORS = { cpuSeconds: 1, peakBytes: 250e6, writtenBytes: 1e6 } as const;

type Figure = keyof typeof FLOORS;
const FIGURES = Object.keys(FLOORS) as Figure[];

function growthOf(figure: Figure, short: Taken, long: Taken): number {
  return long[figure] / Math.max(short[figure], FLOORS[figure]);
}

const rows = Number(values.rows);
const failures: string[] = [];
const lines: string[][] = [];
for (const name of values.shape.split(",")) {
  const shape = SHAPES[name];
  if (shape === undefined) throw new Error(`no shape ${name}; there are ${Object.keys(SHAPES).join(", ")}`);
  process.stderr.write(`${name}\n`);
  try {
    const folder = path.join(values.folder, name);
    const short = await runShape(shape, rows, folder, Number(values.limit));
    const long = await runShape(shape, LONGER * rows, folder, Number(values.limit));
    const growth = FIGURES.map((figure) => growthOf(figure, short, long));
    lines.push([
      name,
      ...[short, long].map(({ cpuSeconds }) => cpuSeconds.toFixed(1)),
      ...[short, long].map(({ peakBytes }) => megabytes(peakBytes)),
      ...[short, long].map(({ writtenBytes }) => megabytes(writtenBytes)),
      ...growth.map(times),
    ]);
    FIGURES.forEach((figure, at) => {
      if (growth[at]! > MOST_GROWTH) failures.push(`${name}: ${figure} ${times(growth[at]!)} times`);
    });
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const table: Table = {
  title: `Lists of ${rows} and ${LONGER * rows} rows`,
  note: "CPU seconds of one thread, peak memory and bytes written at both lengths, and what they grow by.",
  headings: ["list", "s", "s", "memory", "memory", "written", "written", "time ×", "memory ×", "written ×"],
  rows: lines,
};
process.stdout.write(asText(table));
for (const failure of failures) process.stdout.write(`FAILED ${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
