/**
 * cocok with a stopwatch in the place of its progress bar: the same words on the command line, the same work, and
 * the stages as JSON on stdout.
 */
import { reconcileCommand } from "../../src/cli/reconcile.ts";
import { main } from "../../src/main.ts";
import { reconcile } from "../../src/reconcile.ts";
import { Stopwatch } from "./stopwatch.ts";

const stopwatch = new Stopwatch();
const timed = reconcileCommand((plan, _progress, signal) => reconcile(plan, stopwatch, signal));
process.exitCode = await main(process.argv, process, [timed]);
stopwatch.end();
process.stdout.write(`${JSON.stringify(stopwatch.stages)}\n`);
