/** When V8 optimises what runs often; like memory, a matter of speed that never shows in a result. */
import { setFlagsFromString } from "node:v8";

/** How much bytecode a function runs before it is optimised: by V8's own choice, and six times as much. */
const SOON = 67_584;
const LATE = 400_000;

/**
 * For short runs: in a run of a second, optimising takes longer than it saves, on the very cores that the work is
 * waiting for.
 */
export function optimiseLate(): void {
  setFlagsFromString(`--interrupt-budget=${LATE}`);
}

/** For long ones, threads included that are started from then on. */
export function optimiseSoon(): void {
  setFlagsFromString(`--interrupt-budget=${SOON}`);
}
