/**
 * When V8 optimises what runs often, and how much of it into one.
 *
 * The flags are V8's own: it renames them when it likes, complains on stderr about those it does not know, and cannot be
 * asked. So each is set only on the versions on which it was seen to be known.
 */
import { setFlagsFromString } from "node:v8";

const V8_VERSION = Number.parseInt(process.versions.v8, 10);

/** The last versions of V8 that know how much bytecode runs before optimising (Node 20), and how much is taken in (Node 26). */
const LAST_WITH_BUDGET = 11;
const LAST_WITH_TAKING_IN = 14;

/** How much bytecode a function runs before it is optimised: by V8's own choice, and six times as much. */
const SOON = 67_584;
const LATE = 400_000;

/**
 * For short runs: in a run of a second, optimising takes longer than it saves, on the very cores that the work is
 * waiting for.
 */
export function optimiseLate(): void {
  setBudget(LATE);
}

/** For long ones, threads included that are started from then on. */
export function optimiseSoon(): void {
  setBudget(SOON);
}

function setBudget(bytes: number): void {
  if (V8_VERSION <= LAST_WITH_BUDGET) setFlagsFromString(`--interrupt-budget=${bytes}`);
}

/** Bytecode of the functions it calls that a function takes into itself at most: V8's own choice, and three times as much. */
const TAKEN_IN = 920;
const MUCH_TAKEN_IN = 3000;

/**
 * For stages in which few functions pass millions of pairs on to one another: calls weigh more there than what they call.
 * Threads included.
 */
export function takeInMuch(): void {
  setTakenIn(MUCH_TAKEN_IN);
}

/** For those in which many functions take part, and optimising large ones takes longer than it saves. */
export function takeInLittle(): void {
  setTakenIn(TAKEN_IN);
}

function setTakenIn(bytes: number): void {
  if (V8_VERSION <= LAST_WITH_TAKING_IN)
    setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${bytes}`);
}
