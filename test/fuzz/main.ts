/**
 * `npm run fuzz -- --runs 200000 --seed 1`: reads that many damaged lists and tells how they ended; exit status 1
 * with the numbers of those that ended badly. `--from N --runs 1` reads list N again, as long as the fixtures it was
 * made from are the same.
 */
import { writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { fuzz, type Limits } from "./fuzz.ts";

const RUNS = "200000";
const LIMITS: Limits = { ms: 1000, mb: 512 };

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: RUNS },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
  },
});
const seed = Number(values.seed);

/** A list that is never read to its end would keep this thread from saying so. */
const HANGING_MS = 60_000;
const current = new Int32Array(new SharedArrayBuffer(4));
const watch = new Worker(
  `const { workerData: { current, ms } } = require("node:worker_threads");
   let last = -1;
   setInterval(() => {
     const now = Atomics.load(current, 0);
     if (now === last) {
       require("node:fs").writeSync(2, "list " + now + " hangs\\n");
       process.kill(process.pid);
     }
     last = now;
   }, ms);`,
  { eval: true, workerData: { current, ms: HANGING_MS } },
);
watch.unref();

const PROGRESS_RUNS = 10_000;
const from = Number(values.from);
const start = performance.now();
const outcome = await fuzz(seed, from, Number(values.runs), LIMITS, (number) => {
  Atomics.store(current, 0, number);
  if (number > from && number % PROGRESS_RUNS === 0) writeSync(2, `${number} lists\n`);
});
const seconds = (performance.now() - start) / 1000;

const lines = [
  `seed ${seed}: ${outcome.runs} lists damaged from ${outcome.files}, ${outcome.rows} rows in ${seconds.toFixed(0)} s (${(outcome.runs / seconds).toFixed(0)} lists/s)`,
  ...[...outcome.ends].sort(([, a], [, b]) => b - a).map(([end, count]) => `  ${end}: ${count}`),
  `slowest: list ${outcome.slowest}, ${outcome.slowestMs.toFixed(0)} ms; memory at most ${outcome.peakMb.toFixed(0)} MB`,
  ...outcome.failures.map(({ number, why }) => `FAILED list ${number} of seed ${seed}: ${why}`),
];
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = outcome.failures.length > 0 ? 1 : 0;
