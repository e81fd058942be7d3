/**
 * The largest job there is: every non-civil servant of the country against a long extract of the registry, and from
 * that what the whole registry would take.
 */
import { mkdirSync, statfsSync } from "node:fs";
import path from "node:path";
import { runTimedCocok, threadsOffered } from "./cocok.ts";
import { bytesOf } from "./files.ts";
import type { Shape } from "./inputs.ts";
import type { SizeOptions } from "./sizes.ts";
import type { Stage } from "./stopwatch.ts";
import { grouped, megabytes, minutes, rounded, type Table } from "./table.ts";

/** Non-civil servants of the country; rows of a tenth of its registry, and of all of it. */
export const NATION = { people: 2_400_000, sourceRows: 28_000_000 };
const REGISTRY_ROWS = 280_000_000;

/** Bytes on disk per row: of the generated files with the truth, and of what a run writes. */
const ROSTER_ROW_BYTES = 125 + 70;
const SOURCE_ROW_BYTES = 110;
const OUTPUT_ROW_BYTES = 450;

/** @throws Error when the disk has no room for the files */
export async function measureNation(shape: Shape, folder: string, options: SizeOptions): Promise<Table> {
  const { cache, out, say } = options;
  const { people, sourceRows } = shape;
  const files = cache.has(shape) ? 0 : people * ROSTER_ROW_BYTES + sourceRows * SOURCE_ROW_BYTES;
  demandRoom(folder, files + people * OUTPUT_ROW_BYTES, say);
  const inputs = await cache.get(shape);
  const threads = threadsOffered(options.threads).at(-1) ?? null;
  say(`${grouped(people)} × ${grouped(sourceRows)}`);
  const run = await runTimedCocok({ inputs, out: path.join(out, "run"), threads });
  const stages = JSON.parse(run.output) as Stage[];
  const linking = stages.find(({ name }) => name === "linking")!.seconds;
  const projected = run.seconds + linking * (REGISTRY_ROWS / inputs.sourceRows - 1);
  return {
    title: "The nation",
    note: `${grouped(people)} people against a source streamed from disk${threads === null ? "" : `, ${threads} threads`}. The projection takes the linking stage as long for every row as it was here.`,
    headings: [
      "source rows",
      "input",
      "time",
      "rows/s",
      "rows/s in linking",
      "peak memory",
      `projected for ${grouped(REGISTRY_ROWS)}`,
    ],
    rows: [
      [
        grouped(inputs.sourceRows),
        megabytes(bytesOf(inputs)),
        minutes(run.seconds),
        rounded((inputs.rosterRows + inputs.sourceRows) / run.seconds),
        rounded(inputs.sourceRows / linking),
        megabytes(run.peakBytes),
        minutes(projected),
      ],
    ],
  };
}

function demandRoom(folder: string, needed: number, say: (text: string) => void): void {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  say(`this needs ${megabytes(needed)} of disk; ${megabytes(free)} are free`);
  if (free < needed) throw new Error("not enough room on the disk: give another folder with --folder");
}
