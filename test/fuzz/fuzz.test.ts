/** A short run of `npm run fuzz`, without its limits of time and memory. */
import { expect, test } from "vitest";
import { drawn } from "../drawn.ts";
import { fuzz } from "./fuzz.ts";

const RUNS = drawn(1000);

test(`${RUNS} damaged lists are read in balance or refused`, async () => {
  const { failures, ends } = await fuzz(7, 0, RUNS);
  expect(failures).toEqual([]);
  // damage that refuses every list would show nothing
  expect(ends.get("read")).toBeGreaterThan(RUNS / 3);
}, 120_000);
