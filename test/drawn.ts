/**
 * How many examples a law draws where each takes long. `npm test` draws a part of them and stays within two minutes;
 * `npm run laws` draws them all.
 */
import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** Whether laws draw all of their examples. */
    readonly drawsAll: boolean;
  }
}

/** `npm test` draws one in so many. */
const SHARE = 4;

/** Of `all` examples those that this run draws, and of what they bring about the same share. */
export function drawn(all: number): number {
  return inject("drawsAll") ? all : Math.ceil(all / SHARE);
}
