/**
 * How many examples a law draws, or of a list tries, where each takes long. `npm test` takes a part of them and stays
 * within two minutes; `npm run laws` takes them all.
 */
import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether laws draw all of their examples. */
    readonly drawsAll: boolean;
  }
}

/** `npm test` draws one in so many. */
const SHARE = 5;

/** Of `all` examples those that this run draws, and of what they bring about the same share. */
export function drawn(all: number): number {
  return inject("drawsAll") ? all : Math.ceil(all / SHARE);
}

/** Prime to the length of a row and of the alphabet: in a list made of such, every place comes up. */
const STEP = 5;

/** Of a list of all there is what this run tries. */
export function tried<T>(all: readonly T[]): readonly T[] {
  return inject("drawsAll") ? all : all.filter((_, at) => at % STEP === 0);
}
