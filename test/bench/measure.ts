/**
 * Runs programs in processes of their own and says what each took; several side by side in turns, so that whatever
 * else slows the machine down falls on all of them.
 */
import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";

/** What one process took, Node's own start included. */
export interface Measurement {
  readonly seconds: number;
  /** User and system time of all its threads. */
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  /** What it wrote on stdout. */
  readonly output: string;
}

/** A script of Node and its arguments. */
export type Words = readonly [script: string, ...rest: string[]];

/**
 * @param limitSeconds after which the process is ended
 * @throws Error with what the process said on stderr when it does not end with status 0
 */
export async function measure(words: Words, limitSeconds?: number): Promise<Measurement> {
  const meter = new URL("meter.js", import.meta.url).href;
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", meter, ...words], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    ...(limitSeconds === undefined ? {} : { timeout: 1000 * limitSeconds, killSignal: "SIGKILL" }),
  });
  const ended = new Promise<{ status: number | string | null; seconds: number }>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (status, signal) =>
      resolve({ status: status ?? signal, seconds: (performance.now() - began) / 1000 }),
    );
  });
  const [, , complaint, usage] = child.stdio as unknown as [null, Readable, Readable, Readable];
  const [{ status, seconds }, output, said, taken] = await Promise.all([
    ended,
    text(child.stdout!),
    text(complaint),
    text(usage),
  ]);
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}\n${said}`);
  return { seconds, output, ...(JSON.parse(taken) as Pick<Measurement, "cpuSeconds" | "peakBytes">) };
}

/** One of several programs measured side by side. */
export interface Runner {
  readonly name: string;
  run(): Promise<Measurement>;
}

/** Every runner once a round, in the same order each time; by name. */
export async function inTurns(
  runners: readonly Runner[],
  rounds: number,
): Promise<Map<string, Measurement[]>> {
  const measured = new Map<string, Measurement[]>(runners.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of runners) measured.get(name)!.push(await run());
  }
  return measured;
}
