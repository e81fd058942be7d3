/** The measurements beside the main one: hard shapes, memory against long sources, a small office. */
import path from "node:path";
import { cocok, runCocok, threadsOffered } from "./cocok.ts";
import { CSV_PARSE, csvParse } from "./csv-parse.ts";
import { linkQuality } from "./link-quality.ts";
import { inTurns, type Measurement, type Runner } from "./measure.ts";
import type { SizeOptions } from "./sizes.ts";
import { medianOf, ratioTo } from "./statistics.ts";
import { grouped, megabytes, share, type Table, times } from "./table.ts";

/** Runs of the hard file against runs of the ordinary one, and the links both miss. */
export async function measureHardShapes(people: number, options: SizeOptions): Promise<Table> {
  const { cache, out, rounds, say } = options;
  const [threads = null] = threadsOffered(options.threads);
  const kinds = [
    { name: "ordinary", inputs: await cache.get({ people, sourceRows: people }) },
    { name: "hard", inputs: await cache.get({ people, sourceRows: people, hard: true }) },
  ];
  say(`${grouped(people)} × ${grouped(people)}, hard shapes: ${rounds} rounds`);
  const runners = kinds.map(({ name, inputs }): Runner => {
    return { name, run: () => runCocok({ inputs, out: path.join(out, name), threads }) };
  });
  const measured = await inTurns(runners, rounds);
  const rows: string[][] = [];
  for (const { name, inputs } of kinds) {
    const quality = await linkQuality(path.join(out, name, "links.csv"), inputs.truth);
    const runs = measured.get(name)!;
    rows.push([
      name,
      times(ratioTo(measured.get("ordinary")!, runs, "seconds")),
      times(ratioTo(measured.get("ordinary")!, runs, "cpuSeconds")),
      megabytes(medianOf(runs, "peakBytes")),
      ...[quality.missed - quality.shown, quality.shown, quality.wrong].map(grouped),
      share(quality.recall),
    ]);
  }
  return {
    title: "Hard shapes",
    note: `${grouped(people)} rows on both sides; in the hard file one person in ten was born on 01-01-1980 and a thousand are named NURHAYATI. Time against the ordinary file.`,
    headings: ["file", "time", "CPU", "peak memory", "links lost", "shown as ambiguous", "wrong", "recall"],
    rows,
  };
}

const MEMORY_PEOPLE = 100_000;

/** One roster against ever longer sources: what is held must not depend on them. */
export async function measureMemory(sourceRows: readonly number[], options: SizeOptions): Promise<Table> {
  const { cache, out, rounds, say } = options;
  const [threads = null] = threadsOffered(options.threads);
  const runners: Runner[] = [];
  for (const rows of sourceRows) {
    const inputs = await cache.get({ people: MEMORY_PEOPLE, sourceRows: rows });
    runners.push({
      name: grouped(rows),
      run: () => runCocok({ inputs, out: path.join(out, "run"), threads }),
    });
  }
  say(`${grouped(MEMORY_PEOPLE)} × ${runners.map(({ name }) => name).join(", ")}: ${rounds} rounds`);
  const measured = await inTurns(runners, rounds);
  const [shortest] = measured.values();
  return {
    title: "Memory and the length of the source",
    note: `A roster of ${grouped(MEMORY_PEOPLE)} rows; against the shortest source.`,
    headings: ["source rows", "peak memory", "memory", "time"],
    rows: [...measured].map(([name, runs]) => [
      name,
      megabytes(medianOf(runs, "peakBytes")),
      times(ratioTo(shortest!, runs, "peakBytes")),
      times(ratioTo(shortest!, runs, "seconds")),
    ]),
  };
}

const OFFICE = { people: 3_000, sourceRows: 30_000 };
/** Such a run is over in a moment, and the next one too: more of them cost nothing. */
const OFFICE_ROUNDS = 5;

/** A district's day: a small roster, a longer registry, every report. */
export async function measureOffice(options: SizeOptions): Promise<Table> {
  const { cache, out, say } = options;
  const inputs = await cache.get(OFFICE);
  say(`${grouped(OFFICE.people)} × ${grouped(OFFICE.sourceRows)}: ${OFFICE_ROUNDS} rounds`);
  const runners = [
    csvParse(inputs),
    ...threadsOffered(options.threads).map((threads) =>
      cocok({ inputs, out: path.join(out, "run"), threads, allReports: true }),
    ),
  ];
  const measured = await inTurns(runners, OFFICE_ROUNDS);
  const yardstick = measured.get(CSV_PARSE)!;
  const row = ([name, runs]: [string, Measurement[]]) => [
    name,
    times(ratioTo(yardstick, runs, "seconds")),
    times(ratioTo(yardstick, runs, "cpuSeconds")),
    megabytes(medianOf(runs, "peakBytes")),
  ];
  return {
    title: "A small office",
    note: `${grouped(OFFICE.people)} roster rows against ${grouped(OFFICE.sourceRows)}, every report written. Time against Node's start and csv-parse merely parsing the files.`,
    headings: ["program", "time", "CPU", "peak memory"],
    rows: [...measured].map(row),
  };
}
