/** What is done about memory itself: giving back what nobody holds, and prefetching what lies far apart. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Gives back the memory of large buffers that nobody holds any more. V8 collects garbage when its own heap grows, and
 * a buffer outside of the heap counts for little there: hundreds of megabytes would wait beside an almost empty heap.
 */
export function giveBackMemory(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  // a result never depends on whether there is such a function
  if (typeof collect === "function") collect();
}

const seen = { value: 0 };

/**
 * Takes what was read only to have it in the processor's cache, lest the reading is optimised away as useless. What lies
 * far apart in memory arrives together when it is asked for together; one by one, each is waited for.
 */
export function prefetched(value: number): void {
  seen.value = value;
}
