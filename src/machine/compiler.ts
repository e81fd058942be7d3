/**
 * When V8 optimises what runs often, and how much of what it calls it inlines.
 *
 * The flags are V8's own: it renames them when it likes, complains on stderr about those it does not know, and cannot be
 * asked. So each is set only on the versions on which it was seen to be known.
 */
import { setFlagsFromString } from "node:v8";

const V8_VERSION = Number.parseInt(process.versions.v8, 10);

interface Flag {
  readonly name: string;
  /** The last version of V8 on which it was seen. */
  readonly last: number;
}

function set({ name, last }: Flag, value: number): void {
  if (V8_VERSION <= last) setFlagsFromString(`--${name}=${value}`);
}

/** How much bytecode a function runs before it is optimised: by V8's own choice, and six times as much. Last in Node 20. */
const BUDGET: Flag = { name: "interrupt-budget", last: 11 };
const SOON = 67_584;
const LATE = 400_000;

/**
 * For short runs: in a run of a second, optimising takes longer than it saves, on the very cores that the work is
 * waiting for.
 */
export function optimiseLate(): void {
  set(BUDGET, LATE);
}

/** For long ones, threads included that are started from then on. */
export function optimiseSoon(): void {
  set(BUDGET, SOON);
}

/** Bytecode that is inlined into one function at most: by V8's own choice, and three times as much. Still in Node 26. */
const INLINING: Flag = { name: "max-inlined-bytecode-size-cumulative", last: 14 };
const USUALLY_INLINED = 920;
const MUCH_INLINED = 3000;

/**
 * For stages in which few functions pass millions of pairs on to one another: calls weigh more there than what they call.
 * Threads included.
 */
export function inlineMuch(): void {
  set(INLINING, MUCH_INLINED);
}

/** For stages in which many functions take part, and optimising large ones takes longer than it saves. */
export function inlineLittle(): void {
  set(INLINING, USUALLY_INLINED);
}
