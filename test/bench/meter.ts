/**
 * Loaded into a measured process with `--import`: says at its end what it took, so that measuring needs nothing but
 * Node. It refuses to touch the program it measures.
 */
import { readFileSync, writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/** Where the meter writes: the pipe behind stdin, stdout and stderr. */
const METER_PIPE = 3;

// Workers load what their process was started with; what is read here is the whole process's already.
if (isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
    writeSync(METER_PIPE, JSON.stringify({ cpuSeconds, peakBytes: peakBytes() }));
  });
}

/**
 * The most memory this process ever held. Where Linux tells it of the program alone, that is taken: maxRSS counts
 * from before the program was loaded and can be the memory of the process that started it.
 */
function peakBytes(): number {
  return 1024 * (peakOfProgram() ?? process.resourceUsage().maxRSS);
}

function peakOfProgram(): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes);
  } catch {
    return undefined;
  }
}
