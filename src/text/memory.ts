/**
 * Gives back the memory of large buffers that nobody holds any more. V8 collects garbage when its own heap grows, and
 * a buffer outside of the heap counts for little there: hundreds of megabytes would wait beside an almost empty heap.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export function giveBackMemory(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  // a result never depends on whether there is such a function
  if (typeof collect === "function") collect();
}
