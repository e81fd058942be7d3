/** What is done about memory itself: giving back what nobody holds, and fetching together what lies far apart. */
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
 * Takes what was read for no other reason than to have it at hand, lest the reading seems of no use and is left out.
 * What lies far apart in memory is fetched at once when it is read together; one by one, each is waited for.
 */
export function fetched(value: number): void {
  seen.value = value;
}
